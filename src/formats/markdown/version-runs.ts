// VersionRun: lines directly followed by lines that differ in box and day alone, perhaps two versions of the same.
// It is only a likeness, as git's union merge leaves one: it is named, and nothing is joined unless the user asks for it.
import { parseCalendarDate } from '../../dates/calendar-date.ts';
import { winningTick } from '../../model/overlay.ts';
import type { Edit } from '../../text/edit.ts';
import { lineSpan, lineText, type Source } from '../../text/source.ts';
import { type StatelessLine, statelessLine } from './stateless-line.ts';
import type { Line } from './syntax/lines.ts';
import { fieldValue, readItem } from './syntax/task-line.ts';

/** Lines from 1: `first` to `second - 1` are one version, `second` to `last` the other; both have equally many. */
export interface VersionRun {
  readonly first: number;
  readonly second: number;
  readonly last: number;
}

// A union merge repeats what lies between two changed lines, and people change lines near each other.
const longestRun = 200;

/**
 * Neighbouring runs in order, none of which overlap; `lines` are those of `countedLines`. git leaves out what both sides have in
 * common, so the first and the last line of a run differ from their other version. A third repetition is a list of habits, not a
 * merge. At most `longestRun` steps for each line.
 */
export function versionRuns(source: Source, lines: readonly Line[]): VersionRun[] {
  const count = source.lineStarts.length;
  const tasks = new Map<number, StatelessLine & { readonly repeats: boolean }>();
  for (const line of lines) {
    if (line.kind !== 'task') continue;
    const item = readItem(source.text, line.head as NonNullable<Line['head']>, line.end);
    // A task that repeats (🔁) leaves the finished line beside the next one.
    const repeats = fieldValue(item.fields, 'repeat') !== null;
    tasks.set(line.line, { ...statelessLine(source.text, line, item), repeats });
  }
  const wordsAt = (line: number): string | null =>
    line < 1 || line > count ? null : (tasks.get(line)?.words ?? lineText(source, line));
  const isRepeated = (from: number, to: number, size: number): boolean => {
    for (let at = 0; at < size; at++) if (wordsAt(from + at) !== wordsAt(to + at)) return false;
    return true;
  };
  const differs = (one: number, other: number): boolean => {
    const [a, b] = [tasks.get(one), tasks.get(other)];
    return a !== undefined && b !== undefined && a.state !== b.state && !a.repeats;
  };
  const latest = new Map<string, number>();
  const runs: VersionRun[] = [];
  for (const [second, { words }] of tasks) {
    const first = latest.get(words);
    latest.set(words, second);
    if (first === undefined || first <= (runs.at(-1)?.last ?? 0)) continue;
    const size = second - first;
    if (size > longestRun || second + size - 1 > count) continue;
    if (!differs(first, second) || !differs(second - 1, second + size - 1)) continue;
    if (!isRepeated(first, second, size)) continue;
    if (isRepeated(first, second + size, size) || isRepeated(first - size, first, size)) continue;
    runs.push({ first, second, last: second + size - 1 });
  }
  return runs;
}

/** One splice for each run: one line of each two, done before skipped before in progress before open, and of two days the earliest. */
export function joinRuns(source: Source, lines: readonly Line[], runs: readonly VersionRun[]): Edit[] {
  const tasks = new Map(lines.filter(({ kind }) => kind === 'task').map((line) => [line.line, line]));
  return runs.map(({ first, second, last }) => {
    const size = second - first;
    let text = '';
    for (let line = first; line < second; line++) {
      const [one, other] = [tasks.get(line), tasks.get(line + size)];
      const kept = one && other ? winningLine(source.text, one, other) : lineSpan(source, line);
      const end = line === second - 1 ? null : source.lineStarts[line];
      text += source.text.slice(kept.start, kept.end);
      if (end !== null) text += source.text.slice(lineSpan(source, line).end, end);
    }
    return { span: { start: lineSpan(source, first).start, end: lineSpan(source, last).end }, text };
  });
}

function winningLine(text: string, one: Line, other: Line): Line {
  const stateOf = (line: Line) => {
    const item = readItem(text, line.head as NonNullable<Line['head']>, line.end);
    const status = item.status ?? 'todo';
    const field = status === 'done' ? 'completion' : status === 'skipped' ? 'cancelled' : null;
    const day = field === null ? null : fieldValue(item.fields, field);
    return { line, status, completedOn: day === null ? null : parseCalendarDate(day) };
  };
  return winningTick([stateOf(one), stateOf(other)]).line;
}
