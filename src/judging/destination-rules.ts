// The DestinationRule that counts for a host, seen from a namespace.
import { compareHosts, isHostWithin } from './hosts.ts';
import {
  type Cluster,
  type Fields,
  fieldsAt,
  isFields,
  mapsAt,
  namespaceOf,
  type Resource,
  resourcesOf,
  rootNamespaceOf,
  textAt,
  valueAt,
} from './resource.ts';
import { isSelective, selects } from './selectors.ts';
import { isExportedTo, namespaceOfHost } from './services.ts';

export interface HostRule {
  readonly trafficPolicy: Fields;
  readonly subsets: readonly Fields[];
}

export interface Client {
  readonly namespace: string;
  readonly labels: Fields;
}

const none: HostRule = { trafficPolicy: {}, subsets: [] };

/**
 * Istio, cross-namespace configuration: the first of the client's namespace, that of the Service and the root namespace that has
 * a rule for the host; in the root namespace itself the Service's comes before its wildcards. All rules of that namespace for the same host are joined.
 */
export function ruleFor(cluster: Cluster, host: string, client: Client): HostRule {
  const root = rootNamespaceOf(cluster);
  const service = namespaceOfHost(cluster, host, client.namespace);
  const own = rulesIn(cluster, host, client, client.namespace);
  if (client.namespace === root) {
    const local = own.filter((rule) => isLocal(rule));
    if (local.length > 0) return joined(local);
  } else if (own.length > 0) return joined(own);
  for (const namespace of [service, root]) {
    if (namespace === null) continue;
    const rules = rulesIn(cluster, host, client, namespace).filter((rule) => isExportedTo(rule, client.namespace));
    if (rules.length > 0) return joined(rules);
  }
  return none;
}

/** Istio: `exportTo: [.]` in the root namespace is for its own proxies. */
function isLocal(rule: Resource): boolean {
  const targets = valueAt(rule, 'spec', 'exportTo');
  return Array.isArray(targets) && targets.length === 1 && targets[0] === namespaceOf(rule);
}

/** Those of one namespace that have the most specific host; with `workloadSelector` before those without. */
function rulesIn(cluster: Cluster, host: string, client: Client, namespace: string): Resource[] {
  const fitting = resourcesOf(cluster, 'networking.istio.io/DestinationRule').filter(
    (rule) =>
      namespaceOf(rule) === namespace && isHostWithin(host, textAt(rule, 'spec', 'host')) && isFor(rule, client),
  );
  const hosts = fitting.map((rule) => textAt(rule, 'spec', 'host')).sort(compareHosts);
  const best = fitting.filter((rule) => textAt(rule, 'spec', 'host') === hosts[0]);
  const chosen = best.filter((rule) => isSelective(valueAt(rule, 'spec', 'workloadSelector')));
  return [...chosen, ...best.filter((rule) => !chosen.includes(rule))];
}

/** Istio, DestinationRule `workloadSelector`: for clients of its own namespace with these labels. */
function isFor(rule: Resource, client: Client): boolean {
  const selector = valueAt(rule, 'spec', 'workloadSelector');
  if (!isSelective(selector)) return true;
  return namespaceOf(rule) === client.namespace && selects(selector, client.labels);
}

/** Istio, merging of DestinationRules: the first policy, and each subset's first definition. */
function joined(rules: readonly Resource[]): HostRule {
  const policy = rules.find((rule) => isFields(valueAt(rule, 'spec', 'trafficPolicy')));
  const subsets = new Map<string, Fields>();
  for (const rule of rules)
    for (const subset of mapsAt(rule, 'spec', 'subsets')) {
      const name = textAt(subset, 'name');
      if (!subsets.has(name)) subsets.set(name, subset);
    }
  return {
    trafficPolicy: policy === undefined ? {} : fieldsAt(policy, 'spec', 'trafficPolicy'),
    subsets: [...subsets.values()],
  };
}

export const subsetNamed = (rule: HostRule, name: string): Fields | null =>
  rule.subsets.find((subset) => textAt(subset, 'name') === name) ?? null;
