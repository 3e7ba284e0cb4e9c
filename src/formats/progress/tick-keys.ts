// TickKeys: by what the lines of a progress file could belong to a topic, found without reading most files as Markdown.
import { normalTitle } from '../../model/identity.ts';
import { firstWording, type Roadmap, type Topic } from '../../model/roadmap.ts';
import { allTopics } from '../../model/tree.ts';
import { progressIn } from './clear.ts';
import { readHead } from './head.ts';
import { idIn } from './read.ts';

/**
 * The ids of the lines, and the first words of their titles in normal form. A line belongs to a topic only by its id or by an equal
 * title (FORMATS P4), so where a roadmap shares no key with a file, none of the file's ticks is one of its topics'.
 */
export function tickKeys(text: string): ReadonlySet<string> {
  return keysOfPlain(text) ?? keysAsRead(text);
}

/** Whether a topic has one of the keys. Its id must have been given out. */
export function hasTopicOf(keys: ReadonlySet<string>, roadmap: Roadmap): boolean {
  return allTopics(roadmap).some(
    ({ id, formerly, title }) =>
      keys.has(idKey(id)) ||
      formerly.some((one) => keys.has(idKey(one))) ||
      wordingsOf(title).some((one) => keys.has(titleKey(one))),
  );
}

const idKey = (id: string): string => `id ${id}`;
const wordKey = (word: string): string => `title ${word}`;

function titleKey(title: string): string {
  const normal = normalTitle(title);
  const gap = normal.indexOf(' ');
  return wordKey(gap < 0 ? normal : normal.slice(0, gap));
}

function wordingsOf(title: Topic['title']): readonly string[] {
  return typeof title === 'string' ? [firstWording(title)] : Object.values(title);
}

/** A tick as the program writes it, to the end of the first word of its title; what follows cannot become a part of that word. */
const plainTick = /^[ \t]*- \[[ xX/-]\] (?:(p?\d+)(?:\.\d+)*[ \t]+)?(?!p?\d+[ \t])([a-z0-9а-яё]+)[,:]?(?=[ \t]|$)/i;
/** A lab is no topic, so its line is no key. */
const plainLab = /^[ \t]*- \[[ xX]\] lab:/;
const plainHeading = /^#{1,6} [^[\]<]*$/;

/** Null where a line may be something else than a tick, a heading or blank. */
function keysOfPlain(text: string): ReadonlySet<string> | null {
  // A field in brackets may hold an id, and a lone CR ends a line.
  if (text.includes('::') || /\r(?!\n)/.test(text)) return null;
  const keys = new Set<string>();
  const lineEnd = /\r?\n|$/g;
  for (let start = readHead(text).bodyStart; start < text.length; start = lineEnd.lastIndex) {
    lineEnd.lastIndex = start;
    const line = text.slice(start, lineEnd.exec(text)?.index);
    const [, address, word] = plainTick.exec(line) ?? [];
    if (word === undefined) {
      if (plainLab.test(line) && idIn(line) === null) continue;
      if (line.trim() !== '' && !plainHeading.test(line)) return null;
      continue;
    }
    for (const one of [address, word]) if (one !== undefined) keys.add(wordKey(one.toLowerCase().replaceAll('ё', 'е')));
    const found = idIn(line);
    for (const id of found === null ? [] : [found.id, found.bare]) if (id !== null) keys.add(idKey(id));
  }
  return keys;
}

function keysAsRead(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { id, idWithMarks, title, written } of progressIn(text).ticks) {
    for (const one of [id, idWithMarks]) if (one !== null && one !== undefined) keys.add(idKey(one));
    for (const one of [title, written]) keys.add(titleKey(one));
  }
  return keys;
}
