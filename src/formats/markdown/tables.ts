// StatusTable and ProjectTable: the two tables whose rows are something to tick (FORMATS T7, T8).

import type { Status } from '../../model/roadmap.ts';
import { pattern } from '../../text/pattern.ts';
import type { Line } from './lines.ts';
import type { Table } from './outline.ts';

const notWord = pattern(String.raw`[^\p{L}\p{N}\s/-]`, 'gu');

/** A cell with the offset of its first character; trimmed. */
export interface Cell {
  readonly text: string;
  readonly start: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly line: Line;
}

/** Cells of a row; a pipe inside `code`, `[[wiki|alias]]` or behind a backslash does not end one. */
export function cellsOf(text: string, line: Line): Cell[] {
  const cells: Cell[] = [];
  let start = line.content;
  const end = line.contentEnd;
  if (text.charCodeAt(start) === 124) start++;
  let code = false;
  let wiki = 0;
  const push = (from: number, to: number) => {
    const raw = text.slice(from, to);
    cells.push({ text: raw.trim(), start: from + (raw.length - raw.trimStart().length) });
  };
  for (let i = start; i < end; i++) {
    const char = text.charCodeAt(i);
    if (char === 92) i++;
    else if (char === 96) code = !code && text.indexOf('`', i + 1) < end && text.indexOf('`', i + 1) > 0;
    else if (char === 91 && text.charCodeAt(i + 1) === 91) wiki++;
    else if (char === 93 && text.charCodeAt(i + 1) === 93 && wiki > 0) wiki--;
    else if (char === 124 && !code && (wiki === 0 || !text.slice(i, end).includes(']]'))) {
      push(start, i);
      start = i + 1;
      wiki = 0;
    }
  }
  if (text.slice(start, end).trim() !== '') push(start, end);
  return cells;
}

/** Head and body of a table: the first line is the head, the delimiter row is left out. */
export function rowsOf(text: string, table: Table): { head: Row; body: Row[] } | null {
  const [first, , ...rest] = table.rows;
  if (first === undefined || table.rows.length < 2) return null;
  const row = (line: Line): Row => ({ line, cells: cellsOf(text, line) });
  return { head: row(first), body: rest.map(row).filter((one) => one.cells.some((cell) => cell.text !== '')) };
}

const plain = (text: string): string => text.toLowerCase().replace(notWord(), ' ').replace(/\s+/g, ' ').trim();

const statusHead = /^(?:status|done|completed?|progress|state|готово|статус|сделано|выполнено)$/;

/** The index of the status column; -1 where there is none. */
export function statusColumn(head: Row): number {
  return head.cells.findIndex((cell) => statusHead.test(plain(cell.text)));
}

const doneCell = /^(?:✅|✔️?|☑️?|\[x\]|x|done|yes|готово|да|completed?|100\s?%|:white_check_mark:|:heavy_check_mark:)$/iu;
const doingCell = /⏳|🚧|🔄|in[ -]progress|в процессе|в работе/iu;

export function statusOfCell(text: string): Status {
  const clean = text.replace(/\uFE0F/g, '').trim();
  if (doneCell.test(clean) || doneCell.test(text.trim())) return 'done';
  return doingCell.test(clean) ? 'doing' : 'todo';
}

export type ProjectColumn = 'level' | 'name' | 'description' | 'technologies' | 'criterion' | 'links';

const projectHeads: readonly (readonly [ProjectColumn, RegExp])[] = [
  ['level', /^(?:level|difficulty|grade|уровень|сложность|грейд)$/],
  ['name', /^(?:name|project|project name|title|pet[- ]project|название|проект|название проекта|имя)$/],
  ['description', /^(?:description|what|goal|task|описание|цель|задача|что сделать)$/],
  ['technologies', /^(?:technolog(?:y|ies)|stack|tech stack|tools|технологии|стек|инструменты)$/],
  [
    'criterion',
    /^(?:success criteri(?:on|a)|criteri(?:on|a)|definition of done|acceptance(?: criteria)?|критери[йи](?: успеха| готовности)?|результат)$/,
  ],
  [
    'links',
    /^(?:links?|useful links|resources|references|help|ссылки|полезные ссылки|вспом[ао]гательные ссылки|ресурсы|материалы)$/,
  ],
];

/** Where each column of a project table stands; null when the table is no project table (FORMATS T8).
 * It needs a name, and at least two of level, technologies and criterion: a mere list of tools has none of those. */
export function projectColumns(head: Row): ReadonlyMap<ProjectColumn, number> | null {
  const columns = new Map<ProjectColumn, number>();
  head.cells.forEach((cell, index) => {
    const title = plain(cell.text);
    const found = projectHeads.find(([name, pattern]) => !columns.has(name) && pattern.test(title));
    if (found) columns.set(found[0], index);
  });
  const telling = (['level', 'technologies', 'criterion'] as const).filter((name) => columns.has(name)).length;
  return columns.has('name') && telling >= 2 ? columns : null;
}
