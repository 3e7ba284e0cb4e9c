// Outline: the tree of sections that the lines of a Markdown text form, and for each line what it is in its section.
import { readable } from '../syntax/inline.ts';
import { kind, type Lines, lineFlag } from '../syntax/lines.ts';
import { isBelow, markers } from '../syntax/list-item.ts';
import { firstPart, parentNumber, splitNumber } from '../syntax/numbering.ts';
import { appended, type Block, type Opening, openingOf, Part, type Rows, type Table } from './part.ts';
import { compareRanks, type Rank, rankOf } from './rank.ts';
import { type OutlineColumns, place, Run } from './run.ts';
import { orderOf, SectionOpeners } from './section-openers.ts';
import { settleNumbers, settleRoles } from './settle.ts';

export interface Outline extends OutlineColumns {
  /** A part without an opener; its title is empty. */
  readonly root: Part;
}

// Nobody nests deeper on purpose. What is deeper joins this level, so that whoever walks the tree never runs out of stack.
const deepest = 100;

/** Builds the tree. `tables` are cells that are known already, by the start of the line that their table begins on. */
export function outlineOf(lines: Lines, tables: ReadonlyMap<number, Rows> = new Map()): Outline {
  let outline = new OutlineBuilder(lines, tables).build();
  const titles = settleNumbers(outline.root, new Set());
  // A number that is none says nothing of where its section belongs.
  if (titles.size > 0) {
    outline = new OutlineBuilder(lines, tables, titles).build();
    settleNumbers(outline.root, new Set());
  }
  settleRoles(outline.root, lines.source.text);
  return outline;
}

interface OpenPart {
  readonly part: Part;
  readonly rank: Rank;
}

/** Rows that are open, the innermost last. No array: one that is shortened and lengthened for each line is copied each time. */
class RowStack {
  size = 0;
  private readonly rows: Int32Array;

  constructor(most: number) {
    this.rows = new Int32Array(most);
  }

  /** -1 without any. */
  get top(): number {
    return this.size === 0 ? -1 : (this.rows[this.size - 1] as number);
  }

  push(row: number): void {
    this.rows[this.size++] = row;
  }

  /** The innermost for which `test` holds; -1 without one. */
  innermost(test: (row: number) => boolean): number {
    for (let at = this.size - 1; at >= 0; at--) if (test(this.rows[at] as number)) return this.rows[at] as number;
    return -1;
  }
}

class OutlineBuilder {
  private readonly lines: Lines;
  private readonly tables: ReadonlyMap<number, Rows>;
  /** Lines of sections whose number is part of their title. */
  private readonly titles: ReadonlySet<number>;
  private readonly openers: SectionOpeners;
  private readonly outline: Outline;
  /** Open sections, the innermost last; the first is the root. */
  private readonly open: OpenPart[];
  /** Rows of open list items, the innermost last. */
  private readonly items = new RowStack(deepest);
  /** The last block of its part, where rows join it. */
  private run: Run | null = null;
  private runPart: Part | null = null;
  private table: Table | null = null;

  constructor(lines: Lines, tables: ReadonlyMap<number, Rows>, titles: ReadonlySet<number> = new Set()) {
    const root = openingOf(null, '');
    this.lines = lines;
    this.tables = tables;
    this.titles = titles;
    this.openers = new SectionOpeners(lines);
    this.open = [{ part: new Part(root, 0), rank: rankOf(root) }];
    this.outline = {
      lines,
      root: this.top,
      place: new Uint8Array(lines.length),
      parent: new Int32Array(lines.length).fill(-1),
    };
  }

  build(): Outline {
    for (let row = 0; row < this.lines.length; row++) this.take(row);
    return this.outline;
  }

  private take(row: number): void {
    const what = this.lines.kind[row];
    if (what !== kind.table) this.table = null;
    switch (what) {
      case kind.task:
      case kind.bullet:
        this.takeItem(row);
        break;
      case kind.note:
        this.leaveListParts(row);
        this.leaveItems(row);
        this.addRow(row, place.note, this.items.top);
        break;
      case kind.rule:
        this.items.size = 0;
        // A plain line such as `Legend:` heads what is above the next rule.
        this.popWhile(({ part }) => part.opener === 'title-line');
        break;
      case kind.detailsEnd:
        this.closeSummary();
        break;
      case kind.table:
        this.takeTableRow(row);
        break;
      case kind.heading:
        this.takeHeading(row);
        break;
      case kind.summary:
        this.openPart(openingOf('summary', this.lines.textOf(row)), row);
        break;
      default:
        this.takeText(row);
    }
  }

  private get top(): Part {
    return (this.open[this.open.length - 1] as OpenPart).part;
  }

  private add(block: Block): void {
    this.run = null;
    this.top.blocks = appended(this.top.blocks, block);
  }

  /** Puts a line into the run of the innermost section, or of the item it is under. */
  private addRow(row: number, what: number, parent: number): void {
    this.outline.place[row] = what;
    this.outline.parent[row] = parent;
    if (this.run === null || (parent < 0 && this.runPart !== this.top)) {
      const run = new Run(this.outline, row);
      this.add(run);
      this.run = run;
      this.runPart = this.top;
    }
    this.run.to = row + 1;
  }

  private takeTableRow(row: number): void {
    this.items.size = 0;
    const line = this.lines.lineAt(row);
    const cells = this.tables.get(line.start);
    if (cells !== undefined) this.add({ kind: 'table', rows: [line], cells });
    else if (this.table !== null && !this.lines.isIn(row, lineFlag.opensTable)) this.table.rows.push(line);
    else {
      this.table = { kind: 'table', rows: [line] };
      this.add(this.table);
    }
  }

  private takeItem(row: number): void {
    const { lines, items } = this;
    this.leaveListParts(row);
    if (lines.kind[row] !== kind.task) {
      const runOn = this.openers.runOnTitle(row);
      const opening = runOn === null ? this.openers.itemOpening(row) : openingOf('run-on', runOn);
      if (opening !== null) {
        this.openPart(opening, row);
        return;
      }
    }
    this.leaveItems(row);
    if (items.size >= deepest) items.size = deepest - 1;
    const holder = items.top;
    this.addRow(row, place.item, holder);
    if (holder < 0 && lines.kind[row] !== kind.task) this.top.bulletCount++;
    items.push(row);
  }

  private leaveItems(row: number): void {
    const { items } = this;
    while (items.size > 0 && !this.holds(items.top, row)) items.size--;
  }

  private holds(holder: number, row: number): boolean {
    const { indent, outer, quote } = this.lines;
    const held = indent[holder] as number;
    const heldQuote = quote[holder] as number;
    const isHeld = isBelow(held, heldQuote, indent[row] as number, outer[row] as number, quote[row] as number);
    return isHeld || this.openers.holdsBullet(holder, row);
  }

  private takeHeading(row: number): void {
    const { lines } = this;
    const inList = lines.isIn(row, lineFlag.inList);
    const raw = lines.textOf(row);
    // A heading without text names nothing (FORMATS S5), nor does one of tags and comments alone.
    if (raw.trim() === '' || (/^\s*[<%]/.test(raw) && readable(raw) === '')) {
      this.items.size = 0;
      return;
    }
    if (inList) this.leaveListParts(row);
    const column = inList ? this.columnOfItem(row) : -1;
    const [depth, indent] = [lines.depth[row] as number, this.headsBoxes(row, column) ? -1 : column];
    this.openPart({ opener: 'heading', raw, depth, indent }, row);
  }

  /** `- ## Knots` above `- [ ] Bends` in the same column, as outliners write it: a section as if it were in no list. */
  private headsBoxes(row: number, column: number): boolean {
    const { lines } = this;
    if (column < 0) return false;
    let next = row + 1;
    while (next < lines.length && lines.marker[next] === 0 && (lines.indent[next] as number) > column) next++;
    return lines.kind[next] === kind.task && lines.indent[next] === column;
  }

  /** Column of the item that a heading is in: `- ### Title`, or a heading indented under an item. */
  private columnOfItem(row: number): number {
    const { indent } = this.lines;
    const own = indent[row] as number;
    const item = this.items.innermost((one) => (indent[one] as number) + 2 <= own);
    return item < 0 ? own : (indent[item] as number);
  }

  private takeText(row: number): void {
    const { lines, openers, items } = this;
    const raw = lines.textOf(row);
    const inList = lines.isIn(row, lineFlag.inList);
    const isPlain = !inList && lines.quote[row] === 0;
    const heading = (isPlain ? tightHeading(raw) : null) ?? openers.htmlHeading(raw, row);
    if (heading !== null) {
      // A heading of pictures alone opens nothing.
      if (heading.raw !== '') this.openPart(heading, row);
      return;
    }
    const opening = openers.blockOpening(raw, row) ?? (isPlain ? openers.textOpening(raw, row) : null);
    if (opening !== null) {
      this.leaveListParts(row);
      this.openPart(opening, row);
    } else if (isPlain && openers.series.has(row)) this.takeEntry(row, raw);
    else if (this.isNumberedItem(row, raw)) this.takeItem(row);
    // A line directly behind an item, or indented under it, belongs to the item (FORMATS T9).
    else if (items.size > 0 && (inList || !lines.isIn(row, lineFlag.afterBlank)))
      this.addRow(row, place.note, items.top);
    else {
      items.size = 0;
      this.leaveListParts(row);
      this.addRow(row, place.prose, -1);
    }
  }

  /** `1.1 Title` indented under the item `1.` is an item as well, though Markdown has no such marker. */
  private isNumberedItem(row: number, raw: string): boolean {
    const { lines, items } = this;
    if (lines.indent[row] === 0 || items.size === 0) return false;
    const match = /^(\d{1,3})(?:\.\d{1,3})+[.)]?[ \t]+(?=\S)/.exec(raw);
    if (match === null) return false;
    const isItsNumber = (item: number): boolean =>
      markers[lines.marker[item] as number] === 'ordered' && orderOf(lines, item) === Number(match[1]);
    return items.innermost(isItsNumber) >= 0;
  }

  /** `1.3. X - Y` before `2.1.` is the entry X and opens the section Y (FORMATS S3). */
  private takeEntry(row: number, raw: string): void {
    this.items.size = 0;
    const { number, title } = splitNumber(readable(raw));
    const split = this.openers.runOnSplit(row);
    const own = split === null ? title : splitNumber(readable(raw.slice(0, split))).title;
    if (this.top.opener === 'numbered-line') this.popWhile(({ part }) => part.opener === 'numbered-line');
    this.add({ kind: 'entry', number: number as string, title: own, line: this.lines.line[row] as number });
    if (split === null) return;
    const next = `${firstPart(number as string) + 1}. ${raw.slice(split).replace(/^\s+-\s+/, '')}`;
    this.openPart(openingOf('run-on', next), row);
  }

  private openPart(opening: Opening, row: number): void {
    this.items.size = 0;
    const part = new Part(opening, this.lines.line[row] as number);
    if (this.titles.has(part.line)) part.dropNumber();
    let rank = rankOf(opening);
    // Two numbers or more decide where a section belongs, whatever the depth of its heading (FORMATS S2).
    const number = part.number === null || !part.number.includes('.') ? null : parentNumber(part.number);
    const at = number === null ? -1 : this.open.findLastIndex((one) => one.part.number === number);
    if (at > 0) {
      this.open.length = Math.min(at + 1, deepest);
      // `4.2` below `4 Title`: the 4 is a number, and not the first word of a title.
      this.top.isDoubtful = false;
    } else {
      this.popWhile((one) => compareRanks(one.rank, rank) >= 0 && !opensOver(one.part, part));
      if (this.open.length > deepest) this.open.length = deepest;
      // What the contents list as an outline is the roadmap itself, not a part of the contents (FORMATS S3, S4).
      if (part.opener === 'run-on') this.popWhile((one) => one.part.role === 'contents');
    }
    // What holds it may be of no higher rank.
    const holder = (this.open[this.open.length - 1] as OpenPart).rank;
    if (compareRanks(rank, holder) <= 0) rank = { ...holder, below: holder.below + 1 };
    this.add(part);
    this.open.push({ part, rank });
  }

  private popWhile(test: (open: OpenPart) => boolean): void {
    while (this.open.length > 1 && test(this.open[this.open.length - 1] as OpenPart)) this.open.pop();
  }

  /** Sections that a list item or the title of a block opened end where the text goes back to their column. */
  private leaveListParts(row: number): void {
    const column = this.openers.columnOf(row);
    for (let at = 1; at < this.open.length; at++) {
      const own = (this.open[at] as OpenPart).part.indent;
      if (own >= 0 && column <= own) this.open.length = at;
    }
  }

  private closeSummary(): void {
    const at = this.open.findLastIndex(({ part }) => part.opener === 'summary');
    if (at > 0) this.open.length = at;
    this.items.size = 0;
  }
}

/** `**Part 2**` with nothing of its own below it holds the bold lines that follow, up to the next unit. */
function opensOver(unit: Part, part: Part): boolean {
  if (part.opener !== 'bold-line' || unit.opener !== 'bold-line' || !unit.isCounted || part.isCounted) return false;
  return unit.blocks.every((block) => block.kind === 'part');
}

/** `###Title`: GitHub once read it as a heading, and its author still means one. `#tag` is none. */
function tightHeading(raw: string): Opening | null {
  const marks = raw.charCodeAt(0) === 35 ? /^(#{2,6})(?=[^\s#!])/.exec(raw) : null;
  if (marks === null) return null;
  const depth = (marks[1] as string).length;
  return openingOf('heading', raw.slice(depth).replace(/(?<!#)#+$/, ''), depth);
}
