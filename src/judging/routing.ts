// Routing: what the mesh does with a request.
import { routedAtApiGateway } from './gateway-routing.ts';
import { routedAtIstioGateway } from './istio-gateways.ts';
import { routedInMesh } from './mesh-routing.ts';
import { type Cluster, type Fields, resourceNamed } from './resource.ts';
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
  const gateway = resourceNamed(cluster, 'gateway.networking.k8s.io/Gateway', read.from);
  if (gateway !== null) return routedAtApiGateway(cluster, read, gateway);
  const ownKind = resourceNamed(cluster, 'networking.istio.io/Gateway', read.from);
  return ownKind === null ? notFound(read) : routedAtIstioGateway(cluster, read, ownKind);
}
