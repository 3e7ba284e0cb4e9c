// Part: what of a roadmap was asked for, where that was not the whole.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { DayRange } from '../dates/range.ts';
import type { Level, Section, Status, Topic } from './roadmap.ts';

export interface Part {
  /** What the selectors name; a range or `4.*` as it was typed. */
  readonly named: readonly (Section | Topic | string)[];
  readonly filter: Filter;
}

/** Due on one of these days; `isOverdue` where what is done or skipped is left out, and the days are those before today. */
export interface Due extends DayRange {
  readonly isOverdue: boolean;
}

/** Each property is null where it was not asked for. */
export interface Filter {
  readonly levels: readonly Level[] | null;
  readonly statuses: readonly Status[] | null;
  readonly tag: string | null;
  readonly search: string | null;
  readonly since: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly due: Due | null;
}

export const noFilter: Filter = {
  levels: null,
  statuses: null,
  tag: null,
  search: null,
  since: null,
  until: null,
  due: null,
};
