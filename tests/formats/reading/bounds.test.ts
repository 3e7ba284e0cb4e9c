// Tests of bounds: texts made to exhaust the reader are read in time that grows with their length, and without failing.
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/formats/json/read.ts';
import { topicsOf } from '../../../src/model/tree.ts';
import { toSource } from '../../../src/text/source.ts';
import { readNote } from '../../support/notes.ts';

const many = 40_000;
const notes: readonly (readonly [string, string, number])[] = [
  ['tables that never end', '<th> '.concat('<table><tr><th>a'.repeat(many)), 0],
  ['a table of very many rows', `| Topic | Status |\n|---|---|\n${'| a | ✅ |\n'.repeat(3 * many)}`, 3 * many],
  ['one very wide row', `| Topic | Status |\n|---|---|\n|${' a |'.repeat(many)}\n${'| a |\n'.repeat(many)}`, many + 1],
  ['a matrix of blanks', `| A | Junior | Middle |\n|---|---|---|\n| a | b${' '.repeat(many)}c | d |`, 2],
  ['HTML lists opened and never closed', '<ul><li>a '.repeat(many), many],
  ['an HTML list beside as many lines', `<ul>\n${'<li>a</li>\n'.repeat(many)}</ul>\n${'text\n\n'.repeat(many)}`, many],
  ['a tree of very many branches', '├── a\n'.repeat(3 * many), 3 * many],
  ['a tree as deep as a line is long', `├── a\n${'│   '.repeat(many)}└── b\n`, 2],
  ['an outline by indentation', `a\n${'  b\n'.repeat(many)}`, many + 1],
  ['boxes without bullets', '[x] a\n'.repeat(many), many],
];

describe('a text made to exhaust the reader', () => {
  it.each(notes)('%s', (_, text, total) => {
    const before = performance.now();
    const roadmap = readNote(text);
    expect(performance.now() - before).toBeLessThan(5_000);
    let count = 0;
    for (const _topic of topicsOf(roadmap.children)) count++;
    expect(count).toBe(total);
  });

  it('a drawing with one topic that has very many subtopics', () => {
    const nodes = Array.from({ length: many }, (_, id) => ({
      id: `n${id}`,
      type: id === 0 ? 'topic' : 'subtopic',
      data: { label: 'a' },
    }));
    const edges = nodes.map(({ id }) => ({ source: 'n0', target: id }));
    const draft = readJson(toSource(JSON.stringify({ nodes, edges })), 'drawing', 'drawing.json');
    expect(draft.children).toMatchObject([{ topics: { length: many - 1 } }]);
  });

  it('a mock-up of very many groups', () => {
    const control = Array.from({ length: many }, (_, index) => ({
      typeID: '__group__',
      properties: { controlName: `${index}-g${index}` },
    }));
    const text = JSON.stringify({ mockup: { controls: { control } } });
    expect(readJson(toSource(text), 'drawing', 'drawing.json').children).toHaveLength(many);
  });
});
