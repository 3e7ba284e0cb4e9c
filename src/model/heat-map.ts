// HeatMap: how many topics were done on each day of a period, a column of seven days for each week, in five shades.
import { addDays, type CalendarDate, daysBetween, firstDay } from '../dates/calendar-date.ts';
import { mondayOf } from '../dates/week.ts';

/** How many topics were done on a day. */
export interface DayCount {
  readonly day: CalendarDate;
  readonly topics: number;
}

/** Both days belong to it; nothing is in it where `from` is the later one. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 0 is a day without a topic, 4 one of the busiest. */
export type Shade = 0 | 1 | 2 | 3 | 4;

export interface HeatDay extends DayCount {
  readonly shade: Shade;
}

export interface HeatWeek {
  readonly monday: CalendarDate;
  /** Seven, from Monday; null for a day that is not in the period. */
  readonly days: readonly (HeatDay | null)[];
  /** Their sum. */
  readonly topics: number;
}

/** The least and the most topics of the days of one shade. */
export interface ShadeStep {
  readonly shade: Shade;
  readonly least: number;
  readonly most: number;
}

export interface HeatMap {
  /** Oldest first; all weeks that a day of the period is in. */
  readonly weeks: readonly HeatWeek[];
  /** The shades above 0 that occur, from the lightest. */
  readonly steps: readonly ShadeStep[];
  readonly topics: number;
}

/** The week of a day and the 52 before it: each day of a year is among them, and so is each weekday. */
export function yearUntil(to: CalendarDate): Period {
  // The first year of all has no year before it.
  const monday = mondayOf(to);
  return { from: to < '0002-01-07' ? firstDay : addDays(monday, -7 * 52), to };
}

/**
 * Shades are the quarters of the days with a topic: as many of these days are in each as equal counts allow, and equal counts have
 * the same shade. So one evening of catching up does not make all other days look empty. `days` are each day at most once, in any order.
 */
export function heatMapOf(days: readonly DayCount[], { from, to }: Period): HeatMap {
  const inside = days.filter(({ day, topics }) => day >= from && day <= to && topics > 0);
  const counts = new Map(inside.map(({ day, topics }) => [day, topics]));
  const shadeOf = quarters(inside.map(({ topics }) => topics));
  const weeks: HeatWeek[] = [];
  const first = mondayOf(from);
  // By numbers of days, since the last week of the last year is not whole.
  const [start, end] = [daysBetween(first, from), daysBetween(first, to)];
  for (let at = 0; from <= to && at <= end; at += 7) {
    const column = Array.from({ length: 7 }, (_, weekday): HeatDay | null => {
      if (at + weekday < start || at + weekday > end) return null;
      const day = addDays(first, at + weekday);
      const topics = counts.get(day) ?? 0;
      return { day, topics, shade: shadeOf(topics) };
    });
    weeks.push({ monday: addDays(first, at), days: column, topics: sum(column) });
  }
  return { weeks, steps: stepsOf([...counts.values()], shadeOf), topics: sum(inside) };
}

const sum = (days: readonly (DayCount | null)[]): number => days.reduce((total, day) => total + (day?.topics ?? 0), 0);

/** The shade of a count among those of all days with a topic. */
function quarters(counts: readonly number[]): (topics: number) => Shade {
  const sorted = [...counts].sort((a, b) => a - b);
  const cuts = [1, 2, 3].map((quarter) => sorted[Math.ceil((quarter * sorted.length) / 4) - 1] ?? 0);
  return (topics) => (topics === 0 ? 0 : ((1 + cuts.filter((cut) => topics > cut).length) as Shade));
}

function stepsOf(counts: readonly number[], shadeOf: (topics: number) => Shade): ShadeStep[] {
  const steps = new Map<Shade, ShadeStep>();
  for (const count of [...counts].sort((a, b) => a - b)) {
    const shade = shadeOf(count);
    steps.set(shade, { shade, least: steps.get(shade)?.least ?? count, most: count });
  }
  return [...steps.values()];
}
