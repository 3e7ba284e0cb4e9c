// Tests of the sources of topics: the list is the one that users read, and the first that yields topics decides.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainMarkdown } from '../../../../src/formats/markdown/explain.ts';
import { topicSources } from '../../../../src/formats/markdown/topics/sources.ts';
import { toSource } from '../../../../src/text/source.ts';
import { sentencesFor } from '../../../support/messages.ts';
import { note } from '../../../support/notes.ts';
import { project } from '../../../support/program.ts';

describe('topicSources', () => {
  it('are those of docs/formats.md, in that order', () => {
    const docs = readFileSync(join(project, 'docs', 'formats.md'), 'utf8');
    const [, list = ''] = docs.split('The first of these that yields topics decides:');
    const listed = list.split('**T1**')[0]?.matchAll(/^\d+\. \*\*(.+?)\*\* \((T\d+)\)/gm) ?? [];
    expect(Array.from(listed, ([, name, rule]) => `${name} ${rule}`)).toEqual(
      topicSources.map(({ name, rule }) => `${name} ${rule}`),
    );
  });

  it.each(['en', 'ru'] as const)('are explained in %s', (language) => {
    const { because } = sentencesFor(language);
    expect(topicSources.filter((source) => !because[source.because])).toEqual([]);
  });

  it.each([
    ['tasks', ['- [ ] a', '- TODO b']],
    ['keywords', ['- TODO a', '- DONE b', '', '| Topic | Status |', '|---|---|', '| c | done |']],
    ['tables', ['- a', '', '| Topic | Status |', '|---|---|', '| c | done |', '| d | |']],
    ['drawn trees that hold more than the bullets', ['- a', '', 'Root', '├── b', '├── c', '└── d']],
    ['contents', ['- [A](#a)', '- [B](#b)', '', '## A', 'x', '## B', 'y']],
    ['bullets', ['## A', '- a', '', '| Week | Topic |', '|---|---|', '| 1 | x |', '| 2 | y |']],
    [
      'plan tables',
      [
        '- a',
        '## A',
        '',
        '| Week | Topic |',
        '|---|---|',
        '| 1 | x |',
        '## B',
        '',
        '| Day | What |',
        '|---|---|',
        '| Mon | y |',
      ],
    ],
    [
      'plan tables',
      [
        '## A',
        '| # | Topic |',
        '|---|---|',
        '| 1 | x |',
        '| 2 | y |',
        '## B',
        '| # | Topic |',
        '|---|---|',
        '| 1 | z |',
        '- a',
        '## Resources',
        '- b',
        '- c',
        '- d',
      ],
    ],
    ['other tables', ['## A', '', '| Week | Topic |', '|---|---|', '| 1 | x |', '| 2 | y |']],
    ['headings', ['# T', '## A', 'x', '## B', 'y']],
    ['an outline of plain lines', ['Trees', '  Oak', '  Ash', 'Herbs', '  Mint', '  Sage']],
  ])('%s: the first that yields topics decides', (name, lines) => {
    const source = topicSources.find((one) => one.name === name);
    const explained = explainMarkdown({
      source: toSource(note(...lines)),
      bodyStart: 0,
      frontMatter: {},
      name: 'note',
    });
    const topics = explained.filter(({ what }) => what === 'topic');
    expect(topics.length).toBeGreaterThan(0);
    for (const { rule, because } of topics) expect([rule, because]).toEqual([source?.rule, source?.because]);
  });
});
