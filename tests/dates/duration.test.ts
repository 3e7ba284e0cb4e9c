import { describe, expect, it } from 'vitest';
import { durationText, minutesOf } from '../../src/dates/duration.ts';

describe('a duration', () => {
  it.each([
    ['2h', 120],
    ['30m', 30],
    ['1h30m', 90],
    ['1h 30m', 90],
    ['1.5h', 90],
    ['1,25h', 75],
    ['90m', 90],
    [' 2H ', 120],
    ['0.5h30m', 60],
  ])('%s is %i minutes', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  it.each(['', '2', 'h', 'm', '0h', '0m', '-1h', '1h-30m', '30m1h', '1.5m', '2 h', '1h  30m', '1d', '2h!', '1e3h'])(
    '"%s" is none',
    (text) => {
      expect(minutesOf(text)).toBeNull();
    },
  );

  it('is written so that it reads as the same', () => {
    expect([1, 59, 60, 61, 90, 600, 1439].map(durationText)).toEqual([
      '1m',
      '59m',
      '1h',
      '1h1m',
      '1h30m',
      '10h',
      '23h59m',
    ]);
    for (let minutes = 1; minutes < 2000; minutes++) expect(minutesOf(durationText(minutes))).toBe(minutes);
  });
});
