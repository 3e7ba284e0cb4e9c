// Inputs: the shared files that people gave or published: what every promise about reading and writing has to hold for.
import { hasShared, type SharedFile, sharedFiles } from './shared.ts';

/** Seeds, public notes and the small inputs of single rules; none where the shared folder is not there. */
export function inputs(): SharedFile[] {
  return ['seeds', 'corpus', 'cases/reading'].flatMap((part) =>
    hasShared(part) ? sharedFiles(part, /\.(?:md|txt|ya?ml|json|org)$/) : [],
  );
}
