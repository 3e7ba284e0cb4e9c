// References: entries of one list that name the entry of another list that they belong to, `block: deck` (FORMATS Y6).
import { fieldFor } from './fields.ts';
import { isChildPair, isTitled, textIn } from './shape.ts';
import { isEntryList } from './study.ts';
import type { MapTree, Pair, Tree } from './tree.ts';

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
