// Tests of the rules on lines, list items and fields that files of strangers taught: L2, L3, L5, L6 and T12.
import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../../src/dates/calendar-date.ts';
import { statusEdits } from '../../../src/formats/markdown/edit.ts';
import type { Status } from '../../../src/model/roadmap.ts';
import { topicsOf } from '../../../src/model/tree.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { toSource } from '../../../src/text/source.ts';
import { note, readNote, shapeOf } from '../../support/notes.ts';

const shape = (...lines: readonly string[]): string[] => shapeOf(readNote(note(...lines)));

describe('L5: an item is below another by the column of its marker', () => {
  it('two columns are enough below a number', () => {
    expect(shape('1. Hull', '2. Deck', '  - primer', '  - paint', '3. Mast')).toEqual([
      '1 [ ] Hull',
      '2 [ ] Deck',
      '  2.1 [ ] primer',
      '  2.2 [ ] paint',
      '3 [ ] Mast',
    ]);
  });

  it('one column is a slip', () => {
    expect(shape('- a', ' - b', '- c')).toEqual(['1 [ ] a', '2 [ ] b', '3 [ ] c']);
  });

  it.each([9, 10, 99, 100])('%i. holds what 1. holds', (number) => {
    expect(shape(`${number}. N`, '   - a', '   - b')).toEqual(
      shape('1. N', '   - a', '   - b').map((line) => line.replace(/^(\s*)1/, `$1${1}`)),
    );
    expect(shape(`${number}. N`, '   - [ ] a').slice(1)).toEqual([`  ${number}.1 [ ] a`]);
  });

  it.each([
    ['a quote', '  > remark'],
    ['a quote behind a blank line', '', '  > remark', ''],
    ['a paragraph', '', '  remark', ''],
    ['a paragraph less indented than the text', '', '  remark', '', '   more', ''],
    ['two quotes', '  > remark', '  >> and on'],
  ])('%s in an item does not end the list', (_, ...inside) => {
    expect(shape('1. [ ] a', ...inside, '    - [ ] b', '2. [ ] c')).toEqual(['1 [ ] a', '  1.1 [ ] b', '2 [ ] c']);
  });

  it('a heading in an item holds what is left of the item, and nothing behind it', () => {
    expect(shape('# T', '- [ ] a', '  ### More', '    - [ ] b', '- [ ] c')).toEqual([
      '0.1 [ ] a',
      '1 More',
      '  1.1 [ ] b',
      '0.2 [ ] c',
    ]);
  });

  it('a quote at the margin ends it', () => {
    expect(shape('- [ ] a', '> remark', '', '    - [ ] code')).toEqual(['1 [ ] a']);
  });
});

describe('L3: which boxes make a task list', () => {
  it.each(['1', 'q', 'a', '?', '🌱'])('[%s] alone does not', (mark) => {
    expect(shape('## A', '- one', `- [${mark}] two`, '## References', `- [${mark}] three`)).toEqual([
      '1 A',
      '  1.1 [ ] one',
      `  1.2 [ ] [${mark}] two`,
    ]);
  });

  it('beside a box it is a task, as in Obsidian', () => {
    expect(shape('- [ ] one', '- [q] two', '- three')).toEqual(['1 [ ] one', '2 [ ] two']);
  });

  it('under a role title a digit or a letter is no task', () => {
    expect(shape('- [ ] one', '## References', '- [1] two', '- [a] three', '- [!] four', '- [x] five')).toEqual([
      '0.1 [ ] one',
      '1 References',
      '  1.1 [ ] four',
      '  1.2 [x] five',
    ]);
  });

  it('a section of such marks has no box: it goes on in the series of sections with boxes (T2)', () => {
    expect(shape('## 1. A', '- [ ] one', '## 2. B', '- two', '- [1] three')).toEqual([
      '1 A',
      '  1.1 [ ] one',
      '2 B',
      '  2.1 [ ] two',
      '  2.2 [ ] three',
    ]);
  });

  // Cyrillic х, which looks like the Latin letter.
  it.each(['х', 'Х', '✓', '√', 'v', 'V'])('[%s] is done where no box has an x', (mark) => {
    expect(shape(`- [${mark}] one`, '- [ ] two')).toEqual(['1 [x] one', '2 [ ] two']);
    expect(shape(`- [${mark}] one`, '- [x] two')).toEqual(['1 [ ] one', '2 [x] two']);
    expect(shape(`- [${mark}] one`, '- [x](there) two')).toEqual(['1 [x] one']);
  });

  it.each(['✓', 'v', 'х'])('a tick beside [%s] leaves the others done', (mark) => {
    const text = note(`- [${mark}] one`, '- [ ] two', '- [ ] three');
    const done = applyEdits(text, statusEdits(toSource(text), [{ line: 2, to: 'done', day: null }], []));
    expect(done).toBe(note(`- [${mark}] one`, `- [${mark}] two`, '- [ ] three'));
    expect(shapeOf(readNote(done))).toEqual(['1 [x] one', '2 [x] two', '3 [ ] three']);
    expect(applyEdits(done, statusEdits(toSource(done), [{ line: 2, to: 'todo', day: null }], []))).toBe(text);
  });
});

describe('L3: boxes and marks without a bullet', () => {
  const list = (...boxes: readonly string[]): string[] => shape('# T', '', ...boxes.map((box, i) => `${box} t${i}`));

  it.each([
    [
      ['[✓]', '[✓]', '[✓]'],
      ['x', 'x', 'x'],
    ],
    [
      ['[ ]', '[ ]'],
      [' ', ' '],
    ],
    [
      ['[x]', '[ ]', '[/]', '[-]'],
      ['x', ' ', '/', '-'],
    ],
    [
      ['✅', '✅'],
      ['x', 'x'],
    ],
    [
      ['⬜', '✅', '⬜️'],
      [' ', 'x', ' '],
    ],
    [
      ['☐', '☑', '☒'],
      [' ', 'x', 'x'],
    ],
    [
      ['[v]', '[ ]'],
      ['x', ' '],
    ],
    [
      ['[✓]', '[x]'],
      [' ', 'x'],
    ],
  ])('%j are tasks', (boxes, states) => {
    expect(list(...boxes)).toEqual(states.map((state, i) => `${i + 1} [${state}] t${i}`));
  });

  it.each([
    ['dotted numbers', ['1.1. [x] Keel', '', '1.2 [ ] Mast'], ['1.1 [x] Keel', '1.2 [ ] Mast']],
    ['letters', ['a) [x] Keel', 'b) [ ] Mast'], ['1 [x] a) Keel', '2 [ ] b) Mast']],
  ])('may have %s before the box', (_, lines, expected) => {
    expect(shape('# T', '', ...lines)).toEqual(expected);
  });

  it('count before the numbered sections of a course, as every box does', () => {
    const sections = ['1', '2', '3'].flatMap((number) => [`## ${number}. Day`, `${number}.1 [ ] Row`]);
    expect(shape('# T', '', '## First', '0.1. [x] Pack', ...sections)).toContain('  0.1 [x] Pack');
  });

  it('may be indented like code below others', () => {
    const lines = ['[x] Hull', '  [x] Scrape', '    [ ] Sand', '      [ ] Wipe', '', '[ ] Mast'];
    expect(shape(...lines)).toEqual([
      '1 [x] Hull',
      '  1.1 [x] Scrape',
      '    1.1.1 [ ] Sand',
      '      1.1.1.1 [ ] Wipe',
      '2 [ ] Mast',
    ]);
  });

  it('may be empty brackets on bullets, which are topics then without what is above them', () => {
    expect(shape('# T', '', '- Hull', '  + [] Scrape', '  + [] Paint')).toEqual(['1 [ ] Scrape', '2 [ ] Paint']);
  });

  it('may be sloppy beside task lines, and count as they do', () => {
    const lines = ['# T', '', '- [ ] Scrape', '- [] Paint', '  - [x ] Prime ✅ 2026-03-01', '* [ x] Launch', '- Rig'];
    expect(shape(...lines)).toEqual(['1 [ ] Scrape', '2 [ ] Paint', '  2.1 [x] Prime 2026-03-01', '3 [x] Launch']);
    expect(shape('- [ ] Scrape', '- [](a.md)', '- []: Paint', '- [ * ] Rig')).toEqual(['1 [ ] Scrape']);
  });

  it('go before bullets, which are notes then', () => {
    expect(shape('[ ] one', '[x] two', '', '- a', '- b', '- c')).toEqual(['1 [ ] one', '2 [x] two']);
  });

  it('one is none, nor are ticks alone that decorate a note of bullets', () => {
    expect(shape('[ ] one', '', '- a')).toEqual(['1 [ ] a']);
    expect(shape('✅ free', '✅ open', '', '- a', '- b', '- c')).toEqual(['1 [ ] a', '2 [ ] b', '3 [ ] c']);
  });

  it('a heading is none', () => {
    expect(shape('⬜ one', '', '## ⬜ Bends', '', '<ul><li>a</li></ul>')).toEqual([
      '0.1 [ ] one',
      '1 ⬜ Bends',
      '  1.1 [ ] a',
    ]);
  });

  it('none is without words', () => {
    expect(shape('✅ 2026-01-01')).toEqual([]);
    expect(shape('✅ 2026-01-01', '✅ 🆔 abc', '[x] ✅ 2026-01-02', '✅ 2026-01-03 ^id')).toEqual([]);
    expect(shape('✅ 2026-01-01 one', '✅ two')).toEqual(['1 [x] one 2026-01-01', '2 [x] two']);
  });

  it('keep their day', () => {
    expect(shape('[x] one ✅ 2026-01-02', '[ ] two')).toEqual(['1 [x] one 2026-01-02', '2 [ ] two']);
  });
});

describe('T12: a wiki link is named by the last part of its path', () => {
  it.each([
    ['[[02 - SUBJECTS/Ropes/01 - Bowline]]', 'Bowline'],
    ['[[Ropes/Bowline]]', 'Bowline'],
    ['[[Ropes/Bowline.md]]', 'Bowline'],
    ['[[01 - Bowline]]', 'Bowline'],
    ['[[01_Bowline]]', 'Bowline'],
    ['[[Ropes/01. Bowline#Use]] and more', 'Bowline and more'],
    ['[[Ropes/01 - Bowline|the knot]]', 'the knot'],
    ['[[2024-01-02]]', '2024-01-02'],
    ['[[Ropes/]]', 'Ropes/'],
    ['[[7 knots]]', '7 knots'],
  ])('%s', (written, title) => {
    const [topic] = [...topicsOf(readNote(`- [ ] ${written}`).children)];
    expect(topic?.title).toBe(title);
  });
});

describe('L6: fields on the lines that continue an item', () => {
  const edited = (text: string, to: Status, day = '2026-11-20', line = 1): string =>
    applyEdits(text, statusEdits(toSource(text), [{ line, to, day: parseCalendarDate(day) }], []));

  it.each([
    ['a date', note('- [x] long', '  title', '  ✅ 2026-11-02'), ['long', '2026-11-02', null]],
    ['behind words', note('- [x] long', '  title ✅ 2026-11-02'), ['long', '2026-11-02', null]],
    ['an id', note('- [ ] long', '  title 🆔 knot'), ['long', null, 'knot']],
    ['a block id', note('- [ ] long', '  title ^knot'), ['long', null, 'knot']],
    ['fields alone at the margin', note('- [x] long', '✅ 2026-11-02 🆔 knot'), ['long', '2026-11-02', 'knot']],
    ['Dataview', note('1. [x] long', '   [completion:: 2026-11-02]'), ['long', '2026-11-02', null]],
    ['a quote', note('> - [x] long', '>   ✅ 2026-11-02'), ['long', '2026-11-02', null]],
    ['the line itself first', note('- [x] a ✅ 2026-11-01', '  ✅ 2026-11-02'), ['a', '2026-11-01', null]],
    ['the block id of the line itself first', note('- [ ] a ^knot', '  b 🆔 other'), ['a', null, 'knot']],
    ['not behind a blank line', note('- [x] a', '', '  ✅ 2026-11-02'), ['a', null, null]],
    ['not words at the margin', note('- [x] a', 'word ✅ 2026-11-02'), ['a', null, null]],
    ['not a heading', note('- [x] a', '# B ✅ 2026-11-02', '- [ ] b'), ['a', null, null]],
    ['not an item', note('- [x] a', '  - ✅ 2026-11-02'), ['a', null, null]],
    ['not a quote', note('- [x] a', '  > ✅ 2026-11-02'), ['a', null, null]],
    ['not a box', note('- [x] a', '  [x] b ✅ 2026-11-02'), ['a', null, null]],
    ['not a box that is a sign', note('- [x] a', '  ☑ b ✅ 2026-11-02 🆔 b'), ['a', null, null]],
    ['not the next of boxes without a bullet', note('[x] a', '  [x] b ✅ 2026-11-02'), ['a', null, null]],
    ['not a line of an outline', note('a', '  b 🆔 knot', '  c', 'd', '  e'), ['a', null, null]],
    ['not code', note('- [x] a', '  ```', '  ✅ 2026-11-02', '  ```'), ['a', null, null]],
  ])('%s', (_, text, [title, day, id]) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const [topic] = [...topicsOf(readNote(text.replaceAll('\n', end)).children)];
      expect([topic?.title, topic?.completedOn, topic?.idWritten ? topic.id : null]).toEqual([title, day, id]);
    }
  });

  it('of a bullet without a box a date in running text does not say done', () => {
    expect(shape('- a', '  b ✅ 2026-11-02', '- c ✅ 2026-11-02')).toEqual(['1 [ ] a', '2 [x] c 2026-11-02']);
  });

  it('they are no words of a note', () => {
    const [topic] = [...topicsOf(readNote(note('- [x] long', '  title ✅ 2026-11-02', '  🆔 knot')).children)];
    expect(topic?.notes).toEqual(['title']);
  });

  it.each(['\n', '\r\n', '\r'])('a date is replaced and taken away where it is', (end) => {
    const lines = (...all: readonly string[]): string => all.join(end);
    const open = lines('- [ ] a', '  b ✅ 2026-11-02', '- [ ] c', '');
    expect(edited(open, 'done')).toBe(lines('- [x] a', '  b ✅ 2026-11-20', '- [ ] c', ''));
    expect(edited(edited(open, 'done'), 'todo')).toBe(lines('- [ ] a', '  b', '- [ ] c', ''));
    expect(edited(lines('- [x] a', '  ✅ 2026-11-02', '  🆔 k', ''), 'todo')).toBe(lines('- [ ] a', '  🆔 k', ''));
    expect(edited(lines('- [x] a', '  ✅ 2026-11-02'), 'todo')).toBe('- [ ] a');
    expect(edited(lines('- [x] a', '  ✅ 2026-11-02'), 'skipped')).toBe('- [-] a ❌ 2026-11-20');
    expect(edited(lines('> - [x] a', '>   ✅ 2026-11-02', '> - [ ] c'), 'todo')).toBe(lines('> - [ ] a', '> - [ ] c'));
  });

  it('a date behind the box of another is neither replaced nor taken away', () => {
    const after = ['  [x] b ✅ 2026-11-02', '- [ ] c'];
    expect(edited(note('- [ ] a', ...after), 'done')).toBe(note('- [x] a ✅ 2026-11-20', ...after));
    expect(edited(note('- [x] a', ...after), 'todo')).toBe(note('- [ ] a', ...after));
  });

  it('what is written goes to the end of the first line', () => {
    expect(edited(note('- [ ] a', '  b ^block'), 'done')).toBe(note('- [x] a ✅ 2026-11-20', '  b ^block'));
    expect(edited(note('- [ ] a', '  b [due:: 2026-12-01]'), 'done')).toBe(
      note('- [x] a  [completion:: 2026-11-20]', '  b [due:: 2026-12-01]'),
    );
  });

  it('a bad day names its own line', () => {
    const [found] = readNote(note('# T', '- [x] a', '  b', '  c ✅ 2026-02-30')).diagnostics;
    expect([found?.code, found?.line, found?.column]).toEqual(['invalid-date', 4, 5]);
  });

  it.each([
    ['glued to its dash', ['- a', '-[ ] ✅ 2026-02-30'], 6],
    ['indented like code', ['# T', '', '    •\t**a** ✅ 2026-02-30'], 13],
    ['whose link leads nowhere', ['**T:**', '\t\t– [ ] [[[K]]](https://[[k]].io/)'], 9],
  ])('says in which column of its line it is, in an item %s', (_, lines, column) => {
    const text = note(...lines);
    const [found] = readNote(text).diagnostics;
    expect(found).toMatchObject({ line: lines.length, column });
    expect(found?.span?.start).toBe(text.lastIndexOf('\n', text.length - 2) + column);
  });
});

describe('T12: a box before the text of a heading', () => {
  const edited = (text: string, to: Status, line: number): string =>
    applyEdits(text, statusEdits(toSource(text), [{ line, to, day: parseCalendarDate('2026-11-20') }], []));

  it('is the state of a leaf heading', () => {
    const course = readNote(
      note('# Course', '## [x] Basics ✅ 2026-01-01', 'Prose.', '## [/] 2. Practice ##', 'Prose.', '## More', 'Prose.'),
    );
    expect(shapeOf(course)).toEqual(['1 [x] Basics 2026-01-01', '2 [/] Practice', '3 [ ] More']);
    expect([...topicsOf(course.children)].map(({ place }) => place)).toEqual(['task', 'task', 'none']);
    expect(course.hasTaskLines).toBe(true);
  });

  it('of a section it is shown only', () => {
    const course = readNote(note('# Course', '## [x] Basics', '- a', '- b'));
    expect(shapeOf(course)).toEqual(['1 [x] Basics', '  1.1 [ ] a', '  1.2 [ ] b']);
    expect(course.hasTaskLines).toBe(false);
  });

  it('beside task lines a heading is a section', () => {
    expect(shape('# Course', '## [x] Basics', '- [ ] a')).toEqual(['1 [x] Basics', '  1.1 [ ] a']);
  });

  it.each(['## [1] Basics', '## [x](there) Basics', '##[x] Basics'])('not %s', (heading) => {
    expect(readNote(note('# Course', heading, 'Prose.', '## Other', 'Prose.')).hasTaskLines).toBe(false);
  });

  it.each([
    ['## [ ] Basics', '## [x] Basics ✅ 2026-11-20'],
    ['## [ ] Basics ##', '## [x] Basics ✅ 2026-11-20 ##'],
    ['  ### [/] 2. Basics  ', '  ### [x] 2. Basics ✅ 2026-11-20  '],
    ['# [ ] Basics ^block', '# [x] Basics ✅ 2026-11-20 ^block'],
  ])('%j is ticked in place', (before, after) => {
    const text = note('# Course', before, '  prose ✅ 2026-01-01', '## Other');
    const done = edited(text, 'done', 2);
    expect(done).toBe(note('# Course', after, '  prose ✅ 2026-01-01', '## Other'));
    expect(edited(done, 'todo', 2)).toBe(text.replace('[/]', '[ ]'));
  });
});
