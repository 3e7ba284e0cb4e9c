// RoadmapPage: a roadmap with its progress as one HTML document that loads nothing and runs nothing.
import { burnUpOf } from '../../model/burn-up.ts';
import { heatMapOf, yearUntil } from '../../model/heat-map.ts';
import { hoursOf } from '../../model/hours.ts';
import { nextTopics } from '../../model/next.ts';
import { burnUpChart, type Cone } from './burn-up-chart.ts';
import { dayTable } from './day-table.ts';
import { heatMapChart } from './heat-map-chart.ts';
import { type Html, html } from './html.ts';
import { drawOpenTopics, openTopicsOf } from './open-topics.ts';
import { dateIn, inPage, type PageView } from './page-view.ts';
import { progressTables } from './progress-tables.ts';
import { projectList } from './project-list.ts';
import { shareBar } from './share-bar.ts';
import { pageStyle } from './style.ts';

/** `hash` gives the SHA-256 of a text in base64. */
export function roadmapPage(view: PageView, cone: Cone | null, hash: (text: string) => string): string {
  const { language, roadmap, sentences } = view;
  const title = inPage(view, roadmap.title);
  const open = openTopicsOf(view);
  const next = nextTopics(roadmap, 3).map(({ topic }) => topic);
  const nextIds = new Set(next.map(({ id }) => id));
  const parts = [
    progressTables(view),
    activity(view, cone),
    drawOpenTopics(open, nextIds, view),
    projectList(open.anchors, view),
  ];
  const names = [sentences.progress, sentences.activity, sentences.openTopics, sentences.projects];
  const anchors = ['progress', 'activity', 'open', 'projects'];
  const contents = parts.flatMap((part, at) =>
    part === null ? [] : [html`<li><a href="#${anchors[at] as string}">${names[at] as string}</a></li>`],
  );
  return `${html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash(pageStyle)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${styleElement}</style>
</head>
<body>
<a class="skip" href="#main">${sentences.skip}</a>
<div class="page">
${head(view, title)}
<nav aria-label="${sentences.contents}"><ul>${contents}</ul></nav>
<main id="main" tabindex="-1">
${parts.filter((part) => part !== null).map((part) => html`${part}
`)}</main>
<footer>${sentences.madeBy}</footer>
</div>
</body>
</html>`}\n`;
}
