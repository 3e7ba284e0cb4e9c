// JSON Schema, that part of it in which resources are described: what is wrong with a value, each fault at its place.
import type { PlainMap, PlainValue } from '../formats/manifest/document.ts';
import type { ValueType } from '../lang/faults.ts';
import { nearestWord } from '../text/nearest.ts';
import { type Fault, placeText } from './fault.ts';
import { formOf, hasForm, isForm } from './forms.ts';
import type { Fields } from './resource.ts';
import { resolved, type Schema } from './resource-schema.ts';

type Path = readonly (string | number)[];

/** What is longer is not compared with a pattern; no field of a manifest that has one may be so long. */
const longestPatternText = 1024;
const longestQuote = 80;
/** Of one object. Nobody reads more of them, and each costs a search among the fields of its kind. */
export const mostFaults = 50;

const isMap = (value: PlainValue | undefined): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const typeOf = (value: PlainValue): ValueType => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as ValueType;
};

/** A value as a sentence quotes it, short; null for maps and lists. */
export function quoted(value: PlainValue): string | null {
  if (typeof value === 'object' && value !== null) return null;
  const text = String(value);
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** Every fault of a value; none of what is below a value that has the wrong type. */
export function faultsOf(schema: Schema, value: PlainValue): readonly Fault[] {
  const faults: Fault[] = [];
  check(schema, value, [], faults);
  return faults;
}

function check(given: Schema, value: PlainValue, path: Path, faults: Fault[]): void {
  const schema = resolved(given);
  if (!hasType(schema, value)) {
    const expected = [schema.type ?? []].flat();
    const isDuration = schema.format?.startsWith('duration') === true;
    const args = { place: placeText(path), expected, found: typeOf(value), value: quoted(value), isDuration };
    faults.push({ code: 'wrong-type', args, path, at: 'value' });
    return;
  }
  if (typeof value === 'string') checkText(schema, value, path, faults);
  else if (typeof value === 'number') checkNumber(schema, value, path, faults);
  else if (Array.isArray(value)) checkList(schema, value, path, faults);
  else if (isMap(value)) checkMap(schema, value, path, faults);
}

function hasType({ type }: Schema, value: PlainValue): boolean {
  const found = typeOf(value);
  return [type ?? found].flat().some((one) => one === found || (one === 'number' && found === 'integer'));
}

function checkText(schema: Schema, value: string, path: Path, faults: Fault[]): void {
  const place = placeText(path);
  const { enum: known, minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = schema;
  const shown = quoted(value) as string;
  const badForm = (form: ReturnType<typeof formOf>): void => {
    faults.push({ code: 'bad-form', args: { place, value: shown, form }, path, at: 'value' });
  };
  if (known !== undefined) {
    if (known.includes(value)) return;
    const args = { place, value: shown, known: known.filter((one) => one !== ''), nearest: nearestWord(value, known) };
    faults.push({ code: 'not-one-of', args, path, at: 'value' });
  } else if (value === '' && minLength > 0) faults.push({ code: 'empty', args: { place }, path, at: 'value' });
  else if (value.length < minLength || value.length > maxLength) {
    const args = { place, of: 'characters', length: value.length, least: schema.minLength ?? null } as const;
    faults.push({ code: 'bad-length', args: { ...args, most: schema.maxLength ?? null }, path, at: 'value' });
  } else if (format !== undefined && isForm(format) && !hasForm(format, value)) badForm(format);
  else if (pattern !== undefined && !fits(pattern, value)) badForm(formOf(pattern));
}

const fits = (pattern: string, value: string): boolean =>
  value.length > longestPatternText || new RegExp(pattern, 'u').test(value);

function checkNumber({ minimum, maximum }: Schema, value: number, path: Path, faults: Fault[]): void {
  if (value >= (minimum ?? value) && value <= (maximum ?? value)) return;
  const args = { place: placeText(path), value: String(value), least: minimum ?? null, most: maximum ?? null };
  faults.push({ code: 'out-of-range', args, path, at: 'value' });
}

function checkList(schema: Schema, value: readonly PlainValue[], path: Path, faults: Fault[]): void {
  checkLength(value.length, schema.minItems, schema.maxItems, path, faults);
  if (schema.items !== undefined)
    for (const [i, one] of value.entries())
      if (faults.length < mostFaults) check(schema.items, one, [...path, i], faults);
}

function checkLength(length: number, least: number | undefined, most: number | undefined, path: Path, faults: Fault[]) {
  if (length >= (least ?? 0) && length <= (most ?? length)) return;
  const args = { place: placeText(path), of: 'entries', length, least: least ?? null, most: most ?? null } as const;
  faults.push({ code: 'bad-length', args, path, at: 'key' });
}

function checkMap(schema: Schema, value: PlainMap, path: Path, faults: Fault[]): void {
  const { properties = {}, required = [], additionalProperties: others } = schema;
  for (const field of required)
    if (!isGiven(value, field))
      faults.push({ code: 'missing', args: { place: placeText(path), field, because: null }, path, at: 'key' });
  // As the API server takes it, null is no value.
  const given = Object.keys(value).filter((field) => isGiven(value, field));
  checkLength(given.length, schema.minProperties, schema.maxProperties, path, faults);
  for (const field of given) {
    if (faults.length >= mostFaults) break;
    const below = [...path, field];
    const of = Object.hasOwn(properties, field) ? properties[field] : others;
    if (of === false) faults.push(unknownField(field, Object.keys(properties), path));
    else if (of !== undefined) check(of, value[field] as PlainValue, below, faults);
  }
  for (const choice of [schema, ...(schema.allOf ?? [])].map(choiceOf)) {
    const chosen = choice.filter((field) => isGiven(value, field));
    if (chosen.length < 2) continue;
    const second = [...path, chosen[1] as string];
    faults.push({ code: 'not-both', args: { place: placeText(path), fields: chosen }, path: second, at: 'key' });
  }
}

export const isGiven = (value: Fields, field: string): boolean =>
  Object.hasOwn(value, field) && value[field] !== null && value[field] !== undefined;

/** The fields of which an object may have one. */
export function choiceOf({ oneOf }: Schema): readonly string[] {
  return (oneOf ?? []).flatMap(({ required }) => required ?? []);
}

function unknownField(field: string, known: readonly string[], path: Path): Fault {
  const args = { place: placeText(path), field, nearest: nearestWord(field, known), elsewhere: null, known };
  return { code: 'unknown-field', args, path: [...path, field], at: 'key' };
}
