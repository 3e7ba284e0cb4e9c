// Schema: what a roadmap in YAML may hold (FORMATS §9); the shipped JSON Schema is made from the same definition.
import * as v from 'valibot';
import type { Expected } from '../../errors.ts';
import { legacyStates, stages } from '../../model/roadmap.ts';
import type { DocumentSection, DocumentTopic, RoadmapDocument } from '../roadmap-document.ts';
import { languageTag, type Part } from './fields.ts';

/** The messages are the codes of what was expected; the reader adds what it found and where. */
const said = (expected: Expected): Expected => expected;
const wording = v.pipe(v.string(said('text')), v.nonEmpty(said('filled-text')));
const text = v.union(
  [wording, v.record(v.pipe(v.string(), v.regex(languageTag, said('language'))), wording)],
  said('wording'),
);
const word = v.pipe(v.string(said('word')), v.nonEmpty(said('word')));
const id = v.pipe(v.string(said('id')), v.regex(/^\S+$/, said('id-without-spaces')));
const words = v.array(word, said('words'));
const notes = v.array(v.string(said('text')), said('notes'));
const hours = v.pipe(v.number(said('hours')), v.minValue(0, said('hours')));
const percent = said('percent');
const weight = v.pipe(v.number(percent), v.minValue(0, percent), v.maxValue(100, percent));

const part = { id: v.exactOptional(id), level: v.exactOptional(word), notes: v.exactOptional(notes) };
/** A part without title goes by its id; the reader refuses one that has neither. */
const title = v.exactOptional(text);

const ticks = {
  done: v.exactOptional(v.union([v.boolean(), v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))], said('done'))),
  status: v.exactOptional(v.picklist(['todo', 'doing', 'done', 'skipped'], said('status'))),
};

const legacySchema = v.strictObject(
  {
    state: v.picklist(legacyStates, said('legacy-state')),
    since: v.exactOptional(word),
    use: v.exactOptional(text),
  },
  said('legacy'),
);

const stage = v.picklist(stages, said('stage'));

const topicFields = {
  ...part,
  ...ticks,
  title,
  outcome: v.exactOptional(text),
  hours: v.exactOptional(hours),
  needs: v.exactOptional(words),
  tags: v.exactOptional(words),
  links: v.exactOptional(v.array(word, said('links'))),
  legacy: v.exactOptional(legacySchema),
  since: v.exactOptional(word),
  version: v.exactOptional(word),
  stage: v.exactOptional(stage),
  retired: v.exactOptional(word),
  formerly: v.exactOptional(words),
};
const listOfTopics = said('topics');
const topicSchema: v.GenericSchema<DocumentTopic> = v.strictObject(
  { ...topicFields, topics: v.exactOptional(v.array(v.union([wording, v.lazy(() => topicSchema)]), listOfTopics)) },
  said('topic'),
);
const topics = v.exactOptional(v.array(v.union([wording, topicSchema]), listOfTopics));

const sectionFields = { ...part, title, why: v.exactOptional(text), weight: v.exactOptional(weight), topics };
const sectionSchema: v.GenericSchema<DocumentSection> = v.strictObject(
  {
    ...sectionFields,
    sections: v.exactOptional(v.array(v.union([wording, v.lazy(() => sectionSchema)]), said('sections'))),
  },
  said('section'),
);

const projectSchema = v.strictObject(
  {
    ...part,
    ...ticks,
    title,
    goal: v.exactOptional(text),
    criterion: v.exactOptional(text),
    hours: v.exactOptional(hours),
    formerly: v.exactOptional(words),
    proves: v.exactOptional(words),
    stack: v.exactOptional(words),
    links: v.exactOptional(v.array(word, said('links'))),
  },
  said('project'),
);

const levelSchema = v.strictObject({ id, title, rubric: v.exactOptional(text) }, said('level'));
const featureSchema = v.strictObject({ name: text, stage }, said('feature'));
const resourceSchema = v.strictObject({ title, url: word, kind: v.exactOptional(word) }, said('resource'));

export const roadmapSchema: v.GenericSchema<RoadmapDocument> = v.strictObject({
  id: v.exactOptional(id),
  title,
  description: v.exactOptional(text),
  version: v.exactOptional(word),
  levels: v.exactOptional(v.array(v.union([id, levelSchema]), said('levels'))),
  prerequisites: v.exactOptional(v.array(text, said('texts'))),
  resources: v.exactOptional(v.array(v.union([word, resourceSchema]), said('resources'))),
  maturity: v.exactOptional(v.array(featureSchema, said('features'))),
  sections: v.exactOptional(v.array(v.union([wording, sectionSchema]), said('sections'))),
  topics,
  projects: v.exactOptional(v.array(v.union([wording, projectSchema]), said('projects'))),
});

/** Each part by its name in the table of fields. */
export const partSchemas = {
  roadmap: roadmapSchema,
  section: sectionSchema,
  topic: topicSchema,
  project: projectSchema,
  level: levelSchema,
  resource: resourceSchema,
  feature: featureSchema,
  legacy: legacySchema,
} satisfies { readonly [part in Part]: v.GenericSchema };
