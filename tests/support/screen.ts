// Screen: what a terminal shows after a program has written to it.
import { displayWidth } from '../../src/text/width.ts';

export interface Shown {
  /** Without the spaces at their ends. */
  readonly lines: readonly string[];
  /** Whether something was written behind the last column, or below the last row. */
  readonly isOverflown: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys
const pieces = /\x1b\[\??[\d;]*[A-Za-z]|\x1b.|[\s\S]/gu;

/** The other screen, as it is when the program leaves it; only the sequences that the program uses are known. */
export function screenOf(written: string, columns: number, rows: number): Shown {
  const start = written.lastIndexOf('\u001b[?1049h');
  const end = written.indexOf('\u001b[?1049l', start);
  const text = written.slice(start, end < 0 ? undefined : end);
  const blank = (): string[] => Array.from({ length: columns }, () => ' ');
  let cells = Array.from({ length: rows }, blank);
  let [row, column, isOverflown] = [0, 0, false];
  for (const [piece] of text.matchAll(pieces)) {
    const to = /^.\[(\d+);(\d+)H$/.exec(piece);
    if (to !== null) [row, column] = [Number(to[1]) - 1, Number(to[2]) - 1];
    else if (piece === '\u001b[K') cells[row]?.fill(' ', column);
    else if (piece === '\u001b[2J') cells = Array.from({ length: rows }, blank);
    else if (!piece.startsWith('\u001b')) {
      const width = displayWidth(piece);
      isOverflown ||= row >= rows || column + width > columns;
      const line = cells[row];
      if (line !== undefined && width > 0) line[Math.min(column, columns - 1)] = piece;
      if (line !== undefined && width > 1) line[column + 1] = '';
      column += width;
    }
  }
  return { lines: cells.map((line) => line.join('').trimEnd()), isOverflown };
}
