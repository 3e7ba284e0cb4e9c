// Status: how far one is, per section and level, and what comes next.
import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts';
import type { NamedNext } from '../model/next.ts';
import type { Origin } from '../model/origin.ts';
import type { Part } from '../model/part.ts';
import {
  doneOn,
  type LevelProgress,
  type Progress,
  period,
  type SectionProgress,
  type Tally,
} from '../model/progress.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { displayWidth, wrap } from '../text/width.ts';
import {
  barBeside,
  barColumns,
  type Cell,
  commandLines,
  filled,
  flow,
  gap,
  hanging,
  labelColumns,
  most,
  page,
  row,
  textColumns,
  widest,
} from './layout.ts';
import { noneFits, noTopics } from './nothing.ts';
import { partName } from './part.ts';
import { type Paint, same, type Theme } from './theme.ts';

export interface StatusView {
  /** Of a part only that part. */
  readonly roadmap: Roadmap;
  /** Null for the whole. */
  readonly part: Part | null;
  readonly origin: Origin;
  readonly progress: Progress;
  /** The first one comes with the command that ticks it. */
  readonly next: readonly NamedNext[];
  readonly today: CalendarDate;
  /** Of the terminal: no more sections are shown than fit. Null where nothing has to fit. */
  readonly rows: number | null;
  /** What is to be said of the pace, as lines; absent where it is nothing. */
  readonly paceLines?: readonly string[];
}

/** Of a terminal with 24 rows, less the one for the shell's prompt. */
const screen = 23;
/** Deeper sections are shown while all rows together stay within this. */
const roomForRows = 15;
/** Of the one bar where there are no sections. */
const longestWhole = 60;
const leastAddress = 10;
/** Of the name of a part. */
const mostNameLines = 3;

interface Row {
  readonly section: SectionProgress;
  readonly depth: number;
  readonly title: string;
  /** Columns that the title takes. */
  readonly titleWidth: number;
  /** `3/10` */
  readonly count: string;
  readonly extra: string;
}

/** The columns of the table; levels and the heading keep to them. */
interface Grid {
  readonly address: number;
  readonly title: number;
  readonly bar: number;
  readonly count: number;
  readonly extra: number;
}

const countText = ({ done, total }: Pick<Tally, 'done' | 'total'>): string => `${done}/${total}`;
export const shareText = (tally: Pick<Tally, 'done' | 'total' | 'percent'>, theme: Theme): string =>
  `${countText(tally)}${theme.dot}${tally.percent}%`;

interface Placed {
  readonly section: SectionProgress;
  readonly depth: number;
}

function placedDownTo(sections: readonly SectionProgress[], limit: number, depth = 0, found: Placed[] = []): Placed[] {
  for (const section of sections) {
    found.push({ section, depth });
    if (depth < limit) placedDownTo(section.sections, limit, depth + 1, found);
  }
  return found;
}

function rowsOf(progress: Progress, theme: Theme): Row[] {
  let placed = placedDownTo(progress.sections, 0);
  for (let limit = 1; placed.length <= roomForRows; limit++) {
    const deeper = placedDownTo(progress.sections, limit);
    if (deeper.length === placed.length || deeper.length > roomForRows) break;
    placed = deeper;
  }
  return placed.map(({ section, depth }) => {
    const title = '  '.repeat(depth) + theme.say(section.title);
    const count = countText(section.tally);
    const extra = extraText(section.tally, theme);
    return { section, depth, title, titleWidth: displayWidth(title), count, extra };
  });
}

/** What a section has beside todo and done, in marks; the line of facts below spells the same marks out. */
function extraText({ doing, skipped }: Tally, theme: Theme): string {
  if (theme.ascii || doing + skipped === 0) return '';
  return [doing > 0 ? `◐${doing}` : '', skipped > 0 ? `–${skipped}` : ''].filter((part) => part !== '').join(' ');
}

function gridFor(rows: readonly Row[], view: StatusView, theme: Theme): Grid {
  const { levels } = view.progress;
  const addresses = rows.map(({ section }) => section.address?.length ?? 0);
  const address = labelColumns(addresses, leastAddress, theme);
  const count = Math.max(
    most(rows, (row) => row.count.length),
    most(levels, ({ tally }) => countText(tally).length),
  );
  let extra = theme.width < 64 ? 0 : most(rows, (row) => row.extra.length);
  let bar = barColumns(theme.width);
  // Levels begin where the addresses do.
  const before = address && address + 2;
  const rest = (): number => theme.width - 1 - before - (bar && bar + 2) - (2 + count) - 6 - (extra && extra + 2);
  if (rest() < 20) extra = 0;
  if (rest() < 16) bar = 0;
  const { names, wholes } = levelWidths(view, theme);
  const titles = [...rows.map(({ titleWidth }) => titleWidth), ...names.map((width) => width - before)];
  bar = barBeside(titles, rest() + bar, bar);
  const title = textColumns([...titles, ...wholes.map((width) => width - before), 12], rest());
  return { address, title, bar, count, extra };
}

const leftOf = ({ address, title }: Grid): number => (address === 0 ? 0 : address + 2) + title;
const rightEdge = (grid: Grid): number => 1 + leftOf(grid) + (grid.bar === 0 ? 0 : 2 + grid.bar) + 2 + grid.count + 6;

/** The bar, how many are done and how many percent, each behind a gap. */
function figures({ done, total, percent }: Tally, count: string, grid: Grid, theme: Theme): string {
  const paint = total > 0 && done === total ? theme.good : done === 0 ? theme.dim : same;
  const bar = grid.bar === 0 ? '' : `${gap}${theme.bar(done, total, grid.bar)}`;
  const share = `${percent}%`;
  return `${bar}${gap}${' '.repeat(grid.count - count.length)}${paint(count)}${gap}${' '.repeat(4 - share.length)}${paint(share)}`;
}

/** The title and how much is done; of a part its name, and beneath it of which roadmap it is one. */
function heading({ roadmap, part, progress }: StatusView, edge: number, theme: Theme): string[] {
  const share = progress.total.total === 0 ? '' : shareText(progress.total, theme);
  const room = Math.max(1, theme.width - 2 - displayWidth(share) - (share && 1 ? 2 : 0));
  const whole = theme.say(roadmap.title);
  const names = part === null ? [whole] : wrap(partName(part, theme), room);
  const lines = names.slice(0, mostNameLines).map((name, index) => {
    const isLast = index === mostNameLines - 1;
    return theme.fit(isLast ? names.slice(index).join(' ') : name, room);
  });
  const [first = '', ...others] = lines;
  const space = Math.max(2, edge - 1 - displayWidth(first) - displayWidth(share));
  return [
    ` ${theme.title(first)}${share === '' ? '' : ' '.repeat(space) + share}`,
    ...others.map((name) => ` ${theme.title(name)}`),
    ...(part === null ? [] : hanging(' ', theme.messages.partOf(whole), theme, theme.dim)),
  ];
}

/** The remarks beside the name of a level, the most important first. */
function levelNotes({ reached, projects }: LevelProgress, theme: Theme): string[] {
  const { messages } = theme;
  return [
    ...(reached ? [messages.reached] : []),
    ...(projects.total > 0 ? [messages.projects(projects.done, projects.total)] : []),
  ];
}

/** The columns of the names of the levels, and with the notes that are beside them where there is room. */
function levelWidths(
  { roadmap, progress }: StatusView,
  theme: Theme,
): { readonly names: readonly number[]; readonly wholes: readonly number[] } {
  const remark = roadmap.levelSource === 'inferred' ? [theme.messages.levelsInferred] : [];
  const names = progress.levels.map(({ level }) => displayWidth(theme.say(level.title)));
  const wholes = progress.levels.map((level, index) => {
    const notes = [...levelNotes(level, theme), ...(index === progress.levels.length - 1 ? remark : [])];
    return (names[index] as number) + (notes.length === 0 ? 0 : gap.length + displayWidth(notes.join(theme.dot)));
  });
  return { names, wholes };
}

function levelLines({ roadmap, progress }: StatusView, grid: Grid, theme: Theme): string[] {
  const left = leftOf(grid);
  const remark = roadmap.levelSource === 'inferred' ? theme.messages.levelsInferred : '';
  let isShown = remark === '';
  const lines = progress.levels.map((level, index) => {
    const name = theme.fit(theme.say(level.level.title), left);
    const notes = levelNotes(level, theme);
    const isLast = index === progress.levels.length - 1;
    const wanted = isLast && remark !== '' ? [...notes, remark] : notes;
    const fits = (some: readonly string[]): boolean =>
      displayWidth(name) + 2 + displayWidth(some.join(theme.dot)) <= left;
    const shown = [wanted, notes, notes.slice(0, 1)].find((some) => some.length > 0 && fits(some)) ?? [];
    if (isLast && shown === wanted) isShown = true;
    const cell = shown.length > 0 ? `${name}  ${shown.join(theme.dot)}` : name;
    const paint: Paint = (text) => theme.accent(text.slice(0, name.length)) + theme.dim(text.slice(name.length));
    const text = filled(cell, displayWidth(cell), left, theme, paint);
    return ` ${text}${figures(level.tally, countText(level.tally), grid, theme)}`;
  });
  return isShown || lines.length === 0 ? lines : [...lines, ...hanging(' ', remark, theme, theme.dim)];
}

function factLines({ roadmap, origin, progress, today }: StatusView, theme: Theme): string[] {
  const { messages } = theme;
  const { doing, skipped, done } = progress.total;
  const doneToday = doneOn(roadmap, today);
  // `no-topics` has a sentence of its own below.
  const bySeverity = (severity: string): number =>
    roadmap.diagnostics.filter((found) => found.severity === severity && found.code !== 'no-topics').length;
  const warnings = bySeverity('warning');
  const errors = bySeverity('error');
  const withMark = (mark: string, text: string): string => (theme.ascii ? text : `${mark} ${text}`);
  const facts: { text: string; paint?: Paint }[] = [];
  if (doing > 0) facts.push({ text: withMark('◐', messages.doing(doing)), paint: theme.paintStatus('doing') });
  if (skipped > 0) facts.push({ text: withMark('–', messages.skipped(skipped)), paint: theme.dim });
  if (doneToday > 0 && doneToday <= done) facts.push({ text: messages.doneToday(doneToday), paint: theme.good });
  if (progress.projects.total > 0)
    facts.push({ text: messages.projects(progress.projects.done, progress.projects.total) });
  if (progress.readiness !== null) facts.push({ text: messages.readiness(progress.readiness) });
  if (errors > 0) facts.push({ text: `${messages.errorCount(errors)} (\`lint\`)`, paint: theme.bad });
  if (warnings > 0) facts.push({ text: `${messages.warnings(warnings)} (\`lint\`)`, paint: theme.warn });
  const repaired = origin.repaired === null ? [] : hanging(' ', messages.repaired(origin.repaired), theme, theme.warn);
  return [...flow(1, facts, theme), ...repaired];
}

/** All done: how many, and over how long. The days come from the dates there are. */
export function celebration(roadmap: Roadmap, total: Tally, theme: Theme): string[] {
  const lines = hanging(theme.ascii ? ' ' : ' ✓ ', theme.messages.allDone(total.done), theme, theme.good, theme.good);
  const days = period(roadmap);
  if (days === null) return lines;
  const [first, last] = days;
  const indent = theme.ascii ? ' ' : '   ';
  return [
    ...lines,
    ...hanging(indent, theme.messages.period(first, last, daysBetween(first, last) + 1), theme, theme.dim),
  ];
}

/** The next topics, the label before the first, and beneath that the command that ticks it. */
export function nextLines(next: readonly NamedNext[], theme: Theme): string[] {
  const label = theme.messages.label.next;
  const width = widest(next.map(({ topic }) => topic.address));
  const indent = displayWidth(label) + 4;
  return next.flatMap(({ topic }, index) => {
    const title: Cell = {
      text: theme.say(topic.title),
      width: Math.max(1, theme.width - 1 - indent - width - 1),
      paint: theme.title,
    };
    const cells: Cell[] = [
      { text: index === 0 ? label : '', width: indent - 3, paint: theme.dim },
      { text: topic.address, width, paint: theme.accent },
      title,
    ];
    const command = theme.commands.to('done', topic.address);
    return [row(1, cells, theme), ...(index === 0 ? commandLines(indent, command, theme) : [])];
  });
}

function sectionLine({ section, depth, title, titleWidth, count, extra }: Row, grid: Grid, theme: Theme): string {
  const address = section.address ?? '';
  const before = grid.address === 0 ? '' : filled(address, address.length, grid.address, theme, theme.accent) + gap;
  const name = filled(title, titleWidth, grid.title, theme, depth > 0 ? theme.dim : same);
  const behind = extra === '' || grid.extra === 0 ? '' : gap + theme.dim(extra);
  return ` ${before}${name}${figures(section.tally, count, grid, theme)}${behind}`;
}

/** Of the rows those that fit, around the section of what comes next, and how many more there are. */
function rowsThatFit(rows: readonly Row[], room: number, next: readonly NamedNext[]): readonly Row[] {
  const address = next[0]?.topic.address ?? '';
  const here = rows.findIndex(
    ({ section }) => section.address !== null && `${address}.`.startsWith(`${section.address}.`),
  );
  const first = Math.max(0, Math.min(here - Math.floor(room / 2), rows.length - room));
  return rows.slice(first, first + room);
}

/** How many sections are not shown, and the command that shows them. */
function moreSections(count: number, part: Part | null, theme: Theme): string[] {
  const text = ` ${theme.messages.moreSections(count)}`;
  const command =
    part === null ? theme.commands.to('status', '--all-sections') : theme.commands.again('--all-sections');
  const columns = displayWidth(text) + 2;
  if (columns + displayWidth(command) > theme.width) return [theme.dim(text), ...commandLines(3, command, theme)];
  return [`${theme.dim(text)}  ${theme.accent(command)}`];
}

function lastLines({ roadmap, part, progress, next }: StatusView, theme: Theme): string[] {
  if (part === null && progress.sections.length === 0) return noTopics(roadmap, theme);
  const { total, done } = progress.total;
  if (total > 0 && done === total && part === null)
    return [...celebration(roadmap, progress.total, theme), ...nextLines(next, theme)];
  return next.length > 0 ? nextLines(next, theme) : hanging(' ', theme.messages.nothingOpen, theme, theme.dim);
}

/** `status`. Subsections appear while there is room for them; the whole stays on one screen for the usual 15 sections. */
export function drawStatus(view: StatusView, theme: Theme): string {
  const { roadmap, part, progress, next } = view;
  const rows = rowsOf(progress, theme);
  if (part !== null && rows.length + roadmap.projects.length === 0) return page([noneFits(part, theme)]);
  const isFlat = rows.length === 1 && rows[0]?.section.address === null;
  const all = isFlat ? [] : rows;
  const grid = gridFor(all, view, theme);
  const isBare = rows.length === 0 && part === null;
  const whole = isFlat ? Math.min(rightEdge(grid), longestWhole + 1) : rightEdge(grid);
  const edge = isBare || (isFlat && progress.levels.length === 0) ? Math.min(theme.width - 1, 44) : whole;
  const head = heading(view, edge, theme);
  const after = [
    levelLines(view, grid, theme),
    [...factLines(view, theme), ...(view.paceLines ?? [])],
    lastLines(view, theme),
  ];

  const lines = view.rows === null ? screen : view.rows - 1;
  const others = [head, ...after].reduce((sum, block) => sum + block.length, 0);
  const isCut = view.rows !== null && others + all.length > lines;
  // The empty line before each block, and what says how many more there are.
  const room = Math.max(1, lines - others - after.filter((block) => block.length > 0).length - 2);
  const shown = isCut ? rowsThatFit(all, room, next) : all;
  const table = shown.map((one) => sectionLine(one, grid, theme));
  if (shown.length < all.length) table.push(...moreSections(all.length - shown.length, part, theme));
  if (isFlat) table.push(` ${theme.bar(progress.total.done, progress.total.total, Math.max(1, edge - 1))}`);
  return page([head, table, ...after], lines);
}
