// StudyGoal: by when, or how much a week, as options and the configuration have it.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { addDaysWithin } from '../dates/week.ts';
import { parseDayWord } from '../dates/words.ts';
import { UserError } from '../errors.ts';
import { paceOf } from '../model/pace-words.ts';
import type { PlanGoal } from '../model/plan.ts';
import type { Found } from '../store/library.ts';
import type { Context } from './context.ts';
import { dayOf } from './filter.ts';

export interface GoalOptions {
  readonly by?: string;
  readonly pace?: string;
}

/** What was typed; the goal of the configuration where nothing was. Throws `no-goal`, `bad-date`, `past-date`, `bad-option-value`. */
export function goalOf(context: Context, { by, pace }: GoalOptions, found: Found): PlanGoal {
  if (by === undefined && pace === undefined) {
    const set = goalSetting(found, context.today);
    if (set === null) throw new UserError('no-goal', {});
    return { by: set, pace: null };
  }
  return {
    by: by === undefined ? null : comingDay(by, context),
    pace: pace === undefined ? null : paceOf(pace, 'plan'),
  };
}

/** A day that is today or later; a weekday is the next such day. Throws `bad-date`, `past-date`. */
export function comingDay(word: string, { today, todayFrom }: Context): CalendarDate {
  const latest = dayOf(word, today);
  // Words of the past, such as yesterday, move with the day that they are read on; a weekday moves by whole weeks.
  const coming = parseDayWord(word, addDaysWithin(today, 6));
  const day = latest < today && coming === addDaysWithin(latest, 7) ? coming : latest;
  if (day < today) throw new UserError('past-date', { date: day, today, place: todayFrom });
  return day;
}

/** The day of the goal that the configuration has for a roadmap; null where it has none, or one that is past. */
export function goalSetting({ registered }: Found, today: CalendarDate): CalendarDate | null {
  const goal = registered?.goal ?? null;
  return goal !== null && goal >= today ? goal : null;
}

/** Keeps a goal in the user's configuration, null takes it out. Throws `goal-without-name`, and what writing settings throws. */
export async function setGoal(context: Context, found: Found, goal: CalendarDate | null): Promise<void> {
  const name = found.registered?.name ?? (found.kind === 'bundled' ? found.id : null);
  if (name === null) throw new UserError('goal-without-name', { file: found.path });
  const { changeSettings } = await import('./user-settings.ts');
  await changeSettings(context, [{ path: ['roadmaps', name, 'goal'], value: goal }]);
}
