// Routing at a Gateway of Istio's own kind.
import { routedTcp, routedTls } from './connection-routes.ts';
import { bestHost, compareHosts, doHostsMeet, isHostWithin } from './hosts.ts';
import { routedBy } from './http-action.ts';
import {
  type Cluster,
  type Fields,
  mapsAt,
  namespaceOf,
  numberOf,
  type Resource,
  textAt,
  textsAt,
  valueAt,
} from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import { notFound, type Routed, unchanged } from './routed.ts';
import { type FittingRule, firstFitting, hostsOf, rulesForProxy, virtualServicesAt } from './virtual-services.ts';

/** What a server does with connections. */
type Handling = 'http' | 'https' | 'passthrough' | 'tcp' | 'tls-tcp';

/** Istio, Gateway server: by protocol and TLS mode. */
function handlingOf(server: Fields): Handling {
  const protocol = textAt(server, 'port', 'protocol');
  const mode = textAt(server, 'tls', 'mode');
  const isPassthrough = mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH';
  if (isPassthrough && (protocol === 'HTTPS' || protocol === 'TLS')) return 'passthrough';
  if (protocol === 'HTTPS') return 'https';
  if (protocol === 'TLS') return 'tls-tcp';
  return ['HTTP', 'HTTP2', 'HTTP_PROXY', 'GRPC', 'GRPC-WEB'].includes(protocol) ? 'http' : 'tcp';
}

const accepted: Readonly<Record<RouteRequest['protocol'], readonly Handling[]>> = {
  http: ['http'],
  grpc: ['http', 'https'],
  https: ['https', 'passthrough', 'tls-tcp'],
  tls: ['passthrough', 'tls-tcp', 'https'],
  tcp: ['tcp', 'tls-tcp'],
};

/** Hosts of a server for objects of a namespace: `shop/a.com` is for those in `shop` only. */
export function serverHostsFor(server: Fields, namespace: string): string[] {
  return textsAt(server, 'hosts').flatMap((host) => {
    const slash = host.indexOf('/');
    if (slash < 0) return [host.toLowerCase()];
    return host.slice(0, slash) === namespace ? [host.slice(slash + 1).toLowerCase()] : [];
  });
}

const bareHosts = (server: Fields): string[] =>
  textsAt(server, 'hosts').map((host) => host.slice(host.indexOf('/') + 1).toLowerCase());

export function routedAtIstioGateway(cluster: Cluster, request: RouteRequest, gateway: Resource): Routed {
  const server = serverFor(gateway, request);
  if (server === null) return notFound(request);
  const virtualServices = virtualServicesAt(cluster, request.from, request.namespace).filter((each) => {
    const served = serverHostsFor(server, namespaceOf(each));
    return hostsOf(each).some((host) => served.some((own) => doHostsMeet(own, host)));
  });
  switch (handlingOf(server)) {
    case 'passthrough': {
      const routed = routedTls(cluster, request, virtualServices);
      return routed === null || routed === 'none' ? notFound(request) : routed;
    }
    case 'tcp':
    case 'tls-tcp':
      return routedTcp(cluster, request, virtualServices) ?? notFound(request);
    default:
      return routedHttp(cluster, request, server, virtualServices);
  }
}

/** The server of this port that accepts the protocol; of several the one with the most specific host. */
function serverFor(gateway: Resource, request: RouteRequest): Fields | null {
  const asked = request.sni === '' ? request.host : request.sni.toLowerCase();
  const isPlainTcp = request.protocol === 'tcp';
  const fitting = mapsAt(gateway, 'spec', 'servers').flatMap((server) => {
    if (numberOf(valueAt(server, 'port', 'number')) !== request.port) return [];
    if (!accepted[request.protocol].includes(handlingOf(server))) return [];
    const host = isPlainTcp ? '*' : bestHost(asked, bareHosts(server));
    return host === null ? [] : [{ server, host }];
  });
  return fitting.sort((a, b) => compareHosts(a.host, b.host))[0]?.server ?? null;
}

/** Istio, gateways: the hosts of a VirtualService and of the server, the more specific of both; rules of several VirtualServices for one host are joined. */
function routedHttp(
  cluster: Cluster,
  request: RouteRequest,
  server: Fields,
  virtualServices: readonly Resource[],
): Routed {
  if (handlingOf(server) === 'http' && valueAt(server, 'tls', 'httpsRedirect') === true) return toHttps(request);
  const domains = virtualServices.flatMap((each) =>
    domainsOf(hostsOf(each), serverHostsFor(server, namespaceOf(each))).map((domain) => ({ domain, each })),
  );
  const best = bestHost(
    request.host,
    domains.map(({ domain }) => domain),
  );
  const joined = [...new Set(domains.filter(({ domain }) => domain === best).map(({ each }) => each))];
  const rules = joined.flatMap((each) => untilCatchAll(rulesForProxy(cluster, each, request)));
  const found = firstFitting(catchAllsLast(rules), request);
  return found === null ? notFound(request) : routedBy(cluster, request, found.rule, found.match);
}

const domainsOf = (hosts: readonly string[], served: readonly string[]): string[] =>
  hosts.flatMap((host) =>
    served.flatMap((own) => (isHostWithin(host, own) ? [host] : isHostWithin(own, host) ? [own] : [])),
  );

/** Istio, IsCatchAllRoute: no condition but a path that every path fits. */
const isCatchAll = ({ match }: FittingRule): boolean =>
  ['headers', 'withoutHeaders', 'queryParams', 'method', 'authority', 'scheme'].every(
    (key) => valueAt(match, key) === undefined,
  ) &&
  (valueAt(match, 'uri') === undefined ||
    textAt(match, 'uri', 'prefix') === '/' ||
    textAt(match, 'uri', 'regex') === '.*');

/** Of one VirtualService: Istio leaves out what is behind a rule that fits everything. */
function untilCatchAll(rules: readonly FittingRule[]): readonly FittingRule[] {
  const at = rules.findIndex(isCatchAll);
  return at < 0 ? rules : rules.slice(0, at + 1);
}

/** Istio, several VirtualServices of one host at a gateway: rules that fit everything come last. */
const catchAllsLast = (rules: readonly FittingRule[]): FittingRule[] => [
  ...rules.filter((rule) => !isCatchAll(rule)),
  ...rules.filter(isCatchAll),
];

/** Istio, ServerTLSSettings `httpsRedirect`: what comes without TLS is sent to the same place with `https`, by 301. */
const toHttps = (request: RouteRequest): Routed => ({
  ...unchanged(request),
  redirect: { scheme: 'https', host: request.authority, port: 0, path: request.path, code: 301 },
});
