import { describe, expect, it } from 'vitest';
import { mutualTlsMode } from '../../src/judging/mutual-tls.ts';
import type { Fields } from '../../src/judging/resource.ts';
import { clusterOf } from './cluster.ts';

const peers = (namespace: string, spec: string, name = 'a'): string =>
  `{kind: PeerAuthentication, metadata: {name: ${name}, namespace: ${namespace}}, spec: {${spec}}}`;
const mesh = peers('istio-system', 'mtls: {mode: STRICT}');
const shop = (mode: string): string => peers('shop', `mtls: {mode: ${mode}}`);
const cart = (spec: string): string => peers('shop', `selector: {matchLabels: {app: cart}}, ${spec}`, 'cart');
const labels = { app: 'cart' };

describe('mutual TLS', () => {
  it.each<[string, string[], Fields, string]>([
    ['nobody says anything', [], {}, 'PERMISSIVE'],
    ['the mesh', [mesh], {}, 'STRICT'],
    ['the mesh, in another namespace', [mesh], { namespace: 'other' }, 'STRICT'],
    ['the namespace over the mesh', [mesh, shop('DISABLE')], {}, 'DISABLE'],
    ['the namespace, elsewhere', [shop('STRICT')], { namespace: 'other' }, 'PERMISSIVE'],
    ['UNSET asks the mesh', [mesh, shop('UNSET')], {}, 'STRICT'],
    ['a policy without a mode asks the mesh', [mesh, peers('shop', '')], {}, 'STRICT'],
    ['UNSET everywhere', [shop('UNSET')], {}, 'PERMISSIVE'],
    ['the workload over the namespace', [shop('STRICT'), cart('mtls: {mode: PERMISSIVE}')], { labels }, 'PERMISSIVE'],
    ['another workload', [shop('STRICT'), cart('mtls: {mode: PERMISSIVE}')], { labels: { app: 'web' } }, 'STRICT'],
    ['UNSET of the workload', [shop('STRICT'), cart('mtls: {mode: UNSET}')], { labels }, 'STRICT'],
    [
      'a port',
      [cart('mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}}')],
      { labels, port: 8080 },
      'PERMISSIVE',
    ],
    [
      'a port as text',
      [cart('mtls: {mode: STRICT}, portLevelMtls: {"8080": {mode: DISABLE}}')],
      { labels, port: 8080 },
      'DISABLE',
    ],
    [
      'another port',
      [cart('mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}}')],
      { labels, port: 80 },
      'STRICT',
    ],
    [
      'no port is asked for',
      [cart('mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}}')],
      { labels },
      'STRICT',
    ],
    [
      'UNSET of a port',
      [cart('mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: UNSET}}')],
      { labels, port: 8080 },
      'STRICT',
    ],
    [
      'only a port, the rest from the namespace',
      [shop('STRICT'), cart('portLevelMtls: {8080: {mode: PERMISSIVE}}')],
      { labels, port: 80 },
      'STRICT',
    ],
    [
      'ports without a selector count for nothing',
      [peers('shop', 'mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: DISABLE}}')],
      { port: 8080 },
      'STRICT',
    ],
    [
      'a selector in the root namespace',
      [peers('istio-system', 'selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}')],
      { labels },
      'PERMISSIVE',
    ],
    ['an empty selector is none', [peers('shop', 'selector: {matchLabels: {}}, mtls: {mode: STRICT}')], {}, 'STRICT'],
    ['the workload over the mesh', [mesh, cart('mtls: {mode: DISABLE}')], { labels }, 'DISABLE'],
  ])('%s', (_, policies, workload, mode) => {
    expect(mutualTlsMode(clusterOf(policies.join('\n---\n')), workload)).toBe(mode);
    expect(mutualTlsMode(clusterOf([...policies].reverse().join('\n---\n')), workload)).toBe(mode);
  });

  it('is asked rightly', () => expect(() => mutualTlsMode(clusterOf(''), { app: 'cart' })).toThrow(/“app” is no key/));
});
