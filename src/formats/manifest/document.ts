// YamlDocument: one document of a file of manifests or values, with the place of each of its parts.
import type { Position } from '../../text/source.ts';
import type { MapTree, Pair, Tree } from '../yaml/tree.ts';

export type PlainValue = null | boolean | number | string | readonly PlainValue[] | PlainMap;

export interface PlainMap {
  readonly [key: string]: PlainValue;
}

export interface YamlDocument {
  /** As messages name it. */
  readonly file: string;
  readonly value: PlainMap;
  /** Of the same content; its places are those in the file. */
  readonly tree: MapTree;
}

/** A document that names its kind, and is nothing but what its author said: no list, no state of a cluster. */
export interface Manifest extends YamlDocument {
  readonly value: PlainMap & { readonly apiVersion: string; readonly kind: string };
}

export type Path = readonly (string | number)[];

/** Where a path of a document was written: its last key, or the value behind it. Of a path that leads nowhere, as much as exists. */
export function placeOf({ tree }: YamlDocument, path: Path, at: 'key' | 'value' = 'key'): Position {
  let here: Tree = tree;
  let place = tree.pairs[0]?.at ?? tree.at;
  for (const step of path) {
    const below: Tree | undefined = here.kind === 'list' && typeof step === 'number' ? here.values[step] : undefined;
    const pair: Pair | undefined = here.kind === 'map' ? here.pairs.find(({ key }) => key === String(step)) : undefined;
    const next: Tree | undefined = pair?.value ?? below;
    if (next === undefined) return place;
    place = at === 'key' && pair !== undefined ? pair.at : next.at;
    here = next;
  }
  return place;
}
