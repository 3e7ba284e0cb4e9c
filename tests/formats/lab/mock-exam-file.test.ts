// MockExamFile: an exam is read as it was written, and nothing else is read as one.
import { describe, expect, it } from 'vitest';
import { mockExamText, readMockExam } from '../../../src/formats/lab/mock-exam-file.ts';
import type { MockExam } from '../../../src/model/mock-exam.ts';

const running: MockExam = {
  ...{ roadmap: 'ica', seed: 1_795_000_000, started: Date.UTC(2026, 10, 20, 9), minutes: 120, passPercent: 68 },
  tasks: [{ folder: '01-retries', lab: 'retries', domain: { id: 'traffic', title: 'Traffic' } }],
  ...{ finished: null, result: null },
};
const finished: MockExam = {
  ...running,
  finished: Date.UTC(2026, 10, 20, 10),
  result: {
    ...{ percent: 50, passed: false, domains: [{ domain: 'traffic', tasks: 1, percent: 50 }] },
    tasks: [{ lab: 'retries', outcome: 'judged', held: 2, checks: 4 }],
  },
};
const text = mockExamText(running);
const kept = (change: (exam: Record<string, unknown>) => unknown): string => {
  const exam = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(change(exam) ?? exam);
};

describe('the file of a mock exam', () => {
  it.each([
    ['one that runs', running],
    ['one that is finished', finished],
  ])('%s is read as it was written', (_, exam) => {
    expect(readMockExam(mockExamText(exam), 'mock.json')).toEqual(exam);
  });

  it('may have fields that a later version adds', () => {
    expect(
      readMockExam(
        kept((exam) => ({ ...exam, later: true })),
        'mock.json',
      ),
    ).toEqual(running);
  });

  it.each<[string, string]>([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', kept((exam) => ({ ...exam, schemaVersion: 2 }))],
    ['a start that is no instant', kept((exam) => ({ ...exam, started: 'yesterday' }))],
    ['minutes below none', kept((exam) => ({ ...exam, minutes: -1 }))],
    ['no roadmap', kept(({ roadmap, ...exam }) => exam)],
    ['a folder that leads out of it', kept((exam) => ({ ...exam, tasks: [{ ...running.tasks[0], folder: '../x' }] }))],
    ['a folder of a folder', kept((exam) => ({ ...exam, tasks: [{ ...running.tasks[0], folder: 'a/b' }] }))],
    ['a result of other tasks', mockExamText({ ...finished, tasks: [...finished.tasks, ...finished.tasks] })],
  ])('%s is none', (_, written) => {
    expect(() => readMockExam(written, 'mock.json')).toThrow(expect.objectContaining({ code: 'bad-mock' }));
  });
});
