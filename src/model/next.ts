// Next: which topics to study now, and why these.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { isOpen, type LevelId, type Roadmap, type Topic, type TopicId, topicsOf } from './roadmap.ts';

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
  /** When it was begun: null until somebody who has read the journal fills it in. */
  readonly since: CalendarDate | null;
}

interface Candidate extends Pick<Next, 'topic' | 'needs'> {
  readonly isReady: boolean;
}

/** How high each level stands; empty where levels are guessed or missing, for then the order of the author alone decides. */
type Ranks = ReadonlyMap<LevelId | null, number>;

/** A parent waits until nothing below it is open, and a task that repeats is not ours to tick (FORMATS D4). */
const canBeNext = (topic: Topic): boolean => isOpen(topic) && !topic.repeats && !topic.topics.some(isOpen);

/**
 * Up to `limit` topics: those in progress; then those whose needs are done or skipped, from the lowest level that is not complete
 * upwards; at last those that wait, in the same order. Within that the author's order decides. A topic without a level belongs to
 * the one that is studied now. A need that no topic has cannot be waited for. Of a level whose topics are all done a project is next,
 * where it has some and none is done (FORMATS V3).
 */
export function nextTopics(roadmap: Roadmap, limit: number, among: Iterable<Topic> = allOf(roadmap)): Next[] {
  const ranks = ranksOf(roadmap);
  const { rank: here, first, unproven } = standingOf(roadmap, ranks);
  const doing: Next[] = [];
  const ready = new Map<number, Candidate[]>();
  const waiting = new Map<number, Candidate[]>();
  let byId: ReadonlyMap<TopicId, Topic> | null = null;
  const needsOf = ({ needs }: Topic): Topic[] => {
    if (needs.length === 0) return [];
    byId ??= new Map(Array.from(allOf(roadmap), (topic) => [topic.id, topic]));
    return needs.flatMap((id) => byId?.get(id) ?? []);
  };
  for (const topic of among) {
    if (!canBeNext(topic)) continue;
    if (topic.status === 'doing') {
      doing.push({ topic, reason: 'doing', needs: [], isFirst: false, since: null });
      if (doing.length >= limit) break;
      continue;
    }
    // One project is enough for a level, so one is named.
    if (topic.project !== null && !unproven.delete(topic.level)) continue;
    const rank = ranks.get(topic.level) ?? here;
    if (isFull(ready.get(here), limit) || isFull(ready.get(rank), limit)) continue;
    const needs = needsOf(topic);
    const left = needs.filter(isOpen);
    const isReady = left.length === 0;
    keep(isReady ? ready : waiting, rank, { topic, needs: isReady ? needs : left, isReady }, limit);
  }
  const told = ({ topic, needs, isReady }: Candidate): Next => {
    const isHere = ranks.get(topic.level) === here;
    const reason = !isReady ? 'waiting' : needs.length > 0 ? 'unlocked' : isHere ? 'level' : 'order';
    return { topic, reason, needs, isFirst: topic === first, since: null };
  };
  return [...doing, ...[...inOrder(ready), ...inOrder(waiting)].map(told)].slice(0, limit);
}

function allOf({ children, projects }: Roadmap): Iterable<Topic> {
  // Without an array in between, where there may be a million.
  return projects.length === 0 ? topicsOf(children) : [...topicsOf(children), ...projects];
}

const isFull = (candidates: readonly Candidate[] | undefined, limit: number): boolean =>
  candidates !== undefined && candidates.length >= limit;

function keep(candidates: Map<number, Candidate[]>, rank: number, candidate: Candidate, limit: number): void {
  const same = candidates.get(rank);
  if (same === undefined) candidates.set(rank, [candidate]);
  else if (same.length < limit) same.push(candidate);
}

function inOrder(candidates: ReadonlyMap<number, Candidate[]>): Candidate[] {
  return [...candidates].sort(([a], [b]) => a - b).flatMap(([, same]) => same);
}

function ranksOf({ levels, levelSource }: Roadmap): Ranks {
  return new Map(levelSource === 'explicit' ? levels.map(({ id }, rank) => [id, rank]) : []);
}

interface Standing {
  /** Of the lowest level that is not complete. */
  readonly rank: number;
  /** Its first open topic. */
  readonly first: Topic | null;
  /** Levels whose topics are all done, and of whose projects none is done or begun. */
  readonly unproven: Set<LevelId | null>;
}

function standingOf({ children, projects, levels }: Roadmap, ranks: Ranks): Standing {
  if (ranks.size === 0) return { rank: 0, first: null, unproven: new Set() };
  const found = levels.map(() => ({ isBegun: false, isOpen: false, first: null as Topic | null }));
  // One walk for all of it: `status` comes through here.
  for (const topic of topicsOf(children)) {
    const level = found[ranks.get(topic.level) ?? -1];
    if (level === undefined) continue;
    if (topic.status === 'done') level.isBegun = true;
    if (!isOpen(topic)) continue;
    level.isOpen = true;
    if (level.first === null && canBeNext(topic)) level.first = topic;
  }
  const unproven = new Set<LevelId | null>();
  const byLevel = new Map<LevelId | null, Topic[]>();
  for (const project of projects) {
    const own = byLevel.get(project.level);
    if (own === undefined) byLevel.set(project.level, [project]);
    else own.push(project);
  }
  levels.forEach(({ id }, rank) => {
    if (!found[rank]?.isBegun || found[rank].isOpen) return;
    const own = byLevel.get(id) ?? [];
    const isProven = own.some(({ status }) => status === 'done' || status === 'doing');
    if (!isProven && own.some(isOpen)) unproven.add(id);
  });
  const rank = levels.findIndex(({ id }, at) => found[at]?.first || unproven.has(id));
  return { rank: rank < 0 ? levels.length : rank, first: found[rank]?.first ?? null, unproven };
}
