// Tests of checklists: what their own reader takes gives the roadmap of the general one, topic by topic and column by column.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChecklist } from '../../../src/formats/markdown/checklist.ts';
import { readMarkdown } from '../../../src/formats/markdown/read.ts';
import type { Draft } from '../../../src/model/draft.ts';
import { finish, identify } from '../../../src/model/finish.ts';
import { addressOf, idOfRow, tableOf } from '../../../src/model/topic-table.ts';
import { toSource } from '../../../src/text/source.ts';
import { documents } from '../../support/documents.ts';
import { note } from '../../support/notes.ts';

const noteOf = (text: string, frontMatter = {}) => ({
  source: toSource(text),
  bodyStart: 0,
  frontMatter,
  name: 'note',
});

/** All that the columns say of a draft, before any of its topics is an object. */
function columnsOf(draft: Draft) {
  const roadmap = identify(finish(draft));
  const table = tableOf(roadmap);
  const rows = Array.from({ length: table.count }, (_, row) => row);
  expect(table.objects).toBeNull();
  const { count, status, day, section, parent, level, levelIds, flags, line, sectionParent, sectionRow } = table;
  return {
    columns: { count, status, day, section, parent, level, levelIds, flags, line, sectionParent, sectionRow },
    words: rows.map((row) => [table.titleOf(row), table.numberOf(row), table.hoursOf(row), [...table.needsOf(row)]]),
    names: rows.map((row) => [addressOf(table, row), idOfRow(table, row), table.writtenIdOf(row)]),
    hasOwnStates: table.hasOwnStates,
  };
}

/** Whether the text is read as a checklist; where it is, both readings are the same. */
function isChecklist(text: string, frontMatter = {}): boolean {
  const read = () => readChecklist(noteOf(text, frontMatter));
  const draft = read();
  if (draft === null) return false;
  const general = () => readMarkdown(noteOf(text, frontMatter));
  expect(columnsOf(draft)).toEqual(columnsOf(general()));
  const [own, other] = [identify(finish(read() as Draft)), identify(finish(general()))];
  expect({ ...own }).toEqual({ ...other });
  // One topic alone, before the others are made.
  const [first, second] = [identify(finish(read() as Draft)), identify(finish(general()))];
  const middle = tableOf(first).count >> 1;
  expect(tableOf(first).topicAt(middle)).toEqual(tableOf(second).topicAt(middle));
  expect(first.children).toEqual(second.children);
  expect(tableOf(first).objects?.[middle]).toBe(tableOf(first).topicAt(middle));
  return true;
}

const words = fc.constantFrom(
  ...[
    'лук',
    'Полив',
    'soil',
    'b-flat',
    '7 нот',
    '4.2 доли',
    '1. раз',
    '2) два',
    'A. first',
    'Week 3: ropes',
    'Resources',
  ],
  ...['Junior', 'A1', 'B2', 'Описание', 'Практика', 'Introduction', 'Tips', 'Contents:', '**жирно**', '_so_', '`code`'],
  ...[
    '[лад](https://example.org/a)',
    '[[Гамма]]',
    'https://example.org',
    '#тег',
    ':: x',
    '✅ 2026-05-01',
    '✅ 2026-02-30',
  ],
  ...[
    '✅2026-05-01',
    '🆔 a',
    '🎹',
    '初級',
    '%% c %%',
    '<b>b</b>',
    '&amp;',
    '^b1',
    '\u00a0',
    '\t',
    '1.0',
    '(a)',
    '«б»',
    '—',
  ],
);
const text = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
/** Mostly the first, and now and then one of the others: a note with something odd in every line is no checklist. */
const mostly = (usual: string, ...odd: string[]) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...usual.split('')) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
const plain = fc.oneof(
  { weight: 25, arbitrary: fc.constantFrom('лук', 'soil', 'Полив роз', 'b-flat minor', 'Тема 5', 'is it 4?') },
  { weight: 2, arbitrary: text },
);
const heading = fc
  .tuple(fc.constantFrom('##', '##', '###', '####'), fc.nat(9), plain)
  .map(([marks, number, title]) => `${marks} ${number > 5 ? `${number - 5}. ` : ''}${title}`);
const task = fc
  .tuple(fc.nat(9), mostly('--*+', '1.', '•'), mostly('  xX/-', 'v', '?', '✔', '1', ''), plain, fc.nat(9))
  .map(
    ([indent, marker, mark, title, day]) =>
      `${' '.repeat([0, 0, 0, 2, 2, 4, 4, 1, 3, 6][indent] as number)}${marker} [${mark}] ${title}${day > 6 ? ' ✅ 2026-05-01' : ''}`,
  );
const odd = [
  'prose',
  '- bullet',
  '# Heading',
  '   ',
  '---',
  '<!-- c -->',
  '| a | b |',
  '  # in',
  '> - [ ] q',
  '- [ ] ',
  '- [ ]a',
];
const line = fc.oneof(
  { weight: 60, arbitrary: task },
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(...odd) },
);
const section = fc.tuple(heading, fc.array(line, { maxLength: 4 })).map(([head, lines]) => [head, ...lines]);
const notes = fc
  .tuple(
    mostly('С', '1. Garden', '🌱 Garden', 'Resources'),
    fc.array(line, { maxLength: 3 }),
    fc.array(section, { maxLength: 5 }),
    mostly('\n', '\r\n'),
  )
  .map(([title, lines, sections, eol]) => [`# ${title}`, ...lines, ...sections.flat(), ''].join(eol));

describe('a checklist', () => {
  it.each([
    [
      'sections and done dates',
      ['# Garden', '', '## Soil', '- [x] a ✅ 2026-05-01', '- [ ] b', '## Water', '- [/] c', '- [-] d'],
    ],
    [
      'numbers, and topics below each other',
      ['# Garden', '- [ ] a', '## 1. Soil', '- [ ] b', '  - [x] c', '    - [ ] d', '## 2. Water', '* [ ] e'],
    ],
    [
      'sections in sections',
      ['# Garden', '## Soil', '### Sand', '- [ ] a', '### Clay', '- [ ] b', '## Water', '#### Rain', '- [ ] c'],
    ],
    [
      'emphasis and links in titles',
      ['# *Garden*', '## **Soil**', '- [ ] **a** [b](https://example.org) `c`', '- [ ] 1. d'],
    ],
  ])('is read by itself: %s', (_, lines) => {
    expect(isChecklist(note(...lines))).toBe(true);
  });

  it.each([
    ['prose', ['# Garden', 'A word.', '- [ ] a']],
    ['bullets', ['# Garden', '- a', '- [ ] b']],
    ['no title', ['## Soil', '- [ ] a']],
    ['a role', ['# Garden', '## Resources', '- [ ] a']],
    ['a level', ['# Garden', '## Junior', '- [ ] a']],
    ['codes of levels', ['# Garden', '## A1', '- [ ] a', '## B1', '- [ ] b', '## C1', '- [ ] c']],
    ['a number without a mark', ['# Garden', '## 1 Soil', '- [ ] a']],
    ['a section without topics', ['# Garden', '## 1. Soil', '## 2. Water', '- [ ] a']],
    ['fields', ['# Garden', '- [ ] a 📅 2026-05-01']],
    ['tags', ['# Garden', '- [ ] a #b']],
    ['look-alikes of x', ['# Garden', '- [v] a']],
    ['indented code', ['# Garden', '    - [ ] a']],
    ['no topic', ['# Garden', '']],
  ])('is left to the general reader: %s', (_, lines) => {
    expect(isChecklist(note(...lines))).toBe(false);
  });

  it('reads as it does otherwise, whatever is in it', () => {
    let taken = 0;
    fc.assert(
      fc.property(notes, (text) => {
        if (isChecklist(text)) taken++;
      }),
      { numRuns: Number(process.env.CHECKLISTS ?? 1500) },
    );
    expect(taken).toBeGreaterThan(100);
    fc.assert(fc.property(documents, (text) => void isChecklist(text)));
  });

  it('takes id and description from its front matter', () => {
    const lines = note('# Garden', '- [ ] a');
    expect(isChecklist(lines, { id: 'garden', description: 'Beds', title: 'Other' })).toBe(true);
    expect(isChecklist(lines, { levels: ['a', 'b'] })).toBe(false);
  });

  it('reads as it does otherwise in every note that we have', () => {
    const folder = join(import.meta.dirname, '..', '..', 'fixtures');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.md')) isChecklist(readFileSync(join(folder, file), 'utf8'));
  });
});
