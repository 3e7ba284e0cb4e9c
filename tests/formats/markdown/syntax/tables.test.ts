// Tests of tables: cells and their offsets, the status column, what a cell says, and the columns of a project table.
// Heads of columns that are read: Тема, Статус, Готово, Мой прогресс, Статус изучения, Значение (topic, status, done, my
// progress, status of study, meaning); states: готово, в процессе, начато, освоено, нет (done, in progress, begun, mastered, no).
// Others are any: Заметки "notes", Нота, Лад, Тон (note, mode, tone).
import { describe, expect, it } from 'vitest';
import { scanLines } from '../../../../src/formats/markdown/syntax/lines.ts';
import {
  boxColumns,
  cellsOf,
  projectColumns,
  rowsOf,
  statusColumn,
  titleColumn,
} from '../../../../src/formats/markdown/syntax/tables.ts';
import { cellState, statesOfColumn } from '../../../../src/formats/markdown/topics/status-cell.ts';
import type { Status } from '../../../../src/model/roadmap.ts';
import { toSource } from '../../../../src/text/source.ts';
import { note } from '../../../support/notes.ts';

function rows(text: string) {
  const found = rowsOf(text, {
    kind: 'table',
    rows: [...scanLines(toSource(text))].filter((line) => line.kind === 'table'),
  });
  if (found === null) throw new Error('no table');
  return found;
}

function cells(row: string): string[] {
  const text = note('| a |', '|---|', row);
  const line = [...scanLines(toSource(text))][2];
  if (line === undefined) throw new Error('no row');
  const found = cellsOf(text, line);
  for (const { text: written, start } of found) expect(text.slice(start, start + written.length)).toBe(written);
  return found.map((cell) => cell.text);
}

const headed = (...titles: readonly string[]) =>
  rows(note(`| ${titles.join(' | ')} |`, `|${'---|'.repeat(titles.length)}`, `| ${titles.join(' | ')} |`));

const emptyUnder = (...titles: readonly string[]) => ({ ...headed(...titles), body: [] });

describe('cellsOf', () => {
  it.each([
    ['| а | б |', ['а', 'б']],
    ['а | б', ['а', 'б']],
    ['|а|б|', ['а', 'б']],
    ['|  | б |', ['', 'б']],
    ['| `a|b` | c |', ['`a|b`', 'c']],
    ['| a\\|b | c |', ['a\\|b', 'c']],
    ['| [[Нота|до]] | c |', ['[[Нота|до]]', 'c']],
    ['| [[[Kafka]]](https://[[kafka]].example/) | c |', ['[[[Kafka]]](https://[[kafka]].example/)', 'c']],
    ['| [[не закрыто | c |', ['[[не закрыто', 'c']],
    ['| ` | c |', ['`', 'c']],
  ])('cuts %j', (row, expected) => {
    expect(cells(row)).toEqual(expected);
  });
});

describe('rowsOf', () => {
  it('leaves out the delimiter row and rows without text', () => {
    const { head, body } = rows(note('| Тема | Статус |', '|---|---|', '| Лад | ✅ |', '|  |  |', '| Тон | |'));
    expect(head.cells.map((cell) => cell.text)).toEqual(['Тема', 'Статус']);
    expect(body.map((row) => row.cells[0]?.text)).toEqual(['Лад', 'Тон']);
    expect(body.map((row) => row.line.line)).toEqual([3, 5]);
  });
});

describe('the status column (FORMATS T7)', () => {
  it.each([
    ['Status', 1],
    ['Done', 1],
    ['Готово', 1],
    ['Статус', 1],
    ['**Status**', 1],
    ['✅ Done', 1],
    ['Completed status', 1],
    ['Status code', -1],
    ['Заметки', -1],
  ])('called %j', (title, index) => {
    expect(statusColumn(emptyUnder('Тема', title))).toBe(index);
  });

  it.each([
    ['states', ['Finished', 'Ongoing', 'Not started'], 1],
    ['answers', ['yes', 'no', 'Not started'], -1],
    ['signs', ['✅', '❌', '✅ Done'], -1],
    ['other words', ['Finished', 'Ongoing', 'Twice'], -1],
    ['what is done alone', ['Finished', 'Done', 'Finished'], -1],
    ['too few', ['Finished', '', 'Not started'], -1],
  ])('under another title: %s', (_, states, index) => {
    const body = states.map((state, row) => `| chapter ${row} | ${state} |`);
    expect(statusColumn(rows(note('| Chapter | Situation |', '|---|---|', ...body)))).toBe(index);
  });

  it.each<[Status, string[]]>([
    [
      'done',
      ['✅', '✔', '✔️', '[x]', '[X]', 'x', 'X', 'done', 'Done', 'yes', 'готово', 'Да', 'completed', '100%', '100 %'],
    ],
    ['done', [':white_check_mark:', ':heavy_check_mark:', ' ✅ ']],
    [
      'done',
      [
        ':material-check:',
        ':material-check-circle-outline:',
        ':octicons-check-16:',
        ':fontawesome-solid-circle-check:',
      ],
    ],
    ['doing', ['⏳', '⏳ скоро', 'in progress', 'In Progress', 'В процессе']],
    ['doing', [':material-progress-clock:']],
    [
      'todo',
      [':material-close:', ':octicons-x-16:', ':material-checkbox-blank-outline:', ':material-star:', ':my-check:'],
    ],
    ['todo', ['', '❌', '[ ]', 'no', 'нет', '50%', 'not done', 'готово?', 'todo', '-', 'planned']],
  ])('is %s', (status, texts) => {
    for (const text of texts) expect(`${text} → ${cellState(text).status}`).toBe(`${text} → ${status}`);
  });
});

describe('the columns of a project table (FORMATS T8)', () => {
  it.each([
    [
      ['Level', 'Name', 'Description', 'Technologies', 'Success criterion', 'Links'],
      [0, 1, 2, 3, 4, 5],
    ],
    [
      ['Уровень', 'Название проекта', 'Описание', 'Технологии', 'Критерий успеха', 'Ссылки'],
      [0, 1, 2, 3, 4, 5],
    ],
    [
      ['Ссылки', 'Критерий успеха', 'Технологии', 'Описание', 'Название', 'Уровень'],
      [5, 4, 3, 2, 1, 0],
    ],
    [
      ['**Level**', 'Project', 'Goal', 'Stack', 'Definition of done', 'Resources'],
      [0, 1, 2, 3, 4, 5],
    ],
    [
      ['#', 'Project', 'Stack', 'Level'],
      [3, 1, undefined, 2, undefined, undefined],
    ],
  ])('are found in %j', (titles, places) => {
    const columns = projectColumns(headed(...titles));
    const names = ['level', 'name', 'description', 'technologies', 'criterion', 'links'] as const;
    expect(names.map((name) => columns?.get(name))).toEqual(places);
  });

  it.each([
    [['Name', 'Description']],
    [['Name', 'Description', 'Links']],
    [['Technology', 'Interaction']],
    [['Level', 'Technologies']],
    [['Тема', 'Статус']],
  ])('are none in %j', (titles) => {
    expect(projectColumns(headed(...titles))).toBeNull();
  });
});

/** The column of states in the table of these lines. */
const statusOfLines = (...lines: readonly string[]) => statusColumn(rows(note(...lines)));

describe('a column that is called a status (FORMATS T7)', () => {
  it.each<[string, string[], number]>([
    ['of other words is none', ['Comfortable', 'Not feasible'], -1],
    ['of states in half of its cells is one', ['done', 'Comfortable'], 1],
    ['of states in fewer is none', ['done', 'Comfortable', 'Not feasible'], -1],
    ['of marks with any words is one', ['✅ in the book', '🟢 in the shop'], 1],
    ['of dashes and one state is one', ['-', '—', 'done'], 1],
    ['of nothing is one', ['', ''], 1],
    ['of percentages is one', ['10%', '100%'], 1],
    ['of fractions is one', ['3/10', '10/10'], 1],
    ['of days is one', ['2026-01-02', ''], 1],
    ['of states and remarks is one', ['Done (twice)', 'On hold - no time', 'soon'], 1],
    ['of other languages is one', ['не начато', 'concluído', '已完成'], 1],
    ['of mastered rows is one', ['未开始', '已掌握', 'освоено', 'Mastered'], 1],
  ])('%s', (_, cells, expected) => {
    expect(statusOfLines('| Boat | Status |', '|---|---|', ...cells.map((cell, i) => `| b${i} | ${cell} |`))).toBe(
      expected,
    );
  });

  it('of words is preferred to one of percentages', () => {
    expect(statusOfLines('| Boat | Progress | Status |', '|---|---|---|', '| a | 80% | done |', '| b | 10% | |')).toBe(
      2,
    );
    expect(statusOfLines('| Boat | Progress |', '|---|---|', '| a | 80% |', '| b | 10% |')).toBe(1);
  });

  it.each([
    ['Status', 'Meaning'],
    ['Status', 'Значение'],
    ['', '含义'],
  ])('and explained by %j beside it is a legend', (status, meaning) => {
    const legend = rows(note(`| ${status} | ${meaning} |`, '|---|---|', '| ✅ | passed |', '| ❌ | failed |'));
    expect([statusColumn(legend), boxColumns(legend)]).toEqual([-1, []]);
    const log = rows(note('| Status | Description |', '|---|---|', '| ✅ | a |', '| ✅ | b |', '| ❌ | c |'));
    expect(statusColumn(log)).toBe(0);
  });

  it.each<[Status, string]>([
    ['todo', '⏳ Not started'],
    ['todo', '✅ Not started'],
    ['todo', 'Not done ✅'],
    ['doing', '✅ In progress, chapter 3'],
    ['doing', '🔴 In progress'],
    ['done', '🔴 Done'],
    ['done', 'Done ✅'],
    ['done', '❌ Done'],
    ['skipped', '⏳ Skipped'],
    ['todo', '✅ / ❌'],
    ['done', 'Done (twice)'],
    ['done', 'Hecho. Con pruebas'],
    ['todo', 'Not started: no time'],
    ['done', '✓ 100%'],
    ['todo', '🟡 60%'],
    ['todo', '✅ sail ❌ oar'],
  ])('is %s in a cell %j: words beat marks', (status, cell) => {
    expect(cellState(cell).status).toBe(status);
  });

  it.each<[string, string[], Status[]]>([
    ['decorates where every row has one', ['✅ in the book', '✅ **new**'], ['todo', 'todo']],
    ['means done where a row lacks it', ['✅ in the book', ''], ['done', 'todo']],
    ['means done beside a tick alone', ['✅ in the book', '✅'], ['done', 'done']],
    ['in a box is a box', ['[x] read twice', '[x] read once'], ['done', 'done']],
  ])('a tick with other words %s', (_, cells, expected) => {
    expect(statesOfColumn(cells)).toEqual(expected);
  });
});

describe('the column that names the rows (FORMATS T7)', () => {
  it.each<[string, string[], number]>([
    ['is the first called a topic', ['| # | Topic | Skill | Status |', '| 1 | a | b | |', '| 2 | c | d | |'], 1],
    ['is not one that repeats', ['| Phase | Area | Skill |', '| P1 | Ropes | Bowline |', '| P1 | Ropes | Splice |'], 2],
    [
      'may repeat now and then',
      ['| Day | Topic | Hours |', ...'abcdea'.split('').map((one, i) => `| ${i} | ${one} | ${i} |`)],
      1,
    ],
    ['is no link and no note', ['| Area | Link | Drill |', '| Ropes | x | a |', '| Ropes | y | b |'], 2],
    [
      'is the first telling one where nothing tells the rows apart',
      ['| Area | Drill |', '| Ropes | a |', '| Ropes | a |'],
      0,
    ],
  ])('%s', (_, [head, ...body], expected) => {
    expect(titleColumn(rows(note(head as string, '|---|---|', ...body)), -1)).toBe(expected);
  });
});

describe('status columns with a qualifier', () => {
  it.each([
    'Current State',
    'Completion Status',
    'Learning Progress',
    'My status',
    'Мой прогресс',
    '**Your Status**',
    'Status atual',
    'Estado actual',
    'Статус изучения',
  ])('%s is one', (title) => {
    expect(statusColumn(emptyUnder('Topic', title))).toBe(1);
  });

  it.each(['HTTP status', 'State machine', 'Progressive', 'Status code'])('%s is none', (title) => {
    expect(statusColumn(emptyUnder('Topic', title))).toBe(-1);
  });

  it.each<[string, Status]>([
    ['✅ Done', 'done'],
    ['✔ complete', 'done'],
    ['✓ finished', 'done'],
    ['[x] done', 'done'],
    ['[x] read twice', 'done'],
    ['⬜', 'todo'],
    ['⬜ Done', 'todo'],
    ['❌ Not started', 'todo'],
    ['🔄 In progress', 'doing'],
    ['[ ] done', 'todo'],
  ])('a cell %s is %s', (cell, status) => {
    expect(cellState(cell).status).toBe(status);
  });

  it('marks with their words are a status column, whatever it is called', () => {
    const table = rows(note('| Topic | Me |', '|---|---|', '| Сад | ✅ Done |', '| Пруд | ❌ Not started |'));
    expect(boxColumns(table)).toEqual([1]);
  });

  it('half of its rows are enough, of nothing but marks fewer, and a cross alone is an answer', () => {
    const half = rows(note('| Topic | Ada |', '|---|---|', '| a | [x] |', '| b | [x] |', '| c | |', '| d | |'));
    expect(boxColumns(half)).toEqual([1]);
    const begun = rows(
      note(
        '| Topic | Me |',
        '|---|---|',
        '| a | ✅ |',
        '| b | ✅ |',
        ...'cdefg'.split('').map((one) => `| ${one} | |`),
      ),
    );
    expect(boxColumns(begun)).toEqual([1]);
    const answers = rows(note('| Wood | Floats |', '|---|---|', '| oak | ✅ |', '| ebony | ❌ |'));
    expect(boxColumns(answers)).toEqual([]);
  });

  it.each(['☑', '&#9744; or &#9745;', '[ ]'])('is called by its marks: %s', (head) => {
    expect(statusOfLines(`| Part | ${head} |`, '|---|---|', '| a | &#9744; |', '| b | |')).toBe(1);
  });
});
