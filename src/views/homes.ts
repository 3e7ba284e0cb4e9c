// Home: the section a topic stands in, and how deep below it.
import type { Address, Roadmap, Section, Topic } from '../model/roadmap.ts';

export interface Home {
  /** The nearest section; null for root topics and projects. */
  readonly section: Section | null;
  /** From the outermost section to the nearest. */
  readonly path: readonly Section[];
  /** 0 directly under the section, 1 under a topic of it… */
  readonly depth: number;
}

const nowhere: Home = { section: null, path: [], depth: 0 };

/** By address and not by object: a topic may come from another reading of the same text. */
export function homesOf(roadmap: Roadmap): (topic: Topic) => Home {
  const homes = new Map<Address, Home>();
  const walk = (children: readonly (Section | Topic)[], path: readonly Section[], depth: number): void => {
    const home = { section: path.at(-1) ?? null, path, depth };
    for (const child of children) {
      if (child.kind === 'section') walk(child.children, [...path, child], 0);
      else {
        homes.set(child.address, home);
        if (child.topics.length > 0) walk(child.topics, path, depth + 1);
      }
    }
  };
  walk(roadmap.children, [], 0);
  return (topic) => homes.get(topic.address) ?? nowhere;
}
