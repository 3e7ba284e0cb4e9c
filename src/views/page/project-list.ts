// ProjectList: what is to be built, when it counts as done, and the topics that it proves.
import type { Topic, TopicId } from '../../model/roadmap.ts';
import { topicsById } from '../../model/tree.ts';
import { type Html, html } from './html.ts';
import { pageLinks } from './link.ts';
import { inPage, levelTitles, type PageView, topicLink } from './page-view.ts';

/** Null where there are no projects. */
export function projectList(anchors: ReadonlyMap<TopicId, string>, view: PageView): Html | null {
  const { roadmap, sentences } = view;
  if (roadmap.projects.length === 0) return null;
  const byId = topicsById(roadmap);
  const levels = levelTitles(view);
  const proved = (id: TopicId): Html | null => {
    const topic = byId.get(id);
    if (topic === undefined) return null;
    const state = topic.status === 'todo' ? null : html` <small><em>${view.messages.state[topic.status]}</em></small>`;
    return html`<li${stateClass(topic)}>${topicLink(topic, anchors, view)}${state}</li>`;
  };
  const drawn = roadmap.projects.map(
    (
      project,
    ) => html`<article><h3${stateClass(project)}><i>${project.address}</i> <bdi>${inPage(view, project.title)}</bdi></h3>${facts(project, levels, view)}${details(project, proved, view)}</article>
`,
  );
  return html`<section aria-labelledby="projects"><h2 id="projects">${sentences.projects}</h2>${drawn}</section>`;
}

const stateClass = ({ status }: Topic): Html | null => (status === 'todo' ? null : html` class="${status}"`);

function facts(project: Topic, levels: ReadonlyMap<string, string>, { messages }: PageView): Html {
  const found = [messages.state[project.status]];
  if (project.level !== null) found.push(levels.get(project.level) ?? project.level);
  if (project.hours !== null) found.push(messages.hours(project.hours));
  return html`<p class="facts">${found.join(' · ')}</p>`;
}

function details(project: Topic, proved: (id: TopicId) => Html | null, view: PageView): Html | null {
  const { label } = view.messages;
  const { goal = null, criterion = null, stack = [], proves = [] } = project.project ?? {};
  const topics = proves.map(proved).filter((one) => one !== null);
  const rows: Html[] = [];
  const add = (name: string, value: Html): void => void rows.push(html`<dt>${name}</dt><dd>${value}</dd>`);
  if (goal !== null) add(label.goal, html`${inPage(view, goal)}`);
  if (criterion !== null) add(label.criterion, html`${inPage(view, criterion)}`);
  if (stack.length > 0) add(label.stack, html`${stack.join(', ')}`);
  if (topics.length > 0) add(label.proves, html`<ul class="topics">${topics}</ul>`);
  if (project.links.length > 0) add(label.links, html`<span class="links">${pageLinks(project.links)}</span>`);
  return rows.length === 0 ? null : html`<dl>${rows}</dl>`;
}
