// Hooks: the command of the user's own that gets each change, and what it can and cannot do.
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atTerminal, type Home, newHome } from '../support/program.ts';
import { witnessed } from '../support/witness.ts';
import { kafka, longNote, postgres } from './notes.ts';

const inNote = ['-r', 'kafka.md'];

function newHomeWith(hook: string): Home {
  const home = newHome();
  home.write('kafka.md', kafka);
  const lines = hook.split('\n').map((line) => `    ${line}\n`);
  home.write('../home/.config/istio-roadmap/config.yaml', `hooks:\n  change: |\n${lines.join('')}`);
  return home;
}

/** Keeps each document in a line of its own. */
const keep = 'cat >> seen.jsonl';

interface Seen {
  readonly kind: string;
  readonly file: string;
  readonly changed: readonly { readonly address: string; readonly from: string; readonly to: string }[];
  readonly total: { readonly done: number };
}

const seen = (home: Home): Seen[] =>
  existsSync(home.path('seen.jsonl'))
    ? home
        .read('seen.jsonl')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Seen)
    : [];

describe('a hook gets each change', () => {
  it.each(['done 1.3', 'start 2.1', 'skip 3.1', 'reopen 1.1'])('%s: the same document as with --json', (line) => {
    const home = newHomeWith(keep);
    const answer = home.run([...line.split(' '), ...inNote, '--json']);
    expect(answer).toMatchObject({ status: 0, err: '' });
    expect(home.read('seen.jsonl')).toBe(answer.out);
  });

  it('for people too, and of undo and redo', () => {
    const home = newHomeWith(keep);
    for (const line of ['done 1.3', 'undo', 'redo'])
      expect(home.run([...line.split(' '), ...inNote]), line).toMatchObject({ status: 0, err: '' });
    expect(seen(home).map(({ kind, changed, total }) => [kind, changed[0]?.to, total.done])).toEqual([
      ['change', 'done', 3],
      ['change', 'todo', 2],
      ['change', 'done', 3],
    ]);
  });

  it('of ticks that go to another place, with no topic changed, and of the way back', () => {
    const home = newHomeWith(keep);
    home.write('postgres.md', postgres);
    const on = ['-r', 'postgres.md'];
    home.run(['done', '1.1', ...on]);
    home.run(['reconcile', '--progress', 'ticks.md', '--apply', ...on]);
    home.run(['undo', ...on]);
    expect(seen(home).map(({ changed, total }) => [changed.length, total.done])).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(seen(home)[1]?.file).toBe(home.path('ticks.md'));
  });

  it.each([
    ['nothing changed', ['done', '1.1']],
    ['a dry run', ['done', '1.3', '--dry-run']],
    ['a dry run with --json', ['done', '1.3', '--dry-run', '--json']],
    ['empty standard input', ['done', '-']],
    ['a refusal', ['done', '9.9']],
    ['a look', ['status']],
    ['reconcile that only shows', ['reconcile']],
  ])('and none of %s', (_, args) => {
    const home = newHomeWith(keep);
    home.run([...args, ...inNote]);
    expect(seen(home)).toEqual([]);
  });

  it('also where nobody reads the answer any more', () => {
    const home = newHomeWith(keep);
    home.shell('istio-roadmap done 1.3 -r kafka.md | true; sleep 0.5');
    expect(seen(home)).toHaveLength(1);
  });
});

describe('what a hook prints and how it ends', () => {
  it('its output goes to standard error, harmless for a terminal; results stay alone', () => {
    const home = newHomeWith(`printf 'out \\033[2J\\n'; echo err >&2; echo "$ISTIO_ROADMAP_HOOK"`);
    const { status, out, err } = home.run(['done', '1.3', ...inNote, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'change' });
    expect(err.split('\n').sort()).toEqual(['', 'change', 'err', 'out ␛[2J']);
  });

  it('a failure is a sentence and changes neither the tick nor the status', () => {
    const home = newHomeWith('exit 7');
    const answer = home.run(['done', '1.3', ...inNote]);
    expect(answer).toMatchObject({ status: 0, out: expect.stringContaining('1.3') });
    expect(answer.err.replace(/\n/g, ' ')).toMatch(
      /^istio-roadmap: the hook ended with status 7; the change is written/,
    );
    expect(home.read('kafka.md')).toContain('- [x] 1.3');
    expect(home.run(['reopen', '1.3', ...inNote, '-q'])).toMatchObject({ status: 0, err: '' });
    expect(newHomeWith('no-such-program').run(['done', '1.3', ...inNote])).toMatchObject({ status: 0 });
  });

  it('one that does not read what it gets is no failure', () => {
    const home = newHomeWith('true');
    home.write('long.md', longNote(4000));
    expect(home.run(['done', '1', '-r', 'long.md'])).toMatchObject({ status: 0, err: '' });
  });

  it('one that takes too long is ended with all that it started', () => {
    const home = newHomeWith('(sleep 12; touch late.txt) & sleep 30');
    const begun = performance.now();
    const answer = home.run(['done', '1.3', ...inNote], { milliseconds: 25_000 });
    const took = performance.now() - begun;
    expect(answer).toMatchObject({ status: 0 });
    expect(answer.err.replace(/\n/g, ' ')).toMatch(/the hook ran for more than 10 seconds and was ended/);
    expect(took).toBeGreaterThan(9_500);
    home.shell('sleep 3');
    expect(existsSync(home.path('late.txt'))).toBe(false);
  }, 60_000);

  it('what it leaves running is not waited for, and has no terminal', () => {
    const home = newHomeWith('(sleep 6; if [ -t 2 ]; then touch terminal.txt; fi; touch later.txt) & echo begun');
    const terminal = atTerminal(home, ['done', '1.3', ...inNote]);
    if (terminal === null) return;
    expect(existsSync(home.path('later.txt'))).toBe(false);
    expect(terminal).toMatchObject({ status: 0, isRestored: true, screen: expect.stringContaining('begun') });
    home.shell('sleep 7');
    expect([existsSync(home.path('later.txt')), existsSync(home.path('terminal.txt'))]).toEqual([true, false]);
  }, 30_000);

  it('Ctrl-C ends it, and the tick stays', () => {
    const home = newHomeWith('echo begun; sleep 5; touch late.txt');
    const steps = [{ until: 'begun', still: 0.1, type: '\u0003' }];
    const terminal = atTerminal(home, ['done', '1.3', ...inNote], { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: null, isRestored: true });
    expect(home.read('kafka.md')).toContain('- [x] 1.3');
  });
});

describe('a hook', () => {
  it('that ticks does not run itself', () => {
    const home = newHomeWith(`${keep}; istio-roadmap start 2.1 -r kafka.md >/dev/null`);
    const words = home.argv([]).map((word) => `'${word}'`);
    chmodSync(home.write('../bin/istio-roadmap', `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`), 0o755);
    const env = { PATH: `${join(home.root, 'bin')}:${process.env.PATH}` };
    const answer = home.run(['done', '1.3', ...inNote], { env });
    expect(answer).toMatchObject({ status: 0, err: '' });
    expect(home.read('kafka.md')).toContain('- [/] 2.1');
    expect(seen(home)).toHaveLength(1);
  });

  it('of a project is refused, and does not run', () => {
    const home = newHome();
    home.write('kafka.md', kafka);
    home.write('.istio-roadmap.yaml', 'hooks:\n  change: touch owned.txt\n');
    expect(home.run(['done', '1.3', ...inNote]).status).toBe(4);
    expect(existsSync(home.path('owned.txt'))).toBe(false);
  });

  it('costs nothing where there is none, and is loaded where there is', () => {
    const home = newHome();
    home.write('kafka.md', kafka);
    const loaded = (): readonly string[] => witnessed(home, ['done', '1.3', ...inNote]).loaded;
    expect(loaded().filter((name) => /hook|programs/.test(name))).toEqual([]);
    home.run(['undo', ...inNote]);
    home.write('../home/.config/istio-roadmap/config.yaml', 'hooks:\n  change: "true"\n');
    expect(loaded().filter((name) => /hook|programs/.test(name))).toEqual(['commands-hook', 'node-programs']);
  });
});
