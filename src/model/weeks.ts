// Weeks: how much was done in each week, without the days on which much was ticked at once.
import { addDays, type CalendarDate } from '../dates/calendar-date.ts';
import { mondayOf, weeksBetween } from '../dates/week.ts';
import type { ActiveDay, Activity } from './activity.ts';
import { weeksLookedAt } from './progress.ts';
import { quantileOf } from './quantile.ts';

/** A day with fewer is never a bulk day. */
const leastBulk = 10;

export interface Weeks {
  /** Topics of each whole week, oldest first, idle ones too: from that of the first tick on, `weeksLookedAt` at most, up to last Sunday. */
  readonly counts: readonly number[];
  /** Hours of those topics; null where none of the topics has hours. */
  readonly hours: readonly number[] | null;
  /** The Monday of the first of them; null without any. */
  readonly from: CalendarDate | null;
  /** How many of them are not idle. */
  readonly active: number;
  /** Topics of the week that is not over: no part of `counts`. */
  readonly current: number;
  /** Days that were set aside, oldest first. */
  readonly bulk: readonly ActiveDay[];
}

/** Days to come are left out. */
export function weeksOf({ days }: Activity, today: CalendarDate): Weeks {
  const past = days.filter(({ day }) => day <= today);
  const most = mostOfUsualDay(past);
  const usual = past.filter(({ topics }) => topics <= most);
  const thisWeek = mondayOf(today);
  const first = usual[0]?.day ?? today;
  const back = Math.min(weeksLookedAt, weeksBetween(first, thisWeek));
  const from = back === 0 ? null : addDays(thisWeek, -7 * back);
  const counts = new Array<number>(back).fill(0);
  const hours = new Array<number>(back).fill(0);
  /** The Monday behind each of those weeks: days compare as texts, and of a long history most are further back. */
  const ends = counts.map((_, week) => addDays(from as CalendarDate, 7 * (week + 1)));
  let at = 0;
  let current = 0;
  let hasHours = false;
  for (const { day, topics, hours: spent } of usual) {
    if (day >= thisWeek) current += topics;
    if (from === null || day < from || day >= thisWeek) continue;
    while (day >= (ends[at] as CalendarDate)) at++;
    counts[at] = (counts[at] as number) + topics;
    hours[at] = (hours[at] as number) + (spent ?? 0);
    if (spent !== null) hasHours = true;
  }
  const active = counts.filter((count) => count > 0).length;
  const bulk = past.filter(({ topics }) => topics > most);
  return { counts, hours: hasHours ? hours : null, from, active, current, bulk };
}

/**
 * The most topics that a day may have without being a bulk day: the far fence of Tukey's box plot, the third quartile of all active days
 * and three times the distance of the quartiles on top, and nine at least. Whoever studies once a week has such days every week, so
 * these are usual ones.
 */
export function mostOfUsualDay(days: readonly ActiveDay[]): number {
  const sorted = days.map(({ topics }) => topics).sort((a, b) => a - b);
  const [low, high] = [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)];
  return Math.max(leastBulk - 1, high + 3 * (high - low));
}
