// Schema: what a roadmap in YAML may hold (FORMATS §9); the shipped JSON Schema is made from the same definition.
import * as v from 'valibot';
import type { DocumentSection, DocumentTopic, RoadmapDocument } from '../roadmap-document.ts';
import type { Part } from './fields.ts';
import { languageTag } from './values.ts';

// The messages say what was expected; the reader adds what it found and where.
const wording = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));
const text = v.union(
  [wording, v.record(v.pipe(v.string(), v.regex(languageTag, 'a language such as en or pt-BR')), wording)],
  'a text, or one text per language',
);
const word = v.pipe(v.string('a word or number'), v.nonEmpty('a word or number'));
const id = v.pipe(v.string('an id'), v.regex(/^\S+$/, 'an id without spaces'));
const words = v.array(word, 'a list of words');
const notes = v.array(v.string('a text'), 'a text or a list of texts');
const hours = v.pipe(v.number('a number of hours, 0 or more'), v.minValue(0, 'a number of hours, 0 or more'));
const percent = 'a percentage from 0 to 100';
const weight = v.pipe(v.number(percent), v.minValue(0, percent), v.maxValue(100, percent));

const part = { id: v.exactOptional(id), level: v.exactOptional(word), notes: v.exactOptional(notes) };
/** A part without title goes by its id; the reader refuses one that has neither. */
const title = v.exactOptional(text);

const ticks = {
  done: v.exactOptional(
    v.union([v.boolean(), v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))], 'true, false or a day such as 2026-11-20'),
  ),
  status: v.exactOptional(v.picklist(['todo', 'doing', 'done', 'skipped'], 'todo, doing, done or skipped')),
};

const states = 'removed, deprecated, renamed or superseded';
const legacySchema = v.strictObject(
  {
    state: v.picklist(['removed', 'deprecated', 'renamed', 'superseded'], states),
    since: v.exactOptional(word),
    use: v.exactOptional(text),
  },
  'a map with state, since and use',
);

const topicFields = {
  ...part,
  ...ticks,
  title,
  outcome: v.exactOptional(text),
  hours: v.exactOptional(hours),
  needs: v.exactOptional(words),
  tags: v.exactOptional(words),
  links: v.exactOptional(v.array(word, 'a list of links')),
  legacy: v.exactOptional(legacySchema),
};
const listOfTopics = 'a list of topics';
const topicSchema: v.GenericSchema<DocumentTopic> = v.strictObject(
  { ...topicFields, topics: v.exactOptional(v.array(v.union([wording, v.lazy(() => topicSchema)]), listOfTopics)) },
  'a topic: a text, or a map with a title',
);
const topics = v.exactOptional(v.array(v.union([wording, topicSchema]), listOfTopics));

const sectionFields = { ...part, title, why: v.exactOptional(text), weight: v.exactOptional(weight), topics };
const sectionSchema: v.GenericSchema<DocumentSection> = v.strictObject(
  {
    ...sectionFields,
    sections: v.exactOptional(v.array(v.union([wording, v.lazy(() => sectionSchema)]), 'a list of sections')),
  },
  'a section: a map with a title and topics',
);

const projectSchema = v.strictObject(
  {
    ...part,
    ...ticks,
    title,
    goal: v.exactOptional(text),
    criterion: v.exactOptional(text),
    proves: v.exactOptional(words),
    stack: v.exactOptional(words),
    links: v.exactOptional(v.array(word, 'a list of links')),
  },
  'a project: a map with a title',
);

const levelSchema = v.strictObject(
  { id, title, rubric: v.exactOptional(text) },
  'a level: an id, or a map with id, title and rubric',
);
const resourceSchema = v.strictObject(
  { title, url: word, kind: v.exactOptional(word) },
  'a resource: a link, or a map with title and url',
);

export const roadmapSchema: v.GenericSchema<RoadmapDocument> = v.strictObject({
  id: v.exactOptional(id),
  title,
  description: v.exactOptional(text),
  version: v.exactOptional(word),
  levels: v.exactOptional(v.array(v.union([id, levelSchema]), 'a list of levels, lowest first')),
  prerequisites: v.exactOptional(v.array(text, 'a list of texts')),
  resources: v.exactOptional(v.array(v.union([word, resourceSchema]), 'a list of resources')),
  sections: v.exactOptional(v.array(v.union([wording, sectionSchema]), 'a list of sections')),
  topics,
  projects: v.exactOptional(v.array(v.union([wording, projectSchema]), 'a list of projects')),
});

/** Each part by its name in the table of fields. */
export const partSchemas = {
  roadmap: roadmapSchema,
  section: sectionSchema,
  topic: topicSchema,
  project: projectSchema,
  level: levelSchema,
  resource: resourceSchema,
  legacy: legacySchema,
} satisfies { readonly [part in Part]: v.GenericSchema };
