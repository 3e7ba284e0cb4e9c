// OpenTopics: what is still to be studied, by section, with its outcome and where to read about it.
import { isOpen, type Roadmap, type Section, type Topic, type TopicId } from '../../model/roadmap.ts';
import { type Html, html } from './html.ts';
import { pageLinks } from './link.ts';
import { inPage, type PageView } from './page-view.ts';

/** All sections are unfolded where no more than this is open, and one that is next where it has no more. */
const mostUnfolded = 60;
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
  const topics = groups.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.map(({ topic }) => topic)));
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

export function drawOpenTopics({ groups, next, anchors, open }: OpenTopics, view: PageView): Html {
  const { sentences, messages } = view;
  const levels = new Map(view.roadmap.levels.map(({ id, title }) => [id, inPage(view, title)]));
  const topics = new Map<TopicId, Topic>();
  for (const { blocks } of groups)
    for (const { rows } of blocks) for (const { topic } of rows) topics.set(topic.id, topic);

  const facts = (topic: Topic): Html[] => {
    const found: Html[] = [];
    const add = (fact: string | Html): void => void found.push(html`${found.length === 0 ? null : ' · '}${fact}`);
    if (topic.status !== 'todo') add(html`<em>${messages.state[topic.status]}</em>`);
    if (topic.level !== null) add(levels.get(topic.level) ?? topic.level);
    if (topic.hours !== null) add(messages.hours(topic.hours));
    const needs = topic.needs.flatMap((id) => topics.get(id) ?? []).filter(isOpen);
    if (needs.length > 0) add(`${messages.label.needs} ${needs.map(({ address }) => address).join(', ')}`);
    const { legacy } = topic;
    if (legacy !== null)
      add(messages.legacy(legacy.state, legacy.since, legacy.use === null ? null : inPage(view, legacy.use)));
    return found;
  };

  const idOf = ({ id }: Topic): Html | null => {
    const anchor = anchors.get(id);
    return anchor === undefined ? null : html` id="${anchor}"`;
  };

  // The ends of <p> and <li> may be left out in HTML, and there are thousands of them.
  const row = ({ topic, depth }: Row): Html => {
    const words = facts(topic);
    const below = words.length === 0 ? null : html` <small>${words}</small>`;
    const outcome = topic.outcome === null ? null : html`<p>${inPage(view, topic.outcome)}`;
    const links = topic.links.length === 0 ? null : html`<div>${pageLinks(topic.links)}</div>`;
    return html`<li${idOf(topic)}${classOf(topic, depth)}><i>${topic.address}</i> <b>${inPage(view, topic.title)}</b>${below}${outcome}${links}
`;
  };

  const block = ({ section, rows }: Block): Html =>
    html`${section === null ? null : html`<h4><i>${section.address}</i> <bdi>${inPage(view, section.title)}</bdi></h4>`}<ul class="topics">${rows.map(row)}</ul>`;

  const group = ({ section, blocks, open: count }: Group): Html => {
    const body = blocks.map(block);
    if (section === null) return html`${body}`;
    const isNext = blocks.some(({ rows }) => rows.some(({ topic }) => next.has(topic.id)));
    const isUnfolded = open <= mostUnfolded || (isNext && count <= mostUnfolded);
    const why = section.why === null ? null : html`<p class="why">${inPage(view, section.why)}</p>`;
    return html`<details${isUnfolded ? html` open` : null}><summary><h3><i>${section.address}</i> <bdi>${inPage(view, section.title)}</bdi></h3> <small>${sentences.openCount(count)}</small></summary>${why}${body}</details>
`;
  };

  const body =
    open === 0
      ? html`<p>${view.progress.total.total === 0 ? sentences.noTopics : sentences.allDone}</p>`
      : groups.map(group);
  return html`<section aria-labelledby="open"><h2 id="open">${sentences.openTopics}</h2>${body}</section>`;
}
