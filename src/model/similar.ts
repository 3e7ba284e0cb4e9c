// Similarity: how alike two titles are, for naming what may have been meant.
import { normalTitle } from './identity.ts';

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const word of normalTitle(text).split(' ')) {
    const padded = ` ${word} `;
    for (let i = 0; i + 1 < padded.length; i++) {
      const pair = padded.slice(i, i + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

/** Share of letter pairs that two titles have in common: 0 nothing, 1 the same (Dice's coefficient). */
export function similarity(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  let common = 0;
  let total = 0;
  for (const [pair, times] of left) {
    common += Math.min(times, right.get(pair) ?? 0);
    total += times;
  }
  for (const times of right.values()) total += times;
  return total === 0 ? 0 : (2 * common) / total;
}

/** The `limit` most similar of `candidates`, best first; those with less than `least` in common are left out. */
export function mostSimilar<T>(
  wanted: string,
  candidates: Iterable<T>,
  titleOf: (one: T) => string,
  limit: number,
  least = 0.35,
): T[] {
  const scored: { one: T; score: number }[] = [];
  for (const one of candidates) {
    const score = similarity(wanted, titleOf(one));
    if (score >= least) scored.push({ one, score });
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ one }) => one);
}
