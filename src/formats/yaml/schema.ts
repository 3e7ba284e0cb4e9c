// Schema: what a roadmap in YAML may hold (FORMATS, YAML and JSON), made from the table of fields; so is the shipped JSON Schema.
import * as v from 'valibot';
import type { Expected } from '../../errors.ts';
import { counterpartForm } from '../../model/counterpart.ts';
import { type FieldKind, type Part, parts, required } from '../../model/fields.ts';
import { legacyStates, priorities, stages, statuses } from '../../model/roadmap.ts';
import type { DocumentSection, DocumentTopic, RoadmapDocument } from '../roadmap-document.ts';
import { languageTag } from './fields.ts';

type Schema = v.GenericSchema;

/** The messages are the codes of what was expected; the reader adds what it found and where. */
const expecting = (expected: Expected): Expected => expected;
const wording = v.pipe(v.string(expecting('text')), v.nonEmpty(expecting('filled-text')));
const text = v.union(
  [wording, v.record(v.pipe(v.string(), v.regex(languageTag, expecting('language'))), wording)],
  expecting('wording'),
);
const word = v.pipe(v.string(expecting('word')), v.nonEmpty(expecting('word')));
const id = v.pipe(v.string(expecting('id')), v.regex(/^\S+$/, expecting('id-without-spaces')));
const percent = expecting('percent');
const count = expecting('count');
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));

const values = {
  id,
  word,
  text,
  texts: v.array(text, expecting('texts')),
  words: v.array(word, expecting('words')),
  links: v.array(word, expecting('links')),
  counterparts: v.array(
    v.pipe(v.string(expecting('counterparts')), v.regex(counterpartForm, expecting('counterparts'))),
    expecting('counterparts'),
  ),
  notes: v.array(v.string(expecting('text')), expecting('notes')),
  hours: v.pipe(v.number(expecting('hours')), v.minValue(0, expecting('hours'))),
  percent: v.pipe(v.number(percent), v.minValue(0, percent), v.maxValue(100, percent)),
  count: v.pipe(v.number(count), v.integer(count), v.minValue(0, count)),
  done: v.union([v.boolean(), day], expecting('done')),
  status: v.picklist(statuses, expecting('status')),
  day: v.string(expecting('word')),
  priority: v.union([v.picklist(priorities), v.string()], expecting('word')),
  stage: v.picklist(stages, expecting('stage')),
  'legacy-state': v.picklist(legacyStates, expecting('legacy-state')),
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

const level = v.strictObject(entriesOf('level', values), expecting('level'));
const resource = v.strictObject(entriesOf('resource', values), expecting('resource'));
const feature = v.strictObject(entriesOf('feature', values), expecting('feature'));
const legacy = v.strictObject(entriesOf('legacy', values), expecting('legacy'));
const project = v.strictObject(entriesOf('project', values), expecting('project'));

const kinds: { readonly [kind in FieldKind]: Schema } = {
  ...values,
  legacy,
  levels: v.array(v.union([id, level]), expecting('levels')),
  resources: v.array(v.union([word, resource]), expecting('resources')),
  features: v.array(feature, expecting('features')),
  projects: v.array(v.union([wording, project]), expecting('projects')),
};

const listOfTopics = expecting('topics');
const topic = v.strictObject(
  {
    ...entriesOf('topic', kinds),
    topics: v.exactOptional(v.array(v.union([wording, v.lazy((): Schema => topic)]), listOfTopics)),
  },
  expecting('topic'),
) as Schema as v.GenericSchema<DocumentTopic>;
const topics = v.exactOptional(v.array(v.union([wording, topic]), listOfTopics));

const section = v.strictObject(
  {
    ...entriesOf('section', kinds),
    topics,
    sections: v.exactOptional(v.array(v.union([wording, v.lazy((): Schema => section)]), expecting('sections'))),
  },
  expecting('section'),
) as Schema as v.GenericSchema<DocumentSection>;

export const roadmapSchema = v.strictObject({
  ...entriesOf('roadmap', kinds),
  sections: v.exactOptional(v.array(v.union([wording, section]), expecting('sections'))),
  topics,
}) as Schema as v.GenericSchema<RoadmapDocument>;

/** Each part by its name in the table of fields. */
export const partSchemas = {
  roadmap: roadmapSchema,
  ...{ section, topic, project, level, resource, feature, legacy },
} satisfies { readonly [part in Part]: Schema };
