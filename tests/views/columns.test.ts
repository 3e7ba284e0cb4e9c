// Columns: at every width titles of every script stand beneath each other, and nothing is cut that would have fitted.
// Samples: Hebrew "שלום עולם" (hello world), Arabic "إدارة المرور" (traffic management), Persian with a joiner.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTopics } from '../../src/model/next.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Roadmap, Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { visible } from '../../src/text/visible.ts';
import { displayWidth } from '../../src/text/width.ts';
import { barBeside, barColumns, labelColumns, textColumns } from '../../src/views/layout.ts';
import { drawStatus } from '../../src/views/status.ts';
import { drawTopics } from '../../src/views/topics.ts';
import { done, fifteen, forty, mesh, origin, roadmap, section, today, topic } from '../support/roadmaps.ts';
import { look } from './variants.ts';

const word = fc.constantFrom(
  ...[
    'mesh',
    'DestinationRule',
    'mTLS',
    'a',
    'сетка',
    'наблюдаемость',
    '网络',
    'サービスメッシュ',
    '서비스',
    '🚀',
    '👩‍💻',
    '🇺🇦',
    '1️⃣',
  ],
  ...[
    'שלום',
    'עולם',
    'אָלֶף',
    'إدارة',
    'المرور',
    'می‌خواهم',
    'e\u0301\u0302',
    'x\u0300',
    'हिन्दी',
    '4.2',
    '(beta)',
    '100%',
  ],
);
const title = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
const titles = fc.array(title, { minLength: 2, maxLength: 8 });
const width = fc.integer({ min: 40, max: 400 });

/** A section of each title, the second half of them done. */
const sections = (names: readonly string[]): Roadmap =>
  roadmap(
    'All of it',
    names.map((name, index) => {
      const address = `${index + 1}`;
      const topics = [
        topic(`${address}.1`, 'open'),
        ...(index > 3 ? [done(`${address}.2`, 'done', '2026-11-01')] : []),
      ];
      return section(address, name, topics);
    }),
  );

function status(drawn: Roadmap, columns: number, language: 'en' | 'ru' = 'en'): string[] {
  const progress = progressOf(drawn);
  const view = { roadmap: drawn, part: null, origin, progress, next: nextTopics(drawn, 1, today), today, rows: null };
  return drawStatus(view, look({ width: columns, language }))
    .split('\n')
    .slice(0, -1);
}

const bar = /[█░]+/;
const columnsUpTo = (line: string, at: number): number => displayWidth(line.slice(0, at));

describe('status', () => {
  it('begins bars and ends figures in the same columns, within the width', () => {
    fc.assert(
      fc.property(titles, width, (names, columns) => {
        const lines = status(sections(names), columns);
        for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
        const rows = lines.slice(2, 2 + names.length);
        expect(new Set(rows.map(displayWidth)).size).toBe(1);
        expect(new Set(rows.map((line) => columnsUpTo(line, line.search(bar)))).size).toBe(1);
        expect(new Set(rows.map((line) => bar.exec(line)?.[0].length ?? 0)).size).toBe(1);
      }),
    );
  });

  it('cuts no title that has room beside the shortest bar', () => {
    fc.assert(
      fc.property(titles, width, (names, columns) => {
        const rows = status(sections(names), columns).slice(2, 2 + names.length);
        const figures = displayWidth((rows[0] as string).replace(/^.*?(?=[█░]|\d+\/\d+ +\d+%$)/u, '').replace(bar, ''));
        rows.forEach((line, index) => {
          const room = columns - 1 - 3 - (bar.test(line) ? 2 + 8 : 0) - 2 - figures;
          const name = visible(names[index] as string);
          if (displayWidth(name) <= room) expect(line.replace(/[\u2068\u2069]/g, '')).toContain(` ${name} `);
          else expect(line).toContain('…');
        });
      }),
    );
  });

  it('isolates titles with right-to-left letters, and no others', () => {
    fc.assert(
      fc.property(titles, width, (names, columns) => {
        const rows = status(sections(names), columns).slice(2, 2 + names.length);
        rows.forEach((line, index) => {
          const hasLetters = /[\u0590-\u08ff]/.test(names[index] as string);
          expect(/^ \d+ {2}\u2068[^\u2068\u2069]*\u2069 /.test(line), line).toBe(hasLetters);
          expect(/[\u2068\u2069]/.test(line), line).toBe(hasLetters);
        });
      }),
    );
  });

  it.each([
    [40, 0],
    [52, 8],
    [64, 12],
    [80, 20],
    [120, 30],
    [160, 40],
    [200, 40],
    [400, 40],
  ])('has bars for %i columns of %i cells', (columns, cells) => {
    for (const language of ['en', 'ru'] as const) {
      const found = status(forty, columns, language).map((line) => bar.exec(line)?.[0].length ?? 0);
      expect(Math.max(...found)).toBe(cells);
    }
  });

  it('shortens bars for a title that is whole beside them then, and not for one that is cut anyway', () => {
    const cells = (name: string): number => bar.exec(status(sections(['Tea', name]), 80)[2] as string)?.[0].length ?? 0;
    expect(cells('x'.repeat(40))).toBe(20);
    expect(cells('x'.repeat(50))).toBe(13);
    expect(cells('x'.repeat(55))).toBe(8);
    expect(cells('x'.repeat(56))).toBe(20);
    expect(cells('x'.repeat(300))).toBe(20);
  });

  it('keeps the figures near to what they count on the widest screen', () => {
    for (const line of status(mesh, 400)) expect(displayWidth(line)).toBeLessThanOrEqual(160);
    for (const line of status(fifteen, 400)) expect(displayWidth(line)).toBeLessThanOrEqual(110);
  });
});

describe('list', () => {
  const states = ['todo', 'doing', 'done', 'skipped'] as const;
  const listed = (names: readonly string[]): Roadmap =>
    roadmap('All of it', [
      section(
        '1',
        'Only section',
        names.map((name, index) =>
          topic(`1.${index + 1}`, name, {
            ...{ status: states[index % 4] as Topic['status'], level: 'middle', levelSource: 'inferred' as const },
            completedOn: index % 4 === 2 ? ('2026-11-01' as Topic['completedOn']) : null,
          }),
        ),
      ),
    ]);
  const rowsOf = (drawn: Roadmap, columns: number): string[] =>
    drawTopics([...topicsOf(drawn.children)], { roadmap: drawn, part: null }, look({ width: columns }))
      .split('\n')
      .slice(1);

  it('keeps marks, titles, dates and levels in their columns, within the width', () => {
    fc.assert(
      fc.property(titles, width, (names, columns) => {
        const rows = rowsOf(listed(names), columns);
        for (const line of rows) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
        const at = (expression: RegExp): number =>
          new Set(rows.flatMap((line) => (expression.test(line) ? [columnsUpTo(line, line.search(expression))] : [])))
            .size;
        expect(at(/(?<=^ +1\.\d+ +)[○◐✓–]/u)).toBe(1);
        expect(at(/2026-11-01/)).toBeLessThanOrEqual(1);
        expect(at(/~middle/)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('shows a title in one line where one has room for it', () => {
    fc.assert(
      fc.property(titles, width, (names, columns) => {
        const rows = rowsOf(listed(names), columns);
        const hasDate = rows.some((line) => line.includes('2026-11-01'));
        const hasLevel = rows.some((line) => line.includes('~middle'));
        const room = columns - 3 - 3 - 2 - 1 - 2 - (hasDate ? 12 : 0) - (hasLevel ? 9 : 0);
        const text = rows.map((line) => line.replace(/[\u2068\u2069]/g, ''));
        for (const name of names)
          if (displayWidth(name) <= room)
            expect(
              text.some((line) => `${line} `.includes(` ${name} `)),
              name,
            ).toBe(true);
      }),
    );
  });
});

describe('the columns of a table', () => {
  it('give a bar what titles leave, from the shortest to the longest', () => {
    expect(barBeside([10, 20], 100, 30)).toBe(30);
    expect(barBeside([10, 80], 100, 30)).toBe(20);
    expect(barBeside([10, 92], 100, 30)).toBe(8);
    expect(barBeside([10, 93], 100, 30)).toBe(30);
    expect(barBeside([10], 100, 0)).toBe(0);
    expect(barBeside([], 5, 20)).toBe(8);
  });

  it('are as wide as what is shown whole, and readable where something is not', () => {
    expect(textColumns([10, 150], 180)).toBe(150);
    expect(textColumns([10, 190], 180)).toBe(100);
    expect(textColumns([10, 120, 190], 180)).toBe(120);
    expect(textColumns([10, 190], 60)).toBe(60);
    expect(textColumns([], 60)).toBe(1);
    expect(textColumns([10], -3)).toBe(1);
  });

  it('of short texts grow with the screen', () => {
    const theme = (columns: number) => look({ width: columns });
    expect(labelColumns([4, 30], 12, theme(80))).toBe(12);
    expect(labelColumns([4, 30], 12, theme(200))).toBe(25);
    expect(labelColumns([4], 12, theme(400))).toBe(4);
    expect(labelColumns([], 12, theme(80))).toBe(0);
  });

  it('of bars never shrink while the screen grows', () => {
    const all = Array.from({ length: 361 }, (_, at) => barColumns(40 + at));
    expect(all).toEqual([...all].sort((a, b) => a - b));
    expect(Math.max(...all)).toBe(40);
  });
});
