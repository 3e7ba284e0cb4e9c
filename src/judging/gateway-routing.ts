// Routing by HTTPRoutes, GRPCRoutes, TLSRoutes and TCPRoutes, at Gateways and in the mesh.
import { backendsOf, type RouteContext } from './backend-references.ts';
import { destinationsOf } from './destinations.ts';
import { bestHost, compareHosts } from './hosts.ts';
import { routedBy } from './http-action.ts';
import { fitsRequest, isForProxy } from './http-match.ts';
import { type AttachedRoute, listenersFor, routesAt } from './listeners.ts';
import {
  type Cluster,
  type Fields,
  mapsAt,
  nameOf,
  namespaceOf,
  numberOf,
  type Resource,
  resourcesOf,
  textAt,
  textsAt,
} from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import { byPrecedence, type RouteRule, routeRules } from './route-rules.ts';
import { notFound, type Routed, unchanged } from './routed.ts';

const group = 'gateway.networking.k8s.io';

export function routedAtApiGateway(cluster: Cluster, request: RouteRequest, gateway: Resource): Routed {
  const listeners = listenersFor(gateway, request);
  const attached = (kind: string): AttachedRoute[] =>
    listeners.flatMap((listener) => routesAt(cluster, gateway, listener, kind));
  const isHttp = listeners.some((listener) => ['HTTP', 'HTTPS'].includes(textAt(listener, 'protocol')));
  if (isHttp) return routedHttp(cluster, request, [...attached('HTTPRoute'), ...attached('GRPCRoute')]);
  const named = bestRoute(attached('TLSRoute'), request.sni);
  const found = named ?? attached('TCPRoute')[0]?.route;
  return found === undefined
    ? notFound(request)
    : routedConnection(request, { cluster, route: found, needsGrant: true });
}

function bestRoute(routes: readonly AttachedRoute[], host: string): Resource | undefined {
  const fitting = routes.flatMap(({ route, hostnames }) => {
    const best = bestHost(host, hostnames);
    return best === null ? [] : [{ route, best }];
  });
  return fitting.sort((a, b) => compareHosts(a.best, b.best))[0]?.route;
}

/** Gateway API, HTTPRoute hostnames: the most specific first; then the rules of all routes with it by their precedence. */
function routedHttp(cluster: Cluster, request: RouteRequest, routes: readonly AttachedRoute[]): Routed {
  const best = bestHost(
    request.host,
    routes.flatMap(({ hostnames }) => hostnames),
  );
  const chosen = routes.filter(({ hostnames }) => hostnames.some((each) => each === best)).map(({ route }) => route);
  const rules = [...new Set(chosen)].flatMap((route) => routeRules({ cluster, route, needsGrant: true }, null));
  return firstOf(cluster, request, rules);
}

function firstOf(cluster: Cluster, request: RouteRequest, rules: readonly RouteRule[]): Routed {
  const found = byPrecedence(rules).find(({ match }) => isForProxy(match, request) && fitsRequest(match, request));
  if (found === undefined) return notFound(request);
  const routed = { ...routedBy(cluster, request, found.rule, found.match), rule: found.written };
  return routed.to.length > 0 && routed.to.every(({ host }) => host === '') ? { ...routed, found: false } : routed;
}

function routedConnection(request: RouteRequest, context: RouteContext): Routed {
  const rule = mapsAt(context.route, 'spec', 'rules')[0] ?? {};
  const to = destinationsOf(context.cluster, request, backendsOf(context, rule) ?? []);
  return { ...unchanged(request), found: to.some(({ host }) => host !== ''), rule, to };
}

/**
 * Gateway API for meshes: routes whose parent is the Service, of its own namespace, or of the caller's, which come first and are for that
 * namespace alone. null where there is none for this port.
 */
export function routedByRoutes(
  cluster: Cluster,
  request: RouteRequest,
  protocol: 'http' | 'tls' | 'tcp',
): Routed | null {
  const kinds = { http: ['HTTPRoute', 'GRPCRoute'], tls: ['TLSRoute'], tcp: ['TCPRoute'] }[protocol];
  const all = kinds.flatMap((kind) => meshRoutes(cluster, request, kind));
  const own = all.filter(({ route }) => namespaceOf(route) === request.namespace);
  const counting = own.length > 0 ? own : all.filter(({ route, service }) => namespaceOf(route) === service);
  const [first] = counting;
  if (first === undefined) return null;
  if (protocol !== 'http') return routedConnection(request, { cluster, route: first.route, needsGrant: false });
  const rules = counting.flatMap(({ route, port }) => routeRules({ cluster, route, needsGrant: false }, port));
  return firstOf(cluster, request, rules);
}

interface MeshRoute {
  readonly route: Resource;
  /** Of the parent's reference. */
  readonly port: number | null;
  /** The namespace of the Service. */
  readonly service: string;
}

function meshRoutes(cluster: Cluster, request: RouteRequest, kind: string): MeshRoute[] {
  return resourcesOf(cluster, `${group}/${kind}`).flatMap((route) =>
    mapsAt(route, 'spec', 'parentRefs').flatMap((parent) => {
      const port = numberOf(parent.port);
      const service = textAt(parent, 'namespace') || namespaceOf(route);
      const isCalled = parentHosts(cluster, parent, service).includes(request.host);
      const isImported = request.scope.hasRoute(namespaceOf(route), request.host);
      return isCalled && isImported && (port === null || port === request.port) ? [{ route, port, service }] : [];
    }),
  );
}

function parentHosts(cluster: Cluster, parent: Fields, namespace: string): readonly string[] {
  const name = textAt(parent, 'name');
  const kind = `${textAt(parent, 'group')}/${textAt(parent, 'kind')}`;
  if (kind === '/Service') return [`${name}.${namespace}.svc.cluster.local`];
  if (kind !== 'networking.istio.io/ServiceEntry') return [];
  const entries = resourcesOf(cluster, 'networking.istio.io/ServiceEntry');
  return entries
    .filter((entry) => namespaceOf(entry) === namespace && nameOf(entry) === name)
    .flatMap((entry) => textsAt(entry, 'spec', 'hosts'));
}
