// Mutual TLS: what PeerAuthentications demand of connections to a workload.
import { checkRequest } from './request-fields.ts';
import {
  type Cluster,
  type Fields,
  fieldsAt,
  namespaceOf,
  numberOf,
  type Resource,
  resourcesOf,
  rootNamespaceOf,
  textAt,
  valueAt,
} from './resource.ts';
import { isSelective, selects } from './selectors.ts';

export type MutualTlsMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE';
const modes: readonly string[] = ['STRICT', 'PERMISSIVE', 'DISABLE'];

const isMode = (text: string): text is MutualTlsMode => modes.includes(text);

/**
 * Istio, PeerAuthentication: that of the workload, of its namespace, of the mesh; UNSET asks the next; PERMISSIVE where nobody says anything. `port` is
 * that of the workload, not of a Service. Workload: `namespace`, `labels`, `port`. Throws `RequestError`.
 */
export function mutualTlsMode(cluster: Cluster, workload: Fields): MutualTlsMode {
  checkRequest('mtls', workload, { labels: 'texts', namespace: 'text', port: 'number' });
  const namespace = textAt(workload, 'namespace') || cluster.namespace;
  const root = rootNamespaceOf(cluster);
  const all = resourcesOf(cluster, 'security.istio.io/PeerAuthentication');
  const wide = (place: string): Resource | undefined =>
    all.find((each) => namespaceOf(each) === place && !isSelective(valueAt(each, 'spec', 'selector')));
  // Istio: one with a selector in the root namespace is for no workload at all.
  const own = all.find((each) => namespace !== root && namespaceOf(each) === namespace && doesSelect(each, workload));
  const port = numberOf(workload.port);
  const ofPort = port === null ? '' : textAt(own ?? {}, 'spec', 'portLevelMtls', String(port), 'mode');
  const found = [ofPort, modeOf(own), modeOf(wide(namespace)), modeOf(wide(root))].find(isMode);
  return found ?? 'PERMISSIVE';
}

const modeOf = (policy: Resource | undefined): string => textAt(policy ?? {}, 'spec', 'mtls', 'mode');

function doesSelect(policy: Resource, workload: Fields): boolean {
  const selector = valueAt(policy, 'spec', 'selector');
  return isSelective(selector) && selects(selector, fieldsAt(workload, 'labels'));
}
