// Selecting: what the words of a command line name, or what they were taken for by mistake.
import { type ErrorArgs, isUserError, UserError } from '../errors.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { type Selection, Selector } from '../model/select.ts';
import { absolutePath, exists } from '../store/library.ts';
import { shellQuote } from '../views/command-line.ts';
import type { Context } from './context.ts';

/** A function that selects in one roadmap. A file given where a selector belongs gets the exact command for it (CONTRACT). */
export function selecting(context: Context, roadmap: Roadmap): (word: string) => Selection {
  return withFileHint(context, (selector, word) => selector.select(word), roadmap);
}

/** The same for commands that only look: all that fits a word, where a command that writes would need one. */
export function selectingAll(context: Context, roadmap: Roadmap): (word: string) => readonly Selection[] {
  const select = (selector: Selector, word: string): readonly Selection[] => {
    try {
      return [selector.select(word)];
    } catch (error) {
      if (!isUserError(error) || error.code !== 'ambiguous') throw error;
      const { candidates } = error.args as ErrorArgs['ambiguous'];
      return candidates.map(({ address }) => ({ ...selector.at(address), selector: word }));
    }
  };
  return withFileHint(context, select, roadmap);
}

function withFileHint<Found>(
  context: Context,
  select: (selector: Selector, word: string) => Found,
  roadmap: Roadmap,
): (word: string) => Found {
  const selector = new Selector(roadmap, context.language);
  return (word) => {
    try {
      return select(selector, word);
    } catch (error) {
      const path = absolutePath(context.library.cwd, word);
      if (/\.\w+$|\//.test(word) && exists(context.disk, path))
        throw new UserError('file-as-selector', { file: word, command: `istio-roadmap status -r ${shellQuote(word)}` });
      throw error;
    }
  };
}
