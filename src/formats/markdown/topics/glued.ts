// GluedItem: an item whose marker lacks the blank or the mark behind it, `-Bowline`, `1、Bowline` or `1 Bowline`, which Markdown takes for running text (FORMATS T3).
import { pattern } from '../../../text/pattern.ts';
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { madeBullet } from '../syntax/made-lines.ts';

// A numbered one has a letter behind the mark: `1.5 litres` and `1.2.3` are no items.
const glued = /^(?:--?(?=[^\s\d>=-])|\d{1,3}(?:、[ \t]*|[.)．](?=[^\s\d.])))/;

// `9. a`, `10 b`, `11.c`, `11 - c` and `12`, of which the first is an item already. A title begins with a word, and has no columns.
const counted = /^(\d{1,3})(?:([.)．、）/]|[ \t][–-][ \t])(?![\d.])[ \t]*|[ \t]+|$)/;
const title = pattern(String.raw`^(?:[\d"'“«(*_[]*\p{L}(?!.*[ \t]{2}|.*\t)|$)`, 'u');

/**
 * Those lines as items, in order: two or more one below the other, or a dash below an item, or three whose numbers count on, whatever is
 * behind the number. One alone may begin a line of prose.
 */
export function gluedItems(lines: Lines): Line[] {
  const found: Line[] = [];
  const markers = countedMarkers(lines);
  for (let row = lines.next(kind.text, 0); row >= 0; row = lines.next(kind.text, row + 1)) {
    const isCounted = markers.has(row);
    const marker = markers.get(row) ?? gluedMarker(lines, row);
    if (marker === '') continue;
    const isBelow = (above: number): boolean =>
      gluedMarker(lines, above) !== '' || (marker.startsWith('-') && lines.kind[above] === kind.bullet);
    const isBeside = follows(lines, row + 1) && gluedMarker(lines, row + 1) !== '';
    if (!isCounted && !isBeside && !(follows(lines, row) && isBelow(row - 1))) continue;
    const at = lines.content[row] as number;
    const start = at + marker.length;
    const end = withoutHardBreak(lines, row);
    const [line, indent] = [lines.line[row] as number, lines.indent[row] as number];
    if (start < end) found.push(madeBullet(line, start, end, indent, isCounted ? at : start));
  }
  return found;
}

/** Where a line ends, without the backslash that keeps the next one from running on. */
function withoutHardBreak({ source, contentEnd }: Lines, row: number): number {
  const end = contentEnd[row] as number;
  return source.text.charCodeAt(end - 1) === 92 ? end - 1 : end;
}

/** Whether a row is on the line below the row before it. */
const follows = (lines: Lines, row: number): boolean =>
  row > 0 && row < lines.length && lines.line[row] === (lines.line[row - 1] as number) + 1;

/** By row, the number of each of three lines or more that count on, one below the other, or from 1 on with a mark behind each number. */
function countedMarkers(lines: Lines): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let run: [row: number, marker: string][] = [];
  let [first, last, before, isDense] = [Number.NaN, Number.NaN, -1, true];
  const close = (): void => {
    if (run.length > 2 && (isDense || first <= 1)) for (const [row, marker] of run) found.set(row, marker);
    [run, isDense] = [[], true];
  };
  for (let row = 0; row < lines.length; row++) {
    const match = countedStart(lines, row);
    // What is indented below an item is about it; a heading parts the count of an author who goes on behind it.
    if (match === null && run.length > 0 && (isBelow(lines, row, before) || lines.kind[row] === kind.heading)) continue;
    const number = match === null ? Number.NaN : Number(match[1]);
    const isNext = number === last + 1 && lines.indent[row] === lines.indent[before];
    const isBeside = isNext && lines.line[row] === (lines.line[before] as number) + 1;
    if (!isBeside && !(isNext && match?.[2] !== undefined)) close();
    else isDense &&= isBeside;
    if (run.length === 0) first = number;
    if (match !== null) run.push([row, match[0]]);
    [last, before] = [number, row];
  }
  close();
  return found;
}

/** The number and the mark before the title that a line begins with; null on another line. */
function countedStart(lines: Lines, row: number): RegExpExecArray | null {
  const at = lines.at[row] as number;
  const code = lines.source.text.charCodeAt(at);
  if (code < 48 || code > 57 || lines.kind[row] === kind.task || lines.quote[row] !== 0) return null;
  const text = lines.source.text.slice(at, lines.contentEnd[row]);
  const match = counted.exec(text);
  return match !== null && title().test(text.slice(match[0].length)) ? match : null;
}

/** Whether a line of text or an item is indented more than another line. */
const isBelow = (lines: Lines, row: number, above: number): boolean =>
  (lines.kind[row] === kind.text || lines.kind[row] === kind.bullet) &&
  (lines.indent[row] as number) > (lines.indent[above] as number);

/** The marker that a line of text is glued to; empty where there is none. */
function gluedMarker(lines: Lines, row: number): string {
  if (lines.kind[row] !== kind.text || lines.quote[row] !== 0) return '';
  const content = lines.content[row] as number;
  const code = lines.source.text.charCodeAt(content);
  // A second star closes an emphasis.
  if (code === 42) return /^\*[^\s*][^*]*$/.test(lines.textOf(row)) ? '*' : '';
  if (code !== 45 && (code < 48 || code > 57)) return '';
  return glued.exec(lines.source.text.slice(content, content + 10))?.[0] ?? '';
}
