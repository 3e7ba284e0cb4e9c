// RoadmapPage: a roadmap with its progress as one HTML document that loads nothing and runs nothing.
import { burnUpOf } from '../../model/burn-up.ts';
import type { Forecast } from '../../model/forecast.ts';
import { hoursOf } from '../../model/hours.ts';
import { nextTopics } from '../../model/next.ts';
import type { Topic, TopicId } from '../../model/roadmap.ts';
import { burnUpChart } from './burn-up-chart.ts';
import { dayTable } from './day-table.ts';
import { heatMapChart } from './heat-map-chart.ts';
import { type Html, html } from './html.ts';
import { drawOpenTopics, openTopicsOf } from './open-topics.ts';
import { dateIn, inPage, type PageView, topicLink } from './page-view.ts';
import { progressTables } from './progress-tables.ts';
import { projectList } from './project-list.ts';
import { shareBar } from './share-bar.ts';
import { pageStyle } from './style.ts';

/** `hash` gives the SHA-256 of a text in base64. */
export function roadmapPage(view: PageView, forecast: Forecast, hash: (text: string) => string): string {
  const { language, roadmap, sentences } = view;
  const title = inPage(view, roadmap.title);
  const next = nextTopics(roadmap, 3, view.today).map(({ topic }) => topic);
  const open = openTopicsOf(view, next);
  const parts = [
    progressTables(view),
    view.progress.total.total === 0 ? null : activity(view, forecast),
    drawOpenTopics(open, view),
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
${head(view, title)}${upcoming(next, open.anchors, view)}</header>
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
  const whole =
    total.total === 0
      ? null
      : html`<p class="total"><strong>${sentences.percent(total.percent)}</strong> <span>${sentences.ofTopics(total.done, total.total)}</span></p>${shareBar(total)}`;
  return html`<header><h1>${title}</h1>${lead}${whole}<p class="facts">${facts.map((fact) => fact.replaceAll(' ', '\u00a0')).join(' · ')}</p>`;
}

/** What is next, each leading to where it is among the open topics. */
function upcoming(next: readonly Topic[], anchors: ReadonlyMap<TopicId, string>, view: PageView): Html | null {
  if (next.length === 0) return null;
  const topics = next.map((topic) => html`<li>${topicLink(topic, anchors, view)}</li>`);
  return html`<h2 class="small">${view.sentences.next}</h2><ul>${topics}</ul>`;
}

/** When what was done; a sentence where no day is known. */
function activity(view: PageView, forecast: Forecast): Html {
  const { activity: days, progress, sentences, today } = view;
  const burnUp = burnUpOf(days, progress.total.done, today);
  const body =
    burnUp === null
      ? html`<p>${sentences.noDays}</p>`
      : html`${heatMapChart(view)}${burnUpChart(burnUp, forecast, view)}${dayTable(burnUp, view)}`;
  return html`<section aria-labelledby="activity"><h2 id="activity">${sentences.activity}</h2>${body}</section>`;
}
