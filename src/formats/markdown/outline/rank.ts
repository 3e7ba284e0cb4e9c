// Rank: what decides under which open section a new one goes: its opener, then its depth, then its column.
import type { Opener, Opening } from './part.ts';

export interface Rank {
  /** Index in `order`; -1 for the root. */
  readonly opener: number;
  readonly depth: number;
  readonly indent: number;
  /** How many sections it was put below by number although its rank is not lower than theirs. */
  readonly below: number;
}

/** A later opener goes below an earlier one; those in one line are alike (FORMATS S1). */
const order: readonly (readonly Opener[])[] = [
  ['heading'],
  ['title-line'],
  ['bold-line'],
  ['summary'],
  ['signed-number'],
  ['run-on', 'numbered-line'],
  ['label'],
  ['bold-item'],
];

export function rankOf({ opener, depth, indent }: Opening): Rank {
  const at = opener === null ? -1 : order.findIndex((alike) => alike.includes(opener));
  return { opener: at, depth, indent: Math.max(0, indent), below: 0 };
}

/** Below zero where `a` is the higher one: a section goes below the last open one that is higher than itself. */
export function compareRanks(a: Rank, b: Rank): number {
  return a.opener - b.opener || a.depth - b.depth || a.indent - b.indent || a.below - b.below;
}
