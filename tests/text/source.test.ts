import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSpan, lineText, positionOf, toSource } from '../../src/text/source.ts';

const texts = fc
  .array(fc.constantFrom('a', 'Ж', '😀', '\n', '\r', '\r\n', '\u2028', ' '), { maxLength: 30 })
  .map((p) => p.join(''));

/** The slow and obvious way: a line is what is between line ends. */
function naiveLines(text: string): { text: string; start: number }[] {
  const lines: { text: string; start: number }[] = [];
  let start = 0;
  for (const part of text.split(/(\r\n|\r|\n)/)) {
    if (/^[\r\n]/.test(part)) start += part.length;
    else {
      lines.push({ text: part, start });
      start += part.length;
    }
  }
  return lines;
}

describe('toSource', () => {
  it.each([
    ['', [0]],
    ['one', [0]],
    ['one\n', [0, 4]],
    ['a\nb\r\nc\rd', [0, 2, 5, 7]],
    ['\r\r\n\n', [0, 1, 3, 4]],
  ])('finds the lines of %j', (text, starts) => {
    expect([...toSource(text).lineStarts]).toEqual(starts);
  });

  it('agrees with splitting, over any mixture of line ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = toSource(text);
        const lines = naiveLines(text);
        expect([...source.lineStarts]).toEqual(lines.map((line) => line.start));
        for (const [index, line] of lines.entries()) {
          expect(lineText(source, index + 1)).toBe(line.text);
          expect(lineSpan(source, index + 1)).toEqual({ start: line.start, end: line.start + line.text.length });
        }
      }),
    );
  });
});

describe('lineSpan', () => {
  it('is empty at the end of the text for a line that there is not', () => {
    expect(lineSpan(toSource('a\nb'), 3)).toEqual({ start: 3, end: 3 });
    expect(lineText(toSource('a\nb'), 0)).toBe('');
  });
});

describe('positionOf', () => {
  it('names every offset by its line and its distance from the start of it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = toSource(text);
        const lines = naiveLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const line = lines.filter(({ start }) => start <= offset).length;
          const start = lines[line - 1]?.start ?? 0;
          expect(positionOf(source, offset)).toEqual({ line, column: offset - start + 1 });
        }
      }),
    );
  });
});
