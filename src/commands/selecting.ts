// Selecting: what the words of a command line name, or what they were taken for by mistake.
import { UserError } from '../errors.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { type Selection, Selector } from '../model/select.ts';
import { absolutePath, exists } from '../store/library.ts';
import { shellQuote } from '../views/command-line.ts';
import type { Context } from './context.ts';

/** A function that selects in one roadmap. A file given where a selector belongs gets the exact command for it (CONTRACT). */
export function selecting(context: Context, roadmap: Roadmap): (word: string) => Selection {
  const selector = new Selector(roadmap, context.language);
  return (word) => {
    try {
      return selector.select(word);
    } catch (error) {
      const path = absolutePath(context.library.cwd, word);
      if (/\.\w+$|\//.test(word) && exists(context.disk, path))
        throw new UserError('file-as-selector', { file: word, command: `istio-roadmap status -r ${shellQuote(word)}` });
      throw error;
    }
  };
}
