// Spellings: an answer written in other words is judged the same: order, style, quotes, comments, JSON, a list as a cluster prints it.
import { afterAll, describe, expect, it } from 'vitest';
import { documentsOf, respelt } from '../../bench/answer-documents.ts';
import { answerText } from '../../src/formats/lab/read.ts';
import { judge } from '../../src/judging/judge.ts';
import { gist, labs, verdictOn } from '../support/labs.ts';
import { newRandom } from '../support/seed.ts';

const ofSolution = 20;
const ofOther = 3;
let judged = 0;

describe.each(labs)('the lab $id', (lab) => {
  const random = newRandom();
  const isResources = lab.document === 'resources';

  function expectSame(answer: string, count: number): void {
    const before = verdictOn(lab, answer);
    if (before.problems.some(({ layer }) => layer === 'yaml')) return;
    const documents = documentsOf(answer);
    for (let at = 0; at < count; at++) {
      const text = respelt(documents, random, lab);
      expect(gist(verdictOn(lab, text)), text).toEqual(gist(before));
      judged++;
    }
  }

  it('accepts the solution', () => expectSame(lab.solution, ofSolution));
  it('accepts other right answers', () => {
    for (const right of lab.accepted) expectSame(answerText(lab, right), ofOther);
  });
  it('refuses wrong answers by the same checks', () => {
    for (const wrong of lab.wrong) expectSame(answerText(lab, wrong), ofOther);
  });
  it.runIf(isResources)('takes several files for one, in any order', () => {
    const texts = documentsOf(lab.solution).map((document) => respelt([document], random, lab));
    const files = texts.map((text, at) => ({ name: `${at}.yaml`, text }));
    for (const all of [files, files.toReversed()]) expect(judge(lab, all).problems).toEqual([]);
  });
});

afterAll(() => expect(judged).toBeGreaterThanOrEqual(1000));
