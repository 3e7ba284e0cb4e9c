// Log: what was changed when, from the journal and from the dates in the file.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { draftTopic } from '../model/draft.ts';
import { historyOf, type Recorded, type Step } from '../model/history.ts';
import type { Topic, TopicId } from '../model/roadmap.ts';
import type { JournalEntry } from '../store/journal.ts';
import { standingChanges } from '../store/latest.ts';
import { drawLog, logJson, plainLog } from '../views/log.ts';
import type { Context } from './context.ts';
import { chosen, fitting } from './filter.ts';
import { load } from './load.ts';
import type { NextOptions } from './look.ts';

export type LogOptions = NextOptions;

/** On a terminal, as many of the newest as are seen at once; whoever wants more says how many. */
const screenful = 20;

/** `log [selector…]`: 0, or 1 with `--exit-status` when nothing fits. */
export async function log(context: Context, selectors: readonly string[], options: LogOptions): Promise<number> {
  const { roadmap, places } = await load(context, options);
  const fits = fitting(roadmap, options, context.today);
  const topics = chosen(roadmap, selectors, context);
  const isChosen = selectors.length === 0 ? () => true : within(new Set(topics));
  const made = standingChanges(context.disk, context.places.state, places);
  const idNow = followed(made);
  const { steps, undated } = historyOf(
    roadmap,
    made.filter(isAboutTopics).map((entry) => asRecorded(entry, idNow)),
  );
  const found = steps.filter((step) => isChosen(step.topic) && fits(asItWas(step)));
  const isScript = options.json || options.plain;
  const most = options.number ?? (!isScript && context.isWatched() ? screenful : found.length);
  const view = {
    steps: found,
    most,
    undated: undated.filter((topic) => isChosen(topic) && fits(topic)).length,
    isEmpty: steps.length === 0,
  };
  if (options.json) context.out(logJson(view, context.language));
  else if (options.plain) context.out(plainLog(view, context.language, options.zero ? '\0' : '\n'));
  else context.out(drawLog(view, { ...context.theme, sentences: await context.sentences() }));
  return options.exitStatus && found.length === 0 ? 1 : 0;
}

function within(topics: ReadonlySet<Topic>): (topic: Topic | null) => boolean {
  return (topic) => topic !== null && topics.has(topic);
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
  return (id) => {
    let now = id;
    for (let left = next.size; left > 0 && next.has(now); left--) now = next.get(now) as TopicId;
    return now;
  };
}

function asRecorded({ at, changes }: JournalEntry, idNow: (id: TopicId) => TopicId): Recorded {
  return { day: at as CalendarDate, topics: changes.map((change) => ({ ...change, id: idNow(change.id) })) };
}

/** The topic as the step left it: by that the filters go. One that is gone has its title alone. */
function asItWas({ topic, title, to, day }: Step): Topic {
  return { ...(topic ?? draftTopic(title, 0)), status: to, completedOn: day };
}
