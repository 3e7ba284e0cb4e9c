// Lint of notes: variants of each rule, and what --fix may change.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintMarkdown, lintProgress } from '../../../src/formats/lint/note.ts';
import type { Roadmap } from '../../../src/model/roadmap.ts';
import { topicsOf } from '../../../src/model/tree.ts';
import { applyEdits, type Edit } from '../../../src/text/edit.ts';
import { toSource } from '../../../src/text/source.ts';
import { documents } from '../../support/documents.ts';
import { note, readNote, shapeOf } from '../../support/notes.ts';
import { day, today } from '../../support/roadmaps.ts';

function lint(text: string): { code: string; args: unknown; at: string }[] {
  return lintMarkdown(toSource(text), readNote(text), today).map(({ diagnostic: { code, args, line, column } }) => ({
    ...{ code, args, at: `${line}:${column}` },
  }));
}
const codesOf = (text: string): string[] => lint(text).map(({ code }) => code);
const argsOf = (text: string, code: string): unknown[] =>
  lint(text).flatMap((found) => (found.code === code ? [found.args] : []));

function fixed(text: string): string {
  const fixes = lintMarkdown(toSource(text), readNote(text), today).map(({ fix }) => fix);
  return applyEdits(
    text,
    fixes.filter((fix): fix is Edit => fix !== null),
  );
}

describe('a done date and the plugin', () => {
  it.each([
    ['- [x] a ✅ 2026-01-02', []],
    ['- [x] a ✅2026-01-02', []],
    ['- [x] a ✅\uFE0F  2026-01-02  ', []],
    ['- [x] a ✅ 2026-01-02 📅 2026-01-01 ⏫ 🔁 every day #t #u/v 🆔 x ⛔ y,z ^b', []],
    ['- [x] a [completion:: 2026-01-02] and so on', []],
    ['- [x] a ✅ 2026-01-02 b', ['text']],
    ['- [x] a ✅ 2026-01-02.', ['text']],
    ['- [x] a ✅ 2026-01-02 #t b', ['text']],
    ['- [x] a ✅ 2026-01-02 [level:: middle]', ['text']],
    ['- [x] a ✅ 2026-01-02T10:00', ['text']],
    ['- [x] a ✅\u00a02026-01-02', ['blank']],
    ['- [x] a ✅\t2026-01-02', ['blank']],
    ['- [x] a ✅ \u202f 2026-01-02', ['blank']],
    ['- [x] a ✅\u200b2026-01-02', ['blank']],
    ['- [/] a ✅\u00a02026-01-02', []],
    ['- a ✅ 2026-01-02 b', []],
    ['> 1. [X] a ✅\u00a02026-01-02 b', ['blank']],
  ])('%j', (line, reasons) => {
    const found = argsOf(`- [ ] Чайник 🆔 y\n- [ ] Вода 🆔 z\n${line}`, 'unseen-done-date') as { reason: string }[];
    expect(found.map(({ reason }) => reason)).toEqual(reasons);
  });
});

describe('dates', () => {
  it.each([
    ['- [x] a 📅 2026-02-30 ✅ 2026-01-01', 'invalid-date', [{ date: '2026-02-30', field: '📅' }]],
    ['- [x] a 🗓\uFE0F 2026-02-30 ✅ 2026-01-01', 'invalid-date', [{ date: '2026-02-30', field: '🗓' }]],
    ['- [ ] a [due:: 2026-02-30]', 'invalid-date', [{ date: '2026-02-30', field: 'due' }]],
    ['- [ ] a [due:: 2026-02-03T10:00]', 'invalid-date', []],
    ['- [x] a ✅ 2026-02-30', 'invalid-date', [{ date: '2026-02-30' }]],
    ['- [x] a ✅ 03.02.2026', 'invalid-date', [{ date: '03.02.2026' }]],
    ['- [x] a ✅ 2026/02/03', 'invalid-date', [{ date: '2026/02/03' }]],
    ['- [-] a ❌ 2026/02/03', 'invalid-date', [{ date: '2026/02/03', field: '❌' }]],
    [
      '- [ ] a 📅 03.02.2026 ⏳\uFE0F 2026-2-3',
      'invalid-date',
      [
        { date: '03.02.2026', field: '📅' },
        { date: '2026-2-3', field: '⏳' },
      ],
    ],
    ['- [ ] a [due:: 2026/02/03]', 'invalid-date', [{ date: '2026/02/03', field: 'due' }]],
    ['- [x] a [completion:: 2026/02/03]', 'invalid-date', [{ date: '2026/02/03' }]],
    ['- [ ] a 📅 1.31 is out', 'invalid-date', []],
    ['- [-] a ❌ 2027-01-01', 'future-date', [{ date: '2027-01-01', today: '2026-11-20' }]],
    ['- [x] a ✅ 2026-11-21', 'future-date', [{ date: '2026-11-21', today: '2026-11-20' }]],
    ['- [ ] a 📅 2027-01-01', 'future-date', []],
    ['- [x] a ✅ 2026-01-01', 'no-done-date', []],
    ['- [x] a ✅ 2026-02-30', 'no-done-date', []],
    ['- [-] a ✅ 2026-01-01', 'open-with-done-date', [{ date: '2026-01-01' }]],
    ['- [ ] a [completion:: 2026-01-01]', 'open-with-done-date', [{ date: '2026-01-01' }]],
  ])('%j: %s', (line, code, args) => expect(argsOf(line, code)).toEqual(args));

  it('in a progress file are looked at without a reader', () => {
    const text = note('# T', '- [x] a ✅ 2026-02-30', '- [x] b ✅ 2027-01-01', '- [X] c 🆔 я', '- [x] d ✅ 2026-01-01');
    const found = lintProgress(toSource(text), 0, today).map(({ diagnostic: { code, line } }) => `${line} ${code}`);
    expect(found).toEqual(['2 invalid-date', '3 future-date', '4 uppercase-x', '4 bad-id']);
  });
});

describe('what is not counted', () => {
  const boxes = (...lines: string[]): string => note('- [ ] counted', '', ...lines);
  it.each([
    ['a bare fence of boxes', boxes('```', '- [ ] a', '- [x] b', '```'), [{ count: 2, where: 'fence' }]],
    ['a fence that is never closed', boxes('~~~~', '- [ ] a', '~~~', '- [x] b'), [{ count: 2, where: 'fence' }]],
    ['two fences', boxes('```', '- [ ] a', '- [ ] b', '```', '', '```', '- [ ] c', '- [ ] d', '```'), [2, 2]],
    ['one box in a fence', boxes('```', '- [ ] a', '```'), []],
    ['a fence of mostly something else', boxes('```', '- [ ] a', '- [ ] b', 'c', 'd', 'e', '```'), []],
    ['a fence with a language', boxes('```md', '- [ ] a', '- [ ] b', '```'), []],
    ['indented code', boxes('text', '', '    - [ ] a', '    - [x] b'), [{ count: 2, where: 'indent' }]],
    ['a comment', boxes('<!--', '- [ ] a', '    - [ ] b', '-->'), []],
    [
      'a comment on one line, then code',
      boxes('text', '', '<!-- x -->', '', '    - [ ] a'),
      [{ count: 1, where: 'indent' }],
    ],
    ['an Obsidian comment', boxes('%%', '- [ ] a', '    - [ ] b', '%%'), []],
  ])('%s', (_, text, args) => {
    const found = argsOf(text, 'boxes-in-code') as { count: number }[];
    expect(found).toEqual(typeof args[0] === 'number' ? args.map((count) => ({ count, where: 'fence' })) : args);
  });

  it.each([
    ['a section beside one with boxes', note('## A', '- [ ] a', '## B', '- b', '- c'), 1],
    ['where no section has a box', note('## A', '- a', '## B', '- b', '- c'), 0],
    ['a deeper section', note('## A', '- [ ] a', '### B', '- b', '- c'), 0],
    ['links alone', note('## A', '- [ ] a', '## B', '- [b](https://b.example)', '- <https://c.example>'), 0],
    ['a section with boxes below it', note('## A', '- [ ] a', '## B', '- b', '- c', '### C', '- [ ] d'), 0],
    ['a section that counts on in the series', note('## 1. A', '- [ ] a', '## 2. B', '- b', '- c'), 0],
    ['reading', note('## A', '- [ ] a', '## Resources', '- b', '- c'), 0],
  ])('%s', (_, text, count) => {
    expect(codesOf(text).filter((code) => code === 'section-not-counted')).toHaveLength(count);
  });

  it.each([
    ['a status column beside boxes', ['| Herb | Done |', '|---|---|', '| Mint | yes |', '| Sage | |'], 1],
    ['a column of boxes', ['| Herb | ? |', '|---|---|', '| Mint | [ ] |', '| Sage | ☑ |'], 1],
    ['one row', ['| Herb | Done |', '|---|---|', '| Mint | yes |'], 0],
    ['words', ['| Herb | Colour |', '|---|---|', '| Mint | green |', '| Sage | grey |'], 0],
    ['an empty column', ['| Herb | ? |', '|---|---|', '| Mint | |', '| Sage | |'], 0],
  ])('a table with %s', (_, rows, count) => {
    expect(codesOf(boxes(...rows)).filter((code) => code === 'table-not-counted')).toHaveLength(count);
  });
});

describe('needs', () => {
  it.each([
    ['itself', note('- [ ] a 🆔 a ⛔ a'), [['a']]],
    ['each other', note('- [ ] a 🆔 a ⛔ b', '- [ ] b 🆔 b ⛔ a'), [['a', 'b']]],
    ['a circle that others lead to', note('- [ ] c 🆔 c ⛔ a', '- [ ] b 🆔 b ⛔ a', '- [ ] a 🆔 a ⛔ b'), [['b', 'a']]],
    ['two circles', note('- [ ] a 🆔 a ⛔ a', '- [ ] b 🆔 b ⛔ c', '- [ ] c 🆔 c ⛔ b'), [['a'], ['b', 'c']]],
    ['a diamond', note('- [ ] a 🆔 a', '- [ ] b 🆔 b ⛔ a', '- [ ] c 🆔 c ⛔ a', '- [ ] d ⛔ b,c'), []],
  ])('%s', (_, text, circles) => {
    expect(argsOf(text, 'needs-circle')).toEqual(circles.map((ids) => ({ ids })));
  });

  it('a chain of any length is followed', () => {
    const length = 20_000;
    const chain = Array.from({ length }, (_, i) => `- [ ] t 🆔 n${i} ⛔ n${(i + 1) % length}`).join('\n');
    expect(argsOf(chain, 'needs-circle')).toHaveLength(1);
  });

  it('a guessed level accuses nobody', () => {
    const text = note('## Troubleshooting', '- [ ] a 🆔 a', '## Installation', '- [ ] b ⛔ a');
    expect(codesOf(text)).toContain('inferred-levels');
    expect(codesOf(text)).not.toContain('harder-prerequisite');
  });
});

describe('any note', () => {
  const sloppy = documents.map((text) =>
    text
      .replace(/\[x\]/g, (box, at: number) => (at % 3 === 0 ? box : '[X]'))
      .replace(/✅ (?=2)/g, (field, at: number) => (at % 3 === 0 ? field : '✅\u00a0')),
  );

  it('is linted without failing, and every place that lint gives lies in it', () => {
    fc.assert(
      fc.property(sloppy, (text) => {
        const source = toSource(text);
        const roadmap = readNote(text);
        for (const { diagnostic } of lintMarkdown(source, roadmap, today)) {
          const { line, column, span } = diagnostic;
          expect(line).toBeLessThanOrEqual(source.lineStarts.length);
          // The places of what reading found are tested with the reader.
          if (span === null || roadmap.diagnostics.includes(diagnostic)) continue;
          expect(span.start - (source.lineStarts[line - 1] as number) + 1).toBe(column);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(source.lineStarts[line] ?? text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its topics, states and days when it is mended; only unseen days appear', () => {
    // Without days, and without the sign and the tags that a day which is not seen leaves in a title.
    const bare = (roadmap: Roadmap): string[] =>
      shapeOf(roadmap).map((one) => one.replace(/\s*(?:✅?\s*\d{4}-\d{2}-\d{2}|#\S+)/g, '').trimEnd());
    const days = (roadmap: Roadmap): (string | null)[] => [...topicsOf(roadmap.children)].map((one) => one.completedOn);
    let mended = 0;
    fc.assert(
      fc.property(sloppy, (text) => {
        const after = fixed(text);
        const [old, now] = [readNote(text), readNote(after)];
        expect(bare(now)).toEqual(bare(old));
        days(old).forEach((one, index) => {
          if (one !== null) expect(days(now)[index]).toBe(one);
        });
        if (after !== text) mended++;
        expect(fixed(after)).toBe(after);
      }),
      { numRuns: 300 },
    );
    expect(mended).toBeGreaterThan(15);
  });

  it.each([
    ['- [X] a ✅\u00a02026-01-02', '- [x] a ✅\u00a02026-01-02'],
    ['- [x] to do ✅\u00a02026-01-02 #t ^b  ', '- [x] to do ✅ 2026-01-02 #t ^b  '],
    ['- [x] чай ✅\t\u00a0 2026-01-02', '- [x] чай ✅ 2026-01-02'],
    ['- [x] ✅\u00a02026-01-02 4.2 tea', '- [x] ✅\u00a02026-01-02 4.2 tea'],
    ['- [x] 4.2 ✅\u00a02026-01-02', '- [x] 4.2 ✅\u00a02026-01-02'],
    ['- [x] tea ✅\u00a02026-01-02 ✅ 2026-01-01', '- [x] tea ✅\u00a02026-01-02 ✅ 2026-01-01'],
    [
      '- [x] tea [completion:: 2026-01-01] ✅\u00a02026-01-02',
      '- [x] tea [completion:: 2026-01-01] ✅\u00a02026-01-02',
    ],
    ['- [ ] tea ✅\u00a02026-01-02', '- [ ] tea ✅\u00a02026-01-02'],
    ['- [x] tea ✅ 2026-01-02 and milk', '- [x] tea ✅ 2026-01-02 and milk'],
    ['- X ✅\u00a02026-01-02', '- X ✅\u00a02026-01-02'],
    // Equal lines are topics of their own, before and after.
    ['- [ ] a\n- [X] a ✅ 2026-01-02\n- [X] b', '- [ ] a\n- [x] a ✅ 2026-01-02\n- [x] b'],
    ['- [x] tea ✅\u00a02026-01-02\n- [ ] tea', '- [x] tea ✅ 2026-01-02\n- [ ] tea'],
    ['- [ ] a\n- [ ] a\n- [x] a', '- [ ] a\n- [ ] a\n- [x] a'],
  ])('%j is mended to %j', (before, after) => expect(fixed(before)).toBe(after));

  it('is linted in time that grows with its length', () => {
    const text = note('## A', ...Array.from({ length: 20_000 }, (_, i) => `- [X] t ✅\u00a02026-01-01 #tag ${i}`));
    const begun = process.cpuUsage();
    expect(lintMarkdown(toSource(text), readNote(text), day('2026-11-20')).length).toBeGreaterThan(20_000);
    expect(process.cpuUsage(begun).user).toBeLessThan(5_000_000);
  });

  it.each([
    ['backticks', `- [ ] ${'`'.repeat(200_000)} 🆔 я`],
    ['half links', `- [ ] a\n\n${']('.repeat(200_000)}`],
    ['dates', `- [x] ${'✅ 2026-01-01 x '.repeat(20_000)}`],
    ['needs that lead nowhere', Array.from({ length: 3_000 }, (_, i) => `- [ ] t 🆔 a${i} ⛔ b${i}`).join('\n')],
    [
      'needs of all before',
      Array.from(
        { length: 400 },
        (_, i) => `- [ ] t 🆔 a${i} ⛔ ${Array.from({ length: 400 }, (_, j) => `a${j}`).join()}`,
      ).join('\n'),
    ],
    ['fences', '```\n- [ ] a\n'.repeat(20_000)],
  ])('is linted in bounded time with %s', (_, text) => {
    const roadmap = readNote(text);
    const begun = process.cpuUsage();
    lintMarkdown(toSource(text), roadmap, today);
    expect(process.cpuUsage(begun).user).toBeLessThan(3_000_000);
  });
});

describe('near boxes (L2)', () => {
  it.each([
    '[ ] bare',
    '-[ ] tight',
    'a) [ ] lettered',
    '-\u00a0[ ] behind a no-break space',
    '| a | b |\n|---|---|\n| [ ] in a cell | c |',
  ])('%j is named beside real boxes', (near) => {
    const text = ['# T', '- [ ] real', '', ...near.split('\n')].join('\n');
    const named = codesOf(text).filter((code) => code === 'box-not-counted');
    expect(named).toHaveLength(1);
  });

  it.each([
    '[x]: https://example.org',
    '- [](a.md)',
    '- [x](a.md)',
    'see [ ] there',
    '[ ](a.md)',
    '-[a] b',
    '[[Page]]',
  ])('%j is none', (text) => {
    expect(codesOf(['# T', '- [ ] real', '', text].join('\n'))).not.toContain('box-not-counted');
  });

  it('what is counted is not named', () => {
    expect(codesOf(['# T', '', '[ ] one', '[x] two'].join('\n'))).not.toContain('box-not-counted');
    const sloppy = ['- [] empty', '- [ x ] padded', '- [  ] wide', '• [ ] behind a dot'];
    expect(codesOf(['# T', '- [ ] real', ...sloppy].join('\n'))).not.toContain('box-not-counted');
  });

  it('look-alikes are named whether they count or not', () => {
    for (const other of ['[ ]', '[x]'])
      expect(codesOf(['# T', '- [v] one', `- ${other} two`].join('\n'))).toContain('look-alike-mark');
  });
});
