// References: entries of one list that name the entry of another list that they belong to, `block: deck` (FORMATS Y6).
import { fieldFor } from './fields.ts';
import { isChildPair, isTitled } from './shape.ts';
import { isEntryList } from './study.ts';
import type { MapTree, Pair, Tree } from './tree.ts';

/** A list at the root whose entries have ids, each of its own. */
interface Owner {
  readonly pair: Pair;
  readonly ids: ReadonlySet<string>;
}

/** The root with each entry below the one that it names, or null where no list is named by another. */
export function nestedByReference(root: Tree): MapTree | null {
  if (root.kind !== 'map') return null;
  const owners = root.pairs.flatMap((pair): Owner[] => {
    const ids = isEntryList(pair) ? mapsIn(pair).map((map) => textOf(map, 'id')) : [];
    const known = new Set(ids.filter((id) => id !== null));
    return known.size > 0 && known.size === ids.length ? [{ pair, ids: known }] : [];
  });
  for (const owner of owners)
    for (const pair of root.pairs) {
      if (pair === owner.pair || !(isChildPair(pair) || isEntryList(pair))) continue;
      const field = fieldNaming(owner.ids, mapsIn(pair));
      if (field !== null) return nested(root, owner.pair, pair, field);
    }
  return null;
}

const mapsIn = ({ value }: Pair): MapTree[] =>
  value.kind === 'list' ? value.values.filter((one): one is MapTree => one.kind === 'map') : [];

function textOf(map: MapTree, name: string): string | null {
  const value = map.pairs.find(({ key }) => key === name)?.value;
  return value?.kind === 'scalar' ? value.text : null;
}

/** A field of the author's own that holds one of the ids in at least half of the entries, and nothing else in any. */
function fieldNaming(ids: ReadonlySet<string>, maps: readonly MapTree[]): string | null {
  const fields = new Set(maps.flatMap(({ pairs }) => pairs.map(({ key }) => key)));
  for (const field of fields) {
    if (fieldFor('topic', field) !== null) continue;
    const named = maps.map((map) => textOf(map, field)).filter((text) => text !== null);
    if (named.length * 2 >= maps.length && named.every((text) => ids.has(text))) return field;
  }
  return null;
}

function nested(root: MapTree, owner: Pair, list: Pair, field: string): MapTree {
  const entries = list.value.kind === 'list' ? list.value.values : [];
  const ownerOf = (entry: Tree): string | null =>
    entry.kind === 'map' && isTitled(entry) ? textOf(entry, field) : null;
  const sections = mapsIn(owner).map((map): MapTree => {
    const id = textOf(map, 'id');
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
