// NoteFacts: what sources of topics ask about a note as a whole, found out when the first of them asks.
import type { LevelNames } from '../../../model/level-names.ts';
import { once } from '../../../text/word-table.ts';
import type { Explained } from '../../words/marks.ts';
import type { MarkdownNote } from '../markdown-note.ts';
import { type Outline, outlineOf } from '../outline/build-outline.ts';
import { settleBesideCourse } from '../outline/domains.ts';
import { type Part, partsBelow, type Rows, type Table } from '../outline/part.ts';
import { coversOnlyItsOwnText } from '../outline/section-roles.ts';
import { dissolveContents, dissolveTitle, itemsIn } from '../outline/settle.ts';
import { type RoadmapTitle, titleOf } from '../outline/title.ts';
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { withMade } from '../syntax/made-lines.ts';
import { isUndatedPlan, rowsOf } from '../syntax/tables.ts';
import { hasWords } from '../syntax/task-line.ts';
import { bareBoxes, hasOpenKind, markedBullets } from './bare-boxes.ts';
import { contentsOf, coveringContents, leafHeadings } from './contents.ts';
import { drawnLines, type RawLine, rawLines } from './drawn.ts';
import { explainedMarks } from './explained-marks.ts';
import { fencedLines } from './fenced.ts';
import { gluedItems } from './glued.ts';
import { indentedItems, stackedTitles } from './indented.ts';
import { holdOnlyLinks, holdsLinks } from './link-paragraphs.ts';
import { isCourse, nestedLines, plainOutline } from './plain-outline.ts';
import { alikeTables, type Listed, planTables, repeatsSections, sectionTitles, statusOf } from './row-topics.ts';
import { type StatedLines, statedLines } from './status-lines.ts';

export interface Body {
  readonly outline: Outline;
  readonly title: RoadmapTitle;
}

/** The outline of some lines without the heading that is the title, and the title. `tables`: see `outlineOf`. */
export function bodyOf(note: MarkdownNote, lines: Lines, tables?: ReadonlyMap<number, Rows>): Body {
  const outline = outlineOf(lines, tables);
  // In a list of tasks nothing but tasks gives topics.
  if (!outline.root.hasBox()) settleBesideCourse(outline.root, note.source.text);
  const written = typeof note.frontMatter.title === 'string' ? note.frontMatter.title : null;
  const title = titleOf(note.source.text, outline.root, written, note.name);
  for (const heading of title.headings) dissolveTitle(outline.root, heading);
  dissolveContents(outline.root);
  return { outline, title };
}

const noTitles: ReadonlySet<string> = new Set();

/** A box without a text makes no note a task list, nor does one to be filled in beside rows with states (FORMATS T1). */
function hasTasks({ root, lines }: Outline): boolean {
  const isEmpty = (row: number): boolean =>
    !hasWords(lines.source.text, lines.content[row] as number, lines.contentEnd[row] as number);
  let toFillIn = 0;
  for (let row = lines.next(kind.task, 0); row >= 0; row = lines.next(kind.task, row + 1)) {
    if (isEmpty(row)) continue;
    if (!placeholder.test(lines.textOf(row))) return true;
    toFillIn++;
  }
  return toFillIn > 0 && toFillIn >= statusRows(lines.source.text, root);
}

/** `_Add topics here_`, `Resource 2:` */
const placeholder = /^(?:_[^_]+_|\*[^*]+\*|[^:：]{1,40} \d{1,3}[:：])\s*$/;

/** How many rows tables with states have. */
function statusRows(text: string, root: Part): number {
  const tables = tablesOf(text, root).filter(({ rows }) => statusOf(rows) >= 0);
  return tables.reduce((sum, { rows }) => sum + rows.body.length, 0);
}

/** The list items of all sections that have no role, of the one that has most, and of those that are numbered or units. */
function listedIn({ blocks, role }: Part, isCounted = false): Listed {
  if (role !== null && !coversOnlyItsOwnText(role)) return { items: 0, longest: 0, counted: 0 };
  let [own, items, longest, counted] = [0, 0, 0, 0];
  for (const block of blocks) {
    if (block.kind === 'part') {
      const below = listedIn(block, isCounted || block.isCounted || block.number !== null);
      items += below.items;
      longest = Math.max(longest, below.longest);
      counted += below.counted;
    } else if (block.kind === 'run' && role === null) own += block.countItems();
  }
  return { items: items + own, longest: Math.max(longest, own), counted: counted + (isCounted ? own : 0) };
}

interface TableRows {
  readonly table: Table;
  readonly rows: Rows;
  readonly part: Part;
}

/** The tables of all sections that have no role. */
function tablesOf(text: string, part: Part, found: TableRows[] = []): readonly TableRows[] {
  for (const block of part.blocks) {
    const rows = block.kind === 'table' ? rowsOf(text, block) : null;
    if (block.kind === 'table' && rows !== null) found.push({ table: block, rows, part });
    if (block.kind === 'part' && block.role === null) tablesOf(text, block, found);
  }
  return found;
}

export class NoteFacts {
  readonly note: MarkdownNote;
  readonly outline: Outline;
  readonly names: LevelNames;
  readonly hasTasks: boolean;
  readonly isContents: boolean;

  constructor(note: MarkdownNote, outline: Outline, names: LevelNames, isContents = false) {
    this.note = note;
    this.outline = outline;
    this.names = names;
    this.hasTasks = hasTasks(outline);
    this.isContents = isContents;
  }

  get lines(): Lines {
    return this.outline.lines;
  }

  /** How many list items there are in sections without a role. */
  readonly bullets = () => this.listed().items;

  readonly listed = once((): Listed => listedIn(this.outline.root));

  /** What it says that its own signs mean. */
  readonly explained: Explained = once(() => explainedMarks(this.note.source.text));

  /** Headings without headings below them. */
  readonly leaves = once(() => leafHeadings(this.outline.root));

  /** Whether two in three headings without headings below them have a number, as `Day 3` has, and hold no list; five at least. */
  readonly areUnits = once(() => {
    const isUnit = (part: Part): boolean =>
      (part.isCounted || part.number !== null) && itemsIn(part.blocks) === 0 && !holdsLinks(this.outline, part);
    const units = this.leaves().filter(isUnit).length;
    return units >= 5 && 3 * units >= 2 * this.leaves().length && this.withLoose() === this.outline;
  });

  /** The author's own table of contents; empty where there is none. */
  readonly contents = once(() => contentsOf(this.note.source.text, this.outline.root));

  /** Lines with a box and no bullet. */
  readonly bareBoxes = once(() => bareBoxes(this.lines));

  get hasOpenBox(): boolean {
    return hasOpenKind(this.note.source.text, this.bareBoxes());
  }

  /** Bullets that open with a sign of progress, where an open one such as ⬜ is among them. */
  readonly marked = once(() => markedBullets(this.lines));

  /** Whether there are more such bullets than tables of states have rows: these sum them up. */
  get outnumbersStatusRows(): boolean {
    const marked = this.marked().length;
    return marked > 0 && marked > statusRows(this.note.source.text, this.outline.root);
  }

  /** Whether they are most of what is listed, as boxes are in a task list. */
  get marksAreBoxes(): boolean {
    return 2 * this.marked().length > this.bullets() && this.outnumbersStatusRows;
  }

  /** Lines that are items to people and not to Markdown; those boxes are among them. */
  readonly drawn = once(() => drawnLines(this.lines, this.note.bodyStart, this.bareBoxes()));

  /** The outline with items among its own whose dash lacks the blank behind it, or that are indented like code. */
  readonly withLoose = once((): Outline => {
    const indented = indentedItems(this.lines);
    const loose = gluedItems(this.lines);
    // Code below a few of many headings: these are what is studied.
    if (itemsIn(this.outline.root.blocks) > 0 || indented.length > this.leaves().length) loose.push(...indented);
    if (loose.length === 0) loose.push(...stackedTitles(this.lines));
    return loose.length > 0 ? this.withMade(loose) : this.outline;
  });

  /** The outline with lines of those kinds among its own. */
  withMade(made: readonly Line[]): Outline {
    return bodyOf(this.note, withMade(this.lines, made)).outline;
  }

  /**
   * All lines of a note of plain lines alone, or of a fence that is nearly all of it, where they are an outline: one nested by its
   * indentation alone before one whose sections are lines that are alike (FORMATS T3).
   */
  readonly plain = once((): readonly Line[] => {
    const kinds = this.lines.kind.subarray(0, this.lines.length);
    const isPlain = (one: number, row: number): boolean =>
      one === kind.text || one === kind.rule || one === kind.bullet || (one === kind.heading && row === 0);
    if (!kinds.every(isPlain) || this.note.source.text.includes('```'))
      return fencedLines(this.lines, this.note.bodyStart);
    const raw = (): Iterable<RawLine> => rawLines(this.note.source, this.note.bodyStart);
    const bullets = kinds.filter((one) => one === kind.bullet).length;
    if (bullets > 0 && (3 * bullets > kinds.length || !isCourse(raw()))) return [];
    const nested = bullets === 0 && !this.lines.has(kind.heading) ? nestedLines(raw()) : [];
    return nested.length > 0 ? nested : plainOutline(raw());
  });

  /** The tables that are the plan of the note (FORMATS T3). */
  readonly plans = once((): ReadonlySet<Table> => {
    const tables = this.lines.has(kind.table) ? tablesOf(this.note.source.text, this.outline.root) : [];
    const own = tables.filter(({ rows, part }) => !repeatsSections(rows, -1, this.titles(), part));
    const rows = new Map(own.map(({ table, rows }) => [table, rows]));
    const those = (test: (part: Part) => boolean) =>
      new Set(own.filter(({ part }) => test(part)).map(({ table }) => table));
    const outermost = new Set(this.outline.root.parts);
    const plans = planTables(
      rows,
      this.listed(),
      those((part) => outermost.has(part)),
    );
    if (plans.size > 0 || coveringContents(this.contents(), this.leaves())) return plans;
    return alikeTables(
      rows,
      this.listed(),
      those(({ isCounted }) => isCounted),
    );
  });

  /** The items or headings with a line of their state (FORMATS T6). */
  readonly stated = once((): StatedLines => statedLines(this.outline));

  /** The plans in sections behind two or more beside them whose tables show states: terms that nobody has begun (FORMATS T7). */
  readonly open = once((): ReadonlySet<Table> => {
    const tables = tablesOf(this.note.source.text, this.outline.root);
    const begun = new Set(tables.filter(({ rows }) => statusOf(rows) >= 0).map(({ part }) => part));
    const open = [this.outline.root, ...partsBelow(this.outline.root)].flatMap(({ parts }) => {
      const last = parts.findLastIndex((part) => begun.has(part));
      return parts.filter((part) => begun.has(part)).length < 2 ? [] : parts.slice(last + 1);
    });
    const isOpen = ({ rows, part }: TableRows): boolean => open.includes(part) && isUndatedPlan(rows.head);
    return new Set(tables.filter(isOpen).map(({ table }) => table));
  });

  /** Whether nothing is in the sections but links, or in the whole note where it has none. */
  get leadsOnly(): boolean {
    const leaves = this.leaves();
    return holdOnlyLinks(this.outline, leaves.length > 0 ? leaves : [this.outline.root]);
  }

  /** Titles of all sections, for tables that merely repeat them (FORMATS T7). */
  readonly titles = once(() => (this.hasTasks ? noTitles : sectionTitles(this.outline.root)));
}
