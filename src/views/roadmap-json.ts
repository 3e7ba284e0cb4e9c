// Roadmap document: a whole roadmap with its ticks as JSON, nested as the author nested it.
import type { Language } from '../lang/messages.ts';
import { type Roadmap, type Section, type Text, type Topic, wording } from '../model/roadmap.ts';
import { documentOf, type Json } from './json.ts';

/** `export --format json`: kind "roadmap"; the keys are those of `show --json`, topics and sections inside what they stand under. */
export function roadmapJson(roadmap: Roadmap, language: Language): string {
  const say = (text: Text | null): string | null => (text === null ? null : wording(text, language));
  const topic = (one: Topic): { [key: string]: Json } => ({
    address: one.address,
    id: one.id,
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
    notes: one.notes,
    topics: one.topics.map(topic),
  });
  const section = (one: Section): { [key: string]: Json } => ({
    address: one.address,
    id: one.id,
    title: say(one.title),
    why: say(one.why),
    level: one.level,
    levelSource: one.levelSource,
    weight: one.weight,
    notes: one.notes,
    ...below(one.children),
  });
  const below = (children: readonly (Section | Topic)[]): { [key: string]: Json } => ({
    topics: children.flatMap((child) => (child.kind === 'topic' ? [topic(child)] : [])),
    sections: children.flatMap((child) => (child.kind === 'section' ? [section(child)] : [])),
  });
  return documentOf('roadmap', {
    id: roadmap.id,
    title: say(roadmap.title),
    description: say(roadmap.description),
    version: roadmap.version,
    levels: roadmap.levels.map(({ id, title, rubric }) => ({ id, title: say(title), rubric: say(rubric) })),
    prerequisites: roadmap.prerequisites.map(say),
    resources: roadmap.resources.map(({ title, url, kind }) => ({ title: say(title), url, kind })),
    ...below(roadmap.children),
    projects: roadmap.projects.map((project) => {
      const { goal = null, criterion = null, proves = [], stack = [] } = project.project ?? {};
      return { ...topic(project), goal: say(goal), criterion: say(criterion), proves, stack };
    }),
  });
}
