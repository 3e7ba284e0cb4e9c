// Tests of the rules on lines, list items and fields that files of strangers taught: L2, L3, L5, L6 and T12.
import { describe, expect, it } from 'vitest';
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
