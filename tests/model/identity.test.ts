// Tests of identity: what makes two titles the same, and the id that a tick follows.
// Russian titles in pairs that are one title (letter case, ё and е: Счёт, счет) or are not; ВЕСНА, Лето are seasons with equal
// topics (Полив: watering).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftSection, type DraftTopic, draftSection, draftTopic } from '../../src/model/draft.ts';
import { assignIds, hashOf, normalTitle } from '../../src/model/identity.ts';

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

describe('assignIds (FORMATS A2)', () => {
  function section(title: string, ...children: (DraftSection | DraftTopic)[]): DraftSection {
    const made = draftSection(title, 1);
    made.children = children;
    return made;
  }
  function topic(title: string, id?: string, line = 1): DraftTopic {
    const made = draftTopic(title, line);
    if (id !== undefined) {
      made.id = id;
      made.idWritten = true;
    }
    return made;
  }

  it('keeps a written id and derives the others from the titles above', () => {
    const [written, derived] = [topic('a', 'soil'), topic('b')];
    assignIds([section('s', written, derived)], []);
    expect(written.id).toBe('soil');
    expect(derived.id).toMatch(/^[0-9a-z]{8,}$/);
  });

  it('gives the same id to the same titles in another place, order or wording of case', () => {
    const [before, after] = [topic('Полив'), topic('полив!')];
    assignIds([section('Весна', topic('Посев'), before), section('Лето')], []);
    assignIds([section('Лето'), section('ВЕСНА', after)], []);
    expect(after.id).toBe(before.id);
  });

  it('does not depend on numbers and addresses', () => {
    const [before, after] = [topic('Полив'), topic('Полив')];
    const [first, second] = [section('Весна', before), section('Весна', after)];
    first.number = '1';
    second.number = '7';
    after.number = '7.3';
    assignIds([first], []);
    assignIds([second], []);
    expect(after.id).toBe(before.id);
  });

  it('gives another id under another section, under a topic, and to a project', () => {
    const all = [topic('Полив'), topic('Полив'), topic('Полив'), topic('Полив')] as const;
    const holder = topic('Вода');
    holder.topics = [all[2]];
    assignIds([section('Весна', all[0], holder), section('Лето', all[1])], [all[3]]);
    expect(new Set(all.map((one) => one.id)).size).toBe(4);
  });

  it('tells equal title paths apart by their order', () => {
    const [one, two, three] = [topic('Повторение'), topic('Повторение'), topic('Повторение')];
    assignIds([section('Весна', one, two), section('Весна', three)], []);
    expect(new Set([one.id, two.id, three.id]).size).toBe(3);
  });

  it('derives the id of the later of two topics with one id, and says so', () => {
    const [one, two] = [topic('а', 'x', 3), topic('б', 'x', 7)];
    const shared = assignIds([one, two], []);
    expect(one.id).toBe('x');
    expect(two).toMatchObject({ idWritten: false });
    expect(two.id).not.toBe('x');
    expect(shared).toEqual([{ topic: two, id: 'x', first: one }]);
  });
});
