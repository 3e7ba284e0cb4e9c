// Circles: topics each of which leads to the next, and the last to the first.
import type { Topic } from '../roadmap.ts';

/**
 * Circles that share no topic, each in its order; `next` gives the topics that one leads to, undefined for one that is not there. With a
 * stack of our own: chains may be longer than the machine's.
 */
export function circlesOf(topics: readonly Topic[], next: (topic: Topic) => readonly (Topic | undefined)[]): Topic[][] {
  const circles: Topic[][] = [];
  const state = new Map<Topic, 'open' | 'closed'>();
  const reported = new Set<Topic>();
  for (const start of topics) {
    if (state.has(start)) continue;
    const path = [{ topic: start, below: next(start), at: 0 }];
    state.set(start, 'open');
    while (path.length > 0) {
      const step = path[path.length - 1] as (typeof path)[number];
      if (step.at >= step.below.length) {
        state.set(step.topic, 'closed');
        path.pop();
        continue;
      }
      const topic = step.below[step.at++];
      if (topic === undefined) continue;
      const known = state.get(topic);
      if (known === undefined) {
        state.set(topic, 'open');
        path.push({ topic, below: next(topic), at: 0 });
      } else if (known === 'open') {
        let at = path.length - 1;
        while (path[at]?.topic !== topic && !reported.has((path[at] as (typeof path)[number]).topic)) at--;
        if (reported.has((path[at] as (typeof path)[number]).topic)) continue;
        const circle = path.slice(at).map((one) => one.topic);
        for (const one of circle) reported.add(one);
        circles.push(circle);
      }
    }
  }
  return circles;
}
