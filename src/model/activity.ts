// Activity: on which days how much was done, from the days that ticks carry.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { roundedHours } from './hours.ts';
import type { LevelId, Roadmap } from './roadmap.ts';
import { dayOfNumber, flag, statusNumber, tableOf } from './topic-table.ts';

export interface ActiveDay {
  readonly day: CalendarDate;
  /** At least one. */
  readonly topics: number;
  /** Of those topics that have hours; null where none has. */
  readonly hours: number | null;
  /** Topics of each level; those without a level are in none. */
  readonly levels: ReadonlyMap<LevelId, number>;
}

export interface Activity {
  /** Only days on which something was done, oldest first. */
  readonly days: readonly ActiveDay[];
}

interface Sum {
  topics: number;
  hours: number | null;
  readonly levels: Map<LevelId, number>;
}

/** Of topics that are done and have a day, also days to come: whoever draws a year leaves those out that are no part of it. Projects are counted apart (FORMATS T8). */
export function activityOf(roadmap: Roadmap): Activity {
  const table = tableOf(roadmap);
  const { count, status, day, flags, level, levelIds } = table;
  const sums = new Map<number, Sum>();
  for (let row = 0; row < count; row++) {
    const date = day[row] as number;
    if (date === 0 || status[row] !== statusNumber.done) continue;
    let sum = sums.get(date);
    if (sum === undefined) {
      sum = { topics: 0, hours: null, levels: new Map() };
      sums.set(date, sum);
    }
    sum.topics++;
    if ((flags[row] as number) & flag.hours) sum.hours = (sum.hours ?? 0) + (table.hoursOf(row) ?? 0);
    const id = levelIds[level[row] as number];
    if (id !== undefined) sum.levels.set(id, (sum.levels.get(id) ?? 0) + 1);
  }
  const dates = [...sums.keys()].sort((a, b) => a - b);
  return { days: dates.map((date) => activeDay(date, sums.get(date) as Sum)) };
}

const activeDay = (date: number, { topics, hours, levels }: Sum): ActiveDay => ({
  day: dayOfNumber(date) as CalendarDate,
  topics,
  hours: hours === null ? null : roundedHours(hours),
  levels,
});
