// Streak: which weeks belong to one, which are rest, and which one is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../src/dates/calendar-date.ts';
import type { DayCount } from '../../src/model/heat-map.ts';
import { bestWeekOf, namedStreak, restWeeks, streaksOf } from '../../src/model/streak.ts';

const monday = '2026-01-05' as CalendarDate;

/** A letter a week, from the week of `monday`: `x` has a topic on its Wednesday, `.` has none. */
const weeks = (picture: string): DayCount[] =>
  [...picture].flatMap((letter, week) => (letter === 'x' ? [{ day: addDays(monday, 7 * week + 2), topics: 1 }] : []));
/** The Tuesday of the last week of a picture. */
const todayIn = (picture: string): CalendarDate => addDays(monday, 7 * (picture.length - 1) + 1);
/** Its Sunday. */
const sundayIn = (picture: string): CalendarDate => addDays(todayIn(picture), 5);

describe('a streak', () => {
  it.each([
    ['', 0, 0, 'nothing'],
    ['x', 1, 0, 'one week'],
    ['xxxx', 4, 0, 'weeks in a row'],
    ['xxxx.', 4, 0, 'the week that is not over is no rest'],
    ['xxxx...', 4, 0, 'two weeks of rest end nothing'],
    ['xxxx....', 0, 0, 'three do'],
    ['xx.xx', 4, 1, 'a week of rest between is not counted'],
    ['xx..xx', 4, 2, 'nor are two'],
    ['xx...xx', 2, 0, 'after three a new one begins'],
    ['x.x.x', 3, 2, 'every other week'],
  ])('in the weeks "%s" has %i weeks and %i of rest: %s', (picture, count, rests) => {
    const { current } = streaksOf(weeks(picture), picture === '' ? monday : sundayIn(picture));
    expect({ weeks: current?.weeks ?? 0, rests: current?.rests ?? 0 }).toEqual({ weeks: count, rests });
  });

  it('keeps the longest, of two the newest', () => {
    const picture = 'xxx...xxx....x';
    const { current, longest } = streaksOf(weeks(picture), sundayIn(picture));
    expect(current?.weeks).toBe(1);
    expect(longest).toMatchObject({ weeks: 3, from: addDays(monday, 6 * 7), to: addDays(monday, 8 * 7) });
  });

  it.each([
    ['xxx', 3],
    ['xx', null],
    ['xxxxx..', 5],
    ['xxxxx....', null],
    ['xxxxx....xx', null],
  ])('in the weeks "%s" is named as %j', (picture, named) => {
    expect(namedStreak(streaksOf(weeks(picture), sundayIn(picture)))?.weeks ?? null).toBe(named);
  });

  it('counts each week with a topic once, whatever the order of the days, and nothing after today', () => {
    const anyPicture = fc.array(fc.constantFrom('x', '.'), { maxLength: 40 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(anyPicture, fc.integer({ min: 0, max: 45 }), (picture, at) => {
        const today = addDays(monday, 7 * at + 6);
        const seen = picture.slice(0, at + 1);
        const { current, longest } = streaksOf([...weeks(picture)].reverse(), today);
        const runs = seen.split('.'.repeat(restWeeks + 1)).map((run) => [...run].filter((one) => one === 'x').length);
        expect(longest?.weeks ?? 0).toBe(Math.max(...runs));
        expect(current?.weeks ?? 0).toBeLessThanOrEqual(longest?.weeks ?? 0);
        if (current !== null) expect(weeks(picture).map(({ day }) => day)).toContain(addDays(current.from, 2));
      }),
    );
  });
});

describe('the best week', () => {
  it('has the most topics, of several it is the newest', () => {
    const days = [
      { day: addDays(monday, 0), topics: 2 },
      { day: addDays(monday, 6), topics: 3 },
      { day: addDays(monday, 7), topics: 4 },
      { day: addDays(monday, 15), topics: 5 },
    ];
    expect(bestWeekOf(days)).toEqual({ monday: addDays(monday, 14), topics: 5 });
    expect(bestWeekOf([])).toBeNull();
    expect(bestWeekOf([{ day: monday, topics: 0 }])).toBeNull();
  });
});
