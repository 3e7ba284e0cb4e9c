// Source: a text with its line starts, so that every offset can be named as a line and a column.

/** A half-open range `[start, end)` of UTF-16 offsets into the text it was cut from. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place as people and editors name it: both numbers count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Source {
  readonly text: string;
  /** Offset of the first character of each line; a text always has at least one line. */
  readonly lineStarts: Int32Array;
}

/** Line ends are LF, CRLF and lone CR, mixed in any way (FORMATS B4). */
export function toSource(text: string): Source {
  const starts = new Offsets(text.length);
  if (text.includes('\r')) addMixedStarts(text, starts);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.add(at + 1);
  return { text, lineStarts: starts.all() };
}

function addMixedStarts(text: string, starts: Offsets): void {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) starts.add(i + 1);
    else if (c === 13) {
      if (text.charCodeAt(i + 1) === 10) i++;
      starts.add(i + 1);
    }
  }
}

/** A list of offsets that grows, beginning with 0. */
class Offsets {
  private list: Int32Array;
  private count = 1;

  constructor(length: number) {
    // Most lines are longer than this.
    this.list = new Int32Array((length >> 5) + 16);
  }

  add(offset: number): void {
    if (this.count === this.list.length) {
      const longer = new Int32Array(2 * this.count);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.count++] = offset;
  }

  all(): Int32Array {
    return this.list.slice(0, this.count);
  }
}

/** The span of line `line` (from 1) without its line end. Out of range: an empty span at the end of the text. */
export function lineSpan(source: Source, line: number): Span {
  const { text, lineStarts } = source;
  const start = lineStarts[line - 1];
  if (start === undefined) return { start: text.length, end: text.length };
  let end = lineStarts[line] ?? text.length;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return { start, end };
}

/** Where the line `[start, end)` ends without its line end. */
export function withoutLineEnd(text: string, start: number, end: number): number {
  let stop = end;
  while (stop > start && (text.charCodeAt(stop - 1) === 10 || text.charCodeAt(stop - 1) === 13)) stop--;
  return stop;
}

export function lineText(source: Source, line: number): string {
  const { start, end } = lineSpan(source, line);
  return source.text.slice(start, end);
}

/** The column of an offset, from 1: for whoever has no line starts. */
export function columnOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return offset - start + 1;
}

/** The position of an offset, by binary search over the line starts. */
export function positionOf(source: Source, offset: number): Position {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] as number) + 1 };
}
