// Table: the cells of its rows, and which of its columns show states, name the rows, or count them (FORMATS T3, T7, T8).
import { plainWords } from '../../../text/plain-words.ts';
import { phraseMap, phraseSet } from '../../../text/word-table.ts';
import * as words from '../../words/columns.ts';
import { leadingMark, type MarkKind, trailingMark } from '../../words/marks.ts';
import { isCountedBy, isTimeUnit, isUnit, withoutCount } from '../../words/units.ts';
import type { Cell, Row, Rows, Table } from '../outline/part.ts';
import { cellState, dayOfCell, isBox } from '../topics/status-cell.ts';
import { readable } from './inline.ts';
import type { Line } from './lines.ts';

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
  const head = row(first);
  const isRow = (one: Row): boolean => one.cells.some((cell) => cell.text !== '') && !repeatsHead(head, one);
  return { head, body: rest.map(row).filter(isRow) };
}

/** `**Capstone** | **Status** | **Notes**`: all titles but the first again, above more rows of the same table. */
function repeatsHead(head: Row, row: Row): boolean {
  const [, ...titles] = head.cells.map(titleOfHead);
  return (
    titles.length > 0 && titles.every((title, at) => title !== '' && title === titleOfHead(row.cells[at + 1] ?? noCell))
  );
}

export const noCell: Cell = { text: '', start: 0 };

const statusHeads = phraseSet(words.statusHeads);
const masteryHeads = phraseSet(words.masteryHeads);
const ownStatus = phraseSet(words.ownStatus);
const qualifiers = phraseSet(words.statusQualifiers);
const countHeads = phraseSet(words.countHeads, words.dateHeads, words.doneDayHeads);
const dateHeads = phraseSet(words.dateHeads);
const doneDayHeads = phraseSet(words.doneDayHeads);
const topicHeads = phraseSet(words.topicHeads);
const levelHeads = phraseSet(words.levelHeads);
const besideHeads = phraseSet(words.besideHeads, words.masteryHeads);
const meaningHeads = phraseSet(words.meaningHeads);
const answers = phraseSet(words.answers);
const projectHeads = phraseMap(words.projectHeads);

/** More columns than any table that people read. */
const widest = 40;

/** `Week / Date` is a week. */
function titleOfHead(cell: Cell): string {
  const text = readable(cell.text);
  const unit = plainWords(text.split('/', 1)[0] as string);
  return isTimeUnit(unit) ? unit : plainWords(text);
}

const titlesOf = (head: Row): string[] => head.cells.slice(0, widest).map(titleOfHead);

/** `My status`, `Estado actual`: whose it is, or of when. «HTTP status» is a thing to learn. */
export function isStatusHead(title: string): boolean {
  if (statusHeads().has(title)) return true;
  const words = title.split(' ');
  return (
    words.some((word) => ownStatus().has(word)) &&
    words.every((word) => ownStatus().has(word) || qualifiers().has(word))
  );
}

/** `☑`, `☐ or ☑`: the marks that are to be put into the column. */
function isMarkHead(head: string): boolean {
  return (
    isBox(head) || [leadingMark(head), trailingMark(head)].every((mark) => mark !== null && boxKinds.has(mark.kind))
  );
}

const boxKinds: ReadonlySet<MarkKind> = new Set(['tick', 'ticked', 'empty']);

/** `Day`, `Days 1-3`, `#` and nothing at all number the rows. */
function isCountHead(title: string): boolean {
  const unit = title.replace(/(?<![\d ])[\d ]+$/, '');
  return title === '' || countHeads().has(title) || isTimeUnit(unit);
}

/** Whether the first column is called so. */
export const countsRows = ({ cells: [first] }: Row): boolean => first !== undefined && isCountHead(titleOfHead(first));

const known = new WeakMap<Rows, Map<number, string[]>>();

/** The cells of a column as people read them, found out once: many ask about each column. */
function textsOf(rows: Rows, column: number): string[] {
  const columns = known.get(rows) ?? new Map<number, string[]>();
  known.set(rows, columns);
  const texts = columns.get(column) ?? rows.body.map((row) => readable(row.cells[column]?.text ?? ''));
  columns.set(column, texts);
  return texts;
}

/** At least half of what is written in the column are states, or nothing is written in it (FORMATS T7). */
function showsStates(rows: Rows, column: number): boolean {
  const filled = textsOf(rows, column)
    .map((text) => cellState(text))
    .filter((state) => state.isFilled);
  return 2 * filled.filter((state) => state.isState).length >= filled.length;
}

/** The index of the column that is called a status and shows states, or shows nothing else; -1 where there is none (FORMATS T7). Beside a
 * column of percentages, the one of words. */
export function statusColumn(rows: Rows): number {
  const titles = titlesOf(rows.head);
  if (isLegend(rows, titles)) return -1;
  const isNamed = (column: number): boolean =>
    isStatusHead(titles[column] as string) || isMarkHead(readable(rows.head.cells[column]?.text ?? ''));
  const found = titles.flatMap((_, column) => (isNamed(column) && showsStates(rows, column) ? [column] : []));
  const named = found.find((column) => !isMeasured(rows, column)) ?? found[0] ?? masteryColumn(rows, titles);
  return named >= 0 ? named : titles.findIndex((_, column) => column > 0 && holdsOnlyStates(rows, column));
}

/** Figures are in all cells of the column. */
const isMeasured = (rows: Rows, column: number): boolean =>
  rows.body.length > 0 && textsOf(rows, column).every((text) => /^\W*\d/.test(text));

/** `Confidence` where its cells say in words of a state how well each row is known; an empty one may wait for a grade. */
function masteryColumn(rows: Rows, titles: readonly string[]): number {
  return titles.findIndex((title, column) => {
    const isGiven = masteryHeads().has(title) && textsOf(rows, column).some((text) => cellState(text).isFilled);
    return isGiven && showsStates(rows, column);
  });
}

/**
 * Whether nothing but words of states is under another title, of which some are done and some are not. `yes` and `no` answer any question,
 * and signs compare as well.
 */
function holdsOnlyStates(rows: Rows, column: number): boolean {
  const filled = filledOf(rows, column);
  const words = new Set(filled.map(plainWords));
  if (filled.length < 3 || !filled.every((text) => onlyWords.test(text)) || [...words].some(isAnswer)) return false;
  const cells = [...words].map((text) => cellState(text));
  const states = new Set(cells.map(({ status }) => status));
  return cells.every(({ isState }) => isState) && states.has('done') && states.size > 1;
}

const onlyWords = /^[\p{L}\p{M} ]+$/u;
const isAnswer = (words: string): boolean => answers().has(words);

/**
 * The column of the days on which rows were done; -1 where there is none (FORMATS T7, D1). One that is only called a date is that of a
 * plan where a row that is not done has a day as well. `isDone`: by row.
 */
export function doneDayColumn(rows: Rows, isDone: (row: number) => boolean): number {
  const titles = titlesOf(rows.head);
  const named = titles.findIndex((title) => doneDayHeads().has(title));
  if (named >= 0) return named;
  const areDone = (column: number): boolean =>
    textsOf(rows, column).every((text, row) => isDone(row) || dayOfCell(text) === null);
  return titles.findIndex((title, column) => dateHeads().has(title) && areDone(column));
}

/** `Status | Meaning`, each state once: it explains the states of other tables (FORMATS S4). */
function isLegend(rows: Rows, [, meaning, ...others]: readonly string[]): boolean {
  if (meaning === undefined || others.length > 0 || !meaningHeads().has(meaning)) return false;
  const states = textsOf(rows, 0);
  return new Set(states).size === states.length;
}

const picture = /^\p{Extended_Pictographic}\S{0,3}$/u;

/**
 * The columns with nothing but boxes in at least half of the rows, and those beside them with a box somewhere: where the head is silent,
 * one alone shows what is done, whatever it is called. Several are features of tools side by side, or what each of several people did.
 */
export function boxColumns(rows: Rows): readonly number[] {
  const { head, body } = rows;
  const titles = titlesOf(head);
  if (titles.length < 2 || isLegend(rows, titles)) return [];
  const width = body.reduce((most, row) => Math.min(widest, Math.max(most, row.cells.length)), 0);
  const columns = Array.from({ length: width }, (_, column) => textsOf(rows, column).filter((text) => text !== ''));
  // A sign that is no mark, such as 🏆, may be beside them.
  const isSign = (text: string): boolean => isBox(text) || (leadingMark(text) === null && picture.test(text));
  const isOfBoxes = (texts: readonly string[]): boolean =>
    (2 * texts.length >= body.length || texts.every(isBox)) && texts.filter(isBox).length > 1 && texts.every(isSign);
  if (!columns.some(isOfBoxes)) return [];
  return columns.flatMap((texts, column) => (texts.some(isBox) ? [column] : []));
}

/**
 * The column whose cells name the rows: the first called a topic, else the first that neither counts nor holds the status nor numbers alone,
 * and of these one that tells the rows apart where there is any (FORMATS T7). -1 in a table of a status alone.
 */
export function titleColumn(rows: Rows, status: number): number {
  const titles = titlesOf(rows.head);
  const columns = titles.map((_, column) => column).filter((column) => column !== status);
  const named = columns.filter((column) => topicHeads().has(titles[column] as string) && !isNumbered(rows, column));
  const others = columns.filter((column) => {
    const title = titles[column] as string;
    return !named.includes(column) && !isCountHead(title) && !levelHeads().has(title) && !isNumbered(rows, column);
  });
  const naming = [...named, ...others.filter((column) => !besideHeads().has(titles[column] as string))];
  const first = (test: typeof tellsApart): number | undefined => naming.find((column) => test(rows, column));
  // Beside a topic in each row the module that is named once for several is none.
  const full = named.find((column) => filledOf(rows, column).length === rows.body.length && tellsApart(rows, column));
  return full ?? first(tellsApart) ?? first(fillsHalf) ?? naming[0] ?? others[0] ?? columns[0] ?? -1;
}

const isNumbered = (rows: Rows, column: number): boolean =>
  rows.body.length > 0 && textsOf(rows, column).every((text) => /^\d+$/.test(text));

const filledOf = (rows: Rows, column: number): string[] => textsOf(rows, column).filter((text) => text !== '');

/** Half of the rows have a cell of it. */
const fillsHalf = (rows: Rows, column: number): boolean => 2 * filledOf(rows, column).length >= rows.body.length;

/** The same, and most of the cells are written once. */
function tellsApart(rows: Rows, column: number): boolean {
  const filled = filledOf(rows, column);
  return fillsHalf(rows, column) && 4 * new Set(filled).size > 3 * filled.length;
}

/** Whether a column of this title, in plain words, holds what is studied: `Topic`, `Lesson`, `Concept`. */
export const namesTopic = (title: string): boolean => topicHeads().has(title);

/** The column of skill levels (FORMATS V1); -1 where there is none. */
export function levelColumn(head: Row): number {
  return titlesOf(head).findIndex((title) => levelHeads().has(title));
}

/**
 * What the first column counts where it names the rows in order: days, dates, weeks and the like, of which one may fill several rows, or
 * other units and mere numbers; null where it does not (FORMATS T3).
 */
export function countedUnits(rows: Rows): 'time' | 'number' | null {
  // `Week / Date`
  const head =
    withoutAside(readable(rows.head.cells[0]?.text ?? ''))
      .split('/', 1)[0]
      ?.trim() ?? '';
  const cells = textsOf(rows, 0).map(plainWords);
  const filled = cells.filter((cell) => cell !== '');
  const [first, ...others] = rows.head.cells;
  // One that goes on beside itself is for looking up.
  const isRepeated = others.some(({ text }) => text !== '' && text === first?.text);
  if (others.length === 0 || isRepeated || cells[0] === '' || filled.length === 0) return null;
  const unit = withoutCount(plainWords(head));
  const isDate = dateHeads().has(plainWords(head));
  // Days of the calendar are in order, and several lessons may be on one.
  if (isDate)
    return isNamedBeside(rows) && 2 * filled.filter((cell) => /\d/.test(cell)).length > filled.length ? 'time' : null;
  const isTime = isTimeUnit(unit);
  // `Mon`, `Tue` and `3 July` have an order of their own.
  if (isTime && tellsApart(rows, 0) && !filled.every((cell) => /^\d+$/.test(cell))) return 'time';
  const numbers = filled.flatMap((cell) => /\d+/.exec(cell)?.map(Number) ?? []);
  // `Holidays` and `Exam` are between weeks; `A` is an appendix behind chapters.
  const isBetween = (cell: string): boolean => isTime || cell.length === 1;
  if (2 * numbers.length <= filled.length || !filled.every((cell) => /\d/.test(cell) || isBetween(cell))) return null;
  if (!numbers.every((number, at) => number >= (numbers[at - 1] ?? 0))) return null;
  if (isTime || filled.every((cell) => isCountedBy(cell, isTimeUnit))) return 'time';
  const areUnits = filled.every((cell) => isCountedBy(cell, isUnit));
  const isCounted = isUnit(unit) || /^[#№]$/.test(head) || countHeads().has(unit) || areUnits || areCodes(filled);
  // `Lesson 1: Clay` may be above other rows that belong to it.
  const isFull = 4 * filled.length >= 3 * cells.length || (areUnits && tellsApart(rows, titleColumn(rows, -1)));
  return new Set(numbers).size === numbers.length && isFull && isCounted ? 'number' : null;
}

/** `P 01`, `P 02`: the same letters before each number. */
function areCodes(cells: readonly string[]): boolean {
  const codes = cells.map((cell) => /^\p{L}{1,3} ?(?=\d{1,3}$)/u.exec(cell)?.[0]);
  return codes.length >= 5 && codes[0] !== undefined && codes.every((code) => code === codes[0]);
}

/**
 * Whether the first column goes on from 1 by 1 at most, or from 0 with its unit (`Part 2`), or names days, beside a column of topics or units,
 * and half of the rows are named in words, there or beside it: the steps of a loop are not.
 */
export function countsFromOne(rows: Rows): boolean {
  const numbers = textsOf(rows, 0).flatMap((text) => /\d+/.exec(text)?.map(Number) ?? []);
  const isNext = (number: number, at: number): boolean => number - (numbers[at - 1] ?? 0) <= 1;
  const areUnits = (): boolean => textsOf(rows, 0).every((text) => isCountedBy(plainWords(text), isUnit));
  // `Monday`, `Tuesday` and the other days of a week.
  const areDays = numbers.length === 0 && countedUnits(rows) === 'time';
  const counts = areDays || (numbers[0] === 1 && numbers.every(isNext)) || ((numbers[0] ?? 2) < 2 && areUnits());
  const inWords = (column: number): number => textsOf(rows, column).filter((text) => /\p{L}{2}/u.test(text)).length;
  const isNamed = [titleColumn(rows, -1), 1].some((column) => 2 * inWords(column) >= rows.body.length);
  return counts && isNamed && titlesOf(rows.head).some((title) => isUnit(title) || topicHeads().has(title));
}

const ownFile = /(?:\]\(<?|\bhref=["'])(?!(?:https?|mailto):|#|\/\/)[^\s()"']|^`[\w./-]+\/`$/i;

/** Whether each row has a file or a folder of its own. */
export function leadsToFiles(rows: Rows): boolean {
  const linked = rows.body.map((row) => row.cells.find((cell) => ownFile.test(cell.text))?.text);
  return !linked.includes(undefined) && new Set(linked).size === linked.length;
}

/** The same, beside a column of topics or numbers. */
export const listsFiles = (rows: Rows): boolean =>
  (isPlan(rows.head) || textsOf(rows, 0).every((text) => /\d/.test(text))) && leadsToFiles(rows);

/** Whether half of the rows say what is to be done: a journal of dates, hours and notes does not. */
function isNamedBeside(rows: Rows): boolean {
  const column = titleColumn(rows, 0);
  const isBeside = besideHeads().has(titlesOf(rows.head)[column] ?? '');
  return !isBeside && fillsHalf(rows, column);
}

/** A plan without a status column, such as `Week | Topic | Reading`: one column counts or names topics. */
export function isPlan(head: Row): boolean {
  const titles = titlesOf(head);
  // `Title: | Digital Habits` is a property and its value.
  if (/[:：]$/.test(readable(head.cells[0]?.text ?? ''))) return false;
  return titles.length > 1 && titles.some((title) => title !== '' && (topicHeads().has(title) || isCountHead(title)));
}

/** The same without days of the calendar, which a journal has as well. */
export const isUndatedPlan = (head: Row): boolean =>
  isPlan(head) && !titlesOf(head).some((title) => dateHeads().has(title));

/** The index of each column of a project table; null when the table is no project table (FORMATS T8).
 * It needs a name, and at least two of level, technologies and criterion: a mere list of tools has none of those, and `Acceptance` of
 * figures alone is a rate. */
export function projectColumns(rows: Rows): ReadonlyMap<words.ProjectColumn, number> | null {
  const columns = new Map<words.ProjectColumn, number>();
  titlesOf(rows.head).forEach((title, index) => {
    const name = projectHeads().get(title);
    const isRate = name === 'criterion' && isMeasured(rows, index);
    if (name !== undefined && !columns.has(name) && !isRate) columns.set(name, index);
  });
  const telling = (['level', 'technologies', 'criterion'] as const).filter((name) => columns.has(name)).length;
  return columns.has('name') && telling >= 2 ? columns : null;
}

/** `Title (aside)` → `Title`. By hand: an expression would look for the end from every bracket. */
export function withoutAside(title: string): string {
  const at = /[)\]]$/.test(title) ? title.search(/[([]/) : -1;
  return at < 0 ? title : title.slice(0, at).trimEnd();
}
