// FencedOutline: an outline that its author put into one fence of code, the only one and nearly all of the note (FORMATS L1, T3).
import { listOf } from '../outline/part.ts';
import type { Line, Lines } from '../syntax/lines.ts';
import { readItemHead } from '../syntax/list-item.ts';
import { madeBullet } from '../syntax/made-lines.ts';
import { type RawLine, rawLines } from './drawn.ts';
import { hasOddSigns } from './indented.ts';

/** A fence without a language, or one that says that it holds a text. */
const fence = /^ {0,3}(?:`{3,}|~{3,})\s*(?:te?xt|plain(?: ?text)?|md|markdown)?$/i;
const anyFence = /^ {0,3}(?:`{3,}|~{3,})/;
/** `Part 2`, `Domain 2.0`, `🟢 2.`, 第2章: what is before the number, and the number. */
const counted = /^(\D{0,20})(\d{1,3})(?:\.0)?(?!\d|\.\d)/;

/**
 * The lines of such a fence: titles that count from 1 on are sections, all others are items. None where there are fewer than three such
 * titles, or where the lines look like code.
 */
export function fencedLines({ source, length }: Lines, from: number): Line[] {
  const written = [...rawLines(source, from)].filter(({ text }) => text.trim() !== '');
  const marks = written.filter(({ text }) => anyFence.test(text));
  const [open, close = null, other] = marks;
  if (open === undefined || other !== undefined || !fence.test(open.text)) return [];
  const inside = written.filter((one) => one.line > open.line && (close === null || one.line < close.line));
  if (inside.length < 4 * length) return [];
  const titles = titlesIn(inside);
  const areAbove = inside.every((one, at) => !titles.has(one) || !titles.has(inside[at + 1] ?? one));
  const items = inside.filter((one) => !titles.has(one));
  if (titles.size < 3 || !areAbove || 10 * items.filter(isOdd).length > items.length) return [];
  return inside.map((one) => (titles.has(one) ? titleOf(one) : itemOf(one)));
}

/** Code, an answer of a quiz, or an item of Markdown. */
const isOdd = ({ text }: RawLine): boolean =>
  hasOddSigns(text.trim().replace(/\.$/, '')) ||
  /^\s*[A-Ha-h][.)]\s/.test(text) ||
  readItemHead(text, 0, text.length) !== null;

/** The lines at the margin that count on from 1, with the same words before each number. */
function titlesIn(lines: readonly RawLine[]): ReadonlySet<RawLine> {
  const series = new Map<string, RawLine[]>();
  for (const one of lines) {
    const [, before = '', number] = counted.exec(one.text) ?? [];
    const ones = listOf(series, before.replace(/[^\p{L}]/gu, '').toLowerCase());
    if (Number(number) === ones.length + 1 && /^\S/.test(one.text)) ones.push(one);
  }
  const [longest = []] = [...series.values()].sort((a, b) => b.length - a.length);
  return new Set(longest);
}

const titleOf = ({ line, start, text }: RawLine): Line => ({
  ...madeBullet(line, start, start + text.length, 0),
  kind: 'heading',
  depth: 5,
  head: null,
});

function itemOf({ line, start, text }: RawLine): Line {
  const blank = text.length - text.trimStart().length;
  return madeBullet(line, start + blank, start + text.length, blank);
}
