// LabReport: goldens of what a learner reads, and what fits at every width.
import { describe, expect, it } from 'vitest';
import { readLab } from '../../src/formats/lab/read.ts';
import { labCommandSentences } from '../../src/lang/lab-command-sentences.ts';
import type { JudgedProblem, Lab, Verdict } from '../../src/model/lab.ts';
import { toSource } from '../../src/text/source.ts';
import { displayWidth } from '../../src/text/width.ts';
import { drawLabs, type LabTheme, type ListedLab, labsJson, plainLabs } from '../../src/views/lab-list.ts';
import { drawHints, drawLabTask, drawSolution, labJson, taskText } from '../../src/views/lab-task.ts';
import type { ThemeWithSentences } from '../../src/views/problem.ts';
import { drawVerdict, type VerdictView, verdictJson } from '../../src/views/verdict.ts';
import { cafeFiles, cafeWithLabs, labNamed, listedLabs } from '../support/cafe-labs.ts';
import { expectGolden } from '../support/golden.ts';
import { inEveryLook, look } from './variants.ts';

const withLab = (theme: ThemeWithSentences): LabTheme => ({ ...theme, lab: labCommandSentences[theme.language] });

const menu = labNamed('menu-board');
const stock = labNamed('stock-broken');
const [menuEntry, stockEntry] = listedLabs() as [ListedLab, ListedLab];
const hostileText = 'Чай \u001b[2J\u202eenod \u0007';
/** What an author may write, and no terminal may obey. */
const hostile: Lab = {
  ...menu,
  id: 'menu-board',
  title: { en: hostileText },
  task: `${hostileText}\n\n- ${'очень'.repeat(40)}\n- ${hostileText}`,
  given: { facts: [hostileText], manifests: `a: "${hostileText}"\n` },
  start: `${'x'.repeat(300)}: 1\n`,
  solution: `${'x'.repeat(300)}: ${hostileText}\n`,
  hints: [hostileText],
  docs: [`https://example.org/${hostileText}`],
};
const hostileEntry = { ...menuEntry, title: hostile.title, id: `menu-${'long-'.repeat(4)}board` };

const answer = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: board, namespace: front}\ndata:\n  tea: 3.80\n';
const files = [{ name: 'answer.yaml', text: answer }];
const judged = (verdict: Verdict, more: Partial<VerdictView> = {}): VerdictView => ({
  ...{ entry: menuEntry, lab: menu, files, words: ['answer.yaml'], verdict },
  ...{ recorded: null, isFirst: false, ticked: false, nextLab: null, isWatched: false },
  ...more,
});
const problem: JudgedProblem = {
  ...{ layer: 'check', check: 'tea', message: { en: menuFailure('en'), ru: menuFailure('ru') }, hint: null },
  ...{ file: 'answer.yaml', line: 5, column: 3 },
};
function menuFailure(language: 'en' | 'ru'): string {
  const { failure = '' } = menu.checks[0] ?? {};
  return typeof failure === 'string' ? failure : (failure[language] as string);
}
const unmet: Verdict = {
  passed: false,
  checks: [
    { id: 'tea', holds: false },
    { id: 'currency', holds: true },
  ],
  problems: [problem],
};
const unread: Verdict = {
  passed: false,
  checks: [
    { id: 'tea', holds: null },
    { id: 'currency', holds: null },
  ],
  problems: [
    {
      ...{ layer: 'schema', check: null, file: 'answer.yaml', line: 4, column: 1 },
      message: { en: '"data" of a ConfigMap holds texts', ru: 'в «data» у ConfigMap бывают только тексты' },
      hint: { en: 'put the number in quotes', ru: 'возьмите число в кавычки' },
    },
  ],
};
const dangling: Verdict = {
  ...unmet,
  problems: [
    {
      ...{ layer: 'reference', check: null, file: 'answer.yaml', line: 3, column: 1, hint: null },
      message: { en: 'there is no namespace front', ru: 'нет пространства имён front' },
    },
    problem,
  ],
};
const met: Verdict = { passed: true, checks: unmet.checks.map(({ id }) => ({ id, holds: true })), problems: [] };
const many: Verdict = { ...unread, problems: Array.from({ length: 14 }, () => unread.problems[0] as never) };

const taskOf = (lab: Lab, entry: ListedLab, hints = 0) => ({ lab, entry, hints });
const none = { ...cafeWithLabs, id: 'bakery' };
const views: readonly [string, (theme: LabTheme) => string][] = [
  ['labs.txt', (theme) => drawLabs({ roadmap: cafeWithLabs, labs: listedLabs(), isWhole: true }, theme)],
  [
    'labs-passed.txt',
    (theme) =>
      drawLabs({ roadmap: cafeWithLabs, labs: listedLabs('stock-broken', 'menu-board'), isWhole: true }, theme),
  ],
  ['labs-none.txt', (theme) => drawLabs({ roadmap: none, labs: [], isWhole: true }, theme)],
  ['labs-none-fits.txt', (theme) => drawLabs({ roadmap: cafeWithLabs, labs: [], isWhole: false }, theme)],
  ['labs-hostile.txt', (theme) => drawLabs({ roadmap: none, labs: [hostileEntry], isWhole: true }, theme)],
  ['lab-task.txt', (theme) => drawLabTask(taskOf(menu, menuEntry), theme)],
  ['lab-mend.txt', (theme) => drawLabTask(taskOf(stock, { ...stockEntry, passed: true }), theme)],
  ['lab-hostile.txt', (theme) => drawLabTask(taskOf(hostile, hostileEntry), theme)],
  ['lab-hint.txt', (theme) => drawHints(taskOf(menu, menuEntry, 1), theme)],
  ['lab-last-hint.txt', (theme) => drawHints(taskOf(menu, menuEntry, 2), theme)],
  ['lab-no-hint.txt', (theme) => drawHints(taskOf(stock, stockEntry), theme)],
  ['lab-solution.txt', (theme) => drawSolution(taskOf(menu, menuEntry), theme)],
  ['lab-solution-hostile.txt', (theme) => drawSolution(taskOf(hostile, hostileEntry), theme)],
  ['verdict-unmet.txt', (theme) => drawVerdict(judged(unmet), theme)],
  ['verdict-unread.txt', (theme) => drawVerdict(judged(unread, { isWatched: true }), theme)],
  ['verdict-dangling.txt', (theme) => drawVerdict(judged(dangling), theme)],
  ['verdict-many.txt', (theme) => drawVerdict(judged(many), theme)],
  [
    'verdict-met.txt',
    (theme) => drawVerdict(judged(met, { recorded: '/data/cafe.md', isFirst: true, nextLab: 'stock-broken' }), theme),
  ],
  ['verdict-ticked.txt', (theme) => drawVerdict(judged(met, { ticked: true }), theme)],
];

describe('what a learner sees stays as it was approved', () => {
  it.each(views)('%s', (name, draw) =>
    expectGolden(
      name,
      inEveryLook((theme) => draw(withLab(theme)), 'cafe.yaml'),
    ),
  );

  it.each([40, 80, 120, 200])('no line is wider than %i columns', (width) => {
    // A link is copied, so it is never broken.
    for (const [name, draw] of views)
      for (const ascii of [false, true])
        for (const language of ['en', 'ru'] as const)
          for (const line of draw(withLab(look({ width, ascii, language }))).split('\n'))
            if (!/^ *https:\/\/\S+$/.test(line))
              expect(displayWidth(line), `${name}: ${line}`).toBeLessThanOrEqual(width);
  });

  it.each(views)('nothing in %s drives a terminal', (_, draw) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(draw(withLab(look({ width: 80 })))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('what scripts get', () => {
  it('is one record for each lab', () => {
    expect(plainLabs(listedLabs('stock-broken', 'menu-board'), 'ru', '\n')).toBe(
      [
        'menu-board\tdone\t2026-11-20\tjunior\t10\t1.1\tЧай на доске',
        'stock-broken\tdone\t-\tmiddle\t15\t1.2\tЗёрна, которых нет',
        'queue-length\ttodo\t-\tmiddle\t20\t2.1\tОчередь покороче',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['labs.json', labsJson(listedLabs('stock-broken', 'menu-board'), 'en')],
    ['lab.json', labJson(taskOf(menu, menuEntry, 1), true, 'ru')],
    ['verdict.json', verdictJson(judged(unmet, { recorded: null }), 'en')],
  ])('%s', (name, text) => expectGolden(name, `${JSON.stringify(JSON.parse(text), null, 2)}\n`));

  it('the task in its file is the task, in lines of eighty columns', () => {
    const text = taskText(taskOf(menu, menuEntry), withLab(look({ width: 200, roadmap: 'cafe.yaml' })));
    expect(text).toMatch(/^Tea on the board\n\nThe board of the café/);
    expect(text).toContain('istio-roadmap lab menu-board answer.yaml -r cafe.yaml');
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});

it('the labs of the café can be read', () => {
  for (const [name, text] of Object.entries(cafeFiles))
    if (name.startsWith('labs/')) expect(readLab(toSource(text), name, 'x').checks.length).toBeGreaterThan(0);
});
