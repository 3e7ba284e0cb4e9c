// Next: which topics to study now, and why these.
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts';
import { isOpen, type LevelId, type PlanField, type Roadmap, type Topic, type TopicId } from './roadmap.ts';
import { addressOf, flag, idOfRow, isOpenRow, statusNumber, type TopicTable, tableOf } from './topic-table.ts';
import { compareUrgency, type Horizon, horizonOf, isPressing, type Urgency, urgencyOf } from './urgency.ts';

/** doing: already begun; unlocked: all it needs is done; level: it belongs to the level one is at; order: it comes next in the
 * author's order; waiting: something it needs is still open. */
export type Reason = 'doing' | 'unlocked' | 'level' | 'order' | 'waiting';

export interface Next {
  readonly topic: Topic;
  readonly reason: Reason;
  /** All that it needs where it is unlocked, what is still open of it where it waits. */
  readonly needs: readonly Topic[];
  /** The first open one of the level one is at. */
  readonly isFirst: boolean;
  /** By its days and its priority; null where neither puts it before or behind others. */
  readonly urgency: Urgency | null;
  /** Days from today until it is due, negative where that is over; null where it has its usual place, or is not due. */
  readonly dueIn: number | null;
  /** When it was begun: null until somebody who has read the journal fills it in. */
  readonly since: CalendarDate | null;
}

/** What a view names of a topic without asking for more. */
export type NamedNext = { readonly topic: Pick<Topic, 'address' | 'id' | 'title' | 'level'> };

/** A candidate by its place among the others. */
interface Found {
  readonly at: number;
  readonly reason: Reason;
  /** Places in the whole roadmap. */
  readonly needs: readonly number[];
  readonly isFirst: boolean;
  readonly urgency: Urgency | null;
}

/** Topics of which some may be next, by their place in the order of the author. */
interface Candidates {
  readonly size: number;
  /** Those in progress. */
  readonly doing: readonly number[];
  /** Those with fields, and what is in these. */
  readonly fields: Iterable<readonly [number, readonly PlanField[]]>;
  isProject(at: number): boolean;
  levelOf(at: number): LevelId | null;
  needsOf(at: number): readonly TopicId[];
  isBegun(at: number): boolean;
  /** A parent waits until nothing below it is open, and a task that repeats is not ours to tick (FORMATS D4). */
  canBeNext(at: number): boolean;
}

const canBeNext = (topic: Topic): boolean => isOpen(topic) && !topic.repeats && !topic.topics.some(isOpen);

/** Topics that somebody chose. */
class Chosen implements Candidates {
  readonly topics: readonly Topic[];
  readonly size: number;
  readonly doing: readonly number[];
  readonly fields: Candidates['fields'];

  constructor(topics: readonly Topic[]) {
    this.topics = topics;
    this.size = topics.length;
    this.fields = topics.flatMap(({ fields }, at) => (fields.length > 0 ? [[at, fields] as const] : []));
    this.doing = topics.flatMap(({ status }, at) => (status === 'doing' ? [at] : []));
  }

  isProject = (at: number): boolean => this.topicAt(at).project !== null;
  levelOf = (at: number): LevelId | null => this.topicAt(at).level;
  needsOf = (at: number): readonly TopicId[] => this.topicAt(at).needs;
  isBegun = (at: number): boolean => this.topicAt(at).status === 'doing';
  canBeNext = (at: number): boolean => canBeNext(this.topicAt(at));
  topicAt = (at: number): Topic => this.topics[at] as Topic;
  nameAt = this.topicAt;
}

/** Whether a row has an open one directly below it. All that is below it comes directly behind it. */
function hasOpenBelow(table: TopicTable, row: number): boolean {
  const { count, parent } = table;
  for (let below = row + 1; below < count && (parent[below] as number) >= row; below++)
    if (parent[below] === row && isOpenRow(table, below)) return true;
  return false;
}

/** All rows of a roadmap, and its projects behind them. */
class Whole implements Candidates {
  readonly table: TopicTable;
  readonly projects: Chosen;
  readonly size: number;
  readonly doing: readonly number[];
  readonly fields: Candidates['fields'];
  /** By written ids; by all of them where a need is no written one. */
  private written: ReadonlyMap<TopicId, number> | null = null;
  private all: ReadonlyMap<TopicId, number> | null = null;

  constructor({ projects }: Roadmap, table: TopicTable) {
    this.table = table;
    this.projects = new Chosen(projects);
    this.size = table.count + projects.length;
    this.fields = table.fields;
    const doing: number[] = [];
    this.doing = doing;
    const { count, status } = table;
    for (let row = status.indexOf(statusNumber.doing); row >= 0; row = status.indexOf(statusNumber.doing, row + 1))
      if (isOpenRow(table, row)) doing.push(row);
    for (const at of this.projects.doing) doing.push(count + at);
  }

  isProject(at: number): boolean {
    return !this.isRow(at);
  }

  levelOf(at: number): LevelId | null {
    const { table } = this;
    return this.isRow(at)
      ? (table.levelIds[table.level[at] as number] ?? null)
      : this.projects.levelOf(at - table.count);
  }

  needsOf(at: number): readonly TopicId[] {
    if (!this.isRow(at)) return this.projects.needsOf(at - this.table.count);
    return (this.table.flags[at] as number) & flag.needs ? this.table.needsOf(at) : [];
  }

  canBeNext(at: number): boolean {
    if (!this.isRow(at)) return this.projects.canBeNext(at - this.table.count);
    const isRepeated = (this.table.flags[at] as number) & flag.repeats;
    return isOpenRow(this.table, at) && !isRepeated && !hasOpenBelow(this.table, at);
  }

  isBegun(at: number): boolean {
    const { count, status } = this.table;
    return this.isRow(at) ? status[at] === statusNumber.doing : this.projects.isBegun(at - count);
  }

  isOpen(at: number): boolean {
    return this.isRow(at) ? isOpenRow(this.table, at) : isOpen(this.projects.topicAt(at - this.table.count));
  }

  /** The places of those that have one of these ids. */
  withIds(ids: readonly TopicId[]): number[] {
    if (ids.length === 0) return [];
    const { table } = this;
    this.written ??= this.placesById((row) => table.writtenIdOf(row));
    const isWritten = table.ids === null || table.objects !== null || ids.every((id) => this.written?.has(id));
    if (!isWritten) this.all ??= this.placesById((row) => idOfRow(table, row));
    const places = this.all ?? this.written;
    return ids.flatMap((id) => places.get(id) ?? []);
  }

  topicAt(at: number): Topic {
    return this.isRow(at) ? this.table.topicAt(at) : this.projects.topicAt(at - this.table.count);
  }

  nameAt(at: number): NamedNext['topic'] {
    const { table } = this;
    if (!this.isRow(at)) return this.projects.topicAt(at - table.count);
    return {
      address: addressOf(table, at),
      // Only documents have it, and what is beside the topic is read for it.
      get id() {
        return idOfRow(table, at);
      },
      title: table.titleOf(at),
      level: this.levelOf(at),
    };
  }

  private isRow(at: number): boolean {
    return at < this.table.count;
  }

  private placesById(idOf: (row: number) => TopicId): ReadonlyMap<TopicId, number> {
    const places = new Map<TopicId, number>();
    for (let row = 0; row < this.table.count; row++) places.set(idOf(row), row);
    this.projects.topics.forEach(({ id }, index) => {
      places.set(id, this.table.count + index);
    });
    return places;
  }
}

/** How high each level is; empty where levels are guessed or missing, for then the order of the author alone decides. */
type Ranks = ReadonlyMap<LevelId | null, number>;

/**
 * Up to `limit` topics whose needs are done or skipped: first those that are overdue, of high priority or due soon (`UrgencyKind`); then those
 * in progress; then the others from the lowest level that is not complete upwards; then those that may begin later; at last those that wait, in the
 * same order. Within that the author's order decides. A topic without a level belongs to the one that is studied now. A need that no
 * topic has cannot be waited for. Of a level whose topics are all done a project is next, where it has some and none is done
 * (FORMATS V3).
 */
export function nextTopics(
  roadmap: Roadmap,
  limit: number,
  today: CalendarDate,
  among: Iterable<Topic> | null = null,
): Next[] {
  const search = new Search(roadmap, today, among);
  return search.find(limit).map(({ at, needs, ...found }) => ({
    ...found,
    topic: search.candidates.topicAt(at),
    needs: needs.map((place) => search.whole.topicAt(place)),
    dueIn: found.urgency === null || found.urgency.due === null ? null : daysBetween(today, found.urgency.due),
    since: null,
  }));
}

/** The same by name: no row becomes an object for it. */
export function namedNext(
  roadmap: Roadmap,
  limit: number,
  today: CalendarDate,
  among: Iterable<Topic> | null = null,
): NamedNext[] {
  const search = new Search(roadmap, today, among);
  return search.find(limit).map(({ at }) => ({ topic: search.candidates.nameAt(at) }));
}

class Search {
  readonly whole: Whole;
  readonly candidates: Whole | Chosen;
  private readonly chosen: Chosen | null;
  private readonly ranks: Ranks;
  private readonly standing: Standing;
  private readonly today: CalendarDate;

  constructor(roadmap: Roadmap, today: CalendarDate, among: Iterable<Topic> | null) {
    this.whole = new Whole(roadmap, tableOf(roadmap));
    this.chosen = among === null ? null : new Chosen([...among]);
    this.candidates = this.chosen ?? this.whole;
    this.ranks = ranksOf(roadmap);
    this.standing = standingOf(roadmap, this.whole, this.ranks);
    this.today = today;
  }

  find(limit: number): Found[] {
    const { candidates } = this;
    const { rank: here, unproven } = this.standing;
    const planned = this.planned();
    const doing: Found[] = [];
    const isTaken = new Set(planned.map(({ at }) => at));
    for (const at of candidates.doing) {
      if (!isTaken.has(at) && candidates.canBeNext(at)) doing.push(this.found(at, null));
      isTaken.add(at);
    }
    const ready = new Map<number, Found[]>();
    const waiting = new Map<number, Found[]>();
    for (let at = 0; at < candidates.size && doing.length < limit; at++) {
      if (isFull(ready.get(here), limit)) break;
      if (isTaken.has(at) || !candidates.canBeNext(at)) continue;
      const level = candidates.levelOf(at);
      // One project is enough for a level, so one is named.
      if (candidates.isProject(at) && !unproven.delete(level)) continue;
      const rank = this.rankOf(at);
      if (isFull(ready.get(rank), limit)) continue;
      const found = this.found(at, null);
      keep(found.reason === 'waiting' ? waiting : ready, rank, found, limit);
    }
    const waits = ({ reason }: Found): boolean => reason === 'waiting';
    const [first, behind] = [inOrder(ready), inOrder(waiting)];
    return [
      ...around(
        planned.filter((one) => !waits(one)),
        doing,
        first,
      ),
      ...around(planned.filter(waits), [], behind),
    ].slice(0, limit);
  }

  /** Those whose days or priority put them before or behind others, the most urgent first. */
  private planned(): Found[] {
    const { candidates } = this;
    // Most roadmaps plan nothing, and then what knows of it is not even loaded (build.mjs).
    let horizon: Horizon | null = null;
    const found: Found[] = [];
    for (const [at, fields] of candidates.fields) {
      if (!candidates.canBeNext(at) || candidates.isProject(at)) continue;
      horizon ??= horizonOf(this.today);
      const urgency = urgencyOf(fields, candidates.isBegun(at), horizon);
      if (urgency !== null) found.push(this.found(at, urgency));
    }
    const isBegun = ({ reason }: Found): number => (reason === 'doing' ? 0 : 1);
    return found.sort(
      (a, b) =>
        compareUrgency(a.urgency as Urgency, b.urgency as Urgency) ||
        isBegun(a) - isBegun(b) ||
        this.rankOf(a.at) - this.rankOf(b.at) ||
        a.at - b.at,
    );
  }

  private found(at: number, urgency: Urgency | null): Found {
    const { candidates, whole } = this;
    if (candidates.isBegun(at)) return { at, reason: 'doing', needs: [], isFirst: false, urgency };
    const needs = whole.withIds(candidates.needsOf(at));
    const left = needs.filter((place) => whole.isOpen(place));
    const isFirst = this.isFirst(at);
    if (left.length > 0) return { at, reason: 'waiting', needs: left, isFirst, urgency };
    const isHere = this.ranks.get(candidates.levelOf(at)) === this.standing.rank;
    return { at, reason: needs.length > 0 ? 'unlocked' : isHere ? 'level' : 'order', needs, isFirst, urgency };
  }

  private rankOf(at: number): number {
    return this.ranks.get(this.candidates.levelOf(at)) ?? this.standing.rank;
  }

  private isFirst(at: number): boolean {
    const { first } = this.standing;
    if (first < 0 || this.chosen === null) return at === first;
    return this.chosen.topicAt(at) === this.whole.topicAt(first);
  }
}

/** What is begun, and the others in their order, among those that are planned. */
function around(planned: readonly Found[], begun: readonly Found[], others: readonly Found[]): Found[] {
  const pressing = planned.filter(({ urgency }) => urgency !== null && isPressing(urgency));
  const medium = planned.filter(({ urgency }) => urgency?.kind === 'medium');
  return [...pressing, ...begun, ...medium, ...others, ...planned.slice(pressing.length + medium.length)];
}

const isFull = (found: readonly Found[] | undefined, limit: number): boolean =>
  found !== undefined && found.length >= limit;

function keep(all: Map<number, Found[]>, rank: number, found: Found, limit: number): void {
  const same = all.get(rank);
  if (same === undefined) all.set(rank, [found]);
  else if (same.length < limit) same.push(found);
}

function inOrder(all: ReadonlyMap<number, Found[]>): Found[] {
  return [...all].sort(([a], [b]) => a - b).flatMap(([, same]) => same);
}

function ranksOf({ levels, levelSource }: Roadmap): Ranks {
  return new Map(levelSource === 'explicit' ? levels.map(({ id }, rank) => [id, rank]) : []);
}

interface Standing {
  /** Of the lowest level that is not complete. */
  readonly rank: number;
  /** The row of its first open topic; -1 without one. */
  readonly first: number;
  /** Levels whose topics are all done, and of whose projects none is done or begun. */
  readonly unproven: Set<LevelId | null>;
}

function standingOf({ projects, levels }: Roadmap, whole: Whole, ranks: Ranks): Standing {
  if (ranks.size === 0) return { rank: 0, first: -1, unproven: new Set() };
  const found = levels.map(() => ({ isBegun: false, isOpen: false, first: -1 }));
  const { count, status, level, levelIds } = whole.table;
  const byColumn = levelIds.map((id) => found[ranks.get(id) ?? -1]);
  for (let row = 0; row < count; row++) {
    const own = byColumn[level[row] as number];
    if (own === undefined) continue;
    if (status[row] === statusNumber.done) own.isBegun = true;
    if (!whole.isOpen(row)) continue;
    own.isOpen = true;
    if (own.first < 0 && whole.canBeNext(row)) own.first = row;
  }
  const byLevel = new Map<LevelId | null, Topic[]>();
  for (const project of projects) {
    const own = byLevel.get(project.level);
    if (own === undefined) byLevel.set(project.level, [project]);
    else own.push(project);
  }
  const unproven = new Set<LevelId | null>();
  levels.forEach(({ id }, rank) => {
    if (!found[rank]?.isBegun || found[rank].isOpen) return;
    const own = byLevel.get(id) ?? [];
    const isProven = own.some(({ status: state }) => state === 'done' || state === 'doing');
    if (!isProven && own.some(isOpen)) unproven.add(id);
  });
  const rank = levels.findIndex(({ id }, at) => (found[at]?.first ?? -1) >= 0 || unproven.has(id));
  return { rank: rank < 0 ? levels.length : rank, first: found[rank]?.first ?? -1, unproven };
}
