import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import {
  addDays,
  compareDates,
  dayNumberAt,
  daysBetween,
  parseCalendarDate,
  weekdayOf,
} from '../../src/dates/calendar-date.ts';

const day = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
};

// Samoa skipped 2011-12-30, Kwajalein 1993-08-21; Lord Howe shifts by half an hour, São Paulo did so at midnight.
const zones = [
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Europe/Moscow',
  'Pacific/Apia',
  'Pacific/Kwajalein',
];
const days = fc
  .integer({ min: -700_000, max: 2_900_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

const zone = process.env.TZ;
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('parseCalendarDate', () => {
  it.each(['2026-11-20', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-04-30'])('reads %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '2026-1-1',
    '2026/01/01',
    '2026-01-01 ',
    ' 2026-01-01',
    '+026-01-01',
    '２０２６-01-01',
    '2026-01-0x',
    '',
  ])('refuses %j', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it('accepts exactly the days that exist', () => {
    const number = (max: number, width: number) => fc.nat(max).map((n) => String(n).padStart(width, '0'));
    fc.assert(
      fc.property(number(9999, 4), number(13, 2), number(33, 2), (year, month, dayOfMonth) => {
        const text = `${year}-${month}-${dayOfMonth}`;
        const real = new Date(`${text}T00:00:00Z`);
        const exists = year !== '0000' && !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text);
        expect(parseCalendarDate(text)).toBe(exists ? text : null);
        const number = exists ? Number(text.replaceAll('-', '')) : 0;
        expect(dayNumberAt(`✅ ${text}, ${text}`, 2)).toBe(number);
        expect(dayNumberAt(`✅ ${text}`, 2)).toBe(number);
        expect(dayNumberAt(`✅ ${text}`.slice(0, -1), 2)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('addDays', () => {
  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-01-01', 365, '2027-01-01'],
    ['0099-12-31', 1, '0100-01-01'],
  ])('%s and %i days is %s', (from, n, to) => {
    expect(addDays(day(from), n)).toBe(to);
  });

  it.each([
    ['9999-12-31', 1],
    ['0001-01-01', -1],
    ['2026-01-01', 1e9],
    ['2026-01-01', Number.NaN],
  ])('throws where the calendar ends: %s and %d days', (from, n) => {
    expect(() => addDays(day(from), n)).toThrow(RangeError);
  });
});

describe.each(zones)('in the time zone %s', (name) => {
  it.each(['2011-12-29', '2011-12-30', '1993-08-20', '1993-08-21', '2026-03-08', '2018-11-04', '2026-10-25'])(
    'the day after %s is one day away',
    (text) => {
      process.env.TZ = name;
      const next = addDays(day(text), 1);
      expect(daysBetween(day(text), next)).toBe(1);
      expect(Number(next.slice(8))).toBe(Number(text.slice(8)) + 1);
      expect(addDays(next, -1)).toBe(text);
    },
  );

  it('adding and counting days agree, and both with the order of days', () => {
    process.env.TZ = name;
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (text, n) => {
        const from = day(text);
        const to = addDays(from, n);
        expect(daysBetween(from, to)).toBe(n);
        expect(daysBetween(to, from)).toBe(n === 0 ? 0 : -n);
        expect(Math.sign(compareDates(to, from))).toBe(Math.sign(n));
        expect(weekdayOf(to)).toBe((((weekdayOf(from) + n) % 7) + 7) % 7);
      }),
    );
  });
});

describe('weekdayOf', () => {
  it.each([
    ['1970-01-01', 4],
    ['2026-11-20', 5],
    ['2024-02-29', 4],
    ['2000-01-02', 0],
  ])('%s is day %i of the week', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });
});
