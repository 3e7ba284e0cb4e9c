import { describe, expect, it } from 'vitest';
import type { Fields } from '../../src/judging/resource.ts';
import { trafficPolicyOf } from '../../src/judging/traffic-policy.ts';
import { clusterOf } from './cluster.ts';

const rule = (spec: string, name = 'a', namespace = 'shop'): string =>
  `{kind: DestinationRule, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}`;
const lb = (simple: string): string => `loadBalancer: {simple: ${simple}}`;
const balanced = (simple: string): Fields => ({ loadBalancer: { simple } });
const full = 'cart.shop.svc.cluster.local';
const service = '{kind: Service, metadata: {name: cart}, spec: {ports: [{port: 8080}]}}';

describe('a traffic policy', () => {
  it.each<[string, string[], Fields, Fields]>([
    ['none', [], {}, {}],
    ['that of the rule', [rule(`host: cart, trafficPolicy: {${lb('RANDOM')}}`)], {}, balanced('RANDOM')],
    ['by a full name', [rule(`host: ${full}, trafficPolicy: {${lb('RANDOM')}}`)], {}, balanced('RANDOM')],
    ['of another host', [rule(`host: web, trafficPolicy: {${lb('RANDOM')}}`)], {}, {}],
    [
      'by a wildcard',
      [rule(`host: "*.shop.svc.cluster.local", trafficPolicy: {${lb('RANDOM')}}`)],
      {},
      balanced('RANDOM'),
    ],
    [
      'the most specific',
      [
        rule(`host: "*.local", trafficPolicy: {${lb('RANDOM')}}`),
        rule(`host: cart, trafficPolicy: {${lb('ROUND_ROBIN')}}`, 'b'),
      ],
      {},
      balanced('ROUND_ROBIN'),
    ],
    [
      'a subset over the rule',
      [
        rule(
          `host: cart, trafficPolicy: {${lb('RANDOM')}, tls: {mode: SIMPLE}}, subsets: [{name: v1, trafficPolicy: {${lb('ROUND_ROBIN')}}}]`,
        ),
      ],
      { subset: 'v1' },
      { ...balanced('ROUND_ROBIN'), tls: { mode: 'SIMPLE' } },
    ],
    [
      'a subset without a policy',
      [rule(`host: cart, trafficPolicy: {${lb('RANDOM')}}, subsets: [{name: v1}]`)],
      { subset: 'v1' },
      balanced('RANDOM'),
    ],
    [
      'a subset that nobody defines',
      [rule(`host: cart, trafficPolicy: {${lb('RANDOM')}}`)],
      { subset: 'v9' },
      balanced('RANDOM'),
    ],
    [
      'a port, and nothing from above',
      [
        rule(
          `host: cart, trafficPolicy: {${lb('RANDOM')}, tls: {mode: SIMPLE}, portLevelSettings: [{port: {number: 80}, ${lb('ROUND_ROBIN')}}]}`,
        ),
      ],
      { port: 80 },
      balanced('ROUND_ROBIN'),
    ],
    [
      'another port',
      [
        rule(
          `host: cart, trafficPolicy: {${lb('RANDOM')}, portLevelSettings: [{port: {number: 80}, ${lb('ROUND_ROBIN')}}]}`,
        ),
      ],
      { port: 81 },
      balanced('RANDOM'),
    ],
    [
      'the only port of the Service',
      [service, rule(`host: cart, trafficPolicy: {portLevelSettings: [{port: {number: 8080}, ${lb('ROUND_ROBIN')}}]}`)],
      {},
      balanced('ROUND_ROBIN'),
    ],
    [
      'no port is asked for',
      [rule(`host: cart, trafficPolicy: {portLevelSettings: [{${lb('ROUND_ROBIN')}}]}`)],
      {},
      {},
    ],
    [
      'a port of a subset over all',
      [
        rule(
          `host: cart, trafficPolicy: {tls: {mode: SIMPLE}}, subsets: [{name: v1, trafficPolicy: {portLevelSettings: [{port: {number: 80}, ${lb('RANDOM')}}]}}]`,
        ),
      ],
      { subset: 'v1', port: 80 },
      balanced('RANDOM'),
    ],
    [
      'the client’s namespace first',
      [
        rule(`host: ${full}, trafficPolicy: {${lb('RANDOM')}}`, 'a', 'client'),
        rule(`host: cart, trafficPolicy: {${lb('ROUND_ROBIN')}}`),
      ],
      { namespace: 'client' },
      balanced('RANDOM'),
    ],
    [
      'else that of the Service',
      [
        rule(`host: cart, trafficPolicy: {${lb('ROUND_ROBIN')}}`),
        rule(`host: "*", trafficPolicy: {${lb('RANDOM')}}`, 'a', 'istio-system'),
      ],
      { namespace: 'client' },
      balanced('ROUND_ROBIN'),
    ],
    [
      'else the root namespace',
      [rule(`host: "*.local", trafficPolicy: {${lb('RANDOM')}}`, 'a', 'istio-system')],
      { namespace: 'client' },
      balanced('RANDOM'),
    ],
    ['never another namespace', [rule(`host: ${full}, trafficPolicy: {${lb('RANDOM')}}`, 'a', 'other')], {}, {}],
    [
      'one that is not exported',
      [rule(`host: cart, exportTo: [.], trafficPolicy: {${lb('RANDOM')}}`)],
      { namespace: 'client' },
      {},
    ],
    [
      'one that is not exported, at home',
      [rule(`host: cart, exportTo: [.], trafficPolicy: {${lb('RANDOM')}}`)],
      {},
      balanced('RANDOM'),
    ],
    [
      'of two for one host the first policy and all subsets',
      [
        rule('host: cart, subsets: [{name: v1}]'),
        rule(
          `host: ${full}, trafficPolicy: {${lb('RANDOM')}}, subsets: [{name: v2, trafficPolicy: {${lb('ROUND_ROBIN')}}}]`,
          'b',
        ),
      ],
      { subset: 'v2' },
      balanced('ROUND_ROBIN'),
    ],
    [
      'one for workloads with a label',
      [rule(`host: cart, workloadSelector: {matchLabels: {app: web}}, trafficPolicy: {${lb('RANDOM')}}`)],
      { labels: { app: 'web' } },
      balanced('RANDOM'),
    ],
    [
      'and for no others',
      [rule(`host: cart, workloadSelector: {matchLabels: {app: web}}, trafficPolicy: {${lb('RANDOM')}}`)],
      {},
      {},
    ],
  ])('%s', (_, rules, options, expected) => {
    const host = options.namespace === undefined ? 'cart' : full;
    expect(trafficPolicyOf(clusterOf(rules.join('\n---\n')), host, options)).toEqual(expected);
    expect(trafficPolicyOf(clusterOf([...rules].reverse().join('\n---\n')), full, options)).toEqual(expected);
  });

  it('is asked rightly', () =>
    expect(() => trafficPolicyOf(clusterOf(''), 'a', { port: 'x' })).toThrow(/whole number/));
});
