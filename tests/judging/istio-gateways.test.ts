import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/judging/resource.ts';
import { route } from '../../src/judging/routing.ts';
import { clusterOf } from './cluster.ts';

const gateway = (servers: string, name = 'edge', namespace = 'ingress'): string =>
  `{kind: IstioGateway, metadata: {name: ${name}, namespace: ${namespace}}, spec: {selector: {istio: ingress}, servers: [${servers}]}}`;
const http = (hosts: string): string => `{port: {number: 80, name: http, protocol: HTTP}, hosts: ${hosts}}`;
const service = (spec: string, name = 'a', namespace = 'shop'): string =>
  `{kind: VirtualService, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}`;
const to = (host: string): string => `route: [{destination: {host: ${host}, port: {number: 80}}}]`;
const shop = (more = '', gateways = '[ingress/edge]'): string =>
  service(`hosts: [shop.example.com], gateways: ${gateways}, http: [{${to('shop')}}]${more}`);

function targets(objects: readonly string[], request: Fields): string[] {
  const routed = route(clusterOf(objects.join('\n---\n')), {
    from: 'ingress/edge',
    host: 'shop.example.com',
    ...request,
  });
  if (!routed.found) return [];
  return routed.to.map(({ host, port }) => `${host.split('.')[0]}:${port}`);
}

describe('at a Gateway of Istio', () => {
  it.each<[string, string[], Fields, string[]]>([
    ['a bound host', [gateway(http('[shop.example.com]')), shop()], {}, ['shop:80']],
    ['any host of the server', [gateway(http('["*"]')), shop()], {}, ['shop:80']],
    ['a wildcard of the server', [gateway(http('["*.example.com"]')), shop()], {}, ['shop:80']],
    ['no Gateway', [shop()], {}, []],
    ['another Gateway', [gateway(http('["*"]')), shop('', '[ingress/other]')], {}, []],
    ['a Gateway without its namespace is another', [gateway(http('["*"]')), shop('', '[edge]')], {}, []],
    ['bound to the mesh only', [gateway(http('["*"]')), shop('', '[mesh]')], {}, []],
    ['bound to both', [gateway(http('["*"]')), shop('', '[mesh, ingress/edge]')], {}, ['shop:80']],
    ['a host that the server has not', [gateway(http('[api.example.com]')), shop()], {}, []],
    ['a host that nobody has', [gateway(http('["*"]')), shop()], { host: 'api.example.com' }, []],
    ['another port', [gateway(http('["*"]')), shop()], { port: 8080 }, []],
    ['TLS at a port of HTTP', [gateway(http('["*"]')), shop()], { protocol: 'https', port: 80 }, []],
    ['a server for the namespace', [gateway(http('[shop/shop.example.com]')), shop()], {}, ['shop:80']],
    ['a server for another namespace', [gateway(http('[team/shop.example.com]')), shop()], {}, []],
    ['a server for its own namespace', [gateway(http('[./shop.example.com]')), shop()], {}, []],
    ['a server for all', [gateway(http('["*/shop.example.com"]')), shop()], {}, ['shop:80']],
    ['not exported to the Gateway', [gateway(http('["*"]')), shop(', exportTo: [.]')], {}, []],
    ['exported to it', [gateway(http('["*"]')), shop(', exportTo: [ingress]')], {}, ['shop:80']],
    [
      'any host of the VirtualService, one of the server',
      [gateway(http('[shop.example.com]')), service(`hosts: ["*"], gateways: [ingress/edge], http: [{${to('shop')}}]`)],
      {},
      ['shop:80'],
    ],
    [
      'a host outside of both',
      [gateway(http('[shop.example.com]')), service(`hosts: ["*"], gateways: [ingress/edge], http: [{${to('shop')}}]`)],
      { host: 'api.example.com' },
      [],
    ],
    [
      'the exact host before the wildcard',
      [
        gateway(http('["*"]')),
        service(`hosts: ["*.example.com"], gateways: [ingress/edge], http: [{${to('any')}}]`, 'a'),
        service(`hosts: [shop.example.com], gateways: [ingress/edge], http: [{${to('shop')}}]`, 'b'),
      ],
      {},
      ['shop:80'],
    ],
    [
      'rules of two for one host are joined, what fits all last',
      [
        gateway(http('["*"]')),
        service(`hosts: [shop.example.com], gateways: [ingress/edge], http: [{${to('rest')}}]`, 'a'),
        service(
          `hosts: [shop.example.com], gateways: [ingress/edge], http: [{match: [{uri: {prefix: /api}}], ${to('api')}}]`,
          'b',
        ),
      ],
      { path: '/api/x' },
      ['api:80'],
    ],
    [
      'a rule for the Gateway',
      [
        gateway(http('["*"]')),
        service(
          `hosts: [shop.example.com], gateways: [mesh, ingress/edge], http: [{match: [{gateways: [mesh]}], ${to('mesh')}}, {match: [{gateways: [ingress/edge]}], ${to('edge')}}]`,
        ),
      ],
      {},
      ['edge:80'],
    ],
    [
      'nothing behind a rule that fits everything',
      [
        gateway(http('["*"]')),
        service(
          `hosts: [shop.example.com], gateways: [ingress/edge], http: [{${to('shop')}}, {match: [{uri: {prefix: /b}}], ${to('lost')}}]`,
        ),
        service(
          `hosts: [shop.example.com], gateways: [ingress/edge], http: [{match: [{uri: {prefix: /c}}], ${to('other')}}]`,
          'b',
        ),
      ],
      { path: '/b' },
      ['shop:80'],
    ],
    [
      'its own before one that is exported to it',
      [
        gateway(http('["*"]')),
        service(`hosts: [shop.example.com], gateways: [edge], exportTo: [.], http: [{${to('own')}}]`, 'z', 'ingress'),
        shop(', exportTo: [ingress]'),
      ],
      {},
      ['own:80'],
    ],
  ])('%s', (_, objects, request, expected) => {
    expect(targets(objects, request)).toEqual(expected);
    expect(targets([...objects].reverse(), request)).toEqual(expected);
  });
});

describe('TLS at a Gateway of Istio', () => {
  const server = (protocol: string, tls: string, hosts = '[shop.example.com]', port = 443): string =>
    `{port: {number: ${port}, name: x${port}, protocol: ${protocol}}, hosts: ${hosts}, tls: {${tls}}}`;
  const tls = service(
    `hosts: [bank.example.com], gateways: [ingress/edge], tls: [{match: [{port: 443, sniHosts: [bank.example.com]}], ${to('bank')}}]`,
    'bank',
  );
  const terminated = server('HTTPS', 'mode: SIMPLE, credentialName: c');
  const passed = server('TLS', 'mode: PASSTHROUGH', '[bank.example.com]');
  const tcp = service(`hosts: ["*"], gateways: [ingress/edge], tcp: [{match: [{port: 5432}], ${to('db')}}]`, 'db');
  it.each<[string, string[], Fields, string[]]>([
    ['ended there', [gateway(terminated), shop()], { protocol: 'https' }, ['shop:80']],
    ['plain text is refused', [gateway(terminated), shop()], { port: 443 }, []],
    ['passed through', [gateway(passed), tls], { protocol: 'https', host: 'bank.example.com' }, ['bank:80']],
    [
      'passed through by its SNI',
      [gateway(passed), tls],
      { protocol: 'tls', sni: 'bank.example.com', host: 'x' },
      ['bank:80'],
    ],
    ['passed through has no HTTP', [gateway(server('TLS', 'mode: PASSTHROUGH')), shop()], { protocol: 'https' }, []],
    [
      'PASSTHROUGH of HTTPS too',
      [gateway(server('HTTPS', 'mode: PASSTHROUGH', '[bank.example.com]')), tls],
      { protocol: 'https', host: 'bank.example.com' },
      ['bank:80'],
    ],
    ['another name', [gateway(passed), tls], { protocol: 'https', host: 'other.example.com' }, []],
    [
      'two servers of a port',
      [gateway(`${terminated}, ${passed}`), shop(), tls],
      { protocol: 'https', host: 'bank.example.com' },
      ['bank:80'],
    ],
    ['the other of them', [gateway(`${terminated}, ${passed}`), shop(), tls], { protocol: 'https' }, ['shop:80']],
    [
      'TCP',
      [gateway(`{port: {number: 5432, name: tcp, protocol: TCP}, hosts: ["*"]}`), tcp],
      { protocol: 'tcp', port: 5432, host: 'any' },
      ['db:80'],
    ],
    [
      'TCP to another port',
      [gateway(`{port: {number: 5433, name: tcp, protocol: TCP}, hosts: ["*"]}`), tcp],
      { protocol: 'tcp', port: 5433, host: 'any' },
      [],
    ],
  ])('%s', (_, objects, request, expected) => expect(targets(objects, request)).toEqual(expected));

  it('sends plain text to https', () => {
    const redirecting = gateway(
      '{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"], tls: {httpsRedirect: true}}',
    );
    const routed = route(clusterOf(`${redirecting}\n---\n${shop()}`), {
      from: 'ingress/edge',
      host: 'shop.example.com',
      path: '/a',
    });
    expect(routed).toMatchObject({
      found: true,
      to: [],
      redirect: { scheme: 'https', host: 'shop.example.com', path: '/a', code: 301, port: 0 },
    });
  });

  it('sends nothing on that comes by TLS', () => {
    const own = gateway(server('HTTPS', 'mode: SIMPLE, credentialName: c, httpsRedirect: true'));
    expect(targets([own, shop()], { protocol: 'https' })).toEqual(['shop:80']);
  });

  it('goes out by an egress gateway in two steps', () => {
    const text = `
{kind: ServiceEntry, metadata: {name: ext}, spec: {hosts: [api.partner.com], resolution: DNS, ports: [{number: 443, name: tls, protocol: TLS}]}}
---
{kind: Service, metadata: {name: egress, namespace: istio-system}, spec: {ports: [{number: 443, port: 443, name: tls}]}}
---
{kind: IstioGateway, metadata: {name: egress}, spec: {selector: {istio: egress}, servers: [{port: {number: 443, name: tls, protocol: TLS}, hosts: [api.partner.com], tls: {mode: PASSTHROUGH}}]}}
---
kind: VirtualService
metadata: {name: out}
spec:
  hosts: [api.partner.com]
  gateways: [mesh, egress]
  tls:
  - match: [{gateways: [mesh], port: 443, sniHosts: [api.partner.com]}]
    route: [{destination: {host: egress.istio-system.svc.cluster.local, port: {number: 443}}}]
  - match: [{gateways: [egress], port: 443, sniHosts: [api.partner.com]}]
    route: [{destination: {host: api.partner.com, port: {number: 443}}}]`;
    const step = (from: string) =>
      route(clusterOf(text), { from, host: 'api.partner.com', protocol: 'tls' }).to.map(({ host }) => host);
    expect(step('mesh')).toEqual(['egress.istio-system.svc.cluster.local']);
    expect(step('egress')).toEqual(['api.partner.com']);
  });
});
