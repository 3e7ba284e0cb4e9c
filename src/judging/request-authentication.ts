// Tokens of requests: which claims count, and which tokens are refused.
import type { AccessRequest } from './access-request.ts';
import { policiesFor } from './policy-targets.ts';
import {
  type Cluster,
  type Fields,
  mapsAt,
  textAt,
  textOf,
  textsAt,
  textsOf,
  type Value,
  valueAt,
} from './resource.ts';

export interface Token {
  /** Istio: no token is no fault, one that no rule accepts is (401). */
  readonly isRefused: boolean;
  /** Those of an accepted token; null where there is none, or nobody looked at it. */
  readonly claims: Fields | null;
}

/** Istio, RequestAuthentication: rules of all that are for the workload count together. */
export function tokenOf(cluster: Cluster, request: AccessRequest): Token {
  const { jwt } = request;
  if (jwt === null || request.at === 'ztunnel' || request.protocol === 'tcp') return { isRefused: false, claims: null };
  const rules = policiesFor(cluster, 'RequestAuthentication', request).flatMap((each) =>
    mapsAt(each, 'spec', 'jwtRules'),
  );
  if (rules.length === 0) return { isRefused: false, claims: null };
  const rule = rules.find((each) => isAccepted(each, jwt));
  if (rule === undefined) return { isRefused: true, claims: null };
  return { isRefused: false, claims: withSplitClaims(jwt, textsAt(rule, 'spaceDelimitedClaims')) };
}

function isAccepted(rule: Fields, jwt: Fields): boolean {
  const issuer = textAt(rule, 'issuer');
  const audiences = textsAt(rule, 'audiences');
  if (issuer !== '' && issuer !== textAt(jwt, 'iss')) return false;
  return audiences.length === 0 || claimTexts(valueAt(jwt, 'aud')).some((audience) => audiences.includes(audience));
}

/** A claim that is a text, or the texts of one that is a list. */
export const claimTexts = (claim: Value | undefined): readonly string[] =>
  typeof claim === 'string' ? [textOf(claim)] : textsOf(claim);

/** Istio, `spaceDelimitedClaims`: `scope` and `permission` are lists with spaces between. */
function withSplitClaims(jwt: Fields, names: readonly string[]): Fields {
  const split = ['scope', 'permission', ...names].flatMap((name) => {
    const claim = valueAt(jwt, name);
    return typeof claim === 'string' ? [[name, claim.split(' ')] as const] : [];
  });
  return { ...jwt, ...Object.fromEntries(split) };
}
