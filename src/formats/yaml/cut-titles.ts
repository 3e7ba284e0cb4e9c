// CutTitles: titles of which YAML reads only a part, because of a sign in them that means something to it (FORMATS Y6).
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { fieldFor, isFieldKey } from './fields.ts';
import { isChildPair } from './shape.ts';
import type { List, Pair, Scalar, Tree } from './tree.ts';

/** Entries of lists, and the values of titles; a comment behind anything else is a comment. */
export function cutTitles(tree: Tree): Diagnostic[] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.values.flatMap((value) => [...cutEntry(value, tree), ...cutTitles(value)]);
  return tree.pairs.flatMap((pair) => {
    if (pair.value.kind === 'scalar') return fieldFor('topic', pair.key) === 'title' ? cutScalar(pair.value) : [];
    return holdsTitles(pair) ? cutTitles(pair.value) : [];
  });
}

/** Lists of a field, such as tags, are no titles. */
const holdsTitles = (pair: Pair): boolean => isChildPair(pair) || !isFieldKey(pair.key);

function cutScalar({ cut, text }: Scalar): Diagnostic[] {
  if (cut === undefined) return [];
  return [diagnostic('cut-title', 'info', cut.at, { text: text ?? '', by: cut.by })];
}

/** Among plain texts `gRPC: the basics` is more likely to be one as well than a title with its topic. */
function cutEntry(value: Tree, { values }: List): Diagnostic[] {
  if (value.kind === 'scalar') return cutScalar(value);
  const [pair, other] = value.kind === 'map' ? value.pairs : [];
  if (pair === undefined || other !== undefined || pair.value.kind !== 'scalar' || isFieldKey(pair.key)) return [];
  // In braces it is one on purpose.
  if (pair.at.column !== value.at.column) return [];
  const { text, block } = pair.value;
  if (text === null || block || /^(?:https?:|-?[\d.]+$)/.test(text)) return [];
  if (!values.some(({ kind }) => kind === 'scalar')) return [];
  return [diagnostic('cut-title', 'info', pair.at, { text: pair.key, by: 'colon' })];
}
