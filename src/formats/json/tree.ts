// JsonTree: a JSON text as scalars, lists and maps with their places, as the reader of YAML has them (FORMATS B5).
import { type Problem, problem } from '../../errors.ts';
import { type Position, positionOf, type Source } from '../../text/source.ts';
import { dangerousKeys, type Pair, type Tree } from '../yaml/tree.ts';

// As deep as YAML may be.
const deepest = 100;

/** The tree of a text that is valid JSON, every scalar still what was written; a problem where it is nested too deep. */
export function jsonTree(source: Source): Tree | Problem {
  const { text } = source;
  const literal = /"(?:[^"\\]|\\.)*"|[^\s,:[\]{}]+/gy;
  let at = 0;

  const blanks = (): void => {
    while (text.charCodeAt(at) <= 32) at++;
  };
  const next = (): string => {
    blanks();
    return text.charAt(at);
  };
  const word = (): string => {
    blanks();
    literal.lastIndex = at;
    const [found = ''] = literal.exec(text) ?? [];
    at += found.length;
    return found.startsWith('"') ? (JSON.parse(found) as string) : found;
  };
  /** Up to the closing bracket, which is passed. */
  const each = (close: string, one: () => void): void => {
    at++;
    while (next() !== close) {
      one();
      if (next() === ',') at++;
    }
    at++;
  };

  const read = (depth: number): Tree => {
    const mark = next();
    const place = positionOf(source, at);
    if (depth > deepest) throw new TooDeep(place);
    if (mark === '[') {
      const values: Tree[] = [];
      each(']', () => values.push(read(depth + 1)));
      return { kind: 'list', values, at: place };
    }
    if (mark === '{') {
      // Of two equal keys the last counts, as everywhere in JSON.
      const pairs = new Map<string, Pair>();
      each('}', () => {
        blanks();
        const keyAt = positionOf(source, at);
        const key = word();
        if (next() === ':') at++;
        const value = read(depth + 1);
        if (!dangerousKeys.has(key)) pairs.set(key, { key, at: keyAt, value });
      });
      return { kind: 'map', pairs: [...pairs.values()], at: place };
    }
    const written = word();
    const isNull = mark === 'n';
    return { kind: 'scalar', text: isNull ? null : written, block: mark === '"' && written.includes('\n'), at: place };
  };
  try {
    return read(1);
  } catch (error) {
    if (error instanceof TooDeep) return problem('too-deep', error.at, { most: deepest });
    throw error;
  }
}

class TooDeep extends Error {
  readonly at: Position;
  constructor(at: Position) {
    super('too-deep');
    this.at = at;
  }
}
