// AnswerMutations: a solution with one field dropped or changed, for each of its fields.
import type { Lab } from '../src/model/lab.ts';
import { type Data, documentsOf, written } from './answer-documents.ts';

export interface Mutation {
  /** KIND/NAME.path with [] for the entry of a list, as `free` of a lab names fields. */
  readonly path: string;
  /** With the numbers of the entries, and what was done. */
  readonly name: string;
  readonly text: string;
}

type Step = string | number;

/**
 * Each key and list entry dropped, each scalar changed, without those that the lab declares free, and without the namespace in
 * which everything is that names none.
 */
export function mutationsOf({ solution, free, namespace }: Pick<Lab, 'solution' | 'free' | 'namespace'>): Mutation[] {
  const documents = documentsOf(solution);
  return documents.flatMap((document, index) => {
    const [kind, name] = nameOf(document);
    return stepsIn(document).flatMap((steps) => {
      const path = steps.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('');
      if (free.some((one) => covers(one.path, kind, name, path))) return [];
      const exact = `${name === '' ? kind : `${kind}/${name}`}${steps.map(shown).join('')}`;
      const as = (what: string, changed: Data): Mutation => ({
        path: `${kind}${path}`,
        name: `${exact} ${what}`,
        text: written(documents.with(index, changed)),
      });
      const value = at(document, steps);
      const dropped = as('dropped', changedAt(document, steps, null));
      if (typeof value === 'object' && value !== null) return [dropped];
      const isDefault = path === '.metadata.namespace' && value === namespace;
      const other = otherThan(value);
      return [
        ...(isDefault ? [] : [dropped]),
        as(`${JSON.stringify(value)} → ${JSON.stringify(other)}`, changedAt(document, steps, { to: other })),
      ];
    });
  });
}

const shown = (step: Step): string => (typeof step === 'number' ? `[${step}]` : `.${step}`);

function nameOf(document: Data): readonly [kind: string, name: string] {
  const { kind, metadata } = document as { kind?: string; metadata?: { name?: string } };
  return kind === undefined ? ['values', ''] : [kind, metadata?.name ?? ''];
}

function covers(free: string, kind: string, name: string, path: string): boolean {
  const wanted = free.replace(/\["([^"]*)"\]/g, '.$1').replace(/\[\d+\]/g, '[]');
  return [`${kind}/${name}`, kind].some((head) => {
    const whole = `${head}${path}`;
    return whole === wanted || (whole.startsWith(wanted) && /^[.[]/.test(whole.slice(wanted.length)));
  });
}

function stepsIn(value: Data, above: readonly Step[] = []): Step[][] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [Step, Data][] = Array.isArray(value)
    ? value.map((one, index) => [index, one])
    : Object.entries(value);
  return entries.flatMap(([step, one]) => [[...above, step], ...stepsIn(one, [...above, step])]);
}

const at = (value: Data, steps: readonly Step[]): Data =>
  steps.reduce<Data>((here, step) => (here as { [key: string]: Data })[step] as Data, value);

/** `change` null: without that part. */
function changedAt(value: Data, [step, ...below]: readonly Step[], change: { readonly to: Data } | null): Data {
  if (step === undefined) return change?.to ?? null;
  const isDropped = below.length === 0 && change === null;
  if (Array.isArray(value)) {
    const index = Number(step);
    return isDropped ? value.toSpliced(index, 1) : value.with(index, changedAt(value[index] as Data, below, change));
  }
  const { [step]: own, ...others } = value as { [key: string]: Data };
  if (isDropped) return others;
  return { ...(value as object), [step]: changedAt(own as Data, below, change) };
}

/** Of the same type; a text with a number in it stays well formed. */
function otherThan(value: null | boolean | number | string): Data {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (value === null) return 'x';
  return /\d/.test(value) ? value.replace(/\d+(?!.*\d)/s, (digits) => String(Number(digits) + 1)) : `${value}x`;
}
