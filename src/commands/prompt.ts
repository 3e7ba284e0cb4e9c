// Prompt: the progress of a roadmap in a few characters, for a shell's prompt; nothing where there is no roadmap.
import { isUserError } from '../errors.ts';
import { noSummary, summaryOf } from '../model/summary.ts';
import { defaultRoadmap, findRoadmap } from '../store/library.ts';
import { defaultFormat, promptText } from '../views/prompt.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Loaded, load } from './load.ts';
import { putSummary } from './summary.ts';

export interface PromptOptions extends CommonOptions {
  /** `{done}/{total} {percent}%`; the fields are those of `Summary`. */
  readonly format?: string;
}

/** `prompt [--format TEXT]`: 0, whatever is wrong with the roadmap. Writes nothing. */
export async function prompt(context: Context, options: PromptOptions): Promise<number> {
  const loaded = await loadedOrNone(context, options);
  if (options.json && loaded !== null) {
    const { promptJson } = await import('../views/prompt-json.ts');
    context.out(promptJson(loaded.roadmap, context.language, context.today));
    return 0;
  }
  const summary = loaded === null ? noSummary : summaryOf(loaded.roadmap, context.language, context.today);
  const text = promptText(options.format ?? defaultFormat, summary);
  if (text !== '') context.out(`${text}\n`);
  return 0;
}

/** Makes the summary anew that the shell's own prompt reads: an empty one where no roadmap can be read. */
export async function refreshSummary(context: Context): Promise<number> {
  const loaded = await loadedOrNone(context, {});
  const summary = loaded === null ? noSummary : summaryOf(loaded.roadmap, context.language, context.today);
  const files = loaded?.files ?? { held: new Map(), found: placeAsked(context) };
  putSummary(context, context.summaries.key(null), summary, files, true);
  return 0;
}

async function loadedOrNone(context: Context, options: CommonOptions): Promise<Loaded | null> {
  try {
    return await load(context, options, { withIds: false, withTexts: false });
  } catch (error) {
    if (!isUserError(error)) throw error;
    return null;
  }
}

/** The file of a roadmap that cannot be read: when it changes, it is tried again. */
function placeAsked({ disk, library, roadmap }: Context): { readonly path: string } | null {
  try {
    return findRoadmap(disk, library, roadmap?.value ?? defaultRoadmap);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return null;
  }
}
