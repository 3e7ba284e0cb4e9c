// Why each line of a note became what it is.
// Russian notes of a garden (Почва, Грядки: soil, beds) and of woodwork (Соединения, Шип: joints, tenon; Порода, Твёрдость:
// species, hardness). Parts that are set aside: Ресурсы, Лицензия (resources, licence); Проекты is a table of projects.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontMatterSpan } from '../../../src/formats/frontmatter.ts';
import { explainMarkdown } from '../../../src/formats/markdown/explain.ts';
import { topicsOf } from '../../../src/model/tree.ts';
import { toSource } from '../../../src/text/source.ts';
import { boxlessDocuments, documents } from '../../support/documents.ts';
import { note, readNote } from '../../support/notes.ts';

const explained = (text: string) => {
  const bodyStart = frontMatterSpan(text)?.body.start ?? 0;
  return explainMarkdown({ source: toSource(text), bodyStart, frontMatter: {}, name: 'note' });
};
const explainedLines = (...lines: readonly string[]): string[] =>
  explained(note(...lines)).map(({ line, what, rule, because, address }) =>
    [line, what, rule, because, address ?? '-'].join(' '),
  );

describe('the explanation of a note', () => {
  it('with a conflict names its markers and what both sides began with', () => {
    expect(
      explainedLines(
        '- [x] a',
        '- [ ] a',
        '<<<<<<< HEAD',
        '- [x] c',
        '||||||| 1a2b',
        '- [ ] c',
        '=======',
        '- [/] c',
        '>>>>>>> x',
      ),
    ).toEqual([
      '1 topic T1 topic-tasks 1',
      '2 topic T1 topic-tasks 2',
      '3 nothing U3 conflict-marker -',
      '4 topic T1 topic-tasks 3',
      '5 nothing U3 conflict-marker -',
      '6 nothing U3 conflict-marker -',
      '7 nothing U3 conflict-marker -',
      '8 topic T1 topic-tasks 4',
      '9 nothing U3 conflict-marker -',
    ]);
  });

  it('with boxes names tasks, the bullets of a series, notes and what was passed over', () => {
    expect(
      explainedLines(
        '# Сад',
        '',
        '**1. Почва**',
        '- [x] Проверить',
        '  - раз в год',
        '    и осенью',
        '```',
        '- [ ] нет',
        '```',
        '',
        '**2. Грядки**',
        '',
        '• Разметить',
        '',
        '## Ресурсы',
        '- книга',
      ),
    ).toEqual([
      '1 title S5 title -',
      '3 section S1 section-bold-line 1',
      '4 topic T1 topic-tasks 1.1',
      '5 note T2 note-item -',
      '6 note T9 note-text -',
      '7 nothing L1 passed-over -',
      '8 nothing L1 passed-over -',
      '9 nothing L1 passed-over -',
      '11 section S1 section-bold-line 2',
      '13 topic T2 topic-series 2.1',
      '15 kept S4 kept-resources -',
      '16 kept S4 kept-resources -',
    ]);
  });

  it('without boxes names bullets, links, projects, prose and tables', () => {
    expect(
      explainedLines(
        '# Дерево',
        'Просто текст.',
        '## Соединения',
        '- Шип',
        '- [Ласточкин хвост](https://example.org)',
        '',
        '| Порода | Твёрдость |',
        '|---|---|',
        '| дуб | высокая |',
        '## Лицензия',
        '- MIT',
        '## Проекты',
        '| Уровень | Название | Технологии |',
        '|---|---|---|',
        '| junior | Табурет | дуб |',
      ),
    ).toEqual([
      '1 title S5 title -',
      '2 note T9 prose -',
      '3 section S1 section-heading 1',
      '4 topic T3 topic-bullets 1.1',
      '5 topic T5 topic-link 1.2',
      '7 nothing T7 table -',
      '8 nothing T7 table -',
      '9 nothing T7 table -',
      '10 nothing S4 kept-license -',
      '11 nothing S4 silent -',
      '12 nothing S1 empty-section -',
      '13 nothing T7 table -',
      '14 nothing T7 table -',
      '15 project T8 project P1',
    ]);
  });

  it('gives every topic and every line that is not blank exactly one place', () => {
    fc.assert(
      fc.property(fc.oneof(documents, boxlessDocuments), (text) => {
        const rows = explained(text);
        const { length } = toSource(text).lineStarts;
        expect(new Set(rows.map(({ line }) => line)).size).toBe(rows.length);
        for (const { line } of rows) expect(line).toBeLessThanOrEqual(length);
        const addresses = rows.filter(({ what }) => what === 'topic').map(({ address }) => address);
        for (const topic of topicsOf(readNote(text).children)) expect(addresses).toContain(topic.address);
      }),
      { numRuns: 150 },
    );
  });
});
