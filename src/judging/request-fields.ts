// Reading what a check asks: every key is known and has its type, or the check is wrong.
import { RequestError } from './request-error.ts';
import { type Fields, isFields, textAt, type Value, valueAt } from './resource.ts';

export type FieldType = 'text' | 'number' | 'map' | 'texts';

const isOf: Readonly<Record<FieldType, (value: Value) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isInteger(value),
  map: isFields,
  texts: isFields,
};

/** Throws `RequestError` for an unknown key, a missing one of `needed`, a value of another type. */
export function checkRequest(
  asked: string,
  request: Fields,
  types: Readonly<Record<string, FieldType>>,
  needed: readonly string[] = [],
): void {
  for (const [key, value] of Object.entries(request)) {
    const type = Object.hasOwn(types, key) ? types[key] : undefined;
    if (type === undefined)
      throw new RequestError(`${asked}: “${key}” is no key of a request; it has ${Object.keys(types).join(', ')}`);
    if (value === undefined || !isOf[type](value))
      throw new RequestError(`${asked}: “${key}” must be a ${nameOf[type]}`);
    if (type === 'texts') checkTexts(asked, key, value as Fields);
  }
  for (const key of needed) if (request[key] === undefined) throw new RequestError(`${asked}: “${key}” is missing`);
}

const nameOf: Readonly<Record<FieldType, string>> = {
  text: 'text',
  number: 'whole number',
  map: 'map',
  texts: 'map of texts',
};

function checkTexts(asked: string, key: string, map: Fields): void {
  for (const [name, value] of Object.entries(map))
    if (typeof value !== 'string') throw new RequestError(`${asked}: “${name}” of “${key}” must be a text`);
}

/** The text under `key`, or `fallback`; one of `words` where there are some. */
export function wordAt<Word extends string>(
  asked: string,
  request: Fields,
  key: string,
  words: readonly [Word, ...Word[]],
): Word {
  const text = textAt(request, key);
  if (text === '') return words[0];
  const found = words.find((word) => word === text);
  if (found === undefined) throw new RequestError(`${asked}: “${key}” is one of ${words.join(', ')}, not “${text}”`);
  return found;
}

/** Names of headers in lower case, as HTTP compares them. */
export function headersAt(request: Fields): ReadonlyMap<string, string> {
  const headers = valueAt(request, 'headers');
  return new Map(
    Object.entries((headers ?? {}) as Fields).map(([name, value]) => [name.toLowerCase(), value as string]),
  );
}
