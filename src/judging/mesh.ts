// Mesh: what the cluster does with requests, as the functions of expressions.
import type { PlainMap } from '../formats/manifest/document.ts';
import { access } from './access.ts';
import type { LabFunctions } from './expressions.ts';
import { fullHost } from './hosts.ts';
import { mutualTlsMode } from './mutual-tls.ts';
import { policyExamples } from './policy-examples.ts';
import { isPartMatch } from './re2.ts';
import type { Cluster } from './resource.ts';
import { route } from './routing.ts';
import { selects } from './selectors.ts';
import { trafficPolicyOf } from './traffic-policy.ts';

export function meshFunctions(cluster: Cluster): LabFunctions {
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
