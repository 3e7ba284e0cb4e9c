// StudyList: a key of the author's own over maps that are each something to study (FORMATS Y1, Y3).
import { fieldFor, remarks, wordSet } from './fields.ts';
import { describesKey, isChildPair, isTitled } from './shape.ts';
import type { MapTree, Pair, Tree } from './tree.ts';

/** Keys that only a plan of study has. */
const studyKeys = wordSet(
  'curriculum curricula roadmap roadmaps syllabus syllabi syllabuses course courses track tracks subject subjects episode episodes ' +
    'area areas area_of_study areas_of_study temario temarios currículo curriculo ementa lehrplan müfredat silabus',
);
const studyFields = wordSet(
  'prerequisites objectives goal goals outcome outcomes minutes weeks days difficulty duration hours lessons learning_goals learning_objectives topics estimated_hours',
);
/** Words of them that are none of anything else: `prerequisite_id`. */
const studyWords = wordSet('prerequisite prerequisites credits ects difficulty');
/** What only whoever learns notes of a word or a rule. */
const practiceFields = wordSet('last_practiced last_practised last_studied review_count ease_factor');
/** What people, services, steps, shop goods and monsters have, and topics never. */
const otherFields = wordSet(
  'image email phone uses run version rating genre actors cast company employer institution degree salary isbn director artist price sku port ports ' +
    'command password username hp damage',
);
/** What there is to read or to watch of something. */
const readingLists = wordSet(
  'links link resources resource references reference sources source reading readings books book videos articles',
);
/** Keys over titled maps that are no entries of a plan: what they hold is read, met, asked or looked up (FORMATS Y6). */
const otherLists = new Set([
  ...readingLists,
  ...wordSet(
    'levels level projects project prerequisites prerequisite requires questions question quiz quizzes faq answers options choices ' +
      'authors author members users labels contributors maintainers instructors instructor teachers teacher mentors mentor people team sponsors ' +
      'lecturers lecturer speakers speaker presenters presenter professors professor tutors tutor coaches coach hosts host guests guest ' +
      'staff assistants assistant organizers organisers participants students ' +
      'glossary terms rules tips legacy maturity assignments assignment assessments assessment homework tags attachments files documents images evidence coming soon',
  ),
]);
/** Keys whose plain list describes a topic that has a state of its own. */
const noteKeys = wordSet('concepts deliverables');
const practiceWords = wordSet('practice practise exercise exercises');
const stateKeys = wordSet('status state done completed');

/** The maps of a list or map of nothing else; null where it holds anything else, or nothing. */
export function mapsOf(value: Tree): MapTree[] | null {
  const values =
    value.kind === 'list' ? value.values : value.kind === 'map' ? value.pairs.map((pair) => pair.value) : [];
  const maps = values.filter((one): one is MapTree => one.kind === 'map');
  return maps.length > 0 && maps.length === values.length ? maps : null;
}

const isThing = ({ pairs }: MapTree): boolean => pairs.some(({ key }) => otherFields.has(key.toLowerCase()));

const isOwn = ({ key }: Pair): boolean => !remarks.has(key) && fieldFor('roadmap', key) === null;

// `title` is what people give to what is read or heard; things have names.
export const hasTitle = (map: MapTree): boolean =>
  map.pairs.some(
    ({ key, value }) => (key === 'title' || key === 'topic') && (value.kind !== 'scalar' || value.text !== null),
  );

const urlKeys = wordSet('url link href');

/** `prep_resources`, `studyLinks`: what the key says that it lists. */
const lastWord = (key: string): string => wordsIn(key).at(-1) ?? '';
const wordsIn = (key: string): string[] => key.split(/[_ -]|(?=[A-Z])/).map((word) => word.toLowerCase());

/** A key whose values are read, met, asked or looked up, and no entry of a plan. */
export const isOtherList = (key: string): boolean => otherLists.has(lastWord(key));

/** Books that are read and each have a state are what is studied. */
const areOthers = (key: string, maps: readonly MapTree[]): boolean =>
  isOtherList(key) && !maps.every(({ pairs }) => pairs.some((pair) => stateKeys.has(pair.key)));

/** Each with an address and nothing below it: where to read on about what is above them. */
const areLinks = (maps: readonly MapTree[]): boolean =>
  maps.every(({ pairs }) => pairs.some(({ key }) => urlKeys.has(key)) && !pairs.some(isChildPair));

/** Titled maps in a part of a plan: its entries, whatever the key is called (FORMATS Y6). */
export function isEntryList(pair: Pair): boolean {
  const maps = mapsOf(pair.value);
  if (maps === null || fieldFor('topic', pair.key) !== null || areOthers(pair.key, maps)) return false;
  return maps.every((map) => isTitled(map) && !isThing(map)) && (pair.key === 'children' || !areLinks(maps));
}

/** A key that says itself that it lists what is studied. */
export function isStudyKey(key: string): boolean {
  return studyKeys.has(key.toLowerCase().replace(/[ -]/g, '_'));
}

/** A field that only study has, such as its goals. */
export const isStudyField = (key: string): boolean =>
  studyFields.has(key.toLowerCase()) || wordsIn(key).some(isStudyWord);

/** Such a field, or a state. */
const isStudied = ({ pairs }: MapTree): boolean => pairs.some(({ key }) => isStudyField(key) || stateKeys.has(key));
const isStudyWord = (word: string): boolean => studyWords.has(word);

/** `verbs: {nouer: {last_practiced: …}}`: what keys name is learnt, and the key over them is its section. */
export function isPractised({ value }: Pair): boolean {
  const maps = value.kind === 'map' ? mapsOf(value) : null;
  const isLearnt = (map: MapTree): boolean =>
    describesKey(map) && map.pairs.some(({ key }) => practiceFields.has(key.toLowerCase()));
  return maps?.every(isLearnt) ?? false;
}

/** Titled maps, each one topic: by a title, or by a name under a key or with a field that only study has. */
export function isStudyList(pair: Pair): boolean {
  const maps = isOwn(pair) ? mapsOf(pair.value) : null;
  if (maps === null || maps.some(isThing) || areOthers(pair.key, maps)) return false;
  if (isPractised(pair)) return true;
  return maps.every((map) => hasTitle(map) || (isTitled(map) && (isStudyKey(pair.key) || isStudied(map))));
}

/** `101`, `1.2`, `2.`: a place in an order. */
export const isPlace = (key: string): boolean => /^\d{1,4}(?:\.\d{1,3})*\.?$/.test(key);

/** A title, and a list of what to read of it. */
const isRead = (map: MapTree): boolean =>
  hasTitle(map) && map.pairs.some(({ key, value }) => value.kind === 'list' && readingLists.has(lastWord(key)));

/** A root of titled maps alone, by their numbers, or by names where each has a field that only study has, or a list of what to read. */
export function areEntries(root: MapTree): boolean {
  const maps = root.pairs.length > 1 ? mapsOf(root) : null;
  if (maps === null || maps.some(isThing)) return false;
  return root.pairs.every(({ key }) => isPlace(key))
    ? maps.every((map) => hasTitle(map) || (isTitled(map) && map.pairs.some(isChildPair)))
    : maps.every((map) => isTitled(map) && (isStudied(map) || isRead(map)));
}

/** Maps of maps, as deep as they go, down to lists of titled maps that each have a field that only study has: `{year: {term: [{name: Maps, credits: 3}]}}`. */
export function areStudyLists({ pairs }: MapTree): boolean {
  const isStudy = (map: MapTree): boolean => isTitled(map) && isStudied(map) && !isThing(map);
  return pairs.every(({ value }) =>
    value.kind === 'map' ? areStudyLists(value) : (mapsOf(value)?.every(isStudy) ?? false),
  );
}

/** A list or map of titled maps that hold something to study: sections, whatever the list is called. */
export function isSectionList(pair: Pair): boolean {
  const maps = isOwn(pair) ? mapsOf(pair.value) : null;
  return maps?.every((map) => isTitled(map) && map.pairs.some((one) => isChildPair(one) || isEntryList(one))) ?? false;
}

/** `practice_problems`, `exercises`: what a topic is practised by, empty or not. */
const isPractice = ({ key }: Pair): boolean => wordsIn(key).some((word) => practiceWords.has(word));

/** `concepts: [a, b]` beside a status of its own, or any texts beside what is practised as well: the texts are notes of the topic. Null where they are topics. */
export function notesOf(record: MapTree): string[] | null {
  const hasState = record.pairs.some(
    ({ key, value }) => stateKeys.has(key) && value.kind === 'scalar' && value.text !== null,
  );
  const below = record.pairs.filter(isChildPair);
  if (!hasState || below.length === 0) return null;
  const isDescribed = record.pairs.some((pair) => pair.value.kind === 'list' && !isChildPair(pair) && isPractice(pair));
  const texts: string[] = [];
  for (const { key, value } of below) {
    if (!(isDescribed || noteKeys.has(key)) || value.kind !== 'list') return null;
    for (const one of value.values) {
      if (one.kind !== 'scalar') return null;
      if (one.text !== null) texts.push(one.text);
    }
  }
  return texts;
}
