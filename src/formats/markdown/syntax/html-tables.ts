// HtmlTable: a table written as `<table>`, with the cells that `rowspan` hands down to the rows below.
import { positionOf, type Source } from '../../../text/source.ts';
import type { Cell, Row, Rows } from '../outline/part.ts';
import { kind, type Line, type Lines } from './lines.ts';
import { madeBullet, withMade } from './made-lines.ts';
import { tabTables } from './tab-tables.ts';

const row = /<tr\b[^<>]*>([\s\S]*?)(?=<\/tr>|<tr\b|$)/gi;
const cell = /<t([hd])\b([^<>]*)>([\s\S]*?)(?=<\/t[hd]>|<t[hd]\b|$)/gi;

/** More columns than any table that people read; a span made to exhaust the memory reaches no further. */
const widest = 100;

interface Spanned {
  readonly cell: Cell;
  left: number;
}

/** The lines of a note with those that tables of HTML and of tabs begin on among them, and their cells by the start of that line; a note with task lines has none. */
export function withOtherTables(
  lines: Lines,
  from: number,
): { readonly lines: Lines; readonly tables: ReadonlyMap<number, Rows> } {
  const { source } = lines;
  if (lines.has(kind.task)) return { lines, tables: new Map() };
  const found = /<th[\s>]/i.test(source.text) ? htmlTables(source, from) : [];
  if (source.text.includes('\t', from)) found.push(...tabTables(lines));
  const tables = new Map(found.map(({ line, rows }) => [line.start, rows]));
  if (found.length === 0) return { lines, tables };
  return {
    lines: withMade(
      lines,
      found.map(({ line }) => line),
    ),
    tables,
  };
}

/** Each table that has a head of `<th>` to its end and rows below it, with the line it begins on: a `<th>` beside a cell names that. */
function htmlTables(source: Source, from: number): { readonly line: Line; readonly rows: Rows }[] {
  const found: { line: Line; rows: Rows }[] = [];
  const small = source.text.toLowerCase();
  for (let at = small.indexOf('<table', from); at >= 0; at = small.indexOf('<table', at + 1)) {
    const end = small.indexOf('</table>', at);
    if (end < 0) break;
    const rows = rowsOf(source, at, source.text.slice(at, end));
    if (rows !== null) found.push({ line: lineAt(source, at, end), rows });
    at = end;
  }
  return found;
}

function rowsOf(source: Source, offset: number, inner: string): Rows | null {
  const spans: (Spanned | undefined)[] = [];
  const rows: Row[] = [];
  let headed = false;
  for (const match of inner.matchAll(row)) {
    const cells: Cell[] = [];
    const handDown = () => {
      for (let span = spans[cells.length]; span !== undefined && span.left > 0; span = spans[cells.length]) {
        span.left--;
        cells.push(span.cell);
      }
    };
    const start = offset + match.index + match[0].length - (match[1] as string).length;
    for (const one of (match[1] as string).matchAll(cell)) {
      handDown();
      if (cells.length >= widest) break;
      if (rows.length === 0) headed = one[1]?.toLowerCase() === 'h';
      const text = (one[3] as string).trim();
      const made = { text, start: start + one.index + one[0].indexOf(text) };
      const down = Number(/\browspan\s*=\s*["']?(\d{1,4})/i.exec(one[2] as string)?.[1] ?? 1);
      spans[cells.length] = { cell: made, left: down - 1 };
      cells.push(made);
    }
    handDown();
    if (cells.length > 0) rows.push({ cells, line: lineAt(source, start, start + (match[1] as string).length) });
  }
  const [head, ...body] = rows;
  return headed && head !== undefined && body.length > 0 ? { head, body } : null;
}

function lineAt(source: Source, start: number, end: number): Line {
  while (start < end && /\s/.test(source.text.charAt(start))) start++;
  return { ...madeBullet(positionOf(source, start).line, start, end, 0), kind: 'table', head: null };
}
