// Rules of HTTPRoutes and GRPCRoutes, as rules of VirtualServices, which is what Istio makes of them.
import { backendsOf, destinationTo, headersOfFilters, type RouteContext } from './backend-references.ts';
import { type Fields, fieldsAt, mapsAt, numberOf, textAt, textOf, type Value, valueAt } from './resource.ts';
import type { FittingRule } from './virtual-services.ts';

export interface RouteRule extends FittingRule {
  /** As it is in the manifest. */
  readonly written: Fields;
}

/** One for each match. `port`: of the parent's reference; null for any. */
export function routeRules(context: RouteContext, port: number | null): RouteRule[] {
  const { route } = context;
  return mapsAt(route, 'spec', 'rules').flatMap((written) => {
    const rule = ruleOf(context, written);
    if (rule === null) return [];
    const matches = mapsAt(written, 'matches');
    const convert = route.kind === 'GRPCRoute' ? grpcMatch : httpMatch;
    return (matches.length > 0 ? matches : [{}]).map((match) => ({
      rule,
      match: { ...convert(match), ...(port === null ? {} : { port }) },
      written,
    }));
  });
}

const filterOf = (filters: readonly Fields[], type: string): Fields | undefined =>
  filters.find((each) => textAt(each, 'type') === type);

/** Istio refuses a rule with a filter that it does not know. */
const knownFilters: readonly string[] = [
  'RequestHeaderModifier',
  'ResponseHeaderModifier',
  'RequestRedirect',
  'URLRewrite',
  'RequestMirror',
  'CORS',
];

function ruleOf(context: RouteContext, written: Fields): Fields | null {
  const filters = mapsAt(written, 'filters');
  const routes = backendsOf(context, written);
  if (routes === null || filters.some((each) => !knownFilters.includes(textAt(each, 'type')))) return null;
  const redirect = filterOf(filters, 'RequestRedirect');
  const rewrite = filterOf(filters, 'URLRewrite');
  const headers = headersOfFilters(filters);
  const base = { headers, ...timesOf(written), ...mirrorsOf(context, filters) };
  if (redirect !== undefined) return { ...base, redirect: redirectOf(fieldsAt(redirect, 'requestRedirect')) };
  // Gateway API: without a backend that takes anything the answer is 500.
  if (routes.length === 0) return { ...base, directResponse: { status: 500 } };
  return {
    ...base,
    route: routes,
    ...(rewrite === undefined ? {} : { rewrite: rewriteOf(fieldsAt(rewrite, 'urlRewrite')) }),
  };
}

/** Istio: `timeouts.request` is the timeout; `backendRequest` that of each try, or the timeout where nothing is retried. */
function timesOf(written: Fields): Fields {
  const request = textAt(written, 'timeouts', 'request');
  const backend = textAt(written, 'timeouts', 'backendRequest');
  const retry = valueAt(written, 'retry');
  if (retry === undefined) return { timeout: backend || request };
  const codes = (valueAt(retry, 'codes') ?? []) as readonly Value[];
  const on = ['connect-failure', 'refused-stream', 'unavailable', 'cancelled', ...codes.map(String)];
  const attempts = numberOf(valueAt(retry, 'attempts')) ?? 2;
  const backoff = textAt(retry, 'backoff');
  return {
    timeout: request,
    retries: {
      attempts,
      retryOn: attempts === 0 ? '' : on.join(','),
      ...(backend === '' ? {} : { perTryTimeout: backend }),
      ...(backoff === '' ? {} : { backoff }),
    },
  };
}

function mirrorsOf(context: RouteContext, filters: readonly Fields[]): Fields {
  const mirrors = filters
    .filter((each) => textAt(each, 'type') === 'RequestMirror')
    .flatMap((each) => {
      const mirror = fieldsAt(each, 'requestMirror');
      const destination = destinationTo(context, fieldsAt(mirror, 'backendRef'));
      if (destination === null || destination.host === '') return [];
      return [{ destination, percentage: { value: shareOf(mirror) } }];
    });
  return mirrors.length === 0 ? {} : { mirrors };
}

function shareOf(mirror: Fields): number {
  const part = numberOf(valueAt(mirror, 'fraction', 'numerator'));
  if (part !== null) return (100 * part) / (numberOf(valueAt(mirror, 'fraction', 'denominator')) ?? 100);
  return numberOf(mirror.percent) ?? 100;
}

/** Gateway API, RequestRedirect: without a port that of the scheme that is written, else that of the request. */
function redirectOf(filter: Fields): Fields {
  const { scheme, port, statusCode, hostname } = filter;
  const path = fieldsAt(filter, 'path');
  return {
    redirectCode: numberOf(statusCode) ?? 302,
    authority: textOf(hostname),
    scheme: textOf(scheme),
    ...(typeof port === 'number' ? { port } : textOf(scheme) === '' ? { derivePort: 'FROM_REQUEST_PORT' } : {}),
    ...(textAt(path, 'type') === 'ReplaceFullPath' ? { uri: textAt(path, 'replaceFullPath') } : {}),
    ...(textAt(path, 'type') === 'ReplacePrefixMatch'
      ? { prefixRewrite: textAt(path, 'replacePrefixMatch') || '/' }
      : {}),
  };
}

function rewriteOf(filter: Fields): Fields {
  const path = fieldsAt(filter, 'path');
  return {
    authority: textAt(filter, 'hostname'),
    ...(textAt(path, 'type') === 'ReplaceFullPath'
      ? { uriRegexRewrite: { match: '/.*', rewrite: textAt(path, 'replaceFullPath') } }
      : {}),
    ...(textAt(path, 'type') === 'ReplacePrefixMatch' ? { uri: textAt(path, 'replacePrefixMatch') || '/' } : {}),
  };
}

const textMatch = (written: Fields): Fields =>
  textAt(written, 'type') === 'RegularExpression'
    ? { regex: textAt(written, 'value') }
    : { exact: textAt(written, 'value') };

/** Gateway API: of several with the same name the first counts. */
const namedMatches = (list: readonly Fields[]): Fields =>
  Object.fromEntries([...list].reverse().map((each) => [textAt(each, 'name'), textMatch(each)]));

function httpMatch(match: Fields): Fields {
  const path = fieldsAt(match, 'path');
  const method = textAt(match, 'method');
  return {
    uri: uriMatch(textAt(path, 'type') || 'PathPrefix', textAt(path, 'value') || '/'),
    headers: namedMatches(mapsAt(match, 'headers')),
    queryParams: namedMatches(mapsAt(match, 'queryParams')),
    ...(method === '' ? {} : { method: { exact: method } }),
  };
}

function uriMatch(type: string, value: string): Fields {
  if (type === 'Exact') return { exact: value };
  if (type === 'RegularExpression') return { regex: value };
  return { elements: value === '/' ? value : value.replace(/\/$/, '') };
}

/** gRPC: a method is the path `/SERVICE/METHOD` of a POST. */
function grpcMatch(match: Fields): Fields {
  const headers = namedMatches(mapsAt(match, 'headers'));
  const { service, method, type } = fieldsAt(match, 'method');
  const [named, called] = [textOf(service), textOf(method)];
  if (named === '' && called === '') return { headers };
  if (textOf(type) === 'RegularExpression' || named === '')
    return { headers, uri: { regex: `/${named || '[^/]+'}/${called || '.+'}` } };
  return { headers, uri: called === '' ? { prefix: `/${named}/` } : { exact: `/${named}/${called}` } };
}

const ranks = ['regex', 'elements', 'exact'];

/** Exact, prefix, expression; then the longer; a method; more headers; more parameters: Gateway API, HTTPRouteRule matches. */
function precedenceOf(match: Fields): number[] {
  const uri = fieldsAt(match, 'uri');
  const key = Object.keys(uri)[0] ?? '';
  const rank = ranks.indexOf(key === 'prefix' ? 'elements' : key);
  const counts = ['headers', 'queryParams'].map((each) => Object.keys(fieldsAt(match, each)).length);
  return [rank, textAt(uri, key).length, valueAt(match, 'method') === undefined ? 0 : 1, ...counts];
}

/** The order in which rules are tried; of equal ones that of the older route, then as they are written. */
export function byPrecedence(rules: readonly RouteRule[]): RouteRule[] {
  return [...rules].sort((a, b) => {
    const [ofA, ofB] = [precedenceOf(a.match), precedenceOf(b.match)];
    const at = ofA.findIndex((value, index) => value !== ofB[index]);
    return at < 0 ? 0 : (ofB[at] as number) - (ofA[at] as number);
  });
}
