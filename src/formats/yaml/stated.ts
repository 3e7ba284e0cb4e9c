// StatedTitles: titles that have nothing but a state, `Maps: true`, `[Maps, done]` or `"[x] Maps"`, as entries with both (FORMATS Y1).
import { pattern } from '../../text/pattern.ts';
import { stateOfValue } from '../words/states.ts';
import { fieldFor } from './fields.ts';
import { isNumber } from './shape.ts';
import { changedPairs, changedValues, type List, type MapTree, type Pair, type Scalar, type Tree } from './tree.ts';

/** The tree with such maps and lists as lists of entries; the same tree where there are none. */
export function withStatedTitles(tree: Tree): Tree {
  if (tree.kind === 'scalar') return tree;
  const stated = statedEntries(tree);
  if (stated !== null) return { kind: 'list', values: stated, at: tree.at };
  if (tree.kind === 'list') return changedValues(tree, withStatedTitles);
  const changed = changedPairs(tree, withStatedTitles);
  const { pairs } = changed;
  const [only] = pairs;
  if (only === undefined || !pairs.every((pair, at) => pair !== tree.pairs[at] && pair.value.kind === 'list'))
    return changed;
  // What the only key is called says what the states are, and the lists below it are the plan.
  return pairs.length === 1 ? only.value : { kind: 'list', values: pairs.map(sectionOf), at: tree.at };
}

function sectionOf({ key, at, value }: Pair): MapTree {
  const title: Scalar = { kind: 'scalar', text: key, block: false, at };
  return {
    kind: 'map',
    pairs: Object.entries({ title, topics: value }).map(([key, value]) => ({ key, at, value })),
    at,
  };
}

/** Each is a title with its state; null where one is not. */
function statedEntries(tree: List | MapTree): MapTree[] | null {
  const entries = tree.kind === 'map' ? statedPairs(tree) : tree.values.map((one) => statedRow(one) ?? boxedText(one));
  const least = tree.kind === 'map' ? 2 : 1;
  return entries.length >= least && entries.every((entry) => entry !== null) ? entries : null;
}

const titleLike = pattern(String.raw`^[\p{Lu}\p{Lo}]|\s`, 'u');

/** Names of settings are no titles: half of the keys at least are words as people write them. */
function statedPairs({ pairs }: MapTree): (MapTree | null)[] {
  if (pairs.some(({ key }) => fieldFor('topic', key) === 'title')) return [];
  if (pairs.filter(({ key }) => titleLike().test(key)).length * 2 < pairs.length) return [];
  return pairs.map(({ key, at, value }) => entryOf({ kind: 'scalar', text: key, block: false, at }, value));
}

/** A title, a state, and nothing else. */
function statedRow(tree: Tree): MapTree | null {
  const [title, state, ...others] = tree.kind === 'list' ? tree.values : [];
  return title === undefined || state === undefined || others.length > 0 ? null : entryOf(title, state);
}

// The signs of marks.ts would load what reads Markdown.
const box = /^(?:\[([ xX✓✔✅]?)\]|([✅✔☑⬜☐🔲])\uFE0F?)\s+(?=\S)/u;

/** `[x] Maps`, `⬜ Maps` */
function boxedText(tree: Tree): MapTree | null {
  const text = tree.kind === 'scalar' ? (tree.text ?? '') : '';
  const [boxed, inside, sign] = box.exec(text) ?? [];
  if (tree.kind !== 'scalar' || boxed === undefined) return null;
  const isDone = !/^[ ⬜☐🔲]?$/u.test(inside ?? sign ?? '');
  return entry({ ...tree, text: text.slice(boxed.length) }, { ...tree, text: isDone ? 'done' : 'todo' });
}

function entryOf(title: Tree, state: Tree): MapTree | null {
  if (title.kind !== 'scalar' || state.kind !== 'scalar' || title.text === null || isNumber(title.text)) return null;
  return stateOfValue(state.text ?? '') === null ? null : entry(title, state);
}

const entry = (title: Scalar, status: Scalar): MapTree => ({
  kind: 'map',
  pairs: Object.entries({ title, status }).map(([key, value]) => ({ key, at: value.at, value })),
  at: title.at,
});
