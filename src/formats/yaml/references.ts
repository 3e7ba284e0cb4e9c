// References: entries that belong to others: `block: deck` names one of another list, `day: 3` is among its numbers, `number: 1.2` extends the 1 of their own (FORMATS Y6).
import { parentAddress } from '../../model/address.ts';
import { fieldFor, isUnitKey, wordSet } from './fields.ts';
import { isChildPair, isTitled, textIn } from './shape.ts';
import { isEntryList } from './study.ts';
import type { List, MapTree, Pair, Tree } from './tree.ts';

/** Two lists at the root, and the map of the first that each entry of the second belongs to; null for none. */
interface Nesting {
  readonly owner: Pair;
  readonly list: Pair;
  readonly ownerOf: (entry: MapTree) => MapTree | null;
}

/** The root with each entry below the one that it names or whose numbers are around its own; null where there are none such. */
export function nestedByReference(root: Tree): MapTree | null {
  if (root.kind !== 'map') return null;
  const found = namedOwner(root) ?? countedOwner(root);
  return found === null ? null : nested(root, found);
}

function namedOwner(root: MapTree): Nesting | null {
  const owners = ownersOf(root);
  if (owners.size === 0) return null;
  for (const pair of root.pairs) {
    if (!(isChildPair(pair) || isEntryList(pair))) continue;
    const found = namingField(owners, pair);
    if (found === null) continue;
    const byId = new Map(mapsIn(found.owner).map((map) => [textIn(map, 'id'), map]));
    return { owner: found.owner, list: pair, ownerOf: (entry) => byId.get(textIn(entry, found.field)) ?? null };
  }
  return null;
}

/** The lists of entries that each have an id, by these ids; of two lists with one id the first. */
function ownersOf(root: MapTree): ReadonlyMap<string, Pair> {
  const owners = new Map<string, Pair>();
  for (const pair of root.pairs) {
    const ids = isEntryList(pair) ? mapsIn(pair).map((map) => textIn(map, 'id')) : [];
    if (ids.includes(null) || new Set(ids).size < ids.length) continue;
    for (const id of ids) if (id !== null && !owners.has(id)) owners.set(id, pair);
  }
  return owners;
}

const mapsIn = ({ value }: Pair): MapTree[] =>
  value.kind === 'list' ? value.values.filter((one): one is MapTree => one.kind === 'map') : [];

/** A field of the author's own that holds an id of one other list in at least half of the entries, and nothing else in any. */
function namingField(owners: ReadonlyMap<string, Pair>, list: Pair): { owner: Pair; field: string } | null {
  const maps = mapsIn(list);
  const texts = new Map<string, string[]>();
  for (const { pairs } of maps)
    for (const { key, value } of pairs) {
      if (value.kind !== 'scalar' || value.text === null || key === 'id') continue;
      const known = texts.get(key);
      if (known) known.push(value.text);
      else texts.set(key, [value.text]);
    }
  for (const [field, named] of texts) {
    const owner = owners.get(named[0] as string);
    if (owner === undefined || owner === list || named.length * 2 < maps.length || fieldFor('topic', field) !== null)
      continue;
    if (named.every((text) => owners.get(text) === owner)) return { owner, field };
  }
  return null;
}

/** `from: 1, to: 14` or `weeks: 1-4`, each going on where the one before ends, and another list whose numbers they are. */
function countedOwner(root: MapTree): Nesting | null {
  const lists = root.pairs.filter((pair) => isChildPair(pair) || isEntryList(pair));
  for (const owner of lists) {
    const byNumber = mapsByNumber(mapsIn(owner));
    if (byNumber === null) continue;
    const owners = new Set(byNumber.values()).size;
    for (const list of lists) {
      const entries = list === owner ? [] : mapsIn(list).filter(isTitled);
      const field = entries[0]?.pairs.find(({ key }) => {
        if (!isUnitKey(key) && !numberKeys.has(key.toLowerCase())) return false;
        const held = new Set(entries.map((entry) => byNumber.get(textIn(entry, key) ?? '')));
        return held.size === owners && !held.has(undefined);
      })?.key;
      if (field !== undefined)
        return { owner, list, ownerOf: (entry) => byNumber.get(textIn(entry, field) ?? '') ?? null };
    }
  }
  return null;
}

/** Each number that the maps span, with its map; null where they do not go on one after the other. */
function mapsByNumber(maps: readonly MapTree[]): ReadonlyMap<string, MapTree> | null {
  const spans = spansOf(maps);
  if (spans === null) return null;
  const byNumber = new Map<string, MapTree>();
  for (const [at, { from, to }] of spans.entries())
    for (let number = from; number <= to; number++) byNumber.set(String(number), maps[at] as MapTree);
  return byNumber;
}

interface NumberSpan {
  readonly from: number;
  readonly to: number;
}

/** Each is looked for in every map. */
const mostKeys = 20;

/** The first and last number of each map, by two keys beside each other or one that has both; null where they do not go on. */
function spansOf(maps: readonly MapTree[]): readonly NumberSpan[] | null {
  const keys = maps[0]?.pairs.slice(0, mostKeys).map(({ key }) => key) ?? [];
  for (const [at, key] of keys.entries())
    for (const last of [null, keys[at + 1]]) {
      const spans = maps.map((map) =>
        last === undefined ? null : spanIn(spanText(map, key), last && textIn(map, last)),
      );
      const goesOn = (span: NumberSpan | null, index: number): boolean =>
        span !== null && span.from <= span.to && (index === 0 || spans[index - 1]?.to === span.from - 1);
      if (spans.length > 1 && spans.every(goesOn) && spans.some((span) => span !== null && span.from < span.to))
        return spans as NumberSpan[];
    }
  return null;
}

/** `weeks: [3, 4, 5]` is `3-5`. */
function spanText(map: MapTree, key: string): string | null {
  const value = map.pairs.find((pair) => pair.key === key)?.value;
  const numbers = value === undefined ? null : numbersOf(value);
  return numbers === null ? textIn(map, key) : `${numbers[0]}-${numbers.at(-1)}`;
}

/** The numbers of a list of nothing else that go on one after the other; null of anything else. */
function numbersOf(tree: Tree): readonly number[] | null {
  if (tree.kind !== 'list' || tree.values.length === 0) return null;
  const numbers = tree.values.map((one) =>
    one.kind === 'scalar' && one.text !== null ? Number(one.text) : Number.NaN,
  );
  return numbers.every((number, at) => Number.isInteger(number) && number === (numbers[0] as number) + at)
    ? numbers
    : null;
}

/** `3-7`, `Weeks 3–7`, `Week 3`, or 3 and 7. */
function spanIn(first: string | null, last: string | null): NumberSpan | null {
  const parts = /^\D{0,20}(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?$/.exec(first ?? '');
  if (parts === null || (last !== null && (parts[0] !== parts[1] || !/^\d{1,4}$/.test(last)))) return null;
  return { from: Number(parts[1]), to: Number(last ?? parts[2] ?? parts[1]) };
}

function nested(root: MapTree, { owner, list, ownerOf }: Nesting): MapTree {
  const below = new Map<MapTree | null, Tree[]>();
  for (const entry of list.value.kind === 'list' ? list.value.values : []) {
    const holder = entry.kind === 'map' && isTitled(entry) ? ownerOf(entry) : null;
    const known = below.get(holder);
    if (known) known.push(entry);
    else below.set(holder, [entry]);
  }
  const sections = mapsIn(owner).map((map): MapTree => {
    const values = below.get(map);
    const topics = (values: Tree[]): Pair => ({
      key: 'topics',
      at: map.at,
      value: { kind: 'list', values, at: map.at },
    });
    const facts = map.pairs.filter(({ value }) => numbersOf(value) === null);
    return values === undefined ? map : { ...map, pairs: [...facts, topics(values)] };
  });
  const rest = below.get(null);
  const pairs = root.pairs.flatMap((pair): Pair[] => {
    if (pair === owner) return [{ ...pair, key: 'sections', value: { ...pair.value, kind: 'list', values: sections } }];
    if (pair !== list) return [pair];
    return rest === undefined ? [] : [{ ...pair, value: { ...pair.value, kind: 'list', values: rest } }];
  });
  return { ...root, pairs };
}

/** The root without lists of nothing but ids of entries of others, of which one is named twice: a choice among them is no section. */
export function withoutChoices(root: Tree): Tree {
  if (root.kind !== 'map') return root;
  const owners = ownersOf(root);
  const isChoice = (pair: Pair): boolean => {
    const lists = entriesOf(pair).map((map) => (map.kind === 'map' ? map.pairs.filter(isChildPair) : []));
    const ids = lists.flat().flatMap(({ value }) => (value.kind === 'list' ? value.values : [value]));
    const isOther = (id: Tree): boolean => {
      const owner = id.kind === 'scalar' ? owners.get(id.text ?? '') : undefined;
      return owner !== undefined && owner !== pair;
    };
    if (ids.length === 0 || !lists.every((list) => list.length > 0) || !ids.every(isOther)) return false;
    return new Set(ids.map((id) => id.kind === 'scalar' && id.text)).size < ids.length;
  };
  const pairs = root.pairs.filter((pair) => !isChoice(pair));
  return pairs.length < root.pairs.length ? { ...root, pairs } : root;
}

const entriesOf = ({ value }: Pair): readonly Tree[] =>
  value.kind === 'list' ? value.values : value.kind === 'map' ? value.pairs.map((pair) => pair.value) : [];

/** Keys of the number of an entry among all others. */
const numberKeys = wordSet('id number num nr no n code index order position numero número nummer номер № #');

/** The tree with each entry of a flat list below the one whose number its own extends; null where there is no such list. */
export function nestedByNumber(tree: Tree, isOurs: boolean): MapTree | List | null {
  if (tree.kind === 'scalar') return null;
  if (tree.kind === 'map') {
    const pairs = tree.pairs.map((pair) => ({ ...pair, value: nestedByNumber(pair.value, isOurs) ?? pair.value }));
    return pairs.some(({ value }, at) => value !== tree.pairs[at]?.value) ? { ...tree, pairs } : null;
  }
  const numbers = numbersIn(tree, isOurs);
  const values =
    numbers === null ? tree.values.map((one) => nestedByNumber(one, isOurs) ?? one) : nestedBy(numbers, tree);
  return values.some((value, at) => value !== tree.values[at]) ? { ...tree, values } : null;
}

/** What each entry of a list is called by, and which entry it belongs to, if to one. */
interface Family {
  readonly numbers: readonly string[];
  readonly parents: readonly (string | null)[];
}

const parentKeys = wordSet('parent parentid parent_id');

/** By ids, and by a field for that of the parent, which is before it. */
function familyOf(values: readonly MapTree[]): Family | null {
  const key = values.flatMap(({ pairs }) => pairs).find((pair) => parentKeys.has(pair.key.toLowerCase()))?.key;
  const numbers = values.map((value) => textIn(value, 'id') ?? '');
  const places = new Map(numbers.map((number, at) => [number, at]));
  if (key === undefined || places.size < numbers.length || !values.every(isTitled)) return null;
  const parentOf = (value: MapTree): string | null => {
    const parent = textIn(value, key) ?? '';
    return /^(?:|0|null)$/.test(parent) && !places.has(parent) ? null : parent;
  };
  const parents = values.map(parentOf);
  const isPlaced = (parent: string | null, at: number): boolean => parent === null || (places.get(parent) ?? at) < at;
  return parents.some((parent) => parent !== null) && parents.every(isPlaced) ? { numbers, parents } : null;
}

/** The numbers of all entries of a list, where at least two extend another and each has its parent in the list. */
function numbersIn({ values }: List, isOurs: boolean): Family | null {
  const [first] = values;
  if (first?.kind !== 'map') return null;
  const family = isOurs ? null : familyOf(values.filter((value): value is MapTree => value.kind === 'map'));
  if (family !== null && family.numbers.length === values.length) return family;
  for (const { key } of first.pairs) {
    // In our own form an id is an identity and nothing else.
    if (!numberKeys.has(key.toLowerCase()) || (isOurs && key === 'id')) continue;
    const numbers = values.map((value) => (value.kind === 'map' && isTitled(value) ? textIn(value, key) : null) ?? '');
    const known = new Set(numbers);
    const parents = numbers.map(parentAddress);
    const isPlaced = (number: string, at: number): boolean =>
      /^\d{1,3}(?:\.\d{1,3}){0,5}$/.test(number) && known.has(parents[at] ?? number);
    const extending = parents.filter((parent) => parent !== null).length;
    if (extending > 1 && known.size === numbers.length && numbers.every(isPlaced)) return { numbers, parents };
  }
  return null;
}

function nestedBy({ numbers, parents }: Family, list: List): Tree[] {
  const below = new Map<string | null, number[]>();
  for (const [at, parent] of parents.entries()) {
    const known = below.get(parent);
    if (known) known.push(at);
    else below.set(parent, [at]);
  }
  const entriesIn = (parent: string | null): Tree[] =>
    (below.get(parent) ?? []).map((at) => {
      const entry = list.values[at] as MapTree;
      const values = entriesIn(numbers[at] as string);
      const topics: Pair = { key: 'topics', at: entry.at, value: { kind: 'list', values, at: entry.at } };
      return values.length === 0 ? entry : { ...entry, pairs: [...entry.pairs, topics] };
    });
  return entriesIn(null);
}
