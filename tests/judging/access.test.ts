import { describe, expect, it } from 'vitest';
import { access } from '../../src/judging/access.ts';
import { fitsPath, fitsStars, fitsWord } from '../../src/judging/access-match.ts';
import { isInRange } from '../../src/judging/ip-range.ts';
import type { Fields } from '../../src/judging/resource.ts';
import { clusterOf } from './cluster.ts';

const web = 'cluster.local/ns/shop/sa/web';
const policy = (spec: string, name = 'a', namespace = 'shop', more = ''): string =>
  `{kind: AuthorizationPolicy, metadata: {name: ${name}, namespace: ${namespace}${more}}, spec: {${spec}}}`;
const asked = (text: string, request: Fields = {}): string => access(clusterOf(text), { principal: web, ...request });
/** One rule of ALLOW: does it let the request in? */
const rule = (text: string, request: Fields = {}): string => asked(policy(`rules: [{${text}}]`), request);
const source = (text: string): string => `from: [{source: {${text}}}]`;
const operation = (text: string): string => `to: [{operation: {${text}}}]`;
const when = (key: string, values: string, not = 'values'): string => `when: [{key: "${key}", ${not}: ${values}}]`;

describe('words', () => {
  it.each<[string, string, boolean]>([
    ['a', 'a', true],
    ['a', 'ab', false],
    ['a*', 'ab', true],
    ['a*', 'ba', false],
    ['*a', 'ba', true],
    ['*a', 'ab', false],
    ['*', 'x', true],
    ['*', '', false],
    ['a*b', 'axb', false],
    ['a*b', 'a*b', true],
    ['*a*', 'ba*', true],
    ['*a*', 'bab', false],
    ['', '', true],
  ])('%s of %s: %s', (pattern, text, fits) => expect(fitsWord(pattern, text)).toBe(fits));

  it.each<[string, string, boolean]>([
    ['/a', '/a', true],
    ['/a*', '/a/b', true],
    ['*/b', '/a/b', true],
    ['/foo/{*}', '/foo/bar', true],
    ['/foo/{*}', '/foo/bar/baz', false],
    ['/foo/{*}', '/foo/', false],
    ['/foo/{**}', '/foo/', true],
    ['/foo/{**}', '/foo/a/b', true],
    ['/foo/{**}', '/foo', false],
    ['/foo/{**}/', '/foo/bar/', true],
    ['/foo/{**}/', '/foo//', true],
    ['/foo/{**}/', '/foo/bar', false],
    ['/foo/{*}/bar/{**}', '/foo/buzz/bar/', true],
    ['/foo/{*}/bar/{**}', '/foo/buzz/bar/baz/x', true],
    ['/foo/{*}/bar/{**}', '/foo/bar/baz', false],
    ['/{*}/b', '/a/b', true],
  ])('path %s of %s: %s', (pattern, path, fits) => expect(fitsPath(pattern, path)).toBe(fits));

  it.each<[string, string, boolean]>([
    ['team-*', 'team-a', true],
    ['*-prod', 'a-prod', true],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'a1c2b', false],
    ['a*a', 'a', false],
    ['*', 'x', true],
    ['x', 'x', true],
  ])('stars %s of %s: %s', (pattern, text, fits) => expect(fitsStars(pattern, text)).toBe(fits));

  it.each<[string, string, boolean]>([
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '10.0.0.0/8', true],
    ['11.1.2.3', '10.0.0.0/8', false],
    ['10.1.2.3', '0.0.0.0/0', true],
    ['10.1.2.3', '10.1.2.0/31', false],
    ['10.1.2.3', '10.1.2.3/32', true],
    ['2001:db8::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['::1', '::1', true],
    ['1:2:3:4:5:6:7:8', '1:2:3:4::/64', true],
    ['::ffff:10.0.0.1', '10.0.0.0/8', true],
    ['10.0.0.1', '::/0', false],
    ['', '10.0.0.0/8', false],
    ['10.0.0.1', '10.0.0.0/33', false],
    ['10.0.0.1', 'x', false],
    ['10.0.0.256', '0.0.0.0/0', false],
    ['1::2::3', '::/0', false],
  ])('%s in %s: %s', (address, range, is) => expect(isInRange(address, range)).toBe(is));
});

describe('a rule', () => {
  it.each<[string, Fields, boolean]>([
    ['', {}, true],
    [source(`principals: [${web}]`), {}, true],
    [source('principals: [web]'), {}, false],
    [source(`principals: ["spiffe://${web}"]`), {}, false],
    [source('principals: ["*/sa/web"]'), {}, true],
    [source('principals: ["cluster.local/ns/shop/*"]'), {}, true],
    [source('principals: ["*"]'), {}, true],
    [source('principals: ["*"]'), { principal: '' }, false],
    [source(`notPrincipals: [${web}]`), {}, false],
    [source(`notPrincipals: [${web}]`), { principal: '' }, true],
    [source('namespaces: [shop]'), {}, true],
    [source('namespaces: ["sh*"]'), {}, true],
    [source('namespaces: [other]'), {}, false],
    [source('namespaces: [shop]'), { principal: '' }, false],
    [source('notNamespaces: [shop]'), {}, false],
    [source('serviceAccounts: [web]'), {}, true],
    [source('serviceAccounts: [shop/web]'), {}, true],
    [source('serviceAccounts: [other/web]'), {}, false],
    [source('notServiceAccounts: [web]'), {}, false],
    [source('trustDomains: [cluster.local]'), {}, true],
    [source('trustDomains: [other]'), {}, false],
    [source('ipBlocks: [10.0.0.0/8]'), { ip: '10.1.1.1' }, true],
    [source('ipBlocks: [10.0.0.0/8]'), {}, false],
    [source('notIpBlocks: [10.0.0.0/8]'), { ip: '10.1.1.1' }, false],
    [source('remoteIpBlocks: [1.2.3.0/24]'), { ip: '10.1.1.1', remoteIp: '1.2.3.4' }, true],
    [source('remoteIpBlocks: [1.2.3.0/24]'), { ip: '10.1.1.1' }, false],
    [source('namespaces: [shop], principals: ["*/sa/api"]'), {}, false],
    ['from: [{source: {principals: ["*/sa/api"]}}, {source: {namespaces: [shop]}}]', {}, true],
    ['from: []', {}, true],
    [operation('methods: [GET]'), {}, true],
    [operation('methods: [get]'), {}, false],
    [operation('methods: ["*"]'), { method: 'PURGE' }, true],
    [operation('notMethods: [GET]'), {}, false],
    [operation('paths: ["/a/*"]'), { path: '/a/b?x=1' }, true],
    [operation('paths: ["/a/*"]'), { path: '/a' }, false],
    [operation('paths: ["/a/{*}"]'), { path: '/a/b/c' }, false],
    [operation('notPaths: ["/a*"]'), { path: '/b' }, true],
    [operation('hosts: [Shop.example.com]'), { host: 'shop.EXAMPLE.com' }, true],
    [operation('hosts: ["*.example.com"]'), { host: 'shop.example.com' }, true],
    [operation('hosts: [shop.example.com]'), { host: 'shop.example.com:8080' }, false],
    [operation('ports: ["80"]'), {}, true],
    [operation('ports: ["80"]'), { port: 8080 }, false],
    [operation('notPorts: ["8080"]'), { port: 8080 }, false],
    ['to: [{operation: {methods: [POST]}}, {operation: {paths: [/]}}]', {}, true],
    [`${source('namespaces: [shop]')}, ${operation('methods: [POST]')}`, {}, false],
    [when('request.headers[X-Key]', '[a, "b*"]'), { headers: { 'x-key': 'bc' } }, true],
    [when('request.headers[x-key]', '["*"]'), {}, false],
    [when('request.headers[x-key]', '[a]', 'notValues'), {}, true],
    [when('source.ip', '[10.0.0.0/8]'), { ip: '10.1.1.1' }, true],
    [when('source.namespace', '[shop]'), {}, true],
    [when('source.namespace', '[shop]', 'notValues'), {}, false],
    [when('source.principal', `["${web}"]`), {}, true],
    [when('source.serviceAccount', '[shop/web]'), {}, true],
    [when('destination.port', '["80"]'), {}, true],
    [when('connection.sni', '["*.example.com"]'), { sni: 'a.example.com' }, true],
    [when('remote.ip', '[1.2.3.4]'), { remoteIp: '1.2.3.4' }, true],
    [when('request.unknown', '[a]', 'notValues'), {}, false],
  ])('{%s} of %j: %s', (text, request, fits) => expect(rule(text, request)).toBe(fits ? 'ALLOW' : 'DENY'));
});

describe('policies together', () => {
  const fitting = source('namespaces: [shop]');
  const other = source('namespaces: [other]');
  it.each<[string, string[], string]>([
    ['none', [], 'ALLOW'],
    ['an empty one allows nothing', [policy('')], 'DENY'],
    ['no rules', [policy('rules: []')], 'DENY'],
    ['an empty rule allows all', [policy('rules: [{}]')], 'ALLOW'],
    ['DENY without rules denies nothing', [policy('action: DENY')], 'ALLOW'],
    ['DENY with an empty rule', [policy('action: DENY, rules: [{}]')], 'DENY'],
    ['an ALLOW that fits', [policy(`rules: [{${fitting}}]`)], 'ALLOW'],
    ['an ALLOW that does not', [policy(`rules: [{${other}}]`)], 'DENY'],
    ['one of two ALLOWs', [policy(''), policy(`rules: [{${other}}, {${fitting}}]`, 'b')], 'ALLOW'],
    [
      'DENY before ALLOW',
      [policy(`rules: [{${fitting}}]`), policy(`action: DENY, rules: [{${fitting}}]`, 'b')],
      'DENY',
    ],
    ['DENY that does not fit', [policy(`action: DENY, rules: [{${other}}]`)], 'ALLOW'],
    ['AUDIT changes nothing', [policy('action: AUDIT, rules: [{}]')], 'ALLOW'],
    ['a provider', [policy(`action: CUSTOM, provider: {name: opa}, rules: [{${fitting}}]`)], 'CUSTOM:opa'],
    ['a provider that is not asked', [policy(`action: CUSTOM, provider: {name: opa}, rules: [{${other}}]`)], 'ALLOW'],
    ['a provider without rules', [policy('action: CUSTOM, provider: {name: opa}')], 'ALLOW'],
    [
      'a provider, and DENY all the same',
      [policy('action: CUSTOM, provider: {name: opa}, rules: [{}]'), policy('action: DENY, rules: [{}]', 'b')],
      'DENY',
    ],
    [
      'a provider beside an ALLOW',
      [policy('action: CUSTOM, provider: {name: opa}, rules: [{}]'), policy(`rules: [{${fitting}}]`, 'b')],
      'CUSTOM:opa',
    ],
    ['a dry run', [policy('', 'a', 'shop', ', annotations: {istio.io/dry-run: "true"}')], 'ALLOW'],
    ['of another namespace', [policy('', 'a', 'other')], 'ALLOW'],
    ['of the root namespace', [policy('', 'a', 'istio-system')], 'DENY'],
  ])('%s', (_, policies, expected) => {
    expect(asked(policies.join('\n---\n'))).toBe(expected);
    expect(asked([...policies].reverse().join('\n---\n'))).toBe(expected);
  });
});

describe('whom a policy is for', () => {
  const labels = { app: 'orders', version: 'v1' };
  const service = 'targetRefs: [{kind: Service, name: orders}]';
  const gateway = 'targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: wp}]';
  const ofClass = 'targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint}]';
  it.each<[string, string, Fields, boolean]>([
    ['selector: {matchLabels: {app: orders}}', 'shop', { labels }, true],
    ['selector: {matchLabels: {app: orders}}', 'shop', {}, false],
    ['selector: {matchLabels: {app: web}}', 'shop', { labels }, false],
    ['selector: {}', 'shop', {}, true],
    ['selector: {matchLabels: {app: orders}}', 'istio-system', { labels }, true],
    ['selector: {matchLabels: {app: orders}}', 'other', { labels }, false],
    ['', 'other', { namespace: 'other' }, true],
    [service, 'shop', { labels, at: 'sidecar', service: 'orders' }, false],
    [service, 'shop', { labels, at: 'waypoint', service: 'orders' }, true],
    [service, 'shop', { at: 'waypoint', service: 'web' }, false],
    [service, 'other', { at: 'waypoint', service: 'orders' }, false],
    ['targetRefs: [{kind: Service, group: core, name: orders}]', 'shop', { at: 'waypoint', service: 'orders' }, true],
    ['targetRef: {kind: Service, group: "", name: orders}', 'shop', { at: 'waypoint', service: 'orders' }, true],
    [
      'targetRefs: [{kind: ServiceEntry, group: networking.istio.io, name: out}]',
      'shop',
      { at: 'waypoint', serviceEntry: 'out' },
      true,
    ],
    [gateway, 'shop', { at: 'waypoint', gateway: 'wp', service: 'orders' }, true],
    [gateway, 'shop', { at: 'gateway', gateway: 'wp' }, true],
    [gateway, 'shop', { at: 'gateway', gateway: 'edge/wp' }, false],
    [gateway, 'edge', { at: 'waypoint', gateway: 'edge/wp', service: 'orders' }, true],
    [gateway, 'shop', { at: 'ztunnel', gateway: 'wp' }, false],
    [ofClass, 'istio-system', { at: 'waypoint', gateway: 'wp' }, true],
    [ofClass, 'shop', { at: 'waypoint', gateway: 'wp' }, false],
    ['', 'shop', { at: 'waypoint', gateway: 'wp', service: 'orders' }, false],
    ['', 'istio-system', { at: 'waypoint', gateway: 'wp' }, false],
    ['selector: {matchLabels: {app: orders}}', 'shop', { labels, at: 'waypoint', service: 'orders' }, false],
    ['selector: {matchLabels: {app: orders}}', 'shop', { labels, at: 'ztunnel' }, true],
    ['selector: {matchLabels: {istio: ingress}}', 'shop', { labels: { istio: 'ingress' }, at: 'gateway' }, true],
    [
      'selector: {matchLabels: {gateway.networking.k8s.io/gateway-name: wp}}',
      'shop',
      { at: 'gateway', gateway: 'wp' },
      true,
    ],
  ])('{%s} in %s, %j: %s', (spec, namespace, request, is) =>
    expect(asked(policy(`action: DENY, rules: [{}], ${spec}`, 'a', namespace), request)).toBe(is ? 'DENY' : 'ALLOW'),
  );
});

describe('at ztunnel', () => {
  const at = { at: 'ztunnel' };
  it.each<[string, string, string]>([
    ['ALLOW', operation('ports: ["80"]'), 'ALLOW'],
    ['ALLOW', operation('methods: [GET]'), 'DENY'],
    ['ALLOW', `${source('namespaces: [shop]')}, ${operation('paths: ["/*"]')}`, 'DENY'],
    ['ALLOW', source('requestPrincipals: ["*"]'), 'DENY'],
    ['ALLOW', source('serviceAccounts: [web]'), 'ALLOW'],
    ['ALLOW', when('source.namespace', '[shop]'), 'ALLOW'],
    ['ALLOW', when('request.headers[a]', '[b]'), 'DENY'],
    ['ALLOW', '', 'ALLOW'],
    ['DENY', operation('methods: [POST]'), 'ALLOW'],
    ['DENY', operation('methods: [POST], ports: ["80"]'), 'DENY'],
    ['DENY', operation('methods: [POST], ports: ["81"]'), 'ALLOW'],
    ['DENY', `${source('namespaces: [shop]')}, ${operation('methods: [POST]')}`, 'ALLOW'],
    ['DENY', source('namespaces: [shop], requestPrincipals: ["*"]'), 'DENY'],
    ['DENY', when('request.headers[a]', '[b]'), 'ALLOW'],
    ['DENY', source('notNamespaces: [other]'), 'DENY'],
    ['AUDIT', '', 'ALLOW'],
    ['CUSTOM', '', 'ALLOW'],
  ])('%s {%s}: %s', (action, text, expected) =>
    expect(asked(policy(`action: ${action}, rules: [{${text}}]`), at)).toBe(expected),
  );
});

describe('of TCP', () => {
  const tcp = { protocol: 'tcp', port: 5432 };
  it.each<[string, string, string]>([
    ['ALLOW', operation('ports: ["5432"]'), 'ALLOW'],
    ['ALLOW', operation('methods: [GET]'), 'DENY'],
    ['DENY', operation('methods: [POST]'), 'DENY'],
    ['DENY', operation('methods: [POST], ports: ["8080"]'), 'ALLOW'],
    ['DENY', when('request.headers[a]', '[b]'), 'DENY'],
    ['ALLOW', source('namespaces: [shop]'), 'ALLOW'],
  ])('%s {%s}: %s', (action, text, expected) =>
    expect(asked(policy(`action: ${action}, rules: [{${text}}]`), tcp)).toBe(expected),
  );
});

describe('tokens', () => {
  const authentication = (rules: string, more = ''): string =>
    `{kind: RequestAuthentication, metadata: {name: a}, spec: {${more} jwtRules: [${rules}]}}`;
  const idp = 'issuer: "https://idp.example.com", jwksUri: "https://idp.example.com/keys"';
  const jwt = {
    iss: 'https://idp.example.com',
    sub: 'jo',
    groups: ['admin', 'dev'],
    realm: { roles: ['r1'] },
    scope: 'read write',
  };
  const needing = policy(`rules: [{${source('requestPrincipals: ["*"]')}}]`);
  const both = (rules: string, text: string): string => `${authentication(`{${rules}}`)}\n---\n${text}`;

  it.each<[string, string, Fields, string]>([
    ['no token is no fault', authentication(`{${idp}}`), {}, 'ALLOW'],
    ['one of another issuer is', authentication(`{${idp}}`), { jwt: { iss: 'x', sub: 'y' } }, 'DENY'],
    ['an accepted one', authentication(`{${idp}}`), { jwt }, 'ALLOW'],
    ['of the wrong audience', authentication(`{${idp}, audiences: [shop]}`), { jwt: { ...jwt, aud: ['x'] } }, 'DENY'],
    ['of the right audience', authentication(`{${idp}, audiences: [shop]}`), { jwt: { ...jwt, aud: 'shop' } }, 'ALLOW'],
    ['a second issuer', authentication(`{issuer: x}, {${idp}}`), { jwt }, 'ALLOW'],
    [
      'for other workloads',
      authentication(`{${idp}}`, 'selector: {matchLabels: {app: x}},'),
      { jwt: { iss: 'x' } },
      'ALLOW',
    ],
    ['no rules at all', authentication(''), { jwt: { iss: 'x' } }, 'ALLOW'],
    ['needed and missing', both(idp, needing), {}, 'DENY'],
    ['needed and there', both(idp, needing), { jwt }, 'ALLOW'],
    ['needed, and nobody looks at it', needing, { jwt }, 'DENY'],
  ])('%s', (_, text, request, expected) => expect(asked(text, request)).toBe(expected));

  it.each<[string, boolean]>([
    [source('requestPrincipals: ["https://idp.example.com/jo"]'), true],
    [source('requestPrincipals: ["https://idp.example.com/*"]'), true],
    [source('requestPrincipals: ["https://idp.example.com/j*"]'), true],
    [source('requestPrincipals: ["https://idp.example.com/x"]'), false],
    [source('requestPrincipals: ["https://other.example.com/*"]'), false],
    [source('requestPrincipals: ["*/jo"]'), true],
    [source('requestPrincipals: ["*.example.com/jo"]'), true],
    [source('requestPrincipals: ["https://idp*"]'), false],
    [source('requestPrincipals: ["jo"]'), false],
    [source('notRequestPrincipals: ["*"]'), false],
    [when('request.auth.claims[groups]', '[admin]'), true],
    [when('request.auth.claims[groups]', '["ad*"]'), true],
    [when('request.auth.claims[groups]', '[root]'), false],
    [when('request.auth.claims[groups]', '[admin]', 'notValues'), false],
    [when('request.auth.claims[realm][roles]', '[r1]'), true],
    [when('request.auth.claims[scope]', '[write]'), true],
    [when('request.auth.claims[iss]', '["https://idp.example.com"]'), true],
    [when('request.auth.principal', '["https://idp.example.com/jo"]'), true],
    [when('request.auth.claims.groups', '[admin]'), false],
  ])('{%s}: %s', (text, fits) =>
    expect(asked(both(idp, policy(`rules: [{${text}}]`)), { jwt })).toBe(fits ? 'ALLOW' : 'DENY'),
  );
});

describe('a check that asks wrongly', () => {
  it.each<[Fields, RegExp]>([
    [{ verb: 'GET' }, /“verb” is no key/],
    [{ at: 'moon' }, /one of sidecar, ztunnel/],
    [{ jwt: 'x' }, /“jwt” must be a map/],
    [{ labels: { a: 1 } }, /must be a text/],
  ])('%j', (request, message) => expect(() => asked('', request)).toThrow(message));
});
