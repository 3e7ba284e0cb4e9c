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

export function apiGatewayNamed(cluster: Cluster, name: string): Resource | null {
  const gateways = resourcesOf(cluster, `${group}/Gateway`);
  return gateways.find((gateway) => `${namespaceOf(gateway)}/${nameOf(gateway)}` === name) ?? null;
}

export const isPassthrough = (listener: Fields): boolean => textAt(listener, 'tls', 'mode') === 'Passthrough';

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
  /** The more specific of each hostname of the route and that of the listener; `*` where neither has one. */
  readonly hostnames: readonly string[];
}

/** Routes of a kind that name the listener, and that it lets in. */
export function routesAt(cluster: Cluster, gateway: Resource, listener: Fields, kind: string): AttachedRoute[] {
  if (!kindsOf(listener).includes(kind)) return [];
  return resourcesOf(cluster, `${group}/${kind}`).flatMap((route) => {
    const names = mapsAt(route, 'spec', 'parentRefs').some((parent) => isListener(gateway, listener, route, parent));
    const hostnames = sharedHostnames(route, listener);
    return names && isLetIn(cluster, gateway, listener, namespaceOf(route)) && hostnames.length > 0
      ? [{ route, hostnames }]
      : [];
  });
}

function isListener(gateway: Resource, listener: Fields, route: Resource, parent: Fields): boolean {
  const port = numberOf(parent.port);
  return (
    textAt(parent, 'group') === group &&
    textAt(parent, 'kind') === 'Gateway' &&
    (textAt(parent, 'namespace') || namespaceOf(route)) === namespaceOf(gateway) &&
    textAt(parent, 'name') === nameOf(gateway) &&
    ['', textAt(listener, 'name')].includes(textAt(parent, 'sectionName')) &&
    (port === null || port === numberOf(listener.port))
  );
}

function sharedHostnames(route: Resource, listener: Fields): string[] {
  const own = hostnameOf(listener).toLowerCase();
  const written = textsAt(route, 'spec', 'hostnames').map((hostname) => hostname.toLowerCase());
  const all = written.length > 0 ? written : ['*'];
  return all.filter((each) => doHostsMeet(each, own)).map((each) => (isHostWithin(each, own) ? each : own));
}

/** Gateway API, AllowedRoutes kinds: without any those that suit the protocol. */
function kindsOf(listener: Fields): readonly string[] {
  const written = mapsAt(listener, 'allowedRoutes', 'kinds').filter((each) =>
    [group, ''].includes(textAt(each, 'group')),
  );
  if (written.length > 0) return written.map((each) => textAt(each, 'kind'));
  const usual: Readonly<Record<string, readonly string[]>> = {
    HTTP: ['HTTPRoute', 'GRPCRoute'],
    HTTPS: ['HTTPRoute', 'GRPCRoute'],
    TLS: isPassthrough(listener) ? ['TLSRoute'] : ['TLSRoute', 'TCPRoute'],
    TCP: ['TCPRoute'],
  };
  return usual[textAt(listener, 'protocol')] ?? [];
}

/** Gateway API, AllowedRoutes namespaces: `Same` where nothing is written. */
function isLetIn(cluster: Cluster, gateway: Resource, listener: Fields, namespace: string): boolean {
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
