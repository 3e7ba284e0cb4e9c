// Overlay: the ticks of a progress file laid onto a roadmap, by identity; what fits nowhere is an orphan (FORMATS P4).
import type { CalendarDate } from '../dates/calendar-date.ts';
import { normalTitle } from './identity.ts';
import { firstWording, type Roadmap, type Section, type Status, type Topic, type TopicId } from './roadmap.ts';
import { addFormerIds } from './tree.ts';

/** One line of a progress file. */
export interface Tick {
  /** The written 🆔; null on a line typed by hand. */
  readonly id: TopicId | null;
  /** The id with the punctuation behind it, where there is any: only the roadmap knows whether that belongs to it. */
  readonly idWithMarks?: TopicId;
  /** Readable, without the address before it. */
  readonly title: string;
  /** Readable, as it stands there: a title typed by hand may begin with a number of its own. */
  readonly written: string;
  /** Title of the heading it stands under, without its number; null above the first. */
  readonly section: string | null;
  readonly status: Status;
  readonly completedOn: CalendarDate | null;
  readonly line: number;
}

export interface Overlaid {
  readonly roadmap: Roadmap;
  /** The lines of each topic that has any, in file order; more than one after a union merge. */
  readonly lines: ReadonlyMap<TopicId, readonly Tick[]>;
  readonly orphans: readonly Tick[];
}

/** The state that one line gives its topic. */
export interface TickState {
  readonly status: Status;
  readonly completedOn: CalendarDate | null;
}

const weight: { readonly [status in Status]: number } = { done: 3, skipped: 2, doing: 1, todo: 0 };

/** The line that would say of a topic what it is. */
export function tickOf({ id, title, status, completedOn }: Topic): Tick {
  const written = firstWording(title);
  return { id, title: written, written, section: null, status, completedOn, line: 0 };
}

/** The line that wins among all lines of one topic: done beats open, and the earliest day wins (FORMATS P4). */
export function winningTick<Line extends TickState>(lines: readonly Line[]): Line {
  return lines.reduce((a, b) => {
    if (a.status !== b.status) return weight[b.status] > weight[a.status] ? b : a;
    return b.completedOn !== null && (a.completedOn === null || b.completedOn < a.completedOn) ? b : a;
  });
}

/** The id that a line names, among those that are `known`. */
export function idOf({ id, idWithMarks }: Tick, known: { has(id: TopicId): boolean }): TopicId | null {
  return idWithMarks !== undefined && known.has(idWithMarks) ? idWithMarks : id;
}

/** Lays ticks onto a roadmap: by id, also one of a topic that was merged into another, else by title within the section, else by a title that only one topic has (FORMATS P4).
 * A line whose id nobody has speaks by its title only while the topic has no line with its own id; then it is an orphan. */
export function overlay(roadmap: Roadmap, ticks: readonly Tick[]): Overlaid {
  if (ticks.length === 0) return { roadmap, lines: new Map(), orphans: [] };
  const byId = new Map<TopicId, Topic>();
  const byPlace = new Map<string, Topic[]>();
  const byTitle = new Map<string, Topic | null>();
  /** Topics that others were merged into. */
  const merged: Topic[] = [];
  let hasEqual = false;
  const index = (topic: Topic, section: string) => {
    byId.set(topic.id, topic);
    if (topic.formerly.length > 0) merged.push(topic);
    for (const title of titlesOf(topic)) {
      const place = `${section}\n${title}`;
      const equal = byPlace.get(place);
      if (equal) {
        equal.push(topic);
        hasEqual = true;
      } else byPlace.set(place, [topic]);
      // A title that two topics have names neither.
      byTitle.set(title, byTitle.has(title) ? null : topic);
    }
    for (const below of topic.topics) index(below, section);
  };
  const visit = (children: readonly (Section | Topic)[], section: string) => {
    for (const child of children) {
      if (child.kind === 'topic') index(child, section);
      else visit(child.children, normalTitle(firstWording(child.title)));
    }
  };
  visit(roadmap.children, normalTitle(firstWording(roadmap.title)));
  for (const project of roadmap.projects) index(project, projectsHeading);
  addFormerIds(byId, merged);

  const lines = new Map<TopicId, Tick[]>();
  const orphans: Tick[] = [];
  const withLine = new Set(ticks.map((tick) => idOf(tick, byId)).filter((id) => id !== null && byId.has(id)));
  // Equal topics of one section take the lines of their title in order (FORMATS A4).
  const queues = new Map<string, EqualTopics>();
  const queueAt = (place: string, equal: readonly Topic[]): EqualTopics => {
    const known = queues.get(place);
    if (known !== undefined) return known;
    const made = new EqualTopics(equal, withLine);
    queues.set(place, made);
    return made;
  };
  const topicIn = (place: string, address: string | null): Topic | undefined => {
    const equal = byPlace.get(place);
    return equal === undefined || equal.length === 1 ? equal?.[0] : queueAt(place, equal).take(address);
  };
  const passed = (topic: Topic, section: string): void => {
    for (const title of titlesOf(topic)) {
      const place = `${section}\n${title}`;
      const equal = byPlace.get(place);
      if (equal !== undefined && equal.length > 1) queueAt(place, equal).pass(topic.id);
    }
  };
  for (const tick of ticks) {
    const section = normalTitle(tick.section ?? firstWording(roadmap.title));
    const id = idOf(tick, byId);
    const titles = id === null ? [normalTitle(tick.written), normalTitle(tick.title)] : [normalTitle(tick.title)];
    const named = id === null ? undefined : byId.get(id);
    if (named !== undefined && hasEqual) passed(named, section);
    const address = tick.id === null ? writtenAddress(tick) : null;
    const topic =
      named ??
      firstOf(titles, (title) => topicIn(`${section}\n${title}`, address)) ??
      firstOf(titles, (title) => byTitle.get(title) ?? undefined);
    if (!topic || (named === undefined && id !== null && id !== topic.id && withLine.has(topic.id))) orphans.push(tick);
    else {
      const line = id === tick.id ? tick : { ...tick, id };
      const known = lines.get(topic.id);
      if (known) known.push(line);
      else lines.set(topic.id, [line]);
    }
  }
  return { roadmap: withStates(roadmap, lines), lines, orphans };
}

/** The heading under which ticks of projects stand in a progress file, in normal form. */
export const projectsHeading = 'projects';

/** Equal topics of one section, which lines without their ids take one after the other. Linear in topics and lines together. */
class EqualTopics {
  private readonly topics: readonly Topic[];
  /** Those that have a line with their id are not free. */
  private readonly withLine: ReadonlySet<TopicId | null>;
  private readonly taken = new Set<TopicId>();
  private readonly placeOf: ReadonlyMap<TopicId, number>;
  private readonly byAddress: ReadonlyMap<string, Topic>;
  private next = 0;
  private first = 0;
  constructor(topics: readonly Topic[], withLine: ReadonlySet<TopicId | null>) {
    this.topics = topics;
    this.withLine = withLine;
    this.placeOf = new Map(topics.map(({ id }, at) => [id, at]));
    this.byAddress = new Map(topics.map((topic) => [topic.address, topic]));
  }

  /** The one that the address of the line names; else the next behind the line before; else the first that is left. */
  take(address: string | null): Topic | undefined {
    const named = address === null ? undefined : this.byAddress.get(address);
    const found = named !== undefined && this.isFree(named) ? named : (this.freeFrom('next') ?? this.freeFrom('first'));
    if (found === undefined) return undefined;
    this.taken.add(found.id);
    this.pass(found.id);
    return found;
  }

  /** A line of this topic was met: lines behind it belong to topics behind it. */
  pass(id: TopicId): void {
    const at = this.placeOf.get(id);
    if (at !== undefined) this.next = Math.max(this.next, at + 1);
  }

  private isFree({ id }: Topic): boolean {
    return !this.taken.has(id) && !this.withLine.has(id);
  }

  private freeFrom(cursor: 'next' | 'first'): Topic | undefined {
    for (let topic = this.topics[this[cursor]]; topic !== undefined; topic = this.topics[++this[cursor]])
      if (this.isFree(topic)) return topic;
    return undefined;
  }
}

/** The number that a line was written with; null where it has none. */
export function writtenAddress({ title, written }: Tick): string | null {
  const before = written.endsWith(title) ? written.slice(0, written.length - title.length).trim() : '';
  return before === '' ? null : before;
}

/** What the first title finds; the others are not asked then, since each answer uses up a topic. */
function firstOf(titles: readonly string[], find: (title: string) => Topic | undefined): Topic | undefined {
  for (const title of titles) {
    const found = find(title);
    if (found !== undefined) return found;
  }
  return undefined;
}

function titlesOf(topic: Topic): string[] {
  const { title } = topic;
  return typeof title === 'string' ? [normalTitle(title)] : [...new Set(Object.values(title).map(normalTitle))];
}

/** The same roadmap with other states; whatever does not change is shared with the old one. */
function withStates(roadmap: Roadmap, lines: ReadonlyMap<TopicId, readonly Tick[]>): Roadmap {
  const ofTopics = (topics: readonly Topic[]): readonly Topic[] => {
    let changed = false;
    const next = topics.map((topic) => {
      const below = ofTopics(topic.topics);
      const ticks = lines.get(topic.id);
      if (ticks === undefined && below === topic.topics) return topic;
      changed = true;
      const winner = ticks ? winningTick(ticks) : topic;
      return { ...topic, status: winner.status, completedOn: winner.completedOn, topics: below };
    });
    return changed ? next : topics;
  };
  const ofChildren = (children: readonly (Section | Topic)[]): readonly (Section | Topic)[] => {
    let changed = false;
    const next = children.map((child) => {
      if (child.kind === 'topic') {
        const [topic] = ofTopics([child]);
        if (topic !== child) changed = true;
        return topic as Topic;
      }
      const below = ofChildren(child.children);
      if (below === child.children) return child;
      changed = true;
      return { ...child, children: below };
    });
    return changed ? next : children;
  };
  return { ...roadmap, children: ofChildren(roadmap.children), projects: ofTopics(roadmap.projects) };
}
