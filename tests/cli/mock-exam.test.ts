// MockExam: a whole exam from the first line to the result, and lists of faults to find, as the shell sees them.
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cafeFiles, labNamed } from '../support/cafe-labs.ts';
import { withPreload } from '../support/killing.ts';
import {
  type Answer,
  type AtTerminal,
  atTerminal,
  expectRefusal,
  type Home,
  newHome,
  wide,
} from '../support/program.ts';

const start = '2026-11-20T09:00:00Z';
const at = (clock: string) => ({ ...wide, ISTIO_ROADMAP_NOW: `2026-11-20T${clock}:00Z` });

function cafe(): Home {
  const home = newHome();
  for (const [name, text] of Object.entries(cafeFiles)) home.write(name, text);
  return home;
}

const exam = (home: Home, clock: string, ...words: readonly string[]): Answer =>
  home.run(['lab', '--mock', 'cafe.yaml', ...words], { env: at(clock) });

interface Task {
  readonly folder: string;
  readonly lab: string;
  readonly domain: { readonly title: string };
  readonly state: string;
  readonly held: number | null;
  readonly checks: number | null;
}
interface Mock {
  readonly tasks: readonly Task[];
  readonly secondsLeft: number | null;
  readonly finished: string | null;
  readonly result: { readonly percent: number; readonly passed: boolean } | null;
  readonly study: readonly { readonly lab: string }[];
  readonly recorded: string | null;
}

function look(home: Home, clock: string, ...words: readonly string[]): Mock {
  const { out, err } = exam(home, clock, ...words, '--json');
  expect(err).toBe('');
  return JSON.parse(out) as Mock;
}

/** Saves an answer at that time of the day. */
function answer(home: Home, task: string, text: string, clock = '09:30', name = 'answer.yaml'): void {
  const [folder = ''] = readdirSync(home.path('mock-cafe')).filter((one) => one.endsWith(task));
  const file = join(home.path('mock-cafe'), folder, name);
  writeFileSync(file, text);
  const saved = new Date(`2026-11-20T${clock}:00Z`);
  utimesSync(file, saved, saved);
}

const board = labNamed('menu-board').solution;
const queue = labNamed('queue-length').solution;
const states = ({ tasks }: Mock) => Object.fromEntries(tasks.map(({ lab, state }) => [lab, state]));

describe('a mock exam', () => {
  it('is begun, gone on with, and judged', () => {
    const home = cafe();
    const begun = exam(home, '09:00');
    expect(begun).toMatchObject({ status: 0, err: '' });
    expect(begun.out).toMatch(/2 h left of 2 h · 0 of 3 tasks begun · 68% passes/);
    expect(begun.out).toMatch(/3 tasks instead of 16/);
    expect(begun.out).toMatch(/lab --mock cafe\.yaml --finish\n$/);
    expect(
      readdirSync(home.path('mock-cafe'))
        .map((name) => name.replace(/^\d\d-/, ''))
        .sort(),
    ).toEqual([...['menu-board', 'mock.json', 'queue-length', 'stock-broken']]);
    const [folder = ''] = readdirSync(home.path('mock-cafe')).filter((name) => name.endsWith('menu-board'));
    expect(readdirSync(home.path(`mock-cafe/${folder}`)).sort()).toEqual(['answer.yaml', 'given.yaml', 'task.md']);
    expect(home.read(`mock-cafe/${folder}/task.md`)).toMatch(/^# 0\d\. Tea on the board\n/);

    answer(home, 'menu-board', board.replace('EUR', 'USD'));
    answer(home, 'queue-length', 'counters: [');
    const before = home.snapshot();
    const running = exam(home, '10:15');
    expect(running.out).toMatch(/45 min left of 2 h · 2 of 3 tasks begun/);
    expect(running.out).toMatch(
      /write your answer into mock-cafe\/0\d-stock-broken\/answer\.yaml\n.*lab stock-broken -r/,
    );
    expect(states(look(home, '10:15'))).toEqual({
      ...{ 'menu-board': 'begun', 'queue-length': 'begun', 'stock-broken': 'untouched' },
    });
    expect(home.snapshot()).toEqual(before);

    const refusal = exam(home, '10:15', '--finish');
    expectRefusal(refusal, 2, /45 min left and 1 task not begun/);
    expect(refusal.err).toMatch(/lab --mock cafe\.yaml --finish --force/);
    expect(home.snapshot()).toEqual(before);

    const finished = exam(home, '10:15', '--finish', '--force');
    expect(finished).toMatchObject({ status: 1, err: '' });
    expect(finished.out).toMatch(/not passed: 16% · 68% passes · 1 h 15 min of 2 h/);
    expect(finished.out).toMatch(/menu-board +Tea on the board +1\/2/);
    expect(finished.out).toMatch(/no valid manifest/);
    expect(finished.out).toMatch(/study next\n +2\.1 The queue\n.*show 2\.1 -r cafe\.yaml\n.*lab queue-length -r/);
    expect(existsSync(home.data)).toBe(false);

    const again = look(home, '11:30');
    expect(again).toMatchObject({ result: { percent: 16, passed: false }, secondsLeft: null, recorded: null });
    expect(again.study.map(({ lab }) => lab)).toEqual(['queue-length', 'menu-board', 'stock-broken']);
    answer(home, 'menu-board', board);
    expect(exam(home, '11:30', '--finish')).toMatchObject({ status: 1, out: expect.stringMatching(/not passed: 16%/) });
  });

  it('that is passed is recorded as labs are, and stays passed', () => {
    const home = cafe();
    exam(home, '09:00', '-q');
    answer(home, 'menu-board', board);
    answer(home, 'queue-length', queue);
    answer(home, 'stock-broken', labNamed('stock-broken').solution.replace('goods: beans', 'goods: tea'));
    const finished = exam(home, '11:00', '--finish');
    expect(finished).toMatchObject({ status: 1, err: '' });
    expect(finished.out).toMatch(/not passed: 66%/);
    expect(finished.out.replace(/\s*\\?\n\s*/g, ' ')).toMatch(
      /2 labs passed: recorded in .*; `istio-roadmap undo -r cafe\.yaml` takes it back/,
    );
    expect(home.readProgress()).toMatch(
      /## Labs\n\n- \[x\] lab:(?:menu-board|queue-length) ✅ 2026-11-20\n- \[x\] lab:/,
    );
    home.run(['undo', '-q', '-r', 'cafe.yaml']);
    expect(existsSync(home.data) ? readdirSync(home.data) : []).toEqual([]);

    expect(exam(home, '12:00', 'second').status).toBe(0);
    for (const task of readdirSync(home.path('second')).filter((name) => name !== 'mock.json')) {
      const { solution } = labNamed(task.slice(3));
      const file = home.write(`second/${task}/answer.yaml`, solution);
      const saved = new Date('2026-11-20T12:30:00Z');
      utimesSync(file, saved, saved);
    }
    for (const again of [false, true]) {
      const mock = exam(home, '13:00', 'second', '--finish', '--force', '--json');
      expect(mock, String(again)).toMatchObject({ status: 0, err: '' });
      expect(JSON.parse(mock.out)).toMatchObject({ result: { percent: 100, passed: true }, study: [] });
    }
    expect(home.run(['lab', '-r', 'cafe.yaml', '--status', 'done', '--plain']).out.split('\n')).toHaveLength(4);
  });

  it('whose time is over says so; what was saved later does not count, and neither does what was begun with', () => {
    const home = cafe();
    exam(home, '09:00', '-q');
    answer(home, 'menu-board', board, '10:59');
    answer(home, 'queue-length', queue, '11:01');
    const over = exam(home, '11:20');
    expect(over.out).toMatch(/the time has been over for 20 min · 2 of 3 tasks begun/);
    expect(over.out).not.toMatch(/next task/);
    // A clock that was set back gives no more than the whole time.
    expect(look(home, '03:00')).toMatchObject({ secondsLeft: look(home, '09:00').secondsLeft });
    expect(look(home, '11:20')).toMatchObject({ secondsLeft: 0, finished: null });
    const finished = exam(home, '11:20', '--finish', '--json');
    expect(finished).toMatchObject({ status: 1, err: '' });
    const mock = JSON.parse(finished.out) as Mock;
    expect(states(mock)).toEqual({ 'menu-board': 'judged', 'queue-length': 'late', 'stock-broken': 'untouched' });
    expect(mock.tasks.find(({ lab }) => lab === 'queue-length')).toMatchObject({ held: 2, checks: 2 });
    expect(mock.result).toMatchObject({ percent: 33, passed: false });
    expect(exam(home, '11:20').out).toMatch(/late: 2\/2[\s\S]*saved after the end/);
  });

  it('takes an answer that is no text for one that is no manifest, and judges the others', () => {
    const home = cafe();
    exam(home, '09:00', '-q');
    answer(home, 'menu-board', board);
    answer(home, 'queue-length', '\x7fELF\x02\x01\0\0\x03'.repeat(99));
    const finished = exam(home, '10:00', '--finish', '--force', '--json');
    expect(finished).toMatchObject({ status: 1, err: '' });
    const mock = JSON.parse(finished.out) as Mock;
    expect(states(mock)).toEqual({ 'menu-board': 'judged', 'queue-length': 'invalid', 'stock-broken': 'untouched' });
  });

  it('reads all files of an answer, and none that is gone', () => {
    const home = cafe();
    exam(home, '09:00', '-q');
    answer(home, 'menu-board', '# see below\n');
    answer(home, 'menu-board', board, '09:30', 'board.yaml');
    const [folder = ''] = readdirSync(home.path('mock-cafe')).filter((name) => name.endsWith('queue-length'));
    rmSync(home.path(`mock-cafe/${folder}`), { recursive: true });
    rmSync(home.path('labs/stock-broken.yaml'));
    const { out } = exam(home, '10:00', '--finish', '--force', '--json');
    const mock = JSON.parse(out) as Mock;
    expect(states(mock)).toEqual({ 'menu-board': 'judged', 'queue-length': 'untouched', 'stock-broken': 'gone' });
    expect(mock.result).toMatchObject({ percent: 50 });
    expect(exam(home, '10:00').out).toMatch(/its lab is gone/);
  });

  it('takes the tasks and minutes that it is asked for, and the folder', () => {
    const home = cafe();
    const short = exam(home, '09:00', '--into', 'a b/short/', '--tasks', '2', '--minutes', '10', '--json');
    expect(JSON.parse(short.out)).toMatchObject({
      ...{ folder: 'a b/short', minutes: 10, started: '2026-11-20T09:00:00.000Z', ends: '2026-11-20T09:10:00.000Z' },
      tasks: { length: 2 },
    });
    expect(exam(home, '09:01', 'a b/short').out).toMatch(/--mock cafe\.yaml 'a b\/short' --finish/);
    expect(readdirSync(home.path('a b'))).toEqual(['short']);
  });

  it('draws the same with the same seed, and others later', () => {
    const homes = ['09:00', '09:00', '09:01'].map((clock) => {
      const home = newHome();
      const { out } = home.run(['lab', '--mock', 'ica', '--json'], { env: at(clock) });
      return (JSON.parse(out) as Mock).tasks;
    });
    expect(homes[1]).toEqual(homes[0]);
    expect(homes[2]).not.toEqual(homes[0]);
    const [first = []] = homes;
    expect(new Set(first.map(({ lab }) => lab)).size).toBe(16);
    const titles = [...new Set(first.map(({ domain }) => domain.title))];
    expect(titles.map((title) => first.filter(({ domain }) => domain.title === title).length)).toEqual([3, 6, 4, 3]);
  });

  it('in Russian', () => {
    const home = cafe();
    const begun = exam(home, '09:00', '--lang', 'ru');
    expect(begun.out).toMatch(/Пробный экзамен: Кофейня\n осталось 2 ч из 2 ч · начато 0 из 3 заданий · порог 68%/);
    const [folder = ''] = readdirSync(home.path('mock-cafe')).filter((name) => name.endsWith('menu-board'));
    expect(home.read(`mock-cafe/${folder}/task.md`)).toMatch(/^# 0\d\. Чай на доске\n/);
    answer(home, 'menu-board', board);
    const refusal = exam(home, '10:00', '--finish', '--lang', 'ru');
    expect(refusal.err).toMatch(/Осталось 1 ч, не начато: 2 задания/);
    expect(exam(home, '11:00', '--finish', '--lang', 'ru').out).toMatch(/не сдан: 33%/);
    // What was begun in one language is the same in another.
    expect(look(home, '11:00').tasks.filter(({ state }) => state === 'untouched')).toHaveLength(2);
  });
});

describe('what is refused leaves everything as it is', () => {
  const arranged = (): Home => {
    const home = cafe();
    home.write('notes/own.txt', 'mine\n');
    home.write('file', 'mine\n');
    home.write('bad/mock.json', '{"schemaVersion":1}\n');
    home.write('none.yaml', 'id: none\ntitle: None\nsections: [{title: A, topics: [One]}]\n');
    exam(home, '09:00', '-q', 'running');
    return home;
  };
  it.each<[string, readonly string[], number, RegExp, RegExp]>([
    [
      'a folder of something else',
      ['--mock', 'cafe.yaml', 'notes'],
      5,
      /notes is there and holds no mock exam/,
      /lab --mock cafe\.yaml notes-2/,
    ],
    ['a file', ['--mock', 'cafe.yaml', 'file'], 5, /file is there/, /file-2/],
    [
      'an exam that cannot be read',
      ['--mock', 'cafe.yaml', 'bad'],
      4,
      /bad\/mock\.json cannot be read/,
      /another folder/,
    ],
    ['the exam of another roadmap', ['--mock', 'ica', 'running'], 5, /of the roadmap cafe/, /lab --mock ica running-2/],
    ['another size of one that runs', ['--mock', 'cafe.yaml', 'running', '--tasks', '2'], 5, /has begun/, /running-2/],
    [
      'the end of none',
      ['--mock', 'cafe.yaml', '--finish'],
      5,
      /no mock exam in mock-cafe/,
      /lab --mock cafe\.yaml mock-cafe/,
    ],
    ['a roadmap without labs', ['--mock', 'none.yaml'], 3, /none has no labs/, /lab --mock ica/],
    ['an unknown roadmap', ['--mock', 'nowhere'], 2, /nowhere/, /./],
    ['--finish alone', ['--finish'], 2, /'--finish' is of a mock exam/, /lab --mock ica --finish/],
    ['--tasks alone', ['--tasks', '3'], 2, /'--tasks'/, /--mock ica/],
    ['no tasks', ['--mock', 'cafe.yaml', '--tasks', '0'], 2, /--tasks/, /./],
    ['an option of one lab', ['--mock', 'cafe.yaml', '--hint'], 2, /'--mock'.*'--hint'/, /help lab/],
    ['another roadmap beside it', ['--mock', 'cafe.yaml', '-r', 'ica'], 2, /'--mock'.*'--roadmap'/, /help lab/],
    ['two folders', ['--mock', 'cafe.yaml', 'a', 'b'], 2, /./, /./],
    ['two folders in two ways', ['--mock', 'cafe.yaml', 'a', '--into', 'b'], 2, /'--into'/, /help lab/],
    ['sizes at the end', ['--mock', 'cafe.yaml', 'running', '--finish', '--minutes', '3'], 2, /'--finish'/, /./],
  ])('%s', (_, words, status, message, hint) => {
    const home = arranged();
    const before = home.snapshot();
    const answer = home.run(['lab', ...words], { env: at('10:00') });
    expectRefusal(answer, status, message);
    expect(answer.err).toMatch(hint);
    expect(home.snapshot()).toEqual(before);
  });

  it('an instant that is none is named with its variable', () => {
    const home = cafe();
    const answer = home.run(['lab', '--mock', 'cafe.yaml'], { env: { ...wide, ISTIO_ROADMAP_NOW: 'soon' } });
    expectRefusal(answer, 2, /soon/);
    expect(answer.err).toMatch(/ISTIO_ROADMAP_NOW/);
  });

  it('today follows the instant where nothing else fixes it', () => {
    const home = cafe();
    const env = { ISTIO_ROADMAP_NOW: '2027-03-04T12:00:00Z', ISTIO_ROADMAP_TODAY: undefined };
    expect(home.json(['status', '-r', 'cafe.yaml'], { env })).toMatchObject({ asOf: '2027-03-04' });
  });
});

describe('a process that is killed in the middle', () => {
  it('leaves no exam or a whole one, and the next begins as if nothing had been', () => {
    const home = cafe();
    const counts = join(home.root, 'calls');
    const env = { ...at('09:00'), ...withPreload(home) };
    const args = ['lab', '--mock', 'cafe.yaml', '-q'];
    expect(home.run(args, { env: { ...env, COUNT_FILE: counts } }).status).toBe(0);
    const calls = Number(readFileSync(counts, 'utf8'));
    const seen = { none: 0, whole: 0 };
    // What is written comes last.
    for (let before = 1; before < 120; before += 21) {
      rmSync(home.path('mock-cafe'), { recursive: true, force: true });
      const { signal } = home.run(args, { env: { ...env, KILL_AT: String(calls - before) } });
      expect(signal).toBe('SIGKILL');
      const isThere = existsSync(home.path('mock-cafe'));
      seen[isThere ? 'whole' : 'none'] += 1;
      if (isThere) expect(readdirSync(home.path('mock-cafe'))).toHaveLength(4);
      expect(exam(home, '09:00').status, String(before)).toBe(0);
      expect(readdirSync(home.path('mock-cafe'))).toHaveLength(4);
    }
    expect(seen.none).toBeGreaterThan(2);
    exam(home, '09:00', '-q', 'another');
    expect(readdirSync(home.work).filter((name) => name.startsWith('.mock-cafe')).length).toBeLessThanOrEqual(1);
  }, 60_000);
});

describe('faults to find', () => {
  const inCafe = ['-r', 'cafe.yaml'];

  it('are a list with one for the day', () => {
    const home = cafe();
    const { status, out } = home.run(['lab', '--broken', ...inCafe]);
    expect(status).toBe(0);
    expect(out).toMatch(/stock-broken/);
    expect(out).not.toMatch(/menu-board/);
    expect(out).toMatch(/hunt of the day\n +istio-roadmap lab stock-broken -r cafe\.yaml\n$/);
    expect(home.json(['lab', '--broken', ...inCafe])).toMatchObject({ kind: 'labs', labs: [{ id: 'stock-broken' }] });
    expect(home.run(['lab', '--broken', 'stock-broken', ...inCafe]).out).toMatch(/finds no Pod/);
    expect(home.run(['lab', '--broken', '2', ...inCafe]).out).toBe(' no lab fits\n');
  });

  it('are written into a folder each, and judged as any lab', () => {
    const home = cafe();
    expect(home.run(['lab', '--broken', '--into', 'hunts', ...inCafe])).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(home.path('hunts'))).toEqual(['stock-broken']);
    expect(readdirSync(home.path('hunts/stock-broken')).sort()).toEqual(['answer.yaml', 'task.txt']);
    expect(home.read('hunts/stock-broken/answer.yaml')).toBe(labNamed('stock-broken').start);
    const judged = () => home.run(['lab', 'stock-broken', 'hunts/stock-broken', ...inCafe]).status;
    expect(judged()).toBe(1);
    const before = home.snapshot();
    expectRefusal(
      home.run(['lab', '--broken', '--into', 'hunts', ...inCafe], { env: wide }),
      5,
      /hunts cannot be written/,
    );
    expect(home.snapshot()).toEqual(before);
    home.write('hunts/stock-broken/answer.yaml', labNamed('stock-broken').solution);
    expect(judged()).toBe(0);
    expect(home.run(['lab', '--broken', ...inCafe]).out).not.toMatch(/of the day/);
  });

  it('are the same all day, and others on other days', () => {
    const home = newHome();
    const hunt = (day: string) =>
      /lab (\S+) -r istio\n$/.exec(
        home.run(['lab', '--broken', '-r', 'istio'], { env: { ISTIO_ROADMAP_TODAY: day } }).out,
      )?.[1];
    const days = Array.from({ length: 8 }, (_, day) => hunt(`2026-11-1${day}`));
    expect(hunt('2026-11-10')).toBe(days[0]);
    expect(new Set(days).size).toBeGreaterThan(2);
  });
});

describe('a shell completes', () => {
  const told = (home: Home, ...words: readonly string[]) =>
    home
      .run(['__complete', 'zsh', '--', ...words])
      .out.split('\n')
      .map((line) => line.split('\t')[0]);

  it('the roadmap of an exam, and behind it a folder where a lab would be', () => {
    const home = cafe();
    expect(told(home, 'lab', '--mock', 'ic')).toContain('ica');
    expect(told(home, 'lab', '--mock=ic')).toContain('ica');
    expect(told(home, '-r', 'cafe.yaml', 'lab', '')).toContain('menu-board');
    for (const words of [['--mock', 'cafe.yaml'], ['--mock=cafe.yaml']])
      expect(told(home, '-r', 'cafe.yaml', 'lab', ...words, '')).not.toContain('menu-board');
  });
});

describe('at a terminal', () => {
  const finish = (home: Home, key: string, more: Partial<AtTerminal> = {}) =>
    atTerminal(home, ['lab', '--mock', 'cafe.yaml', '--finish'], {
      ...{ steps: [{ until: 'not begun?', still: 0.2, type: `${key}\r` }] },
      ...{ env: { NO_COLOR: '1', ISTIO_ROADMAP_NOW: start.replace('09:00', '09:40') }, ...more },
    });

  it('finishing while time is left is asked, and a no changes nothing', () => {
    const home = cafe();
    exam(home, '09:00', '-q');
    const before = readFileSync(home.path('mock-cafe/mock.json'), 'utf8');
    const no = finish(home, 'n');
    if (no === null) return;
    expect(no).toMatchObject({ status: 0 });
    expect(home.read('mock-cafe/mock.json')).toBe(before);
    expect(finish(home, 'y')).toMatchObject({ status: 1 });
    expect(JSON.parse(home.read('mock-cafe/mock.json'))).toMatchObject({ result: { percent: 0, passed: false } });
  });
});
