// LabPresence: whether a roadmap may have labs, and those of some topics; what finds labs is loaded only then.
import { isUserError } from '../errors.ts';
import type { Topic } from '../model/roadmap.ts';
import { hasCounterparts } from '../model/topic-table.ts';
import { labFolder } from '../store/lab-files.ts';
import { exists } from '../store/library.ts';
import type { Context } from './context.ts';
import type { LabEntry } from './lab-finder.ts';
import type { Loaded } from './load.ts';

/** Bundled labs belong to bundled roadmaps and to topics that are the same; others are in a folder beside the roadmap. */
export function mayHaveLabs({ disk }: Context, { files: { found }, own }: Pick<Loaded, 'files' | 'own'>): boolean {
  return found.kind === 'bundled' || hasCounterparts(own) || exists(disk, labFolder(found.path));
}

/** The labs of each of these topics. Labs that cannot be read are no reason to show no topic: `lab` says why. */
export async function labsFor(
  context: Context,
  loaded: Loaded,
  topics: readonly Topic[],
): Promise<(topic: Topic) => readonly LabEntry[]> {
  const all = topics.length === 0 ? [] : await labsOf(context, loaded, topics);
  return (topic) => all.filter(({ topicOf }) => topicOf === topic);
}

/** Those of some topics, or of all. */
export async function labsOf(
  context: Context,
  loaded: Loaded,
  topics?: readonly Topic[],
): Promise<readonly LabEntry[]> {
  if (!mayHaveLabs(context, loaded)) return [];
  const { findLabs } = await import('./lab-finder.ts');
  try {
    return (await findLabs(context, loaded, topics)).all;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [];
  }
}
