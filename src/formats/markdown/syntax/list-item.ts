// ListItem: the margin of a line and the head of a list item behind it: its marker and, on a task line, its box.
import type { Span } from '../../../text/source.ts';

/** `heading`: the `##` of a heading with a box, which is no list item (FORMATS T12). */
export type Marker = 'dash' | 'ordered' | 'typographic' | 'heading';

/** Numbers of markers in a column; 0 is a line that is no list item. */
export const markers: readonly (Marker | null)[] = [null, 'dash', 'ordered', 'typographic'];
const [none, dash, ordered, typographic] = [0, 1, 2, 3];

export interface ItemHead {
  readonly marker: Marker;
  /** The marker itself, such as `-`, `12.` or `•`. */
  readonly markerSpan: Span;
  /** The character between the brackets, with its variation selector; null when the item has no box. */
  readonly box: Span | null;
  /** Where the text of the item begins. */
  readonly content: number;
}

/** Reads one line after another into its own fields, so that a long text costs no object a line. */
export class LineStart {
  /** Offset of the first character that is no blank and no `>`. */
  at = 0;
  /** Columns behind the last `>`; a tab reaches the next multiple of four (FORMATS L5). */
  indent = 0;
  /** Columns before the first `>`, or before the text where there is none. */
  outer = 0;
  quote = 0;
  /** Number of the marker in `markers`. */
  marker = none;
  markerEnd = 0;
  /** Columns from the marker to its text, as far as nesting is concerned. */
  width = 0;
  /** Offset of the character in the box, and where it ends; -1 without a box. */
  box = -1;
  boxEnd = -1;
  /** Where the text of the item begins; the same as `at` on a line that is no item. */
  content = 0;

  /** Blanks and `>` marks before a line's text, in any order, as the Obsidian Tasks plugin reads them. */
  readMargin(text: string, start: number, end: number): void {
    let at = start;
    let column = 0;
    let base = 0;
    this.quote = 0;
    this.outer = -1;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 0xa0 || code === 0x3000) column++;
      else if (code === 9) column += 4 - (column % 4);
      else if (code === 62) {
        if (this.outer < 0) this.outer = column;
        this.quote++;
        column++;
        // One blank after `>` belongs to the mark.
        if (text.charCodeAt(at + 1) === 32) {
          at++;
          column++;
        }
        base = column;
      } else break;
    }
    this.at = at;
    this.indent = column - base;
    if (this.outer < 0) this.outer = column;
  }

  /** The head of the item that begins at `at`; false when the line is no list item (FORMATS L2, L4). */
  readHead(text: string, end: number): boolean {
    const { at } = this;
    this.marker = none;
    this.box = -1;
    this.content = at;
    const stop = this.readMarker(text, at, end);
    // Behind a dot the blank is often left out.
    if (stop < 0 || (stop < end && !isBlank(text.charCodeAt(stop)) && !isDot(text.charCodeAt(at)))) {
      this.marker = none;
      return false;
    }
    const content = skipBlanks(text, stop, end);
    this.markerEnd = stop;
    // More than four blanks after the marker are the author's alignment, not nesting.
    this.width = stop - at + Math.min(Math.max(content - stop, 1), 4);
    this.content = this.contentFrom(text, content, end);
    return true;
  }

  /** Where the text of an item begins: behind its box, or behind the mark of an item in it. Most lines of a list of tasks have their box first. */
  private contentFrom(text: string, at: number, end: number): number {
    const mayHaveBox = this.marker !== typographic;
    if (mayHaveBox && this.readBox(text, at, end)) return skipBlanks(text, this.boxEnd + 1, end);
    const inner = this.behindMarker(text, at, end);
    if (mayHaveBox && this.readBox(text, inner, end)) return skipBlanks(text, this.boxEnd + 1, end);
    return isInnerItem(text, this.at, at, inner) ? inner : at;
  }

  /** `## [x] Title`: the marks and the box of a heading that has one; false where it has none. */
  readHeadingBox(text: string, end: number): boolean {
    let stop = this.at;
    while (stop < end && text.charCodeAt(stop) === 35) stop++;
    const depth = stop - this.at;
    if (depth < 1 || depth > 6 || this.quote > 0 || !isBlank(text.charCodeAt(stop))) return false;
    this.markerEnd = stop;
    this.box = -1;
    if (!this.readBox(text, skipBlanks(text, stop, end), end)) return false;
    this.content = skipBlanks(text, this.boxEnd + 1, end);
    return true;
  }

  /** Where the marker ends; -1 where there is none. */
  private readMarker(text: string, at: number, end: number): number {
    const code = text.charCodeAt(at);
    if (code === 45 || code === 42 || code === 43) {
      this.marker = dash;
      return at + 1;
    }
    if (code >= 48 && code <= 57) {
      let stop = at + 1;
      while (stop < end && text.charCodeAt(stop) >= 48 && text.charCodeAt(stop) <= 57) stop++;
      const after = text.charCodeAt(stop);
      if (stop - at > 9 || (after !== 46 && after !== 41)) return -1;
      this.marker = ordered;
      return stop + 1;
    }
    if (code <= 127 || !isTypographic(code)) return -1;
    this.marker = typographic;
    return at + 1;
  }

  /** Where the text behind a second marker begins: `- - [ ] a` is an item in an item, whose box GitHub counts. */
  private behindMarker(text: string, at: number, end: number): number {
    const { marker } = this;
    const stop = this.readMarker(text, at, end);
    const isItem = stop >= 0 && this.marker !== typographic && isBlank(text.charCodeAt(stop));
    this.marker = marker;
    return isItem ? skipBlanks(text, stop, end) : at;
  }

  /** The character in the brackets at `at`. `[x](url)`, `[x][ref]` and `[C] (https…` are links, no boxes. */
  private readBox(text: string, at: number, end: number): boolean {
    if (text.charCodeAt(at) !== 91) return false;
    const first = text.charCodeAt(at + 1);
    if (first === 93 || at + 2 >= end) return false;
    let stop = at + 2;
    if (first >= 0xd800 && first < 0xdc00 && text.charCodeAt(stop) >= 0xdc00 && text.charCodeAt(stop) < 0xe000) stop++;
    if (text.charCodeAt(stop) === 0xfe0f) stop++;
    if (stop >= end || text.charCodeAt(stop) !== 93) return false;
    const next = text.charCodeAt(stop + 1);
    const bare = stop + 1 >= end || isBlank(next);
    // The marks that this program writes: a line must stay a task whatever its status becomes.
    const usual = first === 32 || first === 120 || first === 88 || first === 47 || first === 45;
    if (!bare && (next === 40 || next === 58 || !usual)) return false;
    if (bare && !usual && linkBehind.test(text.slice(stop + 1, Math.min(end, stop + 12)))) return false;
    this.box = at + 1;
    this.boxEnd = stop;
    return true;
  }

  /** The head as a value of its own; only after `readHead` found one. */
  head(marker = markers[this.marker] as Marker): ItemHead {
    return {
      marker,
      markerSpan: { start: this.at, end: this.markerEnd },
      box: this.box < 0 ? null : { start: this.box, end: this.boxEnd },
      content: this.content,
    };
  }
}

/**
 * Whether a line is below an item of such an indentation in so many quotes: two columns behind its marker or more, not behind its text
 * (FORMATS L5). A quote at the margin is no part of the list above it.
 */
export function isBelow(held: number, heldQuote: number, indent: number, outer: number, quote: number): boolean {
  if (quote !== heldQuote && (quote < heldQuote || heldQuote > 0)) return quote > heldQuote;
  return (quote > heldQuote ? outer : indent) >= held + 2;
}

const linkBehind = /^[ \t]+\((?:https?:|\/|#|\.)/i;

/** Whether an item is in an item: in `* * a` and `+ + a`, not in `- + a`, `- - 3 days` or `- 1. a`, whose marks say something. */
function isInnerItem(text: string, outer: number, content: number, inner: number): boolean {
  const mark = text.charCodeAt(content);
  const isBullet = mark === 45 || mark === 42 || (mark === 43 && text.charCodeAt(outer) === 43);
  return isBullet && !/\d/.test(text.charAt(inner));
}

/** A blank or a tab. */
export const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Where the blanks end that begin at an offset. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Where the blanks begin that end at an offset. */
export function trimBlanks(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
  return stop;
}

/** The last three are of private use: bullets that word processors paste. */
const typographicMarks = new Set(Array.from('•◦▪‣·–●○∙⁃\uf0b7\uf0a7\uf0d8', (mark) => mark.charCodeAt(0)));
/** `•` and `●`, which are no sign of anything else. */
const isDot = (code: number): boolean => code === 0x2022 || code === 0x25cf;
const isTypographic = (code: number): boolean => typographicMarks.has(code);

/** The head of the list item on the line `[start, end)`, or null when it is none. */
export function readItemHead(text: string, start: number, end: number): ItemHead | null {
  const line = readMargin(text, start, end);
  return line.readHead(text, end) ? line.head() : null;
}

/** The head of a heading with a box, or null. */
export function readHeadingHead(text: string, start: number, end: number): ItemHead | null {
  const line = readMargin(text, start, end);
  return line.readHeadingBox(text, end) ? line.head('heading') : null;
}

export function readMargin(text: string, start: number, end: number): LineStart {
  const line = new LineStart();
  line.readMargin(text, start, end);
  return line;
}
