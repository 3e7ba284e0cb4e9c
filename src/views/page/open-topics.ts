// OpenTopics: what is still to be studied, by section, with its outcome and where to read about it.
import { plannedOf } from '../../model/planned.ts';
import { isOpen, type LevelId, type Roadmap, type Section, type Topic, type TopicId } from '../../model/roadmap.ts';
import { type Html, type HtmlValue, html, small } from './html.ts';
import { pageLinks } from './link.ts';
import { dateIn, inPage, levelTitles, type PageView } from './page-view.ts';

/** All sections are unfolded where no more than this is open, and one that is next where it has no more. */
const mostUnfolded = 60;
/** Topics outside any section have no heading to be folded under, so more of them are shown. */
const mostLoose = 500;
/** Deeper topics are not indented further: a phone has no room for it. */
const deepest = 4;

interface Row {
  readonly topic: Topic;
  readonly depth: number;
}

/** Topics that are under one heading; null: directly in the group. */
interface Block {
  readonly section: Section | null;
  readonly rows: Row[];
}

/** An outermost section, or null for topics outside any. */
interface Group {
  readonly section: Section | null;
  readonly blocks: readonly Block[];
  readonly open: number;
}

/** What is open of a roadmap, and the names of the places on the page that something leads to. */
export interface OpenTopics {
  readonly groups: readonly Group[];
  readonly next: ReadonlySet<TopicId>;
  readonly anchors: ReadonlyMap<TopicId, string>;
  readonly open: number;
}

export function openTopicsOf({ roadmap }: PageView, next: readonly Topic[]): OpenTopics {
  const nextIds = new Set(next.map(({ id }) => id));
  const groups: Group[] = [];
  const loose = roadmap.children.filter((child) => child.kind === 'topic');
  for (const [section, children] of [
    [null, loose] as const,
    ...roadmap.children.flatMap((child) => (child.kind === 'section' ? [[child, child.children] as const] : [])),
  ]) {
    const blocks: Block[] = [];
    addBlocks(blocks, null, children);
    const open = blocks.reduce((sum, { rows }) => sum + rows.filter(({ topic }) => isOpen(topic)).length, 0);
    if (open > 0) groups.push({ section, blocks, open });
  }
  return {
    groups,
    next: nextIds,
    anchors: anchorsOf(groups, nextIds, roadmap),
    open: groups.reduce((sum, { open }) => sum + open, 0),
  };
}

/** Only of what is next and what a project proves: a name for each topic would be a tenth of the page. */
function anchorsOf(
  groups: readonly Group[],
  next: ReadonlySet<TopicId>,
  { projects }: Roadmap,
): ReadonlyMap<TopicId, string> {
  const topics = topicsOfGroups(groups);
  const named = new Set<TopicId>([...next, ...projects.flatMap(({ project }) => project?.proves ?? [])]);
  const found = new Map<TopicId, string>();
  for (const { id } of topics) if (named.has(id)) found.set(id, `t${found.size + 1}`);
  return found;
}

/** The indentation, and the state where it is another than that of most. */
function classOf({ status }: Topic, depth: number): Html | null {
  const names = [...(depth === 0 ? [] : [`d${Math.min(depth, deepest)}`]), ...(status === 'todo' ? [] : [status])];
  return names.length === 0 ? null : html` class="${names.join(' ')}"`;
}

/** In document order: a subsection ends the list of what is above it. */
function addBlocks(blocks: Block[], section: Section | null, children: readonly (Section | Topic)[]): void {
  let block: Block | null = null;
  for (const child of children) {
    if (child.kind === 'section') {
      addBlocks(blocks, child, child.children);
      block = null;
      continue;
    }
    const rows = rowsOf(child, 0);
    if (rows.length === 0) continue;
    if (block === null) {
      block = { section, rows: [] };
      blocks.push(block);
    }
    for (const row of rows) block.rows.push(row);
  }
}

/** A topic that is not open is shown where one below it is. */
function rowsOf(topic: Topic, depth: number): Row[] {
  const below = topic.topics.flatMap((inner) => rowsOf(inner, depth + 1));
  return isOpen(topic) || below.length > 0 ? [{ topic, depth }, ...below] : [];
}

/** What all parts of the list are drawn from. */
interface Drawing {
  readonly open: OpenTopics;
  readonly view: PageView;
  /** Titles by ids. */
  readonly levels: ReadonlyMap<LevelId, string>;
  readonly topics: ReadonlyMap<TopicId, Topic>;
}

export function drawOpenTopics(open: OpenTopics, view: PageView): Html {
  const { progress, sentences } = view;
  const drawing = {
    open,
    view,
    levels: levelTitles(view),
    topics: new Map(topicsOfGroups(open.groups).map((topic) => [topic.id, topic])),
  };
  const nothing = progress.total.total === 0 ? sentences.noTopics : sentences.allDone;
  const body = open.open === 0 ? html`<p>${nothing}</p>` : open.groups.map((group) => drawnGroup(group, drawing));
  return html`<section aria-labelledby="open"><h2 id="open">${sentences.openTopics}</h2>${body}</section>`;
}

const topicsOfGroups = (groups: readonly Group[]): Topic[] =>
  groups.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.map(({ topic }) => topic)));

function drawnGroup({ section, blocks, open: count }: Group, drawing: Drawing): Html {
  const { open, view } = drawing;
  const body = blocks.map((block) => drawnBlock(block, drawing));
  if (section === null && count <= mostLoose) return html`${body}`;
  const isNext = blocks.some(({ rows }) => rows.some(({ topic }) => open.next.has(topic.id)));
  const isUnfolded = open.open <= mostUnfolded || (isNext && count <= mostUnfolded);
  const title = section?.title ?? view.roadmap.title;
  const why = section?.why ?? null;
  const number = section === null ? null : html`<i>${section.address}</i> `;
  const reason = why === null ? null : html`<p class="why">${inPage(view, why)}</p>`;
  return html`<details${isUnfolded ? html` open` : null}><summary><h3>${number}<bdi>${inPage(view, title)}</bdi></h3> <small>${view.sentences.openCount(count)}</small></summary>${reason}${body}</details>
`;
}

function drawnBlock({ section, rows }: Block, drawing: Drawing): Html {
  const head =
    section === null
      ? null
      : html`<h4><i>${section.address}</i> <bdi>${inPage(drawing.view, section.title)}</bdi></h4>`;
  return html`${head}<ul class="topics">${rows.map((row) => drawnRow(row, drawing))}</ul>`;
}

/** The ends of `<p>` and `<li>` may be left out in HTML, and there are thousands of them. */
function drawnRow({ topic, depth }: Row, drawing: Drawing): Html {
  const { open, view } = drawing;
  const anchor = open.anchors.get(topic.id);
  const id = anchor === undefined ? null : html` id="${anchor}"`;
  const facts = small(factsOf(topic, drawing));
  const outcome = topic.outcome === null ? null : html`<p>${inPage(view, topic.outcome)}`;
  const links = topic.links.length === 0 ? null : html`<div>${pageLinks(topic.links)}</div>`;
  return html`<li${id}${classOf(topic, depth)}><i>${topic.address}</i> <b>${inPage(view, topic.title)}</b>${facts}${outcome}${links}
`;
}

/** Its state, level and hours, what it waits for, until when it is wanted, and what became of what it teaches. */
function factsOf(topic: Topic, { view, levels, topics }: Drawing): HtmlValue[] {
  const { messages, sentences } = view;
  const { level, hours, legacy, status } = topic;
  const needs = topic.needs.flatMap((id) => topics.get(id) ?? []).filter(isOpen);
  const { due } = plannedOf(topic);
  const found: HtmlValue[] = [];
  if (status !== 'todo') found.push(html`<em>${messages.state[status]}</em>`);
  if (level !== null) found.push(levels.get(level) ?? level);
  if (hours !== null) found.push(messages.hours(hours));
  if (needs.length > 0) found.push(`${messages.label.needs} ${needs.map(({ address }) => address).join(', ')}`);
  if (due !== null) found.push(sentences.due(dateIn(view, due)));
  if (legacy !== null)
    found.push(messages.legacy(legacy.state, legacy.since, legacy.use === null ? null : inPage(view, legacy.use)));
  return found;
}
