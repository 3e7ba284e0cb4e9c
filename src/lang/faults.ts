// Faults: what is wrong with an object of an answer, and the sentences on it in each language.
import type { Wrong } from './messages.ts';

/** What a text must be, where that has a name. */
export type Form =
  | 'address-block'
  | 'domain-name'
  | 'duration'
  | 'duration-or-none'
  | 'gateway-host'
  | 'gateway-name'
  | 'host'
  | 'host-or-address'
  | 'host-or-all'
  | 'http-address'
  | 'ip-address'
  | 'label'
  | 'label-key'
  | 'label-or-none'
  | 'label-value'
  | 'module-address'
  | 'namespace-host'
  | 'no-wildcard'
  | 'object-name'
  | 'path-template'
  | 'port-name'
  | 'port-text'
  | 'protocol'
  | 'protocol-or-none'
  | 'retry-conditions'
  | 'service-account';

export type ValueType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** What a fault comes from: fields as they would be written, in quotes, or one of a few that have words in each language. */
export type Reason =
  | `"${string}"`
  | 'a-service'
  | 'several-ports'
  | 'not-the-last'
  | 'mutual-without-credential'
  | 'redirect-filter'
  | 'socket-address'
  | 'other-entries';
export type NamedReason = Exclude<Reason, `"${string}"`>;

/** Each kind of fault with what its sentence is about; `place` is the field, as `spec.http[0].route`. */
export interface FaultArgs {
  'unknown-field': {
    readonly place: string;
    readonly field: string;
    /** Of the same object; null where none is near. */
    readonly nearest: string | null;
    /** Where a field of that name belongs, `spec.http[]`; null where nowhere, or in several places. */
    readonly elsewhere: string | null;
    readonly known: readonly string[];
  };
  'wrong-type': {
    readonly place: string;
    readonly expected: readonly ValueType[];
    readonly found: ValueType;
    /** As it was written; null for maps and lists. */
    readonly value: string | null;
    readonly isDuration: boolean;
  };
  'not-one-of': {
    readonly place: string;
    readonly value: string;
    readonly known: readonly string[];
    readonly nearest: string | null;
  };
  'not-both': { readonly place: string; readonly fields: readonly string[] };
  'none-of': { readonly place: string; readonly fields: readonly string[]; readonly because: Reason | null };
  missing: { readonly place: string; readonly field: string; readonly because: Reason | null };
  'only-with': { readonly place: string; readonly field: string; readonly condition: Reason };
  'not-with': { readonly place: string; readonly field: string; readonly condition: Reason };
  'bad-form': { readonly place: string; readonly value: string; readonly form: Form | null };
  'out-of-range': {
    readonly place: string;
    readonly value: string;
    readonly least: number | null;
    readonly most: number | null;
  };
  'bad-length': {
    readonly place: string;
    readonly of: 'entries' | 'characters';
    readonly length: number;
    readonly least: number | null;
    readonly most: number | null;
  };
  empty: { readonly place: string };
  duplicate: { readonly place: string; readonly value: string };
  'unknown-kind': {
    readonly kind: string;
    readonly apiVersion: string;
    readonly nearest: string | null;
  };
  'wrong-version': { readonly kind: string; readonly apiVersion: string; readonly right: readonly string[] };
  'weights-are-zero': { readonly place: string };
  'wildcard-in-mesh': { readonly place: string };
  'wildcard-without-endpoints': { readonly place: string; readonly value: string; readonly resolution: string };
  'wildcard-needed': { readonly place: string; readonly value: string };
  'shares-of-locality': { readonly place: string; readonly sum: number };
  'same-region': { readonly place: string };
  'sni-outside-hosts': { readonly place: string; readonly value: string };
  'claim-without-gateway': { readonly place: string };
  'retries-are-off': { readonly place: string };
  'never-applies': { readonly place: string; readonly action: string };
  'unknown-condition': { readonly place: string; readonly value: string; readonly nearest: string | null };
  'several-hosts-per-port': { readonly place: string };
  'needs-one-prefix': { readonly place: string };
  'selector-misses-template': { readonly place: string };

  'no-subset': { readonly subset: string; readonly host: string; readonly known: readonly string[] };
  'no-service': { readonly host: string; readonly nearest: string | null };
  'no-service-port': { readonly port: number; readonly service: string; readonly known: readonly number[] };
  'no-gateway': { readonly gateway: string; readonly nearest: string | null };
  'no-server': { readonly gateway: string; readonly host: string };
  'no-delegate': { readonly name: string };
  'no-root': Record<string, never>;
  'selects-nothing': { readonly selector: string; readonly namespace: string | null };
  'no-object': {
    readonly kind: string;
    readonly name: string;
    readonly namespace: string;
    readonly nearest: string | null;
  };
  'no-section': { readonly section: string; readonly gateway: string; readonly known: readonly string[] };
  'no-listener-port': { readonly port: number; readonly gateway: string };
  'route-refused': {
    readonly gateway: string;
    /** Which part of the listeners refuses it. */
    readonly by: 'namespaces' | 'kinds' | 'hostname';
  };
  'no-grant': {
    readonly kind: string;
    readonly namespace: string;
    /** What uses it, and where that is. */
    readonly user: string;
    readonly from: string;
  };
}

export type FaultCode = keyof FaultArgs;

export type FaultSentences = { readonly [Code in FaultCode]: (args: FaultArgs[Code]) => Wrong };
