// Elsewhere: the remark that a note with boxes has its ticks in a progress file, so that nobody looks for them in the note (FORMATS P5).
import { drawDiagnostic } from '../views/problem.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';

/** Says on stderr where the ticks are, where `isElsewhere`. Once in a run: call it with what was loaded last. */
export async function sayElsewhere(context: Context, { roadmap, note, isElsewhere }: Loaded): Promise<void> {
  const remark = roadmap.diagnostics.find(({ code }) => code === 'ticks-elsewhere');
  if (!isElsewhere || remark === undefined) return;
  const theme = { ...context.theme, sentences: await context.sentences() };
  context.err(drawDiagnostic(remark, null, note?.path ?? '', theme, false));
}
