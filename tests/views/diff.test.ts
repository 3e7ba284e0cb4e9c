import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from '../../src/views/diff.ts';

const drawn = (before: string, after: string): string[] =>
  changedLines(before, after).map(({ sign, line, text }) => `${line}${sign}${text}`);

describe('a diff', () => {
  it.each([
    ['one\ntwo\n', 'one\ntwo\n', []],
    ['one\ntwo\n', 'one\n2\n', ['2-two', '2+2']],
    ['a\nb\nc\n', 'a\nnew\nb\nc\n', ['2+new']],
    ['a\nb\nc\n', 'b\nc\n', ['1-a']],
    ['a\nb\nc\nd\n', 'A\nb\nc\nD\n', ['1-a', '1+A', '4-d', '4+D']],
    ['', 'a\n', ['1+a']],
    ['a\r\nb', 'a\nb', ['1-a', '1+a']],
  ])('from %j to %j', (before, after, expected) => expect(drawn(before, after)).toEqual(expected));

  it('names the changed lines and no other, even in a file too long to compare as a whole', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `- [ ] ${index}`);
    const ticked = lines.map((line, index) => (index === 3 || index === 4990 ? line.replace('[ ]', '[x]') : line));
    expect(drawn(lines.join('\n'), ticked.join('\n'))).toEqual([
      '4-- [ ] 3',
      '4+- [x] 3',
      '4991-- [ ] 4990',
      '4991+- [x] 4990',
    ]);
  });

  it('gives the new lines when the removed ones are left out and the added ones put in', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = changedLines(before, after);
        const removed = new Set(changed.filter(({ sign }) => sign === '-').map(({ line }) => line));
        const kept = before.split('\n').filter((_, index) => !removed.has(index + 1));
        for (const { sign, line, text: added } of changed) if (sign === '+') kept.splice(line - 1, 0, added);
        expect(kept).toEqual(after.split('\n'));
      }),
    );
  });
});
