// Pace: how fast one studies, when a level or all of it will be done, and what it takes to be done by a day.
import { UserError } from '../errors.ts';
import { paceSentences } from '../lang/pace-sentences.ts';
import { paceOf } from '../model/pace.ts';
import { studyPaceOf } from '../model/pace-words.ts';
import { noFilter, type Part } from '../model/part.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { tableOf } from '../model/topic-table.ts';
import { drawPace, paceJson, plainPace } from '../views/pace.ts';
import type { CommonOptions, Context } from './context.ts';
import { chosen, levelOf } from './filter.ts';
import { load } from './load.ts';
import { comingDay, goalSetting, setGoal } from './study-goal.ts';

export interface PaceOptions extends CommonOptions {
  readonly by?: string;
  readonly pace?: string;
  readonly skip?: string;
  readonly level?: string;
  /** A day, or `none`. */
  readonly goal?: string;
  /** `-z`: records of `--plain` end with NUL. */
  readonly zero?: boolean;
}

/**
 * `pace [selector…]`: 0. Only `--goal` writes. Throws `bad-date`, `past-date`, `bad-option-value`, `unknown-level`, `options-exclude`,
 * `goal-without-name`, and what selecting, reading and writing settings throw.
 */
export async function pace(context: Context, selectors: readonly string[], options: PaceOptions): Promise<number> {
  const { today, language, theme } = context;
  const { goal } = options;
  if (goal !== undefined && options.by !== undefined)
    throw new UserError('options-exclude', { option: '--by', other: '--goal', command: 'pace' });
  const newGoal = goal === undefined || goal === 'none' ? null : comingDay(goal, context);
  const by = options.by === undefined ? null : comingDay(options.by, context);
  const wanted = options.pace === undefined ? null : studyPaceOf(options.pace, 'pace');
  // Ids and long texts are what topics are chosen by.
  const isPart = selectors.length > 0 || options.skip !== undefined;
  const { roadmap, files } = await load(context, options, { withIds: isPart, withTexts: isPart });
  const { isAsked, part } = askedRows(context, roadmap, selectors, options);
  const level = options.level === undefined ? null : levelOf(roadmap, options.level);
  if (goal !== undefined) await setGoal(context, files.found, newGoal);
  const kept = goal === undefined ? goalSetting(files.found, today) : newGoal;
  const day = by ?? kept;
  const asked = { today, by: day === null ? null : { day, isGoal: by === null }, pace: wanted, isAsked, level };
  const view = { roadmap, part, skipped: options.skip ?? null, wanted, today, pace: paceOf(roadmap, asked) };
  if (options.json) context.out(paceJson(view, language));
  else if (options.plain) context.out(plainPace(view, options.zero ? '\0' : '\n'));
  else context.out(drawPace(view, { ...theme, pace: paceSentences[language] }));
  return 0;
}

/** The rows that selectors leave, less those that are to be skipped. */
function askedRows(
  context: Context,
  roadmap: Roadmap,
  selectors: readonly string[],
  { skip }: PaceOptions,
): { readonly isAsked: ((row: number) => boolean) | null; readonly part: Part | null } {
  if (selectors.length === 0 && skip === undefined) return { isAsked: null, part: null };
  const { topics, part } = chosen(roadmap, selectors, context);
  const skipped = new Set(skip === undefined ? [] : chosen(roadmap, skip.split(','), context).topics);
  const asked = new Set(topics.filter((topic) => !skipped.has(topic)));
  const table = tableOf(roadmap);
  return { isAsked: (row) => asked.has(table.topicAt(row)), part: part && { named: part, filter: noFilter } };
}
