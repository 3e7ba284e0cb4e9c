import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/text/nearest.ts';

describe('nearestWord', () => {
  const known = ['title', 'topics', 'links', 'level', 'hours'];

  it.each([
    ['tilte', 'title'],
    ['Title', 'title'],
    ['topic', 'topics'],
    ['lnks', 'links'],
    ['levle', 'level'],
    ['colour', null],
    ['x', null],
    ['', null],
    ['t'.repeat(100), null],
  ])('answers %j with %j', (word, nearest) => {
    expect(nearestWord(word, known)).toBe(nearest);
  });

  it('prefers the closer of two words', () => {
    expect(nearestWord('abcde', ['abxye', 'abcdx'])).toBe('abcdx');
  });
});
