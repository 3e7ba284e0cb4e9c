// Services of the mesh: those of Kubernetes and ServiceEntries, by host name.
import { compareHosts, isHostWithin, serviceOf } from './hosts.ts';
import {
  type Cluster,
  type Fields,
  keptFor,
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

export type PortProtocol = 'http' | 'tls' | 'tcp' | 'unknown';

export interface ServicePort {
  readonly number: number;
  readonly name: string;
  /** What Istio takes it for; it detects the protocol of `unknown`. */
  readonly protocol: PortProtocol;
}

export interface MeshService {
  readonly host: string;
  readonly namespace: string;
  readonly ports: readonly ServicePort[];
}

/** Istio, protocols of ports. */
const protocols: ReadonlyMap<string, PortProtocol> = new Map([
  ...['http', 'http2', 'http_proxy', 'grpc', 'grpc-web'].map((name) => [name, 'http'] as const),
  ...['https', 'tls'].map((name) => [name, 'tls'] as const),
  ...['tcp', 'udp', 'mongo', 'mysql', 'redis'].map((name) => [name, 'tcp'] as const),
]);

/** Kubernetes, `appProtocol`: its own names, as Istio reads them. */
const ofKubernetes: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/h2c', 'http2'],
  ['kubernetes.io/ws', 'http'],
  ['kubernetes.io/wss', 'https'],
]);

/** Istio: SMTP, DNS, MySQL and MongoDB, whose protocol is never detected. */
const undetected: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);

/** Istio, Protocol Selection: `appProtocol`, else the name; of either the part before the first hyphen. */
function protocolOf(port: Fields): PortProtocol {
  if (textAt(port, 'protocol') === 'UDP') return 'tcp';
  const declared = textAt(port, 'appProtocol');
  const word = (ofKubernetes.get(declared) ?? (declared || textAt(port, 'name'))).toLowerCase();
  const found = protocols.get(word.startsWith('grpc-web') ? 'grpc-web' : (word.split('-')[0] as string));
  return found ?? (undetected.has(numberOf(port.port) ?? 0) ? 'tcp' : 'unknown');
}

const ofService = (service: Resource): MeshService => ({
  host: `${nameOf(service)}.${namespaceOf(service)}.svc.cluster.local`,
  namespace: namespaceOf(service),
  ports: mapsAt(service, 'spec', 'ports').map((port) => ({
    number: numberOf(port.port) ?? 0,
    name: textAt(port, 'name'),
    protocol: protocolOf(port),
  })),
});

const ofEntry = (entry: Resource): MeshService[] =>
  textsAt(entry, 'spec', 'hosts').map((host) => ({
    host,
    namespace: namespaceOf(entry),
    ports: mapsAt(entry, 'spec', 'ports').map((port) => ({
      number: numberOf(port.number) ?? 0,
      name: textAt(port, 'name'),
      protocol: protocols.get(textAt(port, 'protocol').toLowerCase()) ?? 'unknown',
    })),
  }));

/** Istio, `exportTo`: `*`, a namespace, or `~` for nobody. */
export function isExportedTo(resource: Resource, namespace: string): boolean {
  const targets = valueAt(resource, 'spec', 'exportTo') === undefined ? ['*'] : textsAt(resource, 'spec', 'exportTo');
  return targets.length === 0 || targets.includes('*') || targets.includes(namespace);
}

/** Istio, annotation `networking.istio.io/exportTo` of a Service: the same words with commas between them. */
function isServiceExportedTo(service: Resource, namespace: string): boolean {
  const written = textAt(service, 'metadata', 'annotations', 'networking.istio.io/exportTo');
  if (written === '') return true;
  const targets = written.split(',').map((target) => target.trim());
  return targets.some(
    (target) => target === '*' || target === namespace || (target === '.' && namespaceOf(service) === namespace),
  );
}

/** What proxies of a namespace know. */
export const servicesFor = (cluster: Cluster, namespace: string): readonly MeshService[] =>
  keptFor(cluster, `services for ${namespace}`, () => [
    ...resourcesOf(cluster, '/Service')
      .filter((service) => isServiceExportedTo(service, namespace))
      .map(ofService),
    ...resourcesOf(cluster, 'networking.istio.io/ServiceEntry')
      .filter((entry) => isExportedTo(entry, namespace))
      .flatMap(ofEntry),
  ]);

/** The one with this host, or with the most specific wildcard around it. */
export function serviceNamed(cluster: Cluster, host: string, namespace: string): MeshService | null {
  const fitting = servicesFor(cluster, namespace).filter((service) => isHostWithin(host, service.host));
  return [...fitting].sort((a, b) => compareHosts(a.host, b.host))[0] ?? null;
}

/** Where the Service of a host is: as an object, else as its name says; null for names outside of the cluster. */
export const namespaceOfHost = (cluster: Cluster, host: string, namespace: string): string | null =>
  serviceNamed(cluster, host, namespace)?.namespace ?? serviceOf(host)?.namespace ?? null;
