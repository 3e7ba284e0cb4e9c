// JsonSchema: draft-07 schemas made from valibot definitions, each with only those definitions that it refers to.
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import type * as v from 'valibot';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface Named {
  readonly [name: string]: JsonSchema;
}

export const draft = 'http://json-schema.org/draft-07/schema#';

/** In draft-07 definitions are under `definitions`; newer drafts, and the converter, say `$defs`. */
export function toSchemas(definitions: { readonly [name: string]: v.GenericSchema }): Named {
  const text = JSON.stringify(toJsonSchemaDefs(definitions));
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/definitions/'));
}

export const refTo = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** A schema with those of the definitions that it leads to, in their order. */
export function withDefinitions(schema: JsonSchema, definitions: Named): JsonSchema {
  const wanted = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (name === undefined || wanted.has(name)) continue;
      if (definitions[name] === undefined) throw new Error(`nothing is defined as ${name}`);
      wanted.add(name);
      visit(definitions[name]);
    }
  };
  visit(schema);
  const found = Object.entries(definitions).filter(([name]) => wanted.has(name));
  return found.length === 0 ? schema : { ...schema, definitions: Object.fromEntries(found) };
}
