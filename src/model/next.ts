// Next: which topics to study now, and why these.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { type LevelId, type Roadmap, type Topic, type TopicId, topicsOf } from './roadmap.ts';

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

const isOpen = ({ status }: Topic): boolean => status === 'todo' || status === 'doing';
/** A parent waits until nothing below it is open, and a task that repeats is not ours to tick (FORMATS D4). */
const canBeNext = (topic: Topic): boolean => isOpen(topic) && !topic.repeats && !topic.topics.some(isOpen);

/**
 * Up to `limit` topics: those in progress; then those whose needs are done or skipped, from the lowest level that is not
 * complete upwards; at last those that wait. Within that the author's order decides. A topic without a level belongs to the one
 * that is studied now. A need that no topic has cannot be waited for. Of a level whose topics are all done a project is next,
 * where it has some and none is done (FORMATS V3).
 */
export function nextTopics(roadmap: Roadmap, limit: number, among: Iterable<Topic> = allOf(roadmap)): Next[] {
  const ranks = ranksOf(roadmap);
  const unproven = unprovenLevels(roadmap, ranks);
  const { rank: here, first } = standingOf(roadmap, ranks, unproven);
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
    if ((ready.get(rank)?.length ?? 0) >= limit) continue;
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

function* allOf({ children, projects }: Roadmap): Generator<Topic> {
  yield* topicsOf(children);
  yield* projects;
}

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

/** Levels whose topics are all done, and of whose projects none is done or begun. */
function unprovenLevels({ children, projects }: Roadmap, ranks: Ranks): Set<LevelId | null> {
  const unproven = new Set<LevelId | null>();
  if (projects.length === 0 || ranks.size === 0) return unproven;
  for (const { level, status } of topicsOf(children)) if (status === 'done' && ranks.has(level)) unproven.add(level);
  for (const topic of topicsOf(children)) if (isOpen(topic)) unproven.delete(topic.level);
  const proven = new Set(
    projects.filter(({ status }) => status !== 'todo' && status !== 'skipped').map((one) => one.level),
  );
  const offered = new Set(projects.filter(({ status }) => status === 'todo').map(({ level }) => level));
  for (const level of unproven) if (proven.has(level) || !offered.has(level)) unproven.delete(level);
  return unproven;
}

/** The lowest level that is not complete, and its first open topic. */
function standingOf(
  { children }: Roadmap,
  ranks: Ranks,
  unproven: ReadonlySet<LevelId | null>,
): { readonly rank: number; readonly first: Topic | null } {
  let rank = Math.min(...Array.from(unproven, (level) => ranks.get(level) as number), ranks.size);
  let first: Topic | null = null;
  if (ranks.size === 0) return { rank, first };
  for (const topic of topicsOf(children)) {
    const own = ranks.get(topic.level) ?? rank;
    if (own >= rank || !canBeNext(topic)) continue;
    [rank, first] = [own, topic];
    if (rank === 0) break;
  }
  return { rank, first };
}
