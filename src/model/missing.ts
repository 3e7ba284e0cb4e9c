// Missing: what of a level is not done yet, and whether what is done is enough for it (FORMATS V3).
import { type LevelProgress, progressOf, type Tally, tallyOf } from './progress.ts';
import { isOpen, type Level, type LevelId, type Roadmap, type Topic } from './roadmap.ts';
import { topicsOf } from './tree.ts';

export interface Missing {
  /** Topics that count and are not done, in document order. */
  readonly topics: readonly Topic[];
  /** The projects of levels that have some and none of them done: one for each level is enough. */
  readonly projects: readonly Topic[];
}

/** What is missing on these levels; what does not count is left out. */
export function missingOn(levels: ReadonlySet<LevelId>, roadmap: Roadmap): Missing {
  const isOn = ({ level }: Topic): boolean => level !== null && levels.has(level);
  const built = new Set(roadmap.projects.flatMap(({ level, status }) => (status === 'done' ? [level] : [])));
  return {
    topics: [...topicsOf(roadmap.children)].filter((topic) => isOn(topic) && isOpen(topic)),
    projects: roadmap.projects.filter((project) => isOn(project) && isOpen(project) && !built.has(project.level)),
  };
}

/** What is missing on each level, by itself: all of them in one walk. */
export function missingByLevel(roadmap: Roadmap): (level: LevelId) => Missing {
  const all = missingOn(new Set(roadmap.levels.map(({ id }) => id)), roadmap);
  const byLevel = new Map<LevelId | null, { topics: Topic[]; projects: Topic[] }>();
  for (const kind of ['topics', 'projects'] as const) {
    for (const topic of all[kind]) {
      const own = byLevel.get(topic.level);
      if (own !== undefined) own[kind].push(topic);
      else byLevel.set(topic.level, { topics: [], projects: [], [kind]: [topic] });
    }
  }
  return (level) => byLevel.get(level) ?? { topics: [], projects: [] };
}

export interface Gate extends Missing {
  readonly level: Level;
  readonly isLowest: boolean;
  /** The percent that was asked for; null where the whole level was. */
  readonly at: number | null;
  /** The topics of the level and of those below it. */
  readonly tally: Tally;
  /** The answer. */
  readonly isEnough: boolean;
  /** There is nothing to be measured by, so the answer is no. */
  readonly isEmpty: boolean;
  /** Levels that ask for more labs than are passed, and how many more. */
  readonly labs: readonly { readonly level: Level; readonly missing: number }[];
}

function lackOfLabs({ level, labs }: LevelProgress): Gate['labs'] {
  const missing = labs === null ? 0 : labs.required - labs.passed;
  return missing > 0 ? [{ level, missing }] : [];
}

/**
 * Whether a level is reached, or, with `at`, whether that percent of the topics of it and of the levels below is done. A share
 * is one of topics: then no project is asked for. A level that has nothing of its own is never reached.
 */
export function gateOf(id: LevelId, roadmap: Roadmap, at: number | null): Gate {
  const place = roadmap.levels.findIndex((level) => level.id === id);
  const levels = progressOf(roadmap).levels.slice(0, place + 1);
  const own = levels[place] as LevelProgress;
  const within = new Set(roadmap.levels.slice(0, place + 1).map((level) => level.id));
  const tally = tallyOf([...topicsOf(roadmap.children)].filter(({ level }) => level !== null && within.has(level)));
  const { topics, projects } = missingOn(within, roadmap);
  const isEmpty = own.tally.total + own.projects.total === 0 || (at !== null && tally.total === 0);
  return {
    level: own.level,
    isLowest: place === 0,
    at,
    tally,
    isEnough: at === null ? own.reached === true : !isEmpty && tally.percent >= at,
    isEmpty,
    topics,
    projects: at === null ? projects : [],
    labs: at === null ? levels.flatMap(lackOfLabs) : [],
  };
}
