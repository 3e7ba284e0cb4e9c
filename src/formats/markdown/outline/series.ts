// Series: numbered sections that count on from each other, some of which have boxes and some not yet (FORMATS T2).
import { isNextSibling } from '../syntax/numbering.ts';
import { type Block, isHeading, type Part } from './part.ts';

const none: ReadonlySet<Part> = new Set();

/** The numbered sections directly below that form one count from the first of them that has boxes on (FORMATS T2). */
export function boxedSeries(holder: Part): ReadonlySet<Part> {
  const numbered = holder.parts.filter((part) => part.number !== null && part.role === null);
  if (numbered.length < 2) return none;
  const series = new Set<Part>();
  let run: Part[] = [];
  const close = () => {
    const first = run.findIndex((part) => part.hasBox());
    const rest = first < 0 || run.length < 2 ? [] : run.slice(first);
    const isMixed = rest.some((part) => part.hasBox() && part.blocks.some(hasBareItem));
    // What headings part in the others may be parted in these.
    const areParted = rest.some((part) => part.hasBox() && part.parts.some(isHeading));
    const isAlike = ({ parts }: Part): boolean => !isMixed && (areParted || !parts.some(isHeading));
    for (const part of rest) if (part.hasBox() || isAlike(part)) series.add(part);
    run = [];
  };
  for (const part of numbered) {
    const before = run[run.length - 1];
    const counts =
      before !== undefined &&
      before.opener === part.opener &&
      before.depth === part.depth &&
      isNextSibling(before.number as string, part.number as string);
    if (!counts) close();
    run.push(part);
  }
  close();
  return series;
}

/** Where bullets without a box are beside boxes, they are notes of the next sections as well. */
const hasBareItem = (block: Block): boolean => block.kind === 'run' && block.hasBareItem();
