// Org: what its headings, boxes, planning lines and drawers are read as (FORMATS T11).

import { describe, expect, it } from 'vitest';
import { isOrg, readOrg } from '../../src/formats/org.ts';
import { finish, identify } from '../../src/model/finish.ts';
import type { Roadmap } from '../../src/model/roadmap.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { shapeOf, topicCalled } from '../support/notes.ts';

const read = (...lines: readonly string[]): Roadmap =>
  identify(finish(readOrg({ source: toSource(lines.join('\n')), name: 'file', file: 'file.org', parsed: null })));
const shape = (...lines: readonly string[]): string[] => shapeOf(read(...lines));

describe('headings', () => {
  it('with a state are topics, others are sections', () => {
    expect(shape('#+TITLE: Garden', '* Beds', '** TODO Dig', '** DONE Rake', '* Trees', '** TODO Prune')).toEqual([
      ...['1 Beds', '  1.1 [ ] Dig', '  1.2 [x] Rake', '2 Trees', '  2.1 [ ] Prune'],
    ]);
  });

  it('called an introduction are topics where no text of theirs introduces anything', () => {
    expect(shape('* Introduction', '* Knots', '* Splices')).toEqual([
      '1 [ ] Introduction',
      '2 [ ] Knots',
      '3 [ ] Splices',
    ]);
    expect(shape('* Introduction', 'For sailors.', '* Knots', '* Splices')).toEqual(['1 [ ] Knots', '2 [ ] Splices']);
  });

  it('with a state below one with a state are its topics, also behind a heading without', () => {
    expect(shape('* TODO Build a shed', '** TODO Lay stones', '** Materials', '*** TODO Buy timber')).toEqual([
      ...['1 [ ] Build a shed', '  1.1 [ ] Lay stones', '  1.2 [ ] Buy timber'],
    ]);
  });

  it('lose their priority, counters and tags, and nothing else', () => {
    const roadmap = read('* Work', '** TODO [#A] Read [1/3] about C++ [33%] :book:junior:');
    const topic = topicCalled(roadmap, 'Read about C++');
    expect(topic).toMatchObject({ tags: ['book', 'junior'], level: 'junior', levelSource: 'explicit' });
  });

  it('without a state are open beside fewer than they of done ones, and not below these', () => {
    const done = ['* Read', '** DONE Emma', '*** A remark', '** DONE Ulysses'];
    expect(shape('* To read', '** Moby-Dick', '** [[https://example.org][A list]]', ...done)).toEqual([
      ...['1 To read', '  1.1 [ ] Moby-Dick', '2 Read', '  2.1 [x] Emma', '  2.2 [x] Ulysses'],
    ]);
    expect(shape('* Notes', '** One', '** Two', '** Three', ...done)).toEqual([
      ...['1 Read', '  1.1 [x] Emma', '  1.2 [x] Ulysses'],
    ]);
    expect(shape('* Notes', '** One', ...done, '** TODO Dracula')[0]).toBe('1 Read');
  });

  it('have the states that the file declares, and then no others', () => {
    const lines = ['#+TITLE: Books', '#+TODO: OPEN READING(r) | FINISHED(f!) CANCELLED', '* A', '** READING Moby-Dick'];
    expect(shape(...lines, '** FINISHED Emma', '** CANCELLED Ulysses', '** TODO is a word here')).toEqual([
      ...['1 A', '  1.1 [ ] Moby-Dick', '  1.2 [x] Emma', '  1.3 [-] Ulysses'],
    ]);
  });

  it('declared without a bar are finished by the last word', () => {
    expect(shape('#+SEQ_TODO: PLAN DRAFT PRINTED', '* PLAN A map', '* PRINTED A leaflet')).toEqual([
      ...['1 [ ] A map', '2 [x] A leaflet'],
    ]);
  });

  it.each([
    ['NEXT', ' '],
    ['WAITING', ' '],
    ['PROJECT', ' '],
    ['STARTED', '/'],
    ['IN-PROGRESS', '/'],
    ['CANCELLED', '-'],
    ['DONE', 'x'],
  ])('understand %s without a declaration', (word, mark) => {
    expect(shape('#+TITLE: Days', '* Work', `** ${word} A thing`, '** TODO Another')).toContain(
      `  1.1 [${mark}] A thing`,
    );
  });

  it('that are nothing but such a word are sections of that name', () => {
    expect(shape('* TODO', '- [ ] Ferns', '* DONE', '- [X] Moss')).toEqual([
      ...['1 TODO', '  1.1 [ ] Ferns', '2 DONE', '  2.1 [x] Moss'],
    ]);
  });

  it('are not taken for states by a word in small letters or within another', () => {
    expect(shape('#+TITLE: Days', '* Todo later', '** TODOS are many', '** TODO One')).toEqual([
      '1 Todo later',
      '  1.1 [ ] One',
    ]);
  });

  it('marked COMMENT are left out with all below them', () => {
    expect(shape('#+TITLE: Days', '* Kept', '** TODO One', '* COMMENT Old', '** TODO Two')).toEqual([
      '1 Kept',
      '  1.1 [ ] One',
    ]);
  });

  it('without topics are no sections', () => {
    expect(shape('* Preface', 'Words.', '* Plan', '** TODO One')).toEqual(['1 Plan', '  1.1 [ ] One']);
  });
});

describe('the days', () => {
  it('of completion are behind CLOSED, also beside other planning', () => {
    expect(
      shape(
        ...['* DONE Sow', '  CLOSED: [2026-03-04 Wed 10:00] SCHEDULED: <2026-03-01 Sun>'],
        ...['* DONE Water', 'SCHEDULED: <2026-03-02 Mon>', '* TODO Weed', 'CLOSED: [2026-03-05 Thu]'],
      ),
    ).toEqual(['1 [x] Sow 2026-03-04', '2 [x] Water', '3 [ ] Weed']);
  });

  it('that are planned are kept', () => {
    const roadmap = read('* TODO Sow', 'DEADLINE: <2026-04-01 Wed -3d> SCHEDULED: <2026-03-01 Sun 09:00 +1w>');
    expect(topicCalled(roadmap, 'Sow').fields).toEqual([
      { name: 'scheduled', value: '2026-03-01' },
      { name: 'due', value: '2026-04-01' },
    ]);
  });

  it('that do not exist are none', () =>
    expect(shape('* DONE Sow', 'CLOSED: [2026-02-30 Mon]')).toEqual(['1 [x] Sow']));
});

describe('boxes', () => {
  it('are topics at any depth, half-done ones in progress', () => {
    expect(
      shape(
        ...['* Kitchen [1/2]', '- [-] Shelves [50%]', '  + [X] Measure', '  + [ ] Cut', '- [x] Paint'],
        ...['1. [ ] Sweep', '2) [@4] [ ] Mop', ' * [ ] Wipe'],
      ),
    ).toEqual([
      ...['1 Kitchen', '  1.1 [/] Shelves', '    1.1.1 [x] Measure', '    1.1.2 [ ] Cut', '  1.2 [x] Paint'],
      ...['  1.3 [ ] Sweep', '  1.4 [ ] Mop', '    1.4.1 [ ] Wipe'],
    ]);
  });

  it('below a heading with a state are its topics', () => {
    expect(shape('* TODO Bake', '- [ ] Dough', '- [X] Oven')).toEqual([
      '1 [ ] Bake',
      '  1.1 [ ] Dough',
      '  1.2 [x] Oven',
    ]);
  });

  it('make other items notes, whose own boxes count', () => {
    const roadmap = read('* Bake', '- [ ] Dough', '  - with rye', '- Remember', '  - [ ] Salt');
    expect(shapeOf(roadmap)).toEqual(['1 Bake', '  1.1 [ ] Dough', '  1.2 [ ] Salt']);
    expect(topicCalled(roadmap, 'Dough').notes).toEqual(['with rye']);
  });

  it('below an item that counts them are a section of their own', () => {
    expect(
      shape('* Study', '- Programming [0/2]', '\t+ [ ] Shell', '\t+ [ ] C', '- Systems [50%]', '  - [X] Boot'),
    ).toEqual([
      ...[
        '1 Study',
        '  1.1 Programming',
        '    1.1.1 [ ] Shell',
        '    1.1.2 [ ] C',
        '  1.2 Systems',
        '    1.2.1 [x] Boot',
      ],
    ]);
  });

  it.each(['- [q] quit', '- [1] a source', '- []', '-[ ] none', '- [ ]none'])('are not %s', (line) => {
    expect(shape('* Bake', '- [ ] Dough', line)).toEqual(['1 Bake', '  1.1 [ ] Dough']);
  });
});

describe('what is passed over', () => {
  it.each([
    ['blocks', ['#+BEGIN_SRC sh', '- [ ] no', '#+END_SRC']],
    ['blocks in small letters, indented', ['  #+begin_example', '  - [ ] no', '  #+end_example']],
    ['drawers', [':LOGBOOK:', '- State "DONE" from "TODO" [2026-01-02 Fri]', '- [ ] no', ':END:']],
    ['comments', ['# - [ ] no', '#+NAME: - [ ] no']],
    ['tables', ['| - [ ] no | yes |']],
  ])('%s', (_, lines) => {
    expect(shape('* TODO One', ...lines, '- [ ] yes')).toEqual(['1 [ ] One', '  1.1 [ ] yes']);
  });

  it('a block or drawer that nobody closed ends at the next heading', () => {
    expect(shape('* TODO One', '#+BEGIN_SRC', 'x', '* TODO Two', ':PROPERTIES:', '* TODO Three')).toEqual([
      ...['1 [ ] One', '2 [ ] Two', '3 [ ] Three'],
    ]);
  });
});

describe('properties', () => {
  it('give a written id, the one that people choose first', () => {
    const roadmap = read(
      ...['* TODO One', ':PROPERTIES:', ':ID:       9d1c-44', ':CUSTOM_ID: one', ':END:'],
      ...[
        '* TODO Two',
        ':PROPERTIES:',
        ':ID: 0b5a-45',
        ':END:',
        '* TODO Three',
        ':PROPERTIES:',
        ':ID: not an id',
        ':END:',
      ],
    );
    expect(topicCalled(roadmap, 'One')).toMatchObject({ id: 'one', idWritten: true });
    expect(topicCalled(roadmap, 'Two')).toMatchObject({ id: '0b5a-45', idWritten: true });
    expect(topicCalled(roadmap, 'Three').idWritten).toBe(false);
  });
});

describe('the title', () => {
  it.each([
    ['of #+TITLE', ['#+TITLE: Boat', '#+title: building', '* A', '** TODO x'], 'Boat building', 1],
    ['of the only heading of the first depth', ['* Boat', '** Hull', '*** TODO x', '** Mast', '*** TODO y'], 'Boat', 2],
    ['of the file where there are several', ['* Hull', '** TODO x', '* Mast', '** TODO y'], 'file', 2],
    ['of the file where the only heading is a topic', ['* TODO Boat', '** TODO x'], 'file', 0],
    ['of the file where the only heading holds topics alone', ['* Boat', '- [ ] x'], 'file', 1],
  ])('is that %s', (_, lines, title, sections) => {
    const roadmap = read(...lines);
    expect(roadmap.title).toBe(title);
    expect(roadmap.children.filter(({ kind }) => kind === 'section')).toHaveLength(sections);
  });
});

it.each([
  ['headings', (depth: number) => `${'*'.repeat(depth + 1)} TODO x`],
  ['items', (depth: number) => `${' '.repeat(depth)}- [ ] x`],
])('%s nested deeper than the stack are read', (_, lineAt) => {
  const lines = Array.from({ length: 6000 }, (_, depth) => lineAt(depth));
  expect([...topicsOf(read(...lines).children)]).toHaveLength(6000);
});

describe('titles of topics', () => {
  it.each([
    ['[[https://example.org/a/b][The book]] of *sails*', 'The book of sails'],
    ['Run =git log= and ~git add~', 'Run git log and git add'],
    ['Look into /etc/hosts and /var/log', 'Look into /etc/hosts and /var/log'],
    ['a * b and 2*3*4', 'a * b and 2*3*4'],
    ['snake_case_name and ~/.emacs', 'snake_case_name and ~/.emacs'],
  ])('%s', (written, title) => expect(shape(`* TODO ${written}`, '* TODO b')[0]).toBe(`1 [ ] ${title}`));

  it('keep their links apart', () => {
    expect(topicCalled(read('* TODO [[https://example.org][Book]]'), 'Book').links).toEqual(['https://example.org']);
  });
});

describe('an outline without states and boxes', () => {
  it('has its items as topics, and neither resources nor prerequisites among them', () => {
    expect(shape('* Wind', '- Reading water', '  - Ripples', '- Apparent wind', '* Resources', '- A book')).toEqual([
      ...['1 Wind', '  1.1 [ ] Reading water', '    1.1.1 [ ] Ripples', '  1.2 [ ] Apparent wind'],
    ]);
  });

  it('with fewer items than leaf headings has these, and the items are notes', () => {
    expect(shape('* Ropes', '** Bowline', '   - left-handed', '** Reef', '* Wind', '** Trim')).toEqual([
      ...['1 Ropes', '  1.1 [ ] Bowline', '  1.2 [ ] Reef', '2 Wind', '  2.1 [ ] Trim'],
    ]);
  });

  it('without items has its leaf headings', () => {
    expect(shape('#+TITLE: Tides', '* Moon', '** Phases', 'Words.', '** Pull', '* Sun')).toEqual([
      ...['1 Moon', '  1.1 [ ] Phases', '  1.2 [ ] Pull', '0.1 [ ] Sun'],
    ]);
  });

  it('of prose has none, and says so', () => {
    const { children, diagnostics } = read('Only words.');
    expect(children).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'no-topics', args: { reason: 'prose' } }]);
  });
});

it.each([
  ['headings with stars', '* One\n', true],
  ['a keyword', '#+TITLE: One\n- [ ] a\n', true],
  ['items alone', '- [ ] a\n', true],
  ['headings of Markdown', '# One\n\n- [ ] a\n', false],
  ['a comment beside headings with stars', '# -*- mode: org -*-\n* One\n', true],
])('%s in a file called .org', (_, text, expected) => expect(isOrg(text)).toBe(expected));

describe('links below items (FORMATS T5)', () => {
  it('are topics where they lead to notes', () => {
    expect(shape('* Rig', '- Ropes', '  - [[id:a1b2][Hemp]]', '  - [[https://example.org/rope][Rope]]')).toEqual([
      '1 Rig',
      '  1.1 [ ] Ropes',
      '    1.1.1 [ ] Hemp',
    ]);
  });

  it('are links of the item, and what is below an address is below the item', () => {
    const lines = [
      '- Knots',
      '  - https://example.org/knots',
      '    - Bowline',
      '  - Splice',
      '- https://example.org/tides',
    ];
    expect(shape(...lines)).toEqual([
      ...['1 [ ] Knots', '  1.1 [ ] Bowline', '  1.2 [ ] Splice', '2 [ ] https://example.org/tides'],
    ]);
    expect(topicCalled(read(...lines), 'Knots').links).toEqual(['https://example.org/knots']);
  });

  it('are so with words of their own too, unless the item ends in a colon', () => {
    expect(
      shape('- Knots', '  - [[https://example.org/v][A video]]', '- Boats:', '  - [[file:dinghy.org][Dinghy]]'),
    ).toEqual([...['1 [ ] Knots', '2 [ ] Boats:', '  2.1 [ ] Dinghy']]);
  });
});
