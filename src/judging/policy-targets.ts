// Which proxies a policy of Istio is for: by namespace, by labels, by `targetRefs`.
import type { AccessRequest } from './access-request.ts';
import {
  type Cluster,
  type Fields,
  mapsAt,
  namespaceOf,
  type Resource,
  resourcesOf,
  rootNamespaceOf,
  textAt,
  valueAt,
} from './resource.ts';
import { selects } from './selectors.ts';

/** All of a kind that are for the proxy that decides on the request: AuthorizationPolicies and RequestAuthentications go by the same rules. */
export const policiesFor = (cluster: Cluster, kind: string, request: AccessRequest): readonly Resource[] =>
  resourcesOf(cluster, `security.istio.io/${kind}`).filter((policy) => isFor(cluster, policy, request));

function isFor(cluster: Cluster, policy: Resource, request: AccessRequest): boolean {
  const targets = mapsAt(policy, 'spec', 'targetRefs');
  const isGateway = request.at === 'waypoint' || (request.at === 'gateway' && request.gateway !== '');
  // Istio: a sidecar and ztunnel pass over policies with `targetRefs`, a waypoint those without.
  if (targets.length > 0) return isGateway && targets.some((target) => isTarget(cluster, policy, target, request));
  return request.at !== 'waypoint' && isSelected(cluster, policy, request);
}

/** Istio: the root namespace is for the whole mesh, also with a selector. */
function isSelected(cluster: Cluster, policy: Resource, request: AccessRequest): boolean {
  const namespace = namespaceOf(policy);
  if (namespace !== request.namespace && namespace !== rootNamespaceOf(cluster)) return false;
  return selects(valueAt(policy, 'spec', 'selector', 'matchLabels'), request.labels);
}

function isTarget(cluster: Cluster, policy: Resource, target: Fields, request: AccessRequest): boolean {
  const name = textAt(target, 'name');
  const namespace = namespaceOf(policy);
  const isOwn = ['', namespace].includes(textAt(target, 'namespace'));
  switch (`${textAt(target, 'group')}/${textAt(target, 'kind')}`) {
    case 'gateway.networking.k8s.io/Gateway':
      return isOwn && `${namespace}/${name}` === request.gateway;
    case '/Service':
      return request.at === 'waypoint' && namespace === request.namespace && name === request.service;
    case 'networking.istio.io/ServiceEntry':
      return request.at === 'waypoint' && namespace === request.namespace && name === request.serviceEntry;
    case 'gateway.networking.k8s.io/GatewayClass':
      return request.at === 'waypoint' && namespace === rootNamespaceOf(cluster) && name === 'istio-waypoint';
    default:
      return false;
  }
}
