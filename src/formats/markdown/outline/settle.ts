// Settling: what an outline only knows when it is whole: numbers, then courses, then the title, then the contents.
import { plainWords } from '../../../text/plain-words.ts';
import { leadingMark, trailingMark } from '../../words/marks.ts';
import { linksIn } from '../syntax/inline.ts';
import { NumberFit } from '../syntax/number-fit.ts';
import { isNextSibling } from '../syntax/numbering.ts';
import { rowsOf, statusColumn } from '../syntax/tables.ts';
import { type Block, type Opener, type Part, partsBelow } from './part.ts';
import { isUnspaced, namesResources } from './section-roles.ts';

/** A number without a mark (`4 Title`, `4.2 Title`) is one only where it fits those around it; the lines where it is part of the title (FORMATS S2). */
export function settleNumbers(holder: Part, titles: Set<number>, fit = new NumberFit()): ReadonlySet<number> {
  const { parts } = holder;
  if (parts.length === 0) return titles;
  settleRoundNumbers(parts);
  const siblings = holder.blocks.filter((block) => block.kind === 'part' || block.kind === 'entry');
  const fitting = fit.fitting(siblings, holder.number);
  const counting = parts.some((part) => part.isDoubtful) && countsOn(parts);
  for (const part of parts) {
    const { number, isDoubtful } = part;
    if (!isDoubtful || number === null) continue;
    part.isDoubtful = false;
    if (fitting.has(number) && (counting || number.includes('.'))) part.role = null;
    else {
      part.dropNumber();
      titles.add(part.line);
    }
  }
  for (const part of parts) settleNumbers(part, titles, fit);
  return titles;
}

/** Of `1.0 Soil` and `2.0 Seeds` the numbers are 1 and 2, as in an outline whose topics begin at `1.1`. */
function settleRoundNumbers(parts: readonly Part[]): void {
  const numbered = parts.filter(({ number }) => number !== null);
  if (numbered.length < 2 || !numbered.every(({ number }) => /^\d+\.0$/.test(number as string))) return;
  for (const part of numbered) part.number = (part.number as string).slice(0, -2);
}

/** Single numbers one after the other, two at least. */
function countsOn(parts: readonly Part[]): boolean {
  const counted = parts.filter((part) => part.number !== null && !part.number.includes('.'));
  const isNext = (part: Part, at: number): boolean =>
    at === 0 || isNextSibling((counted[at - 1] as Part).number as string, part.number as string);
  return counted.length >= 2 && counted.every(isNext);
}

interface SectionMark {
  readonly isOn: (part: Part, text: string) => boolean;
  /** How many of so many sections have to have it. */
  readonly least: (sections: number) => number;
}

const half = (sections: number): number => sections / 2;

/** `[x] ` and ✅ before a title, a mark of progress behind it, or a table with a status. */
const marks: readonly SectionMark[] = [
  { isOn: ({ written }) => /^\[[ xX/-]\]\s/.test(written) || leadingMark(written) !== null, least: half },
  { isOn: ({ written }) => trailingMark(written) !== null, least: half },
  { isOn: holdsStatus, least: () => 2 },
];

function holdsStatus({ blocks }: Part, text: string): boolean {
  return blocks.some((block) => {
    const rows = block.kind === 'table' ? rowsOf(text, block) : null;
    return rows !== null && statusColumn(rows) >= 0;
  });
}

/** What is known of roles when the outline is whole, from section to section. */
export function settleRoles(root: Part, text: string): void {
  const all = [root, ...partsBelow(root)];
  all.forEach(settleCourses);
  for (const part of all) settleMarkedRoles(part, text);
  for (const part of all) settleNamedResources(part, text);
  all.forEach(settleIntroduction);
  all.forEach(settleAdvice);
}

/** `Related skills 🟢` beside `Ropes 🟢` is a section of the course, where half of the sections beside it at least carry such a mark (FORMATS S4). */
function settleMarkedRoles({ parts }: Part, text: string): void {
  const sections = parts.filter((part) => part.role === null);
  if (sections.length > 0 && sections.length < parts.length)
    for (const { isOn, least } of marks) {
      if (sections.filter((part) => isOn(part, text)).length < least(sections.length)) continue;
      for (const part of parts) if (part.role !== null && isOn(part, text)) part.role = null;
    }
  for (const part of parts) {
    // «Progress tracking» with a table of states in each of its sections is the course (FORMATS S4).
    if (part.role === 'advice' && part.parts.filter((child) => holdsStatus(child, text)).length > 1) part.role = null;
  }
}

/** «Resources for learning» that holds a numbered course of three sections or more is the course itself (FORMATS S4). */
function settleCourses({ parts }: Part): void {
  for (const part of parts) {
    if (part.role !== 'resources' && part.role !== 'certifications') continue;
    const numbered = part.parts.filter((child) => child.opener === 'heading' && child.number !== null);
    if (numbered.length >= 3) part.role = null;
  }
}

/** «실기 자료» of links beside more that is studied: a title that ends with a word for resources (FORMATS S4). */
function settleNamedResources({ parts, blocks }: Part, text: string): void {
  const isNamed = (part: Part): boolean =>
    part.role === null && part.number === null && namesResources(part.title) && leadsOut(part, text);
  const named = parts.filter(isNamed);
  if (named.length === 0 || 2 * itemsIn(named) > itemsOutsideRoles(blocks)) return;
  // In a list of links `Haskell resources` are some of them; a compound without blanks is a word of its own.
  const isList = parts.some((part) => part.role === null && !named.includes(part) && leadsOut(part, text));
  for (const part of named) if (!isList || isUnspaced(plainWords(part.title))) part.role = 'resources';
}

/** At least half of the items are links. */
function leadsOut({ blocks }: Part, text: string): boolean {
  let [items, links] = [0, 0];
  for (const block of blocks) {
    if (block.kind !== 'run') return false;
    for (const child of block.children()) {
      if (child.kind !== 'item') continue;
      items++;
      if (linksIn(text.slice(child.line.content, child.line.contentEnd)).length > 0) links++;
    }
  }
  return items > 0 && 2 * links >= items;
}

const titled: ReadonlySet<Opener | null> = new Set(['heading', 'bold-line']);

/** «Tips» is advice beside at least as many items as it holds; otherwise, and before a text on the same line, it is a section (FORMATS S4). */
function settleAdvice({ parts, blocks }: Part): void {
  const isAdvice = ({ role }: Part): boolean => role === 'advice';
  for (const part of parts) if (isAdvice(part) && !titled.has(part.opener)) part.role = null;
  if (parts.some(isAdvice)) {
    const beside = itemsIn(blocks.filter((block) => block.kind !== 'part' || block.role === null));
    const least = Math.max(1, itemsIn(parts.filter(isAdvice)));
    if (beside < least) for (const part of parts) if (isAdvice(part)) part.role = null;
  }
}

/** «Introduction» of nothing but items is a chapter where most of the sections beside it, three at least, are the same (FORMATS S4). */
function settleIntroduction({ parts }: Part): void {
  const introductions = parts.filter(({ role }) => role === 'introduction');
  for (const part of introductions) {
    const beside = parts.filter(
      ({ role, depth, opener }) => role === null && depth === part.depth && opener === part.opener,
    );
    const alike = beside.filter(holdsOnlyItems).length;
    if (holdsOnlyItems(part) && alike >= 3 && 2 * alike > beside.length) part.role = null;
  }
}

/** Whether nothing is in a section but lists. */
export function holdsOnlyItems({ blocks }: Part): boolean {
  return blocks.length > 0 && blocks.every((block) => block.kind === 'run' && !block.hasProse());
}

/** Items and entries at any depth; where tables give the topics, items do not. */
export function itemsIn(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.kind === 'run') count += block.countItems();
    else if (block.kind === 'part') count += itemsIn(block.blocks);
    else if (block.kind === 'entry') count++;
  }
  return count;
}

/** The same, without what is in sections that have a role. */
export function itemsOutsideRoles(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks)
    if (block.kind !== 'part') count += itemsIn([block]);
    else if (block.role === null) count += itemsOutsideRoles(block.blocks);
  return count;
}

/** Reads advice, or contents that list something, as sections where nothing else gives topics; whether there were any. */
export function dropRole(holder: Part, role: 'advice' | 'contents'): boolean {
  const parts = [...partsBelow(holder)].filter(
    (part) => part.role === role && (role === 'advice' || part.bulletCount > 0 || holdsTable(part)),
  );
  for (const part of parts) part.role = null;
  return parts.length > 0;
}

const holdsTable = ({ blocks }: Part): boolean => blocks.some(({ kind }) => kind === 'table');

/** The heading that is the title of the note is no section: what is in it takes its place; links beside numbered sections are sources (FORMATS S5). */
export function dissolveTitle(root: Part, title: Part): void {
  if (title.bulletCount > 0 && title.parts.length === 0 && root.parts.length > 1) title.role = 'resources';
  else root.blocks = root.blocks.flatMap((block) => (block === title ? title.blocks : [block]));
}

/** Sections under a heading that says "contents" are the course itself (FORMATS S4). */
export function dissolveContents(holder: Part): void {
  const { parts } = holder;
  for (const part of parts) dissolveContents(part);
  if (!parts.some(({ role }) => role === 'contents')) return;
  const isCourse = (block: Block): boolean => block.kind === 'part' || block.kind === 'entry';
  holder.blocks = holder.blocks.flatMap((block) => {
    if (block.kind !== 'part' || block.role !== 'contents') return [block];
    const course = block.blocks.filter(isCourse);
    block.blocks = block.blocks.filter((one) => !isCourse(one));
    return [block, ...course];
  });
}
