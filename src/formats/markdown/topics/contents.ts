// Contents: a table of contents made of in-page links, and the headings that it leads to (FORMATS T4).
import { type DraftSection, type DraftTopic, draftSection, draftTopic } from '../../../model/draft.ts';
import { pattern } from '../../../text/pattern.ts';
import { type Part, partsBelow } from '../outline/part.ts';
import type { Item } from '../outline/run.ts';
import { roleOf } from '../outline/section-roles.ts';
import { onlyLink, readable } from '../syntax/inline.ts';
import { splitNumber } from '../syntax/numbering.ts';
import { topicTitle } from './topic-title.ts';

const notLetter = pattern(String.raw`[^\p{L}\p{N}]`, 'gu');

export interface ContentsEntry {
  readonly title: string;
  readonly anchor: string;
  readonly item: Item;
  readonly children: ContentsEntry[];
}

/** The in-page link that is all of an item, or null: such an item names a place in the note and is no topic itself. */
function contentsLink(raw: string): { label: string; target: string } | null {
  const link = onlyLink(raw);
  return link?.target.startsWith('#') && link.target.length > 1 ? link : null;
}

export const isContentsLink = (raw: string): boolean => contentsLink(raw) !== null;

/** The first run of list items in the note that are in-page links, as a tree; empty where there is none. */
export function contentsOf(text: string, root: Part): ContentsEntry[] {
  const linkOf = ({ line }: Item) => contentsLink(text.slice(line.content, line.contentEnd));
  const runs: Item[][] = [];
  const visit = (part: Part) => {
    let run: Item[] = [];
    for (const child of part.each()) {
      if (child.kind === 'part') visit(child);
      if (child.kind !== 'item') continue;
      if (linkOf(child) === null) run = [];
      else if (run.push(child) === 1) runs.push(run);
    }
  };
  visit(root);
  const size = (items: readonly Item[]): number => items.reduce((sum, item) => sum + 1 + size(item.children), 0);
  const best = runs.sort((a, b) => size(b) - size(a))[0];
  const entry = (item: Item): ContentsEntry | null => {
    const link = linkOf(item);
    if (link === null) return null;
    return {
      title: link.label,
      anchor: link.target.slice(1),
      item,
      children: item.children.map(entry).filter((one) => one !== null),
    };
  };
  return best === undefined || size(best) < 2 ? [] : best.map(entry).filter((one) => one !== null);
}

/** Headings without headings below them, in order: the leaves that a table of contents has to cover. */
export function leafHeadings(root: Part): Part[] {
  const isHeading = ({ opener }: Part): boolean => opener === 'heading';
  return [...partsBelow(root)].filter((part) => isHeading(part) && part.role === null && !part.parts.some(isHeading));
}

const normal = (anchor: string): string => decode(anchor).toLowerCase().replace(notLetter(), '');

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor; // a stray % in an anchor is a character like any other
  }
}

/** Whether the contents lead to at least 80 % of the leaf headings. */
export function coveringContents(entries: readonly ContentsEntry[], leaves: readonly Part[]): boolean {
  return leaves.length > 0 && coveredLeaves(entries, leaves).length >= 0.8 * leaves.length;
}

/** The leaf headings that the contents lead to. */
export function coveredLeaves(entries: readonly ContentsEntry[], leaves: readonly Part[]): readonly Part[] {
  const anchors = new Set<string>();
  const visit = (entry: ContentsEntry) => {
    anchors.add(normal(entry.anchor));
    anchors.add(normal(entry.title));
    entry.children.forEach(visit);
  };
  entries.forEach(visit);
  return leaves.filter((leaf) => anchors.has(normal(leaf.written)));
}

/** An entry that leads to a section with a role is not studied. */
export function isRoleEntry(entry: ContentsEntry): boolean {
  const { number, title } = splitNumber(readable(entry.title));
  return number === null && roleOf(title) !== null;
}

/** T4: the leaves of the author's own contents; entries with entries below are sections. */
export function contentsTopics(
  entries: readonly ContentsEntry[],
  leaves: readonly Part[],
): (DraftSection | DraftTopic)[] {
  const lineOf = new Map(leaves.map((leaf) => [leaf.title.toLowerCase(), leaf.line]));
  const build = (entry: ContentsEntry): (DraftSection | DraftTopic)[] => {
    // A role that holds numbered entries is a course all the same (FORMATS S4).
    const isCourse = entry.children.filter((one) => splitNumber(one.title).number !== null).length >= 3;
    if (isRoleEntry(entry) && !isCourse) return [];
    const { number, title } = topicTitle(entry.title);
    if (entry.children.length === 0) {
      const topic = draftTopic(title, lineOf.get(title.toLowerCase()) ?? entry.item.line.line);
      topic.number = number;
      return [topic];
    }
    const section = draftSection(title, entry.item.line.line);
    section.number = number;
    section.children = entry.children.flatMap(build);
    return section.children.length > 0 ? [section] : [];
  };
  // One entry that holds all others is the title of the note.
  const [only] = entries;
  return entries.length === 1 && only !== undefined && only.children.length > 0
    ? only.children.flatMap(build)
    : entries.flatMap(build);
}
