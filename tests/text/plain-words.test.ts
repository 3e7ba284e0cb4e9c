// Tests of plain words: what of a text a table of words is asked for.
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../src/text/plain-words.ts';
import { phraseMap, phraseSet } from '../../src/text/word-table.ts';

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

  it.each(['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Han', 'Hiragana', 'Katakana', 'Hangul'])(
    'keeps every letter of %s',
    (script) => {
      const letter = /^\p{L}$/u;
      const ofScript = new RegExp(`^\\p{Script=${script}}$`, 'u');
      const lost: string[] = [];
      for (let code = 0x41; code < 0xd800; code++) {
        const char = String.fromCharCode(code);
        if (letter.test(char) && ofScript.test(char) && plainWords(`a${char}`).length < 2) lost.push(char);
      }
      // Raised letters, signs that are letters in name only, and the repetition marks of Han.
      expect(lost.filter((char) => !/[ªº\u2071-\u209c\u2100-\u214f\u2183\u2184々〆〻]/.test(char))).toEqual([]);
    },
  );
});

describe('word tables', () => {
  it('answer as sets and maps; of two keys the first', () => {
    expect([...phraseSet({ en: 'a, b' }, { ru: 'в' })()]).toEqual(['a', 'b', 'в']);
    expect([...phraseMap({ one: { en: 'a, b' }, two: { en: 'b, c' } })()]).toEqual([
      ['b', 'one'],
      ['c', 'two'],
      ['a', 'one'],
    ]);
  });
});
