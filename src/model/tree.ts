// Tree: all topics of a roadmap, and what is above, below and beside each of them.
import { AddressIndex, depthOf, sectionsAbove } from './address-index.ts';
import type { Roadmap, Section, Topic, TopicId } from './roadmap.ts';
import { idOfRow, type TableSection, type TopicTable, tableOf } from './topic-table.ts';

/** Every topic below, parents before children, in document order; projects are not among them. */
export function* topicsOf(children: readonly (Section | Topic)[]): Generator<Topic> {
  // By hand: a generator within generators would hand each topic up through all the levels above it.
  const lists = [children];
  const places = [0];
  for (let depth = 0; depth >= 0; ) {
    const child = (lists[depth] as typeof children)[places[depth] as number];
    if (child === undefined) {
      depth--;
      continue;
    }
    (places[depth] as number)++;
    if (child.kind === 'topic') yield child;
    const below = child.kind === 'topic' ? child.topics : child.children;
    if (below.length === 0) continue;
    depth++;
    lists[depth] = below;
    places[depth] = 0;
  }
}

/** Every topic and project, projects last. */
export function allTopics({ children, projects }: Roadmap): Topic[] {
  return [...topicsOf(children), ...projects];
}

/** Every topic and project by its id. */
export function topicsById(roadmap: Roadmap): ReadonlyMap<TopicId, Topic> {
  const found = new Map<TopicId, Topic>();
  for (const topic of topicsOf(roadmap.children)) found.set(topic.id, topic);
  for (const project of roadmap.projects) found.set(project.id, project);
  return found;
}

/** Finds a topic of another reading by its id: where it was, or wherever it is now. */
export function topicFinder(roadmap: Roadmap): (topic: Pick<Topic, 'address' | 'id'>) => Topic | undefined {
  const table = tableOf(roadmap);
  let index: AddressIndex | null = null;
  let byId: ReadonlyMap<TopicId, Topic> | null = null;
  return ({ address, id }) => {
    if (table.objects === null && byId === null) {
      index ??= new AddressIndex(table);
      const row = index.find(address)?.row ?? -1;
      if (row >= 0 && idOfRow(table, row) === id) return table.topicAt(row);
    }
    byId ??= topicsById(roadmap);
    return byId.get(id);
  };
}

/** Adds the ids of topics that were merged into these: one that a topic has now is never the former one of another. */
export function addFormerIds(byId: Map<TopicId, Topic>, topics: readonly Topic[]): void {
  for (const topic of topics) for (const id of topic.formerly) if (!byId.has(id)) byId.set(id, topic);
}

/** What is above a topic. */
export interface Ancestors {
  /** The nearest section; null for root topics and projects. */
  readonly section: TableSection | null;
  /** From the outermost section to the nearest. */
  readonly path: readonly TableSection[];
  /** 0 directly in the section, 1 below a topic of it… */
  readonly depth: number;
}

const atRoot: Ancestors = { section: null, path: [], depth: 0 };

/** Every topic and project with its ancestors, in the order of the roadmap. */
export function withAncestors(roadmap: Roadmap): { readonly topic: Topic; readonly ancestors: Ancestors }[] {
  const found: { readonly topic: Topic; readonly ancestors: Ancestors }[] = [];
  const visit = (children: readonly (Section | Topic)[], ancestors: Ancestors): void => {
    for (const child of children) {
      if (child.kind === 'section')
        visit(child.children, { section: child, path: [...ancestors.path, child], depth: 0 });
      else {
        found.push({ topic: child, ancestors });
        if (child.topics.length > 0) visit(child.topics, { ...ancestors, depth: ancestors.depth + 1 });
      }
    }
  };
  visit(roadmap.children, atRoot);
  for (const topic of roadmap.projects) found.push({ topic, ancestors: atRoot });
  return found;
}

type AncestorsOf = (topic: Pick<Topic, 'address'>) => Ancestors;

const known = new WeakMap<TopicTable, AncestorsOf>();

/** By address and not by object: a topic may come from another reading of the same text. Made once for each table. */
export function ancestorsOf(roadmap: Roadmap): AncestorsOf {
  const table = tableOf(roadmap);
  const found = known.get(table) ?? newAncestorsOf(table);
  known.set(table, found);
  return found;
}

function newAncestorsOf(table: TopicTable): AncestorsOf {
  const index = new AddressIndex(table);
  const paths = new Map<number, readonly TableSection[]>();
  return ({ address }) => {
    const row = index.find(address)?.row ?? -1;
    if (row < 0) return atRoot;
    const section = table.section[row] as number;
    const path = paths.get(section) ?? sectionsAbove(table, row);
    paths.set(section, path);
    return { section: path.at(-1) ?? null, path, depth: depthOf(table, row) };
  };
}

const unlocked = new WeakMap<Roadmap, ReadonlyMap<TopicId, readonly Topic[]>>();

/** Topics and projects that need this one; all of a roadmap are looked at once. */
export function unlockedBy(id: TopicId, roadmap: Roadmap): readonly Topic[] {
  const known = unlocked.get(roadmap) ?? topicsByNeed(roadmap);
  unlocked.set(roadmap, known);
  return known.get(id) ?? [];
}

function topicsByNeed(roadmap: Roadmap): ReadonlyMap<TopicId, readonly Topic[]> {
  const found = new Map<TopicId, Topic[]>();
  for (const topic of allTopics(roadmap))
    for (const need of new Set(topic.needs)) {
      const others = found.get(need);
      if (others === undefined) found.set(need, [topic]);
      else others.push(topic);
    }
  return found;
}

/** Projects that show this topic is mastered. */
export function provedBy(id: TopicId, { projects }: Roadmap): Topic[] {
  return projects.filter(({ project }) => project?.proves.includes(id));
}
