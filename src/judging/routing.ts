// Routing: what the mesh does with a request.
import { routedAtApiGateway } from './gateway-routing.ts';
import { istioGatewayNamed, routedAtIstioGateway } from './istio-gateways.ts';
import { apiGatewayNamed } from './listeners.ts';
import { routedInMesh } from './mesh-routing.ts';
import type { Cluster, Fields } from './resource.ts';
import { readRouteRequest } from './route-request.ts';
import { notFound, type Routed } from './routed.ts';

/**
 * By VirtualServices, DestinationRules, Gateways and the routes of Gateway API. Request: `host`; `from`: `mesh`, or NAMESPACE/NAME of a Gateway;
 * `namespace` and `labels` of the caller; `port`, `protocol` (http, https, grpc, tls, tcp), `sni`, `path`, `method`, `headers`, `query`.
 * Throws `RequestError`.
 */
export function route(cluster: Cluster, request: Fields): Routed {
  const read = readRouteRequest(cluster, request);
  if (read.from === 'mesh') return routedInMesh(cluster, read);
  const gateway = apiGatewayNamed(cluster, read.from);
  if (gateway !== null) return routedAtApiGateway(cluster, read, gateway);
  const ownKind = istioGatewayNamed(cluster, read.from);
  return ownKind === null ? notFound(read) : routedAtIstioGateway(cluster, read, ownKind);
}
