import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/judging/resource.ts';
import { route } from '../../src/judging/routing.ts';
import { clusterOf } from './cluster.ts';

const services = `
{kind: Service, metadata: {name: cart}, spec: {ports: [{port: 80, name: http}]}}
---
{kind: Service, metadata: {name: api, namespace: pay}, spec: {ports: [{port: 80, name: http}, {port: 81, name: http-b}]}}
---
{kind: Service, metadata: {name: db, namespace: pay}, spec: {ports: [{port: 80, name: http}]}}
---
{kind: ServiceEntry, metadata: {name: out, namespace: egress}, spec: {hosts: [api.example.com], ports: [{number: 443, name: tls, protocol: TLS}]}}
---
`;
const sidecar = (spec: string, namespace = 'shop', name = 'a'): string =>
  `{kind: Sidecar, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}`;
const egress = (hosts: string, more = ''): string => `{hosts: ${hosts}${more}}`;
const found = (text: string, request: Fields): boolean => route(clusterOf(services + text), request).found;

const cart = { host: 'cart' };
const api = { host: 'api.pay' };
const db = { host: 'db.pay' };
const out = { host: 'api.example.com', protocol: 'tls' };

describe('a Sidecar', () => {
  it.each<[string, string, Fields, boolean]>([
    ['none', '', db, true],
    ['without egress', sidecar('ingress: []'), db, true],
    ['its own namespace', sidecar(`egress: [${egress('["./*"]')}]`), cart, true],
    ['not another', sidecar(`egress: [${egress('["./*"]')}]`), api, false],
    ['one host of another', sidecar(`egress: [${egress('["./*", pay/api.pay.svc.cluster.local]')}]`), api, true],
    ['and no other host', sidecar(`egress: [${egress('["./*", pay/api.pay.svc.cluster.local]')}]`), db, false],
    ['a short host is none', sidecar(`egress: [${egress('["./*", pay/api]')}]`), api, false],
    ['every namespace', sidecar(`egress: [${egress('["*/*"]')}]`), db, true],
    ['a host of any namespace', sidecar(`egress: [${egress('["*/api.example.com"]')}]`), out, true],
    ['a ServiceEntry of another namespace', sidecar(`egress: [${egress('["./*"]')}]`), out, false],
    ['nothing', sidecar(`egress: [${egress('["~/*"]')}]`), cart, false],
    ['all but one', sidecar(`egress: [${egress('["*/*", "~pay/db.pay.svc.cluster.local"]')}]`), db, false],
    ['all but another', sidecar(`egress: [${egress('["*/*", "~pay/db.pay.svc.cluster.local"]')}]`), api, true],
    ['of another namespace', sidecar(`egress: [${egress('["./*"]')}]`, 'other'), api, true],
    ['of the root namespace', sidecar(`egress: [${egress('["./*"]')}]`, 'istio-system'), api, false],
    [
      'of the root namespace, home is that of the workload',
      sidecar(`egress: [${egress('["./*"]')}]`, 'istio-system'),
      cart,
      true,
    ],
    [
      'its own before the root’s',
      `${sidecar(`egress: [${egress('["./*"]')}]`, 'istio-system')}\n---\n${sidecar(`egress: [${egress('["*/*"]')}]`)}`,
      api,
      true,
    ],
    ['for other labels', sidecar(`workloadSelector: {labels: {app: web}}, egress: [${egress('["./*"]')}]`), api, true],
    [
      'for these labels',
      sidecar(`workloadSelector: {labels: {app: web}}, egress: [${egress('["./*"]')}]`),
      { ...api, labels: { app: 'web' } },
      false,
    ],
    [
      'a listener with the port',
      sidecar(
        `egress: [${egress('["./*"]')}, ${egress('["pay/*"]', ', port: {number: 81, protocol: HTTP, name: x}')}]`,
      ),
      { ...api, port: 81 },
      true,
    ],
    [
      'a listener with another port',
      sidecar(
        `egress: [${egress('["./*"]')}, ${egress('["pay/*"]', ', port: {number: 81, protocol: HTTP, name: x}')}]`,
      ),
      { ...api, port: 80 },
      false,
    ],
  ])('%s', (_, text, request, is) => expect(found(text, request)).toBe(is));

  it('hides VirtualServices of namespaces that are not imported', () => {
    const rule =
      '{kind: VirtualService, metadata: {name: a, namespace: pay}, spec: {hosts: [cart.shop.svc.cluster.local], http: [{fault: {abort: {httpStatus: 500}}, route: [{destination: {host: cart.shop.svc.cluster.local}}]}]}}';
    const faults = (text: string): boolean => Object.keys(route(clusterOf(services + text), cart).fault).length > 0;
    expect(faults(rule)).toBe(true);
    expect(faults(`${rule}\n---\n${sidecar(`egress: [${egress('["./*"]')}]`)}`)).toBe(false);
    expect(faults(`${rule}\n---\n${sidecar(`egress: [${egress('["./*", pay/cart.shop.svc.cluster.local]')}]`)}`)).toBe(
      true,
    );
  });
});

describe('a host outside of the cluster', () => {
  const rules = (host: string): string => `
kind: VirtualService
metadata: {name: a}
spec:
  hosts: [${host}]
  http: [{timeout: 1s, route: [{destination: {host: ${host}}}]}]
  tls: [{match: [{sniHosts: [${host}]}], route: [{destination: {host: ${host}}}]}]`;
  it.each<[string, Fields, boolean]>([
    ['www.example.com', {}, true],
    ['www.example.com', { port: 8080 }, false],
    ['www.example.com', { protocol: 'https' }, false],
    ['api.example.com', { protocol: 'https' }, true],
    ['unseen.shop.svc.cluster.local', { port: 8080 }, true],
  ])('%s, %j: %s', (host, request, is) => expect(found(rules(host), { host, ...request })).toBe(is));
});
