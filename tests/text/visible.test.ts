import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/text/visible.ts';

describe('visible', () => {
  it.each([
    ['Обычный текст — 学习 ✅', 'Обычный текст — 学习 ✅'],
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['\u001b]0;title\u0007', '␛]0;title␇'],
    ['safe\rspoof', 'safe␍spoof'],
    ['a\0b\u007f', 'a␀b␡'],
    ['a\tb\nc\r\nd', 'a b c d'],
    ['a\u2028b\u2029c\u0085d', 'a b c d'],
    ['\u009b31m', '\ufffd31m'],
    ['txt\u202egnp.exe\u202c', 'txtgnp.exe'],
    ['\u2066a\u2069', 'a'],
    ['שלום\u200f!', 'שלום\u200f!'],
    ['a\u200bb\ufeffc\u00add\u2060e', 'abcde'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d💻 ❤️ 1️⃣ 🇷🇺', '👩\u200d💻 ❤️ 1️⃣ 🇷🇺'],
    ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['a\u{e0041}\u{e0001}b', 'ab'],
    ['\ud83dx\udc00', '\ufffdx\ufffd'],
    ['\ud83d\u202e\ude00', '\ufffd\ufffd'],
    ['\ufff9a\ufffb\uffff', 'a\ufffd'],
    ['', ''],
  ])('makes %j into %j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it('leaves nothing that a terminal obeys, and is at rest after one pass', () => {
    const hostile = fc.constantFrom(
      '\u001b',
      '\r',
      '\n',
      '\u009d',
      '\u202e',
      '\u{1f3f4}',
      '\u{e0067}',
      '\ud83d',
      '\udc00',
    );
    const texts = fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' })), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const shown = visible(parts.join(''));
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
        expect(visible(shown)).toBe(shown);
      }),
    );
  });
});
