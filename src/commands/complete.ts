// Complete: the words that a roadmap, the configuration or a folder has for the place of the cursor.

import { isUserError } from '../errors.ts';
import { mayBeRoadmap } from '../formats/registry.ts';
import type { Roadmap, Status } from '../model/roadmap.ts';
import { topicWords } from '../model/topic-words.ts';
import { allTopics } from '../model/tree.ts';
import { absolutePath, namedFiles } from '../store/library.ts';
import { kindOf } from '../store/walk.ts';
import { homeExpanded } from '../text/home.ts';
import type { CommonOptions, Context } from './context.ts';
import { load } from './load.ts';

/** A word to type, and what describes it. */
export interface Completion {
  readonly value: string;
  readonly description: string;
  /** Of a topic its state, of a section how much of it is done: never cut off. */
  readonly mark?: string;
}

export interface Question {
  readonly source: 'selectors' | 'levels' | 'tags' | 'labs';
  readonly typed: string;
  /** The command that the word is for, and the words that it has already. */
  readonly command: string | null;
  readonly operands: readonly string[];
}

/** Of topics the states that a command moves; every other command is for all. */
const movable: Readonly<Record<string, readonly Status[]>> = {
  done: ['todo', 'doing'],
  start: ['todo'],
  skip: ['todo', 'doing'],
  reopen: ['done', 'doing', 'skipped'],
};

/** None where the roadmap cannot be read. */
export async function wordsOfRoadmap(
  context: Context,
  options: CommonOptions,
  question: Question,
): Promise<Completion[]> {
  if (question.source === 'labs') return labNames(context, options, question.typed);
  let roadmap: Roadmap;
  try {
    ({ roadmap } = await load(context, options, { withIds: false, withTexts: false }));
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [];
  }
  const { source, typed } = question;
  if (source === 'selectors') return selectorsIn(context, roadmap, question);
  const words =
    source === 'levels'
      ? roadmap.levels.map(({ id, title }) => ({ value: id, description: context.theme.say(title) }))
      : [...new Set(allTopics(roadmap).flatMap(({ tags }) => tags))]
          .sort()
          .map((value) => ({ value, description: '' }));
  return words.filter(({ value }) => value.startsWith(typed));
}

/** Those of the roadmap, each with its state. */
async function labNames(context: Context, options: CommonOptions, typed: string): Promise<Completion[]> {
  const { findLabs } = await import('./lab-finder.ts');
  const { theme } = context;
  try {
    const { all } = await findLabs(context, await load(context, options));
    return all
      .filter(({ id }) => id.startsWith(typed))
      .map(({ id, title, passed }) => ({
        ...{ value: id, description: theme.say(title), mark: theme.symbol(passed ? 'done' : 'todo') },
      }));
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [];
  }
}

function selectorsIn({ theme }: Context, roadmap: Roadmap, question: Question): Completion[] {
  const { command, operands, typed } = question;
  const states = movable[command ?? ''] ?? null;
  return topicWords(roadmap, typed, states)
    .filter(({ address }) => !operands.includes(address))
    .map(({ value, title, status, done, total }) => ({
      value,
      description: theme.say(title),
      mark: status === null ? `${done}/${total}` : theme.symbol(status),
    }));
}

/** Names that `-r` takes: those of the user's own, then `bundled`. */
export function roadmapNames({ library }: Context, bundled: readonly Completion[], typed: string): Completion[] {
  const own = namedFiles(library).map(({ name, path }) => ({ value: name, description: path }));
  const start = typed.toLowerCase();
  return [...own, ...bundled].filter(({ value }) => value.toLowerCase().startsWith(start));
}

/** The names of files that begin as typed, folders with a `/` behind; `isRoadmap` leaves out what can be none. */
export function filesBeginning({ disk, library }: Context, typed: string, isRoadmap: boolean): string[] {
  const { cwd, home } = library;
  const start = typed.slice(0, typed.lastIndexOf('/') + 1);
  const name = typed.slice(start.length);
  const folder = homeExpanded(start, home) ?? absolutePath(cwd, start);
  let names: string[];
  try {
    names = disk.readdir(folder);
  } catch {
    return [];
  }
  const found = names.filter((one) => one.startsWith(name) && (name.startsWith('.') || !one.startsWith('.')));
  return found.sort().flatMap((one) => {
    // What cannot be written in one line of the answer cannot be completed either.
    if (/[\n\ufffd]/.test(one)) return [];
    const kind = kindOf(disk, `${folder}/${one}`);
    if (kind === 'folder') return [`${start}${one}/`];
    return kind === 'file' && (!isRoadmap || mayBeRoadmap(one)) ? [start + one] : [];
  });
}
