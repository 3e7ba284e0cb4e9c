// Export: the roadmap with its ticks as a note of one's own, or as data.
import { checklistParts } from '../formats/markdown/write.ts';
import type { Roadmap } from '../model/roadmap.ts';
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
  context.out(asJson ? roadmapJson(roadmap, context.language) : await written(context, roadmap));
  return 0;
}

async function written({ language, theme, showProgress }: Context, roadmap: Roadmap): Promise<string> {
  const { sectionsWritten } = theme.messages;
  const total = roadmap.children.filter(({ kind }) => kind === 'section').length;
  let text = '';
  let parts = 0;
  for (const part of checklistParts(roadmap, language)) {
    text += part;
    // What comes before the first section is a part, too, and so are the projects.
    const done = Math.min(parts++, total);
    await showProgress({ done, total, words: sectionsWritten(done, total) });
  }
  return text;
}
