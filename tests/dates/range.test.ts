// Day ranges: the days by which something is due, as a person names them.
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { parseDayRange } from '../../src/dates/range.ts';

// A Friday.
const today = '2026-11-20' as CalendarDate;

describe('parseDayRange', () => {
  it.each<[string, string | null, string | null]>([
    ['2026-12-24', null, '2026-12-24'],
    ['today', null, '2026-11-20'],
    ['TOMORROW ', null, '2026-11-21'],
    ['-7d', null, '2026-11-13'],
    ['+2w', null, '2026-12-04'],
    ['friday', null, '2026-11-20'],
    ['thursday', null, '2026-11-26'],
    ['пн', null, '2026-11-23'],
    ['week', '2026-11-16', '2026-11-22'],
    ['неделя', '2026-11-16', '2026-11-22'],
    ['2026-12-01..2026-12-24', '2026-12-01', '2026-12-24'],
    ['today .. +7d', '2026-11-20', '2026-11-27'],
    ['2026-12-24..2026-12-24', '2026-12-24', '2026-12-24'],
    ['today..', '2026-11-20', null],
    ['..-1d', null, '2026-11-19'],
  ])('%s', (words, from, to) => {
    expect(parseDayRange(words, today)).toEqual({ from, to });
  });

  it.each([
    '',
    ' ',
    '..',
    '...',
    'soon',
    '7d',
    'overdue',
    '2026-02-30',
    '2026-12-24..2026-12-01',
    'today..soon',
    'soon..',
    '..soon',
    'a..b..c',
    'week..today',
    '2026-12-01-2026-12-24',
  ])('nothing in %j', (words) => {
    expect(parseDayRange(words, today)).toBeNull();
  });

  it('ends with the calendar', () => {
    expect(parseDayRange('week', '9999-12-31' as CalendarDate)).toEqual({ from: '9999-12-27', to: '9999-12-31' });
    expect(parseDayRange('week', '0001-01-01' as CalendarDate)).toEqual({ from: '0001-01-01', to: '0001-01-07' });
    expect(parseDayRange('sunday', '9999-12-31' as CalendarDate)).toBeNull();
  });
});
