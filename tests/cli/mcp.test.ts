// Model Context Protocol: the built program as a server, called by a client of another make over standard input and output.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it, onTestFinished } from 'vitest';
import { atTerminal, type Home, newHome, project } from '../support/program.ts';
import { witnessed } from '../support/witness.ts';
import { garden, kafka } from './notes.ts';

interface Called {
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly structuredContent?: { readonly [field: string]: unknown };
  readonly isError?: boolean;
}

interface Connected {
  readonly client: Client;
  readonly call: (name: string, given?: Record<string, unknown>) => Promise<Called>;
  readonly stderr: () => string;
}

async function connected(
  home: Home,
  {
    args = [],
    env = {},
    mode = 'legacy',
  }: { args?: string[]; env?: Record<string, string>; mode?: 'legacy' | 'auto' } = {},
): Promise<Connected> {
  const [command = '', ...words] = home.argv(['mcp', ...args]);
  const transport = new StdioClientTransport({
    ...{ command, args: words, cwd: home.work, env: home.environment(env), stderr: 'pipe' },
  });
  let printed = '';
  transport.stderr?.on('data', (piece: Buffer) => {
    printed += piece.toString();
  });
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  await client.connect(transport);
  onTestFinished(() => client.close());
  const call = async (name: string, given: Record<string, unknown> = {}): Promise<Called> =>
    (await client.callTool({ name, arguments: given })) as unknown as Called;
  return { client, call, stderr: () => printed };
}

const homeWithNote = (): Home => {
  const home = newHome();
  home.write('kafka.md', kafka);
  return home;
};
const note = { roadmap: 'kafka.md' };
const textOf = ({ content }: Called): string => content.map(({ text }) => text).join('\n');

describe('a client of the Model Context Protocol', { timeout: 60_000 }, () => {
  it.each(['legacy', 'auto'] as const)('is told of the tools and what they take (%s)', async (mode) => {
    const { client } = await connected(newHome(), { mode });
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
    expect(client.getServerVersion()).toMatchObject({ name: 'istio-roadmap', version });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['status', 'next', 'list', 'show', 'done', 'undo']);
    for (const { description, inputSchema, annotations, name } of tools) {
      expect(description?.length).toBeGreaterThan(20);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(Object.keys(inputSchema.properties ?? {})).toContain('roadmap');
      for (const one of Object.values(inputSchema.properties ?? {})) expect(one).toHaveProperty('description');
      expect(annotations?.readOnlyHint, name).toBe(!['done', 'undo'].includes(name));
    }
    const done = tools.find(({ name }) => name === 'done');
    expect(done?.inputSchema.required).toEqual(['selectors']);
    expect(done?.inputSchema.properties?.dryRun).toMatchObject({ type: 'boolean', default: true });
  });

  it.each<[name: string, given: Record<string, unknown>, words: string[]]>([
    ['status', {}, ['status']],
    ['status', { selectors: ['2'], status: 'todo' }, ['status', '2', '--status', 'todo']],
    ['next', { number: 2 }, ['next', '-n', '2']],
    ['list', { level: 'middle', search: 'o' }, ['list', '--level', 'middle', '--search', 'o']],
    ['list', { since: '2026-11-02', until: 'today' }, ['list', '--since', '2026-11-02', '--until', 'today']],
    ['list', { due: 'week' }, ['list', '--due', 'week']],
    ['list', { tag: 'nothing' }, ['list', '--tag', 'nothing']],
    ['show', { selector: '1.3' }, ['show', '1.3']],
    ['show', { selector: '2' }, ['show', '2']],
    ['show', { selector: '1.1-1.3' }, ['show', '1.1-1.3']],
    ['show', {}, ['show']],
  ])('gets from %s %j what the command prints', async (name, given, words) => {
    const home = homeWithNote();
    const { call } = await connected(home);
    const answer = await call(name, { ...note, ...given });
    const { out } = home.run([...words, '-r', 'kafka.md', '--json']);
    expect(answer).toEqual({
      content: [{ type: 'text', text: out.trimEnd() }],
      structuredContent: JSON.parse(out),
    });
  });

  it('looks at the roadmap that the program would show, or the one it was started with', async () => {
    const home = homeWithNote();
    const idOf = async ({ call }: Connected): Promise<unknown> =>
      ((await call('status')).structuredContent as { roadmap: { path: unknown } }).roadmap.path;
    expect(await idOf(await connected(home))).toBeNull();
    expect(await idOf(await connected(home, { env: { ISTIO_ROADMAP: 'kafka.md' } }))).toBe(home.path('kafka.md'));
    const started = await connected(home, { args: ['-r', 'kafka.md', '--lang', 'ru'] });
    expect(await idOf(started)).toBe(home.path('kafka.md'));
    home.write('garden.yaml', garden);
    const { structuredContent } = await started.call('status', { roadmap: 'garden.yaml' });
    expect(structuredContent?.roadmap).toMatchObject({ format: 'yaml', title: 'Огород' });
  });

  it('sees what was changed meanwhile', async () => {
    const home = homeWithNote();
    const { call } = await connected(home);
    expect((await call('status', note)).structuredContent?.total).toMatchObject({ done: 2 });
    home.run(['done', '1.3', '-r', 'kafka.md']);
    expect((await call('status', note)).structuredContent?.total).toMatchObject({ done: 3 });
    expect(await call('status', { roadmap: 'work' })).toMatchObject({ isError: true });
    home.run(['roadmaps', 'add', 'kafka.md', '--name', 'work', '--use']);
    expect((await call('status', { roadmap: 'work' })).structuredContent?.total).toMatchObject({ done: 3 });
    expect((await call('status')).structuredContent?.total).toMatchObject({ done: 3 });
  });

  it('gets a failure as the sentence and the hint of the program', async () => {
    const home = homeWithNote();
    const { call } = await connected(home, { env: { FORCE_COLOR: '1' } });
    for (const [name, given, words] of [
      ['show', { selector: '9.9' }, ['show', '9.9']],
      ['done', { selectors: ['1.3', 'ledger'] }, ['done', '1.3', 'ledger']],
      ['list', { level: 'expert' }, ['list', '--level', 'expert']],
      ['done', { selectors: ['1.3'], on: '2026-12-24' }, ['done', '1.3', '--on', '2026-12-24']],
    ] as const) {
      const answer = await call(name, { ...note, ...given });
      const { err } = home.run([...words, '-r', 'kafka.md'], { env: { COLUMNS: '10000' } });
      expect(answer).toEqual({ content: [{ type: 'text', text: err.trimEnd() }], isError: true });
      expect(err).toMatch(/^istio-roadmap: .*\n {2}\S/);
    }
    home.write('broken.yaml', 'topics: [a');
    expect(textOf(await call('status', { roadmap: 'broken.yaml' }))).toContain('1:9');
    expect(textOf(await call('status', { roadmap: 'gone.md' }))).toMatch(/gone\.md cannot be read/);
  });

  it('is told what named a roadmap that cannot be read, where the call did not', async () => {
    const home = newHome();
    const { call } = await connected(home, { env: { ISTIO_ROADMAP: 'gone.md' } });
    expect(textOf(await call('status'))).toMatch(/gone\.md cannot be read: .* \(set by ISTIO_ROADMAP\)/);
  });

  it('is refused what a tool does not take', async () => {
    const home = homeWithNote();
    const { call } = await connected(home);
    const before = home.snapshot();
    for (const [name, given] of [
      ['done', {}],
      ['done', { selectors: [] }],
      ['done', { selectors: ['1.3'], dryrun: false }],
      ['done', { selectors: ['1.3'], force: true }],
      ['next', { number: 0 }],
      ['reopen', { selectors: ['1.1'] }],
    ] as const) {
      const refused = await call(name, { ...note, ...given }).then(
        ({ isError }) => isError,
        () => true,
      );
      expect(refused, `${name} ${JSON.stringify(given)}`).toBe(true);
    }
    expect(home.snapshot()).toEqual(before);
  });
});

describe('done and undo of a client', { timeout: 60_000 }, () => {
  it('write what was shown, and only that, once', async () => {
    const home = homeWithNote();
    const { call } = await connected(home);
    const given = { ...note, selectors: ['1.3', '2.2'] };
    const before = home.snapshot();
    const shown = await call('done', given);
    expect(shown.structuredContent).toMatchObject({
      ...{ kind: 'change', dryRun: true, total: { done: 4 } },
      changed: [
        { address: '1.3', from: 'todo', to: 'done', completedOn: '2026-11-20' },
        { address: '2.2', from: 'doing' },
      ],
    });
    expect(home.snapshot()).toEqual(before);
    const made = await call('done', { ...given, dryRun: false });
    const { dryRun: _, ...document } = shown.structuredContent as { dryRun: unknown };
    expect(made.structuredContent).toEqual(document);
    expect(home.read('kafka.md')).toBe(
      kafka
        .replace(
          '- [ ] 1.3 Ключ сообщения #junior #запись 🆔 key ⛔ topic',
          '- [x] 1.3 Ключ сообщения #junior #запись 🆔 key ⛔ topic ✅ 2026-11-20',
        )
        .replace(
          '- [/] 2.2 Отставание #middle #метрики/lag 🆔 lag',
          '- [x] 2.2 Отставание #middle #метрики/lag 🆔 lag ✅ 2026-11-20',
        ),
    );
    home.run(['undo', '-r', 'kafka.md']);
    expect(await call('done', { ...given, dryRun: false }), 'a second time').toMatchObject({ isError: true });
    expect(home.read('kafka.md')).toBe(kafka);
  });

  it('refuse what was not shown, and say how it is done', async () => {
    const home = homeWithNote();
    const { call } = await connected(home);
    const before = home.snapshot();
    await call('done', { ...note, selectors: ['1.3'] });
    for (const selectors of [['2.2'], ['1.3', '2.2'], ['1']]) {
      const answer = await call('done', { ...note, selectors, dryRun: false });
      if (selectors[0] === '1')
        expect(answer.isError, 'the same topic under another name is what was shown').toBeUndefined();
      else {
        expect(answer).toMatchObject({ isError: true });
        expect(textOf(answer)).toMatch(/nothing was written: .*\n {2}call `done` with dryRun true/);
        expect(home.snapshot()).toEqual(before);
      }
    }
  });

  it('refuse what has become something else since it was shown', async () => {
    const home = homeWithNote();
    const { call } = await connected(home);
    const given = { ...note, selectors: ['2'] };
    await call('done', given);
    home.run(['done', '2.2', '-r', 'kafka.md']);
    const text = home.read('kafka.md');
    expect(await call('done', { ...given, dryRun: false })).toMatchObject({ isError: true });
    expect(home.read('kafka.md')).toBe(text);
  });

  it('do not need to show what changes nothing', async () => {
    const home = homeWithNote();
    const { call } = await connected(home);
    const answer = await call('done', { ...note, selectors: ['1.1'], dryRun: false });
    expect(answer.structuredContent).toMatchObject({ changed: [], unchanged: [{ address: '1.1' }] });
    expect(home.read('kafka.md')).toBe(kafka);
  });

  it('take back the last change, after it was shown', async () => {
    const home = homeWithNote();
    home.run(['done', '1.3', '-r', 'kafka.md']);
    const { call } = await connected(home);
    expect(await call('undo', { ...note, dryRun: false })).toMatchObject({ isError: true });
    expect((await call('undo', note)).structuredContent).toMatchObject({
      ...{ kind: 'change', dryRun: true, total: { done: 2 } },
      changed: [{ address: '1.3', from: 'done', to: 'todo', completedOn: null }],
    });
    expect(home.read('kafka.md')).not.toBe(kafka);
    expect((await call('undo', { ...note, dryRun: false })).structuredContent).toMatchObject({
      changed: [{ address: '1.3' }],
    });
    expect(home.read('kafka.md')).toBe(kafka);
    expect((await call('undo', note)).structuredContent).toMatchObject({ changed: [] });
  });

  it('run the hook as every change does, and what it prints is a remark of the answer', async () => {
    const home = homeWithNote();
    home.write('../home/.config/istio-roadmap/config.yaml', "hooks:\n  change: 'cat > seen.json; echo noise'\n");
    const { call } = await connected(home);
    const given = { ...note, selectors: ['1.3'] };
    expect((await call('done', given)).content).toHaveLength(1);
    const made = await call('done', { ...given, dryRun: false });
    expect(made.content.map(({ text }) => text)).toEqual([expect.stringContaining('"kind":"change"'), 'noise']);
    expect(JSON.parse(home.read('seen.json'))).toEqual(made.structuredContent);
  });

  it('never read what the client writes as selectors, and never ask', async () => {
    const home = homeWithNote();
    const { call, client } = await connected(home);
    expect((await call('done', { ...note, selectors: ['-'] })).structuredContent).toMatchObject({ changed: [] });
    home.write('journal.md', '- [ ] Brew 🔁 every day');
    expect(textOf(await call('done', { roadmap: 'journal.md', selectors: ['1'] }))).toContain('recurring');
    await expect(client.ping()).resolves.toBeDefined();
  });
});

/** Sends these lines, waits for so many answers, and closes standard input. */
function conversation(home: Home, messages: readonly object[], answers: number) {
  const [command = '', ...words] = home.argv(['mcp']);
  const child = spawn(command, words, { cwd: home.work, env: home.environment(), stdio: 'pipe' });
  let out = '';
  let err = '';
  const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
  let closedAt = 0;
  const close = (): void => {
    closedAt = performance.now();
    child.stdin.end();
  };
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
    if (out.split('\n').length > answers) close();
  });
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString();
  });
  for (const message of messages) child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  if (answers === 0) close();
  return new Promise<{ status: number | null; out: string; err: string; milliseconds: number }>((resolve) => {
    child.on('close', (status) => {
      clearTimeout(limit);
      resolve({ status, out, err, milliseconds: performance.now() - closedAt });
    });
  });
}

const hello = {
  ...{ id: 1, method: 'initialize' },
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};
const called = (id: number, name: string, given: object) => ({
  id,
  method: 'tools/call',
  params: { name, arguments: given },
});

describe('the server', { timeout: 60_000 }, () => {
  it('prints messages of the protocol on standard output and nothing else', async () => {
    const home = homeWithNote();
    const { status, out, err } = await conversation(
      home,
      [
        hello,
        { method: 'notifications/initialized' },
        called(2, 'status', note),
        called(3, 'show', { selector: 'x', ...note }),
        { id: 4, method: 'nonsense' },
      ],
      4,
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const messages = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { jsonrpc: string; id: number });
    expect(messages.map(({ jsonrpc, id }) => `${jsonrpc} ${id}`).sort()).toEqual(['2.0 1', '2.0 2', '2.0 3', '2.0 4']);
  });

  it('ends when standard input closes, at once', async () => {
    const home = newHome();
    const before = home.snapshot();
    for (const messages of [[], [hello]]) {
      const ended = await conversation(home, messages, messages.length);
      expect(ended).toMatchObject({ status: 0, err: '' });
      expect(ended.milliseconds).toBeLessThan(5000);
    }
    expect(home.snapshot()).toEqual(before);
  });

  it('does not begin with settings that cannot be used, and says so where they become such', async () => {
    const home = homeWithNote();
    const { call } = await connected(home);
    home.write('../home/.config/istio-roadmap/config.yaml', 'lang: klingon');
    const answer = await call('status', note);
    expect(answer).toMatchObject({ isError: true });
    expect(textOf(answer)).toMatch(/config\.yaml.*\n {2}1:\d+ /);
    expect(home.run(['mcp'])).toMatchObject({
      status: 4,
      out: '',
      err: expect.stringContaining('config.yaml') as string,
    });
    home.write('../home/.config/istio-roadmap/config.yaml', 'roadmap: ambient');
    expect((await call('status')).structuredContent?.roadmap).toMatchObject({ id: 'ambient' });
  });

  it('goes on after what is no message', async () => {
    const home = newHome();
    const [command = '', ...words] = home.argv(['mcp']);
    const child = spawn(command, words, { cwd: home.work, env: home.environment(), stdio: 'pipe' });
    const answer = new Promise<string>((resolve) =>
      child.stdout.once('data', (piece: Buffer) => resolve(piece.toString())),
    );
    child.stdin.write(`nonsense\n{"jsonrpc":"2.0"}\n\n${JSON.stringify({ jsonrpc: '2.0', ...hello })}\n`);
    expect(await answer).toContain('"serverInfo"');
    child.stdin.end();
    await new Promise((resolve) => child.on('close', resolve));
  });

  it('says at a terminal what it waits for, and ends with Ctrl-D', ({ skip }) => {
    const seen = atTerminal(newHome(), ['mcp'], { steps: [{ until: 'Ctrl-D', type: '\u0004' }] });
    if (seen === null) return skip('python3 with its pty module is missing');
    expect(seen.screen).toContain('waiting for a client of the Model Context Protocol');
    expect(seen).toMatchObject({ status: 0, isRestored: true });
  });

  it('is loaded by nothing else, and loads no other part of the program that it has no use for', () => {
    const home = homeWithNote();
    for (const words of [['status'], ['done', '1.3', '--dry-run'], ['lint', 'kafka.md'], ['--help']])
      expect(witnessed(home, [...words, ...(words[0] === 'status' ? ['-r', 'kafka.md'] : [])]).loaded).not.toContain(
        'commands-mcp',
      );
    const code = readFileSync(join(project, 'dist', 'cold', 'commands-mcp.cjs'), 'utf8');
    expect(code).toContain('notifications/initialized');
    expect(readFileSync(join(project, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8')).toMatch(
      /^@modelcontextprotocol\/server 2\.\d+\.\d+ \(/m,
    );
  });
});
