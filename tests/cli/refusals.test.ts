// Refusals: bad input and places that cannot be written: one sentence, a hint, the right status, and nothing changed.
// What is no roadmap: a Russian sentence, a list of people or of shopping (молоко, хлеб: milk, bread), a story ("Однажды вечером
// мы сидели": one evening we sat); and small roadmaps of mountains and a garden.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { expectRefusal, type Home, isRoot, newHome, newHomeOfNobody, wide } from '../support/program.ts';
import { garden, kafka, longNote, postgres } from './notes.ts';

/** Folders of ours may be made on the way to a refusal; files, links and modes may not change. */
function filesOf(home: Home): Record<string, string> {
  const all = Object.entries(home.snapshot());
  return Object.fromEntries(all.filter(([name, what]) => !(name.startsWith('home/.') && what.startsWith('folder'))));
}

function expectUnchanged(home: Home, args: readonly string[], status: number, sentence: RegExp, env = {}): string {
  const before = filesOf(home);
  const answer = home.run(args, { env: { ...wide, ...env } });
  expectRefusal(answer, status, sentence);
  expect(filesOf(home)).toEqual(before);
  return answer.err;
}

const verbs = [['status'], ['list', '--json'], ['show', '1'], ['done', '1.1'], ['undo']];

describe('a file over 32 MiB', () => {
  const most = 32 * 1024 * 1024;
  const tooLarge = /cannot be read: it is larger than 32 MiB/;

  /** Takes no room on the disk. */
  function endless(home: Home, name: string, size = most + 1): string {
    const path = home.write(name, '- [ ] One\n');
    truncateSync(path, size);
    return path;
  }

  it.each([...verbs, ['lint'], ['export'], ['reconcile']])('is refused before it is read: %j', (...args) => {
    const home = newHome();
    endless(home, 'big.md');
    expectUnchanged(home, [...args, '-r', 'big.md'], 5, tooLarge);
  });

  it('is a finding of lint FOLDER, which goes on', () => {
    const home = newHome();
    endless(home, 'notes/a.md');
    endless(home, 'notes/b.yaml', 128 * most);
    home.write('notes/c.md', '- [x] One\n');
    const { status, out, err } = home.run(['lint', 'notes'], { env: wide });
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toMatch(/notes\/a\.md.*32 MiB.*notes\/b\.yaml.*32 MiB.*notes\/c\.md/s);
  });

  it('is refused as standard input', () => {
    const home = newHome();
    home.write('note.md', kafka);
    const answer = home.run(['done', '-', '-r', 'note.md'], { input: '1.1\n'.repeat(most / 4 + 1), env: wide });
    expectRefusal(answer, 5, /\/dev\/stdin cannot be read: it is larger than 32 MiB/);
    expect(home.read('note.md')).toBe(kafka);
  });

  it('is refused as a progress file', () => {
    const home = newHome();
    home.write('plan.md', '# Plan\n\n## One\n\n- First\n- Second\n');
    expect(home.run(['done', '1.1', '-r', 'plan.md']).status).toBe(0);
    truncateSync(home.progressFile(), most + 1);
    expectUnchanged(home, ['status', '-r', 'plan.md'], 5, tooLarge);
  });

  it('is never made by a tick', () => {
    const home = newHome();
    const text = `- [ ] One\n- [ ] ${'x'.repeat(most - 30)}\n`;
    home.write('note.md', text);
    expectUnchanged(home, ['done', '1', '-r', 'note.md'], 5, /cannot be written: it is larger than 32 MiB/);
    expect(home.run(['status', '-r', 'note.md']).status).toBe(0);
  });
});

describe('a file that cannot be read', () => {
  const picture = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256)),
  ]);

  it.each<[string, string, (home: Home) => unknown, RegExp]>([
    ['is missing', 'gone.md', () => {}, /gone\.md cannot be read: there is no such file/],
    ['is in a folder that is missing', 'no/where.md', () => {}, /no\/where\.md cannot be read: there is no such file/],
    [
      'is below a file',
      'a.md/b.md',
      (home) => home.write('a.md', kafka),
      /a\.md\/b\.md cannot be read: a part of its path is a file/,
    ],
    ['is a folder', 'notes', (home) => mkdirSync(home.path('notes')), /notes cannot be read: it is a folder/],
    ['is a picture', 'p.md', (home) => home.write('p.md', picture), /p\.md cannot be read: it is not text/],
    [
      'is full of zeros',
      'z.md',
      (home) => home.write('z.md', new Uint8Array(4096)),
      /z\.md cannot be read: it is not text/,
    ],
  ])('%s', (_, name, make, sentence) => {
    const home = newHome();
    make(home);
    for (const args of verbs) expectUnchanged(home, [...args, '-r', name], 5, sentence);
  });

  it.each([
    ['is empty', ''],
    ['is blank', ' \n\t\n'],
    ['is a lone byte-order mark', '\ufeff'],
  ])('%s: it can be read, and is no roadmap', (_, text) => {
    const home = newHome();
    home.write('e.md', text);
    for (const args of verbs) expectUnchanged(home, [...args, '-r', 'e.md'], 4, /e\.md is not a roadmap: it is empty/);
  });

  it('may not be read, itself or its folder', () => {
    const home = newHomeOfNobody();
    home.write('secret.md', kafka, 0o200);
    home.write('vault/note.md', kafka);
    for (const args of [['status'], ['done', '1.3']])
      expectRefusal(home.run([...args, '-r', 'secret.md'], { env: wide }), 5, /secret\.md cannot be read: permission/);
    chmodSync(home.path('vault'), 0o000);
    for (const args of [['status'], ['done', '1.3']])
      expectRefusal(
        home.run([...args, '-r', 'vault/note.md'], { env: wide }),
        5,
        /note\.md cannot be read: permission/,
      );
  });

  it('a text of 50 MB is read, or refused, in bounded time', () => {
    const home = newHome();
    const prose = `${'Длинная строка без единой темы. '.repeat(30)}\n`;
    home.write('big.md', `# Горы\n\n- [ ] Эльбрус\n\n${prose.repeat(Math.ceil(50e6 / Buffer.byteLength(prose)))}`);
    const { status, signal } = home.run(['status', '-r', 'big.md'], { milliseconds: 20_000 });
    expect({ signal, known: [0, 5].includes(status ?? -1) }).toEqual({ signal: null, known: true });
  }, 40_000);
});

describe('a roadmap that cannot be understood', () => {
  it.each<[string, string, RegExp, RegExp]>([
    [
      'broken YAML',
      'title: Сад\nsections:\n  - title: Почва\n   topics: [Компост\n',
      /y\.yaml cannot be used/,
      /[34]:\d+ /,
    ],
    [
      'a key twice',
      'title: Сад\ntitle: Огород\nsections:\n  - title: Почва\n    topics: [Компост]\n',
      /y\.yaml cannot be used/,
      /2:1 /,
    ],
    ['a level that is a map', `${garden}levels:\n  - {id: {}}\n`, /y\.yaml/, /\d+:\d+ /],
  ])('%s is reported with line and column', (_, text, sentence, place) => {
    const home = newHome();
    home.write('y.yaml', text);
    for (const args of verbs) {
      const err = expectUnchanged(home, [...args, '-r', 'y.yaml'], 4, sentence);
      expect(err.split('\n').slice(1).join('\n')).toMatch(place);
    }
  });

  it.each<[string, string]>([
    ['a list of purchases', 'purchases:\n  - {product: молоко, price: 80}\n  - {product: хлеб, price: 50}\n'],
    ['settings of a service', 'server:\n  port: 8080\n  host: localhost\nlog_level: info\n'],
    ['the résumé of a person', 'name: Анна\nemail: anna@example.org\nwork:\n  - company: Рога\n    from: 2019\n'],
  ])('YAML that is no roadmap is refused: %s', (_, text) => {
    const home = newHome();
    home.write('y.yaml', text);
    expectUnchanged(home, ['status', '-r', 'y.yaml'], 4, /y\.yaml is not a roadmap/);
    expectUnchanged(home, ['done', '1', '-r', 'y.yaml'], 4, /y\.yaml is not a roadmap/);
  });

  it('aliases that multiply are refused quickly', () => {
    const home = newHome();
    const bomb = Array.from({ length: 12 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : Array(9).fill(`*a${i - 1}`)}]`);
    home.write('y.yaml', `${bomb.join('\n')}\nsections: *a11\n`);
    expectRefusal(home.run(['status', '-r', 'y.yaml'], { env: wide, milliseconds: 5000 }), 4, /y\.yaml/);
  });

  it('prose has no topics and says so, without inventing any', () => {
    const home = newHome();
    home.write('prose.md', 'Однажды вечером мы сидели у реки.\n\nНикто никуда не спешил.\n');
    const { status, out, err } = home.run(['status', '-r', 'prose.md']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('no topics');
    expectUnchanged(home, ['done', '1', '-r', 'prose.md'], 3, /no topic matches "1"/);
  });
});

describe('a note that may not be written', () => {
  it.each([[0o444], [0o400]])('mode %o and in a folder where a rename would succeed', (mode) => {
    const home = newHomeOfNobody();
    home.write('note.md', kafka, mode);
    expect(home.run(['status', '-r', 'note.md'])).toMatchObject({ status: 0, err: '' });
    for (const verb of ['done', 'start', 'skip'])
      expectNoteUntouched(home, [verb, '1.3', '-r', 'note.md'], /note\.md cannot be written/);
    expect(statSync(home.path('note.md')).mode & 0o777).toBe(mode);
  });

  it('root honours a read-only mode too', () => {
    const home = newHome();
    home.write('note.md', kafka, 0o444);
    expectNoteUntouched(home, ['done', '1.3', '-r', 'note.md'], /note\.md cannot be written/);
  });

  it('in a folder that is read-only', () => {
    const home = newHomeOfNobody();
    home.write('vault/note.md', kafka);
    expect(home.run(['status', '-r', 'vault/note.md'])).toMatchObject({ status: 0, err: '' });
    chmodSync(home.path('vault'), 0o555);
    expectNoteUntouched(home, ['done', '1.3', '-r', 'vault/note.md'], /vault\/note\.md cannot be written/);
    expect(readdirSync(home.path('vault'))).toEqual(['note.md']);
  });

  it('of another user', ({ skip }) => {
    if (!isRoot) return skip('only root can make a file of another user');
    const home = newHome();
    chownSync(home.write('note.md', kafka), 65534, 65534);
    expectNoteUntouched(home, ['done', '1.3', '-r', 'note.md'], /belongs to another user/);
  });

  function expectNoteUntouched(home: Home, args: readonly string[], sentence: RegExp): void {
    const note = args.at(-1) as string;
    const before = home.bytes(note);
    expectRefusal(home.run(args, { env: wide }), 5, sentence);
    expect(home.bytes(note)).toEqual(before);
    expect(home.json(['status', '-r', note])).toMatchObject({ total: { done: 2 } });
  }
});

describe('a home that cannot be used', () => {
  const outline = (home: Home) => home.write('outline.md', postgres);

  it('a home that is read-only: looking works, a tick is refused with the variable to set', () => {
    const home = newHomeOfNobody();
    outline(home);
    home.write('note.md', kafka);
    home.run(['status']);
    chmodSync(home.home, 0o555);
    expect(home.run(['status', '-r', 'outline.md'])).toMatchObject({ status: 0, err: '' });
    for (const args of [
      ['done', '1.1', '-r', 'outline.md'],
      ['done', '1.3', '-r', 'note.md'],
      ['done', '1.1'],
    ]) {
      const answer = home.run(args, { env: wide });
      expectRefusal(answer, 5, /cannot be written: permission denied/);
      expect(answer.err).toMatch(/XDG_(DATA|STATE)_HOME/);
    }
    expect(home.read('note.md')).toBe(kafka);
    expect(readdirSync(home.home)).toEqual([]);
  });

  it.each<[string, { HOME: string | undefined }]>([
    ['HOME is not set', { HOME: undefined }],
    ['HOME is empty', { HOME: '' }],
    ['HOME is relative', { HOME: 'home' }],
    ['HOME is not there', { HOME: '/nowhere/at/all' }],
    ['HOME is a file', { HOME: '/etc/hostname' }],
  ])('%s: looking works, a tick is refused with a hint and makes no folder', (_, env) => {
    const home = newHome();
    outline(home);
    home.write('note.md', kafka);
    for (const name of ['outline.md', 'note.md', 'istio'])
      expect(home.run(['status', '-r', name], { env })).toMatchObject({ status: 0, err: '' });
    const before = home.snapshot();
    for (const args of [
      ['done', '1.1', '-r', 'outline.md'],
      ['done', '1.3', '-r', 'note.md'],
      ['done', '1.1'],
    ]) {
      const answer = home.run(args, { env: { ...wide, ...env } });
      expectRefusal(answer, 5, /cannot be written/);
      expect(answer.err).toMatch(/XDG_(DATA|STATE)_HOME|HOME/);
    }
    expect(home.snapshot()).toEqual(before);
  });

  it('a working folder that was removed does not matter for a path from the root', () => {
    const home = newHome();
    const note = home.write('note.md', kafka);
    const gone = home.path('gone');
    const inGone = (line: string) =>
      home.shell(`mkdir ${gone} && cd ${gone} && rmdir ${gone} && ${line}`, { env: wide });
    expect(inGone(`istio-roadmap done 1.3 -r ${note}`)).toMatchObject({ status: 0, err: '' });
    expectRefusal(
      inGone('istio-roadmap status -r note.md'),
      5,
      /gone\/note\.md cannot be read: the folder that you are in was removed/,
    );
  });

  it('without HOME the XDG variables suffice', () => {
    const home = newHome();
    outline(home);
    const env = { HOME: undefined, XDG_DATA_HOME: join(home.root, 'd'), XDG_STATE_HOME: join(home.root, 's') };
    expect(home.run(['done', '1.1', '-r', 'outline.md'], { env })).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(join(home.root, 'd', 'istio-roadmap'))).toHaveLength(1);
  });

  it('one XDG variable is not enough where HOME is gone: it is never made', () => {
    const home = newHome();
    outline(home);
    const gone = join(home.root, 'gone');
    for (const variable of ['XDG_STATE_HOME', 'XDG_DATA_HOME']) {
      const env = { ...wide, HOME: gone, [variable]: join(home.root, 'x') };
      expectRefusal(home.run(['done', '1.1', '-r', 'outline.md'], { env }), 5, /cannot be written/);
      expect(readdirSync(home.root)).not.toContain('gone');
    }
  });

  it('a progress file that is a folder is reported, not replaced', () => {
    const home = newHome();
    mkdirSync(join(home.data, 'istio.md'), { recursive: true });
    expectUnchanged(home, ['done', '1.1'], 5, /istio\.md cannot be read: it is a folder/);
  });
});

describe('a full disk', () => {
  /** A file system of its own, so small that a few pages fill it. Null where it cannot be mounted. */
  function smallDisk(home: Home, name: string): string | null {
    const path = home.path(name);
    mkdirSync(path);
    if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path]).status !== 0) return null;
    onTestFinished(() => {
      spawnSync('umount', [path]);
    });
    return path;
  }

  function fill(folder: string): void {
    for (let size = 65536; size >= 1; size = Math.floor(size / 2))
      try {
        writeFileSync(join(folder, `filler-${size}`), 'x'.repeat(size));
      } catch {
        // Full to this granularity.
      }
  }

  const message = 'a small tmpfs cannot be mounted here, which only root may do: no disk to fill';

  it('under the note: refused, the note is what it was, nothing half is left', ({ skip }) => {
    const home = newHome();
    const disk = smallDisk(home, 'disk');
    if (disk === null) return skip(message);
    const text = longNote(400);
    home.write('disk/note.md', text);
    fill(disk);
    const names = readdirSync(disk);
    const answer = home.run(['done', '1.5', '-r', 'disk/note.md'], { env: wide });
    expectRefusal(answer, 5, /note\.md cannot be written: the disk is full/);
    expect(home.read('disk/note.md')).toBe(text);
    expect(readdirSync(disk)).toEqual(names);
    for (const name of names) if (name.startsWith('filler')) spawnSync('rm', [join(disk, name)]);
    expect(home.run(['done', '1.5', '-r', 'disk/note.md'])).toMatchObject({ status: 0, err: '' });
  });

  it('under the home: refused, the note and the progress file are what they were', ({ skip }) => {
    const home = newHome();
    const disk = smallDisk(home, 'disk');
    if (disk === null) return skip(message);
    home.write('note.md', kafka);
    home.write('outline.md', postgres);
    const env = { HOME: disk };
    expect(home.run(['done', '1.1', '-r', 'outline.md'], { env }).status).toBe(0);
    fill(disk);
    const before = filesOf(home);
    for (const args of [
      ['done', '4', '-r', 'outline.md'],
      ['done', '1.3', '-r', 'note.md'],
    ])
      expectRefusal(home.run(args, { env: { ...wide, ...env } }), 5, /cannot be written: the disk is full/);
    expect(home.read('note.md')).toBe(kafka);
    const progress = (all: Record<string, string>) =>
      Object.entries(all).filter(([name]) => /outline-\w+\.md$/.test(name));
    expect(progress(filesOf(home))).toEqual(progress(before));
  });
});

describe('the cause is the one that there is', () => {
  const long = `${'n'.repeat(300)}.md`;
  const odd = "$(printf 'caf\\351.md')";

  it.each<[string, string, RegExp]>([
    ['a name that is too long', `status -r ${long}`, /cannot be read: its name is longer than the file system allows/],
    ['a progress file whose name is', `done 1 -r n.md --progress ${long}`, /cannot be written: its name is longer/],
    ['a new file whose name is', `init ${long}`, /cannot be written: (?:its name is longer|its folder)/],
    ['a file as a folder', 'status -r n.md/x.md', /cannot be read: a part of its path is a file, not a folder/],
    ['the same for ticks', 'done 1 -r n.md --progress n.md/x.md', /cannot be written: a part of its path is a file/],
    ['the same for a new file', 'init n.md/x.md', /cannot be written: a part of its path is a file/],
    ['a link to itself', 'status -r loop.md', /cannot be read: it is a link that leads to itself/],
    ['a name that is not UTF-8', `status -r "${odd}"`, /cannot be read: its path has bytes that are not UTF-8/],
    ['ticks in one', `done 1 -r n.md --progress "${odd}"`, /cannot be written: its path has bytes that are not UTF-8/],
    ['a new file of such a name', `init "${odd}"`, /cannot be written: its path has bytes that are not UTF-8/],
  ])('%s', (_, words, sentence) => {
    const home = newHome();
    home.write('n.md', kafka);
    symlinkSync('loop.md', home.path('loop.md'));
    expect(spawnSync('bash', ['-c', "cp n.md $'caf\\xe9.md'"], { cwd: home.work }).status).toBe(0);
    const names = readdirSync(home.work, 'buffer').map(String).sort();
    expectRefusal(home.shell(`COLUMNS=1000 istio-roadmap ${words}`), 5, sentence);
    expect(readdirSync(home.work, 'buffer').map(String).sort()).toEqual(names);
    expect(home.read('n.md')).toBe(kafka);
  });

  it('names that are not UTF-8 are findings of a folder, files and folders', () => {
    const home = newHome();
    home.write('vault/n.md', kafka);
    const make = "cp n.md $'caf\\xe9.md' && mkdir $'dir\\xe9' && cp n.md $'dir\\xe9'";
    expect(spawnSync('bash', ['-c', make], { cwd: home.path('vault') }).status).toBe(0);
    const { status, out } = home.run(['lint', 'vault', '--plain']);
    expect(status).toBe(1);
    for (const name of ['caf\ufffd.md', 'dir\ufffd'])
      expect(out).toContain(
        `vault/${name}:1:1: error: unreadable: cannot be read: its path has bytes that are not UTF-8`,
      );
  });

  it.each<[string, RegExp]>([
    ['status -r n.md', /n\.md cannot be read: the folder that you are in was removed/],
    ['done 1 -r n.md', /n\.md cannot be read: the folder that you are in was removed/],
    ['lint n.md', /n\.md cannot be read: the folder that you are in was removed/],
    ['init n.yaml', /n\.yaml cannot be written: the folder that you are in was removed/],
    ['done 1.1 --progress t.md', /t\.md cannot be written: the folder that you are in was removed/],
  ])('a working folder that was removed: %s', (words, sentence) => {
    const home = newHome();
    const answer = home.shell(`mkdir gone; cd gone; rmdir ../gone; COLUMNS=1000 istio-roadmap ${words}`);
    expectRefusal(answer, 5, sentence);
    expect(readdirSync(home.work)).toEqual([]);
    // A shell that does not say what the folder was called: relative names must not lead below the root.
    const unnamed = home.shell(`mkdir gone; cd gone; rmdir ../gone; unset PWD; COLUMNS=1000 istio-roadmap ${words}`);
    expectRefusal(unnamed, 5, sentence);
    const elsewhere = home.shell('mkdir gone; cd gone; rmdir ../gone; COLUMNS=1000 istio-roadmap status -r /none.md');
    expectRefusal(elsewhere, 5, /none\.md cannot be read: there is no such file/);
  });

  it('a mount point, which nothing can take the place of: the other way is named, and works', ({ skip }) => {
    const home = newHome();
    home.write('n.md', kafka);
    home.write('real.md', kafka);
    if (!isRoot || spawnSync('mount', ['--bind', home.path('real.md'), home.path('n.md')]).status !== 0)
      return skip('nothing can be mounted here, which only root may do');
    onTestFinished(() => {
      spawnSync('umount', [home.path('n.md')]);
    });
    const answer = home.run(['done', 'key', '-r', 'n.md'], { env: wide });
    expectRefusal(answer, 5, /n\.md cannot be written: it is a mount point/);
    expect(answer.err).toContain('`istio-roadmap done key -r n.md --progress ticks.md`');
    expect(home.read('n.md')).toBe(kafka);
    expect(home.run(['done', 'key', '-r', 'n.md', '--progress', 't.md'])).toMatchObject({ status: 0, err: '' });
  });
});

describe('an answer that nobody can hear', () => {
  const made = /^istio-roadmap: the change was made, but \/dev\/stdout cannot be written: the disk is full$/m;

  it.each(['done key', 'start key', 'skip key', 'done key --json', 'lint --fix n.md', 'undo', 'redo'])(
    '%s says that it is done',
    (words) => {
      const home = newHome();
      home.write('n.md', kafka.replace('[x]', '[X]'));
      if (words === 'undo' || words === 'redo') home.run(['done', 'key', '-r', 'n.md']);
      if (words === 'redo') home.run(['undo', '-r', 'n.md']);
      const before = home.read('n.md');
      const { status, err } = home.shell(`COLUMNS=1000 istio-roadmap ${words} -r n.md > /dev/full`);
      expect(status).toBe(5);
      expect(err).toMatch(made);
      expect(err).toContain('`istio-roadmap log -n 1 -r n.md`');
      expect(home.read('n.md')).not.toBe(before);
    },
  );

  it('init, a moved tick and a first one say so as well; what changed nothing says nothing of a change', () => {
    const home = newHome();
    home.write('n.md', kafka);
    for (const words of ['init new.yaml', 'done 1.1', 'reconcile -r n.md --progress t.md --apply'])
      expect(home.shell(`COLUMNS=1000 istio-roadmap ${words} > /dev/full`).err, words).toMatch(made);
    for (const words of ['status', 'list', 'done 1.1', 'done 1.2 --dry-run', 'lint n.md', 'export', 'init --help']) {
      const { status, err } = home.shell(`COLUMNS=1000 istio-roadmap ${words} > /dev/full`);
      expect({ words, status }).toEqual({ words, status: 5 });
      expect(err, words).toMatch(/^istio-roadmap: \/dev\/stdout cannot be written: the disk is full\n {2}make room/);
    }
  });
});
