// VirtualServices: which one counts for a host, and its rules with what they delegate.
import { bestHost, compareHosts } from './hosts.ts';
import { fitsRequest, isForProxy, matchesOf } from './http-match.ts';
import {
  type Cluster,
  type Fields,
  fieldsAt,
  isFields,
  mapsAt,
  nameOf,
  namespaceOf,
  type Resource,
  resourcesOf,
  textAt,
  textsAt,
  type Value,
  valueAt,
} from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import { isExportedTo } from './services.ts';

const groupKind = 'networking.istio.io/VirtualService';

/** Those that count at `gateway` (`mesh`, or NAMESPACE/NAME) and are exported to the namespace. Istio: its own, if not for all; those exported to it by name; those for all. */
export function virtualServicesAt(cluster: Cluster, gateway: string, namespace: string): readonly Resource[] {
  const all = resourcesOf(cluster, groupKind).filter(
    (each) => textsAt(each, 'spec', 'gateways').includes(gateway) && isExportedTo(each, namespace),
  );
  const rank = (each: Resource): number => {
    if (textsAt(each, 'spec', 'exportTo').includes('*')) return 2;
    return namespaceOf(each) === namespace ? 0 : 1;
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** Those that are in the configuration of the caller's proxy in the mesh. */
export const virtualServicesInMesh = (cluster: Cluster, request: RouteRequest): readonly Resource[] =>
  virtualServicesAt(cluster, 'mesh', request.namespace).filter((each) =>
    hostsOf(each).some((host) => request.scope.hasRoute(namespaceOf(each), host)),
  );

export const hostsOf = (virtualService: Resource): readonly string[] =>
  textsAt(virtualService, 'spec', 'hosts').map((host) => host.toLowerCase());

/** Istio, sidecars: of several for a host the one with the most specific, and never two joined. */
export function virtualServiceFor(cluster: Cluster, request: RouteRequest): Resource | null {
  const fitting = virtualServicesInMesh(cluster, request).flatMap((each) => {
    const host = bestHost(request.host, hostsOf(each));
    return host === null ? [] : [{ each, host }];
  });
  return fitting.sort((a, b) => compareHosts(a.host, b.host))[0]?.each ?? null;
}

export interface FittingRule {
  readonly rule: Fields;
  readonly match: Fields;
}

/** The rules that a proxy gets at all; each with one match. */
export function rulesForProxy(cluster: Cluster, virtualService: Resource, request: RouteRequest): FittingRule[] {
  return httpRulesOf(cluster, virtualService).flatMap((rule) =>
    matchesOf(rule)
      .filter((match) => isForProxy(match, request))
      .map((match) => ({ rule, match })),
  );
}

/** Istio, VirtualService `http`: the first rule that fits is used. */
export const firstFitting = (rules: readonly FittingRule[], request: RouteRequest): FittingRule | null =>
  rules.find(({ match }) => fitsRequest(match, request)) ?? null;

/** Rules that delegate are replaced by those of the VirtualService without hosts that they name; only one level deep. */
function httpRulesOf(cluster: Cluster, virtualService: Resource): readonly Fields[] {
  return mapsAt(virtualService, 'spec', 'http').flatMap((rule) => {
    if (!isFields(valueAt(rule, 'delegate'))) return [rule];
    const delegate = delegateOf(cluster, virtualService, fieldsAt(rule, 'delegate'));
    return delegate === null ? [] : mapsAt(delegate, 'spec', 'http').flatMap((inner) => delegated(rule, inner));
  });
}

function delegateOf(cluster: Cluster, root: Resource, reference: Fields): Resource | null {
  const namespace = textAt(reference, 'namespace') || namespaceOf(root);
  const found = resourcesOf(cluster, groupKind).find(
    (each) => nameOf(each) === textAt(reference, 'name') && namespaceOf(each) === namespace,
  );
  if (found === undefined || hostsOf(found).length > 0) return null;
  return isExportedTo(found, namespaceOf(root)) ? found : null;
}

/** What a delegate takes from the rule that leads to it, where it has none of its own. */
const inherited: readonly string[] = [
  'rewrite',
  'directResponse',
  'timeout',
  'retries',
  'fault',
  'mirror',
  'mirrorPercentage',
  'mirrors',
  'corsPolicy',
  'headers',
];

/** Istio, Delegate: both conditions must hold; a rule of the delegate that the root's conditions exclude is ignored. */
function delegated(root: Fields, inner: Fields): Fields[] {
  const taken = inherited.filter((key) => valueAt(inner, key) === undefined && valueAt(root, key) !== undefined);
  const rule = { ...inner, ...Object.fromEntries(taken.map((key) => [key, root[key]])) };
  const [outer, own] = [mapsAt(root, 'match'), mapsAt(inner, 'match')];
  if (outer.length === 0 || own.length === 0) return [{ ...rule, match: own.length > 0 ? own : outer }];
  const joined = own.map((match) => outer.filter((each) => !doConflict(each, match)).map((each) => both(each, match)));
  return joined.some((matches) => matches.length === 0) ? [] : [{ ...rule, match: joined.flat() }];
}

const maps = ['headers', 'withoutHeaders', 'queryParams', 'sourceLabels'];
const texts = ['uri', 'scheme', 'method', 'authority'];

function both(root: Fields, own: Fields): Fields {
  const joined = maps.map((key) => [key, { ...fieldsAt(root, key), ...fieldsAt(own, key) }] as const);
  return { ...root, ...own, ...Object.fromEntries(joined.filter(([, map]) => Object.keys(map).length > 0)) };
}

function doConflict(root: Fields, own: Fields): boolean {
  const differs = (key: string): boolean =>
    valueAt(root, key) !== undefined && valueAt(own, key) !== undefined && root[key] !== own[key];
  return (
    texts.some((key) => doTextsConflict(root[key], own[key])) ||
    ['headers', 'withoutHeaders', 'queryParams'].some((key) =>
      Object.entries(fieldsAt(own, key)).some(([name, match]) => doTextsConflict(valueAt(root, key, name), match)),
    ) ||
    Object.entries(fieldsAt(own, 'sourceLabels')).some(([name, value]) => {
      const outer = valueAt(root, 'sourceLabels', name);
      return outer !== undefined && outer !== value;
    }) ||
    (valueAt(root, 'ignoreUriCase') === true) !== (valueAt(own, 'ignoreUriCase') === true) ||
    differs('port') ||
    (textAt(root, 'sourceNamespace') !== '' && textAt(own, 'sourceNamespace') !== textAt(root, 'sourceNamespace')) ||
    doGatewaysConflict(textsAt(root, 'gateways'), textsAt(own, 'gateways'))
  );
}

const doGatewaysConflict = (root: readonly string[], own: readonly string[]): boolean =>
  root.length > 0 && own.some((gateway) => !root.includes(gateway));

/** The delegate's must be within the root's; expressions cannot be compared, so two never are. */
function doTextsConflict(root: Value | undefined, own: Value | undefined): boolean {
  if (!isFields(root) || !isFields(own)) return false;
  if (textAt(root, 'regex') !== '' || textAt(own, 'regex') !== '') return true;
  const [exact, prefix] = [textAt(root, 'exact'), textAt(root, 'prefix')];
  if (exact !== '') return textAt(own, 'exact') !== exact;
  return prefix === '' || !(textAt(own, 'prefix') || textAt(own, 'exact')).startsWith(prefix);
}
