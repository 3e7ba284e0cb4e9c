// Tests of the overlay: how lines of a progress file find their topics, and what several lines for one topic say.
// A Russian roadmap of a garden: "Весна" (spring) with "Полив", "Посев", "Редис" (watering, sowing, radish), "Лето" (summer) with
// "Полив", "Сбор" (watering, harvest), "Забор" (fence). "Как угодно" (anything) is the title of a line that is found by its id.
import { describe, expect, it } from 'vitest';
import { overlay, type Tick, winningTick } from '../../src/model/overlay.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { day, done, project, roadmap, section, topic } from '../support/roadmaps.ts';

function tick(title: string, more: Partial<Tick> = {}): Tick {
  return {
    id: null,
    title,
    written: title,
    section: null,
    status: 'done',
    completedOn: null,
    spent: null,
    noteLines: [],
    line: 1,
    ...more,
  };
}

const garden = roadmap(
  'Сад',
  [
    topic('0.1', 'Забор'),
    section('1', 'Весна', [topic('1.1', 'Полив'), topic('1.2', 'Посев', { topics: [topic('1.2.1', 'Редис')] })]),
    section('2', { ru: 'Лето', en: 'Summer' }, [
      topic('2.1', 'Полив'),
      topic('2.2', { ru: 'Сбор', en: 'Harvest' }),
      topic('2.3', '3 ведра воды'),
    ]),
  ],
  { projects: [project('P1', 'Теплица', {}), project('P2', 'Забор', {})] },
);

/** Addresses of the topics that the ticks reached, and the titles of orphans. */
function reached(...ticks: Tick[]): { done: string[]; orphans: string[] } {
  const { roadmap: after, orphans } = overlay(garden, ticks);
  const all = [...topicsOf(after.children), ...after.projects];
  return {
    done: all.filter((one) => one.status === 'done').map((one) => one.address),
    orphans: orphans.map((one) => one.title),
  };
}

describe('a line finds its topic (FORMATS P4)', () => {
  it.each<[string, Tick, string]>([
    ['by id', tick('Как угодно', { id: 't-1.1' }), '1.1'],
    ['by id whatever section it is under', tick('Полив', { id: 't-1.1', section: 'Лето' }), '1.1'],
    ['by title within the section', tick('Полив', { section: 'Лето' }), '2.1'],
    ['by title within the section, letter case and punctuation aside', tick('ПОЛИВ.', { section: 'лето!' }), '2.1'],
    ['by a title unique in the roadmap', tick('Сбор', { section: 'Осень' }), '2.2'],
    ['by any wording of the title', tick('Harvest', { section: 'Лето' }), '2.2'],
    ['by title under a parent topic', tick('Редис', { section: 'Весна' }), '1.2.1'],
    ['by title when the id is unknown', tick('Сбор', { id: 'old', section: 'Лето' }), '2.2'],
    ['outside any section', tick('Забор'), '0.1'],
    ['among the projects', tick('Теплица', { section: 'Projects' }), 'P1'],
    ['among the projects even where a topic is called so', tick('Забор', { section: 'Projects' }), 'P2'],
    [
      'with a number that is part of its title',
      tick('ведра воды', { written: '3 ведра воды', section: 'Лето' }),
      '2.3',
    ],
  ])('%s', (_, one, address) => {
    expect(reached(one)).toEqual({ done: [address], orphans: [] });
  });

  it.each<[string, Tick]>([
    ['no topic is called so', tick('Компост', { section: 'Весна' })],
    ['the title is not unique and the section is unknown', tick('Полив', { section: 'Осень' })],
    ['neither id nor title is known', tick('Компост', { id: 'old' })],
  ])('else it is an orphan: %s', (_, one) => {
    expect(reached(one)).toEqual({ done: [], orphans: [one.title] });
  });
});

describe('a topic that others were merged into', () => {
  const yard = roadmap(
    'Двор',
    [section('1', 'Весна', [topic('1.1', 'Полив', { formerly: ['t-7', 't-1.2'] }), topic('1.2', 'Посев')])],
    { projects: [project('P1', 'Теплица', { formerly: ['t-9'] })] },
  );
  const states = (...ticks: Tick[]): string[] => {
    const { roadmap: after, orphans } = overlay(yard, ticks);
    const all = [...topicsOf(after.children), ...after.projects];
    return [
      ...all.map(({ address, status, completedOn }) => `${address} ${status} ${completedOn ?? '-'}`),
      ...orphans.map(({ title }) => `orphan ${title}`),
    ];
  };

  it('is found by the ids that they had', () => {
    expect(states(tick('Лейка', { id: 't-7', completedOn: day('2026-05-01') }), tick('Парник', { id: 't-9' }))).toEqual(
      ['1.1 done 2026-05-01', '1.2 todo -', 'P1 done -'],
    );
  });

  it('has the lines of all of them: done beats open, the first day wins', () => {
    expect(
      states(
        tick('Полив', { id: 't-1.1', status: 'todo' }),
        tick('Лейка', { id: 't-7', completedOn: day('2026-05-03'), line: 2 }),
      ),
    ).toEqual(['1.1 done 2026-05-03', '1.2 todo -', 'P1 todo -']);
  });

  it('does not take an id that another topic has', () => {
    expect(states(tick('Посев', { id: 't-1.2' }))).toEqual(['1.1 todo -', '1.2 done -', 'P1 todo -']);
  });
});

describe('what the lines say', () => {
  it('replaces the own state of the topic and shares everything else', () => {
    const own = roadmap('С', [
      section('1', 'а', [done('1.1', 'б', '2026-01-01')]),
      section('2', 'в', [topic('2.1', 'г')]),
    ]);
    const { roadmap: after, lines } = overlay(own, [tick('б', { id: 't-1.1', status: 'todo' })]);
    expect([...topicsOf(after.children)][0]).toMatchObject({ status: 'todo', completedOn: null });
    expect(after.children[1]).toBe(own.children[1]);
    expect([...lines.keys()]).toEqual(['t-1.1']);
    expect([...topicsOf(own.children)][0]).toMatchObject({ status: 'done' });
  });

  it('hands back the same roadmap where there are no lines', () => {
    expect(overlay(garden, []).roadmap).toBe(garden);
  });

  it('keeps every line of a topic, in the order of the file', () => {
    const [first, second] = [tick('Сбор', { line: 3 }), tick('Сбор', { id: 't-2.2', line: 9 })];
    expect(overlay(garden, [first, second]).lines.get('t-2.2')).toEqual([first, second]);
  });

  const line = (status: Tick['status'], completedOn: string | null = null) =>
    tick('а', { status, completedOn: completedOn === null ? null : day(completedOn) });
  it.each([
    [[line('todo'), line('done', '2026-05-02')], 'done', '2026-05-02'],
    [[line('done', '2026-05-02'), line('done', '2026-05-01')], 'done', '2026-05-01'],
    [[line('done'), line('done', '2026-05-01')], 'done', '2026-05-01'],
    [[line('done'), line('skipped')], 'done', null],
    [[line('doing'), line('todo')], 'doing', null],
    [[line('todo')], 'todo', null],
  ] as const)('done beats open and the earliest day wins: %#', (ticks, status, completedOn) => {
    expect(winningTick(ticks)).toMatchObject({ status, completedOn });
    expect(winningTick([...ticks].reverse())).toMatchObject({ status, completedOn });
  });
});

it('a line with the id of nobody is an orphan where the topic has a line with its own id (FORMATS P4)', () => {
  const former = tick('Сбор', { id: 'old', section: 'Лето' });
  const own = tick('Сбор', { id: 't-2.2', section: 'Лето', status: 'doing', line: 2 });
  const typed = tick('Harvest', { section: 'Лето', status: 'todo', line: 3 });
  const { lines, orphans } = overlay(garden, [former, own, typed]);
  expect(lines.get('t-2.2')).toEqual([own, typed]);
  expect(orphans).toEqual([former]);
  expect(overlay(garden, [former, typed]).orphans).toEqual([]);
});

describe('lines without an id for equal topics of one section (FORMATS A4)', () => {
  const drills = roadmap('Violin', [
    section(
      '1',
      'Week',
      ['1.1', '1.2', '1.3'].map((at) => topic(at, 'Scales')),
    ),
  ]);
  const scales = (line: number, more: Partial<Tick> = {}) => tick('Scales', { section: 'Week', line, ...more });
  const found = (...ticks: Tick[]) => {
    const { lines, orphans } = overlay(drills, ticks);
    return { lines: [...lines].map(([id, own]) => [id, own.map(({ line }) => line)]), orphans: orphans.length };
  };

  it('go to them in order, and what is left over is an orphan', () => {
    expect(found(scales(1), scales(2))).toEqual({
      lines: [
        ['t-1.1', [1]],
        ['t-1.2', [2]],
      ],
      orphans: 0,
    });
    expect(found(scales(1), scales(2), scales(3), scales(4))).toEqual({
      lines: [
        ['t-1.1', [1]],
        ['t-1.2', [2]],
        ['t-1.3', [3]],
      ],
      orphans: 1,
    });
  });

  it('go to the one whose address they name', () => {
    expect(found(scales(1, { written: '3 Scales' }), scales(2))).toMatchObject({
      lines: [
        ['t-1.1', [1]],
        ['t-1.2', [2]],
      ],
    });
    expect(found(scales(1, { written: '1.3 Scales' }), scales(2))).toMatchObject({
      lines: [
        ['t-1.3', [1]],
        ['t-1.1', [2]],
      ],
    });
  });

  it('are behind a line with an id where they follow it, also when their own id is gone', () => {
    expect(found(scales(1, { id: 't-1.2' }), scales(2, { id: 'gone' }))).toMatchObject({
      lines: [
        ['t-1.2', [1]],
        ['t-1.3', [2]],
      ],
    });
  });

  it('are matched in linear time', () => {
    const many = roadmap('Violin', [
      section(
        '1',
        'Week',
        Array.from({ length: 20_000 }, (_, i) => topic(`1.${i}`, 'Scales')),
      ),
    ]);
    const ticks = Array.from({ length: 30_000 }, (_, line) => scales(line));
    const start = process.cpuUsage();
    expect(overlay(many, ticks).orphans).toHaveLength(10_000);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  });

  it('pass over those that have a line with their id', () => {
    expect(found(scales(1), scales(2, { id: 't-1.1' }), scales(3))).toEqual({
      lines: [
        ['t-1.2', [1]],
        ['t-1.1', [2]],
        ['t-1.3', [3]],
      ],
      orphans: 0,
    });
  });
});
