// What a rule of a VirtualService does with a request that fits it.
import { destinationsOf, mirrorsOf } from './destinations.ts';
import { replacedMatches } from './re2.ts';
import {
  type Cluster,
  type Fields,
  fieldsAt,
  isFields,
  mapsAt,
  numberOf,
  textAt,
  textsAt,
  valueAt,
} from './resource.ts';
import type { RouteRequest } from './route-request.ts';
import { type HeaderChanges, noHeaderChanges, type Redirect, type Routed, unchanged } from './routed.ts';

/** `match` is the one that fits, {} where the rule has none. */
export function routedBy(cluster: Cluster, request: RouteRequest, rule: Fields, match: Fields): Routed {
  const base = { ...unchanged(request), rule, fault: fieldsAt(rule, 'fault'), ...headersOf([rule]) };
  if (isFields(valueAt(rule, 'redirect')))
    return { ...base, redirect: redirectOf(request, fieldsAt(rule, 'redirect'), match) };
  if (isFields(valueAt(rule, 'directResponse'))) return { ...base, direct: directOf(fieldsAt(rule, 'directResponse')) };
  const routes = mapsAt(rule, 'route');
  const to = destinationsOf(cluster, request, routes);
  const only = routes.length === 1 ? (routes[0] as Fields) : {};
  return {
    ...base,
    // Istio: a rule whose destinations all have weight 0 leads nowhere.
    found: to.length > 0,
    to,
    path: rewrittenPath(request.path, fieldsAt(rule, 'rewrite'), match),
    authority: rewrittenAuthority(request, rule, only),
    timeout: textAt(rule, 'timeout'),
    retries: fieldsAt(rule, 'retries'),
    mirrors: mirrorsOf(cluster, request, rule),
    ...headersOf([rule, only]),
  };
}

/** Envoy, `prefix_rewrite`: in place of the prefix that fits, of the whole path where it fits exactly or by an expression. */
function rewrittenPath(path: string, rewrite: Fields, match: Fields): string {
  const expression = fieldsAt(rewrite, 'uriRegexRewrite');
  if (textAt(expression, 'match') !== '')
    return replacedMatches(textAt(expression, 'match'), path, textAt(expression, 'rewrite'));
  const uri = textAt(rewrite, 'uri');
  return uri === '' ? path : withPrefix(path, uri, match);
}

function withPrefix(path: string, uri: string, match: Fields): string {
  const matched = fieldsAt(match, 'uri');
  if (valueAt(matched, 'exact') !== undefined || valueAt(matched, 'regex') !== undefined) return uri;
  const elements = textAt(matched, 'elements');
  if (elements !== '') return withElements(path, uri, elements);
  return uri + path.slice((textAt(matched, 'prefix') || '/').length);
}

/** Gateway API, ReplacePrefixMatch: what remains begins with a slash, and no slash is doubled. */
function withElements(path: string, uri: string, elements: string): string {
  const rest = elements === '/' ? path : path.slice(elements.length);
  return uri.replace(/\/$/, '') + rest || '/';
}

/** Istio: `rewrite.authority`, else the header `host` that the rule, or its only destination, sets. */
function rewrittenAuthority(request: RouteRequest, rule: Fields, destination: Fields): string {
  const written = textAt(rule, 'rewrite', 'authority');
  return written || authorityOf(rule) || authorityOf(destination) || request.authority;
}

const isAuthority = (name: string): boolean => ['host', ':authority'].includes(name.toLowerCase());

function authorityOf(place: Fields): string {
  for (const key of ['set', 'add'])
    for (const [name, value] of Object.entries(fieldsAt(place, 'headers', 'request', key)))
      if (isAuthority(name) && typeof value === 'string') return value;
  return '';
}

/** Istio, HTTPRedirect: the whole path is replaced by `uri`, only what fits by `prefixRewrite`. */
function redirectOf(request: RouteRequest, redirect: Fields, match: Fields): Redirect {
  const scheme = textAt(redirect, 'scheme') || (request.protocol === 'https' ? 'https' : 'http');
  const prefix = textAt(redirect, 'prefixRewrite');
  const port = textAt(redirect, 'derivePort') === 'FROM_REQUEST_PORT' ? request.port : (numberOf(redirect.port) ?? 0);
  return {
    scheme,
    host: textAt(redirect, 'authority') || request.authority,
    port: port === (scheme === 'https' ? 443 : 80) ? 0 : port,
    path: prefix === '' ? textAt(redirect, 'uri') || request.path : withPrefix(request.path, prefix, match),
    code: numberOf(redirect.redirectCode) || 301,
  };
}

const directOf = (response: Fields): { status: number; body: string } => ({
  status: numberOf(response.status) ?? 0,
  body: textAt(response, 'body', 'string'),
});

/** Of a rule and its only destination, the rule's first; names in lower case, without the host and what begins with `:`. */
function headersOf(places: readonly Fields[]): { requestHeaders: HeaderChanges; responseHeaders: HeaderChanges } {
  const all = (direction: string): HeaderChanges =>
    places.reduce<HeaderChanges>((before, place) => {
      const changes = fieldsAt(place, 'headers', direction);
      return {
        set: { ...before.set, ...loweredNames(fieldsAt(changes, 'set')) },
        add: { ...before.add, ...loweredNames(fieldsAt(changes, 'add')) },
        remove: [...before.remove, ...textsAt(changes, 'remove').map((name) => name.toLowerCase())],
      };
    }, noHeaderChanges);
  return { requestHeaders: all('request'), responseHeaders: all('response') };
}

const loweredNames = (headers: Fields): Fields =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !isAuthority(name) && !name.startsWith(':'))
      .map(([name, value]) => [name.toLowerCase(), value]),
  );
