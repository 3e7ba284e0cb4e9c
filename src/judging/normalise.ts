// Normal form of an object: namespace, full names and defaults filled in, what a cluster adds to a dump taken out.
import { defaults, targetingKinds } from './defaults.ts';
import { type Change, changedAt } from './field-path.ts';
import { fullHost } from './hosts.ts';
import {
  compareText,
  defaultRootNamespace,
  type Fields,
  fieldsAt,
  fieldsOf,
  groupKindOf,
  isFields,
  labelsOf,
  nameOf,
  namespaceOf,
  type Resource,
  textOf,
  type Value,
  valueAt,
  without,
} from './resource.ts';

/** Kubernetes: kinds whose objects are in no namespace. */
const clusterKinds: ReadonlySet<string> = new Set([
  '/Namespace',
  '/Node',
  '/PersistentVolume',
  'gateway.networking.k8s.io/GatewayClass',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'storage.k8s.io/StorageClass',
]);

/** What `kubectl get -o yaml` shows and nobody writes. */
const dumped: readonly string[] = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'selfLink',
  'managedFields',
  'ownerReferences',
  'finalizers',
];
const dumpedAnnotations: readonly string[] = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
];
const dumpedServiceFields: readonly string[] = ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy'];

/** A change of spelling that keeps the meaning, at a path of a kind. */
type Spelling = (value: string, namespace: string) => string;

/** Istio, Gateway names: `edge` and `./edge` are in the object's own namespace, `mesh` is the sidecars. */
export function fullGateway(name: string, namespace: string): string {
  if (name === 'mesh') return name;
  const own = name.startsWith('./') ? name.slice(2) : name;
  return own.includes('/') ? own : `${namespace}/${own}`;
}

/** Istio, Gateway server hosts: `./a.com` is for objects of the Gateway's namespace, `*` + `/a.com` is `a.com`. */
function serverHost(host: string, namespace: string): string {
  if (host.startsWith('./')) return `${namespace}/${host.slice(2)}`;
  return host.startsWith('*/') ? host.slice(2) : host;
}

/** Istio, Sidecar egress hosts: NAMESPACE/HOST; `./` is the Sidecar's own, in the root namespace that of each workload. */
const importedHost: Spelling = (host, namespace) =>
  host.startsWith('./') && namespace !== defaultRootNamespace ? `${namespace}/${host.slice(2)}` : host;

/** Istio, exportTo: `.` is the object's own namespace. */
const exported: Spelling = (target, namespace) => (target === '.' ? namespace : target);
const upperCase: Spelling = (text) => text.toUpperCase();
/** Istio, PolicyTargetReference: the core group may be called by its name. */
const coreGroup: Spelling = (group) => (group === 'core' ? '' : group);
const ownNamespace: Spelling = (name, namespace) => (name === '' ? namespace : name);

const istio = 'networking.istio.io';
const gatewayApi = 'gateway.networking.k8s.io';
const routeKinds = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'];

const spellings: readonly (readonly [of: string, path: string, spelling: Spelling])[] = [
  ...[
    'hosts?[]',
    ...['http', 'tcp', 'tls'].map((routes) => `${routes}?[].route?[].destination?.host?`),
    'http?[].mirror?.host?',
    'http?[].mirrors?[].destination?.host?',
  ].map((path) => [`${istio}/VirtualService`, `spec.${path}`, fullHost] as const),
  ...['gateways?[]', ...['http', 'tcp', 'tls'].map((routes) => `${routes}?[].match?[].gateways?[]`)].map(
    (path) => [`${istio}/VirtualService`, `spec.${path}`, fullGateway] as const,
  ),
  [`${istio}/VirtualService`, 'spec.http?[].delegate?.namespace', ownNamespace],
  [`${istio}/DestinationRule`, 'spec.host?', fullHost],
  ...['VirtualService', 'DestinationRule', 'ServiceEntry'].map(
    (kind) => [`${istio}/${kind}`, 'spec.exportTo?[]', exported] as const,
  ),
  [`${istio}/Gateway`, 'spec.servers?[].hosts?[]', serverHost],
  [`${istio}/Gateway`, 'spec.servers?[].port?.protocol?', upperCase],
  [`${istio}/ServiceEntry`, 'spec.ports?[].protocol?', upperCase],
  [`${istio}/Sidecar`, 'spec.egress?[].hosts?[]', importedHost],
  [`${istio}/Sidecar`, 'spec.egress?[].port?.protocol?', upperCase],
  [`${istio}/Sidecar`, 'spec.ingress?[].port?.protocol?', upperCase],
  ...routeKinds.flatMap((kind) => [
    [`${gatewayApi}/${kind}`, 'spec.parentRefs?[].namespace', ownNamespace] as const,
    [`${gatewayApi}/${kind}`, 'spec.rules?[].backendRefs?[].namespace', ownNamespace] as const,
    [`${gatewayApi}/${kind}`, 'spec.rules?[].filters?[].requestMirror?.backendRef?.namespace', ownNamespace] as const,
  ]),
  [`${gatewayApi}/Gateway`, 'spec.listeners?[].tls?.certificateRefs?[].namespace', ownNamespace],
  ...routeKinds.flatMap((kind) =>
    ['parentRefs?[]', 'rules?[].backendRefs?[]', 'rules?[].filters?[].requestMirror?.backendRef?'].map(
      (path) => [`${gatewayApi}/${kind}`, `spec.${path}.group?`, coreGroup] as const,
    ),
  ),
  ...targetingKinds.map((of) => [of, 'spec.targetRefs?[].group?', coreGroup] as const),
];

/** Kubernetes: a field whose value is null is one that is not written. */
function withoutNulls(value: Value): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map(withoutNulls);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutNulls(each as Value)]));
}

function withoutDump(resource: Resource): Resource {
  const metadata = without(fieldsOf(resource.metadata), dumped);
  const annotations = without(fieldsAt(metadata, 'annotations'), dumpedAnnotations);
  const kept: Fields = { ...without(metadata, ['annotations']), ...(isEmpty(annotations) ? {} : { annotations }) };
  const spec = resource.spec;
  return {
    ...without(resource, ['status']),
    apiVersion: resource.apiVersion,
    kind: resource.kind,
    metadata: kept,
    ...(groupKindOf(resource) === '/Service' && isFields(spec) ? { spec: withoutAddresses(spec) } : {}),
  };
}

const isEmpty = (fields: Fields): boolean => Object.keys(fields).length === 0;

/** `clusterIP: None` makes a Service headless; every other address is the cluster's choice. */
const withoutAddresses = (spec: Fields): Fields =>
  without(spec, spec.clusterIP === 'None' ? dumpedServiceFields : [...dumpedServiceFields, 'clusterIP']);

/** Istio, `targetRef`: the older spelling of a list with one entry. */
function withTargets(resource: Resource): Resource {
  const spec = fieldsAt(resource, 'spec');
  const target = spec.targetRef;
  if (!groupKindOf(resource).includes('istio.io/') || !isFields(target) || spec.targetRefs !== undefined)
    return resource;
  return { ...resource, spec: { ...without(spec, ['targetRef']), targetRefs: [target] } };
}

/** Istio, `jwks_uri`: the older spelling of `jwksUri`. */
function withKeyAddress(resource: Resource): Resource {
  const rules = valueAt(resource, 'spec', 'jwtRules');
  if (resource.kind !== 'RequestAuthentication' || !Array.isArray(rules)) return resource;
  const jwtRules = (rules as readonly Value[]).map((rule) =>
    isFields(rule) && rule.jwksUri === undefined && rule.jwks_uri !== undefined
      ? { ...without(rule, ['jwks_uri']), jwksUri: rule.jwks_uri }
      : rule,
  );
  return { ...resource, spec: { ...fieldsAt(resource, 'spec'), jwtRules } };
}

/** In a namespace, with its defaults and full names: equal meanings are equal objects, but for the order of keys. Never throws. */
export function normaliseResource(resource: Resource, namespace: string): Resource {
  const of = groupKindOf(resource);
  const bare = withKeyAddress(withTargets(withoutDump(withoutNulls(resource) as Resource)));
  const own = clusterKinds.has(of) ? '' : namespaceOf(bare) || namespace;
  let made: Value | undefined = {
    ...bare,
    metadata: own === '' ? without(bare.metadata, ['namespace']) : { ...bare.metadata, namespace: own },
  };
  for (const each of defaults) {
    if (each.of !== of) continue;
    const { value } = each;
    const change: Change = (found, parent) => (typeof value === 'function' ? value(parent, found) : (found ?? value));
    made = changedAt(made, each.path, change);
  }
  for (const [kind, path, spelling] of spellings) {
    if (kind !== of) continue;
    const change: Change = (found) =>
      found === undefined || typeof found === 'string' ? spelling(textOf(found), own) : found;
    made = changedAt(made, path, change);
  }
  return withNamespaceLabel(made as Resource);
}

/** Kubernetes: a Namespace carries its name as a label, whatever its manifest says. */
function withNamespaceLabel(resource: Resource): Resource {
  if (groupKindOf(resource) !== '/Namespace') return resource;
  const labels = { ...labelsOf(resource), 'kubernetes.io/metadata.name': nameOf(resource) };
  return { ...resource, metadata: { ...resource.metadata, labels } };
}

const identityOf = (resource: Resource): string =>
  [groupKindOf(resource), namespaceOf(resource), nameOf(resource)].join(' ');

/** Istio: of the same age the one that comes first by name, then by namespace. */
const byName = (a: Resource, b: Resource): number =>
  compareText(nameOf(a), nameOf(b)) ||
  compareText(namespaceOf(a), namespaceOf(b)) ||
  compareText(identityOf(a), identityOf(b));

/**
 * What is in the cluster when the answer is applied to it: an object of the answer takes the place of a given one; what is new is younger
 * than all that is given. The order of the documents counts for nothing, but where one object is there twice: then the last counts.
 */
export function overlaid(given: readonly Resource[], answer: readonly Resource[]): Resource[] {
  const older = new Map<string, Resource>();
  const younger = new Map<string, Resource>();
  for (const resource of given) older.set(identityOf(resource), resource);
  for (const resource of answer) {
    const identity = identityOf(resource);
    (older.has(identity) ? older : younger).set(identity, resource);
  }
  return [...[...older.values()].sort(byName), ...[...younger.values()].sort(byName)];
}
