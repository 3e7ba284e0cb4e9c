// The request that a check sends through the mesh.
import { fullHost } from './hosts.ts';
import { checkRequest, headersAt, wordAt } from './request-fields.ts';
import { type Cluster, type Fields, fieldsAt, numberOf, textAt } from './resource.ts';
import { type MeshService, serviceNamed, servicesFor } from './services.ts';
import { type SidecarScope, scopeFor, wholeMesh } from './sidecar-scope.ts';

const protocols = ['http', 'https', 'grpc', 'tls', 'tcp'] as const;
export type RequestProtocol = (typeof protocols)[number];

export interface RouteRequest {
  /** As the caller writes it, without a port. */
  readonly authority: string;
  /** In full and in lower case. */
  readonly host: string;
  /** `mesh`, or NAMESPACE/NAME of a Gateway. */
  readonly from: string;
  /** Of the caller, or of the Gateway. */
  readonly namespace: string;
  readonly labels: Fields;
  readonly port: number;
  readonly protocol: RequestProtocol;
  readonly sni: string;
  /** Without a query. */
  readonly path: string;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  /** The Service that is called, where it is among the objects. */
  readonly service: MeshService | null;
  readonly scope: SidecarScope;
}

const types = {
  host: 'text',
  from: 'text',
  namespace: 'text',
  labels: 'texts',
  port: 'number',
  protocol: 'text',
  sni: 'text',
  path: 'text',
  method: 'text',
  headers: 'texts',
  query: 'texts',
} as const;

/** Throws `RequestError`. */
export function readRouteRequest(cluster: Cluster, request: Fields): RouteRequest {
  checkRequest('route', request, types, ['host']);
  const written = textAt(request, 'from') || 'mesh';
  const from = written === 'mesh' || written.includes('/') ? written : `${cluster.namespace}/${written}`;
  const namespace = textAt(request, 'namespace') || (from.split('/')[0] as string);
  const protocol = wordAt('route', request, 'protocol', protocols);
  const authority = textAt(request, 'host').replace(/:\d+$/, '');
  const client = from === 'mesh' ? textAt(request, 'namespace') || cluster.namespace : namespace;
  const isMesh = from === 'mesh';
  const host = isMesh ? calledHost(cluster, authority, client) : authority.toLowerCase();
  const labels = fieldsAt(request, 'labels');
  const known = isMesh ? serviceNamed(cluster, host, client) : null;
  const port = numberOf(request.port) ?? usualPort(protocol, known);
  const scope = isMesh ? scopeFor(cluster, client, labels, port) : wholeMesh;
  const [path, query] = splitPath(textAt(request, 'path') || '/');
  return {
    authority,
    host,
    from,
    namespace: client,
    labels,
    port,
    protocol,
    sni: textAt(request, 'sni') || (protocol === 'https' || protocol === 'tls' ? host : ''),
    path,
    method: textAt(request, 'method') || 'GET',
    headers: headersAt(request),
    query: new Map([...query, ...(Object.entries(fieldsAt(request, 'query')) as [string, string][])]),
    service: known !== null && scope.hasService(known.namespace, known.host) ? known : null,
    scope,
  };
}

/** 80, 443 with TLS; where the Service has another, its first. */
function usualPort(protocol: RequestProtocol, service: MeshService | null): number {
  const usual = protocol === 'https' || protocol === 'tls' ? 443 : 80;
  const ports = service?.ports ?? [];
  return ports.some((port) => port.number === usual) ? usual : (ports[0]?.number ?? usual);
}

/** Istio, sidecars: a Service answers to NAME in its own namespace, NAME.NAMESPACE, NAME.NAMESPACE.svc and its full name. */
function calledHost(cluster: Cluster, written: string, namespace: string): string {
  const host = fullHost(written.toLowerCase(), namespace);
  const longer = host.endsWith('.svc') ? `${host}.cluster.local` : `${host}.svc.cluster.local`;
  const isService = servicesFor(cluster, namespace).some((service) => service.host === longer);
  return host.endsWith('.svc') || isService ? longer : host;
}

function splitPath(written: string): [path: string, query: [string, string][]] {
  const [whole = ''] = written.split('#');
  const mark = whole.indexOf('?');
  if (mark < 0) return [whole, []];
  return [whole.slice(0, mark), [...new URLSearchParams(whole.slice(mark + 1))]];
}
