// Reference layer: what the objects of an answer name, and is not there.
import type { JudgedProblem } from '../model/lab.ts';
import type { Task } from './task.ts';

export function referenceProblems(_task: Task): readonly JudgedProblem[] {
  return [];
}
