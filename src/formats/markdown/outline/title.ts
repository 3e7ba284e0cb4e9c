// RoadmapTitle: what a Markdown note calls itself (FORMATS S5).
import { pattern } from '../../../text/pattern.ts';
import { isEmptyItem, isPicture, onlyLink, readable } from '../syntax/inline.ts';
import { rowsOf, statusColumn, titleColumn } from '../syntax/tables.ts';
import { rowGroups } from '../topics/row-groups.ts';
import { isHeading, type Part } from './part.ts';
import type { Run } from './run.ts';
import { itemsIn } from './settle.ts';

const letter = pattern(String.raw`\p{L}`, 'u');
const sign = pattern(String.raw`^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\s]|\uFE0F|\u200D)+`, 'u');

export interface RoadmapTitle {
  readonly title: string;
  /** The headings that are the title and therefore no sections; none where it came from elsewhere. */
  readonly headings: readonly Part[];
  readonly line: number;
}

/** A heading that contains all others, the front matter's title, a first title-like line, or the name. */
export function titleOf(text: string, root: Part, frontMatterTitle: string | null, fileName: string): RoadmapTitle {
  const headings = titleHeadings(text, root);
  const [first] = headings;
  if (first !== undefined) return { title: withoutSign(first.written), headings, line: first.line };
  if (frontMatterTitle !== null && frontMatterTitle.trim() !== '')
    return { title: readable(frontMatterTitle), headings: [], line: 0 };
  for (const opening of root.each()) {
    if (opening.kind !== 'prose') break;
    const { line } = opening;
    const raw = text.slice(line.content, line.contentEnd);
    if (isDecoration(raw)) continue;
    const title = readable(raw);
    if (title !== '' && title.length <= 120 && !/[.!?:;,。]$/.test(title) && letter().test(title))
      return { title: withoutSign(title), headings: [], line: line.line };
    break;
  }
  return fileTitle(fileName);
}

/** `01 - Knots` is the first file of a folder, and called Knots. */
export const fileTitle = (name: string): RoadmapTitle => ({
  title: name.replace(/^\d{1,3}\s*[-–—_.)]\s*(?=\p{L})/u, ''),
  headings: [],
  line: 0,
});

/** The first heading where it is above all that is studied; with it the next one, where nothing but prose is between them. */
function titleHeadings(text: string, root: Part): readonly Part[] {
  const [first, ...others] = root.parts;
  if (first === undefined || !mayBeTitle(first, root) || isBehindTopics(text, first, root)) return [];
  const beside = others.filter((part) => isHeading(part) && part.depth <= first.depth);
  // `<h3>Name</h3>` over a page of Markdown headings is its masthead, whatever its depth.
  if (first.html && beside.length > 0 && holdsOnlyProse(first)) return [first];
  if (containsAll(text, first, beside, root)) return [first];
  if (isAboveSeries(text, first, beside)) return [first];
  const [second, ...behind] = beside;
  const isPair = holdsOnlyProse(first) && second?.depth === first.depth && second.number === null;
  return isPair && holdsSections(second) && containsAll(text, second, behind, root) ? [first, second] : [];
}

/** Without any heading a bold line that holds the whole note is one. */
function mayBeTitle(first: Part, root: Part): boolean {
  const isAlone = first.opener === 'bold-line' && root.parts.length === 1;
  return first.role !== 'contents' && (isHeading(first) || isAlone);
}

/** Whether all sections that are studied are in a heading: those beside it have a role, but for one that may be empty. */
function containsAll(text: string, heading: Part, beside: readonly Part[], root: Part): boolean {
  const { blocks, depth, number, parts } = heading;
  const hasItems = itemsIn(blocks) > 0;
  if (beside.length === 0)
    return depth === 1 || parts.some(isHeading) || (parts.length > 1 && hasItems) || holdsGroups(text, heading);
  const others = beside.filter(({ role }) => role === null);
  const mayBeAlone = depth === 1 && number === null && hasItems && others.length === 1;
  return holdsSections(heading) && others.every((part) => mayBeAlone && holdsNothing(part, root));
}

/** A table whose rows are in sections. */
function holdsGroups(text: string, { blocks }: Part): boolean {
  return blocks.some((block) => {
    const rows = block.kind === 'table' ? rowsOf(text, block) : null;
    return rows !== null && rowGroups(rows, titleColumn(rows, statusColumn(rows))) !== null;
  });
}

/** No items and no sections; in a list of tasks no box, whatever else is listed (FORMATS T2). Boxes of any mark: a tick changes marks, and no title. */
function holdsNothing(part: Part, root: Part): boolean {
  if (part.number !== null) return false;
  if (root.hasTaskLine()) return !part.hasTaskLine();
  return itemsIn(part.blocks) === 0 && part.blocks.every(({ kind }) => kind === 'run');
}

/** Pictures, a line of links, and HTML are no title. */
function isDecoration(raw: string): boolean {
  if (raw.startsWith('<') || isPicture(raw)) return true;
  const bare = raw.slice(0, 500).replace(picture, '');
  const links = bare.match(inlineLink)?.length ?? 0;
  return links > 1 && !letter().test(bare.replace(inlineLink, ''));
}

const picture = /!\[[^[\]]*\]\([^()]*\)/g;
const inlineLink = /\[[^[\]]*\]\([^()]*\)/g;

function holdsTopics(text: string, run: Run): boolean {
  for (const child of run.children()) {
    const raw = text.slice(child.line.content, child.line.contentEnd);
    if (child.kind === 'item' && !isEmptyItem(raw) && onlyLink(raw) === null) return true;
  }
  return false;
}

/** Whether what is studied begins before a heading. */
function isBehindTopics(text: string, heading: Part, root: Part): boolean {
  const isTaskList = root.hasBox();
  for (const block of root.blocks) {
    if (block === heading) return false;
    if (block.kind === 'run' && (isTaskList ? block.hasTaskLine() : holdsTopics(text, block))) return true;
  }
  return false;
}

const holdsSections = ({ role, parts }: Part): boolean => role === null && parts.some(isHeading);

/** Whether a heading without a number and without topics is followed by numbered ones of its depth, from 0 or 1 on. */
function isAboveSeries(text: string, first: Part, beside: readonly Part[]): boolean {
  if (first.number !== null || beside.length < 3 || first.parts.length > 0) return false;
  const isEntry = ({ depth, number, role }: Part): boolean =>
    depth === first.depth && (number !== null || role !== null);
  return (
    /^[01]$/.test(beside[0]?.number ?? '') &&
    beside.every(isEntry) &&
    !first.blocks.some((block) => block.kind !== 'run' || block.hasBox() || holdsTopics(text, block))
  );
}

function holdsOnlyProse(part: Part): boolean {
  for (const child of part.each()) if (child.kind !== 'prose') return false;
  return true;
}

/** Emoji in front of a title are decoration. */
function withoutSign(title: string): string {
  // No letter of these alphabets is one, and the expression takes long to compile.
  if (/^[\w\u00c0-\u1fff]/.test(title)) return title;
  const rest = title.replace(sign(), '');
  return rest === '' ? title : rest;
}
