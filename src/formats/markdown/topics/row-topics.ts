// RowTopic: a row of a status table, of a plan or of a competency matrix as something to study (FORMATS T7, V1).
import { type DraftSection, type DraftTopic, draftSection, draftTopic, giveLevel } from '../../../model/draft.ts';
import type { LevelNames } from '../../../model/level-names.ts';
import type { LevelId, Status } from '../../../model/roadmap.ts';
import { plainWords } from '../../../text/plain-words.ts';
import { type Explained, statusOfKind, trailingMark } from '../../words/marks.ts';
import { type Cell, listOf, type Part, partsBelow, type Row, type Rows, type Table } from '../outline/part.ts';
import { linksIn, readable } from '../syntax/inline.ts';
import { splitNumber } from '../syntax/numbering.ts';
import {
  boxColumns,
  countedUnits,
  countsFromOne,
  doneDayColumn,
  isPlan,
  leadsToFiles,
  levelColumn,
  listsFiles,
  namesTopic,
  noCell,
  statusColumn,
  titleColumn,
  withoutAside,
} from '../syntax/tables.ts';
import { rowGroups } from './row-groups.ts';
import { cellState, dayOfCell, isOpenBox, statesOfColumn } from './status-cell.ts';
import type { Reading } from './topic-draft.ts';
import { topicTitle } from './topic-title.ts';

/** The column that says what is done, -1 where nothing does. */
export function statusOf(rows: Rows): number {
  const named = statusColumn(rows);
  if (named >= 0) return named;
  const [column = -1, ...others] = boxColumns(rows);
  return others.length > 0 ? -1 : column;
}

/** Whether its rows show how far somebody is: several people in the columns of a plan as well, and then no row is anybody's own. */
export function showsProgress(rows: Rows): boolean {
  if (statusColumn(rows) >= 0) return true;
  const columns = boxColumns(rows);
  return columns.length < 2 ? columns.length > 0 : countedUnits(rows) === 'time' || areSteps(rows, columns);
}

/** Whether several columns of boxes are the steps of each row, `Read | Tried | Taught`: some boxes are open, else they compare; in a plan of days or weeks none are. */
function areSteps(rows: Rows, columns: readonly number[]): boolean {
  const isOpen = ({ cells }: Row): boolean => columns.some((column) => isOpenBox(readable(cells[column]?.text ?? '')));
  if (columns.length < 2 || countedUnits(rows) === 'time' || columns.includes(titleColumn(rows, -1))) return false;
  return rows.body.some(isOpen);
}

/** A row is done when all its steps are. */
function stateOfSteps({ cells }: Row, steps: readonly number[]): Status {
  const states = steps.map((column) => cellState(readable(cells[column]?.text ?? '')).status);
  if (states.every((state) => state === 'done')) return 'done';
  return states.includes('done') ? 'doing' : 'todo';
}

/**
 * The rows of a table as topics, in sections where it has groups; `status` is the index of its status column or -1. A row of a plan is a
 * topic in any case.
 */
export function rowTopics(
  { text, names, explained }: Reading,
  rows: Rows,
  status: number,
  isPlanned = false,
): (DraftSection | DraftTopic)[] {
  const title = titleColumn(rows, status);
  const groups = rowGroups(rows, title);
  const titles = boldTitles(rows, title, status);
  const level = levelColumn(rows.head);
  const states = statesOfRows(rows, status, explained);
  const found: (DraftSection | DraftTopic)[] = [];
  let topics = found;
  const areNamed = isPlanned || leadsToFiles(rows);
  // A day with a state, or of which anything else is written, is a topic without a title as well.
  const isCounted = countedUnits(rows) !== null;
  const isFilled = (cell: Cell, column: number): boolean =>
    column > 0 && (column === status ? isStated(cell) : isNamed(cell));
  const isMeant = ({ cells }: Row): boolean => areNamed || (isCounted && cells.some(isFilled));
  for (const [index, row] of rows.body.entries()) {
    const own = titles[index] as string | null;
    const group = own ?? groups?.[index] ?? null;
    if (group !== null) {
      const section = sectionOf(group, row);
      found.push(section);
      topics = section.children;
    }
    if (own !== null) continue;
    const cell = isNamed(row.cells[title]) ? row.cells[title] : isMeant(row) && nameOfPlanned(rows.head, row, status);
    if (!cell) continue;
    const split = topicTitle(status < 0 ? withoutTick(readable(cell.text)) : readable(cell.text));
    const topic = draftTopic(split.title, row.line.line);
    topic.number = split.number;
    topic.links = linksIn(text.slice(row.line.content, row.line.contentEnd));
    Object.assign(topic, states[index]);
    giveLevel(topic, names.named(readable(row.cells[level]?.text ?? '')));
    topics.push(topic);
  }
  return found.filter((one) => one.kind === 'topic' || one.children.length > 0);
}

function sectionOf(written: string, { line }: Row): DraftSection {
  const split = splitNumber(written);
  const section = draftSection(split.form === 'word' ? written : split.title, line.line);
  section.number = split.number;
  section.children = [];
  return section;
}

const boldCell = /^(?:\*\*(?!\*)[^*]+\*\*|__[^_]+__|<(?:b|strong)>[^<]+<\/(?:b|strong)>)$/;

/**
 * By row, the title that it is of the rows below it, `| **Part 1** | | |`: a bold cell with nothing but a state beside it, in a table whose
 * other rows have plain titles; null of another row.
 */
function boldTitles({ body }: Rows, title: number, status: number): readonly (string | null)[] {
  const found = body.map(({ cells }) => {
    const [only = noCell, ...others] = cells.filter(({ text }, column) => text !== '' && column !== status);
    const isAlone = others.length === 0 && cells.length > (status < 0 ? 1 : 2);
    return isAlone && boldCell.test(only.text) ? readable(only.text) : null;
  });
  const others = body.filter((_, index) => found[index] === null);
  const arePlain = others.length > 0 && !others.some(({ cells }) => boldCell.test(cells[title]?.text ?? ''));
  return arePlain ? found : body.map(() => null);
}

/** What each row shows of itself, and the day of one that is done: beside its state, or in a column of its own (FORMATS T7, D1). */
export function statesOfRows(
  rows: Rows,
  status: number,
  explained: Explained | null = null,
): Pick<DraftTopic, 'status' | 'completedOn'>[] {
  const textOf = (row: Row, column: number): string => row.cells[column]?.text ?? '';
  const columns = status < 0 ? boxColumns(rows) : [];
  const hasSteps = areSteps(rows, columns);
  const states =
    status < 0
      ? rows.body.map((row) => (hasSteps ? stateOfSteps(row, columns) : tickOf(row)))
      : statesOfColumn(
          rows.body.map((row) => textOf(row, status)),
          explained,
        );
  const days = states.includes('done') ? doneDayColumn(rows, (row) => states[row] === 'done') : -1;
  return rows.body.map((row, index) => {
    const isDone = states[index] === 'done';
    const completedOn = isDone ? (dayOfCell(textOf(row, status)) ?? dayOfCell(textOf(row, days))) : null;
    return { status: states[index] as Status, completedOn };
  });
}

/** Where no column shows states, a tick behind the words of any cell does, in brackets as well: `Ropes (done ✅)`. */
const tickOf = ({ cells }: Row): Status => {
  const isTicked = (text: string): boolean => withoutTick(text) !== text;
  return cells.some(({ text }) => isTicked(readable(text))) ? 'done' : 'todo';
};

function withoutTick(text: string): string {
  const mark = trailingMark(text.replace(/[)\]）]$/, ''));
  return mark === null || mark.rest === '' || statusOfKind[mark.kind] !== 'done' ? text : mark.rest;
}

/** Ticks that all rows of a note have are decoration (FORMATS T6). */
export function settleRowTicks(children: readonly (DraftSection | DraftTopic)[]): void {
  const topics: DraftTopic[] = [];
  const visit = (nodes: typeof children): void => {
    for (const node of nodes) node.kind === 'topic' ? topics.push(node) : visit(node.children);
  };
  visit(children);
  if (topics.every(({ status }) => status === 'done')) for (const topic of topics) topic.status = 'todo';
}

const isStated = (cell: Cell | undefined): boolean => {
  const { isState, isFilled } = cellState(readable(cell?.text ?? ''));
  return isState && isFilled;
};

/** A dash or dots only fill a cell. */
const isNamed = (cell: Cell | undefined): boolean => cell !== undefined && !/^[-—–.…\s]*$/.test(readable(cell.text));

/** A week without a topic of its own is called by what else is written of it, or by its number: `Week 7`. */
function nameOfPlanned(head: Row, row: Row, status: number): Cell | undefined {
  const [unit, ...others] = row.cells;
  if (unit === undefined) return undefined;
  const text = /^\d+$/.test(unit.text) ? `${readable(head.cells[0]?.text ?? '')} ${unit.text}` : unit.text;
  return others.find((cell, index) => index + 1 !== status && isNamed(cell)) ?? { text, start: unit.start };
}

/** What a note lists besides its tables: all items, those of the section that has most, and those in sections that are numbered or units. */
export interface Listed {
  readonly items: number;
  readonly longest: number;
  readonly counted: number;
}

type Found = readonly [table: Table, rows: Rows];

const unitOf = ([, rows]: Found): ReturnType<typeof countedUnits> => countedUnits(rows);

/** Evidently of a course: five rows that go on from 1, or that lead to a file each. */
const isCourse = (one: Found): boolean =>
  one[1].body.length >= 5 && ((unitOf(one) !== null && countsFromOne(one[1])) || listsFiles(one[1]));

/**
 * The tables that are the plan of a note (FORMATS T3): those of a time and of a course, or all that count their rows, and with them tables
 * like them. Two of a time are it in any case; what else is found has to outweigh the lists. `outer`: those in outermost sections.
 */
export function planTables(
  tables: ReadonlyMap<Table, Rows>,
  listed: Listed,
  outer: ReadonlySet<Table>,
): ReadonlySet<Table> {
  const found = [...tables];
  const times = found.filter((one) => unitOf(one) === 'time');
  const evident = found.filter((one) => times.includes(one) || isCourse(one));
  if (times.length > 1 || outweighs(times, listed)) return withAlike(evident, found);
  const counted = found.filter((one) => unitOf(one) !== null || isCourse(one));
  if (outweighs(counted, listed)) return withAlike(counted, found);
  const main = evident.filter(([table]) => outer.has(table));
  return isBesideAdvice(main, listed) ? withAlike(main, found) : new Set();
}

const sized = (ones: readonly Found[]): number => ones.reduce((sum, [, { body }]) => sum + body.length, 0);

/** They hold more than all lists; where one is evidently of a course, as much as the longest of them, and half of all. */
function outweighs(ones: readonly Found[], { items, longest }: Listed): boolean {
  const size = sized(ones);
  const mayBePlan = ones.length > 1 || ones.some((one) => one[1].body.length >= 5 && unitOf(one) === 'time');
  return (mayBePlan && size > items) || (ones.some(isCourse) && size >= longest && 2 * size >= items);
}

/** One is evidently of a course, and few of the lists are in sections that are numbered or units: the others are about it. */
const isBesideAdvice = (ones: readonly Found[], { items, counted }: Listed): boolean =>
  ones.some(isCourse) && sized(ones) >= Math.max(counted, items / 5);

/** The same, and tables of any size whose first column or column of topics is called as one of theirs. */
function withAlike(ones: readonly Found[], all: readonly Found[]): ReadonlySet<Table> {
  const heads = new Set(ones.flatMap(([, rows]) => headsOf(rows)));
  const isAlike = ([, rows]: Found): boolean => isPlan(rows.head) && headsOf(rows).some((head) => heads.has(head));
  return new Set(all.filter((one) => ones.includes(one) || isAlike(one)).map(([table]) => table));
}

const headsOf = (rows: Rows): readonly string[] =>
  [0, titleColumn(rows, -1)].map((column) => plainWords(readable(rows.head.cells[column]?.text ?? ''))).filter(Boolean);

/**
 * Three tables or more whose first columns are called the same, or a topic by any word: a plan that is spread over sections, where they
 * hold twice as much as the lists, or half as much and each is that of a day, a week or another unit; of several such the largest (FORMATS T3).
 */
export function alikeTables(
  tables: ReadonlyMap<Table, Rows>,
  { items }: Listed,
  ofUnits: ReadonlySet<Table>,
): ReadonlySet<Table> {
  const series = new Map<string, Found[]>();
  for (const [table, rows] of tables) {
    const first = plainWords(readable(rows.head.cells[0]?.text ?? ''));
    const head = namesTopic(first) ? 'topic' : first;
    if (head !== '' && isPlan(rows.head)) listOf(series, head).push([table, rows]);
  }
  const areOfUnits = (ones: readonly Found[]): boolean => ones.every(([table]) => ofUnits.has(table));
  const isMain = (ones: readonly Found[]): boolean =>
    ones.length >= 3 && sized(ones) >= Math.max(5, areOfUnits(ones) ? items / 2 : 2 * items);
  const found = [...series.values()].filter(isMain).sort((a, b) => sized(b) - sized(a));
  return new Set(found[0]?.map(([table]) => table));
}

/** Whether rows of a table without a status are to be studied one by one. */
export function isPlanTable(rows: Rows): boolean {
  return rows.body.length > 1 && (isPlan(rows.head) || leadsToFiles(rows) || countedUnits(rows) !== null);
}

/** The titles under which a row may repeat a section: `Week 1` stands for `Week 1: Basics` as well. */
export function sectionTitles(root: Part): ReadonlySet<string> {
  const titles = new Set<string>();
  for (const { title, written } of partsBelow(root)) {
    const plain = title.toLowerCase();
    for (const one of [plain, trailingMark(plain)?.rest ?? plain, written.toLowerCase()]) titles.add(one);
    const counted = /^(\D+(?<=\D\s)\d+)\b/.exec(written);
    if (counted && splitNumber(written).form === 'word') titles.add((counted[1] as string).toLowerCase());
  }
  return titles;
}

/**
 * A table whose rows are mostly the note's own sections is a summary of them and no roadmap (FORMATS T7). That of `Week 2` sums up
 * nothing where this has no sections: its `Day 1` is another than that of some other week.
 */
export function repeatsSections(rows: Rows, status: number, titles: ReadonlySet<string>, part: Part): boolean {
  if (part.isCounted && part.parts.length === 0) return false;
  const known = rows.body.map((row) =>
    row.cells.find((cell, index) => {
      const title = readable(cell.text).toLowerCase();
      const isTitle = title !== '' && index !== status && (titles.has(title) || titles.has(splitNumber(title).title));
      // The day on which a row was done is that of a diary as well.
      return isTitle && (status < 0 || !bareDay.test(cell.text));
    }),
  );
  // A row each: the subject of a week may be that of other weeks.
  const summed = new Set(known.flatMap((cell) => (cell === undefined ? [] : [readable(cell.text)]))).size;
  const title = titleColumn(rows, status);
  const named = rows.body.filter((row) => readable(row.cells[title]?.text ?? '') !== '');
  return summed >= 2 && summed * 2 > named.length;
}

const bareDay = /^\d[\d./年月日-]{7,}$/;

/** Titles above the usual four that such tables end with. */
const aboveSenior = /^(?:staff|principal|lead|tech lead|architect|architekt|архитектор|лид|тимлид|distinguished)\+?$/i;

/** The level of each column of a competency matrix, or null: two levels or more, one column each (FORMATS V1). */
export function matrixColumns(head: Row, names: LevelNames): ReadonlyMap<number, LevelId> | null {
  const columns = new Map<number, LevelId>();
  let named = 0;
  head.cells.forEach((cell, index) => {
    // `Junior (L1–L2)`: the grade in brackets is another name for the same.
    const title = withoutAside(readable(cell.text));
    const level = names.title(title);
    if (level !== null) named++;
    if (level !== null || (named > 0 && aboveSenior.test(title))) columns.set(index, level ?? 'expert');
  });
  return named >= 2 && head.cells.length - columns.size <= 2 ? columns : null;
}

/** Each row is a section; what a cell lists are topics of its column's level. Where the cells only rate, each row is a topic. */
export function matrixSections(rows: Rows, columns: ReadonlyMap<number, LevelId>): (DraftSection | DraftTopic)[] {
  const first = rows.head.cells.findIndex((_, index) => !columns.has(index));
  const cells = rows.body.flatMap((row) => [...columns.keys()].map((index) => (row.cells[index]?.text ?? '').trim()));
  const written = cells.filter((cell) => cell !== '');
  const rated = written.filter((cell) => rating.test(cell)).length;
  return rows.body.flatMap((row): (DraftSection | DraftTopic)[] => {
    const title = readable(row.cells[first]?.text ?? '');
    if (rated * 2 > written.length) return title === '' ? [] : [draftTopic(title, row.line.line)];
    const topics = [...columns].flatMap(([index, level]) =>
      itemsOf(row.cells[index]?.text ?? '').map((title) => {
        const topic = draftTopic(title, row.line.line);
        giveLevel(topic, level);
        return topic;
      }),
    );
    if (title === '' || topics.length === 0) return topics;
    const section = draftSection(title, row.line.line);
    section.children = topics;
    return [section];
  });
}

/** A number, a mark or a picture rates how well something has to be known; it names nothing. */
const rating =
  /^(?:[\d.,/+%\s–—-]+|(?:[✅✔✓❌✗☑☐★☆⭐●○⚪\s-]|🟢|🟡|🔴|\uFE0F)+|!\[[^\]]*\]\([^)]*\)|x|yes|no|да|нет)$/iu;

/** `Pods<br>Services`, `• Pods • Services` and `Pods; Services` list two things; a comma alone joins words of one. */
function itemsOf(cell: string): string[] {
  return cell
    .split(/<br\s*\/?>|;\s|<\/?(?:li|ul|ol)>|(?:^|\s)[•▪◦]/i)
    .map((one) => readable(one.replace(/^[-*+]\s+/, '')))
    .filter((one) => one !== '' && !/^[-—–.…]+$/.test(one));
}
