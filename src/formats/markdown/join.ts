// Joining: the splices that leave one line in a note where a union merge left two (FORMATS U1).
import type { Edit } from '../../text/edit.ts';
import { lineSpan, type Source } from '../../text/source.ts';
import type { Doubled } from './doubled.ts';
import type { Line } from './lines.ts';
import { type Merged, mergedLines } from './merged.ts';

export interface Joining {
  readonly doubled: Doubled;
  readonly edit: Edit;
}

/** One splice for each doubled run, in order: its first version stays, every line in the words of the one that speaks for it. */
export function joinings(source: Source, { doubled, speakers, again }: Merged): Joining[] {
  const spoken = new Map<number, Line>();
  for (const [line, speaker] of speakers) spoken.set(line.line, speaker);
  return doubled.map((run) => ({ doubled: run, edit: joined(source, run, spoken, again) }));
}

function joined(
  { text, lineStarts }: Source,
  { line: from, last }: Doubled,
  spoken: ReadonlyMap<number, Line>,
  again: ReadonlySet<number>,
): Edit {
  const source = { text, lineStarts };
  const span = { start: lineStarts[from - 1] as number, end: lineStarts[last] ?? text.length };
  let kept = '';
  for (let line = from; line <= last; line++) {
    if (again.has(line)) continue;
    const own = lineSpan(source, line);
    const speaker = spoken.get(line);
    const words = speaker === undefined ? text.slice(own.start, own.end) : text.slice(speaker.start, speaker.end);
    kept += words + text.slice(own.end, lineStarts[line] ?? text.length);
  }
  // A file that did not end in a line end still does not.
  const isOpen = lineSpan(source, last).end === text.length && span.end === text.length;
  return { span, text: isOpen ? kept.replace(/(?:\r\n|\n|\r)$/, '') : kept };
}

/** Where a line stands when all doubled runs are joined. */
export function lineAfterJoining({ again, doubled }: Merged): (line: number) => number {
  if (doubled.length === 0) return (line) => line;
  const gone = [...again].sort((a, b) => a - b);
  return (line) => line - gone.filter((one) => one < line).length;
}

/** The runs of a text that stand twice. */
export function doubledIn(source: Source, bodyStart: number): readonly Doubled[] {
  return mergedLines(source, bodyStart).doubled;
}
