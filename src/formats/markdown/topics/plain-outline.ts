// PlainOutline: an outline written without any Markdown: lines that are alike open its sections, all others are items (FORMATS T3).
import { pattern } from '../../../text/pattern.ts';
import { listOf } from '../outline/part.ts';
import type { Line } from '../syntax/lines.ts';
import { madeBullet } from '../syntax/made-lines.ts';
import type { RawLine } from './drawn.ts';
import {
  countsUnit,
  countTitles,
  depthOf,
  holdsLink,
  isCode,
  isLink,
  isSentence,
  type PlainLine,
  plainLines,
} from './plain-line.ts';

/** `Knots: how to tie them`. */
const explained = pattern(String.raw`^(\p{Lu}[^:.!?]{1,50}): \p{L}\S* \S+ \S+`, 'u');

/** Lines nested by their indentation alone: at least half of them are indented, and few end like sentences or like code. */
export function nestedLines(raw: Iterable<RawLine>): Line[] {
  const lines = plainLines(raw);
  const odd = lines.filter(({ own }) => isCode(own)).length;
  const indents = lines.map(({ indent }) => indent).filter((indent) => indent > 0);
  if (lines.length < 4 || 2 * indents.length < lines.length || 10 * odd > lines.length) return [];
  // Where a single blank is how lines are nested it is no slip (FORMATS L5).
  const width = indents.includes(1) ? 2 : 1;
  return lines.map((line) => bulletOf({ ...line, indent: width * line.indent }));
}

/** Whether units such as `Week 2` divide a text. */
export const isCourse = (raw: Iterable<RawLine>): boolean => plainLines(raw).filter(countsUnit).length > 2;

/** The lines of an outline as sections and items; none where they are prose, code or data, or too few. */
export function plainOutline(raw: Iterable<RawLine>): Line[] {
  const all = plainLines(raw);
  const data = all.filter((line) => !countsUnit(line) && !holdsLink(line.own) && /^\d+\D?$|\d{3}/.test(line.own));
  if (all.length < 4 || 5 * data.length > all.length) return [];
  const ranks = ranksOf(all);
  if (ranks.size === 0) return plainList(all);
  const areLinks = 2 * all.filter(({ own }) => holdsLink(own)).length >= all.length;
  const lines = areLinks ? all : all.filter(({ own }) => !isLink(own));
  const start = lines.findIndex(({ isProse }) => !isProse);
  const root = treeOf(lines.slice(isTitle(lines[start], lines[start + 1]) ? start + 1 : 0), ranks);
  const found: Line[] = [];
  write(root, holdsItems(lines), found);
  // Of advice around a course nothing is left but the title that the course is below.
  const [outer, inner = 0] = [1, 2].map((depth) => found.filter((line) => line.depth === depth).length);
  if (outer === 1 && inner > 1 && found[0]?.depth === 1) found.shift();
  return isOutline(found, lines) ? found : [];
}

/** Without sections only units and keys are topics: `Step 1`, and nothing else that has a number. */
function isOutline(found: readonly Line[], lines: readonly PlainLine[]): boolean {
  const topics = found.filter(({ kind }) => kind === 'bullet');
  if (topics.length < found.length) return topics.length > 2;
  const units = new Set(lines.filter(countsUnit).map(({ line }) => line));
  return topics.length > 4 && topics.every(({ line }) => units.has(line));
}

/** The forms that open sections by their rank, the outermost first; all other lines are made items. */
function ranksOf(lines: readonly PlainLine[]): ReadonlyMap<string, number> {
  keepForms(lines, isSeries);
  const kept = keepForms(lines, areAbove);
  const order = ([form]: readonly [string, unknown]): number => depthOf(form) ?? (form === ':' ? 9 : 1);
  const ranks = new Map<string, number>();
  let before: readonly [form: string, places: readonly number[]] | null = null;
  for (const one of [...kept].sort((a, b) => order(a) - order(b))) {
    ranks.set(one[0], before !== null && isBeside(one, before) ? (ranks.get(before[0]) as number) : ranks.size);
    before = one;
  }
  return ranks;
}

type Places = ReadonlyMap<string, readonly number[]>;

/** Where the lines of each form are that passes a test; those of others are items from then on. */
function keepForms(
  lines: readonly PlainLine[],
  isKept: (lines: readonly PlainLine[], places: readonly number[], all: Places) => boolean,
): Places {
  const all = new Map<string, number[]>();
  for (const [at, { form }] of lines.entries()) if (form !== null) listOf(all, form).push(at);
  const kept = new Map([...all].filter(([, places]) => isKept(lines, places, all)));
  for (const line of lines) {
    if (line.form === null || kept.has(line.form)) continue;
    line.form = null;
    line.isProse = isSentence(line.own);
  }
  return kept;
}

/** `Lecture 3` behind the last `Sheet 2` is beside it, and not below. */
function isBeside(
  [form, places]: readonly [string, readonly number[]],
  [other, before]: readonly [string, readonly number[]],
): boolean {
  const isSameDepth = depthOf(form) !== null && depthOf(form) === depthOf(other);
  return isSameDepth && (places[0] as number) > (before.at(-1) as number);
}

/** Whether lines that are alike may be titles: numbers that count on, else several, and at most half of all lines. */
function isSeries(lines: readonly PlainLine[], places: readonly number[]): boolean {
  const ones = places.map((at) => lines[at] as PlainLine);
  const [{ form, number }] = ones as [PlainLine];
  if (Number.isNaN(number)) return places.length > 1 && 2 * places.length <= lines.length;
  const next = ones.filter((one, at) => at > 0 && (one.number > (ones[at - 1] as PlainLine).number || one.number <= 1));
  // Two are enough behind a word and before a mark.
  const isNamed = /^[^\p{Ll}#].*\S$/u.test(form as string) && !/^#/.test(form as string);
  return ones.length > (isNamed ? 1 : 2) && 5 * next.length >= 4 * (ones.length - 1);
}

/** Whether most of them have lines below them: items, or titles of a form that comes later. */
function areAbove(lines: readonly PlainLine[], places: readonly number[], all: Places): boolean {
  const first = places[0] as number;
  if (!Number.isNaN((lines[first] as PlainLine).number)) return true;
  const above = places.filter((at) => {
    const form = lines[at + 1]?.form;
    return form === null || (form !== undefined && ((all.get(form) as readonly number[])[0] as number) > first);
  });
  return 4 * above.length >= 3 * places.length;
}

interface PlainNode {
  readonly line: PlainLine;
  readonly depth: number;
  readonly children: PlainNode[];
  isAboveProse: boolean;
}

/** A line with a form is below those whose rank is before its own; an item is below the last of these. */
function treeOf(lines: readonly PlainLine[], ranks: ReadonlyMap<string, number>): PlainNode {
  const nodeOf = (line: PlainLine, depth: number): PlainNode => ({ line, depth, children: [], isAboveProse: false });
  const rankOf = ({ line }: PlainNode): number => ranks.get(line.form as string) as number;
  const root = nodeOf(lines[0] as PlainLine, 0);
  let open = [root];
  for (const line of lines) {
    const node = nodeOf(line, 0);
    if (line.form !== null) open = open.filter((one) => one === root || rankOf(one) < rankOf(node));
    const holder = open[open.length - 1] as PlainNode;
    if (line.isProse) holder.isAboveProse = true;
    // What follows prose behind the items of a section goes on from it.
    const isBehind = holder !== root && holder.isAboveProse && holder.children.length > 0;
    if (line.isProse || (line.form === null && (isBehind || /^\(.*\)$/.test(line.own)))) continue;
    holder.children.push({ ...node, depth: open.length });
    if (line.form !== null) open.push(holder.children[holder.children.length - 1] as PlainNode);
  }
  return root;
}

/** What comes first, before a blank line or the first section. */
const isTitle = (first?: PlainLine, second?: PlainLine): boolean =>
  first?.form === null && second !== undefined && (second.isAfterBlank || second.form !== null);

/** A list without sections: titles that are explained, or short ones, each its own; one that is parted from them may be above them. */
function plainList(lines: readonly PlainLine[]): Line[] {
  const heads = lines.map(({ own }) => explained().exec(own)?.[1]);
  const isHeaded = heads[0] === undefined || (isTitle(lines[0], lines[1]) && lines[2]?.isAfterBlank === false);
  const start = isHeaded && lines.length > 5 ? 1 : 0;
  const items = lines.slice(start).map(bulletOf);
  const areExplained = !heads.slice(start).includes(undefined) && new Set(heads).size === heads.length;
  if (items.length > 4 && areExplained) return items;
  const titles = lines.slice(isTitle(lines[0], lines[1]) && lines[2]?.isAfterBlank === false ? 1 : 0);
  return titles.length > 4 && areShort(titles) ? titles.map(bulletOf) : [];
}

function areShort(lines: readonly PlainLine[]): boolean {
  const titles = lines.map(({ own }) => own);
  const words = titles.reduce((sum, title) => sum + title.split(/\s+/).length, 0);
  const odd = titles.filter((own) => isCode(own) || /^\d|\d{3}/.test(own)).length;
  const isProse = words > 5 * titles.length || lines.some((line) => line.isProse);
  return (
    !isProse &&
    new Set(titles).size === titles.length &&
    10 * odd <= titles.length &&
    5 * countTitles(titles) >= 3 * titles.length
  );
}

/** Whether lines without a form are titles, and no code or prose: below units they may begin with small letters. */
function holdsItems(lines: readonly PlainLine[]): boolean {
  const items = lines.filter(({ form, isProse }) => form === null && !isProse);
  const prose = lines.filter(({ isProse }) => isProse).length;
  if (items.length < 4 || prose > items.length) return false;
  const titles = items.map(({ own }) => own).filter((own) => !holdsLink(own));
  const odd = titles.filter(isCode).length;
  if (lines.filter(countsUnit).length > 2) return 5 * odd <= titles.length;
  return 10 * odd <= titles.length && 2 * countTitles(titles) >= titles.length;
}

/** Titles with something below them are sections; of the others those are topics that count, but for prose beside sections. */
function write({ children }: PlainNode, areItems: boolean, found: Line[]): void {
  const isParent = (node: PlainNode): boolean => node.children.some(({ line }) => line.form !== null || areItems);
  const parents = new Set(children.filter(isParent).map(({ line }) => line.form));
  for (const child of children) {
    const { line, depth, isAboveProse } = child;
    if (line.form === null) {
      if (areItems) found.push(bulletOf(line));
    } else if (isParent(child)) {
      found.push(titleOf(line, depth));
      write(child, areItems, found);
    } else if (!Number.isNaN(line.number) && !(parents.has(line.form) && isAboveProse)) found.push(bulletOf(line));
  }
}

const titleOf = ({ line, start, text }: RawLine, depth: number): Line => ({
  ...madeBullet(line, start, start + text.length, 0),
  kind: 'heading',
  depth: Math.min(depth, 6),
  head: null,
});

const bulletOf = ({ line, at, own, indent }: PlainLine): Line => madeBullet(line, at, at + own.length, indent);
