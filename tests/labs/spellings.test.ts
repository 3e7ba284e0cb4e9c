// Spellings: an answer written in other words is judged the same: order, style, quotes, comments, JSON, a list as a cluster prints it.
import { afterAll, describe, expect, it } from 'vitest';
import { documentsOf, respelt } from '../../bench/answer-documents.ts';
import { answerText } from '../../src/formats/lab/read.ts';
import { gist, labOf, labTexts, verdictOn } from '../support/labs.ts';
import { newRandom } from '../support/seed.ts';

const ofSolution = 20;
const ofOther = 3;
let judged = 0;

describe.each(labTexts)('the lab $id', (one) => {
  const random = newRandom();
  const lab = labOf(one);
  const isResources = lab.document === 'resources';

  function expectSame(answer: string, count: number): void {
    const before = verdictOn(lab, answer);
    if (before.problems.some(({ layer }) => layer === 'yaml')) return;
    const documents = documentsOf(answer);
    for (let at = 0; at < count; at++) {
      const text = respelt(documents, random, isResources);
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
  it('takes several files for one, in any order', () => {
    const texts = documentsOf(lab.solution).map((document) => respelt([document], random, false));
    if (!isResources) return;
    const files = texts.map((text, at) => ({ name: `${at}.yaml`, text }));
    const verdicts = [files, files.toReversed()].map((all) =>
      verdictOn(lab, all.map(({ text }) => text.replace(/^\.\.\.$/m, '')).join('\n---\n')),
    );
    for (const verdict of verdicts) expect(verdict.passed).toBe(true);
  });
});

afterAll(() => expect(judged).toBeGreaterThanOrEqual(1000));
