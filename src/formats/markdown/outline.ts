// Outline: the tree of sections, list items, tables and prose that the lines of a Markdown text form.
import type { Source } from '../../text/source.ts';
import { boldRun, readable } from './inline.ts';
import type { Line } from './lines.ts';
import { hasLeadingSign, lastPart, parentNumber, splitNumber } from './numbering.ts';
import { type Role, roleOf } from './roles.ts';

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

export interface Table {
  readonly kind: 'table';
  readonly rows: Line[];
}

export interface Prose {
  readonly kind: 'prose';
  readonly line: Line;
}

export type Child = Part | Item | Entry | Table | Prose;

const rankOf: { readonly [opener in Opener]: number } = {
  heading: 0,
  'role-line': 65,
  'bold-line': 70,
  summary: 71,
  'signed-number': 72,
  'run-on': 73,
  'numbered-line': 73,
  label: 75,
  'bold-item': 80,
};

interface Opening {
  readonly opener: Opener | null;
  readonly raw: string;
  readonly depth: number;
  readonly indent: number;
}

/** Builds the tree. The root is a part without an opener; its title is empty. */
export function outlineOf(source: Source, lines: readonly Line[]): Part {
  return new Builder(source.text, lines).build();
}

class Builder {
  private readonly text: string;
  private readonly lines: readonly Line[];
  private readonly root: Part = part({ opener: null, raw: '', depth: 0, indent: -1 }, 0, -1);
  private parts: Part[] = [this.root];
  private items: Item[] = [];
  private table: Table | null = null;
  private readonly series: ReadonlySet<number>;

  constructor(text: string, lines: readonly Line[]) {
    this.text = text;
    this.lines = lines;
    this.series = numberedSeries(text, lines);
  }

  build(): Part {
    for (let index = 0; index < this.lines.length; index++) this.take(index);
    settleBareNumbers(this.root);
    return this.root;
  }

  private take(index: number): void {
    const line = this.lines[index] as Line;
    if (line.kind !== 'table') this.table = null;
    switch (line.kind) {
      case 'rule':
        this.items = [];
        return;
      case 'details-end':
        this.closeSummary();
        return;
      case 'table':
        this.items = [];
        if (this.table === null) {
          this.table = { kind: 'table', rows: [] };
          this.top().children.push(this.table);
        }
        this.table.rows.push(line);
        return;
      case 'task':
      case 'bullet':
        this.takeItem(line, index);
        return;
      default:
        this.takeText(line, index);
    }
  }

  private top(): Part {
    return this.parts[this.parts.length - 1] as Part;
  }

  private takeItem(line: Line, index: number): void {
    this.leaveListParts(line.indent);
    const next = this.lines[index + 1];
    if (line.kind === 'bullet') {
      const runOn = this.runOnTitle(index);
      if (runOn !== null) {
        this.open({ opener: 'run-on', raw: runOn, depth: 0, indent: -1 }, line.line);
        return;
      }
      const opening = this.itemOpening(line, next);
      if (opening !== null) {
        this.open(opening, line.line);
        return;
      }
    }
    while (this.items.length > 0 && !isBelow(this.items[this.items.length - 1] as Item, line)) this.items.pop();
    const item: Item = { kind: 'item', line, children: [], notes: [] };
    const holder = this.items[this.items.length - 1];
    if (holder) holder.children.push(item);
    else this.top().children.push(item);
    this.items.push(item);
  }

  private takeText(line: Line, index: number): void {
    const raw = this.text.slice(line.content, line.contentEnd);
    if (line.kind === 'heading') {
      if (line.inList) this.leaveListParts(line.indent);
      const indent = line.inList ? line.indent : -1;
      this.open({ opener: 'heading', raw, depth: line.depth, indent }, line.line);
      return;
    }
    if (line.kind === 'summary') {
      this.open({ opener: 'summary', raw, depth: 0, indent: -1 }, line.line);
      return;
    }
    if (!line.inList && line.quote === 0) {
      const opening = this.textOpening(line, raw, index);
      if (opening !== null) {
        this.open(opening, line.line);
        return;
      }
      if (this.series.has(index)) {
        this.takeEntry(line, raw, index);
        return;
      }
    }
    // A line directly behind an item, or indented under it, belongs to the item (FORMATS T9).
    const holder = this.items[this.items.length - 1];
    if (holder && (line.inList || !line.afterBlank)) {
      holder.notes.push(line);
      return;
    }
    this.items = [];
    this.leaveListParts(line.indent);
    this.top().children.push({ kind: 'prose', line });
  }

  /** `1.3. X - Y` before `2.1.` is the entry X and opens the section Y (FORMATS S3). */
  private takeEntry(line: Line, raw: string, index: number): void {
    this.items = [];
    const { number, title } = splitNumber(readable(raw));
    const split = this.runOnSplit(index);
    const own = split === null ? title : splitNumber(readable(raw.slice(0, split))).title;
    if (this.top().opener === 'numbered-line') this.popWhile((part) => part.opener === 'numbered-line');
    this.top().children.push({ kind: 'entry', number: number as string, title: own, line: line.line });
    if (split !== null) {
      const next = raw.slice(split).replace(/^\s+-\s+/, '');
      this.open(
        { opener: 'run-on', raw: `${lastFirst(number as string) + 1}. ${next}`, depth: 0, indent: -1 },
        line.line,
      );
    }
  }

  private open(opening: Opening, line: number): void {
    this.items = [];
    const rank =
      opening.opener === null ? 0 : rankOf[opening.opener] + opening.depth * 10 + Math.max(0, opening.indent) / 100;
    const fresh = part(opening, line, rank);
    // Two numbers or more say where a section belongs, whatever its heading says (FORMATS S2).
    const parent = fresh.number === null || fresh.bare ? null : parentNumber(fresh.number);
    const at = parent === null ? -1 : this.parts.findLastIndex((open) => open.number === parent && !open.bare);
    if (at > 0) {
      this.parts.length = at + 1;
      const holder = this.top();
      const deeper: Part = { ...fresh, rank: Math.max(fresh.rank, holder.rank + 0.001) };
      holder.children.push(deeper);
      this.parts.push(deeper);
      return;
    }
    this.popWhile((open) => open.rank >= fresh.rank);
    // What the contents list as an outline is the roadmap itself, not a part of the contents (FORMATS S3, S4).
    if (fresh.opener === 'run-on') this.popWhile((open) => open.role === 'contents');
    this.top().children.push(fresh);
    this.parts.push(fresh);
  }

  private popWhile(test: (part: Part) => boolean): void {
    while (this.parts.length > 1 && test(this.top())) this.parts.pop();
  }

  /** Parts that a list item opened end where the list goes back to their column. */
  private leaveListParts(indent: number): void {
    const at = this.parts.findIndex((part) => part.indent >= 0 && indent <= part.indent);
    if (at > 0) this.parts.length = at;
  }

  private closeSummary(): void {
    const at = this.parts.findLastIndex((part) => part.opener === 'summary');
    if (at > 0) this.parts.length = at;
    this.items = [];
  }

  private textOpening(line: Line, raw: string, index: number): Opening | null {
    if (raw.length > 200) return null;
    const next = this.lines[index + 1];
    const opening = (opener: Opener, text = raw): Opening => ({ opener, raw: text, depth: 0, indent: -1 });
    const bold = boldRun(raw);
    if (bold !== null) {
      const label = bold.after !== '' || /[:：]$/.test(bold.inner);
      const numbered = splitNumber(readable(bold.inner)).number !== null;
      // «**Remember this.**» is a sentence; so is a bold line that the next line of its paragraph goes on from.
      if (!numbered && /[.!?。]$/.test(bold.inner)) return null;
      if (!numbered && !line.afterBlank && this.lines[index - 1]?.kind === 'text') return null;
      return label && !numbered
        ? opening('label', bold.inner.replace(/\s*[:：]$/, ''))
        : opening('bold-line', bold.inner);
    }
    const title = readable(raw);
    const numbered = splitNumber(title);
    if (hasLeadingSign(title) && (numbered.form === 'marked' || numbered.form === 'word') && title.length <= 120)
      return opening('signed-number');
    const beforeItems = next !== undefined && next.head !== null && next.quote === line.quote;
    if (beforeItems && title.length <= 120 && !/[.;,]$/.test(title)) {
      if (numbered.form === 'marked' || numbered.form === 'letter' || numbered.form === 'word')
        return opening('numbered-line');
    }
    if (numbered.form === null && title.length <= 60 && !/[.!?,;]$/.test(title) && roleOf(title) !== null)
      return opening('role-line', title.replace(/[:：]$/, ''));
    return null;
  }

  /** A list item that is a section: `1. Title` with bullets of another kind beside it, or a bold parent of box-less items. */
  private itemOpening(line: Line, next: Line | undefined): Opening | null {
    const head = line.head;
    if (head === null || next === undefined || next.head === null || next.quote !== line.quote || line.quote > 0)
      return null;
    const raw = this.text.slice(line.content, line.contentEnd);
    if (
      head.marker === 'ordered' &&
      line.indent === 0 &&
      next.head.marker !== 'ordered' &&
      next.indent < line.indent + head.width
    )
      return {
        opener: 'numbered-line',
        raw: this.text.slice(head.markerSpan.start, line.contentEnd),
        depth: 0,
        indent: -1,
      };
    if (next.indent <= line.indent || next.kind === 'task') return null;
    const bold = boldRun(raw);
    if (bold === null) return null;
    return { opener: 'bold-item', raw: bold.inner.replace(/\s*[:：]$/, ''), depth: 0, indent: line.indent };
  }

  /** The title of section 1 of a run-on outline: the bullet directly before `1.1.` (FORMATS S3). */
  private runOnTitle(index: number): string | null {
    const next = this.lines[index + 1];
    if (next === undefined || !this.series.has(index + 1)) return null;
    const { number } = splitNumber(readable(this.text.slice(next.content, next.contentEnd)));
    if (number === null || !/^\d+\.1$/.test(number)) return null;
    const line = this.lines[index] as Line;
    return `${lastFirst(number)}. ${this.text.slice(line.content, line.contentEnd)}`;
  }

  /** Where the title of the next section begins inside entry `index`: the last ` - ` before `N+1.1`; null where there is none. */
  private runOnSplit(index: number): number | null {
    const line = this.lines[index] as Line;
    const next = this.lines[index + 1];
    if (next === undefined || !this.series.has(index + 1)) return null;
    const here = splitNumber(readable(this.text.slice(line.content, line.contentEnd))).number;
    const there = splitNumber(readable(this.text.slice(next.content, next.contentEnd))).number;
    if (here === null || there === null || !there.endsWith('.1')) return null;
    if (lastFirst(there) !== lastFirst(here) + 1) return null;
    const at = this.text.slice(line.content, line.contentEnd).lastIndexOf(' - ');
    return at < 0 ? null : at;
  }
}

function part(opening: Opening, line: number, rank: number): Part {
  const written = readable(opening.raw);
  const { number, title, form } = splitNumber(written);
  const clean = title.replace(/\s*[:：]$/, '').trim();
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
    line,
    children: [],
  };
}

function isBelow(holder: Item, line: Line): boolean {
  if (holder.line.quote !== line.quote) return line.quote > holder.line.quote;
  const { indent, head } = holder.line;
  return line.indent >= indent + 2 || (head !== null && line.indent >= indent + head.width);
}

/** The first part as a number: `4.2` → 4. */
function lastFirst(number: string): number {
  return Number.parseInt(number, 10);
}

/** Indices of plain lines numbered `n.m` that have a neighbour in the same count: the entries of a numbered outline (FORMATS T3).
 * A line alone, such as a paragraph that opens with an amount, is none. */
function numberedSeries(text: string, lines: readonly Line[]): Set<number> {
  const found: { index: number; number: string }[] = [];
  lines.forEach((line, index) => {
    if (line.kind !== 'text' || line.inList || line.quote > 0) return;
    const code = text.charCodeAt(line.content);
    if (code < 48 || code > 57) return;
    const { number } = splitNumber(readable(text.slice(line.content, Math.min(line.contentEnd, line.content + 400))));
    if (number?.includes('.')) found.push({ index, number });
  });
  const series = new Set<number>();
  const follows = (a: string, b: string): boolean =>
    (parentNumber(a) === parentNumber(b) && lastPart(b) === lastPart(a) + 1) ||
    b === `${a}.1` ||
    (lastPart(b) === 1 && !b.startsWith(`${a}.`) && Number.parseInt(b, 10) === Number.parseInt(a, 10) + 1);
  for (let i = 1; i < found.length; i++) {
    const before = found[i - 1] as { index: number; number: string };
    const here = found[i] as { index: number; number: string };
    if (follows(before.number, here.number) || sameBranch(before.number, here.number)) {
      series.add(before.index);
      series.add(here.index);
    }
  }
  return series;
}

/** `1.2.3` then `1.3`: the count goes on one level up. */
function sameBranch(a: string, b: string): boolean {
  const parent = parentNumber(a);
  if (parent === null) return false;
  return (parentNumber(parent) === parentNumber(b) && lastPart(b) === lastPart(parent) + 1) || sameBranch(parent, b);
}

/** A bare number (`4 Title`) counts only among sections that count as well; else it is the first word of the title. */
function settleBareNumbers(holder: Part): void {
  const parts = holder.children.filter((child): child is Part => child.kind === 'part');
  const bare = parts.filter((part) => part.bare);
  const inSeries =
    bare.length >= 2 &&
    bare.every((part, i) => i === 0 || Number(part.number) === Number((bare[i - 1] as Part).number) + 1);
  for (const part of bare) {
    if (inSeries) {
      part.bare = false;
      part.role = null;
      continue;
    }
    part.number = null;
    part.title = part.written;
    part.role = roleOf(part.written);
  }
  for (const part of parts) settleBareNumbers(part);
}
