// BareBox: a line that is a box or a mark and text, without a bullet; a number may be before the box (FORMATS L3).
import type { Status } from '../../../model/roadmap.ts';
import { pattern } from '../../../text/pattern.ts';
import { leadingMark, signsOf } from '../../words/marks.ts';
import { knownMarks, statusOfMark } from '../syntax/box-mark.ts';
import { kind, type Line, type Lines } from '../syntax/lines.ts';
import { madeBullet } from '../syntax/made-lines.ts';
import { plainWords } from '../syntax/task-line.ts';
import { codeBelow } from './indented.ts';

const open = signsOf('empty');
const ticked = signsOf('tick', 'ticked');
const sign = String.raw`(?:([${open}${ticked}])\uFE0F?|\[[ \t]?([${knownMarks}]?)\uFE0F?[ \t]?\])`;
const box = String.raw`${sign}[ \t]+(?=\S)(?![(:])`;
const anyBox = pattern(String.raw`^[ \t]*${box}`, 'mu');
const signOnBullet = pattern(
  String.raw`^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+(?:[${open}]|\[\][ \t]|<(?:input|label)\b)`,
  'mu',
);
/** `1.1`, `1.1.` or `a)` before a box; behind `1.` Markdown sees one. */
const number = String.raw`(?:\d{1,3}(?:\.\d{1,3})+[.):]?|[a-zA-Z][.)])[ \t]+(?=\[)`;
const anyNumber = pattern(String.raw`^[ \t]*${number}`, 'm');
const numberHere = pattern(`^${number}`, '');
const boxHere = pattern(`^${box}`, 'u');
/** `<label><input type="checkbox" checked> Knots</label>` */
const formBox = /^(?:<label\b[^<>]*>\s*)?<input\b([^<>]*)>\s*(?=\S)/i;
const anyFormBox = /<input\b/i;

const attributesOf = (raw: string): string | null => {
  const attributes = formBox.exec(raw)?.[1] ?? '';
  return /\bcheckbox\b/i.test(attributes) ? attributes : null;
};

const boxAlone = pattern(`^${sign}?$`, 'u');

const numberBefore = (raw: string): string => numberHere().exec(raw)?.[0] ?? '';

/** Whether a text opens with a box and has words: fields alone, such as `✅ 2026-01-01`, are no topic. */
export function isBareBox(raw: string): boolean {
  if (raw.startsWith('<')) return attributesOf(raw) !== null;
  if (!boxHere().test(raw.slice(numberBefore(raw).length))) return false;
  const words = plainWords(raw);
  return words === null || !boxAlone().test(words);
}

/** Whether a list item without a box of Markdown's opens with one that its author meant: `[]`, `[x ]`, `[ x]`. */
export const isSloppyBox = (raw: string): boolean => raw.startsWith('[') && isBareBox(raw);

/** Those lines as bullets, in order; `lines` are all that count. */
export function bareBoxes(lines: Lines): Line[] {
  const found: Line[] = [];
  const { text } = lines.source;
  if (!anyBox().test(text) && !anyNumber().test(text) && !anyFormBox.test(text)) return found;
  for (let row = 0; row < lines.length; row++) {
    if (lines.kind[row] !== kind.text || lines.quote[row] !== 0 || !isBareBox(lines.textOf(row))) continue;
    const [start, end] = [lines.at[row] as number, lines.contentEnd[row] as number];
    found.push(madeBullet(lines.line[row] as number, start, end, lines.indent[row] as number));
    // What is nested below it looks like code to Markdown.
    for (const { line, at, end, indent } of codeBelow(lines, row))
      if (isBareBox(text.slice(at, end))) found.push(madeBullet(line, at, end, indent));
  }
  return found;
}

/** Whether a bullet opens with a box, an empty one such as `[]` as well, or a sign of progress, one of what is under way among them, and has words. */
export const isMarked = (raw: string): boolean => isBareBox(raw) || underWay(raw) !== null;

function underWay(raw: string): BareBox | null {
  const mark = leadingMark(raw);
  return mark?.kind === 'doing' && mark.rest !== '' ? { status: 'doing', title: mark.rest, isBox: false } : null;
}

/** The bullets that do, two at least, where an open one is among them; else none. */
export function markedBullets(lines: Lines): readonly Line[] {
  const { text } = lines.source;
  const found: Line[] = [];
  if (!signOnBullet().test(text)) return found;
  for (let row = lines.next(kind.bullet, 0); row >= 0; row = lines.next(kind.bullet, row + 1))
    if (isMarked(lines.textOf(row))) found.push(lines.lineAt(row));
  return found.length > 1 && hasOpenKind(text, found) ? found : [];
}

/** How many bullets open with a tick, whether it says done or decorates them. */
export function countTicked(lines: Lines): number {
  let count = 0;
  for (let row = lines.next(kind.bullet, 0); row >= 0; row = lines.next(kind.bullet, row + 1))
    if (/^tick/.test(leadingMark(lines.textOf(row))?.kind ?? '')) count++;
  return count;
}

export interface BareBox {
  readonly status: Status;
  /** Without the box. */
  readonly title: string;
  /** Brackets, no sign. */
  readonly isBox: boolean;
}

/** The box that a text of a note begins with; null where there is none. */
export function bareBox(raw: string, text: string): BareBox | null {
  const attributes = raw.startsWith('<') ? attributesOf(raw) : null;
  if (attributes !== null)
    return { status: /\bchecked\b/i.test(attributes) ? 'done' : 'todo', title: raw.replace(formBox, ''), isBox: true };
  const number = numberBefore(raw);
  const match = boxHere().exec(raw.slice(number.length));
  if (match === null) return underWay(raw);
  const [whole, sign, mark] = match;
  const title = number + raw.slice(number.length + whole.length);
  if (sign !== undefined) return { status: ticked.includes(sign) ? 'done' : 'todo', title, isBox: false };
  return { status: statusOfMark((mark || ' ').charCodeAt(0), text), title, isBox: true };
}

/** Boxes are there to be ticked. ✅ and ☑ alone are so too where an open one is among them; else they may decorate. */
export function hasOpenKind(text: string, lines: readonly Line[]): boolean {
  return lines.some(({ content }) => !ticked.includes(String.fromCodePoint(text.codePointAt(content) as number)));
}
