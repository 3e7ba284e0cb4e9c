// Shape: what the parts of a foreign YAML file are by their form alone, and whether it is a roadmap at all (FORMATS Y1, Y3).
import type { NoRoadmap } from '../../errors.ts';
import { nearestWord } from '../../text/nearest.ts';
import { childKeys, fieldFor, isFieldKey, isGroupKey, isUnitKey, remarks, tellingFields, wordSet } from './fields.ts';
import { isForeignKey } from './own-keys.ts';
import type { MapTree, Pair, Scalar, Tree } from './tree.ts';

/** The text of a field; null where it has none. */
export function textIn({ pairs }: MapTree, name: string): string | null {
  const value = pairs.find(({ key }) => key === name)?.value;
  return value?.kind === 'scalar' ? value.text : null;
}

export const isEmpty = (tree: Tree): boolean => tree.kind === 'scalar' && (tree.text ?? '').trim() === '';

/** A list of which every value is a text, a one-key map or such a list: what people write under a title. */
function isPlainList(tree: Tree): boolean {
  return (
    tree.kind === 'list' &&
    tree.values.length > 0 &&
    tree.values.every((value) =>
      value.kind === 'map' ? value.pairs.length === 1 : value.kind === 'scalar' || isPlainList(value),
    )
  );
}

/** Whether the entries of a `levels:` have something below them: then they are sections, else an order of levels. */
function holdsChildren(tree: Tree): boolean {
  if (tree.kind === 'scalar') return false;
  if (tree.kind === 'map') return tree.pairs.some(({ value }) => value.kind !== 'scalar');
  return tree.values.some((value) => value.kind === 'map' && value.pairs.some(isChildPair));
}

/** A key of sections or topics over something that can hold them. */
export function isChildPair({ key, value }: Pair): boolean {
  if (!childKeys.has(key) || isEmpty(value)) return false;
  if (key === 'levels') return holdsChildren(value);
  if (key === 'weeks' && isOfNumbers(value)) return false;
  return key === 'sections' || key === 'topics' || value.kind !== 'scalar';
}

/** `weeks: [1, 4]` says when something is, and names nothing. */
const isOfNumbers = (tree: Tree): boolean =>
  tree.kind === 'list' && tree.values.every((one) => one.kind === 'scalar' && /^\d+$/.test(one.text ?? ''));

const isName = (key: string): boolean => fieldFor('topic', key) === 'title' || key === 'id';

/** By a title, an id, or the number or name of its unit: `week: 3`. */
export function isTitled(map: MapTree): boolean {
  const isGroup = map.pairs.some(({ value }) => value.kind === 'list');
  const isUnit = ({ key, value }: Pair): boolean =>
    (isUnitKey(key) || (isGroup && isGroupKey(key))) && value.kind === 'scalar';
  return map.pairs.some((pair) => (isName(pair.key) || isUnit(pair)) && !isEmpty(pair.value));
}

/** By a title or an id of its own. */
export const hasName = (map: MapTree): boolean => map.pairs.some(({ key, value }) => isName(key) && !isEmpty(value));

/** A place that was left free: `title: ""`. */
export const isBlank = (map: MapTree): boolean => map.pairs.some(({ key }) => isName(key)) && !hasName(map);

/**
 * Whether a map describes one thing by fields, rather than naming several things by its keys. Without a title the
 * meaning of `concepts:` beside `Protocols:` is open: any neighbour that lists plain texts makes them all titles.
 */
export function isRecord(map: MapTree): boolean {
  if (isTitled(map)) return true;
  const known = ({ key }: Pair): boolean => childKeys.has(key) || remarks.has(key) || isFieldKey(key);
  return map.pairs.some(isChildPair) && !map.pairs.some((pair) => !known(pair) && isPlainList(pair.value));
}

/** Scalars, and lists that were left empty. */
export const hasOnlyValues = ({ pairs }: MapTree): boolean =>
  pairs.every(({ value }) => value.kind === 'scalar' || (value.kind === 'list' && value.values.length === 0));

/** `Linux: {completed: false, deadline: …}`: nothing but fields, which describe the key. */
export const describesKey = (map: MapTree): boolean =>
  hasOnlyValues(map) && map.pairs.some(({ key }) => fieldFor('topic', key) !== null);

/** Written by our own schema: then every mistake is named; a foreign file is read as far as it can be understood. */
export function isNative(tree: Tree): boolean {
  if (tree.kind !== 'map') return false;
  const own = ({ key }: Pair): boolean => key === 'sections' || key === 'topics';
  return tree.pairs.some(own) && tree.pairs.filter(isChildPair).every(own) && !tree.pairs.some(holdsForeign);
}

/**
 * Whether a list of ours is of another make: by an entry that has titled maps under a key that is none of ours, or by
 * titles for keys over maps that share a field of their own.
 */
function holdsForeign({ key, value }: Pair): boolean {
  if (!childKeys.has(key) || value.kind === 'scalar') return false;
  if (value.kind === 'map' && sharesForeignField(value)) return true;
  const entries = value.kind === 'list' ? value.values : value.pairs.map((pair) => pair.value);
  const isForeign = (pair: Pair): boolean => isForeignField(pair.key) && isForeignKey(pair.key);
  const foreign = entries.filter((entry) => entry.kind === 'map' && entry.pairs.some(isForeign));
  if (foreign.length > 0 && foreign.length * 2 >= entries.length) return true;
  const isOther = (pair: Pair): boolean => !childKeys.has(pair.key) && isForeignList(pair);
  return entries.some(
    (entry) =>
      entry.kind === 'map' && (entry.pairs.some(holdsForeign) || (hasName(entry) && entry.pairs.some(isOther))),
  );
}

const ownFields = [...tellingFields('section'), ...tellingFields('topic')];

/** A key that no part of ours has, and that is none mistyped. */
const isForeignField = (key: string): boolean =>
  fieldFor('topic', key) === null &&
  fieldFor('section', key) === null &&
  !childKeys.has(key) &&
  nearestWord(key, ownFields) === null;

/** We write lists; of titles for keys, one field in at least half of their maps is a form, and in fewer a mistake. */
function sharesForeignField({ pairs }: MapTree): boolean {
  const maps = pairs.map(({ value }) => value).filter((value): value is MapTree => value.kind === 'map');
  if (maps.length < pairs.length || pairs.some(({ key }) => ownFields.includes(key) || childKeys.has(key)))
    return false;
  const described = maps.filter((map) => isRecord(map) || describesKey(map));
  const count = new Map<string, number>();
  for (const { key, value } of described.flatMap((map) => map.pairs))
    if (value.kind === 'scalar') count.set(key, (count.get(key) ?? 0) + 1);
  return [...count].some(([key, times]) => times * 2 >= maps.length && isForeignField(key));
}

function isForeignList({ key, value }: Pair): boolean {
  if (fieldFor('topic', key) !== null || fieldFor('section', key) !== null || value.kind !== 'list') return false;
  return value.values.length > 1 && value.values.every((one) => one.kind === 'map' && hasName(one));
}

const aboutSomebody = wordSet(
  'email e-mail phone telephone mobile experience work_experience workexperience employment education ' +
    'опыт образование телефон',
);
const machine = [
  ['apiVersion', 'kind'],
  ['jobs', 'on'],
  ['services', 'version'],
  ['hosts', 'tasks'],
  ['openapi', 'paths'],
  ['swagger', 'paths'],
] as const;

/** Why a root map cannot be a roadmap whatever is in it, or null (FORMATS Y3). */
export function otherPurpose(map: MapTree): NoRoadmap | null {
  const keys = new Set(map.pairs.map(({ key }) => key));
  const person = [...keys].filter((key) => aboutSomebody.has(key.toLowerCase().replace(/ /g, '_')));
  if (person.length >= 2) return { reason: 'about-a-person', keys: person.slice(0, 2) };
  const pair = machine.find(([first, second]) => keys.has(first) && keys.has(second));
  return pair ? { reason: 'configuration', keys: pair } : null;
}

/** `hit_points: 30`, `nombre: Ana`: a value of a record, where `Week 1: first steps` is a title with its topic. */
function isDatum({ key, value }: Pair): boolean {
  if (value.kind !== 'scalar' || value.text === null || value.block) return false;
  return (
    /^[\p{Ll}\p{N}_$.-]+(?:\p{Lu}[\p{Ll}\p{N}]*)*$/u.test(key) ||
    /^(?:[\d.,+-]+|true|false|yes|no|(?=\S+$)\S[^\s@]*@\S+\.\S+)$/.test(value.text)
  );
}

const size = (tree: Tree): number =>
  tree.kind === 'list' ? tree.values.length : tree.kind === 'map' ? tree.pairs.length : 1;

/** `- Networking (20%): 3` in a list: a weight or an order (FORMATS Y6). */
export const isNumbered = (tree: Tree): boolean => {
  const [pair, other] = tree.kind === 'map' ? tree.pairs : [];
  return pair !== undefined && other === undefined && pair.value.kind === 'scalar' && isNumber(pair.value.text);
};

export const isNumber = (text: string | null): boolean => /^-?\d+(?:\.\d+)?%?$/.test(text ?? '');

/** Neither a number nor an address. */
export const isText = (tree: Tree): tree is Scalar =>
  tree.kind === 'scalar' && tree.text !== null && !isNumber(tree.text) && !/^https?:\S+$/.test(tree.text);

/**
 * Why a tree of bare titles is none, or null: records (maps of several keys in a list) and name-value pairs are data,
 * not titles. One pair in ten may be, for the odd remark. A list that `isStudy` knows counts by its entries.
 */
export function notTitles(
  tree: Tree,
  skip: (pair: Pair) => boolean,
  isStudy: (pair: Pair) => boolean = () => false,
): NoRoadmap | null {
  let leaves = 0;
  let data = 0;
  let records = 0;
  const count = (value: Tree): void => {
    if (value.kind === 'scalar') leaves++;
    else if (value.kind === 'list') for (const entry of value.values) countEntry(entry);
    else for (const pair of value.pairs) countPair(pair);
  };
  const countEntry = (entry: Tree): void => {
    if (isNumbered(entry)) return;
    if (entry.kind === 'map' && !isRecord(entry) && entry.pairs.length > 1 && entry.pairs.some(isDatum)) records++;
    else count(entry);
  };
  const countPair = (pair: Pair): void => {
    if (isDatum(pair)) data++;
    count(pair.value);
  };
  if (tree.kind === 'map')
    for (const pair of tree.pairs) {
      if (skip(pair)) continue;
      if (isStudy(pair)) leaves += size(pair.value);
      else countPair(pair);
    }
  if (tree.kind !== 'map') count(tree);
  if (records > 0) return { reason: 'records' };
  if (data >= 3 ? data * 4 > leaves : data * 10 > leaves) return { reason: 'names-and-values' };
  return leaves === 0 ? { reason: 'no-topics' } : null;
}
