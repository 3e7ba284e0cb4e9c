// Tests of status edits: the exact line that is left by each change of status, and what it leaves alone.
// The lines are Russian tasks of a garden: лук "onions", редис "radish", полив "watering", сбор "harvest", мульча "mulch";
// вечером "in the evening".
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/dates/calendar-date.ts';
import { type StatusChange, statusEdits } from '../../../src/formats/markdown/edit.ts';
import { readTaskLine, type TaskLine } from '../../../src/formats/markdown/syntax/task-line.ts';
import type { Status } from '../../../src/model/roadmap.ts';
import { topicsOf } from '../../../src/model/tree.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { toSource } from '../../../src/text/source.ts';
import { note, readNote } from '../../support/notes.ts';

const day = '2026-11-20' as CalendarDate;

function changed(
  text: string,
  to: Status,
  lines: readonly number[] = [1],
  groups: readonly (readonly number[])[] = [],
): string {
  const changes = lines.map((line): StatusChange => ({ line, to, day }));
  return applyEdits(text, statusEdits(toSource(text), changes, groups));
}

describe('done (FORMATS D2)', () => {
  it.each([
    ['- [ ] лук', '- [x] лук ✅ 2026-11-20'],
    ['* [ ] лук', '* [x] лук ✅ 2026-11-20'],
    ['12) [ ] лук', '12) [x] лук ✅ 2026-11-20'],
    ['\t> - [ ] лук', '\t> - [x] лук ✅ 2026-11-20'],
    ['- [ ]лук', '- [x]лук ✅ 2026-11-20'],
    ['- [/] лук', '- [x] лук ✅ 2026-11-20'],
    ['- [?] лук', '- [x] лук ✅ 2026-11-20'],
    ['- [🌱] лук', '- [x] лук ✅ 2026-11-20'],
    ['- [ ] лук.', '- [x] лук. ✅ 2026-11-20'],
    ['- [ ] лук  ', '- [x] лук ✅ 2026-11-20  '],
    ['- [ ] лук\t', '- [x] лук ✅ 2026-11-20\t'],
    ['- [ ] лук\u00a0', '- [x] лук ✅ 2026-11-20\u00a0'],
    ['- [ ] лук ^bed-1', '- [x] лук ✅ 2026-11-20 ^bed-1'],
    ['- [ ] лук  ^bed-1 ', '- [x] лук ✅ 2026-11-20  ^bed-1 '],
    ['- [ ] лук #сад', '- [x] лук #сад ✅ 2026-11-20'],
    ['- [ ] лук 🆔 b ⏫ 📅 2026-12-01', '- [x] лук 🆔 b ⏫ 📅 2026-12-01 ✅ 2026-11-20'],
    ['- [ ] лук [due:: 2026-12-01]', '- [x] лук [due:: 2026-12-01]  [completion:: 2026-11-20]'],
    ['- [ ] лук (due:: 2026-12-01) ^b', '- [x] лук (due:: 2026-12-01)  [completion:: 2026-11-20] ^b'],
    ['- [ ] лук [due:: 2026-12-01] ', '- [x] лук [due:: 2026-12-01]  [completion:: 2026-11-20] '],
    ['- [ ] лук [грядка:: 3]', '- [x] лук [грядка:: 3] ✅ 2026-11-20'],
    ['- [ ] лук ✅ 2025-01-01', '- [x] лук ✅ 2026-11-20'],
    ['- [ ] лук ✅ 2025-01-01 #сад', '- [x] лук ✅ 2026-11-20 #сад'],
    ['- [ ] лук ✅ 2025-02-30', '- [x] лук ✅ 2026-11-20'],
    ['- [ ] лук [completion:: 2025-01-01]', '- [x] лук [completion:: 2026-11-20]'],
    ['- [-] лук ❌ 2025-01-01', '- [x] лук ✅ 2026-11-20'],
    ['- [ ]', '- [x] ✅ 2026-11-20'],
    ['- [ ] ', '- [x] ✅ 2026-11-20 '],
    [
      '- [ ] **лук** `✅` [статья](https://example.org)',
      '- [x] **лук** `✅` [статья](https://example.org) ✅ 2026-11-20',
    ],
  ])('%j becomes %j', (before, after) => {
    expect(changed(before, 'done')).toBe(after);
  });

  it.each(['\r\n', '\n', '\r'])('keeps line ends and the lines around it under %j', (eol) => {
    const text = ['\ufeff# Сад', '- [ ] лук  ', '- [ ] редис', ''].join(eol);
    expect(changed(text, 'done', [2])).toBe(['\ufeff# Сад', '- [x] лук ✅ 2026-11-20  ', '- [ ] редис', ''].join(eol));
  });

  it('writes on a line without a line end and adds none', () => {
    expect(changed('- [ ] а\n- [ ] б', 'done', [2])).toBe('- [ ] а\n- [x] б ✅ 2026-11-20');
  });

  it('takes several lines at once in any order', () => {
    expect(changed(note('- [ ] а', '- [ ] б', '- [ ] в'), 'done', [3, 1])).toBe(
      note('- [x] а ✅ 2026-11-20', '- [ ] б', '- [x] в ✅ 2026-11-20'),
    );
  });

  it('gives a done line another day and nothing else', () => {
    expect(changed('- [X] лук ✅ 2025-01-01 ^b', 'done')).toBe('- [X] лук ✅ 2026-11-20 ^b');
  });

  it('writes nothing where the line says so already', () => {
    expect(statusEdits(toSource('- [x] лук ✅ 2026-11-20'), [{ line: 1, to: 'done', day }], [])).toEqual([]);
  });

  it('refuses a line that is no list item', () => {
    expect(() => changed('# Сад', 'done')).toThrow(RangeError);
    expect(() => changed('- [ ] а', 'done', [7])).toThrow(RangeError);
  });
});

describe('reopen, start and skip (FORMATS D3)', () => {
  it.each<[string, Status, string]>([
    ['- [x] лук ✅ 2026-11-20', 'todo', '- [ ] лук'],
    ['- [X] лук ✅ 2026-11-20', 'todo', '- [ ] лук'],
    ['- [x] лук ✅ 2026-11-20  ', 'todo', '- [ ] лук  '],
    ['- [x] лук ✅ 2026-11-20 ^bed-1', 'todo', '- [ ] лук ^bed-1'],
    ['- [x] лук ✅ 2026-11-20 #сад', 'todo', '- [ ] лук #сад'],
    ['- [x] лук 📅 2026-12-01 ✅ 2026-11-20', 'todo', '- [ ] лук 📅 2026-12-01'],
    ['- [x] лук [due:: 2026-12-01]  [completion:: 2026-11-20]', 'todo', '- [ ] лук [due:: 2026-12-01]'],
    ['- [x] лук', 'todo', '- [ ] лук'],
    ['- [/] лук', 'todo', '- [ ] лук'],
    ['- [-] лук ❌ 2026-11-20', 'todo', '- [ ] лук'],
    ['- [ ] лук', 'skipped', '- [-] лук ❌ 2026-11-20'],
    ['- [ ] лук ^b', 'skipped', '- [-] лук ❌ 2026-11-20 ^b'],
    ['- [ ] лук [due:: 2026-12-01]', 'skipped', '- [-] лук [due:: 2026-12-01]  [cancelled:: 2026-11-20]'],
    ['- [x] лук ✅ 2026-11-19', 'skipped', '- [-] лук ❌ 2026-11-20'],
    ['- [ ] лук', 'doing', '- [/] лук'],
    ['- [ ] лук 🛫 2026-12-01', 'doing', '- [/] лук 🛫 2026-12-01'],
    ['- [x] лук ✅ 2026-11-19', 'doing', '- [/] лук'],
  ])('%j made %s becomes %j', (before, to, after) => {
    expect(changed(before, to)).toBe(after);
  });

  it.each([
    '- [ ] лук',
    '- [ ] лук  ',
    '- [ ] лук ^b',
    '- [ ] лук  ^b\t',
    '- [ ] лук [due:: 2026-12-01]',
    '- [ ] лук [due:: 2026-12-01]   ^b',
    '- [ ] лук 📅 2026-12-01 ⏫ #сад',
    '- [ ]лук',
    '- [ ]',
    '- [ ] ',
    '\t> 1) [ ]   лук',
    '- [ ] лук ✅',
  ])('after done, done the line %j is what it was', (line) => {
    expect(changed(changed(line, 'done'), 'todo')).toBe(line);
    expect(changed(changed(line, 'skipped'), 'todo')).toBe(line);
    expect(changed(changed(line, 'doing'), 'todo')).toBe(line);
  });
});

describe('boxes for a whole section (FORMATS D6)', () => {
  const text = note('**3. Осень**', '', '• сбор', '', '•\tкомпост  ', '', '2. мульча ^m', '* лук');

  it('gives every bullet of the group its box and the chosen one its day', () => {
    expect(changed(text, 'done', [5], [[3, 5, 7, 8]])).toBe(
      note('**3. Осень**', '', '- [ ] сбор', '', '- [x] компост ✅ 2026-11-20  ', '', '2. [ ] мульча ^m', '* [ ] лук'),
    );
  });

  it('writes the day of an ordered bullet before its block id', () => {
    expect(changed(text, 'done', [7], [[3, 5, 7, 8]])).toContain('2. [x] мульча ✅ 2026-11-20 ^m');
  });

  it('makes boxes of every state', () => {
    expect(changed('• сбор', 'doing', [1], [[1]])).toBe('- [/] сбор');
    expect(changed('• сбор', 'skipped', [1], [[1]])).toBe('- [-] сбор ❌ 2026-11-20');
  });

  it('leaves other groups and lines outside any group alone', () => {
    const two = note('• а', '• б', '• в');
    expect(changed(two, 'done', [1], [[1], [2]])).toBe(note('- [x] а ✅ 2026-11-20', '• б', '• в'));
  });

  it('takes boxes and task lines in one go', () => {
    expect(changed(note('- [ ] а', '• б', '• в'), 'done', [1, 2], [[2, 3]])).toBe(
      note('- [x] а ✅ 2026-11-20', '- [x] б ✅ 2026-11-20', '- [ ] в'),
    );
  });

  it.each([
    ['•', '- [x]  ✅ 2026-11-20'],
    ['•  ', '- [x]  ✅ 2026-11-20'],
    ['2.   ', '2.   [x]  ✅ 2026-11-20'],
    ['-', '- [x]  ✅ 2026-11-20'],
  ])('puts the box before the day on the empty bullet %j', (before, after) => {
    expect(changed(before, 'done', [1], [[1]])).toBe(after);
  });

  it('keeps indentation, quote marks and the text as they are', () => {
    expect(changed('   ‣  **сбор** `x`', 'done', [1], [[1]])).toBe('   - [x] **сбор** `x` ✅ 2026-11-20');
  });
});

describe('a section without boxes in a series with boxes (FORMATS T2, D6)', () => {
  it.each([
    ['a number that no marker follows', ['1. Knots', '   1.1 Bowline', '   1.2 Figure eight']],
    ['such a number with items below it', ['1. Knots', '   1.1 Bowline', '      - of a loop', '2. Bends']],
    ['such a number with a field', ['1. Knots', '   1.1 Bowline ✅ 2026-01-02', '2. Bends']],
    ['such a number below a typographic bullet', ['1. Knots', '   • Loops', '     1.1 Bowline']],
    ['numbered lines beside bullets', ['• Knots', '', 'More of it.', '', '2.1 Bowline', '', '2.2 Bend']],
    ['a quote', ['1. Knots', '   > 1.1 Bowline', '   > - Bend', '2. Bends']],
    ['a table', ['- Knots', '', '| Knot | Done |', '|---|---|', '| Bowline | yes |']],
    ['a heading in an item', ['- Knots', '  ### Bowline', '  - of a loop', '- ### Bends', '  - of two ropes']],
    ['boxes without a bullet', ['1. Knots', '   [ ] Bowline', '   ☐ Bend', '2. Bends']],
    ['HTML and a drawn tree', ['- Knots', '', '<ul><li>Bowline</li></ul>', '', '└── Bend']],
  ])('each of its topics can be ticked, and the total stays: %s', (_, lines) => {
    const text = note('## 1. Ropes', '- [ ] Hemp', '', '## 2. Work', ...lines);
    const roadmap = readNote(text);
    const topics = [...topicsOf(roadmap.children)];
    expect(topics.length).toBeGreaterThan(1);
    for (const { line } of topics) {
      const after = [...topicsOf(readNote(changed(text, 'done', [line], [...roadmap.boxGroups])).children)];
      expect(after.length).toBe(topics.length);
      expect(after.filter(({ status }) => status === 'done').map((topic) => topic.line)).toEqual([line]);
    }
  });
});

describe('a field that is taken away', () => {
  const pieces = [
    ...['word', '[completion:: 2026-01-01]', '(completion:: 2026-01-01)', '✅ 2026-01-01', '^b', '[due:: 2026-01-02]'],
    ...['📅 2026-01-02', '#tag', '🆔 x', '[id:: x]', '[cancelled:: 2026-01-01]', '❌ 2026-01-01'],
  ];
  const read = (text: string) => {
    const item = readTaskLine(text, 0, text.length) as TaskLine;
    const kept = item.fields.filter(({ name }) => name !== 'completion' && name !== 'cancelled');
    return {
      title: item.title.replace(/\s+/g, ' '),
      block: item.block?.name,
      kept: kept.map(({ name, value }) => [name, value]),
    };
  };
  const parts = fc.array(fc.tuple(fc.constantFrom(' ', '  ', '\t', ''), fc.constantFrom(...pieces)), {
    minLength: 1,
    maxLength: 5,
  });
  // What has no title, or is glued to a field, no program takes for a block id.
  const lines = fc
    .tuple(parts, fc.constantFrom('', ' ', '  '), fc.constantFrom('x', ' ', '-'))
    .map(([all, end, mark]) => {
      const body = all.map(([blank, piece]) => (piece.startsWith('^') && blank === '' ? ' ' : blank) + piece).join('');
      return `- [${mark}] word${body}${end}`;
    });

  it('leaves the block id last, the other fields, and the words as they were', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom<Status>('todo', 'done', 'skipped', 'doing'), (line, to) => {
        const after = changed(line, to);
        expect(read(after), `${line} → ${after}`).toEqual(read(line));
        expect(changed(after, to)).toBe(after);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['- [x] Stir ^stir  [completion:: 2026-11-01]', '- [ ] Stir ^stir'],
    ['- [x] Stir  [completion:: 2026-11-01] ^stir', '- [ ] Stir ^stir'],
    ['- [x] Stir ^stir ✅ 2026-11-01', '- [ ] Stir ^stir'],
    ['- [x] 🆔 a [completion:: 2026-11-01]b', '- [ ] 🆔 a b'],
    ['- [x] a[completion:: 2026-11-01]b', '- [ ] a b'],
  ])('%s → %s', (line, expected) => expect(changed(line, 'todo')).toBe(expected));
});

describe('a day that is part of the sentence', () => {
  it.each<[string, Status, string]>([
    ['- [ ] полив `✅ 2026-01-01` вечером', 'skipped', '- [-] полив `✅ 2026-01-01` вечером ❌ 2026-11-20'],
    ['- [x] полив ✅ 2026-01-01 вечером', 'skipped', '- [-] полив ✅ 2026-01-01 вечером ❌ 2026-11-20'],
    ['- [-] полив ❌ 2026-01-01 вечером', 'done', '- [x] полив ❌ 2026-01-01 вечером ✅ 2026-11-20'],
    ['- [x] полив ✅ 2026-01-01 #сад', 'skipped', '- [-] полив #сад ❌ 2026-11-20'],
  ])('of %j stays when it becomes %s', (line, to, expected) => {
    expect(changed(line, to)).toBe(expected);
  });
});

it.each([
  ['- [ ] лук [hours:: 2]', '- [x] лук [hours:: 2] ✅ 2026-11-20'],
  ['- [ ] лук [level:: middle]', '- [x] лук [level:: middle] ✅ 2026-11-20'],
  ['- [ ] лук [hours:: 2] [due:: 2026-12-01]', '- [x] лук [hours:: 2] [due:: 2026-12-01]  [completion:: 2026-11-20]'],
])('fields of our own say nothing of the form of the day: %s', (line, expected) => {
  expect(changed(line, 'done')).toBe(expected);
});
