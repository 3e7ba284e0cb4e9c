// Example: an address that exists in a roadmap, for a line that shows how a command is used.
import { isUserError } from '../errors.ts';
import { nextTopics } from '../model/next.ts';
import { topicsOf } from '../model/tree.ts';
import type { CommonOptions, Context } from './context.ts';
import { load } from './load.ts';

/** The next topic to study, else the first one; where the roadmap cannot be read, what most roadmaps have. */
export async function exampleAddress(context: Context, options: CommonOptions): Promise<string> {
  try {
    const { roadmap } = await load(context, options);
    const topic = nextTopics(roadmap, 1, context.today)[0]?.topic ?? topicsOf(roadmap.children).next().value;
    return topic?.address ?? '1.1';
  } catch (error) {
    if (!isUserError(error)) throw error;
    return '1.1';
  }
}
