// Tests of the item head: which characters begin a list item, which brackets are a box, and how far a line is indented.
// редис, посев, книга: "radish, sowing, book", any text of an item; необязательно: "optional".
import { describe, expect, it } from 'vitest';
import { readItemHead, readMargin } from '../../../../src/formats/markdown/syntax/list-item.ts';

function head(line: string) {
  const found = readItemHead(line, 0, line.length);
  if (found === null) return null;
  const { marker, markerSpan, box, content } = found;
  return {
    marker,
    written: line.slice(markerSpan.start, markerSpan.end),
    box: box && line.slice(box.start, box.end),
    text: line.slice(content),
  };
}

describe('the marker (FORMATS L2, L4)', () => {
  it.each([
    ['- редис', 'dash', '-', 'редис'],
    ['* редис', 'dash', '*', 'редис'],
    ['+ редис', 'dash', '+', 'редис'],
    ['1. редис', 'ordered', '1.', 'редис'],
    ['12) редис', 'ordered', '12)', 'редис'],
    ['123456789. редис', 'ordered', '123456789.', 'редис'],
    ['• редис', 'typographic', '•', 'редис'],
    ['•\tредис', 'typographic', '•', 'редис'],
    ['•редис', 'typographic', '•', 'редис'],
    ['●редис', 'typographic', '●', 'редис'],
    ['◦ редис', 'typographic', '◦', 'редис'],
    ['▪ редис', 'typographic', '▪', 'редис'],
    ['‣ редис', 'typographic', '‣', 'редис'],
    ['· редис', 'typographic', '·', 'редис'],
    ['– редис', 'typographic', '–', 'редис'],
    ['● редис', 'typographic', '●', 'редис'],
    ['○ редис', 'typographic', '○', 'редис'],
    ['∙ редис', 'typographic', '∙', 'редис'],
    ['⁃ редис', 'typographic', '⁃', 'редис'],
    ['\uf0a7 редис', 'typographic', '\uf0a7', 'редис'],
    ['\uf0d8 редис', 'typographic', '\uf0d8', 'редис'],
    ['-\tредис', 'dash', '-', 'редис'],
    ['-   редис', 'dash', '-', 'редис'],
    ['-', 'dash', '-', ''],
  ])('reads %j', (line, marker, written, text) => {
    expect(head(line)).toEqual({ marker, written, box: null, text });
  });

  it.each([
    '-редис',
    '·редис',
    '○редис',
    '1.редис',
    '1 редис',
    '1234567890. too many digits',
    '— a dash of prose',
    '−1 degree',
    'редис',
    '',
    '# - heading',
  ])('reads no item in %j', (line) => {
    expect(head(line)).toBeNull();
  });
});

describe('the box (FORMATS L2, L3)', () => {
  it.each([
    ['- [ ] посев', ' ', 'посев'],
    ['- [x] посев', 'x', 'посев'],
    ['- [X] посев', 'X', 'посев'],
    ['- [/] посев', '/', 'посев'],
    ['- [-] посев', '-', 'посев'],
    ['- [?] посев', '?', 'посев'],
    ['- [✔️] посев', '✔️', 'посев'],
    ['- [✅] посев', '✅', 'посев'],
    ['- [🌱] посев', '🌱', 'посев'],
    ['1. [ ] посев', ' ', 'посев'],
    ['2) [x] посев', 'x', 'посев'],
    ['* [ ]посев', ' ', 'посев'],
    ['- [x]посев', 'x', 'посев'],
    ['- [/]посев', '/', 'посев'],
    ['- [-]посев', '-', 'посев'],
    ['- [-] (https://example.org)', '-', '(https://example.org)'],
    ['-   [ ]   посев', ' ', 'посев'],
    ['- [ ]', ' ', ''],
    ['- [x]', 'x', ''],
    ['- [ ] [книга](https://example.org)', ' ', '[книга](https://example.org)'],
    ['- [x] (необязательно) посев', 'x', '(необязательно) посев'],
    ['- [ ][книга](https://example.org)', ' ', '[книга](https://example.org)'],
    ['- - [ ] посев', ' ', 'посев'],
    ['1. * [x] посев', 'x', 'посев'],
  ])('finds the box of %j', (line, box, text) => {
    expect(head(line)).toMatchObject({ box, text });
  });

  it.each([
    '- [x](https://example.org)',
    '- [ ](https://example.org)',
    '- [C] (https://example.org)',
    '- [a]: https://example.org',
    '- []посев',
    '- [ посев',
    '- [ab] посев',
    '- [x',
    '- посев [x]',
    '• [x] посев',
  ])('takes the brackets of %j for text', (line) => {
    expect(head(line)?.box).toBeNull();
  });
});

describe('an item in an item (FORMATS L3)', () => {
  it.each([
    ['* * ~~посев~~', '~~посев~~'],
    ['1. - посев', 'посев'],
    ['+ + посев', 'посев'],
    ['- + посев', '+ посев'],
    ['- - 3 дня', '- 3 дня'],
    ['- 1. посев', '1. посев'],
    ['- *посев*', '*посев*'],
  ])('%j has the text %j', (line, text) => {
    expect(head(line)).toMatchObject({ box: null, text });
  });
});

describe('the margin (FORMATS L2, L5)', () => {
  it.each([
    ['посев', 0, 0, 0],
    ['  посев', 2, 0, 2],
    ['\tпосев', 4, 0, 1],
    ['  \tпосев', 4, 0, 3],
    ['\t\tпосев', 8, 0, 2],
    ['> посев', 0, 1, 2],
    ['> > посев', 0, 2, 4],
    ['>>посев', 0, 2, 2],
    ['>   посев', 2, 1, 4],
    ['  > посев', 0, 1, 4],
  ])('measures %j', (line, indent, quote, at) => {
    expect(readMargin(line, 0, line.length)).toMatchObject({ indent, quote, at });
  });

  it('counts the columns before the first quote mark apart', () => {
    expect(readMargin('    > посев', 0, 11)).toMatchObject({ indent: 0, outer: 4, quote: 1 });
  });
});
