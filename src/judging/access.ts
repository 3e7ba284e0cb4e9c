// Access: what AuthorizationPolicies and RequestAuthentications decide of a request.
import { type AccessRequest, readAccessRequest } from './access-request.ts';
import { doesRuleFit } from './access-rules.ts';
import { policiesFor } from './policy-targets.ts';
import { tokenOf } from './request-authentication.ts';
import { type Cluster, type Fields, mapsAt, namespaceOf, type Resource, textAt } from './resource.ts';

/**
 * `ALLOW`, `DENY`, or `CUSTOM:PROVIDER` where that provider decides. Request: `at` (sidecar, ztunnel, waypoint, gateway), `namespace` and
 * `labels` of the workload, `gateway`, `service` and `serviceEntry` for `targetRefs`; `principal`, `ip`, `remoteIp`, `jwt`; `protocol`
 * (http, tcp), `method`, `path`, `host`, `port` of the workload, `sni`, `headers`. Throws `RequestError`.
 */
export function access(cluster: Cluster, request: Fields): string {
  const read = readAccessRequest(cluster, request);
  const { isRefused, claims } = tokenOf(cluster, read);
  if (isRefused) return 'DENY';
  const policies = policiesFor(cluster, 'AuthorizationPolicy', read).filter((policy) => isEnforced(policy, read));
  const fits = (policy: Resource): boolean =>
    mapsAt(policy, 'spec', 'rules').some((rule) =>
      doesRuleFit(rule, { request: read, claims, namespace: namespaceOf(policy) }, textAt(policy, 'spec', 'action')),
    );
  const by = (action: string): Resource[] => policies.filter((policy) => textAt(policy, 'spec', 'action') === action);
  const allowing = by('ALLOW');
  // Istio, AuthorizationPolicy: the order is CUSTOM, DENY, ALLOW; where a provider agrees the others still decide.
  if (by('DENY').some(fits) || (allowing.length > 0 && !allowing.some(fits))) return 'DENY';
  const asked = by('CUSTOM').find(fits);
  return asked === undefined ? 'ALLOW' : `CUSTOM:${textAt(asked, 'spec', 'provider', 'name')}`;
}

/** Istio: a dry run changes nothing; ztunnel knows ALLOW and DENY only. */
function isEnforced(policy: Resource, request: AccessRequest): boolean {
  if (textAt(policy, 'metadata', 'annotations', 'istio.io/dry-run') === 'true') return false;
  return request.at !== 'ztunnel' || ['ALLOW', 'DENY'].includes(textAt(policy, 'spec', 'action'));
}
