// ConflictRemark: what people see when a file is read in which git left a conflict (FORMATS U3).

import { drawDiagnostic } from '../views/problem.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';
import { withSentences } from './theme-with-sentences.ts';

/** Says on stderr where the conflicts are, so that nobody takes the counts for settled ones. */
export async function sayConflicts(context: Context, { own, roadmap, note, progress, rows }: Loaded): Promise<void> {
  const conflicts = roadmap.diagnostics.filter(({ code }) => code === 'conflict-markers');
  if (conflicts.length === 0) return;
  const theme = await withSentences(context);
  const inNote = new Set(own.diagnostics);
  for (const found of conflicts) {
    const file = inNote.has(found) ? note?.path : (progress ?? rows)?.path;
    context.err(drawDiagnostic(found, null, file ?? '', theme, found === conflicts.at(-1)));
  }
}
