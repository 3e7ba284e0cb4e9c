// RareFields: the fields that most parts of a roadmap do without, gathered by the kind of part, for the sentences about them.
import type { DiagnosticArgs, PartKind } from '../errors.ts';

const kinds: readonly PartKind[] = ['topics', 'sections', 'projects'];

/** The kinds that lack something, in the order of the roadmap, each with its fields as they are written. */
export function rareFields(rare: DiagnosticArgs['rare-fields']['rare']): { of: PartKind; fields: string }[] {
  return kinds.flatMap((kind) => {
    const fields = rare.filter(({ of }) => of === kind).map(({ field }) => field);
    return fields.length === 0 ? [] : [{ of: kind, fields: fields.join(', ') }];
  });
}
