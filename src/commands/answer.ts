// Answer: the output after a change: the document for scripts, or the view for people, drawn from what the file holds now.
import type { Addition, Change, Changes } from '../model/change.ts';
import { namedNext } from '../model/next.ts';
import { overlay, type TickState, tickOf } from '../model/overlay.ts';
import { progressOf } from '../model/progress.ts';
import type { Topic } from '../model/roadmap.ts';
import { topicsById } from '../model/tree.ts';
import { type ChangeView, drawChange } from '../views/change.ts';
import { changeJson } from '../views/json.ts';
import type { CommonOptions, Context } from './context.ts';
import type { Loaded } from './load.ts';

type Answer = Pick<ChangeView, 'verb' | 'group' | 'keptDay' | 'isFirst'>;

/** `now` is the roadmap as it was read after writing; `group` the section or parent that was named as a whole. */
export async function answer(
  context: Context,
  changes: Changes,
  now: Loaded,
  options: CommonOptions,
  answered: Answer,
): Promise<void> {
  try {
    await printAnswer(context, changes, now, options, answered);
  } finally {
    // Also where nobody reads the answer any more: the ticks are written.
    if (changes.changed.length > 0 || changes.noted !== undefined) await afterWriting(context, changes, now, options);
  }
}

/** What follows each change of ticks that was written, be it of topics or of the place where they are kept. */
export async function afterWriting(
  context: Context,
  changes: Changes,
  now: Loaded,
  options: CommonOptions,
): Promise<void> {
  if (context.configuration.hook === null) return;
  await (await import('./hook.ts')).runHook(context, changes, now, options);
}

async function printAnswer(
  context: Context,
  changes: Changes,
  now: Loaded,
  options: CommonOptions,
  { verb, group, keptDay, isFirst }: Answer,
): Promise<void> {
  const { roadmap, origin } = now;
  const progress = progressOf(roadmap);
  if (options.json) {
    context.out(changeJson({ changes, origin, progress }, context.language));
    return;
  }
  if (options.quiet) return;
  if (now.remarks.length > 0 && !options.plain) await (await import('./elsewhere.ts')).sayElsewhere(context, now);
  const next = namedNext(roadmap, 1, context.today);
  const view = { verb, changes, roadmap, progress, next, origin, group, keptDay, isFirst };
  context.out(drawChange(view, context.theme));
}

/** A topic that is to have another state. */
export interface Rehearsed extends TickState {
  readonly topic: Topic;
}

/** The document of a change that is not made: the roadmap as if it was. */
export function answerRehearsal(
  context: Context,
  { roadmap, origin }: Loaded,
  changes: readonly Rehearsed[],
  unchanged: readonly Topic[],
  noted: Addition | null = null,
): void {
  const ticks = changes.map(({ topic, status, completedOn }) => tickOf({ ...topic, status, completedOn }));
  const { roadmap: changedRoadmap } = overlay(roadmap, ticks);
  const after = topicsById(changedRoadmap);
  const changed = changes.map(
    ({ topic, status }): Change => ({ topic: after.get(topic.id) ?? topic, from: topic.status, to: status }),
  );
  const all = { changed, unchanged, ...(noted && { noted }) };
  const document = { changes: all, origin, progress: progressOf(changedRoadmap), isRehearsal: true };
  context.out(changeJson(document, context.language));
}
