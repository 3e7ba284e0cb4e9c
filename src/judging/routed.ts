// Routed: what becomes of a request; always with the same keys.
import type { Fields } from './resource.ts';

export interface RoutedTarget extends Fields {
  /** In full. */
  readonly host: string;
  /** '' for none. */
  readonly subset: string;
  readonly port: number;
  /** Of the subset; {} for none. */
  readonly labels: Fields;
}

export interface RoutedDestination extends RoutedTarget {
  /** Of the requests, in percent; all together are 100. */
  readonly weight: number;
}

export interface RoutedMirror extends Fields {
  readonly host: string;
  readonly subset: string;
  readonly port: number;
  readonly percent: number;
}

export interface HeaderChanges extends Fields {
  readonly set: Fields;
  readonly add: Fields;
  readonly remove: readonly string[];
}

export interface Redirect extends Fields {
  readonly scheme: string;
  readonly host: string;
  /** 0 for the usual one of the scheme. */
  readonly port: number;
  readonly path: string;
  readonly code: number;
}

export interface Routed extends Fields {
  /** False: no route; the answer is 404, or the connection is not accepted. */
  readonly found: boolean;
  readonly to: readonly RoutedDestination[];
  /** As it is written; {} where the mesh needs no rule. */
  readonly rule: Fields;
  readonly path: string;
  readonly authority: string;
  readonly redirect: Redirect | null;
  readonly timeout: string;
  readonly retries: Fields;
  readonly fault: Fields;
  readonly mirrors: readonly RoutedMirror[];
  readonly requestHeaders: HeaderChanges;
  readonly responseHeaders: HeaderChanges;
  readonly direct: { readonly status: number; readonly body: string } | null;
}

export const noHeaderChanges: HeaderChanges = { set: {}, add: {}, remove: [] };

/** Of a request that no rule changes. */
export function unchanged(request: { readonly path: string; readonly authority: string }): Routed {
  return {
    found: true,
    to: [],
    rule: {},
    path: request.path,
    authority: request.authority,
    redirect: null,
    timeout: '',
    retries: {},
    fault: {},
    mirrors: [],
    requestHeaders: noHeaderChanges,
    responseHeaders: noHeaderChanges,
    direct: null,
  };
}

export const notFound = (request: { readonly path: string; readonly authority: string }): Routed => ({
  ...unchanged(request),
  found: false,
});
