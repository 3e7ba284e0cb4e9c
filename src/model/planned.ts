// Planned: the days and the priority that the author gave a topic (FORMATS, Dates). No command changes them.
import { type CalendarDate, parseCalendarDate } from '../dates/calendar-date.ts';
import { priorities, type Topic } from './roadmap.ts';

export type Priority = (typeof priorities)[number];

/** Null where nothing is written, or what is written is no day and no priority that is known. */
export interface Planned {
  /** By which day it is to be done. */
  readonly due: CalendarDate | null;
  /** On which day one means to study it. */
  readonly scheduled: CalendarDate | null;
  /** Before which day it is not to be begun. */
  readonly start: CalendarDate | null;
  readonly created: CalendarDate | null;
  readonly priority: Priority | null;
}

const nothing: Planned = Object.freeze({ due: null, scheduled: null, start: null, created: null, priority: null });

/**
 * Of two fields of a name the first counts, as it does for the day on which a topic was done (FORMATS D1). One pass, since `next` asks
 * it of every topic that has fields.
 */
export function plannedOf({ fields }: Pick<Topic, 'fields'>): Planned {
  if (fields.length === 0) return nothing;
  const found: { -readonly [Name in keyof Planned]?: Planned[Name] } = {};
  for (const { name, value } of fields) {
    if (name === 'priority') {
      if (found.priority === undefined) found.priority = priorityOf(value.trim().toLowerCase());
    } else if (name === 'due' || name === 'scheduled' || name === 'start' || name === 'created') {
      if (found[name] === undefined) found[name] = dayOf(value.trim());
    }
  }
  const { due = null, scheduled = null, start = null, created = null, priority = null } = found;
  return { due, scheduled, start, created, priority };
}

const priorityOf = (word: string): Priority | null => priorities.find((one) => one === word) ?? null;

/** A time may follow the day, as Dataview has it. */
const dayOf = (text: string): CalendarDate | null =>
  parseCalendarDate(text.charAt(10) === 'T' ? text.slice(0, 10) : text);
