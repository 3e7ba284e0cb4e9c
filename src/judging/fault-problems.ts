// FaultProblems: the faults of an answer's objects in both languages, each with its place in the answer.
import type { Manifest } from '../formats/manifest/document.ts';
import { englishFaults } from '../lang/en-faults.ts';
import type { FaultArgs, FaultCode, FaultWords } from '../lang/faults.ts';
import { russianFaults } from '../lang/ru-faults.ts';
import type { JudgedProblem, Layer } from '../model/lab.ts';
import type { Fault } from './fault.ts';
import { shortArgs } from './short-args.ts';
import { problemAt } from './task.ts';

/** Nobody reads more of them; an answer has room for tens of thousands, and each costs a search for its place. */
export const mostProblems = 200;

/** In the order of the objects; what comes after `mostProblems` is not looked for. */
export function problemsOf(
  layer: Layer,
  answer: readonly Manifest[],
  faultsOf: (manifest: Manifest, index: number) => readonly Fault[],
): readonly JudgedProblem[] {
  const problems: JudgedProblem[] = [];
  for (const [i, manifest] of answer.entries()) {
    if (problems.length >= mostProblems) break;
    for (const fault of faultsOf(manifest, i).slice(0, mostProblems - problems.length))
      problems.push(problemAt(layer, manifest, fault.path, wordsOf(fault), fault.at));
  }
  return problems;
}

/** The sentences on a fault. */
export function wordsOf(fault: Fault): Pick<JudgedProblem, 'message' | 'hint'> {
  const en = inWords(englishFaults, fault);
  const ru = inWords(russianFaults, fault);
  const hint = en.hint === null || ru.hint === null ? null : { en: en.hint, ru: ru.hint };
  return { message: { en: en.message, ru: ru.message }, hint };
}

function inWords(sentences: typeof englishFaults, { code, args }: Fault): FaultWords {
  return (sentences[code] as (given: FaultArgs[FaultCode]) => FaultWords)(shortArgs(args));
}
