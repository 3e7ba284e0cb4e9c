// SectionList: items that are about the sections of a note: they come before these, or each names one (FORMATS T3).
import { type Part, partsBelow } from '../outline/part.ts';
import type { Run } from '../outline/run.ts';
import { itemsOutsideRoles } from '../outline/settle.ts';
import { readable } from '../syntax/inline.ts';

/** The sections without a role that hold items, by their titles in lower case. */
export function sectionsByTitle(root: Part): ReadonlyMap<string, Part> {
  const studied = [...partsBelow(root)].filter(({ role, blocks }) => role === null && itemsOutsideRoles(blocks) > 0);
  return new Map(studied.flatMap((part) => [part.title, part.written].map((title) => [title.toLowerCase(), part])));
}

/** Whether two headings or more that hold items follow a run, and none comes before it. */
export function comesBeforeSections(run: Run, { blocks, parts }: Part): boolean {
  const holdsItems = ({ role, opener, blocks }: Part): boolean =>
    role === null && opener === 'heading' && itemsOutsideRoles(blocks) > 0;
  const first = blocks.findIndex(({ kind }) => kind === 'part');
  return first >= 0 && blocks.indexOf(run) < first && parts.filter(holdsItems).length > 1;
}

/** Whether each item of a run, two at least, names a section in which the run is not, or has its title in bold; no two name the same. */
export function listsSections(text: string, run: Run, holder: Part, sections: ReadonlyMap<string, Part>): boolean {
  const named = new Set<Part>();
  for (const child of run.children()) {
    if (child.kind !== 'item') continue;
    const raw = text.slice(child.line.content, child.line.contentEnd);
    const titles = [raw, /\*\*([^*]+)\*\*/.exec(raw)?.[1] ?? ''].map((title) => readable(title).toLowerCase());
    const section = titles.map((title) => sections.get(title)).find((one) => one !== undefined);
    if (section === undefined || named.has(section) || child.children.length > 0 || isIn(holder, section)) return false;
    named.add(section);
  }
  return named.size > 1;
}

const isIn = (part: Part, holder: Part): boolean => part === holder || [...partsBelow(holder)].includes(part);
