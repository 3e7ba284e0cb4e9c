// References of policies: the workloads that a selector fits, and what a policy is attached to.
import type { Path } from '../../formats/manifest/document.ts';
import { targetingKinds } from '../defaults.ts';
import { type Fields, fieldsAt, groupKindOf, namespaceOf, type Resource, textAt } from '../resource.ts';
import { selects } from '../selectors.ts';
import { mapsOf, objectNamed, type ReferenceRule, report, type View } from './view.ts';

/** Where an object has the labels of its pods. */
const podLabels: { readonly [groupKind: string]: readonly (readonly string[])[] } = {
  '/Pod': [['metadata', 'labels']],
  'networking.istio.io/WorkloadEntry': [
    ['spec', 'labels'],
    ['metadata', 'labels'],
  ],
  'networking.istio.io/WorkloadGroup': [
    ['spec', 'template', 'labels'],
    ['spec', 'metadata', 'labels'],
  ],
  ...Object.fromEntries(
    ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet', 'batch/Job'].map((groupKind) => [
      groupKind,
      [['spec', 'template', 'metadata', 'labels']],
    ]),
  ),
};

function labelsOfPods(resource: Resource): Fields | null {
  const places = podLabels[groupKindOf(resource)];
  return places === undefined ? null : Object.assign({}, ...places.map((place) => fieldsAt(resource, ...place)));
}

/** Labels that pods have which Istio or its charts start: such pods are seldom shown. */
const ofGateways = [
  'istio',
  'istio.io/gateway-name',
  'gateway.networking.k8s.io/gateway-name',
  'app.kubernetes.io/name',
];

/**
 * That no workload is selected is a fault where workloads of the namespace are known, and none of them carries the labels that gateways
 * have, when it is these that are asked for.
 */
function checkSelector(view: View, selector: Fields, namespace: string | null, path: Path): void {
  const workloads = view.cluster.resources
    .filter((one) => namespace === null || namespaceOf(one) === namespace)
    .map(labelsOfPods)
    .filter((labels) => labels !== null && Object.keys(labels).length > 0) as readonly Fields[];
  if (Object.keys(selector).length === 0 || workloads.length === 0) return;
  if (workloads.some((labels) => selects(selector, labels))) return;
  const gatewayKeys = Object.keys(selector).filter((key) => ofGateways.includes(key));
  if (gatewayKeys.some((key) => !workloads.some((labels) => Object.hasOwn(labels, key)))) return;
  const text = Object.entries(selector).map(([key, value]) => `${key}=${String(value)}`);
  report(view, 'selects-nothing', { selector: text.join(','), namespace }, path, 'key');
}

const inNamespace =
  (...keys: readonly string[]) =>
  (view: View): void =>
    checkSelector(view, fieldsAt(view.resource, ...keys), namespaceOf(view.resource), keys);

function checkTargets(view: View): void {
  for (const { value, path } of mapsOf(view, 'spec.targetRefs[]')) {
    const groupKind = `${textAt(value, 'group')}/${textAt(value, 'kind')}`;
    if (groupKind.endsWith('/GatewayClass')) continue;
    objectNamed(view, groupKind, textAt(value, 'name'), namespaceOf(view.resource), [...path, 'name']);
  }
}

export const policyReferences: readonly ReferenceRule[] = [
  {
    kinds: [
      ...targetingKinds.filter((kind) => !kind.endsWith('/EnvoyFilter')),
      'security.istio.io/PeerAuthentication',
      'networking.istio.io/ProxyConfig',
    ],
    check: inNamespace('spec', 'selector', 'matchLabels'),
  },
  {
    kinds: ['Sidecar', 'EnvoyFilter', 'ServiceEntry'].map((kind) => `networking.istio.io/${kind}`),
    check: inNamespace('spec', 'workloadSelector', 'labels'),
  },
  {
    kinds: [...targetingKinds, 'gateway.networking.k8s.io/BackendTLSPolicy'],
    check: checkTargets,
  },
  {
    // Istio looks for the pods of a Gateway in every namespace.
    kinds: ['networking.istio.io/Gateway'],
    check: (view) => {
      const selector = fieldsAt(view.resource, 'spec', 'selector');
      const keys = Object.keys(selector);
      const known = view.cluster.resources.map(labelsOfPods);
      if (keys.every((key) => known.some((labels) => labels !== null && Object.hasOwn(labels, key))))
        checkSelector(view, selector, null, ['spec', 'selector']);
    },
  },
];
