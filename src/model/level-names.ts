// LevelNames: the words that name a level in one roadmap: its own, or the usual ones (FORMATS V1).
import { once } from '../text/word-table.ts';
import { levelNamed, levelOfCode, levelOfPlain, onlyLevel } from './level-words.ts';
import { type Level, type LevelId, wordings } from './roadmap.ts';

/** The words that name a level in one roadmap: its own where it declares levels, else the usual ones (FORMATS V1). */
export interface LevelNames {
  /** Of a field, a column or the like, where nothing but a level is written. */
  named(word: string): LevelId | null;
  /** Of a heading of a table, with "level" or «уровень» at most. */
  title(title: string): LevelId | null;
  /** The same of a section, where codes count only in a series of them. */
  heading(title: string): LevelId | null;
  /** Of a tag, given without `#`: `junior`, `level/S3`, and codes as in headings. */
  tag(tag: string): LevelId | null;
  /** The levels of its own, lowest first; none where the usual ones hold. */
  readonly declared: readonly LevelId[];
}

/** Names of declared levels go by id and title, of two levels of one name the first; a usual word counts only where its level is
 * the id or title of a declared one, and means that one (FORMATS V1).
 * `isSeries` is asked when a heading or tag is a code: whether the file has a series of these. */
export function namesOf(levels: readonly Level[], isSeries: () => boolean = () => false): LevelNames {
  const own = new Map<string, LevelId>();
  for (const { id, title } of levels)
    for (const name of [id, ...wordings(title)].map((word) => word.trim().toLowerCase()))
      if (!own.has(name)) own.set(name, id);
  const ownNamed = (word: string): LevelId | undefined =>
    own.size === 0 ? undefined : own.get(word.trim().toLowerCase());
  const meant = (word: string, usualLevel: (word: string) => LevelId | null): LevelId | null => {
    const level = ownNamed(word);
    if (level !== undefined) return level;
    const usual = usualLevel(word);
    return usual === null || own.size === 0 ? usual : (own.get(usual) ?? null);
  };
  const named = (word: string): LevelId | null => meant(word, levelNamed);
  const plain = (word: string): LevelId | null => meant(word, levelOfPlain);
  const inSeries = once(isSeries);
  const counted = (word: string, level: LevelId | null): LevelId | null =>
    level === null || ownNamed(word) !== undefined || levelOfCode(word) === null || inSeries() ? level : null;
  return {
    named,
    title: (text) => ownNamed(text) ?? onlyLevel(text, plain),
    heading: (text) => ownNamed(text) ?? onlyLevel(text, (word) => counted(word, plain(word))),
    tag: (tag) => (/^level[/-]/i.test(tag) ? named(tag.slice(6)) : counted(tag, named(tag))),
    declared: levels.map(({ id }) => id),
  };
}
