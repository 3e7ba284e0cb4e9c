// Run: list items and prose that follow each other in one section, as rows of the columns of an outline.
import { isNamedMark } from '../syntax/box-mark.ts';
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { markers } from '../syntax/list-item.ts';
import { hasWords } from '../syntax/task-line.ts';

/** A list item as an object, for whoever looks at few of them. */
export interface Item {
  readonly kind: 'item';
  readonly line: Line;
  readonly children: readonly Item[];
  /** Text lines that run on under the item (FORMATS T9). */
  readonly notes: readonly Line[];
}

export interface Prose {
  readonly kind: 'prose';
  readonly line: Line;
}

/** What a line is in the outline; `nothing` is whatever opens a section, separates, or belongs to a table. */
export const place = { nothing: 0, item: 1, note: 2, prose: 3 } as const;

/** Beside the columns of the lines: what each line is, and the row of the list item above it, -1 for none. */
export interface OutlineColumns {
  readonly lines: Lines;
  readonly place: Uint8Array;
  readonly parent: Int32Array;
}

/** Rows `from` to `to`; whatever is under an item is in the run of the item. */
export class Run {
  readonly kind = 'run';
  readonly from: number;
  to: number;
  private readonly columns: OutlineColumns;

  constructor(columns: OutlineColumns, from: number) {
    this.columns = columns;
    this.from = from;
    this.to = from;
  }

  /** Whether a task line among them has a mark that is known (FORMATS L3). */
  hasBox(): boolean {
    const { lines } = this.columns;
    return this.someTaskLine((row) => isNamedMark(lines.source.text.charCodeAt(lines.box[row] as number)));
  }

  /** Whether there is a task line among them, whatever its mark: a tick changes marks, and sections may not move by one. */
  hasTaskLine(): boolean {
    return this.someTaskLine(() => true);
  }

  private someTaskLine(counts: (row: number) => boolean): boolean {
    const { lines } = this.columns;
    for (let row = this.from; row < this.to; row++) if (lines.kind[row] === kind.task && counts(row)) return true;
    return false;
  }

  /** Whether a dash or a number with a text and without a box is at the top of a list among them. */
  hasBareItem(): boolean {
    const { source, kind: kinds, marker, content, contentEnd } = this.columns.lines;
    for (let row = this.from; row < this.to; row++) {
      const written = markers[marker[row] as number];
      if (!this.isTop(row) || kinds[row] !== kind.bullet || written === null || written === 'typographic') continue;
      // Without words none gets a box by the first tick (FORMATS D6), which must not change what the other sections hold.
      if (hasWords(source.text, content[row] as number, contentEnd[row] as number)) return true;
    }
    return false;
  }

  /** How many list items there are at any depth. */
  countItems(): number {
    let count = 0;
    for (let row = this.from; row < this.to; row++) if (this.columns.place[row] === place.item) count++;
    return count;
  }

  /** Whether a line among them is no item and belongs to none. */
  hasProse(): boolean {
    return this.columns.place.subarray(this.from, this.to).includes(place.prose);
  }

  *children(): Generator<Item | Prose> {
    for (let row = this.from; row < this.to; ) {
      const what = this.columns.place[row];
      if (what === place.item) row = yield* this.itemAt(row);
      else {
        if (what === place.prose) yield { kind: 'prose', line: this.columns.lines.lineAt(row) };
        row++;
      }
    }
  }

  /** Yields the item with all that is under it, and returns the row behind it. */
  private *itemAt(first: number): Generator<Item, number> {
    const { lines, parent } = this.columns;
    const items = new Map<number, Item & { readonly children: Item[]; readonly notes: Line[] }>();
    let row = first;
    do {
      const holder = items.get(parent[row] as number);
      if (this.columns.place[row] === place.note) holder?.notes.push(lines.lineAt(row));
      else if (this.columns.place[row] === place.item) {
        const item = { kind: 'item' as const, line: itemLine(lines, row), children: [], notes: [] };
        items.set(row, item);
        holder?.children.push(item);
      }
      row++;
    } while (row < this.to && this.columns.place[row] !== place.prose && !this.isTop(row));
    yield items.get(first) as Item;
    return row;
  }

  private isTop(row: number): boolean {
    return this.columns.place[row] === place.item && this.columns.parent[row] === -1;
  }
}

/** A plain line that counts as an item, such as `1.1 Title` under the item `1.`, reads like a bullet. */
export function itemLine(lines: Lines, row: number): Line {
  const line = lines.lineAt(row);
  if (line.head !== null) return line;
  const { content } = line;
  const head = { marker: 'dash', markerSpan: { start: content, end: content }, box: null, content } as const;
  return { ...line, kind: 'bullet', head };
}
