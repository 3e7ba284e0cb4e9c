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

export type Place = Pick<AccessRequest, 'at' | 'namespace' | 'labels' | 'gateway' | 'service' | 'serviceEntry'>;

/** All of a kind that are for the proxy: AuthorizationPolicies and RequestAuthentications go by the same rules. */
export const policiesFor = (cluster: Cluster, kind: string, place: Place): readonly Resource[] =>
  resourcesOf(cluster, `security.istio.io/${kind}`).filter((policy) => isFor(cluster, policy, place));

function isFor(cluster: Cluster, policy: Resource, place: Place): boolean {
  const targets = mapsAt(policy, 'spec', 'targetRefs');
  const isGateway = place.at === 'waypoint' || (place.at === 'gateway' && place.gateway !== '');
  // Istio: a sidecar and ztunnel pass over policies with `targetRefs`, a waypoint those without.
  if (targets.length > 0) return isGateway && targets.some((target) => isTarget(cluster, policy, target, place));
  return place.at !== 'waypoint' && isSelected(cluster, policy, place);
}

/** Istio: the root namespace is for the whole mesh, also with a selector. */
function isSelected(cluster: Cluster, policy: Resource, place: Place): boolean {
  const namespace = namespaceOf(policy);
  if (namespace !== place.namespace && namespace !== rootNamespaceOf(cluster)) return false;
  return selects(valueAt(policy, 'spec', 'selector', 'matchLabels'), place.labels);
}

function isTarget(cluster: Cluster, policy: Resource, target: Fields, place: Place): boolean {
  const name = textAt(target, 'name');
  const namespace = namespaceOf(policy);
  const isOwn = ['', namespace].includes(textAt(target, 'namespace'));
  switch (`${textAt(target, 'group')}/${textAt(target, 'kind')}`) {
    case 'gateway.networking.k8s.io/Gateway':
      return isOwn && `${namespace}/${name}` === place.gateway;
    case '/Service':
      return place.at === 'waypoint' && namespace === place.namespace && name === place.service;
    case 'networking.istio.io/ServiceEntry':
      return place.at === 'waypoint' && namespace === place.namespace && name === place.serviceEntry;
    case 'gateway.networking.k8s.io/GatewayClass':
      return place.at === 'waypoint' && namespace === rootNamespaceOf(cluster) && name === 'istio-waypoint';
    default:
      return false;
  }
}
