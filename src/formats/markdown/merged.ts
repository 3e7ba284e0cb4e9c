// Merged: the lines of a text as they count when git has merged it: two versions of one line are read once (FORMATS U1, U3).
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { lineSpan, type Source } from '../../text/source.ts';
import { type Conflict, conflictsIn, markerLines, openConflicts } from './conflicts.ts';
import { type Doubled, speakerAmong, undoubled, withoutState } from './doubled.ts';
import { type Line, scanLines } from './lines.ts';

export interface Merged {
  readonly lines: readonly Line[];
  /** The line that speaks for one that stayed, where it is not that line itself. */
  readonly speakers: ReadonlyMap<Line, Line>;
  readonly doubled: readonly Doubled[];
  readonly conflicts: readonly Conflict[];
  /** Lines that are left out although they are no code: a second version, a marker. */
  readonly again: ReadonlySet<number>;
}

/** `scanLines`, with what a merge left twice read once. */
export function mergedLines(source: Source, from = 0): Merged {
  const conflicts = conflictsIn(source);
  const scanned = scanLines(source, from);
  if (conflicts.length === 0) return { ...undoubled(source, scanned), conflicts };
  return inConflict(source, from, scanned, conflicts);
}

/** The conflicts of a text and the lines that count in it; both sides of each are there. */
export function linesInConflict(
  source: Source,
  from: number,
): { lines: readonly Line[]; conflicts: readonly Conflict[] } {
  const scanned = scanLines(source, from);
  const whole = conflictsIn(source);
  if (whole.length === 0) return { lines: scanned, conflicts: whole };
  const conflicts = openConflicts(whole, scanned, bodyLine(source, from));
  return conflicts.length === 0
    ? { lines: scanned, conflicts }
    : { lines: scanLines(source, from, markerLines(conflicts)), conflicts };
}

function inConflict(source: Source, from: number, scanned: readonly Line[], whole: readonly Conflict[]): Merged {
  const conflicts = openConflicts(whole, scanned, bodyLine(source, from));
  if (conflicts.length === 0) return { ...undoubled(source, scanned), conflicts };
  const skipped = markerLines(conflicts);
  const read = undoubled(source, scanLines(source, from, skipped));
  const again = new Set([...read.again, ...skipped]);
  const speakers = new Map(read.speakers);
  for (const conflict of conflicts) settle(source, read.lines, conflict, again, speakers);
  return { ...read, lines: read.lines.filter(({ line }) => !again.has(line)), speakers, conflicts, again };
}

/** A line of theirs that ours has as well, but for box and day, is that line; equal numbers of lines are not asked for. */
function settle(
  source: Source,
  lines: readonly Line[],
  { ours, base, theirs, end }: Conflict,
  again: Set<number>,
  speakers: Map<Line, Line>,
): void {
  const { text } = source;
  const key = (line: Line): string =>
    line.kind === 'task' ? withoutState(text, line).rest : text.slice(line.start, line.end).trimEnd();
  const mine = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.line <= ours || line.line >= (base ?? theirs)) continue;
    const same = mine.get(key(line));
    if (same) same.push(line);
    else mine.set(key(line), [line]);
  }
  for (const line of lines) {
    if (line.line <= theirs || line.line >= end) continue;
    const own = mine.get(key(line))?.shift();
    if (own === undefined) continue;
    again.add(line.line);
    if (own.kind === 'task' && line.kind === 'task')
      speakers.set(own, speakerAmong(text, [speakers.get(own) ?? own, line]));
  }
}

/** What the reader says about lines that a merge left: where they are, and how many. */
export function mergeFindings(source: Source, { doubled, conflicts }: Merged): Diagnostic[] {
  const at = (line: number) => ({ line, column: 1, span: lineSpan(source, line) });
  return [
    ...conflicts.map(({ ours, end }) => diagnostic('conflict-markers', 'error', at(ours), { last: end })),
    ...doubled.map(({ line, second, count }) =>
      diagnostic('merged-twice', 'warning', at(second), { first: line, count }),
    ),
  ];
}

function bodyLine({ lineStarts }: Source, from: number): number {
  const index = lineStarts.findIndex((start) => start >= from);
  return index < 0 ? lineStarts.length + 1 : index + 1;
}
