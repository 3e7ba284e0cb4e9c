import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/judging/resource.ts';
import type { Routed } from '../../src/judging/routed.ts';
import { route } from '../../src/judging/routing.ts';
import { clusterOf } from './cluster.ts';

const listener = (more = '', name = 'http'): string =>
  `{name: ${name}, port: 80, protocol: HTTP${more && ', '}${more}}`;
const gateway = (...listeners: string[]): string =>
  `{kind: Gateway, metadata: {name: edge, namespace: ingress}, spec: {gatewayClassName: istio, listeners: [${listeners.join(', ')}]}}`;
const from = (namespaces: string): string => `allowedRoutes: {namespaces: {${namespaces}}}`;
const all = listener(from('from: All'));
const parent = '{name: edge, namespace: ingress}';
const httpRoute = (rules: string, more = '', name = 'a', parents = parent, namespace = 'shop'): string =>
  `{kind: HTTPRoute, metadata: {name: ${name}, namespace: ${namespace}}, spec: {parentRefs: [${parents}], ${more} rules: [${rules}]}}`;
const to = (name: string): string => `backendRefs: [{name: ${name}, port: 80}]`;

const ask = (objects: readonly string[], request: Fields = {}): Routed =>
  route(clusterOf(objects.join('\n---\n')), { from: 'ingress/edge', host: 'shop.example.com', ...request });
const targets = (objects: readonly string[], request: Fields = {}): string[] =>
  ask(objects, request).to.map(
    ({ host, port, weight }) => `${host.split('.')[0]}:${port}${weight === 100 ? '' : ` ${weight}`}`,
  );

describe('whether a route is attached', () => {
  const namespace = '{kind: Namespace, metadata: {name: shop, labels: {expose: "true"}}}';
  const selecting = listener(from('from: Selector, selector: {matchLabels: {expose: "true"}}'));
  const ofName = listener(from('from: Selector, selector: {matchLabels: {kubernetes.io/metadata.name: shop}}'));
  const shop = httpRoute(`{${to('shop')}}`);
  it.each<[string, string[], Fields, string[]]>([
    ['all namespaces', [gateway(all), shop], {}, ['shop:80']],
    ['only its own namespace', [gateway(listener()), shop], {}, []],
    [
      'its own namespace',
      [gateway(listener()), httpRoute(`{${to('shop')}}`, '', 'a', '{name: edge}', 'ingress')],
      {},
      ['shop:80'],
    ],
    ['namespaces with a label', [gateway(selecting), namespace, shop], {}, ['shop:80']],
    ['a namespace without it', [gateway(selecting), shop], {}, []],
    ['a namespace by its name', [gateway(ofName), shop], {}, ['shop:80']],
    ['a selector that is missing', [gateway(listener(from('from: Selector'))), shop], {}, []],
    ['nobody', [gateway(listener(from('from: None'))), shop], {}, []],
    ['a parent in another namespace', [gateway(all), httpRoute(`{${to('shop')}}`, '', 'a', '{name: edge}')], {}, []],
    [
      'a parent of another kind',
      [
        gateway(all),
        httpRoute(`{${to('shop')}}`, '', 'a', '{group: "", kind: Service, name: edge, namespace: ingress}'),
      ],
      {},
      [],
    ],
    [
      'a section',
      [gateway(all), httpRoute(`{${to('shop')}}`, '', 'a', '{name: edge, namespace: ingress, sectionName: http}')],
      {},
      ['shop:80'],
    ],
    [
      'another section',
      [gateway(all), httpRoute(`{${to('shop')}}`, '', 'a', '{name: edge, namespace: ingress, sectionName: https}')],
      {},
      [],
    ],
    [
      'a port',
      [gateway(all), httpRoute(`{${to('shop')}}`, '', 'a', '{name: edge, namespace: ingress, port: 80}')],
      {},
      ['shop:80'],
    ],
    [
      'another port',
      [gateway(all), httpRoute(`{${to('shop')}}`, '', 'a', '{name: edge, namespace: ingress, port: 81}')],
      {},
      [],
    ],
    [
      'kinds that leave it out',
      [gateway(listener('allowedRoutes: {namespaces: {from: All}, kinds: [{kind: GRPCRoute}]}')), shop],
      {},
      [],
    ],
    ['no Gateway', [shop], {}, []],
    ['a port without a listener', [gateway(all), shop], { port: 8080 }, []],
    ['HTTPS to a listener of HTTP', [gateway(all), shop], { protocol: 'https', port: 80 }, []],
  ])('%s', (_, objects, request, expected) => {
    expect(targets(objects, request)).toEqual(expected);
    expect(targets([...objects].reverse(), request)).toEqual(expected);
  });
});

describe('host names', () => {
  const named = (hostname: string, more = from('from: All'), name = 'http'): string =>
    listener(`hostname: "${hostname}", ${more}`, name);
  const of = (hostnames: string, name: string): string => httpRoute(`{${to(name)}}`, `hostnames: ${hostnames},`, name);
  it.each<[string, string[], string, string[]]>([
    ['of the route', [gateway(all), of('[shop.example.com]', 'a')], 'shop.example.com', ['a:80']],
    ['of the route, in any case', [gateway(all), of('[shop.example.com]', 'a')], 'Shop.Example.com', ['a:80']],
    ['of another route', [gateway(all), of('[api.example.com]', 'a')], 'shop.example.com', []],
    [
      'within the listener’s',
      [gateway(named('*.example.com')), of('[shop.example.com]', 'a')],
      'shop.example.com',
      ['a:80'],
    ],
    [
      'outside of the listener’s',
      [gateway(named('*.example.com')), of('[shop.example.org]', 'a')],
      'shop.example.org',
      [],
    ],
    [
      'wider than the listener’s',
      [gateway(named('shop.example.com')), of('["*.example.com"]', 'a')],
      'shop.example.com',
      ['a:80'],
    ],
    [
      'of the listener alone',
      [gateway(named('*.example.com')), httpRoute(`{${to('a')}}`)],
      'shop.example.com',
      ['a:80'],
    ],
    ['that of no listener', [gateway(named('*.example.com')), httpRoute(`{${to('a')}}`)], 'shop.example.org', []],
    [
      'the most specific',
      [gateway(all), of('["*.example.com"]', 'a'), of('[shop.example.com]', 'b')],
      'shop.example.com',
      ['b:80'],
    ],
    [
      'the wildcard for the rest',
      [gateway(all), of('["*.example.com"]', 'a'), of('[shop.example.com]', 'b')],
      'api.example.com',
      ['a:80'],
    ],
    [
      'the most specific listener',
      [
        gateway(
          named('*.example.com', from('from: All'), 'wide'),
          named('shop.example.com', 'allowedRoutes: {namespaces: {from: Same}}', 'own'),
        ),
        httpRoute(`{${to('a')}}`),
      ],
      'shop.example.com',
      [],
    ],
  ])('%s', (_, objects, host, expected) => expect(targets(objects, { host })).toEqual(expected));
});

describe('which rule', () => {
  const path = (type: string, value: string, more = ''): string =>
    `matches: [{path: {type: ${type}, value: "${value}"}${more}}]`;
  const rules = (...matches: string[]): string[] => [
    gateway(all),
    httpRoute(matches.map((match, at) => `{${match}${match && ', '}${to(`r${at}`)}}`).join(', ')),
  ];
  it.each<[string, string[], Fields, string[]]>([
    ['no match', rules(''), { path: '/x' }, ['r0:80']],
    ['a prefix by elements', rules(path('PathPrefix', '/a')), { path: '/a/b' }, ['r0:80']],
    ['the prefix itself', rules(path('PathPrefix', '/a')), { path: '/a' }, ['r0:80']],
    ['no part of an element', rules(path('PathPrefix', '/a')), { path: '/ab' }, []],
    ['a prefix with a slash', rules(path('PathPrefix', '/a/')), { path: '/a' }, ['r0:80']],
    ['exact', rules(path('Exact', '/a')), { path: '/a/' }, []],
    ['an expression', rules(path('RegularExpression', '/[0-9]+')), { path: '/12' }, ['r0:80']],
    ['exact before prefix', rules(path('PathPrefix', '/a'), path('Exact', '/a')), { path: '/a' }, ['r1:80']],
    [
      'the longer prefix',
      rules(path('PathPrefix', '/'), path('PathPrefix', '/a/b'), path('PathPrefix', '/a')),
      { path: '/a/b' },
      ['r1:80'],
    ],
    [
      'a prefix before an expression',
      rules(path('RegularExpression', '/a.*'), path('PathPrefix', '/a')),
      { path: '/a' },
      ['r1:80'],
    ],
    [
      'a method',
      rules(path('PathPrefix', '/'), path('PathPrefix', '/', ', method: POST')),
      { method: 'POST' },
      ['r1:80'],
    ],
    ['a method that differs', rules(path('PathPrefix', '/'), path('PathPrefix', '/', ', method: POST')), {}, ['r0:80']],
    [
      'more headers',
      rules(
        'matches: [{headers: [{name: a, value: "1"}]}]',
        'matches: [{headers: [{name: a, value: "1"}, {name: B, value: "2"}]}]',
      ),
      { headers: { A: '1', b: '2' } },
      ['r1:80'],
    ],
    [
      'a path before headers',
      rules('matches: [{headers: [{name: a, value: "1"}]}]', path('PathPrefix', '/a')),
      { path: '/a', headers: { a: '1' } },
      ['r1:80'],
    ],
    [
      'a method before headers',
      rules('matches: [{headers: [{name: a, value: "1"}, {name: b, value: "2"}]}]', 'matches: [{method: GET}]'),
      { headers: { a: '1', b: '2' } },
      ['r1:80'],
    ],
    [
      'an expression of a header',
      rules('matches: [{headers: [{name: a, type: RegularExpression, value: "x.*"}]}]'),
      { headers: { a: 'xy' } },
      ['r0:80'],
    ],
    ['a parameter', rules('', 'matches: [{queryParams: [{name: q, value: "1"}]}]'), { path: '/?q=1' }, ['r1:80']],
    ['one of several matches', rules('matches: [{path: {value: /a}}, {path: {value: /b}}]'), { path: '/b' }, ['r0:80']],
    ['of equal ones the first', rules('', ''), {}, ['r0:80']],
  ])('%s', (_, objects, request, expected) => expect(targets(objects, request)).toEqual(expected));

  it('of several routes of a host, whatever their order', () => {
    const objects = [
      gateway(all),
      httpRoute(`{${to('wide')}}`, '', 'a'),
      httpRoute(`{${path('PathPrefix', '/a')}, ${to('narrow')}}`, '', 'b'),
    ];
    expect(targets(objects, { path: '/a' })).toEqual(['narrow:80']);
    expect(targets([...objects].reverse(), { path: '/a' })).toEqual(['narrow:80']);
    expect(targets(objects, { path: '/b' })).toEqual(['wide:80']);
  });
});

describe('backends', () => {
  const grant = (more = ''): string =>
    `{kind: ReferenceGrant, metadata: {name: g, namespace: team}, spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop}], to: [{group: "", kind: Service${more}}]}}`;
  const far = httpRoute('{backendRefs: [{name: a, namespace: team, port: 80}]}');
  it.each<[string, string[], string[]]>([
    [
      'by weight',
      [httpRoute('{backendRefs: [{name: a, port: 80, weight: 90}, {name: b, port: 80, weight: 10}]}')],
      ['a:80 90', 'b:80 10'],
    ],
    [
      'equal without weights',
      [httpRoute('{backendRefs: [{name: a, port: 80}, {name: b, port: 80}]}')],
      ['a:80 50', 'b:80 50'],
    ],
    [
      'nothing for weight 0',
      [httpRoute('{backendRefs: [{name: a, port: 80}, {name: b, port: 80, weight: 0}]}')],
      ['a:80'],
    ],
    [
      'of shares',
      [httpRoute('{backendRefs: [{name: a, port: 80, weight: 3}, {name: b, port: 80, weight: 1}]}')],
      ['a:80 75', 'b:80 25'],
    ],
    ['without a port', [httpRoute('{backendRefs: [{name: a}]}')], []],
    ['of another namespace, not granted', [far], [':0']],
    ['granted', [far, grant()], ['a:80']],
    ['granted by name', [far, grant(', name: a')], ['a:80']],
    ['another one granted', [far, grant(', name: b')], [':0']],
  ])('%s', (_, objects, expected) => {
    const routed = ask([gateway(all), ...objects]);
    expect(routed.found).toBe(expected.length > 0 && expected[0] !== ':0');
    expect(
      routed.to.map(
        ({ host, port, weight }) => `${host.split('.')[0]}:${host ? port : 0}${weight === 100 ? '' : ` ${weight}`}`,
      ),
    ).toEqual(expected);
  });
  it('that are none answer 500', () => {
    for (const rule of ['{backendRefs: []}', '{}', '{backendRefs: [{name: a, port: 80, weight: 0}]}'])
      expect(ask([gateway(all), httpRoute(rule)])).toMatchObject({ direct: { status: 500 }, to: [] });
  });
});

describe('filters', () => {
  const with_ = (filters: string, match = '', request: Fields = {}): Routed =>
    ask([gateway(all), httpRoute(`{${match && `matches: [${match}],`} filters: [${filters}], ${to('a')}}`)], request);
  it('change headers', () => {
    const routed = with_(
      '{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: X-A, value: "1"}], add: [{name: b, value: "2"}], remove: [C]}}, {type: ResponseHeaderModifier, responseHeaderModifier: {set: [{name: d, value: "4"}]}}',
    );
    expect(routed.requestHeaders).toEqual({ set: { 'x-a': '1' }, add: { b: '2' }, remove: ['c'] });
    expect(routed.responseHeaders).toEqual({ set: { d: '4' }, add: {}, remove: [] });
  });
  it.each<[path: string, match: string, request: string, result: string]>([
    ['type: ReplacePrefixMatch, replacePrefixMatch: /new', '{path: {value: /old}}', '/old/x', '/new/x'],
    ['type: ReplacePrefixMatch, replacePrefixMatch: /', '{path: {value: /old}}', '/old/x', '/x'],
    ['type: ReplacePrefixMatch, replacePrefixMatch: /', '{path: {value: /old}}', '/old', '/'],
    ['type: ReplacePrefixMatch, replacePrefixMatch: /new/', '{path: {value: /old/}}', '/old/x', '/new/x'],
    ['type: ReplacePrefixMatch, replacePrefixMatch: /new', '', '/x', '/new/x'],
    ['type: ReplaceFullPath, replaceFullPath: /new', '{path: {value: /old}}', '/old/x', '/new'],
  ])('rewrite {%s} of %s: %s is %s', (path, match, asked, result) => {
    const rewritten = with_(`{type: URLRewrite, urlRewrite: {hostname: a.com, path: {${path}}}}`, match, {
      path: asked,
    });
    expect([rewritten.path, rewritten.authority]).toEqual([result, 'a.com']);
    const redirected = with_(`{type: RequestRedirect, requestRedirect: {path: {${path}}}}`, match, { path: asked });
    expect(redirected.redirect?.path).toBe(result);
  });
  it.each<[string, object]>([
    ['scheme: https, statusCode: 301', { scheme: 'https', host: 'shop.example.com', port: 0, path: '/a', code: 301 }],
    ['hostname: new.example.com', { scheme: 'http', host: 'new.example.com', port: 0, code: 302 }],
    ['port: 8443, scheme: https', { port: 8443 }],
  ])('redirect {%s}', (redirect, result) =>
    expect(with_(`{type: RequestRedirect, requestRedirect: {${redirect}}}`, '', { path: '/a' }).redirect).toMatchObject(
      result,
    ),
  );
  it.each<[string, number]>([
    ['', 100],
    [', percent: 20', 20],
    [', fraction: {numerator: 1, denominator: 1000}', 0.1],
  ])('copy {%s}', (share, percent) =>
    expect(with_(`{type: RequestMirror, requestMirror: {backendRef: {name: dup, port: 80}${share}}}`).mirrors).toEqual([
      { host: 'dup.shop.svc.cluster.local', subset: '', port: 80, percent },
    ]),
  );
  it('limit the time', () => {
    const of = (rule: string): Routed => ask([gateway(all), httpRoute(`{${rule}, ${to('a')}}`)]);
    expect(of('timeouts: {request: 3s}')).toMatchObject({ timeout: '3s', retries: {} });
    expect(of('timeouts: {request: 3s, backendRequest: 1s}, retry: {attempts: 2, codes: [503]}')).toMatchObject({
      timeout: '3s',
      retries: { attempts: 2, perTryTimeout: '1s' },
    });
  });
  it('that Istio does not know make the rule nothing', () => {
    expect(with_('{type: ExtensionRef, extensionRef: {group: a, kind: B, name: c}}').found).toBe(false);
    const ofBackend = '{backendRefs: [{name: a, port: 80, filters: [{type: URLRewrite, urlRewrite: {hostname: b}}]}]}';
    expect(ask([gateway(all), httpRoute(ofBackend)]).found).toBe(false);
  });
  it('of a backend change headers', () => {
    const filter = '{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: A, value: b}]}}';
    const routed = ask([gateway(all), httpRoute(`{backendRefs: [{name: a, port: 80, filters: [${filter}]}]}`)]);
    expect(routed.requestHeaders.set).toEqual({ a: 'b' });
  });
  it('keep the rule as it is written', () =>
    expect(with_('{type: RequestRedirect, requestRedirect: {scheme: https}}').rule.filters).toEqual([
      { type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 302 } },
    ]));
});

describe('other routes', () => {
  const grpc = (match: string): string =>
    `{kind: GRPCRoute, metadata: {name: a}, spec: {parentRefs: [${parent}], rules: [{matches: [${match}], ${to('g')}}]}}`;
  it.each<[string, string, boolean]>([
    ['{method: {service: shop.Cart, method: Add}}', '/shop.Cart/Add', true],
    ['{method: {service: shop.Cart, method: Add}}', '/shop.Cart/Drop', false],
    ['{method: {service: shop.Cart}}', '/shop.Cart/Drop', true],
    ['{method: {service: shop.Cart}}', '/shop.CartX/Drop', false],
    ['{method: {method: Add}}', '/any/Add', true],
    ['{method: {type: RegularExpression, service: "shop[.].*"}}', '/shop.X/Any', true],
    ['{headers: [{name: a, value: b}]}', '/x/y', false],
  ])('gRPC %s of %s: %s', (match, path, fits) =>
    expect(targets([gateway(all), grpc(match)], { protocol: 'grpc', path, method: 'POST' })).toEqual(
      fits ? ['g:80'] : [],
    ),
  );

  const tls = (hostnames: string): string =>
    `{kind: TLSRoute, metadata: {name: t}, spec: {parentRefs: [${parent}], hostnames: ${hostnames}, rules: [{backendRefs: [{name: bank, port: 8443}]}]}}`;
  const passing = `{name: tls, port: 443, protocol: TLS, tls: {mode: Passthrough}, ${from('from: All')}}`;
  const ending = `{name: https, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: c}]}, ${from('from: All')}}`;
  it.each<[string, string[], Fields, string[]]>([
    ['passed through', [gateway(passing), tls('[shop.example.com]')], { protocol: 'https' }, ['bank:8443']],
    ['by another name', [gateway(passing), tls('[api.example.com]')], { protocol: 'https' }, []],
    ['passed through has no HTTP', [gateway(passing), httpRoute(`{${to('a')}}`)], { protocol: 'https' }, []],
    ['ended', [gateway(ending), httpRoute(`{${to('a')}}`)], { protocol: 'https' }, ['a:80']],
    ['ended has no TLSRoute', [gateway(ending), tls('[shop.example.com]')], { protocol: 'https' }, []],
    ['plain text to TLS', [gateway(ending), httpRoute(`{${to('a')}}`)], { port: 443 }, []],
  ])('TLS %s', (_, objects, request, expected) => expect(targets(objects, request)).toEqual(expected));

  it('TCP', () => {
    const route_ = `{apiVersion: gateway.networking.k8s.io/v1alpha2, kind: TCPRoute, metadata: {name: t}, spec: {parentRefs: [${parent}], rules: [{backendRefs: [{name: db, port: 5432}]}]}}`;
    const tcp = `{name: tcp, port: 5432, protocol: TCP, ${from('from: All')}}`;
    expect(targets([gateway(tcp), route_], { protocol: 'tcp', port: 5432 })).toEqual(['db:5432']);
  });
});

describe('in the mesh', () => {
  const parentService = '{group: "", kind: Service, name: cart, port: 80}';
  const service =
    '{kind: Service, metadata: {name: cart}, spec: {ports: [{port: 80, name: http}, {port: 81, name: http-b}]}}';
  const asked = (objects: readonly string[], request: Fields = {}): string[] =>
    targets([service, ...objects], {
      from: 'mesh',
      host: 'cart.shop.svc.cluster.local',
      namespace: 'shop',
      ...request,
    });
  const split = httpRoute(
    '{backendRefs: [{name: v1, port: 80, weight: 90}, {name: v2, port: 80, weight: 10}]}',
    '',
    'a',
    parentService,
  );
  const other = httpRoute(
    '{backendRefs: [{name: mine, namespace: shop, port: 80}]}',
    '',
    'a',
    '{group: "", kind: Service, name: cart, namespace: shop}',
    'client',
  );
  it.each<[string, string[], Fields, string[]]>([
    ['of the Service’s namespace', [split], {}, ['v1:80 90', 'v2:80 10']],
    ['for callers elsewhere too', [split], { namespace: 'client' }, ['v1:80 90', 'v2:80 10']],
    ['another port', [split], { port: 81 }, ['cart:81']],
    ['without the core’s group', [httpRoute(`{${to('v1')}}`, '', 'a', '{kind: Service, name: cart}')], {}, ['cart:80']],
    ['a Gateway as the parent', [httpRoute(`{${to('v1')}}`, '', 'a', '{name: cart}')], {}, ['cart:80']],
    ['without the backend’s port', [httpRoute('{backendRefs: [{name: v1}]}', '', 'a', parentService)], {}, []],
    ['of the caller’s namespace', [other], { namespace: 'client' }, ['mine:80']],
    ['of the caller’s namespace, for others', [other], {}, ['cart:80']],
    ['of the caller’s namespace first', [other, split], { namespace: 'client' }, ['mine:80']],
    [
      'with nothing that fits',
      [httpRoute(`{matches: [{path: {value: /a}}], ${to('v1')}}`, '', 'a', parentService)],
      { path: '/b' },
      [],
    ],
    [
      'host names count for nothing',
      [httpRoute(`{${to('v1')}}`, 'hostnames: [x.example.com],', 'a', parentService)],
      {},
      ['v1:80'],
    ],
    [
      'of another Service',
      [httpRoute(`{${to('v1')}}`, '', 'a', '{group: "", kind: Service, name: web}')],
      {},
      ['cart:80'],
    ],
    [
      'of a ServiceEntry',
      [
        '{kind: ServiceEntry, metadata: {name: out}, spec: {hosts: [api.example.com], ports: [{number: 80, name: http, protocol: HTTP}]}}',
        httpRoute(`{${to('v1')}}`, '', 'a', '{group: networking.istio.io, kind: ServiceEntry, name: out}'),
      ],
      { host: 'api.example.com' },
      ['v1:80'],
    ],
  ])('%s', (_, objects, request, expected) => {
    expect(asked(objects, request)).toEqual(expected);
    expect(asked([...objects].reverse(), request)).toEqual(expected);
  });
});
