// Plain values of a tree, scalars as strings: for front matter, where places do not matter.
import type { Tree } from './tree.ts';

/** Strings, nulls, lists and maps; maps have no prototype, so no key of theirs can reach one. */
type Plain = string | null | Plain[] | { [key: string]: Plain };

export function plainValue(tree: Tree): Plain {
  if (tree.kind === 'scalar') return tree.text;
  if (tree.kind === 'list') return tree.values.map(plainValue);
  const map: { [key: string]: Plain } = Object.create(null);
  for (const { key, value } of tree.pairs) map[key] = plainValue(value);
  return map;
}
