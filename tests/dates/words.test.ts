// Russian days: сегодня, вчера, позавчера, завтра, понедельник (today, yesterday, the day before, tomorrow, Monday).

import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { parseDayWord } from '../../src/dates/words.ts';

/** A Friday. */
const today = '2026-11-20' as CalendarDate;

describe('parseDayWord', () => {
  it.each([
    ['2026-11-19', '2026-11-19'],
    ['2030-01-01', '2030-01-01'],
    ['today', '2026-11-20'],
    ['Today ', '2026-11-20'],
    ['yesterday', '2026-11-19'],
    ['tomorrow', '2026-11-21'],
    ['-3d', '2026-11-17'],
    ['-0d', '2026-11-20'],
    ['-2w', '2026-11-06'],
    ['+1d', '2026-11-21'],
    ['-3д', '2026-11-17'],
    ['-1н', '2026-11-13'],
    ['friday', '2026-11-20'],
    ['fri', '2026-11-20'],
    ['saturday', '2026-11-14'],
    ['MON', '2026-11-16'],
    ['sunday', '2026-11-15'],
    ['thu', '2026-11-19'],
    ['сегодня', '2026-11-20'],
    ['Вчера', '2026-11-19'],
    ['позавчера', '2026-11-18'],
    ['завтра', '2026-11-21'],
    ['понедельник', '2026-11-16'],
    ['среду', '2026-11-18'],
    ['пт', '2026-11-20'],
    ['вс', '2026-11-15'],
  ])('takes %j for %s', (word, date) => {
    expect(parseDayWord(word, today)).toBe(date);
  });

  it.each([
    '',
    '3d',
    '-d',
    '-3',
    '-3m',
    '-12345d',
    'mo',
    'someday',
    '2026-02-30',
    '20.11.2026',
    '-1.5d',
    'constructor',
  ])('does not understand %j', (word) => {
    expect(parseDayWord(word, today)).toBeNull();
  });

  it('gives no day beyond the ends of the calendar', () => {
    expect(parseDayWord('yesterday', '0001-01-01' as CalendarDate)).toBeNull();
    expect(parseDayWord('tomorrow', '9999-12-31' as CalendarDate)).toBeNull();
    expect(parseDayWord('-9999w', '0150-01-01' as CalendarDate)).toBeNull();
  });
});
