// Overlay: the ticks of a progress file merged into a roadmap, by identity; what fits nowhere is an orphan (FORMATS P4).
import type { CalendarDate } from '../dates/calendar-date.ts';
import { normalTitle } from './identity.ts';
import {
  firstWording,
  type Roadmap,
  type Section,
  type Status,
  type Topic,
  type TopicId,
  type TopicNote,
} from './roadmap.ts';
import { addFormerIds } from './tree.ts';

/** One line of a progress file. */
export interface Tick {
  /** The written 🆔; null on a line typed by hand. */
  readonly id: TopicId | null;
  /** The id with the punctuation behind it, where there is any: only the roadmap knows whether that belongs to it. */
  readonly idWithMarks?: TopicId;
  /** Readable, without the address before it. */
  readonly title: string;
  /** Readable, as it is written there: a title typed by hand may begin with a number of its own. */
  readonly written: string;
  /** Title of the heading above it, without its number; null above the first. */
  readonly section: string | null;
  readonly status: Status;
  readonly completedOn: CalendarDate | null;
  /** Hours; null where none are written. */
  readonly spent: number | null;
  /** The note lines below it (FORMATS D8). */
  readonly noteLines: readonly TopicNote[];
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

/** The line that gives a topic the state that it has. */
export function tickOf({ id, title, status, completedOn }: Topic): Tick {
  const written = firstWording(title);
  return { id, title: written, written, section: null, status, completedOn, spent: null, noteLines: [], line: 0 };
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

/**
 * Merges ticks into a roadmap: by id, also one of a topic that was merged into another, else by title within the section, else
 * by a title that only one topic has (FORMATS P4). A line whose id no topic has counts by its title only while the topic has no
 * line with its own id; then it is an orphan.
 */
export function overlay(roadmap: Roadmap, ticks: readonly Tick[]): Overlaid {
  if (ticks.length === 0) return { roadmap, lines: new Map(), orphans: [] };
  const topics = new TickTargets(roadmap, ticks);
  const lines = new Map<TopicId, Tick[]>();
  const orphans: Tick[] = [];
  for (const tick of ticks) {
    const { id, topic } = topics.find(tick);
    if (topic === undefined) {
      orphans.push(tick);
      continue;
    }
    const line = id === tick.id ? tick : { ...tick, id };
    const known = lines.get(topic.id);
    if (known) known.push(line);
    else lines.set(topic.id, [line]);
  }
  return { roadmap: withStates(roadmap, lines), lines, orphans };
}

/** The topics of a roadmap by what lines name them by. Lines are asked for in the order of their file. */
class TickTargets {
  private readonly title: string;
  private readonly byId = new Map<TopicId, Topic>();
  /** By section and title, in normal form. */
  private readonly inSection = new Map<string, Topic[]>();
  /** Null for a title of several topics: it names none of them. */
  private readonly byTitle = new Map<string, Topic | null>();
  /** Topics whose id a line names. */
  private readonly withLine: ReadonlySet<TopicId | null>;
  /** Equal topics of one section take the lines of their title in order (FORMATS A4). */
  private readonly queues = new Map<string, EqualTopics>();
  /** Topics that others were merged into. */
  private readonly merged: Topic[] = [];
  private hasEqual = false;
  constructor(roadmap: Roadmap, ticks: readonly Tick[]) {
    this.title = firstWording(roadmap.title);
    this.addAll(roadmap.children, normalTitle(this.title));
    for (const project of roadmap.projects) this.add(project, projectsHeading);
    addFormerIds(this.byId, this.merged);
    const named = ticks.map((tick) => idOf(tick, this.byId));
    this.withLine = new Set(named.filter((id) => id !== null && this.byId.has(id)));
  }

  private addAll(children: readonly (Section | Topic)[], section: string): void {
    for (const child of children) {
      if (child.kind === 'topic') this.add(child, section);
      else this.addAll(child.children, normalTitle(firstWording(child.title)));
    }
  }

  private add(topic: Topic, section: string): void {
    this.byId.set(topic.id, topic);
    if (topic.formerly.length > 0) this.merged.push(topic);
    for (const title of titlesOf(topic)) {
      const key = `${section}\n${title}`;
      const equal = this.inSection.get(key);
      if (equal) {
        equal.push(topic);
        this.hasEqual = true;
      } else this.inSection.set(key, [topic]);
      this.byTitle.set(title, this.byTitle.has(title) ? null : topic);
    }
    for (const below of topic.topics) this.add(below, section);
  }

  /** The topic of a line, and the id that the line names. */
  find(tick: Tick): { readonly id: TopicId | null; readonly topic: Topic | undefined } {
    const section = normalTitle(tick.section ?? this.title);
    const id = idOf(tick, this.byId);
    const named = id === null ? undefined : this.byId.get(id);
    if (named !== undefined) {
      if (this.hasEqual) this.pass(named, section);
      return { id, topic: named };
    }
    const titles = id === null ? [normalTitle(tick.written), normalTitle(tick.title)] : [normalTitle(tick.title)];
    const address = tick.id === null ? writtenAddress(tick) : null;
    const topic =
      firstOf(titles, (title) => this.take(`${section}\n${title}`, address)) ??
      firstOf(titles, (title) => this.byTitle.get(title) ?? undefined);
    const hasOwnLine = topic !== undefined && id !== null && id !== topic.id && this.withLine.has(topic.id);
    return { id, topic: hasOwnLine ? undefined : topic };
  }

  private take(key: string, address: string | null): Topic | undefined {
    const equal = this.inSection.get(key);
    return equal === undefined || equal.length === 1 ? equal?.[0] : this.queue(key, equal).take(address);
  }

  private pass(topic: Topic, section: string): void {
    for (const title of titlesOf(topic)) {
      const key = `${section}\n${title}`;
      const equal = this.inSection.get(key);
      if (equal !== undefined && equal.length > 1) this.queue(key, equal).pass(topic.id);
    }
  }

  private queue(key: string, equal: readonly Topic[]): EqualTopics {
    const known = this.queues.get(key) ?? new EqualTopics(equal, this.withLine);
    this.queues.set(key, known);
    return known;
  }
}

/** The heading above the ticks of projects in a progress file, in normal form. */
export const projectsHeading = 'projects';

/** Whether a line is below that heading. */
export const isBelowProjects = ({ section }: Tick): boolean =>
  section !== null && normalTitle(section) === projectsHeading;

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

/** Two notes with the same key are one. */
export const keyOfNote = ({ day, text }: TopicNote): string => `${day} ${text}`;

/**
 * Time and notes of the lines of a topic. Two lines of one topic are versions of one after a merge: the most time of
 * them counts, and a note that both have is one (FORMATS P4).
 */
export function addedWith(ticks: readonly Tick[]): Pick<Topic, 'spent' | 'noteLines'> {
  const spent = ticks.reduce((most, tick) => Math.max(most, tick.spent ?? 0), 0);
  const notes = new Map(ticks.flatMap(({ noteLines }) => noteLines).map((note) => [keyOfNote(note), note]));
  return { spent: spent === 0 ? null : spent, noteLines: [...notes.values()] };
}

/** The same beside what the topic says itself; null where they add nothing. */
function beside(topic: Topic, ticks: readonly Tick[]): Pick<Topic, 'spent' | 'noteLines'> | null {
  const { spent, noteLines } = addedWith(ticks);
  if (spent === null && noteLines.length === 0) return null;
  return {
    spent: spent === null ? topic.spent : spent + (topic.spent ?? 0),
    noteLines: noteLines.length === 0 ? topic.noteLines : [...topic.noteLines, ...noteLines],
  };
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
      const added = ticks === undefined ? null : beside(topic, ticks);
      return { ...topic, ...added, status: winner.status, completedOn: winner.completedOn, topics: below };
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
