// TickSearch: whether there may be ticks of a roadmap in the progress file of one that is gone; only then is more loaded and read.
import { abandonedFor, type FiledProgress, filedProgress } from '../store/progress-file.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';

/**
 * The roadmap with a remark on each file in which ticks of its topics lie. On most days there is none, and only the heads of the
 * progress files are read. `filed` is given where several roadmaps are looked at.
 */
export async function searchTicks(
  context: Context,
  loaded: Loaded,
  filed: readonly FiledProgress[] | null = null,
): Promise<Loaded> {
  const { found } = loaded.files;
  // What is bundled goes nowhere; and with `--progress` the ticks are in that file alone.
  if (found.kind === 'bundled' || loaded.isChosen) return loaded;
  const all = filed ?? filedProgress(context.disk, context.places.data);
  const isWished = loaded.named !== null && !isHere(loaded, loaded.named);
  if (!isWished && abandonedFor(all, found).every(({ path }) => isHere(loaded, path))) return loaded;
  const { withAbandoned } = await import('./abandoned.ts');
  return withAbandoned(context, loaded, all);
}

/** Whether the ticks of the roadmap are in this file, or would be. */
export function isHere({ progress, rows, home }: Loaded, path: string): boolean {
  return [progress, rows, home].some((file) => file?.path === path);
}
