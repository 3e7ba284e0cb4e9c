// Field path: the places in an object that a table names, and what is put there.
import { type Fields, isFields, type Value } from './resource.ts';

/** What a place has instead of `value`, which its map or list holds; undefined leaves it as it is. */
export type Change = (value: Value | undefined, parent: Fields) => Value | undefined;

/** Keys with dots between them; `[]` each entry of a list, `{}` each value of a map, `?` only where the key is written. */
export function changedAt(value: Value | undefined, path: string, change: Change): Value | undefined {
  return changed(value, path.split(/\.|(?=\[\]|\{\})/), change, {});
}

function changed(
  value: Value | undefined,
  [step, ...rest]: readonly string[],
  change: Change,
  parent: Fields,
): Value | undefined {
  if (step === undefined) return change(value, parent) ?? value;
  if (step === '[]')
    return Array.isArray(value)
      ? (value as readonly Value[]).map((each) => changed(each, rest, change, {}) ?? null)
      : value;
  if (step === '{}') return isFields(value) ? changedValues(value, rest, change) : value;
  // A list or a text where a map belongs is for the schema to find.
  if (value !== undefined && !isFields(value)) return value;
  const fields = value ?? {};
  const optional = step.endsWith('?');
  const key = optional ? step.slice(0, -1) : step;
  const before = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (before === undefined && optional) return value;
  const after = changed(before ?? undefined, rest, change, fields);
  return after === before || after === undefined ? value : { ...fields, [key]: after };
}

function changedValues(fields: Fields, rest: readonly string[], change: Change): Fields {
  const entries = Object.entries(fields).map(([key, value]) => [key, changed(value, rest, change, fields)] as const);
  return Object.fromEntries(entries);
}
