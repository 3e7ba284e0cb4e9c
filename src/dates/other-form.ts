// OtherForm: a day that is written otherwise than YYYY-MM-DD, as people and other programs do.
import { type CalendarDate, parseCalendarDate } from './calendar-date.ts';

/** Null for what is no such day. `day` is null where two days may be meant: 03/10/2026. */
export function otherForm(text: string): { readonly day: CalendarDate | null } | null {
  const plain = text
    .trim()
    .replace(/\s?[년年월月.]\s?(?=\d)/g, '.')
    .replace(/(?<=\d)(?:\s?[일日]|\.)$/, '');
  const match = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/.exec(plain);
  if (match === null) return null;
  const [, first, separator, second, third] = match as unknown as [string, string, string, string, string];
  if (first.length === 4) return only([dayOf(first, second, third)]);
  if (third.length !== 4) return null;
  const dayFirst = dayOf(third, second, first);
  // With full stops it is day, month, year wherever people write so.
  return separator === '.' ? only([dayFirst]) : only([dayFirst, dayOf(third, first, second)]);
}

function dayOf(year: string, month: string, day: string): CalendarDate | null {
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function only(days: readonly (CalendarDate | null)[]): { readonly day: CalendarDate | null } | null {
  const found = new Set(days.filter((day) => day !== null));
  if (found.size === 0) return null;
  return { day: found.size === 1 ? ([...found][0] as CalendarDate) : null };
}
