// RoadmapTitle: what a Markdown note calls itself (FORMATS S5).
import { pattern } from '../../../text/pattern.ts';
import { isEmptyItem, isPicture, onlyLink, readable } from '../syntax/inline.ts';
import { type Part, partsBelow } from './part.ts';
import type { Run } from './run.ts';

const letter = pattern(String.raw`\p{L}`, 'u');
const sign = pattern(String.raw`^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\s]|\uFE0F|\u200D)+`, 'u');

export interface RoadmapTitle {
  readonly title: string;
  /** The heading that is the title and therefore no section; null where the title came from elsewhere. */
  readonly heading: Part | null;
  readonly line: number;
}

/** A single H1 that comes first, a first heading that contains all others, the front matter's title, a first title-like line, or the name. */
export function titleOf(text: string, root: Part, frontMatterTitle: string | null, fileName: string): RoadmapTitle {
  const headings = [...partsBelow(root)].filter((part) => part.opener === 'heading' && part.indent < 0);
  const [first, ...others] = headings;
  const [topLevel] = root.parts;
  if (first !== undefined && first === topLevel && first.role !== 'contents' && !isBehindTopics(text, first, root)) {
    const beside = others.filter((other) => other.depth <= first.depth);
    const containsAll = beside.length === 0 || (holdsSections(first) && beside.every(({ role }) => role !== null));
    // `<h3>Name</h3>` over a page of Markdown headings is its masthead, whatever its depth.
    const isMasthead = first.html && others.length > 0 && holdsOnlyProse(first);
    const isAbove = (containsAll && (first.depth === 1 || others.length > 0)) || isAboveSeries(text, first, beside);
    if (isMasthead || isAbove) return { title: withoutSign(first.written), heading: first, line: first.line };
  }
  if (frontMatterTitle !== null && frontMatterTitle.trim() !== '')
    return { title: readable(frontMatterTitle), heading: null, line: 0 };
  for (const opening of root.each()) {
    if (opening.kind !== 'prose') break;
    const { line } = opening;
    const raw = text.slice(line.content, line.contentEnd);
    if (isDecoration(raw)) continue;
    const title = readable(raw);
    if (title !== '' && title.length <= 120 && !/[.!?:;,。]$/.test(title) && letter().test(title))
      return { title: withoutSign(title), heading: null, line: line.line };
    break;
  }
  return fileTitle(fileName);
}

/** `01 - Knots` is the first file of a folder, and called Knots. */
export const fileTitle = (name: string): RoadmapTitle => ({
  title: name.replace(/^\d{1,3}\s*[-–—_.)]\s*(?=\p{L})/u, ''),
  heading: null,
  line: 0,
});

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
    if (block.kind === 'run' && (isTaskList ? block.hasBox() : holdsTopics(text, block))) return true;
  }
  return false;
}

const holdsSections = ({ role, parts }: Part): boolean =>
  role === null && parts.some(({ opener }) => opener === 'heading');

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
