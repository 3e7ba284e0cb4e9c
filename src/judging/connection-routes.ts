// Routes of connections that no proxy looks into: `tls` and `tcp` rules of VirtualServices.
import { destinationsOf } from './destinations.ts';
import { bestHost, compareHosts, doHostsMeet } from './hosts.ts';
import { isConnectionForProxy, matchesOf } from './http-match.ts';
import { type Cluster, type Fields, mapsAt, type Resource, textsAt } from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import { type Routed, unchanged } from './routed.ts';
import { hostsOf } from './virtual-services.ts';

/** Those with a host that is, or is among, the one that is called. */
export const meetingHost = (virtualServices: readonly Resource[], host: string): readonly Resource[] =>
  virtualServices.filter((each) => hostsOf(each).some((own) => doHostsMeet(own, host)));

function routedConnection(cluster: Cluster, request: RouteRequest, rule: Fields): Routed {
  const to = destinationsOf(cluster, request, mapsAt(rule, 'route'));
  return { ...unchanged(request), found: to.length > 0, rule, to };
}

/**
 * Istio, VirtualService `tls`: a rule needs `sniHosts`; of all that are for the proxy Envoy takes the one with the most specific name. null where
 * no rule is for the proxy at all, 'none' where only names differ.
 */
export function routedTls(
  cluster: Cluster,
  request: RouteRequest,
  virtualServices: readonly Resource[],
): Routed | 'none' | null {
  const chains = virtualServices
    .flatMap((each) => mapsAt(each, 'spec', 'tls'))
    .filter((rule) => mapsAt(rule, 'route').length > 0)
    .flatMap((rule) =>
      mapsAt(rule, 'match')
        .filter((match) => isConnectionForProxy(match, request))
        .map((match) => ({ rule, best: bestHost(request.sni, textsAt(match, 'sniHosts')) })),
    );
  if (chains.length === 0) return null;
  const fitting = chains.filter((chain): chain is { rule: Fields; best: string } => chain.best !== null);
  const found = fitting.sort((a, b) => compareHosts(a.best, b.best))[0];
  return found === undefined ? 'none' : routedConnection(cluster, request, found.rule);
}

/** Istio, VirtualService `tcp`: the first rule that fits; null where none does. */
export function routedTcp(
  cluster: Cluster,
  request: RouteRequest,
  virtualServices: readonly Resource[],
): Routed | null {
  const rules = virtualServices.flatMap((each) => mapsAt(each, 'spec', 'tcp'));
  const found = rules.find(
    (rule) => mapsAt(rule, 'route').length > 0 && matchesOf(rule).some((match) => isConnectionForProxy(match, request)),
  );
  return found === undefined ? null : routedConnection(cluster, request, found);
}
