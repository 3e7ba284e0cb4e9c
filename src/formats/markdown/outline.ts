// Outline: the tree of sections, list items, tables and prose that the lines of a Markdown text form.
import type { Source } from '../../text/source.ts';
import { readable } from './inline.ts';
import type { Line } from './lines.ts';
import { parentNumber, splitNumber } from './numbering.ts';
import { lastFirst, Openings } from './openings.ts';
import { type Item, type Opener, type Opening, type Part, part, type Rows, type Table } from './part.ts';
import { settleBareNumbers, settleRoles } from './settle.ts';

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

// Nobody nests deeper on purpose. What stands deeper joins this level, so that whoever walks the tree never runs out of stack.
const deepest = 100;

/** Builds the tree. The root is a part without an opener; its title is empty. `tables` are cells that are known already. */
export function outlineOf(source: Source, lines: readonly Line[], tables?: ReadonlyMap<Line, Rows>): Part {
  return new Builder(source.text, lines, tables).build();
}

class Builder {
  private readonly text: string;
  private readonly lines: readonly Line[];
  private readonly root: Part = part({ opener: null, raw: '', depth: 0, indent: -1 }, 0, -1);
  private parts: Part[] = [this.root];
  private items: Item[] = [];
  private table: Table | null = null;
  private readonly openings: Openings;
  private readonly tables: ReadonlyMap<Line, Rows> | undefined;

  constructor(text: string, lines: readonly Line[], tables: ReadonlyMap<Line, Rows> | undefined) {
    this.text = text;
    this.lines = lines;
    this.tables = tables;
    this.openings = new Openings(text, lines);
  }

  build(): Part {
    for (let index = 0; index < this.lines.length; index++) this.take(index);
    settleBareNumbers(this.root);
    settleRoles(this.root);
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
        if (this.tables?.has(line)) {
          this.top().children.push({ kind: 'table', rows: [line], cells: this.tables.get(line) as Rows });
          return;
        }
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
      const runOn = this.openings.runOnTitle(index);
      if (runOn !== null) {
        this.open({ opener: 'run-on', raw: runOn, depth: 0, indent: -1 }, line.line);
        return;
      }
      const opening = this.openings.itemOpening(line, next);
      if (opening !== null) {
        this.open(opening, line.line);
        return;
      }
    }
    while (this.items.length > 0 && !isBelow(this.items[this.items.length - 1] as Item, line)) this.items.pop();
    if (this.items.length >= deepest) this.items.length = deepest - 1;
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
    // `###Title`: GitHub once read it as a heading, and its author still means one. `#tag` is none.
    const tight = line.inList || line.quote > 0 ? null : /^(#{2,6})(?=[^\s#!])/.exec(raw);
    if (tight !== null && line.kind === 'text') {
      const depth = (tight[1] as string).length;
      this.open({ opener: 'heading', raw: raw.slice(depth).replace(/(?<!#)#+$/, ''), depth, indent: -1 }, line.line);
      return;
    }
    const html = line.kind === 'text' ? this.openings.htmlHeading(raw, index) : null;
    if (html !== null) {
      if (html.raw !== '') this.open(html, line.line);
      return;
    }
    if (line.kind === 'summary') {
      this.open({ opener: 'summary', raw, depth: 0, indent: -1 }, line.line);
      return;
    }
    if (!line.inList && line.quote === 0) {
      const opening = this.openings.textOpening(line, raw, index);
      if (opening !== null) {
        this.open(opening, line.line);
        return;
      }
      if (this.openings.series.has(index)) {
        this.takeEntry(line, raw, index);
        return;
      }
    }
    const numbered = this.numberedItem(line, raw);
    if (numbered !== null) {
      this.takeItem(numbered, index);
      return;
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

  /** `1.1 Title` indented under the item `1.` is an item as well, though Markdown has no such marker. */
  private numberedItem(line: Line, raw: string): Line | null {
    if (line.indent === 0 || this.items.length === 0) return null;
    const match = /^(\d{1,3})(?:\.\d{1,3})+[.)]?[ \t]+(?=\S)/.exec(raw);
    if (match === null) return null;
    const { text } = this;
    const counts = this.items.some(
      ({ line: { head } }) =>
        head?.marker === 'ordered' && Number.parseInt(text.slice(head.markerSpan.start), 10) === Number(match[1]),
    );
    if (!counts) return null;
    const markerSpan = { start: line.content, end: line.content + match[0].trimEnd().length };
    return {
      ...line,
      kind: 'bullet',
      head: { marker: 'dash', markerSpan, width: 2, box: null, content: line.content },
    };
  }

  /** `1.3. X - Y` before `2.1.` is the entry X and opens the section Y (FORMATS S3). */
  private takeEntry(line: Line, raw: string, index: number): void {
    this.items = [];
    const { number, title } = splitNumber(readable(raw));
    const split = this.openings.runOnSplit(index);
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
    const at = parent === null ? -1 : this.parts.findLastIndex((open) => open.number === parent);
    if (at > 0) {
      this.parts.length = Math.min(at + 1, deepest);
      const holder = this.top();
      // `4.2` below `4 Title`: the 4 is a number, and not the first word of a title.
      holder.bare = false;
      const deeper: Part = { ...fresh, rank: Math.max(fresh.rank, holder.rank + 0.001) };
      holder.children.push(deeper);
      this.parts.push(deeper);
      return;
    }
    this.popWhile((open) => open.rank >= fresh.rank);
    if (this.parts.length > deepest) this.parts.length = deepest;
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
}

function isBelow(holder: Item, line: Line): boolean {
  const { indent, head, quote } = holder.line;
  if (line.quote < quote) return false;
  if (line.quote > quote)
    return quote > 0 || line.outer >= indent + 2 || (head !== null && line.outer >= indent + head.width);
  return line.indent >= indent + 2 || (head !== null && line.indent >= indent + head.width);
}
