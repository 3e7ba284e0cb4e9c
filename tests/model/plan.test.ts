// Tests of what to study in which week: needs first, within the pace, and never without an answer.
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../src/dates/calendar-date.ts';
import { isUserError } from '../../src/errors.ts';
import { parsePace, type StudyPace } from '../../src/model/pace-words.ts';
import { bufferBefore, type PlanGoal, planOf, type StudyPlan } from '../../src/model/plan.ts';
import type { Level, PlanField, Roadmap, Section, Topic } from '../../src/model/roadmap.ts';
import { allTopics } from '../../src/model/tree.ts';
import { day, done, project, roadmap, section, topic } from '../support/roadmaps.ts';

/** A Friday. */
const today = day('2026-11-20');
const pace = (word: string): StudyPace => parsePace(word) as StudyPace;
const at = (word: string): PlanGoal => ({ by: null, pace: pace(word) });

const plan = (one: Roadmap, goal: PlanGoal, chosen: Iterable<Topic> = allTopics(one)): StudyPlan =>
  planOf(one, chosen, goal, today);

/** `2026-11-20: 1, 2 (1/2)`. */
const lines = ({ weeks }: StudyPlan): string[] =>
  weeks.map(({ from, parts }) => {
    const named = parts.map(({ topic: { address }, part, parts: all }) => address + (all > 1 ? ` ${part}/${all}` : ''));
    return `${from}: ${named.join(', ')}`;
  });

const lasting = (address: string, hours: number | null, more: Partial<Topic> = {}): Topic =>
  topic(address, address, { hours, ...more });
const levels = (...ids: string[]): Level[] => ids.map((id) => ({ id, title: id, rubric: null }));
const leveled = (address: string, level: string, more: Partial<Topic> = {}): Topic =>
  lasting(address, 1, { level, levelSource: 'explicit', ...more });

describe('planOf', () => {
  it('fills weeks from Monday on, the current one with the days that are left', () => {
    const topics = ['1', '2', '3', '4', '5'].map((address) => lasting(address, 2));
    const found = plan(roadmap('К', topics), at('7h/w'));
    expect(lines(found)).toEqual(['2026-11-20: 1', '2026-11-23: 2, 3, 4', '2026-11-30: 5']);
    expect(found.weeks.map(({ until, room, used }) => [until, room, used])).toEqual([
      ['2026-11-22', 3, 2],
      ['2026-11-29', 7, 6],
      ['2026-12-06', 7, 2],
    ]);
    expect(found).toMatchObject({ unplaced: [], buffer: 0, needed: null, assumed: [] });
  });

  it('lets a shorter topic of the level take the room in which a longer one does not fit', () => {
    const topics = [lasting('1', 3), lasting('2', 5), lasting('3', 1), lasting('4', 3)];
    expect(lines(plan(roadmap('К', topics), at('7h/w')))).toEqual([
      '2026-11-20: 1',
      '2026-11-23: 2, 3',
      '2026-11-30: 4',
    ]);
  });

  it('begins a topic that no week has room for in what is left of one, and goes on with it', () => {
    const topics = [lasting('1', 2), lasting('2', 16), lasting('3', 1)];
    const found = plan(roadmap('К', topics), at('7h/w'));
    expect(lines(found)).toEqual([
      '2026-11-20: 1, 2 1/4',
      '2026-11-23: 2 2/4',
      '2026-11-30: 2 3/4',
      '2026-12-07: 2 4/4, 3',
    ]);
    expect(found.weeks.map(({ parts }) => parts.map(({ hours }) => hours))).toEqual([[2, 1], [7], [7], [1, 1]]);
  });

  it('puts what is needed first, however it is written', () => {
    const order = (children: (Section | Topic)[], projects: Topic[] = []) =>
      lines(plan(roadmap('К', children, { projects }), at('100/w'))).map((line) => line.slice(12));
    expect(order([lasting('1', 1, { needs: ['t-3'] }), lasting('2', 1), lasting('3', 1, { needs: ['t-2'] })])).toEqual([
      '2, 3, 1',
    ]);
    // Through the topic above, and behind all that is below a needed one.
    expect(
      order([
        lasting('1', 1, { needs: ['t-2'], topics: [lasting('1.1', 1)] }),
        lasting('2', 1, { topics: [lasting('2.1', 1)] }),
      ]),
    ).toEqual(['2.1, 2, 1.1, 1']);
    // A whole section, and not the one that it is in.
    expect(
      order([
        lasting('1', 1, { needs: ['s-2'] }),
        section('2', 'б', [lasting('2.1', 1), lasting('2.2', 1, { needs: ['s-2'] })]),
      ]),
    ).toEqual(['2.1, 2.2, 1']);
    // The topic above, which is not waited for then.
    expect(order([lasting('1', 1, { topics: [lasting('1.1', 1, { needs: ['t-1'] }), lasting('1.2', 1)] })])).toEqual([
      '1.2, 1, 1.1',
    ]);
    // What is done, skipped or unknown is not waited for; what repeats is left out.
    expect(
      order([
        lasting('1', 1, { needs: ['t-2', 't-3', 't-4', 't-9'] }),
        done('2', 'б', null),
        lasting('3', 1, { status: 'skipped' }),
        lasting('4', 1, { repeats: true }),
      ]),
    ).toEqual(['1']);
  });

  it('goes by what is begun, levels, shares of the exam and the order of the author', () => {
    const children = [
      section('1', 'а', [leveled('1.1', 'middle'), leveled('1.2', 'junior')], { weight: 20 }),
      section('2', 'б', [leveled('2.1', 'junior'), leveled('2.2', 'middle', { status: 'doing' })], { weight: 30 }),
      section('3', 'в', [lasting('3.1', 1)]),
    ];
    const one = roadmap('К', children, { levels: levels('junior', 'middle'), levelSource: 'explicit' });
    expect(lines(plan(one, at('100/w')))).toEqual(['2026-11-20: 2.2, 2.1, 1.2, 3.1, 1.1']);
  });

  it('goes by the days and the priority that the author gave, within the week from which on it may be begun', () => {
    const field = (name: PlanField['name'], value: string): Partial<Topic> => ({ fields: [{ name, value }] });
    const topics = [
      lasting('1', 1),
      lasting('2', 1, field('start', '2026-12-02')),
      lasting('3', 1, field('due', '2027-01-10')),
      lasting('4', 1, field('due', '2026-11-24')),
      lasting('5', 1, field('priority', 'high')),
      lasting('6', 1, { status: 'doing' }),
    ];
    expect(lines(plan(roadmap('К', topics), at('70h/w')))).toEqual(['2026-11-20: 5, 4, 6, 3, 1', '2026-11-30: 2']);
  });

  it('builds behind what is proved, one project of a level with it, the others behind all', () => {
    const proving = (address: string, level: string, proves: string[], more: Partial<Topic> = {}) =>
      project(address, address, {
        hours: 4,
        level,
        levelSource: 'explicit',
        project: { goal: null, criterion: null, proves, stack: [] },
        ...more,
      });
    const projects = [
      proving('P1', 'junior', ['t-1']),
      proving('P2', 'junior', ['t-2'], { status: 'doing' }),
      proving('P3', 'middle', ['t-3']),
    ];
    const one = roadmap('К', [leveled('1', 'junior'), leveled('2', 'junior'), leveled('3', 'middle')], {
      projects,
      levels: levels('junior', 'middle'),
      levelSource: 'explicit',
    });
    expect(lines(plan(one, at('100h/w')))).toEqual(['2026-11-20: 2, P2, 1, 3, P3, P1']);
  });

  it('adds what the chosen ones need, and says so', () => {
    const one = roadmap('К', [lasting('1', 1), lasting('2', 1), lasting('3', 1, { needs: ['t-1'] })]);
    const { weeks } = plan(one, at('7h/w'), [one.children[2] as Topic]);
    expect(weeks[0]?.parts.map(({ topic: { address }, isAdded }) => [address, isAdded])).toEqual([
      ['1', true],
      ['3', false],
    ]);
  });

  it('takes the least pace at which all fits by a day, with a buffer before it', () => {
    const topics = Array.from({ length: 20 }, (_, index) => lasting(String(index + 1), 2));
    const found = plan(roadmap('К', topics), { by: day('2027-01-09'), pace: null });
    // 50 days, of which 5 are free: 46 days from today on, in 40 hours 6.1 a week.
    expect(found).toMatchObject({ buffer: 5, isPaceGiven: false, unplaced: [] });
    expect(found.pace?.unit).toBe('hours');
    const perWeek = found.pace?.perWeek ?? 0;
    expect(perWeek).toBeGreaterThanOrEqual(6.5);
    expect(perWeek).toBeLessThanOrEqual(8);
    expect(found.weeks.at(-1)?.until).toBe('2027-01-04');
    const less = plan(roadmap('К', topics), { by: day('2027-01-09'), pace: { unit: 'hours', perWeek: perWeek - 0.5 } });
    expect(less.unplaced.length).toBeGreaterThan(0);
    expect(less.needed).toEqual(found.pace);
  });

  it('counts topics where none has hours', () => {
    const topics = Array.from({ length: 9 }, (_, index) => lasting(String(index + 1), null));
    const found = plan(roadmap('К', topics), { by: day('2026-12-06'), pace: null });
    expect(found.pace).toEqual({ unit: 'topics', perWeek: 5 });
    expect(found.weeks.map(({ parts }) => parts.length)).toEqual([2, 5, 2]);
    expect(found.weeks[0]?.parts[0]?.hours).toBeNull();
  });

  it('names what does not fit, and what waits for it', () => {
    const topics = [
      lasting('1', 2),
      lasting('2', 30, { topics: [] }),
      lasting('3', 1, { needs: ['t-2'] }),
      lasting('4', 1),
    ];
    const found = plan(roadmap('К', topics), { by: day('2026-12-01'), pace: pace('7h/w') });
    expect(lines(found)).toEqual(['2026-11-20: 1, 4']);
    expect(found.unplaced.map(({ topic: { address }, reason }) => [address, reason])).toEqual([
      ['2', 'time'],
      ['3', 'needs'],
    ]);
    expect(found.needed?.perWeek).toBeGreaterThan(7);
  });

  it('does not run after what fits at no pace', () => {
    const fields: PlanField[] = [{ name: 'start', value: '2027-02-01' }];
    const topics = [...['1', '2', '3', '4'].map((address) => lasting(address, 6)), lasting('5', 1, { fields })];
    const found = plan(roadmap('К', topics), { by: day('2026-12-27'), pace: null });
    expect(found.pace).toEqual({ unit: 'hours', perWeek: 5 });
    expect(found.unplaced.map(({ topic: { address } }) => address)).toEqual(['5']);
    const given = plan(roadmap('К', topics), { by: day('2026-12-27'), pace: pace('4h/w') });
    expect([given.unplaced.length > 1, given.needed]).toEqual([true, null]);
  });

  it('ends after twenty years', () => {
    const { weeks, unplaced } = plan(roadmap('К', [lasting('1', 20), lasting('2', 1)]), at('0.01h/w'));
    expect([weeks.length, unplaced.length]).toEqual([100, 1]);
  });

  it('takes the median of the others where hours are missing, and an hour where all are', () => {
    const topics = [lasting('1', 1), lasting('2', 2), lasting('3', 6), lasting('4', null), lasting('5', null)];
    const found = plan(roadmap('К', topics), at('100h/w'));
    expect(found.assumed).toEqual([{ kind: 'topics', count: 2, hours: 2, isMedian: true }]);
    expect(found.weeks[0]?.used).toBe(13);
    expect(plan(roadmap('К', [lasting('1', null)]), at('100h/w')).assumed).toEqual([
      { kind: 'topics', count: 1, hours: 1, isMedian: false },
    ]);
  });

  it('shares the hours of a topic among those below it that have none', () => {
    const below = [
      lasting('1.1', null),
      lasting('1.2', null),
      lasting('1.3', 3),
      lasting('1.4', null, { status: 'done' }),
    ];
    const found = plan(roadmap('К', [lasting('1', 4, { topics: below })]), at('100h/w'));
    expect(found.weeks[0]?.parts.map(({ topic: { address }, hours }) => [address, hours])).toEqual([
      ['1.1', 2],
      ['1.2', 2],
      ['1.3', 3],
      ['1', 0],
    ]);
    expect(found.assumed).toEqual([]);
  });

  it('is empty where nothing is open', () => {
    const found = plan(roadmap('К', [done('1', 'а', null)]), { by: day('2026-12-01'), pace: null });
    expect(found).toMatchObject({ pace: null, weeks: [], unplaced: [] });
  });

  it('ends at the last day of the calendar', () => {
    const late = planOf(roadmap('К', [lasting('1', 9)]), [], at('1h/w'), day('9999-12-31'));
    expect(late.weeks).toEqual([]);
    const one = roadmap('К', [lasting('1', 9)]);
    expect(planOf(one, allTopics(one), at('1h/w'), day('9999-12-30')).unplaced).toHaveLength(1);
  });

  it.each([
    [0, 0],
    [1, 1],
    [10, 1],
    [11, 2],
    [92, 10],
    [140, 14],
    [4000, 14],
  ])('keeps of %i days %i free', (days, free) => expect(bufferBefore(days)).toBe(free));
});

describe('a circle', () => {
  const circleIn = (one: Roadmap): readonly string[] | null => {
    try {
      plan(one, at('6h/w'));
      return null;
    } catch (error) {
      if (!isUserError(error) || error.code !== 'needs-circle') throw error;
      return (error.args as { addresses: readonly string[] }).addresses;
    }
  };

  it.each<[string, (Section | Topic)[], readonly string[] | null]>([
    [
      'of two',
      [lasting('1', 1, { line: 1, needs: ['t-2'] }), lasting('2', 1, { line: 2, needs: ['t-1'] })],
      ['1', '2'],
    ],
    ['of one', [lasting('1', 1, { needs: ['t-1'] })], ['1']],
    [
      'through what is below',
      [
        lasting('1', 1, { line: 1, topics: [lasting('1.1', 1, { line: 2, needs: ['t-2'] })] }),
        lasting('2', 1, { line: 3, needs: ['t-1'] }),
      ],
      ['1', '1.1', '2'],
    ],
    ['that is over', [lasting('1', 1, { needs: ['t-2'] }), done('2', 'б', null, { needs: ['t-1'] })], null],
  ])('%s', (_, children, expected) => expect(circleIn(roadmap('К', children))).toEqual(expected));
});

describe('10,000 random roadmaps', () => {
  /** Mulberry32: small, and the same on every machine. */
  const randomFrom = (seed: number): ((below: number) => number) => {
    let state = seed;
    return (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    };
  };
  const statuses = ['todo', 'todo', 'todo', 'doing', 'done', 'skipped'] as const;
  const goals: PlanGoal[] = ['6h/w', '1.5h', '10/w', '0.5/w', '2.5/w', '168h/w'].flatMap((word) => [
    at(word),
    { by: day('2026-12-24'), pace: pace(word) },
  ]);
  goals.push({ by: today, pace: null }, { by: day('2027-03-01'), pace: null }, { by: day('2026-11-23'), pace: null });

  const fieldsOf: PlanField[] = [
    { name: 'due', value: '2026-11-10' },
    { name: 'due', value: '2026-12-30' },
    { name: 'start', value: '2026-12-02' },
    { name: 'priority', value: 'high' },
    { name: 'priority', value: 'low' },
  ];

  function randomRoadmap(random: (below: number) => number): Roadmap {
    const size = 1 + random(14);
    // Mostly what comes later needs what comes earlier; now and then it is the other way round.
    const ids = Array.from({ length: size }, (_, index) => `t-${index}`);
    const needsOf = (index: number): string[] =>
      Array.from({ length: random(3) }, () => {
        const id = ids[random(8) === 0 ? random(size) : random(index + 1)] as string;
        return id === ids[index] && random(20) > 0 ? 'nothing' : random(25) === 0 ? 's-1' : id;
      });
    let count = 0;
    const newTopic = (depth: number): Topic => {
      const index = count++;
      const more: Partial<Topic> = {
        id: ids[index] as string,
        line: index + 1,
        status: statuses[random(statuses.length)] as Topic['status'],
        hours: random(3) === 0 ? null : random(10) === 0 ? 20 : random(16) / 2,
        level: ['a', 'b', null][random(3)] as string | null,
        needs: needsOf(index),
        repeats: random(20) === 0,
        fields: random(4) > 0 ? [] : [fieldsOf[random(fieldsOf.length)] as PlanField],
      };
      const topics: Topic[] = [];
      while (depth < 2 && count < size && random(3) === 0) topics.push(newTopic(depth + 1));
      return lasting(String(index), null, { ...more, topics });
    };
    const children: (Section | Topic)[] = [];
    while (count < size) {
      if (random(3) > 0) children.push(newTopic(0));
      else children.push(section('1', 'р', [newTopic(0)], { id: 's-1', weight: random(2) ? random(50) : null }));
    }
    const projects = Array.from({ length: random(3) }, (_, index) =>
      project(`P${index}`, 'п', {
        id: `p-${index}`,
        hours: random(2) ? random(30) : null,
        level: ['a', 'b', null][random(3)] as string | null,
        project: { goal: null, criterion: null, proves: needsOf(size - 1), stack: [] },
      }),
    );
    return roadmap('К', children, {
      projects,
      levels: levels('a', 'b'),
      levelSource: random(2) ? 'explicit' : 'inferred',
    });
  }

  const isPlanned = ({ status, repeats }: Topic): boolean => (status === 'todo' || status === 'doing') && !repeats;

  /** What is wrong with a plan, in words. */
  function faultsOf(one: Roadmap, { weeks, unplaced, pace: used }: StudyPlan, last: string | null): string[] {
    const faults: string[] = [];
    const begin = new Map<Topic, number>();
    const end = new Map<Topic, number>();
    let moment = 0;
    weeks.forEach(({ from, until, room, used: taken, parts }, index) => {
      if (weekdayOf(from) !== 1 && (index > 0 || from !== today)) faults.push(`begins on ${from}`);
      if (from < today || weekdayOf(until) === 1) faults.push(`${from} to ${until}`);
      if (taken > room + 0.011 || room > (used?.perWeek ?? 0) + 1e-9)
        faults.push(`${taken} of ${room} in the week of ${from}`);
      if (last !== null && until > last) faults.push(`${until} is behind the last day`);
      for (const { topic: studied, part, parts: all } of parts) {
        moment++;
        if (studied.status === 'todo' && studied.fields.some(({ name, value }) => name === 'start' && value > until))
          faults.push(`${studied.address} is begun too early`);
        if (part === 1) begin.set(studied, moment);
        if (part === all) end.set(studied, moment);
      }
    });
    const left = new Set(unplaced.map((missing) => missing.topic));
    const byId = new Map(allTopics(one).map((any) => [any.id, any]));
    for (const any of allTopics(one)) {
      const times = Number(end.has(any)) + Number(left.has(any));
      if (times !== (isPlanned(any) ? 1 : 0)) faults.push(`${any.address} is there ${times} times`);
      if (begin.has(any) !== end.has(any)) faults.push(`${any.address} is not finished`);
      for (const id of [...any.needs, ...(any.project?.proves ?? [])]) {
        const need = byId.get(id);
        if (need === undefined || !isPlanned(need) || !begin.has(any)) continue;
        if ((end.get(need) ?? Number.POSITIVE_INFINITY) >= (begin.get(any) as number))
          faults.push(`${any.address} is before ${need.address}`);
      }
    }
    return faults;
  }

  it('have every topic placed behind its needs, or named as not fitting, within the pace; or a circle that is named', () => {
    let [circles, plans, left, spanning] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 10_000; seed++) {
      const random = randomFrom(seed);
      const one = randomRoadmap(random);
      const goal = goals[random(goals.length)] as PlanGoal;
      try {
        const found = plan(one, goal);
        plans++;
        left += Number(found.unplaced.length > 0);
        spanning += Number(found.weeks.some(({ parts }) => parts.some(({ parts: all }) => all > 1)));
        if (goal.by === null && found.unplaced.length > 0) expect.fail(`${seed}: not all is placed`);
        const faults = faultsOf(one, found, goal.by);
        if (faults.length > 0) expect.fail(`${seed}: ${faults.join('; ')}`);
      } catch (error) {
        if (!isUserError(error) || error.code !== 'needs-circle') throw error;
        circles++;
      }
    }
    // Of each kind there are enough to be worth something.
    expect(Math.min(circles, plans, left, spanning)).toBeGreaterThan(300);
  });
});
