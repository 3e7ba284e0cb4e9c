// Bundled roadmap: one of `roadmaps/*.yaml` as the program reads it, with every wording in it and the place it is at.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  DocumentProject,
  DocumentSection,
  DocumentTopic,
  RoadmapDocument,
} from '../../src/formats/roadmap-document.ts';
import { readYaml } from '../../src/formats/yaml/read.ts';
import type { Text } from '../../src/model/roadmap.ts';
import type { Source } from '../../src/text/source.ts';
import { toSource } from '../../src/text/source.ts';

/** Sections and topics of these files are maps throughout; a bare text would have neither id nor second language. */
export type Topic = DocumentTopic & { readonly id: string; readonly section: string };
type Section = Omit<DocumentSection, 'topics'> & { readonly id: string; readonly topics: readonly Topic[] };
type Project = DocumentProject & { readonly id: string };

export interface Wording {
  /** `edge-tls.title`: what the failure of a rule names. */
  readonly at: string;
  readonly text: Text;
}

export interface Bundled {
  readonly name: string;
  readonly source: Source;
  readonly document: RoadmapDocument;
  readonly sections: readonly Section[];
  readonly topics: readonly Topic[];
  readonly projects: readonly Project[];
  readonly levels: readonly string[];
  /** Everything that a learner reads. */
  readonly wordings: readonly Wording[];
}

function textOf(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'roadmaps', `${name}.yaml`), 'utf8');
}

function bundled(name: string, text = textOf(name)): Bundled {
  const source = toSource(text);
  const { document } = readYaml(source, `${name}.yaml`);
  const sections = (document.sections ?? []).map((section): Section => {
    const { id, topics = [] } = asMap<DocumentSection>(section);
    return {
      ...asMap<DocumentSection>(section),
      id: id ?? '',
      topics: topics.map((topic) => ({ ...asMap<DocumentTopic>(topic), section: id ?? '' }) as Topic),
    };
  });
  const topics = sections.flatMap((section) => section.topics);
  const projects = (document.projects ?? []).map((project) => asMap<DocumentProject>(project) as Project);
  const levels = (document.levels ?? []).map((level) => (typeof level === 'string' ? level : level.id));
  const roadmap = { name, source, document, sections, topics, projects, levels };
  return { ...roadmap, wordings: [...wordingsOf(roadmap)] };
}

function asMap<Part extends object>(part: string | Part): Part {
  if (typeof part === 'string') throw new Error(`"${part}" is a bare text where a map belongs`);
  return part;
}

function* wordingsOf({ document, sections, topics, projects }: Omit<Bundled, 'wordings'>): Generator<Wording> {
  const of = function* (at: string, part: object, fields: readonly string[]): Generator<Wording> {
    for (const field of fields) {
      const text = (part as { readonly [field: string]: Text | undefined })[field];
      if (text !== undefined) yield { at: `${at}.${field}`, text };
    }
  };
  yield* of('roadmap', document, ['title', 'description']);
  for (const level of document.levels ?? []) yield* of(asMap(level).id, asMap(level), ['title', 'rubric']);
  for (const [index, text] of (document.prerequisites ?? []).entries()) yield { at: `prerequisite ${index + 1}`, text };
  for (const resource of document.resources ?? []) yield* of(asMap(resource).url, asMap(resource), ['title']);
  for (const section of sections) yield* of(section.id, section, ['title', 'why']);
  for (const topic of topics) {
    yield* of(topic.id, topic, ['title', 'outcome']);
    if (topic.legacy) yield* of(`${topic.id}.legacy`, topic.legacy, ['use']);
  }
  for (const project of projects) yield* of(project.id, project, ['title', 'goal', 'criterion']);
}

export const bundledRoadmaps: readonly Bundled[] = ['istio', 'ica', 'ambient'].map((name) => bundled(name));

/** One of them with a mistake put in, to see that the rule against it has teeth. */
export function withMistake({ name, source }: Bundled, find: string | RegExp, mistake: string): Bundled {
  const text = source.text.replace(find, () => mistake);
  if (text === source.text) throw new Error(`nothing in ${name} is ${find}`);
  return bundled(name, text);
}

export function bundledRoadmap(name: string): Bundled {
  return bundledRoadmaps.find((roadmap) => roadmap.name === name) as Bundled;
}

/** The wording in a language; empty where there is none, so that a missing one breaks the rule for it and no other. */
export function inLanguage(text: Text | undefined, language: 'en' | 'ru'): string {
  return typeof text === 'object' ? (text[language] ?? '') : '';
}
