// PlainNumber: a numbered line that is no list item, and the run-on titles between such lines (FORMATS S3, T3).
import { readable } from './inline.ts';
import { lastPart, parentNumber, splitNumber } from './numbering.ts';
import type { Line } from './syntax/lines.ts';

/** Indices of plain lines numbered `n.m` that have a neighbour in the same count: the entries of a numbered outline (FORMATS T3).
 * A line alone, such as a paragraph that opens with an amount, is none. */
export function numberedSeries(text: string, lines: readonly Line[]): Set<number> {
  const found: { index: number; number: string }[] = [];
  lines.forEach((line, index) => {
    if (line.kind !== 'text' || line.inList || line.quote > 0) return;
    const code = text.charCodeAt(line.content);
    if (code < 48 || code > 57) return;
    const { number } = splitNumber(readable(text.slice(line.content, Math.min(line.contentEnd, line.content + 400))));
    if (number?.includes('.')) found.push({ index, number });
  });
  const series = new Set<number>();
  const follows = (a: string, b: string): boolean =>
    (parentNumber(a) === parentNumber(b) && lastPart(b) === lastPart(a) + 1) ||
    b === `${a}.1` ||
    (lastPart(b) === 1 && !b.startsWith(`${a}.`) && Number.parseInt(b, 10) === Number.parseInt(a, 10) + 1);
  for (let i = 1; i < found.length; i++) {
    const before = found[i - 1] as { index: number; number: string };
    const here = found[i] as { index: number; number: string };
    if (follows(before.number, here.number) || sameBranch(before.number, here.number)) {
      series.add(before.index);
      series.add(here.index);
    }
  }
  return series;
}

/** `1.2.3` then `1.3`: the count goes on one level up. */
function sameBranch(a: string, b: string): boolean {
  const parent = parentNumber(a);
  if (parent === null) return false;
  return (parentNumber(parent) === parentNumber(b) && lastPart(b) === lastPart(parent) + 1) || sameBranch(parent, b);
}
