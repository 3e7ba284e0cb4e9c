// Levels: which level each topic has, written, inherited or inferred, and which levels a roadmap has.
import { plainWords } from '../text/plain-words.ts';
import { once } from '../text/word-table.ts';
import type { Draft } from './draft.ts';
import { levelNamed, suggestedLevel } from './level-words.ts';
import { firstWording, type Level, type LevelId, usualLevels } from './roadmap.ts';
import { flag, internLevel, type TableSection, type TopicTable } from './topic-table.ts';

/** Sets `level` on sections and rows and `levels` on the roadmap (FORMATS V1, V2). */
export function assignLevels(roadmap: Draft, table: TopicTable): void {
  if (hasWritten(table)) {
    inherit(table);
    roadmap.levelSource = 'explicit';
  } else if (infer(table)) roadmap.levelSource = 'inferred';
  const used = new Set<LevelId>(roadmap.projects.flatMap((project) => (project.level === null ? [] : [project.level])));
  for (const id of usedLevels(table)) used.add(id);
  roadmap.levels = ordered(roadmap.levels, used);
  if (roadmap.levels.length > 0 && roadmap.levelSource === null) roadmap.levelSource = 'explicit';
}

function hasWritten({ sections, levelIds }: TopicTable): boolean {
  return levelIds.length > 0 || sections.some(({ level }) => level !== null);
}

/** Hands written levels down (V1). */
function inherit(table: TopicTable): void {
  const { sections, sectionParent } = table;
  sections.forEach((section, index) => {
    const above = sections[sectionParent[index] as number]?.level ?? null;
    if (section.level !== null || above === null) return;
    section.level = above;
    section.levelSource = 'inherited';
  });
  handDown(table, flag.inherited);
}

/** Gives rows without a level that of the topic above them, else of their section. */
function handDown({ count, level, parent, section, flags, sections, levelIds }: TopicTable, source: number): void {
  const ofSection = sections.map(({ level: id }) => (id === null ? -1 : internLevel(levelIds, id)));
  for (let row = 0; row < count; row++) {
    if ((level[row] as number) >= 0) continue;
    const above = parent[row] as number;
    const found = above >= 0 ? (level[above] as number) : (ofSection[section[row] as number] ?? -1);
    if (found < 0) continue;
    level[row] = found;
    (flags[row] as number) |= source;
  }
}

/** Gives sections and what is in them the levels that their titles suggest; false where too few suggest one (V2). */
function infer(table: TopicTable): boolean {
  const { sections } = table;
  const guessed = guessLevels({ sections, parent: table.sectionParent, hasTopics: sectionsWithTopics(table) });
  if (guessed === null) return false;
  guessed.forEach((level, index) => {
    if (level === null) return;
    const section = sections[index] as TableSection;
    section.level = level;
    section.levelSource = 'inferred';
  });
  handDown(table, flag.inferred);
  return true;
}

/** The sections of a roadmap in document order. */
interface Outline {
  readonly sections: readonly TableSection[];
  /** Index of the section above each; -1 at the root. */
  readonly parent: Int32Array;
  /** 1 for a section with topics of its own, not only in its subsections. */
  readonly hasTopics: Uint8Array;
}

const namesLevel = (title: string): boolean =>
  plainWords(title)
    .split(' ')
    .some((word) => levelNamed(word) !== null);

/** Without the numbers that tell `Practice 1` from `Practice 2`. */
const unnumbered = (title: string): string => plainWords(title).replace(/\d+/g, '').trim();

/** Titles below two sections or more, such as Theory and Practice below each week. */
function recurringTitles({ sections, parent }: Outline): ReadonlySet<string> {
  const firstParent = new Map<string, number>();
  const recurring = new Set<string>();
  sections.forEach((section, index) => {
    const above = parent[index] as number;
    if (above < 0) return;
    const title = unnumbered(firstWording(section.title));
    const first = firstParent.get(title);
    if (first === undefined) firstParent.set(title, above);
    else if (first !== above) recurring.add(title);
  });
  return recurring;
}

/**
 * V2: own heading, else the nearest matching ancestor, else the level of the sibling before it; the first section is junior. Null where
 * fewer than half of the sections that have topics match.
 */
function guessLevels(outline: Outline): (LevelId | null)[] | null {
  const { sections, parent, hasTopics } = outline;
  const recurring = once(() => recurringTitles(outline));
  /** By own heading or an ancestor's. */
  const matched: (LevelId | null)[] = [];
  const guessed: (LevelId | null)[] = [];
  /** What the next section below each one has without a match of its own; below the root the last. */
  const before: LevelId[] = [];
  const root = sections.length;
  before[root] = usualLevels[0] as LevelId;
  const counted = hasTopics.reduce((sum, one) => sum + one, 0);
  let misses = 0;
  for (let index = 0; index < sections.length; index++) {
    const above = parent[index] as number;
    const own = ownLevel(firstWording((sections[index] as TableSection).title), recurring);
    const level = own ?? matched[above] ?? null;
    const siblings = above < 0 ? root : above;
    const handed = level ?? (before[siblings] as LevelId);
    before[siblings] = before[index] = handed;
    matched.push(level);
    guessed.push(hasTopics[index] === 0 ? level : handed);
    if (hasTopics[index] === 1 && level === null) misses++;
    // Of thousands of sections half are never asked.
    if (2 * misses > counted) return null;
  }
  return counted === 0 ? null : guessed;
}

/** Practice below each week tells the parts of a week apart and is no level; Advanced below each subject is one all the same. */
function ownLevel(title: string, recurring: () => ReadonlySet<string>): LevelId | null {
  const level = suggestedLevel(title);
  const isPart = level === 'senior' && recurring().has(unnumbered(title)) && !namesLevel(title);
  return isPart ? null : level;
}

function sectionsWithTopics({ count, section, parent, sections }: TopicTable): Uint8Array {
  const found = new Uint8Array(sections.length);
  for (let row = 0; row < count; row++) if (parent[row] === -1) found[section[row] as number] = 1;
  return found;
}

/** The levels that topics have, in document order of their first topic. */
function usedLevels({ count, level, levelIds }: TopicTable): Set<LevelId> {
  const used = new Set<LevelId>();
  for (let row = 0; row < count && used.size < levelIds.length; row++) {
    const id = levelIds[level[row] as number];
    if (id !== undefined) used.add(id);
  }
  return used;
}

/** Declared levels keep their order; levels that are merely used join them in the usual order. */
function ordered(declared: readonly Level[], used: ReadonlySet<LevelId>): Level[] {
  const known = new Set(declared.map((level) => level.id));
  const rank = (id: LevelId): number => (usualLevels.includes(id) ? usualLevels.indexOf(id) : usualLevels.length);
  const others = [...used].filter((id) => !known.has(id)).sort((a, b) => rank(a) - rank(b));
  const added = others.map((id): Level => ({ id, title: id.charAt(0).toUpperCase() + id.slice(1), rubric: null }));
  if (declared.length === 0) return added;
  const all = [...declared, ...added];
  // Usual names keep their usual order even when only some of them were declared.
  return declared.every((level) => usualLevels.includes(level.id)) ? all.sort((a, b) => rank(a.id) - rank(b.id)) : all;
}
