// Tests of the columns of a note of task lines: they hold what the objects of the same lines hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/formats/markdown/read.ts';
import { finish } from '../../../../src/model/finish.ts';
import { namedNext } from '../../../../src/model/next.ts';
import { progressOf } from '../../../../src/model/progress.ts';
import { addressOf, tableOf, tableOfChildren } from '../../../../src/model/topic-table.ts';
import { toSource } from '../../../../src/text/source.ts';
import { documents } from '../../../support/documents.ts';
import { note } from '../../../support/notes.ts';
import { today } from '../../../support/roadmaps.ts';

function roadmapOf(text: string) {
  return finish(readMarkdown({ source: toSource(text), bodyStart: 0, frontMatter: {}, name: 'note' }));
}

function expectSame(text: string): void {
  const roadmap = roadmapOf(text);
  const read = tableOf(roadmap);
  const rows = Array.from({ length: read.count }, (_, row) => row);
  const addresses = rows.map((row) => addressOf(read, row));
  const words = rows.map((row) => [read.titleOf(row), read.numberOf(row), read.hoursOf(row), [...read.needsOf(row)]]);
  const levels = rows.map((row) => read.levelIds[read.level[row] as number] ?? null);
  const made = tableOfChildren(roadmap.children);
  for (const name of [
    'count',
    'status',
    'day',
    'section',
    'parent',
    'flags',
    'line',
    'sectionParent',
    'sectionRow',
  ] as const)
    expect(read[name], name).toEqual(made[name]);
  expect(read.sections.length).toBe(made.sections.length);
  expect(read.sections.every((section, index) => section === made.sections[index])).toBe(true);
  expect(addresses).toEqual(rows.map((row) => made.topicAt(row).address));
  expect(levels).toEqual(rows.map((row) => made.topicAt(row).level));
  expect(words).toEqual(
    rows.map((row) => [made.titleOf(row), made.numberOf(row), made.hoursOf(row), [...made.needsOf(row)]]),
  );
}

describe('columns of task lines', () => {
  it('are enough for what status counts and names: no topic becomes an object', () => {
    const roadmap = roadmapOf(
      note('# A', '- [x] a ✅ 2026-01-02', '- [ ] b #senior', '# B', '- [/] 1.2. c ⛔ x', '  - note'),
    );
    expect(progressOf(roadmap).total).toMatchObject({ done: 1, doing: 1, todo: 1 });
    expect(namedNext(roadmap, 1, today)).toMatchObject([{ topic: { title: 'c' } }]);
    expect(roadmap.diagnostics).toEqual([]);
    expect(tableOf(roadmap).objects).toBeNull();
    expect(roadmap.children).toHaveLength(2);
    expect(tableOf(roadmap).objects).toHaveLength(3);
  });

  it('are those of the objects, in any document', () => {
    fc.assert(fc.property(documents, expectSame));
  });

  it.each([
    ['numbers behind marks', ['- [ ] **1.2** a', '- [ ] `1.` b', '- [ ] 3) c', '- [ ] ⭐ 4. d', '- [ ] A. e']],
    [
      'days',
      ['- [x] a ✅ 2026-01-02', '- [ ] b ✅ 2026-01-02', '- [x] c ✅ 2026-02-30', '- [x] d [completion:: 2026-01-02]'],
    ],
    ['two days', ['- [x] a ✅ 2026-01-03 ✅ 2026-01-02', '- [x] ✅ 2026-01-02', '- [x] b ✅2026-01-02  ']],
    [
      'fields',
      ['- [ ] a 🆔 x', '- [ ] b ⛔ x #junior', '- [ ] c [hours:: 2]', '- [ ] d 🔁 every day', '- [ ] e ^block'],
    ],
    ['marks', ['- [X] a', '- [/] b', '- [-] c', '- [✔️] d', '- [✅] e', '- [?] f', '- [🌱] g']],
    ['sections without topics', ['# A', '## B', '## C', '- [ ] x', '# D', '## E', '# F', '- [ ] y']],
    ['topics at the root and below each other', ['- [ ] a', '  - b', '    - [x] c', '# S', '- [ ] d', '  1. [ ] e']],
    ['a series', ['## 1. A', '- [x] a', '## 2. B', '- b', '  - c', '• d']],
    [
      'a description with tasks behind its sections',
      ['# Description', '- [ ] a', '**B**', '- [ ] b', '---', '- [ ] c'],
    ],
  ])('are those of the objects: %s', (_, lines) => {
    expectSame(note(...lines));
  });
});
