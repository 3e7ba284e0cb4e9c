// Clearing: what is left of a progress file when ticks have gone to another place, and what it is given when others come.

import type { Tick } from '../../model/overlay.ts';
import { firstWording, type Roadmap } from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineText, toSource } from '../../text/source.ts';
import { removal } from './edit.ts';
import { hasOnlyOurKeys, readHead } from './head.ts';
import { type ProgressText, readProgress } from './read.ts';
import { lineEndOf, oneLine } from './tick-line.ts';

/** A progress file's text as it is read. */
export function progressIn(text: string): ProgressText {
  return readProgress(toSource(text), readHead(text).bodyStart);
}

/** The text without these lines, and without the headings under which nothing else stood. */
export function withoutTicks(text: string, ticks: readonly Tick[]): string {
  const progress = progressIn(text);
  const { source, headings } = progress;
  const gone = new Set(ticks.map(({ line }) => line));
  const edits: Edit[] = [];
  const covered = new Set<number>();
  headings.forEach((heading, index) => {
    const end = headings[index + 1]?.line ?? source.lineStarts.length + 1;
    const lines = Array.from({ length: end - heading.line - 1 }, (_, at) => heading.line + 1 + at);
    const isEmptied =
      heading.depth > 1 &&
      lines.some((line) => gone.has(line)) &&
      lines.every((line) => gone.has(line) || lineText(source, line).trim() === '');
    if (!isEmptied) return;
    const start = source.lineStarts[heading.line - 1] as number;
    edits.push({ span: { start, end: source.lineStarts[end - 1] ?? text.length }, text: '' });
    for (const line of lines) covered.add(line);
  });
  for (const line of gone) if (!covered.has(line)) edits.push(removal(progress, line));
  return applyEdits(text, edits);
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

/** The text with lines of another progress file that fit no topic, under their old headings at its end; none twice. */
export function withOrphans(text: string, from: string, orphans: readonly Tick[]): string {
  const eol = lineEndOf(text);
  const source = toSource(from);
  const known = new Set(text.split(/\r\n|\r|\n/).map((line) => line.trim()));
  let out = /[\r\n]$/.test(text) ? text : text + eol;
  let section: string | null | undefined;
  for (const tick of orphans) {
    const line = lineText(source, tick.line).trim();
    if (known.has(line)) continue;
    if (tick.section !== section) out += `${eol}${tick.section === null ? '' : `## ${tick.section}${eol}${eol}`}`;
    section = tick.section;
    out += line + eol;
  }
  return out;
}
