// Properties of editing: a change of status touches what it must and nothing else, and totals never move.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { statusEdits } from '../../src/formats/markdown/edit.ts';
import { fieldsAt } from '../../src/formats/markdown/syntax/continuation.ts';
import { readTaskLine } from '../../src/formats/markdown/syntax/task-line.ts';
import { progressOf } from '../../src/model/progress.ts';
import type { Roadmap, Status, Topic } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { applyEdits, type Edit, invertEdits } from '../../src/text/edit.ts';
import { lineSpan, lineText, toSource } from '../../src/text/source.ts';
import { boxlessDocuments, documents } from '../support/documents.ts';
import { readNote } from '../support/notes.ts';

const day = '2026-11-20' as CalendarDate;
const statuses = fc.constantFrom<Status>('todo', 'doing', 'done', 'skipped');

interface Chosen {
  readonly text: string;
  readonly roadmap: Roadmap;
  readonly topics: readonly Topic[];
}

/** A note with some of its topics that can be ticked in place; at least one. */
const chosen = (from: fc.Arbitrary<string>): fc.Arbitrary<Chosen> =>
  from
    .map((text) => ({ text, roadmap: readNote(text) }))
    .filter(({ roadmap, text }) => editable(roadmap, text).length > 0)
    .chain(({ text, roadmap }) =>
      fc.shuffledSubarray(editable(roadmap, text), { minLength: 1 }).map((topics) => ({ text, roadmap, topics })),
    );

/** Topics that a command would tick in place. Lines that repeat are refused (FORMATS D4); behind the box of a line without a
 * title a block id looks like text. */
function editable(roadmap: Roadmap, text: string): Topic[] {
  const source = toSource(text);
  const topics = roadmap.hasTaskLines ? [...topicsOf(roadmap.children)] : [];
  return topics.filter(
    ({ place, line, title }) => place !== 'none' && title !== '' && !lineText(source, line).includes('🔁'),
  );
}

/** Without the topics that have a day on a later line, which is replaced there or taken away with its line (L6). */
function withDaysOnFirstLine(choice: Chosen): Chosen {
  const source = toSource(choice.text);
  const isBelow = (line: number): boolean =>
    fieldsAt(source, line).some(({ name, span }) => isDay(name) && span.start > lineSpan(source, line).end);
  return { ...choice, topics: choice.topics.filter(({ line }) => !isBelow(line)) };
}

const isDay = (name: string): boolean => name === 'completion' || name === 'cancelled';

const notes = fc.oneof({ weight: 3, arbitrary: chosen(documents) }, { weight: 1, arbitrary: chosen(boxlessDocuments) });
const runs = { numRuns: 300 };

function editsTo({ text, roadmap, topics }: Chosen, to: Status): Edit[] {
  const changes = topics.map((topic) => ({ line: topic.line, to, day }));
  return statusEdits(toSource(text), changes, roadmap.boxGroups);
}

/** Each line with its own end. */
function linesOf(text: string): string[] {
  const { lineStarts } = toSource(text);
  return Array.from(lineStarts, (start, index) => text.slice(start, lineStarts[index + 1] ?? text.length));
}

describe('a change of status', () => {
  it('leaves every line alone that is neither chosen nor boxed with a chosen one, and every line end', () => {
    fc.assert(
      fc.property(notes.map(withDaysOnFirstLine), statuses, (choice, to) => {
        const { text, roadmap, topics } = choice;
        const lines = new Set(topics.map((topic) => topic.line));
        for (const group of roadmap.boxGroups)
          if (group.some((line) => lines.has(line))) for (const one of group) lines.add(one);
        const before = linesOf(text);
        const after = linesOf(applyEdits(text, editsTo(choice, to)));
        expect(after.length).toBe(before.length);
        before.forEach((line, index) => {
          if (!lines.has(index + 1)) expect(after[index]).toBe(line);
          expect(/[\r\n]*$/.exec(after[index] as string)?.[0]).toBe(/[\r\n]*$/.exec(line)?.[0]);
        });
      }),
      runs,
    );
  });

  it('only adds to a line that is ticked: what was visible stays, but for the box and stale days', () => {
    fc.assert(
      fc.property(notes, (choice) => {
        const { text } = choice;
        for (const { span, text: written } of editsTo(choice, 'done')) {
          const taken = text.slice(span.start, span.end);
          expect(taken).toMatch(/^(?:[^\r\n]{1,3}|\S[ \t]*|\s*(?:[✅❌]|[[(](?:completion|cancelled)).*)?$/iu);
          expect(written).not.toMatch(/[\r\n]/);
        }
      }),
      runs,
    );
  });

  it('is undone by its inverse, byte for byte', () => {
    fc.assert(
      fc.property(notes, statuses, (choice, to) => {
        const edits = editsTo(choice, to);
        const after = applyEdits(choice.text, edits);
        expect(applyEdits(after, invertEdits(choice.text, edits))).toBe(choice.text);
      }),
      runs,
    );
  });

  it('gives an open line back byte for byte when done is taken back (FORMATS D3)', () => {
    fc.assert(
      fc.property(notes, fc.constantFrom<Status>('done', 'skipped', 'doing'), (choice, to) => {
        const source = toSource(choice.text);
        // D3 itself takes out lines with a stale day and box-less ones; any other mark than a blank comes back as a blank.
        const open = choice.topics.filter(({ line, place }) => {
          const { start, end } = lineSpan(source, line);
          const item = place === 'task' ? readTaskLine(choice.text, start, end) : null;
          if (item?.head.box == null || choice.text.slice(item.head.box.start, item.head.box.end) !== ' ') return false;
          return fieldsAt(source, line).every(({ name }) => !isDay(name));
        });
        const there = applyEdits(choice.text, editsTo({ ...choice, topics: open }, to));
        const back = applyEdits(there, editsTo({ ...choice, text: there, topics: open }, 'todo'));
        expect(back).toBe(choice.text);
      }),
      runs,
    );
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(notes, statuses, (choice, to) => {
        const once = applyEdits(choice.text, editsTo(choice, to));
        const again = editsTo({ ...choice, text: once }, to);
        expect(applyEdits(once, again)).toBe(once);
      }),
      runs,
    );
  });
});

describe('what the note says after a change', () => {
  const drawn = (roadmap: Roadmap) =>
    [...topicsOf(roadmap.children)].map(({ address, id, line, needs }) => [address, id, line, needs]);

  it('is the same topics with the same ids on the same lines, in the wanted state', () => {
    fc.assert(
      fc.property(notes.map(withDaysOnFirstLine), statuses, (choice, to) => {
        const after = readNote(applyEdits(choice.text, editsTo(choice, to)));
        expect(drawn(after)).toEqual(drawn(choice.roadmap));
        const lines = new Set(choice.topics.map((topic) => topic.line));
        const before = new Map([...topicsOf(choice.roadmap.children)].map((topic) => [topic.line, topic]));
        for (const topic of topicsOf(after.children)) {
          const own = before.get(topic.line);
          if (!lines.has(topic.line))
            expect([topic.status, topic.completedOn]).toEqual([own?.status, own?.completedOn]);
          else if (to === 'done') expect([topic.status, topic.completedOn]).toEqual(['done', day]);
          else expect(topic.status).toBe(to);
        }
      }),
      runs,
    );
  });

  it('has the same total, and as many more done as were ticked', () => {
    fc.assert(
      fc.property(notes, (choice) => {
        const open = choice.topics.filter((topic) => topic.status === 'todo' || topic.status === 'doing');
        const before = progressOf(choice.roadmap).total;
        const after = progressOf(readNote(applyEdits(choice.text, editsTo({ ...choice, topics: open }, 'done')))).total;
        expect(after.total).toBe(before.total);
        expect(after.skipped).toBe(before.skipped);
        expect(after.done).toBe(before.done + open.length);
        expect(after.dated).toBe(before.dated + open.length);
      }),
      runs,
    );
  });
});
