// Part: a section of the outline with all that stands under it: items, entries, tables, prose and sections.

import type { Role } from '../words/roles.ts';
import { readable } from './inline.ts';
import type { Line } from './lines.ts';
import { numberedTitle } from './numbering.ts';
import { roleOf } from './roles.ts';

/** What made a line a section (FORMATS S1), in order of authority. */
export type Opener =
  | 'heading'
  | 'bold-line'
  | 'signed-number'
  | 'numbered-line'
  | 'summary'
  | 'label'
  | 'bold-item'
  | 'role-line'
  | 'run-on';

export interface Part {
  readonly kind: 'part';
  readonly opener: Opener | null;
  /** Readable, without its number. */
  title: string;
  number: string | null;
  /** True while the number is bare (`4 Title`) and needs neighbours to be believed. */
  bare: boolean;
  /** The readable title as it was written, with its number. */
  readonly written: string;
  readonly raw: string;
  role: Role | null;
  readonly depth: number;
  readonly rank: number;
  /** Column of the list item that opened it; -1 for all others. */
  readonly indent: number;
  /** A heading written as `<h2>`. */
  readonly html: boolean;
  readonly line: number;
  readonly children: Child[];
}

export interface Item {
  readonly kind: 'item';
  readonly line: Line;
  readonly children: Item[];
  /** Text lines that run on under the item (FORMATS T9), as spans of the text. */
  readonly notes: Line[];
}

/** A numbered line without bullets below it: `1.2. Title` (FORMATS T3). */
export interface Entry {
  readonly kind: 'entry';
  readonly number: string;
  readonly title: string;
  readonly line: number;
}

/** A cell with the offset of its first character; trimmed. */
export interface Cell {
  readonly text: string;
  readonly start: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly line: Line;
}

export interface Rows {
  readonly head: Row;
  readonly body: readonly Row[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: Line[];
  /** Cells that were found already, in a table that is no Markdown. */
  readonly cells?: Rows;
}

export interface Prose {
  readonly kind: 'prose';
  readonly line: Line;
}

export type Child = Part | Item | Entry | Table | Prose;

/** A line that begins a section, with what decides where the section belongs. */
export interface Opening {
  readonly opener: Opener | null;
  readonly raw: string;
  readonly depth: number;
  readonly indent: number;
  readonly html?: boolean;
}

/** The empty section that an opening begins; a higher rank stands below a lower one. */
export function part(opening: Opening, line: number, rank: number): Part {
  const written = readable(opening.raw);
  const { number, title, form } = numberedTitle(opening.raw, written);
  const clean = withoutColon(opening.raw, title);
  return {
    kind: 'part',
    opener: opening.opener,
    title: clean === '' ? written : clean,
    number,
    bare: form === 'bare',
    written,
    raw: opening.raw,
    role: opening.opener === null || (number !== null && form !== 'bare') ? null : roleOf(clean),
    depth: opening.depth,
    rank,
    indent: opening.indent,
    html: opening.html ?? false,
    line,
    children: [],
  };
}

/** A colon behind a heading is punctuation, unless it is escaped. */
export function withoutColon(raw: string, title: string): string {
  return /(?:\\:|&#65306;)$/.test(raw.trimEnd()) ? title : title.replace(/(?<!\s)\s*[:：]$/, '').trim();
}
