// Topics that are the same work as topics of other roadmaps, in pictures: `roadmap: id state day = counterparts`, one topic a line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCounterpart, withCounterparts } from '../../src/model/counterpart.ts';
import { lintCounterparts } from '../../src/model/lint/counterparts.ts';
import type { Roadmap, Status, Topic } from '../../src/model/roadmap.ts';
import { topicsById } from '../../src/model/tree.ts';
import { day, roadmap, section, topic } from '../support/roadmaps.ts';

type Roadmaps = ReadonlyMap<string, Roadmap>;

function drawn(...lines: readonly string[]): Roadmaps {
  const topics = new Map<string, Topic[]>();
  for (const line of lines) {
    const [, name = '', id = '', status = '', date, same = ''] =
      /^(\w+): (\w+) (\w+)(?: (\d\S+))?(?: = (.+))?$/.exec(line) ?? [];
    const known = topics.get(name) ?? [];
    topics.set(name, known);
    const more = { id, status: status as Status, completedOn: date === undefined ? null : day(`2026-11-${date}`) };
    known.push(topic(`1.${known.length + 1}`, id, { ...more, same: same === '' ? [] : same.split(' ') }));
  }
  return new Map([...topics].map(([name, all]) => [name, roadmap(name, [section('1', 'Part', all)])]));
}

function finderIn(roadmaps: Roadmaps): (written: string) => Topic | undefined {
  const byName = new Map([...roadmaps].map(([name, one]) => [name, topicsById(one)]));
  return (written) => {
    const [name = '', id = ''] = written.split('#');
    return byName.get(name)?.get(id);
  };
}

/** The topics of the first roadmap that show another state than their own. */
function shown(roadmaps: Roadmaps): string[] {
  const own = roadmaps.get('exam') as Roadmap;
  const before = topicsById(own);
  return [...topicsById(withCounterparts(own, finderIn(roadmaps))).values()]
    .filter(({ id, status }) => status !== before.get(id)?.status)
    .map(({ id, status, completedOn, from }) => `${id} ${status} ${completedOn?.slice(8)} ${from}`);
}

describe('what is done elsewhere', () => {
  const cases: readonly (readonly [what: string, lines: readonly string[], shown: readonly string[]])[] = [
    ['is done here, on that day', ['exam: a todo = mesh#a', 'mesh: a done 03'], ['a done 03 mesh#a']],
    ['without a day is done without one', ['exam: a todo = mesh#a', 'mesh: a done'], ['a done undefined mesh#a']],
    [
      'is not what is begun, skipped or open there',
      ['exam: a todo = mesh#a mesh#b mesh#c', 'mesh: a todo', 'mesh: b doing', 'mesh: c skipped'],
      [],
    ],
    [
      'leaves alone what is begun or skipped here',
      ['exam: a doing = mesh#a', 'exam: b skipped = mesh#a', 'mesh: a done 03'],
      [],
    ],
    ['leaves its own day to what is done here', ['exam: a done 05 = mesh#a', 'mesh: a done 03'], []],
    [
      'counts from the first day of several',
      ['exam: a todo = mesh#a mesh#b mesh#c', 'mesh: a done 04', 'mesh: b done 03', 'mesh: c done'],
      ['a done 03 mesh#b'],
    ],
    [
      'counts through a third roadmap, under the name that has the tick',
      ['exam: a todo = mesh#a', 'mesh: a todo = lab#a', 'lab: a done 02'],
      ['a done 02 lab#a'],
    ],
    [
      'does not count through what is skipped on the way',
      ['exam: a todo = mesh#a', 'mesh: a skipped = lab#a', 'lab: a done 02'],
      [],
    ],
    ['counts within a roadmap', ['exam: a todo = exam#b', 'exam: b done 02'], ['a done 02 exam#b']],
    [
      'counts both ways round a circle',
      ['exam: a todo = mesh#a', 'mesh: a todo = exam#b', 'exam: b done 01 = mesh#a'],
      ['a done 01 exam#b'],
    ],
    ['is nothing in a circle of open topics', ['exam: a todo = mesh#a', 'mesh: a todo = exam#a'], []],
    ['is nothing where there is no such topic', ['exam: a todo = mesh#b gone#a', 'mesh: a done 01'], []],
  ];
  it.each(cases)('%s', (_, lines, expected) => expect(shown(drawn(...lines))).toEqual(expected));

  it('shares what does not change', () => {
    const roadmaps = drawn('exam: a todo = mesh#a', 'mesh: a todo');
    const own = roadmaps.get('exam') as Roadmap;
    expect(withCounterparts(own, finderIn(roadmaps))).toBe(own);
  });

  it('is what can be reached over open topics, however the links go', () => {
    const names = ['exam', 'mesh', 'lab'] as const;
    const line = fc.record({
      name: fc.constantFrom(...names),
      status: fc.constantFrom<Status>('todo', 'todo', 'done', 'skipped'),
      same: fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(9)), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const counts: { [name: string]: number } = {};
        const roadmaps = drawn(
          ...[{ name: 'exam', status: 'todo', same: [] }, ...lines].map(({ name, status, same }) => {
            const at = counts[name] ?? 0;
            counts[name] = at + 1;
            const links = same.map(([other, id]) => `${other}#t${id}`).join(' ');
            return `${name}: t${at} ${status}${links === '' ? '' : ` = ${links}`}`;
          }),
        );
        const find = finderIn(roadmaps);
        const isDone = (one: Topic, way: readonly Topic[]): boolean =>
          one.status === 'done' ||
          (one.status === 'todo' &&
            one.same.some((written) => {
              const other = find(written);
              return other !== undefined && !way.includes(other) && isDone(other, [...way, other]);
            }));
        const own = roadmaps.get('exam') as Roadmap;
        const expected = [...topicsById(own).values()].filter((one) => one.status === 'todo' && isDone(one, [one]));
        const found = [...topicsById(withCounterparts(own, find)).values()].filter(({ from }) => from !== null);
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        for (const { from } of found) expect(find(from ?? '')?.status).toBe('done');
      }),
      { numRuns: 300 },
    );
  });

  it('costs no more than there are links', () => {
    const count = 20_000;
    const lines = Array.from({ length: count }, (_, at) => `exam: t${at} todo = exam#t${at + 1}`);
    const found = shown(drawn(...lines, `exam: t${count} done 01`));
    expect(found).toHaveLength(count);
    expect(found[0]).toBe(`t0 done 01 exam#t${count}`);
  });
});

describe('what is written as a counterpart', () => {
  it.each(['istio#virtual-service', 'my-notes#a/b', 'курс#тема', 'a.b#c#d'])('may be %s', (written) =>
    expect(isCounterpart(written)).toBe(true),
  );
  it.each(['', 'istio', '#a', 'istio#', 'a b#c', 'istio#a b', '../notes#a', '/etc/notes#a', 'c:\\notes#a'])(
    'may not be %j',
    (written) => expect(isCounterpart(written)).toBe(false),
  );
});

describe('lint of counterparts', () => {
  function linted(roadmaps: Roadmaps): unknown[] {
    const known = (name: string) => {
      const other = roadmaps.get(name);
      return other === undefined ? ('no-roadmap' as const) : { ids: topicsById(other).keys() };
    };
    const counterparts = { find: finderIn(roadmaps), known, names: [...roadmaps.keys()] };
    return lintCounterparts(roadmaps.get('exam') as Roadmap, counterparts, ({ line }) => ({ line, column: 1 })).map(
      ({ code, args }) => ({ [code]: args }),
    );
  }

  it('has nothing to say of what is there', () =>
    expect(linted(drawn('exam: a todo = mesh#a', 'mesh: a todo = lab#a', 'lab: a todo'))).toEqual([]));

  it('names what is not there, with the next best', () => {
    expect(
      linted(drawn('exam: a todo = mesh#virtual', 'exam: b todo = mash#b xxxxxx#b', 'mesh: virtuals todo')),
    ).toEqual([
      { 'same-nothing': { written: 'mesh#virtual', reason: 'no-topic', nearest: 'mesh#virtuals' } },
      { 'same-nothing': { written: 'mash#b', reason: 'no-roadmap', nearest: 'mesh#b' } },
      { 'same-nothing': { written: 'xxxxxx#b', reason: 'no-roadmap', nearest: null } },
    ]);
  });

  it('names a circle once, from its own topic on', () => {
    expect(
      linted(drawn('exam: a todo = mesh#a', 'exam: b todo = mesh#a', 'mesh: a todo = lab#a', 'lab: a todo = exam#b')),
    ).toEqual([{ 'same-circle': { names: ['b', 'mesh#a', 'lab#a'] } }]);
    expect(linted(drawn('exam: a todo = exam#a'))).toEqual([{ 'same-circle': { names: ['a'] } }]);
  });

  it('leaves a circle of others to them', () =>
    expect(linted(drawn('exam: a todo = mesh#a', 'mesh: a todo = lab#a', 'lab: a todo = mesh#a'))).toEqual([]));
});
