// Roadmap document: a whole roadmap with its ticks as JSON, nested as the author nested it.
import type { Language } from '../lang/messages.ts';
import type { Roadmap, Section, Topic } from '../model/roadmap.ts';
import { addedJson, documentOf, extraJson, inLanguage, projectFieldsJson } from './json.ts';
import type { ExportedSection, ExportedTopic, One } from './kinds.ts';

/** `export --format json`: kind "roadmap"; the keys are those of `show --json`, topics and sections inside their parents. */
export function roadmapJson(roadmap: Roadmap, language: Language): string {
  const say = inLanguage(language);
  const topic = (one: Topic): ExportedTopic => ({
    address: one.address,
    id: one.id,
    idWritten: one.idWritten,
    number: one.number,
    title: say(one.title),
    status: one.status,
    completedOn: one.completedOn,
    level: one.level,
    levelSource: one.levelSource,
    outcome: say(one.outcome),
    hours: one.hours,
    needs: one.needs,
    tags: one.tags,
    links: one.links,
    legacy: one.legacy === null ? null : { ...one.legacy, use: say(one.legacy.use) },
    ...extraJson(one),
    notes: one.notes,
    fields: one.fields,
    ...addedJson(one),
    topics: one.topics.map(topic),
  });
  const section = (one: Section): ExportedSection => ({
    address: one.address,
    id: one.id,
    number: one.number,
    title: say(one.title),
    why: say(one.why),
    level: one.level,
    levelSource: one.levelSource,
    weight: one.weight,
    notes: one.notes,
    ...below(one.children),
  });
  const below = (children: readonly (Section | Topic)[]): Pick<ExportedSection, 'topics' | 'sections'> => ({
    topics: children.flatMap((child) => (child.kind === 'topic' ? [topic(child)] : [])),
    sections: children.flatMap((child) => (child.kind === 'section' ? [section(child)] : [])),
  });
  return documentOf('roadmap', {
    id: roadmap.id,
    title: say(roadmap.title),
    description: say(roadmap.description),
    version: roadmap.version,
    levels: roadmap.levels.map(
      ({ id, title, rubric, labs = null }): One<'roadmap', 'levels'> => ({
        ...{ id, title: say(title), rubric: say(rubric), labs },
      }),
    ),
    prerequisites: roadmap.prerequisites.map((text) => say(text)),
    resources: roadmap.resources.map(
      ({ title, url, kind }): One<'roadmap', 'resources'> => ({ title: say(title), url, kind }),
    ),
    ...below(roadmap.children),
    projects: roadmap.projects.map(
      (project): One<'roadmap', 'projects'> => ({ ...topic(project), ...projectFieldsJson(project, language) }),
    ),
  });
}
