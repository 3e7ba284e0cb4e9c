// Selectors: which labels they fit.
import { type Fields, fieldsOf, isFields, listOf, mapsAt, textAt, textsAt, type Value, valueAt } from './resource.ts';

/**
 * Kubernetes, label selectors: every entry of `matchLabels` and every expression of `matchExpressions` must hold; Istio's
 * `labels`, and a plain map, are entries. An empty selector, and none, fits everything.
 */
export function selects(selector: Value | undefined, labels: Value | undefined): boolean {
  const rules = fieldsOf(selector);
  const found = fieldsOf(labels);
  const nested = ['matchLabels', 'matchExpressions'].some((key) => isNested(rules, key));
  if (nested)
    return (
      hasEntries(fieldsOf(valueAt(rules, 'matchLabels')), found) &&
      mapsAt(rules, 'matchExpressions').every((expression) => holds(expression, found))
    );
  return hasEntries(isFields(valueAt(rules, 'labels')) ? fieldsOf(rules.labels) : rules, found);
}

/** A label may be called `matchLabels`; its value is a text. */
function isNested(rules: Fields, key: string): boolean {
  const value = valueAt(rules, key);
  return isFields(value) || Array.isArray(value);
}

const hasEntries = (wanted: Fields, labels: Fields): boolean =>
  Object.entries(wanted).every(([key, value]) => valueAt(labels, key) === value);

function holds(expression: Fields, labels: Fields): boolean {
  const value = valueAt(labels, textAt(expression, 'key'));
  const values = textsAt(expression, 'values');
  switch (textAt(expression, 'operator')) {
    case 'In':
      return typeof value === 'string' && values.includes(value);
    case 'NotIn':
      return typeof value !== 'string' || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/** Whether it chooses anything in particular: Istio treats `selector: {}` and an empty `matchLabels` as none. */
export function isSelective(selector: Value | undefined): boolean {
  const rules = fieldsOf(selector);
  const nested = ['matchLabels', 'labels'].map((key) => fieldsOf(valueAt(rules, key)));
  return (
    nested.some((entries) => Object.keys(entries).length > 0) || listOf(valueAt(rules, 'matchExpressions')).length > 0
  );
}
