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

const families: Readonly<Record<string, PortProtocol>> = {
  http: 'http',
  http2: 'http',
  grpc: 'http',
  'grpc-web': 'http',
  h2c: 'http',
  https: 'tls',
  tls: 'tls',
  tcp: 'tcp',
  udp: 'tcp',
  mongo: 'tcp',
  mysql: 'tcp',
  redis: 'tcp',
};

/** Istio, Protocol Selection: `appProtocol`, else the name or its part before the first hyphen. */
function protocolOf(port: Fields): PortProtocol {
  const declared = textAt(port, 'appProtocol').toLowerCase().replace('kubernetes.io/', '');
  if (declared !== '') return families[declared] ?? 'unknown';
  if (textAt(port, 'protocol') === 'UDP') return 'tcp';
  const name = textAt(port, 'name').toLowerCase();
  return families[name.startsWith('grpc-web') ? 'grpc-web' : (name.split('-')[0] ?? '')] ?? 'unknown';
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
      protocol: families[textAt(port, 'protocol').toLowerCase()] ?? 'unknown',
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
