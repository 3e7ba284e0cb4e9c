// Checks: the layer of a lab's own expressions about the objects that an answer makes of the cluster.
import { type Manifest, type PlainMap, placeOf, type YamlDocument } from '../formats/manifest/document.ts';
import type { JudgedProblem, LabCheck, Verdict } from '../model/lab.ts';
import type { Text } from '../model/roadmap.ts';
import type { AnsweredCluster } from './answered-cluster.ts';
import { newExpressions, type Scope } from './expressions.ts';
import { meshFunctions } from './mesh.ts';
import { pathOf } from './path.ts';
import type { Task, Words } from './task.ts';

interface Judged {
  readonly checks: Verdict['checks'];
  readonly problems: readonly JudgedProblem[];
}

/** Whether each check of the lab holds; a problem for each that does not, where the check says that it is to be seen. */
export function judgeChecks({ lab, answer, values }: Task, cluster: AnsweredCluster): Judged {
  const objects = cluster.resources as readonly PlainMap[];
  const written = answer.map((manifest, i) => ({ manifest, object: cluster.answered[i] as PlainMap }));
  // Of an object that is there twice the last counts, as when they are applied in turn.
  const inCluster = new Set(objects);
  const own = written.filter(({ object }) => inCluster.has(object));
  const scope: Scope = { objects, answer: own.map(({ object }) => object), values: values?.value ?? null };
  const expressions = newExpressions(lab.id, scope, meshFunctions(cluster));
  const problems: JudgedProblem[] = [];
  const held = new Set<string>();
  const missing = new Set<string>();
  const checks = lab.checks.map((check) => {
    const isOpen = check.on !== null && missing.has(check.on);
    if (isOpen || check.needs.some((id) => !held.has(id))) return { id: check.id, holds: null };
    const chosen = chosenBy(check, own);
    if (chosen?.length === 0) {
      // What it should say of that object would be no reason; the other checks of it wait for it.
      missing.add(check.on ?? '');
      problems.push(missingObject(check, answer));
      return { id: check.id, holds: false };
    }
    const holds =
      chosen === null ? expressions.holds(check, null) : chosen.some(({ object }) => expressions.holds(check, object));
    if (holds) held.add(check.id);
    else problems.push(problemOf(check, chosen?.[0]?.manifest ?? values ?? null));
    return { id: check.id, holds };
  });
  return { checks, problems };
}

interface Chosen {
  readonly manifest: Manifest;
  readonly object: PlainMap;
}

/** The objects of the answer that `on` names: KIND, KIND/NAME or KIND/NAMESPACE/NAME; null where a check is about all of them. */
function chosenBy({ on }: LabCheck, own: readonly Chosen[]): readonly Chosen[] | null {
  if (on === null) return null;
  const [kind, ...rest] = on.split('/');
  const name = rest.at(-1);
  const namespace = rest.length > 1 ? rest[0] : undefined;
  return own.filter(({ object }) => {
    const metadata = object.metadata as PlainMap;
    const isNamed = name === undefined || metadata.name === name;
    return object.kind === kind && isNamed && (namespace === undefined || metadata.namespace === namespace);
  });
}

/** `document`: what the check was about; null where it is about all objects. */
function problemOf(check: LabCheck, document: YamlDocument | null): JudgedProblem {
  const problem = { layer: 'check', check: check.id, message: inBoth(check.failure), hint: null } as const;
  return document === null
    ? { ...problem, file: null, line: null, column: null }
    : { ...problem, file: document.file, ...placeOf(document, pathOf(check.at ?? '')) };
}

/** No object of the answer is the one that `on` names; one of its kind is shown, which may have another name or namespace. */
function missingObject({ id, on }: LabCheck, answer: readonly Manifest[]): JudgedProblem {
  const [kind = '', ...name] = on?.split('/') ?? [];
  const named = name.length === 0 ? kind : `${kind} ${name.join('/')}`;
  const message = { en: `the answer has no ${named}`, ru: `в ответе нет ${named}` };
  const alike = answer.find(({ value }) => value.kind === kind);
  const problem = { layer: 'check', check: id, message, hint: null } as const;
  return alike === undefined
    ? { ...problem, file: null, line: null, column: null }
    : { ...problem, file: alike.file, ...placeOf(alike, pathOf('metadata.name')) };
}

/** A lab of one's own may be in one language. */
function inBoth(text: Text): Words {
  if (typeof text === 'string') return { en: text, ru: text };
  const [first = ''] = Object.values(text);
  return { en: text.en ?? first, ru: text.ru ?? first };
}
