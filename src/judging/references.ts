// Reference layer: what the objects of an answer name and is not there. It speaks only where it can know: what nobody showed may exist.
import type { JudgedProblem } from '../model/lab.ts';
import type { Fault } from './fault.ts';
import { normaliseResource, overlaid } from './normalise.ts';
import { gatewayApiReferences } from './references/gateway-api.ts';
import { istioReferences } from './references/istio.ts';
import { policyReferences } from './references/policies.ts';
import type { ReferenceRule, View } from './references/view.ts';
import { groupKindOf, type Resource } from './resource.ts';
import { saidOf } from './schema.ts';
import { problemAt, type Task } from './task.ts';

const rules: readonly ReferenceRule[] = [...istioReferences, ...policyReferences, ...gatewayApiReferences];

/** Every reference of an object that leads nowhere. Both in normal form, the object among all. */
export function brokenReferences(resource: Resource, all: readonly Resource[]): readonly Fault[] {
  const view: View = { resource, all, faults: [] };
  for (const { kinds, check } of rules) if (kinds.includes(groupKindOf(resource))) check(view);
  return view.faults;
}

/** Those of the objects of an answer, among what is given and answered. */
export function referenceProblems({ lab, answer, given }: Task): readonly JudgedProblem[] {
  const inNormalForm = (value: unknown): Resource => normaliseResource(value as Resource, lab.namespace);
  const answered = answer.map(({ value }) => inNormalForm(value));
  const all = overlaid(
    given.map(({ value }) => inNormalForm(value)),
    answered,
  );
  return answered.flatMap((resource, i) =>
    brokenReferences(resource, all).map((fault) =>
      problemAt('reference', answer[i] as Task['answer'][number], fault.path, saidOf(fault), fault.at),
    ),
  );
}
