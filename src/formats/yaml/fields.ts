// ForeignNames: the names that the fields of a roadmap go by in files of any make (FORMATS Y1).
import { type FieldKind, type Part, parts, plannedFields } from '../../model/fields.ts';

/** The words of a list in one text, for tables that are read more easily so. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Values that are parts themselves: one of them, or a list. */
type PartKind = 'legacy' | 'levels' | 'resources' | 'projects' | 'features';

/** Which part the entries of a field are. */
export const partOf: { readonly [kind in PartKind]: Part } = {
  legacy: 'legacy',
  levels: 'level',
  resources: 'resource',
  features: 'feature',
  projects: 'project',
};

/** Names in other languages; those of `foreign` go before them. */
const translated: ReadonlyMap<string, string> = new Map(
  Object.entries({
    title: 'título titulo nombre nome titre titel название тема заголовок',
    status: 'estado statut stato статус состояние',
    level: 'nivel nível niveau уровень',
  }).flatMap(([field, names]) => names.split(' ').map((name): [string, string] => [name, field])),
);

/** What a foreign name may mean; of several names of one field in a map, the earliest here goes first: the first of them that the part has. */
export const foreign: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    name: ['title'],
    label: ['title'],
    topic: ['title'],
    difficulty: ['level'],
    state: ['status'],
    completed: ['done'],
    description: ['goal', 'rubric', 'notes'],
    summary: ['description', 'notes'],
    resources: ['links'],
    sources: ['links', 'resources'],
    references: ['links', 'resources'],
    reference: ['links'],
    links: ['resources'],
    link: ['links', 'url'],
    url: ['links'],
    type: ['kind'],
    technologies: ['stack'],
  }),
);

/** Keys that hold sections and topics; `levels` is one only when its entries have something below (FORMATS Y1). */
const childNames =
  'sections topics phases stages modules parts courses milestones levels units weeks career_paths careerPaths ' +
  'concepts items chapters lessons deliverables subtopics technologies tasks problems sessions days lectures';
export const knownChildKeys: readonly string[] = childNames.split(' ');
export const childKeys: ReadonlySet<string> = new Set(knownChildKeys);

/** Those of them that are names of other things as well: a game has items, stages and levels. */
export const vagueKeys = wordSet('items levels stages parts units technologies tasks problems days');

/** What may be at the head of a file or a part and is no title of anything: left out of what is read as titles. */
export const remarks = wordSet(
  'author authors license licence language languages lang locale keywords tags contributors maintainers updated created date ' +
    'last_updated source homepage repository progress schema $schema',
);

const isPlanned = (part: Part, key: string): boolean => part === 'topic' && Object.hasOwn(plannedFields, key);

/** The field that a key is read as; null where it is none. */
export const fieldRead = (part: Part, key: string): string | null => (isPlanned(part, key) ? key : fieldFor(part, key));

/** The names by which a file's own make is known: `due` and its like are written in files of every make, and say nothing of it. */
export const tellingFields = (part: Part): string[] => Object.keys(parts[part]).filter((key) => !isPlanned(part, key));

/**
 * The field a key means in a part, by its own or a foreign name; null when it has no meaning there, or none by which a file's make
 * is known.
 */
export function fieldFor(part: Part, key: string): string | null {
  const fields = parts[part];
  if (isPlanned(part, key)) return null;
  if (Object.hasOwn(fields, key)) return key;
  const own = translated.get(key);
  if (own !== undefined) return Object.hasOwn(fields, own) ? own : null;
  return foreign.get(key)?.find((name) => Object.hasOwn(fields, name)) ?? null;
}

/** A key that, by its own or a foreign name, is a field of the roadmap or of a topic. */
export const isFieldKey = (key: string): boolean =>
  fieldFor('topic', key) !== null || fieldFor('roadmap', key) !== null;

const foreignRanks = new Map([...foreign.keys(), ...translated.keys()].map((name, rank) => [name, rank] as const));

/** Which of two keys for one field is read: its own name, else the foreign ones in their order. */
export function rankOf(part: Part, key: string): number {
  return Object.hasOwn(parts[part], key) ? -1 : (foreignRanks.get(key) ?? foreignRanks.size);
}

/** `week: 3`, `lecture: Maps`, `lesson_title: Maps`: what an entry is called that has no title, by the kind of thing it is. */
const unitNames =
  'week day month sprint session lesson lecture module unit chapter phase course subject skill concept task ' +
  'modulo módulo materia matéria aula tema leccion lección unidad semana';
// Long because it is made of these words.
const unitKey = new RegExp(
  `^(?:(?:t[ií]tulo|nome|nombre)[_-]?)?(?:${unitNames.replaceAll(' ', '|')})(?:[_-]?(?:title|name|number|no))?$`,
  'i',
);
/** These may as well say where it belongs, and name it only where it holds something. */
const groupKeys = wordSet('part stage section category area theme group semester term year quarter');
/** A text that serves as a title where there is nothing else. */
const textKeys = wordSet('text description summary purpose goal action');

export const isGroupKey = (key: string): boolean => groupKeys.has(key.toLowerCase());
export const isUnitKey = (key: string): boolean => unitKey.test(key);

/** `lesson_number` is asked after `lesson_title`. */
export const isCountKey = (key: string): boolean => /(?:number|no)$/i.test(key);

/** What a value names the entry that it belongs to, by its key: `week: 3` is "Week 3"; null where the key names nothing. */
export function nameBy(key: string, value: string): string | null {
  if (textKeys.has(key.toLowerCase())) return value;
  if (!isUnitKey(key) && !isGroupKey(key)) return null;
  const unit = key.replace(/[_-]?(?:number|no)$/i, '');
  return /^\d+(?:[.-]\d+)?$/.test(value) ? `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${value}` : value;
}

/** `en`, `pt-BR`: the key of one wording of a text. */
export const languageTag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** A key that some part of a roadmap has. */
export function isFieldWord(word: string): boolean {
  return childKeys.has(word) || Object.values(parts).some((fields) => Object.hasOwn(fields, word));
}

export function kindOf(part: Part, field: string): FieldKind {
  return (parts[part] as { [field: string]: FieldKind })[field]!;
}
