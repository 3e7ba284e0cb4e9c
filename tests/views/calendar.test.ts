// Calendar: goldens of what people and scripts read, and that every day of a period is shown once at every width.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, daysBetween } from '../../src/dates/calendar-date.ts';
import { activityOf } from '../../src/model/activity.ts';
import { type Period, yearUntil } from '../../src/model/heat-map.ts';
import type { Part } from '../../src/model/part.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { displayWidth } from '../../src/text/width.ts';
import { type CalendarView, calendarJson, drawCalendar, plainCalendar } from '../../src/views/calendar.ts';
import { busyDays, roadmapDone } from '../support/activity-years.ts';
import { expectGolden } from '../support/golden.ts';
import { day, hostile, today } from '../support/roadmaps.ts';
import { inEveryLook, look } from './variants.ts';

const view = (roadmap: Roadmap, more: Partial<CalendarView> = {}): CalendarView => ({
  ...{ roadmap, part: null, period: yearUntil(today), today, undated: 0 },
  ...activityOf(roadmap),
  ...more,
});

const part: Part = {
  named: [],
  filter: {
    ...{ levels: [{ id: 'junior', title: 'Junior', rubric: null }], statuses: null, tag: null, search: null },
    ...{ since: null, until: null, due: null },
  },
};
const busy = roadmapDone(busyDays);
const spring: Period = { from: day('2026-03-04'), to: day('2026-05-31') };

describe('what people see stays as it was approved', () => {
  it.each<[string, CalendarView]>([
    ['calendar-year.txt', view(busy, { undated: 1 })],
    ['calendar-spring.txt', view(busy, { period: spring, part })],
    ['calendar-few.txt', view(roadmapDone([0, 0, 3, 90]))],
    ['calendar-hostile.txt', view(hostile)],
    ['calendar-nothing.txt', view(roadmapDone([]), { undated: 3 })],
  ])('%s', (name, given) =>
    expectGolden(
      name,
      inEveryLook((theme) => drawCalendar(given, theme)),
    ),
  );

  it.each([40, 52, 57, 58, 80, 112, 113, 163, 164, 200])('no line is wider than %i columns', (width) => {
    for (const ascii of [false, true])
      for (const language of ['en', 'ru'] as const)
        for (const given of [view(busy, { part, undated: 7 }), view(hostile), view(roadmapDone([]))])
          for (const line of drawCalendar(given, look({ width, ascii, language })).split('\n'))
            expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  it.each(['en', 'ru'] as const)('every weekday and month has a short name of its own in %s', (language) => {
    const { calendar } = look({ width: 80, language }).sentences;
    expect(new Set(calendar.months.map((name) => name.slice(0, 3))).size).toBe(12);
    expect(new Set(calendar.weekdays).size).toBe(7);
    for (const name of calendar.months) expect(displayWidth(name)).toBe(3);
  });
});

const shades = '·░▒▓█';

/** The shades of each weekday's line, from Monday, each day once however many columns it takes. */
function shadesOf(drawn: string, columns: number): string[] {
  const lines = drawn.split('\n').filter((line) => /^ (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [·░▒▓█ ]/.test(line));
  return lines.map((line) =>
    Array.from({ length: Math.ceil((line.length - 5) / columns) }, (_, week) => line[5 + week * columns]).join(''),
  );
}

describe('the days that are shown', () => {
  it.each([
    [80, 1],
    [120, 2],
    [200, 3],
  ])('are all of the year, each once, in %i columns', (width, columns) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.array(fc.integer({ min: 0, max: 371 })), (at, daysAgo) => {
        const now = addDays(day('1950-01-01'), at);
        const ago = (days: number): CalendarDate => addDays(now, -days);
        const all = [0, ...daysAgo];
        const days = [...new Set(all)].map((days) => ({
          ...{ day: ago(days), topics: all.filter((one) => one === days).length },
          ...{ hours: null, levels: new Map() },
        }));
        const period = yearUntil(now);
        const given = view(busy, { period, today: now, days });
        const lines = shadesOf(drawCalendar(given, look({ width })), columns);
        expect(lines).toHaveLength(7);
        expect(lines.join('').replaceAll(' ', '')).toHaveLength(daysBetween(period.from, period.to) + 1);
        const shown = days.filter((one) => one.day >= period.from);
        for (const one of shown) {
          const [week, weekday] = [
            Math.floor(daysBetween(period.from, one.day) / 7),
            daysBetween(period.from, one.day) % 7,
          ];
          expect(shades.indexOf(lines[weekday]?.[week] ?? '')).toBeGreaterThan(0);
        }
        expect(lines.join('').replace(/[· ]/g, '')).toHaveLength(shown.length);
      }),
      { numRuns: 30 },
    );
  });

  it('are the newest where the screen is narrow, and the sums are still those of the whole period', () => {
    const narrow = drawCalendar(view(busy), look({ width: 40 }));
    expect(shadesOf(narrow, 1)[0]).toHaveLength(35);
    expect(narrow).toContain('the last 35 weeks of 53');
    const sum = /(\d+) topics on (\d+) days/;
    expect(sum.exec(narrow)?.slice(1)).toEqual(sum.exec(drawCalendar(view(busy), look({ width: 200 })))?.slice(1));
  });

  it('say the same without colours', () => {
    const [plain, coloured] = [0, 1].map((color) =>
      drawCalendar(view(busy), look({ width: 80, color: color as 0 | 1 })),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is taken away
    expect(coloured?.replace(/\x1b\[\d+m/g, '')).toBe(plain);
    expect(coloured).not.toBe(plain);
  });

  it('are words where symbols are not wanted, with the sum of each week', () => {
    const words = drawCalendar(view(busy), look({ width: 200, ascii: true }));
    expect(/[^ -~\n]/.test(words)).toBe(false);
    const sums = [...words.matchAll(/^ \d{4}-\d\d-\d\d {2}(\d+) topics?:/gm)].map(([, count]) => Number(count));
    const { days } = activityOf(busy);
    const inYear = days.filter((one) => one.day >= yearUntil(today).from);
    expect(sums.reduce((sum, count) => sum + count, 0)).toBe(inYear.reduce((sum, { topics }) => sum + topics, 0));
  });
});

describe('a streak', () => {
  const every = (step: number, from: number, to: number): number[] =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step).reverse();

  it.each([
    [every(7, 0, 28), true, 'goes on'],
    [every(7, 14, 60), true, 'rests for two weeks'],
    [every(7, 35, 100), false, 'ended'],
    [[0, 7], false, 'has hardly begun'],
  ])('%j is named: %s', (daysAgo, isNamed) => {
    const drawn = drawCalendar(view(roadmapDone(daysAgo)), look({ width: 80 }));
    expect(/^ streak {2}/m.test(drawn)).toBe(isNamed);
  });

  it('of a period that is over is not that of today', () => {
    const drawn = drawCalendar(view(busy, { period: spring }), look({ width: 80 }));
    expect(drawn).not.toContain('streak');
  });
});

describe('what scripts read stays as it was approved', () => {
  it('calendar.json', () =>
    expectGolden(
      'calendar.json',
      `${JSON.stringify(JSON.parse(calendarJson(view(roadmapDone([0, 0, 3, 90, 500]), { undated: 1 }), 'ru')), null, 1)}\n`,
    ));

  it.each(['\n', '\0'] as const)('records are a day and a count, ended by %j, and add up', (end) => {
    const given = view(busy);
    const lines = plainCalendar(given, end).split(end);
    expect(lines.pop()).toBe('');
    const counts = lines.map((line) => /^\d{4}-\d\d-\d\d\t(\d+)$/.exec(line)?.[1]);
    const { total } = JSON.parse(calendarJson(given, 'en')) as { total: number };
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(total);
  });

  it('are nothing at all for no day', () => expect(plainCalendar(view(roadmapDone([])), '\n')).toBe(''));
});
