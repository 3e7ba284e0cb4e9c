// AnsweredCluster: what is in the cluster when an answer is applied to it, in normal form; made once for the layers that ask it.
import type { Manifest } from '../formats/manifest/document.ts';
import { normaliseResource, overlaid } from './normalise.ts';
import type { Cluster, Resource } from './resource.ts';
import type { Task } from './task.ts';

export interface AnsweredCluster extends Cluster {
  /** The objects of the answer in its order, also those in whose place others count. */
  readonly answered: readonly Resource[];
}

export function answeredCluster({ lab: { namespace }, given, answer }: Task): AnsweredCluster {
  const inNormalForm = ({ value }: Manifest): Resource => normaliseResource(value as unknown as Resource, namespace);
  const answered = answer.map(inNormalForm);
  return { answered, resources: overlaid(given.map(inNormalForm), answered), namespace };
}
