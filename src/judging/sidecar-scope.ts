// Scope of a sidecar: which services and VirtualServices are in its proxy's configuration, by the Sidecar that is for it.
import { doHostsMeet, isHostWithin } from './hosts.ts';
import {
  type Cluster,
  type Fields,
  mapsAt,
  namespaceOf,
  numberOf,
  type Resource,
  resourcesOf,
  rootNamespaceOf,
  textsAt,
  valueAt,
} from './resource.ts';
import { isSelective, selects } from './selectors.ts';

export interface SidecarScope {
  readonly hasService: (namespace: string, host: string) => boolean;
  /** Istio: of a VirtualService with a wildcard something that is imported is enough. */
  readonly hasRoute: (namespace: string, host: string) => boolean;
}

export const wholeMesh: SidecarScope = { hasService: () => true, hasRoute: () => true };

interface Import {
  readonly namespace: string;
  readonly host: string;
  readonly isExcluded: boolean;
}

/** Istio, Sidecar egress hosts: NAMESPACE/HOST; `*`, `.` (that of the workload), and `~` before what is left out. */
function importOf(text: string, namespace: string): Import {
  const slash = text.indexOf('/');
  const isExcluded = text.startsWith('~');
  const written = text.slice(isExcluded ? 1 : 0, slash);
  const named = written === '.' ? namespace : written;
  return { namespace: named === '' ? '*' : named, host: text.slice(slash + 1), isExcluded };
}

/** Istio, Sidecar: one with labels that fit, else that of the namespace, else that of the root namespace. */
function sidecarFor(cluster: Cluster, namespace: string, labels: Fields): Resource | null {
  const all = resourcesOf(cluster, 'networking.istio.io/Sidecar');
  const own = all.filter((each) => namespaceOf(each) === namespace);
  const hasLabels = (each: Resource): boolean => isSelective(valueAt(each, 'spec', 'workloadSelector'));
  return (
    own.find((each) => hasLabels(each) && selects(valueAt(each, 'spec', 'workloadSelector'), labels)) ??
    own.find((each) => !hasLabels(each)) ??
    all.find((each) => namespaceOf(each) === rootNamespaceOf(cluster) && !hasLabels(each)) ??
    null
  );
}

/** Of a workload, for connections to a port: listeners with that port count before those without one. */
export function scopeFor(cluster: Cluster, namespace: string, labels: Fields, port: number | null): SidecarScope {
  const sidecar = sidecarFor(cluster, namespace, labels);
  const listeners = sidecar === null ? [] : mapsAt(sidecar, 'spec', 'egress');
  if (listeners.length === 0) return wholeMesh;
  const portOf = (listener: Fields): number | null => numberOf(valueAt(listener, 'port', 'number'));
  const ofPort = listeners.filter((listener) => port !== null && portOf(listener) === port);
  const counting = ofPort.length > 0 ? ofPort : listeners.filter((listener) => portOf(listener) === null);
  const imports = counting.flatMap((each) => textsAt(each, 'hosts').map((text) => importOf(text, namespace)));
  const has =
    (fits: (host: string, pattern: string) => boolean) =>
    (owner: string, host: string): boolean => {
      const of = imports.filter((each) => each.namespace === '*' || each.namespace === owner);
      const isLeftOut = of.some((each) => each.isExcluded && isHostWithin(host, each.host));
      return !isLeftOut && of.some((each) => !each.isExcluded && fits(host, each.host));
    };
  return { hasService: has(isHostWithin), hasRoute: has(doHostsMeet) };
}
