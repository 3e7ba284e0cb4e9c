// LintTargets: the files and roadmaps that the words of a command line mean, folders read to the bottom.
import { type Diagnostic, diagnostic, nowhere } from '../errors.ts';
import { absolutePath, defaultRoadmap } from '../store/library.ts';
import { kindOf, walk } from '../store/walk.ts';
import type { LintedFile } from '../views/lint.ts';
import type { CommonOptions, Context } from './context.ts';

/** What is to be looked at: a file, or what `-r`, the environment or the default names. */
export interface Target {
  readonly roadmap: string | undefined;
  readonly shown: string;
  /** Found in a folder: the user did not name it, and it may be no roadmap. */
  readonly isWalked: boolean;
}

export interface Targets {
  /** Each file once, in the order of the words. */
  readonly targets: readonly Target[];
  /** Folders that could not be listed and links that are not followed, as findings. */
  readonly closed: readonly LintedFile[];
  /** The last folder among the words, as it was written; null without one. */
  readonly folder: string | null;
}

/** Files are named as they were typed; without a word it is the chosen roadmap. */
export function targetsOf(context: Context, words: readonly string[], options: CommonOptions): Targets {
  const { disk, library } = context;
  if (words.length === 0) {
    const { roadmap } = options;
    const shown = roadmap ?? context.roadmap?.value ?? defaultRoadmap;
    return { targets: [{ roadmap, shown, isWalked: false }], closed: [], folder: null };
  }
  const targets = new Map<string, Target>();
  const closed: LintedFile[] = [];
  let folder: string | null = null;
  for (const word of words) {
    const path = absolutePath(library.cwd, word.replace(/^(?:\.\/+)+/, ''));
    const kind = kindOf(disk, path);
    if (kind !== 'folder') {
      targets.set(path, { roadmap: kind === null ? word : path, shown: word, isWalked: false });
      continue;
    }
    folder = word;
    const below = walk(disk, path);
    const shownAs = (file: string): string =>
      word.replace(/(?<!\/)\/+$/, '') + file.slice(path.replace(/(?<!\/)\/+$/, '').length);
    for (const file of below.files)
      if (!targets.has(file)) targets.set(file, { roadmap: file, shown: shownAs(file), isWalked: true });
    for (const { path: file, cause } of below.closed)
      closed.push(alone(file, shownAs(file), diagnostic('unreadable', 'error', nowhere, { cause })));
    for (const { path: file, to } of below.outside)
      closed.push(alone(file, shownAs(file), diagnostic('link-outside', 'info', nowhere, { to })));
  }
  return { targets: [...targets.values()], closed, folder };
}

/** A file of which there is no text to show. */
export function alone(path: string, shown: string, ...found: Diagnostic[]): LintedFile {
  return { path, shown, roadmap: shown, found, lines: new Map() };
}
