// ProgressTables: how much of each section and of each level is done.
import { type Hours, hoursOf, workloadByLevel } from '../../model/hours.ts';
import type { SectionProgress, Tally } from '../../model/progress.ts';
import type { Section } from '../../model/roadmap.ts';
import { type Html, html, small } from './html.ts';
import { inPage, type PageView } from './page-view.ts';
import { shareBar } from './share-bar.ts';

/** Subsections are rows of their own while the table stays this short. */
const mostRows = 40;

/** A longer table is folded. */
const mostUnfolded = 100;

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
  const hours = hoursByAddress(view);
  const rows = rowsOf(progress.sections).map(({ section, depth }) => {
    const { address, tally, weight } = section;
    const number = address === null ? null : html`<i>${address}</i> `;
    const words = [...weightWords(weight, tally, view), ...leftWords(hours.get(address ?? '') ?? null, view)];
    const name = html`${number}<bdi>${inPage(view, section.title)}</bdi>${small(words)}`;
    return row(depth > 0 ? html` class="inner"` : null, name, tally, view);
  });
  const name = html`<h3 id="by-section">${sentences.bySection}</h3>`;
  const drawn = table('by-section', sentences.column.section, rows, view);
  return rows.length <= mostUnfolded
    ? html`${name}${drawn}`
    : html`<details><summary>${name} <small>${rows.length}</small></summary>${drawn}</details>`;
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
  const { messages, progress, roadmap, sentences } = view;
  if (progress.levels.length === 0) return null;
  const workload = workloadByLevel(roadmap);
  const rows = progress.levels.map(({ level, reached, projects, tally }) => {
    const words = [
      ...(reached ? [html`<em>${messages.reached}</em>`] : []),
      ...(projects.total > 0 ? [messages.projects(projects.done, projects.total)] : []),
      ...leftWords(workload(level.id).topics, view),
    ];
    const rubric = level.rubric === null ? null : html`<span class="rubric">${inPage(view, level.rubric)}</span>`;
    return row(null, html`<bdi>${inPage(view, level.title)}</bdi>${small(words)}${rubric}`, tally, view);
  });
  const inferred = roadmap.levelSource === 'inferred' ? small([messages.inferred]) : null;
  return html`<h3 id="by-level">${sentences.byLevel}${inferred}</h3>${table('by-level', sentences.column.level, rows, view)}`;
}

/** What is done of a section needs no time any more. */
const leftWords = (hours: Hours | null, { sentences }: PageView): string[] =>
  hours === null || hours.left === 0 ? [] : [sentences.hoursLeft(hours.left, !hours.isWhole)];

function weightWords(weight: number | null, { done, total }: Tally, { messages }: PageView): string[] {
  return weight === null ? [] : [messages.weight(weight, Math.floor((weight * done) / Math.max(1, total) + 1e-9))];
}

function table(label: string, name: string, rows: readonly Html[], { sentences }: PageView): Html {
  const { done, share } = sentences.column;
  return html`<table class="shares" aria-labelledby="${label}"><thead><tr><th scope="col">${name}</th><th scope="col">${done}</th><th scope="col">${share}</th></tr></thead><tbody>${rows}</tbody></table>
`;
}

function row(attributes: Html | null, name: Html, tally: Tally, { sentences }: PageView): Html {
  const { done, total, percent } = tally;
  return html`<tr${attributes}><th scope="row">${name}${shareBar(tally)}</th><td>${done}/${total}</td><td>${sentences.percent(percent)}</td></tr>
`;
}
