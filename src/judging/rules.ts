// Rules that several fields of an object make together.
import type { Fault } from './fault.ts';
import type { Described } from './schema.ts';

export function brokenRules(_object: Described): readonly Fault[] {
  return [];
}
