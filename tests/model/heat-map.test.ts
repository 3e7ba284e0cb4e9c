// HeatMap: days and their shades in weeks, for every year there is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, daysBetween, weekdayOf } from '../../src/dates/calendar-date.ts';
import { type DayCount, heatMapOf, yearUntil } from '../../src/model/heat-map.ts';

const day = (text: string): CalendarDate => text as CalendarDate;
const year = (number: number) => ({ from: day(`${number}-01-01`), to: day(`${number}-12-31`) });

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 800 }))
  .map(([start, days]) => ({ from: addDays(day('1950-01-01'), start), to: addDays(day('1950-01-01'), start + days) }));

/** Days in and around a period, each at most once. */
const anyDays = fc.array(fc.tuple(fc.integer({ min: -40, max: 840 }), fc.integer({ min: 0, max: 30 })), {
  maxLength: 60,
});
const daysAround = (from: CalendarDate, given: readonly (readonly [number, number])[]): DayCount[] =>
  [...new Map(given)].map(([at, topics]) => ({ day: addDays(from, at), topics }));

describe('a heat map', () => {
  it('has every day of the period once, in order, below its weekday, and the sum of the activity', () => {
    fc.assert(
      fc.property(anyPeriod, anyDays, (period, given) => {
        const days = daysAround(period.from, given);
        const map = heatMapOf(days, period);
        const shown = map.weeks.flatMap((week) => week.days.filter((one) => one !== null));
        expect(shown.length).toBe(daysBetween(period.from, period.to) + 1);
        shown.forEach((one, index) => {
          expect(one.day).toBe(addDays(period.from, index));
        });
        for (const week of map.weeks) {
          expect(weekdayOf(week.monday)).toBe(1);
          expect(week.days.length).toBe(7);
          week.days.forEach((one, weekday) => {
            if (one !== null) expect(one.day).toBe(addDays(week.monday, weekday));
          });
          expect(week.topics).toBe(week.days.reduce((sum, one) => sum + (one?.topics ?? 0), 0));
        }
        const inside = days.filter((one) => one.day >= period.from && one.day <= period.to);
        expect(map.topics).toBe(inside.reduce((sum, { topics }) => sum + topics, 0));
        expect(map.weeks.reduce((sum, { topics }) => sum + topics, 0)).toBe(map.topics);
      }),
    );
  });

  it('has shade 0 for no topic, equal shades for equal counts, and never a lighter one for more', () => {
    fc.assert(
      fc.property(anyPeriod, anyDays, (period, given) => {
        const map = heatMapOf(daysAround(period.from, given), period);
        const shown = map.weeks.flatMap((week) => week.days.filter((one) => one !== null));
        const sorted = [...shown].sort((a, b) => a.topics - b.topics);
        sorted.forEach((one, index) => {
          expect(one.shade === 0).toBe(one.topics === 0);
          const before = sorted[index - 1];
          if (before === undefined) return;
          expect(one.shade).toBeGreaterThanOrEqual(before.shade);
          if (one.topics === before.topics) expect(one.shade).toBe(before.shade);
        });
        for (const one of shown.filter(({ topics }) => topics > 0)) {
          const step = map.steps.find(({ shade }) => shade === one.shade);
          expect(step?.least).toBeLessThanOrEqual(one.topics);
          expect(step?.most).toBeGreaterThanOrEqual(one.topics);
        }
      }),
    );
  });

  it.each<[number[], number[], string]>([
    [[1, 1, 1, 1], [1, 1, 1, 1], 'all the same: the lightest'],
    [[1, 2, 3, 4], [1, 2, 3, 4], 'a quarter each'],
    [[5], [1], 'one day'],
    [[1, 1, 2, 2, 3, 40], [1, 1, 2, 2, 3, 4], 'one evening of catching up leaves the others as they are'],
    [[1, 1, 1, 1, 1, 1, 1, 9], [1, 1, 1, 1, 1, 1, 1, 4], 'many equal days and one more'],
  ])('shades of %j are %j: %s', (counts, shades) => {
    const days = counts.map((topics, index) => ({ day: addDays(day('2026-03-02'), index), topics }));
    const map = heatMapOf(days, { from: day('2026-03-02'), to: addDays(day('2026-03-02'), counts.length - 1) });
    expect(map.weeks.flatMap((week) => week.days).flatMap((one) => one?.shade ?? [])).toEqual(shades);
  });

  it('says which counts the days of a shade have', () => {
    const counts = [1, 1, 2, 2, 3, 40];
    const days = counts.map((topics, index) => ({ day: addDays(day('2026-03-02'), index), topics }));
    expect(heatMapOf(days, { from: day('2026-03-02'), to: day('2026-03-08') }).steps).toEqual([
      { shade: 1, least: 1, most: 1 },
      { shade: 2, least: 2, most: 2 },
      { shade: 3, least: 3, most: 3 },
      { shade: 4, least: 40, most: 40 },
    ]);
  });

  it.each([
    [2018, 53, 'begins on a Monday'],
    [2019, 53, 'on a Tuesday'],
    [2020, 53, 'on a Wednesday, with a 29 February'],
    [2026, 53, 'on a Thursday'],
    [2021, 53, 'on a Friday'],
    [2022, 53, 'on a Saturday'],
    [2023, 53, 'on a Sunday'],
    [2012, 54, 'on a Sunday, with a 29 February'],
    [2024, 53, 'on a Monday, with a 29 February'],
  ])('%i has %i weeks: it %s', (number, weeks) => {
    const map = heatMapOf([], year(number));
    expect(map.weeks.length).toBe(weeks);
    const isLeap = number % 4 === 0;
    expect(map.weeks.flatMap((week) => week.days).filter((one) => one !== null).length).toBe(isLeap ? 366 : 365);
    expect(map.weeks.some((week) => week.days.some((one) => one?.day === `${number}-02-29`))).toBe(isLeap);
  });

  it('is empty where the period is, and whole at both ends of the calendar', () => {
    expect(heatMapOf([], { from: day('2026-03-03'), to: day('2026-03-02') }).weeks).toEqual([]);
    const last = heatMapOf([{ day: day('9999-12-31'), topics: 2 }], { from: day('9999-12-01'), to: day('9999-12-31') });
    expect(last.weeks.at(-1)?.days.map((one) => one?.topics ?? null)).toEqual([0, 0, 0, 0, 2, null, null]);
    const first = heatMapOf([{ day: day('0001-01-01'), topics: 1 }], yearUntil(day('0001-01-09')));
    expect(first.weeks.map(({ topics }) => topics)).toEqual([1, 0]);
  });

  it('of a year until a day has 53 weeks, of which the last ends with that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (at) => {
        const today = addDays(day('1950-01-01'), at);
        const { weeks } = heatMapOf([], yearUntil(today));
        expect(weeks.length).toBe(53);
        expect(
          weeks
            .at(-1)
            ?.days.filter((one) => one !== null)
            .at(-1)?.day,
        ).toBe(today);
      }),
    );
  });
});
