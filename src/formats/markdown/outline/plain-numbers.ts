// PlainNumber: a numbered line that is no list item, and the run-on titles between such lines (FORMATS S3, T3).
import { readable } from '../syntax/inline.ts';
import { kind, type Lines, lineFlag } from '../syntax/lines.ts';
import { isNextNumber, splitNumber } from '../syntax/numbering.ts';

/** Rows of plain lines numbered `n.m` that have a neighbour in the same count: the entries of a numbered outline (FORMATS T3).
 * A line alone, such as a paragraph that opens with an amount, is none. */
export function numberedSeries(lines: Lines): ReadonlySet<number> {
  const { text } = lines.source;
  const found: { row: number; number: string }[] = [];
  for (let row = lines.next(kind.text, 0); row >= 0; row = lines.next(kind.text, row + 1)) {
    if (lines.quote[row] !== 0 || lines.isIn(row, lineFlag.inList)) continue;
    const content = lines.content[row] as number;
    const code = text.charCodeAt(content);
    if (code < 48 || code > 57) continue;
    const end = Math.min(lines.contentEnd[row] as number, content + 400);
    const { number } = splitNumber(readable(text.slice(content, end)));
    if (number?.includes('.')) found.push({ row, number });
  }
  const series = new Set<number>();
  for (let i = 1; i < found.length; i++) {
    const before = found[i - 1] as { row: number; number: string };
    const here = found[i] as { row: number; number: string };
    if (isNextNumber(before.number, here.number) || here.number === `${before.number}.1`)
      series.add(before.row).add(here.row);
  }
  return series;
}
