// Instant: which texts are moments, and that each is written as it is read.
import { describe, expect, it } from 'vitest';
import { instantIn, instantText } from '../../src/dates/instant.ts';

describe('an instant', () => {
  it.each([
    ['2026-11-20T09:00:00Z', Date.UTC(2026, 10, 20, 9)],
    ['2026-11-20T09:00:00.250Z', Date.UTC(2026, 10, 20, 9) + 250],
    ['1970-01-01T00:00:00Z', 0],
    ['2026-11-20T25:00:00Z', null],
    ['2026-13-20T09:00:00Z', null],
    ['2026-11-20T09:00:00', null],
    ['2026-11-20T09:00:00+01:00', null],
    ['2026-11-20', null],
    ['now', null],
    ['', null],
  ])('%s', (text, expected) => expect(instantIn(text)).toBe(expected));

  it('is read as it was written', () => {
    for (const instant of [0, 1, 999, Date.UTC(2026, 10, 20, 9), Date.UTC(2031, 1, 28, 23, 59, 59, 999)])
      expect(instantIn(instantText(instant))).toBe(instant);
  });
});
