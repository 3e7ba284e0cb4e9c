// View of the cluster for references: an object of an answer among all others, in normal form.
import type { Path } from '../../formats/manifest/document.ts';
import type { FaultArgs, FaultCode } from '../../lang/faults.ts';
import { nearestWord } from '../../text/nearest.ts';
import type { Fault } from '../fault.ts';
import { placesAt } from '../places.ts';
import { type Cluster, type Fields, isFields, nameOf, namespaceOf, type Resource, resourcesOf } from '../resource.ts';

/** References of one kind in one object, and entries that are compared with each of as many others. */
export const mostAsked = 500;

export interface View {
  readonly resource: Resource;
  /** Given and answered, of which an answered one counts. */
  readonly cluster: Cluster;
  readonly faults: Fault[];
}

export interface ReferenceRule {
  /** `GROUP/KIND`. */
  readonly kinds: readonly string[];
  readonly check: (view: View) => void;
}

export function report<Code extends FaultCode>(
  { faults }: View,
  code: Code,
  args: FaultArgs[Code],
  path: Path,
  at: 'key' | 'value' = 'value',
): void {
  faults.push({ code, args, path, at } as unknown as Fault);
}

/** Maps of the object at a place that a shape names, with their paths. */
export const mapsOf = ({ resource }: View, shape: string): readonly { readonly value: Fields; readonly path: Path }[] =>
  [...placesAt(resource, shape)]
    .slice(0, mostAsked)
    .flatMap(({ value, path }) => (isFields(value) ? [{ value, path }] : []));

/** All of `GROUP/KIND`; of one namespace, where one is named. */
export function objectsOf({ cluster }: View, groupKind: string, namespace?: string): readonly Resource[] {
  const all = resourcesOf(cluster, groupKind);
  return namespace === undefined ? all : all.filter((one) => namespaceOf(one) === namespace);
}

export const service = '/Service';
export const serviceEntry = 'networking.istio.io/ServiceEntry';
export const istioGateway = 'networking.istio.io/Gateway';
export const virtualService = 'networking.istio.io/VirtualService';
export const destinationRule = 'networking.istio.io/DestinationRule';
export const gateway = 'gateway.networking.k8s.io/Gateway';

/**
 * The object of this name, or null. That there is none is a fault where others of its kind and namespace are known: else it may only
 * not be shown.
 */
export function objectNamed(
  view: View,
  groupKind: string,
  name: string,
  namespace: string,
  path: Path,
): Resource | null {
  const known = objectsOf(view, groupKind, namespace);
  const found = known.find((one) => nameOf(one) === name);
  if (found !== undefined) return found;
  if (known.length > 0) {
    const kind = groupKind.slice(groupKind.indexOf('/') + 1);
    const nearest = nearestWord(name, known.map(nameOf));
    report(view, 'no-object', { kind, name, namespace, nearest }, path);
  }
  return null;
}
