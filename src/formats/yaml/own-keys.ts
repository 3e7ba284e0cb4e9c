// OwnKeys: keys of another language or of a program, `títuloModulo` or `lessonStatus`, under the names that are read (FORMATS Y1).
import { plainWords } from '../../text/plain-words.ts';
import { bare, isAround, isDayWord, isPiece, isTime, type KeyMeaning, meaningOf } from '../words/keys.ts';
import { stateOfValue } from '../words/states.ts';
import { childKeys, fieldFor, isFieldKey, isUnitKey, wordSet } from './fields.ts';
import { changedValues, type MapTree, type Pair, type Scalar, type Tree } from './tree.ts';

/** What a map is: the whole file, an entry of a list, or what a key holds. */
type Place = 'root' | 'entry' | 'value';

type OwnMeaning = KeyMeaning | 'done-day';

/** The tree with these keys under their own names; the same tree where there are none. */
export function withOwnKeys(tree: Tree, place: Place = 'root'): Tree {
  if (tree.kind === 'scalar') return tree;
  if (tree.kind === 'list') return changedValues(tree, (value) => withOwnKeys(value, 'entry'));
  const taken = new Set(tree.pairs.map(({ key }) => fieldFor('topic', key) ?? key));
  const pairs = tree.pairs.map((pair): Pair => {
    const own = ownPair(pair, tree, place);
    const isFree = own !== null && !taken.has(fieldFor('topic', own.key) ?? own.key);
    const { key, value } = isFree ? own : pair;
    // A map may list its entries under several keys.
    if (isFree && key !== listKey) taken.add(fieldFor('topic', key) ?? key);
    const inner = withOwnKeys(value, 'value');
    return key === pair.key && inner === pair.value ? pair : { ...pair, key, value: inner };
  });
  return pairs.some((pair, at) => pair !== tree.pairs[at]) ? { ...tree, pairs } : tree;
}

/** `focusTitle` of an entry that has no other title. */
function isOnlyTitle({ key, value }: Pair, { pairs }: MapTree): boolean {
  const isNaming = (one: string): boolean => isTitleKey(one) || endsInTitle(one);
  return value.kind === 'scalar' && endsInTitle(key) && !pairs.some((pair) => pair.key !== key && isNaming(pair.key));
}

const isTitleKey = (key: string): boolean => fieldFor('topic', key) === 'title';
const endsInTitle = (key: string): boolean => /title$/i.test(key) && wordsOf(key).at(-1) === 'title';

/** What all foreign lists of sections and topics are read under. */
const listKey = 'modules';

/** A key that names an entry or says how far it is, and that neither our own form nor English has: the file is of another make. */
export function isForeignKey(key: string): boolean {
  const meaning = meaningOfKey(key);
  return meaning === 'name' || meaning === 'state' || meaning === 'done';
}

function ownPair(pair: Pair, map: MapTree, place: Place): Pair | null {
  const { key, value } = pair;
  const small = key.toLowerCase();
  if (place === 'entry' && map.pairs.length > 1 && small !== key && isKnown(small)) return { ...pair, key: small };
  const meaning = meaningOfKey(key) ?? (place === 'entry' && isOnlyTitle(pair, map) ? 'name' : null);
  // What names a lesson by its unit is read as that, and of the whole it is the title.
  if (meaning === null || (place !== 'root' && isUnitKey(key))) return null;
  if (value.kind === 'scalar') return ownValue(meaning, pair, value, place);
  return isField(pair, map, place) ? ownList(meaning, pair, place) : null;
}

/** One of several keys of an entry is a field; elsewhere several words may be a title, and a capital without a value beside it. */
const isField = ({ key, value }: Pair, { pairs }: MapTree, place: Place): boolean => {
  if (place === 'entry' && pairs.length > 1) return true;
  if (wordsOf(key).length > 1) return place === 'root' && value.kind === 'list';
  const isOnly = place !== 'entry' && pairs.length === 1;
  return isOnly || key.charAt(0) === key.charAt(0).toLowerCase() || pairs.some((pair) => pair.value.kind === 'scalar');
};

const lists: ReadonlySet<OwnMeaning> = new Set<OwnMeaning>([
  'resources',
  'projects',
  'prerequisites',
  'questions',
  'authors',
]);
const texts: ReadonlySet<OwnMeaning> = new Set<OwnMeaning>(['name', 'text', 'level', 'description', 'hours']);
const stateKeys: ReadonlySet<OwnMeaning> = new Set<OwnMeaning>(['state', 'done', 'done-day', 'progress']);

function ownList(meaning: OwnMeaning, pair: Pair, place: Place): Pair | null {
  if (lists.has(meaning)) return place === 'value' && pair.value.kind !== 'list' ? null : { ...pair, key: meaning };
  // `module: {title: …}` at the root describes the file.
  const isTitle = (one: Pair): boolean => isTitleKey(one.key) && one.value.kind === 'scalar';
  const isTitledMap = place === 'root' && pair.value.kind === 'map' && pair.value.pairs.some(isTitle);
  if (meaning !== 'children' || isTitledMap) return null;
  const { key, value } = pair;
  const values = value.kind === 'list' ? value.values : [];
  // Days of a week are when something is, and numbers where it is to be found.
  const isPlaced = (one: Tree): boolean =>
    one.kind === 'scalar' && (/^\d/.test(one.text ?? '') || wordsOf(key).some(isTime));
  return values.length > 0 && values.every(isPlaced) ? null : { ...pair, key: listKey };
}

function ownValue(meaning: OwnMeaning, pair: Pair, value: Scalar, place: Place): Pair | null {
  const text = value.text?.trim() ?? '';
  if (text === '') return null;
  if (!stateKeys.has(meaning)) {
    // Of a map under a key a text may be one wording among others.
    const isNone = place === 'value' || !texts.has(meaning) || (meaning === 'hours' && !/^\d+(?:\.\d+)?$/.test(text));
    return isNone ? null : { ...pair, key: meaning };
  }
  if (place === 'root') return null;
  if (meaning !== 'state' && /^\d{4}-\d\d-\d\d/.test(text)) return { ...pair, key: 'done' };
  if (meaning === 'done-day') return null;
  if (stateOfValue(text) !== null) return { ...pair, key: 'status' };
  const state = meaning === 'progress' ? stateOfShare(text) : null;
  return state === null ? null : { ...pair, key: 'status', value: { ...value, text: state } };
}

/** `progress: 40` or `3/5`; 1 may be the whole or a hundredth of it. */
function stateOfShare(text: string): string | null {
  const [, part, whole] = /^(\d{1,4})\s?\/\s?(\d{1,4})$/.exec(text) ?? [];
  if (part !== undefined) return part === whole ? 'done' : Number(part) === 0 ? 'todo' : 'doing';
  const [, share] = /^(\d{1,3}(?:\.\d+)?)\s?%?$/.exec(text) ?? [];
  if (share === undefined || Number(share) <= 1 || Number(share) > 100) return null;
  return Number(share) === 100 ? 'done' : 'doing';
}

const languages = wordSet('en ru de fr es pt it pl cs nl tr uk zh cn tw ja jp ko kr vi ar he fa hi');

/** Longer ones are sentences. */
const mostLetters = 60;
const mostKept = 1000;
const kept = new Map<string, OwnMeaning | null>();

const isKnown = (key: string): boolean => childKeys.has(key) || isFieldKey(key);

function meaningOfKey(key: string): OwnMeaning | null {
  if (key.length > mostLetters || isKnown(key)) return null;
  const meaning = kept.get(key);
  if (meaning !== undefined) return meaning;
  const found = meaningOfWords(wordsOf(key));
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
}

/** `lessonTitle`, `lesson_title` and `Lesson title` are two words each. */
const wordsOf = (key: string): string[] =>
  bare(plainWords(key.replace(/([a-zß-ÿа-я\d])(?=[A-ZÀ-ÞА-Я])/g, '$1 '))).split(' ');

const isChildWord = (word: string): boolean => childKeys.has(word) || meaningOf(word) === 'children';
/** `skill_sequence` */
const listWords = wordSet('list sequence');
/** `submodules` */
const isBelowChild = (word: string): boolean => word.startsWith('sub') && isChildWord(word.slice(3));
const isStateWord = (word: string): boolean => ['state', 'done', 'progress'].includes(meaningOf(word) ?? '');

/** Units and small words say what a field belongs to; what is left of the words says what it is. */
function meaningOfWords(words: readonly string[]): OwnMeaning | null {
  const whole = meaningOf(words.join(' '));
  if (whole !== null) return whole;
  if (words.length < 2) return isBelowChild(words[0] as string) ? 'children' : null;
  if (words.some((word) => meaningOf(word) === 'resources')) return 'resources';
  // `title_en`: one wording of it, of which the first is read.
  if (
    whole === null &&
    words.length === 2 &&
    languages.has(words[1] as string) &&
    fieldFor('topic', words[0] as string) === 'title'
  )
    return 'name';
  const left = words.filter((word) => !isPiece(word) && !isAround(word));
  const last = words.at(-1) as string;
  // `lecture-topic` is what the lecture is called.
  if (left.length === 0 && fieldFor('topic', last) === 'title') return 'name';
  if (left.length === 0) return (isChildWord(last) && !isTime(last)) || listWords.has(last) ? 'children' : null;
  const meaning = meaningOf(left.join(' '));
  if (meaning === 'name') return words.some(isPiece) ? meaning : null;
  if (meaning === 'done' || meaning === 'state' || meaning === 'progress') return meaning;
  if (meaning === 'description' || meaning === 'hours') return meaning;
  if (left.every(isStateWord)) return 'state';
  const done = left.filter((word) => !isDayWord(word));
  return done.length < left.length && meaningOf(done.join(' ')) === 'done' ? 'done-day' : null;
}
