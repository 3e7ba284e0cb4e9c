// Implied: titles and topics of entries whose keys are in no table, known by where they are: `{pattern: Bends, problems: […]}` (FORMATS Y6).
import { isPiece } from '../words/keys.ts';
import { childKeys, fieldFor, remarks, wordSet } from './fields.ts';
import { hasName, isChildPair, isText, isTitled } from './shape.ts';
import { isEntryList, isOtherList, isStudyField, isStudyList, mapsOf } from './study.ts';
import { changedPairs, changedValues, type List, type MapTree, type Pair, type Tree } from './tree.ts';

/** The tree with what is implied under keys that are read; the same tree where nothing is. */
export function withImplied(tree: Tree): Tree {
  if (tree.kind === 'scalar') return tree;
  if (tree.kind === 'list') return withOnlyLists(withFirstTitles(changedValues(tree, withImplied)));
  return withCountedTopics(changedPairs(tree, withImplied));
}

const renamed = (map: MapTree, from: string, to: string): MapTree => ({
  ...map,
  pairs: map.pairs.map((pair) => (pair.key === from ? { ...pair, key: to } : pair)),
});

/** Entries that list others and have no title are called by their first text, where it is under one key in all of them and tells them apart. */
function withFirstTitles(list: List): List {
  const maps = mapsOf(list) ?? [];
  const first = maps.map((map) => map.pairs.find(({ value }) => isText(value)));
  const key = first[0]?.key;
  if (key === undefined || fieldFor('topic', key) !== null || remarks.has(key) || kindKeys.has(key)) return list;
  const isAlike = first.every((pair) => pair?.key === key) && new Set(first.map(textOf)).size === first.length;
  return isAlike && maps.every((map) => !isTitled(map) && map.pairs.some(listsStudy))
    ? { ...list, values: maps.map((map) => renamed(map, key, 'title')) }
    : list;
}

/** What says of which kind an entry is, among others of its kind. */
const kindKeys = wordSet('type kind format mode category');

const textOf = (pair: Pair | undefined): string | null => (pair?.value.kind === 'scalar' ? pair.value.text : null);

/** Configuration lists named maps as well, and nothing that has a title or that only study has. */
const listsStudy = (pair: Pair): boolean => isStudyList(pair) && (isChildPair(pair) || isEntryList(pair));

/** Two entries or more of nothing but a title and texts under one key of the author's own: these are its topics. */
function withOnlyLists(list: List): List {
  const maps = mapsOf(list) ?? [];
  const keyOf = ({ pairs }: MapTree): string | undefined => pairs.find(({ value }) => value.kind === 'list')?.key;
  const key = maps[0] && keyOf(maps[0]);
  if (key === undefined || maps.length < 2) return list;
  if (childKeys.has(key) || fieldFor('topic', key) !== null || isOtherList(key) || isStudyField(key)) return list;
  const isOnly = (map: MapTree): boolean =>
    map.pairs.length === 2 &&
    hasName(map) &&
    map.pairs.every(({ key: own, value }) => own !== key || holdsTexts(value));
  return maps.every((map) => keyOf(map) === key && isOnly(map))
    ? { ...list, values: maps.map((map) => renamed(map, key, 'topics')) }
    : list;
}

const holdsTexts = (tree: Tree): boolean => tree.kind === 'list' && tree.values.every(isText);

/** `mod1: Bends`, `mod2: Hitches`: texts that count one kind of thing, three or more, are topics. */
function withCountedTopics(map: MapTree): MapTree {
  const counted = map.pairs.flatMap((pair) => {
    const [, word = '', number] = /^(\p{L}+)[_ -]?(\d{1,3})$/u.exec(pair.key) ?? [];
    return number !== undefined && isText(pair.value)
      ? [{ pair, word: word.toLowerCase(), number: Number(number) }]
      : [];
  });
  const [first] = counted;
  const areInOrder = counted.every(({ word, number }, at) => word === first?.word && number === at + 1);
  if (first === undefined || counted.length < 3 || !areInOrder || !isPiece(first.word) || !hasName(map)) return map;
  const { at } = first.pair;
  const topics: Pair = {
    key: 'topics',
    at,
    value: { kind: 'list', values: counted.map(({ pair }) => pair.value), at },
  };
  const others = map.pairs.filter((pair) => !counted.some((one) => one.pair === pair));
  return { ...map, pairs: [...others, topics] };
}
