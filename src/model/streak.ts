// Streak: weeks with something done that follow each other, where a week or two of rest end nothing.
import { type CalendarDate, compareDates } from '../dates/calendar-date.ts';
import { mondayOf, weeksBetween } from '../dates/week.ts';
import type { DayCount } from './heat-map.ts';

/** So many weeks in a row without a topic are rest; one more ends the streak. */
export const restWeeks = 2;

/** From so many weeks on it is named: two are no habit yet. */
const leastNamed = 3;

export interface Streak {
  /** Weeks with a topic, without those of rest between them. */
  readonly weeks: number;
  /** Weeks of rest between the first and the last of them. */
  readonly rests: number;
  /** The Monday of its first week. */
  readonly from: CalendarDate;
  /** The Monday of its last week with a topic. */
  readonly to: CalendarDate;
}

export interface Streaks {
  /** The one that goes on at the day that was asked for; a week that is not over is no week of rest. */
  readonly current: Streak | null;
  /** Of several with as many weeks the newest. */
  readonly longest: Streak | null;
}

export interface WeekCount {
  readonly monday: CalendarDate;
  readonly topics: number;
}

/** The streaks of all days until `today`. `days` are each day at most once, in any order. */
export function streaksOf(days: readonly DayCount[], today: CalendarDate): Streaks {
  let last: Streak | null = null;
  let longest: Streak | null = null;
  for (const { monday } of weekCountsOf(days.filter(({ day }) => day <= today))) {
    const rests: number = last === null ? 0 : restsBetween(last.to, monday);
    last =
      last === null || rests > restWeeks
        ? { weeks: 1, rests: 0, from: monday, to: monday }
        : { weeks: last.weeks + 1, rests: last.rests + rests, from: last.from, to: monday };
    if (longest === null || last.weeks >= longest.weeks) longest = last;
  }
  const goesOn = last !== null && restsBetween(last.to, mondayOf(today)) <= restWeeks;
  return { current: goesOn ? last : null, longest };
}

/** The streak that is worth a word: one that goes on. One that has ended, or has hardly begun, is none. */
export function namedStreak({ current }: Streaks): Streak | null {
  return current !== null && current.weeks >= leastNamed ? current : null;
}

/** The week with the most topics, of several the newest; null where there is none. */
export function bestWeekOf(days: readonly DayCount[]): WeekCount | null {
  return weekCountsOf(days).reduce<WeekCount | null>(
    (best, week) => (best === null || week.topics >= best.topics ? week : best),
    null,
  );
}

/** The best week that is worth a word: of one week alone it would say nothing. */
export function namedBestWeek(days: readonly DayCount[]): WeekCount | null {
  return weekCountsOf(days).length > 1 ? bestWeekOf(days) : null;
}

/** Weeks with a topic, oldest first, each with the topics of these days. */
export function weekCountsOf(days: readonly DayCount[]): WeekCount[] {
  const topicsOf = new Map<CalendarDate, number>();
  for (const { day, topics } of days) {
    if (topics === 0) continue;
    const monday = mondayOf(day);
    topicsOf.set(monday, (topicsOf.get(monday) ?? 0) + topics);
  }
  return [...topicsOf].map(([monday, topics]) => ({ monday, topics })).sort((a, b) => compareDates(a.monday, b.monday));
}

const restsBetween = (before: CalendarDate, monday: CalendarDate): number =>
  Math.max(0, weeksBetween(before, monday) - 1);
