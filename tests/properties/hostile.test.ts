// Properties of reading what nobody writes on purpose: it never throws, never hangs, loses no byte and takes no more than its length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { decode, encode } from '../../src/text/encoding.ts';
import { lineSpan, toSource } from '../../src/text/source.ts';
import { askAll, drawAll, readAll, tickAll } from './everything.ts';

const marks = fc.constantFrom(
  ...['[', '[[[', ']', '](', '(', '***', '**', '*', '_', '`', '```', '~~~', '%%', '<!--', '-->', '<', '</', '|', '\\'],
  ...[
    '#',
    ' #a',
    '^a',
    '::',
    '[a::',
    '✅',
    '✅ 2026-05-01',
    '🆔 a',
    '⛔ a',
    '🔁 ',
    '📅 2026-02-30',
    '1.',
    '1.1.1',
    '- ',
  ],
  ...['[ ] ', '[x] ', '> ', '\t', ' ', '    ', '\u00a0', '=', '---', '|-|', '—', '%', '$', '&amp;', '10%', 'https://'],
  ...[
    '👩‍👩‍👧',
    '🌱',
    'שלום',
    '\u202e',
    '\u0301',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u001b[31m',
    '\ufeff',
    '\ufffe',
    '漢字',
    'слово',
    'word',
  ],
);
const starts = fc.constantFrom(
  ...[
    '',
    '- [ ] ',
    '- [x] ',
    '* ',
    '1. ',
    '  - ',
    '\t- [ ] ',
    '    - [/] ',
    '> ',
    '> - [ ] ',
    '>> ',
    '# ',
    '## 4.2 ',
    '• ',
  ],
  ...[
    '```',
    '~~~~',
    '<!-- ',
    '%%',
    '| ',
    '|---|',
    '---',
    '===',
    '<pre>',
    '<summary>',
    '</details>',
    '├── ',
    '<li>',
    '**',
  ],
);
const line = fc
  .tuple(starts, fc.array(fc.tuple(marks, fc.constantFrom(1, 1, 1, 2, 5, 30)), { maxLength: 6 }))
  .map(([start, body]) => start + body.map(([mark, times]) => mark.repeat(times)).join(''));
const hostile = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n')), { maxLength: 25 })
  .map((lines) => lines.map(([text, eol]) => text + eol).join(''));

describe('a hostile note', () => {
  it('is read, asked, ticked and drawn without a failure, and every line outside the ticked ones stays', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const roadmap = readAll(text);
        askAll(roadmap);
        expect(drawAll(roadmap)).toBeGreaterThan(0);
        const ticked = tickAll(text, roadmap);
        const [before, after] = [toSource(text), toSource(ticked)];
        expect(after.lineStarts).toHaveLength(before.lineStarts.length);
        const changed = new Set(roadmap.boxGroups.flat());
        for (const topic of topicsOf(roadmap.children)) changed.add(topic.line);
        for (let number = 1; number <= before.lineStarts.length; number++) {
          if (changed.has(number)) continue;
          const [was, is] = [lineSpan(before, number), lineSpan(after, number)];
          expect(ticked.slice(is.start, is.end)).toBe(text.slice(was.start, was.end));
        }
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('comes out as it went in, byte for byte', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('utf-8' as const, 'utf-16le' as const), fc.boolean(), (text, name, bom) => {
        expect(applyEdits(text, [])).toBe(text);
        const bytes = encode(text, name, bom);
        if (bytes === null) return;
        const { text: read, encoding, bom: hasBom } = decode(bytes, name);
        expect(encode(read, encoding, hasBom)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decode(bytes);
        readAll(decoded.text);
        if (decoded.exact) expect(encode(decoded.text, decoded.encoding, decoded.bom)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);
});

/** One line that goes on and on, and notes that do; `size` characters each, give or take. */
const lineOf = (unit: string) => (size: number) => `# T\n- [ ] ${unit.repeat(size / unit.length)}\n- [ ] b\n`;
const linesOf = (unit: string) => (size: number) => `# T\n${unit.repeat(size / unit.length)}`;
const wide = (size: number): string => {
  const cells = 'a|'.repeat(size / 10);
  return `|${cells}\n|${'-|'.repeat(size / 10)}\n${`|${cells}\n`.repeat(3)}`;
};

// A busy machine can spoil a measurement, and never make a quadratic linear: three tries.
describe('time', { retry: 2 }, () => {
  /** What a piece of work takes, in milliseconds. */
  function timeOf(work: () => void): number {
    const start = performance.now();
    work();
    return performance.now() - start;
  }

  /**
   * How the time grows when a text becomes twice as long: 2 is linear, 4 the square. Three doublings are measured at once, and
   * one long text against as many short ones as make its length, all of them kept: so both fill the same memory, and the
   * collector and the caches disturb both alike. The best runs count, for whatever comes between only ever adds.
   */
  function growth(short: string, long: string, limit: number): number {
    const together = long.length / short.length;
    let [little, much] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    let grown = Number.POSITIVE_INFINITY;
    readAll(short);
    for (let attempt = 0; attempt < 12 && grown > limit; attempt++) {
      const kept: Roadmap[] = [];
      const read = (text: string): void => {
        const roadmap = readAll(text);
        askAll(roadmap);
        kept.push(roadmap);
      };
      little = Math.min(
        little,
        timeOf(() => {
          for (let i = 0; i < together; i++) read(short);
        }),
      );
      kept.length = 0;
      much = Math.min(
        much,
        timeOf(() => read(long)),
      );
      // Below a millisecond a clock says nothing.
      grown = 2 * (Math.max(much, 1) / Math.max(little, 1)) ** (1 / Math.log2(together));
    }
    return grown;
  }

  const doublings = 3;
  const smallest = 10_000;

  it.each<[string, (size: number) => string]>([
    ...[
      '[',
      '[[[',
      '***',
      '* a',
      '`',
      '``a`',
      '%%',
      '<!--',
      '(',
      '](',
      '[a](',
      '[[a|',
      '1.',
      '|',
      '#',
      ' #a',
      '[a::',
      '- ',
      ' ',
      '🌱',
      '— ',
      '~',
      '✅ ',
    ].map((unit): [string, (size: number) => string] => [`a line of ${JSON.stringify(unit)}`, lineOf(unit)]),
    ...['```\n', '- ```\n', '- <!--\n', '%% a\n', '<pre>\n', '| a |\n', '- [ ] a\n', '- a\n\n', '# A\n- [ ] b\n'].map(
      (unit): [string, (size: number) => string] => [`lines of ${JSON.stringify(unit)}`, linesOf(unit)],
    ),
    ...[
      '# Contents\n## a\n- b\n',
      '- [a](#a)\n',
      '**A:**\n- b\n',
      '1.1. a - b\n2.1. c - d\n',
      '> - [ ] a\n\n',
      '[[[[[[[\n',
      '- [x] a ✅ 2026-05-01 🆔 a\n',
      '****\n',
      '├── a\n',
      '<li>a\n',
      '<details><summary>a\n',
    ].map((unit): [string, (size: number) => string] => [`lines of ${JSON.stringify(unit)}`, linesOf(unit)]),
    ['a table of thousands of columns', wide],
    ['a heading of `[`', (size) => `# ${'['.repeat(size)}\n- a\n`],
    ['a heading of "1.1"', (size) => `# 1${'.1'.repeat(size / 2)} T\n- a\n`],
    ['bold that is never closed', (size) => `**${'a '.repeat(size / 2)}\n- a\n`],
    ['a delimiter row of blanks', (size) => `a | b\n-${' '.repeat(size)}x\n`],
    [
      'headings of more and more numbers',
      (size) => Array.from({ length: Math.sqrt(size) }, (_, i) => `# 1${'.1'.repeat(i)} T\n`).join(''),
    ],
  ])(
    'grows with the length alone: %s',
    (_, make) => {
      const grown = growth(make(smallest), make(smallest * 2 ** doublings), 2.2);

      expect(grown).toBeLessThanOrEqual(2.2);
    },
    60_000,
  );

  // Larger ones: while it is small, a table fits the young generation of the collector and is read twice as fast.
  it.each(['|-|\n', 'a | b\n-|-\n'])(
    'grows with the length alone: a table of %j',
    (unit) => {
      expect(growth(linesOf(unit)(150_000), linesOf(unit)(450_000), 2.2)).toBeLessThanOrEqual(2.2);
    },
    60_000,
  );

  it('is bounded for one line of a hundred million characters', () => {
    for (const unit of ['a', '- ', '[']) {
      const text = `# T\n- [ ] ${unit.repeat(1e8 / unit.length)}\n- [ ] b\n`;
      const took = timeOf(() => expect([...topicsOf(readAll(text).children)]).toHaveLength(2));
      expect(took).toBeLessThan(10_000);
    }
  }, 60_000);
});

describe('depth and number', () => {
  const nested = (depth: number, unit: string, text: string): string =>
    Array.from({ length: depth }, (_, level) => unit.repeat(level) + text).join('\n');

  it.each([
    ['lists', '\t', '- [ ] a', 10_000],
    ['bullets without boxes', '\t', '- a', 10_000],
    ['quotes', '>', '- [ ] a', 10_000],
    ['sections that bullets open', '\t', '- **a**', 3_000],
    ['quotes with blanks', '> ', '1. [x] a', 3_000],
  ])(
    '%s inside each other do not run out of stack',
    (_, unit, text, depth) => {
      const note = nested(depth, unit, text);
      const roadmap = readAll(note);
      askAll(roadmap);
      expect(drawAll(roadmap)).toBeGreaterThan(depth > 3_000 ? depth : 0);
      if (!text.includes('**')) expect([...topicsOf(roadmap.children)]).toHaveLength(depth);
    },
    60_000,
  );

  // Test workers have four times the stack of the program: hence so many.
  it.each([
    ['task lines under a title', '# T\n', '- [ ] a\n', 600_000],
    ['bullets under contents', '# Contents\n## A\n', '- a\n', 600_000],
    ['rows of a table', '# T\n| Topic | Status |\n|-|-|\n', '| a | x |\n', 200_000],
    ['rows with boxes', '# T\n| Topic | Z |\n|-|-|\n', '| a | ✅ |\n', 200_000],
    ['branches of a tree', '', '├── a\n', 200_000],
  ])(
    'more %s than one call takes arguments are read',
    (_, head, unit, times) => {
      const source = toSource(head + unit.repeat(times));
      const { children } = readMarkdown({ source, bodyStart: 0, frontMatter: {}, name: 'note' });
      expect([...topicsOf(children)]).toHaveLength(times);
    },
    60_000,
  );
});
