// Properties of time and notes: whatever is in a note's words, they are written below one topic and change nothing else (FORMATS D8).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { type Added, additionEdits } from '../../src/formats/markdown/addition.ts';
import { statusEdits } from '../../src/formats/markdown/edit.ts';
import { emptyProgress, recordChanges } from '../../src/formats/progress/edit.ts';
import { readProgress } from '../../src/formats/progress/read.ts';
import { oneLine } from '../../src/formats/progress/tick-line.ts';
import { overlay } from '../../src/model/overlay.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Roadmap, Status, Topic } from '../../src/model/roadmap.ts';
import { topicsById, topicsOf } from '../../src/model/tree.ts';
import { applyEdits, type Edit, invertEdits } from '../../src/text/edit.ts';
import { toSource } from '../../src/text/source.ts';
import { boxlessDocuments, documents } from '../support/documents.ts';
import { readNote } from '../support/notes.ts';

const day = '2026-11-20' as CalendarDate;

/** What would be a field, a box, a tag, another block or the end of one, were it read. */
const marks = [
  ...[
    '✅ 2026-01-01',
    '🆔 other',
    '[x]',
    '- [x] Title',
    '📅 2026-02-02',
    '#senior',
    '#tag',
    '^block',
    '⛔ other',
    '🔁 every day',
  ],
  ...[
    '[spent:: 9h]',
    '[completion:: 2026-01-01]',
    '[id:: other]',
    '[level:: expert]',
    '❌ 2026-03-03',
    '```',
    '~~~',
    '<!--',
    '-->',
  ],
  ...[
    '%%',
    '|',
    '|---|',
    '# Heading',
    '---',
    '===',
    '>',
    '<pre>',
    '<script>',
    '[[page]]',
    '[a](b)',
    '1. Title',
    '4.2 Title',
    '✅',
    '⬜',
  ],
  ...[
    'note 2026-01-01: again',
    '**bold**',
    'Resources:',
    '🏁 delete',
    '<<<<<<<',
    '{',
    '\u202e',
    'words',
    'слова',
    '🌱',
    '\t',
    '\n',
  ],
];
const words = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...marks) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((list) => oneLine(list.join(' ')))
  .filter((text) => text !== '');

const added: fc.Arbitrary<Added> = fc
  .record({
    minutes: fc.option(fc.integer({ min: 1, max: 5000 })),
    notes: fc.array(
      words.map((text) => ({ day, text })),
      { maxLength: 2 },
    ),
  })
  .filter(({ minutes, notes }) => minutes !== null || notes.length > 0);

interface Chosen {
  readonly text: string;
  readonly roadmap: Roadmap;
  readonly topic: Topic;
}

const editable = (roadmap: Roadmap): Topic[] =>
  roadmap.hasTaskLines
    ? [...topicsOf(roadmap.children)].filter(({ place, title }) => place !== 'none' && title !== '')
    : [];

const chosen = (from: fc.Arbitrary<string>): fc.Arbitrary<Chosen> =>
  from
    .map((text) => ({ text, roadmap: readNote(text) }))
    // What opens a comment that is never closed may be closed by a note: the command refuses that.
    .filter(({ roadmap, text }) => !/%%|<!--/.test(text) && editable(roadmap).length > 0)
    .chain(({ text, roadmap }) => fc.constantFrom(...editable(roadmap)).map((topic) => ({ text, roadmap, topic })));

const notes = fc.oneof({ weight: 3, arbitrary: chosen(documents) }, { weight: 1, arbitrary: chosen(boxlessDocuments) });
const runs = { numRuns: 500 };

function editsFor({ text, roadmap, topic }: Chosen, what: Added, to: Status | null): Edit[] {
  const source = toSource(text);
  const { time, notes: written } = additionEdits(source, topic.line, what);
  const state = to === null ? [] : statusEdits(source, [{ line: topic.line, to, day }], roadmap.boxGroups);
  return [...time, ...state, ...written];
}

/** Everything that is read of a topic but time, notes and the line it is on. */
function factsOf(roadmap: Roadmap): string[] {
  return [...topicsOf(roadmap.children)].map(({ noteLines: _, spent: __, line: ___, topics, ...rest }) =>
    JSON.stringify({ ...rest, below: topics.map(({ address }) => address) }),
  );
}

const sectionsOf = (roadmap: Roadmap): string => JSON.stringify(progressOf(roadmap).total);

describe('time and notes of a topic in a note', () => {
  it('change no other fact of any topic, and are read again as they were given', () => {
    fc.assert(
      fc.property(notes, added, (choice, what) => {
        const after = readNote(applyEdits(choice.text, editsFor(choice, what, null)));
        expect(factsOf(after)).toEqual(factsOf(choice.roadmap));
        expect(sectionsOf(after)).toBe(sectionsOf(choice.roadmap));
        const before = [...topicsOf(choice.roadmap.children)];
        [...topicsOf(after.children)].forEach((topic, at) => {
          const was = before[at] as Topic;
          const own = was.address === choice.topic.address ? what : { minutes: null, notes: [] };
          expect(topic.noteLines).toEqual([...was.noteLines, ...own.notes]);
          expect(topic.spent ?? 0).toBeCloseTo((was.spent ?? 0) + (own.minutes ?? 0) / 60, 6);
        });
      }),
      runs,
    );
  });

  it('go with a tick as without one', () => {
    fc.assert(
      fc.property(notes, added, fc.constantFrom<Status>('done', 'skipped', 'doing'), (choice, what, to) => {
        fc.pre(!choice.text.includes('🔁'));
        const ticked = readNote(applyEdits(choice.text, editsFor(choice, { minutes: null, notes: [] }, to)));
        const both = readNote(applyEdits(choice.text, editsFor(choice, what, to)));
        expect(factsOf(both)).toEqual(factsOf(ticked));
      }),
      runs,
    );
  });

  it('leave every other byte as it is, and are undone by their inverse', () => {
    fc.assert(
      fc.property(notes, added, (choice, what) => {
        const edits = editsFor(choice, what, null);
        const after = applyEdits(choice.text, edits);
        expect(applyEdits(after, invertEdits(choice.text, edits))).toBe(choice.text);
        for (const { span, text } of edits) {
          const taken = choice.text.slice(span.start, span.end);
          expect(taken).toMatch(/^(?:[[(]spent:: .*[\])])?$/);
          // Each note is one line, with the line end of the note.
          expect(text.split(/\r\n|\r|\n/).length - 1).toBeLessThanOrEqual(what.notes.length + 1);
          if (!choice.text.includes('\r')) expect(text).not.toContain('\r');
        }
      }),
      runs,
    );
  });
});

describe('time and notes of a topic in a progress file', () => {
  it('change no state, outlive being reopened, and are gone with nothing', () => {
    fc.assert(
      fc.property(
        documents.map((text) => readNote(text)).filter((roadmap) => topicsById(roadmap).size > 0),
        fc.array(
          fc.record({ at: fc.nat(), what: added, to: fc.constantFrom<Status | null>('todo', 'done', 'skipped', null) }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        (roadmap, steps) => {
          const topics = [...topicsById(roadmap).values()];
          let text = emptyProgress(roadmap, 'note');
          const bodyStart = text.indexOf('\n---\n') + 5;
          const expected = new Map<string, { notes: Set<string>; minutes: number }>();
          for (const { at, what, to } of steps) {
            const topic = topics[at % topics.length] as Topic;
            const now = topicsById(overlay(roadmap, readProgress(toSource(text), bodyStart).ticks).roadmap);
            const { status, completedOn } = now.get(topic.id) as Topic;
            const state = to === null ? { to: status, day: completedOn, keeps: true } : { to, day };
            text = recordChanges(text, bodyStart, roadmap, [{ topic, ...state, added: what }]);
            const own = expected.get(topic.id) ?? { notes: new Set(), minutes: 0 };
            for (const note of what.notes) own.notes.add(note.text);
            expected.set(topic.id, { ...own, minutes: own.minutes + (what.minutes ?? 0) });
            const after = topicsById(overlay(roadmap, readProgress(toSource(text), bodyStart).ticks).roadmap);
            for (const [id, one] of after) {
              const { notes: written, minutes } = expected.get(id) ?? { notes: new Set(), minutes: 0 };
              const known = new Set(
                (topics.find((each) => each.id === id) as Topic).noteLines.map((note) => note.text),
              );
              expect(new Set(one.noteLines.map((note) => note.text))).toEqual(new Set([...known, ...written]));
              const spent = (topics.find((each) => each.id === id) as Topic).spent ?? 0;
              expect(one.spent ?? 0).toBeCloseTo(spent + minutes / 60, 6);
              if (id !== topic.id) expect(one.status).toBe(now.get(id)?.status);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
