// Reconcile: ticks follow a roadmap that was renamed, renumbered, re-nested or moved, and go to another place in one step.
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, newHomeOfNobody, wide } from '../support/program.ts';
import { garden, kafka } from './notes.ts';

interface Document {
  readonly progress: { mode: string; path: string };
  readonly applied: boolean;
  readonly inPlace: number;
  readonly links: { kind: string; proposedBy: string | null; was: { title: string }; topic: { address: string } }[];
  readonly orphans: { was: { title: string; line: number }; candidates: { address: string }[] }[];
  readonly added: { title: string }[] | null;
  readonly abandoned: { file: string; fitting: number; total: number } | null;
  readonly move: { from: string; to: string; count: number } | null;
}

const before = `# Networking

## 1. Basics

- Packets and frames
- IP addressing
- Subnets
- Routing tables

## 2. Transport

- TCP handshake
- UDP
- Practice

## 3. Security

- TLS handshake
- Firewalls
- Practice
`;
const after = `# Networking

## 1. Foundations

- Ethernet
- Packets and frames
- Subnets and masks
- Routing tables

## 2. Transport protocols

- TCP handshake
- QUIC
- Practice

## 3. Security

- TLS handshake
- Network firewalls
- Practice
`;
const inNet = ['-r', 'net.md'];

function studied(): Home {
  const home = newHome();
  home.write('net.md', before);
  expect(home.run(['done', '1.1', '1.3', '2.1', '2.3', '3.2', ...inNet])).toMatchObject({ status: 0, err: '' });
  return home;
}
const total = (home: Home, ...args: string[]) =>
  home.json<{ total: { done: number; total: number; skipped: number } }>(['status', ...args]).total;
const states = (home: Home, ...args: string[]) =>
  home
    .run(['list', '--plain', ...args])
    .out.split('\n')
    .map((line) =>
      line
        .split('\t')
        .slice(1, 3)
        .concat(line.split('\t')[4] ?? '')
        .join(' '),
    )
    .sort();
const bare = (home: Home): string[] => (existsSync(home.data) ? readdirSync(home.data) : []);

describe('a roadmap that changed', () => {
  it('is shown against its ticks, and nothing is written', () => {
    const home = studied();
    home.write('net.md', after);
    const kept = home.snapshot();
    const found = home.json<Document>(['reconcile', ...inNet]);
    expect(found.links.map(({ kind, proposedBy, topic }) => [kind, proposedBy, topic.address])).toEqual([
      ['moved', null, '1.2'],
      ['renamed', 'likeness', '1.3'],
      ['moved', null, '2.1'],
      ['moved', 'likeness', '2.3'],
      ['renamed', 'likeness', '3.2'],
    ]);
    expect(found.added?.map(({ title }) => title)).toEqual(['Ethernet', 'QUIC']);
    expect(found).toMatchObject({ applied: false, inPlace: 0, orphans: [] });
    expect(home.run(['reconcile', '--plain', ...inNet]).out.split('\n')[1]).toBe(
      'renamed\t10\t1.3\tSubnets and masks\tSubnets',
    );
    expect(home.run(['reconcile', ...inNet]).out).toContain('istio-roadmap reconcile --apply -r net.md');
    expect(home.snapshot()).toEqual(kept);
  });

  it('gets its ticks back with --apply, after the diff, and undo takes back every byte', () => {
    const home = studied();
    const kept = home.readProgress();
    home.write('net.md', after);
    expect(total(home, ...inNet).done).toBe(2);
    const { status, out, err } = home.run(['reconcile', '--apply', ...inNet]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/- - \[x\] 1\.3 Subnets 🆔 \w+ ✅ 2026-11-20\n/);
    expect(out).toMatch(/\+ - \[x\] 1\.3 Subnets and masks 🆔 \w+ ✅ 2026-11-20\n/);
    expect(home.readProgress().split('\n').slice(6)).toEqual([
      '## 1 Foundations',
      '',
      expect.stringMatching(/^- \[x\] 1\.2 Packets and frames 🆔 \w+ ✅ 2026-11-20$/),
      expect.stringMatching(/^- \[x\] 1\.3 Subnets and masks 🆔 \w+ ✅ 2026-11-20$/),
      '',
      '## 2 Transport protocols',
      '',
      expect.stringMatching(/^- \[x\] 2\.1 TCP handshake 🆔 \w+ ✅ 2026-11-20$/),
      expect.stringMatching(/^- \[x\] 2\.3 Practice 🆔 \w+ ✅ 2026-11-20$/),
      '',
      '## 3 Security',
      '',
      expect.stringMatching(/^- \[x\] 3\.2 Network firewalls 🆔 \w+ ✅ 2026-11-20$/),
      '',
    ]);
    expect(total(home, ...inNet).done).toBe(5);
    expect(home.json<Document>(['reconcile', ...inNet])).toMatchObject({
      inPlace: 5,
      links: [],
      orphans: [],
      added: [],
    });
    expect(home.run(['undo', ...inNet])).toMatchObject({ status: 0, err: '' });
    expect(home.readProgress()).toBe(kept);
    home.run(['redo', ...inNet]);
    expect(total(home, ...inNet).done).toBe(5);
  });

  it('keeps what nothing is like as an orphan, readable and listed with its line', () => {
    const home = studied();
    home.write('net.md', before.replace('- Subnets\n', '').replace('- Firewalls\n', '- Penguins\n- Firewall rules\n'));
    const found = home.json<Document>(['reconcile', '--apply', ...inNet]);
    expect(found.orphans.map(({ was }) => [was.title, was.line])).toEqual([['Subnets', 10]]);
    expect(found.links).toMatchObject([{ was: { title: 'Firewalls' }, topic: { address: '3.3' } }]);
    expect(home.readProgress()).toMatch(/- \[x\] 1\.3 Subnets 🆔 \w+ ✅ 2026-11-20\n/);
    expect(home.run(['reconcile', ...inNet], { env: wide }).out).toMatch(
      /no topic {2}line \d+ {2}✓ Subnets · 2026-11-20/,
    );
    expect(home.run(['lint', ...inNet], { env: wide }).out).toContain('`istio-roadmap reconcile -r net.md` shows');
  });

  it('a topic that was always there is never taken for the renamed one', () => {
    const home = newHome();
    home.write('net.md', '# N\n\n## 1. A\n\n- Filters, basics\n- Filters, advanced\n- Rules\n');
    home.run(['done', '1.1', ...inNet]);
    home.write('net.md', '# N\n\n## 1. A\n\n- Filters, advanced\n- Rules\n');
    expect(home.json<Document>(['reconcile', '--apply', ...inNet])).toMatchObject({ links: [], orphans: [{}] });
    expect(total(home, ...inNet).done).toBe(0);
  });

  it('what remarks hang on a line goes with it, and its tags and fields stay', () => {
    const home = studied();
    const text = home
      .readProgress()
      .replace(/(- \[x\] 1\.3 Subnets) (🆔 \w+ ✅ 2026-11-20)\n/, '$1 #later $2 🔼\n  - twice in a mask\n');
    writeFileSync(home.progressFile(), text);
    home.write('net.md', before.replace('- Subnets\n', '').replace('- UDP\n', '- UDP\n- Subnet masks\n'));
    home.run(['reconcile', '--apply', ...inNet]);
    expect(home.readProgress()).toMatch(
      /## 2 Transport\n\n- \[x\] 2\.1 .*\n- \[x\] 2\.3 Subnet masks #later 🆔 \w+ ✅ 2026-11-20 🔼\n {2}- twice in a mask\n- \[x\] 2\.4 Practice/,
    );
    expect(total(home, ...inNet).done).toBe(5);
  });

  it('follows written ids, and a bundled-like roadmap whose ids changed by their titles', () => {
    const home = newHome();
    home.write('garden.yaml', garden);
    const inGarden = ['-r', 'garden.yaml'];
    home.run(['done', 'acidity', 'mulch', ...inGarden]);
    home.write(
      'garden.yaml',
      garden.replace('id: acidity, title: {en: Acidity', 'id: ph, title: {en: Acidity').replace('Mulch', 'Mulching'),
    );
    expect(total(home, ...inGarden).done).toBe(2);
    const found = home.json<Document>(['reconcile', '--apply', ...inGarden]);
    expect(found.links.map(({ kind, proposedBy }) => [kind, proposedBy])).toEqual([
      ['renumbered', null],
      ['renamed', null],
    ]);
    expect(home.readProgress()).toContain('- [x] 1.2 Acidity 🆔 ph ✅ 2026-11-20\n');
    expect(home.readProgress()).toContain('- [x] 2.2 Mulching 🆔 mulch ✅ 2026-11-20\n');
  });

  it('has nothing to say where every tick is in place, where there are none, and of a note ticked in place', () => {
    const home = studied();
    home.write('kafka.md', kafka);
    home.write('other.md', before.replace('Networking', 'Other'));
    expect(home.run(['reconcile', ...inNet]).out).toContain('every tick is where its topic is');
    expect(home.run(['reconcile', '-r', 'other.md']).out).toContain('no ticks are kept');
    expect(home.run(['reconcile', '--apply', '-r', 'kafka.md']).out).toContain('in the note itself');
    expect(home.run(['reconcile', '--lang', 'ru', ...inNet]).out).toContain('каждая отметка на своём месте');
    expect(home.read('kafka.md')).toBe(kafka);
  });

  it('is found by hand-written lines too, which stay as they were written', () => {
    const home = studied();
    writeFileSync(home.progressFile(), `${home.readProgress()}- [x] Routing tables\n`);
    home.write('net.md', after);
    home.run(['reconcile', '--apply', ...inNet]);
    expect(home.readProgress()).toContain('\n- [x] Routing tables\n');
    expect(total(home, ...inNet).done).toBe(6);
  });

  it('damaged knowledge of the time before is no matter', () => {
    const home = studied();
    home.write('net.md', after);
    const folder = join(home.home, '.local/state/istio-roadmap/topics');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '[["a"');
    const found = home.json<Document>(['reconcile', ...inNet]);
    expect(found.added).toBeNull();
    expect(found.links.length + found.orphans.length).toBe(5);
  });
});

it('a new release of the bundled roadmap keeps every tick, and what it left out stays in the file', () => {
  const home = newHomeOfNobody();
  const bundled = join(dirname(dirname(home.program)), 'dist', 'roadmaps', 'istio.json');
  const roadmap = JSON.parse(readFileSync(bundled, 'utf8'));
  const [first, second] = roadmap.sections;
  expect(home.run(['done', '1', '2.1', '2.2', '--on', 'yesterday'])).toMatchObject({ status: 0, err: '' });
  const was = total(home).done;
  // Reordered, moved, retitled, with another id, and one without a successor.
  const [moved, retitled, dropped, ...rest] = first.topics;
  retitled.title = { en: 'Something else entirely', ru: 'Совсем другое' };
  rest[0].id = 'another-id';
  second.topics.push(moved);
  first.topics = [{ id: 'fresh', title: 'Quite fresh' }, ...rest.reverse(), retitled];
  roadmap.sections.reverse();
  writeFileSync(bundled, JSON.stringify(roadmap));
  expect(total(home).done).toBe(was - 1);
  const found = home.json<Document>(['reconcile', '--apply']);
  expect(found.orphans.map(({ was: { title } }) => title)).toEqual([dropped.title.en]);
  expect(found.added?.map(({ title }) => title)).toEqual(['Quite fresh']);
  expect(total(home).done).toBe(was - 1);
  expect(home.readProgress().match(/- \[x\] .* ✅ 2026-11-19/g)).toHaveLength(was);
});

describe('a roadmap that moved', () => {
  it('is pointed out, and takes its ticks over in one step', () => {
    const home = studied();
    const old = home.progressFile();
    const kept = home.readProgress();
    mkdirSync(home.path('notes'));
    renameSync(home.path('net.md'), home.path('notes/net.md'));
    const moved = ['-r', 'notes/net.md'];
    expect(home.run(['status', ...moved], { env: wide }).err).toContain(old);
    expect(home.run(['status', '--plain', ...moved])).toMatchObject({ status: 0, err: '' });
    expect(home.json<Document>(['reconcile', ...moved]).abandoned).toEqual({
      ...{ file: old, roadmap: home.path('net.md'), fitting: 5, total: 5 },
    });
    expect(existsSync(old)).toBe(true);
    expect(home.run(['reconcile', '--apply', ...moved]).status).toBe(0);
    expect(existsSync(old)).toBe(false);
    expect(total(home, ...moved).done).toBe(5);
    expect(home.readProgress()).toBe(kept.replace(home.path('net.md'), home.path('notes/net.md')));
    expect(home.run(['undo', ...moved]).status).toBe(0);
    expect([home.readProgress(), home.progressFile()]).toEqual([kept, old]);
    expect(home.run(['redo', ...moved]).status).toBe(0);
    expect(total(home, ...moved).done).toBe(5);
    expect(existsSync(old)).toBe(false);
  });

  it('is recognised under another name by its ticks, and with changes of its own', () => {
    const home = studied();
    rmSync(home.path('net.md'));
    home.write('plans/network.md', after);
    const moved = ['-r', 'plans/network.md'];
    expect(home.run(['status', ...moved], { env: wide }).err).toContain(home.progressFile());
    home.write('plans/other.md', after.replace(/^# .*$/m, '# Another title'));
    expect(home.run(['status', '-r', 'plans/other.md']).err).toBe('');
    expect(home.json<Document>(['reconcile', '--apply', ...moved])).toMatchObject({
      abandoned: { fitting: 5, total: 5 },
      links: { length: 5 },
    });
    expect(total(home, ...moved).done).toBe(5);
  });

  it('ticks of another roadmap that is gone, or of one that is there, are left alone', () => {
    const home = studied();
    home.write('copy.md', before);
    expect(home.json<Document>(['reconcile', '-r', 'copy.md']).abandoned).toBeNull();
    rmSync(home.path('net.md'));
    home.write('tea.md', '# Tea\n\n- Green\n- Oolong\n');
    expect(home.json<Document>(['reconcile', '-r', 'tea.md']).abandoned).toBeNull();
  });
});

describe('another place for the ticks (P5)', () => {
  const withStates = (): Home => {
    const home = studied();
    home.run(['skip', '1.2', '--on', 'yesterday', ...inNet]);
    home.run(['start', '3.1', ...inNet]);
    return home;
  };

  it('--progress inline puts them into the note in one step, and undo takes them back', () => {
    const home = withStates();
    const [kept, was] = [home.readProgress(), states(home, ...inNet)];
    const preview = home.run(['reconcile', '--progress', 'inline', ...inNet]);
    expect(preview.out).toContain('+ - [x] Packets and frames ✅ 2026-11-20');
    expect(home.read('net.md')).toBe(before);
    expect(home.json<Document>(['reconcile', '--progress', 'inline', '--apply', ...inNet])).toMatchObject({
      applied: true,
      progress: { mode: 'inline', path: home.path('net.md') },
      move: { to: home.path('net.md'), count: 7 },
    });
    expect(home.read('net.md')).toBe(
      before
        .replaceAll(/^- /gm, '- [ ] ')
        .replace('[ ] Packets and frames', '[x] Packets and frames ✅ 2026-11-20')
        .replace('[ ] IP addressing', '[-] IP addressing ❌ 2026-11-19')
        .replace('[ ] Subnets', '[x] Subnets ✅ 2026-11-20')
        .replace('[ ] TCP handshake', '[x] TCP handshake ✅ 2026-11-20')
        .replace('[ ] Practice', '[x] Practice ✅ 2026-11-20')
        .replace('[ ] TLS', '[/] TLS')
        .replace('[ ] Firewalls', '[x] Firewalls ✅ 2026-11-20'),
    );
    expect(bare(home)).toEqual([]);
    expect(states(home, ...inNet)).toEqual(was);
    expect(home.run(['undo', ...inNet])).toMatchObject({ status: 0, err: '' });
    expect([home.read('net.md'), home.readProgress()]).toEqual([before, kept]);
    expect(home.run(['redo', ...inNet])).toMatchObject({ status: 0, err: '' });
    expect(states(home, ...inNet)).toEqual(was);
    expect(bare(home)).toEqual([]);
  });

  it('a file, which is remembered; and from there into the note again', () => {
    const home = withStates();
    const was = states(home, ...inNet);
    const moved = home.run(['reconcile', '--progress', 'sync/ticks.md', '--apply', ...inNet]);
    expect(moved).toMatchObject({ status: 0, err: '' });
    expect(home.read('sync/ticks.md')).toMatch(/^---\nroadmap: \.\.\/net\.md\n---\n\n# Networking\n/);
    expect(home.readProgress()).toBe(
      `---\nroadmap: ${home.path('net.md')}\nprogress: ${home.path('sync/ticks.md')}\n---\n\n# Networking\n`,
    );
    expect(states(home, ...inNet)).toEqual(was);
    expect(home.json<Document>(['reconcile', ...inNet]).progress.path).toBe(home.path('sync/ticks.md'));
    home.run(['done', '1.4', ...inNet]);
    expect(home.read('sync/ticks.md')).toContain('1.4 Routing tables');
    home.run(['undo', ...inNet]);
    expect(home.run(['reconcile', '--progress', 'inline', '--apply', ...inNet]).status).toBe(0);
    expect(states(home, ...inNet)).toEqual(was);
    expect([bare(home), existsSync(home.path('sync/ticks.md'))]).toEqual([[], false]);
    home.run(['undo', '-n', '2', ...inNet]);
    expect(home.read('net.md')).toBe(before);
    expect(states(home, ...inNet)).toEqual(was);
    expect(existsSync(home.path('sync/ticks.md'))).toBe(false);
  });

  it('out of a note: its boxes are opened, every date is in the file', () => {
    const home = newHome();
    home.write('note.md', kafka);
    const inNote = ['-r', 'note.md'];
    const was = states(home, ...inNote);
    expect(home.run(['reconcile', '--progress', 'ticks.md', '--apply', ...inNote])).toMatchObject({
      status: 0,
      err: '',
    });
    expect(home.read('note.md')).not.toMatch(/\[x\]|✅/);
    expect(states(home, ...inNote)).toEqual(was);
    expect(home.run(['status', ...inNote]).err, 'it was asked for').toBe('');
    home.run(['undo', ...inNote]);
    expect(home.read('note.md')).toBe(kafka);
    expect(existsSync(home.path('ticks.md'))).toBe(false);
  });

  it('into a file that holds ticks already: of two for one topic the earlier counts, orphans come along', () => {
    const home = studied();
    home.run(['done', '1.1', '1.4', '--on', '2026-11-01', '--progress', 'ticks.md', '--roadmap', 'net.md']);
    // That moved all; undone, so that both files hold some.
    const both = home.read('ticks.md');
    home.run(['undo', ...inNet]);
    home.write('ticks.md', both.replace(/^- \[x\] (?!1\.[14]).*\n/gm, '').replace(/(1\.1 .*✅ ).*/, '$12026-11-01'));
    writeFileSync(home.progressFile(), `${home.readProgress()}- [x] Token ring 🆔 ring ✅ 2026-01-02\n`);
    expect(home.run(['reconcile', '--progress', 'ticks.md', '--apply', ...inNet])).toMatchObject({
      status: 0,
      err: '',
    });
    expect(home.read('ticks.md')).toMatch(/1\.1 Packets and frames 🆔 \w+ ✅ 2026-11-01\n/);
    expect(home.read('ticks.md')).toContain('- [x] Token ring 🆔 ring ✅ 2026-01-02\n');
    expect(total(home, ...inNet).done).toBe(6);
  });

  it('a tick with --progress takes those along that a progress file holds', () => {
    const home = withStates();
    const kept = home.readProgress();
    expect(home.run(['done', '1.4', '--progress', 'inline', '--dry-run', ...inNet]).out).toContain('+- [x] Subnets');
    expect(home.read('net.md')).toBe(before);
    const answer = home.run(['done', '1.4', '--progress', 'inline', ...inNet], { env: wide });
    expect(answer.status).toBe(0);
    expect(answer.err).toContain('7 ticks were moved to');
    expect(total(home, ...inNet)).toMatchObject({ done: 6, skipped: 1 });
    expect(home.run(['undo', ...inNet]).status).toBe(0);
    expect([home.read('net.md'), home.readProgress()]).toEqual([before, kept]);
  });

  it('what had no topic stays an orphan, though a topic of its title has no line any more', () => {
    const twins = '# K\n\n## A\n\n- Gates\n\n## B\n\n- Gates\n- two\n';
    const home = homeWith(twins, '1.1');
    home.run(['done', '2.1', '--on', '2026-01-01', ...inK]);
    home.write('k.md', twins.replace('## B\n\n- Gates', '## B\n\n- Gates, revised'));
    reconciled(home, '--progress', 'inline', ...inK);
    const [note, kept] = [home.read('k.md'), home.readProgress()];
    expect(note).toContain('- [x] Gates ✅ 2026-11-20');
    expect(kept).toContain('- [x] 2.1 Gates 🆔');
    expect(home.json(['status', ...inK])).toMatchObject({ progress: { mode: 'inline' }, total: { done: 1 } });
    reconciled(home, '--progress', 'inline', ...inK);
    expect([home.read('k.md'), home.readProgress()]).toEqual([note, kept]);
  });

  it('says that they are there already', () => {
    const home = studied();
    home.write('kafka.md', kafka);
    expect(home.run(['reconcile', '--progress', 'inline', '--apply', '-r', 'kafka.md']).out).toContain('already');
    expect(home.run(['reconcile', '--progress', home.progressFile(), '--apply', ...inNet]).out).toContain('already');
  });

  it.each<[string, (home: Home) => string[], number, RegExp]>([
    ['a bundled roadmap into itself', () => ['--progress', 'inline'], 2, /never written to/],
    [
      'YAML into itself',
      (home) => {
        home.write('garden.yaml', garden);
        return ['--progress', 'inline', '-r', 'garden.yaml'];
      },
      2,
      /never written to/,
    ],
    [
      'rows of a table',
      (home) => {
        home.write('t.md', '# T\n\n| Topic | Status |\n|---|---|\n| One | |\n| Two | |\n');
        home.run(['done', '1', '-r', 't.md']);
        return ['--progress', 'inline', '-r', 't.md'];
      },
      5,
      /no list item/,
    ],
    [
      'headings beside bullets',
      (home) => {
        home.write('h.md', '# H\n\n1.1. First\n1.2. Second\n');
        home.run(['done', '1.1', '-r', 'h.md']);
        return ['--progress', 'inline', '-r', 'h.md'];
      },
      5,
      /cannot be kept in/,
    ],
    [
      'into somebody else’s note',
      (home) => {
        home.write('mine.md', '# Mine\n');
        return ['--progress', 'mine.md', ...inNet];
      },
      4,
      /not a progress file/,
    ],
  ])('refuses %s, and writes nothing', (_, arrange, status, sentence) => {
    const home = studied();
    const args = arrange(home);
    const kept = home.snapshot();
    expectRefusal(home.run(['reconcile', '--apply', ...args], { env: wide }), status, sentence);
    expect(home.snapshot()).toEqual(kept);
  });

  it('a note that cannot be written keeps its boxes, and no tick is lost', () => {
    const home = newHomeOfNobody();
    home.write('note.md', kafka);
    linkSync(home.path('note.md'), home.path('same.md'));
    const was = states(home, '-r', 'note.md');
    const answer = home.run(['reconcile', '--progress', 'ticks.md', '--apply', '-r', 'note.md'], { env: wide });
    expect(answer.status).toBe(5);
    expect(answer.err).toMatch(/note\.md/);
    expect(home.read('note.md')).toBe(kafka);
    expect(states(home, '-r', 'note.md')).toEqual(was);
    chmodSync(home.work, 0o755);
  });

  it('a file that is gone is reported, and nothing is counted as not done', () => {
    const home = studied();
    home.run(['reconcile', '--progress', 'sync/ticks.md', '--apply', ...inNet]);
    rmSync(home.path('sync'), { recursive: true });
    expectRefusal(home.run(['status', ...inNet], { env: wide }), 5, /moved there, and the file is gone/);
    expect(home.run(['done', '1.1', '--progress', 'sync/ticks.md', ...inNet]).status).toBe(0);
    expect(total(home, ...inNet).done).toBe(1);
  });
});

const boxes = '# K\n\n## A\n\n- [ ] one\n- [ ] two\n\n## B\n\n- [ ] three\n- [ ] four\n';
const bullets = boxes.replaceAll('[ ] ', '');
const inK = ['-r', 'k.md'];

/** A home with `k.md`, of which these topics are done. */
function homeWith(text: string, ...words: string[]): Home {
  const home = newHome();
  home.write('k.md', text);
  if (words.length > 0) expect(home.run(['done', ...words, ...inK])).toMatchObject({ status: 0, err: '' });
  return home;
}
const reconciled = (home: Home, ...args: string[]) =>
  expect(home.run(['reconcile', '--apply', ...args]), args.join(' ')).toMatchObject({ status: 0 });

describe('places however they are named', () => {
  it.each([['./t.md'], ['sub/../t.md'], ['.//t.md'], ['new/t.md']])('--progress %s', (name) => {
    const home = homeWith(boxes, '1.1');
    mkdirSync(home.path('sub'));
    reconciled(home, '--progress', name, ...inK);
    expect(total(home, ...inK).done).toBe(1);
    expect(home.run(['undo', ...inK]).status).toBe(0);
    expect(total(home, ...inK).done).toBe(1);
  });

  it('a relative name in a progress file counts from that file, not from where the command runs', () => {
    const home = newHome();
    for (const folder of ['A', 'B']) home.write(`${folder}/note.md`, bullets);
    home.run(['done', '1.1', '-r', 'B/note.md', '--progress', 'B/ticks.md']);
    const kept = home.read('B/ticks.md');
    const answer = home.run(['done', '2.1', '-r', 'note.md', '--progress', '../B/ticks.md'], {
      cwd: 'work/A',
      env: wide,
    });
    expectRefusal(answer, 4, /not a progress file/);
    expect(home.read('B/ticks.md')).toBe(kept);
  });

  it('a chosen place is kept though it holds no tick', () => {
    const home = homeWith(boxes);
    reconciled(home, '--progress', 't.md', ...inK);
    home.run(['done', '1.1', ...inK]);
    expect([home.read('k.md'), total(home, ...inK).done]).toEqual([boxes, 1]);
    home.run(['reopen', '1.1', ...inK]);
    home.run(['done', '1.2', ...inK]);
    expect(home.read('k.md')).toBe(boxes);
    reconciled(home, '--progress', 'inline', ...inK);
    expect(home.read('k.md')).toContain('- [x] two ✅ 2026-11-20');
  });

  it('a move beats what the front matter names, and both ways of the ticks are reported', () => {
    const home = homeWith(`---\nprogress: ticks.md\n---\n\n${boxes}`, '1.1', '2.1');
    reconciled(home, '--progress', 'other.md', ...inK);
    expect(total(home, ...inK).done).toBe(2);
    expect(home.run(['status', ...inK], { env: wide }).err).toContain('reconcile --progress ticks.md --apply -r k.md');
    reconciled(home, '--progress', 'inline', ...inK);
    home.run(['done', '1.2', ...inK]);
    expect(home.read('k.md').match(/\[x\]/g)).toHaveLength(3);
    expect(existsSync(home.path('ticks.md'))).toBe(false);
  });

  it('a file that is gone may be left for another place', () => {
    for (const place of ['inline', 'm.md']) {
      const home = homeWith(boxes, '1.1');
      reconciled(home, '--progress', 't.md', ...inK);
      if (place === 'm.md') renameSync(home.path('t.md'), home.path('m.md'));
      else rmSync(home.path('t.md'));
      expect(home.run(['status', ...inK]).status).toBe(5);
      reconciled(home, '--progress', place, ...inK);
      expect(total(home, ...inK).done).toBe(place === 'm.md' ? 1 : 0);
    }
  });

  it('a progress file that is a link stays one, and undo gives back the bytes, the mode and a byte-order mark', () => {
    const home = homeWith(bullets, '1.1');
    const file = home.progressFile();
    home.write('dots/k.md', home.readProgress());
    rmSync(file);
    symlinkSync(home.path('dots/k.md'), file);
    reconciled(home, '--progress', 'inline', ...inK);
    expect([lstatSync(file).isSymbolicLink(), existsSync(file)]).toEqual([true, true]);
    expect(total(home, ...inK).done).toBe(1);

    const other = homeWith(bullets, '1.1');
    const kept = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(other.readProgress())]);
    for (const [bytes, mode] of [
      [kept, 0o644],
      [Buffer.from(other.readProgress()), 0o600],
    ] as const) {
      const path = other.progressFile();
      writeFileSync(path, bytes);
      chmodSync(path, mode);
      reconciled(other, '--progress', 'inline', ...inK);
      expect(other.run(['undo', ...inK]).status).toBe(0);
      expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
      expect(lstatSync(path).mode & 0o777).toBe(mode);
    }
  });

  it('a progress file that is no UTF-8 is neither moved nor taken over', () => {
    const home = homeWith(bullets, '1.1');
    const file = home.progressFile();
    // More of them than a text in UTF-8 may have (FORMATS B6).
    const bytes = Buffer.concat([Buffer.from(home.readProgress()), Buffer.alloc(60, 0xe9), Buffer.from('\n')]);
    writeFileSync(file, bytes);
    expect(home.run(['reconcile', '--progress', 't.md', '--apply', ...inK]).status).toBe(5);
    home.write('z/k.md', bullets);
    rmSync(home.path('k.md'));
    reconciled(home, '-r', 'z/k.md');
    expect([Buffer.compare(readFileSync(file), bytes), existsSync(home.path('t.md'))]).toEqual([0, false]);
  });

  it('a refused command has moved nothing', () => {
    const home = homeWith(boxes, '1.1', '1.2');
    reconciled(home, '--progress', 't.md', ...inK);
    const kept = home.snapshot();
    expect(home.run(['done', '9', '--progress', 'inline', ...inK]).status).toBe(3);
    expect(home.run(['reopen', '1', '--progress', 'inline', ...inK]).status).toBe(2);
    expect(home.snapshot()).toEqual(kept);
  });

  it('a dry run shows the move and the tick, and counts right', () => {
    const home = homeWith(bullets, '1.1');
    const dry = ['done', '1.2', '--progress', 'inline', '--dry-run', ...inK];
    const { out } = home.run(dry);
    expect(out).toContain('+- [x] one ✅ 2026-11-20');
    expect(out).toContain('+- [x] two ✅ 2026-11-20');
    expect(home.json([...dry])).toMatchObject({ total: { done: 2 } });
    expect(home.read('k.md')).toBe(bullets);
  });

  it('what could not be closed again as it was stays in the note', () => {
    const odd =
      '- [x] a ✅ 2026-02-31\n- [X] b\n- [x] c [completion:: 2026-01-02]\n- [x] d ✅ 2026-01-02 ✅ 2026-01-05\n';
    const home = homeWith(`# K\n\n${odd}- [x] e ✅ 2026-01-03\n- [ ] f\n`);
    reconciled(home, '--progress', 't.md', ...inK);
    expect(home.read('k.md')).toBe(`# K\n\n${odd}- [ ] e\n- [ ] f\n`);
    expect(total(home, ...inK).done).toBe(5);
  });

  it('what people wrote into a progress file stays when the ticks go', () => {
    const home = homeWith(bullets, '1.1');
    const mine = `${home.readProgress().replace('---\n\n', 'title: My\n---\n\n')}\n## My own\n\n`;
    writeFileSync(home.progressFile(), mine);
    reconciled(home, '--progress', 'inline', ...inK);
    expect(home.readProgress()).toMatch(/title: My[\s\S]*## My own\n\n$/);
    expect(home.readProgress()).not.toContain('[x]');
  });
});

describe('ticks found again', () => {
  it.each<[string, (home: Home) => string]>([
    [
      'a folder with the note and its chosen file was renamed',
      (home) => {
        home.write('p/k.md', boxes);
        home.run(['done', '1.1', '-r', 'p/k.md']);
        reconciled(home, '--progress', 'p/t.md', '-r', 'p/k.md');
        renameSync(home.path('p'), home.path('q'));
        return 'q/k.md';
      },
    ],
    [
      'the note was renamed beside its chosen file',
      (home) => {
        home.write('k.md', boxes);
        home.run(['done', '1.1', ...inK]);
        reconciled(home, '--progress', 't.md', ...inK);
        renameSync(home.path('k.md'), home.path('kk.md'));
        return 'kk.md';
      },
    ],
    [
      'a note with boxes moved whose ticks were in its progress file',
      (home) => {
        home.write('k.md', bullets);
        home.run(['done', '1.1', ...inK]);
        home.write('z/k.md', boxes);
        rmSync(home.path('k.md'));
        return 'z/k.md';
      },
    ],
    [
      'a note was renamed that names its file',
      (home) => {
        home.write('a.md', `---\nprogress: ticks.md\n---\n\n${bullets}`);
        home.run(['done', '1.1', '-r', 'a.md']);
        renameSync(home.path('a.md'), home.path('b.md'));
        return 'b.md';
      },
    ],
  ])('%s', (_, arrange) => {
    const home = newHome();
    const now = arrange(home);
    expect(home.run(['status', '-r', now]).status).toBe(0);
    reconciled(home, '-r', now);
    expect(total(home, '-r', now).done).toBe(1);
    expect(home.run(['status', '-r', now]).err).not.toContain('ticks-abandoned');
    expect(home.run(['done', '1.2', '-r', now]).status).toBe(0);
    home.run(['undo', '-n', '2', '-r', now]);
    reconciled(home, '-r', now);
    expect(total(home, '-r', now).done).toBe(1);
  });

  it('also where a tick was made at the new place before', () => {
    const home = homeWith(bullets, '1.1');
    mkdirSync(home.path('z'));
    renameSync(home.path('k.md'), home.path('z/k.md'));
    home.run(['done', '1.2', '--force', '-r', 'z/k.md']);
    reconciled(home, '-r', 'z/k.md');
    expect(total(home, '-r', 'z/k.md').done).toBe(2);
    expect(bare(home)).toHaveLength(1);
  });

  it('two that moved at once get their own, and one of another name nothing', () => {
    const home = newHome();
    home.write('a/k.md', bullets);
    home.write('b/k.md', bullets.replace('one', 'uno').replace('two', 'dos'));
    home.run(['done', '1.1', '-r', 'a/k.md']);
    home.run(['done', '1.2', '2.1', '-r', 'b/k.md']);
    for (const [from, to] of [
      ['a', 'c'],
      ['b', 'd'],
    ] as const)
      renameSync(home.path(from), home.path(to));
    reconciled(home, '-r', 'c/k.md');
    reconciled(home, '-r', 'd/k.md');
    const done = (file: string) => home.run(['list', '--plain', '--status', 'done', '-r', file]).out.match(/\w+$/gm);
    expect([done('c/k.md'), done('d/k.md')]).toEqual([['one'], ['dos', 'three']]);

    home.write('go.md', '# Go\n\n- Introduction\n- Basics\n');
    home.run(['done', '1', '2', '-r', 'go.md']);
    rmSync(home.path('go.md'));
    home.write('rust.md', '# Rust\n\n- Introduction\n- Basics\n- Traits\n');
    reconciled(home, '-r', 'rust.md');
    expect(total(home, '-r', 'rust.md').done).toBe(0);
  });
});

describe('lines as people keep them', () => {
  it('words behind a title stay, also when the title changes; ids of any form are followed', () => {
    const home = homeWith('# K\n\n## A\n\n- Subsets of a service\n- two\n', '1');
    const talk = ' — great talk https://x.y/z, redo lab 3';
    const text = home
      .readProgress()
      .replace('Subsets of a service', `Subsets of a service${talk}`)
      .replace('1.2 two', '1.2 two #hard **again** [[note]]');
    writeFileSync(home.progressFile(), text);
    expect(home.json<Document>(['reconcile', '--apply', ...inK])).toMatchObject({ links: [], inPlace: 2 });
    expect(home.readProgress()).toBe(text);
    home.write('k.md', '# K\n\n## A\n\n- New\n- Subsets of one service\n- two\n');
    reconciled(home, ...inK);
    expect(home.readProgress()).toContain(`- [x] 1.2 Subsets of one service${talk} 🆔`);
    expect(home.readProgress()).toContain('- [x] 1.3 two #hard **again** [[note]] 🆔');

    home.write(
      'y.yaml',
      'sections:\n  - title: S\n    topics: [{id: v1.10, title: Ten}, {id: a.b, title: Dot}, {id: тема, title: Тема}, {id: a/b, title: AB}]\n',
    );
    home.run(['done', '1', '-r', 'y.yaml']);
    expect(home.json<Document>(['reconcile', '-r', 'y.yaml'])).toMatchObject({ links: [], inPlace: 4 });
  });

  it('a line that was linked anew is one step in the log, and a move loses none', () => {
    const home = homeWith(bullets, '1.1');
    home.run(['start', '1.2', ...inK]);
    home.write('k.md', bullets.replace('- one', '- One and a half'));
    reconciled(home, ...inK);
    reconciled(home, '--progress', 't.md', ...inK);
    reconciled(home, '--progress', 'inline', ...inK);
    expect(home.run(['log', '--plain', ...inK]).out.split('\n')).toEqual([
      '2026-11-20\t1.2\ttodo\tdoing\ttwo',
      '2026-11-20\t1.1\ttodo\tdone\tOne and a half',
      '',
    ]);
    expect(home.run(['undo', '-n', '9', ...inK])).toMatchObject({ status: 0, err: '' });
    expect(home.read('k.md')).toBe(bullets.replace('- one', '- One and a half'));
  });
});

describe('rows of a table beside a note that is ticked in place (D7)', () => {
  const pets = `${boxes}
## Projects

| Level | Name | Description | Technologies | Success criterion | Links |
|---|---|---|---|---|---|
| Junior | Shop | a shop | Go | works | - |
| Middle | Bank | a bank | Go | works | - |
`;

  it('have their ticks in the progress file, and the note stays the place of its boxes', () => {
    const home = homeWith(pets, 'P1');
    expect(home.read('k.md')).toBe(pets);
    expect(home.readProgress()).toMatch(/## Projects\n\n- \[x\] P1 Shop 🆔 \w+ ✅ 2026-11-20\n$/);
    const status = home.json<{ progress: { mode: string }; projects: object }>(['status', ...inK]);
    expect(status).toMatchObject({ progress: { mode: 'inline' }, projects: { done: 1, total: 2 } });
    const kept = home.readProgress();
    expect(home.run(['done', '--dry-run', 'P2', '1.2', ...inK]).out).toMatch(/\+- \[x\] two[\s\S]*\+- \[x\] P2 Bank/);
    expect(home.run(['done', 'P2', '1.2', ...inK])).toMatchObject({ status: 0, err: '' });
    expect(home.read('k.md')).toContain('- [x] two ✅ 2026-11-20');
    expect(home.readProgress()).toContain('P2 Bank');
    expect(home.run(['undo', ...inK])).toMatchObject({ status: 0, err: '' });
    expect([home.read('k.md'), home.readProgress()]).toEqual([pets, kept]);
    home.run(['reopen', 'P1', ...inK]);
    expect(home.json(['status', ...inK])).toMatchObject({ projects: { done: 0 } });
    expect(home.run(['done', 'P1', '--progress', 'inline', ...inK])).toMatchObject({ status: 0 });
  });
});

describe('a bullet whose box Markdown does not see beside task lines (L2)', () => {
  it('has its tick in the progress file, and its line stays as it is', () => {
    const text = '# Boat\n\n- [ ] Scrape\n- [] Paint\n- [x ] Prime\n';
    const home = homeWith(text, '2');
    expect(home.run(['reopen', '3', ...inK])).toMatchObject({ status: 0, err: '' });
    expect(home.read('k.md')).toBe(text);
    expect(home.readProgress()).toMatch(/- \[x\] 2 Paint[\s\S]*- \[ \] 3 Prime/);
    home.run(['done', '1', ...inK]);
    expect(home.read('k.md')).toBe(text.replace('[ ] Scrape', '[x] Scrape ✅ 2026-11-20'));
    expect(home.json(['status', ...inK])).toMatchObject({ total: { done: 2, total: 3 } });
  });
});

describe('a note that names the place itself (P6)', () => {
  const outline = (place: string): string => `---\nprogress: ${place}\n---\n\n# Tea\n\n- Green\n- Oolong\n`;

  it('keeps its ticks beside it', () => {
    const home = newHome();
    home.write('tea/tea.md', outline('ticks.md'));
    home.run(['done', '1', '-r', 'tea/tea.md']);
    expect(home.read('tea/ticks.md')).toMatch(
      /^---\nroadmap: tea\.md\n---\n\n# Tea\n\n- \[x\] 1 Green 🆔 \w+ ✅ 2026-11-20\n$/,
    );
    expect(bare(home)).toEqual([]);
    renameSync(home.path('tea'), home.path('drinks'));
    expect(total(home, '-r', 'drinks/tea.md').done).toBe(1);
  });

  it.each([
    ['../ticks.md'],
    ['/tmp/ticks.md'],
    ['a/../../ticks.md'],
    ['link/ticks.md'],
    ['evil.md'],
    ['link/new/deep/x.md'],
    ['chain/new/x.md'],
    ['"a\\u0000b.md"'],
    ['dangling/x.md'],
    ['tea.md/x.md'],
    [`${'n'.repeat(300)}.md`],
  ])('never outside of its folder, and no tick is lost: %s', (place) => {
    const home = newHome();
    home.write('tea/tea.md', outline(place));
    home.write('elsewhere/note.md', '');
    symlinkSync('../elsewhere', home.path('tea/link'));
    symlinkSync('link', home.path('tea/chain'));
    symlinkSync('../nowhere', home.path('tea/dangling'));
    home.write('elsewhere/empty.md', '');
    symlinkSync('../elsewhere/empty.md', home.path('tea/evil.md'));
    const { status, err } = home.run(['done', '1', '-r', 'tea/tea.md'], { env: wide });
    expect(status).toBe(0);
    expect(err).toContain('progress-outside');
    expect(dirname(home.progressFile())).toBe(home.data);
    expect(existsSync(home.path('ticks.md')) || existsSync(home.path('elsewhere/ticks.md'))).toBe(false);
    expect(home.read('elsewhere/empty.md')).toBe('');
    expect(readdirSync(home.path('elsewhere')).sort()).toEqual(['empty.md', 'note.md']);
    expect(readdirSync(home.path('tea')).sort()).toEqual(['chain', 'dangling', 'evil.md', 'link', 'tea.md']);
    expect(total(home, '-r', 'tea/tea.md').done).toBe(1);
    expect(home.run(['undo', '-r', 'tea/tea.md'])).toMatchObject({ status: 0 });
    expect(total(home, '-r', 'tea/tea.md').done).toBe(0);
  });

  it('nor into a file that is somebody’s; other values are none of ours', () => {
    const home = newHome();
    home.write('tea.md', outline('mine.md'));
    home.write('mine.md', '# Mine\n');
    expectRefusal(home.run(['done', '1', '-r', 'tea.md'], { env: wide }), 4, /not a progress file/);
    expect(home.read('mine.md')).toBe('# Mine\n');
    home.write('tea.md', outline('40%'));
    expect(home.run(['done', '1', '-r', 'tea.md'])).toMatchObject({ status: 0, err: '' });
  });

  it('keeps what it had where ticks are kept already, and says how to move them', () => {
    const home = newHome();
    home.write('tea.md', outline('40%'));
    home.run(['done', '1', '-r', 'tea.md']);
    home.write('tea.md', outline('ticks.md'));
    const { err } = home.run(['status', '-r', 'tea.md'], { env: wide });
    expect(err).toContain('istio-roadmap reconcile --progress ticks.md --apply');
    expect(total(home, '-r', 'tea.md').done).toBe(1);
    expect(home.run(['reconcile', '--progress', 'ticks.md', '--apply', '-r', 'tea.md']).status).toBe(0);
    expect(home.run(['status', '-r', 'tea.md']).err).toBe('');
    expect(total(home, '-r', 'tea.md').done).toBe(1);
  });
});

const conflicted = (ours: string, theirs: string): string =>
  `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> laptop\n`;

describe('files with a conflict are no place to move to or from (U3)', () => {
  const flat = '# R\n\n## S\n\n- a\n- b\n- c\n- d\n';

  it('neither the target, nor a file that is taken over, nor what an undo would write', () => {
    const home = homeWith(flat.replaceAll('- ', '- [ ] '), '1.1', '1.2');
    home.write(
      't.md',
      `---\nroadmap: k.md\n---\n\n# R\n\n## 1 S\n\n${conflicted('- [x] 1.4 d ✅ 2026-01-01', '- [ ] 1.4 d')}`,
    );
    let kept = home.snapshot();
    expectRefusal(home.run(['reconcile', '--progress', 't.md', '--apply', ...inK], { env: wide }), 5, /t\.md.*line 9/);
    expect(home.snapshot()).toEqual(kept);

    const other = homeWith(flat, '1.1', '1.2', '1.3');
    const file = other.progressFile();
    writeFileSync(file, other.readProgress() + conflicted('- [x] 1.4 d ✅ 2026-01-01', '- [ ] 1.4 d'));
    kept = other.snapshot();
    expect(other.run(['undo', ...inK], { env: wide }).err).toContain(file);
    renameSync(other.path('k.md'), other.path('m.md'));
    expectRefusal(other.run(['reconcile', '--apply', '-r', 'm.md'], { env: wide }), 5, /line 12/);
    expect(existsSync(file)).toBe(true);
  });
});

describe('rows and boxes in one command (D7)', () => {
  const craft = `# Craft

## Practice

- [ ] Joinery
- [ ] Turning
- [ ] Carving

## Projects

| Level | Name | Description | Technologies | Success criterion | Links |
|---|---|---|---|---|---|
| Junior | A stool | sits | Wood | holds | - |
| Middle | A chair | sits | Wood | holds | - |
| Middle | A desk | stands | Wood | holds | - |
`;
  interface Changed {
    readonly changed: { address: string; from: string; to: string }[];
    readonly unchanged: object[];
  }
  const changedBy = (home: Home, ...args: string[]) => {
    const { changed, unchanged } = home.json<Changed>([...args, ...inK]);
    return [changed.map(({ address, from, to }) => `${address} ${from} ${to}`), unchanged.length];
  };

  it('are reported together, also with --progress inline, and moved together', () => {
    const home = homeWith(craft);
    expect(changedBy(home, 'done', '1.1', 'P1')).toEqual([['1.1 todo done', 'P1 todo done'], 0]);
    expect(home.json(['status', '--progress', 'inline', ...inK])).toMatchObject({ projects: { done: 1, total: 3 } });
    expect(changedBy(home, 'done', 'P1', 'P2', '1.2', '--progress', 'inline')).toEqual([
      ['P2 todo done', '1.2 todo done'],
      1,
    ]);
    const [note, rows] = [home.read('k.md'), home.readProgress()];
    expect(home.json<Document>(['reconcile', '--progress', 't.md', '--apply', ...inK]).move?.count).toBe(4);
    expect(home.json(['status', ...inK])).toMatchObject({ total: { done: 2 }, projects: { done: 2 } });
    expect(home.read('k.md')).toBe(craft);
    expect(home.run(['undo', ...inK]).status).toBe(0);
    expect([home.read('k.md'), home.readProgress()]).toEqual([note, rows]);
  });

  it('a renamed row leaves the note its place', () => {
    const home = homeWith(craft, '1.1', 'P1', 'P2');
    home.write('k.md', home.read('k.md').replace('A stool', 'A fine stool'));
    home.run(['done', '1.2', ...inK]);
    expect(home.read('k.md')).toContain('- [x] Turning ✅ 2026-11-20');
    const single = homeWith(craft, 'P1');
    single.write('k.md', single.read('k.md').replace('A stool', 'Something'));
    single.run(['done', '1.2', ...inK]);
    expect(single.read('k.md')).toContain('- [x] Turning ✅ 2026-11-20');
  });

  it('a conflict among the rows is seen and not written to', () => {
    const home = homeWith(craft, 'P1');
    writeFileSync(home.progressFile(), home.readProgress() + conflicted('- [x] P2 A chair', '- [ ] P2 A chair'));
    const kept = home.snapshot();
    expect(home.json(['status', ...inK])).toMatchObject({ diagnostics: { errors: 1 } });
    for (const args of [['done', 'P3'], ['start', '1.1', 'P3'], ['reopen', 'P1'], ['undo']])
      expect(home.run([...args, ...inK]).status, args.join(' ')).toBe(5);
    expect(home.snapshot()).toEqual(kept);
  });

  it('a refusal leaves nothing to redo, and what could be made again can be still', () => {
    const home = newHomeOfNobody();
    home.write('k.md', craft);
    expect(home.run(['done', 'P1', '1.2', ...inK]).status).toBe(0);
    home.run(['done', '1.3', ...inK]);
    home.run(['undo', ...inK]);
    const kept = home.read('k.md');
    chmodSync(home.data, 0o555);
    expect(home.run(['done', '1.1', 'P2', ...inK]).status).toBe(5);
    expect(home.read('k.md')).toBe(kept);
    chmodSync(home.data, 0o755);
    expect(changedBy(home, 'redo')).toEqual([['1.3 todo done'], 0]);
  });
});

it('the command that takes a tick back names the file that was chosen for this run', () => {
  const home = homeWith(boxes, '1.1');
  const { out } = home.run(['done', '1.2', '--progress', 't.md', ...inK], { env: wide });
  expect(out).toContain('istio-roadmap undo -r k.md --progress t.md');
  expect(home.run(['undo', '--progress', 't.md', ...inK]).status).toBe(0);
  expect([total(home, ...inK).done, existsSync(home.path('t.md'))]).toEqual([1, false]);
});

it('an undo is no refusal where it leads back to a file that is gone', () => {
  const home = homeWith(bullets, '1.1');
  reconciled(home, '--progress', 't.md', ...inK);
  rmSync(home.path('t.md'));
  reconciled(home, '--progress', 'inline', ...inK);
  expect(home.run(['undo', ...inK])).toMatchObject({ status: 0, err: '' });
  expect(home.run(['status', ...inK]).status).toBe(5);
});

describe('lines that look like two versions of the same (U4)', () => {
  const text = '# R\n\n- [x] a ✅ 2026-01-02\n- [ ] b\n- [ ] a\n- [x] b ✅ 2026-01-01\n- [ ] c\n';
  const joined = '# R\n\n- [x] a ✅ 2026-01-02\n- [x] b ✅ 2026-01-01\n- [ ] c\n';

  it('are shown in a note, joined with --apply alone, and come back with undo', () => {
    const home = newHome();
    home.write('k.md', text);
    expect(total(home, ...inK)).toMatchObject({ total: 5, done: 2 });
    const shown = home.run(['reconcile', ...inK], { env: wide });
    expect(shown).toMatchObject({ status: 0, err: '' });
    expect(shown.out).toContain('2 lines to join');
    expect(shown.out).toContain('istio-roadmap reconcile --apply -r k.md');
    expect(home.json(['reconcile', ...inK])).toMatchObject({ applied: false, joined: 2 });
    expect(home.read('k.md')).toBe(text);
    expect(home.json(['reconcile', '--apply', ...inK])).toMatchObject({ applied: true, joined: 2 });
    expect(home.read('k.md')).toBe(joined);
    expect(home.json(['reconcile', '--apply', ...inK])).toMatchObject({ applied: false, joined: 0 });
    expect(home.run(['undo', ...inK]).status).toBe(0);
    expect(home.read('k.md')).toBe(text);
  });

  it.each([['done', '5'], ['reopen', '1'], ['lint', '--fix'], ['export']])('are left alone by %s', (...words) => {
    const home = newHome();
    home.write('k.md', text);
    home.run([...words, ...inK]);
    expect(total(home, ...inK).total).toBe(5);
  });

  it('of a progress file are joined without an id only with --apply', () => {
    const home = homeWith('# R\n\n## S\n\n- a\n- b\n', '1.1');
    const typed = '- [x] a ✅ 2026-11-20\n- [x] a ✅ 2026-11-20\n';
    writeFileSync(home.progressFile(), home.readProgress() + typed);
    home.run(['done', '1.2', ...inK]);
    expect(home.readProgress()).toContain(typed);
    expect(home.json(['reconcile', ...inK])).toMatchObject({ joined: 2 });
    home.run(['reconcile', '--apply', ...inK]);
    expect(home.readProgress()).not.toMatch(/^- \[x\] a/m);
    expect(total(home, ...inK)).toMatchObject({ total: 2, done: 2 });
  });
});

describe('topics that were merged, split or retired by the author of a YAML roadmap', () => {
  const tea = (...topics: readonly string[]): string =>
    [
      'id: tea',
      'title: Tea',
      'sections:',
      '  - title: Leaves',
      '    topics:',
      ...topics.map((one) => `      - ${one}`),
      '',
    ].join('\n');
  const inTea = ['-r', 'tea.yaml'];

  function drunk(): Home {
    const home = newHome();
    home.write(
      'tea.yaml',
      tea('{id: brew, title: Brewing}', '{id: foam, title: Foam}', '{id: steep, title: Steeping}'),
    );
    expect(home.run(['done', 'brew', 'steep', 'foam', '--on', '2026-11-01', ...inTea])).toMatchObject({ status: 0 });
    home.write(
      'tea.yaml',
      tea('{id: brew, title: Brewing, formerly: [steep]}', '{id: foam, title: Foam, retired: "2026"}'),
    );
    return home;
  }

  it('have all their ticks', () => {
    const home = drunk();
    const found = JSON.parse(home.run(['reconcile', '--json', ...inTea]).out) as Document;
    expect([found.orphans, found.links, found.inPlace]).toEqual([[], [], 3]);
    expect(JSON.parse(home.run(['status', '--json', ...inTea]).out).total).toMatchObject({ total: 2, done: 2 });
    expect(home.run(['lint', ...inTea]).out).not.toContain('orphan');
  });

  it('go with the topic that is left, by either id', () => {
    const home = drunk();
    expect(home.run(['start', 'steep', ...inTea])).toMatchObject({ status: 0, err: '' });
    const shown = JSON.parse(home.run(['show', 'steep', '--json', ...inTea]).out);
    expect(shown).toMatchObject({ id: 'brew', status: 'doing', formerly: ['steep'] });
    expect(home.run(['undo', ...inTea]).status).toBe(0);
    expect(JSON.parse(home.run(['show', 'brew', '--json', ...inTea]).out)).toMatchObject({ completedOn: '2026-11-01' });
  });

  it('are taken over under the new name where the old one alone is there', () => {
    const home = newHome();
    home.write('tea.yaml', tea('{id: brew, title: Brewing}', '{id: steep, title: Steeping}'));
    expect(home.run(['done', 'steep', '--on', '2026-11-01', ...inTea])).toMatchObject({ status: 0 });
    home.write('tea.yaml', tea('{id: brew, title: Brewing, formerly: [steep]}'));
    const before = JSON.parse(home.run(['reconcile', '--json', ...inTea]).out) as Document;
    expect(before.links.map(({ kind, topic }) => [kind, topic.address])).toEqual([['renamed', '1.1']]);
    expect(home.run(['reconcile', '--apply', ...inTea]).status).toBe(0);
    const after = JSON.parse(home.run(['reconcile', '--json', ...inTea]).out) as Document;
    expect([after.orphans, after.links, after.inPlace]).toEqual([[], [], 1]);
    expect(home.run(['show', 'brew', '--json', ...inTea]).out).toContain('"2026-11-01"');
  });
});
