// EmptyLists: places that wait for topics, `maths: []` where another `maths` lists some: they hold nothing, and are nothing to study (FORMATS Y6).
import type { MapTree, Pair, Tree } from './tree.ts';

/** The tree without such places, and without what consists of nothing else. */
export function withoutEmptyLists(tree: Tree): Tree {
  const filled = new Set<string>();
  let empty = false;
  const visit = (one: Tree): void => {
    if (one.kind === 'list') one.values.forEach(visit);
    if (one.kind !== 'map') return;
    for (const { key, value } of one.pairs) {
      if (value.kind === 'list' && value.values.length > 0) filled.add(key);
      empty ||= isEmptyList(value);
      visit(value);
    }
  };
  visit(tree);
  return empty && filled.size > 0 ? (without(tree, filled) ?? tree) : tree;
}

const isEmptyList = (tree: Tree): boolean => tree.kind === 'list' && tree.values.length === 0;

/** Null where nothing is left. A map of anything but lists is something by itself, unless all that was to be below it is gone. */
function without(tree: Tree, filled: ReadonlySet<string>): Tree | null {
  if (tree.kind === 'scalar' || isEmptyList(tree)) return tree;
  if (tree.kind === 'list') {
    const values = tree.values.flatMap((value) => without(value, filled) ?? []);
    if (values.length === 0) return null;
    return values.every((value, at) => value === tree.values[at]) ? tree : { ...tree, values };
  }
  const areLists = tree.pairs.every(({ value }) => value.kind === 'list');
  const isPlace = ({ key, value }: Pair): boolean => areLists && isEmptyList(value) && filled.has(key);
  const pairs = tree.pairs.flatMap((pair): Pair[] => {
    const value = isPlace(pair) ? null : without(pair.value, filled);
    return value === null ? [] : [value === pair.value ? pair : { ...pair, value }];
  });
  const holds = (map: Pick<MapTree, 'pairs'>): boolean => map.pairs.some(({ value }) => value.kind !== 'scalar');
  if (holds(tree) && !holds({ pairs })) return null;
  const isWhole = pairs.length === tree.pairs.length && pairs.every((pair, at) => pair === tree.pairs[at]);
  return isWhole ? tree : { ...tree, pairs };
}
