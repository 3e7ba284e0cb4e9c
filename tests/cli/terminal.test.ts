// Terminal: it is left with the settings it had, and another program of the same pipeline keeps those it has set meanwhile.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  atTerminal,
  type Home,
  newHome,
  noTerminal,
  project,
  shellAtTerminal,
  type Terminal,
} from '../support/program.ts';
import { kafka, longNote } from './notes.ts';

const has = (program: string): boolean => spawnSync(program, ['--version'], { timeout: 10_000 }).status === 0;
const missing = (program: string): string => `${program} is needed for this test, and it is not here`;

/** As many runs, five at a time. A freeze came in half of the runs: one alone would prove nothing. */
async function runs<Run>(count: number, run: () => Promise<Run>): Promise<Run[]> {
  const done: Run[] = [];
  let left = count;
  const one = async (): Promise<void> => {
    while (left-- > 0) done.push(await run());
  };
  await Promise.all(Array.from({ length: 5 }, one));
  return done;
}

/** How often each outcome came, so that a failure shows all of them at once. */
function counted(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function outcomeOf(terminal: Terminal | null): string {
  if (terminal === null) return noTerminal;
  const { status, isRestored } = terminal;
  return `${status === null ? 'frozen' : `exit ${status}`}, settings ${isRestored ? 'restored' : 'changed'}`;
}

describe('a pipeline', () => {
  it('fzf picks what is ticked, 50 times of 50', async ({ skip }) => {
    if (!has('fzf')) return skip(missing('fzf'));
    const home = newHome();
    const { topics } = home.json<{ topics: object[] }>(['list', '--status', 'todo']);
    if (atTerminal(home, ['--version']) === null) return skip(noTerminal);
    // The line that the README and the contract recommend.
    const line = 'istio-roadmap list --status todo --plain | fzf -m | cut -f1 | istio-roadmap done -';
    expect(readFileSync(join(project, 'README.md'), 'utf8')).toContain(`\n${line}\n`);
    const homes = Array.from({ length: 50 }, newHome);
    const outcomes = await runs(50, async () => {
      const own = homes.pop() as Home;
      const terminal = await shellAtTerminal(own, line, {
        steps: [
          { until: `${topics.length}/${topics.length}`, still: 0.3, type: '\t' },
          { until: '(1)', still: 0.1, type: '\r' },
        ],
      });
      const ticks = existsSync(own.data) ? own.readProgress().split('- [x]').length - 1 : 0;
      return `${outcomeOf(terminal)}, ${ticks} ticked`;
    });
    expect(counted(outcomes)).toEqual({ 'exit 0, settings restored, 1 ticked': 50 });
  }, 300_000);

  it('less reads on and ends, 20 times of 20', async ({ skip }) => {
    if (!has('less')) return skip(missing('less'));
    const home = newHome();
    if (atTerminal(home, ['--version']) === null) return skip(noTerminal);
    const outcomes = await runs(20, async () =>
      outcomeOf(
        await shellAtTerminal(home, 'istio-roadmap list | less', {
          steps: [
            { until: '\n:', still: 0.3, type: ' ' },
            { until: '\n:', still: 0.1, type: 'q' },
          ],
        }),
      ),
    );
    expect(counted(outcomes)).toEqual({ 'exit 0, settings restored': 20 });
  }, 120_000);

  it('Ctrl-C in less, while there is more to come, takes nothing from it', async ({ skip }) => {
    if (!has('less')) return skip(missing('less'));
    const home = newHome();
    home.write('note.md', longNote(20_000));
    if (atTerminal(home, ['--version']) === null) return skip(noTerminal);
    // Without job control the shell would be interrupted as well.
    const line = "trap '' INT; (trap - INT; istio-roadmap list -r note.md) | less";
    const outcomes = await runs(20, async () =>
      outcomeOf(
        await shellAtTerminal(home, line, {
          steps: [
            { until: '\n:', still: 0.3, type: '\u0003' },
            { until: '\n:', still: 0.3, type: 'q' },
          ],
        }),
      ),
    );
    expect(counted(outcomes)).toEqual({ 'exit 0, settings restored': 20 });
  }, 120_000);
});

describe('a question', () => {
  const reopen = ['reopen', '1', '-r', 'note.md'];
  const until = 'Go on?';

  it.each([
    ['yes', { type: 'y\r' }, 0],
    ['no', { type: 'n\r' }, 0],
    ['Ctrl-C', { type: '\u0003' }, 130],
    ['Ctrl-D', { type: '\u0004' }, 130],
    ['SIGINT', { signal: 'SIGINT' }, 130],
    ['SIGTERM', { signal: 'SIGTERM' }, 130],
    ['SIGHUP', { signal: 'SIGHUP' }, 130],
  ] as const)('gives the terminal back: %s', (_, answer, status) => {
    const home = newHome();
    home.write('note.md', kafka);
    const terminal = atTerminal(home, reopen, { steps: [{ until, still: 0.1, ...answer }] });
    // Reported by the tests above where it is missing.
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status, isRestored: true });
    expect(home.read('note.md') === kafka).toBe(answer !== undefined && !('type' in answer && answer.type === 'y\r'));
  });
});

describe('at the end', () => {
  it('an error is still to be read, and its status counts', () => {
    const terminal = atTerminal(newHome(), ['done', '99.99']);
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 3, isRestored: true, screen: expect.stringContaining('99.99') });
  });

  it('no other file gets the number of a terminal', ({ skip }) => {
    if (!existsSync('/proc/self/fd')) return skip('there is no /proc here');
    const home = newHome();
    // Its listener comes after that of the program.
    const hook = home.write(
      'hook.cjs',
      `const { openSync, readlinkSync, writeSync } = require('node:fs');
      setImmediate(() => process.on('exit', () => {
        const late = openSync('late.txt', 'w');
        writeSync(late, [0, 1, 2].map((number) => readlinkSync('/proc/self/fd/' + number)).join(' '));
      }));`,
    );
    const terminal = atTerminal(home, ['status'], { env: { NODE_OPTIONS: `--require ${hook}` } });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(home.read('late.txt')).toBe('/dev/null /dev/null /dev/null');
  });
});

describe('long work', () => {
  /** A folder of notes, and a clock by which whatever the program does takes an hour, or no time, however busy the machine is. */
  const vault = (): { home: Home; env: Record<string, string>; quick: Record<string, string> } => {
    const home = newHome();
    for (let i = 0; i < 30; i++) home.write(`notes/${i}.md`, longNote(50));
    const slow = home.write(
      'slow.cjs',
      'const { uptime } = process; process.uptime = () => uptime.call(process) + 3600;',
    );
    const quick = home.write('quick.cjs', 'process.uptime = () => 0;');
    return { home, env: { NODE_OPTIONS: `--require ${slow}` }, quick: { NODE_OPTIONS: `--require ${quick}` } };
  };
  const line = /\r[^\r\n]*of 30 files checked<erase>/g;
  const readably = (screen: string): string => screen.replaceAll('\x1b[K', '<erase>');

  it('shows how far it is in a line that is gone before anything else is written', () => {
    const { home, env, quick } = vault();
    const terminal = atTerminal(home, ['lint', 'notes'], { env });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    const screen = readably(terminal.screen);
    expect(screen).toMatch(line);
    // Erased once, and what follows is the same as without it.
    expect(screen.replace(line, '')).toBe(`\r<erase>${atTerminal(home, ['lint', 'notes'], { env: quick })?.screen}`);
  });

  it.each<[string, string[], Record<string, string>]>([
    ['--quiet', ['lint', 'notes', '--quiet'], {}],
    ['a dumb terminal', ['lint', 'notes'], { TERM: 'dumb' }],
  ])('shows nothing with %s', (_, words, more) => {
    const { home, env } = vault();
    const terminal = atTerminal(home, words, { env: { ...env, ...more } });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, screen: expect.not.stringContaining('of 30') });
  });

  it('shows nothing where standard error is no terminal, and for work that is quick', () => {
    const { home, env, quick } = vault();
    expect(home.run(['lint', 'notes'], { env }).err).toBe('');
    const terminal = atTerminal(home, ['lint', 'notes'], { env: quick });
    if (terminal !== null) expect(terminal.screen).not.toContain('\r\x1b[K');
  });

  it('fits 40 columns, in Russian, without colours, in ASCII', () => {
    const { home, env } = vault();
    const words = ['lint', 'notes', '--lang', 'ru', '--ascii'];
    const terminal = atTerminal(home, words, { env: { ...env, NO_COLOR: '1' }, columns: 40 });
    if (terminal !== null) expect(terminal.screen).toContain('\rпроверено 0 из 30 файлов\x1b[K');
  });

  it.each([
    ['Ctrl-C', { type: '\u0003' }],
    ['SIGTERM', { signal: 'SIGTERM' }],
  ] as const)('%s ends it at once and leaves the line empty', (_, answer) => {
    const { home, env } = vault();
    for (let i = 0; i < 400; i++) home.write(`notes/${i}.md`, longNote(500));
    const steps = [{ until: 'of 400 files checked', ...answer }];
    const terminal = atTerminal(home, ['lint', 'notes'], { env, steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: null, isRestored: true });
    expect(terminal.screen.endsWith('\r\x1b[K')).toBe(true);
  });

  it('leaves nothing behind with results in a pipe', async () => {
    const { home, env } = vault();
    const terminal = await shellAtTerminal(home, 'istio-roadmap lint notes --plain | cat', { env });
    if (terminal === null) return;
    const screen = readably(terminal.screen);
    expect(screen).toMatch(line);
    const { out } = home.run(['lint', 'notes', '--plain']);
    expect(screen.replace(line, '')).toBe(`\r<erase>${out.replaceAll('\n', '\r\n')}`);
  });
});
