// Schema: what a roadmap in YAML may hold (FORMATS §9), made from the table of fields; so is the shipped JSON Schema.
import * as v from 'valibot';
import type { Expected } from '../../errors.ts';
import { type FieldKind, type Part, parts, required } from '../../model/fields.ts';
import { legacyStates, stages, statuses } from '../../model/roadmap.ts';
import type { DocumentSection, DocumentTopic, RoadmapDocument } from '../roadmap-document.ts';
import { languageTag } from './fields.ts';

type Schema = v.GenericSchema;

/** The messages are the codes of what was expected; the reader adds what it found and where. */
const said = (expected: Expected): Expected => expected;
const wording = v.pipe(v.string(said('text')), v.nonEmpty(said('filled-text')));
const text = v.union(
  [wording, v.record(v.pipe(v.string(), v.regex(languageTag, said('language'))), wording)],
  said('wording'),
);
const word = v.pipe(v.string(said('word')), v.nonEmpty(said('word')));
const id = v.pipe(v.string(said('id')), v.regex(/^\S+$/, said('id-without-spaces')));
const percent = said('percent');
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));

const values = {
  id,
  word,
  text,
  texts: v.array(text, said('texts')),
  words: v.array(word, said('words')),
  links: v.array(word, said('links')),
  notes: v.array(v.string(said('text')), said('notes')),
  hours: v.pipe(v.number(said('hours')), v.minValue(0, said('hours'))),
  percent: v.pipe(v.number(percent), v.minValue(0, percent), v.maxValue(100, percent)),
  done: v.union([v.boolean(), day], said('done')),
  status: v.picklist(statuses, said('status')),
  stage: v.picklist(stages, said('stage')),
  'legacy-state': v.picklist(legacyStates, said('legacy-state')),
};

/** The fields of a part; `kinds` are those of its values. */
function entriesOf(part: Part, kinds: { readonly [kind: string]: Schema }): v.ObjectEntries {
  const needed: readonly string[] = (required as { readonly [part: string]: readonly string[] })[part] ?? [];
  return Object.fromEntries(
    Object.entries(parts[part] as { [field: string]: FieldKind }).map(([field, kind]) => {
      const schema = kinds[kind] as Schema;
      return [field, needed.includes(field) ? schema : v.exactOptional(schema)];
    }),
  );
}

const level = v.strictObject(entriesOf('level', values), said('level'));
const resource = v.strictObject(entriesOf('resource', values), said('resource'));
const feature = v.strictObject(entriesOf('feature', values), said('feature'));
const legacy = v.strictObject(entriesOf('legacy', values), said('legacy'));
const project = v.strictObject(entriesOf('project', values), said('project'));

const kinds: { readonly [kind in FieldKind]: Schema } = {
  ...values,
  legacy,
  levels: v.array(v.union([id, level]), said('levels')),
  resources: v.array(v.union([word, resource]), said('resources')),
  features: v.array(feature, said('features')),
  projects: v.array(v.union([wording, project]), said('projects')),
};

const listOfTopics = said('topics');
const topic = v.strictObject(
  {
    ...entriesOf('topic', kinds),
    topics: v.exactOptional(v.array(v.union([wording, v.lazy((): Schema => topic)]), listOfTopics)),
  },
  said('topic'),
) as Schema as v.GenericSchema<DocumentTopic>;
const topics = v.exactOptional(v.array(v.union([wording, topic]), listOfTopics));

const section = v.strictObject(
  {
    ...entriesOf('section', kinds),
    topics,
    sections: v.exactOptional(v.array(v.union([wording, v.lazy((): Schema => section)]), said('sections'))),
  },
  said('section'),
) as Schema as v.GenericSchema<DocumentSection>;

export const roadmapSchema = v.strictObject({
  ...entriesOf('roadmap', kinds),
  sections: v.exactOptional(v.array(v.union([wording, section]), said('sections'))),
  topics,
}) as Schema as v.GenericSchema<RoadmapDocument>;

/** Each part by its name in the table of fields. */
export const partSchemas = {
  roadmap: roadmapSchema,
  ...{ section, topic, project, level, resource, feature, legacy },
} satisfies { readonly [part in Part]: Schema };
