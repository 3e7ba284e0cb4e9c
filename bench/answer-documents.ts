// AnswerDocuments: the documents of an answer as data that can be changed and written again in other words.
import { Document, isCollection, isScalar, parseAllDocuments, Scalar, visit } from 'yaml';
import type { Lab } from '../src/model/lab.ts';
import type { Random } from '../src/model/random.ts';

export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** As Kubernetes reads them; a list document is not unpacked. */
export function documentsOf(text: string): Data[] {
  const documents = parseAllDocuments(text, { version: '1.1', merge: true });
  return ('empty' in documents ? [] : documents)
    .map((one) => one.toJS({ maxAliasCount: 1000 }) as Data)
    .filter((one) => one !== null);
}

/** Plain YAML, block style. */
export function written(documents: readonly Data[]): string {
  return documents.map((one) => newDocument(one).toString({ lineWidth: 0 })).join('---\n');
}

/** Version 1.1 has it put quotes around every text that somebody takes for a yes, a number or a day. */
const newDocument = (value: Data) => new Document(value, { version: '1.1', aliasDuplicateObjects: false });

/**
 * The same documents in other words: order of documents and keys, flow and block style, quotes, comments, indentation, JSON, a List as a
 * cluster prints it, the namespace and hosts in full or as short as they can be, another version that is served.
 */
export function respelt(documents: readonly Data[], random: Random, lab: Pick<Lab, 'document' | 'namespace'>): string {
  const isResources = lab.document === 'resources';
  const equal = isResources ? documents.map((one) => reworded(one, random, lab.namespace)) : documents;
  const shuffled = shuffle(equal, random).map((one) => reordered(one, random));
  const isDump = isResources && !shuffled.some(isList) && random() < 0.3;
  const all = isDump ? [dump(shuffled.map((one) => withState(one, random)))] : shuffled;
  const isJson = all.length === 1 && random() < 0.1;
  const text = isJson ? JSON.stringify(all[0], null, random() < 0.5 ? 2 : '\t') : asYaml(all, random);
  // As editors of Windows save it.
  const ended = random() < 0.1 ? text.replaceAll('\n', '\r\n') : text;
  return random() < 0.05 ? `\ufeff${ended}` : ended;
}

function asYaml(all: readonly Data[], random: Random): string {
  const indent = random() < 0.5 ? 2 : 4;
  const texts = all.map((value) => {
    const document = newDocument(value);
    decorate(document, random);
    return document.toString({
      ...{ indent, lineWidth: random() < 0.3 ? 100 : 0, indentSeq: random() < 0.5 },
      ...{ flowCollectionPadding: random() < 0.5, singleQuote: random() < 0.5 },
    });
  });
  const start = random() < 0.5 ? '---\n' : '# the answer\n';
  return start + texts.join(random() < 0.3 ? '---\n# next\n' : '---\n') + (random() < 0.2 ? '...\n' : '');
}

const quoting = [Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE, Scalar.PLAIN] as const;

function decorate(document: ReturnType<typeof newDocument>, random: Random): void {
  const [quotes, flows, comments] = [random(), random() < 0.5 ? 0.2 : 0, random() < 0.5 ? 0.15 : 0];
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && random() < quotes)
        node.type = quoting[Math.floor(random() * quoting.length)] ?? Scalar.PLAIN;
    },
    Collection: (key, node) => {
      if (key !== null && random() < flows) node.flow = true;
    },
    Pair: (_, pair, path) => {
      const isInFlow = path.some((one) => isCollection(one) && one.flow === true);
      if (!isInFlow && isScalar(pair.key) && random() < comments)
        pair.key.commentBefore = ' a remark: {of} [no] "weight"';
    },
  });
}

function shuffle<One>(list: readonly One[], random: Random): One[] {
  return list
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

type Fields = { [key: string]: Data };
const isFields = (value: Data | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Versions under which the same object is served. */
const versions: readonly (readonly [kinds: RegExp, versions: readonly string[]])[] = [
  [
    /^(?:VirtualService|DestinationRule|ServiceEntry|Sidecar)$/,
    ['v1', 'v1beta1', 'v1alpha3'].map((version) => `networking.istio.io/${version}`),
  ],
  [
    /^(?:PeerAuthentication|RequestAuthentication|AuthorizationPolicy)$/,
    ['v1', 'v1beta1'].map((version) => `security.istio.io/${version}`),
  ],
  [/^HTTPRoute$/, ['v1', 'v1beta1'].map((version) => `gateway.networking.k8s.io/${version}`)],
];

function reworded(value: Data, random: Random, namespace: string): Data {
  if (!isFields(value) || !isFields(value.metadata)) return value;
  const kind = String(value.kind);
  const served = versions.find(([kinds]) => kinds.test(kind))?.[1] ?? [];
  const own = value.metadata.namespace ?? namespace;
  const isMesh = kind === 'VirtualService' || kind === 'DestinationRule';
  const spec = isMesh && random() < 0.5 ? inFull(value.spec ?? null, String(own)) : value.spec;
  return {
    ...value,
    ...(spec !== undefined && { spec }),
    ...(served.includes(String(value.apiVersion)) && {
      apiVersion: served[Math.floor(random() * served.length)] ?? '',
    }),
    ...(isNamespaced(kind) && { metadata: inNamespace(value.metadata, namespace, random) }),
  };
}

const isNamespaced = (kind: string): boolean => !/^(?:Namespace|GatewayClass|IstioOperator)$|List$/.test(kind);

/** Written out or left out, where it is the one that is meant anyway. */
function inNamespace(metadata: Fields, usual: string, random: Random): Fields {
  const { namespace, ...others } = metadata;
  if (namespace !== undefined && namespace !== usual) return metadata;
  return random() < 0.5 ? { ...others, namespace: usual } : others;
}

/** Names of services, which Istio takes for those of the namespace of the object. */
function inFull(value: Data, namespace: string): Data {
  const full = (host: Data): Data =>
    typeof host === 'string' && /^[a-z][a-z0-9-]*$/.test(host) ? `${host}.${namespace}.svc.cluster.local` : host;
  if (Array.isArray(value)) return value.map((one) => inFull(one, namespace));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'host') return [key, full(one)];
      return [key, key === 'hosts' && Array.isArray(one) ? one.map(full) : inFull(one, namespace)];
    }),
  );
}

/** Keys in another order; entries of lists keep theirs, which may count. */
function reordered(value: Data, random: Random): Data {
  if (Array.isArray(value)) return value.map((one) => reordered(one, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = shuffle(Object.entries(value), random);
  return Object.fromEntries(entries.map(([key, one]) => [key, reordered(one, random)]));
}

/** What was exported already. */
const isList = (value: Data): boolean => /List$/.test(String((value as { kind?: Data } | null)?.kind));

const dump = (items: Data[]): Data => ({ apiVersion: 'v1', kind: 'List', items, metadata: { resourceVersion: '' } });

/** What the API server writes into an object. */
function withState(value: Data, random: Random): Data {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const metadata = value.metadata as { [key: string]: Data } | undefined;
  const annotations = (metadata?.annotations ?? {}) as { [key: string]: Data };
  const state = {
    uid: '7c1f2c9e-4c7b-4f0b-9d0e-2b1d6a3f8e55',
    resourceVersion: '48213',
    generation: 1 + Math.floor(random() * 5),
    creationTimestamp: '2026-11-29T10:00:00Z',
    managedFields: [
      { apiVersion: value.apiVersion ?? null, fieldsType: 'FieldsV1', fieldsV1: { 'f:spec': {} }, manager: 'kubectl' },
    ],
    annotations: { ...annotations, 'kubectl.kubernetes.io/last-applied-configuration': `${JSON.stringify(value)}\n` },
  };
  return { ...value, metadata: { ...metadata, ...state }, ...(random() < 0.5 && { status: {} }) };
}
