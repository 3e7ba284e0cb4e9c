// Tests of unit words: what sections are counted by, in every language of the table.
import { describe, expect, it } from 'vitest';
import { courseUnits, isTimeUnit, isUnit, timeUnits } from '../../../src/formats/words/units.ts';
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
});
