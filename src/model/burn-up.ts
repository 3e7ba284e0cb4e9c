// BurnUp: how many topics were done by which day.
import { type CalendarDate, compareDates } from '../dates/calendar-date.ts';
import type { Activity } from './activity.ts';

export interface BurnUpPoint {
  readonly day: CalendarDate;
  /** Done on this day or before it. */
  readonly done: number;
}

export interface BurnUp {
  /** Done topics without a day, or with one that is still to come: part of the count from the beginning. */
  readonly undated: number;
  /** The days on which something was done until today, oldest first, never empty. */
  readonly points: readonly BurnUpPoint[];
}

/** `done`: of all topics. Null where no day until `today` is known. */
export function burnUpOf({ days }: Activity, done: number, today: CalendarDate): BurnUp | null {
  const past = days.filter(({ day }) => compareDates(day, today) <= 0);
  const dated = past.reduce((sum, { topics }) => sum + topics, 0);
  if (dated === 0) return null;
  const undated = Math.max(0, done - dated);
  let count = undated;
  const points = past.map(({ day, topics }) => {
    count += topics;
    return { day, done: count };
  });
  return { undated, points };
}
