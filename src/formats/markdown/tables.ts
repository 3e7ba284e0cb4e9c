// StatusTable and ProjectTable: the two tables whose rows are something to tick (FORMATS T7, T8).

import type { Status } from '../../model/roadmap.ts';
import { pattern } from '../../text/pattern.ts';
import type { Cell, Row, Rows, Table } from './outline/part.ts';
import type { Line } from './syntax/lines.ts';

const notWord = pattern(String.raw`[^\p{L}\p{N}\s/-]`, 'gu');

/** Cells of a row; a pipe inside `code`, `[[wiki|alias]]` or behind a backslash does not end one. */
export function cellsOf(text: string, line: Line): Cell[] {
  const cells: Cell[] = [];
  let start = line.content;
  const end = line.contentEnd;
  if (text.charCodeAt(start) === 124) start++;
  let code = false;
  let wiki = 0;
  // Looked up once: a row of pipes behind one `[[` would be searched to its end for each of them.
  const lastClose = start + text.slice(start, end).lastIndexOf(']]');
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
    else if (char === 124 && !code && (wiki === 0 || lastClose < i)) {
      push(start, i);
      start = i + 1;
      wiki = 0;
    }
  }
  if (text.slice(start, end).trim() !== '') push(start, end);
  return cells;
}

/** Head and body of a table: the first line is the head, the delimiter row is left out. */
export function rowsOf(text: string, table: Table): Rows | null {
  if (table.cells !== undefined) return table.cells;
  const [first, , ...rest] = table.rows;
  if (first === undefined || table.rows.length < 2) return null;
  const row = (line: Line): Row => ({ line, cells: cellsOf(text, line) });
  return { head: row(first), body: rest.map(row).filter((one) => one.cells.some((cell) => cell.text !== '')) };
}

const plain = (text: string): string => text.toLowerCase().replace(notWord(), ' ').replace(/\s+/g, ' ').trim();

const statusHead =
  /^(?:status|done|completed?|completion|finished|progress|state|checked|готово|статус|сделано|выполнено|пройдено|прогресс|состояние|estado|feito|concluido|concluído|completado|hecho|progreso|progresso|statut|fait|terminé|fertig|erledigt|виконано|状态|狀態|完成|进度|進度|完了|状態|ステータス|상태)$/;
/** `My status`, `Learning progress`: whose it is. «HTTP status» is a thing to learn. */
const statusQualifier =
  /^(?:(?:my|your|our|current|completion|learning|study|reading|topic|task|overall|мой|моя|мое|моё|твой|текущий|текущее|учебный) )+(?=(?:status|state|progress|completion|статус|прогресс|состояние)$)/;
const boxCell =
  /^(?:\[.?\]|[☐☑☒✅⬜🔲✔✓❌⏳🔄🚧]|:white_check_mark:|:heavy_check_mark:|:white_large_square:|:x:)(?:\s+(?:done|completed?|finished|in[ -]progress|doing|learning|todo|to[ -]do|not started|not done|pending|planned|готово|в процессе|не начато))?$/iu;

/** The index of the status column; -1 where there is none. */
export function statusColumn(head: Row): number {
  return head.cells.findIndex((cell) => statusHead.test(plain(cell.text).replace(statusQualifier, '')));
}

/** More columns than any table that people read. */
const widest = 40;

/** The same where the head is silent: a column with nothing but boxes says who is done, whatever it is called. */
export function boxColumn({ head, body }: Rows): number {
  const width = body.reduce((most, row) => Math.min(widest, Math.max(most, row.cells.length)), 0);
  for (let index = 0; index < width; index++) {
    const written = body.map((row) => bareCell(row.cells[index]?.text ?? '')).filter((cell) => cell !== '');
    const boxes = written.length > 1 && written.length * 2 > body.length && written.every((cell) => boxCell.test(cell));
    // Features of several tools side by side are such columns as well, but then there are more than one.
    if (boxes && head.cells.length > 1) return rivals(body, index) ? -1 : index;
  }
  return -1;
}

const rivals = (body: readonly Row[], index: number): boolean =>
  body.some((row) => row.cells.some((cell, at) => at !== index && boxCell.test(bareCell(cell.text))));

const bareCell = (text: string): string =>
  text
    .replace(/\uFE0F|[*`]/g, '')
    .replace(/^- (?=\[)/, '')
    .trim();

const countHead =
  /^(?:|no|n|id|num(?:ber)?|day|days|week|weeks|month|date|when|days? \d.*|день|дни|неделя|недели|месяц|дата|номер|п\/п|день недели|dia|semana|mes|fecha|data|jour|semaine|tag|woche|周|天|日期|日)$/;
const topicHead =
  /^(?:topics?|title|name|tasks?|lessons?|modules?|chapters?|subjects?|skills?|concepts?|what|what to (?:learn|study|do)|focus|goals?|content|course|courses|area|theme|item|problem|exercise|тема|темы|название|задача|задачи|задание|урок|модуль|глава|навык|предмет|что (?:изучить|учить|делать)|содержание|содержание занятия|курс|tema|temas|tópico|tópicos|conteúdo|assunto|tarefa|contenido|tarea|sujet|thema|主题|内容|学习内容|任务|课程|テーマ|内容)$/;
const levelHead = /^(?:level|difficulty|grade|уровень|сложность|грейд|nivel|nível|dificultad|dificuldade)$/;

/** The column whose cells name the rows: one called a topic, else the first that neither counts nor holds the status. */
export function titleColumn(head: Row, status: number): number {
  const titles = head.cells.map((cell) => plain(cell.text));
  const named = titles.findIndex((title, index) => index !== status && topicHead.test(title));
  if (named >= 0) return named;
  const telling = titles.findIndex(
    (title, index) => index !== status && !countHead.test(title) && !levelHead.test(title),
  );
  return telling >= 0 ? telling : titles.findIndex((_, index) => index !== status);
}

/** The column of skill levels (FORMATS V1); -1 where there is none. */
export function levelColumn(head: Row): number {
  return head.cells.findIndex((cell) => levelHead.test(plain(cell.text)));
}

/** A plan without a status column, such as `Week | Topic | Reading`: one column counts or names topics. */
export function isPlan(head: Row): boolean {
  const titles = head.cells.map((cell) => plain(cell.text));
  return titles.length > 1 && titles.some((title) => topicHead.test(title) || (title !== '' && countHead.test(title)));
}

const doneCell =
  /^(?:✅|✔|✓|☑|\[[xX✓✔✅]\]|x|done|yes|готово|да|completed?|finished|завершено|изучено|пройдено|сделано|выполнено|concluído|feito|hecho|completado|terminado|terminé|erledigt|fertig|виконано|完成|已完成|完了|100\s?%|:white_check_mark:|:heavy_check_mark:|:ballot_box_with_check:)$/iu;
const ticked = /^(?:✅|✔|✓|☑|\[[xX✓✔✅]\]|:white_check_mark:|:heavy_check_mark:|:ballot_box_with_check:)\s*(?=\S)/u;
const doingCell =
  /⏳|🚧|🔄|in[ -]progress|doing|в процессе|в работе|изучаю|em andamento|en progreso|en curso|进行中|進行中/iu;

/** What a cell says (FORMATS T7). `✅ Done` and `Done ✅` say it twice, a day alone says when it was. */
export function statusOfCell(text: string): Status {
  const bare = bareCell(text);
  const clean = bare.replace(day, '').trim();
  if (doneCell.test(clean) || (clean === '' && bare !== '')) return 'done';
  if (ticked.test(clean) && !/[❌✗✘]|[/|]\s*$/u.test(clean)) return 'done';
  const [first, second, ...more] = clean.split(/\s+/);
  if (second !== undefined && more.length === 0 && doneCell.test(first as string) && doneCell.test(second))
    return 'done';
  return doingCell.test(clean) ? 'doing' : 'todo';
}

const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;

/** The day a cell names, in the form the rest of the program reads; null where there is none. */
export function dayOfCell(text: string): string | null {
  return day.exec(text)?.[0] ?? null;
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
