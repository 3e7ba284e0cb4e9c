// ExportHtml: the roadmap as one page for a browser, which needs nothing from outside.
import { englishPage } from '../lang/en-page.ts';
import type { Language } from '../lang/messages.ts';
import type { PageSentences } from '../lang/page-sentences.ts';
import { russianPage } from '../lang/ru-page.ts';
import { activityOf } from '../model/activity.ts';
import { forecastOf } from '../model/forecast.ts';
import { progressOf } from '../model/progress.ts';
import { sha256 } from '../store/sha256.ts';
import { roadmapPage } from '../views/page/roadmap-page.ts';
import type { WriteExport } from './export-formats.ts';

const sentences: { readonly [language in Language]: PageSentences } = { en: englishPage, ru: russianPage };

/** `export --format html`: prints the page. */
export const writeHtml: WriteExport = async ({ document, language, theme, today }, { roadmap }) => {
  const progress = progressOf(roadmap);
  const activity = activityOf(roadmap);
  const { done, total } = progress.total;
  const forecast = forecastOf(activity, total - done, { today });
  const { messages } = theme;
  const view = { roadmap, progress, activity, today, language, messages, sentences: sentences[language] };
  document(roadmapPage(view, forecast, sha256));
};
