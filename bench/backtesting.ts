// Backtesting: what would have been forecast at each week of a history, against what came.
import { addDays, type CalendarDate, daysBetween } from '../src/dates/calendar-date.ts';
import { mondayOf } from '../src/dates/week.ts';
import { frontMatterSpan } from '../src/formats/frontmatter.ts';
import { readMarkdown } from '../src/formats/markdown/read.ts';
import { type Activity, activityOf } from '../src/model/activity.ts';
import { finish } from '../src/model/finish.ts';
import { basisOf, finishOf } from '../src/model/forecast.ts';
import { quantileOf } from '../src/model/quantile.ts';
import { randomFrom } from '../src/model/random.ts';
import { weeksOf } from '../src/model/weeks.ts';
import { toSource } from '../src/text/source.ts';
import { futureOf, type Kind, kinds, type Learner, learner, rushWeeks } from './learners.ts';

export { kinds };

/** A Monday. */
const start = '2024-01-01' as CalendarDate;
/** Active weeks before the first forecast. */
const activeBefore = 6;
const oracleRuns = 400;

export interface Score {
  readonly name: string;
  forecasts: number;
  inHalf: number;
  inMost: number;
  /** Before and behind the range of eight of ten. */
  early: number;
  late: number;
  /** Sums of days. */
  widthHalf: number;
  widthMost: number;
  widthOracle: number;
  /** Of the forecasts with an oracle. */
  widthWithOracle: number;
  changes: number;
  /** Inside eight of ten, or with a change of the pace. */
  insideOrChange: number;
  /** The same of the forecasts of the last six weeks, in which a rush is on its way. */
  last: number;
  lastInsideOrChange: number;
  /** The first forecast of each learner. */
  first: number;
  firstInMost: number;
  /** Distances of single dates, as shares of the true time. */
  readonly errors: { readonly ours: number[]; readonly naive: number[]; readonly taskwarrior: number[] };
}

const newScore = (name: string): Score => ({
  ...{
    name,
    forecasts: 0,
    inHalf: 0,
    inMost: 0,
    early: 0,
    late: 0,
    widthHalf: 0,
    widthMost: 0,
    widthOracle: 0,
    widthWithOracle: 0,
  },
  ...{ changes: 0, insideOrChange: 0, last: 0, lastInsideOrChange: 0, first: 0, firstInMost: 0 },
  errors: { ours: [], naive: [], taskwarrior: [] },
});

/** Topics of each day, from a day that is a Monday or not, and how many there are. */
export interface History {
  readonly start: CalendarDate;
  readonly days: readonly number[];
  readonly topics: number;
}

/** The history up to a day, that day included. */
function activityUntil({ start: from, days }: History, today: number): Activity {
  const found: Activity['days'][number][] = [];
  for (let day = 0; day <= today; day++) {
    const topics = days[day] as number;
    if (topics > 0) found.push({ day: dayAt(from, day), topics, hours: null, levels: new Map() });
  }
  return { days: found };
}

const known = new Map<string, CalendarDate>();

/** `addDays`, which is asked for the same days again and again. */
function dayAt(from: CalendarDate, day: number): CalendarDate {
  const key = `${from} ${day}`;
  let found = known.get(key);
  if (found === undefined) {
    found = addDays(from, day);
    known.set(key, found);
  }
  return found;
}

/** Forecasts once in each week, on a day that differs, and adds to the score. `oracle` gives the width of what knows the distribution. */
export function backtest(
  history: History,
  score: Score,
  seed: number,
  oracle: (remaining: number) => number | null,
): void {
  const random = randomFrom(seed);
  const { days, topics } = history;
  const end = days.length - 1;
  let done = 0;
  let isFirst = true;
  let activeWeeks = 0;
  for (let week = 0; 7 * week <= end; week++) {
    const today = 7 * week + Math.floor(random() * 7);
    const counts = days.slice(7 * week, 7 * week + 7);
    const untilToday = done + counts.slice(0, today - 7 * week + 1).reduce((sum, one) => sum + one, 0);
    if (activeWeeks >= activeBefore && today < end) {
      const one = { history, today, remaining: topics - untilToday, done: untilToday };
      scoreOne(one, score, { isFirst, seed: seed * 1000 + week, width: oracle(topics - untilToday) });
      isFirst = false;
    }
    const sum = counts.reduce((total, one) => total + one, 0);
    if (sum > 0) activeWeeks++;
    done += sum;
  }
}

interface Moment {
  readonly history: History;
  readonly today: number;
  readonly remaining: number;
  readonly done: number;
}

function scoreOne(
  { history, today, remaining, done }: Moment,
  score: Score,
  { isFirst, seed, width }: { readonly isFirst: boolean; readonly seed: number; readonly width: number | null },
): void {
  const day = dayAt(history.start, today);
  const basis = basisOf(weeksOf(activityUntil(history, today), day));
  const finish = finishOf(basis, remaining, { today: day, seed });
  if (finish === null) return;
  const truth = history.days.length - 1 - today;
  const ends = ({ from, to }: (typeof finish)['most']): readonly [number, number] =>
    [from, to].map((one) => (one === null ? 3640 : daysBetween(day, one))) as unknown as readonly [number, number];
  const [half, most] = [ends(finish.half), ends(finish.most)];
  const isIn = ([from, to]: readonly [number, number]): boolean => truth >= from && truth <= to;
  score.forecasts++;
  if (isIn(half)) score.inHalf++;
  if (isIn(most)) score.inMost++;
  else if (truth < most[0]) score.early++;
  else score.late++;
  if (basis.change !== null) score.changes++;
  const isInsideOrChange = isIn(most) || basis.change !== null;
  if (isInsideOrChange) score.insideOrChange++;
  if (truth <= 7 * rushWeeks) {
    score.last++;
    if (isInsideOrChange) score.lastInsideOrChange++;
  }
  score.widthHalf += half[1] - half[0] + 1;
  score.widthMost += most[1] - most[0] + 1;
  if (width !== null) {
    score.widthOracle += width;
    score.widthWithOracle += most[1] - most[0] + 1;
  }
  if (isFirst) {
    score.first++;
    if (isIn(most)) score.firstInMost++;
  }
  const error = (days: number): number => Math.abs(days - truth) / truth;
  score.errors.ours.push(error((half[0] + half[1]) / 2));
  score.errors.naive.push(error(naiveDays(history, today, remaining)));
  score.errors.taskwarrior.push(error(burndownDays(history, today, remaining, done)));
}

/** The line through the last four weeks. */
function naiveDays({ days }: History, today: number, remaining: number): number {
  const recent = days.slice(Math.max(0, today - 27), today + 1);
  const sum = recent.reduce((total, one) => total + one, 0);
  return sum === 0 ? Number.POSITIVE_INFINITY : (remaining * recent.length) / sum;
}

/**
 * Taskwarrior's `burndown` (src/commands/CmdBurndown.cpp, `Chart::calculateRates`): the most open tasks there ever were less those open now, by
 * the days since; the open ones at that rate. Of a roadmap that is there from the beginning the peak is before the first tick.
 */
function burndownDays({ days }: History, today: number, remaining: number, done: number): number {
  const peak = days.findIndex((count) => count > 0) - 1;
  return (remaining * (today - peak)) / done;
}

const oracles = new Map<string, number>();

/** The width of eight of ten possible futures, for kinds that are the same every week. */
function oracleWidth(kind: Kind, remaining: number): number | null {
  if (kind === 'slowing' || kind === 'holidays' || kind === 'rush' || kind === 'bulk-later') return null;
  const key = `${kind} ${remaining}`;
  const found = oracles.get(key);
  if (found !== undefined) return found;
  const random = randomFrom(remaining);
  const days = Array.from({ length: oracleRuns }, () => futureOf(kind, remaining, random)).sort((a, b) => a - b);
  const width = quantileOf(days, 0.9) - quantileOf(days, 0.1) + 1;
  oracles.set(key, width);
  return width;
}

/** So many learners of a kind. */
export function backtestKind(kind: Kind, learners: number, seed: number): Score {
  const score = newScore(kind);
  for (let number = 0; number < learners; number++) {
    const made: Learner = learner(kind, randomFrom(seed + number));
    backtest({ start, days: made.days, topics: made.topics }, score, seed + number, (remaining) =>
      oracleWidth(kind, remaining),
    );
  }
  return score;
}

/** A dated checklist as a history, as if all that is done and dated was all there is; null where that is too little. */
export function backtestText(text: string, name: string, seed: number): Score | null {
  const source = toSource(text);
  const block = frontMatterSpan(text);
  const note = { source, bodyStart: block?.body.start ?? 0, frontMatter: {}, name };
  const { days } = activityOf(finish(readMarkdown(note)));
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return null;
  const from = mondayOf(first);
  // More than twenty years are a slip of the pen.
  if (daysBetween(from, last) > 7300) return null;
  const counts = new Array<number>(daysBetween(from, last) + 1).fill(0);
  let topics = 0;
  for (const { day, topics: count } of days) {
    counts[daysBetween(from, day)] = count;
    topics += count;
  }
  const score = newScore(name);
  backtest({ start: from, days: counts, topics }, score, seed, () => null);
  return score.forecasts === 0 ? null : score;
}
