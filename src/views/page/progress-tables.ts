// ProgressTables: how much of each section and of each level is done.
import { type Hours, hoursOf, workloadByLevel } from '../../model/hours.ts';
import type { LevelProgress, SectionProgress, Tally } from '../../model/progress.ts';
import type { Section } from '../../model/roadmap.ts';
import { type Html, html } from './html.ts';
import { inPage, type PageView } from './page-view.ts';
import { shareBar } from './share-bar.ts';

/** Subsections are rows of their own while the table stays this short. */
const mostRows = 40;

interface Row {
  readonly section: SectionProgress;
  readonly depth: number;
}

/** Null where the roadmap has neither sections nor levels: the bar at the top says it all. */
export function progressTables(view: PageView): Html | null {
  const parts = [sectionTable(view), levelTable(view)].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return html`<section aria-labelledby="progress"><h2 id="progress">${view.sentences.progress}</h2>${parts}</section>`;
}

function sectionTable(view: PageView): Html | null {
  const { progress, sentences } = view;
  if (!progress.sections.some(({ address }) => address !== null)) return null;
  const rows = rowsOf(progress.sections);
  const hours = hoursByAddress(view);
  return html`<h3 id="by-section">${sentences.bySection}</h3>
<table class="shares" aria-labelledby="by-section">${head(sentences.column.section, hours.size > 0, view)}<tbody>${rows.map(
    ({ section, depth }) => html`<tr${depth > 0 ? html` class="inner"` : null}><th scope="row"><span class="name">${
      section.address === null ? null : html`<i>${section.address}</i> `
    }<bdi>${inPage(view, section.title)}</bdi></span>${shareBar(section.tally)}</th>${figures(
      section.tally,
      hours.size > 0 ? (hours.get(section.address ?? '') ?? null) : undefined,
      view,
    )}</tr>
`,
  )}</tbody></table>`;
}

function rowsOf(sections: readonly SectionProgress[]): Row[] {
  const deep = sections.flatMap((section): Row[] => [
    { section, depth: 0 },
    ...section.sections.map((inner) => ({ section: inner, depth: 1 })),
  ]);
  return deep.length <= mostRows ? deep : sections.map((section) => ({ section, depth: 0 }));
}

/** Of sections with hours. */
function hoursByAddress({ roadmap }: PageView): ReadonlyMap<string, Hours> {
  const found = new Map<string, Hours>();
  const add = (section: Section): void => {
    const hours = hoursOf(section.children);
    if (hours !== null) found.set(section.address, hours);
  };
  for (const child of roadmap.children) {
    if (child.kind !== 'section') continue;
    add(child);
    for (const inner of child.children) if (inner.kind === 'section') add(inner);
  }
  return found;
}

function levelTable(view: PageView): Html | null {
  const { progress, roadmap, sentences } = view;
  if (progress.levels.length === 0) return null;
  const workload = workloadByLevel(roadmap);
  const hours = progress.levels.map(({ level }) => workload(level.id).topics);
  const hasHours = hours.some((one) => one !== null);
  return html`<h3 id="by-level">${sentences.byLevel}</h3>
<table class="shares" aria-labelledby="by-level">${head(sentences.column.level, hasHours, view)}<tbody>${progress.levels.map(
    (
      one,
      at,
    ) => html`<tr><th scope="row"><span class="name"><bdi>${inPage(view, one.level.title)}</bdi>${levelFacts(one, view)}</span>${
      one.level.rubric === null ? null : html`<span class="rubric">${inPage(view, one.level.rubric)}</span>`
    }${shareBar(one.tally)}</th>${figures(one.tally, hasHours ? (hours[at] ?? null) : undefined, view)}</tr>
`,
  )}</tbody></table>${roadmap.levelSource === 'inferred' ? html`<p class="remark">${view.messages.inferred}</p>` : null}`;
}

function levelFacts({ reached, projects }: LevelProgress, { messages }: PageView): Html[] {
  const facts: Html[] = [];
  if (reached) facts.push(html` <small><em>${messages.reached}</em></small>`);
  if (projects.total > 0) facts.push(html` <small>${messages.projects(projects.done, projects.total)}</small>`);
  return facts;
}

function head(name: string, hasHours: boolean, { sentences }: PageView): Html {
  const { column } = sentences;
  return html`<thead><tr><th scope="col">${name}</th>${hasHours ? html`<th scope="col">${column.left}</th>` : null}<th scope="col">${column.done}</th><th scope="col">${column.share}</th></tr></thead>`;
}

/** `hours` is undefined where the table has no such column. */
function figures({ done, total, percent }: Tally, hours: Hours | null | undefined, view: PageView): Html {
  const { messages, sentences } = view;
  const left = hours === undefined ? null : html`<td>${hours === null ? '' : messages.hours(hours.left)}</td>`;
  return html`${left}<td>${done}/${total}</td><td>${sentences.percent(percent)}</td>`;
}
