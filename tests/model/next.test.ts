// Tests of what to study next: begun topics first, then open ones whose needs are settled, in the author's order.
import { describe, expect, it } from 'vitest';
import { nextTopics } from '../../src/model/next.ts';
import type { Topic } from '../../src/model/roadmap.ts';
import { done, roadmap, topic } from '../support/roadmaps.ts';

const next = (topics: readonly Topic[], limit = 9): string[] =>
  nextTopics(roadmap('К', topics), limit).map((one) => `${one.topic.address} ${one.reason}`);

describe('nextTopics', () => {
  it('names open topics in the order of the author, up to the limit', () => {
    const topics = [
      done('1', 'а', null),
      topic('2', 'б'),
      topic('3', 'в', { status: 'skipped' }),
      topic('4', 'г'),
      topic('5', 'д'),
    ];
    expect(next(topics)).toEqual(['2 order', '4 order', '5 order']);
    expect(next(topics, 1)).toEqual(['2 order']);
    expect(next(topics, 0)).toEqual([]);
  });

  it('puts what was begun first', () => {
    expect(next([topic('1', 'а'), topic('2', 'б', { status: 'doing' }), topic('3', 'в')])).toEqual([
      '2 doing',
      '1 order',
      '3 order',
    ]);
    expect(next([topic('1', 'а'), topic('2', 'б', { status: 'doing' })], 1)).toEqual(['2 doing']);
  });

  it('waits for needs until they are done or skipped', () => {
    const [first, second] = [topic('1', 'а', { needs: ['t-2'] }), topic('2', 'б')];
    expect(next([first, second], 1)).toEqual(['2 order']);
    expect(next([first, done('2', 'б', null)])).toEqual(['1 unlocked']);
    expect(next([first, topic('2', 'б', { status: 'skipped' })])).toEqual(['1 unlocked']);
    expect(next([topic('1', 'а', { needs: ['t-2', 't-3'] }), done('2', 'б', null), topic('3', 'в')], 1)).toEqual([
      '3 order',
    ]);
  });

  it('says so where all wait for each other, in the order of the author', () => {
    expect(next([topic('1', 'а', { needs: ['t-2'] }), topic('2', 'б', { needs: ['t-1'] })])).toEqual([
      '1 waiting',
      '2 waiting',
    ]);
  });

  it('names children before their parent, and the parent when nothing below is open', () => {
    const parent = (status: Topic['status']) => topic('1', 'а', { topics: [topic('1.1', 'б', { status })] });
    expect(next([parent('todo')])).toEqual(['1.1 order']);
    expect(next([parent('done')])).toEqual(['1 order']);
  });

  it('names nothing where all is done', () => {
    expect(next([done('1', 'а', null)])).toEqual([]);
  });

  it('keeps to the topics it is given', () => {
    const [one, two] = [topic('1', 'а'), topic('2', 'б')];
    expect(nextTopics(roadmap('К', [one, two]), 5, [two]).map((found) => found.topic.address)).toEqual(['2']);
  });

  it('passes over a task that repeats: ticking it is not ours (FORMATS D4)', () => {
    expect(next([{ ...topic('1', 'a'), repeats: true }, topic('2', 'b')])).toEqual(next([topic('2', 'b')]));
  });
});
