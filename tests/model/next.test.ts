// Tests of what to study next: begun topics first, then open ones whose needs are settled, by level and in the author's order.
import { describe, expect, it } from 'vitest';
import { namedNext, nextTopics } from '../../src/model/next.ts';
import {
  type Level,
  type LevelId,
  noExtra,
  type PlanField,
  type Roadmap,
  type Topic,
} from '../../src/model/roadmap.ts';
import { done, project, roadmap, section, today, topic } from '../support/roadmaps.ts';

const next = (topics: readonly Topic[], limit = 9): string[] =>
  nextTopics(roadmap('К', topics), limit, today).map((one) => `${one.topic.address} ${one.reason}`);

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

  it('neither names nor waits for what was retired, unless it was begun', () => {
    const extra = { ...noExtra, retired: '2026-01-01' };
    const [first, second] = [topic('1', 'а', { needs: ['t-2'] }), topic('2', 'б', { extra })];
    expect(next([first, second])).toEqual(['1 unlocked']);
    expect(next([first, { ...second, status: 'doing' }])).toEqual(['2 doing', '1 waiting']);
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
    expect(nextTopics(roadmap('К', [one, two]), 5, today, [two]).map((found) => found.topic.address)).toEqual(['2']);
  });

  it('passes over a task that repeats: ticking it is not ours (FORMATS D4)', () => {
    expect(next([{ ...topic('1', 'a'), repeats: true }, topic('2', 'b')])).toEqual(next([topic('2', 'b')]));
  });
});

const levels: readonly Level[] = ['junior', 'middle', 'senior'].map((id) => ({ id, title: id, rubric: null }));
const at = (level: LevelId, more: Partial<Topic> = {}): Partial<Topic> => ({ level, levelSource: 'explicit', ...more });
const levelled = (topics: Roadmap['children'], more: Partial<Roadmap> = {}): Roadmap =>
  roadmap('К', topics, { levels, levelSource: 'explicit', ...more });
const proposed = (whole: Roadmap, limit = 9): string[] =>
  nextTopics(whole, limit, today).map(
    ({ topic: { address }, reason, needs, isFirst }) =>
      `${address} ${reason}${isFirst ? ' first' : ''}${needs.map((need) => ` ${need.address}`).join('')}`,
  );

describe('nextTopics where levels are written', () => {
  const mixed = [
    topic('1', 'а', at('middle')),
    topic('2', 'б', at('junior', { needs: ['t-1'] })),
    topic('3', 'в', at('senior')),
    topic('4', 'г', at('junior')),
    topic('5', 'д', at('junior')),
  ];

  it('names the lowest level that is not complete first, and those that wait last', () => {
    expect(proposed(levelled(mixed))).toEqual(['4 level', '5 level', '1 order', '3 order', '2 waiting first 1']);
    expect(proposed(levelled(mixed), 1)).toEqual(['4 level']);
    expect(proposed(levelled(mixed), 4)).toEqual(['4 level', '5 level', '1 order', '3 order']);
  });

  it('puts what waits behind all that can be done, whatever its level', () => {
    const topics = [
      topic('1', 'а', at('junior')),
      topic('2', 'б', at('junior', { needs: ['t-1'] })),
      topic('3', 'в', at('junior', { needs: ['t-2', 't-1'] })),
      topic('4', 'г', at('junior', { needs: ['t-6'] })),
      topic('5', 'д', at('senior')),
      topic('6', 'е', at('middle')),
    ];
    expect(proposed(levelled(topics))).toEqual([
      ...['1 level first', '6 order', '5 order', '2 waiting 1', '3 waiting 2 1', '4 waiting 6'],
    ]);
    expect(proposed(levelled(topics), 2)).toEqual(['1 level first', '6 order']);
    const begun = topics.with(0, { ...(topics[0] as Topic), status: 'doing' });
    expect(proposed(levelled(begun), 4)).toEqual(['1 doing', '6 order', '5 order', '2 waiting 1']);
  });

  it('keeps to the order of the author where they are guessed', () => {
    expect(proposed(levelled(mixed, { levelSource: 'inferred' }))).toEqual([
      ...['1 order', '3 order', '4 order', '5 order', '2 waiting 1'],
    ]);
  });

  it('puts what was begun first, whatever its level', () => {
    const topics = [topic('1', 'а', at('junior')), topic('2', 'б', at('senior', { status: 'doing' }))];
    expect(proposed(levelled(topics))).toEqual(['2 doing', '1 level first']);
  });

  it('names what unlocked a topic, and of what it waits for only what is open', () => {
    const topics = [
      done('1', 'а', null, at('junior')),
      topic('2', 'б', at('junior', { status: 'skipped' })),
      topic('3', 'в', at('middle', { needs: ['t-1', 't-4'] })),
      topic('4', 'г', at('junior', { needs: ['t-1', 't-2'] })),
    ];
    expect(proposed(levelled(topics))).toEqual(['4 unlocked first 1 2', '3 waiting 4']);
  });

  it('goes on to the next level when one is complete', () => {
    const topics = [
      topic('1', 'а', at('senior')),
      done('2', 'б', null, at('junior')),
      topic('3', 'в', at('junior', { status: 'skipped' })),
      topic('4', 'г', at('middle')),
    ];
    expect(proposed(levelled(topics))).toEqual(['4 level first', '1 order']);
  });

  it('counts a topic without a level to the level one is at', () => {
    const topics = [topic('1', 'а', at('middle')), topic('2', 'б'), topic('3', 'в', at('junior')), topic('4', 'г')];
    expect(proposed(levelled(topics))).toEqual(['2 order', '3 level first', '4 order', '1 order']);
  });

  it('looks at the whole roadmap for the level, also among a few topics', () => {
    const whole = levelled([
      section('1', 'р', [topic('1.1', 'а', at('junior'))]),
      section('2', 'с', [topic('2.1', 'б', at('middle'))]),
    ]);
    const [, two] = whole.children;
    const few = two?.kind === 'section' ? (two.children as Topic[]) : [];
    expect(nextTopics(whole, 3, today, few).map(({ topic: one, reason }) => `${one.address} ${reason}`)).toEqual([
      '2.1 order',
    ]);
  });
});

describe('nextTopics by days and priority', () => {
  const planned = (
    address: string,
    fields: { readonly [name in PlanField['name']]?: string },
    more: Partial<Topic> = {},
  ) =>
    topic(address, address, {
      fields: Object.entries(fields).map(([name, value]) => ({ name: name as PlanField['name'], value })),
      ...more,
    });

  it('goes from what is overdue to what may begin later', () => {
    const topics = [
      planned('1', { start: '2026-12-01' }),
      planned('2', { priority: 'lowest' }),
      planned('3', { priority: 'low' }),
      topic('4', 'а'),
      planned('5', { priority: 'medium' }),
      topic('6', 'б', { status: 'doing' }),
      planned('7', { due: '2026-11-27' }),
      planned('8', { priority: 'high' }),
      planned('9', { priority: 'highest' }),
      planned('10', { due: '2026-11-19' }),
    ];
    expect(next(topics, 20).map((one) => one.split(' ')[0])).toEqual('10 9 8 7 6 5 4 3 2 1'.split(' '));
    for (let limit = 0; limit < topics.length; limit++)
      expect(next(topics, limit)).toEqual(next(topics, 20).slice(0, limit));
  });

  it('names the earlier of two days first, then what was begun, then the lower level', () => {
    expect(next([planned('1', { due: '2026-11-19' }), planned('2', { due: '2026-11-01' })])).toEqual([
      '2 order',
      '1 order',
    ]);
    expect(next([planned('1', { due: '2026-11-25' }), planned('2', { due: '2026-11-20' })])).toEqual([
      '2 order',
      '1 order',
    ]);
    expect(next([planned('1', { start: '2027-01-01' }), planned('2', { start: '2026-12-01' })])).toEqual([
      '2 order',
      '1 order',
    ]);
    expect(next([planned('1', { priority: 'high' }), planned('2', { priority: 'high' }, { status: 'doing' })])).toEqual(
      ['2 doing', '1 order'],
    );
    expect(next([planned('1', { priority: 'high' }), planned('2', { priority: 'high', due: '2027-05-01' })])).toEqual([
      '2 order',
      '1 order',
    ]);
  });

  it('does not know a day that is far, nor one that does not exist', () => {
    const topics = [topic('1', 'а'), planned('2', { due: '2026-11-28' }), planned('3', { due: '2026-02-30' })];
    expect(next(topics)).toEqual(['1 order', '2 order', '3 order']);
    expect(nextTopics(roadmap('К', topics), 3, today).map(({ urgency }) => urgency)).toEqual([null, null, null]);
  });

  it('still waits for what a topic needs, however urgent it is', () => {
    const topics = [
      planned('1', { due: '2026-01-01' }, { needs: ['t-3'] }),
      topic('2', 'а', { needs: ['t-3'] }),
      topic('3', 'б'),
    ];
    expect(next(topics)).toEqual(['3 order', '1 waiting', '2 waiting']);
  });

  it('passes over what is done, repeats or has open topics below it', () => {
    expect(
      next([
        planned('1', { due: '2026-01-01' }, { status: 'done' }),
        planned('2', { due: '2026-01-01' }, { repeats: true }),
        planned('3', { due: '2026-01-01' }, { topics: [topic('3.1', 'а')] }),
      ]),
    ).toEqual(['3.1 order']);
  });

  it('takes a start that is over, and one of what was begun, for nothing', () => {
    expect(next([topic('1', 'а'), planned('2', { start: '2026-11-20' })])).toEqual(['1 order', '2 order']);
    expect(next([topic('1', 'а'), planned('2', { start: '2027-01-01' }, { status: 'doing' })])).toEqual([
      '2 doing',
      '1 order',
    ]);
    expect(next([topic('1', 'а'), planned('2', { start: '2027-01-01', due: '2026-11-01' })])).toEqual([
      '2 order',
      '1 order',
    ]);
  });

  it('says the same of some topics as of the whole, by name too', () => {
    const topics = [topic('1', 'а'), planned('2', { due: '2026-11-20' }), planned('3', { priority: 'high' })];
    const whole = roadmap('К', topics);
    const found = nextTopics(whole, 9, today);
    expect(nextTopics(whole, 9, today, topics)).toEqual(found);
    expect(namedNext(whole, 9, today).map(({ topic: { address } }) => address)).toEqual(['3', '2', '1']);
    expect(found.map(({ urgency }) => urgency?.kind ?? null)).toEqual(['high', 'soon', null]);
    expect(found.map(({ dueIn }) => dueIn)).toEqual([null, 0, null]);
  });
});

describe('nextTopics does not wait for what no topic is', () => {
  it('neither alone nor beside what is done', () => {
    expect(next([topic('1', 'а', { needs: ['nowhere'] })])).toEqual(['1 order']);
    expect(proposed(roadmap('К', [topic('1', 'а', { needs: ['nowhere', 't-2'] }), done('2', 'б', null)]))).toEqual([
      '1 unlocked 2',
    ]);
  });
});

describe('projects', () => {
  const junior = at('junior');
  const one = project('P1', 'п', junior);
  const open = [done('1', 'а', null, junior), topic('2', 'б', at('middle'))];

  it.each<[string, Topic[], Topic[], string[]]>([
    ['is next when all topics of its level are done', open, [one], ['P1 level', '2 order']],
    ['is one of several, for one is enough', open, [one, project('P2', 'р', junior)], ['P1 level', '2 order']],
    [
      'is the second where the first was skipped',
      open,
      [{ ...one, status: 'skipped' }, project('P2', 'р', junior)],
      ['P2 level', '2 order'],
    ],
    [
      'is not named when one of its level is done',
      open,
      [one, project('P2', 'р', { ...junior, status: 'done' })],
      ['2 level first'],
    ],
    ['is not named when all were skipped', open, [{ ...one, status: 'skipped' }], ['2 level first']],
    [
      'is not named before the topics of its level are done',
      [topic('1', 'а', junior), ...open],
      [one],
      ['1 level first', '2 order'],
    ],
    [
      'is not named where nothing of its level was done',
      [topic('1', 'а', { ...junior, status: 'skipped' })],
      [one],
      [],
    ],
    [
      'of a higher level comes after the topics of a lower one',
      [topic('1', 'а', junior), done('2', 'б', null, at('middle'))],
      [project('P1', 'п', at('middle'))],
      ['1 level first', 'P1 order'],
    ],
    [
      'that was begun is in progress, and no other is named',
      open,
      [one, project('P2', 'р', { ...junior, status: 'doing' })],
      ['P2 doing', '2 level first'],
    ],
    ['is last where it is all that is left', [done('1', 'а', null, junior)], [one], ['P1 level']],
  ])('a project %s', (_, topics, projects, expected) => {
    expect(proposed(levelled(topics, { projects }))).toEqual(expected);
  });

  it('are not named where levels are guessed', () => {
    expect(proposed(levelled(open, { projects: [one], levelSource: 'inferred' }))).toEqual(['2 order']);
  });
});
