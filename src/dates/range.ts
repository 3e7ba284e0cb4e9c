// DayRange: days in a row, as a person names them on the command line: one day, a week, from one day to another.
import type { CalendarDate } from './calendar-date.ts';
import { addDaysWithin, mondayOf } from './week.ts';
import { parseDayWord } from './words.ts';

/** Both ends are in it; null where it has no end on that side. */
export interface DayRange {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

const weekWords: readonly string[] = ['week', 'неделя'];

/**
 * Days by which something is due. `2026-12-24` and every other word for a day: up to that day, however long ago; `2026-12-01..2026-12-24`,
 * `today..`, `..+7d`: from the one to the other; `week`: this one, Monday to Sunday. A weekday is the next such day, today included. Null for
 * anything else, and where the end is before the beginning.
 */
export function parseDayRange(words: string, today: CalendarDate): DayRange | null {
  const text = words.trim().toLowerCase();
  if (weekWords.includes(text)) return weekOf(today);
  const [first = '', last, ...others] = text.split('..');
  if (others.length > 0) return null;
  if (last === undefined) return upTo(parseDayWord(first, today, 'coming'));
  const [from, to] = [first, last].map((word) => (word.trim() === '' ? null : parseDayWord(word, today, 'coming')));
  const isLost = (from === null && first.trim() !== '') || (to === null && last.trim() !== '');
  if (isLost || from === undefined || to === undefined || (from === null && to === null)) return null;
  return from !== null && to !== null && to < from ? null : { from, to };
}

const upTo = (to: CalendarDate | null): DayRange | null => (to === null ? null : { from: null, to });

function weekOf(today: CalendarDate): DayRange {
  const from = mondayOf(today);
  return { from, to: addDaysWithin(from, 6) };
}
