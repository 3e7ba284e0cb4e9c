// Levels: which level each topic stands on, written, inherited or inferred, and which levels a roadmap has.
import { plainWords } from '../text/plain-words.ts';
import type { Draft, DraftSection, DraftTopic } from './draft.ts';
import { levelNamed, suggestedLevel, usualLevels } from './level-words.ts';
import { firstWording, type Level, type LevelId } from './roadmap.ts';

/** Sets `level` on sections and topics and `levels` on the roadmap (FORMATS V1, V2). */
export function assignLevels(roadmap: Draft): void {
  const explicit = inherit(roadmap.children, null);
  if (explicit) roadmap.levelSource = 'explicit';
  else if (infer(roadmap)) roadmap.levelSource = 'inferred';
  const used = new Set<LevelId>(roadmap.projects.flatMap((project) => (project.level === null ? [] : [project.level])));
  collect(roadmap.children, used);
  roadmap.levels = ordered(roadmap.levels, used);
  if (roadmap.levels.length > 0 && roadmap.levelSource === null) roadmap.levelSource = 'explicit';
}

/** Hands written levels down; returns whether any was found. */
function inherit(nodes: readonly (DraftSection | DraftTopic)[], from: LevelId | null): boolean {
  let found = false;
  for (const node of nodes) {
    if (node.level !== null) found = true;
    else if (from !== null) {
      node.level = from;
      node.levelSource = 'inherited';
    }
    if (inherit(node.kind === 'topic' ? node.topics : node.children, node.level)) found = true;
  }
  return found;
}

interface Guess {
  readonly section: DraftSection;
  readonly level: LevelId | null;
  /** Own heading or an ancestor's suggested it. */
  readonly matched: boolean;
}

const namesLevel = (title: string): boolean =>
  plainWords(title)
    .split(' ')
    .some((word) => levelNamed(word) !== null);

const isSection = (node: DraftSection | DraftTopic): node is DraftSection => node.kind === 'section';

/** Without the numbers that tell `Practice 1` from `Practice 2`. */
const unnumbered = (title: string): string => plainWords(title).replace(/\d+/g, '').trim();

/** Titles below two sections or more, such as Theory and Practice below each week. */
function recurringTitles(roadmap: Draft): ReadonlySet<string> {
  const seen = new Set<string>();
  const recurring = new Set<string>();
  const visit = (section: DraftSection): void => {
    const below = section.children.filter(isSection);
    const titles = new Set(below.map((one) => unnumbered(firstWording(one.title))));
    for (const title of titles) (seen.has(title) ? recurring : seen).add(title);
    below.forEach(visit);
  };
  roadmap.children.filter(isSection).forEach(visit);
  return recurring;
}

/** V2: own heading, else the nearest matching ancestor, else the level of the sibling before it; the first section is junior.
 * Nothing is set, and false returned, where fewer than half of the sections match. */
function infer(roadmap: Draft): boolean {
  const guesses: Guess[] = [];
  const recurring = recurringTitles(roadmap);
  /** `above` was suggested by a heading; `before` only comes from a section before, and is handed on to siblings. */
  const visitAll = (sections: readonly DraftSection[], above: LevelId | null, first: LevelId): void => {
    let before = first;
    for (const section of sections) {
      const title = firstWording(section.title);
      const own = suggestedLevel(title);
      // Practice below each week tells the parts of a week apart; Advanced below each subject is a level all the same.
      const isPart = own === 'senior' && recurring.has(unnumbered(title)) && !namesLevel(title);
      const level = (isPart ? null : own) ?? above;
      before = level ?? before;
      const hasTopics = section.children.some((child) => child.kind === 'topic');
      guesses.push({ section, level: hasTopics ? before : level, matched: hasTopics && level !== null });
      visitAll(section.children.filter(isSection), level, before);
    }
  };
  visitAll(roadmap.children.filter(isSection), null, usualLevels[0] as LevelId);
  const counted = guesses.filter(({ section }) => section.children.some((child) => child.kind === 'topic'));
  if (counted.length === 0 || 2 * counted.filter((guess) => guess.matched).length < counted.length) return false;
  const below = (topics: readonly DraftTopic[], level: LevelId): void => {
    for (const topic of topics) {
      topic.level = level;
      topic.levelSource = 'inferred';
      below(topic.topics, level);
    }
  };
  for (const { section, level } of guesses) {
    if (level === null) continue;
    section.level = level;
    section.levelSource = 'inferred';
    below(
      section.children.filter((child): child is DraftTopic => child.kind === 'topic'),
      level,
    );
  }
  return true;
}

function collect(nodes: readonly (DraftSection | DraftTopic)[], used: Set<LevelId>): void {
  for (const node of nodes) {
    if (node.kind === 'topic' && node.level !== null) used.add(node.level);
    collect(node.kind === 'topic' ? node.topics : node.children, used);
  }
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
