// Right-to-left samples: Hebrew "שלום עולם" (hello world), Arabic "إدارة المرور" (traffic management).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated } from '../../src/text/isolate.ts';
import { printable, printableDocument } from '../../src/text/visible.ts';
import { displayWidth, isLink, truncate, wrap } from '../../src/text/width.ts';

const hebrew = 'שלום עולם';
const arabic = 'إدارة المرور';
const inside = (text: string): string => `\u2068${text}\u2069`;

describe('an isolate', () => {
  it.each(['', 'Traffic', 'Трафик — 4.2', '网络 🚀 👩‍💻', 'Ὀδυσσεύς', 'हिन्दी', '\ud83d'])(
    'is not put around %j',
    (text) => {
      expect(isolated(text)).toBe(text);
    },
  );

  it.each([
    hebrew,
    arabic,
    `Istio: ${hebrew} 4.2`,
    'ܫܠܡܐ',
    'ދިވެހި',
    'ߒߞߏ',
    '\ufb2a\ufedf',
    'a\u200fb',
    '\u061c1',
    '\u{10900}',
    '\u{1e900}',
  ])('is put around %j', (text) => {
    expect(isolated(text)).toBe(inside(text));
  });

  it('has no white space at its ends, so that no line is made of marks', () => {
    expect(isolated(` ${hebrew} `)).toBe(inside(hebrew));
    expect(wrap(isolated(`${hebrew} `), 9)).toEqual([inside(hebrew)]);
  });

  it('takes no columns', () => {
    for (const text of [hebrew, arabic]) expect(displayWidth(inside(text))).toBe(displayWidth(text));
    expect(displayWidth(arabic)).toBe(12);
  });

  it('ends where its text is cut', () => {
    expect(truncate(inside(hebrew), 6)).toBe(inside('שלום…'));
    expect(truncate(`${inside(hebrew)} and more`, 12)).toBe(`${inside(hebrew)} a…`);
    expect(truncate(inside(hebrew), 9)).toBe(inside(hebrew));
    expect(truncate(inside(hebrew), 0)).toBe('');
  });

  it('goes on in the next line', () => {
    expect(wrap(`a ${inside(`${hebrew} b`)} c`, 6)).toEqual([`a ${inside('שלום')}`, inside('עולם b'), 'c']);
    expect(wrap(inside('שלוםשלום'), 4)).toEqual([inside('שלום'), inside('שלום')]);
  });

  it('does not hide that a word is a link', () => {
    expect(isLink(inside(`https://example.org/${hebrew.replace(' ', '_')}`))).toBe(true);
  });

  it('is whole in every line, however a text is cut', () => {
    const words = fc.array(fc.constantFrom(hebrew, arabic, 'mesh', 'сеть', '网络', '🚀', 'אָ', 'x'.repeat(30)), {
      maxLength: 12,
    });
    const texts = words.map((parts) => isolated(parts.join(' ')));
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), fc.integer({ min: 1, max: 60 }), (parts, columns) => {
        const text = parts.join(' · ');
        for (const line of [truncate(text, columns), ...wrap(text, columns)]) {
          expect(line.replace(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(/[\u2068\u2069]/);
          expect(displayWidth(truncate(line, columns))).toBeLessThanOrEqual(columns);
        }
        const bare = (lines: string): string => lines.replace(/[\u2068\u2069\s]/g, '');
        expect(bare(wrap(text, columns).join(''))).toBe(bare(text));
      }),
    );
  });
});

describe('the one way out', () => {
  it.each([
    [inside(hebrew), inside(hebrew)],
    [`1  ${inside(hebrew)}  2/3`, `1  ${inside(hebrew)}  2/3`],
    [`${inside('a')}\u2069${inside('b')}`, `${inside('a')}${inside('b')}`],
    ['\u2068a', 'a'],
    ['a\u2069', 'a'],
    ['\u2068a\nb\u2069', 'a\nb'],
    ['\u2068\u2068a\u2069\u2069', inside('a')],
    ['\u2068a\u2066b\u2069', 'ab'],
    ['\u2067a\u2069', 'a'],
    ['\u2068a\u202eb\u2069', inside('ab')],
    ['\u2068a\u001b[2Jb\u2069', inside('a␛[2Jb')],
  ])('lets an isolate through that ends in its line: %j', (text, expected) => {
    expect(printable(text, false)).toBe(expected);
    expect(printable(text, true)).toBe(expected);
    // A document has what its author wrote, and none of them.
    expect(printableDocument(text)).toBe(expected.replace(/[\u2068\u2069]/g, ''));
  });

  it('keeps colours within an isolate', () => {
    expect(printable('\u2068a \u001b[36mb\u001b[39m\u2069', true)).toBe('\u2068a \u001b[36mb\u001b[39m\u2069');
  });
});
