import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/lab.ts';
import {
  drawTasks,
  endOf,
  isBegun,
  type MockExam,
  markedResult,
  type Outcome,
  resultOf,
  shareOf,
} from '../../src/model/mock-exam.ts';
import { randomFrom } from '../../src/model/random.ts';

const labs = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const ica = (counts: readonly [number, number, number, number]) => [
  { title: 'install', weight: 20, labs: labs('i', counts[0]) },
  { title: 'traffic', weight: 35, labs: labs('t', counts[1]) },
  { title: 'security', weight: 25, labs: labs('s', counts[2]) },
  { title: 'trouble', weight: 20, labs: labs('x', counts[3]) },
];
const counted = (drawn: readonly { domain: string }[]) =>
  ['install', 'traffic', 'security', 'trouble'].map((title) => drawn.filter(({ domain }) => domain === title).length);

describe('drawing the tasks of a mock exam', () => {
  it.each([
    ['by weight', [9, 9, 9, 9], 16, [3, 6, 4, 3]],
    ['one task goes to the heaviest', [9, 9, 9, 9], 1, [0, 1, 0, 0]],
    ['what a domain lacks goes to the others', [1, 20, 20, 20], 16, [1, 7, 5, 3]],
    ['all there are, when there are too few', [1, 2, 3, 0], 16, [1, 2, 3, 0]],
    ['none', [0, 0, 0, 0], 16, [0, 0, 0, 0]],
  ] as const)('%s', (_, counts, count, expected) => {
    const drawn = drawTasks(ica(counts), count, randomFrom(1));
    expect(counted(drawn)).toEqual(expected);
    expect(new Set(drawn.map(({ lab }) => lab)).size).toBe(drawn.length);
  });

  it('draws others with another seed, and the same with the same', () => {
    const drawn = (seed: number) => drawTasks(ica([9, 9, 9, 9]), 16, randomFrom(seed));
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
  });

  it('gives every lab of a domain its chance', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1)
      for (const { lab } of drawTasks(ica([9, 9, 9, 9]), 16, randomFrom(seed))) seen.add(lab);
    expect(seen.size).toBe(36);
  });

  it('takes a lab of two domains once, for the one with fewer labs', () => {
    const domains = [
      { title: 'large', weight: 50, labs: ['a', 'b', 'c', 'both'] },
      { title: 'small', weight: 50, labs: ['both'] },
    ];
    const drawn = drawTasks(domains, 4, randomFrom(3));
    expect(drawn.filter(({ domain }) => domain === 'small')).toEqual([{ domain: 'small', lab: 'both' }]);
    expect(drawn).toHaveLength(4);
  });

  it('treats domains without weights alike', () => {
    const domains = ica([9, 9, 9, 9]).map((domain) => ({ ...domain, weight: 0 }));
    expect(counted(drawTasks(domains, 8, randomFrom(1)))).toEqual([2, 2, 2, 2]);
  });
});

describe('the result of a mock exam', () => {
  const task = (domain: string, held: number, checks: number) => ({ domain, held, checks });
  it.each([
    ['everything', [task('a', 3, 3), task('b', 2, 2)], 100, true],
    ['a share of a task counts', [task('a', 1, 2), task('b', 1, 1)], 75, true],
    ['thirds add up', [task('a', 2, 3), task('a', 1, 3), task('a', 0, 1)], 33, false],
    ['just enough', [task('a', 68, 100)], 68, true],
    ['a hair too little', [task('a', 679, 1000)], 67, false],
    ['a lab without checks gives nothing', [task('a', 0, 0)], 0, false],
    ['no task', [], 0, false],
  ])('%s', (_, tasks, percent, passed) => {
    expect(resultOf(tasks, 68)).toMatchObject({ percent, passed });
  });

  it('has each domain, in the order of the tasks', () => {
    expect(resultOf([task('a', 1, 1), task('b', 0, 4), task('b', 2, 4)], 68).domains).toEqual([
      { domain: 'a', tasks: 1, percent: 100 },
      { domain: 'b', tasks: 2, percent: 25 },
    ]);
  });
});

describe('whether an answer is begun', () => {
  it.each([
    ['the comment it came with', '# your answer goes here\n', '', false],
    ['nothing', '', '', false],
    ['an object', '# your answer\nkind: Service\n', '', true],
    ['the file it began with', 'kind: Service\n', 'kind: Service\n', false],
    ['the same with other ends of lines', 'kind: Service  \r\n\r\nspec: {}\r\n', 'kind: Service\nspec: {}\n', false],
    ['the same with a remark', '# look here\nkind: Service\n', 'kind: Service\n', false],
    ['a change', 'kind: Gateway\n', 'kind: Service\n', true],
    ['other indentation', '  kind: Service\n', 'kind: Service\n', true],
    ['a file that was emptied', '\n', 'kind: Service\n', false],
  ])('%s: %#', (_, text, start, expected) => expect(isBegun(text, start)).toBe(expected));
});

describe('the marks of an exam', () => {
  const domain = (id: string) => ({ id, title: id.toUpperCase() });
  const exam: MockExam = {
    ...{ roadmap: 'ica', seed: 1, started: 0, minutes: 120, passPercent: 68, finished: null, result: null },
    tasks: ['a', 'a', 'b', 'b', 'c'].map((id, at) => ({ folder: `0${at}`, lab: `lab-${at}`, domain: domain(id) })),
  };
  const task = (outcome: Outcome, held: number, checks: number) => ({ lab: '', outcome, held, checks });

  it('count what was judged in time alone, and no lab that is gone', () => {
    const tasks = [
      task('judged', 2, 4),
      task('late', 4, 4),
      task('invalid', 0, 3),
      task('judged', 3, 3),
      task('gone', 0, 0),
    ];
    expect(markedResult(exam, tasks)).toEqual({
      ...{ percent: 37, passed: false, tasks },
      domains: [
        { domain: 'a', tasks: 2, percent: 25 },
        { domain: 'b', tasks: 2, percent: 50 },
      ],
    });
  });

  it('ends after its minutes', () => expect(endOf(exam)).toBe(2 * 60 * 60 * 1000));
});

describe('the share of a task', () => {
  const verdict = (holds: string, layer: 'check' | 'reference' | 'schema' | null = null): Verdict => ({
    passed: !holds.includes('-') && !holds.includes('?') && layer === null,
    checks: [...holds].map((mark, at) => ({ id: `${at}`, holds: mark === '?' ? null : mark === '+' })),
    problems:
      layer === null
        ? []
        : [{ layer, check: null, message: { en: '', ru: '' }, hint: null, file: null, line: null, column: null }],
  });
  it.each([
    ['all', verdict('+++'), null, 3, 3],
    ['some', verdict('+-+'), null, 2, 3],
    ['one that nobody judged', verdict('-?+'), null, 1, 3],
    ['a name that leads nowhere', verdict('++-', 'reference'), null, 2, 4],
    ['a mended fault', verdict('+++'), verdict('+-+'), 1, 1],
    ['a fault that is still there', verdict('+-+'), verdict('+-+'), 0, 1],
    ['half of a fault', verdict('++-+'), verdict('+--+'), 1, 2],
    ['a fault mended at the cost of something else', verdict('-++'), verdict('+-+'), 1, 2],
    ['a fault that breaks no check', verdict('+++'), verdict('+++', 'reference'), 1, 1],
    ['the same, still there', verdict('+++', 'reference'), verdict('+++', 'reference'), 0, 2],
    ['a fault that lets nothing be judged', verdict('+-'), verdict('??', 'schema'), 1, 2],
  ] as const)('%s', (_, answer, start, held, checks) => {
    expect(shareOf(answer, start)).toEqual({ held, checks });
  });
});
