// Unquoted: a YAML text in which texts that needed quotes are read as they are: `A: B` behind a key, `[a](b)`, `"a" and b` (FORMATS Y2).
import { type Diagnostic, diagnostic } from '../../errors.ts';
import { positionOf, type Source } from '../../text/source.ts';
import { unquotedIn } from './mistake.ts';
import { parseTree } from './parsed-tree.ts';
import type { Tree } from './tree.ts';

/** Characters that never mean anything: one of them is put where a sign is a part of the text, and taken back in the tree. */
const standIns = '\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda';
const signs = ':@`%*[{"\'-?';
const standIn = /[\ufdd0-\ufdda]/g;
/** A text may need a second look, such as a bracket with a colon behind it. */
const mostRounds = 3;

export interface UnquotedYaml {
  readonly tree: Tree;
  /** One for each line, at the first sign that YAML takes for something else. */
  readonly found: readonly Diagnostic[];
}

/** A text that is no YAML because of nothing but missing quotes; null where more is wrong with it. */
export function readUnquoted(source: Source): UnquotedYaml | null {
  if (source.text.search(standIn) >= 0) return null;
  const chars = source.text.split('');
  const places: number[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const more = unquotedIn({ ...source, text: chars.join('') });
    if (more.length === 0) return null;
    for (const at of more) chars[at] = standIns.charAt(signs.indexOf(chars[at] as string));
    places.push(...more);
    const { tree } = parseTree({ ...source, text: chars.join('') });
    if (tree !== null) return { tree: restored(tree), found: diagnosed(source, places) };
  }
  return null;
}

const original = (text: string): string => text.replace(standIn, (char) => signs.charAt(standIns.indexOf(char)));

function restored(tree: Tree): Tree {
  if (tree.kind === 'list') return { ...tree, values: tree.values.map(restored) };
  if (tree.kind === 'scalar') return { ...tree, text: tree.text === null ? null : original(tree.text) };
  const pairs = tree.pairs.map((pair) => ({ ...pair, key: original(pair.key), value: restored(pair.value) }));
  return { ...tree, pairs };
}

function diagnosed(source: Source, places: readonly number[]): Diagnostic[] {
  const lines = new Set<number>();
  return [...places]
    .sort((a, b) => a - b)
    .flatMap((start) => {
      const { line, column } = positionOf(source, start);
      if (lines.has(line)) return [];
      lines.add(line);
      const span = { start, end: start + 1 };
      return [diagnostic('unquoted-text', 'warning', { line, column, span }, { sign: source.text.charAt(start) })];
    });
}
