// Abandoned ticks: a roadmap that was renamed or moved finds its ticks, names the file they are in, and takes them with --apply.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outline, plan, rows } from '../support/cafe.ts';
import { type Answer, atTerminal, expectRefusal, type Home, newHome, noTerminal, wide } from '../support/program.ts';

interface Reconciled {
  readonly abandoned: { file: string; roadmap: string | null; fitting: number; total: number } | null;
  readonly abandonedElsewhere: { file: string }[];
  readonly applied: boolean;
  readonly progress: { mode: string; path: string };
}
interface Status {
  readonly total: { done: number; total: number };
  readonly projects: { done: number };
  readonly abandoned: { file: string; fitting: number; total: number }[];
  readonly diagnostics: { warnings: number };
  readonly progress: { mode: string; path: string };
}

const untitled = outline.replace(/^# .*\n\n/, '');

/** Four topics whose ticks go to a progress file, each with the words that tick one of them. */
const kinds: { readonly [kind: string]: { name: string; text: string; first: string; second: string } } = {
  'a note without boxes': { name: 'café.md', text: outline, first: '1.1', second: '1.2' },
  'a note without boxes or a title': { name: 'café.md', text: untitled, first: '1.1', second: '1.2' },
  'a roadmap in YAML': { name: 'café.yaml', text: plan, first: '1.1', second: '1.2' },
  'rows of a table': { name: 'café.md', text: rows, first: 'P1', second: 'P2' },
};

function moved(home: Home, from: string, to: string): string {
  if (from === to) return to;
  mkdirSync(dirname(home.path(to)), { recursive: true });
  renameSync(home.path(from), home.path(to));
  return to;
}

/** A roadmap with one tick. */
function ticked(kind: string): { home: Home; name: string; old: string } {
  const { name, text, first } = kinds[kind] as (typeof kinds)[string];
  const home = newHome();
  home.write(name, text);
  expect(home.run(['done', first, '--on', 'yesterday', '-r', name])).toMatchObject({ status: 0, err: '' });
  return { home, name, old: home.progressFile() };
}

/** Sentences are broken into lines, and commands are not: each stream on one line. */
function flat(home: Home, args: readonly string[]): Answer {
  const answer = home.run(args, { env: wide });
  const joined = (text: string): string => text.replace(/ \\\n/g, ' ').replace(/\s+/g, ' ');
  return { ...answer, out: joined(answer.out), err: joined(answer.err) };
}
const doneIn = ({ total, projects }: Status): number => total.done + projects.done;
const status = (home: Home, name: string, ...more: string[]): Status => home.json(['status', '-r', name, ...more]);
const files = (home: Home): string[] =>
  existsSync(home.data)
    ? readdirSync(home.data)
        .map((name) => join(home.data, name))
        .sort()
    : [];

describe('the question before the first tick at a new place', () => {
  const renamed = (): { home: Home; old: string } => {
    const { home, old } = ticked('a note without boxes');
    moved(home, 'café.md', 'notes.md');
    return { home, old };
  };
  const args = ['done', '1.2', '-r', 'notes.md'];

  it.each([
    ['y', 1],
    ['n', 0],
  ])('is answered at a terminal: %s', (answer, done) => {
    const { home, old } = renamed();
    const terminal = atTerminal(home, args, { steps: [{ until: '(y/N)', type: `${answer}\r` }], columns: 300 });
    if (terminal === null) return console.warn(noTerminal);
    expect(terminal.status).toBe(0);
    expect(terminal.screen).toContain(old);
    expect(terminal.screen).toContain('istio-roadmap reconcile -r notes.md');
    expect(doneIn(status(home, 'notes.md'))).toBe(done);
  });

  it('is put by start and skip as well, and not where nothing would be written', () => {
    const { home } = renamed();
    for (const verb of ['start', 'skip']) expect(home.run([verb, '1.2', '-r', 'notes.md']).status).toBe(2);
    expect(home.run(['reopen', '1.2', '-r', 'notes.md'])).toMatchObject({ status: 0, err: '' });
    expect(home.run(['start', '1.2', '-r', 'notes.md', '--force']).status).toBe(0);
  });

  it('is put once for a note whose boxes are ticked, where ticks of its rows lie elsewhere', () => {
    const { home, old } = ticked('rows of a table');
    home.write('café.md', home.read('café.md').replace('[ ] nought', '[x] nought ✅ 2026-11-01'));
    moved(home, 'café.md', 'notes.md');
    expect(home.run(['done', '1.1', '-r', 'notes.md']).status).toBe(2);
    expect(home.run(['done', '1.1', '--force', '-r', 'notes.md'])).toMatchObject({
      ...{ status: 0, err: expect.stringContaining('ticks-abandoned') },
    });
    expect(home.run(['reopen', '1.1', '-r', 'notes.md'])).toMatchObject({ status: 0, err: '' });
    for (const words of [['P2'], ['1.1', 'P2']]) expect(home.run(['done', ...words, '-r', 'notes.md']).status).toBe(2);
    expect(flat(home, ['status', '-r', 'notes.md']).err).toContain(old);
  });
});

describe('what is not taken for abandoned ticks', () => {
  it('a roadmap that is there: its copy has none, says nothing and asks nothing', () => {
    const { home, old } = ticked('a note without boxes');
    home.write('notes.md', home.read('café.md'));
    for (const look of ['status', 'next', 'lint'])
      expect(home.run([look, '-r', 'notes.md'], { env: wide })).toMatchObject({
        status: 0,
        err: '',
        out: expect.not.stringContaining(old),
      });
    expect(home.json<Reconciled>(['reconcile', '-r', 'notes.md']).abandoned).toBeNull();
    expect(home.run(['done', '1.2', '-r', 'notes.md'])).toMatchObject({ status: 0, err: '' });
  });

  it('other topics, and a few of the same title in another roadmap', () => {
    const { home } = ticked('a note without boxes');
    home.write('go.md', '# Go\n\n- Introduction\n- Basics\n');
    home.run(['done', '1', '2', '-r', 'go.md']);
    for (const name of ['café.md', 'go.md']) rmSync(home.path(name));
    for (const [name, text] of [
      ['tea.md', '# Tea\n\n- Green\n- Oolong\n'],
      ['rust.md', '# Rust\n\n- Introduction\n- Basics\n- Traits\n'],
    ] as const) {
      home.write(name, text);
      expect(home.run(['status', '-r', name])).toMatchObject({ status: 0, err: '' });
      expect(home.run(['done', '1', '-r', name])).toMatchObject({ status: 0, err: '' });
    }
  });

  it('ticks that are here already', () => {
    const { home, old } = ticked('a note without boxes');
    moved(home, 'café.md', 'notes.md');
    home.run(['done', '1.1', '--on', 'yesterday', '--force', '-r', 'notes.md']);
    expect(home.run(['status', '-r', 'notes.md'])).toMatchObject({ status: 0, err: '' });
    expect(files(home)).toContain(old);
  });

  it('files that cannot be read as progress files', () => {
    const { home, old } = ticked('a note without boxes');
    moved(home, 'café.md', 'notes.md');
    mkdirSync(join(home.data, 'a-folder.md'));
    writeFileSync(join(home.data, 'binary.md'), Buffer.from([0, 1, 2, 255]));
    writeFileSync(join(home.data, 'nul.md'), '---\nroadmap: "/a\\u0000b.md"\n---\n\n# Zürich café\n\n- [x] one\n');
    writeFileSync(join(home.data, 'open.md'), `---\nroadmap: /gone.md\n${'tags: x\n'.repeat(500)}`);
    writeFileSync(join(home.data, 'long.md'), `---\nroadmap: /${'x/'.repeat(5000)}.md\n---\n\n- [x] one\n`);
    const { status: exit, err } = flat(home, ['status', '-r', 'notes.md']);
    expect(exit).toBe(0);
    expect(err.match(/warning/g)).toHaveLength(1);
    expect(err).toContain(old);
  });
});

describe('several files that may hold them', () => {
  it('are all named, the likeliest first, and taken one after the other', () => {
    const home = newHome();
    for (const [name, words] of [
      ['a/k.md', ['1.1']],
      ['b/k.md', ['1.2', '2.1']],
    ] as const) {
      home.write(name, outline);
      home.run(['done', ...words, '-r', name]);
    }
    const [first, second] = files(home) as [string, string];
    rmSync(home.path('a'), { recursive: true });
    moved(home, 'b/k.md', 'c/m.md');
    const now = 'c/m.md';
    const { err } = flat(home, ['status', '-r', now]);
    for (const file of [first, second]) {
      expect(err).toContain(`${file} belong`);
      expect(err).toContain(` istio-roadmap reconcile --from ${file} -r ${now} `);
    }
    const shown = home.json<Reconciled>(['reconcile', '-r', now]);
    expect([shown.abandoned?.file, ...shown.abandonedElsewhere.map(({ file }) => file)].sort()).toEqual([
      first,
      second,
    ]);
    expect(shown.abandoned).toMatchObject({ fitting: 2, total: 2 });
    const [other] = shown.abandonedElsewhere;
    expect(flat(home, ['reconcile', '-r', now]).out).toContain(
      `istio-roadmap reconcile --from ${other?.file} -r ${now}`,
    );
    home.run(['reconcile', '--apply', '-r', now]);
    expect(doneIn(status(home, now))).toBe(2);
    expect(status(home, now).abandoned).toMatchObject([{ file: other?.file }]);
    home.run(['reconcile', '--apply', '-r', now]);
    expect(doneIn(status(home, now))).toBe(3);
    expect(files(home)).toHaveLength(1);
  });
});

describe('reconcile --from', () => {
  it('takes a file that was not found by itself', () => {
    const home = newHome();
    home.write('go.md', '# Go\n\n- Introduction\n- Basics\n');
    home.run(['done', '1', '-r', 'go.md']);
    const old = home.progressFile();
    rmSync(home.path('go.md'));
    home.write('rust.md', '# Rust\n\n- Introduction\n- Traits\n- Lifetimes\n- Basics\n');
    const from = ['reconcile', '--from', old, '-r', 'rust.md'];
    expect(home.json<Reconciled>(['reconcile', '-r', 'rust.md']).abandoned).toBeNull();
    const kept = home.snapshot();
    expect(home.json<Reconciled>(from).abandoned).toEqual({
      ...{ file: old, roadmap: home.path('go.md'), fitting: 1, total: 1 },
    });
    expect(flat(home, from).out).toContain(`istio-roadmap reconcile --from ${old} --apply -r rust.md`);
    expect(home.snapshot()).toEqual(kept);
    expect(home.json<Reconciled>([...from, '--apply'])).toMatchObject({ applied: true });
    expect(existsSync(old)).toBe(false);
    expect(doneIn(status(home, 'rust.md'))).toBe(1);
    expect(home.run(['undo', '-r', 'rust.md']).status).toBe(0);
    expect(files(home)).toEqual([old]);
  });

  it('copies what a roadmap that is there still needs, and what is no file of ours', () => {
    const { home, old } = ticked('a note without boxes');
    home.write('notes.md', home.read('café.md'));
    const before = readFileSync(old, 'utf8');
    const from = ['reconcile', '--from', old, '-r', 'notes.md'];
    expect(flat(home, from).out).toMatch(/café\.md, which is still there; the file stays as it is /);
    expect(home.json<Reconciled>([...from, '--apply'])).toMatchObject({ applied: true });
    expect(readFileSync(old, 'utf8')).toBe(before);
    expect([doneIn(status(home, 'notes.md')), doneIn(status(home, 'café.md'))]).toEqual([1, 1]);
    expect(home.json<Reconciled>([...from, '--apply'])).toMatchObject({ applied: false });
    home.run(['undo', '-r', 'notes.md']);
    expect(doneIn(status(home, 'notes.md'))).toBe(0);

    const copy = home.write('backup/ticks.md', before);
    rmSync(old);
    rmSync(home.path('café.md'));
    expect(home.run(['reconcile', '--from', 'backup/ticks.md', '--apply', '-r', 'notes.md']).status).toBe(0);
    expect(readFileSync(copy, 'utf8')).toBe(before);
    expect(doneIn(status(home, 'notes.md'))).toBe(1);
    const plainList = home.write('list.md', '# Mine\n\n- [x] three ✅ 2026-11-02\n');
    expect(home.run(['reconcile', '--from', 'list.md', '--apply', '-r', 'notes.md']).status).toBe(0);
    expect(readFileSync(plainList, 'utf8')).toBe('# Mine\n\n- [x] three ✅ 2026-11-02\n');
    expect(doneIn(status(home, 'notes.md'))).toBe(2);
  });

  it('refuses what it cannot take, and writes nothing', () => {
    const { home, old } = ticked('a note without boxes');
    home.write('binary.md', Buffer.from([0, 1, 2, 255]));
    const kept = home.snapshot();
    const from = (file: string, ...more: string[]) =>
      home.run(['reconcile', '--from', file, '--apply', '-r', 'café.md', ...more], { env: wide });
    expectRefusal(from('nowhere.md'), 5, /nowhere\.md cannot be read: there is no such file/);
    expectRefusal(from('.'), 5, /cannot be read: it is a folder/);
    expectRefusal(from('binary.md'), 4, /binary\.md is not text/);
    expectRefusal(from('café.md'), 4, /café\.md is not a progress file/);
    expect(from(old, '--progress', 't.md')).toMatchObject({ status: 2, out: '' });
    // Its ticks are there.
    expect(from(old)).toMatchObject({ status: 0, err: '' });
    expect(home.snapshot()).toEqual(kept);
  });
});

describe('ticks in a file of the user’s choice', () => {
  const chosen = (): Home => {
    const { home } = ticked('a note without boxes');
    home.run(['reconcile', '--progress', 'ticks/t.md', '--apply', '-r', 'café.md']);
    return home;
  };

  it.each([false, true])('are found where the note was renamed, and stay in that file; ticks here: %s', (isTicked) => {
    const home = newHome();
    mkdirSync(home.path('ticks'));
    home.write('café.md', outline);
    home.run(['done', '1.1', '-r', 'café.md']);
    expect(home.run(['reconcile', '--progress', 'ticks/t.md', '--apply', '-r', 'café.md']).status).toBe(0);
    const before = home.snapshot();
    moved(home, 'café.md', 'deep/notes.md');
    const now = 'deep/notes.md';
    expect(home.run(['done', '1.2', '-r', now]).status).toBe(2);
    if (isTicked) expect(home.run(['done', '1.2', '--force', '-r', now]).status).toBe(0);
    for (const look of ['status', 'next', 'lint'])
      expect(Object.values(flat(home, [look, '-r', now])).join('')).toContain(home.path('ticks/t.md'));
    expect(home.json<Reconciled>(['reconcile', '--apply', '-r', now])).toMatchObject({
      abandoned: { file: home.path('ticks/t.md') },
      progress: { mode: 'file', path: home.path('ticks/t.md') },
    });
    expect(status(home, now)).toMatchObject({ progress: { path: home.path('ticks/t.md') }, abandoned: [] });
    expect(doneIn(status(home, now))).toBe(isTicked ? 2 : 1);
    expect(home.read('ticks/t.md')).toMatch(/^---\nroadmap: \.\.\/deep\/notes\.md\n---\n/);
    expect(home.run(['undo', '-r', now]).status).toBe(0);
    expect(doneIn(status(home, now))).toBe(isTicked ? 1 : 0);
    expect(before['work/ticks/t.md']?.replace(/written \d+/, '')).toBe(
      home.snapshot()['work/ticks/t.md']?.replace(/written \d+/, ''),
    );
    expect(home.run(['redo', '-r', now]).status).toBe(0);
    expect(doneIn(status(home, now))).toBe(isTicked ? 2 : 1);
  });

  it('which is named with every command, are refused under another name and taken with --from', () => {
    const home = newHome();
    home.write('café.md', outline);
    home.run(['done', '1.1', '--progress', 't.md', '-r', 'café.md']);
    moved(home, 'café.md', 'notes.md');
    const with_ = ['--progress', 't.md', '-r', 'notes.md'];
    expectRefusal(
      home.run(['done', '1.2', ...with_], { env: wide }),
      4,
      /t\.md is not a progress file of this roadmap/,
    );
    expect(home.run(['reconcile', '--from', 't.md', '--apply', '-r', 'notes.md']).status).toBe(0);
    expect(home.read('t.md')).toMatch(/^---\nroadmap: notes\.md\n---\n/);
    expect(doneIn(status(home, 'notes.md', '--progress', 't.md'))).toBe(1);
    expect(doneIn(status(home, 'notes.md'))).toBe(1);
  });

  it('that is new, is for that run: nowhere else is looked', () => {
    const { home } = ticked('a note without boxes');
    moved(home, 'café.md', 'notes.md');
    expect(home.run(['done', '1.2', '--progress', 'new.md', '-r', 'notes.md'])).toMatchObject({ status: 0, err: '' });
    expect(home.run(['status', '--progress', 'new.md', '-r', 'notes.md'])).toMatchObject({ status: 0, err: '' });
    expect(chosen).toBeTypeOf('function');
  });
});

/** The same sum as earlier versions made of a path: six digits of it were in the name of a progress file. */
function sixDigits(path: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < path.length; i++) {
    const code = path.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const hash = (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(8, '0');
  let number = 0;
  for (const char of hash) number = (Math.imul(number, 36) + Number.parseInt(char, 36)) >>> 0;
  return (number & 0xffffff).toString(16).padStart(6, '0');
}

describe('the name of a progress file', () => {
  const short = (home: Home, name: string): string =>
    join(home.data, `${name.replace(/^.*\//, '').replace(/\.\w+$/, '')}-${sixDigits(home.path(name))}.md`);

  it('has a long hash; one of six digits is found and stays in use', () => {
    const { home, old } = ticked('a note without boxes');
    expect(old).toMatch(/\/café-[0-9a-f]{14}\.md$/);
    const earlier = short(home, 'café.md');
    renameSync(old, earlier);
    expect(status(home, 'café.md').progress.path).toBe(earlier);
    expect(home.run(['done', '1.2', '-r', 'café.md'])).toMatchObject({ status: 0, err: '' });
    expect(files(home)).toEqual([earlier]);
    expect(doneIn(status(home, 'café.md'))).toBe(2);
    home.run(['undo', '-n', '1', '-r', 'café.md']);
    expect(doneIn(status(home, 'café.md'))).toBe(1);

    moved(home, 'café.md', 'deep/notes.md');
    expect(flat(home, ['status', '-r', 'deep/notes.md']).err).toContain(earlier);
    home.run(['reconcile', '--apply', '-r', 'deep/notes.md']);
    expect(doneIn(status(home, 'deep/notes.md'))).toBe(1);
    expect(home.progressFile()).toMatch(/\/notes-[0-9a-f]{14}\.md$/);
  });

  it('of six digits that two roadmaps share belongs to the one that it names', () => {
    const home = newHome();
    // Two folders whose `k.md` have the same six digits: among some ten thousand there are such.
    const seen = new Map<string, string>();
    let pair: [string, string] | null = null;
    for (let i = 0; pair === null && i < 200_000; i++) {
      const digits = sixDigits(home.path(`n${i}/k.md`));
      const other = seen.get(digits);
      if (other !== undefined) pair = [other, `n${i}/k.md`];
      else seen.set(digits, `n${i}/k.md`);
    }
    const [one, two] = pair as [string, string];
    for (const name of [one, two]) home.write(name, outline);
    home.run(['done', '1.1', '-r', one]);
    const shared = short(home, one);
    expect(short(home, two)).toBe(shared);
    renameSync(home.progressFile(), shared);
    const kept = readFileSync(shared, 'utf8');

    expect(doneIn(status(home, one))).toBe(1);
    expect(status(home, two)).toMatchObject({ total: { done: 0 }, abandoned: [] });
    expect(home.run(['status', '-r', two])).toMatchObject({ status: 0, err: '' });
    expect(home.run(['done', '1.2', '-r', two])).toMatchObject({ status: 0, err: '' });
    expect(readFileSync(shared, 'utf8')).toBe(kept);
    expect(files(home)).toHaveLength(2);
    expect([doneIn(status(home, one)), doneIn(status(home, two))]).toEqual([1, 1]);
    expect(home.run(['done', '2.1', '-r', one])).toMatchObject({ status: 0, err: '' });
    expect([doneIn(status(home, one)), doneIn(status(home, two))]).toEqual([2, 1]);
    // The one that it names is gone: that is named, and the file is still not used.
    rmSync(home.path(one));
    expect(flat(home, ['status', '-r', two]).err).toContain(`${shared} belong to topics`);
    expect(doneIn(status(home, two))).toBe(1);
  });

  it.each([
    ['another roadmap that is there', 'other.md', 'as its roadmap'],
    ['one that is gone', 'gone.md', 'belongs to a topic of this roadmap'],
  ])('does not make a file that names %s ours', (_, other, reason) => {
    const { home, old } = ticked('a note without boxes');
    home.write('other.md', '# Tea\n\n- Green\n');
    const text = readFileSync(old, 'utf8').replace(home.path('café.md'), home.path(other));
    writeFileSync(old, text);
    expect(doneIn(status(home, 'café.md'))).toBe(0);
    for (const look of ['status', 'next', 'lint']) {
      const { out, err } = flat(home, [look, '-r', 'café.md']);
      expect(out + err).toContain(old);
      expect(out + err).toContain(reason);
      expect(out + err).toContain(`istio-roadmap reconcile ${other === 'gone.md' ? '' : `--from ${old} `}-r café.md`);
    }
    expect(home.run(['done', '1.2', '-r', 'café.md']).status).toBe(other === 'gone.md' ? 2 : 0);
    home.run(['done', '1.2', '--force', '-r', 'café.md']);
    expect(readFileSync(old, 'utf8')).toBe(text);
    expect(doneIn(status(home, 'café.md'))).toBe(1);
    expect(files(home)).toHaveLength(2);
    expect(home.run(['reconcile', '--from', old, '--apply', '-r', 'café.md'])).toMatchObject({ status: 0, err: '' });
    expect(doneIn(status(home, 'café.md'))).toBe(2);
    expect(existsSync(old)).toBe(other === 'other.md');
    expect(home.run(['done', '2.1', '-r', 'café.md'])).toMatchObject({ status: 0, err: '' });
    expect(doneIn(status(home, 'café.md'))).toBe(3);
  });

  it('of the bundled roadmap, too', () => {
    const home = newHome();
    home.write('café.md', outline);
    home.run(['done', '1.1', '-r', 'café.md']);
    const text = readFileSync(home.progressFile(), 'utf8');
    const taken = join(home.data, 'istio.md');
    renameSync(home.progressFile(), taken);
    expect(home.json<Status>(['status']).total.done).toBe(0);
    expect(home.run(['done', '1.1']).status).toBe(0);
    expect(readFileSync(taken, 'utf8')).toBe(text);
    expect(home.json<Status>(['status']).total.done).toBe(1);
  });

  it('is that of the real file, which it names: a link that goes changes nothing', () => {
    const home = newHome();
    home.write('real/café.md', outline);
    home.shell('ln -s real/café.md link.md && istio-roadmap done 1.1 -r link.md');
    expect(readFileSync(home.progressFile(), 'utf8')).toContain(`roadmap: ${home.path('real/café.md')}\n`);
    rmSync(home.path('link.md'));
    expect(doneIn(status(home, 'real/café.md'))).toBe(1);
    expect(home.run(['status', '-r', 'real/café.md']).err).toBe('');
  });
});
