// Tests of activity: how much was done on which day.
import { expect, it } from 'vitest';
import { activityOf } from '../../src/model/activity.ts';
import { done, roadmap, section, topic } from '../support/roadmaps.ts';

it('counts done topics with a day, their hours and their levels, oldest day first', () => {
  const whole = roadmap('К', [
    section('1', 'а', [
      done('1.1', 'а', '2026-11-03', { hours: 0.1, level: 'junior' }),
      done('1.2', 'б', '2026-11-01', { level: 'junior' }),
      done('1.3', 'в', '2026-11-03', {
        hours: 0.2,
        level: 'middle',
        topics: [done('1.3.1', 'г', '2026-11-03'), topic('1.3.2', 'д')],
      }),
    ]),
    done('2', 'е', null),
    topic('3', 'ж', { status: 'skipped' }),
  ]);
  const days = activityOf(whole).days.map(({ levels, ...rest }) => ({ ...rest, levels: Object.fromEntries(levels) }));
  expect(days).toEqual([
    { day: '2026-11-01', topics: 1, hours: null, levels: { junior: 1 } },
    { day: '2026-11-03', topics: 3, hours: 0.3, levels: { junior: 1, middle: 1 } },
  ]);
});

it('has no days where nothing is dated', () => {
  expect(activityOf(roadmap('К', [topic('1', 'а')])).days).toEqual([]);
});
