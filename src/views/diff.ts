// Diff: which lines of a file would change, with their numbers.
import { lineSpan, type Source, toSource } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import { chop, hanging, page } from './layout.ts';
import type { Theme } from './theme.ts';

interface ChangedLine {
  readonly sign: '-' | '+';
  /** From 1: in the old text for `-`, in the new one for `+`. */
  readonly line: number;
  readonly text: string;
}

/** The table of the comparison is no larger than this; beyond it every line in between counts as replaced. */
const mostCells = 4_000_000;

/** A line with its line end: a changed line end is a changed line. */
function whole({ text, lineStarts }: Source, line: number): string {
  return text.slice(lineStarts[line - 1], lineStarts[line] ?? text.length);
}

function lineOf(source: Source, line: number, sign: '-' | '+'): ChangedLine {
  const { start, end } = lineSpan(source, line);
  return { sign, line, text: source.text.slice(start, end) };
}

/** Lengths of the longest common subsequences of the tails, row by row, or null where the table would be too large. */
function commonTails(a: readonly string[], b: readonly string[]): Uint32Array[] | null {
  if ((a.length + 1) * (b.length + 1) > mostCells) return null;
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [here, below] = [table[i] as Uint32Array, table[i + 1] as Uint32Array];
    for (let j = b.length - 1; j >= 0; j--) {
      here[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, here[j + 1] as number);
    }
  }
  return table;
}

/** A tick changes lines in place, so in a long file with equally many lines each is compared with its own number. */
function pairs(old: Source, now: Source, head: number, a: readonly string[], b: readonly string[]): ChangedLine[] {
  return a.flatMap((text, i) =>
    text === b[i] ? [] : [lineOf(old, head + 1 + i, '-'), lineOf(now, head + 1 + i, '+')],
  );
}

/** Removed and added lines in the order of the text; of a replaced run, the removed ones come first. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [toSource(before), toSource(after)];
  let head = 0;
  let oldEnd = old.lineStarts.length;
  let newEnd = now.lineStarts.length;
  while (head < oldEnd && head < newEnd && whole(old, head + 1) === whole(now, head + 1)) head++;
  while (oldEnd > head && newEnd > head && whole(old, oldEnd) === whole(now, newEnd)) {
    oldEnd--;
    newEnd--;
  }
  const a = Array.from({ length: oldEnd - head }, (_, i) => whole(old, head + 1 + i));
  const b = Array.from({ length: newEnd - head }, (_, i) => whole(now, head + 1 + i));
  const table = commonTails(a, b);
  if (table === null && a.length === b.length) return pairs(old, now, head, a, b);
  const out: ChangedLine[] = [];
  let added: ChangedLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (table !== null && i < a.length && j < b.length && a[i] === b[j]) {
      out.push(...added);
      added = [];
      i++;
      j++;
    } else if (
      i < a.length &&
      (j >= b.length || table === null || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))
    ) {
      out.push(lineOf(old, head + 1 + i++, '-'));
    } else added.push(lineOf(now, head + 1 + j++, '+'));
  }
  return [...out, ...added];
}

/** `--dry-run`: the lines that would change, in the manner of a unified diff with line numbers instead of context. */
export function drawDiff(before: string, after: string, file: string, theme: Theme): string {
  const { messages } = theme;
  const lines = diffLines(before, after, file, theme);
  if (lines.length === 0) return page([hanging(' ', messages.noDifference, theme)]);
  return page([lines, hanging(' ', messages.dryRun, theme, theme.dim)]);
}

/** Several files: those in which nothing differs are left out. */
export function drawDiffs(
  files: readonly { readonly path: string; readonly before: string; readonly after: string }[],
  theme: Theme,
): string {
  const { messages } = theme;
  const diffs = files.map(({ path, before, after }) => diffLines(before, after, path, theme));
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
  return [...hanging(' ', visible(file), theme, theme.title), ...drawn];
}
