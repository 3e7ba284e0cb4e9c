// Lab: a learner's way from the list to a tick, and what is kept of it, as the shell sees it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cafeFiles, labNamed } from '../support/cafe-labs.ts';
import { withPreload } from '../support/killing.ts';
import {
  type AtTerminal,
  atTerminal,
  expectRefusal,
  type Home,
  newHome,
  type Terminal,
  wide,
} from '../support/program.ts';
import { screenOf } from '../support/screen.ts';

const inCafe = ['-r', 'cafe.yaml'];
const right = labNamed('menu-board').solution;
const wrong = right.replace('"3.50"', '"3.80"');

function cafe(): Home {
  const home = newHome();
  for (const [name, text] of Object.entries(cafeFiles)) home.write(name, text);
  home.write('right.yaml', right);
  home.write('wrong.yaml', wrong);
  return home;
}

const lab = (home: Home, ...words: readonly string[]) => home.run(['lab', ...words, ...inCafe]);

interface Verdict {
  readonly passed: boolean;
  readonly checks: readonly { readonly id: string; readonly holds: boolean | null }[];
  readonly problems: readonly {
    readonly layer: string;
    readonly line: number | null;
    readonly column: number | null;
  }[];
  readonly recorded: string | null;
  readonly ticked: boolean;
}

const verdictOn = (home: Home, ...words: readonly string[]): Verdict =>
  JSON.parse(lab(home, ...words, '--json').out) as Verdict;

describe('the list', () => {
  it('has each lab at its topic, and says what is passed', () => {
    const home = cafe();
    expect(
      lab(home, '--plain')
        .out.split('\n')
        .map((line) => line.split('\t')[0]),
    ).toEqual([...['menu-board', 'stock-broken', 'queue-length', '']]);
    expect(lab(home, 'menu-board', 'right.yaml').status).toBe(0);
    expect(lab(home).out).toMatch(/1 of 3 labs passed/);
    expect(lab(home, '--status', 'done', '--plain').out).toBe(
      'menu-board\tdone\t2026-11-20\tjunior\t10\t1.1\tTea on the board\n',
    );
    expect(lab(home, '--status', 'todo', '--level', 'middle', '--plain').out.split('\n')).toHaveLength(3);
    expect(lab(home, '--search', 'queue', '--plain').out).toMatch(/^queue-length\t.*\n$/);
    expect(lab(home, '--search', 'sugar')).toMatchObject({ status: 0, out: ' no lab fits\n' });
  });

  it('of a section has its labs, and a topic with one lab is that lab', () => {
    const home = cafe();
    expect(lab(home, '1').out).toMatch(/menu-board[\s\S]*stock-broken/);
    expect(lab(home, '1').out).not.toMatch(/queue-length/);
    for (const word of ['menu-board', 'MENU-BOARD', '1.1', 'menu'])
      expect(lab(home, word).out, word).toMatch(/The board of the café shows/);
  });

  it('has a lab of several topics once, and each of them leads to it', () => {
    const home = cafe();
    const board = cafeFiles['labs/menu-board.yaml'] as string;
    home.write('labs/menu-board.yaml', board.replace('topic: menu', 'topic: queue\nalso: [menu, tips]'));
    expect(lab(home, '--plain').out.match(/^menu-board.*$/gm)).toEqual([expect.stringMatching(/\t2\.1\tTea/)]);
    for (const word of ['1.1', '2.2', 'tips']) expect(lab(home, word).out, word).toMatch(/The board of the café shows/);
    expect(home.run(['show', '2.2', ...inCafe]).out).toMatch(/menu-board/);
  });

  it('is that of the other labs where one cannot be used, which is named', () => {
    const home = cafe();
    home.write('labs/odd.yaml', 'topic: tips\nminutes: soon\n');
    const { status, out, err } = lab(home);
    expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining('menu-board') });
    expect(err).toMatch(/labs\/odd\.yaml cannot be used/);
    expect(lab(home, 'odd')).toMatchObject({ status: 4, out: '' });
  });

  it('is empty where a roadmap has none, with a way to some', () => {
    const home = newHome();
    home.write('note.md', '# Tea\n\n- [ ] 1 Leaves\n');
    const { status, out } = home.run(['lab', '-r', 'note.md']);
    expect(status).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('`istio-roadmap lab -r istio`');
    expect(home.json(['lab', '-r', 'note.md'])).toMatchObject({ kind: 'labs', labs: [] });
  });
});

describe('a verdict', () => {
  it.each<[string, string, number, RegExp]>([
    ['an answer that holds', 'right.yaml', 0, /✓ tea costs 3\.50/],
    [
      'one that does not',
      'wrong.yaml',
      1,
      /✗ tea costs 3\.50\n.*another price[\s\S]*wrong\.yaml:5:3\n.*\n +\| +\^\^\^/,
    ],
  ])('of %s', (_, file, status, text) => {
    const answer = lab(cafe(), 'menu-board', file);
    expect(answer).toMatchObject({ status, err: '' });
    expect(answer.out).toMatch(text);
  });

  it('of a text that is no YAML is no, with its place', () => {
    const home = cafe();
    home.write('broken.yaml', 'kind: ConfigMap\n  data: {tea\n');
    const answer = lab(home, 'menu-board', 'broken.yaml');
    expect(answer).toMatchObject({ status: 1, err: '' });
    expect(answer.out).toMatch(/broken\.yaml:2:\d+\n/);
    const { passed, checks, problems } = verdictOn(home, 'menu-board', 'broken.yaml');
    expect({ passed, checks }).toEqual({
      passed: false,
      checks: [
        { id: 'tea', title: expect.any(String), holds: null },
        { id: 'currency', title: expect.any(String), holds: null },
      ],
    });
    expect(problems[0]).toMatchObject({ layer: 'yaml', line: 2 });
  });

  it('reads several files, a folder, and standard input; what --into wrote beside the answer is none', () => {
    const home = cafe();
    expect(lab(home, 'menu-board', '--into', 'tea')).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(home.path('tea')).sort()).toEqual(['answer.yaml', 'given.yaml', 'task.txt']);
    expect(home.read('tea/given.yaml')).toBe(labNamed('menu-board').given.manifests);
    expect(lab(home, 'menu-board', 'tea').status).toBe(1);
    home.write('tea/answer.yaml', right);
    for (const word of ['tea', 'tea/', './tea', 'tea/answer.yaml', home.path('tea')])
      expect(lab(home, 'menu-board', word).status, word).toBe(0);
    expect(home.run(['lab', 'menu-board', '-', ...inCafe], { input: right }).status).toBe(0);
    expect(lab(home, 'queue-length', '-', '--json')).toMatchObject({ status: 1 });
    home.write('one.yaml', 'counters: 3\nguests: 5\n');
    expect(lab(home, 'queue-length', 'one.yaml').status).toBe(0);
  });

  it('leaves the answer as it is', () => {
    const home = cafe();
    lab(home, 'menu-board', 'right.yaml', '--tick');
    expect(home.read('right.yaml')).toBe(right);
  });
});

describe('what is passed', () => {
  it('stands in the progress file, in no count, once, and with its first day', () => {
    const home = cafe();
    const first = lab(home, 'menu-board', 'right.yaml');
    expect(first.out).toMatch(/recorded in/);
    expect(home.readProgress()).toMatch(/\n# Running a café\n\n## Labs\n\n- \[x\] lab:menu-board ✅ 2026-11-20\n$/);
    const env = { ISTIO_ROADMAP_TODAY: '2026-11-25' };
    const again = home.run(['lab', 'menu-board', 'right.yaml', ...inCafe], { env });
    expect(again.out).not.toMatch(/recorded in/);
    home.write('one.yaml', 'counters: 3\nguests: 5\n');
    expect(home.run(['lab', 'queue-length', 'one.yaml', ...inCafe], { env }).out).not.toMatch(/recorded in/);
    expect(home.readProgress().match(/lab:.*/g)).toEqual([
      'lab:menu-board ✅ 2026-11-20',
      'lab:queue-length ✅ 2026-11-25',
    ]);
    expect(home.json(['status', ...inCafe])).toMatchObject({
      total: { total: 4, done: 0 },
      diagnostics: { errors: 0, warnings: 0 },
    });
    expect(home.run(['lint', ...inCafe]).out).not.toMatch(/orphan/);
    expect(home.run(['reconcile', ...inCafe]).out).not.toMatch(/lab:/);
  });

  it('is taken back by undo and made again by redo, and is in no history of topics', () => {
    const home = cafe();
    lab(home, 'menu-board', 'right.yaml');
    const made = home.readProgress();
    expect(home.run(['undo', ...inCafe]).out).toMatch(/lab:menu-board {2}Tea on the board · taken back/);
    expect(existsSync(home.data) ? readdirSync(home.data) : []).toEqual([]);
    expect(lab(home, '--status', 'done', '--plain').out).toBe('');
    expect(home.run(['redo', ...inCafe]).status).toBe(0);
    expect(home.readProgress()).toBe(made);
    expect(home.json(['log', ...inCafe])).toMatchObject({ entries: [], total: 0 });
  });

  it('stays below all topics, whatever is ticked and reopened afterwards', () => {
    const home = cafe();
    lab(home, 'menu-board', 'right.yaml');
    const before = home.readProgress();
    home.run(['done', '2.1', '-q', ...inCafe]);
    home.run(['done', '1', '-q', ...inCafe]);
    const headings = home.readProgress().match(/^#.*/gm);
    expect(headings).toEqual(['# Running a café', '## 1 Kitchen', '## 2 Counter', '## Labs']);
    home.run(['reopen', '1', '2.1', '--force', '-q', ...inCafe]);
    expect(home.readProgress()).toBe(before);
  });

  it('is passed in a roadmap that has the same topic, and written only where it was made', () => {
    const home = cafe();
    home.run(['roadmaps', 'add', 'cafe.yaml', '-q']);
    const bakery = 'id: bakery\ntitle: Bakery\ntopics: [{id: signs, title: Signs, same: cafe#menu}]\n';
    home.write('bakery.yaml', bakery);
    home.write(
      'labs/menu-board.yaml',
      (cafeFiles['labs/menu-board.yaml'] as string).replace('topic: menu', 'topic: cafe#menu'),
    );
    const listed = () => home.run(['lab', '--plain', '-r', 'bakery.yaml']).out;
    expect(listed()).toMatch(/^menu-board\ttodo\t-\t/);
    lab(home, 'menu-board', 'right.yaml');
    expect(listed()).toMatch(/^menu-board\tdone\t2026-11-20\t/);
    expect(home.run(['lab', 'menu-board', 'right.yaml', '-r', 'bakery.yaml']).status).toBe(0);
    expect(readdirSync(home.data)).toHaveLength(1);
  });

  it('with --tick the topic is done as well, and each is an undo of its own', () => {
    const home = cafe();
    const { passed, ticked, recorded } = verdictOn(home, 'menu-board', 'right.yaml', '--tick');
    expect({ passed, ticked, recorded }).toEqual({ passed: true, ticked: true, recorded: home.progressFile() });
    expect(home.readProgress()).toMatch(/- \[x\] 1\.1 The menu 🆔 menu ✅ 2026-11-20\n[\s\S]*- \[x\] lab:menu-board/);
    home.run(['undo', '-q', ...inCafe]);
    expect(home.readProgress()).toMatch(/lab:menu-board/);
    expect(home.readProgress()).not.toMatch(/The menu/);
    expect(lab(home, 'menu-board', 'right.yaml', '--tick').out).toMatch(/✓ 1\.1 {2}The menu · 2026-11-20/);
    expect(lab(home, 'menu-board', 'right.yaml', '--tick').status).toBe(0);
  });

  it('is not ticked where the answer does not hold', () => {
    const home = cafe();
    expect(lab(home, 'menu-board', 'wrong.yaml', '--tick').status).toBe(1);
    expect(existsSync(home.data)).toBe(false);
  });

  it('of a note that is ticked in place has a progress file of its own, which moves no tick', () => {
    const home = newHome();
    const note = '# Café\n\n- [ ] The menu 🆔 menu\n- [ ] Stock 🆔 stock\n';
    home.write('cafe.md', note);
    home.write('labs/menu-board.yaml', cafeFiles['labs/menu-board.yaml'] as string);
    home.write('right.yaml', right);
    const args = ['lab', 'menu-board', 'right.yaml', '-r', 'cafe.md'];
    expect(home.run([...args, '--tick']).status).toBe(0);
    expect(home.read('cafe.md')).toBe(note.replace('[ ] The menu 🆔 menu', '[x] The menu 🆔 menu ✅ 2026-11-20'));
    expect(home.readProgress()).toMatch(/# Café\n\n## Labs\n\n- \[x\] lab:menu-board ✅ 2026-11-20\n$/);
    home.run(['done', '2', '-q', '-r', 'cafe.md']);
    expect(home.read('cafe.md')).toMatch(/\[x\] Stock/);
    expect(home.json(['status', '-r', 'cafe.md'])).toMatchObject({
      progress: { mode: 'inline' },
      total: { total: 2, done: 2 },
    });
    expect(home.run(['lab', '-r', 'cafe.md', '--plain']).out).toMatch(/^menu-board\tdone\t2026-11-20/);
  });

  it('in the language in which the roadmap was written first', () => {
    const home = cafe();
    home.write(
      'cafe.yaml',
      (cafeFiles['cafe.yaml'] as string).replace('{ en: Running a café, ru: Кофейня }', 'Кофейня'),
    );
    lab(home, 'menu-board', 'right.yaml');
    expect(home.readProgress()).toMatch(/## Лабораторные\n\n- \[x\] lab:menu-board/);
  });

  it('that was opened by hand is ticked in its line, and a line of one’s own stays', () => {
    const home = cafe();
    lab(home, 'menu-board', 'right.yaml');
    const file = home.progressFile();
    const text = readFileSync(file, 'utf8').replace('- [x] lab:menu-board ✅ 2026-11-20', '- [ ] lab:menu-board');
    home.write('progress.md', `${text}\nTwice a week!\n`);
    const args = ['lab', 'menu-board', 'right.yaml', ...inCafe, '--progress', 'progress.md'];
    expect(home.run(args).status).toBe(0);
    expect(home.read('progress.md')).toMatch(/## Labs\n\n- \[x\] lab:menu-board ✅ 2026-11-20\n\nTwice a week!\n$/);
  });
});

describe('a process that is killed while a lab is recorded', () => {
  it('leaves the old file or the new one, and the next one records it', async () => {
    const home = cafe();
    const count = join(home.root, 'count');
    const args = ['lab', 'menu-board', 'right.yaml', ...inCafe];
    const env = withPreload(home);
    expect(await home.start(args, undefined, { ...env, COUNT_FILE: count })).toMatchObject({ status: 0 });
    const calls = Number(readFileSync(count, 'utf8'));
    const [file, made] = [home.progressFile(), home.readProgress()];
    let killed = 0;
    for (let turn = 1; turn <= 16; turn++) {
      rmSync(file);
      const at = calls - Math.floor((turn * calls) / 40);
      const { signal } = await home.start(args, undefined, { ...env, KILL_AT: String(at) });
      // With the folders there it makes fewer calls than the first time.
      if (signal === 'SIGKILL') killed++;
      if (existsSync(file)) expect(readFileSync(file, 'utf8'), `at call ${at}`).toBe(made);
      expect(home.run(args), `after a kill at call ${at}`).toMatchObject({ status: 0, err: '' });
      expect(home.readProgress()).toBe(made);
    }
    expect(killed).toBeGreaterThan(9);
  }, 60_000);
});

describe('when ticks move, labs go with them', () => {
  const note = '# Café\n\n- [ ] The menu 🆔 menu\n- [ ] Stock 🆔 stock\n';
  function studied(): Home {
    const home = newHome();
    home.write('cafe.md', note);
    home.write('labs/menu-board.yaml', cafeFiles['labs/menu-board.yaml'] as string);
    home.write('right.yaml', right);
    home.run(['lab', 'menu-board', 'right.yaml', '--tick', '-q', '-r', 'cafe.md']);
    return home;
  }
  const passed = (home: Home): string => home.run(['lab', '-r', 'cafe.md', '--status', 'done', '--plain']).out;

  it('out of the note into a file, from there into another, and back', () => {
    const home = studied();
    const move = (to: string) => home.run(['reconcile', '--apply', '--progress', to, '-r', 'cafe.md']);
    for (const to of ['one.md', 'two.md', 'inline']) {
      expect(move(to), to).toMatchObject({ status: 0, err: '' });
      expect(passed(home), to).toMatch(/^menu-board\tdone\t2026-11-20/);
      expect(home.json(['status', '-r', 'cafe.md']), to).toMatchObject({ total: { done: 1, total: 2 } });
    }
    expect(existsSync(home.path('two.md'))).toBe(false);
    home.run(['undo', '-r', 'cafe.md']);
    expect(home.read('two.md')).toMatch(/lab:menu-board ✅ 2026-11-20/);
    expect(passed(home)).toMatch(/^menu-board/);
  });
});

describe('a hint', () => {
  it('is one more each time, and the last says so', () => {
    const home = cafe();
    const hints = () => lab(home, 'menu-board', '--hint').out;
    expect(hints()).toMatch(/hint 1 of 2\n.*text\.\n$/);
    expect(hints()).toMatch(/hint 1 of 2[\s\S]*hint 2 of 2[\s\S]*last hint[\s\S]*--solution -r cafe\.yaml\n$/);
    expect(hints()).toMatch(/hint 2 of 2/);
    expect(lab(home, 'stock-broken', '--hint').out).toMatch(/has no hints/);
    expect(home.json(['lab', 'menu-board', ...inCafe])).toMatchObject({ hints: { total: 2, shown: { length: 2 } } });
  });
});

describe('the solution', () => {
  it('needs a yes, or --force where nobody can be asked', () => {
    const home = cafe();
    const refusal = lab(home, 'menu-board', '--solution');
    expect(refusal).toMatchObject({ status: 2, out: '' });
    expect(refusal.err.replace(/\s*\\?\n\s*/g, ' ')).toContain('lab menu-board --solution -r cafe.yaml --force');
    expect(lab(home, 'menu-board', '--solution', '--force').out).toContain('tea: "3.50"');
    expect(home.json(['lab', 'menu-board', ...inCafe])).toMatchObject({ kind: 'lab', solution: null });
  });
});

describe('what is refused says why and what to type', () => {
  it.each<[string, readonly string[], number, RegExp, RegExp]>([
    ['a name of none', ['lab', 'menu-bored'], 3, /no lab "menu-bored"/, /lab menu-board -r cafe\.yaml/],
    ['nothing like it', ['lab', 'zzz'], 3, /no lab "zzz"/, /`istio-roadmap lab -r cafe\.yaml`/],
    ['a topic without one', ['lab', '2.2'], 3, /2\.2 has no lab/, /`istio-roadmap lab -r cafe\.yaml`/],
    ['a section that is to be judged', ['lab', '1', 'right.yaml'], 3, /fits 2 labs/, /lab menu-board right\.yaml/],
    ['a file without a lab', ['lab', 'right.yaml'], 2, /is a file/, /lab menu-board right\.yaml -r cafe\.yaml/],
    ['an option without a lab', ['lab', '--hint'], 2, /needs a lab/, /lab menu-board --hint/],
    ['--watch without an answer', ['lab', 'menu-board', '--watch'], 2, /missing/, /help lab/],
    ['a missing file', ['lab', 'menu-board', 'none.yaml'], 5, /none\.yaml cannot be read/, /./],
    ['a folder without an answer', ['lab', 'menu-board', 'empty'], 5, /no answer in empty/, /--into empty/],
    ['two ways at once', ['lab', 'menu-board', '--hint', '--solution'], 2, /--hint.*--solution/, /help lab/],
    ['help and an answer', ['lab', 'menu-board', 'right.yaml', '--hint'], 2, /--hint/, /help lab/],
    ['another state', ['lab', '--status', 'passed'], 2, /passed/, /todo/],
    ['--watch in a pipe', ['lab', 'menu-board', 'right.yaml', '--watch'], 2, /needs a terminal/, /once/],
  ])('%s', (_, args, status, message, hint) => {
    const home = cafe();
    mkdirSync(home.path('empty'));
    const answer = home.run([...args, ...inCafe], { env: wide });
    expectRefusal(answer, status, message);
    expect(answer.err).toMatch(hint);
    expect(existsSync(home.data)).toBe(false);
  });

  it('--into writes over nothing, and nothing at all where one of its files is there', () => {
    const home = cafe();
    home.write('tea/given.yaml', 'mine: true\n');
    const refusal = lab(home, 'menu-board', '--into', 'tea');
    expect(refusal).toMatchObject({ status: 5, out: '' });
    expect(refusal.err).toMatch(/tea\/given\.yaml/);
    expect(readdirSync(home.path('tea'))).toEqual(['given.yaml']);
    expect(home.read('tea/given.yaml')).toBe('mine: true\n');
  });

  it('a lab of another roadmap names it', () => {
    const home = cafe();
    const ids = readdirSync(join(import.meta.dirname, '..', '..', 'dist', 'roadmaps', 'labs'));
    const [first] = ids.filter((name) => name !== 'index.json');
    if (first === undefined) return;
    const id = first.slice(0, -'.json'.length);
    const answer = home.run(['lab', id, ...inCafe], { env: wide });
    expectRefusal(answer, 3, /belongs to the roadmap/);
    expect(answer.err).toMatch(new RegExp(`lab ${id} -r `));
  });
});

describe('levels', () => {
  const asking = (cafeFiles['cafe.yaml'] as string).replace('title: Junior }', 'title: Junior, labs: 1 }');

  it('a level that asks for a lab is reached with it', () => {
    const home = cafe();
    home.write('cafe.yaml', asking);
    home.run(['done', '1', '-q', ...inCafe]);
    const gate = () => home.run(['gate', 'junior', ...inCafe]);
    expect(gate()).toMatchObject({ status: 1 });
    expect(gate().out).toMatch(/1 more lab of Junior has to be passed:\n.*lab --level junior --status todo/);
    expect(home.run(['levels', ...inCafe]).out).toMatch(/labs +0 of 1 practised · 1 is needed/);
    expect(home.json(['status', ...inCafe])).toMatchObject({
      levels: [{ id: 'junior', labs: { required: 1, passed: 0 }, reached: false }, { labs: null }],
    });
    expect(home.run(['status', ...inCafe]).status).toBe(0);
    lab(home, 'menu-board', 'right.yaml');
    expect(gate().status).toBe(0);
    expect(home.json(['gate', 'junior', ...inCafe])).toMatchObject({ reached: true, missingLabs: [] });
  });

  it('no other asks for any', () => {
    const home = cafe();
    home.run(['done', '1', '-q', ...inCafe]);
    expect(home.run(['gate', 'junior', ...inCafe]).status).toBe(0);
    expect(home.run(['levels', ...inCafe]).out).toMatch(/labs +0 of 1 practised\n/);
  });

  it('show names the lab of a topic, and next the line to type', () => {
    const home = cafe();
    expect(home.run(['show', '1.1', ...inCafe]).out).toMatch(
      /labs +○ menu-board Tea on the board[\s\S]*lab menu-board/,
    );
    expect(home.run(['next', ...inCafe]).out).toMatch(/lab {2}istio-roadmap lab menu-board -r cafe\.yaml/);
    lab(home, 'menu-board', 'right.yaml');
    expect(home.run(['show', '1.1', ...inCafe]).out).toMatch(/✓ menu-board Tea on the board · 2026-11-20/);
    expect(home.run(['next', ...inCafe]).out).not.toMatch(/menu-board/);
    expect(home.json(['show', '1.1', ...inCafe])).toMatchObject({ labs: [{ id: 'menu-board', passed: true }] });
  });
});

const at = (home: Home, args: readonly string[], options: AtTerminal): Terminal | null =>
  atTerminal(home, [...args, ...inCafe], { ...options, env: { NO_COLOR: '1', ...options.env } });

describe('at a terminal', () => {
  it('a topic is ticked after a yes', () => {
    const home = cafe();
    const steps = [{ until: 'as well?', still: 0.2, type: 'y\r' }];
    const terminal = at(home, ['lab', 'menu-board', 'right.yaml'], { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0 });
    expect(home.readProgress()).toMatch(/The menu 🆔 menu ✅/);
  });

  it('a solution is shown after a yes, and not after a no', () => {
    for (const [key, isShown] of [
      ['y', true],
      ['n', false],
    ] as const) {
      const steps = [{ until: 'the solution?', still: 0.2, type: `${key}\r` }];
      const terminal = at(cafe(), ['lab', 'menu-board', '--solution'], { steps });
      if (terminal === null) return;
      expect(terminal).toMatchObject({ status: 0 });
      expect(terminal.screen.includes('currency: EUR'), key).toBe(isShown);
    }
  });

  it('--watch outlives a file that is gone for a moment, cut, no text, and replaced by another', () => {
    const home = cafe();
    home.write('answer.yaml', wrong);
    home.write('cut.yaml', right.slice(0, right.indexOf(':') + 1));
    const steps = [
      { until: 'another price', still: 0.3, run: 'rm answer.yaml' },
      { until: 'no such file', still: 0.3, run: 'cp cut.yaml answer.yaml' },
      { until: 'has no', still: 0.3, run: 'head -c 400 /dev/zero > answer.yaml' },
      { until: 'not text', still: 0.3, run: 'cp right.yaml new.yaml; mv new.yaml answer.yaml' },
      { until: '✓ tea costs', still: 0.3, type: 'q' },
    ];
    const terminal = at(home, ['lab', 'menu-board', 'answer.yaml', '--watch'], { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(home.readProgress()).toMatch(/lab:menu-board ✅/);
  });

  it('--watch judges at each save, and records what is passed', () => {
    const home = cafe();
    home.write('answer.yaml', wrong);
    const steps = [
      { until: 'another price', still: 0.3, run: 'cp right.yaml answer.yaml' },
      { until: '✓ tea costs', still: 0.3, type: 'q' },
    ];
    const terminal = at(home, ['lab', 'menu-board', 'answer.yaml', '--watch'], { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    const { lines } = screenOf(terminal.screen, 80, 24);
    expect(lines.join('\n')).toMatch(/✓ tea costs 3\.50\n ✓ prices/);
    expect(home.readProgress()).toMatch(/lab:menu-board ✅/);
  });
});
