// Mesh: what the cluster does with requests, as the functions of expressions.
import type { PlainMap } from '../formats/manifest/document.ts';
import { access } from './access.ts';
import type { LabFunctions } from './expressions.ts';
import { fullHost } from './hosts.ts';
import { mutualTlsMode } from './mutual-tls.ts';
import { normaliseResource, overlaid } from './normalise.ts';
import { policyExamples } from './policy-examples.ts';
import { isPartMatch } from './re2.ts';
import type { Resource } from './resource.ts';
import { route } from './routing.ts';
import { selects } from './selectors.ts';
import { trafficPolicyOf } from './traffic-policy.ts';

export const normalised = (object: PlainMap, namespace: string): PlainMap =>
  normaliseResource(object as unknown as Resource, namespace) as PlainMap;

/** Both normalised. */
export const together = (given: readonly PlainMap[], answer: readonly PlainMap[]): readonly PlainMap[] =>
  overlaid(given as unknown as readonly Resource[], answer as unknown as readonly Resource[]) as readonly PlainMap[];

export function meshFunctions(objects: readonly PlainMap[], namespace: string): LabFunctions {
  const cluster = { resources: objects as unknown as readonly Resource[], namespace };
  return {
    route: (request) => route(cluster, request) as unknown as PlainMap,
    access: (request) => access(cluster, request),
    named: (of) => policyExamples(cluster, of),
    mtls: (workload) => mutualTlsMode(cluster, workload),
    policy: (host, options) => trafficPolicyOf(cluster, host, options) as PlainMap,
    selects,
    host: fullHost,
    isPartMatch,
  };
}
