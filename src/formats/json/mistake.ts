// JsonMistake: where a text stops being JSON; the engine's own message does not always say.
import { pattern } from '../../text/pattern.ts';

const blank = /\s*/y;
const string = pattern(String.raw`"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`, 'uy');
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may come next: a value, a value or `]`, a key, a key or `}`, a colon, or what is behind a value. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'end';

/** The offset of the first character that cannot be where it is; the end of the text where something is missing. */
export function mistakeIn(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (expected !== 'end' || open.length > 0) {
    const start = endOf(blank, text, at) ?? at;
    const first = text.charAt(start);
    const seen = '[]{},:'.includes(first) ? first : first === '"' ? 'string' : 'literal';
    const end = seen === first ? start + 1 : endOf(seen === 'string' ? string() : literal, text, start);
    const after: Expected | null = end === null ? null : follow(expected, seen, open);
    if (end === null || after === null) break;
    expected = after;
    at = end;
  }
  return endOf(blank, text, at) ?? at;
}

/** Where the token that begins at an offset ends; null where it is no such token. */
function endOf(token: RegExp, text: string, at: number): number | null {
  token.lastIndex = at;
  return token.test(text) ? token.lastIndex : null;
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
