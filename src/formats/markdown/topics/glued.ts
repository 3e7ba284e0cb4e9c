// GluedItem: an item whose marker lacks the blank behind it, `-Bowline` or `1、Bowline`, which Markdown takes for running text (FORMATS T3).
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { madeBullet } from '../syntax/made-lines.ts';

// A numbered one has a letter behind the mark: `1.5 litres` and `1.2.3` are no items.
const glued = /^(?:--?(?=[^\s\d>=-])|\d{1,3}(?:、[ \t]*|[.)．](?=[^\s\d.])))/;

/** Those lines as bullets, in order: two or more one below the other, or a dash below an item. One alone may begin a line of prose. */
export function gluedItems(lines: Lines): Line[] {
  const found: Line[] = [];
  const follows = (row: number): boolean =>
    row > 0 && row < lines.length && lines.line[row] === (lines.line[row - 1] as number) + 1;
  for (let row = lines.next(kind.text, 0); row >= 0; row = lines.next(kind.text, row + 1)) {
    const marker = gluedMarker(lines, row);
    if (marker === '') continue;
    const isBelow = (above: number): boolean =>
      gluedMarker(lines, above) !== '' || (marker.startsWith('-') && lines.kind[above] === kind.bullet);
    const isOne = (follows(row) && isBelow(row - 1)) || (follows(row + 1) && gluedMarker(lines, row + 1) !== '');
    if (!isOne) continue;
    const start = (lines.content[row] as number) + marker.length;
    const end = lines.contentEnd[row] as number;
    if (start < end) found.push(madeBullet(lines.line[row] as number, start, end, lines.indent[row] as number));
  }
  return found;
}

/** The marker that a line of text is glued to; empty where there is none. */
function gluedMarker(lines: Lines, row: number): string {
  if (lines.kind[row] !== kind.text || lines.quote[row] !== 0) return '';
  const content = lines.content[row] as number;
  const code = lines.source.text.charCodeAt(content);
  if (code !== 45 && (code < 48 || code > 57)) return '';
  return glued.exec(lines.source.text.slice(content, content + 10))?.[0] ?? '';
}
