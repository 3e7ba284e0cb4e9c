// Tests of the forecast: the same question has the same answer, and its ranges hold what they promise.
import { describe, expect, it } from 'vitest';
import { backtestKind, type Score } from '../../bench/backtesting.ts';
import { addDays, type CalendarDate } from '../../src/dates/calendar-date.ts';
import type { Activity } from '../../src/model/activity.ts';
import { basisOf, doneByOf, forecastOf, neededPace } from '../../src/model/forecast.ts';
import { gamma, normal, randomFrom } from '../../src/model/random.ts';
import { weeksOf } from '../../src/model/weeks.ts';

/** A Monday. */
const today = '2026-11-23' as CalendarDate;

/** So many topics in each of the last weeks, the newest last, on Tuesdays and Fridays. */
function history(counts: readonly number[]): Activity {
  const days = counts.flatMap((count, week) => {
    const monday = addDays(today, 7 * (week - counts.length));
    const [one, other] = [Math.ceil(count / 2), Math.floor(count / 2)];
    return [
      { day: addDays(monday, 1), topics: one, hours: null, levels: new Map<string, number>() },
      { day: addDays(monday, 4), topics: other, hours: null, levels: new Map<string, number>() },
    ];
  });
  return { days: days.filter(({ topics }) => topics > 0) };
}

describe('forecastOf', () => {
  const even = history([6, 5, 7, 6, 6, 4, 8, 6]);

  it('gives the same answer to the same question', () => {
    expect(forecastOf(even, 40, { today })).toEqual(forecastOf(even, 40, { today }));
    expect(forecastOf(even, 40, { today, seed: 2 }).finish).not.toEqual(forecastOf(even, 40, { today }).finish);
  });

  it('has half of the runs within eight of ten, later for more topics', () => {
    const few = forecastOf(even, 20, { today }).finish;
    const many = forecastOf(even, 60, { today }).finish;
    if (few === null || many === null) throw new Error('there is a forecast');
    const { half, most } = few;
    expect([most.from, half.from, half.to, most.to]).toEqual([most.from, half.from, half.to, most.to].sort());
    expect((many.most.from as string) > (most.from as string)).toBe(true);
    // Ten weeks at six a week.
    expect((many.half.from as string) < '2027-02-01' && (many.half.to as string) > '2027-02-01').toBe(true);
  });

  it('is wider after fewer weeks, and with weeks that differ more', () => {
    const width = (counts: readonly number[]): number => {
      const { finish } = forecastOf(history(counts), 30, { today });
      return Date.parse(finish?.most.to ?? '') - Date.parse(finish?.most.from ?? '');
    };
    expect(width([6, 5, 7, 6])).toBeGreaterThan(width([6, 5, 7, 6, 6, 5, 7, 6, 6, 5, 7, 6]));
    expect(width([12, 0, 0, 9, 3, 12, 0, 12])).toBeGreaterThan(width([6, 5, 7, 6, 6, 5, 7, 6]));
  });

  it('gives only the counts under four active weeks', () => {
    const forecast = forecastOf(history([6, 0, 5, 0, 4]), 40, { today });
    expect(forecast).toMatchObject({ missing: 1, pace: null, finish: null });
    expect(forecast.weeks.counts).toEqual([6, 0, 5, 0, 4]);
  });

  it('says when the pace is changing, and goes by the newer weeks where that is sure', () => {
    const slower = forecastOf(history([9, 10, 8, 9, 10, 9, 2, 1, 2, 2]), 20, { today });
    expect(slower).toMatchObject({ basis: 4, change: { direction: 'slower', since: '2026-10-26' } });
    expect(slower.pace).toBeCloseTo(1.75);
    expect(forecastOf(history([3, 3, 2, 3, 3, 9, 10, 9]), 20, { today }).change?.direction).toBe('faster');
    expect(forecastOf(history([6, 0, 0, 0, 6, 7, 5, 6, 0, 0]), 20, { today }).change).toBeNull();
  });

  it('ends today where nothing is left, and nowhere where it takes ten years', () => {
    expect(forecastOf(even, 0, { today }).finish?.most).toEqual({ from: today, to: today });
    expect(forecastOf(even, 1_000_000, { today }).finish?.most).toEqual({ from: null, to: null });
  });
});

describe('by a day', () => {
  const basis = basisOf(weeksOf(history([6, 5, 7, 6, 6, 4, 8, 6]), today));

  it('counts what will be done, all of it at most', () => {
    const done = doneByOf(basis, 100, addDays(today, 28), { today });
    expect(done?.most.from).toBeGreaterThan(12);
    expect(done?.most.to).toBeLessThan(36);
    expect(doneByOf(basis, 5, addDays(today, 280), { today })?.most).toEqual({ from: 5, to: 5 });
    expect(doneByOf(basis, 5, today, { today })?.most).toEqual({ from: 0, to: 0 });
  });

  it('knows the pace that is needed', () => {
    expect(neededPace(30, addDays(today, 21), today)).toBe(10);
    expect(neededPace(30, today, today)).toBeNull();
  });
});

describe('random numbers', () => {
  it('are the same for a seed and have the mean and spread they should', () => {
    expect(Array.from({ length: 3 }, randomFrom(1))).toEqual(Array.from({ length: 3 }, randomFrom(1)));
    const random = randomFrom(1);
    const of = (draw: () => number) => Array.from({ length: 20_000 }, draw);
    const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(mean(of(() => normal(random)))).toBeCloseTo(0, 1);
    for (const shape of [0.5, 1, 7]) expect(mean(of(() => gamma(random, shape))) / shape).toBeCloseTo(1, 1);
  });
});

/** With so few learners chance is wider than the goals of docs/pace.md. */
describe('the ranges hold what they promise', () => {
  const share = (part: number, { forecasts }: Score): number => part / forecasts;

  it.each(['steady', 'bursts', 'bulk'] as const)('for %s learners', { timeout: 120_000 }, (kind) => {
    const score = backtestKind(kind, 40, 7_000_000);
    expect(share(score.inMost, score)).toBeGreaterThan(0.68);
    expect(share(score.inMost, score)).toBeLessThan(0.94);
    expect(share(score.inHalf, score)).toBeGreaterThan(0.36);
    expect(share(score.inHalf, score)).toBeLessThan(0.66);
    expect(score.widthWithOracle / score.widthOracle).toBeLessThan(2.1);
  });
});
