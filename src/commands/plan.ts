// Plan: what to study in which week, made anew from today each time.
import { planSentences } from '../lang/plan-sentences.ts';
import { planOf } from '../model/plan.ts';
import { drawPlan, type PlanView, plainPlan, planJson } from '../views/plan.ts';
import type { CommonOptions, Context } from './context.ts';
import { filtered } from './filter.ts';
import { load } from './load.ts';
import { type GoalOptions, goalOf } from './study-goal.ts';

export interface PlanOptions extends CommonOptions, GoalOptions {
  readonly level?: string;
  readonly format?: 'md' | 'ics' | 'json';
  /** So many weeks. */
  readonly number?: number;
  /** `-z`: records of `--plain` end with NUL. */
  readonly zero?: boolean;
}

/** On a terminal, the weeks that one looks at; whoever wants more says how many. */
const fewWeeks = 4;

/**
 * `plan [selector…]`: 0, also where something does not fit. Throws `no-goal`, `needs-circle`, `bad-date`, `past-date`,
 * `bad-option-value`, and what selecting and reading throw.
 */
export async function plan(context: Context, selectors: readonly string[], options: PlanOptions): Promise<number> {
  const { roadmap, files } = await load(context, options);
  const goal = goalOf(context, options, files.found);
  const { level } = options;
  const { topics, part } = filtered(roadmap, selectors, level === undefined ? {} : { level }, context);
  const found = planOf(roadmap, topics, goal, context.today);
  const format = options.format ?? (options.json ? 'json' : options.plain ? 'plain' : null);
  const most = options.number ?? (format === null && context.isWatched() ? fewWeeks : found.weeks.length);
  const words = [...selectors, ...(level === undefined ? [] : ['--level', level])];
  const view: PlanView = { roadmap, part, words, plan: found, most, today: context.today };
  const { language } = context;
  if (format === 'json') context.out(planJson(view, language));
  else if (format === 'plain') context.out(plainPlan(view, language, options.zero ? '\0' : '\n'));
  else if (format === 'md') {
    const { planNote } = await import('../views/plan-note.ts');
    context.document(planNote(view, { ...context.theme, plan: planSentences[language] }));
  } else if (format === 'ics') {
    const { planCalendar } = await import('../views/plan-calendar.ts');
    context.document(planCalendar(view, { ...context.theme, plan: planSentences[language] }));
  } else context.out(drawPlan(view, { ...context.theme, plan: planSentences[language] }));
  return 0;
}
