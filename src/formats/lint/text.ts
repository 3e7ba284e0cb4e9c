// TextLint: what is odd about a text whatever it says: line ends of two kinds, bytes of no character, lines that a repair could not explain.
import { diagnostic } from '../../errors.ts';
import type { Repair } from '../../text/mojibake-repair.ts';
import { lineSpan, positionOf, type Source } from '../../text/source.ts';
import { strayBytesIn } from '../../text/stray-bytes.ts';
import { isWellFormed } from '../../text/well-formed.ts';
import { type Finding, findingAt } from './finding.ts';

const names = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;
type LineEnd = keyof typeof names;

/**
 * Reported once, at the first line that ends otherwise than most do; never mended, every write keeps each line end (FORMATS
 * B4).
 */
function lintLineEnds(source: Source): Finding[] {
  const { text, lineStarts } = source;
  if (!text.includes('\r')) return [];
  const counts: Record<LineEnd, number> = { '\n': 0, '\r\n': 0, '\r': 0 };
  const endOf = (line: number): LineEnd => text.slice(lineSpan(source, line).end, lineStarts[line]) as LineEnd;
  for (let line = 1; line < lineStarts.length; line++) counts[endOf(line)]++;
  const kinds = (Object.keys(counts) as LineEnd[]).filter((kind) => counts[kind] > 0);
  if (kinds.length < 2) return [];
  const usual = kinds.reduce((a, b) => (counts[b] > counts[a] ? b : a));
  for (let line = 1; line < lineStarts.length; line++) {
    const other = endOf(line);
    if (other === usual) continue;
    const { start, end } = lineSpan(source, line);
    const args = { usual: names[usual], other: names[other] };
    return [findingAt('mixed-line-ends', 'info', { line, start }, { start: end, end }, args)];
  }
  return [];
}

/** Each line with bytes that belong to no character, at the first of them; never mended, every write keeps them (FORMATS B6). */
function lintStrayBytes(source: Source): Finding[] {
  const { text } = source;
  if (isWellFormed(text)) return [];
  const byLine = new Map<number, number[]>();
  for (const at of strayBytesIn(text)) {
    const { line } = positionOf(source, at);
    const known = byLine.get(line);
    if (known) known.push(at);
    else byLine.set(line, [at]);
  }
  return Array.from(byLine, ([line, places]) => {
    const [start = 0] = places;
    const bytes = places
      .slice(0, mostBytesShown)
      .map((at) => (text.charCodeAt(at) - 0xdc00).toString(16).toUpperCase());
    const args = { bytes: bytes.join(' ') + (places.length > mostBytesShown ? ' …' : '') };
    return findingAt(
      'stray-bytes',
      'warning',
      { line, start: lineSpan(source, line).start },
      { start, end: start + 1 },
      args,
    );
  });
}

const mostBytesShown = 8;

export const lintText = (source: Source): Finding[] => [...lintStrayBytes(source), ...lintLineEnds(source)];

/** FORMATS B2: a repair may leave one line in ten as it was; each of them is reported. */
export function lintRepair({ table, failed }: Repair): Finding[] {
  return failed.map(({ line }) => ({
    diagnostic: diagnostic('unrepaired-line', 'warning', { line, column: 1 }, { encoding: table }),
    fix: null,
  }));
}
