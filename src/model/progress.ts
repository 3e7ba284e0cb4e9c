// Tally: how many topics are in which state, for a roadmap, its sections and its levels.
import type { CalendarDate } from '../dates/calendar-date.ts';
import {
  type Address,
  isLapsed,
  type Level,
  type LevelId,
  type LevelSource,
  type Roadmap,
  statuses,
  type Text,
  type Topic,
} from './roadmap.ts';
import { dayNumber, dayOfNumber, isLapsedRow, statusNumber, type TopicTable, tableOf } from './topic-table.ts';

/** total = todo + doing + done; skipped topics are counted apart, retired ones that were never begun are in none of them; percent = floor(100·done/total), 0 when there is nothing (CONTRACT, JSON). */
export interface Tally {
  readonly total: number;
  readonly done: number;
  readonly doing: number;
  readonly todo: number;
  readonly skipped: number;
  /** Done topics that carry a date. */
  readonly dated: number;
  readonly percent: number;
}

export interface SectionProgress {
  /** Null for the topics outside any section (FORMATS S6). */
  readonly address: Address | null;
  readonly title: Text;
  readonly level: LevelId | null;
  readonly levelSource: LevelSource | null;
  readonly weight: number | null;
  readonly tally: Tally;
  readonly sections: readonly SectionProgress[];
}

export interface Count {
  readonly total: number;
  readonly done: number;
}

export interface LevelProgress {
  readonly level: Level;
  readonly tally: Tally;
  readonly projects: Count;
  /** Labs that it asks for, and how many of its labs are passed; null where it asks for none. */
  readonly labs: { readonly required: number; readonly passed: number } | null;
  /** FORMATS V3; null where only a part of the roadmap was counted. */
  readonly reached: boolean | null;
}

export interface Progress {
  readonly total: Tally;
  /** Only sections with topics; their totals add up to the whole. */
  readonly sections: readonly SectionProgress[];
  readonly levels: readonly LevelProgress[];
  readonly projects: Count;
  /** Percent of the exam, weighted by section; null without weights. */
  readonly readiness: number | null;
}

/** Whole percents, rounded down so that 100 % is never shown too early. */
export function percentOf(done: number, total: number): number {
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

/** Columns of a count: one for each state, and how many are dated. */
const columns = statuses.length + 1;
const datedColumn = statuses.length;

/** Topics by their states, for each of several things. */
class Counts {
  readonly cells: Int32Array;

  constructor(size: number) {
    this.cells = new Int32Array(size * columns);
  }

  countTopic(at: number, topic: Topic): void {
    if (isLapsed(topic)) return;
    (this.cells[at * columns + statusNumber[topic.status]] as number)++;
    if (topic.completedOn !== null) (this.cells[at * columns + datedColumn] as number)++;
  }

  /** Adds what one thing has to another, which contains it. */
  add(from: number, to: number): void {
    for (let column = 0; column < columns; column++)
      (this.cells[to * columns + column] as number) += this.cells[from * columns + column] as number;
  }

  tally(at: number): Tally {
    const { cells } = this;
    const cell = at * columns;
    const todo = cells[cell + statusNumber.todo] as number;
    const doing = cells[cell + statusNumber.doing] as number;
    const done = cells[cell + statusNumber.done] as number;
    const skipped = cells[cell + statusNumber.skipped] as number;
    const dated = cells[cell + datedColumn] as number;
    const total = todo + doing + done;
    return { total, done, doing, todo, skipped, dated, percent: percentOf(done, total) };
  }
}

/** The tally of any set of topics; a topic that is listed twice counts twice. */
export function tallyOf(topics: Iterable<Topic>): Tally {
  const counts = new Counts(1);
  for (const topic of topics) counts.countTopic(0, topic);
  return counts.tally(0);
}

/** What each section has of its own, and each level. What has neither is counted as the first, before section and level 0. */
function countRows(table: TopicTable) {
  const { count, status, day, section, level, sections, levelIds } = table;
  const bySection = new Counts(1 + sections.length);
  const byLevel = new Counts(1 + levelIds.length);
  const [sectionCells, levelCells] = [bySection.cells, byLevel.cells];
  for (let row = 0; row < count; row++) {
    if (isLapsedRow(table, row)) continue;
    const state = status[row] as number;
    const inSection = ((section[row] as number) + 1) * columns;
    const onLevel = ((level[row] as number) + 1) * columns;
    (sectionCells[inSection + state] as number)++;
    (levelCells[onLevel + state] as number)++;
    if (day[row] === 0) continue;
    (sectionCells[inSection + datedColumn] as number)++;
    (levelCells[onLevel + datedColumn] as number)++;
  }
  return { bySection, byLevel };
}

const isEmpty = ({ total, skipped }: Tally): boolean => total + skipped === 0;

/** The outermost sections that have topics, each with those below it; adds to the counts of each what is below it, and all to the first. */
function sectionProgress({ sections, sectionParent }: TopicTable, counts: Counts): SectionProgress[] {
  for (let at = sections.length - 1; at >= 0; at--) counts.add(1 + at, 1 + (sectionParent[at] as number));
  const outermost: SectionProgress[] = [];
  const all: SectionProgress[] = [];
  sections.forEach(({ address, title, level, levelSource, weight }, at) => {
    const one = { address, title, level, levelSource, weight, tally: counts.tally(1 + at), sections: [] };
    all.push(one);
    if (isEmpty(one.tally)) return;
    const above = sectionParent[at] as number;
    if (above < 0) outermost.push(one);
    else ((all[above] as SectionProgress).sections as SectionProgress[]).push(one);
  });
  return outermost;
}

/**
 * A level is reached when every topic of it and of the levels below is done, each level with projects has one done, and as many labs of
 * each are passed as it asks for (FORMATS V3).
 */
function levelProgress(
  { levels, projects, labsPassed }: Roadmap,
  { levelIds }: TopicTable,
  counts: Counts,
): LevelProgress[] {
  const columnOf = new Map(levelIds.map((id, column) => [id, column]));
  const places = new Map(levels.map(({ id }, place) => [id, place]));
  const built = new Counts(levels.length);
  for (const project of projects) {
    const place = project.level === null ? undefined : places.get(project.level);
    if (place !== undefined) built.countTopic(place, project);
  }
  const none = new Counts(1).tally(0);
  let isReachedBelow = true;
  return levels.map((level, place) => {
    const column = columnOf.get(level.id);
    const tally = column === undefined ? none : counts.tally(1 + column);
    const { total, done } = built.tally(place);
    const { labs: required = 0 } = level;
    const labs = required === 0 ? null : { required, passed: labsPassed?.get(level.id) ?? 0 };
    const isPractised = labs === null || labs.passed >= labs.required;
    isReachedBelow = isReachedBelow && tally.done === tally.total && (total === 0 || done > 0) && isPractised;
    return { level, tally, projects: { total, done }, labs, reached: isReachedBelow && tally.total + total > 0 };
  });
}

/**
 * The share of the exam that is done, each section by its weight. Weights are shares of their sum, whatever that is. A section
 * without a weight is no part of the exam; neither is one with nothing that counts, or it would keep the rest from 100 %.
 */
function readinessOf(all: readonly SectionProgress[]): number | null {
  const parts = weighted(all);
  if (parts.length === 0) return null;
  let weights = 0;
  let ready = 0;
  for (const { weight, tally } of parts) {
    if (tally.total === 0) continue;
    weights += weight;
    ready += (weight * tally.done) / tally.total;
  }
  return weights === 0 ? 0 : Math.floor((100 * ready) / weights + 1e-9);
}

/** The outermost sections that have a weight: what is below them is weighed with them. */
function weighted(
  sections: readonly SectionProgress[],
  found: (SectionProgress & { readonly weight: number })[] = [],
): (SectionProgress & { readonly weight: number })[] {
  for (const section of sections) {
    const { weight } = section;
    if (weight !== null) found.push({ ...section, weight });
    else if (section.sections.length > 0) weighted(section.sections, found);
  }
  return found;
}

export function progressOf(roadmap: Roadmap): Progress {
  const table = tableOf(roadmap);
  const { bySection, byLevel } = countRows(table);
  const loose = bySection.tally(0);
  const sections = sectionProgress(table, bySection);
  if (!isEmpty(loose)) {
    const { title } = roadmap;
    sections.unshift({
      address: null,
      title,
      level: null,
      levelSource: null,
      weight: null,
      tally: loose,
      sections: [],
    });
  }
  const { total, done } = tallyOf(roadmap.projects);
  return {
    total: bySection.tally(0),
    sections,
    levels: levelProgress(roadmap, table, byLevel),
    projects: { total, done },
    readiness: readinessOf(sections),
  };
}

/** How many topics were done on a day. */
export function doneOn(roadmap: Roadmap, date: CalendarDate): number {
  const wanted = dayNumber(date);
  const { day } = tableOf(roadmap);
  let found = 0;
  for (let row = day.indexOf(wanted); row >= 0; row = day.indexOf(wanted, row + 1)) found++;
  return found;
}

/** With fewer weeks in which something was done there is no forecast. */
export const leastActiveWeeks = 4;
/** Weeks that are further back say little of how somebody studies now. */
export const weeksLookedAt = 26;

/** Whether there may be a forecast: a look at the days alone, that days of many ticks are not left out of yet (model/weeks.ts). */
export function hasActiveWeeks(roadmap: Roadmap, today: CalendarDate): boolean {
  const { count, day } = tableOf(roadmap);
  const now = weekOf(Number(today.replaceAll('-', '')));
  const active = new Set<number>();
  let before = 0;
  for (let row = 0; row < count && active.size < leastActiveWeeks; row++) {
    const date = day[row] as number;
    if (date === 0 || date === before) continue;
    before = date;
    const week = weekOf(date);
    if (week < now && week >= now - weeksLookedAt) active.add(week);
  }
  return active.size === leastActiveWeeks;
}

/**
 * The number of a week from Monday on, of a day as YYYYMMDD; the first day that is counted from was a Thursday. Arithmetic, and not
 * `weeksBetween`: every `status` with dates asks for as many days as there are.
 */
const weekOf = (date: number): number =>
  Math.floor(
    (Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100) / 86_400_000 + 3) / 7,
  );

/** So many days without a tick are a pause. */
export const pauseDays = 10;

/** The first and the last day on which a topic was done; null where none is dated. */
export function period(roadmap: Roadmap): readonly [first: CalendarDate, last: CalendarDate] | null {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  const { count, day } = tableOf(roadmap);
  for (let row = 0; row < count; row++) {
    const date = day[row] as number;
    if (date === 0) continue;
    if (date < first) first = date;
    if (date > last) last = date;
  }
  return last === 0 ? null : [dayOfNumber(first) as CalendarDate, dayOfNumber(last) as CalendarDate];
}

/** Of a part it is not known whether a level is reached, nor how ready one is for the whole exam. */
export function progressOfPart(part: Roadmap): Progress {
  const { levels, ...progress } = progressOf(part);
  return { ...progress, levels: levels.map((level) => ({ ...level, reached: null })), readiness: null };
}
