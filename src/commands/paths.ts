// Paths: every place that the program reads or writes, and what it is for.
import { isUserError } from '../errors.ts';
import { exists } from '../store/library.ts';
import { drawPaths, type PathName, pathsJson, plainPaths, type ShownPlace } from '../views/paths.ts';
import type { CommonOptions, Context } from './context.ts';
import { load } from './load.ts';
import { withSentences } from './theme-with-sentences.ts';

export interface PathsOptions extends CommonOptions {
  readonly zero?: boolean;
}

/** `paths`: 0, also where no roadmap can be read: then its places are left out. */
export async function paths(context: Context, options: PathsOptions): Promise<number> {
  const shown = await placesOf(context, options);
  if (options.json) context.out(pathsJson(shown));
  else if (options.plain) context.out(plainPaths(shown, options.zero ? '\0' : '\n'));
  else context.out(drawPaths(shown, context.library.home, await withSentences(context)));
  return 0;
}

async function placesOf(context: Context, options: CommonOptions): Promise<ShownPlace[]> {
  const { disk, places, library, configuration } = context;
  const { roadmap, ticks } = await roadmapPlaces(context, options);
  const all: readonly (readonly [PathName, string | null])[] = [
    ['roadmap', roadmap],
    ['ticks', ticks],
    ['configuration', configuration.paths.user],
    ['project', configuration.paths.project],
    ['data', places.data.path],
    ['state', places.state.path],
    ['cache', places.cache.path],
    ['bundled', `${library.program}/roadmaps`],
  ];
  return all.flatMap(([name, path]) => (path === null ? [] : [{ name, path, isThere: exists(disk, path) }]));
}

async function roadmapPlaces(
  context: Context,
  options: CommonOptions,
): Promise<{ roadmap: string | null; ticks: string | null }> {
  try {
    const { origin, files } = await load(context, options, { withIds: false, withTexts: false });
    const roadmap =
      files.found.kind === 'file' ? files.found.path : `${context.library.program}/roadmaps/${files.found.id}.yaml`;
    return { roadmap, ticks: origin.progress.path };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { roadmap: null, ticks: null };
  }
}
