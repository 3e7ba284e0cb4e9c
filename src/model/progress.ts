// Tally: how many topics are in which state, for a roadmap, its sections and its levels.
import {
  type Address,
  isCounted,
  type Level,
  type LevelId,
  type LevelSource,
  type Roadmap,
  type Section,
  type Text,
  type Topic,
  topicsOf,
} from './roadmap.ts';

/** total = todo + doing + done; skipped topics stand apart, retired ones that were never begun are in none of them; percent = floor(100·done/total), 0 when there is nothing (CONTRACT, JSON). */
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
  /** Null for the topics that stand outside any section (FORMATS S6). */
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

type Counter = { -readonly [Key in keyof Omit<Tally, 'total' | 'percent'>]: number };

const zero = (): Counter => ({ done: 0, doing: 0, todo: 0, skipped: 0, dated: 0 });

function count(into: Counter, topic: Topic): void {
  if (topic.status !== 'skipped' && !isCounted(topic)) return;
  into[topic.status]++;
  if (topic.completedOn !== null) into.dated++;
}

function add(into: Counter, other: Tally): void {
  into.done += other.done;
  into.doing += other.doing;
  into.todo += other.todo;
  into.skipped += other.skipped;
  into.dated += other.dated;
}

/** Whole percents, rounded down so that 100 % is never said too early. */
export function percentOf(done: number, total: number): number {
  return total === 0 ? 0 : Math.floor((100 * done) / total);
}

function close(counter: Counter): Tally {
  const total = counter.todo + counter.doing + counter.done;
  return { total, ...counter, percent: percentOf(counter.done, total) };
}

/** The tally of any set of topics; a topic that is listed twice counts twice. */
export function tallyOf(topics: Iterable<Topic>): Tally {
  const counter = zero();
  for (const topic of topics) count(counter, topic);
  return close(counter);
}

function sectionProgress(section: Section): SectionProgress {
  const counter = zero();
  const sections: SectionProgress[] = [];
  for (const child of section.children) {
    if (child.kind === 'topic') {
      count(counter, child);
      for (const below of topicsOf(child.topics)) count(counter, below);
    } else {
      const part = sectionProgress(child);
      add(counter, part.tally);
      if (part.tally.total + part.tally.skipped > 0) sections.push(part);
    }
  }
  const { address, title, level, levelSource, weight } = section;
  return { address, title, level, levelSource, weight, tally: close(counter), sections };
}

/** A level is reached when every topic of it and of the levels below is done and each level with projects has one done (FORMATS V3). */
function levelProgress(roadmap: Roadmap): LevelProgress[] {
  const counters = new Map<LevelId, { topics: Counter; projects: Counter }>();
  for (const level of roadmap.levels) counters.set(level.id, { topics: zero(), projects: zero() });
  for (const topic of topicsOf(roadmap.children)) {
    const at = topic.level === null ? undefined : counters.get(topic.level);
    if (at) count(at.topics, topic);
  }
  for (const project of roadmap.projects) {
    const at = project.level === null ? undefined : counters.get(project.level);
    if (at) count(at.projects, project);
  }
  let below = true;
  return roadmap.levels.map((level) => {
    const { topics, projects } = counters.get(level.id) as { topics: Counter; projects: Counter };
    const tally = close(topics);
    const built = close(projects);
    below = below && tally.done === tally.total && (built.total === 0 || built.done > 0);
    const something = tally.total + built.total > 0;
    return { level, tally, projects: { total: built.total, done: built.done }, reached: below && something };
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

/** The outermost sections that have a weight: what stands below them is weighed with them. */
function weighted(sections: readonly SectionProgress[]): (SectionProgress & { readonly weight: number })[] {
  return sections.flatMap((section) => {
    const { weight } = section;
    return weight === null ? weighted(section.sections) : [{ ...section, weight }];
  });
}

export function progressOf(roadmap: Roadmap): Progress {
  const total = zero();
  const root = zero();
  const sections: SectionProgress[] = [];
  for (const child of roadmap.children) {
    if (child.kind === 'topic') {
      count(root, child);
      for (const below of topicsOf(child.topics)) count(root, below);
    } else {
      const part = sectionProgress(child);
      add(total, part.tally);
      if (part.tally.total + part.tally.skipped > 0) sections.push(part);
    }
  }
  const loose = close(root);
  if (loose.total + loose.skipped > 0) {
    add(total, loose);
    sections.unshift({
      address: null,
      title: roadmap.title,
      level: null,
      levelSource: null,
      weight: null,
      tally: loose,
      sections: [],
    });
  }
  const projects = tallyOf(roadmap.projects);
  return {
    total: close(total),
    sections,
    levels: levelProgress(roadmap),
    projects: { total: projects.total, done: projects.done },
    readiness: readinessOf(sections),
  };
}

/** Of a part nobody can tell whether a level is reached, nor how ready one is for the whole exam. */
export function progressOfPart(part: Roadmap): Progress {
  const { levels, ...progress } = progressOf(part);
  return { ...progress, levels: levels.map((level) => ({ ...level, reached: null })), readiness: null };
}
