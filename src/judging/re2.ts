// Regular expressions of answers, in the syntax and with the linear time of RE2, as Envoy runs them.
import { RE2JS } from 're2js';
import { expressionSize } from './expression-size.ts';

/** Longer ones are in no manifest; an answer with thousands of the largest is still judged in seconds. */
const mostOfPattern = 1024;
const mostOfProgram = 2000;
const mostOfText = 65_536;

/** The same few are asked again and again. */
const known = new Map<string, RE2JS | null>();
const mostKnown = 1000;

/** null: no expression of RE2, or too large. */
function compiled(pattern: string): RE2JS | null {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const made = compile(pattern);
  known.set(pattern, made);
  return made;
}

function compile(pattern: string): RE2JS | null {
  if (pattern.length > mostOfPattern || expressionSize(pattern) > mostOfProgram) return null;
  try {
    return RE2JS.compile(pattern);
  } catch {
    return null;
  }
}

/** Whether the whole text fits: Envoy, `safe_regex`. An expression that is none fits nothing. */
export const isWholeMatch = (pattern: string, text: string): boolean =>
  text.length <= mostOfText && (compiled(pattern)?.matches(text) ?? false);

/** Whether a part of the text fits: the Common Expression Language, `matches`. */
export const isPartMatch = (pattern: string, text: string): boolean =>
  text.length <= mostOfText && (compiled(pattern)?.matcher(text).find() ?? false);

/** Every part that fits, replaced; `\1` is the first group: Envoy, `regex_rewrite`. */
export function replacedMatches(pattern: string, text: string, replacement: string): string {
  const expression = compiled(pattern);
  if (expression === null || text.length > mostOfText) return text;
  const matcher = expression.matcher(text);
  const pieces: string[] = [];
  let at = 0;
  while (matcher.find()) {
    const groups = matcher.groupCount();
    const group = (digit: string): string => (Number(digit) > groups ? '' : (matcher.group(Number(digit)) ?? ''));
    pieces.push(
      text.slice(at, matcher.start()),
      replacement.replace(/\\(\d)/g, (_, digit: string) => group(digit)),
    );
    at = matcher.end();
  }
  return pieces.join('') + text.slice(at);
}
