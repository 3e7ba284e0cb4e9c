// Tests of hours: what counts into the sum, what is left, and whether the sum is all there is.
import { describe, expect, it } from 'vitest';
import { hoursOf, workloadByLevel } from '../../src/model/hours.ts';
import { noExtra, type Section, type Topic } from '../../src/model/roadmap.ts';
import { done, project, roadmap, section, topic } from '../support/roadmaps.ts';

const whole = (all: number, left: number) => ({ all, left, isWhole: true });
const part = (all: number, left: number) => ({ all, left, isWhole: false });
const lasting = (hours: number | null, more: Partial<Topic> = {}) => topic('1', 'а', { hours, ...more });

describe('hoursOf', () => {
  it.each<[string, (Section | Topic)[], ReturnType<typeof hoursOf>]>([
    ['adds up what is done and what is left', [done('1', 'а', null, { hours: 2 }), lasting(1.5)], whole(3.5, 1.5)],
    ['counts what is in progress as left', [lasting(2, { status: 'doing' })], whole(2, 2)],
    ['leaves out what is skipped', [lasting(2), lasting(8, { status: 'skipped' })], whole(2, 2)],
    [
      'leaves out what was retired before it was begun',
      [lasting(2), lasting(8, { extra: { ...noExtra, retired: '2' } })],
      whole(2, 2),
    ],
    ['says when a topic has none', [lasting(2), lasting(null)], part(2, 2)],
    ['not of one that is skipped', [lasting(2), lasting(null, { status: 'skipped' })], whole(2, 2)],
    ['not below a parent that has', [lasting(2, { topics: [lasting(null)] })], whole(2, 2)],
    ['not of a parent above topics that have', [lasting(null, { topics: [lasting(1)] })], whole(1, 1)],
    [
      'goes through sections and parents',
      [section('1', 'р', [section('1.1', 'с', [lasting(1, { topics: [lasting(2)] })])])],
      whole(3, 3),
    ],
    ['adds tenths without a rest', Array.from({ length: 3 }, () => lasting(0.1)), whole(0.3, 0.3)],
    ['is nothing left where all is done', [done('1', 'а', null, { hours: 2 })], whole(2, 0)],
    ['is 0 where all that has hours is skipped', [lasting(2, { status: 'skipped' })], whole(0, 0)],
    ['is null where nothing has hours', [lasting(null)], null],
    ['is null where there is nothing', [], null],
  ])('%s', (_, children, expected) => expect(hoursOf(children)).toEqual(expected));
});

describe('workloadByLevel', () => {
  const one = roadmap(
    'Сад',
    [
      section('1', 'р', [
        done('1.1', 'а', null, { hours: 2, level: 'a' }),
        lasting(3, { level: 'b', topics: [lasting(1, { level: 'a' })] }),
      ]),
      lasting(8, { level: 'a', status: 'skipped' }),
    ],
    { projects: [project('P1', 'п', { hours: 10, level: 'a' }), project('P2', 'п', { level: 'b' })] },
  );

  it('has the hours of topics and of projects apart', () => {
    const of = workloadByLevel(one);
    expect(of('a')).toEqual({ topics: whole(3, 1), projects: whole(10, 10) });
    expect(of('b')).toEqual({ topics: whole(3, 3), projects: null });
    expect(of('c')).toEqual({ topics: null, projects: null });
  });
});
