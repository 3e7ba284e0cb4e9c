// The schema layer: what a kind refuses, with the sentence; what it takes in every spelling.
import { describe, expect, it } from 'vitest';
import { objectFaults } from '../../src/judging/schema.ts';
import { faultsIn, manifestsOf, objectOf } from './faults.ts';

const route = '{destination: {host: reviews}}';
const http = (rule: string): string => `{hosts: [reviews], http: [{${rule}}]}`;
const policy = (text: string): string => `{host: reviews, trafficPolicy: {${text}}}`;
const server = (text: string): string => `{selector: {istio: edge}, servers: [{${text}}]}`;
const entry = (text: string): string =>
  `{hosts: [api.example.com], ports: [{number: 443, name: tls, protocol: TLS}], ${text}}`;
const listener = (text: string): string => `{gatewayClassName: istio, listeners: [{name: web, port: 443, ${text}}]}`;
const ports = 'port: {number: 443, name: https, protocol: HTTPS}';

/** What is refused: the kind, its spec, where, and a part of the sentence or of its hint. */
const refused: readonly (readonly [kind: string, spec: string, place: string, words: string])[] = [
  // Unknown fields, with what was probably meant.
  [
    'VirtualService',
    http(`route: [{destination: {host: reviews}, wieght: 10}]`),
    'spec.http[0].route[0].wieght',
    'did you mean "weight"?',
  ],
  [
    'VirtualService',
    http(`match: [{url: {prefix: /}}], route: [${route}]`),
    'spec.http[0].match[0].url',
    'did you mean "uri"?',
  ],
  [
    'VirtualService',
    http(`route: [{destination: {host: reviews}, timeout: 2s}]`),
    'spec.http[0].route[0].timeout',
    '"timeout" belongs in spec.http[]',
  ],
  [
    'VirtualService',
    http(`route: [{destination: {host: reviews}, subset: v2}]`),
    'spec.http[0].route[0].subset',
    '"subset" belongs in spec.http[].route[].destination',
  ],
  ['VirtualService', `{host: reviews, http: [{route: [${route}]}]}`, 'spec.host', 'did you mean "hosts"?'],
  ['DestinationRule', policy('mtls: {mode: ISTIO_MUTUAL}'), 'spec.trafficPolicy.mtls', 'did you mean "tls"?'],
  ['DestinationRule', '{host: reviews, outlierDetection: {interval: 5s}}', 'spec.outlierDetection', 'its fields are'],
  [
    'AuthorizationPolicy',
    '{rules: [{from: [{principals: [a]}]}]}',
    'spec.rules[0].from[0].principals',
    '"principals" belongs in spec.rules[].from[].source',
  ],
  ['IstioOperator', '{components: {istiod: {enabled: true}}}', 'spec.components.istiod', 'pilot'],
  ['IstioOperator', '{meshConfig: {accessLogfile: /dev/stdout}}', 'spec.meshConfig.accessLogfile', 'accessLogFile'],
  ['TrafficExtension', '{lua: {inlineCode: x, code: y}}', 'spec.lua.code', 'inlineCode'],

  // Types.
  [
    'Deployment',
    '{template: {metadata: {labels: {sidecar.istio.io/inject: false}}}}',
    'spec.template.metadata.labels["sidecar.istio.io/inject"]',
    'put it in quotes',
  ],
  ['Deployment', '{template: {metadata: {labels: {a: yes}}}}', 'spec.template.metadata.labels.a', 'must be a text'],
  ['VirtualService', http(`timeout: 3, route: [${route}]`), 'spec.http[0].timeout', 'a number needs its unit: 3s'],
  [
    'VirtualService',
    http(`route: {destination: {host: reviews}}`),
    'spec.http[0].route',
    'must be a list, and is a map',
  ],
  [
    'VirtualService',
    http(`route: [{destination: {host: reviews, port: 80}}]`),
    'spec.http[0].route[0].destination.port',
    'must be a map, and is 80',
  ],
  [
    'VirtualService',
    http(`route: [{destination: {host: reviews, port: {number: "80"}}}]`),
    'spec.http[0].route[0].destination.port.number',
    'write it without quotes',
  ],
  [
    'VirtualService',
    http(`match: [{headers: {user: jane}}], route: [${route}]`),
    'spec.http[0].match[0].headers.user',
    'must be a map, and is the text "jane"',
  ],
  [
    'AuthorizationPolicy',
    '{rules: [{to: [{operation: {ports: [5432]}}]}]}',
    'spec.rules[0].to[0].operation.ports[0]',
    'put it in quotes: "5432"',
  ],

  // Values.
  ['PeerAuthentication', '{mtls: {mode: STRICTT}}', 'spec.mtls.mode', 'did you mean "STRICT"?'],
  ['AuthorizationPolicy', '{action: ALOW}', 'spec.action', 'can be ALLOW, DENY, AUDIT or CUSTOM'],
  [
    'HTTPRoute',
    '{rules: [{matches: [{path: {type: Prefix, value: /}}]}]}',
    'spec.rules[0].matches[0].path.type',
    'PathPrefix',
  ],
  [
    'VirtualService',
    http(`retries: {attempts: 2, perTryTimeout: "2"}, route: [${route}]`),
    'spec.http[0].retries.perTryTimeout',
    'a number needs its unit: 2s',
  ],
  [
    'VirtualService',
    http(`retries: {attempts: 2, retryOn: "5xx, reset"}, route: [${route}]`),
    'spec.http[0].retries.retryOn',
    'no spaces between',
  ],
  [
    'VirtualService',
    http(`fault: {abort: {httpStatus: 99}}, route: [${route}]`),
    'spec.http[0].fault.abort.httpStatus',
    'from 200 to 600',
  ],
  [
    'VirtualService',
    http(`fault: {delay: {fixedDelay: 1s, percentage: {value: 120}}}, route: [${route}]`),
    'spec.http[0].fault.delay.percentage.value',
    'from 0 to 100',
  ],
  [
    'VirtualService',
    http(`route: [{destination: {host: "*"}}]`),
    'spec.http[0].route[0].destination.host',
    'name of a service',
  ],
  [
    'VirtualService',
    http(`route: [{destination: {host: reviews, subset: v_1}}]`),
    'spec.http[0].route[0].destination.subset',
    'letters, digits and dashes',
  ],
  [
    'VirtualService',
    http(`route: [{destination: {host: reviews, port: {number: 70000}}}]`),
    'spec.http[0].route[0].destination.port.number',
    'from 1 to 65535',
  ],
  ['Sidecar', '{egress: [{hosts: [reviews.shop.svc.cluster.local]}]}', 'spec.egress[0].hosts[0]', 'NAMESPACE/HOST'],
  [
    'IstioGateway',
    server(`${ports}, hosts: [shop], tls: {mode: SIMPLE, credentialName: a}`),
    'spec.servers[0].hosts[0]',
    'host with a dot',
  ],
  [
    'AuthorizationPolicy',
    '{rules: [{from: [{source: {ipBlocks: [10.0.0.0/40]}}]}]}',
    'spec.rules[0].from[0].source.ipBlocks[0]',
    'IP address',
  ],
  [
    'RequestAuthentication',
    '{jwtRules: [{issuer: a, jwksUri: example.com/keys}]}',
    'spec.jwtRules[0].jwksUri',
    'https://',
  ],
  [
    'PeerAuthentication',
    '{selector: {matchLabels: {app: "web*"}}}',
    'spec.selector.matchLabels.app',
    '* stands for nothing',
  ],
  ['HTTPRoute', '{hostnames: ["https://a.example.com"]}', 'spec.hostnames[0]', 'domain name'],
  [
    'DestinationRule',
    '{host: reviews, subsets: [{name: v1}, {name: v1}]}',
    'spec.subsets[1].name',
    'as another one beside it',
  ],

  // Missing, and what excludes what.
  ['VirtualService', '{hosts: [reviews]}', 'spec', 'none of http, tls and tcp'],
  [
    'VirtualService',
    `{gateways: [edge], http: [{route: [${route}]}]}`,
    'spec.gateways',
    '"gateways" only with "hosts"',
  ],
  [
    'VirtualService',
    `{hosts: ["*"], http: [{route: [${route}]}]}`,
    'spec.hosts[0]',
    'only a VirtualService of a gateway',
  ],
  [
    'VirtualService',
    http(`redirect: {uri: /a}, route: [${route}]`),
    'spec.http[0].route',
    'spec.http[0] may have one of redirect and route',
  ],
  ['VirtualService', http('timeout: 2s'), 'spec.http[0]', 'none of route, redirect, directResponse and delegate'],
  ['VirtualService', http('redirect: {}'), 'spec.http[0].redirect', 'none of uri'],
  ['VirtualService', http(`rewrite: {}, route: [${route}]`), 'spec.http[0].rewrite', 'none of uri'],
  ['VirtualService', http(`fault: {}, route: [${route}]`), 'spec.http[0].fault', 'none of abort and delay'],
  [
    'VirtualService',
    http(`retries: {attempts: 0, perTryTimeout: 2s}, route: [${route}]`),
    'spec.http[0].retries',
    'there are no retries',
  ],
  [
    'VirtualService',
    http('route: [{destination: {host: a}}, {destination: {host: b}}]'),
    'spec.http[0].route',
    'all 0',
  ],
  [
    'VirtualService',
    http(`match: [{uri: {exact: /, prefix: /}}], route: [${route}]`),
    'spec.http[0].match[0].uri.prefix',
    'has both',
  ],
  [
    'VirtualService',
    http(`mirror: {host: a}, mirrors: [{destination: {host: b}}], route: [${route}]`),
    'spec.http[0].mirrors',
    'mirror and mirrors',
  ],
  [
    'VirtualService',
    http(`match: [{headers: {"@request.auth.claims.group": {exact: a}}}], route: [${route}]`),
    'spec.http[0].match[0].headers["@request.auth.claims.group"]',
    'claim of a token',
  ],
  [
    'VirtualService',
    '{hosts: [a.com], tls: [{match: [{sniHosts: [b.com]}], route: [{destination: {host: b}}]}]}',
    'spec.tls[0].match[0].sniHosts[0]',
    'none of the "hosts"',
  ],
  [
    'VirtualService',
    '{hosts: [a.com], tls: [{route: [{destination: {host: b}}]}]}',
    'spec.tls[0]',
    'lacks the field "match"',
  ],
  [
    'DestinationRule',
    policy('loadBalancer: {simple: RANDOM, consistentHash: {useSourceIp: true}}'),
    'spec.trafficPolicy.loadBalancer.consistentHash',
    'simple and consistentHash',
  ],
  [
    'DestinationRule',
    policy(
      'loadBalancer: {localityLbSetting: {distribute: [{from: a/*, to: {b/*: 100}}], failover: [{from: a, to: b}]}}',
    ),
    'spec.trafficPolicy.loadBalancer.localityLbSetting.failover',
    'distribute and failover',
  ],
  [
    'DestinationRule',
    policy('loadBalancer: {localityLbSetting: {distribute: [{from: a/*, to: {b/*: 60}}]}}'),
    'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[0].to',
    'add up to 60',
  ],
  [
    'DestinationRule',
    policy('loadBalancer: {localityLbSetting: {failover: [{from: a, to: a}]}}'),
    'spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0]',
    'two different regions',
  ],
  ['DestinationRule', policy('tls: {mode: MUTUAL}'), 'spec.trafficPolicy.tls', '"clientCertificate"'],
  [
    'DestinationRule',
    policy('tls: {mode: SIMPLE, credentialName: a, caCertificates: /a}'),
    'spec.trafficPolicy.tls.caCertificates',
    'with "credentialName"',
  ],
  [
    'DestinationRule',
    policy('outlierDetection: {consecutiveLocalOriginFailures: 3}'),
    'spec.trafficPolicy.outlierDetection.consecutiveLocalOriginFailures',
    'splitExternalLocalOriginErrors',
  ],
  [
    'DestinationRule',
    policy('portLevelSettings: [{tls: {mode: SIMPLE}}]'),
    'spec.trafficPolicy.portLevelSettings[0]',
    '"port"',
  ],
  ['DestinationRule', policy(''), 'spec.trafficPolicy', 'none of outlierDetection'],
  ['IstioGateway', server(`${ports}, hosts: ["*"]`), 'spec.servers[0]', '"tls", which "protocol: HTTPS" needs'],
  [
    'IstioGateway',
    server(`${ports}, hosts: ["*"], tls: {mode: SIMPLE}`),
    'spec.servers[0].tls',
    'none of credentialName',
  ],
  [
    'IstioGateway',
    server(`${ports}, hosts: ["*"], tls: {mode: ISTIO_MUTUAL, credentialName: a}`),
    'spec.servers[0].tls.credentialName',
    'with "mode: ISTIO_MUTUAL"',
  ],
  [
    'IstioGateway',
    server('port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"], tls: {mode: SIMPLE, credentialName: a}'),
    'spec.servers[0].tls',
    '"protocol: HTTP"',
  ],
  ['IstioGateway', '{selector: {istio: edge}}', 'spec', '"servers"'],
  [
    'ServiceEntry',
    '{hosts: ["*.example.com"], resolution: DNS, ports: [{number: 443, name: tls, protocol: TLS}]}',
    'spec.hosts[0]',
    'nobody can look up',
  ],
  ['ServiceEntry', entry('resolution: NONE, endpoints: [{address: 1.2.3.4}]'), 'spec.endpoints', '"resolution: NONE"'],
  [
    'ServiceEntry',
    entry('resolution: STATIC, endpoints: [{address: a.example.com}]'),
    'spec.endpoints[0].address',
    'IP address',
  ],
  [
    'ServiceEntry',
    entry('resolution: STATIC, endpoints: [{address: 1.2.3.4}], workloadSelector: {labels: {a: b}}'),
    'spec.endpoints',
    'workloadSelector and endpoints',
  ],
  ['ServiceEntry', entry('resolution: DYNAMIC_DNS'), 'spec.hosts[0]', 'begin with *'],
  [
    'ServiceEntry',
    '{hosts: [a.com, b.com], resolution: DNS, ports: [{number: 9, name: t, protocol: TCP}]}',
    'spec.ports[0]',
    'several "hosts"',
  ],
  ['PeerAuthentication', '{portLevelMtls: {8080: {mode: DISABLE}}}', 'spec.portLevelMtls', '"selector.matchLabels"'],
  ['AuthorizationPolicy', '{action: DENY}', 'spec', 'it would never apply'],
  ['AuthorizationPolicy', '{provider: {name: a}, rules: [{}]}', 'spec.provider', 'only with "action: CUSTOM"'],
  ['AuthorizationPolicy', '{action: CUSTOM, rules: [{}]}', 'spec', '"provider"'],
  [
    'AuthorizationPolicy',
    '{action: CUSTOM, provider: {name: a}, rules: [{from: [{source: {principals: [a]}}]}]}',
    'spec.rules[0].from[0].source.principals',
    '"action: CUSTOM"',
  ],
  ['AuthorizationPolicy', '{rules: [{from: [{source: {}}]}]}', 'spec.rules[0].from[0].source', 'is empty'],
  [
    'AuthorizationPolicy',
    '{rules: [{when: [{key: source.ipp, values: [a]}]}]}',
    'spec.rules[0].when[0].key',
    'did you mean "source.ip"?',
  ],
  [
    'AuthorizationPolicy',
    '{selector: {matchLabels: {a: b}}, targetRefs: [{kind: Service, name: a}]}',
    'spec.targetRefs',
    'selector and targetRefs',
  ],
  ['AuthorizationPolicy', '{targetRefs: [{kind: Gateway, name: a}]}', 'spec.targetRefs[0]', '"group"'],
  ['RequestAuthentication', '{jwtRules: [{jwks: a}]}', 'spec.jwtRules[0]', 'issuer'],
  [
    'Telemetry',
    '{metrics: [{overrides: [{tagOverrides: {a: {operation: REMOVE, value: b}}}]}]}',
    'spec.metrics[0].overrides[0].tagOverrides.a.value',
    '"operation: REMOVE"',
  ],
  ['TrafficExtension', '{phase: AUTHN}', 'spec', 'none of wasm and lua'],
  ['TrafficExtension', '{wasm: {url: oci://a/b}, lua: {inlineCode: x}}', 'spec.lua', 'wasm and lua'],
  ['WasmPlugin', '{}', 'spec', '"url"'],
  ['Gateway', listener('protocol: HTTPS, tls: {mode: Terminate}'), 'spec.listeners[0].tls', '"certificateRefs"'],
  [
    'Gateway',
    listener('protocol: HTTP, tls: {certificateRefs: [{name: a}]}'),
    'spec.listeners[0].tls',
    '"protocol: HTTP"',
  ],
  ['Gateway', listener('protocol: TLS'), 'spec.listeners[0]', '"tls"'],
  [
    'HTTPRoute',
    '{rules: [{backendRefs: [{name: a}]}]}',
    'spec.rules[0].backendRefs[0]',
    '"port", which a Service needs',
  ],
  ['HTTPRoute', '{rules: [{filters: [{type: RequestRedirect}]}]}', 'spec.rules[0].filters[0]', '"requestRedirect"'],
  [
    'HTTPRoute',
    '{rules: [{filters: [{type: URLRewrite, requestRedirect: {}}]}]}',
    'spec.rules[0].filters[0].requestRedirect',
    '"type: RequestRedirect"',
  ],
  [
    'HTTPRoute',
    '{rules: [{filters: [{type: RequestRedirect, requestRedirect: {}}], backendRefs: [{name: a, port: 80}]}]}',
    'spec.rules[0].backendRefs',
    'filter RequestRedirect',
  ],
  [
    'HTTPRoute',
    '{rules: [{matches: [{path: {type: Exact, value: /a}}], filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}]}]}',
    'spec.rules[0]',
    'PathPrefix',
  ],
  [
    'HTTPRoute',
    '{rules: [{matches: [{path: {type: Exact, value: a}}]}]}',
    'spec.rules[0].matches[0].path.value',
    'form that is refused',
  ],
  [
    'HTTPRoute',
    '{rules: [{timeouts: {request: 1s, backendRequest: 2s}, backendRefs: [{name: a, port: 80}]}]}',
    'spec.rules[0].timeouts.backendRequest',
    '"request: 1s"',
  ],
  [
    'BackendTLSPolicy',
    '{targetRefs: [{group: "", kind: Service, name: a}], validation: {hostname: a.com}}',
    'spec.validation',
    'wellKnownCACertificates',
  ],
  ['Service', '{ports: [{port: 80}, {name: b, port: 81}]}', 'spec.ports[0]', 'several ports'],
  ['Service', `{ports: [{name: ${'p'.repeat(64)}, port: 80}]}`, 'spec.ports[0].name', 'the name of a port'],
  [
    'AuthorizationPolicy',
    '{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: w, namespace: shop}]}',
    'spec.targetRefs[0].namespace',
    'must be empty here',
  ],
  [
    'Deployment',
    '{selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: b}}}}',
    'spec.selector',
    'spec.template.metadata.labels',
  ],
];

describe('an object that its kind refuses', () => {
  it.each(refused)('%s %s', (kind, spec, place, words) => {
    const said = faultsIn(objectOf(kind, spec));
    const found = said.find((one) => one.place === place);
    expect(found, JSON.stringify(said)).toBeDefined();
    expect(`${found?.en} ${found?.hint}`).toContain(words);
    expect(found?.ru).toMatch(/[а-я]/);
    expect(found?.ruHint === null).toBe(found?.hint === null);
    expect(`${found?.ru} ${found?.ruHint}`).not.toMatch(/\b(?:the|of|with|without|and|or)\b/);
    for (const text of [found?.en, found?.ru, found?.hint, found?.ruHint])
      expect(text ?? '').not.toMatch(/undefined|null/);
  });
});

/** Kinds and versions, each with what is wrong with it; null: nothing. */
const kinds: readonly (readonly [apiVersion: string, kind: string, code: string | null, words: string])[] = [
  ['networking.istio.io/v1', 'VirtualServices', 'unknown-kind', 'did you mean "VirtualService"?'],
  ['networking.istio.io/v1', 'AuthorizationPolicy', 'wrong-version', 'apiVersion: security.istio.io/v1'],
  ['networking.istio.io/v1alpha4', 'VirtualService', 'wrong-version', 'apiVersion: networking.istio.io/v1'],
  ['istio.io/v1', 'VirtualService', 'wrong-version', 'apiVersion: networking.istio.io/v1'],
  ['v1', 'VirtualService', 'wrong-version', 'apiVersion: networking.istio.io/v1'],
  ['v1', 'Deployment', 'wrong-version', 'apiVersion: apps/v1'],
  ['networking.k8s.io/v1', 'HTTPRoute', 'wrong-version', 'apiVersion: gateway.networking.k8s.io/v1'],
  ['gateway.networking.k8s.io/v1', 'HttpRout', 'unknown-kind', 'did you mean "HTTPRoute"?'],
  ['v1', 'Servcie', 'unknown-kind', 'did you mean "Service"?'],
  ['security.istio.io/v1', 'MeshPolicy', 'unknown-kind', 'MeshPolicy'],
  // Not known here, and not near anything that is.
  ['v1', 'PersistentVolumeClaim', null, ''],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', null, ''],
  ['monitoring.coreos.com/v1', 'ServiceMonitor', null, ''],
  ['serving.knative.dev/v1', 'Service', null, ''],
  ['networking.gke.io/v1', 'Gateway', null, ''],
];

describe('kinds', () => {
  it.each(kinds)('%s %s', (apiVersion, kind, code, words) => {
    const said = faultsIn(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: {anything: 1}\n`);
    expect(said.map((one) => one.code)).toEqual(code === null ? [] : [code]);
    expect(said.map((one) => `${one.en} ${one.hint}`).join()).toContain(words);
  });
});

/** What is taken as it is: the kind and its spec. */
const taken: readonly (readonly [kind: string, spec: string])[] = [
  ['Service', `{ports: [{name: ${'p'.repeat(63)}, port: 80}]}`],
  [
    'VirtualService',
    http(
      `name: a, timeout: 1.5s, retries: {attempts: 3, perTryTimeout: 500ms, retryOn: "5xx,503,connect-failure"}, route: [${route}]`,
    ),
  ],
  [
    'VirtualService',
    http(
      `match: [{uri: {prefix: /a}, headers: {x: {exact: b}}, withoutHeaders: {y: {}}}], rewrite: {uri: /}, route: [${route}]`,
    ),
  ],
  ['VirtualService', http('redirect: {uri: /a, redirectCode: 308}')],
  ['VirtualService', http('redirect: {authority: a.com, prefixRewrite: /b}')],
  ['VirtualService', http('directResponse: {status: 503, body: {string: sorry}}')],
  ['VirtualService', http('delegate: {name: b, namespace: c}')],
  ['VirtualService', `{http: [{route: [${route}]}]}`],
  ['VirtualService', `{hosts: ["*"], gateways: [istio-ingress/edge], http: [{route: [${route}]}]}`],
  [
    'VirtualService',
    http(
      'route: [{destination: {host: reviews, subset: v1}, weight: 90}, {destination: {host: reviews, subset: v3}, weight: 10}]',
    ),
  ],
  ['VirtualService', http('route: [{destination: {host: a}, weight: 1}, {destination: {host: b}, weight: 3}]')],
  ['VirtualService', http(`mirror: {host: a}, mirrorPercentage: {value: 0.5}, fault: null, route: [${route}]`)],
  [
    'VirtualService',
    '{hosts: ["*.a.com"], gateways: [mesh, edge], tls: [{match: [{sniHosts: [x.a.com], port: 443}], route: [{destination: {host: b}}]}]}',
  ],
  [
    'DestinationRule',
    '{host: "*.shop.svc.cluster.local", exportTo: [.], trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}, subsets: [{name: v1, labels: {version: v1}}]}',
  ],
  [
    'DestinationRule',
    policy(
      'connectionPool: {tcp: {maxConnections: 1, idleTimeout: 0s}, http: {http1MaxPendingRequests: 1}}, outlierDetection: {consecutive5xxErrors: 5, interval: 1m, baseEjectionTime: 1m30s, maxEjectionPercent: 100}',
    ),
  ],
  [
    'DestinationRule',
    policy(
      'loadBalancer: {simple: ROUND_ROBIN, localityLbSetting: {enabled: true, failoverPriority: [topology.kubernetes.io/zone]}}, outlierDetection: {}',
    ),
  ],
  [
    'DestinationRule',
    policy(
      'portLevelSettings: [{port: {number: 8080}, loadBalancer: {consistentHash: {httpCookie: {name: a, ttl: 0s}}}}]',
    ),
  ],
  ['DestinationRule', policy('tls: {mode: SIMPLE, sni: a.com, credentialName: a}')],
  ['IstioGateway', server(`${ports}, hosts: [shop/a.com, "*.b.com"], tls: {mode: SIMPLE, credentialName: a}`)],
  ['IstioGateway', server('port: {number: 80, name: http, protocol: http}, hosts: ["*"], tls: {httpsRedirect: true}')],
  ['IstioGateway', server('port: {number: 443, name: tls, protocol: TLS}, hosts: ["*"], tls: {mode: PASSTHROUGH}')],
  ['ServiceEntry', entry('resolution: DNS, location: MESH_EXTERNAL')],
  ['ServiceEntry', '{hosts: ["*.example.com"], ports: [{number: 443, name: tls, protocol: TLS}]}'],
  [
    'ServiceEntry',
    '{hosts: ["*.example.com"], resolution: DYNAMIC_DNS, ports: [{number: 443, name: tls, protocol: TLS}]}',
  ],
  [
    'ServiceEntry',
    entry('resolution: STATIC, endpoints: [{address: "2001:db8::1", ports: {tls: 8443}}, {network: vm}]'),
  ],
  ['Sidecar', '{workloadSelector: {labels: {app: a}}, egress: [{hosts: [./*, istio-system/*, "*/api.a.com"]}]}'],
  ['WorkloadEntry', '{address: 10.0.0.7, labels: {app: a}, serviceAccount: a, ports: {http: 8080}}'],
  [
    'WorkloadGroup',
    '{metadata: {labels: {app: a}}, template: {serviceAccount: a}, probe: {httpGet: {port: 8080, path: /}}}',
  ],
  ['ProxyConfig', '{concurrency: 0, image: {imageType: distroless}}'],
  [
    'EnvoyFilter',
    '{workloadSelector: {labels: {app: a}}, configPatches: [{applyTo: HTTP_FILTER, match: {context: SIDECAR_INBOUND, listener: {portNumber: 80}}, patch: {operation: INSERT_BEFORE, value: {name: x, typed_config: {"@type": y, deep: [1, {z: true}]}}}}]}',
  ],
  [
    'PeerAuthentication',
    '{selector: {matchLabels: {app: a}}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: DISABLE}}}',
  ],
  [
    'RequestAuthentication',
    '{jwtRules: [{issuer: "https://a", jwksUri: "https://a/keys", forwardOriginalToken: true, fromHeaders: [{name: x, prefix: "Bearer "}]}]}',
  ],
  ['AuthorizationPolicy', '{}'],
  ['AuthorizationPolicy', '{action: DENY, rules: [{}]}'],
  [
    'AuthorizationPolicy',
    '{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: waypoint}, {kind: Service, group: "", name: a}], rules: [{from: [{source: {serviceAccounts: [shop/cart], notIpBlocks: [10.0.0.1]}}], to: [{operation: {methods: [GET], paths: ["/a/{*}/b", "/c/{**}"], ports: ["80"]}}], when: [{key: "request.auth.claims[a][b]", values: [c]}, {key: "request.headers[x]", notValues: [z]}]}]}',
  ],
  ['AuthorizationPolicy', '{action: CUSTOM, provider: {name: a}, rules: [{to: [{operation: {paths: [/admin*]}}]}]}'],
  [
    'Telemetry',
    '{accessLogging: [{providers: [{name: envoy}], filter: {expression: response.code >= 500}}], tracing: [{randomSamplingPercentage: 12.5, customTags: {a: {literal: {value: b}}}}]}',
  ],
  [
    'TrafficExtension',
    '{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: a}], phase: AUTHN, wasm: {url: oci://a/b, pluginConfig: {any: [1]}}}',
  ],
  ['WasmPlugin', '{url: a.example.com/b, phase: STATS, pluginConfig: {any: {thing: 1}}}'],
  [
    'IstioOperator',
    '{profile: minimal, hub: a, tag: 1.30.3, components: {pilot: {k8s: {resources: {requests: {cpu: 500m, memory: 1Gi}}, hpaSpec: {minReplicas: 2}, env: [{name: A, value: b}]}}, ingressGateways: [{name: a, enabled: true, label: {istio: a}}]}, meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}, defaultConfig: {any: 1}, extensionProviders: [{name: a}]}, values: {global: {any: 1}}}',
  ],
  [
    'Gateway',
    listener(
      'protocol: HTTPS, hostname: "*.a.com", tls: {certificateRefs: [{name: a}]}, allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {a: b}}}, kinds: [{kind: HTTPRoute}]}',
    ),
  ],
  ['Gateway', '{gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}'],
  [
    'HTTPRoute',
    '{parentRefs: [{kind: Service, group: "", name: a, port: 80}], rules: [{matches: [{path: {value: /a}, method: GET}], filters: [{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: a, value: b}]}}], timeouts: {request: 10s}, backendRefs: [{name: a, port: 80, weight: 9}, {name: b, port: 80, weight: 1}]}]}',
  ],
  [
    'HTTPRoute',
    '{rules: [{filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}}], backendRefs: [{group: networking.istio.io, kind: Hostname, name: a.com, port: 80}]}]}',
  ],
  ['GRPCRoute', '{rules: [{matches: [{method: {service: a.B, method: C}}], backendRefs: [{name: a, port: 80}]}]}'],
  ['TLSRoute', '{parentRefs: [{name: a}], hostnames: [a.com], rules: [{backendRefs: [{name: a, port: 443}]}]}'],
  ['TCPRoute', '{parentRefs: [{name: a}], rules: [{backendRefs: [{name: a, port: 443}]}]}'],
  [
    'ReferenceGrant',
    '{from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: a}], to: [{group: "", kind: Service}]}',
  ],
  [
    'BackendTLSPolicy',
    '{targetRefs: [{group: "", kind: Service, name: a, sectionName: https}], validation: {hostname: a.com, wellKnownCACertificates: System}}',
  ],
  ['GatewayClass', '{controllerName: istio.io/gateway-controller}'],
  [
    'Service',
    '{selector: {app: a}, ports: [{name: grpc-api, port: 80, targetPort: http}, {name: b, port: 81, targetPort: 8081, appProtocol: http}]}',
  ],
  [
    'Pod',
    '{containers: [{name: a, image: b, resources: {limits: {cpu: 1, memory: 1Gi}}, ports: [{containerPort: 80}]}]}',
  ],
  // Of Kubernetes' own kinds an answer may show a part.
  [
    'Deployment',
    '{template: {metadata: {labels: {app: a, sidecar.istio.io/inject: "true"}, annotations: {a.b/c: "1"}}}}',
  ],
  [
    'Deployment',
    '{replicas: 2, strategy: {rollingUpdate: {maxSurge: 25%, maxUnavailable: 1}}, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a}]}}}',
  ],
];

describe('an object that its kind takes', () => {
  it.each(taken)('%s %s', (kind, spec) => expect(faultsIn(objectOf(kind, spec))).toEqual([]));

  it.each(['v1', 'v1beta1', 'v1alpha3'])('networking.istio.io/%s', (version) => {
    const text = objectOf('VirtualService', http(`route: [${route}]`)).replace('/v1', `/${version}`);
    expect(faultsIn(text)).toEqual([]);
  });

  it('as a cluster shows it', () => {
    const metadata =
      'name: a, namespace: b, uid: c, resourceVersion: "1", generation: 2, creationTimestamp: "2026-01-01T00:00:00Z", managedFields: [{manager: kubectl}], annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}';
    const dump = `${objectOf('VirtualService', http(`route: [${route}]`), metadata)}status: {conditions: [{any: thing}]}\n`;
    expect(faultsIn(`apiVersion: v1\nkind: List\nitems:\n- ${dump.trimEnd().replace(/\n/g, '\n  ')}\n`)).toEqual([]);
  });
});

describe('an object without an end', () => {
  const many = 10_000;
  const list = (one: (i: number) => string): string => Array.from({ length: many }, (_, i) => one(i)).join(', ');

  it.each([
    ['unknown fields', objectOf('VirtualService', `{${list((i) => `field${i}: 1`)}}`)],
    ['wrong values', objectOf('VirtualService', http(`route: [${list(() => '{destination: {hots: a}}')}]`))],
    [
      'names to compare',
      objectOf(
        'VirtualService',
        `{hosts: [${list((i) => `h${i}.a.com`)}], tls: [{match: [{sniHosts: [${list((i) => `s${i}.b.com`)}]}], route: [{destination: {host: b}}]}]}`,
      ),
    ],
    ['labels', objectOf('PeerAuthentication', `{selector: {matchLabels: {${list((i) => `l${i}: "*"`)}}}}`)],
    ['one long text', objectOf('HTTPRoute', `{hostnames: [${'a-'.repeat(100_000)}]}`)],
  ])('%s', (_, text) => {
    const manifests = manifestsOf(text);
    const start = performance.now();
    const faults = manifests.flatMap(({ value }) => objectFaults(value));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThan(1000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('names and labels', () => {
  it.each([
    ['', 'lacks the field "name"'],
    ['name: Reviews', 'small letters'],
    ['name: my_app', 'small letters'],
    ['name: a, labels: {app: "a b"}', 'value of a label'],
    ['name: a, labels: {"a b": c}', 'name of a label'],
    ['name: a, labels: {app: 1}', 'must be a text'],
  ])('%s', (metadata, words) =>
    expect(
      faultsIn(objectOf('PeerAuthentication', '{}', metadata))
        .map(({ en }) => en)
        .join(),
    ).toContain(words),
  );

  it('names need no name where nothing is applied', () =>
    expect(faultsIn('apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {profile: demo}\n')).toEqual(
      [],
    ));
});
