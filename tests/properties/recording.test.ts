// Properties of the progress file: what is recorded is what is read again, and nothing of it stays when it is taken back.
// Titles are Russian and any: Полив, Посев, Лук (watering, sowing, onion), some with marks, letter case or fields that a line
// must keep.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { emptyProgress, recordChanges } from '../../src/formats/progress/edit.ts';
import { readProgress } from '../../src/formats/progress/read.ts';
import type { TopicChange } from '../../src/formats/progress/tick-line.ts';
import { type Overlaid, overlay } from '../../src/model/overlay.ts';
import type { Roadmap, Status, Topic } from '../../src/model/roadmap.ts';
import { topicsById } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { documents } from '../support/documents.ts';
import { readNote } from '../support/notes.ts';
import { project, roadmap, section, topic } from '../support/roadmaps.ts';

const day = '2026-11-20' as CalendarDate;
const statuses = fc.constantFrom<Status>('todo', 'doing', 'done', 'skipped');

interface Step {
  readonly at: number;
  readonly to: Status;
}
const steps = fc.array(fc.record({ at: fc.nat(), to: statuses }), { minLength: 1, maxLength: 8 });

const titles = fc.constantFrom(
  'Полив',
  'полив!',
  'Посев 🌱',
  '10 грядок',
  '2.1 Лук',
  '**Жирно**',
  'ёж',
  'a\nb',
  '`x_y`',
  'Projects',
);
/** Sections with equal titles, topics with equal titles, nested topics and projects. */
const gardens: fc.Arbitrary<Roadmap> = fc
  .array(fc.tuple(titles, fc.array(fc.tuple(titles, statuses, fc.boolean()), { maxLength: 4 })), { maxLength: 4 })
  .map((sections) =>
    roadmap(
      'Сад',
      [
        topic('0.1', 'Забор'),
        ...sections.map(([title, topics], index) =>
          section(
            `${index + 1}`,
            title,
            topics.map(([name, status, isNested], place) => {
              const address = `${index + 1}.${place + 1}`;
              return topic(address, name, {
                id: `t-${address.replace('.', '-')}`,
                status,
                topics: isNested ? [topic(`${address}.1`, name, { id: `n-${index}-${place}` })] : [],
              });
            }),
          ),
        ),
      ],
      { projects: [project('P1', 'Забор', { id: 'p1' }), project('P2', 'Теплица', { id: 'p2' })] },
    ),
  )
  .map((whole) => ({
    ...whole,
    children: whole.children.map((child) => (child.kind === 'topic' ? { ...child, id: 'fence' } : child)),
  }));

const roadmaps = fc.oneof(
  gardens,
  documents.map((text) => readNote(text)),
);

/** A progress file under change, as a command would lead it. */
class Ledger {
  readonly whole: Roadmap;
  private readonly byId: ReadonlyMap<string, Topic>;
  readonly empty: string;
  private readonly bodyStart: number;
  text: string;

  constructor(whole: Roadmap) {
    this.whole = whole;
    this.byId = topicsById(whole);
    this.empty = emptyProgress(whole, 'garden');
    this.bodyStart = this.empty.indexOf('\n---\n') + 5;
    this.text = this.empty;
  }

  topics(): Topic[] {
    return [...this.byId.values()];
  }

  read(): Overlaid {
    return overlay(this.whole, readProgress(toSource(this.text), this.bodyStart).ticks);
  }

  record(wanted: readonly (readonly [Topic, Status])[]): void {
    const changes = wanted.map(([one, to]): TopicChange => ({ topic: one, to, day }));
    this.text = recordChanges(this.text, this.bodyStart, this.whole, changes);
  }
}

function holds(check: (ledger: Ledger, chosen: readonly (readonly [Topic, Status])[]) => void): void {
  fc.assert(
    fc.property(roadmaps, steps, (whole: Roadmap, all: readonly Step[]) => {
      const ledger = new Ledger(whole);
      const topics = ledger.topics();
      if (topics.length === 0) return;
      check(
        ledger,
        all.map(({ at, to }) => [topics[at % topics.length] as Topic, to] as const),
      );
    }),
    { numRuns: 200 },
  );
}

/** A day is part of the state: done today is not done on the day that the roadmap itself has. */
function differs(own: Topic, to: Status, isChosen = true): boolean {
  return to !== own.status || (isChosen && to === 'done' && own.completedOn !== day);
}

/** What a topic is after the ledger was read; a state that is recorded has the day of the record. */
function expectStates(ledger: Ledger, wanted: ReadonlyMap<string, Status>): void {
  const { roadmap: after, orphans } = ledger.read();
  expect(orphans).toEqual([]);
  const found = topicsById(after);
  for (const own of ledger.topics()) {
    const to = wanted.get(own.id) ?? own.status;
    const isRecorded = differs(own, to, wanted.has(own.id));
    const completedOn = isRecorded ? (to === 'done' ? day : null) : own.completedOn;
    expect([own.id, found.get(own.id)?.status, found.get(own.id)?.completedOn]).toEqual([own.id, to, completedOn]);
  }
}

describe('a progress file', () => {
  it('gives exactly the wanted states back, recorded one by one', () => {
    holds((ledger, chosen) => {
      const wanted = new Map<string, Status>();
      for (const [one, to] of chosen) {
        ledger.record([[one, to]]);
        wanted.set(one.id, to);
        expectStates(ledger, wanted);
      }
    });
  });

  it('gives exactly the wanted states back, recorded at once', () => {
    holds((ledger, chosen) => {
      const wanted = new Map(chosen.map(([one, to]) => [one, to] as const));
      ledger.record([...wanted]);
      expectStates(ledger, new Map([...wanted].map(([one, to]) => [one.id, to])));
    });
  });

  it('holds one line for each topic whose state differs from the roadmap’s own, and no other', () => {
    holds((ledger, chosen) => {
      for (const one of chosen) ledger.record([one]);
      const last = new Map(chosen.map(([one, to]) => [one, to] as const));
      const differing = [...last].filter(([one, to]) => differs(one, to)).map(([one]) => one.id);
      const { lines } = ledger.read();
      expect([...lines.keys()].sort()).toEqual(differing.sort());
      for (const ticks of lines.values()) expect(ticks).toHaveLength(1);
    });
  });

  it('is empty again when every topic is back in the roadmap’s own state', () => {
    holds((ledger, chosen) => {
      // What is done on another day, or on none, cannot come back by being done today.
      const revertible = chosen.filter(([one]) => !differs(one, one.status));
      for (const one of revertible) ledger.record([one]);
      for (const [one] of revertible) ledger.record([[one, one.status]]);
      expect(ledger.text).toBe(ledger.empty);
    });
  });

  it('does not depend on the order in which topics were recorded', () => {
    holds((ledger, chosen) => {
      const last = [...new Map(chosen.map(([one, to]) => [one, to] as const))];
      const other = new Ledger(ledger.whole);
      for (const one of last) ledger.record([one]);
      for (const one of last.reverse()) other.record([one]);
      expect(other.text).toBe(ledger.text);
    });
  });

  it('has one heading for each section', () => {
    holds((ledger, chosen) => {
      for (const one of chosen) ledger.record([one]);
      const headings = ledger.text.split('\n').filter((line) => line.startsWith('## '));
      expect(new Set(headings).size).toBe(headings.length);
    });
  });
});
