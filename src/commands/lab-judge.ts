// LabJudge: what judges answers, put together of its layers; nothing of it is loaded before an answer is there.
import { newJudge } from '../judging/judge.ts';
import type { AnswerFile, Lab, Verdict } from '../model/lab.ts';

/** The judge of a lab. */
export async function judgeOf(_: Lab): Promise<(lab: Lab, files: readonly AnswerFile[]) => Verdict> {
  return newJudge({ schema: () => [], reference: () => [] });
}
