// MadeLine: a line that is no line of Markdown and counts all the same: a branch of a drawing, an item of HTML, a row of a table.
import type { Source } from '../../../text/source.ts';
import { kind, type Line, Lines, lineFlag } from './lines.ts';
import { type ItemHead, markers } from './list-item.ts';

/** The lines of a note with made ones among them; what a made line covers is no prose any more. */
export function withMade(lines: Lines, made: readonly Line[]): Lines {
  const covered = new Set(made.map((line) => line.line));
  const spans = made.filter((line) => line.kind !== 'heading');
  let next = 0;
  const known = [...lines].filter((line) => {
    while (next < spans.length && (spans[next] as Line).end < line.start) next++;
    const span = spans[next];
    const isInside = line.kind === 'text' && span !== undefined && span.start <= line.end;
    return !covered.has(line.line) && !isInside;
  });
  const merged = [...known, ...made].sort((a, b) => a.start - b.start || a.content - b.content);
  return linesFrom(lines.source, merged);
}

/** A bullet that Markdown does not see: nothing of it is marker or box. `at`: where the number before its text begins. */
export function madeBullet(line: number, start: number, end: number, indent: number, at = start): Line {
  const marker = at < start ? 'ordered' : 'dash';
  const head: ItemHead = { marker, markerSpan: { start: at, end: at }, box: null, content: start };
  return {
    kind: 'bullet',
    line,
    start,
    end,
    indent,
    outer: indent,
    quote: 0,
    content: start,
    contentEnd: end,
    depth: 0,
    head,
    inList: false,
    afterBlank: false,
  };
}

/** What a line and its row have in common. */
const columns = ['line', 'start', 'end', 'content', 'contentEnd', 'indent', 'outer', 'quote', 'depth'] as const;

/** Rows made of lines that were found otherwise, in their order. */
export function linesFrom(source: Source, list: readonly Line[]): Lines {
  const lines = new Lines(source, list.length);
  for (const line of list) {
    const row = lines.length++;
    lines.kind[row] = kind[line.kind];
    for (const column of columns) lines[column][row] = line[column];
    lines.at[row] = line.head?.markerSpan.start ?? line.content;
    lines.markerEnd[row] = line.head?.markerSpan.end ?? line.content;
    lines.marker[row] = line.head === null ? 0 : markers.indexOf(line.head.marker);
    lines.box[row] = line.head?.box?.start ?? -1;
    lines.flags[row] = (line.inList ? lineFlag.inList : 0) | (line.afterBlank ? lineFlag.afterBlank : 0);
  }
  return lines;
}
