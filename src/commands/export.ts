// Export: the roadmap with its ticks as a note of one's own, as data, or as a page.
import { checklistParts } from '../formats/markdown/write.ts';
import { roadmapJson } from '../views/roadmap-json.ts';
import type { Context } from './context.ts';
import type { ExportFormat, ExportOptions, WriteExport } from './export-formats.ts';
import { load } from './load.ts';

/** What writes each format; what few ask for is in a file of its own, which is loaded when it is asked for. */
const writers: { readonly [format in ExportFormat]: () => Promise<WriteExport> } = {
  md: async () => writeChecklist,
  json: async () => writeJson,
  html: async () => (await import('./export-html.ts')).writeHtml,
  svg: async () => (await import('./export-picture.ts')).writeCard,
  badge: async () => (await import('./export-picture.ts')).writeBadge,
  ics: async () => (await import('./export-calendar.ts')).writeCalendar,
  'badge-svg': async () => (await import('./export-picture.ts')).writeBadgePicture,
};

/** `export --format …`: prints, and writes nothing. 0. */
export async function exportRoadmap(context: Context, options: ExportOptions): Promise<number> {
  const loaded = await load(context, options);
  const write = await writers[options.format ?? (options.json === true ? 'json' : 'md')]();
  await write(context, loaded, options);
  return 0;
}

const writeJson: WriteExport = async ({ out, language }, { roadmap }) => out(roadmapJson(roadmap, language));

const writeChecklist: WriteExport = async ({ out, language, theme, showProgress }, { roadmap }) => {
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
  out(text);
};
