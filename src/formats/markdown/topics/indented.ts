// IndentedLine: an item that is indented like code.
import { pattern } from '../../../text/pattern.ts';
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { readItemHead, readMargin } from '../syntax/list-item.ts';
import { madeBullet } from '../syntax/made-lines.ts';
import { countTitles, hasOddSigns } from './plain-line.ts';

const numbered = pattern(String.raw`^\d{1,3}(?:\.\d{1,3})+\.?[ \t]+["'“«(¿¡*_[]*\p{L}`, 'u');

/** A line that Markdown takes for code, below the row of a line that counts. */
export interface CodeLine {
  readonly line: number;
  readonly at: number;
  readonly end: number;
  readonly indent: number;
}

/**
 * Items without a box, and titles behind a number of two parts, that are indented like code, where nothing else is between a
 * heading and the next line that counts; below other lines items with typographic bullets, with which no code begins. Plain
 * titles are so too in a note that lists nothing else and has twice as many of them as lines of prose.
 */
export function indentedItems(lines: Lines): Line[] {
  const blocks: (readonly [row: number, block: readonly CodeLine[]])[] = [];
  for (let row = 0; row < lines.length; row++) {
    const block = codeBelow(lines, row);
    if (block.length > 0) blocks.push([row, block]);
  }
  if (blocks.length === 0) return [];
  const areTitles = holdTitles(
    lines,
    blocks.flatMap(([, block]) => block),
  );
  return blocks.flatMap(([row, block]) => {
    const items = itemsOf(lines, row, block);
    return items.length === 0 && areTitles ? block.map(bulletOf) : items;
  });
}

const bulletOf = ({ line, at, end, indent }: CodeLine): Line => madeBullet(line, at, end, indent);

/** All lines between a row and the next one, where each of them is indented like code. */
export function codeBelow({ source: { text, lineStarts }, line, length }: Lines, row: number): readonly CodeLine[] {
  const found: CodeLine[] = [];
  const next = row + 1 < length ? (line[row + 1] as number) - 1 : lineStarts.length;
  for (let index = line[row] as number; index < next; index++) {
    const start = lineStarts[index] as number;
    const end = start + text.slice(start, lineStarts[index + 1] ?? text.length).trimEnd().length;
    const { at, outer, indent } = readMargin(text, start, end);
    if (at >= end) continue;
    if (outer < 4) return [];
    found.push({ line: index + 1, at, end, indent });
  }
  return found;
}

function itemsOf(lines: Lines, row: number, block: readonly CodeLine[]): readonly Line[] {
  const { text } = lines.source;
  const items: Line[] = [];
  // `**1. Knots**` heads `1.1 Bends` as a heading does.
  const isBold = lines.kind[row] === kind.text && lines.textOf(row).startsWith('**');
  const isHeading = isBold || lines.kind[row] === kind.heading;
  for (const one of block) {
    const head = readItemHead(text, one.at, one.end);
    const isNumbered = head === null && isHeading && numbered().test(text.slice(one.at, one.end));
    if (!isNumbered && (head === null || head.box !== null)) return [];
    if (!isHeading && head?.marker !== 'typographic') return [];
    const at = head?.content ?? one.at;
    if (at < one.end) items.push(bulletOf({ ...one, at }));
  }
  return items;
}

function holdTitles(lines: Lines, block: readonly CodeLine[]): boolean {
  const { text } = lines.source;
  const kinds = lines.kind.subarray(0, lines.length);
  const prose = kinds.filter((one) => one === kind.text).length;
  if (block.length < 4 || block.length < 2 * prose) return false;
  if (!kinds.every((one) => one === kind.text || one === kind.heading)) return false;
  return areTitles(
    block.map(({ at, end }) => text.slice(at, end)),
    hasOddSigns,
  );
}

function areTitles(written: readonly string[], isOther: (own: string) => boolean): boolean {
  const odd = written.filter(isOther).length;
  return 10 * odd <= written.length && 4 * countTitles(written) >= 3 * written.length;
}

/**
 * Short titles one below the other below headings, in a note of nothing else: what Markdown takes for a paragraph. Three in four lines below
 * headings are so, and one heading in four at most has nothing below it.
 */
export function stackedTitles(lines: Lines): Line[] {
  const first = lines.next(kind.heading, 0);
  const rows = first < 0 ? [] : Array.from({ length: lines.length - first }, (_, at) => first + at);
  const texts = rows.filter((row) => lines.kind[row] === kind.text && lines.quote[row] === 0);
  const headings = rows.filter((row) => lines.kind[row] === kind.heading);
  const isText = new Set(texts);
  const follows = (row: number): boolean =>
    isText.has(row - 1) && isText.has(row) && lines.line[row] === (lines.line[row - 1] as number) + 1;
  const stacked = texts.filter((row) => follows(row) || follows(row + 1));
  const isBare = (row: number): boolean =>
    !isText.has(row + 1) && !((lines.depth[row + 1] ?? 0) > (lines.depth[row] as number));
  const isAll = texts.length + headings.length === rows.length && 4 * headings.filter(isBare).length <= headings.length;
  if (!isAll || headings.length < 2 || stacked.length < 4 || 4 * stacked.length < 3 * texts.length) return [];
  const isOther = (own: string): boolean => own.length > 60 || /[。；，：]$/.test(own) || hasOddSigns(own);
  if (
    !areTitles(
      stacked.map((row) => lines.textOf(row)),
      isOther,
    )
  )
    return [];
  const { line, content, contentEnd, indent } = lines;
  return texts.map((row) =>
    madeBullet(line[row] as number, content[row] as number, contentEnd[row] as number, indent[row] as number),
  );
}
