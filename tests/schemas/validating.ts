// Validating: the shipped schemas as functions that say what is wrong with a document.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

export const folder = join(import.meta.dirname, '..', '..', 'schema');

export const shipped: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();

/** What is wrong with it; nothing where it fits. */
export type Check = (document: unknown) => readonly string[];

interface Schema {
  readonly [keyword: string]: unknown;
}

export function schemaIn(file: string): Schema {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

function checkOf(schema: Schema): Check {
  // Unknown keywords and patterns that are none are mistakes of the schema itself.
  const validate = new Ajv({ strictTypes: false, allErrors: true }).compile(schema);
  return (document) =>
    validate(document) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const checks = new Map<string, Check>();

/** Against a file as it ships. */
export function checkAgainst(file: string): Check {
  const check = checks.get(file) ?? checkOf(schemaIn(file));
  checks.set(file, check);
  return check;
}

const strictChecks = new Map<string, Check>();

/** The same, but what is not described is wrong: so no field goes out without a word on it. */
export function strictlyAgainst(file: string): Check {
  const check = strictChecks.get(file) ?? checkOf(closed(schemaIn(file)) as Schema);
  strictChecks.set(file, check);
  return check;
}

function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return inner.type === 'object' ? { ...inner, additionalProperties: false } : inner;
}
