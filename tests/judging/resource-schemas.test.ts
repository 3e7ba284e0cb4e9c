// The schemas of resources: that the reader of them finds what a validator of JSON Schema finds, and takes no longer for odd texts.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainMap, PlainValue } from '../../src/formats/manifest/document.ts';
import { isForm } from '../../src/judging/forms.ts';
import { faultsOf } from '../../src/judging/json-schema.ts';
import { resolved, type Schema, schemaOf, versionsOf } from '../../src/judging/resource-schema.ts';

const file = resolve(import.meta.dirname, '../../schema/resources/resources.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly kinds: { readonly [kind: string]: { readonly [apiVersion: string]: Schema } };
  readonly $defs: { readonly [name: string]: Schema };
};
const all = Object.entries(document.kinds).flatMap(([kind, versions]) =>
  Object.keys(versions).map((apiVersion) => ({ kind, apiVersion })),
);

/** Every schema that occurs in the document, those of alternatives apart. */
function* schemasIn(value: unknown): Generator<Schema> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Schema;
  const { properties, items, additionalProperties } = value as Schema;
  for (const one of [...Object.values(properties ?? {}), items, additionalProperties]) yield* schemasIn(one);
}

const every = [
  ...Object.values(document.kinds).flatMap((versions) => Object.values(versions)),
  ...Object.values(document.$defs),
].flatMap((schema) => [...schemasIn(schema)]);

describe('the document of schemas', () => {
  it('has nothing in it but what is read', () => {
    const read =
      '$ref type enum properties required additionalProperties items format pattern minLength maxLength minimum maximum minItems maxItems minProperties maxProperties oneOf allOf';
    const used = new Set(every.flatMap((schema) => Object.keys(schema)));
    expect([...used].filter((keyword) => !read.split(' ').includes(keyword))).toEqual([]);
  });

  it('has alternatives of one form: at most one of some fields', () => {
    for (const schema of every) {
      for (const { oneOf } of [schema, ...(schema.allOf ?? [])]) {
        if (oneOf === undefined) continue;
        const [none, ...each] = oneOf;
        const named = each.map(({ required }) => required?.[0]);
        expect(none?.not?.anyOf?.map(({ required }) => required?.[0])).toEqual(named);
        expect(each.every((one) => Object.keys(one).join() === 'required' && one.required?.length === 1)).toBe(true);
      }
    }
  });

  it('names forms that are known', () => {
    const formats = new Set(every.flatMap(({ format }) => (format === undefined ? [] : [format])));
    expect([...formats].filter((format) => !isForm(format))).toEqual([]);
  });

  it('is small', () => expect(readFileSync(file).length).toBeLessThan(150_000));

  it('has patterns that no text keeps busy', () => {
    const patterns = new Set(every.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern])));
    for (const pattern of patterns) {
      const expression = new RegExp(pattern, 'u');
      for (const part of ['a', '1', '-', 'a-', 'a.', '*.', '1h', '/', '%41', 'a/']) {
        const text = `${part.repeat(1024 / part.length)}!\n`;
        const start = performance.now();
        expression.test(text);
        expect(performance.now() - start, `${pattern} on ${part}`).toBeLessThan(200);
      }
    }
  });

  it.each([
    ['VirtualService', 3],
    ['Gateway', 5],
    ['TrafficExtension', 1],
    ['TCPRoute', 2],
    ['ReferenceGrant', 3],
  ])('%s in %i versions', (kind, count) => expect(versionsOf(kind)).toHaveLength(count));
});

/** A value that a schema allows, and often one that it does not. */
function valuesOf(schema: Schema, depth: number): fc.Arbitrary<PlainValue> {
  const own = allowed(resolved(schema), depth);
  return depth > 5 ? own : fc.oneof({ weight: 30, arbitrary: own }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
}

const odd: readonly PlainValue[] = ['', 'x', 'a*', '10', 0, -1, 1.5, 70_000, true, {}, [], { name: 'x', value: 'y' }];

function allowed(schema: Schema, depth: number): fc.Arbitrary<PlainValue> {
  const { enum: known, properties, items, additionalProperties: others } = schema;
  if (known !== undefined) return fc.constantFrom<PlainValue>(...known, 'OTHER');
  const type = [schema.type ?? 'object'].flat()[0];
  if (type === 'string') return fc.constantFrom('a', 'a.example.com', '5s', '/a', 'http://a', '');
  if (type === 'integer' || type === 'number') return fc.constantFrom(1, 80, 100, 443, 301);
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(valuesOf(items ?? {}, depth + 1), { maxLength: 3 });
  if (properties !== undefined) return mapsOf(schema, depth);
  if (typeof others === 'object') return fc.dictionary(fc.constantFrom('a', 'b', '8080'), valuesOf(others, depth + 1));
  return fc.constantFrom<PlainValue>({}, { any: [1] });
}

function mapsOf({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<PlainValue> {
  const names = Object.keys(properties).filter((name) => name !== 'metadata' && name !== 'status');
  const optional = fc.subarray(names, { maxLength: Math.min(names.length, depth > 5 ? 1 : 4) });
  return fc.tuple(optional, fc.boolean()).chain(([chosen, isComplete]) => {
    const fields = new Set([...chosen, ...(isComplete ? required : [])]);
    const model = Object.fromEntries(
      [...fields].map((name) => [name, valuesOf(properties[name] as Schema, depth + 1)]),
    );
    return fc.record(model) as fc.Arbitrary<PlainMap>;
  });
}

describe('a reader of schemas', () => {
  const validators = new Map<string, ValidateFunction>();
  const nameOf = ({ kind, apiVersion }: (typeof all)[number]): string => `${apiVersion} ${kind}`;

  beforeAll(() => {
    const ajv = new Ajv.default({ strict: false, allErrors: false, validateFormats: false, unicodeRegExp: true });
    ajv.addSchema({ $id: 'resources', ...document });
    for (const one of all) {
      const pointer = `${one.kind}/${one.apiVersion.replaceAll('/', '~1')}`;
      validators.set(nameOf(one), ajv.compile({ $ref: `resources#/kinds/${pointer}` }));
    }
  });

  it.each(all)('agrees with ajv on $apiVersion $kind', (one) => {
    const schema = schemaOf(one.apiVersion, one.kind) as Schema;
    const validate = validators.get(nameOf(one)) as ValidateFunction;
    fc.assert(
      fc.property(mapsOf(resolved(schema), 0), (value) => {
        // The forms are ours.
        const faults = faultsOf(schema, value).filter(
          ({ code, args }) => code !== 'bad-form' || args.form === null || !isOurs(schema, args.place),
        );
        expect(faults.length === 0, JSON.stringify({ value, faults, errors: validate.errors })).toBe(validate(value));
      }),
      { numRuns: 40 },
    );
  });

  /** Whether the field at a place has a `format`, which ajv is told to leave alone. */
  function isOurs(schema: Schema, place: string): boolean {
    let found = resolved(schema);
    for (const step of place.match(/\[\d+\]|[\w-]+|\["[^"]*"\]/g) ?? []) {
      const { properties = {}, items, additionalProperties } = found;
      const next =
        step.startsWith('[') && items !== undefined
          ? items
          : (properties[step.replace(/^\["|"\]$/g, '')] ?? additionalProperties);
      found = resolved(next as Schema);
    }
    return found.format !== undefined;
  }
});
