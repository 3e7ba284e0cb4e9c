// Theme: how things look: symbols or words, bars, the width there is, and which colour means what.
import type { Commands, Language, Messages } from '../lang/messages.ts';
import type { Status, Text } from '../model/roadmap.ts';
import { wording } from '../model/roadmap.ts';
import { visible, visibleIsolated } from '../text/visible.ts';
import { displayWidth, pad, truncate } from '../text/width.ts';

export interface ThemeOptions {
  /** Columns of the terminal; 0 or infinite where there is none, taken as 80. */
  readonly width: number;
  readonly painter: Painter;
  /** Words instead of symbols, and bars of ASCII, for screen readers, poor fonts and terminals that know no UTF-8. */
  readonly ascii: boolean;
  readonly language: Language;
  readonly messages: Messages;
  readonly commands: Commands;
}

export type Paint = (text: string) => string;

/**
 * The few colours there are; views/colors.ts has the ones that a terminal shows. Each can be read on a dark and on a light background,
 * which yellow, white and the bright ones cannot; so warnings are magenta, as those of compilers are.
 */
export interface Painter {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly green: Paint;
  readonly magenta: Paint;
  readonly red: Paint;
  readonly cyan: Paint;
}

/** No colour. */
export const same: Paint = (text) => text;
export const plainPainter: Painter = { bold: same, dim: same, green: same, magenta: same, red: same, cyan: same };

/** Painters go around text that is already cut and padded: escape sequences must not be measured. */
export interface Theme {
  readonly width: number;
  readonly ascii: boolean;
  readonly language: Language;
  readonly messages: Messages;
  /** What is to be typed next, for the roadmap that was meant. */
  readonly commands: Commands;
  readonly title: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly warn: Paint;
  readonly bad: Paint;
  readonly accent: Paint;
  /** Between facts on one line. */
  readonly dot: string;
  /** Columns that every mark takes. */
  readonly markWidth: number;
  /** The state as a symbol that differs in shape, or as a word; always `markWidth` columns wide. */
  mark(status: Status): string;
  /** The same without colour and padding, for text that is wrapped. */
  symbol(status: Status): string;
  paintStatus(status: Status): Paint;
  /** Exactly `columns` wide. Full only when all is done, never empty once something is. */
  bar(done: number, total: number, columns: number): string;
  /** Cut to `columns`, with an ellipsis where something was lost. */
  fit(text: string, columns: number): string;
  /** A wording of the user in the language of the theme, as `show` makes it. */
  say(text: Text): string;
  /**
   * A text of the user that is read: harmless, one line, and isolated where it has right-to-left letters. What is copied, such as a
   * path, a link or a command, takes no such marks along: `visible` alone makes that harmless.
   */
  show(text: string): string;
}

const fallbackWidth = 80;
const symbols: { readonly [status in Status]: string } = { todo: '○', doing: '◐', done: '✓', skipped: '–' };

function cut(text: string, columns: number, ascii: boolean): string {
  if (columns <= 0) return '';
  if (!ascii || displayWidth(text) <= columns) return truncate(text, columns);
  return columns < 4 ? '.'.repeat(columns) : `${truncate(text, columns - 2).replace(/…$/, '')}...`;
}

export function themeFor({ width, painter, ascii, language, messages, commands }: ThemeOptions): Theme {
  const paints: { readonly [status in Status]: Paint } = {
    todo: same,
    doing: painter.magenta,
    done: painter.green,
    skipped: painter.dim,
  };
  const words = Object.values(messages.mark);
  const markWidth = ascii ? Math.max(...words.map(displayWidth)) : 1;
  const symbol = (status: Status): string => (ascii ? messages.mark[status] : symbols[status]);
  const [filled, empty] = ascii ? ['#', '-'] : ['█', '░'];
  const bars = new Map<number, string>();
  // A terminal that shows words for symbols would show signs for the marks.
  const show = ascii ? visible : visibleIsolated;
  return {
    width: Number.isFinite(width) && width > 0 ? Math.floor(width) : fallbackWidth,
    ascii,
    language,
    messages,
    commands,
    title: painter.bold,
    dim: painter.dim,
    good: painter.green,
    warn: painter.magenta,
    bad: painter.red,
    accent: painter.cyan,
    dot: ascii ? ', ' : ' · ',
    markWidth,
    mark: (status) => paints[status](pad(symbol(status), markWidth)),
    symbol,
    paintStatus: (status) => paints[status],
    bar: (done, total, columns) => {
      if (columns <= 0) return '';
      const share = total === 0 ? 0 : Math.floor((columns * done) / total);
      const full = done > 0 ? Math.max(1, share) : 0;
      const key = columns * 65_536 + full;
      const known = bars.get(key);
      if (known !== undefined) return known;
      const bar = painter.green(filled.repeat(full)) + painter.dim(empty.repeat(columns - full));
      bars.set(key, bar);
      return bar;
    },
    fit: (text, columns) => cut(text, columns, ascii),
    say: (text) => show(wording(text, language)),
    show,
  };
}
