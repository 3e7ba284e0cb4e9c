// The reference layer: what is named and not there; nothing where it may only not be shown.
import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/judging/fault.ts';
import { normaliseResource, overlaid } from '../../src/judging/normalise.ts';
import { brokenReferences } from '../../src/judging/references.ts';
import type { Resource } from '../../src/judging/resource.ts';
import { faultSentences } from '../../src/judging/sentences.ts';
import { manifestsOf, objectOf } from './faults.ts';

const objectsIn = (texts: readonly string[]): readonly Resource[] =>
  texts.flatMap(manifestsOf).map(({ value }) => normaliseResource(value as unknown as Resource, 'shop'));

/** `place: sentence` of each reference of the answer that leads nowhere. */
function broken(answer: readonly string[], given: readonly string[] = []): readonly string[] {
  const answered = objectsIn(answer);
  const cluster = { resources: overlaid(objectsIn(given), answered), namespace: 'shop' };
  return answered.flatMap((resource) =>
    brokenReferences(resource, cluster).map((fault) => {
      const { message, hint } = faultSentences(fault);
      expect(message.ru).toMatch(/[а-я]/);
      expect(hint?.ru === undefined).toBe(hint?.en === undefined);
      return `${placeText(fault.path)}: ${message.en}${hint === null ? '' : ` (${hint.en})`}`;
    }),
  );
}

const routeTo = (destination: string, more = ''): string =>
  objectOf('VirtualService', `{hosts: [reviews], ${more} http: [{route: [{destination: {${destination}}}]}]}`);
const rule = (host: string, subsets: string): string =>
  objectOf('DestinationRule', `{host: ${host}, subsets: [${subsets}]}`);
const service = (name: string, port = 80, namespace = 'shop'): string =>
  objectOf('Service', `{ports: [{name: http, port: ${port}}]}`, `name: ${name}, namespace: ${namespace}`);
const deployment = (labels: string, namespace = 'shop'): string =>
  objectOf('Deployment', `{template: {metadata: {labels: {${labels}}}}}`, `name: a, namespace: ${namespace}`);
const edge = (hosts: string, namespace = 'ingress'): string =>
  objectOf(
    'IstioGateway',
    `{selector: {istio: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [${hosts}]}]}`,
    `name: edge, namespace: ${namespace}`,
  );
const forGateway = (gateways: string, hosts = 'shop.example.com'): string =>
  objectOf(
    'VirtualService',
    `{hosts: [${hosts}], gateways: [${gateways}], http: [{route: [{destination: {host: reviews}}]}]}`,
  );
const listener = (more: string, namespace = 'ingress'): string =>
  objectOf(
    'Gateway',
    `{gatewayClassName: istio, listeners: [{name: web, port: 80, protocol: HTTP${more}}]}`,
    `name: edge, namespace: ${namespace}`,
  );
const attached = (parent: string, more = ''): string =>
  objectOf('HTTPRoute', `{parentRefs: [{${parent}}], ${more} rules: [{backendRefs: [{name: reviews, port: 80}]}]}`);
const backend = (ref: string, parent = 'name: edge'): string =>
  objectOf('HTTPRoute', `{parentRefs: [{${parent}}], rules: [{backendRefs: [{${ref}}]}]}`);
const grant = (kind: string, from: string, to = 'Service'): string =>
  objectOf(
    'ReferenceGrant',
    `{from: [{group: gateway.networking.k8s.io, kind: ${kind}, namespace: ${from}}], to: [{group: "", kind: ${to}}]}`,
    'name: a, namespace: data',
  );
const policy = (spec: string, namespace = 'shop'): string =>
  objectOf('AuthorizationPolicy', spec, `name: a, namespace: ${namespace}`);
const all = ', allowedRoutes: {namespaces: {from: All}}';

/** The answer, what is given, and the words of what is broken. */
const lost: readonly (readonly [why: string, answer: readonly string[], given: readonly string[], words: string])[] = [
  [
    'a subset that no DestinationRule of the host has',
    [routeTo('host: reviews, subset: v3')],
    [rule('reviews', '{name: v1}, {name: v2}')],
    'spec.http[0].route[0].destination.subset: no DestinationRule for reviews.shop.svc.cluster.local has a subset "v3" (its subsets are v1 and v2)',
  ],
  [
    'a subset of another host',
    [routeTo('host: reviews, subset: v1'), rule('ratings', '{name: v1}')],
    [],
    'no DestinationRule for reviews',
  ],
  [
    'a subset of a mirror',
    [
      objectOf(
        'VirtualService',
        '{hosts: [a], http: [{mirrors: [{destination: {host: reviews, subset: v9}}], route: [{destination: {host: reviews}}]}]}',
      ),
    ],
    [rule('reviews', '{name: v1}')],
    'spec.http[0].mirrors[0].destination.subset',
  ],
  [
    'a host that is no Service',
    [routeTo('host: review')],
    [service('reviews')],
    'no Service or ServiceEntry for "review.shop.svc.cluster.local" (did you mean "reviews"?)',
  ],
  [
    'a DestinationRule in another namespace',
    [rule('reviews.data.svc.cluster.local', '{name: v1}')],
    [service('ratings', 80, 'data')],
    'spec.host: there is no Service',
  ],
  [
    'an outside host beside ServiceEntries',
    [rule('api.exmaple.com', '{name: v1}')],
    [objectOf('ServiceEntry', '{hosts: [api.example.com], ports: [{number: 443, name: tls, protocol: TLS}]}')],
    'did you mean "api.example.com"?',
  ],
  [
    'a port that the Service has not',
    [routeTo('host: reviews, port: {number: 8080}')],
    [service('reviews', 9080)],
    'the Service reviews has no port 8080 (it has 9080)',
  ],
  [
    'a Gateway of another namespace by its bare name',
    [forGateway('edge')],
    [edge('"*"')],
    'spec.gateways[0]: there is no Gateway "shop/edge" (did you mean "ingress/edge"?)',
  ],
  ['a Gateway that is not there', [forGateway('ingress/egde')], [edge('"*"')], 'did you mean "ingress/edge"?'],
  [
    'a host that no server has',
    [forGateway('ingress/edge')],
    [edge('api.example.com')],
    'spec.hosts[0]: no server of the Gateway edge has the host "shop.example.com"',
  ],
  [
    'a server for another namespace',
    [forGateway('ingress/edge')],
    [edge('data/shop.example.com')],
    'no server of the Gateway edge',
  ],
  [
    'neither host of one for the mesh too',
    [forGateway('mesh, ingress/edge', 'reviews')],
    [edge('api.example.com')],
    'no server',
  ],
  [
    'a delegate that is not there',
    [objectOf('VirtualService', '{hosts: [a], http: [{delegate: {name: b}}]}', 'name: root')],
    [objectOf('VirtualService', '{http: [{route: [{destination: {host: a}}]}]}', 'name: c')],
    'no VirtualService "shop/b"',
  ],
  [
    'one without hosts that none delegates to',
    [objectOf('VirtualService', '{http: [{route: [{destination: {host: a}}]}]}')],
    [],
    'it is never used',
  ],

  [
    'a policy that selects nothing',
    [policy('{selector: {matchLabels: {app: review}}}')],
    [deployment('app: reviews')],
    'spec.selector.matchLabels: no workload in shop has the labels app=review',
  ],
  [
    'a policy that selects the labels of a Deployment',
    [objectOf('PeerAuthentication', '{selector: {matchLabels: {tier: web}}}')],
    [deployment('app: web')],
    'not those of a Service or Deployment',
  ],
  [
    'a Sidecar that selects nothing',
    [objectOf('Sidecar', '{workloadSelector: {labels: {app: b}}, egress: [{hosts: [./*]}]}')],
    [deployment('app: a')],
    'spec.workloadSelector.labels',
  ],
  [
    'a Gateway whose pods have another label',
    [edge('"*"')],
    [deployment('istio: ingress', 'ingress')],
    'spec.selector: no workload has the labels istio=edge',
  ],
  [
    'a target that is not there',
    [policy('{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: waypont}]}')],
    [listener('', 'shop').replace('name: edge', 'name: waypoint')],
    'spec.targetRefs[0].name: there is no Gateway "waypont" in shop (did you mean "waypoint"?)',
  ],
  [
    'a Service as target that is not there',
    [policy('{targetRefs: [{group: "", kind: Service, name: review}]}')],
    [service('reviews')],
    'there is no Service "review" in shop',
  ],
  [
    'a Service of the core group by its name',
    [policy('{targetRefs: [{group: core, kind: Service, name: review}]}')],
    [service('reviews')],
    'there is no Service "review" in shop',
  ],

  [
    'a parent of another namespace by its bare name',
    [attached('name: edge')],
    [listener(all)],
    'spec.parentRefs[0].name: there is no Gateway "edge" in shop',
  ],
  [
    'a section that is not there',
    [attached('name: edge, namespace: ingress, sectionName: https')],
    [listener(all)],
    'has no listener "https" (its listeners are web)',
  ],
  [
    'a port without a listener',
    [attached('name: edge, namespace: ingress, port: 443')],
    [listener(all)],
    'no listener on port 443',
  ],
  [
    'routes of the same namespace only',
    [attached('name: edge, namespace: ingress')],
    [listener('')],
    'allows routes of this namespace',
  ],
  [
    'a namespace without the label',
    [attached('name: edge, namespace: ingress')],
    [
      listener(', allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {a: b}}}}'),
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n',
    ],
    'allows routes of this namespace',
  ],
  [
    'a kind that the listener does not take',
    [attached('name: edge, namespace: ingress')],
    [listener(', allowedRoutes: {namespaces: {from: All}, kinds: [{kind: GRPCRoute}]}')],
    'allows routes of this kind',
  ],
  [
    'a kind that the protocol does not carry',
    [
      objectOf(
        'TLSRoute',
        '{parentRefs: [{name: edge, namespace: ingress}], hostnames: [a.com], rules: [{backendRefs: [{name: a, port: 443}]}]}',
      ),
    ],
    [listener(all).replace('protocol: HTTP', 'protocol: TCP')],
    'allows routes of this kind',
  ],
  [
    'a kind that is allowed and that the protocol does not carry',
    [attached('name: edge, namespace: ingress')],
    [
      listener(', allowedRoutes: {namespaces: {from: All}, kinds: [{kind: HTTPRoute}]}').replace(
        'protocol: HTTP',
        'protocol: TCP',
      ),
    ],
    'allows routes of this kind',
  ],
  [
    'hostnames apart',
    [attached('name: edge, namespace: ingress', 'hostnames: [a.com],')],
    [listener(`, hostname: "*.b.com"${all}`)],
    'no listener of the Gateway edge has a hostname in common',
  ],
  [
    'a Service as parent that is not there',
    [attached('group: "", kind: Service, name: review')],
    [service('reviews')],
    'there is no Service "review"',
  ],
  [
    'a backend that is not there',
    [backend('name: review, port: 80')],
    [service('reviews')],
    'spec.rules[0].backendRefs[0].name: there is no Service "review" in shop',
  ],
  ['a backend without that port', [backend('name: reviews, port: 8080')], [service('reviews')], 'no port 8080'],
  [
    'a backend of another namespace',
    [backend('name: db, namespace: data, port: 80')],
    [service('db', 80, 'data')],
    'no ReferenceGrant in data lets HTTPRoute of shop use a Service there',
  ],
  [
    'a grant for another kind',
    [backend('name: db, namespace: data, port: 80')],
    [service('db', 80, 'data'), grant('GRPCRoute', 'shop')],
    'no ReferenceGrant',
  ],
  [
    'a grant for another namespace',
    [backend('name: db, namespace: data, port: 80')],
    [service('db', 80, 'data'), grant('HTTPRoute', 'other')],
    'no ReferenceGrant',
  ],
];

describe('a reference that leads nowhere', () => {
  it.each(lost)('%s', (_, answer, given, words) => expect(broken(answer, given).join('\n')).toContain(words));
});

/** What nobody can say to be wrong. */
const fine: readonly (readonly [why: string, answer: readonly string[], given: readonly string[]])[] = [
  ['no DestinationRule is shown', [routeTo('host: reviews, subset: v3')], []],
  [
    'the subset is there, the host short and in full',
    [routeTo('host: reviews, subset: v1')],
    [rule('reviews.shop.svc.cluster.local', '{name: v1}')],
  ],
  [
    'the subset is of a wildcard',
    [routeTo('host: reviews, subset: v1')],
    [rule('"*.shop.svc.cluster.local"', '{name: v1}')],
  ],
  [
    'the answer replaces what is given',
    [routeTo('host: reviews, subset: v2'), rule('reviews', '{name: v2}')],
    [rule('reviews', '{name: v1}')],
  ],
  ['no Service is shown', [routeTo('host: review')], []],
  ['no Service of that namespace is shown', [routeTo('host: db.data.svc.cluster.local')], [service('reviews')]],
  ['an outside host without ServiceEntries', [rule('api.example.com', '{name: v1}')], [service('reviews')]],
  [
    'a host that a ServiceEntry stands for',
    [routeTo('host: api.example.com')],
    [
      service('reviews'),
      objectOf('ServiceEntry', '{hosts: ["*.example.com"], ports: [{number: 443, name: tls, protocol: TLS}]}'),
    ],
  ],
  ['no Gateway is shown', [forGateway('edge')], []],
  ['the Gateway is named with its namespace', [forGateway('ingress/edge')], [edge('"*.example.com"')]],
  ['a wildcard meets the host of the server', [forGateway('ingress/edge', '"*"')], [edge('api.example.com')]],
  ['the server is for this namespace', [forGateway('ingress/edge')], [edge('shop/shop.example.com')]],
  ['./ is the namespace of the Gateway', [forGateway('edge')], [edge('./shop.example.com', 'shop')]],
  [
    'one host is for the mesh',
    [forGateway('mesh, ingress/edge', 'reviews, api.example.com')],
    [edge('api.example.com')],
  ],
  [
    'it is delegated to',
    [objectOf('VirtualService', '{http: [{route: [{destination: {host: a}}]}]}', 'name: b')],
    [objectOf('VirtualService', '{hosts: [a], http: [{delegate: {name: b}}]}', 'name: root')],
  ],
  ['no workload is shown', [policy('{selector: {matchLabels: {app: x}}}')], []],
  [
    'no workload of that namespace is shown',
    [policy('{selector: {matchLabels: {app: x}}}', 'istio-system')],
    [deployment('app: a')],
  ],
  ['gateways are not shown', [policy('{selector: {matchLabels: {istio: ingressgateway}}}')], [deployment('app: a')]],
  [
    'a pod fits',
    [policy('{selector: {matchLabels: {app: x}}}')],
    [deployment('app: a'), objectOf('Pod', '{}', 'name: b, namespace: shop, labels: {app: x, v: "1"}')],
  ],
  [
    'a WorkloadEntry fits',
    [
      objectOf(
        'ServiceEntry',
        '{hosts: [a.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, workloadSelector: {labels: {app: x}}}',
      ),
    ],
    [objectOf('WorkloadEntry', '{address: 1.2.3.4, labels: {app: x}}')],
  ],
  ['the pods of a Gateway are not shown', [edge('"*"')], [deployment('app: a')]],
  [
    'targets are not shown',
    [
      policy(
        '{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: waypoint}, {group: "", kind: Service, name: a}]}',
      ),
    ],
    [],
  ],
  [
    'a class is known to Istio',
    [
      policy(
        '{targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint}]}',
        'istio-system',
      ),
    ],
    [listener('')],
  ],
  ['no Gateway API Gateway is shown', [attached('name: edge')], [edge('"*"')]],
  ['the listener lets all in', [attached('name: edge, namespace: ingress')], [listener(all)]],
  [
    'the namespace has the label',
    [attached('name: edge, namespace: ingress')],
    [
      listener(', allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {a: b}}}}'),
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {a: b}}\n',
    ],
  ],
  [
    'the labels of the namespace are not shown',
    [attached('name: edge, namespace: ingress')],
    [listener(', allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {a: b}}}}')],
  ],
  [
    'a namespace by its name',
    [attached('name: edge, namespace: ingress')],
    [
      listener(
        ', allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: shop}}}}',
      ),
    ],
  ],
  [
    'a wildcard hostname',
    [attached('name: edge, namespace: ingress', 'hostnames: ["*.b.com"],')],
    [listener(`, hostname: a.b.com${all}`)],
  ],
  [
    'the grant is there',
    [backend('name: db, namespace: data, port: 80', 'name: edge')],
    [service('db', 80, 'data'), grant('HTTPRoute', 'shop')],
  ],
  [
    'sidecars need no grant',
    [backend('name: db, namespace: data, port: 80', 'group: "", kind: Service, name: reviews')],
    [service('db', 80, 'data'), service('reviews')],
  ],
  [
    'a backend of another kind',
    [backend('group: networking.istio.io, kind: Hostname, name: api.example.com, port: 443')],
    [service('reviews')],
  ],
];

describe('a reference that nobody can fault', () => {
  it.each(fine)('%s', (_, answer, given) => expect(broken(answer, given)).toEqual([]));
});
