// Day words: the ways a person names a day on the command line.
import type { CalendarDate } from './calendar-date.ts';
import { addDays, daysBetween, firstDay, lastDay, parseCalendarDate, weekdayOf } from './calendar-date.ts';

const offsets: { readonly [word: string]: number | undefined } = {
  today: 0,
  yesterday: -1,
  tomorrow: 1,
  сегодня: 0,
  вчера: -1,
  позавчера: -2,
  завтра: 1,
};

/** By the number of the weekday, Sunday first. */
const weekdays: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'воскресенье', 'вс'],
  ['monday', 'mon', 'понедельник', 'пн'],
  ['tuesday', 'tue', 'tues', 'вторник', 'вт'],
  ['wednesday', 'wed', 'среда', 'среду', 'ср'],
  ['thursday', 'thu', 'thur', 'thurs', 'четверг', 'чт'],
  ['friday', 'fri', 'пятница', 'пятницу', 'пт'],
  ['saturday', 'sat', 'суббота', 'субботу', 'сб'],
];

/**
 * `2026-11-19`, `today`, `yesterday`, `tomorrow`, `-3d`, `-2w`, `+1d`, a weekday; English or Russian, in any case. Else null.
 * A weekday is the latest such day up to today, today included: what is named is what was done. A bare `3d` is refused,
 * because it does not say in which direction. Days to come are understood; the caller decides whether they make sense. With `weekday`
 * `coming`, where one plans, it is the next such day from today on.
 */
export function parseDayWord(
  word: string,
  today: CalendarDate,
  weekday: 'latest' | 'coming' = 'latest',
): CalendarDate | null {
  const text = word.trim().toLowerCase();
  const written = parseCalendarDate(text);
  if (written !== null) return written;
  const offset = Object.hasOwn(offsets, text) ? offsets[text] : undefined;
  if (offset !== undefined) return moved(today, offset);
  const named = weekdays.findIndex((names) => names.includes(text));
  if (named >= 0) {
    const since = (weekdayOf(today) - named + 7) % 7;
    return moved(today, weekday === 'latest' ? -since : (7 - since) % 7);
  }
  // Four digits of weeks are 191 years: more is a slip of the finger.
  const [, sign, count, unit] = /^([+-])(\d{1,4})([dwдн])$/.exec(text) ?? [];
  if (sign === undefined || unit === undefined) return null;
  return moved(today, Number(`${sign}${count}`) * (unit === 'w' || unit === 'н' ? 7 : 1));
}

/** Null where the calendar ends, since the number comes from the user. */
function moved(today: CalendarDate, days: number): CalendarDate | null {
  if (daysBetween(firstDay, today) + days < 0 || daysBetween(today, lastDay) < days) return null;
  return addDays(today, days);
}
