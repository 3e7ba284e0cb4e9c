// Selecting: what the words of a command line name, or what they were taken for by mistake.
import { isUserError, UserError } from '../errors.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { type Selection, Selector, type WholeSelection } from '../model/select.ts';
import { absolutePath, exists } from '../store/library.ts';
import type { Context } from './context.ts';

/** A function that selects in one roadmap, for commands that write: a word names one thing or is refused. */
export function selecting(context: Context, roadmap: Roadmap): (word: string) => Selection {
  const selector = new Selector(roadmap, context.language);
  return (word) => orFile(context, word, () => selector.select(word));
}

/** The same for commands that look: each thing that a word fits. */
export function selectingAll(context: Context, roadmap: Roadmap): (word: string) => WholeSelection[] {
  const selector = new Selector(roadmap, context.language);
  return (word) => orFile(context, word, () => selector.selectAll(word));
}

/** A file given where a selector belongs gets the exact command for it (CONTRACT). */
function orFile<Found>(context: Context, word: string, select: () => Found): Found {
  try {
    return select();
  } catch (error) {
    if (isUserError(error) && error.code === 'no-match') refuseFile(context, word);
    throw error;
  }
}

/** Throws `file-as-selector` for a word that names a file which is there. */
export function refuseFile(context: Context, word: string): void {
  if (isFile(context, word)) throw new UserError('file-as-selector', { file: word, by: [] });
}

/** A word with a folder or an extension, and something at that place. */
export function isFile({ disk, library }: Pick<Context, 'disk' | 'library'>, word: string): boolean {
  return /\.\w+$|\//.test(word) && exists(disk, absolutePath(library.cwd, word));
}
