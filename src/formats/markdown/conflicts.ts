// Conflict: a place that git could not merge and left between its markers, for a person to settle (FORMATS U3).
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { lineSpan, type Source } from '../../text/source.ts';

/** Lines of the markers, from 1. */
export interface Conflict {
  readonly ours: number;
  /** The marker before what both sides began with, which `diff3` style adds; null where there is none. */
  readonly base: number | null;
  readonly theirs: number;
  readonly end: number;
}

/** One error for each conflict, at its first marker. */
export function conflictFindings(source: Source, conflicts: readonly Conflict[]): Diagnostic[] {
  return conflicts.map(({ ours, end }) =>
    diagnostic('conflict-markers', 'error', { line: ours, column: 1, span: lineSpan(source, ours) }, { last: end }),
  );
}

/** Conflicts in order, whole ones only: `=======` alone is an underline. Linear in the text; almost free where there is none. */
export function conflictsIn(source: Source): Conflict[] {
  const { text, lineStarts } = source;
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return noConflicts;
  const found: Conflict[] = [];
  let ours = 0;
  let base: number | null = null;
  let theirs = 0;
  for (let line = 1; line <= lineStarts.length; line++) {
    const start = lineStarts[line - 1] as number;
    const code = text.charCodeAt(start);
    if (code === 60 && isMarker(source, line, '<<<<<<<')) {
      ours = line;
      base = null;
      theirs = 0;
    } else if (code === 124 && ours > 0 && theirs === 0 && base === null && isMarker(source, line, '|||||||'))
      base = line;
    else if (code === 61 && ours > 0 && theirs === 0 && isMarker(source, line, '=======')) theirs = line;
    else if (code === 62 && theirs > 0 && isMarker(source, line, '>>>>>>>')) {
      found.push({ ours, base, theirs, end: line });
      ours = 0;
      theirs = 0;
    }
  }
  return found;
}

/** The markers and what both sides began with: they are no content. */
export function markerLines(conflicts: readonly Conflict[]): Set<number> {
  const skipped = new Set<number>();
  for (const { ours, base, theirs, end } of conflicts) {
    skipped.add(ours);
    for (let line = base ?? theirs; line <= theirs; line++) skipped.add(line);
    skipped.add(end);
  }
  return skipped;
}

const noConflicts: Conflict[] = [];

/** The seven signs at the margin, alone or with a label behind a blank. */
function isMarker(source: Source, line: number, marker: string): boolean {
  const { start, end } = lineSpan(source, line);
  if (!source.text.startsWith(marker, start)) return false;
  return start + marker.length === end || source.text.charCodeAt(start + marker.length) === 32;
}
