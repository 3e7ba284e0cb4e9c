// Tests of the author's own table of contents: where it is and what it covers.
// Tables of contents of Russian notes: Лады, Мажор, Минор, Ритм (modes, major, minor, rhythm); Ссылки is "Links", Дальше
// "Further".
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../../src/formats/markdown/outline/build-outline.ts';
import { scanLines } from '../../../src/formats/markdown/syntax/lines.ts';
import {
  type ContentsEntry,
  contentsOf,
  coveringContents,
  isRoleEntry,
  leafHeadings,
} from '../../../src/formats/markdown/topics/contents.ts';
import { toSource } from '../../../src/text/source.ts';
import { note } from '../../support/notes.ts';

function outline(text: string) {
  const source = toSource(text);
  return outlineOf(scanLines(source)).root;
}

const entriesOf = (text: string): ContentsEntry[] => contentsOf(text, outline(text));
const drawn = (entries: readonly ContentsEntry[], depth = 0): string[] =>
  entries.flatMap((entry) => [
    `${'  '.repeat(depth)}${entry.title} → ${entry.anchor}`,
    ...drawn(entry.children, depth + 1),
  ]);

describe('contentsOf (FORMATS T4)', () => {
  it('reads nested in-page links as a tree', () => {
    const text = note('# Пианино', '', '- [Лады](#лады)', '  - [Мажор](#мажор)', '- [Ритм](#ритм)', '', '## Лады');
    expect(drawn(entriesOf(text))).toEqual(['Лады → лады', '  Мажор → мажор', 'Ритм → ритм']);
  });

  it.each([
    ['a single link', '- [Лады](#лады)'],
    ['links that leave the page', note('- [Лады](modes.md)', '- [Ритм](https://example.org)')],
    ['links with words beside them', note('- [Лады](#лады) сначала', '- [Ритм](#ритм) потом')],
    ['no list', '[Лады](#лады) [Ритм](#ритм)'],
  ])('finds none in %s', (_, text) => {
    expect(entriesOf(text)).toEqual([]);
  });

  it('takes the longest run where there are several', () => {
    const text = note('- [а](#а)', '- [б](#б)', '', '# Дальше', '', '- [в](#в)', '- [г](#г)', '- [д](#д)');
    expect(entriesOf(text).map((entry) => entry.title)).toEqual(['в', 'г', 'д']);
  });
});

describe('coveringContents (FORMATS T4)', () => {
  const leaves = (...titles: string[]) =>
    leafHeadings(outline(titles.map((title) => `## ${title}\n\nТекст.\n`).join('\n')));
  const contents = (...titles: string[]) => entriesOf(titles.map((title) => `- [${title}](#${title})`).join('\n'));

  it.each([
    ['all headings', ['а', 'б', 'в', 'г', 'д'], true],
    ['four of five', ['а', 'б', 'в', 'г'], true],
    ['three of five', ['а', 'б', 'в'], false],
    ['others', ['е', 'ж', 'з', 'и'], false],
  ])('when it names %s', (_, named, expected) => {
    expect(coveringContents(contents(...named), leaves('а', 'б', 'в', 'г', 'д'))).toBe(expected);
  });

  it('knows percent-encoded anchors and does not stumble over a stray %', () => {
    const encoded = entriesOf(note(`- [первое](#${encodeURIComponent('лады')})`, '- [второе](#50%-ритма)'));
    expect(coveringContents(encoded, leaves('Лады', '50% ритма'))).toBe(true);
  });

  it('covers nothing where there are no entries or no headings', () => {
    expect(coveringContents([], leaves('а'))).toBe(false);
    expect(coveringContents(contents('а', 'б'), [])).toBe(false);
  });
});

describe('leafHeadings', () => {
  it('are headings without headings below, without roles', () => {
    const text = note('# Т', '## Лады', '### Мажор', '### Минор', '## Ритм', '## Ссылки', '- [a](https://example.org)');
    expect(leafHeadings(outline(text)).map((part) => part.title)).toEqual(['Мажор', 'Минор', 'Ритм']);
  });
});

describe('isRoleEntry', () => {
  it('is one without a number whose title is a role', () => {
    const [references, introduction, numbered, studied] = entriesOf(
      note('- [Ссылки](#a)', '- [Introduction](#b)', '- [1. Introduction](#c)', '- [Лады](#d)'),
    ) as [ContentsEntry, ContentsEntry, ContentsEntry, ContentsEntry];
    expect([references, introduction, numbered, studied].map(isRoleEntry)).toEqual([true, true, false, false]);
  });
});
