// Entries: what a YAML tree lists as sections and topics, before it is known which of them is which (FORMATS Y1).
import type { NoRoadmap } from '../../errors.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Position } from '../../text/source.ts';
import { withoutEmptyLists } from './empty-lists.ts';
import {
  childKeys,
  fieldFor,
  fieldRead,
  isCountKey,
  isUnitKey,
  nameBy,
  remarks,
  tellingFields,
  vagueKeys,
} from './fields.ts';
import { nestedByGroup, withGroupNames } from './grouped.ts';
import { withImplied } from './implied.ts';
import { withLists } from './numbered.ts';
import { withOwnKeys } from './own-keys.ts';
import { nestedByNumber, nestedByReference, withoutChoices } from './references.ts';
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
import { withStatedTitles } from './stated.ts';
import {
  areEntries,
  areStudyLists,
  isEntryList,
  isOtherList,
  isPractised,
  isSectionList,
  isStudyKey,
  isStudyList,
  notesOf,
} from './study.ts';
import type { MapTree, Pair, Tree } from './tree.ts';

export interface Entry {
  /** The title that a bare text or a key gives; a record may bring its own. */
  readonly title: string | null;
  readonly at: Position;
  /** The map that describes it, or null for a bare text or key. */
  readonly record: MapTree | null;
  readonly children: readonly Entry[];
  /** Running text or a link in the place of children. */
  readonly remark: string | null;
  /** Listed under `sections:`, and one even when it holds nothing. */
  readonly section: boolean;
  /** Named by its id in another list, where it belongs; its definition is not listed again. */
  readonly referred: boolean;
}

export interface Listing {
  /** The map that describes the roadmap itself. */
  readonly map: MapTree | null;
  /** The one key above everything, as a heading that contains all others (FORMATS S5). */
  readonly title: string | null;
  readonly entries: readonly Entry[];
  /** None of the keys above entries is one of study plans alone. */
  readonly vague: boolean;
  /** Maps that list entries but say neither title nor id. */
  readonly untitled: number;
  /** Written by our own schema: then every mistake is reported. */
  readonly native: boolean;
  /** Why this is no roadmap, or null (FORMATS Y3). */
  readonly refusal: NoRoadmap | null;
}

const url = /^https?:\/\/\S+$/;

/** What a tree lists, once it is known what wraps it and whether our own schema wrote it. */
export function listing(written: Tree): Listing {
  const read = isNative(written) ? written : withStatedTitles(withImplied(withOwnKeys(written)));
  const listed = withLists(read);
  const whole = wrapped(listed ?? read, listed !== null);
  const isOurs = whole === written && isNative(whole);
  const inner = isOurs ? whole : withGroupNames(withoutEmptyLists(withoutChoices(whole)));
  const nested = nestedByReference(inner) ?? nestedByNumber(inner, isOurs) ?? (isOurs ? null : nestedByGroup(inner));
  const tree = nested ?? inner;
  const reader = new EntryReader(tree, isOurs && nested === null);
  if (tree.kind === 'scalar') return reader.listing([], { refusal: { reason: 'single-text' } });
  if (tree.kind === 'map') return mapListing(tree, reader);
  const maps = tree.values.filter((entry): entry is MapTree => entry.kind === 'map');
  const refusal = maps[0] === undefined ? null : otherPurpose(maps[0]);
  const none = maps.some(isTitled) ? null : notTitles(tree, () => false);
  return reader.listing(reader.entriesIn(tree, false), { refusal: refusal ?? none });
}

/** The keys of a root map are fields of the roadmap, or titles (FORMATS Y1). */
function mapListing(tree: MapTree, reader: EntryReader): Listing {
  const refusal = reader.native ? null : otherPurpose(tree);
  if (reader.native || describesPlan(tree))
    return reader.listing(reader.fromRecord(tree, null, tree.at, false).children, { map: tree, refusal });
  const isRemark = (pair: Pair): boolean => {
    if (remarks.has(pair.key)) return true;
    return childKeys.has(pair.key) ? !isChildPair(pair) : fieldFor('roadmap', pair.key) !== null;
  };
  const titles = tree.pairs.filter((pair) => !isRemark(pair));
  const areProjects = tree.pairs.some(({ key, value }) => key === 'projects' && !isEmpty(value));
  if (titles.length === 0 && areProjects) return reader.listing([], { map: tree, refusal });
  const [first] = titles;
  const only = titles.length === 1 && first && (!isTitled(tree) || isStudyList(first)) ? first : undefined;
  if (titles.some((pair) => isStudyKey(pair.key) && isStudyList(pair))) reader.vague = false;
  const whole = only && only.value.kind !== 'scalar' ? reader.fromPair(only, false, new Set()).children : null;
  return reader.listing(whole ?? reader.fromPairs(titles, false), {
    map: tree,
    title: whole && only && !isTitled(tree) ? only.key : null,
    refusal: refusal ?? (areEntries(tree) || areStudyLists(tree) ? null : notTitles(tree, isRemark, isStudyList)),
  });
}

/** Whether a root map describes its roadmap: by its own fields, or by lists that are evidently of a plan. */
function describesPlan(tree: MapTree): boolean {
  // A list that says itself what it is makes the rest of the root facts about the plan.
  const isSure = (pair: Pair): boolean => isStudyKey(pair.key) && (isSectionList(pair) || isStudyList(pair));
  const isPlan =
    tree.pairs.some((pair) => isStudyList(pair) || isSectionList(pair)) &&
    tree.pairs.every((pair) => isEntryList(pair) || isMetadata(pair));
  return isPlan || (isRecord(tree) && tree.pairs.some(isChildPair)) || tree.pairs.some(isSure);
}

/** Makes entries of the values, maps and pairs of a tree. */
class EntryReader {
  readonly native: boolean;
  vague = true;
  private readonly root: Tree;
  private readonly definitions: ReadonlyMap<string, MapTree>;
  private readonly referred = new Set<MapTree>();
  private untitled = 0;
  constructor(root: Tree, native: boolean) {
    this.root = root;
    this.native = native;
    this.definitions = native ? new Map() : definitionsOf(root);
  }

  listing(
    entries: readonly Entry[],
    { map = null, title = null, refusal }: Partial<Listing> & Pick<Listing, 'refusal'>,
  ): Listing {
    const { native, vague, untitled, referred } = this;
    const own = entries.filter(({ record, referred: here }) => here || !record || !referred.has(record));
    return { map, title, native, refusal, vague, untitled, entries: own };
  }

  entriesIn(tree: Tree, section: boolean): Entry[] {
    if (tree.kind === 'list') {
      const lists = this.native ? [] : listsAlone(tree.values);
      if (lists.length > 1) return lists.map((pair, index) => this.counted(pair, index + 1));
      // Beside entries with names, a map without one is an entry that was left free, and its keys are no titles.
      const areNamed = tree.values.some((value) => value.kind === 'map' && hasName(value));
      const isFree = (value: Tree): boolean => isNumbered(value) || (areNamed && isUnnamed(value));
      return tree.values.flatMap((value) => (!this.native && isFree(value) ? [] : this.entriesIn(value, section)));
    }
    if (tree.kind === 'map') return this.fromMap(tree, section);
    if (tree.text === null) return [];
    const defined = this.definitions.get(tree.text);
    // Followed once: a second mention stays text, so that definitions that name each other come to an end.
    if (defined && !this.referred.has(defined)) {
      this.referred.add(defined);
      return [{ ...this.fromRecord(defined, null, defined.at, section), referred: true }];
    }
    return [{ ...bare(tree.text, tree.at), section }];
  }

  /** A list without a title is called by its key and its place. */
  private counted({ key, at, value }: Pair, place: number): Entry {
    if (!vagueKeys.has(key)) this.vague = false;
    return { ...bare(`${key} ${place}`, at), children: this.under(value, false), section: true };
  }

  /** What is listed under a key. */
  private under(tree: Tree, section: boolean): Entry[] {
    return tree.kind === 'map' ? this.fromPairs(tree.pairs, section) : this.entriesIn(tree, section);
  }

  private fromMap(map: MapTree, section: boolean): Entry[] {
    const several = map.pairs.length > 1 && map.pairs.every(({ value }) => value.kind === 'scalar');
    if (!this.native && isBlank(map) && !map.pairs.some(isChildPair)) return [];
    if (this.native && (isRecord(map) || isMistyped(map))) return [this.fromRecord(map, null, map.at, section)];
    if (isRecord(map)) return this.named(this.fromRecord(map, null, map.at, section));
    if (!several) return this.fromPairs(map.pairs, section);
    if (this.native || nameOf(map) !== null) return [this.fromRecord(map, null, map.at, section)];
    this.untitled++;
    return [];
  }

  /** An entry without a name is replaced by what is below it. */
  private named(entry: Entry): Entry[] {
    if (entry.title !== null || (entry.record && isTitled(entry.record))) return [entry];
    if (entry.children.length === 0) this.untitled++;
    return [...entry.children];
  }

  fromRecord(record: MapTree, title: string | null, at: Position, section: boolean): Entry {
    const notes = this.native ? null : notesOf(record);
    if (notes !== null) return { ...bare(title, at), record, remark: notes.join('\n'), section };
    const found = record.pairs.filter((pair) => isChildPair(pair) || this.isOwnList(pair, record));
    // Beside what is studied they say what it is done with.
    const lists = found.length < 2 ? found : found.filter(({ key }) => key !== 'technologies');
    // Two lists of topics under keys of the author's own are called by these.
    const own = lists.filter((pair) => !childKeys.has(pair.key) && isLeafList(pair));
    const named = new Set(!this.native && record === this.root && own.length > 1 ? own : []);
    const children = lists.flatMap((pair) => {
      if (!vagueKeys.has(pair.key)) this.vague = false;
      if (!this.native && record !== this.root && hasName(record) && listsFacts(pair.value)) return [];
      if (named.has(pair) || (!this.native && isPractised(pair))) return [this.fromPair(pair, true, new Set())];
      return this.under(pair.value, pair.key === 'sections');
    });
    return { ...bare(title ?? (this.native ? null : nameOf(record)), at), record, children, section };
  }

  /** Titled maps under keys of the author's own belong to the plan as well (FORMATS Y6). */
  private isOwnList(pair: Pair, record: MapTree): boolean {
    if (this.native) return false;
    if (isSectionList(pair) || isEntryList(pair)) return true;
    return (isStudyKey(pair.key) || record === this.root) && isStudyList(pair);
  }

  /** A list of nothing but orders and weights leaves nothing, and its key names nothing. */
  fromPairs(pairs: readonly Pair[], section: boolean): Entry[] {
    const fields = this.native ? new Set<string>() : fieldsIn(pairs);
    const isCounted = ({ value }: Pair): boolean =>
      this.native || value.kind !== 'list' || value.values.length === 0 || !value.values.every(isNumbered);
    return pairs.filter(isCounted).map((pair) => this.fromPair(pair, section, fields));
  }

  fromPair({ key, at, value }: Pair, section: boolean, fields: ReadonlySet<string>): Entry {
    const hasFields = (map: MapTree): boolean => hasOnlyValues(map) && map.pairs.some((pair) => fields.has(pair.key));
    if (value.kind === 'map' && (isRecord(value) || describesKey(value) || hasFields(value)))
      return this.fromRecord(value, key, at, section);
    if (value.kind !== 'scalar') return { ...bare(key, at), children: this.under(value, false), section };
    if (!this.native && isNumber(value.text)) return { ...bare(key, at), section };
    // `key: text` is a title with one topic; running text below a key, or a link, belongs to the key's own topic.
    if (value.text !== null && !value.block && !url.test(value.text))
      return { ...bare(key, at), children: this.entriesIn(value, false), section };
    return { ...bare(key, at), remark: value.text, section };
  }
}

function bare(title: string | null, at: Position): Entry {
  return { title, at, record: null, children: [], remark: null, section: false, referred: false };
}

/** Entries of which none holds others. */
const isLeafList = ({ value }: Pair): boolean =>
  value.kind === 'list' &&
  value.values.every((one) => one.kind === 'map' && isTitled(one) && !one.pairs.some(isChildPair));

/** `course: {title: …, modules: …}`: the plan that a key of a file holds, alone or beside others that list nothing with a title. */
function wrapped(tree: Tree, isNumberedPlan: boolean): Tree {
  if (tree.kind !== 'map') return tree;
  const isList = (pair: Pair): boolean => isChildPair(pair) || isSectionList(pair) || isStudyList(pair);
  const plans = tree.pairs.filter(({ value }) => value.kind === 'map' && value.pairs.some(isList));
  const plan = plans[0]?.value;
  if (plan?.kind !== 'map') return tree;
  if (tree.pairs.length === 1) return hasName(plan) || isNumberedPlan ? plan : tree;
  // Titles alone may be of anything; those that have topics below them are of a plan.
  const isPlan = plan.pairs.some(({ value }) => value.kind === 'list' && value.values.every(holdsTopics));
  return isPlan && tree.pairs.every(({ value }) => value === plan || !listsTitled(value)) ? plan : tree;
}

const holdsTopics = (tree: Tree): boolean => tree.kind === 'map' && isTitled(tree) && tree.pairs.some(isChildPair);

/** A list of titled maps, also somewhere below keys. */
const listsTitled = (tree: Tree): boolean =>
  tree.kind === 'list'
    ? tree.values.some((one) => one.kind === 'map' && isTitled(one))
    : tree.kind === 'map' && tree.pairs.some(({ value }) => listsTitled(value));

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

/** Days and links of what is above them: maps without a name each, so that it is itself what is studied. */
const listsFacts = (tree: Tree): boolean =>
  tree.kind === 'list' && tree.values.every((one) => one.kind === 'map' && isUnnamed(one) && nameOf(one) === null);

const isUnnamed = (tree: Tree): boolean => tree.kind === 'map' && tree.pairs.length > 1 && !isRecord(tree);

/** The keys of the maps that describe one of several titles: what has them as well is described, too. */
const fieldsIn = (pairs: readonly Pair[]): ReadonlySet<string> =>
  new Set(
    pairs.flatMap(({ value }) =>
      value.kind === 'map' && describesKey(value) ? value.pairs.map(({ key }) => key) : [],
    ),
  );

/** The lists of maps that hold one each under the same key, and nothing else (`- units: […]`). */
function listsAlone(values: readonly Tree[]): readonly Pair[] {
  const pairs = values.flatMap((value) => (value.kind === 'map' && value.pairs.length === 1 ? value.pairs : []));
  const isAlike = (pair: Pair): boolean =>
    pair.key === pairs[0]?.key && pair.value.kind === 'list' && isChildPair(pair);
  return pairs.length === values.length && pairs.every(isAlike) ? pairs : [];
}

/** What a file says of itself: beside titled maps, bare names of fields are no titles (FORMATS Y6). */
const isMetadata = ({ key, value }: Pair): boolean =>
  value.kind === 'scalar' || (isOtherList(key) && listsTitled(value)) || /^[\p{Ll}\p{N}_$.-]+$/u.test(key);

/** `- tilte: …` in our own schema is a record with a mistake, not a title of its own. */
function isMistyped({ pairs }: MapTree): boolean {
  const fields = tellingFields('topic');
  return pairs.every(
    ({ key, value }) => value.kind === 'scalar' && (fieldRead('topic', key) ?? nearestWord(key, fields)) !== null,
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
