// Tests of weeks: they begin on Monday, and the calendar has ends.
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { addDaysWithin, mondayOf, weeksBetween } from '../../src/dates/week.ts';

const day = (text: string) => text as CalendarDate;

describe('mondayOf', () => {
  it.each([
    ['2026-11-29', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2027-01-02', '2026-12-28'],
    ['0001-01-01', '0001-01-01'],
  ])('%s is in the week of %s', (of, monday) => {
    expect(mondayOf(day(of))).toBe(monday);
  });
});

it.each([
  ['2026-11-29', '2026-11-30', 1],
  ['2026-11-23', '2026-11-29', 0],
  ['2026-11-30', '2026-11-29', -1],
  ['2025-12-29', '2026-12-28', 52],
])('from %s to %s there are %d weeks', (a, b, weeks) => {
  expect(weeksBetween(day(a), day(b))).toBe(weeks);
});

it('no forecast leaves the calendar', () => {
  expect(addDaysWithin(day('2026-11-29'), 30)).toBe('2026-12-29');
  expect(addDaysWithin(day('2026-11-29'), 1e9)).toBe('9999-12-31');
});
