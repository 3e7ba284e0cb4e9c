// Tests of weeks: which are counted, and which days are set aside.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../src/dates/calendar-date.ts';
import { type Activity, activityOf } from '../../src/model/activity.ts';
import { hasActiveWeeks, leastActiveWeeks } from '../../src/model/progress.ts';
import { mostOfUsualDay, weeksOf } from '../../src/model/weeks.ts';
import { done, roadmap } from '../support/roadmaps.ts';

const today = '2026-11-20' as CalendarDate;
const active = (...days: readonly (readonly [string, number, (number | null)?])[]): Activity => ({
  days: days.map(([day, topics, hours = null]) => ({ day: day as CalendarDate, topics, hours, levels: new Map() })),
});

describe('weeksOf', () => {
  it('counts whole weeks from the first tick on, idle ones too, and the week that is not over apart', () => {
    const weeks = weeksOf(active(['2026-10-29', 2, 3], ['2026-11-01', 1], ['2026-11-15', 4], ['2026-11-16', 5]), today);
    expect(weeks).toMatchObject({ counts: [3, 0, 4], hours: [3, 0, 0], from: '2026-10-26', active: 2, current: 5 });
  });

  it('leaves out days to come and what is further back than half a year', () => {
    const weeks = weeksOf(active(['2020-01-01', 3], ['2026-11-10', 1], ['2026-12-24', 9]), today);
    expect([weeks.counts.length, weeks.active, weeks.current]).toEqual([26, 1, 0]);
    expect(weeks.counts.at(-1)).toBe(1);
  });

  it('has none where nothing is dated, or only this week', () => {
    expect(weeksOf(active(), today)).toMatchObject({ counts: [], hours: null, from: null, current: 0 });
    expect(weeksOf(active(['2026-11-17', 2]), today)).toMatchObject({ counts: [], from: null, current: 2 });
  });

  it('sets days aside on which far more was ticked, and begins behind an import', () => {
    const usual = ['2026-11-02', '2026-11-03', '2026-11-05', '2026-11-09', '2026-11-10', '2026-11-12'];
    const weeks = weeksOf(
      active(...[['2026-08-03', 40] as const, ...usual.map((day) => [day, 2] as const), ['2026-11-13', 25] as const]),
      today,
    );
    expect(weeks.counts).toEqual([6, 6]);
    expect(weeks.bulk.map(({ day }) => day)).toEqual(['2026-08-03', '2026-11-13']);
  });
});

describe('mostOfUsualDay', () => {
  const most = (...topics: readonly number[]): number =>
    mostOfUsualDay(
      active(...topics.map((count, at) => [`2026-01-${String(at + 1).padStart(2, '0')}`, count] as const)).days,
    );

  it('is nine at least, so that a good evening is no bulk day', () => {
    expect(most()).toBe(9);
    expect(most(1, 1, 1, 1, 25)).toBe(9);
  });

  it('follows those who study once a week', () => {
    expect(most(4, 12, 9, 20, 6, 14, 11)).toBeGreaterThan(20);
  });
});

describe('hasActiveWeeks', () => {
  it('is true where there are enough weeks for a forecast, and costs no look at them', () => {
    const day = fc.integer({ min: -300, max: 10 }).map((offset) => addDays(today, offset));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 9 }), (days) => {
        const whole = roadmap(
          'К',
          days.map((one, place) => done(`0.${place + 1}`, 'в', one)),
        );
        const { active } = weeksOf(activityOf(whole), today);
        expect(hasActiveWeeks(whole, today)).toBe(active >= leastActiveWeeks);
      }),
    );
  });
});
