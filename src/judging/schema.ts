// Schema layer: each object of an answer as its kind is defined, and as those who read it would refuse it.
import type { PlainMap } from '../formats/manifest/document.ts';
import { englishFaults } from '../lang/en-faults.ts';
import type { FaultArgs, FaultCode, FaultWords } from '../lang/faults.ts';
import { russianFaults } from '../lang/ru-faults.ts';
import type { JudgedProblem, Layer } from '../model/lab.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Fault } from './fault.ts';
import { ownerOf } from './field-places.ts';
import { faultsOf } from './json-schema.ts';
import { groupOf, isWhole, kindsOf, knownGroups, type Schema, schemaOf, versionsOf } from './resource-schema.ts';
import { brokenRules } from './rules.ts';
import { shortArgs } from './short-args.ts';
import { problemAt, type Task } from './task.ts';

/** An object with its kind; of the rest nothing is known yet. */
export type Described = PlainMap & { readonly apiVersion: string; readonly kind: string };

/** Every fault of the objects of an answer, in the order of its files. */
export function schemaProblems({ answer }: Task): readonly JudgedProblem[] {
  return answer.flatMap((manifest) =>
    objectFaults(manifest.value).map((fault) => {
      const said = saidOf(fault);
      return problemAt('schema' satisfies Layer, manifest, fault.path, said, fault.at);
    }),
  );
}

/** The sentences on a fault. */
export function saidOf(fault: Fault): Pick<JudgedProblem, 'message' | 'hint'> {
  const en = inWords(englishFaults, fault);
  const ru = inWords(russianFaults, fault);
  const hint = en.hint === null || ru.hint === null ? null : { en: en.hint, ru: ru.hint };
  return { message: { en: en.message, ru: ru.message }, hint };
}

function inWords(sentences: typeof englishFaults, { code, args }: Fault): FaultWords {
  return (sentences[code] as (given: FaultArgs[FaultCode]) => FaultWords)(shortArgs(args));
}

/** Every fault of one object; none of a kind that nobody here knows. Rules that several fields make are asked of what is otherwise right. */
export function objectFaults(object: Described): readonly Fault[] {
  const schema = schemaOf(object.apiVersion, object.kind);
  if (schema === null) return kindFaults(object);
  const faults = faultsOf(schema, object).map((fault) => withOwner(fault, schema));
  return faults.length > 0 ? faults : brokenRules(object);
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
  const known = knownGroups.has(group);
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
  return group.endsWith('k8s.io') && nearestWord(group, knownGroups) !== null;
}
