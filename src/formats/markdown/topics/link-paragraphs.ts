// LinkParagraph: a paragraph that is only a link, which a section without bullets lists instead of them (FORMATS T3).

import type { Outline } from '../outline/build-outline.ts';
import type { Part } from '../outline/part.ts';
import { place, type Run } from '../outline/run.ts';
import { isPicture, onlyLink } from '../syntax/inline.ts';
import { isContentsLink } from './contents.ts';

function isLink(raw: string): boolean {
  return onlyLink(raw) !== null && !isPicture(raw) && !isContentsLink(raw);
}

const wikiLink = /^\[\[[^[\]]+\]\]$/;

/** Whether a row is only a link; of those of other notes and those on adjacent lines, only where nothing else is in the note. */
export function isLinkLine({ lines, place: places }: Outline, row: number, isAlone: boolean): boolean {
  if (places[row] !== place.prose) return false;
  const raw = lines.textOf(row);
  if (isAlone) return isLink(raw) || wikiLink.test(raw.trim());
  const line = lines.line[row] as number;
  const goesOn = (beside: number): boolean =>
    places[beside] === place.prose && Math.abs((lines.line[beside] as number) - line) === 1;
  return isLink(raw) && !goesOn(row - 1) && !goesOn(row + 1);
}

/** Whether nothing is directly in a section but paragraphs and sections. */
export function hasNoItems({ blocks }: Part): boolean {
  return blocks.every((block) => block.kind === 'part' || (block.kind === 'run' && block.countItems() === 0));
}

/** Whether nothing is in any of these sections but lines that are each a link. */
export function holdOnlyLinks(outline: Outline, parts: readonly Part[]): boolean {
  const holdsLinks = (run: Run): boolean => {
    for (let row = run.from; row < run.to; row++) if (!isLinkLine(outline, row, true)) return false;
    return true;
  };
  const holds = ({ blocks }: Part): boolean =>
    blocks.length > 0 && blocks.every((block) => block.kind === 'run' && holdsLinks(block));
  return parts.length > 0 && parts.every(holds);
}

/** Whether two lines or more are in a section, each of them a link: its topics, where one leads to a page of its own. */
export const holdsLinks = (outline: Outline, part: Part): boolean =>
  holdOnlyLinks(outline, [part]) && part.blocks.some((block) => block.kind === 'run' && block.to - block.from > 1);
