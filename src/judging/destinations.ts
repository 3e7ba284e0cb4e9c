// Destinations: shares, ports and labels of what a route leads to.
import { ruleFor, subsetNamed } from './destination-rules.ts';
import { type Cluster, type Fields, fieldsAt, mapsAt, numberOf, textAt, valueAt } from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import type { RoutedDestination, RoutedMirror, RoutedTarget } from './routed.ts';
import { serviceNamed } from './services.ts';

/**
 * Shares in percent; a destination with weight 0 gets nothing and is left out, unless it is the only one: Istio, weight.
 * One that is there twice has the sum of its shares.
 */
export function destinationsOf(
  cluster: Cluster,
  request: RouteRequest,
  routes: readonly Fields[],
): RoutedDestination[] {
  const taking = routes.length === 1 ? routes : routes.filter((route) => weightOf(route) > 0);
  const total = taking.reduce((sum, route) => sum + weightOf(route), 0);
  const parts = new Map<string, { readonly route: Fields; readonly weight: number }>();
  for (const route of taking) {
    const { host, subset, port } = targetOf(cluster, request, fieldsAt(route, 'destination'));
    const name = JSON.stringify([host, subset, port]);
    parts.set(name, { route, weight: weightOf(route) + (parts.get(name)?.weight ?? 0) });
  }
  return [...parts.values()].map(({ route, weight }) => ({
    ...targetOf(cluster, request, fieldsAt(route, 'destination')),
    weight: routes.length === 1 ? 100 : (100 * weight) / total,
  }));
}

const weightOf = (route: Fields): number => Math.max(0, numberOf(route.weight) ?? 0);

/** With labels of its subset, as the caller's namespace sees the DestinationRule. */
function targetOf(cluster: Cluster, request: RouteRequest, destination: Fields): RoutedTarget {
  const host = textAt(destination, 'host');
  const subset = textAt(destination, 'subset');
  const rule = ruleFor(cluster, host, { namespace: request.namespace, labels: request.labels });
  const found = subset === '' ? null : subsetNamed(rule, subset);
  return {
    host,
    subset,
    port: portOf(cluster, request, host, numberOf(valueAt(destination, 'port', 'number'))),
    labels: found === null ? {} : fieldsAt(found, 'labels'),
  };
}

/** Istio, Destination port: that of a Service with one port; of others the port of the request. */
function portOf(cluster: Cluster, request: RouteRequest, host: string, written: number | null): number {
  if (written !== null) return written;
  const ports = serviceNamed(cluster, host, request.namespace)?.ports ?? [];
  return ports.length === 1 ? (ports[0]?.number ?? request.port) : request.port;
}

/** Istio, HTTPRoute `mirror` and `mirrors`: without a percentage all requests are copied, with 0 none. */
export function mirrorsOf(cluster: Cluster, request: RouteRequest, rule: Fields): RoutedMirror[] {
  const single =
    valueAt(rule, 'mirror') === undefined
      ? []
      : [mirrorOf(cluster, request, fieldsAt(rule, 'mirror'), fieldsAt(rule, 'mirrorPercentage'))];
  const several = mapsAt(rule, 'mirrors').map((each) =>
    mirrorOf(cluster, request, fieldsAt(each, 'destination'), fieldsAt(each, 'percentage')),
  );
  return [...single, ...several].filter((mirror) => mirror.percent > 0);
}

function mirrorOf(cluster: Cluster, request: RouteRequest, destination: Fields, percentage: Fields): RoutedMirror {
  const { host, subset, port } = targetOf(cluster, request, destination);
  return { host, subset, port, percent: numberOf(percentage.value) ?? 0 };
}
