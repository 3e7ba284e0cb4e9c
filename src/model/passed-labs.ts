// PassedLabs: which labs the lines of progress files say are passed (FORMATS P7).
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { LabLine } from './lab-line.ts';

/** Each with its first day; null where none of its lines has one. */
export function passedLabs(lines: Iterable<LabLine>): Map<string, CalendarDate | null> {
  const passed = new Map<string, CalendarDate | null>();
  for (const { lab, status, completedOn } of lines) {
    if (status !== 'done') continue;
    const known = passed.get(lab) ?? null;
    passed.set(lab, known === null || (completedOn !== null && completedOn < known) ? completedOn : known);
  }
  return passed;
}
