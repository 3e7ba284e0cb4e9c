// EditorSchema: roadmaps in YAML as an editor checks them, which is what the program reads without a remark.
import type { FieldKind, Part } from '../formats/yaml/fields.ts';
import { childKeys, fieldFor, foreign, kindOf, parts } from '../formats/yaml/fields.ts';
import { partSchemas } from '../formats/yaml/schema.ts';
import { statusWords } from '../formats/yaml/values.ts';
import { fieldWords } from './field-words.ts';
import type { JsonSchema, Named } from './json-schema.ts';
import { draft, refTo, toSchemas, withDefinitions } from './json-schema.ts';

// The definition knows one form of each value, and the reader brings the others into it (values.ts, aliases.ts, entries.ts):
// here they are let in beside it. Where the two do not agree is listed, with examples, in tests/schemas/editor.test.ts.

const either = (...schemas: readonly JsonSchema[]): JsonSchema => ({
  anyOf: schemas.flatMap((schema) =>
    Object.keys(schema).join() === 'anyOf' ? (schema.anyOf as JsonSchema[]) : schema,
  ),
});
const none: JsonSchema = { type: 'null' };
/** `version: 1.31`, `title: yes`: taken as it is written, where an editor sees a number or a yes. */
const scalar = { type: ['string', 'number', 'boolean'] };
const words: JsonSchema = { ...scalar, pattern: '\\S' };
/** In quotes there may be blanks around it. */
const trimmed = (pattern: string): string => `^\\s*(?:${pattern})\\s*$`;
const oneOf = (names: readonly string[]): string => `^(?:${names.join('|')})$`;
const bare = (pattern: string): string => pattern.replace(/^\^|\$$/g, '');

/** JSON Schema has no flags. */
const anyState = statusWords
  .map(([, { source }]) => bare(source).replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`))
  .join('|');
const numeral = '\\d+(?:\\.\\d+)?|\\.\\d+';
const percentage = '0*\\d{1,2}(?:\\.\\d+)?|\\.\\d+|0*100(?:\\.0+)?';

/** A value with the other forms that it may be written in. */
function loosened(schema: JsonSchema): JsonSchema {
  const { type, anyOf, items, pattern, additionalProperties, maximum } = schema;
  if (Array.isArray(anyOf)) return either(...anyOf.map(loosened));
  if (schema.$ref !== undefined || schema.enum !== undefined || type === 'boolean') return schema;
  if (type === 'string') return typeof pattern === 'string' ? { ...scalar, pattern: trimmed(bare(pattern)) } : words;
  if (type === 'number')
    return either(schema, { type: 'string', pattern: trimmed(maximum === 100 ? percentage : numeral) });
  if (type === 'array') {
    const one = loosened(items as JsonSchema);
    return either({ type, items: one }, one);
  }
  if (type === 'object')
    return { ...schema, minProperties: 1, additionalProperties: loosened(additionalProperties as JsonSchema) };
  throw new Error(`nothing is known of other forms of ${JSON.stringify(schema)}`);
}

const link = either(words, {
  type: 'object',
  properties: {
    title: { description: fieldWords.resource.title },
    url: { description: fieldWords.resource.url, ...words },
  },
  patternProperties: { '^(?:link|href)$': words },
  anyOf: ['url', 'link', 'href'].map((key) => ({ required: [key] })),
});

/** The forms of a value, by the kind of its field. */
function formsOf(kind: FieldKind, schema: JsonSchema): JsonSchema {
  if (kind === 'links') return either({ type: 'array', items: link }, link);
  if (kind === 'notes') return either(scalar, { type: 'array', items: { type: [...scalar.type, 'null', 'array'] } });
  if (kind === 'status') return either(schema, { type: ['string', 'boolean'], pattern: trimmed(anyState) });
  if (kind === 'done') {
    const [yes, day] = schema.anyOf as [JsonSchema, JsonSchema];
    // A time may follow the day.
    const begins = `^\\s*${bare(day.pattern as string)}`;
    return either(yes, { ...day, pattern: begins }, { type: 'string', pattern: trimmed(anyState) });
  }
  return loosened(schema);
}

/** These have one schema wherever they stand; ids are words with a rule of their own. */
const shared = ['text', 'texts', 'words', 'links', 'notes', 'done', 'status'] satisfies FieldKind[];

function sharedForms(base: { readonly [part in Part]: JsonSchema }): Named {
  const forms = shared.map((kind) => {
    const schemas = partNames.flatMap((part) => {
      const fields = Object.entries(base[part].properties as Named);
      return fields.filter(([field]) => Object.hasOwn(parts[part], field) && kindOf(part, field) === kind);
    });
    const different = new Set(schemas.map(([, schema]) => JSON.stringify(formsOf(kind, schema))));
    if (different.size !== 1) throw new Error(`${kind} has ${different.size} schemas`);
    return [kind, JSON.parse([...different][0] as string)];
  });
  return Object.fromEntries(forms);
}

const partNames = Object.keys(parts) as Part[];
const childNames = [...childKeys].filter((key) => key !== 'sections' && key !== 'topics' && key !== 'levels');
const isSectionLike = (part: Part): part is 'roadmap' | 'section' | 'topic' =>
  part === 'roadmap' || part === 'section' || part === 'topic';

/** The foreign names of each field of a part. */
function otherNames(part: Part): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const name of foreign.keys()) {
    const field = fieldFor(part, name);
    if (field === null || field === name || (isSectionLike(part) && childKeys.has(name))) continue;
    names.set(field, [...(names.get(field) ?? []), name]);
  }
  return names;
}

const given = (name: string): JsonSchema => ({ required: [name], properties: { [name]: { not: none } } });

/** The fields of a part: those of ours are proposed by an editor, foreign names are only understood. */
function fieldsOf(part: Part, base: JsonSchema): JsonSchema {
  const required = base.required as readonly string[];
  const others = otherNames(part);
  const properties: { [field: string]: JsonSchema } = {};
  const patternProperties: { [pattern: string]: JsonSchema } = {};
  const must: JsonSchema[] = [];
  for (const [field, schema] of Object.entries(base.properties as Named)) {
    const description = (fieldWords[part] as { readonly [field: string]: string })[field];
    if (field === 'topics' || field === 'sections') {
      properties[field] = { description, ...either(refTo(field), none) };
      continue;
    }
    const kind = kindOf(part, field);
    const value = (shared as FieldKind[]).includes(kind) ? refTo(kind) : formsOf(kind, schema);
    properties[field] = { description, ...either(value, none) };
    const names = others.get(field) ?? [];
    if (names.length > 0) patternProperties[oneOf(names)] = { description, ...either(value, none) };
    if (required.includes(field)) must.push(either(...[field, ...names].map(given)));
  }
  if (part === 'topic')
    patternProperties['^sections$'] = { description: fieldWords.topic.topics, ...either(refTo('topics'), none) };
  if (part === 'section' || part === 'topic')
    patternProperties[oneOf(childNames)] = {
      description: fieldWords[part].topics,
      ...either(refTo('topicList'), refTo('topicTitles')),
    };
  return {
    type: 'object',
    properties,
    ...(Object.keys(patternProperties).length > 0 && { patternProperties }),
    additionalProperties: false,
    ...(must.length > 0 && { allOf: must }),
  };
}

/** Sections, topics and projects go by a title or an id. */
function titled(part: Part): JsonSchema {
  const names = ['title', 'id', ...(otherNames(part).get('title') ?? [])];
  return { allOf: [refTo(`${part}Fields`)], ...either(...names.map(given)) };
}

const knownKeys = [
  ...new Set([
    ...['section', 'topic'].flatMap((part) => [
      ...Object.keys(parts[part as Part]),
      ...[...foreign.keys()].filter((name) => fieldFor(part as Part, name) !== null),
    ]),
    ...childKeys,
  ]),
];

/** What stands under `topics` or `sections`: texts, maps with fields, and maps whose keys are the titles. */
function children(part: 'topic' | 'section'): Named {
  const list = refTo(`${part}List`);
  const titles = refTo(`${part}Titles`);
  const below = part === 'topic' ? [titles] : [refTo('topicTitles')];
  const isPlain = { type: [...scalar.type, 'null'] };
  return {
    [`${part}s`]: either(list, words, titles),
    [`${part}List`]: {
      type: 'array',
      items: either(words, refTo(part), refTo(`${part}Title`), list, none),
    },
    [`${part}Titles`]: {
      type: 'object',
      propertyNames: { not: { enum: knownKeys } },
      additionalProperties: either(words, none, refTo('topicList'), refTo(`${part}Fields`), ...below),
    },
    // In a list `tilte: …` is a mistake, and `Week 1: …` a title: only what cannot be a key of ours is taken for one.
    [`${part}Title`]: {
      allOf: [titles],
      minProperties: 1,
      ...either(
        { not: { additionalProperties: isPlain } },
        { maxProperties: 1, propertyNames: { pattern: '[^A-Za-z_]' } },
      ),
    },
  };
}

/** The schema of a roadmap in YAML, of our own form. */
export function editorSchema(): JsonSchema {
  const base = toSchemas(partSchemas) as { readonly [part in Part]: JsonSchema };
  const { roadmap, section, topic, project, level, resource, legacy } = base;
  const definitions: Named = {
    section: titled('section'),
    sectionFields: fieldsOf('section', section),
    ...children('section'),
    topic: titled('topic'),
    topicFields: fieldsOf('topic', topic),
    ...children('topic'),
    project: titled('project'),
    projectFields: fieldsOf('project', project),
    level: fieldsOf('level', level),
    resource: fieldsOf('resource', resource),
    legacy: fieldsOf('legacy', legacy),
    ...sharedForms(base),
  };
  const root = {
    $schema: draft,
    title: 'Roadmap',
    description: 'A roadmap for istio-roadmap: sections of topics to be learnt, with levels, projects and links.',
    ...fieldsOf('roadmap', roadmap),
    ...either({ required: ['sections'] }, { required: ['topics'] }),
  };
  return withDefinitions(root, definitions);
}
