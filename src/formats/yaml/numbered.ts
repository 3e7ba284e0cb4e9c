// NumberedMaps: maps of named maps whose topics are numbers with a text, `"101": {Name: …, Goals: {"101.1": …}}`, as lists (FORMATS Y6).
import { childKeys, fieldFor, isFieldKey } from './fields.ts';
import { isText } from './shape.ts';
import { isOtherList, isPlace, isStudyKey } from './study.ts';
import type { List, MapTree, Pair, Tree } from './tree.ts';

/** The tree with such maps under a key of sections or topics, in any case, as lists; null where there are none. */
export function withLists(tree: Tree): MapTree | null {
  if (tree.kind !== 'map') return null;
  const pairs = tree.pairs.map((pair): Pair => {
    if (isListKey(pair.key) && isNamedMaps(pair.value)) return { ...lowered(pair), value: entriesOf(pair.value) };
    const inner = withLists(pair.value);
    return inner === null ? pair : { ...lowered(pair), value: inner };
  });
  if (pairs.every((pair, index) => pair === tree.pairs[index])) return null;
  return { ...tree, pairs: pairs.map((pair) => (pair.value.kind === 'scalar' ? lowered(pair) : pair)) };
}

const isListKey = (key: string): boolean => childKeys.has(key.toLowerCase()) || isStudyKey(key);

/** `Name` and `Modules` in the letters of our own words; a key that is no such word keeps its own. */
function lowered(pair: Pair): Pair {
  const key = pair.key.toLowerCase();
  return childKeys.has(key) || isFieldKey(key) ? { ...pair, key } : pair;
}

/** Texts of which at least half have a number for their key. */
function isNumberedTexts({ key, value }: Pair): boolean {
  if (
    value.kind !== 'map' ||
    value.pairs.length === 0 ||
    isOtherList(key) ||
    !value.pairs.every((pair) => isText(pair.value))
  )
    return false;
  return value.pairs.filter((pair) => isPlace(pair.key)).length * 2 >= value.pairs.length;
}

const isNamePair = ({ key, value }: Pair): boolean => fieldFor('topic', key.toLowerCase()) === 'title' && isText(value);

/** Maps that each have a name, of which at least one holds numbered texts, however deep. */
function isNamedMaps(tree: Tree): tree is MapTree {
  if (tree.kind !== 'map') return false;
  const maps = tree.pairs.map(({ value }) => (value.kind === 'map' ? value : null));
  return maps.every((map) => map?.pairs.some(isNamePair)) && maps.some((map) => map?.pairs.some(isWrapper));
}

/** What is in a named map around its topics: its key says what they are, and is no title. */
const isWrapper = (pair: Pair): boolean => isNumberedTexts(pair) || (!isOtherList(pair.key) && isNamedMaps(pair.value));

/** What one of the maps has around its topics the others have as well, be they numbered or not. */
function entriesOf({ pairs, at }: MapTree): List {
  const maps = pairs.flatMap(({ value }) => (value.kind === 'map' ? [value] : []));
  const wrappers = new Set(maps.flatMap((map) => map.pairs.filter(isWrapper).map(({ key }) => key)));
  return { kind: 'list', values: maps.map((map) => entryOf(map, wrappers)), at };
}

function entryOf(map: MapTree, wrappers: ReadonlySet<string>): MapTree {
  const around = map.pairs.filter(({ key, value }) => wrappers.has(key) && value.kind !== 'scalar');
  const [first] = around;
  const fields = map.pairs.filter((pair) => !around.includes(pair)).map(lowered);
  if (first === undefined) return { ...map, pairs: fields };
  const values = around.flatMap(({ value }) => (isNamedMaps(value) ? entriesOf(value).values : textsOf(value)));
  const topics: Pair = { key: 'topics', at: first.at, value: { kind: 'list', values, at: first.value.at } };
  return { ...map, pairs: [...fields, topics] };
}

/** A number is the place of a text; another key belongs to what is read. */
function textsOf(tree: Tree): Tree[] {
  if (tree.kind !== 'map') return tree.kind === 'list' ? [...tree.values] : [];
  return tree.pairs.map(({ key, at, value }): Tree => {
    if (value.kind !== 'scalar') return { kind: 'map', pairs: [{ key, at, value }], at };
    const parts = isPlace(key) ? [value.text] : [key, value.text];
    return { ...value, at, text: parts.filter((part) => part !== null).join(': ') || null };
  });
}
