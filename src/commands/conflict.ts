// Conflict: a file that git could not merge is read, and not written to before somebody has settled it (FORMATS U3).
import { UserError } from '../errors.ts';
import { drawDiagnostic } from '../views/problem.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';

/** Throws `conflict` where the file that holds the ticks has a conflict in it. */
export function refuseConflict({ progress, note, own, origin }: Loaded): void {
  const line = progress === null ? lineIn(own) : progress.conflict;
  const file = progress === null ? (note?.path ?? origin.progress.path) : progress.path;
  if (line !== null) throw new UserError('conflict', { file, line });
}

/** The first line of the first conflict of a note; null where it has none. */
export function lineIn({ diagnostics }: Loaded['own']): number | null {
  return diagnostics.find(({ code }) => code === 'conflict-markers')?.line ?? null;
}

/** Says on stderr where the conflicts are, so that nobody takes the counts for settled ones. */
export async function sayConflicts(context: Context, { own, roadmap, note, progress }: Loaded): Promise<void> {
  const conflicts = roadmap.diagnostics.filter(({ code }) => code === 'conflict-markers');
  if (conflicts.length === 0) return;
  const theme = { ...context.theme, sentences: await context.sentences() };
  for (const found of conflicts) {
    const file = own.diagnostics.includes(found) ? note?.path : progress?.path;
    context.err(drawDiagnostic(found, null, file ?? '', theme, found === conflicts.at(-1)));
  }
}
