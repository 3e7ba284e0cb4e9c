// Lines: the lines of a Markdown text that count, in columns: what each is, how far it is indented, where its own text is.
import { type Source, withoutLineEnd } from '../../../text/source.ts';
import { Admonitions } from './blocks.ts';
import { type ItemHead, isBelow, LineStart, type Marker, markers, skipBlanks, trimBlanks } from './list-item.ts';
import { isNoteText } from './note-line.ts';

/** Numbers of kinds in their column; a note is a list item that is none (FORMATS D8). */
export const kind = {
  heading: 0,
  task: 1,
  bullet: 2,
  table: 3,
  summary: 4,
  detailsEnd: 5,
  rule: 6,
  text: 7,
  note: 8,
} as const;
export type LineKind = keyof typeof kind;
const lineKinds = Object.keys(kind) as readonly LineKind[];
/** Bits of the column `flags`. */
export const lineFlag = {
  /** heading: it is inside a list item. text: it continues a list item. */
  inList: 1,
  afterBlank: 2,
  /** table: its head. */
  opensTable: 4,
} as const;

/** One line as an object, for whoever looks at few of them. Offsets count in the text that was scanned. */
export interface Line {
  readonly kind: LineKind;
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Columns before the first character after any `>` marks; a tab reaches the next multiple of four (FORMATS L5). */
  readonly indent: number;
  /** Columns before the first `>`; the same as `indent` where there is none. */
  readonly outer: number;
  /** How many `>` are before it. */
  readonly quote: number;
  /** Where its own text begins and ends: after marks, markers, boxes and `#`. */
  readonly content: number;
  readonly contentEnd: number;
  /** heading: 1–6, otherwise 0. */
  readonly depth: number;
  /** task and bullet: the list marker; otherwise null. */
  readonly head: ItemHead | null;
  readonly inList: boolean;
  readonly afterBlank: boolean;
}

/** Rows are lines that count, in order; blank lines and lines that do not count (FORMATS L1) have none. Fields as in `Line`. */
export class Lines {
  readonly source: Source;
  length = 0;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  readonly depth: Uint8Array;
  /** Index into `markers`. */
  readonly marker: Uint8Array;
  readonly line: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Offset of the first character that is no blank and no `>`. */
  readonly at: Int32Array;
  /** Where the marker of an item ends: at its start in one that Markdown does not see. */
  readonly markerEnd: Int32Array;
  readonly content: Int32Array;
  readonly contentEnd: Int32Array;
  readonly indent: Int32Array;
  readonly outer: Int32Array;
  readonly quote: Int32Array;
  /** Offset of the character in the box; -1 without a box. */
  readonly box: Int32Array;

  /** No rows yet, and room for `most`. */
  constructor(source: Source, most: number) {
    this.source = source;
    this.kind = new Uint8Array(most);
    this.flags = new Uint8Array(most);
    this.depth = new Uint8Array(most);
    this.marker = new Uint8Array(most);
    this.line = new Int32Array(most);
    this.start = new Int32Array(most);
    this.end = new Int32Array(most);
    this.at = new Int32Array(most);
    this.markerEnd = new Int32Array(most);
    this.content = new Int32Array(most);
    this.contentEnd = new Int32Array(most);
    this.indent = new Int32Array(most);
    this.outer = new Int32Array(most);
    this.quote = new Int32Array(most);
    this.box = new Int32Array(most);
  }

  /** The own text of a line. */
  textOf(row: number): string {
    return this.source.text.slice(this.content[row], this.contentEnd[row]);
  }

  /** Whether any row is of one kind. */
  has(one: number): boolean {
    return this.next(one, 0) >= 0;
  }

  /** The first row of one kind from a row on; -1 where there is none. */
  next(one: number, from: number): number {
    const row = this.kind.indexOf(one, from);
    return row < this.length ? row : -1;
  }

  /** The row of a line that counts, by its number from 1. */
  rowOf(line: number): number {
    let [low, high] = [0, this.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.line[middle] as number) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isIn(row: number, flag: number): boolean {
    return ((this.flags[row] as number) & flag) !== 0;
  }

  lineAt(row: number): Line {
    return {
      kind: lineKinds[this.kind[row] as number] as LineKind,
      line: this.line[row] as number,
      start: this.start[row] as number,
      end: this.end[row] as number,
      indent: this.indent[row] as number,
      outer: this.outer[row] as number,
      quote: this.quote[row] as number,
      content: this.content[row] as number,
      contentEnd: this.contentEnd[row] as number,
      depth: this.depth[row] as number,
      head: this.headOf(row),
      inList: this.isIn(row, lineFlag.inList),
      afterBlank: this.isIn(row, lineFlag.afterBlank),
    };
  }

  private headOf(row: number): ItemHead | null {
    const marker = markers[this.marker[row] as number] as Marker | null;
    if (marker === null) return null;
    const box = this.box[row] as number;
    return {
      marker,
      markerSpan: { start: this.at[row] as number, end: this.markerEnd[row] as number },
      box: box < 0 ? null : { start: box, end: this.source.text.indexOf(']', box) },
      content: this.content[row] as number,
    };
  }

  *[Symbol.iterator](): Generator<Line> {
    for (let row = 0; row < this.length; row++) yield this.lineAt(row);
  }
}

/** Every line that counts, in order. `from` is the offset behind the front matter; lines in `skipped` are passed over as if they
 * were not there. Linear in the text; never throws. */
export function scanLines(source: Source, from = 0, skipped: ReadonlySet<number> | null = null): Lines {
  return new Scanner(source).scan(from, skipped);
}

const BACKTICK = 96;
const TILDE = 126;

/** The parts of the text that are passed over (FORMATS L1), the list that is open, and the rows that are found. */
class Scanner {
  private readonly source: Source;
  private readonly text: string;
  private readonly lines: Lines;
  /** The line that is being read. */
  private readonly line = new LineStart();
  private number = 0;
  private start = 0;
  private end = 0;
  /** A list item that is no thematic break: `* * *` looks like a bullet. */
  private isItem = false;
  private isBreak = false;
  private readonly open = new OpenItems();
  private readonly admonitions = new Admonitions();
  private fence: Fence | null = null;
  /** What ends the block that is being passed over; null when none is. */
  private until: string | null = null;
  private afterBlank = true;
  private inTable = false;

  constructor(source: Source) {
    this.source = source;
    this.text = source.text;
    this.lines = new Lines(source, source.lineStarts.length);
  }

  scan(from: number, skipped: ReadonlySet<number> | null): Lines {
    const { text, lineStarts } = this.source;
    for (let index = 0; index < lineStarts.length; index++) {
      const start = lineStarts[index] as number;
      if (start < from || skipped?.has(index + 1)) continue;
      this.number = index + 1;
      this.start = start;
      this.end = withoutLineEnd(text, start, lineStarts[index + 1] ?? text.length);
      if (this.until === null) this.takeLine();
      else if (contains(text, this.until, start, this.end)) this.until = null;
    }
    return this.lines;
  }

  private takeLine(): void {
    const { line, text, start, end, open } = this;
    line.readMargin(text, start, end);
    const isSetOff = this.admonitions.holds(line, line.at >= end);
    if (this.fence !== null && this.isInFence(this.fence)) return;
    if (line.at >= end) {
      this.afterBlank = true;
      this.inTable = false;
      return;
    }
    const code = text.charCodeAt(line.at);
    this.isBreak = (code === 45 || code === 42 || code === 95) && isThematicBreak(text, line.at, end);
    this.isItem = line.readHead(text, end) && !this.isBreak;
    if (!this.isItem) line.content = line.at;
    const counts = this.isItem ? this.entersList() : this.staysInList(code);
    // To Markdown an admonition is code: nothing in it counts but boxes, and what is below which title.
    const isTitle = open.count === 0 && this.admonitions.begins(line, text, end);
    const isPassedOver = isSetOff && !isTitle && line.box < 0;
    if (!counts || this.beginsBlock(code) || isPassedOver) this.afterBlank = false;
    else this.addLine(code);
  }

  /** Whether the line belongs to the open fence; it may close it, or show that the fence ended before. */
  private isInFence(fence: Fence): boolean {
    const { line, text, end } = this;
    const isBlank = line.at >= end;
    if (line.quote < fence.quote || (!isBlank && line.indent < fence.indent)) {
      this.fence = null;
      return false;
    }
    if (!isBlank && closesFence(text, line.at, end, fence)) this.fence = null;
    this.afterBlank = false;
    return true;
  }

  /** A list item leaves the items that it is not under. False for indented code and a paragraph that runs on (FORMATS L1). */
  private entersList(): boolean {
    const { open, line } = this;
    while (open.count > 0 && !open.holds(line)) open.count--;
    if (open.count === 0 && line.outer >= 4 && !this.isDirectlyBelowItem()) return false;
    open.add(line);
    return true;
  }

  /** Over-indented items still belong to the list above them when nothing else is in between (FORMATS L5). */
  private isDirectlyBelowItem(): boolean {
    const { lines } = this;
    return !this.afterBlank && lines.length > 0 && lines.marker[lines.length - 1] !== 0;
  }

  /** A line that is no item stays in the list while it is indented into it, or runs on directly behind it. */
  private staysInList(code: number): boolean {
    const { open, line } = this;
    const runsOn = !this.afterBlank && !this.isBreak && code !== 35;
    while (open.count > 0 && !open.continues(line, runsOn)) open.count--;
    return open.count > 0 || line.outer < 4;
  }

  /** Whether the line begins a fence, a comment or raw HTML and is passed over itself (FORMATS L1). */
  private beginsBlock(code: number): boolean {
    switch (this.text.charCodeAt(this.line.content)) {
      case BACKTICK:
      case TILDE:
        return this.beginsFence();
      case 60:
        if (this.text.startsWith('<!--', this.line.content)) return this.beginsComment();
        return code === 60 && this.beginsRawBlock();
      case 37:
        return this.text.startsWith('%%', this.line.content) && this.beginsHidden();
      default:
        return false;
    }
  }

  private beginsFence(): boolean {
    const { text, line, open, end } = this;
    const char = text.charCodeAt(line.content);
    let stop = line.content;
    while (stop < end && text.charCodeAt(stop) === char) stop++;
    const length = stop - line.content;
    if (length < 3) return false;
    // ```` ```x``` ```` on one line is inline code, not a fence.
    if (char === BACKTICK && text.slice(stop, end).includes('`')) return false;
    const holder = open.count === 0 ? 0 : open.content();
    const indent = this.isItem ? holder : Math.min(holder, line.indent);
    this.fence = { char, length, quote: line.quote, indent };
    return true;
  }

  /** `<!-- -->`: an item that begins with one still counts. */
  private beginsComment(): boolean {
    const { text, line, end } = this;
    const from = line.content + 4;
    const close = text.slice(from, end).indexOf('-->');
    if (close < 0) this.until = '-->';
    return !this.isItem && (close < 0 || isBlankBetween(text, from + close + 3, end));
  }

  /** `%% %%`, which Obsidian hides. */
  private beginsHidden(): boolean {
    const { text, line, end } = this;
    const from = line.content + 2;
    const close = text.indexOf('%%', from);
    if (close < 0) return false;
    this.afterBlank = false;
    if (close < end) return isBlankBetween(text, close + 2, end);
    this.until = '%%';
    return true;
  }

  private beginsRawBlock(): boolean {
    const { text, line, end } = this;
    const raw = rawBlock.exec(text.slice(line.at, Math.min(end, line.at + 12)));
    if (raw === null) return false;
    const close = `</${(raw[1] as string).toLowerCase()}`;
    if (!contains(text, close, line.at, end)) this.until = close;
    return true;
  }

  private addLine(code: number): void {
    const row = this.addRow();
    const { lines } = this;
    this.afterBlank = false;
    if (this.isBreak || (code > 127 && isDrawnBreak(this.text.slice(this.line.at, this.end)))) this.addBreak(row, code);
    else if (code === 61 && underline.test(this.text.slice(this.line.at, this.end))) this.addUnderline(row);
    else if (this.isItem) this.addItem(row);
    else if (code === 35 && this.line.quote === 0 && this.readHeading(row, this.line.at)) {
      this.inTable = false;
      // An item that it is indented under goes on behind it (FORMATS L5).
      if (this.open.count > 0) lines.flags[row] = (lines.flags[row] as number) | lineFlag.inList;
    } else if (!this.addTableRow(row, code) && code === 60) this.addHtml(row);
  }

  /** The next row, as plain text. */
  private addRow(): number {
    const { lines, line, text } = this;
    const row = lines.length++;
    lines.kind[row] = kind.text;
    lines.line[row] = this.number;
    lines.start[row] = this.start;
    lines.end[row] = this.end;
    lines.at[row] = line.at;
    lines.content[row] = line.at;
    lines.contentEnd[row] = trimBlanks(text, line.at, this.end);
    lines.indent[row] = line.indent;
    lines.outer[row] = line.outer;
    lines.quote[row] = line.quote;
    lines.box[row] = -1;
    lines.flags[row] =
      (this.open.count > 0 && line.outer + line.indent > 0 ? lineFlag.inList : 0) |
      (this.afterBlank ? lineFlag.afterBlank : 0);
    return row;
  }

  private addBreak(row: number, code: number): void {
    this.inTable = false;
    if (code === 45 && this.isSetext(row)) this.underlines(row, 2);
    else this.lines.kind[row] = kind.rule;
  }

  private addUnderline(row: number): void {
    if (this.isSetext(row)) this.underlines(row, 1);
    else this.lines.length = row;
  }

  /** An underline makes a heading of the one plain line above it, of nothing else. */
  private isSetext(row: number): boolean {
    const { lines, text } = this;
    const above = row - 1;
    if (above < 0 || lines.kind[above] !== kind.text || lines.line[above] !== this.number - 1) return false;
    if (lines.flags[above] !== lineFlag.afterBlank) return false;
    if (lines.quote[above] !== this.line.quote || this.line.indent > 3) return false;
    const content = lines.content[above] as number;
    return content < (lines.contentEnd[above] as number) && text.charCodeAt(content) !== 124;
  }

  private underlines(row: number, depth: number): void {
    this.lines.length = row;
    this.lines.kind[row - 1] = kind.heading;
    this.lines.depth[row - 1] = depth;
  }

  private addItem(row: number): void {
    const { lines, line } = this;
    this.inTable = false;
    if (line.box < 0 && this.readHeading(row, line.content)) {
      lines.flags[row] = (lines.flags[row] as number) | lineFlag.inList;
      return;
    }
    lines.kind[row] = line.box >= 0 ? kind.task : isNoteText(this.text, line.content) ? kind.note : kind.bullet;
    lines.content[row] = line.content;
    lines.marker[row] = line.marker;
    lines.markerEnd[row] = line.markerEnd;
    lines.box[row] = line.box;
  }

  /** `# Title #` at an offset: depth and the span of the title. */
  private readHeading(row: number, at: number): boolean {
    const { lines, text } = this;
    const end = lines.contentEnd[row] as number;
    let depth = 0;
    while (depth < 7 && text.charCodeAt(at + depth) === 35) depth++;
    if (depth === 0 || depth > 6) return false;
    const content = skipBlanks(text, at + depth, end);
    if (content < end && content === at + depth) return false;
    const closing = closingMarks.exec(text.slice(content, end));
    lines.kind[row] = kind.heading;
    lines.flags[row] = (lines.flags[row] as number) & ~lineFlag.inList;
    lines.depth[row] = depth;
    lines.content[row] = content;
    if (closing) lines.contentEnd[row] = trimBlanks(text, content, content + closing.index);
    return true;
  }

  /** A table begins at its delimiter row; the line above it is its head. Behind blank lines a row that opens with a pipe goes on. */
  private addTableRow(row: number, code: number): boolean {
    const { lines, line, text, end } = this;
    if (this.opensTable(row, code)) {
      lines.kind[row - 1] = kind.table;
      lines.flags[row - 1] = (lines.flags[row - 1] as number) | lineFlag.opensTable;
      this.inTable = true;
    } else if (this.inTable) this.inTable = contains(text, '|', line.at, end);
    else this.inTable = code === 124 && row > 0 && lines.kind[row - 1] === kind.table;
    if (this.inTable) lines.kind[row] = kind.table;
    return this.inTable;
  }

  /** Whether a line is the delimiter row of a table whose head is above it; a blank line between them is a slip where both open with a pipe. */
  private opensTable(row: number, code: number): boolean {
    const { lines, line, text, end } = this;
    const above = row - 1;
    if ((code !== 124 && code !== 58 && code !== 45) || above < 0) return false;
    const isNext = lines.line[above] === this.number - 1;
    const isSlip =
      code === 124 && lines.isIn(row, lineFlag.afterBlank) && text.charCodeAt(lines.at[above] as number) === 124;
    // What seemed to go on behind a blank line is the head of a table of its own.
    const isHead =
      lines.kind[above] === kind.text || (isNext && this.inTable && lines.isIn(above, lineFlag.afterBlank));
    if (!isHead || !(isNext || isSlip)) return false;
    if (
      !contains(text, '-', line.at, end) ||
      !contains(text, '|', lines.start[above] as number, lines.end[above] as number)
    )
      return false;
    return isDelimiterRow(text.slice(line.at, end));
  }

  private addHtml(row: number): void {
    const { lines, line, text } = this;
    const rest = text.slice(line.at, this.end);
    const summary = summaryLine.exec(rest);
    if (summary) {
      const content = line.at + summary.index + rest.slice(summary.index).indexOf('>') + 1;
      lines.kind[row] = kind.summary;
      lines.content[row] = content;
      lines.contentEnd[row] = content + (summary[1] as string).length;
    } else if (/^<\/details>/i.test(rest)) lines.kind[row] = kind.detailsEnd;
  }
}

interface Fence {
  readonly char: number;
  readonly length: number;
  readonly quote: number;
  /** A line indented less than this has left the list item that holds the fence. */
  readonly indent: number;
}

/** The list items that are open, the innermost last. */
class OpenItems {
  count = 0;
  private readonly indents: number[] = [];
  private readonly contents: number[] = [];
  private readonly quotes: number[] = [];

  add({ indent, width, quote }: LineStart): void {
    this.indents[this.count] = indent;
    this.contents[this.count] = indent + Math.max(2, width);
    this.quotes[this.count] = quote;
    this.count++;
  }

  /** Column of the text of the innermost item. */
  content(): number {
    return this.contents[this.count - 1] as number;
  }

  /** Whether the innermost item holds an item on this line. */
  holds({ indent, outer, quote }: LineStart): boolean {
    const last = this.count - 1;
    return isBelow(this.indents[last] as number, this.quotes[last] as number, indent, outer, quote);
  }

  /** Whether a line that is no item continues the innermost one. */
  continues(line: LineStart, runsOn: boolean): boolean {
    return (runsOn && line.quote === this.quotes[this.count - 1]) || this.holds(line);
  }
}

const delimiterCell = /^\s*:?-+:?\s*$/;
// What people draw between sections when they do not write Markdown: dashes, bars and box lines of any length.
const drawnBreak = /^[\s⸺⸻—―─━═┄┅┈┉_=~*•·-]+$/;
const drawnMark = /[⸺⸻—―─━═┄┅┈┉]/;
const rawBlock = /^<(pre|script|style|textarea)(?=[\s>]|$)/i;
const summaryLine = /<summary[^<>]*>(.*?)(?:<\/summary>|$)/im;
const underline = /^=+\s*$/;
const closingMarks = /(?:^|[ \t])#+$/;

/** `---`, `* * *`. By hand: an expression of repeated groups runs out of stack on a line of millions of them. */
function isThematicBreak(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  let marks = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) marks++;
    else if (code !== 32 && code !== 9 && code !== 0xa0) return false;
  }
  return marks >= 3;
}

/** `|---|:-:|`, with or without the outer pipes. */
function isDelimiterRow(text: string): boolean {
  const row = text.trim();
  const inner = row.slice(row.startsWith('|') ? 1 : 0, row.length > 1 && row.endsWith('|') ? -1 : undefined);
  return inner.split('|').every((cell) => delimiterCell.test(cell));
}

function isDrawnBreak(text: string): boolean {
  return drawnBreak.test(text) && drawnMark.test(text);
}

function contains(text: string, what: string, start: number, end: number): boolean {
  return text.slice(start, end).toLowerCase().includes(what);
}

const isBlankBetween = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === '';

function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  let stop = at;
  while (stop < end && text.charCodeAt(stop) === fence.char) stop++;
  return stop - at >= fence.length && isBlankBetween(text, stop, end);
}
