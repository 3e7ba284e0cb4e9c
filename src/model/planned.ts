// Planned: the days and the priority that the author gave a topic (FORMATS, Dates). No command changes them.
import { type CalendarDate, parseCalendarDate } from '../dates/calendar-date.ts';
import { type PlanField, priorities, type Topic } from './roadmap.ts';

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

/** Of two fields of a name the first counts, as it does for the day on which a topic was done (FORMATS D1). */
export function plannedOf({ fields }: Pick<Topic, 'fields'>): Planned {
  if (fields.length === 0) return nothing;
  const [due, scheduled, start, created] = (['due', 'scheduled', 'start', 'created'] as const).map((name) => {
    const value = textOf(fields, name);
    return value === null ? null : dayOf(value);
  }) as [CalendarDate | null, CalendarDate | null, CalendarDate | null, CalendarDate | null];
  const word = textOf(fields, 'priority')?.toLowerCase();
  return { due, scheduled, start, created, priority: priorities.find((one) => one === word) ?? null };
}

/** A time may follow the day, as Dataview has it. */
const dayOf = (text: string): CalendarDate | null => parseCalendarDate(/^.{10}T/.test(text) ? text.slice(0, 10) : text);

function textOf(fields: readonly PlanField[], name: PlanField['name']): string | null {
  return fields.find((field) => field.name === name)?.value.trim() ?? null;
}
