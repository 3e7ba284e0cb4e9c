// CalendarDate: a day without a time, written YYYY-MM-DD.
import { addHours } from 'date-fns/addHours';
import { differenceInHours } from 'date-fns/differenceInHours';

/** A day that exists, as `YYYY-MM-DD`; days compare as strings do. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

/** The days between which all days are. */
export const firstDay = '0001-01-01' as CalendarDate;
export const lastDay = '9999-12-31' as CalendarDate;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Strictly `YYYY-MM-DD`, years 0001 to 9999, of a day that exists; else null. No `Date` and no pattern: it runs once for
 * every ticked line of a file.
 */
export function parseCalendarDate(text: string): CalendarDate | null {
  return text.length === 10 && dayNumberAt(text, 0) > 0 ? (text as CalendarDate) : null;
}

/** The day that is written at an offset of a text, as the number YYYYMMDD; 0 where there is none that exists. */
export function dayNumberAt(text: string, at: number): number {
  if (text.charCodeAt(at + 4) !== 45 || text.charCodeAt(at + 7) !== 45) return 0;
  const year = digits(text, at, at + 4);
  const month = digits(text, at + 5, at + 7);
  const day = digits(text, at + 8, at + 10);
  if (year < 1 || month < 1 || day < 1) return 0;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day <= (monthLengths[month - 1] ?? 0) + leap ? year * 10_000 + month * 100 + day : 0;
}

/** The number written there, or -1 where one character is no ASCII digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    // Also behind the end of the text, where it is no number at all.
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

// In UTC every day has 24 hours. date-fns counts days in local time, and even local noon is missing where a zone
// skipped a whole day (Samoa, 2011-12-30); its hours are plain milliseconds.

/** When a day begins in UTC. */
export function midnight(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** `n` days later, or earlier for a negative `n`. Throws a `RangeError` outside the years 0001 to 9999. */
export function addDays(date: CalendarDate, n: number): CalendarDate {
  const moved = parseCalendarDate(
    addHours(midnight(date), n * 24)
      .toISOString()
      .slice(0, 10),
  );
  if (moved === null) throw new RangeError(`${date} and ${n} days is no day of the years 0001 to 9999`);
  return moved;
}

/** Days from `a` to `b`: negative when `b` is the earlier one. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return differenceInHours(midnight(b), midnight(a)) / 24;
}

/** Below zero, zero or above zero, for sorting from the earliest. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return midnight(date).getUTCDay();
}
