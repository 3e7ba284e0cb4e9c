// Log: what was changed when, from the journal, from the dates, and from both.
// Titles are those of `notes.ts`, which translates them, or kinds of tea (Улун, Пуэр, Сенча); "строка, дописанная потом" and
// "чужое" (a line added later, not ours) are lines that somebody else wrote.
import { appendFileSync, chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/text/width.ts';
import {
  atTerminal,
  expectRefusal,
  type Home,
  newHome,
  newHomeOfNobody,
  noTerminal,
  wide,
} from '../support/program.ts';
import { garden, kafka, longNote, postgres } from './notes.ts';

function homeWith(text: string): Home {
  const home = newHome();
  home.write('note.md', text);
  return home;
}

const inNote = ['-r', 'note.md'];
const journal = (home: Home): string => `${home.state}/journal.jsonl`;

function ran(home: Home, ...args: string[]): void {
  expect(home.run([...args, ...inNote]), args.join(' ')).toMatchObject({ status: 0, err: '' });
}

/** `20 1.3 todo>done journal`: of this November's days the number is enough. */
function logged(home: Home, ...args: string[]): string[] {
  const { entries } = home.json<{ entries: Record<string, string>[] }>(['log', ...inNote, ...args]);
  return entries.map(
    ({ day, address, from, to, source, gone }) =>
      `${day?.replace('2026-11-', '')} ${address} ${from ?? '-'}>${to} ${source}${gone ? ' gone' : ''}`,
  );
}

const written = ['18 1.2 ->done file', '01 1.1 ->done file'];

describe('log', () => {
  it('of a note nobody changed with this program lists the dates in it', () => {
    expect(logged(homeWith(kafka))).toEqual(written);
  });

  it('joins what was changed here with what was ticked elsewhere, each tick once', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    ran(home, 'done', '2.2', '--on', '2026-11-18');
    const byHand = home.read('note.md').replace(/- \[ \] (3\.1 .*)/, '- [x] $1 ✅ 2026-11-19');
    home.write('note.md', byHand);
    expect(logged(home)).toEqual([
      '20 1.3 todo>done journal',
      '19 3.1 ->done file',
      '18 2.2 doing>done journal',
      ...written,
    ]);
  });

  it('lists every state, and a group in the order of the note', () => {
    const home = homeWith(kafka);
    ran(home, 'start', '1.3');
    ran(home, 'done', '2.1');
    ran(home, 'skip', '3.1');
    ran(home, 'reopen', '1.1');
    expect(logged(home)).toEqual([
      '20 1.1 done>todo journal',
      '20 3.1 todo>skipped journal',
      '20 2.1 todo>done journal',
      '20 2.1.1 todo>done journal',
      '20 2.1.2 todo>done journal',
      '20 1.3 todo>doing journal',
      '18 1.2 ->done file',
    ]);
  });

  it('writes nothing', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    const before = home.snapshot();
    for (const form of [[], ['--json'], ['--plain']]) ran(home, 'log', ...form);
    expect(home.snapshot()).toEqual(before);
  });

  it('of a note without a single change says so, and exits 1 only when asked', () => {
    const home = homeWith('# Чай\n\n- [ ] Улун\n');
    const { status, out } = home.run(['log', ...inNote]);
    expect(status).toBe(0);
    expect(out).toContain('no changes are known yet');
    expect(home.run(['log', '--plain', ...inNote])).toMatchObject({ status: 0, out: '', err: '' });
    expect(home.run(['log', '--exit-status', ...inNote]).status).toBe(1);
    expect(home.json(['log', ...inNote])).toEqual({
      ...{ schemaVersion: 1, kind: 'log', entries: [], total: 0, undated: 0 },
    });
  });

  it('counts what is done without a date', () => {
    const home = homeWith('# Чай\n\n- [x] Улун\n- [x] Пуэр\n- [x] Сенча ✅ 2026-11-03\n');
    expect(home.json(['log', ...inNote])).toMatchObject({ entries: [{ address: '3' }], undated: 2 });
    expect(home.run(['log', ...inNote]).out).toContain('2 more are done without a date');
    // They are done on no day that could be since another.
    expect(home.json(['log', '--since', '2026-01-01', ...inNote])).toMatchObject({ undated: 0 });
  });
});

describe('what was taken back', () => {
  it('did not happen, until it is made again', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    ran(home, 'start', '3.1');
    const both = logged(home);
    ran(home, 'undo');
    expect(logged(home)).toEqual(['20 1.3 todo>done journal', ...written]);
    ran(home, 'undo');
    expect(logged(home)).toEqual(written);
    ran(home, 'redo', '-n', '2');
    expect(logged(home)).toEqual(both);
  });

  it('leaves the ticks in the file that it found there', () => {
    const home = homeWith(kafka);
    ran(home, 'reopen', '1.1');
    ran(home, 'undo');
    expect(logged(home)).toEqual(written);
  });

  it('a change that never reached the file did not happen', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    home.write('note.md', kafka);
    expect(logged(home), 'by the file, which is as it was').toEqual(written);
    home.write('note.md', `${kafka}\nИ строка, дописанная потом.\n`);
    const change = JSON.parse(readFileSync(journal(home), 'utf8'));
    const lists = { command: [], changes: [], edits: [], inverse: [], hunks: [] };
    const entry = { ...change, ...lists, id: 'v', kind: 'void', of: change.id };
    appendFileSync(journal(home), `${JSON.stringify(entry)}\n`);
    expect(logged(home), 'by the journal itself').toEqual(written);
  });
});

describe('a journal', () => {
  it('that is gone leaves the dates', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    ran(home, 'start', '3.1');
    rmSync(journal(home));
    expect(logged(home)).toEqual(['20 1.3 ->done file', ...written]);
  });

  it('that is gone with its home as well', () => {
    const home = homeWith(kafka);
    expect(home.run(['log', '--plain', ...inNote], { env: { HOME: undefined } })).toMatchObject({
      ...{ status: 0, err: '', out: home.run(['log', '--plain', ...inNote]).out },
    });
  });

  it('that is torn and has foreign lines lists what it knows', () => {
    const home = homeWith(kafka);
    ran(home, 'start', '3.1');
    ran(home, 'done', '1.3');
    const lines = readFileSync(journal(home), 'utf8').trimEnd().split('\n');
    const [first = '', last = ''] = lines;
    const odd = { ...JSON.parse(first), id: 'odd', changes: [null] };
    writeFileSync(journal(home), `${first}\nчужое\n${JSON.stringify(odd)}\n[]\n${last.slice(0, last.length / 2)}`);
    expect(logged(home)).toEqual(['20 3.1 todo>doing journal', '20 1.3 ->done file', ...written]);
    ran(home, 'undo');
    expect(logged(home)).toEqual(['20 1.3 ->done file', ...written]);
  });

  it('that may not be read is reported', () => {
    const home = newHomeOfNobody();
    home.write('note.md', kafka);
    ran(home, 'done', '1.3');
    chmodSync(journal(home), 0);
    expectRefusal(home.run(['log', ...inNote], { env: wide }), 5, /journal\.jsonl cannot be read: permission denied/);
  });

  it('of another roadmap is not listed', () => {
    const home = homeWith(kafka);
    home.write('other.md', kafka);
    expect(home.run(['done', '1.3', '-r', 'other.md']).status).toBe(0);
    expect(logged(home)).toEqual(written);
  });

  it('knows of mends by lint, which change no state', () => {
    const home = homeWith('# Чай\n\n- [X] Улун ✅ 2026-11-03\n- [X] Пуэр\n- [ ] Сенча\n');
    expect(home.run(['lint', '--fix', ...inNote]).status).toBe(0);
    expect(readFileSync(journal(home), 'utf8')).toContain('"lint"');
    expect(logged(home)).toEqual(['03 1 ->done file']);
  });
});

describe('what people did to the note since', () => {
  it('a day they corrected is the day', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    home.write('note.md', home.read('note.md').replace('✅ 2026-11-20', '✅ 2026-11-15'));
    expect(logged(home)).toEqual(['18 1.2 ->done file', '15 1.3 todo>done file', '01 1.1 ->done file']);
  });

  it('so is one that was corrected here', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    ran(home, 'done', '1.3', '--on', '2026-11-15', '--force');
    expect(logged(home)).toEqual(['18 1.2 ->done file', '15 1.3 todo>done journal', '01 1.1 ->done file']);
  });

  it('a topic that was moved to another section is listed once, by its new address', () => {
    const home = homeWith(kafka.replaceAll(/ 🆔 \w+/g, '').replaceAll(/ ⛔ \w+/g, ''));
    ran(home, 'start', '1.3');
    ran(home, 'done', '1.3');
    const line = /^- .*Ключ сообщения.*\n/m.exec(home.read('note.md'))?.[0] as string;
    home.write('note.md', `${home.read('note.md').replace(line, '')}${line.replace('1.3 ', '3.2 ')}`);
    expect(logged(home)).toEqual(['20 3.2 doing>done journal', '20 3.2 todo>doing journal', ...written]);
  });

  it('a topic that was renamed is listed once, by its new title', () => {
    const home = homeWith(kafka.replaceAll(/ 🆔 \w+/g, '').replaceAll(/ ⛔ \w+/g, ''));
    ran(home, 'done', '1.3');
    home.write('note.md', home.read('note.md').replace('Ключ сообщения', 'Ключи и заголовки'));
    expect(logged(home)).toEqual(['20 1.3 todo>done journal', ...written]);
    expect(home.run(['log', ...inNote]).out).toContain('Ключи и заголовки');
  });

  it('a topic that is gone is named as it was', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    home.write('note.md', home.read('note.md').replace(/^- .*Ключ сообщения.*\n/m, ''));
    expect(logged(home)).toEqual(['20 1.3 todo>done journal gone', ...written]);
    expect(home.run(['log', ...inNote]).out).toContain('Ключ сообщения (gone)');
    // It can be searched for, and is in no section and on no level any more.
    expect(logged(home, '--search', 'ключ')).toHaveLength(1);
    expect(logged(home, '1')).toEqual(written);
    expect(logged(home, '--level', 'junior')).toEqual(written);
  });

  it('a note that moved takes its dates along, and its journal stays with the path', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    renameSync(home.path('note.md'), home.path('moved.md'));
    expect(home.run(['log', '--plain', '-r', 'moved.md']).out.split('\n')[0]).toMatch(/^2026-11-20\t1\.3\t-\tdone\t/);
  });
});

describe('ticks in a progress file', () => {
  it('of a note without boxes', () => {
    const home = homeWith(postgres);
    ran(home, 'done', '4.2', '--on', 'monday');
    ran(home, 'start', '1.1');
    const ticked = ['16 4.2 todo>done journal', '16 4.2.1 todo>done journal', '16 4.2.2 todo>done journal'];
    expect(logged(home)).toEqual(['20 1.1 todo>doing journal', ...ticked]);
    rmSync(journal(home));
    expect(logged(home)).toEqual(ticked.map((line) => line.replace('todo>done journal', '->done file')));
  });

  it('of the bundled roadmap, in two languages', () => {
    const home = newHome();
    expect(home.run(['done', '1.1']).status).toBe(0);
    const [english, russian] = ['en', 'ru'].map((lang) => home.run(['log', '--lang', lang, '--width', '60']).out);
    expect(english).toMatch(/^ Fri 20 November 2026 · \d+\n 1\.1 +✓ {2}\S/);
    expect(russian).toMatch(/^ пт, 20 ноября 2026 · \d+\n 1\.1 +✓ {2}\S/);
    const titles = ['en', 'ru'].map((lang) => home.run(['log', '--plain', '--lang', lang]).out);
    expect(titles[0]).not.toBe(titles[1]);
  });

  it('that a person chose', () => {
    const home = homeWith(kafka);
    const chosen = ['--progress', 'ticks.md'];
    ran(home, 'done', '1.3', ...chosen);
    expect(logged(home, ...chosen)).toEqual(['20 1.3 todo>done journal', ...written]);
    expect(logged(home)).toEqual(written);
  });

  it('are joined with those that the note had when it was ticked in place (P5)', () => {
    const home = homeWith(postgres);
    ran(home, 'done', '1.1');
    const kept = home.readProgress();
    const file = home.progressFile();
    rmSync(file);
    home.write('note.md', postgres.replaceAll(/^- (?!\[)/gm, '- [ ] '));
    ran(home, 'done', '1.2');
    writeFileSync(file, kept);
    expect(logged(home)).toEqual(['20 1.2 todo>done journal', '20 1.1 todo>done journal']);
  });
});

describe('what is asked for', () => {
  const home = (): Home => {
    const one = homeWith(kafka);
    ran(one, 'start', '3.1');
    ran(one, 'done', '1.3');
    return one;
  };

  it.each<[string[], string[]]>([
    [['1'], ['1.3', '1.2', '1.1']],
    [
      ['1.3', 'Надзор'],
      ['1.3', '3.1'],
    ],
    [
      ['--since', '2026-11-18'],
      ['1.3', '3.1', '1.2'],
    ],
    [
      ['--until', 'yesterday'],
      ['1.2', '1.1'],
    ],
    [['--since', '-5d', '--until', 'yesterday'], ['1.2']],
    [['--status', 'doing'], ['3.1']],
    [['--status', 'done,doing', '--level', 'senior'], ['3.1']],
    [['--tag', 'запись'], ['1.3']],
    [['--search', 'партиция'], ['1.2']],
    [
      ['-n', '2'],
      ['1.3', '3.1'],
    ],
    [['1', '-n', '1', '--since', '2026-11-01'], ['1.3']],
  ])('%j', (args, addresses) => {
    const { out } = home().run(['log', '--plain', ...args, ...inNote]);
    expect(
      out
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split('\t')[1]),
    ).toEqual(addresses);
  });

  it('-n leaves the total and the count of a day as they are', () => {
    const one = home();
    expect(one.json<{ entries: unknown[] }>(['log', '-n', '1', ...inNote])).toMatchObject({ total: 4 });
    const { out } = one.run(['log', '-n', '1', ...inNote]);
    expect(out).toContain('Fri 20 November 2026 · 2\n');
    expect(out).toContain('and 3 more; `-n 4` shows them all');
  });

  it('nothing that fits is no failure, except with --exit-status', () => {
    const args = ['log', '--since', '2026-11-20', '--until', '2026-11-19', ...inNote];
    const answer = home().run(args);
    expect(answer).toMatchObject({ status: 0, err: '' });
    expect(answer.out).toContain('no change fits');
    expect(home().run([...args, '--exit-status']).status).toBe(1);
    expect(home().run(['log', '--exit-status', ...inNote]).status).toBe(0);
  });

  it.each<[string[], number, RegExp]>([
    [['--since', 'someday'], 2, /"someday" is not a day/],
    [['--status', 'finished'], 2, /"finished" is not a status/],
    [['--level', 'guru'], 2, /no level "guru"/],
    [['-n', '0'], 2, /whole number/],
    [['9.9'], 3, /no topic matches "9\.9"/],
    [['note.md'], 2, /is a file/],
    [['--json', '--plain'], 2, /cannot be used/],
  ])('%j is refused', (args, status, sentence) => {
    expectRefusal(homeWith(kafka).run(['log', ...args, ...inNote], { env: wide }), status, sentence);
  });
});

describe('how it looks', () => {
  it('--plain has five columns, and -z ends its records with NUL', () => {
    const home = homeWith(kafka);
    ran(home, 'done', '1.3');
    const { out } = home.run(['log', '--plain', ...inNote]);
    expect(out.split('\n')[0]).toBe('2026-11-20\t1.3\ttodo\tdone\tКлюч сообщения');
    expect(home.run(['log', '--plain', '-z', ...inNote]).out).toBe(out.replaceAll('\n', '\0'));
  });

  it.each([40, 80, 200])('no line is wider than %i columns, colours or not, and ASCII is ASCII', (columns) => {
    const home = newHome();
    home.write('tea.md', `# Tea\n\n- [x] ${'Green, black and white '.repeat(9)}✅ 2026-11-01\n- [x] Oolong\n`);
    const tea = ['log', '-r', 'tea.md', '--width', String(columns)];
    for (const args of [[], ['--lang', 'ru'], ['--ascii']])
      for (const line of home.run([...tea, ...args]).out.split('\n'))
        expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
    expect(home.run([...tea, '--ascii']).out).toMatch(/^[\n -~]+$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken out
    const bare = home.run([...tea, '--color', 'always']).out.replace(/\u001b\[[0-9;]*m/g, '');
    expect(bare).toBe(home.run(tea).out);
  });

  it('a pipe gets every change, a terminal the newest twenty and how to see the others', ({ skip }) => {
    const home = homeWith(longNote(30));
    ran(home, 'done', '1');
    expect(
      home
        .run(['log', '--plain', ...inNote])
        .out.trimEnd()
        .split('\n'),
    ).toHaveLength(30);
    expect(home.run(['log', ...inNote]).out.match(/✓/g)).toHaveLength(30);
    const terminal = atTerminal(home, ['log', '--color', 'never', ...inNote]);
    if (terminal === null) return skip(noTerminal);
    expect(terminal.screen.match(/✓/g)).toHaveLength(20);
    expect(terminal.screen).toContain('· 30');
    expect(terminal.screen).toContain('and 10 more; `-n 30` shows them all');
    expect(
      atTerminal(home, ['log', '--plain', ...inNote])
        ?.screen.trimEnd()
        .split('\n'),
    ).toHaveLength(30);
    expect(atTerminal(home, ['log', '-n', '30', ...inNote])?.screen.match(/✓/g)).toHaveLength(30);
  });

  it('keys, states and days in json do not vary with the language, titles do', () => {
    const home = newHome();
    home.write('garden.yaml', garden);
    expect(home.run(['done', 'mulch', '-r', 'garden.yaml']).status).toBe(0);
    const read = (lang: string) =>
      home.json<{ entries: Record<string, unknown>[] }>(['log', '--lang', lang, '-r', 'garden.yaml']).entries;
    expect(read('en')).toMatchObject([{ title: 'Mulch', id: 'mulch', day: '2026-11-20', from: 'todo', to: 'done' }]);
    expect(read('ru')).toEqual([{ ...read('en')[0], title: 'Мульча' }]);
  });
});

it('many years of ticks are listed in a moment', () => {
  const ticks = Array.from({ length: 20_000 }, (_, index) => {
    const month = String(1 + (index % 12)).padStart(2, '0');
    return `- [x] Упражнение ${index} ✅ ${2006 + (index % 20)}-${month}-15`;
  });
  const home = homeWith(`# Гаммы\n\n${ticks.join('\n')}\n`);
  ran(home, 'done', '1', '--on', '2026-11-01', '--force');
  const { status, out } = home.run(['log', '--plain', ...inNote], { milliseconds: 10_000 });
  expect(status).toBe(0);
  expect(out.split('\n')).toHaveLength(20_001);
});
