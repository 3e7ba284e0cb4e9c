// Part: a section of the outline with all that is in it: runs of list items and prose, entries, tables and sections.

import type { Role } from '../../words/roles.ts';
import { readable } from '../syntax/inline.ts';
import type { Line } from '../syntax/lines.ts';
import { numberedTitle, splitNumber } from '../syntax/numbering.ts';
import type { Item, Prose, Run } from './run.ts';
import { roleOf } from './section-roles.ts';

/** What made a line a section (FORMATS S1). */
export type Opener =
  | 'heading'
  | 'bold-line'
  | 'signed-number'
  | 'numbered-line'
  | 'summary'
  | 'label'
  | 'bold-item'
  | 'title-line'
  | 'run-on';

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

/** What a part consists of, in the order of the text. */
export type Block = Part | Run | Table | Entry;
/** The same with each list item and each line of prose by itself. */
export type Child = Part | Item | Entry | Table | Prose;

/** A line that begins a section, with what decides where the section belongs. */
export interface Opening {
  readonly opener: Opener | null;
  readonly raw: string;
  /** heading: 1–6, otherwise 0. */
  readonly depth: number;
  /** Column of the list item that opened it; -1 for all others. */
  readonly indent: number;
  /** A heading written as `<h2>`. */
  readonly html?: boolean;
}

/** An opening at no depth and in no list item, as most are. */
export const openingOf = (opener: Opener | null, raw: string, depth = 0): Opening => ({
  opener,
  raw,
  depth,
  indent: -1,
});

const noParts: readonly Part[] = [];

/** The list with one more at its end. Most sections hold one run, and `push` reserves room for seventeen in an empty list. */
export function appended<One>(list: One[], one: One): One[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

/** The list of a key, which begins empty. */
export function listOf<Key, One>(lists: Map<Key, One[]>, key: Key): One[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

export class Part {
  readonly kind = 'part';
  readonly opener: Opener | null;
  readonly raw: string;
  readonly depth: number;
  readonly indent: number;
  readonly html: boolean;
  readonly line: number;
  /** The readable title as it was written, with its number. */
  readonly written: string;
  /** Named by a word and a number (`Week 3: Routing`). */
  readonly isCounted: boolean;
  /** Readable, without its number. */
  title: string;
  number: string | null;
  /** True while the number (`4 Title`, `4.2 Title`) needs others beside it to be one. */
  isDoubtful: boolean;
  role: Role | null;
  blocks: Block[] = [];
  /** How many list items without a box are directly below. */
  bulletCount = 0;
  private box: boolean | null = null;

  /** The empty section that an opening begins. */
  constructor(opening: Opening, line: number) {
    const written = readable(opening.raw);
    const split = splitNumber(written);
    const { number, title, form } = numberedTitle(opening.raw, written, split);
    const clean = withoutColon(opening.raw, title);
    this.opener = opening.opener;
    this.raw = opening.raw;
    this.depth = opening.depth;
    this.indent = opening.indent;
    this.html = opening.html ?? false;
    this.line = line;
    this.written = written;
    this.isCounted = split.form === 'word';
    this.title = clean === '' ? written : clean;
    this.number = number;
    this.isDoubtful = form === 'bare' || form === 'dotted';
    this.role = opening.opener === null || (number !== null && form !== 'bare') ? null : roleOf(clean);
  }

  /** The number is the first word of the title after all. */
  dropNumber(): void {
    this.isDoubtful = false;
    this.number = null;
    this.title = withoutColon(this.raw, this.written);
    this.role = roleOf(this.title);
  }

  /** The sections directly below. */
  get parts(): readonly Part[] {
    // Most sections are one run of items.
    if (this.blocks.length === 1 && this.blocks[0]?.kind === 'run') return noParts;
    return this.blocks.filter((block) => block.kind === 'part');
  }

  /** All that is directly below, as objects made for this one call: a long note has very many. */
  get children(): Child[] {
    return [...this.each()];
  }

  *each(): Generator<Child> {
    for (const block of this.blocks) {
      if (block.kind === 'run') yield* block.children();
      else yield block;
    }
  }

  /** Whether there is a box anywhere below with a mark that is known (FORMATS L3); asked only of a finished outline. */
  hasBox(): boolean {
    this.box ??= this.blocks.some((block) =>
      block.kind === 'run' ? block.hasBox() : block.kind === 'part' && block.hasBox(),
    );
    return this.box;
  }

  /** Whether there is a box anywhere below, whatever its mark. */
  hasTaskLine(): boolean {
    return this.blocks.some((block) => (block.kind === 'run' || block.kind === 'part') && block.hasTaskLine());
  }
}

/** A heading that is in no list item. */
export const isHeading = ({ opener, indent }: Part): boolean => opener === 'heading' && indent < 0;

/** Each section below one, at any depth, in the order of the text. */
export function* partsBelow(holder: Part): Generator<Part> {
  for (const part of holder.parts) {
    yield part;
    yield* partsBelow(part);
  }
}

/** A colon behind a heading is punctuation, unless it is escaped. */
export function withoutColon(raw: string, title: string): string {
  if (!title.endsWith(':') && !title.endsWith('：')) return title.trim();
  return /(?:\\:|&#65306;)$/.test(raw.trimEnd()) ? title : title.replace(/(?<!\s)\s*[:：]$/, '').trim();
}
