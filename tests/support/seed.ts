// Seed: generated cases are the same in every run, so that a red run is about the change; FAST_CHECK_SEED looks elsewhere.
import fc from 'fast-check';

const seed = Number(process.env.FAST_CHECK_SEED ?? 20261120);
fc.configureGlobal({ seed });

/** Numbers from 0 to 1 that follow from the seed: for tests that run one long story, which fast-check would begin anew. */
export function newRandom(start = seed): (() => number) & { readonly seed: number } {
  let state = start >>> 0;
  const next = () => {
    // Linear, modulo 2^32: enough to choose among a few commands.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Object.assign(next, { seed: start });
}
