// Answers: every bundled lab accepts what its author calls right, and refuses what its author calls wrong for the reason given there.
import { describe, expect, it } from 'vitest';
import { inspectLab } from '../../bench/labs.ts';
import { answerText } from '../../src/formats/lab/read.ts';
import { labOf, labTexts, verdictOn } from '../support/labs.ts';

it('has labs to judge', () => expect(labTexts.length).toBeGreaterThanOrEqual(40));

describe.each(labTexts)('the lab $id', ({ id, text }) => {
  it('judges the answers in its file as it should', () => {
    const off = inspectLab(text, id).filter(({ isOff }) => isOff);
    expect(off.map((one) => one.text)).toEqual([]);
  });

  it('says what is wrong in both languages, in one sentence, and points at a place of the answer', () => {
    const lab = labOf({ id, text });
    for (const one of lab.wrong) {
      const answer = answerText(lab, one);
      const lines = answer.split('\n');
      for (const { layer, message, hint, line, column, file } of verdictOn(lab, answer).problems) {
        for (const words of [message, ...(hint === null ? [] : [hint])]) {
          expect(words.en + words.ru).not.toMatch(/undefined|\[object|NaN|\n/);
          expect(words.en).not.toMatch(/[а-яё]/i);
        }
        expect(message.ru).toMatch(/[а-яё]/i);
        // What is wrong in an object is somewhere in it.
        if (layer === 'schema') expect(line, one.why).not.toBeNull();
        if (line === null) continue;
        expect(file).toBe('answer.yaml');
        expect((lines[line - 1] ?? '').length + 1).toBeGreaterThanOrEqual(column ?? 0);
      }
    }
  });
});
