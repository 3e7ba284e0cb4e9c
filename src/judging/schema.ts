// Schema layer: each object of an answer as its kind is defined, and as those who read it would refuse it.
import type { PlainMap } from '../formats/manifest/document.ts';
import type { JudgedProblem } from '../model/lab.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Fault } from './fault.ts';
import { problemsOf } from './fault-problems.ts';
import { ownerOf } from './field-places.ts';
import { faultsOf, mostFaults } from './json-schema.ts';
import { groupOf } from './resource.ts';
import { isWhole, kindsOf, knownGroups, type Schema, schemaOf, versionsOf } from './resource-schema.ts';
import { brokenRules } from './rules.ts';
import type { Task } from './task.ts';

/** An object with its kind; of the rest nothing is known yet. */
export type Described = PlainMap & { readonly apiVersion: string; readonly kind: string };

/** The faults of the objects of an answer, in the order of its files. */
export const schemaProblems = ({ answer }: Task): readonly JudgedProblem[] =>
  problemsOf('schema', answer, ({ value }) => objectFaults(value));

/** Every fault of one object; none of a kind that nobody here knows. Rules that several fields make are asked of what is otherwise right. */
export function objectFaults(object: Described): readonly Fault[] {
  const schema = schemaOf(object.apiVersion, object.kind);
  if (schema === null) return kindFaults(object);
  const faults = faultsOf(schema, object).map((fault) => withOwner(fault, schema));
  return faults.length > 0 ? faults : brokenRules(object).slice(0, mostFaults);
}

function withOwner(fault: Fault, kind: Schema): Fault {
  if (fault.code !== 'unknown-field' || fault.args.nearest !== null) return fault;
  const elsewhere = ownerOf(fault.args.field, kind, fault.path.slice(0, -1));
  return { ...fault, args: { ...fault.args, elsewhere } };
}

/** A kind in a group or version that does not have it. A group that is not known, nor misspelt, may have any. */
function kindFaults({ apiVersion, kind }: Described): readonly Fault[] {
  const group = groupOf(apiVersion);
  const versions = versionsOf(kind);
  const ofGroup = versions.filter((version) => groupOf(version) === group);
  const wrongVersion = (right: readonly string[]): readonly Fault[] => [
    { code: 'wrong-version', args: { kind, apiVersion, right }, path: ['apiVersion'], at: 'value' },
  ];
  if (ofGroup.length > 0) return wrongVersion(ofGroup);
  const known = knownGroups().has(group);
  if (versions.length > 0) return known || isMisspelt(group) ? wrongVersion(versions) : [];
  if (!known) return [];
  const nearest = nearestWord(kind, kindsOf(group));
  // Of the kinds of Kubernetes only some are known here: a name that is one letter off is a mistake, another is another kind.
  if (!isWhole(group) && (nearest === null || Math.abs(nearest.length - kind.length) > 1)) return [];
  return [{ code: 'unknown-kind', args: { kind, apiVersion, nearest }, path: ['kind'], at: 'value' }];
}

/** Only Istio has groups below istio.io; below k8s.io there are many that are not known here. */
function isMisspelt(group: string): boolean {
  if (group === 'istio.io' || group.endsWith('.istio.io')) return true;
  return group.endsWith('k8s.io') && nearestWord(group, knownGroups()) !== null;
}
