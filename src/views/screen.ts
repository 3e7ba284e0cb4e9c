// Screen: the lines that fill a terminal, and a text that is passed line by line on it.
import type { Pager } from '../model/pager.ts';
import { displayWidth } from '../text/width.ts';
import { gap } from './layout.ts';
import type { Theme } from './theme.ts';

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** What a screen shows. */
export interface Drawing {
  /** From the top; none is wider than the screen, and there are no more than it has rows. */
  readonly lines: readonly string[];
  /** Where something is typed, from 0; null where nothing is. */
  readonly cursor: { readonly row: number; readonly column: number } | null;
}

/** A key and what it does, in a few words. */
export type KeyHint = readonly [key: string, words: string];

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours that we paint with
const colors = /\x1b\[\d{1,2}m/g;

/** Columns of a line that may be painted. */
export const paintedWidth = (line: string): number =>
  displayWidth(line.includes('\u001b') ? line.replace(colors, '') : line);

/** A line that may be painted, as wide as asked for; one that is too wide loses its colours. */
export function fitted(line: string, columns: number, theme: Theme): string {
  const width = paintedWidth(line);
  if (width <= columns) return line + ' '.repeat(columns - width);
  return fitted(theme.fit(line.replace(colors, ''), columns), columns, theme);
}

/** As many of the keys as there is room for; the first ones are the most important. */
export function keyLine(hints: readonly KeyHint[], columns: number, theme: Theme): string {
  let line = '';
  let used = 1;
  for (const [key, words] of hints) {
    const width = displayWidth(key) + 1 + displayWidth(words);
    if (used + width + (line === '' ? 0 : gap.length) > columns) break;
    line += `${line === '' ? ' ' : gap}${theme.accent(key)} ${theme.dim(words)}`;
    used += width + (used === 1 ? 0 : gap.length);
  }
  return line;
}

/** How many lines of a text are shown at once: one row is for the keys. */
export const textRows = ({ rows }: ScreenSize): number => Math.max(1, rows - 1);

/** A text with the keys that lead out of it. */
export function drawPager(
  text: readonly string[],
  { passed }: Pager,
  hints: readonly KeyHint[],
  size: ScreenSize,
  theme: Theme,
): Drawing {
  const rows = textRows(size);
  const shown = text.slice(passed, passed + rows).map((line) => fitted(line, size.columns, theme).trimEnd());
  const blank = Array.from({ length: rows - shown.length }, () => '');
  const left = Math.max(0, text.length - passed - rows);
  const more: KeyHint[] = left > 0 ? [[theme.ascii ? 'down' : '↓', theme.messages.more(left)]] : [];
  const lines = [...shown, ...blank, keyLine([...hints, ...more], size.columns, theme)];
  return { lines: lines.slice(0, size.rows), cursor: null };
}
