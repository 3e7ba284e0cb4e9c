// Elsewhere: the remarks on where the ticks of a roadmap are, so that nobody looks for them in the wrong place (FORMATS P3, P5).
import { drawDiagnostic } from '../views/problem.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';

/** Says the `remarks` on stderr, with the command that settles them. Once in a run: call it with what was loaded last. */
export async function sayElsewhere(context: Context, { remarks, note }: Loaded): Promise<void> {
  const theme = { ...context.theme, sentences: await context.sentences() };
  for (const remark of remarks) context.err(drawDiagnostic(remark, null, note?.path ?? '', theme, true));
}
