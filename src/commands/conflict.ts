// Conflict: a file that git could not merge is read, and not written to before somebody has settled it (FORMATS U3).
import { UserError } from '../errors.ts';
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
