// Backends of the routes of Gateway API, as destinations of VirtualServices are.
import { isReferenceGranted } from './reference-grants.ts';
import {
  type Cluster,
  type Fields,
  fieldsAt,
  mapsAt,
  namespaceOf,
  numberOf,
  type Resource,
  textAt,
  valueAt,
} from './resource.ts';

/** `needsGrant`: at Gateways a reference to another namespace needs a ReferenceGrant there; Istio asks for none in the mesh. */
export interface RouteContext {
  readonly cluster: Cluster;
  readonly route: Resource;
  readonly needsGrant: boolean;
}

/** What Istio makes of filters of a backend; with any other it refuses the rule. */
const backendFilters: readonly string[] = ['RequestHeaderModifier', 'ResponseHeaderModifier'];

/** Those with a weight; null where one has no port, or a filter that Istio does not know there: it refuses the rule. */
export function backendsOf(context: RouteContext, rule: Fields): Fields[] | null {
  const references = mapsAt(rule, 'backendRefs').filter((each) => (numberOf(each.weight) ?? 1) > 0);
  const destinations = references.map((each) => destinationTo(context, each));
  if (destinations.some((each) => each === null)) return null;
  const filters = references.flatMap((each) => mapsAt(each, 'filters'));
  if (filters.some((each) => !backendFilters.includes(textAt(each, 'type')))) return null;
  return references.map((each, at) => ({
    destination: destinations[at] as Fields,
    weight: numberOf(each.weight) ?? 1,
    headers: headersOfFilters(mapsAt(each, 'filters')),
  }));
}

/** Host '' where the reference is not granted or its kind is unknown: what is sent there fails with 500. */
export function destinationTo(context: RouteContext, reference: Fields): Fields | null {
  const host = hostOf(context, reference);
  const port = numberOf(reference.port);
  if (host === '') return { host };
  // Gateway API: the port of a Service is required.
  return port === null ? null : { host, port: { number: port } };
}

function hostOf({ cluster, route, needsGrant }: RouteContext, reference: Fields): string {
  const namespace = textAt(reference, 'namespace') || namespaceOf(route);
  const name = textAt(reference, 'name');
  const kind = `${textAt(reference, 'group')}/${textAt(reference, 'kind') || 'Service'}`;
  if (needsGrant && namespace !== namespaceOf(route) && !isReferenceGranted(cluster, route, kind, { namespace, name }))
    return '';
  if (kind === '/Service') return `${name}.${namespace}.svc.cluster.local`;
  // Istio: kind Hostname of networking.istio.io is a host as it is, for example of a ServiceEntry.
  return kind === 'networking.istio.io/Hostname' ? name : '';
}

/** Gateway API, RequestHeaderModifier and ResponseHeaderModifier: names with values, as a VirtualService writes them. */
export function headersOfFilters(filters: readonly Fields[]): Fields {
  const changes = (type: string, key: string): Fields => {
    const filter = filters.find((each) => textAt(each, 'type') === type);
    const modifier = fieldsAt(filter, key);
    const named = (list: string): Fields =>
      Object.fromEntries(mapsAt(modifier, list).map((each) => [textAt(each, 'name'), textAt(each, 'value')]));
    return { set: named('set'), add: named('add'), remove: valueAt(modifier, 'remove') ?? [] };
  };
  return {
    request: changes('RequestHeaderModifier', 'requestHeaderModifier'),
    response: changes('ResponseHeaderModifier', 'responseHeaderModifier'),
  };
}
