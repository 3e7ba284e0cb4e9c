// Tests of the words for keys of YAML and JSON, in every language of their tables.
import { describe, expect, it } from 'vitest';
import { allPhrases, bare } from '../../../src/formats/words/keys.ts';
import { plainWords } from '../../../src/text/plain-words.ts';

describe('words for keys (FORMATS Y1)', () => {
  it('are written as keys are compared', () => {
    expect(allPhrases().filter((phrase) => bare(plainWords(phrase)) !== phrase)).toEqual([]);
  });

  it.each([
    ['título', 'titulo'],
    ['ukończone', 'ukonczone'],
    ['tytuł', 'tytul'],
    ['урок', 'урок'],
    ['й', 'й'],
    ['ガイド', 'ガイド'],
  ])('without the accents of Latin letters: %s', (word, expected) => {
    expect(bare(word)).toBe(expected);
  });
});
