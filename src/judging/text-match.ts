// Text match: Istio's StringMatch (`exact`, `prefix`, `regex`).
import { isWholeMatch } from './re2.ts';
import { type Fields, fieldsOf, textAt, type Value, valueAt } from './resource.ts';

/** Istio, HTTPMatchRequest headers: an empty match, and the expression `*`, ask only whether it is there. */
export const isPresenceMatch = (match: Fields): boolean =>
  ['exact', 'prefix', 'regex'].every((key) => valueAt(match, key) === undefined) || textAt(match, 'regex') === '*';

/** Whether the text fits; a text that is absent never does. */
export function fitsText(match: Value | undefined, text: string | undefined, ignoreCase = false): boolean {
  if (text === undefined) return false;
  const rules = fieldsOf(match);
  if (isPresenceMatch(rules)) return true;
  // Istio, ignoreUriCase: of `exact` and `prefix` only.
  const [found, exact, prefix] = [text, textAt(rules, 'exact'), textAt(rules, 'prefix')].map((each) =>
    ignoreCase ? each.toLowerCase() : each,
  ) as [string, string, string];
  if (valueAt(rules, 'exact') !== undefined) return found === exact;
  if (valueAt(rules, 'prefix') !== undefined) return found.startsWith(prefix);
  return isWholeMatch(textAt(rules, 'regex'), text);
}
