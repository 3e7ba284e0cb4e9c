// Checklist: a note of headings and task lines and nothing else, as most are, read in one pass and without an outline of its lines.
import type { Draft, DraftSection, DraftTopic } from '../../model/draft.ts';
import { draftSection, draftTopic } from '../../model/draft.ts';
import { namesOf } from '../../model/level-words.ts';
import { statuses, type Text, type TopicId } from '../../model/roadmap.ts';
import {
  dayOfNumber,
  draftOfTable,
  flag,
  nameSections,
  outermost,
  type RowIds,
  rowBehind,
  settleObject,
  statusNumber,
  TopicColumns,
  type TopicTable,
} from '../../model/topic-table.ts';
import { withoutLineEnd } from '../../text/source.ts';
import { draftOf, type MarkdownNote } from './markdown-note.ts';
import { roleOf } from './outline/section-roles.ts';
import { isLookAlike, isNamedMark, statusOfMark } from './syntax/box-mark.ts';
import { doneDayBehind, doneDayLength } from './syntax/done-day.ts';
import { linksIn, readable } from './syntax/inline.ts';
import { splitNumber } from './syntax/numbering.ts';
import { mayBeDotted, mayBeNumbered, topicTitle } from './topics/topic-title.ts';

/**
 * The roadmap that `readMarkdown` gives for a note in which every line is blank, a plain heading, or a task line with a plain title and at
 * most a done date behind it. Null for every other note: what could be read in two ways, or is a little out of the ordinary, is left to
 * `readMarkdown`. Never throws.
 */
export function readChecklist(note: MarkdownNote): Draft | null {
  if (note.frontMatter.levels !== undefined) return null;
  const count = taskLines(note);
  if (count === 0) return null;
  const table = new Checklist(note.source.text, count);
  const title = new ChecklistReader(note, table).read();
  if (title === null) return null;
  const roadmap = draftOf(note, title);
  roadmap.hasTaskLines = true;
  return draftOfTable(roadmap, table, () => table.children());
}

const [space, hash, colon, bracket] = [32, 35, 58, 91];
const isBullet = (code: number): boolean => code === 45 || code === 42 || code === 43;

/** How many lines begin as task lines; 0 where any begins as something else than these, a heading, or a blank line. */
function taskLines({ source: { text, lineStarts }, bodyStart }: MarkdownNote): number {
  let count = 0;
  for (const start of lineStarts) {
    if (start < bodyStart) continue;
    let at = start;
    while (text.charCodeAt(at) === space) at++;
    const code = text.charCodeAt(at);
    if (isBullet(code)) count++;
    else if (code !== hash && code !== 10 && code !== 13 && at < text.length) return 0;
  }
  return count;
}

/** The topics of a checklist: columns, and objects of those rows that somebody asks for. */
class Checklist extends TopicColumns implements TopicTable {
  readonly sections: DraftSection[] = [];
  sectionParent = new Int32Array(0);
  sectionRow = new Int32Array(0);
  /** Offsets of the titles in the text. */
  readonly titleStart: Int32Array;
  readonly titleEnd: Int32Array;
  ids: RowIds | null = null;
  objects: readonly DraftTopic[] | null = null;
  private readonly text: string;
  private readonly made: DraftTopic[] = [];
  private root: Draft['children'] | null = null;

  constructor(text: string, count: number) {
    super(count);
    this.text = text;
    this.titleStart = new Int32Array(count);
    this.titleEnd = new Int32Array(count);
  }

  get hasOwnStates(): boolean {
    return this.objects === null;
  }

  /** Sections and root topics, made for the first one who asks. */
  children(): Draft['children'] {
    if (this.root !== null) return this.root;
    const root: Draft['children'] = [];
    const listOf = (section: number): Draft['children'] => this.sections[section]?.children ?? root;
    let next = 0;
    for (let row = 0; row < this.count; row = rowBehind(this, row)) {
      for (; next < this.sections.length && (this.sectionRow[next] as number) <= row; next++)
        listOf(this.sectionParent[next] as number).push(this.sections[next] as DraftSection);
      listOf(this.section[row] as number).push(this.topicAt(row));
    }
    nameSections(this);
    this.objects = this.made;
    this.root = root;
    return root;
  }

  topicAt(row: number): DraftTopic {
    return this.made[row] ?? this.make(row);
  }

  /** Makes the objects of the outermost topic at or above a row and of all below it. */
  private make(row: number): DraftTopic {
    const top = outermost(this, row);
    const behind = rowBehind(this, top);
    for (let next = top; next < behind; next++) {
      const topic = this.draftAt(next);
      this.made[next] = topic;
      settleObject(this, next, topic);
      if (next > top) (this.made[this.parent[next] as number] as DraftTopic).topics.push(topic);
    }
    return this.made[row] as DraftTopic;
  }

  /** The topic of one line without what is below it. */
  private draftAt(row: number): DraftTopic {
    const raw = this.rawTitle(row);
    const { number, title } = topicTitle(raw);
    const status = statuses[this.status[row] as number];
    const topic = draftTopic(title, this.line[row] as number, status, 'task');
    topic.number = number;
    if (raw.includes('](') || raw.includes('://')) topic.links = linksIn(raw);
    const day = dayOfNumber(this.day[row] as number);
    const written = doneDayBehind(
      this.text,
      this.titleStart[row] as number,
      (this.titleEnd[row] as number) + doneDayLength,
    );
    if (day !== null) topic.completedOn = day;
    else if (written !== 0) topic.fields = [{ name: 'completion', value: dayOfNumber(written) as string }];
    return topic;
  }

  private rawTitle(row: number): string {
    return this.text.slice(this.titleStart[row], this.titleEnd[row]).trim();
  }

  titleOf(row: number): Text {
    return topicTitle(this.rawTitle(row)).title;
  }

  numberOf(row: number): string | null {
    return (this.flags[row] as number) & flag.numbered ? topicTitle(this.rawTitle(row)).number : null;
  }

  needsOf(): readonly TopicId[] {
    return [];
  }

  hoursOf(): null {
    return null;
  }

  writtenIdOf(): TopicId {
    return '';
  }
}

/** Nobody nests deeper on purpose. */
const deepest = 50;

/** What a level word may be in a heading; codes too, which count only beside others. */
const names = namesOf([], () => true);

/** Fills the columns line by line, until a line is none of a checklist. */
class ChecklistReader {
  private readonly note: MarkdownNote;
  private readonly table: Checklist;
  private readonly text: string;
  private title: string | null = null;
  /** The open sections, the innermost last, with the depths of their headings. */
  private readonly open: number[] = [];
  private readonly depths: number[] = [];
  private readonly parents: number[] = [];
  private readonly rows: number[] = [];
  /** The rows of the open items, the innermost last, and their columns; the first `held` of them count. */
  private readonly items = new Int32Array(deepest);
  private readonly indents = new Int32Array(deepest);
  private held = 0;
  private next = 0;

  constructor(note: MarkdownNote, table: Checklist) {
    this.note = note;
    this.table = table;
    this.text = note.source.text;
  }

  /** The title of the note; null where it is no checklist. */
  read(): string | null {
    const { bodyStart, source } = this.note;
    const { lineStarts } = source;
    for (let index = 0; index < lineStarts.length; index++) {
      const start = lineStarts[index] as number;
      if (start < bodyStart) continue;
      const end = withoutLineEnd(this.text, start, lineStarts[index + 1] ?? this.text.length);
      if (!this.takeLine(start, end, index + 1)) return null;
    }
    if (!this.closeFrom(0)) return null;
    this.table.sectionParent = Int32Array.from(this.parents);
    this.table.sectionRow = Int32Array.from(this.rows);
    return this.title;
  }

  private takeLine(start: number, end: number, line: number): boolean {
    const { text } = this;
    let at = start;
    while (at < end && text.charCodeAt(at) === space) at++;
    if (at === end) return true;
    if (text.charCodeAt(at) !== hash) return this.takeTask(at, trimmedEnd(text, at, end), at - start, line);
    return at === start && this.takeHeading(at, end, line);
  }

  /** A heading whose number, role and level nothing else in the note decides. */
  private takeHeading(at: number, end: number, line: number): boolean {
    const { text, title } = this;
    let content = at;
    while (text.charCodeAt(content) === hash) content++;
    const depth = content - at;
    const raw = text.slice(content, end);
    if (depth > 6 || text.charCodeAt(content) !== space || unusual.test(raw) || !isPlain(text, content, end))
      return false;
    const written = readable(raw);
    const { number, title: unnumbered, form } = splitNumber(written);
    const own = unnumbered.trim();
    if ((form !== null && form !== 'marked') || number?.includes('.') || own === '' || /[:：]$/.test(own)) return false;
    if (number === null && roleOf(own) !== null) return false;
    if (title !== null) return depth > 1 && this.openSection(own, number, depth, line);
    if (depth > 1 || !/^[\w\u00c0-\u1fff]/.test(written)) return false;
    this.title = written;
    return true;
  }

  private openSection(title: string, number: string | null, depth: number, line: number): boolean {
    const { depths, open, table } = this;
    let kept = open.length;
    while (kept > 0 && (depths[kept - 1] as number) >= depth) kept--;
    if (names.heading(title) !== null || !this.closeFrom(kept)) return false;
    const section = draftSection(title, line);
    section.number = number;
    this.parents.push(open[kept - 1] ?? -1);
    this.rows.push(this.next);
    open.push(table.sections.push(section) - 1);
    depths.push(depth);
    this.held = 0;
    return true;
  }

  /** False where a section holds no topic: whether it has some depends on those around it. */
  private closeFrom(kept: number): boolean {
    for (const section of this.open.splice(kept)) if (this.rows[section] === this.next) return false;
    this.depths.length = kept;
    return true;
  }

  private takeTask(at: number, end: number, indent: number, line: number): boolean {
    const { text, table } = this;
    const mark = text.charCodeAt(at + 3);
    const start = at + 6;
    if (start >= end || !hasBox(text, at) || mark > 127 || !isNamedMark(mark) || isLookAlike(mark)) return false;
    const day = doneDayBehind(text, start, end);
    const titleEnd = day === 0 ? end : end - doneDayLength;
    if (this.title === null || !isPlain(text, start, titleEnd) || mayBeDotted(text, start)) return false;
    const parent = this.parentAt(indent);
    if (parent === null) return false;
    const row = this.next++;
    const status = statusNumber[statusOfMark(mark, text)];
    table.titleStart[row] = start;
    table.titleEnd[row] = titleEnd;
    table.line[row] = line;
    table.status[row] = status;
    if (status === statusNumber.done) table.day[row] = day;
    table.parent[row] = parent;
    table.section[row] = this.open[this.open.length - 1] ?? -1;
    if (mayBeNumbered(text.charCodeAt(start)) && topicTitle(text.slice(start, titleEnd).trim()).number !== null)
      table.flags[row] = flag.numbered;
    this.indents[this.held] = indent;
    this.items[this.held++] = row;
    return true;
  }

  /** The row that an item in this column is below (FORMATS L5), -1 for none; null where it may be code. */
  private parentAt(indent: number): number | null {
    let { held } = this;
    while (held > 0 && indent < (this.indents[held - 1] as number) + 2) held--;
    this.held = held;
    if (held === deepest || (held === 0 && indent > 3)) return null;
    return held === 0 ? -1 : (this.items[held - 1] as number);
  }
}

/** What makes the text of a heading more than words with emphasis: links, escapes, entities and comments. */
const unusual = /[[\]\\&%|]/;

/** `- [ ] ` with a character behind it. */
function hasBox(text: string, at: number): boolean {
  return (
    text.charCodeAt(at + 1) === space &&
    text.charCodeAt(at + 2) === bracket &&
    text.charCodeAt(at + 4) === 93 &&
    text.charCodeAt(at + 5) === space &&
    text.charCodeAt(at + 6) !== space
  );
}

/** Whether a text holds nothing that may be a field, a tag, a block id, a wiki link or HTML, and does not begin a fence or a comment. */
function isPlain(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first === 96 || first === 126 || first === 37) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // Letters in most cases.
    if (code > 96 && code < 127) continue;
    if (code < space || code === hash || code === 60 || code === 94) return false;
    if ((code === colon || code === bracket) && text.charCodeAt(at + 1) === code) return false;
    if (code > 126 && code < 0xa1) return false;
    if (code > 0x2027 && (code < 0x2030 || (code > 0x22ff && code < 0x2c00) || code > 0xd7ff)) return false;
  }
  return true;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && text.charCodeAt(stop - 1) === space) stop--;
  return stop;
}
