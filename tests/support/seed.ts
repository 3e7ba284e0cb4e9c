// Seed: generated cases are the same in every run, so that a red run is about the change; FAST_CHECK_SEED looks elsewhere.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20261120) });
