// Terminal: whether a standard stream is one, and how many columns to draw for.
import { fstatSync } from 'node:fs';

/** Asking the stream itself loads Node's network code, so pipes and files are recognised first. */
export function isTerminal(stream: 0 | 1 | 2): boolean {
  try {
    if (!fstatSync(stream).isCharacterDevice()) return false;
  } catch {
    return false; // closed
  }
  return (stream === 0 ? process.stdin : stream === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** COLUMNS, else what the terminal says, else 80. */
export function columnsOf(stream: 1 | 2): number {
  const { COLUMNS } = process.env;
  if (COLUMNS && /^[1-9]\d{0,4}$/.test(COLUMNS)) return Number(COLUMNS);
  if (!isTerminal(stream)) return 80;
  return (stream === 1 ? process.stdout : process.stderr).columns ?? 80;
}

/** The help is prose and tables of two columns: wider lines are harder to read, and the build has made it for these. */
export const helpColumns = (): number => Math.min(80, columnsOf(1));
