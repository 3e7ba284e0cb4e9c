// Next: which topics to study now, and why these.
import { type Roadmap, type Topic, type TopicId, topicsOf } from './roadmap.ts';

/** doing: already begun; unlocked: all it needs is done; order: the first open one in the author's order; waiting: something it
 * needs is still open, and nothing else is left. */
export type Reason = 'doing' | 'unlocked' | 'order' | 'waiting';

export interface Next {
  readonly topic: Topic;
  readonly reason: Reason;
}

const open = (topic: Topic): boolean => topic.status === 'todo' || topic.status === 'doing';

/** Up to `limit` topics: those in progress first, then open ones in document order whose prerequisites are done or skipped.
 * A parent waits until nothing below it is open. When every open topic waits for another, the order of the author decides. */
export function nextTopics(
  roadmap: Roadmap,
  limit: number,
  among: Iterable<Topic> = topicsOf(roadmap.children),
): Next[] {
  const doing: Next[] = [];
  const ready: Next[] = [];
  const waiting: Next[] = [];
  let settled: Set<TopicId> | null = null;
  const isSettled = (id: TopicId): boolean => {
    if (settled === null) {
      settled = new Set();
      for (const topic of topicsOf(roadmap.children)) if (!open(topic)) settled.add(topic.id);
    }
    return settled.has(id);
  };
  for (const topic of among) {
    if (!open(topic) || topic.repeats || topic.topics.some(open)) continue;
    if (topic.status === 'doing') doing.push({ topic, reason: 'doing' });
    else if (ready.length >= limit) continue;
    else if (topic.needs.length === 0) ready.push({ topic, reason: 'order' });
    else if (topic.needs.every(isSettled)) ready.push({ topic, reason: 'unlocked' });
    else if (waiting.length < limit) waiting.push({ topic, reason: 'waiting' });
    if (doing.length >= limit) break;
  }
  return [...doing, ...ready, ...waiting].slice(0, limit);
}
