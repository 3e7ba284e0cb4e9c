// MockExamReport: goldens of what somebody sees who takes a mock exam, and what fits at every width.
import { describe, expect, it } from 'vitest';
import { labCommandSentences } from '../../src/lang/lab-command-sentences.ts';
import { mockExamSentences } from '../../src/lang/mock-exam-sentences.ts';
import { type MockExam, markedResult, type TaskResult } from '../../src/model/mock-exam.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawLabs } from '../../src/views/lab-list.ts';
import {
  drawMockExam,
  type MockExamView,
  type MockTheme,
  mockExamJson,
  mockTaskText,
  plainMockExam,
  type ShownTask,
} from '../../src/views/mock-exam.ts';
import type { ThemeWithSentences } from '../../src/views/problem.ts';
import { cafeWithLabs, labNamed, listedLabs } from '../support/cafe-labs.ts';
import { expectGolden } from '../support/golden.ts';
import { inEveryLook, look } from './variants.ts';

const withMock = (theme: ThemeWithSentences): MockTheme => ({
  ...theme,
  ...{ lab: labCommandSentences[theme.language], mock: mockExamSentences[theme.language] },
});

const started = Date.UTC(2026, 10, 20, 9);
const minute = 60_000;
const [kitchen, counter] = cafeWithLabs.children.map(({ id }) => id) as [string, string];
const tasks = [
  { folder: '01-menu-board', lab: 'menu-board', domain: { id: kitchen, title: 'Kitchen' } },
  { folder: '02-stock-broken', lab: 'stock-broken', domain: { id: kitchen, title: 'Kitchen' } },
  { folder: '03-queue-length', lab: 'queue-length', domain: { id: counter, title: 'Counter' } },
];
const exam: MockExam = {
  ...{ roadmap: 'cafe', seed: 1, started, minutes: 120, passPercent: 68, tasks, finished: null, result: null },
};
const entryOf = (lab: string) => listedLabs().find(({ id }) => id === lab) ?? null;
const shown = (states: readonly Pick<ShownTask, 'state' | 'held' | 'checks'>[], of = exam): ShownTask[] =>
  of.tasks.map((task, at) => ({ task, entry: entryOf(task.lab), ...(states[at] as (typeof states)[number]) }));
const waiting = (state: ShownTask['state']) => ({ state, held: null, checks: null });

const view = (more: Partial<MockExamView>): MockExamView => ({
  ...{ roadmap: cafeWithLabs, exam, name: 'cafe.yaml', folder: 'mock-cafe', isUsualFolder: true },
  now: started + 47 * minute + 20_000,
  tasks: shown([waiting('begun'), waiting('untouched'), waiting('untouched')]),
  ...{ wanted: null, recorded: null },
  ...more,
});

function finishedBy(results: readonly Omit<TaskResult, 'lab'>[], more: Partial<MockExamView> = {}): MockExamView {
  const judged = results.map((one, at) => ({ lab: tasks[at]?.lab ?? '', ...one }));
  const finished = { ...exam, finished: started + 95 * minute, result: markedResult(exam, judged) };
  const states = judged.map(({ outcome, held, checks }) => ({ state: outcome, held, checks }));
  return view({ exam: finished, now: started + 96 * minute, tasks: shown(states, finished), ...more });
}
const task = (outcome: TaskResult['outcome'], held: number, checks: number) => ({ outcome, held, checks });

const hostileText = 'Чай \u001b[2J\u202eenod \u0007';
const hostile = view({
  folder: hostileText,
  isUsualFolder: false,
  tasks: shown([waiting('begun'), waiting('untouched'), waiting('gone')]).map((one) => ({
    ...one,
    task: { ...one.task, folder: `${hostileText}${'long-'.repeat(12)}` },
    entry: one.entry && { ...one.entry, title: `${hostileText} ${'очень'.repeat(30)}` },
  })),
});

const all = { recorded: { count: 2, file: '/data/cafe.md' } };
const views: readonly [string, (theme: MockTheme) => string][] = [
  ['mock-begun.txt', (theme) => drawMockExam(view({ now: started, wanted: 16 }), theme)],
  ['mock-running.txt', (theme) => drawMockExam(view({ folder: 'evening', isUsualFolder: false }), theme)],
  ['mock-over.txt', (theme) => drawMockExam(view({ now: started + 131 * minute }), theme)],
  [
    'mock-failed.txt',
    (theme) =>
      drawMockExam(finishedBy([task('judged', 1, 2), task('untouched', 0, 1), task('invalid', 0, 2)], all), theme),
  ],
  [
    'mock-late.txt',
    (theme) => drawMockExam(finishedBy([task('judged', 2, 2), task('late', 1, 1), task('gone', 0, 0)]), theme),
  ],
  [
    'mock-passed.txt',
    (theme) => drawMockExam(finishedBy([task('judged', 2, 2), task('judged', 1, 1), task('judged', 2, 2)], all), theme),
  ],
  ['mock-hostile.txt', (theme) => drawMockExam(hostile, theme)],
  [
    'labs-broken.txt',
    (theme) =>
      drawLabs(
        {
          ...{ roadmap: cafeWithLabs, labs: listedLabs().filter(({ mend }) => mend), isWhole: false },
          next: { what: theme.mock.huntOfDay, lab: 'stock-broken' },
        },
        theme,
      ),
  ],
];

describe('what is seen of a mock exam stays as it was approved', () => {
  it.each(views)('%s', (name, draw) =>
    expectGolden(
      name,
      inEveryLook((theme) => draw(withMock(theme))),
    ),
  );

  it.each([40, 80, 120, 200])('no line is wider than %i columns', (width) => {
    for (const [name, draw] of views)
      for (const ascii of [false, true])
        for (const language of ['en', 'ru'] as const)
          for (const line of draw(withMock(look({ width, ascii, language }))).split('\n'))
            expect(displayWidth(line), `${name}: ${line}`).toBeLessThanOrEqual(width);
  });

  it.each(views)('nothing in %s drives a terminal', (_, draw) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(draw(withMock(look({ width: 80 })))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('what scripts get of a mock exam', () => {
  it('is one record for each task', () => {
    const judged = finishedBy([task('judged', 1, 2), task('late', 1, 1), task('invalid', 0, 2)]);
    expect(plainMockExam(judged, 'ru', '\n')).toBe(
      [
        '01-menu-board\tjudged\t1\t2\tmenu-board\tКухня',
        '02-stock-broken\tlate\t1\t1\tstock-broken\tКухня',
        '03-queue-length\tinvalid\t0\t2\tqueue-length\tСтойка',
        '',
      ].join('\n'),
    );
    expect(plainMockExam(view({}), 'en', '\0')).toMatch(/^01-menu-board\tbegun\t-\t-\tmenu-board\tKitchen\0/);
  });

  it.each([
    ['mock-running.json', mockExamJson(view({}), 'en')],
    [
      'mock-finished.json',
      mockExamJson(finishedBy([task('judged', 1, 2), task('late', 1, 1), task('gone', 0, 0)], all), 'ru'),
    ],
  ])('%s', (name, text) => expectGolden(name, `${JSON.stringify(JSON.parse(text), null, 2)}\n`));

  it('the task in its file has what is given, in lines of eighty columns', () => {
    const theme = withMock(look({ width: 200 }));
    const text = mockTaskText(labNamed('menu-board'), '01.', ['given.yaml', 'answer.yaml'], theme);
    expect(text).toMatch(/^# 01\. Tea on the board\n\nThe board of the café/);
    expect(text).toMatch(/given:\n\n- A price is text\n\nObjects without a namespace are in front\. given\.yaml/);
    expect(mockTaskText(labNamed('stock-broken'), '02.', ['answer.yaml'], theme)).toMatch(/the file to change\.\n$/);
    expect(mockTaskText(labNamed('queue-length'), '03.', ['answer.yaml'], theme)).not.toMatch(/namespace/);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});
