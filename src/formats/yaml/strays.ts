// Stray: words of a text that braces have made a key of, because of a comma in it or a space that is missing.
import { type Problem, problem } from '../../errors.ts';
import type { Position, Source } from '../../text/source.ts';
import { isFieldWord, languageTag } from './fields.ts';
import type { Pair, Tree } from './tree.ts';

export interface Stray {
  readonly key: string;
  readonly at: Position;
  readonly problem: Problem;
}

export function straysIn(tree: Tree, source: Source): Stray[] {
  if (tree.kind === 'scalar') return [];
  if (tree.kind === 'list') return tree.values.flatMap((value) => straysIn(value, source));
  return tree.pairs.flatMap((pair, index) => {
    const found = pair.isBare ? strayOf(pair, tree.pairs[index - 1], source) : null;
    return [
      ...(found === null ? [] : [{ key: pair.key, at: pair.at, problem: found }]),
      ...straysIn(pair.value, source),
    ];
  });
}

function strayOf({ key, at }: Pair, before: Pair | undefined, source: Source): Problem | null {
  const isWord = (word: string): boolean => isFieldWord(word) || languageTag.test(word);
  const { line, column } = at;
  const glued = /^([A-Za-z][\w-]*):\S/.exec(key)?.[1];
  if (glued !== undefined && isWord(glued))
    return problem('no-colon-space', { line, column: column + glued.length }, {});
  const first = /^[A-Za-z][\w-]*(?=\s)/.exec(key)?.[0];
  if (before === undefined && first !== undefined && isWord(first)) return problem('no-colon', at, {});
  const start = (source.lineStarts[line - 1] ?? 0) + column - 1;
  const comma = source.text.slice(0, start).trimEnd().length - 1;
  if (before === undefined || source.text[comma] !== ',' || isWord(key)) return null;
  const number = before.value.kind === 'scalar' ? before.value.text : null;
  if (/^\d+$/.test(key) && number !== null && /^\d+$/.test(number))
    return problem('decimal-comma', before.value.at, { number: `${number}.${key}` });
  // A key may be on the next line, its comma on this one.
  const place = comma >= (source.lineStarts[line - 1] ?? 0) ? { line, column: column - (start - comma) } : at;
  return problem('comma-ends-text', place, {});
}
