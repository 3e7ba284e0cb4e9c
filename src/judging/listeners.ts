// Listeners of Gateways of Gateway API, and which routes are attached to them.
import { compareHosts, doHostsMeet, isHostWithin } from './hosts.ts';
import {
  type Cluster,
  type Fields,
  fieldsAt,
  labelsOf,
  mapsAt,
  nameOf,
  namespaceOf,
  numberOf,
  type Resource,
  resourcesOf,
  textAt,
  textsAt,
  valueAt,
} from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import { selects } from './selectors.ts';

const group = 'gateway.networking.k8s.io';

const isPassthrough = (listener: Fields): boolean => textAt(listener, 'tls', 'mode') === 'Passthrough';

const accepted: Readonly<Record<RouteRequest['protocol'], readonly string[]>> = {
  http: ['HTTP'],
  grpc: ['HTTP', 'HTTPS'],
  https: ['HTTPS', 'TLS'],
  tls: ['TLS', 'HTTPS'],
  tcp: ['TCP', 'TLS'],
};

const hostnameOf = (listener: Fields): string => textAt(listener, 'hostname') || '*';

/** Gateway API, listener isolation: of those of a port the ones with the most specific hostname take the request. */
export function listenersFor(gateway: Resource, request: RouteRequest): readonly Fields[] {
  const asked = request.protocol === 'tcp' ? '' : request.sni || request.host;
  const fitting = mapsAt(gateway, 'spec', 'listeners').filter(
    (listener) =>
      numberOf(listener.port) === request.port &&
      accepted[request.protocol].includes(textAt(listener, 'protocol')) &&
      (asked === '' || isHostWithin(asked, hostnameOf(listener))),
  );
  const best = fitting.map(hostnameOf).sort(compareHosts)[0];
  return asked === '' ? fitting : fitting.filter((listener) => hostnameOf(listener) === best);
}

export interface AttachedRoute {
  readonly route: Resource;
  /** See `sharedHostnames`. */
  readonly hostnames: readonly string[];
}

/** Routes of a kind that refer to the listener, and that it allows. */
export function routesAt(cluster: Cluster, gateway: Resource, listener: Fields, kind: string): AttachedRoute[] {
  if (!allowsKind(listener, kind)) return [];
  return resourcesOf(cluster, `${group}/${kind}`).flatMap((route) => {
    const names = mapsAt(route, 'spec', 'parentRefs').some((parent) => isListener(gateway, listener, route, parent));
    const hostnames = sharedHostnames(listener, route);
    return names && allowsNamespace(cluster, gateway, listener, namespaceOf(route)) && hostnames.length > 0
      ? [{ route, hostnames }]
      : [];
  });
}

export const isGatewayParent = (parent: Fields): boolean =>
  textAt(parent, 'group') === group && textAt(parent, 'kind') === 'Gateway';

const isListener = (gateway: Resource, listener: Fields, route: Resource, parent: Fields): boolean =>
  isGatewayParent(parent) &&
  (textAt(parent, 'namespace') || namespaceOf(route)) === namespaceOf(gateway) &&
  textAt(parent, 'name') === nameOf(gateway) &&
  hasSection(listener, parent) &&
  hasPort(listener, parent);

export const hasSection = (listener: Fields, parent: Fields): boolean =>
  ['', textAt(listener, 'name')].includes(textAt(parent, 'sectionName'));

export function hasPort(listener: Fields, parent: Fields): boolean {
  const port = numberOf(parent.port);
  return port === null || port === numberOf(listener.port);
}

/** The more specific of each hostname of the route and that of the listener; `*` where neither has one, none where no two meet. */
export function sharedHostnames(listener: Fields, route: Resource): string[] {
  const own = hostnameOf(listener).toLowerCase();
  const written = textsAt(route, 'spec', 'hostnames').map((hostname) => hostname.toLowerCase());
  const all = written.length > 0 ? written : ['*'];
  return all.filter((each) => doHostsMeet(each, own)).map((each) => (isHostWithin(each, own) ? each : own));
}

/** Kinds of routes that a protocol carries in Istio; null for a protocol that it does not know. */
function carriedKinds(listener: Fields): readonly string[] | null {
  switch (textAt(listener, 'protocol')) {
    case 'HTTP':
    case 'HTTPS':
      return ['HTTPRoute', 'GRPCRoute'];
    case 'TLS':
      return isPassthrough(listener) ? ['TLSRoute'] : ['TLSRoute', 'TCPRoute'];
    case 'TCP':
      return ['TCPRoute'];
    default:
      return null;
  }
}

/** Gateway API, AllowedRoutes kinds: of those that the protocol carries the ones that are written; all, where none is. */
export function allowsKind(listener: Fields, kind: string): boolean {
  const written = mapsAt(listener, 'allowedRoutes', 'kinds');
  const isWritten = written.some(
    (each) => textAt(each, 'kind') === kind && [group, ''].includes(textAt(each, 'group')),
  );
  return (written.length === 0 || isWritten) && carriedKinds(listener)?.includes(kind) === true;
}

export const isProtocolKnown = (listener: Fields): boolean => carriedKinds(listener) !== null;

/** Gateway API, AllowedRoutes namespaces: `Same` where nothing is written. */
export function allowsNamespace(cluster: Cluster, gateway: Resource, listener: Fields, namespace: string): boolean {
  const allowed = fieldsAt(listener, 'allowedRoutes', 'namespaces');
  switch (textAt(allowed, 'from') || 'Same') {
    case 'All':
      return true;
    case 'Same':
      return namespace === namespaceOf(gateway);
    case 'Selector':
      return (
        valueAt(allowed, 'selector') !== undefined && selects(allowed.selector, namespaceLabels(cluster, namespace))
      );
    default:
      return false;
  }
}

function namespaceLabels(cluster: Cluster, name: string): Fields {
  const found = resourcesOf(cluster, '/Namespace').find((each) => nameOf(each) === name);
  return found === undefined ? { 'kubernetes.io/metadata.name': name } : labelsOf(found);
}
