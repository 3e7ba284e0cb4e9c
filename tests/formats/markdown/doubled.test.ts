// Tests of doubled runs and conflicts: which lines are two versions of one, which are two topics, and what a tick writes (FORMATS U1–U3).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubledIn, joinings } from '../../../src/formats/markdown/join.ts';
import { mergedLines } from '../../../src/formats/markdown/merged.ts';
import { recordInline } from '../../../src/formats/markdown/record.ts';
import type { Status } from '../../../src/model/roadmap.ts';
import { topicsOf } from '../../../src/model/roadmap.ts';
import { applyEdits, invertEdits } from '../../../src/text/edit.ts';
import { toSource } from '../../../src/text/source.ts';
import { note, readNote, shapeOf } from '../../support/notes.ts';
import { day } from '../../support/roadmaps.ts';

const joined = (text: string): string => {
  const source = toSource(text);
  return applyEdits(
    text,
    joinings(source, mergedLines(source)).map(({ edit }) => edit),
  );
};

/** The text after topics, by their addresses, were given a state. */
function ticked(text: string, to: Status, ...addresses: readonly string[]): string {
  const whole = readNote(text);
  const changes = [...topicsOf(whole.children)]
    .filter(({ address }) => addresses.includes(address))
    .map(({ id, line }) => ({ id, line, to, day: day('2026-11-20') }));
  expect(changes).toHaveLength(addresses.length);
  const source = toSource(text);
  const { edits } = recordInline(source, 0, whole.boxGroups, changes);
  const after = applyEdits(text, edits);
  expect(applyEdits(after, invertEdits(text, edits))).toBe(text);
  return after;
}

describe('two versions of a run (FORMATS U1)', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['one line', ['- [x] A ✅ 2026-11-02', '- [ ] A'], ['- [x] A ✅ 2026-11-02']],
    ['the earliest day', ['- [x] A ✅ 2026-11-02', '- [x] A ✅ 2026-11-01'], ['- [x] A ✅ 2026-11-01']],
    ['done before skipped', ['- [-] A ❌ 2026-11-01', '- [x] A'], ['- [x] A']],
    ['skipped before in progress', ['- [/] A', '- [-] A ❌ 2026-11-01'], ['- [-] A ❌ 2026-11-01']],
    ['the earlier of two skipped', ['- [-] A ❌ 2026-11-02', '- [-] A ❌ 2026-11-01'], ['- [-] A ❌ 2026-11-01']],
    ['in progress before open', ['- [ ] A', '- [/] A'], ['- [/] A']],
    ['two lines', ['- [x] A ✅ 2026-11-02', '- [ ] B', '- [ ] A', '- [x] B'], ['- [x] A ✅ 2026-11-02', '- [x] B']],
    [
      'three equal lines between',
      ['- [x] A', '- [ ] B', '', '## C', '- [x] D', '- [ ] A', '- [ ] B', '', '## C', '- [ ] D'],
      ['- [x] A', '- [ ] B', '', '## C', '- [x] D'],
    ],
    ['nested', ['- [ ] P', '  - [x] c', '- [/] P', '  - [ ] c'], ['- [/] P', '  - [x] c']],
    ['three versions', ['- [ ] A', '- [x] A ✅ 2026-11-02', '- [x] A ✅ 2026-11-01'], ['- [x] A ✅ 2026-11-01']],
    ['before a block id', ['- [x] A ✅ 2026-11-02 ^a', '- [ ] A ^a'], ['- [x] A ✅ 2026-11-02 ^a']],
    [
      'Dataview',
      ['- [x] A [due:: 2026-12-01]  [completion:: 2026-11-01]', '- [ ] A [due:: 2026-12-01]'],
      ['- [x] A [due:: 2026-12-01]  [completion:: 2026-11-01]'],
    ],
    ['ids', ['- [x] A 🆔 a ✅ 2026-11-01', '- [ ] A 🆔 a'], ['- [x] A 🆔 a ✅ 2026-11-01']],
    ['a colon twice', ['- [x] A::B ✅ 2026-11-01', '- [ ] A::B'], ['- [x] A::B ✅ 2026-11-01']],
  ])('%s', (_, lines, wanted) => {
    for (const eol of ['\n', '\r\n', '\r'])
      for (const end of [eol, '']) {
        const text = ['# T', '', ...lines].join(eol) + end;
        expect(joined(text)).toBe(['# T', '', ...wanted].join(eol) + end);
        expect(shapeOf(readNote(text))).toEqual(shapeOf(readNote(joined(text))));
      }
  });

  it.each<[string, readonly string[]]>([
    ['equal lines', ['- [ ] A', '- [ ] A']],
    ['equal lines that are done', ['- [x] A ✅ 2026-11-01', '- [x] A ✅ 2026-11-01']],
    ['another word', ['- [x] A ✅ 2026-11-01', '- [ ] B']],
    ['another margin', ['- [x] A ✅ 2026-11-01', '  - [ ] A']],
    ['another marker', ['- [x] A ✅ 2026-11-01', '* [ ] A']],
    ['another tag', ['- [x] A #one ✅ 2026-11-01', '- [ ] A #two']],
    ['another due date', ['- [x] A 📅 2026-12-01 ✅ 2026-11-01', '- [ ] A 📅 2026-12-02']],
    ['a task that repeats', ['- [x] A 🔁 every day ✅ 2026-11-01', '- [ ] A 🔁 every day']],
    ['another id', ['- [x] A 🆔 a ✅ 2026-11-01', '- [ ] A']],
    ['a blank line between', ['- [x] A', '', '- [ ] A']],
    ['a heading between', ['- [x] A', '## B', '- [ ] A']],
    ['unequal numbers', ['- [x] A', '- [ ] B', '- [ ] A']],
    ['the last pair is equal', ['- [x] A', '- [ ] B', '- [ ] A', '- [ ] B']],
    [
      'four equal lines between',
      [
        '- [x] A',
        '- [ ] B',
        '- [ ] C',
        '- [ ] D',
        '- [ ] E',
        '- [x] F',
        '- [ ] A',
        '- [ ] B',
        '- [ ] C',
        '- [ ] D',
        '- [ ] E',
        '- [ ] F',
      ],
    ],
  ])('not with %s', (_, lines) => {
    expect(doubledIn(toSource(note(...lines)), 0)).toEqual([]);
    expect([...topicsOf(readNote(note(...lines)).children)]).toHaveLength(
      lines.filter((line) => /\[.\]/.test(line)).length,
    );
  });

  it('within a larger one is joined with it', () => {
    const lines = [
      '- [x] A',
      '- [ ] B',
      '- [x] B ✅ 2026-11-02',
      '- [ ] C',
      '- [ ] A',
      '- [ ] B',
      '- [/] B',
      '- [x] C',
    ];
    const text = note(...lines);
    expect(shapeOf(readNote(joined(text)))).toEqual(shapeOf(readNote(text)));
    expect(joined(text)).toBe(note('- [x] A', '- [x] B ✅ 2026-11-02', '- [x] C'));
  });

  it.each<[string, (index: number) => string, readonly string[], (index: number) => string]>([
    ['that stand twice', (i) => `- [x] T${i}`, [], (i) => `- [ ] T${i}`],
    ['with a line between', (i) => `- [x] T${i}`, ['- [ ] more'], (i) => `- [ ] T${i}`],
    ['of which few differ', (i) => `- [${i % 10 ? ' ' : 'x'}] T${i}`, [], (i) => `- [ ] T${i}`],
    ['with two titles', (i) => `- [${'x /-'[(i * 7) % 4]}] T${i % 2}`, [], (i) => `- [ ] T${i % 2}`],
  ])('are looked for in bounded time among long lists %s', (_, first, between, second) => {
    const list = (line: (index: number) => string) => Array.from({ length: 20_000 }, (_, index) => line(index));
    const source = toSource(note(...list(first), ...between, ...list(second)));
    const begun = process.cpuUsage();
    mergedLines(source);
    expect(process.cpuUsage(begun).user).toBeLessThan(3_000_000);
  });

  it('is one finding a run, at its second version', () => {
    const text = note('- [x] A', '- [ ] B', '- [ ] A', '- [x] B', '', '- [/] C', '- [ ] C');
    expect(readNote(text).diagnostics.filter(({ code }) => code === 'merged-twice')).toMatchObject([
      { line: 3, severity: 'warning', args: { first: 1, count: 2 } },
      { line: 7, args: { first: 6, count: 1 } },
    ]);
  });

  it('is joined by the next write, wherever that is', () => {
    const text = note('- [x] A ✅ 2026-11-02', '- [ ] B', '- [ ] A', '- [x] B ✅ 2026-11-01', '- [ ] C', '');
    const tidy = ['- [x] A ✅ 2026-11-02', '- [x] B ✅ 2026-11-01'];
    expect(ticked(text, 'done', '3')).toBe(note(...tidy, '- [x] C ✅ 2026-11-20', ''));
    expect(ticked(text, 'todo', '1', '2')).toBe(note('- [ ] A', '- [ ] B', '- [ ] C', ''));
  });
});

it('joins any lines without changing what is read but equal lines that come to stand together', () => {
  const lines = fc.array(
    fc.tuple(
      fc.constantFrom('A', 'B', 'C', '', '## S'),
      fc.constantFrom('[ ]', '[x]', '[/]', '[-]'),
      fc.constantFrom('', ' ✅ 2026-11-01', ' ✅ 2026-11-02'),
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(lines, (items) => {
      const text = items
        .map(([title, box, date]) => (/^[A-C]$/.test(title) ? `- ${box} ${title}${box === '[x]' ? date : ''}` : title))
        .join('\n');
      const after = joined(text);
      const gone = mergedLines(toSource(text)).again.size;
      expect(toSource(after).lineStarts.length).toBe(toSource(text).lineStarts.length - gone);
      if (doubledIn(toSource(after), 0).length === 0) expect(shapeOf(readNote(after))).toEqual(shapeOf(readNote(text)));
    }),
    { numRuns: 2000 },
  );
});

describe('equal lines of the author’s own (FORMATS U2)', () => {
  it.each<[string, readonly string[]]>([
    ['two', ['- [ ] A', '- [ ] A']],
    ['three', ['- [ ] A', '- [ ] A', '- [ ] A']],
    ['two runs', ['- [ ] A', '- [ ] B', '- [ ] A', '- [ ] B']],
    ['done ones', ['- [x] A ✅ 2026-11-01', '- [x] A ✅ 2026-11-01']],
    ['Dataview', ['- [ ] A [due:: 2026-12-01]', '- [ ] A [due:: 2026-12-01]']],
    ['with other fields', ['- [ ] A #t 📅 2026-12-01', '- [ ] A #t 📅 2026-12-01']],
    ['bullets of a series', ['## 1. X', '- [ ] A', '## 2. Y', '• B', '• B']],
  ])('%s stay topics of their own, whatever is ticked and in whatever order', (_, lines) => {
    const start = note(...lines, '');
    const addresses = [...topicsOf(readNote(start).children)].map(({ address }) => address);
    for (const order of [addresses, [...addresses].reverse()]) {
      let text = start;
      for (const to of ['done', 'todo', 'skipped', 'doing', 'done'] as const)
        for (const [index, address] of order.entries()) {
          text = ticked(text, to, address);
          const now = [...topicsOf(readNote(text).children)];
          expect(now.map((one) => one.address)).toEqual(addresses);
          expect(now.find((one) => one.address === address)?.status).toBe(to);
          expect(doubledIn(toSource(text), 0)).toEqual([]);
          expect(order.slice(0, index).every((one) => now.find(({ address: of }) => of === one)?.status === to)).toBe(
            true,
          );
        }
    }
  });

  it('get an id with the tick, before its day, and only where it is needed', () => {
    expect(ticked(note('- [ ] A', '- [ ] A'), 'done', '1')).toMatch(
      /^- \[x\] A 🆔 [a-z0-9]{6} ✅ 2026-11-20\n- \[ \] A$/,
    );
    expect(ticked(note('- [ ] A', '- [ ] A'), 'done', '1', '2')).not.toContain('🆔');
    expect(ticked(note('- [ ] A', '', '- [ ] A'), 'done', '1')).not.toContain('🆔');
  });
});

describe('a conflict (FORMATS U3)', () => {
  const conflict = (...lines: readonly string[]) => readNote(note('# T', '', ...lines, ''));
  const marks = (of: ReturnType<typeof readNote>) => of.diagnostics.filter(({ code }) => code === 'conflict-markers');

  it('is read on both sides, a line that both have once, and not what diff3 shows of the base', () => {
    const read = conflict(
      ...[
        '- [ ] Z',
        '<<<<<<< HEAD',
        '- [x] A ✅ 2026-11-02',
        '- [ ] B',
        '||||||| 1a2b',
        '- [ ] A',
        '- [ ] Old',
        '- [ ] B',
      ],
      ...['=======', '- [x] A ✅ 2026-11-01', '- [ ] N', '- [x] B ✅ 2026-11-03', '>>>>>>> other', '- [ ] Y'],
    );
    expect(shapeOf(read)).toEqual(['1 [ ] Z', '2 [x] A 2026-11-01', '3 [x] B 2026-11-03', '4 [ ] N', '5 [ ] Y']);
    expect(marks(read)).toMatchObject([{ line: 4, severity: 'error', args: { last: 15 } }]);
  });

  it('whose heading both sides have makes one section, and no heading of its middle mark', () => {
    const read = conflict('<<<<<<< HEAD', '## S', '- [x] A', 'words', '=======', '## S', '- [ ] A', '>>>>>>> other');
    expect(shapeOf(read)).toEqual(['1 S', '  1.1 [x] A']);
  });

  it.each<[string, readonly string[]]>([
    ['an underline', ['Tea', '=======', '- [ ] A']],
    ['a first mark alone', ['<<<<<<< HEAD', '- [ ] A']],
    ['marks in another order', ['>>>>>>> a', '=======', '<<<<<<< b', '- [ ] A']],
    ['marks that are indented', [' <<<<<<< a', ' =======', ' >>>>>>> b', '- [ ] A']],
    ['longer marks', ['<<<<<<<< a', '========', '>>>>>>>> b', '- [ ] A']],
    ['an example in code', ['```', '<<<<<<< a', '=======', '>>>>>>> b', '```', '- [ ] A']],
  ])('is not %s', (_, lines) => {
    expect(marks(conflict(...lines))).toEqual([]);
  });
});
