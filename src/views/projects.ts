// ProjectReport: the pet projects with their goal, when they count as done, and the topics they prove.
import type { Language } from '../lang/messages.ts';
import { hoursOf } from '../model/hours.ts';
import { tallyOf } from '../model/progress.ts';
import { type Roadmap, type Topic, wording } from '../model/roadmap.ts';
import { topicsOf } from '../model/tree.ts';
import { documentOf, hoursJson, projectFieldsJson, topicFields } from './json.ts';
import type { One } from './kinds.ts';
import { fields, flow, hanging, heading, page } from './layout.ts';
import type { ThemeWithSentences } from './problem.ts';
import { levelFact, projectFields, stateFact } from './topic.ts';

export interface ProjectsView {
  readonly roadmap: Roadmap;
  /** Those that are asked for. */
  readonly projects: readonly Topic[];
}

/** `projects`. */
export function drawProjects({ roadmap, projects }: ProjectsView, theme: ThemeWithSentences): string {
  const { messages } = theme;
  if (projects.length === 0) {
    const { none, noneFits } = theme.sentences.projects;
    const { message, hint } = roadmap.projects.length === 0 ? none : noneFits(theme.commands);
    return page([[...hanging(' ', message, theme), ...hanging(' ', hint, theme, theme.dim)]]);
  }
  const blocks = projects.map((project) => {
    const head = ` ${project.address}  `;
    const facts = [stateFact(project, theme)];
    if (project.level !== null) facts.push({ text: levelFact(project, theme), paint: theme.dim });
    if (project.hours !== null) facts.push({ text: messages.hours(project.hours), paint: theme.dim });
    return [
      ...heading(head, theme.say(project.title), theme, theme.title, theme.accent),
      ...flow(head.length, facts, theme),
      ...fields(head.length, projectFields(project, roadmap, theme), theme),
    ];
  });
  const { done, total } = tallyOf(projects);
  const hours = hoursOf(projects);
  const counts = [messages.projects(done, total)];
  if (hours !== null) counts.push(messages.hoursLeft(hours.all, hours.left, !hours.isWhole));
  return page([
    ...blocks,
    flow(
      1,
      counts.map((text) => ({ text, paint: theme.dim })),
      theme,
    ),
  ]);
}

/** `projects --json`: kind "projects"; each as in a list, then what makes it a project, then the topics that it proves. */
export function projectsJson({ roadmap, projects }: ProjectsView, language: Language): string {
  const { total, done } = tallyOf(projects);
  const byId = new Map([...topicsOf(roadmap.children)].map((topic) => [topic.id, topic]));
  return documentOf('projects', {
    total,
    done,
    projects: projects.map(
      (project): One<'projects', 'projects'> => ({
        ...topicFields(project, null, language),
        ...projectFieldsJson(project, language),
        provesTopics: (project.project?.proves ?? []).flatMap((id): One<'projects', 'projects'>['provesTopics'] => {
          const topic = byId.get(id);
          if (topic === undefined) return [];
          return [{ address: topic.address, id, title: wording(topic.title, language), status: topic.status }];
        }),
      }),
    ),
    ...hoursJson(hoursOf(projects)),
  });
}
