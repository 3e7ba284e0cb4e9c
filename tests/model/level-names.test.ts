// Tests of the words that name a level where a roadmap declares levels of its own (FORMATS V1).
import { describe, expect, it } from 'vitest';
import { levelsIn } from '../../src/formats/roadmap-document.ts';
import { namesOf } from '../../src/model/level-names.ts';

const declared = [
  { id: 'l1', title: 'Junior' },
  { id: 'senior', title: 'Grown' },
  { id: 'l3', title: 'grown' },
];
const inNote = namesOf(declared.map((level) => ({ ...level, rubric: null }))).named;
const inDocument = levelsIn({ title: 'Tea', levels: declared });

describe.each([
  ['l1', 'l1'],
  ['junior', 'l1'],
  ['beginner', 'l1'],
  ['Senior', 'senior'],
  ['advanced', 'senior'],
  ['GROWN', 'senior'],
  ['expert', null],
  ['middle', null],
  ['tea', null],
])('%s', (word, level) => {
  it(`names ${level ?? 'no level'}, in notes and in documents alike`, () => {
    expect([inNote(word), inDocument(word)]).toEqual([level, level]);
  });
});
