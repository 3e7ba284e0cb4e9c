// Routing: what the mesh does with a request.
import { routedAtGateway } from './istio-gateways.ts';
import { routedInMesh } from './mesh-routing.ts';
import type { Cluster, Fields } from './resource.ts';
import { readRouteRequest } from './route-request.ts';
import type { Routed } from './routed.ts';

/**
 * By VirtualServices, DestinationRules, Gateways and the routes of Gateway API. Request: `host`; `from`: `mesh`, or NAMESPACE/NAME of a Gateway;
 * `namespace` and `labels` of the caller; `port`, `protocol` (http, https, grpc, tls, tcp), `sni`, `path`, `method`, `headers`, `query`.
 * Throws `RequestError`.
 */
export function route(cluster: Cluster, request: Fields): Routed {
  const read = readRouteRequest(cluster, request);
  return read.from === 'mesh' ? routedInMesh(cluster, read) : routedAtGateway(cluster, read);
}
