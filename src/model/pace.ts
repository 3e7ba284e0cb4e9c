// Pace: how much is done in a week, what is left, and when it will be done.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { addDaysWithin } from '../dates/week.ts';
import { activityOf } from './activity.ts';
import {
  type Basis,
  basisOf,
  type CountRange,
  doneByOf,
  type FinishRange,
  finishOf,
  neededPace,
  type Ranges,
} from './forecast.ts';
import { roundedHours } from './hours.ts';
import type { StudyPace } from './pace-words.ts';
import type { Level, Roadmap } from './roadmap.ts';
import { type SpentHours, spentOf } from './spent.ts';
import { flag, isOpenRow, statusNumber, type TopicTable, tableOf } from './topic-table.ts';
import { weeksOf } from './weeks.ts';

export interface Left {
  readonly topics: number;
  /** Of those that have hours; null where none has. */
  readonly hours: number | null;
}

/** A level with those below it, or all that was asked for. */
export interface PaceTarget {
  /** Null: all that was asked for. */
  readonly level: Level | null;
  readonly left: Left;
  /** Null without a forecast. */
  readonly finish: Ranges<FinishRange> | null;
  /** At the pace that was asked for; null without one, and where it counts hours and no open topic has any. */
  readonly planned: CalendarDate | null;
}

/** What will be done by a day. */
export interface ByDay {
  readonly day: CalendarDate;
  /** It is the goal of the configuration. */
  readonly isGoal: boolean;
  readonly done: Ranges<CountRange> | null;
  /** Topics a week; null where the day is today. */
  readonly needed: number | null;
  readonly neededHours: number | null;
}

export interface Pace extends Basis {
  readonly hoursPerWeek: number | null;
  /** What done topics took against what was estimated; null where no done topic has both. */
  readonly spent: SpentHours | null;
  /** Topics that are done without a day. */
  readonly undated: number;
  /** Open levels from the lowest, then all; of the last level that is all, too. */
  readonly targets: readonly PaceTarget[];
  readonly by: ByDay | null;
}

export interface PaceQuestion {
  readonly today: CalendarDate;
  readonly by: Pick<ByDay, 'day' | 'isGoal'> | null;
  readonly pace: StudyPace | null;
  /** Which rows are asked for; null: all. The pace is always that of the whole roadmap. */
  readonly isAsked: ((row: number) => boolean) | null;
  /** Only this level, with those below. */
  readonly level: Level | null;
  /** Only the first target has a forecast: a simulation takes longer than all else. */
  readonly isBrief?: boolean;
}

export function paceOf(roadmap: Roadmap, question: PaceQuestion): Pace {
  const { today, by, pace } = question;
  const basis = basisOf(weeksOf(activityOf(roadmap), today));
  const table = tableOf(roadmap);
  const { weeks } = basis;
  const hours = weeks.hours?.slice(-basis.basis) ?? null;
  const finishes = new Map<number, PaceTarget['finish']>();
  const targets = leftByLevel(roadmap, table, question).map(({ level, left }, index): PaceTarget => {
    const isAsked = question.isBrief !== true || index === 0;
    // The last level is often all.
    const finish = finishes.get(left.topics) ?? (isAsked ? finishOf(basis, left.topics, { today }) : null);
    finishes.set(left.topics, finish);
    return { level, left, finish, planned: pace === null ? null : plannedEnd(left, pace, today) };
  });
  const all = targets.at(-1) as PaceTarget;
  return {
    ...basis,
    hoursPerWeek:
      hours === null || basis.pace === null ? null : hours.reduce((sum, one) => sum + one, 0) / hours.length,
    spent: spentOf(roadmap),
    undated: undatedIn(table),
    targets,
    by: by === null ? null : byDay(basis, all.left, by, today),
  };
}

/** What is open of each level and those below it, from the lowest; the last is all. */
function leftByLevel(
  { levels }: Roadmap,
  table: TopicTable,
  { isAsked, level: only }: Pick<PaceQuestion, 'isAsked' | 'level'>,
): { readonly level: Level | null; readonly left: Left }[] {
  const { count, level, levelIds, flags } = table;
  const places = new Map(levels.map(({ id }, place) => [id, place]));
  const placeOf = levelIds.map((id) => places.get(id) ?? levels.length);
  const topics = new Array<number>(levels.length + 1).fill(0);
  const hours = new Array<number>(levels.length + 1).fill(0);
  let hasHours = false;
  for (let row = 0; row < count; row++) {
    if (!isOpenRow(table, row) || ((flags[row] as number) & flag.repeats) !== 0) continue;
    if (isAsked !== null && !isAsked(row)) continue;
    const place = placeOf[level[row] as number] ?? levels.length;
    topics[place] = (topics[place] as number) + 1;
    const ofRow = (flags[row] as number) & flag.hours ? table.hoursOf(row) : null;
    if (ofRow === null) continue;
    hours[place] = (hours[place] as number) + ofRow;
    hasHours = true;
  }
  const upTo = (values: readonly number[], place: number): number =>
    values.slice(0, place + 1).reduce((sum, one) => sum + one, 0);
  const leftUpTo = (place: number): Left => ({
    topics: upTo(topics, place),
    hours: hasHours ? roundedHours(upTo(hours, place)) : null,
  });
  const found = levels.flatMap((one, place) => {
    if (only !== null && only !== one) return [];
    return (topics[place] as number) > 0 || only !== null ? [{ level: one, left: leftUpTo(place) }] : [];
  });
  return only === null ? [...found, { level: null, left: leftUpTo(levels.length) }] : found;
}

function plannedEnd({ topics, hours }: Left, { unit, perWeek }: StudyPace, today: CalendarDate): CalendarDate | null {
  const left = unit === 'hours' ? hours : topics;
  return left === null ? null : addDaysWithin(today, Math.ceil((7 * left) / perWeek));
}

function byDay(basis: Basis, left: Left, by: Pick<ByDay, 'day' | 'isGoal'>, today: CalendarDate): ByDay {
  return {
    ...by,
    done: doneByOf(basis, left.topics, by.day, { today }),
    needed: neededPace(left.topics, by.day, today),
    neededHours: left.hours === null ? null : neededPace(left.hours, by.day, today),
  };
}

function undatedIn({ count, status, day }: TopicTable): number {
  let found = 0;
  for (let row = 0; row < count; row++) if (status[row] === statusNumber.done && day[row] === 0) found++;
  return found;
}
