import fc from 'fast-check';
import { expect, it } from 'vitest';
import { losslessBytes } from '../../src/text/lossless.ts';
import { losslessText } from '../../src/text/stray-bytes.ts';

it('gives any bytes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 20 }), (bytes, text) => {
      const all = Buffer.concat([bytes, Buffer.from(text), bytes]);
      expect(Buffer.from(losslessBytes(losslessText(all)))).toEqual(all);
    }),
    { numRuns: 500 },
  );
});

it('reads what is UTF-8 as UTF-8, and what is not byte for byte beside it', () => {
  expect(losslessText(Buffer.from('- [x] Полив ✅ 😀 \ufffd'))).toBe('- [x] Полив ✅ 😀 \ufffd');
  const damaged = Buffer.concat([Buffer.from('✅ '), Buffer.of(0xff, 0xe2, 0x9c), Buffer.from(' 😀'), Buffer.of(0x80)]);
  expect(losslessText(damaged)).toBe('✅ \udcff\udce2\udc9c 😀\udc80');
  // Surrogates that somebody encoded are no UTF-8 either.
  expect(losslessText(Buffer.of(0xed, 0xb2, 0x80))).toBe('\udced\udcb2\udc80');
});
