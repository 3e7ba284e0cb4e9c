// ItemHead: the beginning of a list item: its marker and, on a task line, its box.
import type { Span } from '../../text/source.ts';

export type Marker = 'dash' | 'ordered' | 'typographic';

export interface ItemHead {
  readonly marker: Marker;
  /** The marker itself, such as `-`, `12.` or `•`. */
  readonly markerSpan: Span;
  /** Columns from the marker to its text, as far as nesting is concerned. */
  readonly width: number;
  /** The character between the brackets, with its variation selector; null when the item has no box. */
  readonly box: Span | null;
  /** Where the text of the item begins. */
  readonly content: number;
}

export interface Margin {
  /** Offset of the first character that is no blank and no `>`. */
  readonly at: number;
  /** Columns behind the last `>`. */
  readonly indent: number;
  /** Columns before the first `>`, or before the text where there is none. */
  readonly outer: number;
  readonly quote: number;
}

/** Blanks and `>` marks before a line's text, in any order, as the Obsidian Tasks plugin reads them. */
export function readMargin(text: string, start: number, end: number): Margin {
  let at = start;
  let column = 0;
  let base = 0;
  let quote = 0;
  let outer = -1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 0xa0 || code === 0x3000) column++;
    else if (code === 9) column += 4 - (column % 4);
    else if (code === 62) {
      if (outer < 0) outer = column;
      quote++;
      column++;
      // One blank after `>` belongs to the mark.
      if (text.charCodeAt(at + 1) === 32) {
        at++;
        column++;
      }
      base = column;
    } else break;
  }
  return { at, indent: column - base, outer: outer < 0 ? column : outer, quote };
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** The head of the item that begins at `at`, or null when the line is no list item (FORMATS L2, L4). */
export function readItemHead(text: string, at: number, end: number): ItemHead | null {
  const code = text.charCodeAt(at);
  let stop = at + 1;
  let marker: Marker;
  if (code === 45 || code === 42 || code === 43) marker = 'dash';
  else if (code >= 48 && code <= 57) {
    marker = 'ordered';
    while (stop < end && text.charCodeAt(stop) >= 48 && text.charCodeAt(stop) <= 57) stop++;
    const after = text.charCodeAt(stop);
    if (stop - at > 9 || (after !== 46 && after !== 41)) return null;
    stop++;
  } else if (code > 127 && isTypographic(code)) marker = 'typographic';
  else return null;
  if (stop < end && !isBlank(text.charCodeAt(stop))) return null;

  let content = stop;
  while (content < end && isBlank(text.charCodeAt(content))) content++;
  const box = marker === 'typographic' ? null : readBox(text, content, end);
  const markerSpan = { start: at, end: stop };
  // More than four blanks after the marker are the author's alignment, not nesting.
  const width = stop - at + Math.min(Math.max(content - stop, 1), 4);
  if (box === null) return { marker, markerSpan, width, box: null, content };
  let body = box.end + 1;
  while (body < end && isBlank(text.charCodeAt(body))) body++;
  return { marker, markerSpan, width, box, content: body };
}

// • ◦ ▪ ‣ · – and the private-use bullet that word processors paste.
function isTypographic(code: number): boolean {
  return (
    code === 0x2022 ||
    code === 0x25e6 ||
    code === 0x25aa ||
    code === 0x2023 ||
    code === 0xb7 ||
    code === 0x2013 ||
    code === 0xf0b7
  );
}

/** The character in the brackets at `at`. `[x](url)`, `[x][ref]` and `[C] (https…` are links, no boxes. */
function readBox(text: string, at: number, end: number): Span | null {
  if (text.charCodeAt(at) !== 91) return null;
  const first = text.charCodeAt(at + 1);
  if (first === 93 || at + 2 >= end) return null;
  let stop = at + 2;
  if (first >= 0xd800 && first < 0xdc00 && text.charCodeAt(stop) >= 0xdc00 && text.charCodeAt(stop) < 0xe000) stop++;
  if (text.charCodeAt(stop) === 0xfe0f) stop++;
  if (stop >= end || text.charCodeAt(stop) !== 93) return null;
  const next = text.charCodeAt(stop + 1);
  const bare = stop + 1 >= end || isBlank(next);
  // The marks that this program writes: a line must stay a task whatever its status becomes.
  const usual = first === 32 || first === 120 || first === 88 || first === 47 || first === 45;
  if (!bare && (next === 40 || next === 58 || !usual)) return null;
  if (bare && !usual && /^[ \t]+\((?:https?:|\/|#|\.)/i.test(text.slice(stop + 1, Math.min(end, stop + 12))))
    return null;
  return { start: at + 1, end: stop };
}
