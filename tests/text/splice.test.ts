// Tests of the splice: edited bytes are those that encoding the whole edited text gives, and are read where they were edited.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, invertEdits } from '../../src/text/edit.ts';
import { type Decoded, decode, type EncodingName, encode } from '../../src/text/encoding.ts';
import { toSource } from '../../src/text/source.ts';
import { holdsLines, splice } from '../../src/text/splice.ts';

const file = (text: string, bom = false): { bytes: Uint8Array; decoded: Decoded } => {
  const bytes = encode(text, 'utf-8', bom) as Uint8Array;
  return { bytes, decoded: decode(bytes) };
};
const character = fc.constantFrom('a', 'ё', '✅', '👩', '\n', '\r\n', '\r', ' ', 'e\u0301', '\ufeff');
const texts = fc.array(character, { maxLength: 30 }).map((all) => all.join(''));
/** Edits that do not overlap, from places and words. */
const edited = fc.tuple(texts, fc.array(fc.tuple(fc.nat(60), fc.nat(4), texts), { maxLength: 4 }));

function editsOf(text: string, wanted: readonly (readonly [number, number, string])[]): Edit[] {
  let at = 0;
  return wanted
    .map(([start, length, words]) => ({ start: start % (text.length + 1), length, words }))
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, length, words }): Edit[] => {
      if (start < at) return [];
      const end = Math.min(text.length, start + length);
      at = end + 1;
      return [{ span: { start, end }, text: words }];
    });
}

describe('a splice', () => {
  it('gives the bytes of the whole edited text, or none', () => {
    fc.assert(
      fc.property(edited, fc.boolean(), ([text, wanted], bom) => {
        const { bytes, decoded } = file(text, bom);
        fc.pre(decoded.encoding === 'utf-8');
        const edits = editsOf(decoded.text, wanted);
        const spliced = splice(bytes, decoded, edits);
        if (spliced === null) return;
        const whole = encode(applyEdits(decoded.text, edits), 'utf-8', decoded.bom) as Uint8Array;
        expect(Buffer.from(spliced).equals(whole)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is given wherever characters are left whole', () => {
    const { bytes, decoded } = file('a 👩 b\n', true);
    const spliced = splice(bytes, decoded, [{ span: { start: 2, end: 4 }, text: '✅' }]);
    expect(Buffer.from(spliced as Uint8Array).toString()).toBe('\ufeffa ✅ b\n');
  });

  const emoji = file('👩');
  const stray = Buffer.from([0x2d, 0x20, 0xff, 0x20, 0x62, 0x0a]);
  it.each([
    ['an edit within a character', emoji.bytes, emoji.decoded, [{ span: { start: 1, end: 1 }, text: 'x' }]],
    ['words that are no characters', emoji.bytes, emoji.decoded, [{ span: { start: 0, end: 0 }, text: '\udcff' }]],
    ['a byte that belongs to none', stray, decode(stray, 'utf-8'), [{ span: { start: 0, end: 1 }, text: '+' }]],
  ])('is not given for %s', (_, bytes, decoded, edits) => {
    expect(splice(bytes, decoded, edits)).toBeNull();
  });

  it.each<EncodingName>(['utf-16le', 'windows-1251'])('is not given in %s', (encoding) => {
    const bytes = encode('Лад', encoding, false) as Uint8Array;
    expect(splice(bytes, decode(bytes, encoding), [])).toBeNull();
  });
});

describe('the lines that were edited', () => {
  const text = 'один\nдва ✅\r\nтри\n';
  const edits: Edit[] = [
    { span: { start: 5, end: 8 }, text: 'два и' },
    { span: { start: 14, end: 14 }, text: ' 🎹' },
  ];
  const source = toSource(applyEdits(text, edits));
  const spans = invertEdits(text, edits).map(({ span }) => span);

  it.each<EncodingName>(['utf-8', 'utf-16le'])('are found in bytes that hold them, in %s', (encoding) => {
    for (const bom of [false, true]) {
      const bytes = encode(source.text, encoding, bom) as Uint8Array;
      expect(holdsLines(bytes, { encoding, bom }, source, spans)).toBe(true);
    }
  });

  it('are not found in any bytes that differ there, nor where everything has moved', () => {
    const bytes = encode(source.text, 'utf-8', false) as Uint8Array;
    const start = Buffer.byteLength('один\n');
    for (let at = start; at < bytes.length - 1; at++) {
      const other = Uint8Array.from(bytes);
      other[at] = (other[at] as number) ^ 1;
      const isLineEnd = bytes[at] === 10 || bytes[at] === 13;
      expect(holdsLines(other, { encoding: 'utf-8', bom: false }, source, spans), `${at}`).toBe(isLineEnd);
    }
    expect(holdsLines(bytes.subarray(1), { encoding: 'utf-8', bom: false }, source, spans)).toBe(false);
  });
});
