// Tests of the task line: every field of the Obsidian Tasks format in both forms, tags, block ids and what remains as title.
// полив, грядка, сад: "watering, bed, garden", any text of a task; завтра, вчера: "tomorrow, yesterday", no days for a field.
import { describe, expect, it } from 'vitest';
import { statusOfMark } from '../../../../src/formats/markdown/syntax/box-mark.ts';
import { readable } from '../../../../src/formats/markdown/syntax/inline.ts';
import {
  completionDay,
  type FieldName,
  fieldValue,
  readTaskLine,
} from '../../../../src/formats/markdown/syntax/task-line.ts';
import type { Status } from '../../../../src/model/roadmap.ts';

function read(line: string) {
  const item = readTaskLine(line, 0, line.length);
  if (item === null) throw new Error(`no item: ${line}`);
  return item;
}

/** Fields as written, which proves their spans. */
const fieldsOf = (line: string): string[] => read(line).fields.map(({ span }) => line.slice(span.start, span.end));

describe('marks (FORMATS L3)', () => {
  it.each<[string, Status]>([
    [' ', 'todo'],
    ['x', 'done'],
    ['X', 'done'],
    ['✔', 'done'],
    ['✔️', 'done'],
    ['✅', 'done'],
    ['/', 'doing'],
    ['-', 'skipped'],
    ['!', 'todo'],
    ['?', 'todo'],
    ['>', 'todo'],
    ['🌱', 'todo'],
    ['х', 'done'],
  ])('takes %j for %s', (mark, status) => {
    expect(statusOfMark(mark.charCodeAt(0), '')).toBe(status);
    expect(read(`- [${mark}] полив`).status).toBe(status);
  });

  it('has no status where there is no box', () => {
    expect(read('- полив').status).toBeNull();
  });

  it('is null for a line that is no item', () => {
    expect(readTaskLine('полив', 0, 5)).toBeNull();
  });

  it('reads an item in the middle of a text, behind quote marks and blanks', () => {
    const text = '# Сад\n  > - [x] полив ✅ 2026-05-01\nи всё';
    const item = readTaskLine(text, 6, text.indexOf('\nи'));
    expect(item).toMatchObject({ status: 'done', title: 'полив' });
    expect(item?.fields.map(({ span }) => text.slice(span.start, span.end))).toEqual(['✅ 2026-05-01']);
  });
});

describe('fields (FORMATS, Dates)', () => {
  const day = '2026-05-01';
  it.each<[string, FieldName, string]>([
    [`✅ ${day}`, 'completion', day],
    [`✅${day}`, 'completion', day],
    [`✅\uFE0F ${day}`, 'completion', day],
    [`✅   ${day}`, 'completion', day],
    [`❌ ${day}`, 'cancelled', day],
    [`❌\uFE0F ${day}`, 'cancelled', day],
    [`🛫 ${day}`, 'start', day],
    [`➕ ${day}`, 'created', day],
    [`⏳ ${day}`, 'scheduled', day],
    [`⏳\uFE0F${day}`, 'scheduled', day],
    [`⌛ ${day}`, 'scheduled', day],
    [`📅 ${day}`, 'due', day],
    [`📆 ${day}`, 'due', day],
    [`🗓 ${day}`, 'due', day],
    [`🗓\uFE0F ${day}`, 'due', day],
    ['🔺', 'priority', 'highest'],
    ['⏫', 'priority', 'high'],
    ['🔼', 'priority', 'medium'],
    ['🔽', 'priority', 'low'],
    ['⏬', 'priority', 'lowest'],
    ['⏬\uFE0F', 'priority', 'lowest'],
    ['🆔 dr-sub_7', 'id', 'dr-sub_7'],
    ['🆔dr7', 'id', 'dr7'],
    ['⛔ soil', 'dependsOn', 'soil'],
    ['⛔ soil,seeds', 'dependsOn', 'soil,seeds'],
    ['⛔ soil, seeds', 'dependsOn', 'soil, seeds'],
    ['🔁 every 2 weeks', 'repeat', 'every 2 weeks'],
    ['🔁 every day when done', 'repeat', 'every day when done'],
    ['🏁 delete', 'onCompletion', 'delete'],
    ['🏁 keep', 'onCompletion', 'keep'],
    [`[completion:: ${day}]`, 'completion', day],
    [`(completion:: ${day})`, 'completion', day],
    [`[completion::${day}]`, 'completion', day],
    [`[cancelled:: ${day}]`, 'cancelled', day],
    [`[start:: ${day}]`, 'start', day],
    [`[created:: ${day}]`, 'created', day],
    [`[scheduled:: ${day}]`, 'scheduled', day],
    [`(due:: ${day})`, 'due', day],
    ['[priority:: high]', 'priority', 'high'],
    ['[id:: soil]', 'id', 'soil'],
    ['[dependsOn:: soil, seeds]', 'dependsOn', 'soil, seeds'],
    ['[repeat:: every day]', 'repeat', 'every day'],
    ['[onCompletion:: delete]', 'onCompletion', 'delete'],
    ['[level:: middle]', 'level', 'middle'],
  ])('reads %j', (written, name, value) => {
    for (const line of [`- [ ] полив ${written}`, `- [ ] полив ${written}  `, `\t> * [x] полив ${written} ^b-1`]) {
      const item = read(line);
      expect(item.fields).toMatchObject([{ name, value, form: /::/.test(written) ? 'dataview' : 'emoji' }]);
      expect(fieldsOf(line)).toEqual([written]);
      expect(item.title).toBe('полив');
    }
  });

  it('keeps the order of the line whatever the forms', () => {
    const line = '- [x] полив [due:: 2026-06-01] ⏫ 🆔 w1 ➕ 2026-04-01 (start:: 2026-04-02) ✅ 2026-05-01';
    expect(read(line).fields.map(({ name }) => name)).toEqual([
      'due',
      'priority',
      'id',
      'created',
      'start',
      'completion',
    ]);
    expect(read(line).title).toBe('полив');
  });

  it('reads fields in the middle of a sentence and joins what is around them', () => {
    expect(readable(read('- [x] полив ✅ 2026-05-01 грядок').title)).toBe('полив грядок');
  });

  it('reads nothing into emoji without their value', () => {
    expect(fieldsOf('- [ ] полив ✅ 📅 завтра 🆔 ⛔ 🏁')).toEqual([]);
  });

  it.each(['✅ 2026-5-1', '✅ 26-05-01', '✅ 2026-05-011', '✅ 2026/05/01', '✅ вчера'])(
    'reads no day in %j',
    (text) => {
      expect(fieldsOf(`- [x] полив ${text}`)).toEqual([]);
    },
  );

  it('leaves unknown Dataview fields in the title', () => {
    expect(read('- [ ] полив [грядка:: 3] [bed:: 4]')).toMatchObject({
      fields: [],
      title: 'полив [грядка:: 3] [bed:: 4]',
    });
  });
});

describe('the day of completion (FORMATS D1)', () => {
  it.each([
    ['- [x] полив ✅ 2026-05-01', '2026-05-01'],
    ['- [x] ✅ 2026-05-01 полив', '2026-05-01'],
    ['- [x] полив ✅ 2026-05-01 ✅ 2026-04-01', '2026-05-01'],
    ['- [x] полив [completion:: 2026-05-01]', '2026-05-01'],
    ['- [x] полив ✅ 2026-02-30', null],
    ['- [x] полив ✅ 2024-02-29', '2024-02-29'],
    ['- [x] полив 📅 2026-05-01 ⏳ 2026-05-02 🛫 2026-05-03 ➕ 2026-05-04 ❌ 2026-05-05', null],
    ['- [x] полив', null],
  ])('of %j is %j', (line, day) => {
    expect(completionDay(read(line).fields)).toBe(day);
  });

  it('gives the value of the first field of a name', () => {
    const { fields } = read('- [ ] полив 🆔 a 🆔 b');
    expect(fieldValue(fields, 'id')).toBe('a');
    expect(fieldValue(fields, 'due')).toBeNull();
  });
});

describe('tags, block ids and the title', () => {
  it.each<[string, string[], string]>([
    ['- [ ] полив #сад', ['сад'], 'полив'],
    ['- [ ] полив #сад #middle', ['сад', 'middle'], 'полив'],
    ['- [ ] полив #сад/грядка-1', ['сад/грядка-1'], 'полив'],
    ['- [ ] полив #сад утром', ['сад'], 'полив #сад утром'],
    ['- [ ] #сад полив', ['сад'], '#сад полив'],
    ['- [ ] полив #сад ✅ 2026-05-01', ['сад'], 'полив'],
    ['- [ ] полив ⏫ #сад', ['сад'], 'полив'],
    ['- [ ] задача #12', [], 'задача #12'],
    ['- [ ] язык C# и F#', [], 'язык C# и F#'],
    ['- [ ] полив', [], 'полив'],
  ])('of %j', (line, tags, title) => {
    expect(read(line)).toMatchObject({ tags, title });
  });

  it.each([
    ['- [ ] полив ^bed-1', 'bed-1', ' ^bed-1'],
    ['- [ ] полив   ^bed-1  ', 'bed-1', '   ^bed-1'],
    ['- [ ] полив ✅ 2026-05-01 ^b', 'b', ' ^b'],
  ])('finds the block id of %j with the blanks before it', (line, name, written) => {
    const { block, title } = read(line);
    expect(block?.name).toBe(name);
    expect(line.slice(block?.span.start, block?.span.end)).toBe(written);
    expect(title).toBe('полив');
  });

  it.each(['- [ ] 2^10 полив', '- [ ] полив ^bed 1', '- [ ] полив^bed', '- [ ] полив ^грядка'])(
    'finds no block id in %j',
    (line) => {
      expect(read(line).block).toBeNull();
    },
  );
});

describe('a line of enormous length', () => {
  const filler = 'слово '.repeat(50_000);

  it('is read at its two ends: title from the first, date and block id from the last', () => {
    const item = read(`- [x] полив 🆔 w1 ${filler}✅ 2026-05-01 ^bed-1  `);
    expect(item.status).toBe('done');
    expect(readable(item.title).startsWith('полив слово')).toBe(true);
    expect(completionDay(item.fields)).toBe('2026-05-01');
    expect(fieldValue(item.fields, 'id')).toBe('w1');
    expect(item.block?.name).toBe('bed-1');
  });

  it('counts each field once, with spans that fit, also where it is nearly all blanks', () => {
    for (const line of [`- [x] полив ✅ 2026-05-01 ^b${' '.repeat(200_000)}`, `- [x] ${filler}✅ 2026-05-01 ^b`]) {
      expect(fieldsOf(line)).toEqual(['✅ 2026-05-01']);
      const { block } = read(line);
      expect(line.slice(block?.span.start, block?.span.end)).toBe(' ^b');
    }
  });
});

it.each(['constructor', 'toString', '__proto__', 'mood'])(
  'leaves [%s:: x], which is no field, in the title',
  (name) => {
    expect(fieldsOf(`- [ ] Prune [${name}:: x]`)).toEqual([]);
    expect(read(`- [ ] Prune [${name}:: x]`).title).toContain(name);
  },
);
