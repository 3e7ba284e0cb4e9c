// SectionOpeners: which lines that are no headings begin a section all the same (FORMATS S1, S3).
import { once } from '../../../text/word-table.ts';
import { blockTitle } from '../syntax/blocks.ts';
import { boldRun, readable } from '../syntax/inline.ts';
import { kind, type Lines, lineFlag } from '../syntax/lines.ts';
import { markers } from '../syntax/list-item.ts';
import {
  firstPart,
  hasLeadingSign,
  isCountedForm,
  leadingSign,
  type Numbered,
  splitNumber,
} from '../syntax/numbering.ts';
import { type Opening, openingOf } from './part.ts';
import { plainLabels } from './plain-labels.ts';
import { numberedSeries } from './plain-numbers.ts';
import { roleByTitle } from './section-roles.ts';

const htmlHeading = /^(?:<(?:div|center|p|a|b)\b[^<>]*>\s*)*<h([1-6])\b[^<>]*>/i;

/** `(page 3)`, `(4 h)`: where a title leads, or how much is below it. */
const behindTitle = /(\s\([^()]{0,40}\d[^()]{0,40}\))[:：]?$/;

const quoteWidth = 1000;

/** Of two kinds of blocks. */
const isCallout = (raw: string): boolean => raw.startsWith('[!');

export class SectionOpeners {
  /** Rows of the lines that are entries of a numbered outline. */
  readonly series: ReadonlySet<number>;
  /** Rows of short lines that are the titles of the lists below them. */
  private readonly labels: ReadonlySet<number>;
  private readonly text: string;
  private readonly lines: Lines;
  /** Rows of numbered items beside such as have nothing below them. */
  private alike: ReadonlySet<number> | null = null;

  constructor(lines: Lines) {
    this.text = lines.source.text;
    this.lines = lines;
    this.series = numberedSeries(lines);
    this.labels = plainLabels(lines);
  }

  /** `<h2 align="center">Title</h2>`, on one line or with the title on the next (FORMATS S1). */
  htmlHeading(line: string, row: number): Opening | null {
    if (line.charCodeAt(0) !== 60) return null;
    const tag = htmlHeading.exec(line);
    if (tag === null) return null;
    const inner = line.slice(tag.index + tag[0].length).replace(/<\/h[1-6]>[\s\S]*$/i, '');
    const text = readable(inner) === '' && this.isText(row + 1) ? this.lines.textOf(row + 1) : inner;
    // A heading of pictures alone opens nothing.
    const title = readable(text);
    const raw = title === '' || text.startsWith('![') ? '' : text;
    return { ...openingOf('heading', raw, Number(tag[1])), html: true };
  }

  /** The title of an admonition with boxes in it, or of a callout where these divide the note (FORMATS S1), or null. */
  blockOpening(raw: string, row: number): Opening | null {
    const title = this.titleOfBoxes(raw, row);
    if (title === null || (isCallout(raw) && !this.hasCallouts())) return null;
    return { opener: 'summary', raw: title, depth: 0, indent: this.columnOfBlock(raw, row) };
  }

  /** The title of a block with boxes in it. */
  private titleOfBoxes(raw: string, row: number): string | null {
    const { lines } = this;
    const title = blockTitle(raw, (lines.quote[row] as number) > 0);
    if (title === null) return null;
    const column = this.columnOfBlock(raw, row);
    for (let next = row + 1; next < lines.length && this.columnOf(next) > column; next++) {
      if (lines.kind[next] === kind.task) return title;
      if (lines.quote[next] === lines.quote[row] && isCallout(lines.textOf(next))) return null;
    }
    return null;
  }

  /** What the text of a block is right of: that of a callout is in the quote of its title, that of an admonition in one more. */
  private columnOfBlock(raw: string, row: number): number {
    return this.columnOf(row) - (isCallout(raw) ? (this.lines.indent[row] as number) + 1 : 0);
  }

  /** Where a line begins: of two the one in more quotes is further in, whatever its indentation. */
  columnOf(row: number): number {
    const { indent, quote } = this.lines;
    return (quote[row] as number) * quoteWidth + (indent[row] as number);
  }

  /** A plain line that opens a section (FORMATS S1), or null. */
  textOpening(raw: string, row: number): Opening | null {
    if (raw.length > 200) return null;
    const sign = leadingSign(raw);
    const bold = boldRun(raw.slice(sign.length)) ?? this.boldLink(raw, row);
    if (bold !== null) {
      const label = bold.after !== '' || /[:：]$/.test(bold.inner);
      const numbered = splitNumber(readable(bold.inner)).number !== null;
      // «**Remember this.**» is a sentence; so is a bold line that the next line of its paragraph goes on from.
      if (!numbered && /[.!?。]$/.test(bold.inner)) return null;
      if (!numbered && !this.lines.isIn(row, lineFlag.afterBlank) && this.isText(row - 1)) return null;
      // `📁 **Knots:**` is as much of a title without its colon.
      return label && !numbered && sign === ''
        ? openingOf('label', bold.inner.replace(/(?<!\s)\s*[:：]$/, ''))
        : openingOf('bold-line', bold.inner);
    }
    const title = readable(raw);
    const numbered = splitNumber(title);
    if (hasLeadingSign(title) && isCountedForm(numbered.form) && title.length <= 120)
      return openingOf('signed-number', raw);
    // A title of the next section is written like an item, and nothing of this line's.
    const beforeItems =
      this.isNextItem(row) && (this.lines.kind[row + 1] === kind.task || this.runOnTitle(row + 1) === null);
    if (beforeItems && title.length <= 120 && !/[.;,]$/.test(title) && !this.isCountedOn(numbered, row + 1)) {
      if (isCountedForm(numbered.form) || numbered.form === 'letter') return openingOf('numbered-line', raw);
    }
    // `#resources` is a tag.
    if (raw.startsWith('#')) return null;
    const isTitle = numbered.form === null && title.length <= 60 && !/[.!?,;]$/.test(title);
    if (this.labels.has(row) || (isTitle && roleByTitle(title) !== null))
      return openingOf('title-line', raw.replace(/[:：;]$/, ''));
    return null;
  }

  /** `[**Day 3**](day3.md)` above a list; without one it is a link as any other. */
  private boldLink(raw: string, row: number): ReturnType<typeof boldRun> {
    const label = raw.startsWith('[**') && this.isNextItem(row) ? /^\[(.*)\]\([^()]*\)$/.exec(raw) : null;
    return label === null ? null : boldRun(label[1] as string);
  }

  /** A list item that is a section: `1. Title` with bullets of another kind beside it, or a bold parent of items. */
  itemOpening(row: number): Opening | null {
    const { lines, text } = this;
    const { marker } = lines;
    if (marker[row] === 0 || lines.quote[row] !== 0) return null;
    const indent = lines.indent[row] as number;
    const isOrdered = (one: number): boolean => markers[marker[one] as number] === 'ordered';
    let next = row + 1;
    // `2. Practice:` with its details below heads the bullets behind them.
    if (isOrdered(row) && /[:：]/.test(text.charAt((lines.contentEnd[row] as number) - 1)))
      while (this.isText(next) && !lines.isIn(next, lineFlag.afterBlank)) next++;
    if (!this.isNextItem(next - 1)) return null;
    const nextIndent = lines.indent[next] as number;
    // Bullets beside it, or boxes right below: in a note of boxes a numbered item without one is no topic itself.
    const hasBoxes = lines.kind[next] === kind.task && lines.line[next] === (lines.line[row] as number) + 1;
    const isTitle = nextIndent < 2 || hasBoxes;
    if (isOrdered(row) && indent === 0 && !isOrdered(next) && isTitle) {
      if (this.isAlike(row)) return null;
      return openingOf('numbered-line', text.slice(lines.at[row], lines.contentEnd[row]));
    }
    // Also with boxes below: the first tick of a section must not make its bold parents anything else (FORMATS D6).
    if (nextIndent <= indent) return null;
    const [title, extent = ''] = lines.textOf(row).split(behindTitle);
    const bold = boldRun(title as string);
    if (bold === null) return null;
    return { opener: 'bold-item', raw: bold.inner.replace(/(?<!\s)\s*[:：]$/, '') + extent, depth: 0, indent };
  }

  /** Whether callouts divide the note: two or more with boxes, in a note of one heading at most. */
  private readonly hasCallouts = once(() => {
    const { lines } = this;
    const heading = lines.next(kind.heading, 0);
    if (heading >= 0 && lines.next(kind.heading, heading + 1) >= 0) return false;
    let count = 0;
    for (let row = lines.next(kind.text, 0); row >= 0; row = lines.next(kind.text, row + 1)) {
      const raw = lines.textOf(row);
      if (isCallout(raw) && this.titleOfBoxes(raw, row) !== null) count++;
    }
    return count > 1;
  });

  private isAlike(row: number): boolean {
    this.alike ??= alikeItems(this.lines);
    return this.alike.has(row);
  }

  /** Whether a numbered item holds the bullets in its own column, as one among others that have none. */
  holdsBullet(holder: number, row: number): boolean {
    const { indent, quote } = this.lines;
    const isBeside = indent[row] === indent[holder] && quote[row] === quote[holder];
    return isBeside && (this.alike?.has(holder) ?? false) && !isNumbered(this.lines, row);
  }

  /** Whether the next line is a list item in the same quote. */
  private isNextItem(row: number): boolean {
    const { lines } = this;
    return row + 1 < lines.length && lines.marker[row + 1] !== 0 && lines.quote[row + 1] === lines.quote[row];
  }

  private isText(row: number): boolean {
    return row >= 0 && row < this.lines.length && this.lines.kind[row] === kind.text;
  }

  /** `0 - Knots` above `1. Bends` is counted with the items, and no title of them; those of `Week 1` may begin with 2. */
  private isCountedOn({ form, number }: Numbered, item: number): boolean {
    const isNext = (): boolean => orderOf(this.lines, item) === Number(number) + 1;
    return form !== 'word' && number !== null && isNumbered(this.lines, item) && isNext();
  }

  private numberOf(row: number): string | null {
    return splitNumber(readable(this.lines.textOf(row))).number;
  }

  /** The title of section 1 of a run-on outline: the bullet directly before `1.1.` (FORMATS S3). */
  runOnTitle(row: number): string | null {
    if (!this.series.has(row + 1)) return null;
    const number = this.numberOf(row + 1);
    if (number === null || !/^\d+\.1$/.test(number)) return null;
    return `${firstPart(number)}. ${this.lines.textOf(row)}`;
  }

  /** Where the title of the next section begins inside the entry on a row: the last ` - ` before `N+1.1`; null where there is none. */
  runOnSplit(row: number): number | null {
    if (!this.series.has(row + 1)) return null;
    const [here, there] = [this.numberOf(row), this.numberOf(row + 1)];
    if (here === null || there === null || !there.endsWith('.1')) return null;
    if (firstPart(there) !== firstPart(here) + 1) return null;
    const at = this.lines.textOf(row).lastIndexOf(' - ');
    return at < 0 ? null : at;
  }
}

/** Rows of items 1, 2, 3 that are alike: where one of a run of numbers has nothing below it, all are topics (FORMATS T3). In a task list none is. */
function alikeItems(lines: Lines): ReadonlySet<number> {
  const alike = new Set<number>();
  if (lines.has(kind.task)) return alike;
  let run: number[] = [];
  let last = 0;
  const close = (): void => {
    const isBare = (row: number): boolean => lines.kind[row + 1] !== kind.bullet || isNumbered(lines, row + 1);
    if (run.length > 2 && run.some(isBare)) for (const row of run) alike.add(row);
    run = [];
  };
  for (let row = 0; row < lines.length; row++) {
    if (lines.kind[row] === kind.heading) close();
    if (!isNumbered(lines, row)) continue;
    const number = orderOf(lines, row);
    if (number !== last + 1) close();
    run.push(row);
    last = number;
  }
  close();
  return alike;
}

const isNumbered = ({ marker, indent, quote }: Lines, row: number): boolean =>
  markers[marker[row] as number] === 'ordered' && indent[row] === 0 && quote[row] === 0;

/** The number of an item that has one. */
export const orderOf = ({ source, at, content }: Lines, row: number): number =>
  Number.parseInt(source.text.slice(at[row], content[row]), 10);
