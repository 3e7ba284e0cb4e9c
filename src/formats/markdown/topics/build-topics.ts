// TopicBuilder: the sections and topics of a walked outline as objects, with their notes, links and findings.
import type { Diagnostic } from '../../../errors.ts';
import { type DraftSection, type DraftTopic, draftSection } from '../../../model/draft.ts';
import type { LevelNames } from '../../../model/level-names.ts';
import type { TopicNote } from '../../../model/roadmap.ts';
import { trailingMark } from '../../words/marks.ts';
import { listOf } from '../outline/part.ts';
import { itemLine, place, type Run } from '../outline/run.ts';
import { linksIn, noteOf, readable } from '../syntax/inline.ts';
import { kind } from '../syntax/lines.ts';
import { noteIn } from '../syntax/note-line.ts';
import { plainWords } from '../syntax/task-line.ts';
import { settleRowTicks } from './row-topics.ts';
import { settleStateSections } from './state-sections.ts';
import { type AuthorMarks, settleThemeMarks } from './theme-marks.ts';
import { titleNumbersOf } from './title-numbers.ts';
import { boxTopic, bulletTopic, headingTopic, keywordTopic, type Reading, taskTopic } from './topic-draft.ts';
import { became, topicAbove, type Walked, type WalkedSection } from './walk-outline.ts';

export interface BuiltTopics {
  /** Those of list items, in document order. */
  readonly topics: DraftTopic[];
  /** Sections and root topics in document order. */
  readonly children: (DraftSection | DraftTopic)[];
  /** In the order of the text, but for tables. */
  readonly found: Diagnostic[];
}

/** Decides nothing: which items are topics is known from the walk. */
export function buildTopics(walked: Walked, names: LevelNames, titleNumbers = titleNumbersOf(walked)): BuiltTopics {
  return new TopicBuilder(walked, names, titleNumbers).build();
}

/** The topic on a row of the lines and all below it, in document order. */
export function buildTopicsOf(
  walked: Walked,
  row: number,
  names: LevelNames,
  titleNumbers: ReadonlySet<number>,
): readonly DraftTopic[] {
  return new TopicBuilder(walked, names, titleNumbers).buildBelow(row);
}

class TopicBuilder {
  private readonly walked: Walked;
  private readonly reading: Reading;
  private readonly titleNumbers: ReadonlySet<number>;
  private readonly marks: AuthorMarks = { struck: new Set(), beside: new Map() };
  /** By row of the item. */
  private readonly topics = new Map<number, DraftTopic>();
  private readonly notes = new Map<DraftTopic, string[]>();
  /** Note lines by the topic that they are below, or by the section where they are directly below its heading. */
  private readonly noteLines = new Map<DraftTopic | DraftSection, TopicNote[]>();
  /** The links of each topic that is given some, its own first. */
  private readonly links = new Map<DraftTopic, Set<string>>();

  constructor(walked: Walked, names: LevelNames, titleNumbers: ReadonlySet<number>) {
    const { text } = walked.outline.lines.source;
    this.walked = walked;
    this.titleNumbers = titleNumbers;
    this.reading = { text, names, found: [] };
  }

  build(): BuiltTopics {
    const { root, taken } = this.walked;
    const { children } = this.fill(root);
    const topics = this.finished();
    if (taken === 'bullets' || taken === 'headings' || taken === 'stated') {
      settleThemeMarks(children, this.marks, this.walked.explained);
      settleStateSections(children);
    }
    if (taken === 'plans') settleRowTicks(children);
    return { children, found: this.reading.found, topics };
  }

  buildBelow(row: number): readonly DraftTopic[] {
    const { outline } = this.walked;
    const { parent, place: places } = outline;
    const isBehind = (next: number): boolean =>
      places[next] === place.prose || (places[next] !== place.nothing && (parent[next] as number) < row);
    let to = row + 1;
    while (to < places.length && !isBehind(to)) to++;
    this.takeRun(draftSection('', 0), { from: row, to }, []);
    return this.finished();
  }

  /** All topics of items with what was gathered for them. */
  private finished(): DraftTopic[] {
    for (const [topic, links] of this.links) topic.links = [...links];
    for (const [topic, notes] of this.notes) topic.notes = notes;
    for (const [holder, lines] of this.noteLines) if (holder.kind === 'topic') holder.noteLines = lines;
    return [...this.topics.values()];
  }

  private fill({ section, steps, keepsNotes }: WalkedSection): DraftSection {
    const notes: string[] = [];
    section.children = [];
    for (const step of steps) {
      if (typeof step === 'string') notes.push(step);
      else if (step.kind === 'run') this.takeRun(section, step, notes);
      else if (step.kind === 'walked') {
        const below = this.fill(step);
        if (below.children.length > 0) section.children.push(below);
        else if (step.isLeaf) section.children.push(this.headingOf(step, below));
      } else {
        for (const child of step.children) section.children.push(child);
        for (const one of step.found) this.reading.found.push(one);
      }
    }
    if (section.children.length > 0)
      for (const { day, text } of this.noteLines.get(section) ?? []) notes.push(`${day}: ${text}`);
    section.notes = keepsNotes ? notes.filter((note) => note !== '') : [];
    return section;
  }

  private takeRun(section: DraftSection, run: Pick<Run, 'from' | 'to'>, notes: string[]): void {
    const { outline, holder } = this.walked;
    const { lines, parent } = outline;
    for (let row = run.from; row < run.to; row++) {
      const what = outline.place[row];
      if (what === place.prose && this.walked.became[row] === became.topic) this.takeItem(section, row, notes);
      else if (what === place.prose) notes.push(readable(lines.textOf(row)));
      else if (what === place.item) this.takeItem(section, row, notes);
      else if (what === place.note && lines.kind[row] === kind.note) this.takeNoteLine(section, row, notes);
      else if (what === place.note) {
        // What runs on under an item that is no topic is no note of the topic above it.
        const item = parent[row] as number;
        if (holder[item] !== item) continue;
        const topic = this.topicAt(item);
        this.addNote(topic, this.noteAt(row), notes);
        if (topic !== null && this.runsOn(item, row)) this.keepTick(topic, lines.textOf(row));
      }
    }
    // Links of the items below a topic come before those of the lines that run on under it.
    for (let row = run.from; row < run.to; row++) {
      const item = parent[row] as number;
      const isText = outline.place[row] === place.note && lines.kind[row] !== kind.note;
      if (isText && holder[item] === item) this.addLinks(this.topicAt(item), linksIn(lines.textOf(row)));
    }
  }

  private takeItem(section: DraftSection, row: number, notes: string[]): void {
    const { outline, became: decided } = this.walked;
    const topic = this.topicAt(topicAbove(this.walked, row));
    switch (decided[row]) {
      case became.topic: {
        const own = this.topicOf(row);
        this.topics.set(row, own);
        (topic?.topics ?? section.children).push(own);
        break;
      }
      case became.note:
      case became.resource: {
        const raw = outline.lines.textOf(row);
        this.addNote(topic, noteOf(raw), notes);
        this.addLinks(topic, linksIn(raw));
        break;
      }
      case became.links:
        this.addLinks(topic, linksIn(outline.lines.textOf(row)));
    }
  }

  /** D8: of the nearest topic above it; below a heading it is the heading's, should that be a topic. */
  private takeNoteLine(section: DraftSection, row: number, notes: string[]): void {
    const { parent, lines } = this.walked.outline;
    const topic = this.topicAt(topicAbove(this.walked, row));
    const raw = lines.textOf(row);
    const note = noteIn(raw);
    if (note === null || (topic === null && parent[row] !== -1)) this.addNote(topic, raw, notes);
    else listOf(this.noteLines, topic ?? section).push(note);
  }

  private headingOf({ part }: WalkedSection, section: DraftSection): DraftTopic {
    const { lines } = this.walked.outline;
    const topic = headingTopic(this.reading, lines.lineAt(lines.rowOf(part.line)), part, section, this.marks);
    topic.noteLines = this.noteLines.get(section) ?? topic.noteLines;
    return this.withState(topic, part.line);
  }

  /** Whether a line is directly below an item, or below lines that are. */
  private runsOn(item: number, row: number): boolean {
    const { line } = this.walked.outline.lines;
    return (line[row] as number) - (line[item] as number) === row - item;
  }

  /** FORMATS T6: the ✅ behind a topic may be on a later line of it. A bare ✓ at the end of running text checks a sum. */
  private keepTick(topic: DraftTopic, raw: string): void {
    const text = readable(raw);
    if (text.endsWith('✅') && trailingMark(text)?.rest !== '')
      this.marks.beside.set(topic, { kind: 'tick', rest: topic.title as string });
  }

  /** Fields on a line that runs on are the topic's and no words of a note. */
  private noteAt(row: number): string {
    const { lines } = this.walked.outline;
    const raw = lines.textOf(row);
    const runsOn = lines.line[row] === (lines.line[row - 1] as number) + 1;
    return noteOf((runsOn ? plainWords(raw) : null) ?? raw);
  }

  private topicAt(row: number): DraftTopic | null {
    return this.topics.get(row) ?? null;
  }

  private topicOf(row: number): DraftTopic {
    const { reading } = this;
    const { taken, outline } = this.walked;
    const line = itemLine(outline.lines, row);
    const isTitle = this.titleNumbers.has(row);
    if (taken === 'bullets' || taken === 'stated')
      return this.withState(bulletTopic(reading, line, isTitle, this.marks), line.line);
    if (taken === 'keywords') return keywordTopic(reading, line, isTitle);
    if (taken === 'boxes') return boxTopic(reading, line, isTitle);
    return taskTopic(reading, line, isTitle);
  }

  private withState(topic: DraftTopic, line: number): DraftTopic {
    topic.status = this.walked.stated.get(line) ?? topic.status;
    return topic;
  }

  /** A note of the topic, or of the section where there is none. */
  private addNote(topic: DraftTopic | null, note: string, ofSection: string[]): void {
    if (note === '') return;
    if (topic === null) ofSection.push(note);
    else listOf(this.notes, topic).push(note);
  }

  /** Each target once, in the order of the note. */
  private addLinks(topic: DraftTopic | null, links: readonly string[]): void {
    if (topic === null || links.length === 0) return;
    const known = this.links.get(topic) ?? new Set(topic.links);
    for (const link of links) known.add(link);
    this.links.set(topic, known);
  }
}
