// NoteFacts: what sources of topics ask about a note as a whole, found out when the first of them asks.
import type { LevelNames } from '../../../model/level-words.ts';
import type { Source } from '../../../text/source.ts';
import { domainsOf } from '../domains.ts';
import { type Outline, outlineOf } from '../outline/build-outline.ts';
import type { Part, Rows } from '../outline/part.ts';
import { dissolveContents, dissolveTitle } from '../outline/settle.ts';
import { type RoadmapTitle, titleOf } from '../outline/title.ts';
import { sectionTitles } from '../row-topics.ts';
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { linesFrom, withMade } from '../syntax/made-lines.ts';
import { bareBoxes, hasOpenKind } from './bare-boxes.ts';
import { type ContentsEntry, contentsOf, leafHeadings } from './contents.ts';
import { drawnLines, mayHoldDrawn } from './drawn.ts';
import { indentedLines } from './indented.ts';
import type { WalkFacts } from './walk-outline.ts';

export interface MarkdownNote {
  readonly source: Source;
  /** Offset behind the front matter; 0 where there is none. */
  readonly bodyStart: number;
  /** Plain data of the front matter; empty where there is none. */
  readonly frontMatter: { readonly [key: string]: unknown };
  /** Name of the file without its extension: the last resort for a title. */
  readonly name: string;
}

export interface Body {
  readonly outline: Outline;
  readonly title: RoadmapTitle;
}

/** The outline of some lines without the heading that is the title, and the title. `tables`: see `outlineOf`. */
export function bodyOf(note: MarkdownNote, lines: Lines, tables?: ReadonlyMap<number, Rows>): Body {
  const outline = outlineOf(lines, tables);
  const written = typeof note.frontMatter.title === 'string' ? note.frontMatter.title : null;
  const title = titleOf(note.source.text, outline.root, written, note.name);
  if (title.heading) dissolveTitle(outline.root, title.heading);
  dissolveContents(outline.root);
  return { outline, title };
}

const noTitles: ReadonlySet<string> = new Set();

export class NoteFacts implements WalkFacts {
  readonly note: MarkdownNote;
  readonly outline: Outline;
  readonly names: LevelNames;
  readonly hasTasks: boolean;
  private known: { leaves?: Part[]; contents?: ContentsEntry[]; boxes?: Line[]; drawn?: Line[]; indented?: Line[] } =
    {};
  private sections: ReadonlySet<string> | undefined;
  private exam: ReadonlySet<Part> | null | undefined;

  constructor(note: MarkdownNote, outline: Outline, names: LevelNames) {
    this.note = note;
    this.outline = outline;
    this.names = names;
    this.hasTasks = outline.lines.has(kind.task);
  }

  get lines(): Lines {
    return this.outline.lines;
  }

  get bullets(): number {
    return this.lines.count(kind.bullet);
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

  /** Lines that are items to people and not to Markdown; those boxes are among them. */
  get drawn(): readonly Line[] {
    const { source, bodyStart } = this.note;
    const mayHold = this.bareBoxes.length > 0 || mayHoldDrawn(source.text);
    this.known.drawn ??= mayHold ? drawnLines(source, bodyStart, this.lines, this.bareBoxes) : [];
    return this.known.drawn;
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

  get domains(): ReadonlySet<Part> | null {
    if (this.exam === undefined) this.exam = this.hasTasks ? null : domainsOf(this.outline.root);
    return this.exam;
  }

  get titles(): ReadonlySet<string> {
    this.sections ??= this.hasTasks ? noTitles : sectionTitles(this.outline.root);
    return this.sections;
  }
}
