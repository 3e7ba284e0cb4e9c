// FaultProblems: the faults of an answer's objects in both languages, each with its place in the answer.
import type { Manifest } from '../formats/manifest/document.ts';
import type { JudgedProblem, Layer } from '../model/lab.ts';
import type { Fault } from './fault.ts';
import { faultSentences } from './sentences.ts';
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
      problems.push(problemAt(layer, manifest, fault.path, faultSentences(fault), fault.at));
  }
  return problems;
}
