// Urgency: what puts a topic before or behind the others by the days and the priority that its author gave it.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { addDaysWithin } from '../dates/week.ts';
import { type Planned, plannedOf } from './planned.ts';
import type { Topic } from './roadmap.ts';
import { type UrgencyKind, urgencyKinds } from './urgency-kind.ts';

export interface Urgency {
  readonly kind: UrgencyKind;
  readonly due: CalendarDate | null;
  /** Among those of its kind the earlier goes first: the day on which it is due, or may begin; null is behind all. */
  readonly day: CalendarDate | null;
}

/** So many days ahead a topic is due soon. */
const soonDays = 7;

export const isSoon = (dueIn: number): boolean => dueIn <= soonDays;

/** The days that topics are measured by. */
export interface Horizon {
  readonly today: CalendarDate;
  /** The last day on which what is due is due soon. */
  readonly soon: CalendarDate;
}

export const horizonOf = (today: CalendarDate): Horizon => ({ today, soon: addDaysWithin(today, soonDays) });

/** Null where a topic keeps the place that it has by its state, its level and the order of the author. */
export function urgencyOf(fields: Topic['fields'], isBegun: boolean, horizon: Horizon): Urgency | null {
  const planned = plannedOf({ fields });
  const kind = kindOf(planned, isBegun, horizon);
  if (kind === null) return null;
  const { due, start } = planned;
  return { kind, due, day: kind === 'later' ? start : due };
}

function kindOf({ due, start, priority }: Planned, isBegun: boolean, { today, soon }: Horizon): UrgencyKind | null {
  if (due !== null && due < today) return 'overdue';
  // What is begun has not waited for that day.
  if (!isBegun && start !== null && start > today) return 'later';
  if (priority === 'highest' || priority === 'high') return priority;
  if (due !== null && due <= soon) return 'soon';
  return isBegun ? null : priority;
}

/** Below zero where `a` is the more urgent. */
export function compareUrgency(a: Urgency, b: Urgency): number {
  const byKind = urgencyKinds.indexOf(a.kind) - urgencyKinds.indexOf(b.kind);
  if (byKind !== 0 || a.day === b.day) return byKind;
  if (a.day === null || b.day === null) return a.day === null ? 1 : -1;
  return a.day < b.day ? -1 : 1;
}

/** Whether it goes before what is begun. */
export const isPressing = ({ kind }: Urgency): boolean => urgencyKinds.indexOf(kind) < urgencyKinds.indexOf('medium');
