// The request whose access a check asks about.
import { checkRequest, headersAt, wordAt } from './request-fields.ts';
import { type Cluster, type Fields, fieldsAt, numberOf, textAt, valueAt } from './resource.ts';

const places = ['sidecar', 'ztunnel', 'waypoint', 'gateway'] as const;

export interface AccessRequest {
  /** Where it is decided. */
  readonly at: (typeof places)[number];
  /** Of the workload that is called, or of the gateway. */
  readonly namespace: string;
  readonly labels: Fields;
  /** NAMESPACE/NAME of the waypoint or the Gateway; '' for none. */
  readonly gateway: string;
  readonly service: string;
  readonly serviceEntry: string;
  /** `cluster.local/ns/N/sa/S`; '' where the connection is plain text. */
  readonly principal: string;
  readonly ip: string;
  readonly remoteIp: string;
  /** Claims of the token; null where there is none. */
  readonly jwt: Fields | null;
  readonly protocol: 'http' | 'tcp';
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly port: number;
  readonly sni: string;
  readonly headers: ReadonlyMap<string, string>;
}

const types = {
  at: 'text',
  namespace: 'text',
  labels: 'texts',
  gateway: 'text',
  service: 'text',
  serviceEntry: 'text',
  principal: 'text',
  ip: 'text',
  remoteIp: 'text',
  jwt: 'map',
  protocol: 'text',
  method: 'text',
  path: 'text',
  host: 'text',
  port: 'number',
  sni: 'text',
  headers: 'texts',
} as const;

const gatewayLabel = 'gateway.networking.k8s.io/gateway-name';

/** Throws `RequestError`. */
export function readAccessRequest(cluster: Cluster, request: Fields): AccessRequest {
  checkRequest('access', request, types);
  const namespace = textAt(request, 'namespace') || cluster.namespace;
  const labels = fieldsAt(request, 'labels');
  const named = textAt(request, 'gateway') || textAt(labels, gatewayLabel);
  return {
    at: wordAt('access', request, 'at', places),
    namespace,
    labels: named === '' ? labels : { ...labels, [gatewayLabel]: named.slice(named.indexOf('/') + 1) },
    gateway: named === '' || named.includes('/') ? named : `${namespace}/${named}`,
    service: textAt(request, 'service'),
    serviceEntry: textAt(request, 'serviceEntry'),
    principal: textAt(request, 'principal').replace(/^spiffe:\/\//, ''),
    ip: textAt(request, 'ip'),
    remoteIp: textAt(request, 'remoteIp') || textAt(request, 'ip'),
    jwt: valueAt(request, 'jwt') === undefined ? null : fieldsAt(request, 'jwt'),
    protocol: wordAt('access', request, 'protocol', ['http', 'tcp']),
    method: textAt(request, 'method') || 'GET',
    path: (textAt(request, 'path') || '/').split(/[?#]/)[0] as string,
    host: textAt(request, 'host'),
    port: numberOf(request.port) ?? 80,
    sni: textAt(request, 'sni'),
    headers: headersAt(request),
  };
}
