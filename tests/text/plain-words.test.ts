// Tests of plain words: what of a text a table of words is asked for.
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../src/text/plain-words.ts';
import { phraseMap, phraseSet, phrasesOf } from '../../src/text/word-table.ts';

describe('plainWords', () => {
  it.each([
    ['Resources', 'resources'],
    ['  📚 Pre-requisites:  ', 'pre requisites'],
    ['Учёба & «отдых»', 'учеба отдых'],
    ['👩‍💻Links🔗', 'links'],
    ['1️⃣ Day', '1 day'],
    ['① Day', '① day'],
    ['Cafe\u0301', 'café'],
    ['リンク・資料（参考）', 'リンク 資料 参考'],
    ['前提条件：', '前提条件'],
    ['\ue706 Links', 'links'],
    ['', ''],
    ['🔥', ''],
    ['\ud83d', ''],
  ])('%j is %j', (text, expected) => {
    expect(plainWords(text)).toBe(expected);
  });

  // Signs are kept by hand; the tables of Unicode are the judge.
  it('agrees with Unicode on what a letter or a digit is', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0x3400; code++) {
      const char = String.fromCharCode(code);
      if (/[\p{L}\p{N}]/u.test(char) && code >= 0x80 && plainWords(char) === '') wrong.push(code.toString(16));
    }
    // A modifier among punctuation.
    expect(wrong).toEqual(['2e2f']);
  });
});

describe('word tables', () => {
  it('write an optional ending in brackets', () => {
    expect(phrasesOf({ en: 'link(s), (useful )link', ru: 'ссылка' })).toEqual([
      'link',
      'links',
      'link',
      'useful link',
      'ссылка',
    ]);
  });

  it('answer as sets and maps; of two keys the first', () => {
    expect([...phraseSet({ en: 'a, b' }, { ru: 'в' })()]).toEqual(['a', 'b', 'в']);
    expect([...phraseMap({ one: { en: 'a, b' }, two: { en: 'b, c' } })()]).toEqual([
      ['a', 'one'],
      ['b', 'one'],
      ['c', 'two'],
    ]);
  });
});
