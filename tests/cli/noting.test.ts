// Noting: `note`, and `done` with --spent and --note: what they write where, what they refuse, and that nothing of it is read as a state.
import { describe, expect, it } from 'vitest';
import { note as joined } from '../support/notes.ts';
import { expectRefusal, type Home, newHome, wide } from '../support/program.ts';

interface Listed {
  readonly address: string;
  readonly status: string;
  readonly spent: number | null;
  readonly noteLines: readonly { day: string; text: string }[];
}

const mesh = joined(
  '# Mesh',
  '',
  '## 1 Basics',
  '',
  '- [ ] Pods 🆔 pods 📅 2026-12-01',
  '  and their containers',
  '  - [ ] Ports',
  '- [x] Envoy ✅ 2026-11-01 ^envoy',
  '',
  '## 2 Routes',
  '',
  '• Hosts',
  '• Subsets',
  '',
);

function homeWith(text: string, name = 'note.md'): Home {
  const home = newHome();
  home.write(name, text);
  return home;
}

const hostile = '✅ 2026-01-01 🆔 x [x] #senior 📅 2026-02-02 ^block [spent:: 9h] <!-- ``` [a](b)';

/** Each line, with those that are new marked by a plus. */
const added = (before: string, after: string): string[] => {
  const old = before.split('\n');
  return after.split('\n').filter((line) => !old.includes(line));
};

describe('in a note', () => {
  it('a note is below its topic and the lines on which that goes on, before what is below it', () => {
    const home = homeWith(mesh);
    expect(home.run(['note', '1.1', 'Read', 'the docs', '-r', 'note.md'])).toMatchObject({ status: 0, err: '' });
    home.run(['note', 'pods', 'again', '--on', 'yesterday', '-r', 'note.md']);
    expect(home.read('note.md')).toBe(
      mesh.replace(
        '  and their containers\n',
        '  and their containers\n  - note 2026-11-20: Read the docs\n  - note 2026-11-19: again\n',
      ),
    );
    expect(home.run(['undo', '-n', '2', '-r', 'note.md']).status).toBe(0);
    expect(home.read('note.md')).toBe(mesh);
    expect(home.run(['redo', '-r', 'note.md']).status).toBe(0);
    expect(added(mesh, home.read('note.md'))).toEqual(['  - note 2026-11-20: Read the docs']);
  });

  it('time is among the fields, before those of the plugin and the block id, and adds up', () => {
    const home = homeWith(mesh);
    home.run(['done', '1.1', '--only', '--spent', '1h30m', '-r', 'note.md']);
    home.run(['done', '1.2', '--spent', '20m', '-r', 'note.md']);
    home.run(['done', '1.2', '--spent', '1.5h', '-r', 'note.md']);
    expect(added(mesh, home.read('note.md'))).toEqual([
      '- [x] Pods [spent:: 1h30m] 🆔 pods 📅 2026-12-01 ✅ 2026-11-20',
      '- [x] Envoy [spent:: 1h50m] ✅ 2026-11-01 ^envoy',
    ]);
    home.run(['undo', '-n', '3', '-r', 'note.md']);
    expect(home.read('note.md')).toBe(mesh);
  });

  it('no mark in a note is read: states, ids, levels, tags and totals stay', () => {
    const home = homeWith(mesh);
    const facts = () =>
      home
        .json<{ topics: Listed[] }>(['list', '-r', 'note.md'])
        .topics.map((one) => ({ ...one, line: 0, noteLines: [] }));
    const before = facts();
    for (const address of ['1.1', '1.1.1', '1.2', '2.1']) home.run(['note', address, hostile, '-r', 'note.md']);
    expect(facts()).toEqual(before);
    const { topics } = home.json<{ topics: Listed[] }>(['list', '-r', 'note.md']);
    expect(topics.map(({ noteLines }) => noteLines)).toEqual([
      ...[1, 2, 3, 4].map(() => [{ day: '2026-11-20', text: hostile }]),
      [],
    ]);
    expect(home.run(['lint', '-r', 'note.md']).status).toBe(0);
  });

  it('a bullet without a box keeps none for a note, and gets one with its tick (FORMATS D6)', () => {
    const home = homeWith(mesh);
    home.run(['note', '2.1', 'which ones', '-r', 'note.md']);
    expect(home.read('note.md')).toContain('\n• Hosts\n  - note 2026-11-20: which ones\n• Subsets\n');
    home.run(['done', '2.1', '--spent', '2h', '--note', 'all', '-r', 'note.md']);
    expect(home.read('note.md')).toContain(
      '\n- [x] Hosts [spent:: 2h] ✅ 2026-11-20\n  - note 2026-11-20: which ones\n  - note 2026-11-20: all\n- [ ] Subsets\n',
    );
  });

  it.each([
    ['CRLF', '- [ ] a\r\n- [ ] b\r\n', '1', '- [ ] a\r\n  - note 2026-11-20: hi\r\n- [ ] b\r\n'],
    ['a last line without an end', '- [ ] a\r\n- [ ] b', '2', '- [ ] a\r\n- [ ] b\r\n  - note 2026-11-20: hi'],
    ['tabs', '- [ ] a\n\t- [ ] b\n- [ ] c\n', '2', '- [ ] a\n\t- [ ] b\n- [ ] c\n\t- note 2026-11-20: hi\n'],
    ['four blanks', '- [ ] a\n    - [ ] b\n', '1', '- [ ] a\n    - note 2026-11-20: hi\n    - [ ] b\n'],
    ['a quote', '> - [ ] a\n> - [ ] b\n', '1', '> - [ ] a\n>   - note 2026-11-20: hi\n> - [ ] b\n'],
    ['a nested quote', 'x\n\n>> - [ ] a\n', '1', 'x\n\n>> - [ ] a\n>>   - note 2026-11-20: hi\n'],
    ['a number', '10. [ ] a\n11. [ ] b\n', '1', '10. [ ] a\n    - note 2026-11-20: hi\n11. [ ] b\n'],
    ['an asterisk', '* [ ] a\n', '1', '* [ ] a\n  - note 2026-11-20: hi\n'],
    ['a heading', '# C\n## [x] A\nprose\n## [ ] B\n', '1', '# C\n## [x] A\n- note 2026-11-20: hi\n\nprose\n## [ ] B\n'],
    ['a heading alone', '# C\n## [ ] A\n\n## [ ] B\n', '2', '# C\n## [ ] A\n\n## [ ] B\n- note 2026-11-20: hi\n'],
    ['a fence', '- [ ] a\n  ```\n  x\n  ```\n', '1', '- [ ] a\n  - note 2026-11-20: hi\n  ```\n  x\n  ```\n'],
  ])('keeps the form of the note: %s', (_, text, address, after) => {
    const home = homeWith(text);
    const states = () => home.json<{ topics: Listed[] }>(['list', '-r', 'note.md']).topics;
    const before = states().map(({ status }) => status);
    expect(home.run(['note', address, 'hi', '-r', 'note.md'])).toMatchObject({ status: 0, err: '' });
    expect(home.read('note.md')).toBe(after);
    expect(states().map(({ status }) => status)).toEqual(before);
    expect(states().filter(({ noteLines }) => noteLines.length === 1)).toHaveLength(1);
    home.run(['undo', '-r', 'note.md']);
    expect(home.read('note.md')).toBe(text);
  });

  it('reopen leaves both', () => {
    const home = homeWith(mesh);
    home.run(['done', '1.1.1', '--spent', '2h', '--note', 'hi', '-r', 'note.md']);
    home.run(['reopen', '1.1.1', '-r', 'note.md']);
    expect(home.read('note.md')).toContain('  - [ ] Ports [spent:: 2h]\n    - note 2026-11-20: hi\n');
  });

  it('is undone after other lines were edited, and recognised by its line', () => {
    const home = homeWith(mesh);
    home.run(['note', '1.1.1', 'hi', '-r', 'note.md']);
    home.write('note.md', `${home.read('note.md').replace('# Mesh\n', '# Mesh\n\nA line.\n')}\nMore.\n`);
    expect(home.run(['undo', '-r', 'note.md']).status).toBe(0);
    expect(home.read('note.md')).toBe(`${mesh.replace('# Mesh\n', '# Mesh\n\nA line.\n')}\nMore.\n`);
  });

  it('is refused where a comment is open, and nothing is written', () => {
    const text = '- [ ] a <!-- b\n- [ ] <!-- never closed\n- [ ] c\n';
    const home = homeWith(text);
    for (const word of ['closed now -->'])
      expect(home.run(['note', '2', word, '-r', 'note.md'])).toMatchObject({ status: 5, out: '' });
    expect(home.read('note.md')).toBe(text);
  });
});

describe('in a progress file', () => {
  const outline = '# Mesh\n\n## 1 Basics\n\n- Pods\n- Ports\n\n## 2 Routes\n\n- Hosts\n';

  it('a topic gets a line for a note, though its state is its own, and keeps it', () => {
    const home = homeWith(outline);
    home.run(['note', '1.1', hostile, '-r', 'note.md']);
    const body = () => home.readProgress().slice(home.readProgress().indexOf('# Mesh'));
    const id = /🆔 (\S+)/.exec(body())?.[1];
    const first = `# Mesh\n\n## 1 Basics\n\n- [ ] 1.1 Pods 🆔 ${id}\n  - note 2026-11-20: ${hostile}\n`;
    expect(body()).toBe(first);
    home.run(['done', '1.1', '--spent', '45m', '--note', 'two', '-r', 'note.md']);
    home.run(['done', '1.2', '-r', 'note.md']);
    expect(body()).toContain(
      `- [x] 1.1 Pods [spent:: 45m] 🆔 ${id} ✅ 2026-11-20\n  - note 2026-11-20: ${hostile}\n  - note 2026-11-20: two\n- [x] 1.2 Ports`,
    );
    home.run(['reopen', '1', '--force', '-r', 'note.md']);
    expect(body()).toBe(`${first.replace(' 🆔', ' [spent:: 45m] 🆔')}  - note 2026-11-20: two\n`);
    const { topics } = home.json<{ topics: Listed[] }>(['list', '-r', 'note.md']);
    expect(topics.map(({ status }) => status)).toEqual(['todo', 'todo', 'todo']);
    expect(topics[0]).toMatchObject({ spent: 0.75, noteLines: [{ text: hostile }, { text: 'two' }] });
    home.run(['undo', '-n', '3', '-r', 'note.md']);
    expect(body()).toBe(first);
    home.run(['undo', '-r', 'note.md']);
    expect(home.run(['list', '--json', '-r', 'note.md']).out).not.toContain('2026-11-20');
  });

  it('a row of a table and a topic of a YAML roadmap have theirs there', () => {
    const home = homeWith(
      `${mesh}\n## Projects\n\n| Level | Name | Success criterion |\n|---|---|---|\n| junior | A shop | it sells |\n`,
    );
    const before = home.read('note.md');
    home.run(['done', 'P1', '--spent', '12h', '--note', 'sold', '-r', 'note.md']);
    expect(home.read('note.md')).toBe(before);
    expect(home.readProgress()).toMatch(
      /- \[x\] P1 A shop \[spent:: 12h\] 🆔 \S+ ✅ 2026-11-20\n {2}- note 2026-11-20: sold\n/,
    );
    const yaml = homeWith('title: Mesh\nsections:\n  - title: Basics\n    topics: [Pods, Ports]\n', 'mesh.yaml');
    expect(yaml.run(['note', '1.2', 'hi', '-r', 'mesh.yaml']).status).toBe(0);
    expect(yaml.readProgress()).toMatch(/- \[ \] 1\.2 Ports 🆔 \S+\n {2}- note 2026-11-20: hi\n/);
  });

  it('moves with the ticks into the note, and into another file', () => {
    const home = homeWith(mesh);
    home.run(['done', '1.1', '--only', '--spent', '1h', '--note', 'one', '--progress', 'ticks.md', '-r', 'note.md']);
    home.run(['reconcile', '--apply', '--progress', 'ticks.md', '-r', 'note.md']);
    home.run(['note', '1.2', 'two', '-r', 'note.md']);
    expect(home.read('note.md')).not.toContain('note 2026');
    expect(home.run(['reconcile', '--apply', '--progress', 'inline', '-r', 'note.md'])).toMatchObject({ status: 0 });
    const after = home.read('note.md');
    expect(after).toContain(
      '- [x] Pods [spent:: 1h] 🆔 pods 📅 2026-12-01 ✅ 2026-11-20\n  and their containers\n  - note 2026-11-20: one\n',
    );
    expect(after).toContain('^envoy\n  - note 2026-11-20: two\n');
    const text = home.run(['status', '--json', '-r', 'note.md']).out;
    expect(JSON.parse(text).progress.mode).toBe('inline');
  });
});

describe('what is shown', () => {
  it('show, export and the document of the change have both', () => {
    const home = homeWith(mesh);
    const made = home.json<{ noted: unknown; changed: unknown[] }>(['note', '1.1', 'hi', '-r', 'note.md']);
    expect(made).toMatchObject({
      changed: [],
      unchanged: [],
      noted: { address: '1.1', spent: null, noteLines: [{ day: '2026-11-20', text: 'hi' }] },
    });
    const done = home.json<{ noted: unknown; changed: unknown[] }>([
      'done',
      '1.1',
      '--only',
      '--spent',
      '90m',
      '-r',
      'note.md',
    ]);
    expect(done).toMatchObject({ changed: [{ address: '1.1', to: 'done' }], noted: { address: '1.1', spent: 1.5 } });
    const { out } = home.run(['show', '1.1', '-r', 'note.md']);
    expect(out).toContain('1.5 h spent');
    expect(out).toContain('2026-11-20 hi');
    expect(home.run(['show', '1.1', '--lang', 'ru', '-r', 'note.md']).out).toContain('затрачено 1,5 ч');
    const exported = home.run(['export', '-r', 'note.md']).out;
    expect(exported).toContain('- [x] Pods [spent:: 1h30m] 🆔 pods');
    expect(exported).toContain('\n  - note 2026-11-20: hi\n');
    home.write('again.md', exported);
    expect(home.json(['list', '-r', 'again.md'])).toMatchObject({
      topics: [{ spent: 1.5, noteLines: [{ text: 'hi' }] }, {}, {}, {}, {}],
    });
    home.write('again.json', home.run(['export', '--format', 'json', '-r', 'note.md']).out);
    expect(home.json(['list', '-r', 'again.json'])).toMatchObject({
      topics: [{ spent: 1.5, noteLines: [{ text: 'hi' }] }, {}, {}, {}, {}],
    });
  });

  it('log has no step for a note, and the day of a state stays what it was', () => {
    const home = homeWith(mesh);
    home.run(['start', '1.1.1', '-r', 'note.md'], { env: { ISTIO_ROADMAP_TODAY: '2026-11-10' } });
    home.run(['note', '1.1.1', 'hi', '-r', 'note.md']);
    const { out } = home.run(['show', '1.1.1', '-r', 'note.md']);
    expect(out).toContain('2026-11-10');
    expect(
      home
        .run(['log', '--plain', '-r', 'note.md'])
        .out.split('\n')
        .filter((line) => line.startsWith('2026-11-20')),
    ).toEqual([]);
  });

  it('the text comes from standard input, and several lines become one', () => {
    const home = homeWith(mesh);
    home.run(['note', '1.1', '-', '-r', 'note.md'], { input: 'first\r\n\tsecond \u001b[31m\n' });
    home.run(['done', '1.2', '--note', '-', '-r', 'note.md'], { input: 'x\n' });
    expect(added(mesh, home.read('note.md'))).toEqual([
      expect.stringMatching(/^ {2}- note 2026-11-20: first second \S+\[31m$/),
      '  - note 2026-11-20: x',
    ]);
    expect(home.read('note.md')).not.toContain('\u001b');
  });

  it('--dry-run writes nothing', () => {
    const home = homeWith(mesh);
    const { out } = home.run(['done', '1.1', '--only', '--spent', '1h', '--note', 'hi', '--dry-run', '-r', 'note.md']);
    expect(out).toContain('+- [x] Pods [spent:: 1h] 🆔 pods');
    expect(out).toContain('+  - note 2026-11-20: hi');
    const { noted } = home.json<{ noted: unknown }>(['note', '1.1', 'hi', '--dry-run', '-r', 'note.md']);
    expect(noted).toMatchObject({ noteLines: [{ text: 'hi' }] });
    expect(home.read('note.md')).toBe(mesh);
  });
});

describe('what is refused', () => {
  it.each([
    ['a section', ['done', '1', '--note', 'x'], 2],
    ['a section of note', ['note', '1', 'x'], 2],
    ['several selectors', ['done', '1.1', '1.2', '--spent', '1h'], 2],
    ['a range', ['done', '1.1-1.2', '--spent', '1h'], 2],
    ['no amount of time', ['done', '1.1', '--spent', '3'], 2],
    ['no time', ['done', '1.1', '--spent', '0h'], 2],
    ['no text', ['note', '1.1', '  '], 2],
    ['no text at all', ['note', '1.1'], 2],
    ['a day to come', ['note', '1.1', 'x', '--on', '2027-01-01'], 2],
    ['no topic', ['note', '9.9', 'x'], 3],
    ['selectors and text from one input', ['done', '-', '--note', '-'], 2],
  ])('%s', (_, args, status) => {
    const home = homeWith(mesh);
    expectRefusal(home.run([...args, '-r', 'note.md'], { env: wide }), status, /./);
    expect(home.read('note.md')).toBe(mesh);
  });

  it.each(['start', 'skip', 'reopen'])('%s knows neither option', (verb) => {
    expectRefusal(homeWith(mesh).run([verb, '1.1', '--note', 'x', '-r', 'note.md']), 2, /./);
  });
});
