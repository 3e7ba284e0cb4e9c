// TickKeys: a file in which nothing is found holds no tick of the roadmap, whoever wrote it; of what the program writes it is known exactly.
// Titles are Russian and any: Полив, Ёлка (watering, fir tree).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressIn } from '../../../src/formats/progress/clear.ts';
import { hasTopicOf, tickKeys } from '../../../src/formats/progress/tick-keys.ts';
import { overlay } from '../../../src/model/overlay.ts';
import { roadmap, topic } from '../../support/roadmaps.ts';

const garden = roadmap('Garden', [
  topic('1', 'Полив', { id: 'water' }),
  topic('2', { en: 'Fir tree', ru: 'Ёлка' }, { id: 'fir', formerly: ['spruce'] }),
  topic('3', '4.2 Digging', { id: 'what?' }),
  topic('4', '网格 grid', { id: 'grid' }),
  topic('5', '…', { id: 'dots' }),
  topic('6', 'C++ and `x_y`', { id: 'code' }),
]);
const head = '---\nroadmap: /gone/garden.yaml\n---\n# Garden\n\n';
const isFound = (lines: string): boolean => hasTopicOf(tickKeys(head + lines), garden);

describe('a line is found', () => {
  it.each([
    ['by its id', '- [x] Something else 🆔 water ✅ 2026-01-15'],
    ['by an id that a topic had', '- [x] Something else 🆔 spruce'],
    ['by an id with punctuation', '- [x] Something else 🆔 what?'],
    ['by an id with punctuation behind it', '- [x] Something else 🆔 water.'],
    ['by an id in brackets', '- [x] Something else [id:: water]'],
    ['by its title', '- [x] Полив ✅ 2026-01-15'],
    ['by its title in another language', '- [x] елка'],
    ['by its title behind an address', '- [x] 4.2 Полив 🆔 other'],
    ['by a title that begins with a number', '- [x] 4.2 Digging'],
    ['by a title with marks in a word', '- [x] По**лив**'],
    ['by a title with a link', '- [x] [Полив](https://example.org)'],
    ['by a title in Chinese', '* [X] 网格 grid'],
    ['by a title without a word', '- [x] …'],
    ['by a title with signs', '> - [x] C++ and `x_y`'],
    ['behind a lone CR', '- [x] Something\r- [x] Полив'],
  ])('%s', (_, line) => expect(isFound(`${line}\n`)).toBe(true));
});

describe('nothing is found', () => {
  it.each([
    [
      'in lines of other topics',
      '## Part\n\n- [x] Pruning 🆔 prune ✅ 2026-01-15\n  - [/] 1.1 Hedges, and more 🆔 h\n',
    ],
    ['in a line with CRLF', '- [x] Pruning 🆔 prune\r\n\r\n- [ ] Beds\r\n'],
    ['in what is no tick', 'Полив\n\n- Полив\n- [x] Pruning 🆔 prune\n'],
    ['without a line', ''],
  ])('%s', (_, lines) => expect(isFound(lines)).toBe(false));
});

describe('whatever a file holds', () => {
  const margin = fc.constantFrom('', '', '', '  ', '\t', '> ', '    ');
  const marker = fc.constantFrom(
    '- [x] ',
    '- [x] ',
    '- [ ] ',
    '* [X] ',
    '- [/] ',
    '1. [x] ',
    '- ',
    '',
    '- [✓] ',
    '## ',
    '- [x]  ',
  );
  const word = fc.constantFrom(
    ...[
      'Полив',
      'полив',
      'По**лив**',
      'Fir',
      'fir tree',
      '_Fir tree_',
      'Ёлка',
      'Е\u0308лка',
      '4.2',
      '4',
      'p2',
      'Digging',
      'dig',
    ],
    ...[
      '网格',
      'grid',
      '…',
      'C++',
      'and',
      '`x_y`',
      'and,',
      'Fir: tree',
      'Полив.',
      '<b>Полив</b>',
      '&nbsp;',
      '\\Полив',
      '[Полив](a)',
    ],
    ...[
      '[[Полив]]',
      '#tag',
      '^block',
      '📅 2026-01-01',
      '✅ 2026-01-15',
      '🆔 water',
      '🆔spruce',
      '🆔\uFE0F what?',
      '⛔ water',
      '(id:: fir)',
    ],
    ...['\u0301', '\u00a0', '\u3000', '==x==', '~~Fir~~', '%%c%%', 'https://a.b', '\ufffd', '[ ]', '|', '```'],
  );
  const line = fc.tuple(margin, marker, fc.array(word, { maxLength: 5 }), fc.constantFrom(' ', ' ', ' ', '', '\t'));
  const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n');
  const text = fc
    .array(fc.tuple(line, lineEnd), { maxLength: 4 })
    .map(
      (lines) =>
        head + lines.map(([[before, mark, words, gap], end]) => before + mark + words.join(gap) + end).join(''),
    );

  it('none of its ticks is a topic of a roadmap with which it shares nothing', () => {
    fc.assert(
      fc.property(text, (all) => {
        if (!hasTopicOf(tickKeys(all), garden)) expect(overlay(garden, progressIn(all).ticks).lines.size).toBe(0);
      }),
      { numRuns: 5_000 },
    );
  });
});
