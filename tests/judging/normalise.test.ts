import { describe, expect, it } from 'vitest';
import { normaliseResource, overlaid } from '../../src/judging/normalise.ts';
import type { Resource, Value } from '../../src/judging/resource.ts';
import { resourcesIn } from './cluster.ts';

const normal = (text: string, namespace = 'shop'): Resource =>
  normaliseResource(resourcesIn(text)[0] as Resource, namespace);
const spec = (text: string): Value | undefined => normal(text).spec;

/** Pairs that say the same. */
const same: readonly (readonly [why: string, a: string, b: string])[] = [
  [
    'names of hosts in full',
    '{kind: VirtualService, spec: {hosts: [cart], http: [{route: [{destination: {host: cart}}], mirror: {host: dup}}]}}',
    '{kind: VirtualService, metadata: {namespace: shop}, spec: {hosts: [cart.shop.svc.cluster.local], http: [{route: [{destination: {host: cart.shop.svc.cluster.local}, weight: 100}], mirror: {host: dup.shop.svc.cluster.local}, mirrorPercentage: {value: 100}}]}}',
  ],
  [
    'names of gateways in full',
    '{kind: VirtualService, spec: {gateways: [edge, mesh, ./own], http: [{match: [{gateways: [edge]}]}]}}',
    '{kind: VirtualService, spec: {gateways: [shop/edge, mesh, shop/own], http: [{match: [{gateways: [shop/edge]}]}]}}',
  ],
  [
    'the mesh as the gateway, exported to all',
    '{kind: VirtualService, spec: {hosts: [cart]}}',
    '{kind: VirtualService, spec: {hosts: [cart], gateways: [mesh], exportTo: ["*"]}}',
  ],
  [
    'a dot for the own namespace',
    '{kind: DestinationRule, spec: {host: cart, exportTo: ["."]}}',
    '{kind: DestinationRule, spec: {host: cart, exportTo: [shop]}}',
  ],
  [
    'the old share of a mirror',
    '{kind: VirtualService, spec: {http: [{mirror: {host: b}, mirrorPercent: 5}]}}',
    '{kind: VirtualService, spec: {http: [{mirror: {host: b}, mirrorPercent: 5, mirrorPercentage: {value: 5}}]}}',
  ],
  [
    'hosts of a server of a gateway',
    '{kind: IstioGateway, spec: {servers: [{port: {protocol: http}, hosts: ["*/a.com", ./b.com]}]}}',
    '{kind: IstioGateway, spec: {servers: [{port: {protocol: HTTP}, hosts: [a.com, shop/b.com]}]}}',
  ],
  ['an empty specification', '{kind: AuthorizationPolicy}', '{kind: AuthorizationPolicy, spec: {action: ALLOW}}'],
  [
    'one target',
    '{kind: AuthorizationPolicy, spec: {targetRef: {kind: Service, name: a}}}',
    '{kind: AuthorizationPolicy, spec: {targetRefs: [{kind: Service, name: a, group: ""}]}}',
  ],
  [
    'the older name of the address of keys',
    '{kind: RequestAuthentication, spec: {jwtRules: [{issuer: a, jwks_uri: b}, {issuer: c}, x]}}',
    '{kind: RequestAuthentication, spec: {jwtRules: [{issuer: a, jwksUri: b}, {issuer: c}, x]}}',
  ],
  [
    'what an HTTPRoute leaves out',
    '{kind: HTTPRoute, spec: {parentRefs: [{name: edge}], rules: [{backendRefs: [{name: a, port: 80}]}]}}',
    '{kind: HTTPRoute, spec: {parentRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: shop}], rules: [{matches: [{path: {type: PathPrefix, value: /}}], backendRefs: [{group: "", kind: Service, name: a, namespace: shop, port: 80, weight: 1}]}]}}',
  ],
  [
    'what a Gateway leaves out',
    '{kind: Gateway, spec: {listeners: [{name: a, tls: {certificateRefs: [{name: c}]}}]}}',
    '{kind: Gateway, spec: {listeners: [{name: a, allowedRoutes: {namespaces: {from: Same}}, tls: {mode: Terminate, certificateRefs: [{group: "", kind: Secret, name: c, namespace: shop}]}}]}}',
  ],
  [
    'a service outside of the mesh',
    '{kind: ServiceEntry, spec: {hosts: [a.com], ports: [{number: 443, protocol: tls}]}}',
    '{kind: ServiceEntry, spec: {hosts: [a.com], location: MESH_EXTERNAL, resolution: NONE, exportTo: ["*"], ports: [{number: 443, targetPort: 443, protocol: TLS}]}}',
  ],
  [
    'a Service as the cluster shows it',
    '{kind: Service, spec: {selector: {app: a}, ports: [{port: 80}]}}',
    '{kind: Service, metadata: {uid: u, resourceVersion: "1", creationTimestamp: now}, spec: {type: ClusterIP, clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, internalTrafficPolicy: Cluster, sessionAffinity: None, selector: {app: a}, ports: [{port: 80, protocol: TCP, targetPort: 80}]}, status: {loadBalancer: {}}}',
  ],
  [
    'a Namespace is labelled with its name',
    '{kind: Namespace, metadata: {name: a}}',
    '{kind: Namespace, metadata: {name: a, namespace: b, labels: {kubernetes.io/metadata.name: a}}, status: {phase: Active}}',
  ],
  [
    'null is nothing',
    '{kind: AuthorizationPolicy, metadata: {labels: null}, spec: {selector: null}}',
    '{kind: AuthorizationPolicy, metadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: x}}, spec: {}}',
  ],
  [
    'outliers',
    '{kind: DestinationRule, spec: {host: a, subsets: [{name: v, trafficPolicy: {outlierDetection: {}, tls: {}}}]}}',
    '{kind: DestinationRule, spec: {host: a, subsets: [{name: v, trafficPolicy: {tls: {mode: DISABLE}, outlierDetection: {consecutive5xxErrors: 5, interval: 10s, baseEjectionTime: 30s, maxEjectionPercent: 10}}}]}}',
  ],
];

describe('the normal form', () => {
  it.each(same)('%s', (_, a, b) => expect(normal(a)).toEqual(normal(b)));
  it.each(same)('twice is once: %s', (_, a) => expect(normaliseResource(normal(a), 'elsewhere')).toEqual(normal(a)));

  it('keeps what is written', () => {
    expect(
      spec('{kind: HTTPRoute, spec: {rules: [{backendRefs: [{name: a, namespace: b, weight: 0}]}]}}'),
    ).toMatchObject({
      rules: [{ backendRefs: [{ name: 'a', namespace: 'b', weight: 0, kind: 'Service' }] }],
    });
    expect(spec('{kind: PeerAuthentication, spec: {mtls: {mode: UNSET}}}')).toEqual({ mtls: { mode: 'UNSET' } });
    expect(spec('{kind: Service, spec: {clusterIP: None}}')).toMatchObject({ clusterIP: 'None' });
  });

  it('gives several destinations without a weight nothing', () =>
    expect(
      spec('{kind: VirtualService, spec: {tcp: [{route: [{destination: {host: a}}, {weight: 3}]}]}}'),
    ).toMatchObject({
      tcp: [{ route: [{ weight: 0 }, { weight: 3 }] }],
    }));

  it('leaves what has another shape to the schema', () => {
    for (const text of [
      '{kind: VirtualService, spec: []}',
      '{kind: VirtualService, spec: {hosts: cart, http: {a: 1}}}',
    ])
      expect(() => normal(text)).not.toThrow();
    expect(spec('{kind: VirtualService, spec: {hosts: [7], http: [x]}}')).toMatchObject({ hosts: [7], http: ['x'] });
  });

  it('knows kinds that are in no namespace', () => {
    expect(normal('{kind: GatewayClass, metadata: {name: a, namespace: b}}').metadata).toEqual({ name: 'a' });
    expect(normal('{kind: Gateway, metadata: {name: a}}', 'edge').metadata).toEqual({ name: 'a', namespace: 'edge' });
  });

  it('tells apart the two kinds of Gateway', () => {
    expect(spec('{kind: IstioGateway, spec: {listeners: [{name: a}]}}')).toEqual({ listeners: [{ name: 'a' }] });
  });

  it('does not change the object that it is given', () => {
    const resource = resourcesIn('{kind: VirtualService, metadata: {uid: u}, spec: {hosts: [a]}}')[0] as Resource;
    const before = structuredClone(resource);
    normaliseResource(resource, 'shop');
    expect(resource).toEqual(before);
  });
});

describe('an answer over what is given', () => {
  const of = (text: string) => resourcesIn(text).map((resource) => normaliseResource(resource, 'shop'));
  it('takes the place of what has the same kind, namespace and name', () => {
    const given = of(
      '{kind: Service, metadata: {name: a}, spec: {type: X}}\n---\n{kind: Service, metadata: {name: b}}',
    );
    const answer = of('{kind: Service, metadata: {name: a, namespace: shop}, spec: {type: Y}}');
    expect(overlaid(given, answer).map((each) => (each.spec as { type: string }).type)).toEqual(['Y', 'ClusterIP']);
  });
  it('keeps what differs in its namespace, kind or group', () => {
    const given = of('{kind: Gateway, metadata: {name: a}}');
    const answer = of(
      '{kind: IstioGateway, metadata: {name: a}}\n---\n{kind: Gateway, metadata: {name: a, namespace: b}}',
    );
    expect(overlaid(given, answer)).toHaveLength(3);
  });
  it('counts a version of the same group as the same', () => {
    const given = of('{apiVersion: networking.istio.io/v1alpha3, kind: Sidecar, metadata: {name: a}}');
    expect(overlaid(given, of('{kind: Sidecar, metadata: {name: a}}'))).toHaveLength(1);
  });
});
