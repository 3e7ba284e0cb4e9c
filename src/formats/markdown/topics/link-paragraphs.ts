// LinkParagraph: a paragraph of nothing but links, one on each line, which a section without bullets lists instead of them (FORMATS T3).

import type { Outline } from '../outline/build-outline.ts';
import type { Part } from '../outline/part.ts';
import { place, type Run } from '../outline/run.ts';
import { isPicture, onlyLink } from '../syntax/inline.ts';
import { isContentsLink } from './contents.ts';

const wikiLink = /^\[\[[^[\]]+\]\]$/;

function isLink(raw: string): boolean {
  return wikiLink.test(raw.trim()) || (onlyLink(raw) !== null && !isPicture(raw) && !isContentsLink(raw));
}

/** The rows of such paragraphs in a run. */
export function linkRows({ lines, place: places }: Outline, { from, to }: Run): number[] {
  const found: number[] = [];
  for (let row = from; row < to; row++) {
    if (places[row] !== place.prose) continue;
    const first = row;
    while (places[row + 1] === place.prose && lines.line[row + 1] === (lines.line[row] as number) + 1) row++;
    const paragraph = Array.from({ length: row - first + 1 }, (_, at) => first + at);
    if (paragraph.every((one) => isLink(lines.textOf(one)))) found.push(...paragraph);
  }
  return found;
}

const isItem = ({ from, to }: Run, { place: places }: Outline): boolean =>
  places.subarray(from, to).includes(place.item);

/** Whether nothing is directly in a section but paragraphs and sections. */
export function hasNoItems(outline: Outline, { blocks }: Part): boolean {
  return blocks.every((block) => block.kind === 'part' || (block.kind === 'run' && !isItem(block, outline)));
}

/** Whether nothing is in any of these sections but such paragraphs. */
export function holdOnlyLinks(outline: Outline, parts: readonly Part[]): boolean {
  const isLinks = (run: Run): boolean => linkRows(outline, run).length === run.to - run.from;
  const holds = ({ blocks }: Part): boolean =>
    blocks.length > 0 && blocks.every((block) => block.kind === 'run' && isLinks(block));
  return parts.length > 0 && parts.every(holds);
}
