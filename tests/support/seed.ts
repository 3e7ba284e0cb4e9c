// Seed: generated cases are the same in every run, so that a red run is about the change; FAST_CHECK_SEED looks elsewhere.
import { createHash } from 'node:crypto';
import fc from 'fast-check';

const seed = Number(process.env.FAST_CHECK_SEED ?? 20261120);
fc.configureGlobal({ seed });

/** Numbers from 0 to 1 that follow from the seed: for tests that tell one long story, which fast-check would begin anew. */
export function newRandom(start = seed): (() => number) & { readonly seed: number } {
  let count = 0;
  const next = () => createHash('sha256').update(`${start} ${count++}`).digest().readUInt32BE() / 2 ** 32;
  return Object.assign(next, { seed: start });
}
