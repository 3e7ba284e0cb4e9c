// TabTable: rows whose cells are parted by tabs, as they are pasted from a sheet (FORMATS T7).
import type { Cell, Row, Rows } from '../outline/part.ts';
import { kind, type Line, type Lines } from './lines.ts';
import { countsFromOne, statusColumn } from './tables.ts';

/**
 * Each head with four rows or more of as many cells below it, three at least, on adjacent lines at the margin, with the line that covers
 * them. Sheets hold data of any kind: those count that show states, or count their rows beside topics.
 */
export function tabTables(lines: Lines): { readonly line: Line; readonly rows: Rows }[] {
  const found: { line: Line; rows: Rows }[] = [];
  let rows: Row[] = [];
  let last = -1;
  const close = (): void => {
    const [head, ...body] = rows;
    const table = head === undefined || body.length < 4 ? null : { head, body };
    if (table !== null && (statusColumn(table) >= 0 || countsFromOne(table)))
      found.push({ line: { ...table.head.line, kind: 'table', end: (body.at(-1) as Row).line.end }, rows: table });
    rows = [];
  };
  for (let row = lines.next(kind.text, 0); row >= 0; row = lines.next(kind.text, row + 1)) {
    const cells = cellsAt(lines, row);
    const isNext = lines.line[row] === last + 1 && cells.length === rows[0]?.cells.length;
    if (!isNext) close();
    if (cells.length > 2) rows.push({ line: lines.lineAt(row), cells });
    last = lines.line[row] as number;
  }
  close();
  return found;
}

function cellsAt({ source: { text }, indent, start, end }: Lines, row: number): Cell[] {
  const raw = text.slice(start[row], end[row]);
  if (indent[row] !== 0 || !raw.includes('\t')) return [];
  let at = start[row] as number;
  return raw.split('\t').map((one) => {
    const cell = { text: one.trim(), start: at + one.length - one.trimStart().length };
    at += one.length + 1;
    return cell;
  });
}
