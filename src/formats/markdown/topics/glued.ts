// GluedItem: an item whose dash lacks the blank behind it, `-Bowline` or `-**Bowline**`, which Markdown takes for running text (FORMATS T3).
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { madeBullet } from '../syntax/made-lines.ts';

const dash = /^--?(?=[^\s\d>=-])/;

/** Those lines as bullets, in order: two or more one below the other, or below an item. A line alone opens with a dash of prose. */
export function gluedItems(lines: Lines): Line[] {
  const found: Line[] = [];
  const follows = (row: number): boolean => row > 0 && lines.line[row] === (lines.line[row - 1] as number) + 1;
  for (let row = lines.next(kind.text, 0); row >= 0; row = lines.next(kind.text, row + 1)) {
    const length = dashIn(lines, row);
    if (length === 0) continue;
    const isBehind = follows(row) && (dashIn(lines, row - 1) > 0 || lines.kind[row - 1] === kind.bullet);
    const isBefore = row + 1 < lines.length && follows(row + 1) && dashIn(lines, row + 1) > 0;
    if (!isBehind && !isBefore) continue;
    const start = (lines.content[row] as number) + length;
    found.push(
      madeBullet(lines.line[row] as number, start, lines.contentEnd[row] as number, lines.indent[row] as number),
    );
  }
  return found;
}

/** How long the dash is that a line of text is glued to; 0 where there is none. */
function dashIn(lines: Lines, row: number): number {
  if (lines.kind[row] !== kind.text || lines.quote[row] !== 0) return 0;
  const content = lines.content[row] as number;
  if (lines.source.text.charCodeAt(content) !== 45) return 0;
  return dash.exec(lines.source.text.slice(content, content + 3))?.[0].length ?? 0;
}
