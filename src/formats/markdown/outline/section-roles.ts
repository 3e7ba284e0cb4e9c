// Role: what a section is for when it is not there to be studied: prerequisites, resources, contents and the like (FORMATS S4).
import { plainWords } from '../../../text/plain-words.ts';
import { once, phraseMap, phraseOpening, phraseSet, type WordTable } from '../../../text/word-table.ts';
import { otherRoles } from '../../words/other-roles.ts';
import type { Role } from '../../words/roles.ts';
import * as near from '../../words/roles.ts';

/** What roles of some scripts are called. */
const wordsOf = (
  titles: { readonly [role in Role]: WordTable },
  before: WordTable,
  behind: WordTable,
  ofItself: WordTable = {},
) => ({
  titles: phraseMap(titles),
  mayOpen: phraseOpening([...Object.values(titles), before, ofItself]),
  before: phraseSet(before),
  behind: phraseSet(behind),
});
const nearWords = wordsOf(near.roleTitles, near.beforeRole, near.behindRole, near.beforeItself);
const otherWords = once(() => {
  const { titles, before, behind } = otherRoles();
  return wordsOf(titles, before, behind);
});

/** The words for a text in the script of its first letter: Latin, Cyrillic, or another; Vietnamese has Latin letters behind the others. */
function wordsFor(text: string) {
  const code = text.charCodeAt(0);
  const isNear = code < 0x370 || (code >= 0x400 && code < 0x590) || (code >= 0x1e00 && code < 0x1f00);
  return isNear ? nearWords : otherWords();
}

/** Of both, those of languages that put no blanks between words, longer ones first. */
const unspaced = (words: ReadonlySet<string>): string[] =>
  [...words].filter(isUnspaced).sort((a, b) => b.length - a.length);
const unspacedBefore = once(() => unspaced(otherWords().before()));
const unspacedBehind = once(() => unspaced(otherWords().behind()));
const after = phraseSet(near.afterRole);
const beforeItself = phraseSet(near.beforeItself);
const itself = phraseSet(near.itself);
const itselfAlone = phraseSet(near.itselfAlone);
const toItself = phraseSet(near.toItself);

/** «Resources for X» is about X; «Introduction to X» and «Description of X» are chapters. */
const mayNameItsSubject: ReadonlySet<Role> = new Set(['resources', 'prerequisites', 'certifications']);

/** «Tips (for the exam)» are tips; «Introduction (to knots)» is a chapter. */
const mayHaveAside: ReadonlySet<Role> = new Set([...mayNameItsSubject, 'advice']);

/** «Goals of this course» are about the course; «Contents of this course» are the course, and «Introduction to it» its first lesson. */
const mayBeOfItself: ReadonlySet<Role> = new Set(['description', 'advice', 'author', 'support', 'license', 'legend']);

const year = /(?: in)? 20\d\d$/;

/** The role of a readable title; a number before it means that it is part of the course, so the caller does not ask then. */
export function roleOf(title: string): Role | null {
  if (title.length > 80) return null;
  // «Resources 2026», `How to use in 2026`: the year changes nothing.
  const clean = plainWords(title.includes('&') ? title.replaceAll('&', ' and ') : title).replace(year, '');
  if (clean === '' || clean.length > 60) return null;
  if (!isUnspaced(clean) && !wordsFor(clean).mayOpen(clean.split(' ', 1)[0] as string)) return null;
  return (
    roleNamed(clean) ??
    roleOfItself(clean.split(' ')) ??
    roleBeforeAside(title) ??
    roleOfAll(title, [/[,/&+、،]/, /(?<=\s)(?:and|и|й|y|und|et|e|i|та|і)(?=\s)/i])
  );
}

/** The role that a title is enough for: advice is advice only beside what it is about (`settleAdvice`). */
export function roleByTitle(title: string): Role | null {
  const role = roleOf(title);
  return role === 'advice' ? null : role;
}

/** «Resources (optional)»: what is in brackets is what they are about, or how much they matter. */
function roleBeforeAside(title: string): Role | null {
  const at = /[)）]$/.test(title) ? title.search(/[(（]/) : -1;
  const role = at > 0 ? roleNamed(plainWords(title.slice(0, at))) : null;
  return role !== null && mayHaveAside.has(role) ? role : null;
}

/** «Resources, forums» is one role when each part is a role; parts of parts are joined by the next separator. */
function roleOfAll(text: string, [separator, ...others]: readonly RegExp[]): Role | null {
  if (separator === undefined) return null;
  const parts = text.split(separator).filter((part) => plainWords(part) !== '');
  if (parts.length < 2) return roleOfAll(text, others);
  const roles = parts.map((part) => roleNamed(plainWords(part)) ?? roleOfAll(part, others));
  return roles.every((role) => role !== null) ? (roles[0] as Role) : null;
}

/** Chinese, Japanese and Korean, the last also where it has blanks. */
export function isUnspaced(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x3040 && code < 0xd800;
}

/** The text behind an adjective of one or two words; null where it opens with none. */
function withoutFirst(text: string): string | null {
  const words = text.split(' ');
  for (let count = 1; count < words.length && count < 3; count++)
    if (wordsFor(text).before().has(words.slice(0, count).join(' '))) return words.slice(count).join(' ');
  const word = isUnspaced(text) ? unspacedBefore().find((one) => text.startsWith(one) && text !== one) : undefined;
  return word === undefined ? null : text.slice(word.length).trimStart();
}

/** The text before an adjective of one or two words; null where it ends with none. */
function withoutLast(text: string): string | null {
  const words = text.split(' ');
  for (let count = 1; count < words.length && count < 3; count++)
    if (wordsFor(text).behind().has(words.slice(-count).join(' '))) return words.slice(0, -count).join(' ');
  const word = isUnspaced(text) ? unspacedBehind().find((one) => text.endsWith(one) && text !== one) : undefined;
  return word === undefined ? null : text.slice(0, -word.length).trimEnd();
}

function roleNamed(text: string): Role | null {
  for (let rest: string | null = text; rest !== null; rest = withoutFirst(rest))
    for (let inner: string | null = rest; inner !== null; inner = withoutLast(inner)) {
      const role = wordsFor(inner).titles().get(inner) ?? roleOfSubject(inner.split(' '));
      if (role !== null) return role;
    }
  return null;
}

/** «실기 자료», `Haskell resources`: the last word is one for resources, or in a language without blanks the end is. */
export function namesResources(title: string): boolean {
  const text = plainWords(title);
  const last = text.slice(text.lastIndexOf(' ') + 1);
  if (roleNamed(last) === 'resources') return last !== text;
  const { length } = last;
  return (
    isUnspaced(last) &&
    [2, 3, 4].some((end) => end < length && wordsFor(last).titles().get(last.slice(-end)) === 'resources')
  );
}

/** `resources for violinists`, `software used for sails`: a word that may follow a role can be a part of its name as well. */
function roleOfSubject(words: readonly string[]): Role | null {
  for (let tail = 1; tail < words.length - 1; tail++) {
    if (!after().has(words[tail] as string) && !after().has(`${words[tail]} ${words[tail + 1]}`)) continue;
    const role = wordsFor(words[0] as string)
      .titles()
      .get(words.slice(0, tail).join(' '));
    if (role !== undefined && mayNameItsSubject.has(role)) return role;
  }
  return null;
}

/** `how to read this guide`, «цели курса»: what is before the words for the note itself or the course that it describes. */
function roleOfItself(words: readonly string[]): Role | null {
  for (let count = 1; count < words.length && count < 5; count++) {
    const tail = words.slice(-count);
    if (!itselfAlone().has(tail.join(' ')) && !isThis(tail)) continue;
    const opening = words.slice(0, -count).join(' ');
    const role = beforeItself().has(opening) ? 'description' : roleNamed(opening);
    if (role !== null && mayBeOfItself.has(role)) return role;
  }
  return null;
}

/** `this list`, `of this study plan` */
function isThis(words: readonly string[]): boolean {
  return [1, 2].some(
    (link) => toItself().has(words.slice(0, link).join(' ')) && itself().has(words.slice(link).join(' ')),
  );
}

/** These cover only what is directly under them; sections below them are the course (FORMATS S4). */
export function coversOnlyItsOwnText(role: Role): boolean {
  return role === 'description' || role === 'introduction' || role === 'contents';
}
