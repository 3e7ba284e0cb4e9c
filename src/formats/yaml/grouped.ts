// Grouped: a flat list whose entries each name the section they are in, `section: Clay`, as a list of these sections (FORMATS Y6).
import { isGroupKey, isUnitKey, nameBy } from './fields.ts';
import { hasName, isChildPair, textIn } from './shape.ts';
import { isEntryList } from './study.ts';
import { changedPairs, changedValues, type List, type MapTree, type Pair, type Tree } from './tree.ts';

/** The tree with such lists, at its root or below a key of it, as sections; null where there are none. */
export function nestedByGroup(tree: Tree): Tree | null {
  if (tree.kind === 'scalar') return null;
  if (tree.kind === 'list') return grouped(tree);
  const pairs = tree.pairs.map((pair): Pair => {
    const isPlan = pair.value.kind === 'list' && (isChildPair(pair) || isEntryList(pair));
    const value = isPlan ? grouped(pair.value as List) : null;
    return value === null ? pair : { ...pair, value };
  });
  return pairs.some((pair, at) => pair !== tree.pairs[at]) ? { ...tree, pairs } : null;
}

/** The tree with lists beside the names of their sections, `sections: {A: Clay}` and `section: A` of each entry, in sections of these names. */
export function withGroupNames(tree: Tree): Tree {
  if (tree.kind === 'scalar') return tree;
  if (tree.kind === 'list') return changedValues(tree, withGroupNames);
  for (const names of tree.pairs)
    for (const list of tree.pairs) {
      const sections =
        namesOf(names.value).size > 1 && list.value.kind === 'list' ? grouped(list.value, namesOf(names.value)) : null;
      if (sections === null) continue;
      const pairs = tree.pairs.filter((pair) => pair !== names);
      return { ...tree, pairs: pairs.map((pair) => (pair === list ? { ...pair, value: sections } : pair)) };
    }
  return changedPairs(tree, withGroupNames);
}

/** The texts of a map of nothing else, by their keys. */
function namesOf(tree: Tree): ReadonlyMap<string, string> {
  const pairs = tree.kind === 'map' ? tree.pairs : [];
  const names = pairs.flatMap(({ key, value }): [string, string][] =>
    value.kind === 'scalar' && value.text !== null ? [[key, value.text]] : [],
  );
  return new Map(names.length === pairs.length ? names : []);
}

/** `names`: what the sections are called that the entries name; without any they are called as they are named. */
function grouped(list: List, names: ReadonlyMap<string, string> | null = null): List | null {
  const entries = list.values.filter((value): value is MapTree => value.kind === 'map' && hasName(value));
  const [first] = entries;
  if (first === undefined || entries.length < list.values.length) return null;
  for (const { key } of first.pairs) {
    if (!isGroupKey(key) && !isUnitKey(key)) continue;
    const runs = runsOf(entries, key);
    const titles = runs?.map(([entry]) => textIn(entry as MapTree, key) as string) ?? [];
    if (runs === null || (names !== null && !titles.every((title) => names.has(title)))) continue;
    return { ...list, values: runs.map((run, at) => sectionOf(run, key, names?.get(titles[at] as string))) };
  }
  return null;
}

/** Entries with one value of a field, one after the other; null where a value comes back, or where they are hardly more than their values. */
function runsOf(entries: readonly MapTree[], key: string): MapTree[][] | null {
  const runs = new Map<string, MapTree[]>();
  let last: string | null = null;
  for (const entry of entries) {
    const name = textIn(entry, key);
    // A day of the calendar is when it is studied.
    if (name === null || /^\d{4}-\d/.test(name) || entry.pairs.some(isChildPair)) return null;
    const run = runs.get(name);
    if (run === undefined) runs.set(name, [entry]);
    else if (name === last) run.push(entry);
    else return null;
    last = name;
  }
  return runs.size > 1 && runs.size * 2 <= entries.length ? [...runs.values()] : null;
}

function sectionOf(entries: readonly MapTree[], key: string, known?: string): MapTree {
  const { at, pairs } = entries[0] as MapTree;
  const text = pairs.find((pair) => pair.key === key)?.value;
  const name = known ?? (text?.kind === 'scalar' ? nameBy(key, text.text ?? '') : null);
  const title: Pair = { key: 'title', at, value: { kind: 'scalar', text: name, block: false, at } };
  return { kind: 'map', pairs: [title, { key: 'topics', at, value: { kind: 'list', values: entries, at } }], at };
}
