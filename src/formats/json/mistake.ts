// JsonMistake: where a text stops being JSON; the engine's own message does not always say.
import { pattern } from '../../text/pattern.ts';

const token = pattern(
  String.raw`\s*(?:([\[\]{},:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))`,
  'uy',
);

/** What may come next: a value, a value or `]`, a key, a key or `}`, a colon, or what is behind a value. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'end';

/** The offset of the first character that cannot be where it is; the end of the text where something is missing. */
export function mistakeIn(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (expected !== 'end' || open.length > 0) {
    const next = token();
    next.lastIndex = at;
    const match = next.exec(text);
    if (match === null) break;
    const [, mark, string] = match;
    const after = follow(expected, mark ?? (string === undefined ? 'literal' : 'string'), open);
    if (after === null) break;
    expected = after;
    at = next.lastIndex;
  }
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

function follow(expected: Expected, seen: string, open: string[]): Expected | null {
  if (expected === 'colon') return seen === ':' ? 'value' : null;
  if (expected === 'key' || expected === 'first key') {
    if (seen === 'string') return 'colon';
    return seen === '}' && expected === 'first key' ? close(open) : null;
  }
  if (expected === 'end') {
    const holder = open[open.length - 1];
    if (seen === ',') return holder === '{' ? 'key' : 'value';
    return (seen === '}' && holder === '{') || (seen === ']' && holder === '[') ? close(open) : null;
  }
  if (seen === '{' || seen === '[') {
    open.push(seen);
    return seen === '{' ? 'first key' : 'first value';
  }
  if (seen === ']' && expected === 'first value') return close(open);
  return seen === 'string' || seen === 'literal' ? 'end' : null;
}

function close(open: string[]): Expected {
  open.pop();
  return 'end';
}
