// History: what became of which topic on which day, joined from what was recorded and from the dates that the ticks carry.
import { type CalendarDate, compareDates } from '../dates/calendar-date.ts';
import { normalTitle } from './identity.ts';
import { type Address, type Roadmap, type Status, type Topic, type TopicId, wordings } from './roadmap.ts';
import { addFormerIds, allTopics } from './tree.ts';

/** A change as it was written down when it was made, with its topics in the roadmap's order. */
export interface Recorded {
  readonly day: CalendarDate;
  readonly topics: readonly RecordedTopic[];
}

interface RecordedTopic {
  readonly address: Address;
  readonly id: TopicId;
  readonly title: string;
  readonly from: Status;
  readonly to: Status;
}

/** One topic went from one state to another. */
export interface Step {
  readonly day: CalendarDate;
  /** As it is now; null where it has left the roadmap: then address, id and title are those of the record. */
  readonly topic: Topic | null;
  readonly address: Address;
  readonly id: TopicId;
  readonly title: Topic['title'];
  /** Null where nobody recorded it. */
  readonly from: Status | null;
  readonly to: Status;
  /** Where the day comes from: the record, or the date beside the tick. */
  readonly source: 'journal' | 'file';
}

export interface History {
  /** Newest first; on one day the newest record first, and last what only the file knows, in its own order. */
  readonly steps: readonly Step[];
  /** Done, and nobody knows when. */
  readonly undated: readonly Topic[];
}

/** A step of which more may become known; `at` is its place in the record, `recordedId` the id that the topic had there. */
type Draft = { -readonly [Key in keyof Step]: Step[Key] } & { at: number; recordedId: TopicId };

/** Before everything recorded. */
const unrecorded = -1;

/**
 * Each tick is listed once: one that was recorded and is still there is the tick in the file, and where the two give different
 * days the file's counts, for people correct it there. What was recorded stays in the history, also when the tick was taken away by
 * hand since. `records` are oldest first.
 */
export function historyOf(roadmap: Roadmap, records: readonly Recorded[]): History {
  const all = allTopics(roadmap);
  const topicOf = recognised(all, records);
  const drafts: Draft[] = [];
  const latest = new Map<Topic | TopicId, Draft>();
  records.forEach(({ day, topics }, at) => {
    for (const { address, id, title, from, to } of topics) {
      const topic = topicOf.get(id) ?? null;
      const known = latest.get(topic ?? id);
      // Of two topics that were merged since, the first to reach a state is the one that counts (FORMATS P4).
      if (known !== undefined && known.to === to && known.recordedId !== id) continue;
      if (from === to && known?.to === to) {
        // From a state to itself: the day was corrected.
        Object.assign(known, { day, at });
        continue;
      }
      const draft: Draft = {
        ...{ day, topic, ...namesOf(topic ?? { address, id, title }) },
        ...{ from: from === to ? null : from, to, source: 'journal', at, recordedId: id },
      };
      latest.set(topic ?? id, draft);
      drafts.push(draft);
    }
  });
  const undated: Topic[] = [];
  for (const topic of all) {
    if (topic.status !== 'done') continue;
    const { completedOn: day } = topic;
    const known = latest.get(topic);
    if (known?.to === 'done') {
      if (day !== null && day !== known.day) Object.assign(known, { day, source: 'file' });
    } else if (day === null) undated.push(topic);
    else {
      const draft = { from: null, to: 'done', source: 'file', at: unrecorded, recordedId: topic.id } as const;
      drafts.push({ day, topic, ...namesOf(topic), ...draft });
    }
  }
  const steps = drafts
    .sort((a, b) => compareDates(b.day, a.day) || b.at - a.at)
    .map(({ at: _, recordedId: __, ...step }) => step);
  return { steps, undated };
}

function namesOf({
  address,
  id,
  title,
}: Pick<Step, 'address' | 'id' | 'title'>): Pick<Step, 'address' | 'id' | 'title'> {
  return { address, id, title };
}

/**
 * The topic of each recorded id. Where none has that id now, the topic may have been moved or renamed and have taken
 * another: then it is one that the record does not know, with the same title, or else at the same address, which was done on
 * the very day; or the only one of that title, in the state it was left in.
 */
function recognised(all: readonly Topic[], records: readonly Recorded[]): ReadonlyMap<TopicId, Topic> {
  const byId = new Map(all.map((topic) => [topic.id, topic]));
  addFormerIds(byId, all);
  const found = new Map<TopicId, Topic>();
  const lost = new Map<TopicId, RecordedTopic & { readonly day: CalendarDate }>();
  for (const { day, topics } of records) {
    for (const recorded of topics) {
      const topic = byId.get(recorded.id);
      if (topic === undefined) lost.set(recorded.id, { ...recorded, day });
      else found.set(recorded.id, topic);
    }
  }
  if (lost.size === 0) return found;

  const byTitle = new Map<string, Topic[]>();
  for (const topic of all) {
    for (const title of new Set(wordings(topic.title).map(normalTitle))) {
      const same = byTitle.get(title);
      if (same === undefined) byTitle.set(title, [topic]);
      else same.push(topic);
    }
  }
  const byAddress = new Map(all.map((topic) => [topic.address, topic]));
  const taken = new Set(found.values());
  const take = (id: TopicId, topic: Topic | undefined): void => {
    if (topic === undefined || taken.has(topic)) return;
    taken.add(topic);
    found.set(id, topic);
    lost.delete(id);
  };
  for (const [id, { title, to, day }] of lost) {
    const named = byTitle.get(normalTitle(title)) ?? [];
    const [only] = named.length === 1 ? named : [];
    take(
      id,
      named.find((topic) => to === 'done' && topic.completedOn === day && !taken.has(topic)) ??
        (only?.status === to && only.completedOn === null ? only : undefined),
    );
  }
  // Titles have all been heard by then: an address is the weaker sign.
  for (const [id, { address, to, day }] of lost) {
    const topic = byAddress.get(address);
    if (to === 'done' && topic?.completedOn === day) take(id, topic);
  }
  return found;
}
