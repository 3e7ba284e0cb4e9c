// Traffic policy: what DestinationRules say of connections to a host, a port, a subset.
import { type Client, ruleFor, subsetNamed } from './destination-rules.ts';
import { fullHost } from './hosts.ts';
import { checkRequest } from './request-fields.ts';
import { type Cluster, type Fields, fieldsAt, mapsAt, numberOf, textAt, valueAt, without } from './resource.ts';
import { serviceNamed } from './services.ts';

/** Those that a port's settings replace even by leaving them out: Istio, TrafficPolicy `portLevelSettings`. */
const ofPorts = ['connectionPool', 'outlierDetection', 'loadBalancer', 'tls'];
const ofAll = [...ofPorts, 'tunnel', 'proxyProtocol', 'retryBudget'];

/**
 * What counts for `host`: settings of the subset over those of the rule, at each of them settings of the port over the others.
 * Options: `subset`, `port` (the number of the Service; its only one where it is left out), `namespace` and `labels` of the client.
 * {} where there is none. Throws `RequestError`.
 */
export function trafficPolicyOf(cluster: Cluster, host: string, options: Fields = {}): Fields {
  checkRequest('policy', options, { subset: 'text', port: 'number', namespace: 'text', labels: 'texts' });
  const client: Client = {
    namespace: textAt(options, 'namespace') || cluster.namespace,
    labels: fieldsAt(options, 'labels'),
  };
  const full = fullHost(host, client.namespace);
  const rule = ruleFor(cluster, full, client);
  const ports = serviceNamed(cluster, full, client.namespace)?.ports ?? [];
  const port = numberOf(options.port) ?? (ports.length === 1 ? (ports[0]?.number ?? null) : null);
  const subset = subsetNamed(rule, textAt(options, 'subset'));
  const top = settingsAt(rule.trafficPolicy, port).settings;
  if (subset === null) return top;
  const own = settingsAt(fieldsAt(subset, 'trafficPolicy'), port);
  const kept = own.isOfPort ? without(top, ofPorts) : top;
  return { ...kept, ...own.settings };
}

/** Istio: a port's settings are all that counts there; what they leave out has its default, and is not inherited. */
function settingsAt(policy: Fields, port: number | null): { settings: Fields; isOfPort: boolean } {
  const ofPort =
    port === null
      ? undefined
      : mapsAt(policy, 'portLevelSettings').find((each) => valueAt(each, 'port', 'number') === port);
  const entries = (ofPort === undefined ? ofAll : ofPorts).map((key) => [key, valueAt(ofPort ?? policy, key)] as const);
  const settings = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return { settings, isOfPort: ofPort !== undefined };
}
