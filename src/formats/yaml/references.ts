// References: entries that name the entry that they belong to: `block: deck` one of another list, `number: 1.2` the 1 of their own (FORMATS Y6).
import { parentAddress } from '../../model/address.ts';
import { fieldFor, wordSet } from './fields.ts';
import { isChildPair, isTitled, textIn } from './shape.ts';
import { isEntryList } from './study.ts';
import type { List, MapTree, Pair, Tree } from './tree.ts';

/** The root with each entry below the one that it names, or null where no list is named by another. */
export function nestedByReference(root: Tree): MapTree | null {
  if (root.kind !== 'map') return null;
  const owners = ownersOf(root);
  if (owners.size === 0) return null;
  for (const pair of root.pairs) {
    if (!(isChildPair(pair) || isEntryList(pair))) continue;
    const found = namingField(owners, pair);
    if (found !== null) return nested(root, found.owner, pair, found.field);
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

function nested(root: MapTree, owner: Pair, list: Pair, field: string): MapTree {
  const entries = list.value.kind === 'list' ? list.value.values : [];
  const ownerOf = (entry: Tree): string | null =>
    entry.kind === 'map' && isTitled(entry) ? textIn(entry, field) : null;
  const sections = mapsIn(owner).map((map): MapTree => {
    const id = textIn(map, 'id');
    const values = entries.filter((entry) => ownerOf(entry) === id);
    const below: Pair = { key: 'topics', at: map.at, value: { kind: 'list', values, at: map.at } };
    return values.length === 0 ? map : { ...map, pairs: [...map.pairs, below] };
  });
  const rest = entries.filter((entry) => ownerOf(entry) === null);
  const pairs = root.pairs.flatMap((pair): Pair[] => {
    if (pair === owner) return [{ ...pair, key: 'sections', value: { ...pair.value, kind: 'list', values: sections } }];
    if (pair !== list) return [pair];
    return rest.length === 0 ? [] : [{ ...pair, value: { ...pair.value, kind: 'list', values: rest } }];
  });
  return { ...root, pairs };
}

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

/** The numbers of all entries of a list, where at least two extend another and each has its parent in the list. */
function numbersIn({ values }: List, isOurs: boolean): readonly string[] | null {
  const [first] = values;
  if (first?.kind !== 'map') return null;
  for (const { key } of first.pairs) {
    // In our own form an id is an identity and nothing else.
    if (!numberKeys.has(key.toLowerCase()) || (isOurs && key === 'id')) continue;
    const numbers = values.map((value) => (value.kind === 'map' && isTitled(value) ? textIn(value, key) : null) ?? '');
    const known = new Set(numbers);
    const parents = numbers.map(parentAddress);
    const isPlaced = (number: string, at: number): boolean =>
      /^\d{1,3}(?:\.\d{1,3}){0,5}$/.test(number) && known.has(parents[at] ?? number);
    const extending = parents.filter((parent) => parent !== null).length;
    if (extending > 1 && known.size === numbers.length && numbers.every(isPlaced)) return numbers;
  }
  return null;
}

function nestedBy(numbers: readonly string[], list: List): Tree[] {
  const below = new Map<string | null, number[]>();
  for (const [at, number] of numbers.entries()) {
    const parent = parentAddress(number);
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
