// Gate: whether a level is reached, for scripts that wait for it and for people who want to know what is missing.
import { gateOf } from '../model/missing.ts';
import { drawGate, gateJson, plainGate } from '../views/gate.ts';
import type { CommonOptions, Context } from './context.ts';
import { levelOf } from './filter.ts';
import { load } from './load.ts';

export interface GateOptions extends CommonOptions {
  /** The percent that is enough; without it the level has to be reached as a whole. */
  readonly at?: number;
  /** `-z`: records of `--plain` end with NUL. */
  readonly zero?: boolean;
}

/** `gate <level>`: 0 where it is reached, 1 where it is not. Throws `unknown-level`. */
export async function gate(context: Context, word: string, options: GateOptions): Promise<number> {
  const { roadmap } = await load(context, options);
  const found = gateOf(levelOf(roadmap, word), roadmap, options.at ?? null);
  if (options.json) context.out(gateJson(found, context.language));
  else if (options.plain) context.out(plainGate(found, context.language, options.zero ? '\0' : '\n'));
  else context.out(drawGate(found, roadmap, { ...context.theme, sentences: await context.sentences() }));
  return found.isEnough ? 0 : 1;
}
