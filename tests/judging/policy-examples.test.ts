import { describe, expect, it } from 'vitest';
import { policyExamples } from '../../src/judging/policy-examples.ts';
import { clusterOf } from './cluster.ts';

const policy = (rule: string) =>
  clusterOf(`{kind: AuthorizationPolicy, metadata: {name: a, namespace: shop}, spec: {rules: [${rule}]}}`);

describe('what policies name', () => {
  it.each([
    ['{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}', ['cluster.local/ns/shop/sa/web']],
    ['{from: [{source: {principals: ["*"]}}]}', ['cluster.local/ns/other/sa/other']],
    ['{from: [{source: {principals: ["*/ns/shop/sa/web"]}}]}', ['cluster.local/ns/shop/sa/web']],
    ['{from: [{source: {principals: ["*/sa/web"]}}]}', ['cluster.local/ns/other/sa/web']],
    ['{from: [{source: {principals: ["*web"]}}]}', ['cluster.local/ns/other/sa/otherweb']],
    ['{from: [{source: {principals: ["cluster.local/ns/shop/*"]}}]}', ['cluster.local/ns/shop/sa/other']],
    ['{from: [{source: {principals: ["cluster.local/ns/shop/sa/web*"]}}]}', ['cluster.local/ns/shop/sa/webother']],
    ['{from: [{source: {namespaces: [bank]}}]}', ['cluster.local/ns/bank/sa/other']],
    ['{from: [{source: {notNamespaces: ["ba*"]}}]}', ['cluster.local/ns/baother/sa/other']],
    [
      '{from: [{source: {serviceAccounts: [web, bank/api]}}]}',
      ['cluster.local/ns/shop/sa/web', 'cluster.local/ns/bank/sa/api'],
    ],
    ['{when: [{key: source.namespace, values: [bank]}]}', ['cluster.local/ns/bank/sa/other']],
    ['{when: [{key: constructor, values: [bank]}]}', []],
    ['{from: 7, to: [null], when: x}', []],
  ])('%s: %j', (rule, expected) => {
    expect(policyExamples(policy(rule), 'principals')).toEqual(expected);
  });

  it('has addresses', () => {
    const cluster = policy(
      '{from: [{source: {ipBlocks: [10.0.0.0/8]}}], when: [{key: source.ip, notValues: ["::1"]}]}',
    );
    expect(policyExamples(cluster, 'ips')).toEqual(['10.0.0.0', '::1']);
  });

  it('has paths, methods and ports', () => {
    const cluster = policy(
      '{to: [{operation: {paths: ["/a/*", "/b/{*}/{**}", /c], notMethods: [GET], ports: ["80"]}}], when: [{key: destination.port, values: ["90"]}]}',
    );
    expect(policyExamples(cluster, 'paths')).toEqual(['/a/other', '/b/other/other', '/c']);
    expect(policyExamples(cluster, 'methods')).toEqual(['GET']);
    expect(policyExamples(cluster, 'ports')).toEqual(['80', '90']);
    expect(policyExamples(cluster, 'hosts')).toEqual([]);
  });

  it('has each once, and not more than a check can ask about', () => {
    const many = Array.from({ length: 500 }, (_, at) => `/p${Math.floor(at / 2)}`);
    expect(policyExamples(policy(`{to: [{operation: {paths: [${many.join(', ')}]}}]}`), 'paths')).toHaveLength(8);
  });
});
