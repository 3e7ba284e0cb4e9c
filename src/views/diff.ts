// Diff: which lines of a file would change, with their numbers.
import { lineChanges } from '../text/difference.ts';
import { lineSpan, type Source, toSource } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import { chop, hanging, heading, page } from './layout.ts';
import type { Theme } from './theme.ts';

interface ChangedLine {
  readonly sign: '-' | '+';
  /** From 1: in the old text for `-`, in the new one for `+`. */
  readonly line: number;
  readonly text: string;
}

/** A line with its line end: a changed line end is a changed line. */
function whole({ text, lineStarts }: Source, line: number): string {
  return text.slice(lineStarts[line - 1], lineStarts[line] ?? text.length);
}

function lineOf(source: Source, line: number, sign: '-' | '+'): ChangedLine {
  const { start, end } = lineSpan(source, line);
  return { sign, line, text: source.text.slice(start, end) };
}

/** Removed and added lines in the order of the text; of a replaced run, the removed ones come first. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [toSource(before), toSource(after)];
  const lines = (source: Source): string[] => Array.from(source.lineStarts, (_, index) => whole(source, index + 1));
  return lineChanges(lines(old), lines(now)).map(({ sign, at }) => lineOf(sign === '-' ? old : now, at + 1, sign));
}

/**
 * `--dry-run`: the lines that would change, in the manner of a unified diff with line numbers instead of context: of each file
 * what `diffLines` gives. Files in which nothing differs are left out.
 */
export function drawDiffs(diffs: readonly string[][], theme: Theme): string {
  const { messages } = theme;
  if (diffs.every((lines) => lines.length === 0)) return page([hanging(' ', messages.noDifference, theme)]);
  return page([...diffs, hanging(' ', messages.dryRun, theme, theme.dim)]);
}

/** The file's name and the lines that differ; empty where none does. */
export function diffLines(before: string, after: string, file: string, theme: Theme): string[] {
  const lines = changedLines(before, after);
  if (lines.length === 0) return [];
  const digits = lines.reduce((most, { line }) => Math.max(most, String(line).length), 1);
  const drawn = lines.flatMap(({ sign, line, text }) => {
    const paint = sign === '-' ? theme.bad : theme.good;
    const number = ` ${String(line).padStart(digits)} `;
    return chop(visible(text), Math.max(1, theme.width - number.length - 2)).map(
      (part, index) =>
        `${theme.dim(index === 0 ? number : ' '.repeat(number.length))}${paint(`${sign} ${part}`.trimEnd())}`,
    );
  });
  return [...heading(' ', visible(file), theme, theme.title), ...drawn];
}
