// Urgency: how far before or behind the others a topic comes by the days and the priority that its author gave it.
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts';
import { type Planned, plannedOf } from './planned.ts';
import type { Topic } from './roadmap.ts';

/**
 * The most urgent first. `overdue`: due before today; `soon`: due today or within a week; `begun`: in progress; `later`: it is not to be
 * begun before a day to come, unless it is due first. Of all that fit one the first counts.
 */
const kinds = ['overdue', 'highest', 'high', 'soon', 'begun', 'medium', 'usual', 'low', 'lowest', 'later'] as const;
export type UrgencyKind = (typeof kinds)[number];

export interface Urgency {
  readonly kind: UrgencyKind;
  /** Days from today until it is due, negative where that is over; null where it is not due at all. */
  readonly dueIn: number | null;
  /** Among those of its kind the earlier goes first: the day on which it is due, or may begin; null is behind all. */
  readonly day: CalendarDate | null;
}

/** So many days ahead a topic is due soon. */
export const soonDays = 7;

export function urgencyOf({ fields, status }: Pick<Topic, 'fields' | 'status'>, today: CalendarDate): Urgency {
  const planned = plannedOf({ fields });
  const { due, start } = planned;
  const kind = kindOf(planned, status === 'doing', today);
  return { kind, dueIn: due === null ? null : daysBetween(today, due), day: kind === 'later' ? start : due };
}

function kindOf({ due, start, priority }: Planned, isBegun: boolean, today: CalendarDate): UrgencyKind {
  if (due !== null && due < today) return 'overdue';
  if (!isBegun && start !== null && start > today) return 'later';
  if (priority === 'highest' || priority === 'high') return priority;
  if (due !== null && daysBetween(today, due) <= soonDays) return 'soon';
  return isBegun ? 'begun' : (priority ?? 'usual');
}

/** Below zero where `a` is the more urgent. */
export function compareUrgency(a: Urgency, b: Urgency): number {
  const byKind = kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
  if (byKind !== 0 || a.day === b.day) return byKind;
  if (a.day === null || b.day === null) return a.day === null ? 1 : -1;
  return a.day < b.day ? -1 : 1;
}

/** Whether it goes before all that have no day and no priority, begun ones too. */
export const isPressing = ({ kind }: Urgency): boolean => kinds.indexOf(kind) < kinds.indexOf('begun');
