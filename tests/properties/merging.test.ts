// Properties of merging: two histories of one file, put together by git's union, lose no tick and read the same in both orders.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { frontMatterSpan } from '../../src/formats/frontmatter.ts';
import { joinings } from '../../src/formats/markdown/join.ts';
import { mergedLines } from '../../src/formats/markdown/merged.ts';
import { recordInline } from '../../src/formats/markdown/record.ts';
import { emptyProgress, recordChanges, topicsById } from '../../src/formats/progress/edit.ts';
import { readProgress } from '../../src/formats/progress/read.ts';
import { tidied } from '../../src/formats/progress/tidy.ts';
import { type Overlaid, overlay, type Said, speakerOf } from '../../src/model/overlay.ts';
import { type Roadmap, type Status, type Topic, topicsOf } from '../../src/model/roadmap.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { toSource } from '../../src/text/source.ts';
import { documents } from '../support/documents.ts';
import { hasGit, noGit, unions, type Versions } from '../support/git.ts';
import { readNote, shapeOf } from '../support/notes.ts';
import { project, roadmap, section, topic } from '../support/roadmaps.ts';

const pairs = 1000;
const seed = Number(process.env.FAST_CHECK_SEED ?? 20261120);
// Git runs four thousand times in all.
const patience = 120_000;
const statuses = fc.constantFrom<Status>('done', 'done', 'done', 'todo', 'doing', 'skipped');
const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}` as CalendarDate);

interface Step {
  readonly at: number;
  readonly to: Status;
  readonly day: CalendarDate;
}
const steps = (least: number) =>
  fc.array(fc.record({ at: fc.nat(), to: statuses, day: days }), { minLength: least, maxLength: 7 });
const histories = fc.record({ before: steps(0), ours: steps(1), theirs: steps(1) });

const words = [
  'Offsets',
  'Полив',
  'Read [docs](https://example.org)',
  'Replicas #middle',
  'Quotas 📅 2027-01-01',
  'Acks',
];
const said = ({ status, completedOn }: Said): Said => ({ status, completedOn });
const isSame = (a: Said, b: Said): boolean => a.status === b.status && a.completedOn === b.completedOn;
const told = (one: Said): string => `${one.status} ${one.completedOn}`;

/** What a merge may make of a topic: what both sides say together, or the one change where only one side made one. */
function expectMerged(base: Said, ours: Said, theirs: Said, merged: Said, of: string): void {
  const together = speakerOf([ours, theirs]);
  const allowed = isSame(ours, base)
    ? [theirs, together]
    : isSame(theirs, base) || isSame(ours, theirs)
      ? [ours, together]
      : [together];
  expect(allowed.map(told), of).toContain(told(merged));
}

/** Ticks of one side that the other did not take back. */
function ticksKept(base: Said, ours: Said, theirs: Said): boolean {
  const isTakenBack = (side: Said) => base.status === 'done' && side.status !== 'done';
  return (ours.status === 'done' && !isTakenBack(theirs)) || (theirs.status === 'done' && !isTakenBack(ours));
}

describe.skipIf(!hasGit)(`notes that are ticked in place${hasGit ? '' : `: ${noGit}`}`, () => {
  /** A note as people keep them: sections, nested items, remarks, and titles that come again in other sections. */
  const notes = fc
    .record({
      eol: fc.constantFrom('\n', '\n', '\r\n'),
      isOpen: fc.boolean(),
      isLoose: fc.boolean(),
      sections: fc.array(
        fc.record({
          titles: fc.shuffledSubarray(words, { minLength: 1 }),
          depths: fc.array(fc.nat(1), { minLength: 6, maxLength: 6 }),
          isMarked: fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ eol, isOpen, isLoose, sections }) => {
      const lines = ['# Kafka'];
      sections.forEach(({ titles, depths, isMarked }, index) => {
        lines.push('', `## ${index + 1}. Part ${index + 1}`, '');
        titles.forEach((title, at) => {
          const margin = at > 0 && depths[at] === 1 ? '  ' : '';
          lines.push(`${margin}- [ ] ${title}${isMarked[at] === 0 ? ` ^b${index}-${at}` : ''}`);
          if (isMarked[at] === 1) lines.push(`${margin}  a remark`);
          if (isLoose) lines.push('');
        });
      });
      return lines.join(eol) + (isOpen ? '' : eol);
    });

  function led(text: string, history: readonly Step[]): string {
    return history.reduce((now, { at, to, day }) => {
      const whole = readNote(now);
      const topics = [...topicsOf(whole.children)];
      const one = topics[at % topics.length] as Topic;
      if (one.status === to) return now;
      const changes = [{ id: one.id, line: one.line, to, day }];
      return applyEdits(now, recordInline(toSource(now), 0, whole.boxGroups, changes).edits);
    }, text);
  }

  it(
    `keep every tick of ${pairs} pairs of histories, in either order`,
    () => {
      const cases = fc.sample(fc.tuple(notes, histories), { numRuns: pairs, seed });
      const all = cases.map(([text, { before, ours, theirs }]): Versions => {
        const base = led(text, before);
        return { base, ours: led(base, ours), theirs: led(base, theirs) };
      });
      const there = unions(all);
      const back = unions(all.map(({ base, ours, theirs }) => ({ base, ours: theirs, theirs: ours })));
      const figures = { pairs: all.length, kept: 0, doubled: 0, lost: 0, unlike: 0, unclean: 0 };
      all.forEach((versions, index) => {
        const [base, ours, theirs, merged, other] = [
          ...[versions.base, versions.ours, versions.theirs, there[index] as string, back[index] as string],
        ].map((text) => readNote(text)) as [Roadmap, Roadmap, Roadmap, Roadmap, Roadmap];
        const topics = [base, ours, theirs, merged].map((one) => [...topicsOf(one.children)]) as [
          Topic[],
          Topic[],
          Topic[],
          Topic[],
        ];
        const text = `pair ${index}\n${there[index]}`;
        const titles = (list: readonly Topic[]) => list.map(({ id, title }) => `${id} ${title}`);
        expect(titles(topics[3]), text).toEqual(titles(topics[0]));
        topics[3].forEach((one, at) => {
          const [b, o, t] = [topics[0][at], topics[1][at], topics[2][at]].map((side) => said(side as Topic)) as [
            Said,
            Said,
            Said,
          ];
          expectMerged(b, o, t, said(one), `${text}\n${one.title}`);
          if (!ticksKept(b, o, t)) return;
          if (one.status === 'done') figures.kept++;
          else figures.lost++;
        });
        if (JSON.stringify(shapeOf(merged)) !== JSON.stringify(shapeOf(other))) figures.unlike++;
        const left = (one: Roadmap) => one.diagnostics.filter(({ code }) => code === 'merged-twice').length;
        if (left(merged) > 0) figures.doubled++;
        // Joined, it reads as before and holds nothing twice.
        for (const one of [there[index] as string, back[index] as string]) {
          const source = toSource(one);
          const tidy = applyEdits(
            one,
            joinings(source, mergedLines(source)).map(({ edit }) => edit),
          );
          const again = readNote(tidy);
          expect(shapeOf(again), text).toEqual(shapeOf(merged));
          if (left(again) > 0 || tidy.split('\n').length !== versions.base.split('\n').length) figures.unclean++;
        }
      });
      console.log('notes:', JSON.stringify(figures));
      expect(figures).toMatchObject({ pairs, lost: 0, unlike: 0, unclean: 0 });
      expect(figures.doubled).toBeGreaterThan(pairs / 10);
    },
    patience,
  );
});

describe.skipIf(!hasGit)('a section whose bullets get their boxes by the first tick (FORMATS D6)', () => {
  const text = ['**1. Sky**', '- [x] Stars', '', '**2. Sea**', '', '• Tides', '• Salt', '• Waves', ''].join('\n');
  const ticked = (address: string, day: string): string => {
    const whole = readNote(text);
    const one = [...topicsOf(whole.children)].find((each) => each.address === address) as Topic;
    const changes = [{ id: one.id, line: one.line, to: 'done' as const, day: day as CalendarDate }];
    return applyEdits(text, recordInline(toSource(text), 0, whole.boxGroups, changes).edits);
  };

  it.each([
    ['2.1', '2.1'],
    ['2.1', '2.2'],
    ['2.2', '2.3'],
    ['2.1', '2.3'],
  ])('keeps its total when one machine ticked %s and the other %s', (one, other) => {
    const [ours, theirs] = [ticked(one, '2026-10-02'), ticked(other, '2026-10-01')];
    for (const merged of unions([
      { base: text, ours, theirs },
      { base: text, ours: theirs, theirs: ours },
    ])) {
      const topics = [...topicsOf(readNote(merged).children)];
      expect(topics, merged).toHaveLength(4);
      const done = topics.filter(({ completedOn }) => completedOn !== null).map(({ address }) => address);
      expect(done).toEqual([...new Set([one, other])].sort());
    }
  });
});

describe('any note', () => {
  it('keeps its number of topics whatever is ticked in it', () => {
    fc.assert(
      fc.property(fc.oneof(documents, twins), steps(1), (text, history) => {
        let now = text;
        for (const { at, to, day } of history) {
          const whole = readNote(now);
          const start = frontMatterSpan(now)?.body.start ?? 0;
          const topics = [...topicsOf(whole.children)];
          const open = whole.hasTaskLines ? topics.filter((one) => one.place !== 'none' && one.title !== '') : [];
          if (open.length === 0) return;
          const one = open[at % open.length] as Topic;
          const changes = [{ id: one.id, line: one.line, to, day }];
          now = applyEdits(now, recordInline(toSource(now), start, whole.boxGroups, changes).edits);
          const after = [...topicsOf(readNote(now).children)];
          expect(after).toHaveLength(topics.length);
          expect(after[topics.indexOf(one)]?.status, now).toBe(to);
        }
      }),
      { numRuns: 500 },
    );
  });

  /** Titles that come again and again, next to each other. */
  const twins = fc
    .array(fc.tuple(fc.constantFrom('', '', '  '), fc.constantFrom(' ', ' ', 'x'), fc.constantFrom('A', 'B', 'A ^c')), {
      minLength: 1,
      maxLength: 8,
    })
    .map((items) => items.map(([margin, mark, title]) => `${margin}- [${mark}] ${title}`).join('\n'));
});

describe.skipIf(!hasGit)(`progress files${hasGit ? '' : `: ${noGit}`}`, () => {
  const titles = ['Полив', 'Посев', 'Сбор', 'Тень', 'Почва'];
  const gardens: fc.Arbitrary<Roadmap> = fc
    .array(fc.array(fc.tuple(fc.constantFrom(...titles), statuses), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((sections) =>
      roadmap(
        'Сад',
        sections.map((topics, index) =>
          section(
            `${index + 1}`,
            `Грядка ${Math.ceil((index + 1) / 2)}`,
            topics.map(([title, status], at) =>
              topic(`${index + 1}.${at + 1}`, title, {
                id: `t-${index}-${at}`,
                status: status === 'done' ? 'todo' : status,
              }),
            ),
          ),
        ),
        { projects: [project('P1', 'Теплица', { id: 'p1' })] },
      ),
    );
  const extras = fc.subarray([
    '- [x] 9.1 Колодец 🆔 well ✅ 2026-09-01',
    '- [x] Забор ✅ 2026-09-02',
    '- [x] Забор ✅ 2026-09-02',
    'Записано в саду.',
  ]);

  function led(whole: Roadmap, text: string, history: readonly Step[]): string {
    const topics = [...topicsById(whole).values()];
    return history.reduce((now, { at, to, day }) => {
      const basis = now === '' ? emptyProgress(whole, 'garden.yaml') : now;
      const start = frontMatterSpan(basis)?.body.start ?? 0;
      const one = topics[at % topics.length] as Topic;
      const tidy = tidied(basis, start, whole).text;
      const { lines } = overlay(whole, readProgress(toSource(tidy), start).ticks);
      return recordChanges(tidy, start, whole, lines, [{ topic: one, to, day }]);
    }, text);
  }

  const readIn = (whole: Roadmap, text: string): Overlaid =>
    overlay(whole, readProgress(toSource(text), frontMatterSpan(text)?.body.start ?? 0).ticks);
  const orphansOf = ({ orphans }: Overlaid): string[] =>
    [...new Set(orphans.map((one) => `${one.id} ${one.written} ${told(one)}`))].sort();

  it(
    `keep every tick of ${pairs} pairs of histories, in either order, also where both sides made the file`,
    () => {
      const cases = fc.sample(fc.tuple(gardens, histories, extras, fc.nat(3)), { numRuns: pairs, seed });
      const all = cases.map(([whole, { before, ours, theirs }, extra, kind]): Versions => {
        const base = kind === 0 ? '' : led(whole, '', before) + (extra.length > 0 ? `\n${extra.join('\n')}\n` : '');
        return { base, ours: led(whole, base, ours), theirs: led(whole, base, theirs) };
      });
      const there = unions(all);
      const back = unions(all.map(({ base, ours, theirs }) => ({ base, ours: theirs, theirs: ours })));
      const figures = { pairs: all.length, kept: 0, doubled: 0, lost: 0, unlike: 0, unclean: 0, orphansLost: 0 };
      cases.forEach(([whole], index) => {
        const versions = all[index] as Versions;
        const [merged, other] = [there[index] as string, back[index] as string];
        const [base, ours, theirs, now, flip] = [versions.base, versions.ours, versions.theirs, merged, other].map(
          (one) => readIn(whole, one),
        ) as [Overlaid, Overlaid, Overlaid, Overlaid, Overlaid];
        const text = `pair ${index}\n--- base\n${versions.base}\n--- ours\n${versions.ours}\n--- theirs\n${versions.theirs}\n--- merged\n${merged}`;
        for (const [id, own] of topicsById(whole)) {
          const lines = [base, ours, theirs, now].map((one) => {
            const found = one.lines.get(id);
            return found === undefined ? null : said(speakerOf(found));
          });
          const [b, o, t, m] = lines as [Said | null, Said | null, Said | null, Said | null];
          const state = said(topicsById(now.roadmap).get(id) as Topic);
          expect(told(said(topicsById(flip.roadmap).get(id) as Topic)), text).toBe(told(state));
          if (o !== null && t !== null && m !== null) {
            if (b !== null) expectMerged(b, o, t, m, `${text}\n${id}`);
            else expect(told(m), text).toBe(told(speakerOf([o, t])));
          }
          if (!ticksKept(b ?? own, o ?? own, t ?? own)) continue;
          if (state.status === 'done') figures.kept++;
          else figures.lost++;
        }
        const orphans = orphansOf(now);
        if (JSON.stringify(orphansOf(flip)) !== JSON.stringify(orphans)) figures.unlike++;
        for (const side of [ours, theirs])
          if (orphansOf(side).some((one) => !orphans.includes(one))) figures.orphansLost++;
        if ([...now.lines.values()].some((ticks) => ticks.length > 1)) figures.doubled++;
        for (const one of [merged, other]) {
          const start = frontMatterSpan(one)?.body.start ?? 0;
          const tidy = tidied(one, start, whole).text;
          const again = readIn(whole, tidy);
          expect(shapeOf(again.roadmap), text).toEqual(shapeOf(now.roadmap));
          expect(orphansOf(again), text).toEqual(orphans);
          const headings = tidy.split('\n').filter((line) => line.startsWith('#'));
          const isDoubled =
            new Set(headings).size < headings.length || [...again.lines.values()].some((ticks) => ticks.length > 1);
          if (isDoubled) figures.unclean++;
          for (const line of one.split('\n')) if (!/^(?:- \[|#|\s*$)/.test(line)) expect(tidy, text).toContain(line);
        }
      });
      console.log('progress files:', JSON.stringify(figures));
      expect(figures).toMatchObject({ pairs, lost: 0, unlike: 0, unclean: 0, orphansLost: 0 });
      expect(figures.doubled).toBeGreaterThan(pairs / 10);
    },
    patience,
  );
});
