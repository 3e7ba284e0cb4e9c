// StudyPlan: what to study in which week, by a day, at a pace, or both.
import { addDays, type CalendarDate, daysBetween } from '../dates/calendar-date.ts';
import { addDaysWithin, mondayOf, weeksBetween } from '../dates/week.ts';
import { roundedHours } from './hours.ts';
import { mostPerWeek, type StudyPace } from './pace-words.ts';
import type { Roadmap, Topic } from './roadmap.ts';
import { type AssumedHours, type Effort, effortsOf } from './study-hours.ts';
import { type Study, studyOrder } from './study-order.ts';

export interface PlanGoal {
  /** Today or later. */
  readonly by: CalendarDate | null;
  readonly pace: StudyPace | null;
}

/** A topic in a week, or what is studied of it there. */
export interface PlanPart {
  readonly topic: Topic;
  /** That are spent on it in that week; null where the plan counts topics and the roadmap has no hours for it. */
  readonly hours: number | null;
  /** The first of so many weeks is 1. */
  readonly part: number;
  readonly parts: number;
  /** It was not asked for, but what was asked for needs it. */
  readonly isAdded: boolean;
}

/** From a Monday to a Sunday, less the days before today and those behind the last day of study. */
export interface PlanWeek {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** How much fits: the share of the pace that its days have. */
  readonly room: number;
  /** How much of that is taken, in the unit of the pace. */
  readonly used: number;
  /** Each behind what it needs. */
  readonly parts: readonly PlanPart[];
}

/** What does not fit, and why: there is no time for it, or it needs another that does not fit. */
export interface Unplaced {
  readonly topic: Topic;
  readonly hours: number | null;
  readonly reason: 'time' | 'needs';
}

export interface StudyPlan {
  readonly by: CalendarDate | null;
  /** The one that was given, else the least at which all fits by the day, or all that can; null where nothing is open. */
  readonly pace: StudyPace | null;
  readonly isPaceGiven: boolean;
  /** Days before `by` on which nothing is planned. */
  readonly buffer: number;
  /** Those in which something is studied. */
  readonly weeks: readonly PlanWeek[];
  readonly unplaced: readonly Unplaced[];
  /** At which all would fit by the day, where at the given one it does not; null also where no pace is enough. */
  readonly needed: StudyPace | null;
  /** What those without hours are taken to need; empty where topics are counted. */
  readonly assumed: readonly AssumedHours[];
}

/** A plan without a day ends after twenty years: further ahead it means nothing. */
const mostWeeks = 1040;

/** A tenth of the days, a day at least and two weeks at most; none where the day is today. */
export const bufferBefore = (days: number): number => Math.min(14, Math.ceil(days / 10));

/**
 * What of `chosen` is open, and what that needs, week by week from today on; nothing is planned behind `by` less its buffer. The order
 * is that of `studyOrder`. A topic is studied within a week where it fits; what is too long for the rest of one waits for the next,
 * and shorter ones of its level take the room. One that no week has room for is begun in what is left of one and goes on in the
 * next ones, before anything else. With a day and no pace, the least pace at which all fits that can is taken. Throws `needs-circle`.
 */
export function planOf(roadmap: Roadmap, chosen: Iterable<Topic>, goal: PlanGoal, today: CalendarDate): StudyPlan {
  const order = studyOrder(roadmap, chosen, today);
  const { by } = goal;
  const buffer = by === null ? 0 : bufferBefore(daysBetween(today, by));
  const last = by === null ? null : addDays(by, -buffer);
  const { efforts, assumed, unit } = effortsOf(roadmap, order, goal.pace?.unit ?? null);
  const isPaceGiven = goal.pace !== null;
  const base = { by, isPaceGiven, buffer, assumed };
  if (order.length === 0) return { ...base, pace: goal.pace, weeks: [], unplaced: [], needed: null };
  const days = daysOfWeeks(today, last);
  const placedAt = (perWeek: number): Placing => place(efforts, roomsOf(days, { unit, perWeek }), today);
  const drawn = (placing: Placing): Placed => ({ weeks: placing.weeks(today, days), unplaced: placing.unplaced() });
  const least = (): Least => leastPace(efforts, unit, days, placedAt);
  if (goal.pace === null) {
    const { perWeek } = least();
    return { ...base, ...drawn(placedAt(perWeek)), pace: { unit, perWeek }, needed: null };
  }
  const placed = drawn(placedAt(goal.pace.perWeek));
  const enough = placed.unplaced.length === 0 || by === null ? null : least();
  const needed = enough?.isEnough ? { unit, perWeek: enough.perWeek } : null;
  return { ...base, ...placed, pace: goal.pace, needed };
}

const step = { hours: 0.5, topics: 1 } as const;

interface Least {
  readonly perWeek: number;
  /** False where some of it fits at no pace. */
  readonly isEnough: boolean;
}

/**
 * The least pace, in half hours or whole topics, at which no more is left than at the highest. With a little more room things may be
 * arranged so that less fits, which is not looked for.
 */
function leastPace(
  efforts: readonly Effort[],
  unit: StudyPace['unit'],
  days: readonly number[],
  placedAt: (perWeek: number) => Placing,
): Least {
  const leftAt = (steps: number): number => placedAt(steps * step[unit]).unplaced().length;
  const most = mostPerWeek[unit] / step[unit];
  const left = leftAt(most);
  const all = efforts.reduce((sum, { cost }) => sum + cost, 0);
  // With less there is no room for the sum, unless a part of it never fits.
  const weeks = days.reduce((sum, count) => sum + count, 0) / 7;
  const first = left > 0 ? 1 : Math.max(1, Math.ceil(all / weeks / step[unit] - slack));
  let [below, enough] = [first - 1, first];
  for (let more = 1; enough < most && leftAt(enough) > left; more *= 2) {
    below = enough;
    enough = Math.min(most, enough + more);
  }
  while (enough - below > 1) {
    const middle = Math.floor((below + enough) / 2);
    if (leftAt(middle) > left) below = middle;
    else enough = middle;
  }
  return { perWeek: Math.min(enough, most) * step[unit], isEnough: left === 0 };
}

/** Sums of tenths are not exact. */
const slack = 1e-9;

/** How many days of study each week has, from that of today to that of the last day: of the current one those that are left. */
function daysOfWeeks(today: CalendarDate, last: CalendarDate | null): number[] {
  const most = 7 * mostWeeks;
  const end = last ?? addDaysWithin(today, most);
  let left = Math.min(daysBetween(today, end) + 1, most);
  const days: number[] = [];
  for (let next = 7 - daysBetween(mondayOf(today), today); left > 0; next = 7) {
    days.push(Math.min(next, left));
    left -= next;
  }
  return days;
}

/** The share of the pace that each week has: whole topics, and tenths of an hour, of a part of a week. */
function roomsOf(days: readonly number[], { unit, perWeek }: StudyPace): number[] {
  return days.map((count) => {
    const share = (perWeek * count) / 7;
    if (count === 7) return perWeek;
    return unit === 'topics' ? Math.floor(share) : Math.floor(10 * share + slack) / 10;
  });
}

type Placed = Pick<StudyPlan, 'weeks' | 'unplaced'>;

/** Behind one that has to wait so many others are tried for the room that is left. */
const mostTried = 50;

function place(efforts: readonly Effort[], rooms: readonly number[], today: CalendarDate): Placing {
  const placing = new Placing(efforts, rooms, today);
  placing.run();
  return placing;
}

interface Pending {
  readonly effort: Effort;
  readonly at: number;
  /** How many of those before it are not studied yet. */
  waits: number;
  /** The week before which the author does not want it to be begun. */
  readonly first: number;
  left: number;
  /** In how many weeks it is studied so far. */
  weeks: number;
}

/** What of one is studied in a week. */
interface Filled {
  readonly part: Pending;
  readonly number: number;
  readonly cost: number;
}

/** Fills one week after the other. */
class Placing {
  private readonly pending: Pending[];
  private readonly waiting = new Map<Study, Pending[]>();
  /** Of the weeks from each on: all their room, and the most that one has. */
  private readonly roomFrom: number[] = [];
  private readonly mostFrom: number[] = [];
  /** The next one that is pending behind each; index 0 is before all. */
  private readonly next: number[];
  private readonly filled: Filled[][];
  private begun: Pending | null = null;

  private readonly rooms: readonly number[];

  constructor(efforts: readonly Effort[], rooms: readonly number[], today: CalendarDate) {
    this.rooms = rooms;
    this.filled = rooms.map(() => []);
    let [all, most] = [0, 0];
    for (let week = rooms.length - 1; week >= 0; week--) {
      const room = rooms[week] as number;
      all += room;
      most = Math.max(most, room);
      this.roomFrom[week] = all;
      this.mostFrom[week] = most;
    }
    this.pending = efforts.map((effort, at) => {
      const { before } = effort.study;
      const { start } = effort.study;
      const first = start === null ? 0 : Math.max(0, weeksBetween(today, start));
      const one: Pending = { effort, first, at, waits: before.length, left: effort.cost, weeks: 0 };
      for (const need of before) {
        const others = this.waiting.get(need);
        if (others === undefined) this.waiting.set(need, [one]);
        else others.push(one);
      }
      return one;
    });
    this.next = Array.from({ length: efforts.length + 1 }, (_, index) => index);
  }

  run(): void {
    for (let week = 0; week < this.rooms.length && !this.isOver(); week++) this.fill(week);
  }

  /** Those in which something is studied. */
  weeks(today: CalendarDate, days: readonly number[]): PlanWeek[] {
    const monday = mondayOf(today);
    return this.filled.flatMap((filled, week) => {
      if (filled.length === 0) return [];
      const from = week === 0 ? today : addDays(monday, 7 * week);
      return [{ from, until: addDays(from, (days[week] as number) - 1), ...this.weekOf(week, filled) }];
    });
  }

  private isOver(): boolean {
    return this.next[0] === this.pending.length && this.begun === null;
  }

  /** What is begun goes on first; then all that fits, in order. */
  private fill(week: number): void {
    let room = this.rooms[week] as number;
    if (this.begun !== null) room -= this.study(this.begun, week, room);
    let tried = 0;
    let waitsForRoom: Pending | null = null;
    let before = 0;
    for (let at = this.next[0] as number; at < this.pending.length; at = this.next[before] as number) {
      const one = this.pending[at] as Pending;
      if (waitsForRoom !== null && (one.effort.study.rank !== waitsForRoom.effort.study.rank || ++tried > mostTried))
        break;
      const isReady = one.waits === 0 && one.first <= week;
      if (isReady && this.mayStart(one, week, room)) {
        room -= this.study(one, week, room);
        this.next[before] = this.next[at + 1] as number;
      } else {
        // One that no later week has room for holds up none of the others.
        if (isReady && this.canWait(one, week)) waitsForRoom ??= one;
        before = at + 1;
      }
      if (room <= slack && (this.pending[this.next[before] as number]?.left ?? 1) > 0) break;
    }
  }

  private canWait({ left }: Pending, week: number): boolean {
    return left <= (this.roomFrom[week + 1] ?? 0) + slack;
  }

  /** Whole in this week; or, where no week has room for all of it, from now on, if it can be finished. */
  private mayStart({ left }: Pending, week: number, room: number): boolean {
    if (left <= room + slack) return true;
    const isLong = left > Math.max(room, this.mostFrom[week + 1] ?? 0) + slack;
    return isLong && this.begun === null && room > slack && left <= room + (this.roomFrom[week + 1] ?? 0) + slack;
  }

  /** Returns how much of the room it takes. */
  private study(one: Pending, week: number, room: number): number {
    const cost = Math.min(one.left, room);
    one.left = one.left - cost <= slack ? 0 : one.left - cost;
    if (cost > 0 || one.left === 0) {
      one.weeks++;
      this.filled[week]?.push({ part: one, number: one.weeks, cost });
    }
    this.begun = one.left > 0 ? one : this.begun === one ? null : this.begun;
    if (one.left === 0) for (const other of this.waiting.get(one.effort.study) ?? []) other.waits--;
    return cost;
  }

  private weekOf(week: number, filled: readonly Filled[]): Omit<PlanWeek, 'from' | 'until'> {
    const parts = filled.map(({ part, number, cost }): PlanPart => {
      const { study, hours, cost: whole } = part.effort;
      const share = whole === 0 ? 1 : cost / whole;
      return {
        topic: study.topic,
        hours: hours === null ? null : roundedHours(hours * share),
        part: number,
        parts: part.weeks,
        isAdded: study.isAdded,
      };
    });
    const room = this.rooms[week] as number;
    const used = filled.reduce((sum, { cost }) => sum + cost, 0);
    return { room: roundedHours(room), used: roundedHours(used), parts };
  }

  unplaced(): Unplaced[] {
    return this.pending.flatMap(({ effort, waits, left, weeks }): Unplaced[] => {
      if (left === 0 && weeks > 0) return [];
      return [{ topic: effort.study.topic, hours: effort.hours, reason: waits > 0 ? 'needs' : 'time' }];
    });
  }
}
