// Reference layer: what the objects of an answer refer to and is not there. What may exist and is only not shown is no fault.
import type { JudgedProblem } from '../model/lab.ts';
import type { AnsweredCluster } from './answered-cluster.ts';
import type { Fault } from './fault.ts';
import { problemsOf } from './fault-problems.ts';
import { gatewayApiReferences } from './references/gateway-api.ts';
import { istioReferences } from './references/istio.ts';
import { policyReferences } from './references/policies.ts';
import type { ReferenceRule, View } from './references/view.ts';
import { type Cluster, groupKindOf, type Resource } from './resource.ts';
import type { Task } from './task.ts';

const rules: readonly ReferenceRule[] = [...istioReferences, ...policyReferences, ...gatewayApiReferences];

/** Every reference of an object that leads nowhere; the object is one of the cluster's. */
export function brokenReferences(resource: Resource, cluster: Cluster): readonly Fault[] {
  const view: View = { resource, cluster, faults: [] };
  for (const { kinds, check } of rules) if (kinds.includes(groupKindOf(resource))) check(view);
  return view.faults;
}

/** Those of the objects of an answer, among what is given and answered. */
export const referenceProblems = ({ answer }: Task, cluster: AnsweredCluster): readonly JudgedProblem[] =>
  problemsOf('reference', answer, (_, i) => brokenReferences(cluster.answered[i] as Resource, cluster));
