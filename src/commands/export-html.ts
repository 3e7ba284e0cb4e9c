// ExportHtml: the roadmap as one page for a browser, which needs nothing from outside.
import { roadmapPage } from '../views/page/roadmap-page.ts';
import type { WriteExport } from './export-formats.ts';

/** `export --format html`: prints the page. */
export const writeHtml: WriteExport = async ({ document, language }, { roadmap }) =>
  document(roadmapPage(roadmap, language));
