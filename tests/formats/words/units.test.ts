// Tests of unit words: what sections are counted by, in every language of the table.
import { describe, expect, it } from 'vitest';
import { courseUnits, isCountedBy, isTimeUnit, isUnit, timeUnits } from '../../../src/formats/words/units.ts';
import { plainWords } from '../../../src/text/plain-words.ts';
import { phrasesOf } from '../../../src/text/word-table.ts';

describe('units (FORMATS S2, T3)', () => {
  it.each(phrasesOf(timeUnits))('%s is a stretch of time', (word) => {
    expect([isUnit(word), isTimeUnit(word), plainWords(word)]).toEqual([true, true, word]);
  });

  it.each(phrasesOf(courseUnits))('%s is a piece of a course', (word) => {
    expect([isUnit(word), isTimeUnit(word), plainWords(word)]).toEqual([true, false, word]);
  });

  it.each(['istio', 'topic', 'http', ''])('%j counts nothing', (word) => {
    expect(isUnit(word)).toBe(false);
  });

  it.each([
    ...['Week 3', 'Week 3: Knots', '3. Woche', 'Phase II – Knots', 'Part iv'],
    ...['Giai đoạn 1: Dây', '第1周', '第一阶段：绳结', '阶段一：绳结', '第十二章', '模块三 绳结'],
  ])('%s is counted by one', (title) => {
    expect(isCountedBy(plainWords(title), isUnit)).toBe(true);
  });

  it.each(['Weeks', 'Class notes', '周一：绳结', '星期二', 'V week', '三周', 'Phase out'])('%s is not', (title) => {
    expect(isCountedBy(plainWords(title), isUnit)).toBe(false);
  });
});
