// LabChoice: which labs a word means: one by its name, or those of a topic or section.
import { UserError as Failure, isUserError, type UserError } from '../errors.ts';
import type { Topic } from '../model/roadmap.ts';
import { nearestWord } from '../text/nearest.ts';
import { drawError } from '../views/problem.ts';
import type { CommonOptions, Context } from './context.ts';
import { bundledHome, findLabs, type LabEntry } from './lab-finder.ts';
import { type Loaded, load } from './load.ts';
import { isFile, selectingAll } from './selecting.ts';
import { withSentences } from './theme-with-sentences.ts';

export interface ChosenLabs {
  readonly loaded: Loaded;
  readonly labs: readonly LabEntry[];
  /** All of the roadmap. */
  readonly all: readonly LabEntry[];
  /** Nothing was named, so these are all. */
  readonly isWhole: boolean;
  /** Labs of one's own that cannot be used. */
  readonly unusable: readonly UserError[];
}

/** Throws `no-lab`, `lab-first`, and what reading throws; where the lab that is named cannot be used, why. */
export async function chooseLabs(
  context: Context,
  word: string | undefined,
  options: CommonOptions,
): Promise<ChosenLabs> {
  const loaded = await load(context, options);
  const { all, unusable } = await findLabs(context, loaded);
  if (word === undefined) return { loaded, labs: all, all, isWhole: true, unusable };
  const named = all.find(({ id }) => id === word) ?? all.find(({ id }) => id.toLowerCase() === word.toLowerCase());
  const labs = named === undefined ? await labsAt(context, loaded, word, all, unusable) : [named];
  return { loaded, labs, all, isWhole: false, unusable: [] };
}

/** The labs of the topics that a selector names. */
async function labsAt(
  context: Context,
  loaded: Loaded,
  word: string,
  all: readonly LabEntry[],
  unusable: readonly UserError[],
): Promise<readonly LabEntry[]> {
  const fault = unusable.find(({ args }) => idOf(args) === word);
  if (fault !== undefined) throw fault;
  const on = bundledHome(context, word);
  if (isFile(context, word)) throw new Failure('lab-first', { file: word, example: all[0]?.id ?? 'ID' });
  const near = nearestWord(
    word,
    all.map(({ id }) => id),
  );
  const nearest = near === null ? [] : [near];
  if (on !== null || nearest.length > 0) throw new Failure('no-lab', { word, nearest, on, topic: null });
  let topics: readonly Topic[];
  try {
    topics = selectingAll(context, loaded.roadmap)(word).flatMap((one) => one.topics);
  } catch (error) {
    if (!isUserError(error) || error.code !== 'no-match') throw error;
    throw new Failure('no-lab', { word, nearest, on, topic: null });
  }
  // A lab of several topics is found by each of them.
  const labs = (await findLabs(context, loaded, [...new Set(topics)])).all;
  if (labs.length === 0)
    throw new Failure('no-lab', { word, nearest: [], on: null, topic: topics[0]?.address ?? word });
  return labs;
}

/** The name of the file that a failure is about, without its ending. */
function idOf(args: UserError['args']): string | null {
  if (!('file' in args) || typeof args.file !== 'string') return null;
  return args.file.slice(args.file.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, '');
}

/** What a list says of labs that cannot be used: the others can be all the same. */
export async function sayUnusable(context: Context, unusable: readonly UserError[]): Promise<void> {
  const theme = await withSentences(context);
  for (const error of unusable) context.err(drawError(error, theme));
}
