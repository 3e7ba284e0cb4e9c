// Canonical document: any of the shapes roadmaps have in YAML, rewritten into the one of FORMATS Y1.
import type { NoRoadmap } from '../../errors.ts';
import { type FieldKind, type Part, parts } from '../../model/fields.ts';
import type { Status } from '../../model/roadmap.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Position } from '../../text/source.ts';
import { stateOfValue } from '../words/states.ts';
import { type Entry, type Listing, listing } from './entries.ts';
import { childKeys, fieldFor, fieldRead, kindOf, partOf, rankOf, wordSet } from './fields.ts';
import { isChildPair, isEmpty } from './shape.ts';
import { hasTitle } from './study.ts';
import type { MapTree, Pair, Tree } from './tree.ts';
import { coerce, fits, isDone, isUnknownStatus } from './values.ts';

type Value = { [field: string]: unknown };
type ListKind = Exclude<keyof typeof partOf, 'legacy'>;

export interface UnknownKey {
  readonly key: string;
  readonly at: Position;
  readonly nearest: string | null;
}

/** A word for a state that is none we know: the topic is to do (FORMATS Y6). */
export interface UnknownState {
  readonly written: string;
  readonly at: Position;
}

/** `tree` is what a value was made of, as it was written; parts have their fields instead, under our own names for them. */
interface PartPosition {
  readonly at: Position;
  readonly fields: ReadonlyMap<string | number, Position>;
  readonly tree: Tree | null;
}

/** Where a field or entry of a value was written. */
export function placeIn({ fields, tree }: PartPosition, field: string | number): Position | undefined {
  const known = fields.get(field);
  if (known !== undefined || tree === null || tree.kind === 'scalar') return known;
  if (tree.kind === 'list') return tree.values[Number(field)]?.at;
  return tree.pairs.find(({ key }) => key === field)?.value.at;
}

export interface Canonical {
  readonly value: Value;
  /** By our own schema: its mistakes are reported. A foreign file's odd values have been left out already. */
  readonly native: boolean;
  /** Where lists and maps, and their fields and entries, were written. */
  readonly places: ReadonlyMap<object, PartPosition>;
  readonly unknownKeys: readonly UnknownKey[];
  readonly unknownStates: readonly UnknownState[];
  /** Sections, topics and projects, whose line the document keeps. */
  readonly numbered: readonly Value[];
  /** Why the file is no roadmap, or null (FORMATS Y3). */
  readonly refusal: NoRoadmap | null;
}

// Numbers that study plans give their entries; other ones (`damage: 10`) mean something else.
const studyNumbers = wordSet(
  'id order number index position point points time duration level difficulty rating year years',
);
const studyNumberPart = /hour|minute|day|week|month|percent|progress|priority|estimate|credit|prereq/i;

/** The canonical document of a tree. */
export function canonical(tree: Tree): Canonical {
  const listed = listing(tree);
  const { map, title, entries, native, refusal } = listed;
  const builder = new DocumentBuilder(native);
  const value = map ? builder.fill(map, 'roadmap') : builder.note<Value>({}, tree.at);
  if (title !== null) value.title ??= title;
  builder.attach(value, entries, true);
  const { places, numbered, unknownStates, unknownKeys } = builder;
  if (!native) dropUnfitIds(numbered);
  return {
    ...{ value, native, places, numbered, unknownStates },
    unknownKeys: native ? unknownKeys : [],
    refusal: refusal ?? (native ? null : refusalOf(listed, builder, value)),
  };
}

/** Why a foreign file that lists entries is no roadmap after all (FORMATS Y3). */
function refusalOf({ vague, untitled }: Listing, { leaves, odd }: DocumentBuilder, value: Value): NoRoadmap | null {
  if (leaves === 0 && value.projects === undefined) return { reason: 'no-topics' };
  if (vague && odd * 2 > leaves) return { reason: 'numbers' };
  return untitled > leaves ? { reason: 'untitled' } : null;
}

/** Makes parts of entries and fields of keys, and remembers where each was written. */
class DocumentBuilder {
  readonly places = new Map<object, PartPosition & { fields: Map<string | number, Position> }>();
  readonly unknownKeys: UnknownKey[] = [];
  readonly unknownStates: UnknownState[] = [];
  readonly numbered: Value[] = [];
  /** Entries with nothing below them, and those of them whose numbers are none of a study plan. */
  leaves = 0;
  odd = 0;
  private readonly native: boolean;
  constructor(native: boolean) {
    this.native = native;
  }

  readonly note = <V extends object>(value: V, at: Position, tree: Tree | null = null): V => {
    this.places.set(value, { at, fields: new Map(), tree });
    return value;
  };

  fill(map: MapTree, part: Part, at = map.at): Value {
    const value = this.note<Value>({}, at);
    for (const pair of map.pairs) {
      if (isSectionLike(part) && (isChildPair(pair) || pair.key === 'sections' || pair.key === 'topics')) continue;
      const field = fieldRead(part, pair.key);
      if (field !== null && isNamedBetter(field, pair, map, part)) continue;
      if (field === null || isMistypedTopics(pair, part, field)) {
        this.unknownKeys.push({ key: pair.key, at: pair.at, nearest: nearestWord(pair.key, keysOf(part)) });
        continue;
      }
      const read = this.fieldValue(kindOf(part, field), pair.value);
      if (read === undefined) continue;
      value[field] = read;
      this.places.get(value)?.fields.set(field, pair.value.at);
    }
    return value;
  }

  /** Undefined for a field that says nothing. */
  private fieldValue(kind: FieldKind, tree: Tree): unknown {
    const isState = kind === 'done' || kind === 'status';
    if (this.native && !isState ? isNothing(tree) : isEmpty(tree)) return undefined;
    const read = this.readField(kind, tree);
    if (kind === 'status' && isUnknownStatus(read)) {
      this.unknownStates.push({ written: read, at: tree.at });
      return undefined;
    }
    return this.native || fits(kind, read) ? read : undefined;
  }

  private readField(kind: FieldKind, tree: Tree): unknown {
    if (kind === 'legacy') return tree.kind === 'map' ? this.fill(tree, 'legacy') : coerce('text', tree, this.note);
    if (kind === 'levels' || kind === 'resources' || kind === 'features' || kind === 'projects')
      return this.listField(kind, tree);
    return coerce(kind, tree, this.note);
  }

  private listField(kind: ListKind, tree: Tree): unknown[] {
    const values = this.note<unknown[]>([], tree.at);
    for (const entry of tree.kind === 'list' ? tree.values : [tree]) {
      const value = entry.kind === 'map' ? this.fill(entry, partOf[kind]) : coerce('text', entry, this.note);
      if (!this.native && !isUsable(kind, value)) continue;
      if (kind === 'projects' && isValue(value)) this.numbered.push(value);
      this.places.get(values)?.fields.set(values.length, entry.at);
      values.push(value);
    }
    return values;
  }

  private build(entry: Entry, part: 'section' | 'topic'): Value {
    const value = entry.record ? this.fill(entry.record, part, entry.at) : this.note<Value>({}, entry.at);
    if (entry.title !== null) value.title ??= entry.title.replace(/\s+/g, ' ').trim();
    if (entry.remark !== null && part === 'topic') {
      const field = /^https?:\S+$/.test(entry.remark) ? 'links' : 'notes';
      const lines = entry.remark
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      // A topic with concepts of its own has its description beside them.
      value[field] = Array.isArray(value[field]) ? [...value[field], ...lines] : lines;
    }
    this.numbered.push(value);
    if (entry.children.length === 0) {
      this.leaves++;
      if (entry.record && !hasTitle(entry.record) && hasOddNumber(entry.record)) this.odd++;
    }
    this.attach(value, entry.children, part === 'section');
    return value;
  }

  /** A foreign list becomes sections only where all of its entries hold something, so that it keeps its order. */
  attach(value: Value, children: readonly Entry[], holdsSections: boolean): void {
    const [first] = children;
    if (!first) return;
    // A section has no state; of a topic that is done those below it are.
    const all = !this.native && children.every((entry) => entry.children.length > 0 && !isAllDone(entry));
    const isSection = (entry: Entry): boolean => holdsSections && (entry.section || all);
    for (const part of ['topic', 'section'] as const) {
      const built = children
        .filter((entry) => isSection(entry) === (part === 'section'))
        .map((entry) => this.build(entry, part));
      if (built.length > 0) value[`${part}s`] = this.note(built, first.at);
    }
    if (!this.native) giveStates([value.topics, value.sections].flat().filter(isValue));
  }
}

/** Topics have the state that their list is called by, `Done` beside `To do`, where one of those beside each other is done and one is not. */
function giveStates(lists: readonly Value[]): void {
  const states = lists.map(({ title }) => (typeof title === 'string' ? stateOfValue(title) : null));
  if (!states.includes('done') || new Set(states.filter(Boolean)).size < 2) return;
  const give = (part: Value, state: Status): void => {
    for (const below of [part.topics, part.sections].flat().filter(isValue)) {
      if (below.topics === undefined && below.status === undefined && below.done === undefined) below.status = state;
      give(below, state);
    }
  };
  for (const [at, state] of states.entries()) if (state !== null) give(lists[at] as Value, state);
}

/** Whether a key that is read before this one has the same field. */
function isNamedBetter(field: string, pair: Pair, map: MapTree, part: Part): boolean {
  const rank = rankOf(part, pair.key);
  // Nothing goes before a name of our own, which most keys are.
  return rank >= 0 && map.pairs.some(({ key }) => fieldFor(part, key) === field && rankOf(part, key) < rank);
}

/** A list under `topic`. */
const isMistypedTopics = ({ key, value }: Pair, part: Part, field: string): boolean =>
  field !== key && kindOf(part, field) === 'text' && value.kind === 'list';

const isAllDone = ({ record }: Entry): boolean =>
  record?.pairs.some(
    ({ key, value }) =>
      ['done', 'status'].includes(fieldFor('topic', key) ?? '') && value.kind === 'scalar' && isDone(value.text ?? ''),
  ) ?? false;

const isNothing = (tree: Tree): boolean => tree.kind === 'scalar' && tree.text === null;

function isValue(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isUsable(kind: ListKind, value: unknown): boolean {
  if (kind === 'features') return isValue(value) && value.name !== undefined && value.stage !== undefined;
  if (!isValue(value)) return typeof value === 'string';
  if (kind === 'resources') return value.url !== undefined;
  return value.id !== undefined || (kind === 'projects' && value.title !== undefined);
}

function isSectionLike(part: Part): boolean {
  return part === 'roadmap' || part === 'section' || part === 'topic';
}

/** The keys a part may have, for a suggestion: the children's are among them. */
function keysOf(part: Part): string[] {
  return [
    ...Object.keys(parts[part]),
    ...(isSectionLike(part) ? ['topics'] : []),
    ...(part === 'topic' || !isSectionLike(part) ? [] : ['sections']),
  ];
}

function hasOddNumber(record: MapTree): boolean {
  return record.pairs.some(
    ({ key, value }) =>
      value.kind === 'scalar' &&
      /^-?\d+(?:\.\d+)?$/.test(value.text ?? '') &&
      fieldFor('topic', key) === null &&
      !childKeys.has(key) &&
      !studyNumbers.has(key.toLowerCase()) &&
      !studyNumberPart.test(key),
  );
}

/** Foreign ids often count within one list only (`id: 1` in every module), and are then no identity; nor are phrases. */
function dropUnfitIds(values: readonly Value[]): void {
  const count = new Map<unknown, number>();
  for (const { id } of values) count.set(id, (count.get(id) ?? 0) + 1);
  for (const value of values) {
    const { id } = value;
    if (typeof id !== 'string' || (count.get(id) === 1 && !/\s/.test(id))) continue;
    value.title ??= id;
    delete value.id;
  }
}
