// Tree: a YAML text as scalars, lists and maps with their positions, every scalar still the string that was written.
import type { Position } from '../../text/source.ts';

export interface Scalar {
  readonly kind: 'scalar';
  /** Null for an empty value and `~`; `no`, `4.10` and dates stay strings (FORMATS Y2). */
  readonly text: string | null;
  /** Written as `|` or `>`: running text, where another scalar is a name or a value. */
  readonly block: boolean;
  readonly at: Position;
  /** A line of it that begins with a dash, as if it were an entry of a list. */
  readonly dash?: Position;
  /** Neither in quotes nor a block, so that it may be a number or a yes; noted where several documents are read. */
  readonly isBare?: true;
  /** A sign on its line by which YAML takes some of the words for no part of it. */
  readonly cut?: Cut;
}

export interface Cut {
  readonly by: 'comment' | 'sign';
  readonly at: Position;
}

export interface List {
  readonly kind: 'list';
  readonly values: readonly Tree[];
  readonly at: Position;
}

export interface Pair {
  readonly key: string;
  readonly at: Position;
  readonly value: Tree;
  /** In braces, without a colon. */
  readonly isBare?: true;
}

export interface MapTree {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
  readonly at: Position;
}

export type Tree = Scalar | List | MapTree;

/** The list with each of its values changed; the same list where none is. */
export function changedValues(list: List, change: (value: Tree) => Tree): List {
  const values = list.values.map(change);
  return values.some((value, at) => value !== list.values[at]) ? { ...list, values } : list;
}

/** The map with what each of its keys holds changed, in pairs of their own only where it is; the same map where nothing is. */
export function changedPairs(map: MapTree, change: (value: Tree) => Tree): MapTree {
  const pairs = map.pairs.map((pair): Pair => {
    const value = change(pair.value);
    return value === pair.value ? pair : { ...pair, value };
  });
  return pairs.some((pair, at) => pair !== map.pairs[at]) ? { ...map, pairs } : map;
}

/** They reach into prototypes (FORMATS Y2). */
export const dangerousKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Where in `[start, end)` a line below the first begins with a dash and a blank, as an offset into the text; -1 where none does. */
export function dashIn(text: string, start: number, end: number): number {
  const found = /[\r\n][ \t]*-[ \t]/.exec(text.slice(start, end));
  return found === null ? -1 : start + found.index + found[0].length - 2;
}
