// NoteFacts: what sources of topics ask about a note as a whole, found out when the first of them asks.
import type { LevelNames } from '../../../model/level-names.ts';
import type { MarkdownNote } from '../markdown-note.ts';
import { type Outline, outlineOf } from '../outline/build-outline.ts';
import { settleBesideCourse } from '../outline/domains.ts';
import type { Part, Rows, Table } from '../outline/part.ts';
import { coversOnlyItsOwnText } from '../outline/section-roles.ts';
import { dissolveContents, dissolveTitle } from '../outline/settle.ts';
import { type RoadmapTitle, titleOf } from '../outline/title.ts';
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { linesFrom, withMade } from '../syntax/made-lines.ts';
import { rowsOf } from '../syntax/tables.ts';
import { hasWords } from '../syntax/task-line.ts';
import { bareBoxes, hasOpenKind, markedBullets } from './bare-boxes.ts';
import { type ContentsEntry, contentsOf, leafHeadings } from './contents.ts';
import { drawnLines } from './drawn.ts';
import { gluedItems } from './glued.ts';
import { indentedLines } from './indented.ts';
import { holdOnlyLinks } from './link-paragraphs.ts';
import { planTables, repeatsSections, sectionTitles, statusOf } from './row-topics.ts';
import type { WalkFacts } from './walk-outline.ts';

export interface Body {
  readonly outline: Outline;
  readonly title: RoadmapTitle;
}

/** The outline of some lines without the heading that is the title, and the title. `tables`: see `outlineOf`. */
export function bodyOf(note: MarkdownNote, lines: Lines, tables?: ReadonlyMap<number, Rows>): Body {
  const outline = outlineOf(lines, tables);
  // In a list of tasks nothing but tasks gives topics.
  if (!outline.root.hasBox()) settleBesideCourse(outline.root);
  const written = typeof note.frontMatter.title === 'string' ? note.frontMatter.title : null;
  const title = titleOf(note.source.text, outline.root, written, note.name);
  for (const heading of title.headings) dissolveTitle(outline.root, heading);
  dissolveContents(outline.root);
  return { outline, title };
}

const noTitles: ReadonlySet<string> = new Set();

/** A box without a text makes no note a task list. */
function hasTasks(lines: Lines): boolean {
  const isEmpty = (row: number): boolean =>
    !hasWords(lines.source.text, lines.content[row] as number, lines.contentEnd[row] as number);
  let row = lines.next(kind.task, 0);
  while (row >= 0 && isEmpty(row)) row = lines.next(kind.task, row + 1);
  return row >= 0;
}

/** The list items of all sections that have no role. */
function studiedItems({ blocks, role }: Part): number {
  if (role !== null && !coversOnlyItsOwnText(role)) return 0;
  let count = 0;
  for (const block of blocks) {
    if (block.kind === 'part') count += studiedItems(block);
    else if (block.kind === 'run' && role === null) count += block.countItems();
  }
  return count;
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

export class NoteFacts implements WalkFacts {
  readonly note: MarkdownNote;
  readonly outline: Outline;
  readonly names: LevelNames;
  readonly hasTasks: boolean;
  private known: {
    bullets?: number;
    marked?: readonly Line[];
    leaves?: Part[];
    contents?: ContentsEntry[];
    boxes?: Line[];
    drawn?: Line[];
    indented?: Line[];
  } = {};
  private sections: ReadonlySet<string> | undefined;
  private planned: ReadonlySet<Table> | undefined;

  constructor(note: MarkdownNote, outline: Outline, names: LevelNames) {
    this.note = note;
    this.outline = outline;
    this.names = names;
    this.hasTasks = hasTasks(outline.lines);
  }

  get lines(): Lines {
    return this.outline.lines;
  }

  /** How many list items there are in sections without a role. */
  get bullets(): number {
    this.known.bullets ??= studiedItems(this.outline.root);
    return this.known.bullets;
  }

  /** Headings without headings below them. */
  get leaves(): readonly Part[] {
    this.known.leaves ??= leafHeadings(this.outline.root);
    return this.known.leaves;
  }

  /** The author's own table of contents; empty where there is none. */
  get contents(): readonly ContentsEntry[] {
    this.known.contents ??= contentsOf(this.note.source.text, this.outline.root);
    return this.known.contents;
  }

  /** Lines with a box and no bullet. */
  get bareBoxes(): readonly Line[] {
    this.known.boxes ??= bareBoxes(this.note.source, this.lines);
    return this.known.boxes;
  }

  get hasOpenBox(): boolean {
    return hasOpenKind(this.note.source.text, this.bareBoxes);
  }

  /** Bullets that open with a sign of progress, where an open one such as ⬜ is among them. */
  get marked(): readonly Line[] {
    this.known.marked ??= markedBullets(this.note.source.text, this.lines);
    return this.known.marked;
  }

  /** Whether there are more such bullets than tables of states have rows: these sum them up. */
  get outnumbersStatusRows(): boolean {
    const { marked, lines } = this;
    if (marked.length === 0 || !lines.has(kind.table)) return marked.length > 0;
    const tables = tablesOf(this.note.source.text, this.outline.root).filter(({ rows }) => statusOf(rows) >= 0);
    return marked.length > tables.reduce((sum, { rows }) => sum + rows.body.length, 0);
  }

  /** Whether they are most of what is listed, as boxes are in a task list. */
  get marksAreBoxes(): boolean {
    return 2 * this.marked.length > this.bullets && this.outnumbersStatusRows;
  }

  /** Lines that are items to people and not to Markdown; those boxes are among them. */
  get drawn(): readonly Line[] {
    const { source, bodyStart } = this.note;
    this.known.drawn ??= drawnLines(source, bodyStart, this.lines, this.bareBoxes);
    return this.known.drawn;
  }

  /** The outline with items among its own whose dash lacks the blank behind it. */
  get withGlued(): Outline {
    const glued = gluedItems(this.lines);
    return glued.length > 0 ? this.withMade(glued) : this.outline;
  }

  /** The outline with lines of those kinds among its own. */
  withMade(made: readonly Line[]): Outline {
    const { source } = this.note;
    return bodyOf(this.note, linesFrom(source, withMade([...this.lines], made))).outline;
  }

  /** All lines of a note of plain lines alone, where they are an outline. */
  get indented(): readonly Line[] {
    const isBare = this.lines.count(kind.text) === this.lines.length;
    this.known.indented ??= isBare ? indentedLines(this.note.source, this.note.bodyStart) : [];
    return this.known.indented;
  }

  get plans(): ReadonlySet<Table> {
    if (this.planned === undefined) {
      const tables = this.lines.has(kind.table) ? tablesOf(this.note.source.text, this.outline.root) : [];
      const own = tables.filter(({ rows, part }) => !repeatsSections(rows, -1, this.titles, part));
      this.planned = planTables(new Map(own.map(({ table, rows }) => [table, rows])), this.bullets);
    }
    return this.planned;
  }

  /** Whether nothing is in the sections but links, or in the whole note where it has none. */
  get leadsOnly(): boolean {
    const { outline, leaves } = this;
    return holdOnlyLinks(outline, leaves.length > 0 ? leaves : [outline.root]);
  }

  get titles(): ReadonlySet<string> {
    this.sections ??= this.hasTasks ? noTitles : sectionTitles(this.outline.root);
    return this.sections;
  }
}
