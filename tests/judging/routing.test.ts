import { describe, expect, it } from 'vitest';
import { overlaid } from '../../src/judging/normalise.ts';
import { RequestError } from '../../src/judging/request-error.ts';
import type { Cluster, Fields } from '../../src/judging/resource.ts';
import { route } from '../../src/judging/routing.ts';
import { clusterOf } from './cluster.ts';

/** `cart/v1:80 90` for each destination; the host without what every Service of the namespace has. */
function targets(cluster: Cluster, request: Fields): string[] {
  const routed = route(cluster, request);
  expect(routed.found).toBe(routed.to.length > 0 || routed.redirect !== null || routed.direct !== null);
  return routed.to.map(({ host, subset, port, weight }) => {
    const short = host.replace('.shop.svc.cluster.local', '');
    return `${short}${subset && '/'}${subset}:${port}${weight === 100 ? '' : ` ${weight}`}`;
  });
}

const services = `
kind: Service
metadata: {name: cart}
spec: {ports: [{name: http, port: 80}]}
---
kind: Service
metadata: {name: cart-v2}
spec: {ports: [{name: http-web, port: 8080}]}
---
kind: Service
metadata: {name: multi}
spec: {ports: [{name: http-a, port: 80}, {name: grpc, port: 9000}, {name: tcp-db, port: 5432}, {name: tls-x, port: 8443}, {name: x, port: 81}]}
---
`;
const meshOf = (text: string): Cluster => clusterOf(services + text);
const ruled = (http: string, more = ''): Cluster =>
  meshOf(`{kind: VirtualService, metadata: {name: cart}, spec: {hosts: [cart], ${more} http: ${http}}}`);
const toV2 = 'route: [{destination: {host: cart-v2}}]';
const toV1 = 'route: [{destination: {host: cart}}]';
/** Rules with one condition, and the Service itself where it does not hold. */
const when = (match: string): Cluster => ruled(`[{match: [${match}], ${toV2}}, {${toV1}}]`);

describe('without a rule', () => {
  const mesh = meshOf('');
  it.each<[string, Fields, string[]]>([
    ['to the Service', { host: 'cart' }, ['cart:80']],
    ['by its name with the namespace', { host: 'cart.shop', namespace: 'x' }, ['cart:80']],
    ['by its name with svc', { host: 'cart.shop.svc', namespace: 'x' }, ['cart:80']],
    ['in full', { host: 'cart.shop.svc.cluster.local' }, ['cart:80']],
    ['in any case', { host: 'Cart' }, ['cart:80']],
    ['with a port in the host', { host: 'cart:80' }, ['cart:80']],
    ['from another namespace the short name is another', { host: 'cart', namespace: 'x' }, []],
    ['to the only port', { host: 'cart-v2' }, ['cart-v2:8080']],
    ['to a port that it has not', { host: 'cart', port: 8080 }, []],
    ['to what nobody knows', { host: 'www.example.com' }, []],
    ['by TCP', { host: 'multi', port: 5432, protocol: 'tcp' }, ['multi:5432']],
    ['plain text to a port of TLS', { host: 'multi', port: 8443 }, []],
    ['TLS to a port of HTTP', { host: 'multi', port: 80, protocol: 'tls' }, []],
    ['TLS to a port of TLS', { host: 'multi', port: 8443, protocol: 'https' }, ['multi:8443']],
    ['to a port without a protocol', { host: 'multi', port: 81, protocol: 'grpc' }, ['multi:81']],
  ])('%s', (_, request, expected) => expect(targets(mesh, request)).toEqual(expected));

  it('to a ServiceEntry', () => {
    const out = meshOf(
      '{kind: ServiceEntry, metadata: {name: out}, spec: {hosts: [api.example.com, "*.wild.com"], ports: [{number: 443, name: tls, protocol: TLS}]}}',
    );
    expect(targets(out, { host: 'api.example.com', protocol: 'https' })).toEqual(['api.example.com:443']);
    expect(targets(out, { host: 'a.wild.com', protocol: 'tls' })).toEqual(['a.wild.com:443']);
    expect(targets(out, { host: 'api.example.com', port: 80 })).toEqual([]);
  });
});

describe('a condition', () => {
  it.each<[string, Fields, boolean]>([
    ['uri: {exact: /a}', { path: '/a' }, true],
    ['uri: {exact: /a}', { path: '/a?x=1' }, true],
    ['uri: {exact: /a}', { path: '/a/' }, false],
    ['uri: {exact: /a}', { path: '/A' }, false],
    ['uri: {exact: /a}, ignoreUriCase: true', { path: '/A' }, true],
    ['uri: {prefix: /a}', { path: '/ab' }, true],
    ['uri: {prefix: /a/}', { path: '/a' }, false],
    ['uri: {prefix: /A}, ignoreUriCase: true', { path: '/abc' }, true],
    ['uri: {regex: "/v[0-9]+/.*"}', { path: '/v12/x' }, true],
    ['uri: {regex: "/v[0-9]+"}', { path: '/v12/x' }, false],
    ['uri: {regex: "("}', { path: '(' }, false],
    ['method: {exact: GET}', {}, true],
    ['method: {exact: get}', {}, false],
    ['method: {regex: "GET|HEAD"}', { method: 'HEAD' }, true],
    ['authority: {exact: cart}', {}, true],
    ['authority: {prefix: shop.}', {}, false],
    ['scheme: {exact: http}', {}, true],
    ['scheme: {exact: https}', {}, false],
    ['headers: {end-user: {exact: jo}}', { headers: { 'End-User': 'jo' } }, true],
    ['headers: {end-user: {exact: jo}}', { headers: { 'end-user': 'Jo' } }, false],
    ['headers: {end-user: {exact: jo}}', {}, false],
    ['headers: {end-user: {}}', { headers: { 'end-user': 'x' } }, true],
    ['headers: {end-user: {}}', {}, false],
    ['headers: {end-user: {regex: "*"}}', { headers: { 'end-user': 'x' } }, true],
    ['headers: {a: {prefix: x}, b: {exact: y}}', { headers: { a: 'xx' } }, false],
    ['headers: {a: {prefix: x}, b: {exact: y}}', { headers: { a: 'xx', b: 'y' } }, true],
    ['headers: {constructor: {}}', {}, false],
    ['withoutHeaders: {beta: {}}', {}, true],
    ['withoutHeaders: {beta: {}}', { headers: { beta: '' } }, false],
    ['withoutHeaders: {beta: {exact: "1"}}', { headers: { beta: '1' } }, false],
    ['withoutHeaders: {beta: {exact: "1"}}', { headers: { beta: '2' } }, true],
    ['withoutHeaders: {beta: {regex: ".*"}}', {}, false],
    ['queryParams: {q: {exact: "1"}}', { path: '/?q=1' }, true],
    ['queryParams: {q: {exact: "1"}}', { query: { q: '1' } }, true],
    ['queryParams: {q: {exact: "1"}}', { query: { q: '2' } }, false],
    ['queryParams: {q: {}}', { query: { q: '2' } }, true],
    ['port: 80', {}, true],
    ['port: 81', {}, false],
    ['sourceLabels: {app: web}', { labels: { app: 'web', v: '1' } }, true],
    ['sourceLabels: {app: web}', { labels: { app: 'api' } }, false],
    ['sourceNamespace: shop', {}, true],
    ['sourceNamespace: other', {}, false],
    ['gateways: [mesh]', {}, true],
    ['gateways: [edge]', {}, false],
    ['gateways: [mesh], sourceLabels: {app: web}', {}, true],
    ['uri: {prefix: /a}, method: {exact: POST}', { path: '/a' }, false],
    ['uri: {prefix: /a}}, {method: {exact: POST}', { path: '/b', method: 'POST' }, true],
  ])('{%s} of %j: %s', (match, request, fits) =>
    expect(targets(when(`{${match}}`), { host: 'cart', ...request })).toEqual([fits ? 'cart-v2:8080' : 'cart:80']),
  );
});

describe('the VirtualService that counts', () => {
  it('uses the first rule that fits', () => {
    const mesh = ruled(`[{${toV1}}, {match: [{uri: {prefix: /a}}], ${toV2}}]`);
    expect(targets(mesh, { host: 'cart', path: '/a' })).toEqual(['cart:80']);
  });
  it('answers 404 where none fits', () => {
    expect(targets(ruled(`[{match: [{uri: {prefix: /a}}], ${toV2}}]`), { host: 'cart', path: '/b' })).toEqual([]);
  });
  it('is none where no rule is for this caller', () => {
    const mesh = ruled(`[{match: [{sourceLabels: {app: web}, uri: {exact: /a}}], ${toV2}}]`);
    expect(targets(mesh, { host: 'cart', path: '/b' })).toEqual(['cart:80']);
    expect(targets(mesh, { host: 'cart', path: '/b', labels: { app: 'web' } })).toEqual([]);
  });
  it('is not one that is bound to a gateway only', () => {
    expect(targets(ruled(`[{${toV2}}]`, 'gateways: [edge],'), { host: 'cart' })).toEqual(['cart:80']);
    expect(targets(ruled(`[{${toV2}}]`, 'gateways: [edge, mesh],'), { host: 'cart' })).toEqual(['cart-v2:8080']);
  });
  it('has the most specific host', () => {
    const mesh = meshOf(`
{kind: VirtualService, metadata: {name: a}, spec: {hosts: ["*.svc.cluster.local"], http: [{${toV1}}]}}
---
{kind: VirtualService, metadata: {name: b}, spec: {hosts: ["*.shop.svc.cluster.local"], http: [{${toV2}}]}}
---
{kind: VirtualService, metadata: {name: c}, spec: {hosts: ["*"], http: [{route: [{destination: {host: multi}}]}]}}`);
    expect(targets(mesh, { host: 'cart' })).toEqual(['cart-v2:8080']);
    expect(targets(mesh, { host: 'www.example.com' })).toEqual(['multi:80']);
  });
  it('is not joined with another of the same host', () => {
    const mesh = meshOf(`
{kind: VirtualService, metadata: {name: a}, spec: {hosts: [cart], http: [{match: [{uri: {prefix: /a}}], ${toV1}}]}}
---
{kind: VirtualService, metadata: {name: b}, spec: {hosts: [cart], http: [{${toV2}}]}}`);
    expect(targets(mesh, { host: 'cart', path: '/x' })).toEqual([]);
  });
  it('is the older one', () => {
    const of = (name: string, to: string) =>
      meshOf(`{kind: VirtualService, metadata: {name: ${name}}, spec: {hosts: [cart], http: [{${to}}]}}`).resources;
    const cluster = { resources: overlaid(of('z', toV1), of('a', toV2)), namespace: 'shop' };
    expect(targets(cluster, { host: 'cart' })).toEqual(['cart:80']);
    const edited = { resources: overlaid(of('z', toV1), of('z', toV2)), namespace: 'shop' };
    expect(targets(edited, { host: 'cart' })).toEqual(['cart-v2:8080']);
  });
  it('is exported to the caller', () => {
    const mesh = ruled(`[{${toV2}}]`, 'exportTo: [.],');
    expect(targets(mesh, { host: 'cart' })).toEqual(['cart-v2:8080']);
    expect(targets(mesh, { host: 'cart.shop', namespace: 'other' })).toEqual(['cart:80']);
  });
  it('calls a host in another namespace in full', () => {
    const other = 'metadata: {name: cart, namespace: other}, spec: {hosts: [cart]';
    expect(targets(meshOf(`{kind: VirtualService, ${other}, http: [{${toV2}}]}}`), { host: 'cart' })).toEqual([
      'cart:80',
    ]);
  });
});

describe('shares', () => {
  const subsets =
    '---\n{kind: DestinationRule, metadata: {name: cart}, spec: {host: cart, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}}';
  const split = (weights: readonly (number | null)[]): string =>
    weights
      .map(
        (weight, at) =>
          `{destination: {host: cart, subset: v${at + 1}}${weight === null ? '' : `, weight: ${weight}`}}`,
      )
      .join(', ');
  it.each<[readonly (number | null)[], string[]]>([
    [
      [90, 10],
      ['cart/v1:80 90', 'cart/v2:80 10'],
    ],
    [
      [9, 1],
      ['cart/v1:80 90', 'cart/v2:80 10'],
    ],
    [
      [1, 1],
      ['cart/v1:80 50', 'cart/v2:80 50'],
    ],
    [[100, 0], ['cart/v1:80']],
    [[100, null], ['cart/v1:80']],
    [[null, null], []],
    [[null], ['cart/v1:80']],
    [[0], ['cart/v1:80']],
    [[30], ['cart/v1:80']],
  ])('%j', (weights, expected) => {
    const mesh = ruled(`[{route: [${split(weights)}]}]`);
    expect(targets(mesh, { host: 'cart' })).toEqual(expected);
  });

  it('adds the shares of a destination that is there twice', () => {
    const twice = `[{route: [{destination: {host: cart, subset: v1}, weight: 50},
      {destination: {host: cart-v2}, weight: 10}, {destination: {host: cart, subset: v1}, weight: 40}]}]`;
    expect(targets(ruled(twice), { host: 'cart' })).toEqual(['cart/v1:80 90', 'cart-v2:8080 10']);
  });
  it('have the labels of their subsets', () => {
    const mesh = meshOf(
      `{kind: VirtualService, metadata: {name: a}, spec: {hosts: [cart], http: [{route: [${split([8, 2])}]}]}}\n${subsets}`,
    );
    expect(route(mesh, { host: 'cart' }).to.map((each) => each.labels)).toEqual([{ version: 'v1' }, { version: 'v2' }]);
  });
  it('have no labels of subsets that nobody defines', () =>
    expect(route(ruled(`[{route: [${split([null])}]}]`), { host: 'cart' }).to[0]?.labels).toEqual({}));
  it('of a Service with several ports go to the port of the request', () => {
    const mesh = ruled('[{route: [{destination: {host: multi}}]}]');
    expect(targets(mesh, { host: 'cart' })).toEqual(['multi:80']);
    expect(targets(ruled('[{route: [{destination: {host: multi, port: {number: 81}}}]}]'), { host: 'cart' })).toEqual([
      'multi:81',
    ]);
  });
});

describe('what a rule does besides', () => {
  const of = (rule: string, request: Fields = {}) => route(ruled(`[{${rule}}]`), { host: 'cart', ...request });
  it.each<[rewrite: string, match: string, path: string, result: string]>([
    ['uri: /', '{uri: {prefix: /api/}}', '/api/a/b', '/a/b'],
    ['uri: /', '{uri: {prefix: /api}}', '/api/a', '//a'],
    ['uri: /new', '{uri: {prefix: /old}}', '/old/x', '/new/x'],
    ['uri: /new', '{uri: {exact: /old}}', '/old', '/new'],
    ['uri: /new', '{uri: {regex: "/o.*"}}', '/old/x', '/new'],
    ['uri: /new/', '{method: {exact: GET}}', '/x', '/new/x'],
    ['uri: /', '{uri: {prefix: /API/}, ignoreUriCase: true}', '/api/x', '/x'],
    [
      'uriRegexRewrite: {match: "^/a/([^/]+)/(.*)$", rewrite: "/\\\\2/\\\\1"}',
      '{uri: {prefix: /}}',
      '/a/b/c/d',
      '/c/d/b',
    ],
    ['authority: x.com', '{uri: {prefix: /}}', '/a', '/a'],
  ])('rewrite {%s} where %s: %s is %s', (rewrite, match, path, result) =>
    expect(of(`match: [${match}], rewrite: {${rewrite}}, ${toV1}`, { path }).path).toBe(result),
  );
  it('rewrites the host', () => {
    expect(of(toV1).authority).toBe('cart');
    expect(of(`rewrite: {authority: a.com}, ${toV1}`).authority).toBe('a.com');
    expect(of(`headers: {request: {set: {Host: a.com}}}, ${toV1}`).authority).toBe('a.com');
    expect(of('route: [{destination: {host: cart}, headers: {request: {set: {":authority": a.com}}}}]').authority).toBe(
      'a.com',
    );
  });
  it.each<[redirect: string, match: string, path: string, result: object]>([
    ['uri: /new', '{uri: {exact: /old}}', '/old', { scheme: 'http', host: 'cart', port: 0, path: '/new', code: 301 }],
    ['uri: /new', '{uri: {prefix: /old}}', '/old/x', { path: '/new' }],
    ['prefixRewrite: /new', '{uri: {prefix: /old}}', '/old/x', { path: '/new/x' }],
    ['redirectCode: 308', '{}', '/x', { path: '/x', code: 308 }],
    ['authority: a.com, scheme: https', '{}', '/', { scheme: 'https', host: 'a.com' }],
    ['port: 8443, scheme: https', '{}', '/', { port: 8443 }],
    ['port: 443, scheme: https', '{}', '/', { port: 0 }],
    ['derivePort: FROM_REQUEST_PORT, scheme: https', '{}', '/', { port: 80 }],
  ])('redirect {%s} where %s of %s', (redirect, match, path, result) => {
    const routed = of(`match: [${match}], redirect: {${redirect}}`, { path });
    expect(routed.redirect).toMatchObject(result);
    expect(routed).toMatchObject({ found: true, to: [] });
  });
  it('answers directly', () =>
    expect(of('directResponse: {status: 503, body: {string: closed}}')).toMatchObject({
      found: true,
      direct: { status: 503, body: 'closed' },
    }));
  it.each<[string, [host: string, percent: number][]]>([
    ['mirror: {host: cart-v2}', [['cart-v2', 100]]],
    ['mirror: {host: cart-v2}, mirrorPercentage: {value: 0.5}', [['cart-v2', 0.5]]],
    ['mirror: {host: cart-v2}, mirrorPercentage: {value: 0}', []],
    ['mirror: {host: cart-v2}, mirrorPercent: 20', [['cart-v2', 20]]],
    [
      'mirrors: [{destination: {host: cart-v2}}, {destination: {host: multi}, percentage: {value: 7}}]',
      [
        ['cart-v2', 100],
        ['multi', 7],
      ],
    ],
  ])('mirror: {%s}', (mirror, expected) =>
    expect(of(`${mirror}, ${toV1}`).mirrors.map(({ host, percent }) => [host.split('.')[0], percent])).toEqual(
      expected,
    ),
  );
  it('keeps time limits, retries, faults and headers', () => {
    const routed = of(
      `timeout: 3s, retries: {attempts: 2}, fault: {abort: {httpStatus: 500, percentage: {value: 1}}}, headers: {request: {set: {X-A: "1"}, remove: [X-B]}, response: {add: {y: "2"}}}, ${toV1}`,
    );
    expect(routed).toMatchObject({
      timeout: '3s',
      retries: { attempts: 2 },
      fault: { abort: { httpStatus: 500 } },
      requestHeaders: { set: { 'x-a': '1' }, add: {}, remove: ['x-b'] },
      responseHeaders: { set: {}, add: { y: '2' }, remove: [] },
    });
    expect(routed.rule.timeout).toBe('3s');
  });
  it('has the same keys whatever happens', () => {
    const keys = (routed: object) => Object.keys(routed).sort();
    const [first, ...others] = [
      of(toV1),
      of('redirect: {uri: /a}'),
      route(meshOf(''), { host: 'nobody' }),
      route(meshOf(''), { host: 'cart' }),
    ];
    for (const each of others) expect(keys(each)).toEqual(keys(first as object));
  });
});

describe('a delegate', () => {
  const delegate = (http: string, more = ''): string =>
    `---\n{kind: VirtualService, metadata: {name: inner, namespace: team}, spec: {${more} http: ${http}}}`;
  const root = `{kind: VirtualService, metadata: {name: cart}, spec: {hosts: [cart], http: [{match: [{uri: {prefix: /a}}], timeout: 5s, delegate: {name: inner, namespace: team}}, {${toV1}}]}}\n`;
  const inner = 'route: [{destination: {host: cart-v2.shop.svc.cluster.local}}]';
  it.each<[string, string, string, string[]]>([
    ['both conditions', `[{match: [{uri: {prefix: /a/b}}], ${inner}}]`, '/a/b', ['cart-v2:8080']],
    ['the rest of the root', `[{match: [{uri: {prefix: /a/b}}], ${inner}}]`, '/a/x', ['cart:80']],
    ['no condition of its own', `[{${inner}}]`, '/a/x', ['cart-v2:8080']],
    ['a condition outside of the root’s', `[{match: [{uri: {prefix: /b}}], ${inner}}]`, '/b', ['cart:80']],
    ['an expression, which is never within', `[{match: [{uri: {regex: "/a.*"}}], ${inner}}]`, '/a', ['cart:80']],
  ])('%s', (_, http, path, expected) =>
    expect(targets(meshOf(root + delegate(http)), { host: 'cart', path })).toEqual(expected),
  );
  it('takes what it lacks from the root', () =>
    expect(route(meshOf(root + delegate(`[{${inner}}]`)), { host: 'cart', path: '/a' }).timeout).toBe('5s'));
  it('has no hosts and is exported', () => {
    for (const more of ['hosts: [x],', 'exportTo: [.],'])
      expect(targets(meshOf(root + delegate(`[{${inner}}]`, more)), { host: 'cart', path: '/a' })).toEqual(['cart:80']);
  });
});

describe('connections', () => {
  const mesh = meshOf(`
kind: ServiceEntry
metadata: {name: out}
spec: {hosts: [api.example.com, www.example.com], ports: [{number: 443, name: tls, protocol: TLS}]}
---
kind: VirtualService
metadata: {name: out}
spec:
  hosts: [api.example.com]
  tls:
  - match: [{port: 443, sniHosts: ["*.example.com"]}]
    route: [{destination: {host: multi, port: {number: 8443}}}]
  - match: [{port: 443, sniHosts: [api.example.com]}]
    route: [{destination: {host: cart, port: {number: 80}}}]
---
kind: VirtualService
metadata: {name: db}
spec:
  hosts: [multi]
  tcp:
  - match: [{port: 5432, sourceLabels: {app: web}}]
    route: [{destination: {host: cart}}]
  - route: [{destination: {host: cart-v2}, weight: 25}, {destination: {host: cart}, weight: 75}]
`);
  it.each<[Fields, string[]]>([
    [{ host: 'api.example.com', protocol: 'https' }, ['cart:80']],
    [{ host: 'api.example.com', protocol: 'tls', sni: 'other.example.com' }, ['multi:8443']],
    [{ host: 'api.example.com', protocol: 'tls', sni: 'other.org' }, []],
    [{ host: 'www.example.com', protocol: 'https' }, ['www.example.com:443']],
    [{ host: 'multi', port: 5432, protocol: 'tcp', labels: { app: 'web' } }, ['cart:80']],
    [{ host: 'multi', port: 5432, protocol: 'tcp' }, ['cart-v2:8080 25', 'cart:80 75']],
    [{ host: 'multi', port: 5432 }, ['cart-v2:8080 25', 'cart:80 75']],
    [{ host: 'multi', port: 80 }, ['multi:80']],
  ])('%j', (request, expected) => expect(targets(mesh, request)).toEqual(expected));
});

describe('a check that asks wrongly', () => {
  it.each<[Fields, RegExp]>([
    [{}, /“host” is missing/],
    [{ host: 'a', pathh: '/' }, /“pathh” is no key/],
    [{ host: 7 }, /“host” must be a text/],
    [{ host: 'a', port: '80' }, /whole number/],
    [{ host: 'a', headers: { a: 1 } }, /“a” of “headers”/],
    [{ host: 'a', protocol: 'udp' }, /one of http, https/],
    [{ host: 'a', constructor: 'x' }, /no key/],
  ])('%j', (request, message) => {
    expect(() => route(meshOf(''), request)).toThrow(RequestError);
    expect(() => route(meshOf(''), request)).toThrow(message);
  });
});
