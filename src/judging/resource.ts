// Resource: an object of Kubernetes as a manifest writes it, and reading values whose shape nobody promised.

export type Value = null | boolean | number | string | readonly Value[] | Fields;
export interface Fields {
  readonly [key: string]: Value | undefined;
}

export interface Resource extends Fields {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Fields & { readonly name?: string; readonly namespace?: string };
}

/** What the functions of checks ask: every object, normalised. */
export interface Cluster {
  /** In the order of their age, see `overlaid`: of two that say something of the same the older counts. */
  readonly resources: readonly Resource[];
  /** Where objects and requests without a namespace are. */
  readonly namespace: string;
  /** Whose policies apply to the whole mesh; `istio-system` where it is left out. */
  readonly rootNamespace?: string;
}

const nothing: Fields = {};

export const isFields = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: Value | undefined): Fields => (isFields(value) ? value : nothing);

export const listOf = (value: Value | undefined): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [];

/** The maps of a list; what is no map is left out. */
export const mapsOf = (value: Value | undefined): readonly Fields[] => listOf(value).filter(isFields);

/** Text, or '' for what is none. */
export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

export const textsOf = (value: Value | undefined): readonly string[] =>
  listOf(value).filter((each): each is string => typeof each === 'string');

export const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);

/** The value below these keys. Keys come from answers: one like `constructor` finds nothing that nobody wrote. */
export function valueAt(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let found = value;
  for (const key of path) {
    if (!isFields(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

export const fieldsAt = (value: Value | undefined, ...path: readonly string[]): Fields =>
  fieldsOf(valueAt(value, ...path));
export const listAt = (value: Value | undefined, ...path: readonly string[]): readonly Value[] =>
  listOf(valueAt(value, ...path));
export const mapsAt = (value: Value | undefined, ...path: readonly string[]): readonly Fields[] =>
  mapsOf(valueAt(value, ...path));
export const textAt = (value: Value | undefined, ...path: readonly string[]): string => textOf(valueAt(value, ...path));
export const textsAt = (value: Value | undefined, ...path: readonly string[]): readonly string[] =>
  textsOf(valueAt(value, ...path));

export const nameOf = (resource: Resource): string => textAt(resource, 'metadata', 'name');
export const namespaceOf = (resource: Resource): string => textAt(resource, 'metadata', 'namespace');
/** NAMESPACE/NAME, as `gateways` of a VirtualService name one. */
export const fullNameOf = (resource: Resource): string => `${namespaceOf(resource)}/${nameOf(resource)}`;
export const labelsOf = (resource: Resource): Fields => fieldsAt(resource, 'metadata', 'labels');

/** `networking.istio.io` of `networking.istio.io/v1`; '' for the core. */
export const groupOf = (apiVersion: string): string => apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));

/** `GROUP/KIND`: in `/Service` the group is the core. Two groups have a kind `Gateway`. */
export const groupKindOf = ({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): string =>
  `${groupOf(apiVersion)}/${kind}`;

const kept = new WeakMap<Cluster, Map<string, unknown>>();

/** A value that is made once for a cluster, which never changes; its name says what it is made of. */
export function keptFor<T>(cluster: Cluster, name: string, make: () => T): T {
  const values = kept.get(cluster) ?? new Map<string, unknown>();
  kept.set(cluster, values);
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}

/** All of `GROUP/KIND`. */
export const resourcesOf = (cluster: Cluster, groupKind: string): readonly Resource[] =>
  keptFor(cluster, groupKind, () => cluster.resources.filter((resource) => groupKindOf(resource) === groupKind));

/** The one of `GROUP/KIND` that is called NAMESPACE/NAME. */
export const resourceNamed = (cluster: Cluster, groupKind: string, fullName: string): Resource | null =>
  resourcesOf(cluster, groupKind).find((resource) => fullNameOf(resource) === fullName) ?? null;

export const without = (fields: Fields, keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key, value]) => value !== undefined && !keys.includes(key)));

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Istio, MeshConfig `rootNamespace`. */
export const defaultRootNamespace = 'istio-system';
export const rootNamespaceOf = (cluster: Cluster): string => cluster.rootNamespace ?? defaultRootNamespace;
