// EditorSchema: roadmaps in YAML as an editor checks them, which is what the program reads without a remark.
import { valuePhrases } from '../formats/words/states.ts';
import { childKeys, fieldFor, foreign, kindOf, knownChildKeys, partOf } from '../formats/yaml/fields.ts';
import { partSchemas } from '../formats/yaml/schema.ts';
import { type FieldKind, type Part, parts } from '../model/fields.ts';
import { fieldWords } from './field-words.ts';
import type { JsonSchema, Named } from './json-schema.ts';
import { draft, refTo, toSchemas, withDefinitions } from './json-schema.ts';

// The definition knows one form of each value, and the reader brings the others into it (values.ts, canonical.ts, entries.ts):
// here they are let in beside it. Where the two do not agree is listed, with examples, in tests/schemas/editor.test.ts.

// Values of different types are distinguished by `type` and `if`, never by `anyOf`: with it an editor cannot say which form was meant,
// nor what the field is for.
const scalars = ['string', 'number', 'boolean'];
/** `version: 1.31`, `title: yes`: taken as it is written, where an editor sees a number or a yes. */
const words: JsonSchema = { type: scalars, pattern: '\\S' };
const orNothing = (schema: JsonSchema): JsonSchema => ({ ...schema, type: [schema.type, 'null'].flat() });
const isA = (type: string): JsonSchema => ({ type });
/** In quotes there may be blanks around it. */
const trimmed = (pattern: string): string => `^\\s*(?:${pattern})\\s*$`;
const oneOf = (names: readonly string[]): string => `^(?:${names.join('|')})$`;
const bare = (pattern: string): string => pattern.replace(/^\^|\$$/g, '');
const choose = (condition: JsonSchema, yes: JsonSchema, no: JsonSchema): JsonSchema => ({
  if: condition,
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: yes,
  else: no,
});

const listOrOne = (one: JsonSchema): JsonSchema => choose(isA('array'), { items: one }, { if: isA('null'), else: one });

/** JSON Schema has no flags. */
const anyCase = (char: string): string =>
  char.toUpperCase() === char || char.toUpperCase().length !== char.length ? char : `[${char}${char.toUpperCase()}]`;
const anyState = valuePhrases()
  .map((phrase) => Array.from(phrase, (char) => (char === ' ' ? '[ _-]*' : anyCase(char))).join(''))
  .join('|');
const numeral = '\\d+(?:\\.\\d+)?|\\.\\d+';
const percentage = '0*\\d{1,2}(?:\\.\\d+)?|\\.\\d+|0*100(?:\\.0+)?';

/** A text of the definition, such as an id, in any of the forms of a scalar. */
function wordsOf({ pattern }: JsonSchema): JsonSchema {
  return typeof pattern === 'string' ? { type: scalars, pattern: trimmed(bare(pattern)) } : words;
}

/** The first of these names that is given, or else the first of all. */
function someOf(names: readonly string[]): JsonSchema {
  // By pattern: what is under `properties` is proposed by an editor.
  const given = (name: string): JsonSchema => ({
    required: [name],
    patternProperties: { [`^${name}$`]: { not: isA('null') } },
  });
  const [first, ...rest] = names as readonly [string, ...string[]];
  return rest.reduceRight<JsonSchema>((otherwise, name) => ({ if: given(name), else: otherwise }), given(first));
}

const link = {
  type: [...scalars, 'object'],
  pattern: '\\S',
  properties: {
    title: { description: fieldWords.resource.title },
    url: { description: fieldWords.resource.url, ...words },
  },
  patternProperties: { '^(?:link|href)$': words },
  ...someOf(['url', 'link', 'href']),
};

/** What a text may be, given once or for each language. */
function textOf({ anyOf }: JsonSchema): JsonSchema {
  const [once, each] = anyOf as [JsonSchema, JsonSchema];
  const { propertyNames, additionalProperties } = each;
  return {
    ...wordsOf(once),
    type: [...scalars, 'object'],
    propertyNames,
    additionalProperties: wordsOf(additionalProperties as JsonSchema),
    minProperties: 1,
  };
}

/** The forms of a value by the kind of its field, nothing among them. */
function formsOf(kind: FieldKind, schema: JsonSchema): JsonSchema {
  const { items } = schema;
  if (kind === 'text') return orNothing(textOf(schema));
  if (kind === 'texts') return listOrOne(textOf(items as JsonSchema));
  if (kind === 'word' || kind === 'id') return orNothing(wordsOf(schema));
  if (kind === 'words')
    return { type: [...scalars, 'array', 'null'], pattern: words.pattern, items: wordsOf(items as JsonSchema) };
  if (kind === 'counterparts') {
    const { pattern } = wordsOf(items as JsonSchema);
    return { type: ['string', 'array', 'null'], pattern, items: { type: 'string', pattern } };
  }
  if (kind === 'links') return listOrOne(link);
  // Lists within lists are joined.
  if (kind === 'notes') return { type: [...scalars, 'array', 'null'], items: { type: [...scalars, 'null', 'array'] } };
  // Where none of the other forms is meant, it describes our own.
  if (kind === 'count') return { if: { type: 'string', pattern: trimmed('\\d+') }, else: orNothing(schema) };
  if (kind === 'hours' || kind === 'percent') {
    const pattern = trimmed(kind === 'percent' ? percentage : numeral);
    return { if: { type: 'string', pattern }, else: orNothing(schema) };
  }
  if (kind === 'status') {
    const isState = { type: ['string', 'boolean', 'null'], pattern: trimmed(anyState) };
    return { examples: schema.enum, if: isState, else: schema };
  }
  if (kind === 'day') return orNothing({ type: 'string', pattern: '^\\s*\\d{4}-\\d\\d-\\d\\d' });
  if (kind === 'priority') {
    const [words] = schema.anyOf as readonly [JsonSchema];
    return { examples: words.enum, if: isA('null'), else: words };
  }
  if (kind === 'done') {
    const [, day] = schema.anyOf as [JsonSchema, JsonSchema];
    const isState = { type: ['boolean', 'string', 'null'], pattern: trimmed(anyState) };
    // A time may follow the day.
    return { if: isState, else: { ...day, pattern: `^\\s*${bare(day.pattern as string)}` } };
  }
  if (kind === 'stage' || kind === 'legacy-state') return schema;
  if (kind === 'features') return listOrOne(refTo('feature'));
  if (kind === 'legacy') return { if: isA('null'), else: refTo('legacy') };
  const [plain] = (items as { readonly anyOf: readonly [JsonSchema] }).anyOf;
  return listOrOne(choose(isA('object'), refTo(partOf[kind]), wordsOf(plain)));
}

/** These have one schema wherever they occur; words have rules of their own where they are ids. */
const shared: readonly FieldKind[] = ['text', 'words', 'links', 'notes', 'done', 'status'];

const partNames = Object.keys(parts) as Part[];

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

const childNames = knownChildKeys.filter((key) => key !== 'sections' && key !== 'topics' && key !== 'levels');
const isSectionLike = (part: Part): boolean => part === 'roadmap' || part === 'section' || part === 'topic';

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
      properties[field] = { description, allOf: [refTo(field)] };
      continue;
    }
    const kind = kindOf(part, field);
    const described = { description, ...(shared.includes(kind) ? { allOf: [refTo(kind)] } : formsOf(kind, schema)) };
    properties[field] = described;
    const names = others.get(field) ?? [];
    if (names.length > 0) patternProperties[oneOf(names)] = described;
    if (required.includes(field)) must.push(someOf([field, ...names]));
  }
  if (part === 'topic')
    patternProperties['^sections$'] = { description: fieldWords.topic.topics, allOf: [refTo('topics')] };
  if (part === 'section' || part === 'topic')
    patternProperties[oneOf(childNames)] = {
      description: fieldWords[part].topics,
      type: ['array', 'object'],
      allOf: [refTo('topics')],
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
  return { allOf: [refTo(`${part}Fields`)], ...someOf(['title', 'id', ...(otherNames(part).get('title') ?? [])]) };
}

const namesIn = (part: Part): string[] => [
  ...Object.keys(parts[part]),
  ...[...foreign.keys()].filter((name) => fieldFor(part, name) !== null),
];
/** A map with one of these keys has fields; the keys of others are titles. */
const areTitles = {
  propertyNames: { not: { enum: [...new Set([...namesIn('section'), ...namesIn('topic'), ...childKeys])] } },
};

/** What is under `topics` or `sections`: texts, maps with fields, and maps whose keys are the titles. */
function children(part: 'topic' | 'section'): Named {
  const list = refTo(`${part}List`);
  const titles = refTo(`${part}Titles`);
  const other = orNothing(words);
  const below = choose(refTo('areTitles'), refTo('topicTitles'), refTo(`${part}Fields`));
  return {
    [`${part}s`]: choose(isA('array'), list, choose(isA('object'), titles, other)),
    [`${part}List`]: {
      type: 'array',
      items: choose(isA('array'), list, choose(isA('object'), choose(refTo('isTitle'), titles, refTo(part)), other)),
    },
    [`${part}Titles`]: {
      type: 'object',
      ...areTitles,
      additionalProperties: choose(isA('array'), refTo('topicList'), choose(isA('object'), below, other)),
    },
  };
}

/** The schema of a roadmap in YAML, of our own form. */
export function editorSchema(): JsonSchema {
  const base = toSchemas(partSchemas) as { readonly [part in Part]: JsonSchema };
  const definitions: Named = {
    section: titled('section'),
    sectionFields: fieldsOf('section', base.section),
    ...children('section'),
    topic: titled('topic'),
    topicFields: fieldsOf('topic', base.topic),
    ...children('topic'),
    project: titled('project'),
    projectFields: fieldsOf('project', base.project),
    level: fieldsOf('level', base.level),
    resource: fieldsOf('resource', base.resource),
    feature: fieldsOf('feature', base.feature),
    legacy: fieldsOf('legacy', base.legacy),
    ...sharedForms(base),
    areTitles,
    // In a list `tilte: …` is a mistake, and `Week 1: …` a title: only what cannot be a key of ours is taken for one.
    isTitle: {
      ...areTitles,
      minProperties: 1,
      anyOf: [
        { not: { additionalProperties: { type: [...scalars, 'null'] } } },
        { maxProperties: 1, propertyNames: { pattern: '[^A-Za-z_]' } },
      ],
    },
  };
  const root = {
    $schema: draft,
    title: 'Roadmap',
    description: 'A roadmap for istio-roadmap: sections of topics to be learnt, with levels, projects and links.',
    ...fieldsOf('roadmap', base.roadmap),
    if: { required: ['topics'] },
    else: { required: ['sections'] },
  };
  return withDefinitions(root, definitions);
}
