// Week: seven days from a Monday on, whatever the language (ISO 8601).
import { addDays, type CalendarDate, daysBetween, lastDay, weekdayOf } from './calendar-date.ts';

/** The Monday on or before a day: weeks begin on Monday, and so does the first year. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** Whole weeks from the week of `a` to the week of `b`: 0 in the same week, negative when `b` is in an earlier one. */
export function weeksBetween(a: CalendarDate, b: CalendarDate): number {
  return Math.round(daysBetween(mondayOf(a), mondayOf(b)) / 7);
}

/** `days` days later, or the last day there is: how far a forecast reaches is not the user's mistake. */
export function addDaysWithin(day: CalendarDate, days: number): CalendarDate {
  return daysBetween(day, lastDay) < days ? lastDay : addDays(day, days);
}
