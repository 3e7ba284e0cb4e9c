// Log: what was changed when, from the journal and from the dates in the file.

import { draftTopic } from '../model/draft.ts';
import type { Step } from '../model/history.ts';
import type { Topic } from '../model/roadmap.ts';
import { drawLog, logJson, plainLog } from '../views/log.ts';
import type { Context } from './context.ts';
import { chosen, filterOf, fitting } from './filter.ts';
import { wholeHistory } from './history.ts';
import { load } from './load.ts';
import type { NextOptions } from './look.ts';
import { withSentences } from './theme-with-sentences.ts';

export type LogOptions = NextOptions;

/** On a terminal, as many of the newest as are seen at once; whoever wants more says how many. */
const screenful = 20;

/** `log [selector…]`: 0, or 1 with `--exit-status` when nothing fits. */
export async function log(context: Context, selectors: readonly string[], options: LogOptions): Promise<number> {
  const loaded = await load(context, options);
  const { roadmap } = loaded;
  const fits = fitting(filterOf(roadmap, options, context.today));
  const { topics } = chosen(roadmap, selectors, context);
  const isChosen = selectors.length === 0 ? () => true : within(new Set(topics));
  const { steps, undated } = wholeHistory(context, loaded);
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
  else context.out(drawLog(view, await withSentences(context)));
  return options.exitStatus && found.length === 0 ? 1 : 0;
}

function within(topics: ReadonlySet<Topic>): (topic: Topic | null) => boolean {
  return (topic) => topic !== null && topics.has(topic);
}

/** The topic as the step left it: by that the filters go. One that is gone has its title alone. */
function asItWas({ topic, title, to, day }: Step): Topic {
  return { ...(topic ?? draftTopic(title, 0)), status: to, completedOn: day };
}
