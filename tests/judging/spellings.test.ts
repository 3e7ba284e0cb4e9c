// Equal answers in other spellings are judged equal: orders, dumps, defaults and names written out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { access } from '../../src/judging/access.ts';
import { mutualTlsMode } from '../../src/judging/mutual-tls.ts';
import { normaliseResource, overlaid } from '../../src/judging/normalise.ts';
import { type Cluster, isFields, type Resource, type Value } from '../../src/judging/resource.ts';
import { route } from '../../src/judging/routing.ts';
import { trafficPolicyOf } from '../../src/judging/traffic-policy.ts';
import { resourcesIn } from './cluster.ts';

const mesh = `
{kind: Namespace, metadata: {name: shop, labels: {expose: "true"}}}
---
{kind: Service, metadata: {name: cart}, spec: {selector: {app: cart}, ports: [{name: http, port: 80}, {name: grpc, port: 9000}]}}
---
{kind: ServiceEntry, metadata: {name: out}, spec: {hosts: [api.example.com], resolution: DNS, ports: [{number: 443, name: tls, protocol: TLS}]}}
---
kind: VirtualService
metadata: {name: cart}
spec:
  hosts: [cart]
  gateways: [mesh, edge]
  http:
  - match: [{uri: {prefix: /api/}, headers: {beta: {exact: "1"}}}, {uri: {exact: /old}}]
    rewrite: {uri: /}
    route: [{destination: {host: cart, subset: v1}, weight: 90}, {destination: {host: cart, subset: v2}, weight: 10}]
    mirror: {host: cart, subset: v2}
  - match: [{uri: {prefix: /gone}}]
    redirect: {uri: /}
  - route: [{destination: {host: cart, subset: v1}}]
---
{kind: IstioGateway, metadata: {name: edge}, spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}}
---
kind: DestinationRule
metadata: {name: cart}
spec:
  host: cart
  trafficPolicy: {outlierDetection: {consecutive5xxErrors: 3}}
  subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}, trafficPolicy: {loadBalancer: {simple: RANDOM}}}]
---
{kind: Gateway, metadata: {name: api}, spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP, hostname: "*.example.com"}]}}
---
{kind: HTTPRoute, metadata: {name: a}, spec: {parentRefs: [{name: api}], rules: [{matches: [{path: {value: /a}}], backendRefs: [{name: cart, port: 80}]}, {backendRefs: [{name: cart, port: 9000}]}]}}
---
{kind: HTTPRoute, metadata: {name: b}, spec: {parentRefs: [{name: api}], hostnames: [b.example.com], rules: [{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]}}
---
{kind: AuthorizationPolicy, metadata: {name: nothing}}
---
{kind: AuthorizationPolicy, metadata: {name: read}, spec: {selector: {matchLabels: {app: cart}}, rules: [{from: [{source: {namespaces: [web]}}], to: [{operation: {methods: [GET]}}]}]}}
---
{kind: AuthorizationPolicy, metadata: {name: wp}, spec: {targetRefs: [{kind: Service, name: cart}], action: DENY, rules: [{to: [{operation: {paths: ["/admin*"]}}]}]}}
---
{kind: PeerAuthentication, metadata: {name: a}, spec: {mtls: {mode: STRICT}}}
---
{kind: PeerAuthentication, metadata: {name: b}, spec: {selector: {matchLabels: {app: old}}, portLevelMtls: {8080: {mode: PERMISSIVE}}}}
`;

function answersOf(cluster: Cluster): unknown[] {
  const web = { principal: 'cluster.local/ns/web/sa/w', labels: { app: 'cart' } };
  return [
    ...['/', '/api/x', '/old', '/gone'].flatMap((path) =>
      ['mesh', 'shop/edge'].map((from) =>
        route(cluster, {
          from,
          host: from === 'mesh' ? 'cart' : 'cart.shop.svc.cluster.local',
          path,
          headers: { beta: '1' },
        }),
      ),
    ),
    route(cluster, { host: 'api.example.com', protocol: 'https' }),
    ...['a.example.com', 'b.example.com', 'a.example.org'].flatMap((host) =>
      ['/a/b', '/'].map((path) => route(cluster, { from: 'shop/api', host, path })),
    ),
    access(cluster, web),
    access(cluster, { ...web, method: 'POST' }),
    access(cluster, { at: 'waypoint', service: 'cart', path: '/admin/x' }),
    access(cluster, { ...web, at: 'ztunnel' }),
    mutualTlsMode(cluster, {}),
    mutualTlsMode(cluster, { labels: { app: 'old' }, port: 8080 }),
    trafficPolicyOf(cluster, 'cart', { subset: 'v2' }),
  ];
}

const clusterOf = (resources: readonly Resource[]): Cluster => ({
  resources: overlaid(
    [],
    resources.map((each) => normaliseResource(each, 'shop')),
  ),
  namespace: 'shop',
});

const written = resourcesIn(mesh);
const expected = answersOf(clusterOf(written));

/** Numbers that decide the order of keys; lists keep theirs. */
function reordered(value: Value, next: () => number): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map((each) => reordered(each, next));
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => ({ key, each, rank: next() }));
  return Object.fromEntries(
    entries.sort((a, b) => a.rank - b.rank).map(({ key, each }) => [key, reordered(each as Value, next)]),
  );
}

function dumped(resource: Resource): Resource {
  return {
    ...resource,
    metadata: {
      ...resource.metadata,
      namespace: (resource.metadata.namespace as string | undefined) ?? 'shop',
      uid: '1b2c',
      resourceVersion: '17',
      generation: 2,
      creationTimestamp: '2026-01-01T00:00:00Z',
      managedFields: [{ manager: 'kubectl' }],
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
    },
    status: { conditions: [] },
  };
}

describe('another spelling', () => {
  it('has the answers that were meant', () => {
    expect(expected.filter((each) => each === 'ALLOW' || each === 'DENY')).toEqual(['ALLOW', 'DENY', 'DENY', 'DENY']);
    expect(new Set(expected.map((each) => JSON.stringify(each))).size).toBeGreaterThan(15);
  });
  it('as a dump', () => expect(answersOf(clusterOf(written.map(dumped)))).toEqual(expected));
  it('with everything written out', () =>
    expect(answersOf(clusterOf(written.map((each) => normaliseResource(each, 'shop'))))).toEqual(expected));
  it('in another version of the interface', () =>
    expect(
      answersOf(
        clusterOf(
          written.map((each) => ({
            ...each,
            apiVersion: each.apiVersion.replace(/istio\.io\/v1$/, 'istio.io/v1beta1'),
          })),
        ),
      ),
    ).toEqual(expected));
  it('in any order of keys and documents', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const next = (): number => stream.next().value as number;
        const shuffled = written.map((each) => ({ each: reordered(each, next) as Resource, rank: next() }));
        const resources = shuffled.sort((a, b) => a.rank - b.rank).map(({ each }) => each);
        expect(answersOf(clusterOf(resources))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
  it('with a part of it left to the cluster that was given', () => {
    const given = written.map((each) => normaliseResource(each, 'shop'));
    const cluster = { resources: overlaid(given, given.slice(3, 6)), namespace: 'shop' };
    expect(answersOf(cluster)).toEqual(expected);
  });
});

describe('what nobody expects', () => {
  const anything = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Value>(null, true, 3, '', 'cart', '*', '/'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'hosts',
          'http',
          'match',
          'route',
          'rules',
          'from',
          'source',
          'uri',
          'spec',
          'destination',
          'weight',
          'parentRefs',
          'listeners',
          'servers',
          'port',
          'metadata',
          '__proto__',
        ),
        tie('value'),
        { maxKeys: 5 },
      ),
    ),
  })).value;

  /** With `value` in place of what the steps lead to; each step chooses a key or an entry. */
  function replaced(tree: Value, [step, ...rest]: readonly number[], value: Value): Value {
    if (step === undefined) return value;
    if (Array.isArray(tree) && tree.length > 0) {
      const at = step % tree.length;
      return (tree as readonly Value[]).map((each, index) => (index === at ? replaced(each, rest, value) : each));
    }
    const keys = isFields(tree) ? Object.keys(tree) : [];
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return value;
    return { ...(tree as object), [key]: replaced((tree as Record<string, Value>)[key] as Value, rest, value) };
  }

  it('anywhere in a specification: an answer, and never a failure', () => {
    const steps = fc.array(fc.nat(20), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...written), steps, anything, (resource, path, value) => {
        const others = written.filter((each) => each !== resource);
        const spec = replaced((resource.spec ?? {}) as Value, path, value);
        expect(answersOf(clusterOf([...others, { ...resource, spec }])).length).toBe(expected.length);
      }),
      { numRuns: 200 },
    );
  });
});
