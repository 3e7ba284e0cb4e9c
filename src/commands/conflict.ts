// Conflict: a file that git could not merge is read, and not written to before somebody has settled it (FORMATS U3).
import { UserError } from '../errors.ts';
import { frontMatterSpan } from '../formats/frontmatter.ts';
import { countedLines } from '../formats/markdown/counted-lines.ts';
import { readIfThere } from '../store/files.ts';
import { decode } from '../text/encoding.ts';
import { toSource } from '../text/source.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';
import type { ProgressNote } from './progress-note.ts';

/** Throws `conflict` where the file that holds the ticks has a conflict in it. */
export function refuseConflict({ progress, rows, note, own }: Loaded): void {
  const inNote = progress === null ? lineIn(own) : null;
  if (inNote !== null && note !== null) throw new UserError('conflict', { file: note.path, line: inNote });
  const file = progress ?? rows;
  if (file !== null) refuseConflictOf(file);
}

/** The same for one progress file. */
export function refuseConflictOf({ path, kept }: ProgressNote): void {
  const [found] = kept.conflicts;
  if (found !== undefined) throw new UserError('conflict', { file: path, line: found.ours });
}

/** The same for a file as it is now, whoever it belongs to. Throws `unreadable`. */
export function refuseConflictIn({ disk }: Context, path: string): void {
  const bytes = readIfThere(disk, path);
  const { text } = bytes === null ? { text: '' } : decode(bytes);
  if (!text.includes('<<<<<<<')) return;
  const [found] = countedLines(toSource(text), frontMatterSpan(text)?.body.start ?? 0).conflicts;
  if (found !== undefined) throw new UserError('conflict', { file: path, line: found.ours });
}

/** The first line of the first conflict of a note; null where it has none. */
export function lineIn({ diagnostics }: Loaded['own']): number | null {
  return diagnostics.find(({ code }) => code === 'conflict-markers')?.line ?? null;
}
