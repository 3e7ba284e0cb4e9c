// StudyOrder: what is open, in an order in which it can be studied: nothing comes before what it needs.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { UserError } from '../errors.ts';
import { plannedOf } from './planned.ts';
import { isOpen, type LevelId, type Roadmap, type Section, type Topic, type TopicId } from './roadmap.ts';
import { topicsOf } from './tree.ts';
import { compareUrgency, type Horizon, horizonOf, isPressing, type Urgency, urgencyOf } from './urgency.ts';
import type { UrgencyKind } from './urgency-kind.ts';

/** One topic or project of the order. */
export interface Study {
  readonly topic: Topic;
  /** What has to be studied first, as far as that is open: each is before this one in the order. */
  readonly before: readonly Study[];
  /** Topics of a lower level come first; what may be put off until all else is done has a level of its own, the last. */
  readonly rank: number;
  /** The day before which the author does not want it to be begun, where that is to come. */
  readonly start: CalendarDate | null;
  /** It was not asked for, but something that was needs it. */
  readonly isAdded: boolean;
}

interface Precedence {
  /** 0: overdue, due soon or of high priority; 1: in progress; 2: all others, by level. */
  readonly stage: number;
  readonly urgency: Urgency | null;
  /** Below 0 goes before what has none. */
  readonly priority: number;
  readonly due: string;
}

interface Node extends Precedence {
  readonly topic: Topic;
  /** From the outermost topic above it to the nearest. */
  readonly above: readonly Topic[];
  readonly rank: number;
  /** Percent of the exam that its section has; 0 where it has none. */
  readonly weight: number;
  /** In the order of the author; a project is behind the last topic that it proves. */
  readonly place: number;
}

/**
 * The open ones among `chosen` and all open ones that they need, also through what they are in or what is in them: a topic has the needs
 * of the topics above it, it comes behind all that is below it, and a project behind what it proves. A need may name a section, and is
 * all of it then. As far as needs leave it open: what is overdue, due soon or of high priority; then what is in progress; then by levels
 * from the lowest, where they are written; on one level what has a day or a priority, then the sections with the greater share of the exam; then the order of the author. Projects that no level waits for, since one
 * is enough (FORMATS V3), come last. What repeats is not ours to tick (FORMATS D4): it is left out, and nothing waits for it.
 * Throws `needs-circle`.
 */
export function studyOrder(roadmap: Roadmap, chosen: Iterable<Topic>, today: CalendarDate): Study[] {
  const outline = new Outline(roadmap, today);
  const asked = new Set(chosen);
  const roots = outline.nodes.filter(({ topic }) => asked.has(topic)).sort(byUrgency);
  const found = new Map<Node, Study>();
  const add = (node: Node, before: readonly Node[]): void => {
    const { topic, rank, urgency } = node;
    const start = urgency?.kind === 'later' ? urgency.day : null;
    found.set(node, {
      topic,
      rank,
      start,
      isAdded: !asked.has(topic),
      before: before.map((one) => found.get(one) as Study),
    });
  };
  for (const root of roots) visit(root, outline, add, found);
  return [...found.values()];
}

/** Visits what a node needs before the node itself. By hand, since a chain of needs may be as long as the roadmap. */
function visit(
  root: Node,
  outline: Outline,
  add: (node: Node, before: readonly Node[]) => void,
  known: { has(node: Node): boolean },
): void {
  if (known.has(root)) return;
  const path: { readonly node: Node; readonly before: readonly Node[]; next: number }[] = [];
  const onPath = new Set<Node>();
  const enter = (node: Node): void => {
    path.push({ node, before: outline.before(node), next: 0 });
    onPath.add(node);
  };
  enter(root);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const { node, before } = top;
    const need = before[top.next++];
    if (need === undefined) {
      path.pop();
      onPath.delete(node);
      add(node, before);
    } else if (onPath.has(need)) {
      const circle = path.slice(path.findIndex((one) => one.node === need)).map((one) => one.node.topic);
      throw circleError(circle);
    } else if (!known.has(need)) enter(need);
  }
}

/** From the topic that comes first in the file, so that the sentence is the same however the circle was found. */
function circleError(circle: readonly Topic[]): UserError {
  const first = circle.reduce((a, b) => (b.line < a.line ? b : a));
  const at = circle.indexOf(first);
  const addresses = [...circle.slice(at), ...circle.slice(0, at)].map(({ address }) => address);
  return new UserError('needs-circle', { addresses });
}

/** What the author's days and priority, and what is begun, make of the place of a topic. */
function precedenceOf(topic: Topic, horizon: Horizon): Precedence {
  const isBegun = topic.status === 'doing';
  const urgency = urgencyOf(topic.fields, isBegun, horizon);
  const stage = urgency !== null && isPressing(urgency) ? 0 : isBegun ? 1 : 2;
  const priority = urgency === null ? 0 : (priorities[urgency.kind] ?? 0);
  return { stage, urgency, priority, due: plannedOf(topic).due ?? noDay };
}

const priorities: { readonly [kind in UrgencyKind]?: number } = { medium: -1, low: 1, lowest: 2 };
/** Behind all days. */
const noDay = '~';

function byUrgency(a: Node, b: Node): number {
  if (a.stage !== b.stage) return a.stage - b.stage;
  const pressing = a.stage === 0 ? compareUrgency(a.urgency as Urgency, b.urgency as Urgency) : 0;
  const order = pressing || a.rank - b.rank || a.priority - b.priority;
  if (order !== 0 || a.due === b.due) return order || b.weight - a.weight || a.place - b.place;
  return a.due < b.due ? -1 : 1;
}

const isStudied = (topic: Topic): boolean => isOpen(topic) && !topic.repeats;

/** All that is open, with what decides its place. */
class Outline {
  readonly nodes: Node[] = [];
  private readonly byTopic = new Map<Topic, Node>();
  private readonly byId = new Map<TopicId, { readonly topic: Topic; readonly above: readonly Topic[] }>();
  private readonly bySection = new Map<string, Set<Node>>();
  /** Those that the topic above them does not wait for, since they, or what is below them, need it. */
  private readonly behindParent = new Set<Topic>();
  private readonly ranks: ReadonlyMap<LevelId | null, number>;
  /** The rank of what has no level: that of the level which is studied now. */
  private readonly here: number;
  private place = 0;

  private readonly horizon: Horizon;

  constructor({ levels, levelSource, children, projects }: Roadmap, today: CalendarDate) {
    this.horizon = horizonOf(today);
    this.ranks = new Map(levelSource === 'explicit' ? levels.map(({ id }, rank) => [id, rank]) : []);
    let here = levels.length;
    for (const topic of topicsOf(children))
      if (isStudied(topic)) here = Math.min(here, this.ranks.get(topic.level) ?? here);
    this.here = here;
    this.addAll(children, [], []);
    this.addProjects(projects, levels.length + 1);
  }

  /** What has to be studied before a node, the most urgent first. */
  before(node: Node): Node[] {
    const { topic, above } = node;
    const found = new Set<Node>();
    for (const owner of [topic, ...above.filter(isStudied)])
      for (const need of owner.needs) for (const one of this.needed(need, owner, node)) found.add(one);
    for (const id of topic.project?.proves ?? []) for (const one of this.needed(id, topic, node)) found.add(one);
    for (const below of topic.topics) {
      const child = this.byTopic.get(below);
      if (child !== undefined && !this.behindParent.has(below)) found.add(child);
    }
    return [...found].sort(byUrgency);
  }

  /** The open ones that a need means which is written on a node or on a topic above it. Neither waits for what it is in, or is itself. */
  private needed(id: TopicId, owner: Topic, node: Node): Iterable<Node> {
    const named = this.byId.get(id);
    if (named === undefined) {
      const section = this.bySection.get(id);
      return section === undefined || section.has(node) ? [] : section;
    }
    const isInherited = owner !== node.topic;
    if (isInherited && (named.topic === owner || named.above.includes(owner))) return [];
    const found = this.byTopic.get(named.topic);
    return found === undefined ? [] : [found];
  }

  private addAll(children: readonly (Section | Topic)[], sections: readonly Section[], above: readonly Topic[]): void {
    for (const child of children) {
      if (child.kind === 'section') this.addAll(child.children, [...sections, child], []);
      else {
        const weight = sections.find((one) => one.weight !== null)?.weight ?? 0;
        const rank = this.ranks.get(child.level) ?? this.here;
        this.add({ topic: child, above, rank, weight, place: this.place++ }, sections);
        if (child.topics.length > 0) this.addAll(child.topics, sections, [...above, child]);
      }
    }
  }

  private add(found: Omit<Node, keyof Precedence>, sections: readonly Section[]): void {
    const { topic, above } = found;
    const node = { ...found, ...precedenceOf(topic, this.horizon) };
    if (!this.byId.has(topic.id)) this.byId.set(topic.id, { topic, above });
    if (!isStudied(topic)) return;
    this.byTopic.set(topic, node);
    this.nodes.push(node);
    for (const { id } of sections) {
      const known = this.bySection.get(id);
      if (known === undefined) this.bySection.set(id, new Set([node]));
      else known.add(node);
    }
    above.forEach(({ id }, depth) => {
      if (topic.needs.includes(id)) this.behindParent.add(above[depth + 1] ?? topic);
    });
  }

  /** `last`: behind all levels. */
  private addProjects(projects: readonly Topic[], last: number): void {
    const wanted = wantedProjects(projects);
    projects.forEach((project, index) => {
      const { level } = project;
      const proved = (project.project?.proves ?? []).flatMap((id) => {
        const named = this.byId.get(id);
        return (named && this.byTopic.get(named.topic)) ?? [];
      });
      const behind = proved.sort(byUrgency).at(-1);
      const own = this.ranks.get(level) ?? behind?.rank ?? last;
      const isSpare = this.ranks.has(level) && wanted.get(level) !== project;
      const place = behind === undefined ? this.place + index : behind.place + 0.5;
      this.add({ topic: project, above: [], rank: isSpare ? last : own, weight: behind?.weight ?? 0, place }, []);
    });
  }
}

/** Of each level the project that it waits for: none where one is done, else the one that is begun, else the first. */
function wantedProjects(projects: readonly Topic[]): ReadonlyMap<LevelId | null, Topic | null> {
  const wanted = new Map<LevelId | null, Topic | null>();
  for (const project of projects) {
    const { level, status } = project;
    const known = wanted.get(level);
    if (status === 'done') wanted.set(level, null);
    else if (
      known !== null &&
      isStudied(project) &&
      (known?.status ?? 'todo') === 'todo' &&
      (known === undefined || status === 'doing')
    )
      wanted.set(level, project);
  }
  return wanted;
}
