// Tests of lines that look like two versions of the same: they are named and joined on command, and equal lines are topics (FORMATS P4).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedLines } from '../../../src/formats/markdown/counted-lines.ts';
import { statusEdits } from '../../../src/formats/markdown/edit.ts';
import { joinRuns, versionRuns } from '../../../src/formats/markdown/version-runs.ts';
import type { Status } from '../../../src/model/roadmap.ts';
import { topicsOf } from '../../../src/model/tree.ts';
import { applyEdits, invertEdits } from '../../../src/text/edit.ts';
import { toSource } from '../../../src/text/source.ts';
import { note, readNote } from '../../support/notes.ts';
import { day } from '../../support/roadmaps.ts';

function runsOf(text: string) {
  const source = toSource(text);
  const lines = [...countedLines(source).lines];
  return { runs: versionRuns(source, lines), source, lines };
}

function joined(text: string): string {
  const { runs, source, lines } = runsOf(text);
  return applyEdits(text, joinRuns(source, lines, runs));
}

/** The text after topics, by their addresses, were given a state. */
function ticked(text: string, to: Status, ...addresses: readonly string[]): string {
  const whole = readNote(text);
  const changes = [...topicsOf(whole.children)]
    .filter(({ address }) => addresses.includes(address))
    .map(({ line }) => ({ line, to, day: day('2026-11-20') }));
  expect(changes).toHaveLength(addresses.length);
  const edits = statusEdits(toSource(text), changes, whole.boxGroups);
  const after = applyEdits(text, edits);
  expect(applyEdits(after, invertEdits(text, edits))).toBe(text);
  return after;
}

describe('two versions of the same lines', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['one line', ['- [x] A ✅ 2026-11-02', '- [ ] A'], ['- [x] A ✅ 2026-11-02']],
    ['the earliest day', ['- [x] A ✅ 2026-11-02', '- [x] A ✅ 2026-11-01'], ['- [x] A ✅ 2026-11-01']],
    ['done before skipped', ['- [-] A ❌ 2026-11-01', '- [x] A'], ['- [x] A']],
    ['skipped before in progress', ['- [/] A', '- [-] A ❌ 2026-11-01'], ['- [-] A ❌ 2026-11-01']],
    ['the earlier of two skipped', ['- [-] A ❌ 2026-11-02', '- [-] A ❌ 2026-11-01'], ['- [-] A ❌ 2026-11-01']],
    ['in progress before open', ['- [ ] A', '- [/] A'], ['- [/] A']],
    ['two lines', ['- [x] A ✅ 2026-11-02', '- [ ] B', '- [ ] A', '- [x] B'], ['- [x] A ✅ 2026-11-02', '- [x] B']],
    [
      'with equal lines between',
      ['- [x] A', '- [ ] B', '', '## C', '- [x] D', '- [ ] A', '- [ ] B', '', '## C', '- [ ] D'],
      ['- [x] A', '- [ ] B', '', '## C', '- [x] D'],
    ],
    ['nested', ['- [ ] P', '  - [x] c', '- [/] P', '  - [ ] c'], ['- [/] P', '  - [x] c']],
    ['before a block id', ['- [x] A ✅ 2026-11-02 ^a', '- [ ] A ^a'], ['- [x] A ✅ 2026-11-02 ^a']],
    [
      'Dataview',
      ['- [x] A [due:: 2026-12-01]  [completion:: 2026-11-01]', '- [ ] A [due:: 2026-12-01]'],
      ['- [x] A [due:: 2026-12-01]  [completion:: 2026-11-01]'],
    ],
  ])('%s: they are found, counted each, and joined on command', (_, lines, wanted) => {
    const before = note('- [ ] Z', ...lines, '- [ ] Y', '');
    const boxes = (of: readonly string[]) => of.filter((line) => /\[.\]/.test(line)).length;
    expect([...topicsOf(readNote(before).children)]).toHaveLength(boxes(lines) + 2);
    expect(joined(before)).toBe(note('- [ ] Z', ...wanted, '- [ ] Y', ''));
    expect(joined(before.replaceAll('\n', '\r\n')), 'line ends are kept').toBe(
      note('- [ ] Z', ...wanted, '- [ ] Y', '').replaceAll('\n', '\r\n'),
    );
    expect(joined(note(...lines)), 'at the end of a text').toBe(note(...wanted));
  });

  it.each<[string, readonly string[]]>([
    ['equal lines', ['- [ ] A', '- [ ] A']],
    ['equal lines that are done', ['- [x] A ✅ 2026-11-01', '- [x] A ✅ 2026-11-01']],
    ['a list of habits', ['- [x] A ✅ 2026-11-01', '- [ ] A', '- [ ] A']],
    ['the same title apart', ['- [x] A', '- [ ] B', '- [ ] A']],
    ['a task that repeats', ['- [x] A 🔁 every day ✅ 2026-11-01', '- [ ] A 🔁 every day']],
    ['lines with other ids', ['- [x] A 🆔 a', '- [ ] A 🆔 b']],
    ['lines in code', ['```', '- [x] A', '- [ ] A', '```']],
    ['lines that differ in their words', ['- [x] A', '- [ ] a']],
  ])('%s are none', (_, lines) => {
    expect(runsOf(note(...lines, '')).runs).toEqual([]);
  });

  it('are looked for in linear time: each line costs a bounded number of steps', () => {
    const steps = (count: number): number => {
      let read = 0;
      const text = Array.from({ length: count }, (_, i) => `- [${i % 2 ? 'x' : ' '}] A ${i % 7}`).join('\n');
      const source = toSource(text);
      const lineStarts = new Proxy(source.lineStarts, {
        get: (target, key) => {
          read++;
          return Reflect.get(target, key);
        },
      });
      versionRuns({ text, lineStarts }, [...countedLines(source).lines]);
      return read;
    };
    expect(steps(4_000)).toBeLessThan(4.4 * steps(1_000) + 1_000);
  });
});

describe('equal lines are topics of their own (FORMATS P4)', () => {
  it.each<[string, readonly string[]]>([
    ['two', ['- [ ] A', '- [ ] A']],
    ['three', ['- [ ] A', '- [ ] A', '- [ ] A']],
    ['two runs', ['- [ ] A', '- [ ] B', '- [ ] A', '- [ ] B']],
    ['done ones', ['- [x] A ✅ 2026-11-01', '- [x] A ✅ 2026-11-01']],
    ['done and open ones', ['- [x] A ✅ 2026-11-01', '- [ ] A']],
    ['Dataview', ['- [ ] A [due:: 2026-12-01]', '- [ ] A [due:: 2026-12-01]']],
    ['with other fields', ['- [ ] A #t 📅 2026-12-01', '- [ ] A #t 📅 2026-12-01']],
    ['bullets of a series', ['## 1. X', '- [ ] A', '## 2. Y', '• B', '• B']],
  ])('%s: whatever is ticked and in whatever order, and no id is written', (_, lines) => {
    const start = note(...lines, '');
    const addresses = [...topicsOf(readNote(start).children)].map(({ address }) => address);
    for (const order of [addresses, [...addresses].reverse()]) {
      let text = start;
      for (const to of ['done', 'todo', 'skipped', 'doing', 'done'] as const)
        for (const [index, address] of order.entries()) {
          text = ticked(text, to, address);
          const now = [...topicsOf(readNote(text).children)];
          expect(now.map((one) => one.address)).toEqual(addresses);
          expect(order.slice(0, index + 1).map((of) => now.find((one) => one.address === of)?.status)).toEqual(
            order.slice(0, index + 1).map(() => to),
          );
          expect(text).not.toContain('🆔');
        }
    }
  });

  it('as many as there are lines, in any note', () => {
    const line = fc
      .tuple(fc.constantFrom(' ', 'x', '/', '-'), fc.constantFrom('A', 'B'), fc.constantFrom('', ' ✅ 2026-11-01'))
      .map(([box, title, date]) => `- [${box}] ${title}${date}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        expect([...topicsOf(readNote(note(...lines)).children)]).toHaveLength(lines.length);
      }),
    );
  });
});
