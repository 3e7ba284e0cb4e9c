// Levels: which level each topic stands on, written, inherited or inferred, and which levels a roadmap has.
import type { Draft, DraftSection, DraftTopic } from './draft.ts';
import { suggestedLevel, usualLevels } from './level-words.ts';
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

/** V2: own heading, else the nearest matching ancestor, else the level of the section before; the first section is junior.
 * Nothing is set, and false returned, where fewer than half of the sections match. */
function infer(roadmap: Draft): boolean {
  const guesses: Guess[] = [];
  let before: LevelId = usualLevels[0] as LevelId;
  const visit = (section: DraftSection, above: LevelId | null): void => {
    const own = suggestedLevel(firstWording(section.title));
    const level = own ?? above;
    if (section.children.some((child) => child.kind === 'topic')) {
      guesses.push({ section, level: level ?? before, matched: level !== null });
      before = level ?? before;
    } else guesses.push({ section, level, matched: false });
    for (const child of section.children) if (child.kind === 'section') visit(child, level);
  };
  for (const child of roadmap.children) if (child.kind === 'section') visit(child, null);
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
