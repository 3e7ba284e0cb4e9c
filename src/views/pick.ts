// Pick: the whole screen of the picker: the tree, what is known of the topic one is at, and the keys.
import type { PickSentences } from '../lang/messages.ts';
import { fit, type PickNode } from '../model/pick-tree.ts';
import { type PickedChange, type Picker, stateAt } from '../model/picker.ts';
import { percentOf } from '../model/progress.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { displayWidth } from '../text/width.ts';
import { datesText } from './change.ts';
import { fields, hanging, page } from './layout.ts';
import { type Drawing, fitted, type KeyHint, keyLine, paintedWidth, type ScreenSize } from './screen.ts';
import type { Theme } from './theme.ts';
import { levelText } from './topics.ts';

export interface PickTheme extends Theme {
  readonly pick: PickSentences;
}

export interface PickView {
  readonly picker: Picker;
  readonly title: Roadmap['title'];
  /** What is known of the node that one is at, in lines for a width. */
  readonly details: (at: number, columns: number) => readonly string[];
}

interface Layout {
  readonly hasTitle: boolean;
  readonly hasKeys: boolean;
  readonly hasStatus: boolean;
  readonly tree: ScreenSize;
  /** Null where there is no room for them. */
  readonly details: ScreenSize | null;
  readonly isBeside: boolean;
}

const leastBeside = 80;
const widestTree = 90;
/** Between the tree and what is beside it. */
const rule = { unicode: ' │ ', ascii: ' | ', below: '─', belowAscii: '-' };

function layoutFor({ columns, rows }: ScreenSize): Layout {
  const [hasTitle, hasStatus, hasKeys] = [rows >= 6, rows >= 3, rows >= 4];
  const body = Math.max(1, rows - [hasTitle, hasStatus, hasKeys].filter(Boolean).length);
  const common = { hasTitle, hasStatus, hasKeys };
  if (columns >= leastBeside) {
    const tree = Math.max(46, Math.min(widestTree, Math.floor(columns / 2)));
    const beside = { columns: columns - tree - rule.unicode.length, rows: body };
    return { ...common, tree: { columns: tree, rows: body }, details: beside, isBeside: true };
  }
  const below = body < 14 ? 0 : Math.floor(body * 0.4);
  const tree = { columns, rows: below === 0 ? body : body - below - 1 };
  return { ...common, tree, details: below === 0 ? null : { columns, rows: below }, isBeside: false };
}

/** How many lines of the tree are shown, and how far what is beside it can be scrolled. */
export function pickRoom({ picker, details }: PickView, size: ScreenSize): { page: number; end: number } {
  const { tree, details: room } = layoutFor(size);
  const lines = room === null ? 0 : details(picker.at, room.columns).length;
  return { page: tree.rows, end: Math.max(0, lines - (room?.rows ?? 0)) };
}

/** The screen as it is now. */
export function drawPick(view: PickView, size: ScreenSize, theme: PickTheme): Drawing {
  const layout = layoutFor(size);
  const head = layout.hasTitle ? [titleLine(view, size.columns, theme)] : [];
  const body = bodyLines(view, layout, theme);
  const status = layout.hasStatus ? [statusLine(view, size.columns, theme)] : [];
  const keys = layout.hasKeys ? [keyLine(hintsFor(view.picker, theme), size.columns, theme)] : [];
  const { isTyping, filter } = view.picker;
  const column = Math.min(size.columns - 1, displayWidth(` /${filter}`));
  const lines = [...head, ...body, ...status, ...keys].slice(0, size.rows);
  return { lines, cursor: isTyping && layout.hasStatus ? { row: head.length + body.length, column } : null };
}

function titleLine({ picker, title }: PickView, columns: number, theme: PickTheme): string {
  const { counts, marks, tree } = picker;
  const [done, total] = [counts.done, counts.total].map((all) => all[tree.nodes.length] as number) as [number, number];
  const share = `${done}/${total}${theme.dot}${percentOf(done, total)}%`;
  const changes = marks.size === 0 ? '' : `${theme.dot}${theme.pick.changes(marks.size)}`;
  const room = Math.max(0, columns - 3 - displayWidth(share + changes));
  const name = theme.fit(theme.say(title), room);
  const gap = ' '.repeat(Math.max(2, columns - 1 - displayWidth(name) - displayWidth(share + changes)));
  return fitted(` ${theme.title(name)}${gap}${share}${theme.warn(changes)}`, columns, theme);
}

function bodyLines(view: PickView, layout: Layout, theme: PickTheme): string[] {
  const { tree, details: room, isBeside } = layout;
  const rows = treeLines(view.picker, tree, theme);
  const alone = rows.map((line) => line.trimEnd());
  if (room === null) return alone;
  const { picker } = view;
  const known = picker.shown.length === 0 ? [] : view.details(picker.at, room.columns);
  const passed = Math.min(picker.scrolled, Math.max(0, known.length - room.rows));
  const beside = Array.from({ length: room.rows }, (_, row) => fitted(known[passed + row] ?? '', room.columns, theme));
  if (!isBeside) {
    const line = (theme.ascii ? rule.belowAscii : rule.below).repeat(room.columns);
    return [...alone, theme.dim(line), ...beside.map((line) => line.trimEnd())];
  }
  const between = theme.dim(theme.ascii ? rule.ascii : rule.unicode);
  return rows.map((line, row) => (line + between + beside[row]).trimEnd());
}

/** The part of the tree around the node that one is at. */
function treeLines(picker: Picker, { columns, rows }: ScreenSize, theme: Theme): string[] {
  const { shown, at } = picker;
  const top = Math.max(0, Math.min(shown.indexOf(at) - Math.floor(rows / 2), shown.length - rows));
  const seen = shown.slice(top, top + rows);
  const look = { columns, hasHolders: picker.tree.nodes.some(({ end }, place) => end > place + 1) };
  const lines = seen.map((place) => treeLine(picker, place, look, theme));
  return Array.from({ length: rows }, (_, row) => lines[row] ?? ' '.repeat(columns));
}

const signs = { folded: ['▸', '+'], open: ['▾', '-'], leaf: [' ', ' '] } as const;

function treeLine(
  picker: Picker,
  at: number,
  { columns, hasHolders }: { readonly columns: number; readonly hasHolders: boolean },
  theme: Theme,
): string {
  const one = picker.tree.nodes[at] as PickNode;
  const { node, depth, end } = one;
  const isHere = at === picker.at;
  const isHolder = end > at + 1;
  const status = stateAt(picker, at);
  const kind = !isHolder ? 'leaf' : picker.folded.has(at) ? 'folded' : 'open';
  const indent = ' '.repeat(Math.min(2 * depth, Math.floor(columns / 4)));
  const sign = hasHolders ? `${signs[kind][theme.ascii ? 1 : 0]} ` : '';
  const mark = status === null ? '' : `${theme.mark(status)} `;
  const head = `${isHere ? theme.accent('>') : ' '}${picker.marks.has(at) ? theme.warn('*') : ' '}`;
  const before = `${head}${indent}${theme.dim(sign)}${mark}${theme.accent(node.address)}  `;
  const space = columns - paintedWidth(before) - 1;
  const words = theme.say(node.title);
  const right = rightOf(picker, at, { used: columns - space + displayWidth(words), columns }, theme);
  const room = space - (right === '' ? 0 : displayWidth(right) + 2);
  const title = theme.fit(words, Math.max(1, room));
  const isDim = status === 'skipped' || picker.fits?.[at] === fit.above;
  const painted = isHere ? theme.title(title) : isDim ? theme.dim(title) : title;
  const gap = ' '.repeat(Math.max(0, room - displayWidth(title)) + (right === '' ? 0 : 2));
  return fitted(`${before}${painted}${gap}${theme.dim(right)}`, columns, theme);
}

/** What is behind a title: of a section how much of it is done, of a topic its level, which takes no room from a title where there is little. */
function rightOf(
  { tree, counts }: Picker,
  at: number,
  { used, columns }: { readonly used: number; readonly columns: number },
  theme: Theme,
): string {
  const { node } = tree.nodes[at] as PickNode;
  if (node.kind === 'section') return `${counts.done[at]}/${counts.total[at]}`;
  const level = levelText(node, theme);
  return columns >= 60 || used + displayWidth(level) + 2 <= columns ? level : '';
}

/** The line above the keys: the filter while it is typed, what the last key could not do, or what the tree is filtered by. */
function statusLine({ picker }: PickView, columns: number, theme: PickTheme): string {
  const { pick } = theme;
  const { isTyping, filter, remark, fits, shown } = picker;
  const typed = filter === '' && !isTyping ? '' : ` /${theme.say(filter)}`;
  const found = shown.reduce((sum, at) => sum + (fits !== null && fits[at] === fit.yes ? 1 : 0), 0);
  const about = remark !== null ? pick.remark[remark] : fits === null ? '' : pick.fitting(found);
  const paint = remark === null ? theme.dim : theme.warn;
  // What is typed is what one looks at: the rest gives way.
  const room = columns - displayWidth(typed) - 2;
  const rest = about === '' || room < 8 ? '' : `${typed === '' ? ' ' : '  '}${paint(theme.fit(about, room))}`;
  return fitted(typed + rest, columns, theme).trimEnd();
}

function hintsFor({ isTyping, filter, marks }: Picker, { pick }: PickTheme): KeyHint[] {
  const { key, does } = pick;
  if (isTyping) {
    return [
      [key.enter, does.keepFilter],
      [key.escape, does.clearFilter],
    ];
  }
  return [
    ...(marks.size === 0 ? [] : [[key.enter, does.review] as const]),
    [key.space, does.done],
    ...(filter === '' ? [] : [[key.escape, does.clearFilter] as const]),
    ['?', does.keys],
    ['/', does.filter],
    ['s', does.start],
    ['x', does.skip],
    ['r', does.reopen],
    ['q', does.leave],
    ['o', does.open],
    ['e', does.edit],
  ];
}

/** All keys, each with what it does. */
export function keyLines(theme: PickTheme): string[] {
  const { pick } = theme;
  const rows = pick.help.map(([keys, words]) => ({ label: keys, values: [words] }));
  return page([hanging(' ', pick.helpTitle, theme, theme.title), fields(1, rows, theme)])
    .split('\n')
    .slice(0, -1);
}

export interface PickReview {
  readonly changes: readonly PickedChange[];
  /** Of each file its name and the lines that differ. */
  readonly diffs: readonly (readonly string[])[];
  readonly erased: readonly { readonly address: string; readonly day: string }[];
  readonly isRehearsal: boolean;
}

/** What is going to be written: each topic with its old and its new state, the dates that go, and the lines of the files. */
export function reviewLines({ changes, diffs, erased, isRehearsal }: PickReview, theme: PickTheme): string[] {
  const { pick } = theme;
  const arrow = theme.ascii ? '->' : '→';
  const topics = changes.map(({ topic, to }) => {
    const head = ` ${theme.mark(topic.status)} ${theme.dim(arrow)} ${theme.mark(to)} ${theme.accent(topic.address)}  `;
    const room = Math.max(1, theme.width - paintedWidth(head));
    return head + theme.fit(theme.say(topic.title), room);
  });
  const gone =
    erased.length === 0 ? [] : hanging(' ', pick.erases(erased.length, datesText(erased, theme)), theme, theme.warn);
  const note = isRehearsal ? hanging(' ', theme.messages.dryRun, theme, theme.dim) : [];
  const head = hanging(' ', pick.changes(changes.length), theme, theme.title);
  return page([[...head, ...topics], gone, ...diffs, note])
    .split('\n')
    .slice(0, -1);
}

/** The keys below that. */
export function reviewHints({ pick: { key, does } }: PickTheme, isRehearsal: boolean): KeyHint[] {
  return [
    [key.enter, isRehearsal ? does.end : does.save],
    [key.escape, does.back],
  ];
}
