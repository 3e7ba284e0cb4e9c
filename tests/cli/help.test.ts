// The help that the build made: what the grammar prints, in every form of asking and every width.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpTopics } from '../../src/help-topics.ts';
import { atTerminal, newHome, noTerminal, project } from '../support/program.ts';

// It changes nothing about the help, and with it only the grammar answers.
const detour = '--no-input';

/** What the grammar prints: the help of the program under the empty name, and of each command that this one lists. */
function grammarHelp(columns: number): ReadonlyMap<string, string> {
  const home = newHome();
  const env = { COLUMNS: String(columns) };
  const ofProgram = home.run(['--help', detour], { env }).out;
  const [, listed = ''] = /\nCommands:\n((?: .*\n)*)/.exec(ofProgram) ?? [];
  const names = [...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name as string);
  const commands = names.filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThan(15);
  const answers = home.runAll(commands.map((name) => ({ args: [name, '--help', detour], env })));
  return new Map([['', ofProgram], ...commands.map((name, i) => [name, answers[i]?.out ?? ''] as const)]);
}

const topics = Object.keys(helpTopics);

/** What the grammar prints for `help` of each topic. */
function grammarTopics(columns: number): readonly (readonly [string, string])[] {
  const env = { COLUMNS: String(columns) };
  const answers = newHome().runAll(topics.map((name) => ({ args: ['help', name, detour], env })));
  return topics.map((name, i) => [name, answers[i]?.out ?? ''] as const);
}

const formsOf = (name: string): string[][] =>
  name === ''
    ? [['--help'], ['-h'], ['help'], ['--lang', 'ru', '-h']]
    : [
        [name, '--help'],
        [name, '--help', '--lang', 'ru'],
        ['--lang', 'en', name, '--help'],
        [name, '-h'],
        ['help', name],
      ];

describe('the help that the build made', () => {
  it('is there for the program, every command and every topic, and is what the grammar prints', () => {
    const folder = join(project, 'dist', 'help');
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const files = names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    const ofCommands = [...grammarHelp(80)].map(([name, text]) => [
      `${['istio-roadmap', ...(name === '' ? [] : [name])].join('-')}.80.txt`,
      text,
    ]);
    const ofTopics = grammarTopics(80).map(([name, text]) => [`topic-${name}.80.txt`, text]);
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries([...ofCommands, ...ofTopics]));
  });

  it.each([[40], [79], [80], [81], [200]])('is printed as the grammar does in %i columns', (columns) => {
    const ofCommands = [...grammarHelp(columns)].flatMap(([name, out]) => formsOf(name).map((args) => ({ args, out })));
    const ofTopics = grammarTopics(columns).map(([name, out]) => ({ args: ['help', name], out }));
    const expected = [...ofCommands, ...ofTopics];
    const lines = expected.map(({ args }) => ({ args, env: { COLUMNS: String(columns) } }));
    const answers = newHome().runAll(lines);
    expect(answers.map(({ status, out, err }, i) => ({ args: lines[i]?.args, status, out, err }))).toEqual(
      expected.map((one) => ({ ...one, status: 0, err: '' })),
    );
  });

  it.each([[40], [60]])('fits %i columns, but for lines to type', (columns) => {
    for (const [name, text] of grammarHelp(columns)) {
      const prose = text.split('\n').filter((line) => !/^(?:Usage: | {2})istio-roadmap /.test(line));
      expect(Math.max(...prose.map(({ length }) => length)), name).toBeLessThanOrEqual(columns);
    }
  });

  it.for([40, 80, 200])('is as wide as a terminal of %i columns', (columns, { skip }) => {
    const home = newHome();
    const answer = atTerminal(home, ['done', '--help'], { columns });
    if (answer === null) return skip(noTerminal);
    const expected = home.run(['done', '--help', detour], { env: { COLUMNS: String(columns) } }).out;
    expect(answer).toMatchObject({ status: 0, screen: expected.replaceAll('\n', '\r\n') });
  });

  it.each([[{ NO_COLOR: '1' }], [{ FORCE_COLOR: '1' }], [{ TERM: 'dumb' }], [{ LANG: 'ru_RU.KOI8-R' }]])(
    'does not depend on %j',
    (env) => {
      const home = newHome();
      const answer = home.run(['--help'], { env });
      expect(answer).toEqual(home.run(['--help', detour], { env }));
      expect(answer.out).toBe(home.run(['--help']).out);
    },
  );

  it.each([
    [['help', 'help']],
    [['help', 'istio-roadmap']],
    [['help', 'merge']],
    [['help', '../help/istio-roadmap-done']],
    [['help', 'DONE']],
  ])('%j is no help, and refused', (args) => expect(newHome().run(args)).toMatchObject({ status: 2, out: '' }));
});

describe('help topics', () => {
  const widthsOf = (text: string): number[] => text.split('\n').map(({ length }) => length);

  it.each(topics)('%s has lines of at most 80 columns, and says as much in 40', (name) => {
    const home = newHome();
    const wide = home.run(['help', name]).out;
    expect(wide).toMatch(/^[A-Z]+\n\n/);
    expect(Math.max(...widthsOf(wide))).toBeLessThanOrEqual(80);
    const narrow = home.run(['help', name], { env: { COLUMNS: '40' } }).out;
    const words = (text: string): string[] => text.split(/\s+/);
    expect(words(narrow)).toEqual(words(wide));
    // Lines to type are never broken.
    const prose = narrow.split('\n').filter((line) => !/^ {2,4}\S*(?:istio-roadmap|echo) /.test(line));
    expect(Math.max(...widthsOf(prose.join('\n')))).toBeLessThanOrEqual(40);
  });

  it('are listed in the help of the program, each with what it is about', () => {
    const { out } = newHome().run(['--help']);
    const [, listed = ''] = /\nHelp topics[^\n]*\n\n((?: .*\n)*)/.exec(out) ?? [];
    expect([...listed.matchAll(/^ {2}(\S+) {2,}\S/gm)].map(([, name]) => name)).toEqual(topics);
  });

  it.each(topics)('%s is the same in every language, and with options beside it', (name) => {
    const home = newHome();
    const { out } = home.run(['help', name]);
    for (const args of [
      ['--lang', 'ru', 'help', name],
      ['help', name, '--lang', 'ru'],
      ['-r', 'ica', 'help', name],
      ['--no-input', 'help', name],
    ])
      expect(home.run(args), args.join(' ')).toEqual({ status: 0, signal: null, out, err: '' });
  });

  it.each([
    ['date', 'dates'],
    ['format', 'formats'],
    ['Scripting', 'scripting'],
  ])('help %s is answered with help %s', (word, meant) => {
    const answer = newHome().run(['help', word]);
    expect(answer).toMatchObject({ status: 2, out: '' });
    expect(answer.err).toContain(`\`istio-roadmap help ${meant}\``);
  });

  it('are no commands', () => {
    for (const name of topics) expect(newHome().run([name])).toMatchObject({ status: 2, out: '' });
  });
});

describe('help that cannot be written', () => {
  it.each([['--help'], ['help done'], ['--version']])('%s to a full disk exits 5 and names it', (words) => {
    const { status, err } = newHome().shell(`COLUMNS=80 istio-roadmap ${words} > /dev/full`);
    expect(status).toBe(5);
    expect(err).toMatch(/^istio-roadmap: \/dev\/stdout cannot be written: the disk is full\n {2}make room/);
  });

  it.each([['--help'], ['help done'], ['--version']])('%s to a pipe that nobody reads ends in silence', (words) => {
    // The reader is gone before the program starts.
    const line = `{ sleep 0.2; istio-roadmap ${words}; echo $? >&2; } | true`;
    expect(newHome().shell(line)).toMatchObject({ out: '', err: '0\n' });
  });

  it.for(['--help', 'help done'])('%s waits for a full pipe that does not block', (words, { skip }) => {
    const home = newHome();
    if (home.shell('python3 -c 1').status !== 0)
      return skip('python3 is needed to make such a pipe, and it is not here');
    const expected = home.shell(`istio-roadmap ${words}`).out;
    // The pipe holds 64 KiB: all but 100 bytes of them are taken before, and read after a while.
    const python = `
import fcntl, os, subprocess, sys, time
reader, writer = os.pipe()
fcntl.fcntl(writer, fcntl.F_SETFL, fcntl.fcntl(writer, fcntl.F_GETFL) | os.O_NONBLOCK)
filled = os.write(writer, b'.' * (65536 - 100))
child = subprocess.Popen(sys.argv[1:], stdout=writer)
os.close(writer)
time.sleep(0.5)
with open(reader, 'rb') as pipe:
    sys.stdout.buffer.write(pipe.read()[filled:])
sys.exit(child.wait())
`;
    home.write('full.py', python);
    const argv = home.argv(words.split(' ')).map((word) => `'${word}'`);
    expect(home.shell(`python3 full.py ${argv.join(' ')}`)).toEqual({
      status: 0,
      signal: null,
      out: expected,
      err: '',
    });
  });
});
