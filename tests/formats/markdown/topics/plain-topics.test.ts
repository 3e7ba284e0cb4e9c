// Tests of what gives topics in a note without task lines: plans, links, numbered items, trees, HTML pages (FORMATS T3, T4, T12).
// Inputs in other languages are heads and cells of plans: week, day, topic, first week.
import { describe, expect, it } from 'vitest';
import { note, readNote, shapeOf, titlesOf } from '../../../support/notes.ts';

const shape = (...lines: readonly string[]): string[] => shapeOf(readNote(note(...lines)));
const table = (head: string, ...rows: readonly string[]): string[] => [
  '',
  `| ${head} |`,
  `|${'---|'.repeat(head.split('|').length)}`,
  ...rows.map((row) => `| ${row} |`),
  '',
];
const weeks = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index + 1} | topic ${index + 1}`);
const advice = ['## Advice', '- sleep', '- eat', '- walk'];

describe('plan tables (FORMATS T3)', () => {
  it.each([
    ['days', 'Day | Focus', ['Mon | a', 'Tue | b']],
    ['weeks', 'Неделя | План', ['1 | a', '2 | b']],
    ['stretches of weeks', 'Semana | Tema', ['1-2 | a', '3-4 | b']],
    ['weeks with their word', 'Week | What', ['Week 1 | a', 'Week 2 | b']],
    ['weeks with their word before and behind', '周数 | 主题', ['第1周 | a', '第2周 | b']],
    ['days under another head', '회차 | 주제', ['1일차 | a', '2일차 | b']],
  ])('two that name %s in order are the plan, and bullets are advice', (_, head, rows) => {
    const lines = [...advice, '## One', ...table(head, ...rows), '## Two', ...table(head, ...rows)];
    expect(titlesOf(readNote(note(...lines)))).toEqual(['a', 'b', 'a', 'b']);
  });

  it.each([
    ['one of five rows', weeks(5), 5],
    ['not one of four', weeks(4), 3],
  ])('%s that holds more than the bullets', (_, rows, expected) => {
    expect(titlesOf(readNote(note(...advice, '## Plan', ...table('Week | Topic', ...rows))))).toHaveLength(expected);
  });

  it('is none where the bullets are more', () => {
    const bullets = Array.from({ length: 6 }, (_, index) => `- b${index}`);
    expect(titlesOf(readNote(note(...bullets, ...table('Week | Topic', ...weeks(5)))))).toHaveLength(6);
  });

  it('numbered tables are one where there are several and they hold more than the bullets', () => {
    const part = table('# | File', '01 | a', '05 | b');
    expect(titlesOf(readNote(note(...advice, '## One', ...part, '## Two', ...part)))).toEqual(['a', 'b', 'a', 'b']);
  });

  it('tables of something else are none', () => {
    const part = table('Tool | Use', 'plane | wood', 'file | iron', 'saw | both');
    expect(titlesOf(readNote(note(...advice, '## A', ...part, '## B', ...part)))).toEqual(['sleep', 'eat', 'walk']);
  });

  it('a week without a topic is called by what is written of it, or by its number', () => {
    const rows = [...weeks(4), '5 | ', '6 | - '];
    expect(titlesOf(readNote(note(...table('Week | Topic', ...rows)))).slice(4)).toEqual(['Week 5', 'Week 6']);
  });
});

describe('paragraphs that are only links (FORMATS T3, T4)', () => {
  const contents = ['# T', '- [A](#a)', '- [B](#b)', ''];

  it('are topics where the contents lead to nothing else', () => {
    const lines = [
      ...contents,
      '## A',
      '[x](https://a.example)',
      '',
      '[y](https://b.example)',
      '## B',
      '<https://c.example>',
    ];
    expect(shape(...lines)).toEqual(['1 A', '  1.1 [ ] x', '  1.2 [ ] y', '2 B', '  2.1 [ ] https://c.example']);
  });

  it('are none where one section holds prose: the contents are', () => {
    const lines = [...contents, '## A', '[x](https://a.example)', '## B', 'Prose.'];
    expect(shape(...lines)).toEqual(['1 [ ] A', '2 [ ] B']);
  });

  it('are topics in sections without bullets beside those that have some', () => {
    const lines = [
      '## A',
      '- a',
      '',
      '[no](https://a.example)',
      '## B',
      '[b](https://b.example)',
      '',
      '[up](#a)',
      '',
      '[![i](i.png)](x)',
    ];
    expect(titlesOf(readNote(note(...lines)))).toEqual(['a', 'b']);
  });

  it('never take the place of headings', () => {
    expect(shape('# T', '## A', '[x](https://a.example)', '## B', 'Prose.')).toEqual(['1 [ ] A', '2 [ ] B']);
  });
});

describe('list items (FORMATS T3)', () => {
  it('a property, a picture and nothing are no topics', () => {
    expect(
      titlesOf(
        readNote(note('- a', '- order-type:: number', '- ![p](p.png)', '- [![p](p.png)](x)', '-', '- C++ std::move')),
      ),
    ).toEqual(['a', 'C++ std::move']);
  });

  it('items of one run of numbers are alike', () => {
    expect(shape('1. one', '2. two', '- x', '3. three')).toEqual([
      '1 [ ] one',
      '2 [ ] two',
      '  2.1 [ ] x',
      '3 [ ] three',
    ]);
    expect(shape('1. one', '- x', '', '2. two', '- y')).toEqual(['1 one', '  1.1 [ ] x', '2 two', '  2.1 [ ] y']);
  });

  it('a mark alone is a title as it is', () => {
    expect(shape('- ✓', '- a')).toEqual(['1 [ ] ✓', '2 [ ] a']);
  });

  it('a heading of which nothing can be read names nothing', () => {
    expect(readNote(note('# <script>', '- a')).title).toBe('note');
    expect(shape('# %% - [ ] a %%', '## B', '- a', '## <a id="c">', '## C', '- b')).toEqual([
      '1 B',
      '  1.1 [ ] a',
      '2 C',
      '  2.1 [ ] b',
    ]);
  });

  it('an empty box makes no task list', () => {
    expect(titlesOf(readNote(note('- a', '- [ ]', '- b')))).toEqual(['a', 'b']);
  });

  it('a heading in an item that opens with a keyword is a topic', () => {
    expect(shape('- # TODO Build', '  - DONE plan', '  - TODO saw')).toEqual([
      '1 Build',
      '  1.1 [ ] Build',
      '  1.2 [x] plan',
      '  1.3 [ ] saw',
    ]);
  });
});

describe('drawn trees (FORMATS T12)', () => {
  it('numbered nodes are sections, others with something below them topics', () => {
    expect(
      shape(
        'Boat',
        '├── 1. Ropes',
        '│   ├── Knots',
        '│   │   └── Bowline',
        '├── 2. Sails',
        '│   └── Reef',
        '└── Paint',
      ),
    ).toEqual(['1 Ropes', '  1.1 [ ] Knots', '    1.1.1 [ ] Bowline', '2 Sails', '  2.1 [ ] Reef', '0.1 [ ] Paint']);
  });

  it('nodes of a tree that is drawn as narrow as can be are below each other', () => {
    expect(shape('Boat', '├Ropes', '│├Bowline', '│└Splice', '└Sails')).toEqual([
      '1 [ ] Ropes',
      '  1.1 [ ] Bowline',
      '  1.2 [ ] Splice',
      '2 [ ] Sails',
    ]);
  });
});

describe('lines nested by indentation (FORMATS T3, L5)', () => {
  it('a single blank nests where it is the unit, else it is a slip', () => {
    expect(shape('Boat', ' Ropes', '  Knots', ' Sails')).toEqual([
      '1 [ ] Boat',
      '  1.1 [ ] Ropes',
      '    1.1.1 [ ] Knots',
      '  1.2 [ ] Sails',
    ]);
    expect(shape('Boat', '  Ropes', '   Knots', '  Sails')).toEqual([
      '1 [ ] Boat',
      '  1.1 [ ] Ropes',
      '  1.2 [ ] Knots',
      '  1.3 [ ] Sails',
    ]);
  });
});

describe('HTML pages (FORMATS S1, T3)', () => {
  it('have headings at any indentation', () => {
    const page = [
      '<!DOCTYPE html>',
      '<body>',
      '',
      '    <h1>Boat</h1>',
      '',
      '    <h2>Ropes</h2>',
      '    <ul>',
      '      <li>Bowline</li>',
      '      <li>Splice</li>',
      '    </ul>',
      '</body>',
    ];
    const roadmap = readNote(note(...page));
    expect([roadmap.title, ...shapeOf(roadmap)]).toEqual(['Boat', '1 Ropes', '  1.1 [ ] Bowline', '  1.2 [ ] Splice']);
  });

  it('have domains as well', () => {
    const page = [
      '<h1>Exam</h1>',
      '<ul><li>no</li></ul>',
      ...['A (50%)', 'B: 30 %', 'C 20%'].flatMap((one) => [`<h2>${one}</h2>`, '<ul><li>x</li></ul>']),
    ];
    expect(titlesOf(readNote(note(...page)))).toEqual(['x', 'x', 'x']);
  });
});

describe('sections', () => {
  it('domains beside a plain line with a role are no part of it behind a rule', () => {
    const lines = [
      'Legend:',
      '✅',
      '',
      '---',
      ...['**50% - A**', '**30% - B**', '**20% - C**'].flatMap((title) => ['', title, '- x']),
    ];
    expect(shape(...lines)).toEqual(['1 A', '  1.1 [ ] x', '2 B', '  2.1 [ ] x', '3 C', '  3.1 [ ] x']);
  });

  it('a role title with a status table beside others is a section (FORMATS S4)', () => {
    const part = table('Name | Status', 'a | done', 'b | todo');
    expect(
      titlesOf(readNote(note('# T', '## A', ...part, '## Certifications', ...part, '## B', ...part))),
    ).toHaveLength(6);
  });
});
