// TaskColumns: the topics of a note of task lines in columns, read from the text without an object for each.
import type { Diagnostic } from '../../../errors.ts';
import type { DraftSection, DraftTopic } from '../../../model/draft.ts';
import type { LevelNames } from '../../../model/level-names.ts';
import type { Text, Topic, TopicId } from '../../../model/roadmap.ts';
import {
  flag,
  nameSections,
  outermost,
  putTopic,
  type RowIds,
  settleObject,
  settleObjects,
  statusNumber,
  type TableSection,
  TopicColumns,
  type TopicTable,
} from '../../../model/topic-table.ts';
import { itemLine, place, type Run } from '../outline/run.ts';
import { isLookAlike, statusOfMark } from '../syntax/box-mark.ts';
import { doneDayBehind, doneDayLength } from '../syntax/done-day.ts';
import { kind, type Lines } from '../syntax/lines.ts';
import { TitleOpenings } from '../syntax/task-line.ts';
import { type BuiltTopics, buildTopics, buildTopicsOf } from './build-topics.ts';
import { titleNumbersOf } from './title-numbers.ts';
import { taskTopic } from './topic-draft.ts';
import { mayBeNumbered, topicTitle } from './topic-title.ts';
import { became, topicAbove, type Walked, type WalkedSection } from './walk-outline.ts';

/** Fills the columns in the order of the walk; what only objects know is asked of the object of that one line. */
export class TaskColumns extends TopicColumns implements TopicTable {
  readonly sections: TableSection[] = [];
  readonly sectionParent: Int32Array;
  readonly sectionRow: Int32Array;
  /** What was found in the lines, and in tables among them, in the order of the walk. */
  readonly found: Diagnostic[] = [];
  private readonly walked: Walked;
  private readonly titleNumbers: ReadonlySet<number>;
  private readonly lines: Lines;
  private readonly text: string;
  private readonly openings: TitleOpenings;
  private readonly names: LevelNames;
  /** Row in the columns of the lines. */
  private readonly lineRow: Int32Array;
  /** Row of the topic on a line, by row in the columns of the lines. */
  private readonly rowOf: Int32Array;
  private next = 0;
  /** All of its objects; those that were made of single rows are in `made` until then. */
  private built: BuiltTopics | null = null;
  private readonly made = new Map<number, DraftTopic>();
  ids: RowIds | null = null;

  constructor(walked: Walked, names: LevelNames) {
    super(walked.count);
    const { lines } = walked.outline;
    this.walked = walked;
    this.titleNumbers = titleNumbersOf(walked);
    this.lines = lines;
    this.text = lines.source.text;
    this.openings = new TitleOpenings(this.text);
    this.names = names;
    this.lineRow = new Int32Array(this.count);
    this.rowOf = new Int32Array(lines.length);
    const parents: number[] = [];
    const rows: number[] = [];
    this.fill(walked.root, -1, parents, rows);
    this.sectionParent = Int32Array.from(parents);
    this.sectionRow = Int32Array.from(rows);
  }

  private fill({ steps }: WalkedSection, section: number, parents: number[], rows: number[]): void {
    for (const step of steps) {
      if (typeof step === 'string') continue;
      if (step.kind === 'run') this.takeRun(step, section);
      else if (step.kind === 'made') for (const one of step.found) this.found.push(one);
      else {
        const index = this.sections.push(step.section) - 1;
        parents.push(section);
        rows.push(this.next);
        const before = this.next;
        this.fill(step, index, parents, rows);
        // A section without topics is none, nor is any in it.
        if (this.next === before) this.sections.length = parents.length = rows.length = index;
      }
    }
  }

  private takeRun({ from, to }: Run, section: number): void {
    const { walked, rowOf } = this;
    for (let lineRow = from; lineRow < to; lineRow++) {
      if (walked.became[lineRow] !== became.topic) continue;
      const row = this.next++;
      const topic = topicAbove(walked, lineRow);
      this.lineRow[row] = lineRow;
      rowOf[lineRow] = row;
      this.section[row] = section;
      this.parent[row] = topic < 0 ? -1 : (rowOf[topic] as number);
      this.takeTopic(row, lineRow);
    }
  }

  private takeTopic(row: number, lineRow: number): void {
    const { lines, text } = this;
    const start = lines.content[lineRow] as number;
    const end = lines.contentEnd[lineRow] as number;
    const day = doneDayBehind(text, start, end);
    const titleEnd = day === 0 ? end : end - doneDayLength;
    // A link that cannot be followed is found by the way.
    if (!this.isPlain(lineRow, titleEnd) || this.mayGoOn(lineRow)) {
      putTopic(this, row, this.draftAt(row, this.found));
      return;
    }
    const box = lines.box[lineRow] as number;
    const status = box < 0 ? statusNumber.todo : statusNumber[statusOfMark(text.charCodeAt(box), text)];
    this.line[row] = lines.line[lineRow] as number;
    this.status[row] = status;
    if (status === statusNumber.done) this.day[row] = day;
    const isTitle = this.titleNumbers.has(lineRow);
    if (
      mayBeNumbered(text.charCodeAt(start)) &&
      topicTitle(text.slice(start, titleEnd).trim(), isTitle).number !== null
    )
      this.flags[row] = flag.numbered;
  }

  /** Whether the text of an item up to an offset is its title, behind no box that Markdown does not see. */
  private isPlain(lineRow: number, end: number): boolean {
    const start = this.lines.content[lineRow] as number;
    const isBracket = (this.lines.box[lineRow] as number) < 0 && this.text.charCodeAt(start) === 91;
    return !isBracket && this.openings.isPlain(start, end);
  }

  /** Where what is written before the done date ends. */
  private titleEnd(lineRow: number): number {
    const { lines, text } = this;
    const end = lines.contentEnd[lineRow] as number;
    return doneDayBehind(text, lines.content[lineRow] as number, end) === 0 ? end : end - doneDayLength;
  }

  /** Whether a line directly below continues the item and may hold a field (FORMATS L6). */
  private mayGoOn(lineRow: number): boolean {
    const { lines, openings } = this;
    const places = this.walked.outline.place;
    // A plain line that is an item itself begins something else; thousands of them follow each other.
    const continues = (row: number): boolean => lines.kind[row] === kind.text && places[row] !== place.item;
    for (let row = lineRow + 1; row < lines.length && continues(row); row++) {
      if (lines.line[row] !== (lines.line[row - 1] as number) + 1) return false;
      if (!openings.isPlain(lines.content[row] as number, lines.contentEnd[row] as number)) return true;
    }
    return false;
  }

  /** The topic of one line without what is below it. */
  private draftAt(row: number, found: Diagnostic[]): DraftTopic {
    const { lines, text, names } = this;
    const lineRow = this.lineRow[row] as number;
    return taskTopic({ text, names, found }, itemLine(lines, lineRow), this.titleNumbers.has(lineRow));
  }

  /** Whether a look-alike is done depends on the boxes of the whole note (FORMATS L3). */
  get hasOwnStates(): boolean {
    const { lines, lineRow, text } = this;
    const isAlike = (row: number): boolean => isLookAlike(text.charCodeAt(lines.box[row] as number));
    return this.built === null && !lineRow.some(isAlike);
  }

  get objects(): readonly DraftTopic[] | null {
    return this.built?.topics ?? null;
  }

  /** Sections and root topics, made for the first one who asks. */
  children(): BuiltTopics['children'] {
    if (this.built === null) {
      this.built = buildTopics(this.walked, this.names, this.titleNumbers);
      settleObjects(this, this.built.topics);
      nameSections(this);
      this.keepMade(this.built);
    }
    return this.built.children;
  }

  topicAt(row: number): Topic {
    return this.known(row) ?? this.make(row);
  }

  private known(row: number): DraftTopic | undefined {
    return this.built?.topics[row] ?? this.made.get(row);
  }

  /** Makes the objects of the outermost topic at or above a row and of all below it: each row has one object for ever. */
  private make(row: number): Topic {
    const top = outermost(this, row);
    buildTopicsOf(this.walked, this.lineRow[top] as number, this.names, this.titleNumbers).forEach((topic, index) => {
      settleObject(this, top + index, topic);
      this.made.set(top + index, topic);
    });
    return this.made.get(row) as Topic;
  }

  /** What was made of single rows stays what it is among all. */
  private keepMade({ topics, children }: BuiltTopics): void {
    if (this.made.size === 0) return;
    const swapped = new Map<unknown, DraftTopic>();
    const lists = new Set<BuiltTopics['children']>();
    for (const [row, topic] of this.made) {
      swapped.set(topics[row], topic);
      topics[row] = topic;
      if (this.parent[row] === -1) lists.add(this.sectionAt(row)?.children ?? children);
    }
    for (const list of lists)
      list.forEach((one, at) => {
        list[at] = swapped.get(one) ?? one;
      });
  }

  private sectionAt(row: number): DraftSection | undefined {
    return this.sections[this.section[row] as number] as DraftSection | undefined;
  }

  private oneOf(row: number): DraftTopic {
    return this.known(row) ?? this.draftAt(row, []);
  }

  titleOf(row: number): Text {
    const known = this.known(row);
    if (known !== undefined) return known.title;
    const lineRow = this.lineRow[row] as number;
    const start = this.lines.content[lineRow] as number;
    const end = this.titleEnd(lineRow);
    if (!this.isPlain(lineRow, end)) return this.draftAt(row, []).title;
    return topicTitle(this.text.slice(start, end).trim(), this.titleNumbers.has(lineRow)).title;
  }

  numberOf(row: number): string | null {
    return (this.flags[row] as number) & flag.numbered ? this.oneOf(row).number : null;
  }

  needsOf(row: number): readonly TopicId[] {
    return this.oneOf(row).needs;
  }

  hoursOf(row: number): number | null {
    return this.oneOf(row).hours;
  }

  writtenIdOf(row: number): TopicId {
    return (this.flags[row] as number) & flag.identified ? this.oneOf(row).id : '';
  }
}
