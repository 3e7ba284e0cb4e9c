// Conditions of a VirtualService's rules.
import { type Fields, fieldsAt, mapsAt, numberOf, textAt, textsAt, valueAt } from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import { selects } from './selectors.ts';
import { fitsText, isPresenceMatch } from './text-match.ts';

/**
 * What is decided before any request: Istio leaves rules out of a proxy whose port, gateway, labels or namespace do not fit. With `gateways`
 * the source is not asked about, in HTTP rules.
 */
export function isForProxy(match: Fields, request: RouteRequest): boolean {
  const hasGateways = textsAt(match, 'gateways').length > 0;
  return isAtPort(match, request) && (hasGateways ? isAtGateway(match, request) : isFromSource(match, request));
}

/** The same of `tls` and `tcp` rules, where all must hold. */
export const isConnectionForProxy = (match: Fields, request: RouteRequest): boolean =>
  isAtPort(match, request) && isAtGateway(match, request) && (request.from !== 'mesh' || isFromSource(match, request));

function isAtPort(match: Fields, request: RouteRequest): boolean {
  const port = numberOf(match.port);
  return port === null || port === 0 || port === request.port;
}

function isAtGateway(match: Fields, request: RouteRequest): boolean {
  const gateways = textsAt(match, 'gateways');
  return gateways.length === 0 || gateways.includes(request.from);
}

function isFromSource(match: Fields, request: RouteRequest): boolean {
  const namespace = textAt(match, 'sourceNamespace');
  return (
    selects(fieldsAt(match, 'sourceLabels'), request.labels) && (namespace === '' || namespace === request.namespace)
  );
}

/** Istio, HTTPMatchRequest: all conditions of one match hold. */
export function fitsRequest(match: Fields, request: RouteRequest): boolean {
  return (
    fitsUri(match, request.path) &&
    fitsOptional(match, 'method', request.method) &&
    fitsOptional(match, 'authority', request.authority) &&
    fitsOptional(match, 'scheme', request.protocol === 'https' ? 'https' : 'http') &&
    Object.entries(fieldsAt(match, 'headers')).every(([name, each]) => fitsText(each, headerOf(request, name))) &&
    Object.entries(fieldsAt(match, 'withoutHeaders')).every(([name, each]) =>
      lacksHeader(request, name, each as Fields),
    ) &&
    Object.entries(fieldsAt(match, 'queryParams')).every(([name, each]) => fitsText(each, request.query.get(name)))
  );
}

function fitsUri(match: Fields, path: string): boolean {
  if (valueAt(match, 'uri') === undefined) return true;
  const elements = valueAt(match, 'uri', 'elements');
  if (typeof elements !== 'string') return fitsText(match.uri, path, valueAt(match, 'ignoreUriCase') === true);
  // Gateway API, PathPrefix: whole elements between slashes, so `/a` is not `/ab`.
  return elements === '/' || path === elements || path.startsWith(`${elements}/`);
}

const fitsOptional = (match: Fields, key: string, text: string): boolean =>
  valueAt(match, key) === undefined || fitsText(match[key], text);

/** Envoy: the method and the host are headers as well. */
function headerOf(request: RouteRequest, name: string): string | undefined {
  const key = name.toLowerCase();
  if (key === ':method') return request.method;
  if (key === ':path') return request.path;
  return key === ':authority' || key === 'host' ? request.authority : request.headers.get(key);
}

/** Istio, `withoutHeaders`: a header that is absent counts as an empty one, but where only its presence is asked for. */
function lacksHeader(request: RouteRequest, name: string, match: Fields): boolean {
  const value = headerOf(request, name);
  return isPresenceMatch(match) ? value === undefined : !fitsText(match, value ?? '');
}

/** The matches of a rule, or one that fits everything: Istio, HTTPRoute `match`. */
export function matchesOf(rule: Fields): readonly Fields[] {
  const matches = mapsAt(rule, 'match');
  return matches.length > 0 ? matches : [{}];
}
