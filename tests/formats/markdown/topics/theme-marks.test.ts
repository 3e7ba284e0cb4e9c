// Tests of marks that authors put beside topics without a box: also before the number of a title, which is cut off with its number.
import { describe, expect, it } from 'vitest';
import { topicsOf } from '../../../../src/model/tree.ts';
import { note, readNote } from '../../../support/notes.ts';

const statesOf = (...lines: readonly string[]): string[] =>
  [...topicsOf(readNote(note(...lines)).children)].map(({ title, status }) => `${status} ${title}`);

describe('a mark before a number', () => {
  it.each([
    ['of a bullet', ['# T', '', '## A', '', '- ✅ 1.1 Soil', '- ⬜ 1.2 Seeds']],
    ['of a heading', ['# T', '', '## ✅ 1. Soil', '', '## ⬜ 2. Seeds']],
    ['in another form', ['# T', '', '## A', '', '- ☑️ 1) Soil', '- ☐ 2) Seeds']],
  ])('is a state: %s', (_, lines) => {
    expect(statesOf(...lines)).toEqual(['done Soil', 'todo Seeds']);
  });

  it('is decoration where all have it, and advice beside a ❌', () => {
    expect(statesOf('# T', '', '## A', '', '- ✅ 1.1 Soil', '- ✅ 1.2 Seeds')).toEqual(['todo Soil', 'todo Seeds']);
    expect(statesOf('# T', '', '## A', '', '- ✅ 1.1 Dig', '- ❌ 1.2 Flood')).toEqual(['todo Dig', 'todo Flood']);
  });
});

describe('a ✅ behind the lines on which a topic goes on (FORMATS T6)', () => {
  it.each([
    ['at the end of the last one', ['1. Soil, of which', '   there is enough ✅', '2. Seeds']],
    ['above a line that says more', ['- Soil, of which', '  there is enough ✅', '  (see the plan)', '- Seeds']],
  ])('is a state: %s', (_, lines) => {
    expect(statesOf('# T', '', ...lines)).toEqual(['done Soil, of which', 'todo Seeds']);
  });

  it.each([
    ['a ✓, which checks what is written', ['- Soil, of which', '  2 + 3 = 5 ✓', '- Seeds']],
    ['below a blank line', ['- Soil, of which', '', '  there is enough ✅', '- Seeds']],
    ['alone on its line', ['- Soil, of which', '  ✅', '- Seeds']],
  ])('is none: %s', (_, lines) => {
    expect(statesOf('# T', '', ...lines)).toEqual(['todo Soil, of which', 'todo Seeds']);
  });
});

describe('a mark in brackets behind a title', () => {
  it.each([
    ['round ones', ['- Dig (✓)', '- Rake (/)', '- Sow (✔)', '- Mow']],
    ['square ones', ['- Dig [x]', '- Rake [/]', '- Sow [✓]', '- Mow [ ]']],
  ])('is a state: %s', (_, lines) => {
    expect(statesOf('# T', '', ...lines)).toEqual(['done Dig', 'doing Rake', 'done Sow', 'todo Mow']);
  });

  it('may be a tick before a dash and a remark', () => {
    expect(statesOf('# T', '', '- Dig ✅ - twice', '- Rake ✅ – alone', '- Mow - later')).toEqual([
      'done Dig - twice',
      'done Rake – alone',
      'todo Mow - later',
    ]);
    expect(statesOf('# T', '', '- Dig ✅ - this is the best', '- Rake')).toEqual([
      'todo Dig ✅ - this is the best',
      'todo Rake',
    ]);
  });

  it('may be the same word for a state behind two titles or more', () => {
    const lines = ['- Dig `(done)`', '- Rake (in progress)', '- Sow (done)', '- Mow (in progress)', '- Hoe (optional)'];
    const states = ['done Dig', 'doing Rake', 'done Sow', 'doing Mow', 'todo Hoe (optional)'];
    expect(statesOf('# T', '', ...lines)).toEqual(states);
    expect(statesOf('# T', '', '- Dig (done)', '- Sow')).toEqual(['todo Dig (done)', 'todo Sow']);
  });

  it.each([
    ['of which one is a tick', ['- A list of one number [x]', '- A list of none']],
    ['none of which is a tick', ['- The root of a site (/)', '- A page of it (/)']],
    ['that is a letter in round ones', ['- Solve for (x)', '- Draw (x)', '- Sow']],
  ])('is a word of titles %s', (_, lines) => {
    expect(statesOf('# T', '', ...lines)).toEqual(lines.map((line) => line.replace('-', 'todo')));
  });
});

it.each(['~~Dig~~', '<ins>~~Dig~~</ins>', '**~~Dig~~**', '<del>Dig</del>', '_<s>Dig</s>_'])(
  'a topic that is struck through is done: %s',
  (written) => {
    expect(statesOf('# T', '', `- ${written}`, '- Sow ~~by hand~~').map((one) => one.split(' ')[0])).toEqual([
      'done',
      'todo',
    ]);
  },
);

describe('sections called by a state', () => {
  it.each([
    ['labels', ['**Completed:**', '- Dig', '', '**In progress:**', '- Rake', '', '**To do:**', '- Sow']],
    ['headings below another', ['## Beds', '### ✅ Done', '- Dig', '### In progress', '- Rake', '### Next', '- Sow']],
  ])('give it to what is below them: %s', (_, lines) => {
    expect(statesOf('# T', '', ...lines)).toEqual(['done Dig', 'doing Rake', 'todo Sow']);
  });

  it('also to what is below a topic, which may have a state of its own', () => {
    const lines = ['## Done', '- Dig', '  - Weed', '- ~~Rake~~', '## Pending', '- Sow', '- ~~Mow~~'];
    expect(statesOf(...lines)).toEqual(['done Dig', 'done Weed', 'done Rake', 'todo Sow', 'done Mow']);
  });

  it.each([
    ['alone', ['## Completed', '- Dig', '## Beds', '- Sow']],
    ['none of which is done', ['## Next', '- Dig', '## Current', '- Sow']],
    ['with more words', ['## Completed examples', '- Dig', '## To do', '- Sow']],
  ])('say nothing %s', (_, lines) => {
    expect(statesOf(...lines)).toEqual(['todo Dig', 'todo Sow']);
  });
});

describe('bullets with signs beside a table of states', () => {
  const table = ['| Member | Status |', '|-|-|', '| Ada | in progress |', '| Bob | done |'];

  it('are the topics where they are more than its rows', () => {
    expect(statesOf('# T', '', ...table, '', '## A', '', '- ✅ Dig', '- ⬜ Rake', '- ⬜ Sow')).toEqual([
      'done Dig',
      'todo Rake',
      'todo Sow',
    ]);
  });

  it('are none where they are fewer, or where none of them is open', () => {
    const rows = ['doing Ada', 'done Bob'];
    expect(statesOf('# T', '', ...table, '', '## A', '', '- ✅ Dig', '- ⬜ Rake')).toEqual(rows);
    expect(statesOf('# T', '', ...table, '', '## A', '', '- ✅ Dig', '- ✅ Rake', '- ✅ Sow')).toEqual(rows);
  });
});

describe('bullets with signs of progress, as boxes (FORMATS T1)', () => {
  it('are all that counts where they are most of the bullets and an open one is among them', () => {
    const lines = [
      '# T',
      '## A',
      '- ✅ Dig',
      '- 🔄 Rake',
      '  - with care',
      '- ⬜ Sow',
      '- ☐ Mow',
      '## Next',
      '1. Water',
      '2. Weed',
    ];
    expect(statesOf(...lines)).toEqual(['done Dig', 'doing Rake', 'todo Sow', 'todo Mow']);
  });

  it.each([
    [
      'others are as many',
      ['- ⬜ Dig', '- ✅ Sow', '- Water', '- Weed'],
      ['todo Dig', 'done Sow', 'todo Water', 'todo Weed'],
    ],
    ['none is open', ['- ✅ Dig', '- ✅ Sow', '- Water'], ['done Dig', 'done Sow', 'todo Water']],
  ])('count beside others where %s', (_, lines, expected) => {
    expect(statesOf('# T', '## A', ...lines)).toEqual(expected);
  });

  it('explain themselves in a legend before the first', () => {
    const legend = ['- ⬜ Todo: later', '- 🔄 Learning: now', '- ✅ Done: known'];
    expect(statesOf('# T', ...legend, '## A', '- ✅ Dig', '- ⬜ Sow', '- ⬜ Weed')).toEqual([
      'done Dig',
      'todo Sow',
      'todo Weed',
    ]);
  });
});

describe('colours that a note explains (FORMATS T6, T7)', () => {
  it.each<[string, string[]]>([
    ['in a line', ['Progress (🟢 = completed, 🔴 = not started)']],
    ['in a quote', ['> **Legend:** 🟢 Done | 🟡 In progress | 🔴 To do']],
    ['in a line each', ['🟢 - done', '', '🔴 - planned']],
    ['in a table', ['| Sign | Meaning |', '|---|---|', '| 🟢 | Done |', '| 🔴 | Not yet |']],
    ['beside other words', ['🟢 Done - sown and watered', '🔴 Todo (next month)']],
  ])('are states: %s', (_, legend) => {
    const topics = ['## A', '- 🟢 Dig', '- 🔴 Sow'];
    expect(statesOf('# T', '', ...legend, '', ...topics)).toEqual(['done Dig', 'todo Sow']);
  });

  it.each<[string, string[]]>([
    ['how hard something is', ['🟢 easy, 🔴 hard']],
    ['states of which none is done', ['🟢 next, 🔴 later']],
    ['places apart from each other', ['🟢 done', '', 'Words between them.', '', '🔴 to do']],
    ['two states of one sign', ['🟢 done, 🔴 to do, 🟢 to read']],
  ])('are none where the note names %s', (_, legend) => {
    expect(statesOf('# T', '', ...legend, '', '## A', '- 🟢 Dig', '- 🔴 Sow')).not.toContain('done Dig');
  });

  it('are those of the cells of a column', () => {
    const rows = ['| Topic | Status |', '|---|---|', '| Dig | 🟢 |', '| Sow | 🔴 |'];
    expect(statesOf('# T', '🟢 done, 🔴 to do', '', ...rows)).toEqual(['done Dig', 'todo Sow']);
    expect(statesOf('# T', '', ...rows)).toEqual(['todo Dig', 'todo Sow']);
  });
});

describe('a row that only says how far it is (FORMATS T7)', () => {
  const head = ['# T', '', '| Day | Completed | Notes |', '|---|---|---|', '| 1 | Yes | Dug the beds |'];
  it('is called by its day', () => {
    expect(statesOf(...head, '| 2 | Not started | - |', '| 3 | No | |')).toEqual([
      'done Dug the beds',
      'todo Day 2',
      'todo Day 3',
    ]);
  });

  it('is none where it says nothing', () => {
    expect(statesOf(...head, '| 2 | | |', '| 3 | - | |')).toEqual(['done Dug the beds']);
  });
});

describe('boxes of HTML (FORMATS L3)', () => {
  it.each<[string, string[]]>([
    ['in a line each', ['<input type="checkbox" checked> Dig', '', '<input type="checkbox"> Sow<br>']],
    [
      'in labels',
      ['<label><input checked type=checkbox> Dig</label>', '', '<label for="b"><input type="checkbox"> Sow</label>'],
    ],
    ['behind bullets', ['- <input type="checkbox" checked /> Dig', '- <input type="checkbox" /> Sow']],
  ])('are tasks: %s', (_, lines) => {
    expect(statesOf('# T', '', '## A', '', ...lines)).toEqual(['done Dig', 'todo Sow']);
  });

  it('are none of a form that asks for something else', () => {
    expect(statesOf('# T', '', '- Dig', '- Sow', '', '<input type="text"> Name', '<input type="date"> Day')).toEqual([
      'todo Dig',
      'todo Sow',
    ]);
  });
});
