// StudyHours: how much of a week each topic of a plan takes, where hours are missing as well.
import type { StudyPace } from './pace-words.ts';
import { isOpen, type Roadmap, type Topic } from './roadmap.ts';
import type { Study } from './study-order.ts';
import { topicsOf } from './tree.ts';

/** What one topic takes. */
export interface Effort {
  readonly study: Study;
  /** In the unit of the pace. */
  readonly cost: number;
  /** Null where topics are counted and the roadmap has no hours for it. */
  readonly hours: number | null;
}

/** So many of a plan have no hours, and are taken to need as many as this each. */
export interface AssumedHours {
  readonly kind: 'topics' | 'projects';
  readonly count: number;
  readonly hours: number;
  /** The median of those that have hours; false where none has, so that it is an hour. */
  readonly isMedian: boolean;
}

export interface Efforts {
  /** In the order of the studies. */
  readonly efforts: readonly Effort[];
  readonly assumed: readonly AssumedHours[];
  readonly unit: StudyPace['unit'];
}

/**
 * In hours: what the author wrote; a topic with hours of its own hands them on, in equal parts, to the open ones below it that have none;
 * what has none by then takes as long as the median of its kind, else an hour. So the sum is what `status` has as hours left, and
 * what is assumed. In topics each is one, and a project with hours as many as it takes the time of. Without a `unit`, hours where
 * one of the order has some.
 */
export function effortsOf(roadmap: Roadmap, order: readonly Study[], unit: StudyPace['unit'] | null): Efforts {
  const shares = sharedHours(roadmap);
  const hoursOf = (topic: Topic): number | null => shares.get(topic) ?? topic.hours;
  const medians = {
    topics: median([...topicsOf(roadmap.children)].flatMap(({ hours }) => hours || [])),
    projects: median(roadmap.projects.flatMap(({ hours }) => hours || [])),
  };
  const chosen = unit ?? (order.some(({ topic }) => hoursOf(topic) !== null) ? 'hours' : 'topics');
  if (chosen === 'topics') {
    const efforts = order.map((study): Effort => {
      const { project, hours } = study.topic;
      const isLong = project !== null && hours !== null && medians.topics !== null;
      return { study, cost: isLong ? Math.max(1, Math.round(hours / (medians.topics as number))) : 1, hours };
    });
    return { efforts, assumed: [], unit: chosen };
  }
  const counts = { topics: 0, projects: 0 };
  const usual = { topics: medians.topics ?? 1, projects: medians.projects ?? medians.topics ?? 1 };
  const efforts = order.map((study): Effort => {
    const known = hoursOf(study.topic) ?? (study.topic.topics.length > 0 ? 0 : null);
    const kind = study.topic.project === null ? 'topics' : 'projects';
    if (known === null) counts[kind]++;
    const hours = known ?? usual[kind];
    return { study, cost: hours, hours };
  });
  const assumed = (['topics', 'projects'] as const).flatMap((kind): AssumedHours[] => {
    const isMedian = medians[kind] !== null || medians.topics !== null;
    return counts[kind] === 0 ? [] : [{ kind, count: counts[kind], hours: usual[kind], isMedian }];
  });
  return { efforts, assumed, unit: chosen };
}

/** What open topics hand on of their hours: the part of each that gets one, and 0 of their own. */
function sharedHours({ children }: Roadmap): ReadonlyMap<Topic, number> {
  const shares = new Map<Topic, number>();
  /** The open ones below a topic that have no hours, up to those that have. */
  const withoutHours = (topics: readonly Topic[]): Topic[] =>
    topics.flatMap((topic) => {
      if (topic.hours !== null) return [];
      if (topic.topics.length > 0) return withoutHours(topic.topics);
      return isOpen(topic) && !topic.repeats ? [topic] : [];
    });
  for (const topic of topicsOf(children)) {
    const { hours, topics } = topic;
    if (hours === null || topics.length === 0 || !isOpen(topic)) continue;
    const below = withoutHours(topics);
    for (const one of below) shares.set(one, hours / below.length);
    if (below.length > 0) shares.set(topic, 0);
  }
  return shares;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined || sorted.length % 2 === 1) return middle ?? null;
  return (middle + (sorted[sorted.length / 2 - 1] as number)) / 2;
}
