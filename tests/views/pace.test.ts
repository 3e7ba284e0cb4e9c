// PaceReport: goldens of what people and scripts read, and what fits at every width.
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../src/dates/calendar-date.ts';
import { englishPace } from '../../src/lang/en-pace.ts';
import { russianPace } from '../../src/lang/ru-pace.ts';
import { type PaceQuestion, paceOf } from '../../src/model/pace.ts';
import { noFilter } from '../../src/model/part.ts';
import type { Roadmap, Topic } from '../../src/model/roadmap.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawPace, type PaceView, paceJson, plainPace } from '../../src/views/pace.ts';
import { paceLine, pauseLine } from '../../src/views/pace-line.ts';
import { expectGolden } from '../support/golden.ts';
import { day, done, hostile, roadmap, section, today, topic } from '../support/roadmaps.ts';
import { inEveryLook, look } from './variants.ts';

const withPace = <Look extends { readonly language: 'en' | 'ru' }>(theme: Look) => ({
  ...theme,
  pace: theme.language === 'ru' ? russianPace : englishPace,
});

/** So many topics in each of the last whole weeks, the newest last; as many more are open on each level. */
function studied(counts: readonly number[], open: number, more: readonly Topic[] = []): Roadmap {
  const monday = addDays(today, -4);
  const ticked = counts.flatMap((count, week) =>
    Array.from({ length: count }, (_, at) =>
      done(`1.${week}${at}`, `Готово ${week} ${at}`, addDays(monday, 7 * (week - counts.length) + (at % 5)), {
        level: 'junior',
        hours: 1.5,
      }),
    ),
  );
  const left = (level: string, place: number) =>
    Array.from({ length: open }, (_, at) => topic(`${place}.${at + 1}`, `Тема ${at + 1}`, { level, hours: 2 }));
  return {
    ...roadmap('Сад и огород', [
      section('1', 'Начало', [...ticked, ...more]),
      section('2', 'Продолжение', left('middle', 2)),
      section('3', 'Мастерство', left('senior', 3)),
    ]),
    levels: ['junior', 'middle', 'senior'].map((id) => ({ id, title: id, rubric: null })),
  };
}

function view(one: Roadmap, question: Partial<PaceQuestion> = {}, more: Partial<PaceView> = {}): PaceView {
  const asked = { today, by: null, pace: null, isAsked: null, level: null, ...question };
  return { roadmap: one, part: null, skipped: null, wanted: asked.pace, today, pace: paceOf(one, asked), ...more };
}

const usual = [4, 6, 0, 7, 5, 6, 8, 3, 6];
const bulk = Array.from({ length: 30 }, (_, at) => done(`1.9${at}`, 'Разом', day('2026-10-14')));
const undated = done('1.99', 'Без даты', null, { hours: 2, spent: 3.5 });
const by = { day: day('2027-01-31'), isGoal: true };
const timed = [3, 1.25].map((spent, at) => done(`1.8${at}`, 'Со временем', day('2026-11-03'), { hours: 2, spent }));
const part = { named: ['2-3'], filter: noFilter };
const views: readonly [string, PaceView][] = [
  ['pace.txt', view(studied(usual, 30))],
  ['pace-by.txt', view(studied(usual, 30), { by, pace: { unit: 'hours', perWeek: 6 } })],
  ['pace-bulk.txt', view(studied(usual, 12, [...bulk, undated]))],
  ['pace-changing.txt', view(studied([9, 10, 8, 9, 10, 9, 2, 1, 2, 2], 12), { by: { ...by, isGoal: false } })],
  ['pace-few.txt', view(studied([3, 0, 2], 12))],
  ['pace-part.txt', view(studied(usual, 30), { isAsked: (row) => row % 2 === 0 }, { part, skipped: '2.1' })],
  ['pace-nothing.txt', view(roadmap('Сад', []))],
  ['pace-slow.txt', view(studied([1, 0, 0, 1, 0, 0, 1, 0, 1], 400))],
  ['pace-hostile.txt', view(hostile)],
  ['pace-spent.txt', view(studied(usual, 12, timed))],
];

describe('what people see stays as it was approved', () => {
  it.each(views)('%s', (name, one) =>
    expectGolden(
      name,
      inEveryLook((theme) => drawPace(one, withPace(theme))),
    ),
  );

  it('in a line of status', () => {
    const [, { pace }] = views[0] as [string, PaceView];
    const begun = [topic('2.1', 'Почва'), topic('2.2', 'Обрезка деревьев, которые растут на этом участке давно')];
    return expectGolden(
      'pace-line.txt',
      inEveryLook((theme) =>
        [...paceLine(pace, today, withPace(theme)), ...pauseLine(begun, withPace(theme)), ''].join('\n'),
      ),
    );
  });

  it('and what scripts get', () => {
    const [, one] = views[1] as [string, PaceView];
    return expectGolden(
      'pace-data.txt',
      `${plainPace(one, '\n')}${JSON.stringify(JSON.parse(paceJson(one, 'ru')), null, 1)}\n`,
    );
  });
});

it.each([20, 40, 60, 80, 120, 200])('fits %d columns', (width) => {
  for (const [, one] of views)
    for (const language of ['en', 'ru'] as const)
      for (const line of drawPace(one, withPace(look({ width, language }))).split('\n'))
        expect(displayWidth(line), line).toBeLessThanOrEqual(width);
});

it('says so where it is more than ten years away', () => {
  const range = (from: CalendarDate | null, to: CalendarDate | null) => englishPace.between(from, to, today);
  expect(range(null, null)).toBe('more than ten years away');
  expect(range(day('2030-01-02'), null)).toBe('not before 2 January 2030');
  expect(range(day('2027-01-02'), day('2027-03-02'))).toBe('between 2 January and 2 March 2027');
  expect(range(day('2026-12-02'), day('2027-03-02'))).toBe('between 2 December and 2 March 2027');
});
