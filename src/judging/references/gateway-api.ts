// References of the Gateway API: what a route is attached to and sends requests to, and who may use what of another namespace.
import type { Path } from '../../formats/manifest/document.ts';
import {
  allowsKind,
  allowsNamespace,
  hasPort,
  hasSection,
  isGatewayParent,
  isProtocolKnown,
  sharedHostnames,
} from '../listeners.ts';
import { isReferenceGranted } from '../reference-grants.ts';
import {
  type Fields,
  fieldsAt,
  groupKindOf,
  mapsAt,
  nameOf,
  namespaceOf,
  numberOf,
  type Resource,
  textAt,
} from '../resource.ts';
import { gateway, mapsOf, objectNamed, objectsOf, type ReferenceRule, report, service, type View } from './view.ts';

const group = 'gateway.networking.k8s.io';
const routeKinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];
const routes = routeKinds.map((kind) => `${group}/${kind}`);

function checkParents(view: View): void {
  for (const { value, path } of mapsOf(view, 'spec.parentRefs[]')) {
    const namespace = textAt(value, 'namespace') || namespaceOf(view.resource);
    const name = textAt(value, 'name');
    if (isGatewayParent(value)) {
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

function checkListeners(view: View, found: Resource, parent: Fields, path: Path): void {
  const { resource } = view;
  const all = mapsAt(found, 'spec', 'listeners');
  const name = nameOf(found);
  const ofSection = all.filter((listener) => hasSection(listener, parent));
  if (ofSection.length === 0) {
    const known = all.map((listener) => textAt(listener, 'name'));
    const section = textAt(parent, 'sectionName');
    report(view, 'no-section', { section, gateway: name, known }, [...path, 'sectionName']);
    return;
  }
  const ofPort = ofSection.filter((listener) => hasPort(listener, parent));
  if (ofPort.length === 0) {
    report(view, 'no-listener-port', { port: numberOf(parent.port) ?? 0, gateway: name }, [...path, 'port']);
    return;
  }
  const ofKind = ofPort.filter((listener) => !isProtocolKnown(listener) || allowsKind(listener, resource.kind));
  const ofNamespace = ofKind.filter((listener) => mayAllowNamespace(view, found, listener));
  if (ofNamespace.some((listener) => sharedHostnames(listener, resource).length > 0)) return;
  const by = ofKind.length === 0 ? 'kinds' : ofNamespace.length === 0 ? 'namespaces' : 'hostname';
  report(view, 'route-refused', { gateway: name, by }, path, 'key');
}

/** What is not known of a namespace, its labels but for its name, is taken to fit. */
function mayAllowNamespace(view: View, found: Resource, listener: Fields): boolean {
  const own = namespaceOf(view.resource);
  const rule = fieldsAt(listener, 'allowedRoutes', 'namespaces');
  const selector = fieldsAt(rule, 'selector');
  const isByName = [
    ...Object.keys(fieldsAt(selector, 'matchLabels')),
    ...mapsAt(selector, 'matchExpressions').map((one) => textAt(one, 'key')),
  ].every((key) => key === 'kubernetes.io/metadata.name');
  const isKnown = isByName || objectsOf(view, '/Namespace').some((one) => nameOf(one) === own);
  return (textAt(rule, 'from') === 'Selector' && !isKnown) || allowsNamespace(view.cluster, found, listener, own);
}

const backends = ['spec.rules[].backendRefs[]', 'spec.rules[].filters[].requestMirror.backendRef'];

function checkBackends(view: View): void {
  const own = namespaceOf(view.resource);
  const isForGateway = mapsAt(view.resource, 'spec', 'parentRefs').some(isGatewayParent);
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
    if (isForGateway && namespace !== own) checkGrant(view, found, [...path, 'namespace']);
  }
}

function checkGrant(view: View, used: Resource, path: Path): void {
  const { resource, cluster } = view;
  const to = { namespace: namespaceOf(used), name: nameOf(used) };
  if (isReferenceGranted(cluster, resource, groupKindOf(used), to)) return;
  report(
    view,
    'no-grant',
    { kind: used.kind, namespace: to.namespace, user: resource.kind, from: namespaceOf(resource) },
    path,
  );
}

function checkCertificates(view: View): void {
  for (const { value, path } of mapsOf(view, 'spec.listeners[].tls.certificateRefs[]')) {
    if (textAt(value, 'group') !== '' || (textAt(value, 'kind') || 'Secret') !== 'Secret') continue;
    const namespace = textAt(value, 'namespace') || namespaceOf(view.resource);
    const found = objectNamed(view, '/Secret', textAt(value, 'name'), namespace, [...path, 'name']);
    if (found !== null && namespace !== namespaceOf(view.resource)) checkGrant(view, found, [...path, 'namespace']);
  }
}

export const gatewayApiReferences: readonly ReferenceRule[] = [
  { kinds: routes, check: checkParents },
  { kinds: routes, check: checkBackends },
  { kinds: [gateway], check: checkCertificates },
];
