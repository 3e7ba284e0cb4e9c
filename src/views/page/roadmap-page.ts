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
  const next = nextTopics(roadmap, 3, view.today).map(({ topic }) => topic);
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
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash(String(pageStyle))}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#main">${sentences.skip}</a>
<div class="page">
${head(view, title)}
<nav aria-label="${sentences.contents}"><ul>${contents}</ul></nav>
<main id="main" tabindex="-1">
${parts
  .filter((part) => part !== null)
  .map(
    (part) => html`${part}
`,
  )}</main>
<footer>${sentences.madeBy}</footer>
</div>
</body>
</html>`}\n`;
}

function head(view: PageView, title: string): Html {
  const { messages, progress, roadmap, sentences } = view;
  const { total } = progress;
  const facts = [sentences.asOf(dateIn(view, view.today))];
  const hours = hoursOf(roadmap.children);
  if (hours !== null && hours.left > 0) facts.push(sentences.hoursLeft(hours.left, !hours.isWhole));
  if (total.doing > 0) facts.push(messages.doing(total.doing));
  if (total.skipped > 0) facts.push(messages.skipped(total.skipped));
  if (progress.projects.total > 0) facts.push(messages.projects(progress.projects.done, progress.projects.total));
  if (progress.readiness !== null) facts.push(messages.readiness(progress.readiness));
  const lead = roadmap.description === null ? null : html`<p class="lead">${inPage(view, roadmap.description)}</p>`;
  return html`<header><h1>${title}</h1>${lead}<p class="total"><strong>${sentences.percent(total.percent)}</strong> <span>${sentences.ofTopics(total.done, total.total)}</span></p>${shareBar(total)}<p class="facts">${facts.join(' · ')}</p></header>`;
}

/** When what was done; a sentence where no day is known. */
function activity(view: PageView, cone: Cone | null): Html {
  const { activity: days, progress, sentences, today } = view;
  const burnUp = burnUpOf(days, progress.total.done, today);
  const body =
    burnUp === null
      ? html`<p>${sentences.noDays}</p>`
      : html`${heatMapChart(heatMapOf(days.days, yearUntil(today)), view)}${burnUpChart(burnUp, cone, view)}${dayTable(burnUp, view)}`;
  return html`<section aria-labelledby="activity"><h2 id="activity">${sentences.activity}</h2>${body}</section>`;
}
