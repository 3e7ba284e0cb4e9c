// StudyGoal: by when, or how much a week, as options and the configuration have it.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { UserError } from '../errors.ts';
import { paceOf } from '../model/pace-words.ts';
import type { PlanGoal } from '../model/plan.ts';
import type { Context } from './context.ts';
import { dayOf } from './filter.ts';

export interface GoalOptions {
  readonly by?: string;
  readonly pace?: string;
}

/** What was typed; the goal of the configuration where nothing was. Throws `no-goal`, `bad-date`, `past-date`, `bad-option-value`. */
export function goalOf(context: Context, { by, pace }: GoalOptions): PlanGoal {
  if (by === undefined && pace === undefined) {
    const set = goalSetting(context);
    if (set === null) throw new UserError('no-goal', {});
    return { by: set, pace: null };
  }
  return {
    by: by === undefined ? null : comingDay(by, context),
    pace: pace === undefined ? null : paceOf(pace, 'plan'),
  };
}

function comingDay(word: string, { today, todayFrom }: Context): CalendarDate {
  const day = dayOf(word, today);
  if (day < today) throw new UserError('past-date', { date: day, today, place: todayFrom });
  return day;
}

/** The day of the goal that the configuration has; null where it has none. */
export function goalSetting(_context: Context): CalendarDate | null {
  return null;
}
