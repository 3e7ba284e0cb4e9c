// Routing of what a workload of the mesh sends: Istio, sidecars and waypoints.
import { meetingHost, routedTcp, routedTls } from './connection-routes.ts';
import { destinationsOf } from './destinations.ts';
import { routedByRoutes } from './gateway-routing.ts';
import { serviceOf } from './hosts.ts';
import { routedBy } from './http-action.ts';
import type { Cluster } from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import { notFound, type Routed, unchanged } from './routed.ts';
import type { PortProtocol } from './services.ts';
import { firstFitting, rulesForProxy, virtualServiceFor, virtualServicesInMesh } from './virtual-services.ts';

/** How the caller's proxy takes a request at the Service's port; null where it does not accept it. */
function protocolAt(request: RouteRequest): 'http' | 'tls' | 'tcp' | null {
  const asked = { http: 'http', grpc: 'http', https: 'tls', tls: 'tls', tcp: 'tcp' } as const;
  const kind = asked[request.protocol];
  const port = request.service?.ports.find((each) => each.number === request.port);
  const declared: PortProtocol = port?.protocol ?? 'unknown';
  if (declared === 'unknown') return kind;
  if (declared === 'tcp') return 'tcp';
  return declared === kind ? kind : null;
}

/**
 * Istio makes listeners for ports of services it knows; a host outside of the cluster without a ServiceEntry is seen at port 80 alone, in HTTP. Services
 * of the cluster need not be among a lab's objects.
 */
function isListenedTo({ service, host, port }: RouteRequest, protocol: 'http' | 'tls' | 'tcp'): boolean {
  if (service !== null) return service.ports.some((each) => each.number === port);
  return serviceOf(host) !== null || (protocol === 'http' && port === 80);
}

export function routedInMesh(cluster: Cluster, request: RouteRequest): Routed {
  const protocol = protocolAt(request);
  if (protocol === null || !isListenedTo(request, protocol)) return notFound(request);
  // Istio: of a route of Gateway API and a VirtualService for one host the former counts; its documentation advises against both.
  const routed = routedByRoutes(cluster, request, protocol);
  if (routed !== null) return routed;
  return protocol === 'http' ? routedHttp(cluster, request) : routedConnection(cluster, request, protocol);
}

function routedHttp(cluster: Cluster, request: RouteRequest): Routed {
  const virtualService = virtualServiceFor(cluster, request);
  const rules = virtualService === null ? [] : rulesForProxy(cluster, virtualService, request);
  // Istio: a VirtualService without a rule for this proxy is as if it did not exist.
  if (rules.length === 0) return withoutRules(cluster, request);
  const found = firstFitting(rules, request);
  return found === null ? notFound(request) : routedBy(cluster, request, found.rule, found.match);
}

function routedConnection(cluster: Cluster, request: RouteRequest, protocol: 'tls' | 'tcp'): Routed {
  const candidates = meetingHost(virtualServicesInMesh(cluster, request), request.host);
  const routed = (protocol === 'tls' ? routedTls : routedTcp)(cluster, request, candidates);
  return routed === 'none' ? notFound(request) : (routed ?? withoutRules(cluster, request));
}

/** To the Service itself, where the mesh knows it. */
function withoutRules(cluster: Cluster, request: RouteRequest): Routed {
  const { service } = request;
  if (service === null) return notFound(request);
  const port = { number: request.port };
  const to = destinationsOf(cluster, request, [{ destination: { host: request.host, port } }]);
  return { ...unchanged(request), to };
}
