// Rule: what several fields of an object must be together, asked at each place of a kind.
import type { Path } from '../../formats/manifest/document.ts';
import type { FaultArgs, FaultCode } from '../../lang/faults.ts';
import { type Fault, placeText } from '../fault.ts';
import { isGiven } from '../json-schema.ts';
import { placesAt } from '../places.ts';
import { type Fields, isFields } from '../resource.ts';

export interface Place {
  /** The value that the rule is about, and the object that it is in. */
  readonly value: Fields;
  readonly path: Path;
  readonly object: Fields;
  /** `below` are keys below the value, which lead to what is shown. */
  report<Code extends FaultCode>(
    code: Code,
    args: Omit<FaultArgs[Code], 'place'>,
    below?: Path,
    at?: 'key' | 'value',
  ): void;
}

export interface Rule {
  /** `GROUP/KIND`. */
  readonly kinds: readonly string[];
  /** `spec.http[]`, `spec.http[].route[].destination`; '' is the object itself. */
  readonly at: readonly string[];
  readonly check: (place: Place) => void;
}

/** Sentences on an object whose fields do not go together; what is shown is one of the fields. */
const ofTheObject: ReadonlySet<FaultCode> = new Set(['not-both', 'not-with', 'only-with']);

export function* faultsOfRule(rule: Rule, object: Fields): Generator<Fault> {
  for (const shape of rule.at) {
    for (const { value, path } of placesAt(object, shape)) {
      if (!isFields(value)) continue;
      const faults: Fault[] = [];
      rule.check({
        value,
        path,
        object,
        report: (code, args, below = [], at = 'key') => {
          const where = [...path, ...below];
          const named = ofTheObject.has(code) && below.length > 0 ? where.slice(0, -1) : where;
          faults.push({ code, args: { place: placeText(named), ...args }, path: where, at } as unknown as Fault);
        },
      });
      yield* faults;
    }
  }
}

/** Entries that are compared with each of as many others. */
export const mostCompared = 500;

export const has = isGiven;

/** A field with something in it: no empty text, list or map. */
export const isFilled = (value: Fields, key: string): boolean => {
  if (!isGiven(value, key)) return false;
  const found = value[key];
  if (isFields(found)) return Object.keys(found).length > 0;
  return Array.isArray(found) ? found.length > 0 : found !== '';
};

/** Reports each entry whose text another one before it has; '' and what is left out does not count. */
export function reportDuplicates(
  { report }: Place,
  entries: readonly { readonly text: string; readonly below: Path }[],
): void {
  const seen = new Set<string>();
  for (const { text, below } of entries) {
    if (text !== '' && seen.has(text)) report('duplicate', { value: text }, below, 'value');
    seen.add(text);
  }
}

/** Two fields that exclude each other, for each pair of which both are there. */
export function reportPairs({ value, report }: Place, pairs: readonly (readonly [string, string])[]): void {
  for (const [one, other] of pairs)
    if (has(value, one) && has(value, other)) report('not-both', { fields: [one, other] }, [other]);
}
