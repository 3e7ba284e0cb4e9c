// Tests of progress: the arithmetic of tallies, levels that are reached, and readiness for an exam.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf, progressOf, type SectionProgress, tallyOf } from '../../src/model/progress.ts';
import { type Level, noExtra, type Roadmap, type Status, type Topic } from '../../src/model/roadmap.ts';
import { done, project, roadmap, section, topic } from '../support/roadmaps.ts';

const skipped = (address: string, more: Partial<Topic> = {}) => topic(address, 'с', { status: 'skipped', ...more });

describe('tallyOf', () => {
  it('counts states, days and whole percents rounded down', () => {
    const topics = [
      done('1', 'а', '2026-05-01'),
      done('2', 'б', null),
      topic('3', 'в', { status: 'doing' }),
      skipped('4'),
      ...[5, 6, 7].map((n) => topic(`${n}`, 'г')),
    ];
    expect(tallyOf(topics)).toEqual({ total: 6, done: 2, doing: 1, todo: 3, skipped: 1, dated: 1, percent: 33 });
  });

  it('has nothing of what was retired and never begun', () => {
    const extra = { ...noExtra, retired: '2026-01-01' };
    const topics = (['todo', 'doing', 'done', 'skipped'] as const).map((status) => topic('1', 'а', { status, extra }));
    expect(tallyOf(topics)).toEqual({ total: 2, done: 1, doing: 1, todo: 0, skipped: 1, dated: 0, percent: 50 });
  });

  it('holds its sums whatever the states are', () => {
    const states = fc.array(fc.constantFrom<Status>('todo', 'doing', 'done', 'skipped'));
    fc.assert(
      fc.property(states, (all) => {
        const tally = tallyOf(all.map((status, index) => topic(`${index}`, 'а', { status })));
        expect(tally.total).toBe(tally.todo + tally.doing + tally.done);
        expect(tally.total + tally.skipped).toBe(all.length);
        expect(tally.percent === 100).toBe(tally.total > 0 && tally.done === tally.total);
      }),
    );
  });

  it.each([
    [0, 0, 0],
    [0, 3, 0],
    [1, 3, 33],
    [2, 3, 66],
    [199, 200, 99],
    [3, 3, 100],
  ])('%d of %d are %d %%', (part, total, percent) => {
    expect(percentOf(part, total)).toBe(percent);
  });
});

describe('sections', () => {
  const shown = (parts: readonly SectionProgress[]): unknown =>
    parts.map(({ address, tally, sections }) => [address, tally.done, tally.total, shown(sections)]);

  it('add up nested sections and nested topics, and leave out those without topics', () => {
    const whole = roadmap('К', [
      section('1', 'а', [
        done('1.1', 'а', null, { topics: [topic('1.1.1', 'б'), done('1.1.2', 'в', null)] }),
        section('1.2', 'г', [topic('1.2.1', 'д')]),
        section('1.3', 'пусто', []),
      ]),
      section('2', 'пусто', [section('2.1', 'пусто', [])]),
    ]);
    const progress = progressOf(whole);
    expect(shown(progress.sections)).toEqual([['1', 2, 4, [['1.2', 0, 1, []]]]]);
    expect(progress.total).toMatchObject({ total: 4, done: 2 });
  });

  it('gather topics outside any section first, under the title of the roadmap', () => {
    const progress = progressOf(roadmap('К', [section('1', 'а', [topic('1.1', 'б')]), done('0.1', 'в', null)]));
    expect(shown(progress.sections)).toEqual([
      [null, 1, 1, []],
      ['1', 0, 1, []],
    ]);
    expect(progress.sections[0]).toMatchObject({ title: 'К', level: null });
    expect(progress.total).toMatchObject({ total: 2, done: 1 });
  });

  it('stay where all their topics are skipped', () => {
    expect(progressOf(roadmap('К', [section('1', 'а', [skipped('1.1')])])).sections).toMatchObject([
      { address: '1', tally: { total: 0, skipped: 1, percent: 0 } },
    ]);
  });

  it('count projects apart', () => {
    const whole = roadmap('К', [topic('1', 'а')], {
      projects: [
        project('P1', 'п', { status: 'done' }),
        project('P2', 'р', {}),
        project('P3', 'с', { status: 'skipped' }),
      ],
    });
    expect(progressOf(whole)).toMatchObject({ total: { total: 1, done: 0 }, projects: { total: 2, done: 1 } });
  });
});

describe('levels (FORMATS V3)', () => {
  const levels: readonly Level[] = ['junior', 'middle', 'senior'].map((id) => ({ id, title: id, rubric: null }));
  const at = (level: string, status: Status, id = level) => topic(id, id, { level, status, levelSource: 'explicit' });
  const reached = (topics: readonly Topic[], projects: readonly Topic[] = []): (boolean | null)[] => {
    const whole: Roadmap = roadmap('К', topics, { levels, projects, levelSource: 'explicit' });
    return progressOf(whole).levels.map((one) => one.reached);
  };

  it('are reached when every topic of them and below is done', () => {
    expect(reached([at('junior', 'done'), at('middle', 'done'), at('senior', 'todo')])).toEqual([true, true, false]);
    expect(reached([at('junior', 'todo'), at('middle', 'done'), at('senior', 'done')])).toEqual([false, false, false]);
    expect(reached([at('junior', 'doing'), at('middle', 'done')])[0]).toBe(false);
  });

  it('leave skipped topics out', () => {
    expect(reached([at('junior', 'done'), at('junior', 'skipped', 'j2'), at('middle', 'todo')])).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('need one project of the level where it has any', () => {
    const built = (level: string, status: Status) => project(`P-${level}-${status}`, 'п', { level, status });
    const topics = [at('junior', 'done'), at('middle', 'done')];
    expect(reached(topics, [built('junior', 'todo')])).toEqual([false, false, false]);
    expect(reached(topics, [built('junior', 'todo'), built('junior', 'done')]).slice(0, 2)).toEqual([true, true]);
    expect(reached(topics, [built('middle', 'todo')]).slice(0, 2)).toEqual([true, false]);
  });

  it('are not reached where there is nothing of them', () => {
    expect(reached([at('junior', 'done')])).toEqual([true, false, false]);
  });

  it('are tallied by topic', () => {
    const whole = roadmap('К', [at('junior', 'done'), at('junior', 'todo', 'j2'), at('senior', 'skipped')], { levels });
    expect(progressOf(whole).levels.map(({ tally }) => [tally.done, tally.total, tally.skipped])).toEqual([
      [1, 2, 0],
      [0, 0, 0],
      [0, 0, 1],
    ]);
  });
});

describe('readiness', () => {
  const part = (weight: number | null, ...topics: readonly Topic[]) => section('1', 'а', topics, { weight });
  const [yes, no] = [done('1.1', 'а', null), topic('1.2', 'б')];

  it.each<[string, Roadmap['children'], number | null]>([
    ['weighs each section by its part of the exam', [part(60, yes, no), part(40, no)], 30],
    ['is 100 when all is done, whatever the weights add up to', [part(33, yes), part(33, yes), part(33, yes)], 100],
    ['takes weights as shares of their sum', [part(10, yes), part(30, no)], 25],
    ['also of one that is more than 100', [part(150, yes), part(50, no)], 75],
    ['is rounded down', [part(50, yes), part(50, yes, yes, no)], 83],
    ['leaves a section without a weight out of the exam', [part(60, yes, no), part(null, no), part(40, no)], 30],
    ['leaves out skipped topics', [part(50, yes, skipped('1.3')), part(50, no)], 50],
    ['leaves out a section with nothing but skipped topics', [part(50, yes), part(50, skipped('1.3'))], 100],
    ['leaves out a section without topics', [part(50, yes), part(50)], 100],
    ['leaves out a weight of nothing', [part(0, no), part(50, yes)], 100],
    ['finds weights below sections without one', [section('2', 'б', [part(75, yes), part(25, no)])], 75],
    ['counts the outermost weight alone', [section('2', 'б', [part(75, yes), part(25, no)], { weight: 100 })], 50],
    ['is 0 where nothing that is weighed counts', [part(50, skipped('1.3')), part(null, yes)], 0],
    ['is null without weights', [part(null, yes), topic('1', 'а')], null],
  ])('%s', (_, children, expected) => expect(progressOf(roadmap('Э', children)).readiness).toBe(expected));
});
