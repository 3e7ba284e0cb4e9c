// FontWidth: what is cut by an estimate, and which texts begin on the right.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutInFont, type Font, opensRightToLeft, widthInFont } from '../../src/text/font-width.ts';
import { graphemes } from '../../src/text/grapheme.ts';

const font: Font = { size: 10, isBold: false };

describe('the width of a text in a font', () => {
  it.each([
    ['', 0],
    ['il', 9.2],
    ['Wm', 20],
    ['жш', 20],
    ['漢字', 20],
    ['👩‍👩‍👧‍👦', 14],
    ['e\u0301', 6.6],
  ])('of %j is %d', (text, width) => expect(widthInFont(text, font)).toBeCloseTo(width));

  it('grows with the size, and where it is bold', () => {
    expect(widthInFont('Kafka', { size: 20, isBold: false })).toBeCloseTo(2 * widthInFont('Kafka', font));
    expect(widthInFont('Kafka', { size: 10, isBold: true })).toBeGreaterThan(widthInFont('Kafka', font));
  });
});

describe('a text that is cut', () => {
  it('fits, ends in … where something is lost, and cuts no grapheme in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 20, max: 200 }), (text, room) => {
        const cut = cutInFont(text, room, font);
        expect(widthInFont(cut, font)).toBeLessThanOrEqual(Math.max(room, widthInFont('…', font)) + 1e-9);
        if (cut === text) return;
        expect(cut.endsWith('…')).toBe(true);
        expect(widthInFont(text, font)).toBeGreaterThan(room);
        const kept = [...graphemes(cut.slice(0, -1))];
        expect([...graphemes(text)].slice(0, kept.length)).toEqual(kept);
      }),
    );
  });
});

it.each([
  ['שלום', true],
  ['12 – רשת', true],
  ['Istio רשת', false],
  ['', false],
  ['123', false],
  ['𐤀', true],
])('%j is written from right to left: %j', (text, isRightToLeft) => expect(opensRightToLeft(text)).toBe(isRightToLeft));
