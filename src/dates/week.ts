// Week: seven days from a Monday on, whatever the language (ISO 8601).
import { addDays, type CalendarDate, daysBetween, parseCalendarDate, weekdayOf } from './calendar-date.ts';

/** The Monday on or before a day: weeks begin on Monday. Of the first days of year 1, which have none, the first day there is. */
export function mondayOf(day: CalendarDate): CalendarDate {
  const first = '0001-01-01' as CalendarDate;
  const behind = Math.min((weekdayOf(day) + 6) % 7, daysBetween(first, day));
  return behind === 0 ? day : addDays(day, -behind);
}

/** Whole weeks from the week of `a` to the week of `b`: 0 in the same week, negative when `b` is in an earlier one. */
export function weeksBetween(a: CalendarDate, b: CalendarDate): number {
  return Math.round(daysBetween(mondayOf(a), mondayOf(b)) / 7);
}

/** `days` days later, or the last day there is: how far a forecast reaches is not the user's mistake. */
export function addDaysWithin(day: CalendarDate, days: number): CalendarDate {
  const last = parseCalendarDate('9999-12-31') as CalendarDate;
  return daysBetween(day, last) < days ? last : addDays(day, days);
}
