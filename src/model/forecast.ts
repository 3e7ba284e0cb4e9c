// Forecast: between which days a number of topics will be done, from the weeks there were (docs/pace.md).
import { addDays, type CalendarDate, daysBetween } from '../dates/calendar-date.ts';
import { addDaysWithin } from '../dates/week.ts';
import type { Activity } from './activity.ts';
import { leastActiveWeeks } from './progress.ts';
import { quantileOf } from './quantile.ts';
import { gamma, normal, type Random, randomFrom } from './random.ts';
import { type Weeks, weeksOf } from './weeks.ts';

export const runCount = 250;
export const forecastSeed = 20_261_120;
/** Ten years: what takes longer has no end that anybody plans for. */
export const horizonWeeks = 520;
/** How much a pace strays by itself, as the standard deviation of its logarithm. */
export const drift = 0.05;
/** So many weeks of a variance that is `usualDispersion` times the mean are added to those there were, since a few weeks may be alike by chance. */
export const priorWeeks = 2;
export const usualDispersion = 1.5;
/** From so many standard errors on a difference is called a change of the pace: more than two, as the largest of many is taken. */
const changeAt = 2.5;
/** From so many on the weeks before it count no more: whoever leaves weeks out without need is less sure. */
const forgetAt = 4;
/** Active weeks that a change has before it and behind it, at least. */
const leastBefore = 3;
const leastAfter = 2;

/** Days between which all is done, both of them included; null for one that is more than ten years away. */
export interface FinishRange {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

export interface CountRange {
  readonly from: number;
  readonly to: number;
}

/** Between which ends half of the runs are, and eight of ten. */
export interface Ranges<One> {
  readonly half: One;
  readonly most: One;
}

/** The active weeks from one on differ from those before by more than chance does. */
export interface PaceChange {
  readonly direction: 'faster' | 'slower';
  /** The Monday of the first of those weeks. */
  readonly since: CalendarDate;
  /** Topics a week before and since, idle weeks counted. */
  readonly before: number;
  readonly after: number;
}

export interface Forecast {
  readonly weeks: Weeks;
  /** So many active weeks more are needed; 0 where there are enough, and only then the rest is not null. */
  readonly missing: number;
  /** Topics a week, of the weeks that count. */
  readonly pace: number | null;
  /** How many of the newest weeks count: all, or fewer where the pace is changing. */
  readonly basis: number;
  readonly change: PaceChange | null;
  readonly finish: Ranges<FinishRange> | null;
}

export interface ForecastOptions {
  readonly today: CalendarDate;
  readonly seed?: number;
}

/** When so many topics will be done. With nothing remaining it is today. */
export function forecastOf(activity: Activity, remaining: number, options: ForecastOptions): Forecast {
  const basis = basisOf(weeksOf(activity, options.today));
  return { ...basis, finish: finishOf(basis, remaining, options) };
}

/** What all forecasts of one history share. */
export type Basis = Omit<Forecast, 'finish'>;

export function basisOf(weeks: Weeks): Basis {
  const missing = Math.max(0, leastActiveWeeks - weeks.active);
  if (missing > 0) return { weeks, missing, pace: null, basis: weeks.counts.length, change: null };
  const found = changeOf(weeks.counts);
  const newest = found === null || found.errors < forgetAt ? weeks.counts.length : weeks.counts.length - found.at;
  const basis = Math.min(weeks.counts.length, Math.max(leastActiveWeeks, newest));
  return {
    weeks,
    missing,
    pace: mean(weeks.counts.slice(-basis)),
    basis,
    change: found === null ? null : changeAtWeek(weeks, found),
  };
}

function changeAtWeek({ counts, from }: Weeks, { direction, at }: FoundChange): PaceChange {
  const since = addDays(from as CalendarDate, 7 * at);
  return { direction, since, before: mean(counts.slice(0, at)), after: mean(counts.slice(at)) };
}

/** Between which days so many topics will be done. Null without a pace. */
export function finishOf(
  basis: Basis,
  remaining: number,
  { today, seed = forecastSeed }: ForecastOptions,
): Ranges<FinishRange> | null {
  if (basis.pace === null) return null;
  const future = futureOf(basis);
  const days = new Float64Array(runCount);
  for (let run = 0; run < runCount; run++) days[run] = daysUntil(future, remaining, randomOfRun(seed, run));
  const range = (from: number, to: number): FinishRange => ({ from: dayIn(today, from), to: dayIn(today, to) });
  return rangesOf(days, range);
}

/** How many topics will be done until a day, that day included: `remaining` at most. Null without a pace. */
export function doneByOf(
  basis: Basis,
  remaining: number,
  day: CalendarDate,
  { today, seed = forecastSeed }: ForecastOptions,
): Ranges<CountRange> | null {
  if (basis.pace === null) return null;
  const future = futureOf(basis);
  const weeks = Math.min(horizonWeeks, Math.max(0, daysBetween(today, day)) / 7);
  const done = new Float64Array(runCount);
  for (let run = 0; run < runCount; run++) {
    const random = randomOfRun(seed, run);
    const factor = factorOf(future, random);
    let sum = 0;
    for (let left = weeks; left > 0 && sum < remaining; left--)
      sum += weekOf(future, random) * factor * Math.min(1, left);
    done[run] = Math.min(remaining, Math.round(sum));
  }
  return rangesOf(done, (from, to) => ({ from, to }));
}

/** Topics a week that are needed to be done by a day; null where it is today or past. */
export function neededPace(remaining: number, day: CalendarDate, today: CalendarDate): number | null {
  const days = daysBetween(today, day);
  return days <= 0 ? null : (7 * remaining) / days;
}

function rangesOf<One>(values: Float64Array, range: (from: number, to: number) => One): Ranges<One> {
  values.sort();
  const at = (share: number): number => quantileOf(values, share);
  return { half: range(at(0.25), at(0.75)), most: range(at(0.1), at(0.9)) };
}

const dayIn = (today: CalendarDate, days: number): CalendarDate | null =>
  days > horizonWeeks * 7 ? null : days === 0 ? today : addDaysWithin(today, days);

/** What all runs draw from. */
interface Future {
  readonly counts: readonly number[];
  /** Of the weeks, with those of `priorWeeks`, and from how many it is known. */
  readonly variance: number;
  readonly freedom: number;
  /** How well the mean is known, times the variance. */
  readonly telling: number;
}

function futureOf({ weeks, basis }: Basis): Future {
  const counts = weeks.counts.slice(-basis);
  const average = mean(counts);
  // Idle weeks lie beside each other, and the first week has a topic because the history begins with it.
  const telling = (counts.filter((count) => count > 0).length - 1) * average * average;
  return { counts, variance: varianceOf(counts), freedom: counts.length - 1 + priorWeeks, telling };
}

/** A run has numbers of its own, so that it is the same future whatever is asked of it. */
const randomOfRun = (seed: number, run: number): Random => randomFrom(seed + Math.imul(run, 0x9e3779b1));

const weekOf = ({ counts }: Future, random: Random): number => counts[Math.floor(random() * counts.length)] as number;

/**
 * By what all weeks of a run are larger or smaller: the mean of a few weeks is only roughly the pace, by as much as they differ, and how much
 * they differ is itself known roughly only. A plain bootstrap, which takes both for certain, is too sure of itself with few weeks.
 */
function factorOf({ variance, freedom, telling }: Future, random: Random): number {
  const shape = (telling * 2 * gamma(random, freedom / 2)) / (variance * freedom);
  const factor = (Math.exp(drift * normal(random)) * shape) / Math.max(gamma(random, shape), Number.MIN_VALUE);
  return Math.min(factor, 1e6);
}

/** After how many days so much is done: in the week that completes it on a day that is as far in it as the topic among those of that week. */
function daysUntil(future: Future, remaining: number, random: Random): number {
  if (remaining <= 0) return 0;
  const factor = factorOf(future, random);
  const stray = normal(random);
  let sum = 0;
  for (let weeks = 0; weeks < horizonWeeks; weeks++) {
    const count = weekOf(future, random) * factor;
    if (sum + count >= remaining) {
      const share = (remaining - sum) / (count + 1);
      const strayed = share + stray * Math.sqrt((share * (1 - share)) / (count + 2));
      return 7 * weeks + Math.max(1, Math.ceil(7 * Math.min(1, strayed)));
    }
    sum += count;
  }
  return Number.POSITIVE_INFINITY;
}

interface FoundChange extends Pick<PaceChange, 'direction'> {
  readonly at: number;
  readonly errors: number;
}

/**
 * Whether the active weeks from one on differ from those before by more than chance does: of all places the one at which they differ most.
 * Idle weeks say nothing of it, since they are drawn as often as they were. The roots of counts vary alike whatever the pace is.
 */
function changeOf(counts: readonly number[]): FoundChange | null {
  const weeks = counts.flatMap((count, week) => (count > 0 ? [week] : []));
  const roots = weeks.map((week) => Math.sqrt(counts[week] as number));
  let found: FoundChange | null = null;
  let most = changeAt;
  for (let place = leastBefore; place <= roots.length - leastAfter; place++) {
    const [before, after] = [roots.slice(0, place), roots.slice(place)];
    const difference = mean(after) - mean(before);
    const squares = squaresOf(before) + squaresOf(after) + (priorWeeks * usualDispersion) / 4;
    const variance = squares / (roots.length - 2 + priorWeeks);
    const errors = difference / Math.sqrt(variance * (1 / before.length + 1 / after.length));
    if (Math.abs(errors) < most) continue;
    most = Math.abs(errors);
    found = { direction: errors > 0 ? 'faster' : 'slower', at: weeks[place] as number, errors: most };
  }
  return found;
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function squaresOf(values: readonly number[]): number {
  const average = mean(values);
  return values.reduce((sum, value) => sum + (value - average) ** 2, 0);
}

/** With the weeks of `priorWeeks`. */
const varianceOf = (counts: readonly number[]): number =>
  (squaresOf(counts) + priorWeeks * usualDispersion * mean(counts)) / (counts.length - 1 + priorWeeks);
