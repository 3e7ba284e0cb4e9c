// References of Istio's networking: hosts, subsets, Gateways, delegates.
import type { Path } from '../../formats/manifest/document.ts';
import { nearestWord } from '../../text/nearest.ts';
import { doHostsMeet, isHostWithin, isWildcard, isWithinAny, serviceOf } from '../hosts.ts';
import { serverHostsFor } from '../istio-gateways.ts';
import {
  fieldsAt,
  fullNameOf,
  keptFor,
  mapsAt,
  nameOf,
  namespaceOf,
  numberOf,
  type Resource,
  resourcesOf,
  textAt,
  textsAt,
  valueAt,
} from '../resource.ts';
import {
  destinationRule,
  istioGateway,
  mapsOf,
  mostAsked,
  objectsOf,
  type ReferenceRule,
  report,
  service,
  serviceEntry,
  type View,
  virtualService,
} from './view.ts';

const destinations = [
  ...['http', 'tls', 'tcp'].map((routes) => `spec.${routes}[].route[].destination`),
  'spec.http[].mirror',
  'spec.http[].mirrors[].destination',
];

function checkDestinations(view: View): void {
  for (const { value, path } of destinations.flatMap((shape) => mapsOf(view, shape))) {
    const host = textAt(value, 'host');
    if (host === '') continue;
    checkHost(view, host, [...path, 'host']);
    checkPort(view, host, numberOf(valueAt(value, 'port', 'number')), [...path, 'port', 'number']);
    const subset = textAt(value, 'subset');
    if (subset !== '') checkSubset(view, host, subset, [...path, 'subset']);
  }
}

/** In lower case. */
const hostsOfEntries = ({ cluster }: View): ReadonlySet<string> =>
  keptFor(cluster, 'hosts of ServiceEntries', () => {
    const hosts = resourcesOf(cluster, serviceEntry).flatMap((entry) => textsAt(entry, 'spec', 'hosts'));
    return new Set(hosts.map((host) => host.toLowerCase()));
  });

/** A host of the cluster, where the Services of its namespace are known; another one, where ServiceEntries are. */
function checkHost(view: View, host: string, path: Path): void {
  if (isWildcard(host)) return;
  const entries = hostsOfEntries(view);
  if (isWithinAny(host, entries)) return;
  const named = serviceOf(host);
  const known = named === null ? [] : objectsOf(view, service, named.namespace).map(nameOf);
  if (named === null ? entries.size === 0 || isClusterName(host) : known.length === 0 || known.includes(named.name))
    return;
  const nearest = named === null ? nearestWord(host, [...entries].slice(0, mostAsked)) : nearestWord(named.name, known);
  report(view, 'no-service', { host, nearest }, path);
}

/** `reviews.shop` and `reviews.shop.svc` may be names of the cluster too, which Istio does not take. */
const isClusterName = (host: string): boolean => host.split('.').length < 3 || host.includes('.svc');

function checkPort(view: View, host: string, port: number | null, path: Path): void {
  const named = serviceOf(host);
  if (named === null || port === null) return;
  const found = objectsOf(view, service, named.namespace).find((one) => nameOf(one) === named.name);
  const known = mapsAt(found, 'spec', 'ports').flatMap((one) => numberOf(one.port) ?? []);
  if (known.length === 0 || known.includes(port)) return;
  report(view, 'no-service-port', { port, service: named.name, known }, path);
}

function checkSubset(view: View, host: string, subset: string, path: Path): void {
  const all = objectsOf(view, destinationRule);
  if (all.length === 0) return;
  const own = all.filter((rule) => isHostWithin(host, textAt(rule, 'spec', 'host')));
  const known = own.flatMap((rule) => mapsAt(rule, 'spec', 'subsets').map((one) => textAt(one, 'name')));
  if (!known.includes(subset)) report(view, 'no-subset', { subset, host, known }, path);
}

function checkGateways(view: View): void {
  const known = objectsOf(view, istioGateway);
  const names = textsAt(view.resource, 'spec', 'gateways').slice(0, mostAsked);
  // One of the older form NAME.NAMESPACE, or one that Istio itself makes, is not looked up.
  const named = names.filter((name) => name !== 'mesh' && !/[.~]/.test(name));
  if (known.length === 0 || named.length === 0) return;
  const found = named.map((name) => known.find((gateway) => fullNameOf(gateway) === name) ?? null);
  for (const [i, name] of named.entries()) {
    if (found[i] !== null) continue;
    const own = name.slice(name.indexOf('/') + 1);
    const elsewhere = known.find((gateway) => nameOf(gateway) === own);
    const nearest = elsewhere === undefined ? nearestWord(name, known.map(fullNameOf)) : fullNameOf(elsewhere);
    report(view, 'no-gateway', { gateway: name, nearest }, ['spec', 'gateways', names.indexOf(name)]);
  }
  if (found.every((gateway) => gateway !== null) && named.length + Number(names.includes('mesh')) === names.length)
    checkServers(view, found as readonly Resource[], names.includes('mesh'));
}

/** Each host needs a server; of one for the sidecars too, one of them. */
function checkServers(view: View, gateways: readonly Resource[], isForMesh: boolean): void {
  const own = namespaceOf(view.resource);
  const served = gateways
    .flatMap((gateway) => mapsAt(gateway, 'spec', 'servers'))
    .flatMap((server) => serverHostsFor(server, own))
    .slice(0, mostAsked);
  const hosts = textsAt(view.resource, 'spec', 'hosts').slice(0, mostAsked);
  const lost = hosts.filter((host) => !served.some((one) => doHostsMeet(host, one)));
  if (isForMesh && lost.length < hosts.length) return;
  const gateway = gateways.map(nameOf).join(', ');
  for (const host of lost) report(view, 'no-server', { gateway, host }, ['spec', 'hosts', hosts.indexOf(host)]);
}

const isDelegate = (resource: Resource): boolean => textsAt(resource, 'spec', 'hosts').length === 0;

const delegatesOf = (resource: Resource): readonly string[] =>
  mapsAt(resource, 'spec', 'http')
    .map((route) => fieldsAt(route, 'delegate'))
    .filter((delegate) => textAt(delegate, 'name') !== '')
    .map((delegate) => `${textAt(delegate, 'namespace') || namespaceOf(resource)}/${textAt(delegate, 'name')}`);

function checkDelegates(view: View): void {
  const all = objectsOf(view, virtualService);
  const known = all.filter(isDelegate).map(fullNameOf);
  if (isDelegate(view.resource) && !all.some((one) => delegatesOf(one).includes(fullNameOf(view.resource))))
    report(view, 'no-root', {}, ['spec'], 'key');
  if (known.length === 0) return;
  for (const { value, path } of mapsOf(view, 'spec.http[].delegate')) {
    const name = `${textAt(value, 'namespace') || namespaceOf(view.resource)}/${textAt(value, 'name')}`;
    if (!known.includes(name)) report(view, 'no-delegate', { name }, [...path, 'name']);
  }
}

export const istioReferences: readonly ReferenceRule[] = [
  { kinds: [virtualService], check: checkDestinations },
  { kinds: [virtualService], check: checkGateways },
  { kinds: [virtualService], check: checkDelegates },
  {
    kinds: [destinationRule],
    check: (view) => checkHost(view, textAt(view.resource, 'spec', 'host'), ['spec', 'host']),
  },
];
