// Tests of lines that say how far their author is with an item or a heading (FORMATS T6). «Статус: изучено» is a state in Russian.
import { describe, expect, it } from 'vitest';
import { note, readNote, shapeOf } from '../../../support/notes.ts';

const shape = (...lines: readonly string[]): string[] => shapeOf(readNote(note(...lines)));

describe('a line of a state', () => {
  it('below each item says what became of it, and the lines beside it are notes', () => {
    const item = (title: string, state: string): string[] => [`1. **${title}**`, '   - Group: tools', `   - ${state}`];
    expect(
      shape(
        ...item('saw', 'Status: done'),
        ...item('plane', '**Статус:** изучено'),
        ...item('file', 'Status: half-way'),
      ),
    ).toEqual(['1 [x] saw', '2 [x] plane', '3 [ ] file']);
  });

  it('below each heading makes these the topics, beside lists of something else', () => {
    const tool = (title: string, state: string): string[] => [
      `### ${title}`,
      `- **Status:** ${state}`,
      '- **Book:** one',
    ];
    expect(
      shape(
        '## Log',
        '### 2026-03-01',
        '- Status: done',
        '## Tools',
        ...tool('Saw', '✅ done'),
        ...tool('Plane', '🔄 in progress'),
        ...tool('File', 'to do'),
      ),
    ).toEqual(['1 Tools', '  1.1 [x] Saw', '  1.2 [/] Plane', '  1.3 [ ] File']);
  });

  it('may be prose', () => {
    const tool = (title: string): string[] => [`## ${title}`, '', '**Status:** written.', '', 'Prose.', ''];
    expect(shape(...tool('Saw'), ...tool('Plane'), ...tool('File'))).toEqual([
      '1 [ ] Saw',
      '2 [ ] Plane',
      '3 [ ] File',
    ]);
  });

  it.each([
    ['two are too few', ['## Saw', '- Status: done', '## Plane', '- Status: done', '- Sharpen'], 3],
    [
      'phases hold what is studied',
      ['A', 'B', 'C'].flatMap((title) => [`## ${title}`, 'Status: done', '- one', '- two']),
      6,
    ],
    [
      'tables are summed up',
      ['A', 'B', 'C'].flatMap((title) => [
        `## ${title}`,
        'Progress: 1/2',
        '',
        '| ✓ | Tool |',
        '|---|---|',
        `| [x] | saw ${title} |`,
        `| [ ] | file ${title} |`,
        '',
      ]),
      6,
    ],
    [
      'a form to be filled in names none',
      ['A', 'B', 'C'].flatMap((title) => [`## ${title}`, 'Status: ⬜ open | ✅ done', '- one: a']),
      3,
    ],
    [
      'a few are beside a long list',
      [
        ...['A', 'B', 'C'].flatMap((title) => [`## ${title}`, 'Status: done']),
        '## D',
        ...'abcdefg'.split('').map((one) => `- ${one}`),
      ],
      7,
    ],
  ])('%s', (_, lines, count) => {
    expect(shape(...lines).filter((line) => line.includes('['))).toHaveLength(count);
  });
});
