// Defaults: what a field means that a manifest leaves out, each with its source.
import { type Fields, isFields, listOf, type Value } from './resource.ts';

export interface DefaultValue {
  /** `GROUP/KIND`, see `groupKindOf`. */
  readonly of: string;
  /** Keys with dots between them; `[]` each entry of a list, `{}` each value of a map, `?` only where the key is written. */
  readonly path: string;
  /** A function says what is there in place of `found`, which `parent` holds. */
  readonly value: Value | ((parent: Fields, found: Value | undefined) => Value | undefined);
  readonly source: string;
}

const istio = 'networking.istio.io';
const gateway = 'gateway.networking.k8s.io';
const security = 'security.istio.io';
/** Kinds of Istio that may have `targetRefs`. */
export const targetingKinds: readonly string[] = [
  ...['AuthorizationPolicy', 'RequestAuthentication'].map((kind) => `${security}/${kind}`),
  'telemetry.istio.io/Telemetry',
  ...['WasmPlugin', 'TrafficExtension'].map((kind) => `extensions.istio.io/${kind}`),
  `${istio}/EnvoyFilter`,
];
const podTemplates = ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet'];

const serviceReference = (of: string, path: string): DefaultValue[] => [
  { of, path: `${path}.group`, value: '', source: 'Gateway API, BackendObjectReference: group' },
  { of, path: `${path}.kind`, value: 'Service', source: 'Gateway API, BackendObjectReference: kind' },
];
const parentReference = (kind: string): DefaultValue[] => [
  {
    of: `${gateway}/${kind}`,
    path: 'spec.parentRefs?[].group',
    value: gateway,
    source: 'Gateway API, ParentReference: group',
  },
  {
    of: `${gateway}/${kind}`,
    path: 'spec.parentRefs?[].kind',
    value: 'Gateway',
    source: 'Gateway API, ParentReference: kind',
  },
];
const backends = (kind: string): DefaultValue[] => [
  ...serviceReference(`${gateway}/${kind}`, 'spec.rules?[].backendRefs?[]'),
  {
    of: `${gateway}/${kind}`,
    path: 'spec.rules?[].backendRefs?[].weight',
    value: 1,
    source: 'Gateway API, BackendRef: weight',
  },
];
const targets = (of: string): DefaultValue => ({
  of,
  path: 'spec.targetRefs?[].group',
  value: '',
  source: 'Istio, PolicyTargetReference: no group is the core',
});
/** One destination takes all; of several, one without a weight takes nothing. */
const weights = (routes: string): DefaultValue => ({
  of: `${istio}/VirtualService`,
  path: `spec.${routes}?[].route?`,
  value: (_, destinations) => {
    const weight = listOf(destinations).length === 1 ? 100 : 0;
    return listOf(destinations).map((each) => (isFields(each) ? { weight, ...each } : each));
  },
  source: 'Istio, RouteDestination weight: a single destination receives all; proto3: 0',
});
const protocolTcp = (of: string, path: string): DefaultValue => ({
  of,
  path: `${path}.protocol`,
  value: 'TCP',
  source: 'Kubernetes, ports: protocol',
});

const virtualServices: readonly DefaultValue[] = [
  { of: `${istio}/VirtualService`, path: 'spec.gateways', value: ['mesh'], source: 'Istio, VirtualService gateways' },
  { of: `${istio}/VirtualService`, path: 'spec.exportTo', value: ['*'], source: 'Istio, VirtualService exportTo' },
  weights('http'),
  weights('tcp'),
  weights('tls'),
  {
    of: `${istio}/VirtualService`,
    path: 'spec.http?[].redirect?.redirectCode',
    value: 301,
    source: 'Istio, HTTPRedirect',
  },
  {
    of: `${istio}/VirtualService`,
    path: 'spec.http?[].mirrorPercentage',
    value: ({ mirror, mirrorPercent }, found) =>
      mirror === undefined || found !== undefined
        ? found
        : { value: typeof mirrorPercent === 'number' ? mirrorPercent : 100 },
    source: 'Istio, HTTPRoute mirrorPercentage: all, where it is absent',
  },
  {
    of: `${istio}/VirtualService`,
    path: 'spec.http?[].mirrors?[].percentage',
    value: { value: 100 },
    source: 'Istio, HTTPMirrorPolicy',
  },
];

const destinationRules: readonly DefaultValue[] = [
  { of: `${istio}/DestinationRule`, path: 'spec.exportTo', value: ['*'], source: 'Istio, DestinationRule exportTo' },
  ...['spec', 'spec.subsets?[]'].flatMap((place) =>
    [`${place}.trafficPolicy?`, `${place}.trafficPolicy?.portLevelSettings?[]`].flatMap((policy) => [
      ...outlierDetection(`${policy}.outlierDetection?`),
      {
        of: `${istio}/DestinationRule`,
        path: `${policy}.tls?.mode`,
        value: 'DISABLE',
        source: 'Istio, ClientTLSSettings mode: the first of the enumeration',
      },
    ]),
  ),
];

function outlierDetection(path: string): DefaultValue[] {
  const values: Readonly<Record<string, Value>> = {
    consecutive5xxErrors: 5,
    interval: '10s',
    baseEjectionTime: '30s',
    maxEjectionPercent: 10,
  };
  return Object.entries(values).map(([key, value]) => ({
    of: `${istio}/DestinationRule`,
    path: `${path}.${key}`,
    value,
    source: `Istio, OutlierDetection ${key}`,
  }));
}

const otherIstio: readonly DefaultValue[] = [
  {
    of: `${istio}/ServiceEntry`,
    path: 'spec.location',
    value: 'MESH_EXTERNAL',
    source: 'Istio, ServiceEntry location',
  },
  { of: `${istio}/ServiceEntry`, path: 'spec.resolution', value: 'NONE', source: 'Istio, ServiceEntry resolution' },
  { of: `${istio}/ServiceEntry`, path: 'spec.exportTo', value: ['*'], source: 'Istio, ServiceEntry exportTo' },
  {
    of: `${istio}/ServiceEntry`,
    path: 'spec.ports?[].targetPort',
    value: ({ number }, found) => found ?? number,
    source: 'Istio, ServicePort targetPort',
  },
  {
    of: `${security}/AuthorizationPolicy`,
    path: 'spec.action',
    value: 'ALLOW',
    source: 'Istio, AuthorizationPolicy action',
  },
  ...targetingKinds.map(targets),
];

const filterPlaces = ['spec.rules?[].filters?[]', 'spec.rules?[].backendRefs?[].filters?[]'];

const httpRoutes: readonly DefaultValue[] = [
  ...parentReference('HTTPRoute'),
  { of: `${gateway}/HTTPRoute`, path: 'spec.rules', value: [{}], source: 'Gateway API, HTTPRouteSpec rules' },
  {
    of: `${gateway}/HTTPRoute`,
    path: 'spec.rules?[].matches',
    value: [{}],
    source: 'Gateway API, HTTPRouteRule matches',
  },
  {
    of: `${gateway}/HTTPRoute`,
    path: 'spec.rules?[].matches?[].path.type',
    value: 'PathPrefix',
    source: 'Gateway API, HTTPPathMatch type',
  },
  {
    of: `${gateway}/HTTPRoute`,
    path: 'spec.rules?[].matches?[].path.value',
    value: '/',
    source: 'Gateway API, HTTPPathMatch value',
  },
  ...['headers', 'queryParams'].map((place) => ({
    of: `${gateway}/HTTPRoute`,
    path: `spec.rules?[].matches?[].${place}?[].type`,
    value: 'Exact',
    source: `Gateway API, matches of ${place}`,
  })),
  ...backends('HTTPRoute'),
  ...filterPlaces.flatMap((place) => [
    ...serviceReference(`${gateway}/HTTPRoute`, `${place}.requestMirror?.backendRef?`),
    {
      of: `${gateway}/HTTPRoute`,
      path: `${place}.requestRedirect?.statusCode`,
      value: 302,
      source: 'Gateway API, HTTPRequestRedirectFilter statusCode',
    },
  ]),
];

const otherRoutes: readonly DefaultValue[] = [
  ...['GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].flatMap((kind) => [...parentReference(kind), ...backends(kind)]),
  { of: `${gateway}/GRPCRoute`, path: 'spec.rules', value: [{}], source: 'Gateway API, GRPCRouteSpec rules' },
  {
    of: `${gateway}/GRPCRoute`,
    path: 'spec.rules?[].matches?[].method?.type',
    value: 'Exact',
    source: 'Gateway API, GRPCMethodMatch type',
  },
  {
    of: `${gateway}/GRPCRoute`,
    path: 'spec.rules?[].matches?[].headers?[].type',
    value: 'Exact',
    source: 'Gateway API, GRPCHeaderMatch type',
  },
  ...filterPlaces.flatMap((place) => serviceReference(`${gateway}/GRPCRoute`, `${place}.requestMirror?.backendRef?`)),
];

const gateways: readonly DefaultValue[] = [
  {
    of: `${gateway}/Gateway`,
    path: 'spec.listeners?[].allowedRoutes.namespaces.from',
    value: 'Same',
    source: 'Gateway API, RouteNamespaces from',
  },
  {
    of: `${gateway}/Gateway`,
    path: 'spec.listeners?[].tls?.mode',
    value: 'Terminate',
    source: 'Gateway API, TLS mode',
  },
  {
    of: `${gateway}/Gateway`,
    path: 'spec.listeners?[].tls?.certificateRefs?[].group',
    value: '',
    source: 'Gateway API, SecretObjectReference group',
  },
  {
    of: `${gateway}/Gateway`,
    path: 'spec.listeners?[].tls?.certificateRefs?[].kind',
    value: 'Secret',
    source: 'Gateway API, SecretObjectReference kind',
  },
];

const kubernetes: readonly DefaultValue[] = [
  {
    of: '/Namespace',
    path: 'metadata.labels',
    value: {},
    source: 'Kubernetes: every Namespace is labelled with its name',
  },
  { of: '/Service', path: 'spec.type', value: 'ClusterIP', source: 'Kubernetes, Service type' },
  { of: '/Service', path: 'spec.sessionAffinity', value: 'None', source: 'Kubernetes, Service sessionAffinity' },
  {
    of: '/Service',
    path: 'spec.internalTrafficPolicy',
    value: 'Cluster',
    source: 'Kubernetes, Service internalTrafficPolicy',
  },
  {
    of: '/Service',
    path: 'spec.externalTrafficPolicy',
    value: ({ type }, found) => found ?? (type === 'LoadBalancer' || type === 'NodePort' ? 'Cluster' : undefined),
    source: 'Kubernetes, Service externalTrafficPolicy',
  },
  protocolTcp('/Service', 'spec.ports?[]'),
  {
    of: '/Service',
    path: 'spec.ports?[].targetPort',
    value: ({ port }, found) => found ?? port,
    source: 'Kubernetes, ServicePort targetPort',
  },
  ...['apps/Deployment', 'apps/StatefulSet'].map((of) => ({
    of,
    path: 'spec.replicas',
    value: 1,
    source: 'Kubernetes, replicas',
  })),
  ...podTemplates.map((of) => protocolTcp(of, 'spec.template?.spec?.containers?[].ports?[]')),
  protocolTcp('/Pod', 'spec.containers?[].ports?[]'),
  protocolTcp('networking.k8s.io/NetworkPolicy', 'spec.ingress?[].ports?[]'),
  protocolTcp('networking.k8s.io/NetworkPolicy', 'spec.egress?[].ports?[]'),
];

export const defaults: readonly DefaultValue[] = [
  ...virtualServices,
  ...destinationRules,
  ...otherIstio,
  ...httpRoutes,
  ...otherRoutes,
  ...gateways,
  ...kubernetes,
];
