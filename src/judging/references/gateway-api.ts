// References of the Gateway API: what a route is attached to and sends requests to, and who may use what of another namespace.
import type { Path } from '../../formats/manifest/document.ts';
import { doHostsMeet } from '../hosts.ts';
import {
  type Fields,
  fieldsAt,
  groupOf,
  labelsOf,
  mapsAt,
  nameOf,
  namespaceOf,
  numberOf,
  type Resource,
  textAt,
  textsAt,
} from '../resource.ts';
import { selects } from '../selectors.ts';
import { gateway, mapsOf, objectNamed, objectsOf, type ReferenceRule, report, service, type View } from './view.ts';

const group = 'gateway.networking.k8s.io';
const routeKinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];
const routes = routeKinds.map((kind) => `${group}/${kind}`);

/** Gateway API, `allowedRoutes.kinds`: what a protocol carries where nothing is said. */
const carried: { readonly [protocol: string]: readonly string[] } = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute', 'TLSRoute'],
  UDP: ['UDPRoute'],
};

const isGatewayRef = (ref: Fields): boolean =>
  (textAt(ref, 'group') || group) === group && (textAt(ref, 'kind') || 'Gateway') === 'Gateway';

function checkParents(view: View): void {
  for (const { value, path } of mapsOf(view, 'spec.parentRefs[]')) {
    const namespace = textAt(value, 'namespace') || namespaceOf(view.resource);
    const name = textAt(value, 'name');
    if (isGatewayRef(value)) {
      const found = gatewayNamed(view, name, namespace, [...path, 'name']);
      if (found !== null) checkListeners(view, found, value, path);
    } else if (textAt(value, 'kind') === 'Service') {
      objectNamed(view, service, name, namespace, [...path, 'name']);
    }
  }
}

/** Unlike Services, the Gateways of a cluster are few: where one is known, all of them are. */
function gatewayNamed(view: View, name: string, namespace: string, path: Path): Resource | null {
  const known = objectsOf(view, gateway);
  const found = known.find((one) => nameOf(one) === name && namespaceOf(one) === namespace);
  if (found !== undefined) return found;
  const elsewhere = known.find((one) => nameOf(one) === name);
  const nearest = elsewhere === undefined ? null : `namespace: ${namespaceOf(elsewhere)}`;
  if (known.length > 0) report(view, 'no-object', { kind: 'Gateway', name, namespace, nearest }, path);
  return null;
}

function checkListeners(view: View, found: Resource, ref: Fields, path: Path): void {
  const all = mapsAt(found, 'spec', 'listeners');
  const section = textAt(ref, 'sectionName');
  const port = numberOf(ref.port);
  const name = nameOf(found);
  const ofSection = all.filter((listener) => section === '' || textAt(listener, 'name') === section);
  const known = all.map((listener) => textAt(listener, 'name'));
  if (ofSection.length === 0) {
    report(view, 'no-section', { section, gateway: name, known }, [...path, 'sectionName']);
    return;
  }
  const ofPort = ofSection.filter((listener) => port === null || numberOf(listener.port) === port);
  if (ofPort.length === 0) {
    report(view, 'no-listener-port', { port: port ?? 0, gateway: name }, [...path, 'port']);
    return;
  }
  const ofKind = ofPort.filter((listener) => allowsKind(listener, view.resource.kind));
  const ofNamespace = ofKind.filter((listener) => allowsNamespace(view, found, listener));
  const ofHost = ofNamespace.filter((listener) => sharesHost(listener, view.resource));
  if (ofHost.length > 0) return;
  const by = ofKind.length === 0 ? 'kinds' : ofNamespace.length === 0 ? 'namespaces' : 'hostname';
  report(view, 'route-refused', { gateway: name, by }, path, 'key');
}

function allowsKind(listener: Fields, kind: string): boolean {
  const named = mapsAt(listener, 'allowedRoutes', 'kinds');
  if (named.length > 0) return named.some((one) => textAt(one, 'kind') === kind);
  return carried[textAt(listener, 'protocol')]?.includes(kind) ?? true;
}

/** What is not known of a namespace, its labels, is taken to fit. */
function allowsNamespace(view: View, found: Resource, listener: Fields): boolean {
  const rule = fieldsAt(listener, 'allowedRoutes', 'namespaces');
  const own = namespaceOf(view.resource);
  const from = textAt(rule, 'from') || 'Same';
  if (from !== 'Selector') return from === 'All' || (from === 'Same' && own === namespaceOf(found));
  const selector = fieldsAt(rule, 'selector');
  const namespace = objectsOf(view, '/Namespace').find((one) => nameOf(one) === own);
  const named = 'kubernetes.io/metadata.name';
  if (namespace !== undefined) return selects(selector, { ...labelsOf(namespace), [named]: own });
  const isByName = [
    ...Object.keys(fieldsAt(selector, 'matchLabels')),
    ...mapsAt(selector, 'matchExpressions').map((one) => textAt(one, 'key')),
  ].every((key) => key === named);
  return !isByName || selects(selector, { [named]: own });
}

function sharesHost(listener: Fields, route: Resource): boolean {
  const hosts = textsAt(route, 'spec', 'hostnames');
  const own = textAt(listener, 'hostname');
  return own === '' || hosts.length === 0 || hosts.some((host) => doHostsMeet(host, own));
}

const backends = ['spec.rules[].backendRefs[]', 'spec.rules[].filters[].requestMirror.backendRef'];

function checkBackends(view: View): void {
  const own = namespaceOf(view.resource);
  const isForGateway = mapsAt(view.resource, 'spec', 'parentRefs').some(isGatewayRef);
  for (const { value, path } of backends.flatMap((shape) => mapsOf(view, shape))) {
    if (textAt(value, 'group') !== '' || (textAt(value, 'kind') || 'Service') !== 'Service') continue;
    const namespace = textAt(value, 'namespace') || own;
    const found = objectNamed(view, service, textAt(value, 'name'), namespace, [...path, 'name']);
    if (found === null) continue;
    const port = numberOf(value.port);
    const known = mapsAt(found, 'spec', 'ports').flatMap((one) => numberOf(one.port) ?? []);
    if (port !== null && known.length > 0 && !known.includes(port))
      report(view, 'no-service-port', { port, service: nameOf(found), known }, [...path, 'port']);
    // Istio asks for a grant where a Gateway sends the requests, not where sidecars do.
    if (isForGateway && namespace !== own)
      checkGrant(view, { group: '', kind: 'Service' }, found, [...path, 'namespace']);
  }
}

/** Gateway API, ReferenceGrant: in the namespace of what is used. */
function checkGrant(
  view: View,
  to: { readonly group: string; readonly kind: string },
  used: Resource,
  path: Path,
): void {
  const { resource } = view;
  const isFrom = (one: Fields): boolean =>
    textAt(one, 'group') === groupOf(resource) &&
    textAt(one, 'kind') === resource.kind &&
    textAt(one, 'namespace') === namespaceOf(resource);
  const isTo = (one: Fields): boolean =>
    textAt(one, 'group') === to.group &&
    textAt(one, 'kind') === to.kind &&
    ['', nameOf(used)].includes(textAt(one, 'name'));
  const grants = objectsOf(view, `${group}/ReferenceGrant`, namespaceOf(used));
  if (grants.some((grant) => mapsAt(grant, 'spec', 'from').some(isFrom) && mapsAt(grant, 'spec', 'to').some(isTo)))
    return;
  report(
    view,
    'no-grant',
    { kind: to.kind, namespace: namespaceOf(used), user: resource.kind, from: namespaceOf(resource) },
    path,
  );
}

function checkCertificates(view: View): void {
  for (const { value, path } of mapsOf(view, 'spec.listeners[].tls.certificateRefs[]')) {
    if (textAt(value, 'group') !== '' || (textAt(value, 'kind') || 'Secret') !== 'Secret') continue;
    const namespace = textAt(value, 'namespace') || namespaceOf(view.resource);
    const found = objectNamed(view, '/Secret', textAt(value, 'name'), namespace, [...path, 'name']);
    if (found !== null && namespace !== namespaceOf(view.resource))
      checkGrant(view, { group: '', kind: 'Secret' }, found, [...path, 'namespace']);
  }
}

export const gatewayApiReferences: readonly ReferenceRule[] = [
  { kinds: routes, check: checkParents },
  { kinds: routes, check: checkBackends },
  { kinds: [gateway], check: checkCertificates },
];
