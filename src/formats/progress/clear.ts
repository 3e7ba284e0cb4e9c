// Clearing: what is left of a progress file when ticks have gone to another place, and what it is given when others come.

import type { Tick } from '../../model/overlay.ts';
import { firstWording, type Roadmap } from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineText, type Source, toSource } from '../../text/source.ts';
import { readHead } from './head.ts';
import { hasOnlyOurKeys } from './head-text.ts';
import { sectionHeadings } from './insert.ts';
import { type ProgressHeading, type ProgressText, readProgress } from './read.ts';
import { lineEndOf, oneLine } from './tick-line.ts';

/** A progress file's text as it is read. */
export function progressIn(text: string): ProgressText {
  return readProgress(toSource(text), readHead(text).bodyStart);
}

/** A line with the note lines below it (FORMATS D8). */
const withNotes = ({ notesBelow }: ProgressText, { line }: Tick): number[] => [line, ...(notesBelow.get(line) ?? [])];

/** The text without these lines and their notes, and without the headings under which nothing else stood: they have gone with the ticks. */
export function withoutTicks(text: string, ticks: readonly Tick[]): string {
  const progress = progressIn(text);
  return applyEdits(text, takenOut(progress, new Set(ticks.flatMap((tick) => withNotes(progress, tick))), null));
}

/**
 * Takes these lines out, with what the program writes around the first line of a section: its heading and one blank line.
 * With a roadmap, headings that none of its sections has are the user's own and stay.
 */
export function takenOut(progress: ProgressText, lines: ReadonlySet<number>, roadmap: Roadmap | null): Edit[] {
  const { source, headings } = progress;
  const gone = new Set(lines);
  const isBlank = (line: number): boolean => lineText(source, line).trim() === '';
  const isOwn = roadmap === null ? () => true : sectionHeadings(roadmap);
  // An empty text behind the last line end is no line.
  let end = lastLine(source) + 1;
  let next: ProgressHeading | undefined;
  // From the end: behind the last heading that stays nothing comes, whatever goes.
  for (const heading of [...headings].reverse()) {
    const below = Array.from({ length: Math.max(0, end - heading.line - 1) }, (_, at) => heading.line + 1 + at);
    end = heading.line;
    const first = below.find((line) => lines.has(line));
    const isEmptied = first !== undefined && below.every((line) => lines.has(line) || isBlank(line));
    if (isEmptied && heading.depth > 1 && isOwn(progress, heading) && (next?.depth ?? 0) <= heading.depth) {
      for (const line of [heading.line, ...below]) gone.add(line);
      if (next === undefined && heading.line > 1 && isBlank(heading.line - 1)) gone.add(heading.line - 1);
      continue;
    }
    if (isEmptied && first - 1 > heading.line) gone.add(first - 1);
    next = heading;
  }
  return [...gone].map((line) => ({
    span: { start: source.lineStarts[line - 1] as number, end: source.lineStarts[line] ?? source.text.length },
    text: '',
  }));
}

function lastLine({ lineStarts, text }: Source): number {
  return lineStarts[lineStarts.length - 1] === text.length ? lineStarts.length - 1 : lineStarts.length;
}

/**
 * Nothing but what the program writes for this roadmap before the first tick: its own keys and the title. With `isRenamed` that
 * title may be another one: the roadmap had it when the file was made.
 */
export function isBare(text: string, { title }: Roadmap, isRenamed = false): boolean {
  const { bodyStart } = readHead(text);
  const { headings, source } = progressIn(text);
  const titles = headings.filter(({ depth }) => depth === 1).map(({ line }) => line);
  const known = new Set(isRenamed ? titles.slice(0, 1) : titles);
  const isOurs = (line: number): boolean =>
    known.has(line) && (isRenamed || lineText(source, line).trim() === `# ${oneLine(firstWording(title))}`);
  return (
    hasOnlyOurKeys(text) &&
    source.lineStarts.every(
      (start, index) => start < bodyStart || isOurs(index + 1) || lineText(source, index + 1).trim() === '',
    )
  );
}

/** The text with lines of another progress file that fit no topic, and their notes, under their old headings at its end; none twice. */
export function withOrphans(text: string, from: string, orphans: readonly Tick[]): string {
  const eol = lineEndOf(text);
  const progress = progressIn(from);
  const known = new Set(text.split(/\r\n|\r|\n/).map((line) => line.trim()));
  let out = /[\r\n]$/.test(text) ? text : text + eol;
  let section: string | null | undefined;
  for (const tick of orphans) {
    const lines = withNotes(progress, tick).map((line) => lineText(progress.source, line).trim());
    if (lines.every((line) => known.has(line))) continue;
    if (tick.section !== section) out += `${eol}${tick.section === null ? '' : `## ${tick.section}${eol}${eol}`}`;
    section = tick.section;
    out += lines.map((line, at) => (at === 0 ? line : `  ${line}`) + eol).join('');
  }
  return out;
}
