// Learners: made-up people who tick topics day by day, each kind with its own distribution, for the backtest of the forecast.
import { gamma, type Random } from '../src/model/random.ts';

export const kinds = ['steady', 'bursts', 'bulk', 'slowing', 'holidays', 'rush', 'bulk-later'] as const;
export type Kind = (typeof kinds)[number];

/** Topics of each day from a Monday on, until all topics are done; `first` is the day of the first tick. */
export interface Learner {
  readonly kind: Kind;
  readonly days: readonly number[];
  readonly topics: number;
  readonly first: number;
}

/** Topics of the roadmap: at six a week a little under half a year. */
export const topicsOfRoadmap = 150;
const bulkSize = 25;
/** Half a year. */
const slowingWeeks = 26;
export const rushWeeks = 6;
const usual = 6;

function poisson(random: Random, mean: number): number {
  const least = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > least) {
    product *= random();
    count++;
  }
  return count;
}

/** Whole numbers from 1 on with the mean given. */
function geometric(random: Random, mean: number): number {
  return 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - 1 / mean));
}

/** Topics of one week of a kind that is the same every week. */
export const weekOf = (kind: Kind, random: Random): number =>
  kind === 'bursts' ? (random() < 1 / 3 ? 0 : geometric(random, 8)) : poisson(random, usual);

type WeekCount = (week: number) => number;

function weekCounts(kind: Kind, topics: number, random: Random): WeekCount {
  if (kind === 'slowing') return (week) => poisson(random, 8 - 6 * Math.min(1, week / slowingWeeks));
  if (kind === 'holidays') {
    const first = Math.floor(random() * 26);
    const isOff = (week: number): boolean => (week - first + 52) % 26 < 3;
    return (week) => (isOff(week) ? 0 : poisson(random, usual));
  }
  if (kind === 'rush') {
    // The exam is when all is done at this pace: six weeks at twice the mean take what twelve would.
    const exam = Math.round(topics / usual) - rushWeeks;
    return (week) => poisson(random, week >= exam - rushWeeks ? 2 * usual : usual);
  }
  return () => weekOf(kind, random);
}

/** The day after which all is done, a day at a time. */
export function learner(kind: Kind, random: Random): Learner {
  const hasBulk = kind === 'bulk' || kind === 'bulk-later';
  const topics = topicsOfRoadmap + (hasBulk ? 2 * bulkSize : 0);
  const countOf = weekCounts(kind, topics, random);
  // Of "bulk" both days are in the past of every forecast; of "bulk-later" they are anywhere in the time that the rest takes.
  const span = kind === 'bulk' ? 6 * 7 : Math.round((7 * topicsOfRoadmap) / usual);
  const bulkDays = hasBulk ? [Math.floor(random() * span), Math.floor(random() * span)] : [];
  const days: number[] = [];
  let done = 0;
  for (let week = 0; done < topics && week < 1000; week++) {
    const ofWeek = new Array<number>(7).fill(0);
    for (let left = countOf(week); left > 0; left--) {
      const day = Math.floor(random() * 7);
      ofWeek[day] = (ofWeek[day] as number) + 1;
    }
    ofWeek.forEach((count, day) => {
      const bulk = bulkDays.filter((at) => at === 7 * week + day).length * bulkSize;
      const ticked = Math.min(topics - done, count + bulk);
      done += ticked;
      if (done < topics || ticked > 0) days.push(ticked);
    });
  }
  return { kind, days, topics, first: days.findIndex((count) => count > 0) };
}

/** Days that a kind takes from a day of the week on for so many topics, of one of its possible futures. */
export function futureOf(kind: Kind, remaining: number, random: Random): number {
  let sum = 0;
  for (let week = 0; ; week++) {
    const count = weekOf(kind, random);
    if (count > 0 && sum + count >= remaining) {
      // The day of the topic that completes it: of so many random days the one at its place.
      const share = gamma(random, remaining - sum);
      return 7 * week + Math.ceil((7 * share) / (share + gamma(random, count - (remaining - sum) + 1)));
    }
    sum += count;
  }
}
