// Manifests: the objects in a text of YAML or JSON as one writes them, whatever form they were exported in.
import { type Problem, problem } from '../../errors.ts';
import { mostObjects, mostText } from '../../model/lab.ts';
import { toSource } from '../../text/source.ts';
import { parseDocuments } from '../yaml/parsed-tree.ts';
import type { MapTree, Pair, Tree } from '../yaml/tree.ts';
import type { Manifest, PlainMap, PlainValue, YamlDocument } from './document.ts';
import { scalarValue } from './scalar.ts';

export interface ReadDocuments {
  readonly documents: readonly YamlDocument[];
  /** In the text as YAML; where there are some, there are no documents. */
  readonly problems: readonly Problem[];
}

/** The documents of a text, as they are written. Bounds: those of `parseDocuments`, `mostText` and `mostObjects`. */
export function readDocuments(text: string, file: string): ReadDocuments {
  if (text.length > mostText) return failed(problem('too-long', { line: 1, column: 1 }, { most: mostText }));
  const { trees, problems } = parseDocuments(toSource(text), mostObjects);
  if (problems.length > 0) return { documents: [], problems: unparted(problems) };
  const documents: YamlDocument[] = [];
  for (const tree of trees) {
    if (tree.kind !== 'map') return failed(problem('not-an-object', tree.at, {}));
    documents.push(documentIn(tree, file));
  }
  return { documents, problems: [] };
}

/** Keys of an object that are there twice are most often the beginning of another one. */
function unparted(problems: readonly Problem[]): readonly Problem[] {
  const first = problems.find(({ code, args, column }) => {
    const { key } = args as { readonly key?: string };
    return code === 'duplicate-key' && column === 1 && (key === 'apiVersion' || key === 'kind');
  });
  return first === undefined ? problems : [problem('no-separator', first, {})];
}

const failed = (one: Problem): ReadDocuments => ({ documents: [], problems: [one] });

const documentIn = (tree: MapTree, file: string): YamlDocument => ({ file, tree, value: plainMap(tree) });

export interface ReadManifests {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly Problem[];
}

/** What documents are manifests; a problem for each that lacks `kind` or `apiVersion`, and for too many objects. */
export function manifestsIn(documents: readonly YamlDocument[]): ReadManifests {
  const manifests: Manifest[] = [];
  const problems: Problem[] = [];
  const add = (tree: Tree, file: string): void => {
    if (tree.kind !== 'map') {
      problems.push(problem('not-an-object', tree.at, {}));
      return;
    }
    const items = itemsOf(tree);
    if (items !== null) {
      for (const item of items.slice(0, mostObjects + 1 - manifests.length)) add(item, file);
      return;
    }
    const document = documentIn(withoutState(tree), file);
    if (isManifest(document)) manifests.push(document);
    else problems.push(problem('no-kind', tree.pairs[0]?.at ?? tree.at, { field: fieldMissing(document.value) }));
  };
  for (const { tree, file } of documents) add(tree, file);
  if (manifests.length > mostObjects)
    return { manifests: [], problems: [problem('too-many-objects', { line: 1, column: 1 }, { most: mostObjects })] };
  return { manifests, problems };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isManifest(document: YamlDocument): document is Manifest {
  return isText(document.value.kind) && isText(document.value.apiVersion);
}

const fieldMissing = ({ kind }: PlainMap): 'kind' | 'apiVersion' => (isText(kind) ? 'apiVersion' : 'kind');

/** The entries of what `kubectl get` prints of several objects: `List`, or `VirtualServiceList` as clients have it; lists in it are unpacked as well. */
function itemsOf({ pairs }: MapTree): readonly Tree[] | null {
  const field = (name: string): Tree | undefined => pairs.find(({ key }) => key === name)?.value;
  const kind = field('kind');
  const items = field('items');
  if (kind?.kind !== 'scalar' || !kind.text?.endsWith('List')) return null;
  if (items?.kind === 'list') return items.values;
  const isNothing = items === undefined || (items.kind === 'scalar' && scalarValue(items) === null);
  return kind.text === 'List' && isNothing ? [] : null;
}

/** Written by the API server and nobody else. */
const ofServer: ReadonlySet<string> = new Set(
  'managedFields uid resourceVersion generation creationTimestamp deletionTimestamp selfLink ownerReferences'.split(
    ' ',
  ),
);
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

function withoutState(tree: MapTree): MapTree {
  const pairs = tree.pairs.filter(({ key }) => key !== 'status').map((pair) => changed(pair, 'metadata', ownMetadata));
  return { ...tree, pairs: pairs.map((pair) => changed(pair, 'spec', ownTemplate)) };
}

/** A template has no state but the time that programs write as nothing. */
const ownTemplate = (spec: MapTree): MapTree => ({
  ...spec,
  pairs: spec.pairs.map((pair) =>
    changed(pair, 'template', (template) => ({
      ...template,
      pairs: template.pairs.map((one) => changed(one, 'metadata', ownMetadata)),
    })),
  ),
});

function ownMetadata(metadata: MapTree): MapTree {
  const pairs = metadata.pairs.filter(({ key }) => !ofServer.has(key)).map((pair) => changed(pair, 'annotations', own));
  // Annotations that were nothing but the copy.
  return { ...metadata, pairs: pairs.filter(({ key, value }) => key !== 'annotations' || !isEmptied(value)) };
}

const own = (annotations: MapTree): MapTree => {
  const pairs = annotations.pairs.filter(({ key }) => key !== lastApplied);
  return pairs.length === annotations.pairs.length ? annotations : { ...annotations, pairs };
};

const isEmptied = (value: Tree): boolean => value.kind === 'map' && value.pairs.length === 0;

function changed(pair: Pair, key: string, change: (map: MapTree) => MapTree): Pair {
  return pair.key === key && pair.value.kind === 'map' ? { ...pair, value: change(pair.value) } : pair;
}

function plainMap({ pairs }: MapTree): PlainMap {
  // No key of it reaches a prototype: the reader of YAML refuses those.
  return Object.fromEntries(pairs.map(({ key, value }) => [key, plainValue(value)]));
}

function plainValue(tree: Tree): PlainValue {
  if (tree.kind === 'scalar') return scalarValue(tree);
  return tree.kind === 'list' ? tree.values.map(plainValue) : plainMap(tree);
}
