// Remembering: which topics a roadmap has is written down whenever its progress file is, for the next `reconcile`.
import { knownAs } from '../model/known-topic.ts';
import { topicsById } from '../model/tree.ts';
import { writeKnownTopics } from '../store/known-topics.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';

/**
 * Nothing while a tick has no topic: what it was linked to is then still to be found out, and what is known of the time
 * before helps to. Nothing for ticks in the note, which go wherever its lines go. Never throws.
 */
export function remember(
  { disk, places }: Context,
  {
    own,
    overlaid,
    progress,
  }: Pick<Loaded, 'own' | 'overlaid'> & { readonly progress: { readonly path: string } | null },
): void {
  if (progress === null || progress.path === '' || overlaid.orphans.length > 0) return;
  writeKnownTopics(disk, places.state, progress.path, [...topicsById(own).values()].map(knownAs));
}
