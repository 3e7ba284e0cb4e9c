// Attributes of a request that authorization rules name, and whether a value fits them.
import { fitsPath, fitsStars, fitsWord } from './access-match.ts';
import type { AccessRequest } from './access-request.ts';
import { isInRange } from './ip-range.ts';
import { claimTexts } from './request-authentication.ts';
import { type Fields, textAt, valueAt } from './resource.ts';

export interface Subject {
  readonly request: AccessRequest;
  /** Of the accepted token; null for none. */
  readonly claims: Fields | null;
  /** Of the policy. */
  readonly namespace: string;
}

export interface Attribute {
  /** It needs HTTP to be understood: Istio, authorization of TCP. */
  readonly isHttp: boolean;
  readonly fits: (subject: Subject, value: string) => boolean;
}

/** Namespace, service account and trust domain of `cluster.local/ns/shop/sa/web`. */
function identityOf(principal: string): { domain: string; namespace: string; account: string } | null {
  const [domain, ns, namespace, sa, account] = principal.split('/');
  if (ns !== 'ns' || sa !== 'sa' || !domain || !namespace || !account) return null;
  return { domain, namespace, account };
}

/** Istio, principals: a value is one of SPIFFE without `spiffe://`; written with it, it fits nobody. */
const fitsPrincipal = ({ request }: Subject, value: string): boolean =>
  request.principal !== '' && fitsWord(value, request.principal);

const fitsNamespace = ({ request }: Subject, value: string): boolean => {
  const identity = identityOf(request.principal);
  return identity !== null && fitsStars(value, identity.namespace);
};

/** Istio, serviceAccounts: NAMESPACE/NAME, or NAME in the policy's namespace; no stars. */
function fitsAccount({ request, namespace }: Subject, value: string): boolean {
  const identity = identityOf(request.principal);
  const wanted = value.includes('/') ? value : `${namespace}/${value}`;
  return identity !== null && `${identity.namespace}/${identity.account}` === wanted;
}

/** Istio, requestPrincipals: ISSUER/SUBJECT of the token, of which either may have a star at its outer end. */
function fitsRequestPrincipal({ claims }: Subject, value: string): boolean {
  const issuer = textAt(claims ?? {}, 'iss');
  const subject = textAt(claims ?? {}, 'sub');
  if (issuer === '' || subject === '') return false;
  const slash = value.lastIndexOf('/');
  if (value === '*') return true;
  if (slash >= 0) {
    const [left, right] = [value.slice(0, slash), value.slice(slash + 1)];
    if (value.startsWith('*')) return (left === '*' || issuer.endsWith(left.slice(1))) && subject === right;
    return issuer === left && (right === '*' || fitsWord(right, subject));
  }
  if (value.startsWith('*')) return subject.endsWith(value.slice(1));
  return value.endsWith('*') && issuer.startsWith(value.slice(0, -1));
}

/** Claims of the token, `[groups]` or `[realm][roles]`; of a list one entry is enough. */
const claim =
  (path: readonly string[]) =>
  ({ claims }: Subject, value: string): boolean =>
    claimTexts(valueAt(claims ?? {}, ...path)).some((text) => fitsWord(value, text));

/** Istio, hosts: in any case of letters. */
const fitsHost = ({ request }: Subject, value: string): boolean =>
  value === '*' || fitsWord(value.toLowerCase(), request.host.toLowerCase());

const connection = (fits: Attribute['fits']): Attribute => ({ isHttp: false, fits });
const http = (fits: Attribute['fits']): Attribute => ({ isHttp: true, fits });

/** `paths` → `notPaths`. */
export const negated = (field: string): string => `not${field[0]?.toUpperCase()}${field.slice(1)}`;

/** Fields of `source` and of `operation`; each has a negation. */
export const sourceAttributes: Readonly<Record<string, Attribute>> = {
  principals: connection(fitsPrincipal),
  namespaces: connection(fitsNamespace),
  serviceAccounts: connection(fitsAccount),
  trustDomains: connection(({ request }, value) => fitsWord(value, identityOf(request.principal)?.domain ?? '')),
  ipBlocks: connection(({ request }, value) => isInRange(request.ip, value)),
  remoteIpBlocks: connection(({ request }, value) => isInRange(request.remoteIp, value)),
  requestPrincipals: http(fitsRequestPrincipal),
};

export const operationAttributes: Readonly<Record<string, Attribute>> = {
  hosts: http(fitsHost),
  ports: connection(({ request }, value) => Number(value) === request.port),
  methods: http(({ request }, value) => fitsWord(value, request.method)),
  paths: http(({ request }, value) => fitsPath(value, request.path)),
};

const conditions: Readonly<Record<string, Attribute>> = {
  'source.ip': sourceAttributes.ipBlocks as Attribute,
  'remote.ip': sourceAttributes.remoteIpBlocks as Attribute,
  'source.namespace': connection(fitsNamespace),
  'source.principal': connection(fitsPrincipal),
  'source.serviceAccount': connection(fitsAccount),
  'source.trustDomain': sourceAttributes.trustDomains as Attribute,
  'request.auth.principal': http(fitsRequestPrincipal),
  'request.auth.audiences': http(claim(['aud'])),
  'request.auth.presenter': http(claim(['azp'])),
  // Its address is not a part of the question.
  'destination.ip': connection(() => false),
  'destination.port': operationAttributes.ports as Attribute,
  'connection.sni': connection(({ request }, value) => fitsWord(value, request.sni)),
};

/** What `key` of `when` may name, besides headers and claims. */
export const conditionKeys: readonly string[] = Object.keys(conditions);

/** `[a][b]` → a, b; null where the brackets do not fit. */
function inBrackets(text: string): string[] | null {
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  return text.slice(1, -1).split('][');
}

/** Istio, conditions: what `key` of `when` names; null for what it does not know. */
export function conditionNamed(key: string): Attribute | null {
  if (Object.hasOwn(conditions, key)) return conditions[key] as Attribute;
  const header = key.startsWith('request.headers') ? inBrackets(key.slice('request.headers'.length)) : null;
  if (header !== null) return http(({ request }, value) => fitsHeader(value, headerNamed(request, header.join(']['))));
  const claims = key.startsWith('request.auth.claims') ? inBrackets(key.slice('request.auth.claims'.length)) : null;
  return claims === null ? null : http(claim(claims));
}

const fitsHeader = (value: string, text: string | undefined): boolean =>
  text !== undefined && (value === '*' || fitsWord(value, text));

function headerNamed(request: AccessRequest, name: string): string | undefined {
  const key = name.toLowerCase();
  if (key === ':authority' || key === 'host') return request.host;
  return key === ':method' ? request.method : request.headers.get(key);
}
