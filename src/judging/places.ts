// Places of a value that a shape names, `spec.http[].route[]`: with their paths.
import type { Path } from '../formats/manifest/document.ts';
import { isFields, type Value } from './resource.ts';

export interface Place {
  readonly value: Value;
  readonly path: Path;
}

/** Keys with dots between them; `[]` each entry of a list, `{}` each value of a map. What is null is not there. */
export function* placesAt(value: Value, shape: string): Generator<Place> {
  const steps = shape.split(/\.|(?=\[\]|\{\})/).filter((step) => step !== '');
  yield* placesBelow(value, steps, []);
}

function* placesBelow(value: Value, [step, ...rest]: readonly string[], path: Path): Generator<Place> {
  if (step === undefined) yield { value, path };
  else if (step === '[]') {
    if (!Array.isArray(value)) return;
    for (const [i, one] of (value as readonly Value[]).entries()) yield* placesBelow(one, rest, [...path, i]);
  } else if (isFields(value)) {
    for (const key of step === '{}' ? Object.keys(value) : [step]) {
      const below = Object.hasOwn(value, key) ? value[key] : undefined;
      if (below !== undefined && below !== null) yield* placesBelow(below, rest, [...path, key]);
    }
  }
}
