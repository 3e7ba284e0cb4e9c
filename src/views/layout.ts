// Layout: rows of cells, wrapped paragraphs and labelled values, measured in terminal columns.
import { displayWidth, isLink, pad, wrap } from '../text/width.ts';
import type { Paint, Theme } from './theme.ts';

/** Text that has been made harmless, the columns it gets and how it is painted once it is cut and padded. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly side?: 'left' | 'right';
  readonly paint?: Paint;
  /** True when `text` holds escape sequences already and is exactly as wide as it should be. */
  readonly painted?: boolean;
}

/** Between two columns. */
export const gap = '  ';

/** The cells of a bar on the widest terminal: more of them would only move the figures away from what they count. */
const longestBar = 40;
/** A bar makes room for titles, but keeps so many cells. */
const shortestBar = 8;

/** How many columns a bar gets on a terminal of so many; 0 where there is no room for one. */
export function barColumns(width: number): number {
  if (width < 52) return 0;
  if (width < 64) return shortestBar;
  return width < 80 ? 12 : Math.min(longestBar, Math.floor(width / 4));
}

/**
 * The columns of a bar behind texts that are this wide, in `room` for both: `most`, less what a text needs to be shown whole. A text
 * that would be cut beside the shortest bar as well takes nothing from it.
 */
export function barBeside(widths: readonly number[], room: number, most: number): number {
  const least = Math.min(shortestBar, most);
  const wanted = widths.reduce((sum, width) => (width <= room - least ? Math.max(sum, width) : sum), 0);
  return Math.max(least, Math.min(most, room - wanted));
}

/** What takes several lines is not set wider than this: the eye loses the line. */
const readable = 100;
/** A little more than that is still one line, rather than two of which the second has a word. */
const unbroken = 120;

/**
 * The columns of texts that are this wide, where there is `room` for them: what the longest takes that is shown whole. One that does
 * not fit is cut or wrapped in any case, and makes the column no wider than what is readable.
 */
export function textColumns(widths: readonly number[], room: number): number {
  const columns = (sum: number, width: number): number =>
    Math.max(sum, width <= room ? width : Math.min(room, readable));
  return widths.reduce(columns, 1);
}

/** The columns of short texts such as addresses, that are this wide: an eighth of the screen at most, but never less than `least`. */
export function labelColumns(widths: readonly number[], least: number, theme: Theme): number {
  const most = Math.max(least, Math.floor(theme.width / 8));
  return widths.reduce((sum, width) => Math.max(sum, Math.min(most, width)), 0);
}

/** Cells with two columns between them; empty cells at the end leave no white space behind. */
export function row(indent: number, cells: readonly Cell[], theme: Theme): string {
  let last = cells.length - 1;
  while (last >= 0 && cells[last]?.text.trim() === '') last--;
  let out = '';
  for (let i = 0; i <= last; i++) {
    const { text, width, side = 'left', paint, painted } = cells[i] as Cell;
    if (width <= 0) continue;
    if (out !== '') out += gap;
    if (painted) {
      out += text;
      continue;
    }
    const fitted = theme.fit(text, width);
    const before = side === 'right' ? ' '.repeat(Math.max(0, width - displayWidth(fitted))) : '';
    const after = side === 'left' && i < last ? ' '.repeat(Math.max(0, width - displayWidth(fitted))) : '';
    out += before + (paint && fitted !== '' ? paint(fitted) : fitted) + after;
  }
  return ' '.repeat(indent) + out;
}

/** A text that takes `columns`, cut or filled up to `width`. */
export function filled(text: string, columns: number, width: number, theme: Theme, paint: Paint): string {
  const fitted = columns <= width ? text : theme.fit(text, width);
  const space = width - (columns <= width ? columns : displayWidth(fitted));
  return (fitted === '' ? '' : paint(fitted)) + ' '.repeat(Math.max(0, space));
}

export function widest(texts: Iterable<string>): number {
  return most(texts, displayWidth);
}

/** The most that `columnsOf` gives for one of them. */
export function most<One>(all: Iterable<One>, columnsOf: (one: One) => number): number {
  let columns = 0;
  for (const one of all) columns = Math.max(columns, columnsOf(one));
  return columns;
}

/** Wrapped lines, the first after `head`, the others indented to begin beneath it; `head` is plain, `paintHead` colours it. */
export function hanging(head: string, text: string, theme: Theme, paint?: Paint, paintHead?: Paint): string[] {
  const indent = displayWidth(head);
  const isOneLine = displayWidth(text) <= Math.min(theme.width, unbroken) - indent;
  const columns = Math.max(1, Math.min(theme.width, isOneLine ? unbroken : readable) - indent);
  return beside(head, wrap(text, columns), paint, paintHead);
}

/** The same for a title, or another text that one looks for: in one line where the screen has room for it, however wide that is. */
export function heading(head: string, title: string, theme: Theme, paint?: Paint, paintHead?: Paint): string[] {
  const lines = wrap(title, Math.max(1, theme.width - displayWidth(head)));
  return lines.length > 1 ? hanging(head, title, theme, paint, paintHead) : beside(head, lines, paint, paintHead);
}

function beside(head: string, lines: readonly string[], paint?: Paint, paintHead?: Paint): string[] {
  const indent = displayWidth(head);
  return lines.map((line, index) => {
    const before = index > 0 ? ' '.repeat(indent) : paintHead ? paintHead(head) : head;
    return (before + (paint && line !== '' ? paint(line) : line)).trimEnd();
  });
}

/** Facts in a row with a dot between them; a fact that does not fit opens the next line. */
export function flow(
  indent: number,
  facts: readonly { readonly text: string; readonly paint?: Paint }[],
  theme: Theme,
): string[] {
  const columns = Math.max(1, theme.width - indent);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { text, paint } of facts) {
    const fitted = theme.fit(text, columns);
    const width = displayWidth(fitted);
    const painted = paint ? paint(fitted) : fitted;
    if (used > 0 && used + displayWidth(theme.dot) + width <= columns) {
      line += theme.dim(theme.dot) + painted;
      used += displayWidth(theme.dot) + width;
      continue;
    }
    if (used > 0) lines.push(line);
    line = ' '.repeat(indent) + painted;
    used = width;
  }
  if (used > 0) lines.push(line);
  return lines;
}

/** Lines that keep every space: broken where the columns end, as an editor without word wrap would. */
export function chop(text: string, columns: number): string[] {
  if (displayWidth(text) <= columns) return [text];
  return wrap(text.replaceAll(' ', '\u00a0'), columns).map((line) => line.replaceAll('\u00a0', ' '));
}

/** A command to type: it can be copied as it is written, over several lines too, and none of its words is broken. */
export function commandLines(indent: number, command: string, theme: Theme): string[] {
  const isOneLine = displayWidth(command) <= theme.width - indent;
  const lines = isOneLine ? [command] : wrap(command, Math.max(1, theme.width - indent - 2));
  return lines.map((line, index) => ' '.repeat(index === 0 ? indent : indent + 2) + theme.accent(line));
}

export interface Field {
  readonly label: string;
  /** Each value opens a line of its own; none: the field is left out. */
  readonly values: readonly string[];
  /** Values are titles behind a sign of one column: what is wrapped of one is beneath the words behind it, not beneath the sign of the next. */
  readonly signed?: boolean;
}

/**
 * Labels in one column, their values wrapped beside them; beneath where the screen is narrow, and where a link would not fit
 * beside its label: there it has the most room.
 */
export function fields(indent: number, all: readonly Field[], theme: Theme): string[] {
  const shown = all.filter(({ values }) => values.length > 0);
  const labelWidth = widest(shown.map(({ label }) => label));
  const isNarrow = theme.width - labelWidth < 24;
  const room = theme.width - indent - labelWidth - gap.length;
  return shown.flatMap(({ label, values, signed = false }) => {
    const beneath = isNarrow || values.some((value) => isLink(value) && displayWidth(value) > room);
    const valueLines = (head: string, value: string): string[] => {
      const sign = signed && !theme.ascii ? /^\S /.exec(value)?.[0] : undefined;
      if (sign === undefined) return hanging(head, value, theme, undefined, theme.dim);
      const before = head + sign;
      const paint: Paint = () => theme.dim(head) + sign;
      const lines = heading(before, value.slice(sign.length), theme, undefined, paint);
      return lines.map((line) => line.replaceAll('\u00a0', ' '));
    };
    if (beneath) {
      return [
        ...hanging(' '.repeat(indent), label, theme, theme.dim),
        ...values.flatMap((value) => valueLines(' '.repeat(indent + 2), value)),
      ];
    }
    return values.flatMap((value, index) => {
      const head = ' '.repeat(indent) + pad(index === 0 ? label : '', labelWidth) + gap;
      return valueLines(head, value);
    });
  });
}

/** Blocks with an empty line between them; while that makes more than `screen` lines, empty lines are given up from the top. */
export function page(blocks: readonly (readonly string[])[], screen = Number.POSITIVE_INFINITY): string {
  const shown = blocks.filter((block) => block.length > 0);
  let lines = shown.reduce((sum, block) => sum + block.length, 0) + shown.length - 1;
  let out = '';
  shown.forEach((block, index) => {
    if (index > 0) {
      if (lines > screen) lines--;
      else out += '\n';
    }
    out += `${block.join('\n')}\n`;
  });
  return out === '' ? '\n' : out;
}
