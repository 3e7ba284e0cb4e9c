// Export: the roadmap with its ticks as a note of one's own, or as data.
import { checklist } from '../formats/markdown/write.ts';
import { roadmapJson } from '../views/roadmap-json.ts';
import type { CommonOptions, Context } from './context.ts';
import { load } from './load.ts';

export interface ExportOptions extends CommonOptions {
  readonly format?: 'md' | 'json';
}

/** `export --format md|json`: prints, and writes nothing. 0. */
export async function exportRoadmap(context: Context, options: ExportOptions): Promise<number> {
  const { roadmap } = await load(context, options);
  const asJson = options.format === 'json' || (options.format === undefined && options.json === true);
  context.out(asJson ? roadmapJson(roadmap, context.language) : checklist(roadmap, context.language));
  return 0;
}
