// Tests of identity: what makes two titles the same, and the id that a tick follows.
// Russian titles in pairs that are one title (letter case, ё and е: Счёт, счет) or are not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, normalTitle } from '../../src/model/identity.ts';

describe('normalTitle', () => {
  it.each([
    ['Топики и партиции', 'ТОПИКИ  и   партиции!'],
    ['Счёт', 'счет'],
    ['«Лад», «тон».', 'лад тон'],
    ['naïve', 'nai\u0308ve'],
    ['Основы — это база', 'основы это база'],
    ['a/b, c: d', 'A B C D'],
  ])('%j is the same title as %j', (one, other) => {
    expect(normalTitle(one)).toBe(normalTitle(other));
  });

  it.each([
    ['C', 'C++'],
    ['C', 'C#'.replace('#', '№')],
    ['Топик', 'Топики'],
    ['1 том', '2 том'],
    ['🎹', '🎻'],
  ])('%j is another title than %j', (one, other) => {
    expect(normalTitle(one)).not.toBe(normalTitle(other));
  });

  it('leaves something of a title that is nothing but punctuation', () => {
    expect(normalTitle('???')).toBe('???');
    expect(normalTitle('')).toBe('');
  });

  /** What `normalTitle` says in its own comment, without the quick path for usual letters. */
  const slowly = (title: string): string => {
    const plain = title.toLowerCase().normalize('NFC').replace(/ё/g, 'е');
    const words = plain.replace(/[^\p{L}\p{N}\p{S}]+/gu, ' ').trim();
    return words === '' ? plain.trim() : words;
  };

  it('says the same on its quick path as by the classes of Unicode', () => {
    const usual = fc.string({
      unit: fc.oneof(
        fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
        fc.constantFrom(...'\t\n\rабвгдеёжзиклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙЫЭЮЯ«»–—…“”„’№'),
      ),
    });
    fc.assert(
      fc.property(usual, (title) => {
        expect(normalTitle(title)).toBe(slowly(title));
      }),
      { numRuns: 500 },
    );
  });

  it('says the same as by the classes of Unicode for every other title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(normalTitle(title)).toBe(slowly(title));
      }),
    );
  });

  it('does not change what it gave', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const once = normalTitle(title);
        expect(normalTitle(once)).toBe(once);
      }),
    );
  });
});

describe('hashOf', () => {
  it('is short, of letters and digits, and the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(hashOf(text)).toMatch(/^[0-9a-z]{8,11}$/);
        expect(hashOf(text)).toBe(hashOf(text));
      }),
    );
  });

  it('tells ten thousand similar texts apart', () => {
    const hashes = new Set(Array.from({ length: 10_000 }, (_, index) => hashOf(`\nраздел\nтема ${index}`)));
    expect(hashes.size).toBe(10_000);
  });
});
