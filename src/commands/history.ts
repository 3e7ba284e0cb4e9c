// History of a loaded roadmap: what the journal and the dates in its files record, and since when a topic is what it is.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { isUserError } from '../errors.ts';
import { type History, historyOf, type Recorded, type Step } from '../model/history.ts';
import type { Topic, TopicId } from '../model/roadmap.ts';
import type { JournalEntry } from '../store/undo/journal.ts';
import { standingChanges } from '../store/undo/latest-change.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';

/** All that is known. Throws `unreadable`. */
export function wholeHistory({ disk, places }: Context, loaded: Loaded): History {
  const made = standingChanges(disk, places.state, loaded.places);
  const idNow = followed(made);
  return historyOf(
    loaded.roadmap,
    made.filter(isAboutTopics).map((entry) => asRecorded(entry, idNow)),
  );
}

/**
 * The steps of each of these topics, newest first. Where nobody asked for the journal, one that cannot be read is no reason to
 * fail: the dates in the file are shown then.
 */
export function stepsOf(context: Context, loaded: Loaded): (topic: Topic) => readonly Step[] {
  const of = new Map<Topic | null, Step[]>();
  for (const step of quietHistory(context, loaded).steps) {
    const before = of.get(step.topic);
    if (before === undefined) of.set(step.topic, [step]);
    else before.push(step);
  }
  return (topic) => of.get(topic) ?? [];
}

function quietHistory(context: Context, loaded: Loaded): History {
  try {
    return wholeHistory(context, loaded);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return historyOf(loaded.roadmap, []);
  }
}

/** The day on which a topic that is in progress was begun; null where nobody recorded it. */
export function begunOn([newest]: readonly Step[]): CalendarDate | null {
  return newest?.to === 'doing' ? newest.day : null;
}

/** `lint --fix` and `reconcile` mend the text of topics and leave their states alone. */
function isAboutTopics({ command }: JournalEntry): boolean {
  return command[0] !== 'lint' && command[0] !== 'reconcile';
}

/** The id that a topic has now, where lines were linked anew since. */
function followed(made: readonly JournalEntry[]): (id: TopicId) => TopicId {
  const next = new Map(
    made.flatMap(({ changes }) => changes.flatMap(({ id, was }) => (was === undefined ? [] : [[was, id] as const]))),
  );
  // Each way is walked once; one that leads back to where it began ends there.
  const ends = new Map<TopicId, TopicId>();
  return (id) => {
    const way = new Set<TopicId>();
    let now = id;
    while (!ends.has(now) && next.has(now) && !way.has(now)) {
      way.add(now);
      now = next.get(now) as TopicId;
    }
    const end = ends.get(now) ?? now;
    for (const one of way) ends.set(one, end);
    return end;
  };
}

function asRecorded({ at, changes }: JournalEntry, idNow: (id: TopicId) => TopicId): Recorded {
  // A note says nothing of the day on which a topic came to its state, and a lab is no topic.
  const turned = changes.filter(({ noted, lab }) => noted === undefined && lab === undefined);
  return { day: at as CalendarDate, topics: turned.map((change) => ({ ...change, id: idNow(change.id) })) };
}
