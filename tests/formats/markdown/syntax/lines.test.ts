// Tests of the line scanner: which lines of a note count, and what each of them is.
// Полить, прополоть "to water, to weed", Грядки "beds", Проза "prose": any text of a line.
import { describe, expect, it } from 'vitest';
import { lineFlag, scanLines } from '../../../../src/formats/markdown/syntax/lines.ts';
import { toSource } from '../../../../src/text/source.ts';
import { note } from '../../../support/notes.ts';

/** `3 task Полить`: number, kind and own text of each line that counts. */
function linesOf(text: string, from = 0): string[] {
  return [...scanLines(toSource(text), from)].map(({ line, kind, content, contentEnd }) =>
    `${line} ${kind} ${text.slice(content, contentEnd)}`.trim(),
  );
}

describe('fenced code (FORMATS L1)', () => {
  it.each([
    ['backticks', note('```', '- [ ] a', '# b', '```', '- [ ] c'), ['5 task c']],
    ['tildes around backticks', note('~~~', '```', '- [ ] a', '~~~', '- [ ] c'), ['5 task c']],
    ['a longer fence around a shorter one', note('````md', '```', '- [ ] a', '```', '````', '- [ ] c'), ['6 task c']],
    ['an info string', note('```sql title="x"', '- [ ] a', '```', '- [ ] c'), ['4 task c']],
    ['a closing line with more marks', note('```', '- [ ] a', '`````  ', '- [ ] c'), ['4 task c']],
    ['no closing line: all that follows', note('- [ ] a', '```', '- [ ] b', '# c'), ['1 task a']],
    ['a closing line with text behind it, which closes nothing', note('```', '``` no', '- [ ] a', '```'), []],
    ['an item', note('- a', '  ```', '  - [ ] b', '  ```', '- [ ] c'), ['1 bullet a', '5 task c']],
    ['an item that opens with it', note('- ```', '  - [ ] b', '  ```', '- [ ] c'), ['4 task c']],
    ['an ordered item', note('1. a', '', '   ~~~', '   - [ ] b', '   ~~~', '2. [ ] c'), ['1 bullet a', '6 task c']],
    ['a quote', note('> ```', '> - [ ] a', '> ```', '> - [ ] b'), ['4 task b']],
    ['a quote that ends first', note('> ```', '> - [ ] a', '', '- [ ] b'), ['4 task b']],
    ['an item that ends first', note('- a', '  ```', '  - [ ] b', '- [ ] c'), ['1 bullet a', '4 task c']],
    [
      'a quote inside an item',
      note('- a', '  > ```', '  > - [ ] b', '  > ```', '  - [ ] c'),
      ['1 bullet a', '5 task c'],
    ],
  ])('passes over it in %s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  it('takes three backticks that close on their own line for inline code', () => {
    expect(linesOf(note('```x```', '- [ ] a'))).toEqual(['1 text ```x```', '2 task a']);
  });

  it('takes two backticks for inline code', () => {
    expect(linesOf(note('``', '- [ ] a'))).toContain('2 task a');
  });
});

describe('other blocks that do not count (FORMATS L1)', () => {
  it.each([
    ['an HTML comment', note('<!--', '- [ ] a', '-->', '- [ ] b'), ['4 task b']],
    ['an HTML comment on one line', note('<!-- - [ ] a -->', '- [ ] b'), ['2 task b']],
    ['an HTML comment without an end', note('- [ ] a', '<!--', '- [ ] b'), ['1 task a']],
    ['an Obsidian comment', note('%%', '- [ ] a', '%%', '- [ ] b'), ['4 task b']],
    ['an Obsidian comment on one line', note('%% - [ ] a %%', '- [ ] b'), ['2 task b']],
    ['preformatted text', note('<pre>', '- [ ] a', '</pre>', '- [ ] b'), ['4 task b']],
    ['a script', note('<script type="x">', '# a', '</script>', '- [ ] b'), ['4 task b']],
    ['indented code', note('Проза.', '', '    - [ ] a', '', '- [ ] b'), ['1 text Проза.', '5 task b']],
    ['code indented by a tab', note('\t- [ ] a', '', '- [ ] b'), ['3 task b']],
    ['indented code that looks like a heading', note('    # a', '', '- [ ] b'), ['3 task b']],
  ])('passes over %s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  it('begins behind the front matter', () => {
    const text = note('---', 'title: a', '---', '- [ ] b');
    expect(linesOf(text, text.indexOf('- ['))).toEqual(['4 task b']);
  });

  it('reads an item behind a comment in the same list', () => {
    expect(linesOf(note('- [ ] a', '<!-- between -->', '- [ ] b'))).toEqual(['1 task a', '3 task b']);
  });
});

describe('indentation in lists (FORMATS L5)', () => {
  it.each([
    ['four columns under an item', note('- a', '    - [ ] b'), '2 task b'],
    ['four columns behind a blank line', note('- a', '', '    - [ ] b'), '3 task b'],
    ['eight columns under an item at none', note('- a', '        - [ ] b'), '2 task b'],
    ['tabs', note('- a', '\t- b', '\t\t- [ ] c'), '3 task c'],
    ['a list that begins indented by three', note('   - [ ] a'), '1 task a'],
  ])('counts %s', (_, text, expected) => {
    expect(linesOf(text)).toContain(expected);
  });
});

describe('headings', () => {
  it.each([
    ['# Сад', 1, 'Сад'],
    ['###### Сад', 6, 'Сад'],
    ['## Сад ##', 2, 'Сад'],
    ['## C#', 2, 'C#'],
    ['##\tСад', 2, 'Сад'],
    ['   # Сад', 1, 'Сад'],
    ['#', 1, ''],
  ])('reads %j', (text, depth, title) => {
    const [line] = scanLines(toSource(text));
    expect(line).toMatchObject({ kind: 'heading', depth });
    expect(text.slice(line?.content, line?.contentEnd)).toBe(title);
  });

  it.each(['#сад', '####### Сад', '\\# Сад'])('reads none in %j', (text) => {
    expect([...scanLines(toSource(text))]).toMatchObject([{ kind: 'text' }]);
  });

  it.each([
    ['Сад\n===', 1],
    ['Сад\n---', 2],
    ['Сад\n-', 'none'],
    ['Сад\n\n---', 'none'],
    ['- сад\n---', 'none'],
    ['\n\nСад\n======  ', 1],
    ['# Сад\n---', 'kept'],
  ])('underlined: %j', (text, depth) => {
    const headings = [...scanLines(toSource(text))].filter((line) => line.kind === 'heading');
    if (depth === 'none') expect(headings).toEqual([]);
    else expect(headings).toMatchObject([{ depth: depth === 'kept' ? 1 : depth }]);
  });

  it('reads a heading in a list item, and says so', () => {
    expect([...scanLines(toSource('- ### Сад'))]).toMatchObject([{ kind: 'heading', depth: 3, inList: true }]);
    expect([...scanLines(toSource('### Сад'))]).toMatchObject([{ kind: 'heading', depth: 3, inList: false }]);
  });
});

describe('other kinds of lines', () => {
  it('reads a table from its head to the first line without a pipe', () => {
    expect(linesOf(note('| a | b |', '|---|:-:|', '| c | d |', '', 'e | f'))).toEqual([
      '1 table | a | b |',
      '2 table |---|:-:|',
      '3 table | c | d |',
      '5 text e | f',
    ]);
  });

  it('reads a table on behind blank lines, where a row opens with a pipe and nothing else is between', () => {
    const kinds = (...lines: string[]) => linesOf(note(...lines)).map((line) => line.split(' ')[1]);
    expect(kinds('| a | b |', '', '|---|---|', '', '', '| c | d |')).toEqual(['table', 'table', 'table']);
    expect(kinds('| a | b |', '|---|---|', '', 'text', '', '| c | d |')).toEqual(['table', 'table', 'text', 'text']);
    expect(kinds('a | b', '', '---|---')).toEqual(['text', 'text']);
  });

  it.each<[string, number[], string[]]>([
    [
      'the head above each delimiter row',
      [1, 4],
      ['| a | b |', '|---|---|', '| c | d |', '', '| e | f |', '|---|---|', '| g | h |'],
    ],
    [
      'no row above one of dashes',
      [1],
      ['| a | b |', '|---|---|', '| c | d |', '| - | - |', '', '| - | - |', '| e | f |'],
    ],
  ])('takes for heads %s', (_, heads, lines) => {
    const found = scanLines(toSource(note(...lines)));
    const rows = Array.from({ length: found.length }, (_, row) => row + 1);
    expect(rows.filter((row) => found.isIn(row - 1, lineFlag.opensTable))).toEqual(heads);
  });

  it('reads a table without outer pipes', () => {
    expect(linesOf(note('a | b', '--|--', 'c | d')).map((line) => line.split(' ')[1])).toEqual([
      'table',
      'table',
      'table',
    ]);
  });

  it('takes pipes without a delimiter row for text', () => {
    expect(linesOf(note('a | b', 'c | d'))).toEqual(['1 text a | b', '2 text c | d']);
  });

  it.each(['---', '***', '___', '* * *', '- - -', '⸻', '————', '═════'])('reads %j as a break', (text) => {
    expect([...scanLines(toSource(`a\n\n${text}\n`))].map((line) => line.kind)).toEqual(['text', 'rule']);
  });

  it.each([
    ['<summary>Грядки</summary>', 'Грядки'],
    ['<details><summary>Грядки</summary>', 'Грядки'],
    ['<summary><b>Грядки</b></summary>', '<b>Грядки</b>'],
  ])('reads the title of %j', (text, title) => {
    expect(linesOf(text)).toEqual([`1 summary ${title}`]);
  });

  it('reads the end of a details block', () => {
    expect(linesOf('</details>')).toEqual(['1 detailsEnd </details>']);
  });

  it('gives spans that hold under every kind of line end', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = ['# Сад', '', '- [ ] полить', '- [x] прополоть'].join(eol);
      expect(linesOf(text)).toEqual(['1 heading Сад', '3 task полить', '4 task прополоть']);
    }
  });

  it('says which lines follow a blank one', () => {
    expect([...scanLines(toSource(note('a', 'b', '', 'c')))].map((line) => line.afterBlank)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('has no lines for an empty text', () => {
    expect(linesOf('')).toEqual([]);
    expect(linesOf('\n \n\t\n')).toEqual([]);
  });
});
