import { describe, expect, it } from 'vitest';
import {
  bestHost,
  compareHosts,
  doHostsMeet,
  fullHost,
  isHostWithin,
  isWildcard,
  isWithinAny,
  serviceOf,
} from '../../src/judging/hosts.ts';

describe('a name in full', () => {
  it.each([
    ['cart', 'shop', 'cart.shop.svc.cluster.local'],
    ['cart.shop', 'other', 'cart.shop'],
    ['cart.shop.svc.cluster.local', 'other', 'cart.shop.svc.cluster.local'],
    ['www.example.com', 'shop', 'www.example.com'],
    ['*', 'shop', '*'],
    ['*.example.com', 'shop', '*.example.com'],
    ['', 'shop', ''],
    ['::1', 'shop', '::1'],
  ])('%s in %s is %s', (name, namespace, full) => {
    expect(fullHost(name, namespace)).toBe(full);
    expect(fullHost(full, 'elsewhere')).toBe(full);
  });
});

describe('a host within a pattern', () => {
  it.each([
    ['a.com', 'a.com', true],
    ['A.com', 'a.COM', true],
    ['a.com', 'b.com', false],
    ['w.a.com', '*.a.com', true],
    ['v.w.a.com', '*.a.com', true],
    ['a.com', '*.a.com', false],
    ['xa.com', '*.a.com', false],
    ['a.com', '*', true],
    ['*.a.com', '*', true],
    ['*', '*', true],
    ['*', '*.a.com', false],
    ['*.w.a.com', '*.a.com', true],
    ['*.a.com', '*.w.a.com', false],
    ['*.a.com', '*.a.com', true],
    ['*.com', 'a.com', false],
    ['', '*.a.com', false],
  ])('%s in %s: %s', (host, pattern, is) => {
    expect(isHostWithin(host, pattern)).toBe(is);
    if (!isWildcard(host)) expect(isWithinAny(host, new Set(['x.org', pattern.toLowerCase()]))).toBe(is);
  });

  it('of two names either may be the wider', () => {
    expect(doHostsMeet('*.com', 'a.com')).toBe(true);
    expect(doHostsMeet('a.com', '*.com')).toBe(true);
    expect(doHostsMeet('*.a.com', '*.b.com')).toBe(false);
  });
});

describe('the best of several', () => {
  it.each([
    ['w.a.com', ['*', '*.a.com', 'w.a.com'], 'w.a.com'],
    ['v.a.com', ['*', '*.a.com', 'w.a.com'], '*.a.com'],
    ['x.v.a.com', ['*.com', '*.v.a.com', '*.a.com'], '*.v.a.com'],
    ['b.org', ['*', '*.a.com'], '*'],
    ['b.org', ['*.a.com'], null],
  ])('%s of %j is %s', (host, patterns, best) => {
    expect(bestHost(host, patterns)).toBe(best);
    expect(bestHost(host, [...patterns].reverse())).toBe(best);
  });

  it('goes from the exact to the widest', () =>
    expect(['*', 'a.com', '*.com', '*.a.com'].sort(compareHosts)).toEqual(['a.com', '*.a.com', '*.com', '*']));
});

describe('the Service of a name', () => {
  it.each([
    ['cart.shop.svc.cluster.local', { name: 'cart', namespace: 'shop' }],
    ['cart.shop.svc', null],
    ['cart.shop', null],
    ['x.cart.shop.svc.cluster.local', null],
    ['www.example.com', null],
    ['', null],
  ])('%s', (host, service) => expect(serviceOf(host)).toEqual(service));
});
