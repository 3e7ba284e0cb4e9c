// Entries: what a YAML tree lists as sections and topics, before it is known which of them is which (FORMATS Y1).
import type { NoRoadmap } from '../../errors.ts';
import { parts } from '../../model/fields.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Position } from '../../text/source.ts';
import { childKeys, fieldFor, isCountKey, isUnitKey, nameBy, remarks, vagueKeys } from './fields.ts';
import { withLists } from './numbered.ts';
import { nestedByReference } from './references.ts';
import {
  describesKey,
  hasName,
  hasOnlyValues,
  isBlank,
  isChildPair,
  isEmpty,
  isNative,
  isNumber,
  isNumbered,
  isRecord,
  isTitled,
  notTitles,
  otherPurpose,
  textIn,
} from './shape.ts';
import { isEntryList, isSectionList, isStudyKey, isStudyList, toldOf } from './study.ts';
import type { MapTree, Pair, Tree } from './tree.ts';

export interface Entry {
  /** The title that a bare text or a key gives; a record may bring its own. */
  readonly title: string | null;
  readonly at: Position;
  /** The map that describes it, or null for a bare text or key. */
  readonly record: MapTree | null;
  readonly children: readonly Entry[];
  /** Running text or a link that stands where children could. */
  readonly remark: string | null;
  /** Stood under `sections:`, and is one even when it holds nothing. */
  readonly section: boolean;
  /** Named by its id in another list, where it belongs; its definition is not listed again. */
  readonly referred: boolean;
}

export interface Listing {
  /** The map that describes the roadmap itself. */
  readonly map: MapTree | null;
  /** The one key that everything stands under, as a heading that contains all others (FORMATS S5). */
  readonly title: string | null;
  readonly entries: readonly Entry[];
  /** No key among those that entries stand under is one of study plans alone. */
  readonly vague: boolean;
  /** Maps that list entries but say neither title nor id. */
  readonly untitled: number;
  /** Written by our own schema: then every mistake is told. */
  readonly native: boolean;
  /** Why this is no roadmap, or null (FORMATS Y3). */
  readonly refusal: NoRoadmap | null;
}

const url = /^https?:\/\/\S+$/;

export function listing(written: Tree): Listing {
  const listed = withLists(written);
  const inner = wrapped(listed ?? written, listed !== null);
  const nested = nestedByReference(inner);
  const tree = nested ?? inner;
  const native = inner === written && nested === null && isNative(tree);
  const definitions = native ? new Map<string, MapTree>() : definitionsOf(tree);
  const referred = new Set<MapTree>();
  let untitled = 0;
  let vague = true;

  const under = (tree: Tree, section: boolean): Entry[] =>
    tree.kind === 'map' ? fromPairs(tree.pairs, section) : fromValue(tree, section);

  /** A list of nothing but orders and weights leaves nothing, and its key names nothing. */
  const fromPairs = (pairs: readonly Pair[], section: boolean): Entry[] => {
    const fields = native ? new Set<string>() : fieldsIn(pairs);
    return pairs
      .filter(
        ({ value }) => native || !(value.kind === 'list' && value.values.length > 0 && value.values.every(isNumbered)),
      )
      .map((pair) => fromPair(pair, section, fields));
  };

  const fromValue = (tree: Tree, section: boolean): Entry[] => {
    if (tree.kind === 'list') {
      // Beside entries with names, a map without one is an entry that was left free, and its keys are no titles.
      const isFree = (value: Tree): boolean => isNumbered(value) || (areNamed && isUnnamed(value));
      const areNamed = tree.values.some((value) => value.kind === 'map' && hasName(value));
      return tree.values.flatMap((value) => (!native && isFree(value) ? [] : fromValue(value, section)));
    }
    if (tree.kind === 'map') return fromMap(tree, section);
    if (tree.text === null) return [];
    const defined = definitions.get(tree.text);
    // Followed once: a second mention stays text, so that definitions that name each other come to an end.
    if (defined && !referred.has(defined)) {
      referred.add(defined);
      return [{ ...fromRecord(defined, null, defined.at, section), referred: true }];
    }
    return [{ ...bare(tree.text, tree.at), section }];
  };

  const fromMap = (map: MapTree, section: boolean): Entry[] => {
    const several = map.pairs.length > 1 && map.pairs.every(({ value }) => value.kind === 'scalar');
    if (!native && isBlank(map) && !map.pairs.some(isChildPair)) return [];
    if (native && (isRecord(map) || isMistyped(map))) return [fromRecord(map, null, map.at, section)];
    if (isRecord(map)) return named(fromRecord(map, null, map.at, section));
    if (!several) return fromPairs(map.pairs, section);
    if (native || nameOf(map) !== null) return [fromRecord(map, null, map.at, section)];
    untitled++;
    return [];
  };

  /** An entry without a name is replaced by what is below it. */
  const named = (entry: Entry): Entry[] => {
    if (entry.title !== null || (entry.record && isTitled(entry.record))) return [entry];
    if (entry.children.length === 0) untitled++;
    return [...entry.children];
  };

  /** Titled maps under keys of the author's own belong to the plan as well (FORMATS Y6). */
  const isBeside = (pair: Pair, record: MapTree): boolean => {
    if (native) return false;
    return isSectionList(pair) || isEntryList(pair) || ((isStudyKey(pair.key) || record === tree) && isStudyList(pair));
  };

  const fromRecord = (record: MapTree, title: string | null, at: Position, section: boolean): Entry => {
    const told = native ? null : toldOf(record);
    if (told !== null) return { ...bare(title, at), record, remark: told.join('\n'), section };
    const children = record.pairs
      .filter((pair) => isChildPair(pair) || isBeside(pair, record))
      .flatMap((pair) => {
        if (!vagueKeys.has(pair.key)) vague = false;
        return under(pair.value, pair.key === 'sections');
      });
    return { ...bare(title ?? (native ? null : nameOf(record)), at), record, children, section };
  };

  const fromPair = ({ key, at, value }: Pair, section: boolean, fields: ReadonlySet<string>): Entry => {
    const hasFields = (map: MapTree): boolean => hasOnlyValues(map) && map.pairs.some((pair) => fields.has(pair.key));
    if (value.kind === 'map' && (isRecord(value) || describesKey(value) || hasFields(value)))
      return fromRecord(value, key, at, section);
    if (value.kind !== 'scalar') return { ...bare(key, at), children: under(value, false), section };
    if (!native && isNumber(value.text)) return { ...bare(key, at), section };
    // `key: text` is a title with one topic; running text below a key, or a link, belongs to the key's own topic.
    if (value.text !== null && !value.block && !url.test(value.text))
      return { ...bare(key, at), children: fromValue(value, false), section };
    return { ...bare(key, at), remark: value.text, section };
  };

  const done = (map: MapTree | null, title: string | null, refusal: NoRoadmap | null, entries: readonly Entry[]) => ({
    map,
    title,
    native,
    refusal,
    vague,
    untitled,
    entries: entries.filter(({ record, referred: here }) => here || !record || !referred.has(record)),
  });

  if (tree.kind === 'scalar') return done(null, null, { reason: 'single-text' }, []);
  if (tree.kind === 'list') {
    const maps = tree.values.filter((entry): entry is MapTree => entry.kind === 'map');
    const refusal = maps[0] === undefined ? null : otherPurpose(maps[0]);
    const none = maps.some(isTitled) ? null : notTitles(tree, () => false);
    return done(null, null, refusal ?? none, fromValue(tree, false));
  }
  const refusal = native ? null : otherPurpose(tree);
  // A list that says itself what it is makes the rest of the root facts about the plan.
  const isSure = (pair: Pair): boolean => isStudyKey(pair.key) && (isSectionList(pair) || isStudyList(pair));
  const isPlan =
    tree.pairs.some((pair) => isStudyList(pair) || isSectionList(pair)) &&
    tree.pairs.every((pair) => isEntryList(pair) || isMetadata(pair));
  if (isPlan || native || (isRecord(tree) && tree.pairs.some(isChildPair)) || tree.pairs.some(isSure))
    return done(tree, null, refusal, fromRecord(tree, null, tree.at, false).children);
  const isRemark = (pair: Pair): boolean => {
    if (remarks.has(pair.key)) return true;
    return childKeys.has(pair.key) ? !isChildPair(pair) : fieldFor('roadmap', pair.key) !== null;
  };
  const titles = tree.pairs.filter((pair) => !isRemark(pair));
  const areProjects = tree.pairs.some(({ key, value }) => key === 'projects' && !isEmpty(value));
  if (titles.length === 0 && areProjects) return done(tree, null, refusal, []);
  const [first] = titles;
  const only = titles.length === 1 && first && (!isTitled(tree) || isStudyList(first)) ? first : undefined;
  if (titles.some((pair) => isStudyKey(pair.key) && isStudyList(pair))) vague = false;
  const whole = only && only.value.kind !== 'scalar' ? fromPair(only, false, new Set()).children : null;
  const none = refusal ?? notTitles(tree, isRemark, isStudyList);
  return done(tree, whole && only && !isTitled(tree) ? only.key : null, none, whole ?? fromPairs(titles, false));
}

function bare(title: string | null, at: Position): Entry {
  return { title, at, record: null, children: [], remark: null, section: false, referred: false };
}

/** `course: {title: …, modules: …}`: the plan that the only key of a file holds; numbered maps are one without a name. */
function wrapped(tree: Tree, isNumberedPlan: boolean): Tree {
  const [only, other] = tree.kind === 'map' ? tree.pairs : [];
  if (only === undefined || other !== undefined || only.value.kind !== 'map') return tree;
  if (!hasName(only.value) && !isNumberedPlan) return tree;
  const isList = (pair: Pair): boolean => isChildPair(pair) || isSectionList(pair) || isStudyList(pair);
  return only.value.pairs.some(isList) ? only.value : tree;
}

/** What names a map that may have no title: the number of its week, or else what it says of itself. */
function nameOf(map: MapTree): string | null {
  const names = map.pairs.flatMap(({ key, value }) => {
    const name = value.kind === 'scalar' && value.text !== null ? nameBy(key, value.text) : null;
    return name === null || name === ''
      ? []
      : [{ name, rank: isUnitKey(key) ? (isCountKey(key) ? 1 : 0) : key === 'text' ? 2 : 3 }];
  });
  const [best] = names.sort((a, b) => a.rank - b.rank);
  // An id says more than a description does.
  return best === undefined || (best.rank === 3 && hasName(map)) ? null : best.name;
}

const isUnnamed = (tree: Tree): boolean => tree.kind === 'map' && tree.pairs.length > 1 && !isRecord(tree);

/** The keys of the maps that describe one of several titles: what has them as well is described, too. */
const fieldsIn = (pairs: readonly Pair[]): ReadonlySet<string> =>
  new Set(
    pairs.flatMap(({ value }) =>
      value.kind === 'map' && describesKey(value) ? value.pairs.map(({ key }) => key) : [],
    ),
  );

/** What a file says of itself: beside titled maps, bare names of fields are no titles (FORMATS Y6). */
const isMetadata = ({ key, value }: Pair): boolean => value.kind === 'scalar' || /^[\p{Ll}\p{N}_$.-]+$/u.test(key);

/** `- tilte: …` in our own schema is a record with a mistake, not a title of its own. */
function isMistyped({ pairs }: MapTree): boolean {
  const fields = Object.keys(parts.topic);
  return pairs.every(
    ({ key, value }) => value.kind === 'scalar' && (fieldFor('topic', key) ?? nearestWord(key, fields)) !== null,
  );
}

/** Maps with an id in the lists of the root: other lists may name them by it instead of repeating them. */
function definitionsOf(tree: Tree): Map<string, MapTree> {
  const definitions = new Map<string, MapTree>();
  if (tree.kind !== 'map') return definitions;
  for (const { value } of tree.pairs.filter(isChildPair)) {
    if (value.kind !== 'list') continue;
    for (const entry of value.values) {
      if (entry.kind !== 'map') continue;
      const id = textIn(entry, 'id');
      if (id !== null) definitions.set(id, entry);
    }
  }
  return definitions;
}
