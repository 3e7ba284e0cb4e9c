// Plain values of a YAML text, scalars as strings: for front matter and configuration, where places do not matter.
import type { Problem } from '../../errors.ts';
import { toSource } from '../../text/source.ts';
import type { Tree } from './tree.ts';
import { parseTree } from './tree.ts';

/** Strings, nulls, lists and maps; maps have no prototype, so no key of theirs can reach one. */
type Plain = string | null | Plain[] | { [key: string]: Plain };

function plainValue(tree: Tree): Plain {
  if (tree.kind === 'scalar') return tree.text;
  if (tree.kind === 'list') return tree.values.map(plainValue);
  const map: { [key: string]: Plain } = Object.create(null);
  for (const { key, value } of tree.pairs) map[key] = plainValue(value);
  return map;
}

/** Reads a YAML text by the bounds of `parseTree`. With problems the value is null, as it is for an empty text. */
export function readScalars(text: string): { value: Plain; problems: readonly Problem[] } {
  const { tree, problems } = parseTree(toSource(text));
  return { value: tree ? plainValue(tree) : null, problems };
}
