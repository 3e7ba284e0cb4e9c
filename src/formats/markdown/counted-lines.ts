// CountedLines: the lines of a note that count, without the markers of conflicts among them (FORMATS U3).
import { positionOf, type Source } from '../../text/source.ts';
import { type Conflict, conflictsIn, markerLines } from './conflicts.ts';
import { type Lines, scanLines } from './syntax/lines.ts';

/** The lines of a text that count, and the conflicts in it. */
export interface CountedLines {
  readonly lines: Lines;
  readonly conflicts: readonly Conflict[];
}

/**
 * `scanLines` without the markers of conflicts and what they show of the base. The lines of both sides are there, each for itself:
 * which of them are versions of one is known to the person who settles the conflict, and to nobody else. `from` is the
 * offset behind the front matter.
 */
export function countedLines(source: Source, from = 0): CountedLines {
  const lines = scanLines(source, from);
  const whole = conflictsIn(source);
  const conflicts = whole.length === 0 ? whole : openConflicts(whole, lines, positionOf(source, from).line);
  return conflicts.length === 0
    ? { lines, conflicts }
    : { lines: scanLines(source, from, markerLines(conflicts)), conflicts };
}

/** Conflicts in the text itself: in code somebody shows what one looks like. `lines` are those of `scanLines`; the body begins in `bodyLine`, from 1. */
function openConflicts(conflicts: readonly Conflict[], lines: Lines, bodyLine: number): Conflict[] {
  const counted = new Set(lines.line.subarray(0, lines.length));
  return conflicts.filter(({ ours, end }) => ours < bodyLine || (counted.has(ours) && counted.has(end)));
}
