// Tests of reading a progress file: ticks with their ids, titles, sections and days, typed by hand or by the program.
// A Russian progress file: "Зачем брокер", "Топики и партиции", "Ключ партиции", "Сжатие" (why a broker, topics and partitions,
// partition key, compaction); "дочитать" (finish reading) is a note of the user's.
import { describe, expect, it } from 'vitest';
import { frontMatterSpan } from '../../../src/formats/frontmatter.ts';
import { readProgress } from '../../../src/formats/progress/read.ts';
import { toSource } from '../../../src/text/source.ts';
import { note } from '../../support/notes.ts';

const read = (text: string) => readProgress(toSource(text), frontMatterSpan(text)?.body.start ?? 0);

describe('readProgress (FORMATS P2)', () => {
  const text = note(
    '---',
    'roadmap: kafka',
    '---',
    '',
    '# Kafka',
    '',
    '- [x] 0.1 Зачем брокер 🆔 why ✅ 2026-05-01',
    '',
    '## 4 Топики и партиции',
    '',
    '- [/] 4.2.1 Ключ партиции 🆔 key',
    '- [-] 4.2.2 Сжатие 🆔 compact ❌ 2026-05-02',
    '',
    '## Projects',
    '',
    '- [x] P1 Журнал заказов 🆔 log ✅ 2026-05-03',
    '',
  );

  it('reads what the program writes', () => {
    expect(read(text).ticks).toEqual([
      {
        id: 'why',
        title: 'Зачем брокер',
        written: '0.1 Зачем брокер',
        section: null,
        status: 'done',
        completedOn: '2026-05-01',
        ...{ spent: null, noteLines: [], line: 7 },
      },
      {
        id: 'key',
        title: 'Ключ партиции',
        written: '4.2.1 Ключ партиции',
        section: 'Топики и партиции',
        status: 'doing',
        completedOn: null,
        ...{ spent: null, noteLines: [], line: 11 },
      },
      {
        id: 'compact',
        title: 'Сжатие',
        written: '4.2.2 Сжатие',
        section: 'Топики и партиции',
        status: 'skipped',
        completedOn: null,
        ...{ spent: null, noteLines: [], line: 12 },
      },
      {
        id: 'log',
        title: 'Журнал заказов',
        written: 'P1 Журнал заказов',
        section: 'Projects',
        status: 'done',
        completedOn: '2026-05-03',
        ...{ spent: null, noteLines: [], line: 16 },
      },
    ]);
  });

  it('reads time and notes of a line', () => {
    const { ticks } = read(
      note(
        '## 1 A',
        '',
        '- [x] 1.1 One [spent:: 1h30m] 🆔 one ✅ 2026-05-01',
        '  - note 2026-05-01: ✅ 2026-01-01 🆔 other [x] #tag',
        '  - [ ] 1.1.1 Inner 🆔 inner',
        '    - note 2026-05-02: of the inner one',
        '  - note 2026-05-03: of the outer one',
        '- note 2026-05-04: of none',
      ),
    );
    expect(ticks).toMatchObject([
      {
        ...{ id: 'one', title: 'One', completedOn: '2026-05-01', spent: 1.5 },
        noteLines: [
          { day: '2026-05-01', text: '✅ 2026-01-01 🆔 other [x] #tag' },
          { day: '2026-05-03', text: 'of the outer one' },
        ],
      },
      { id: 'inner', status: 'todo', spent: null, noteLines: [{ day: '2026-05-02', text: 'of the inner one' }] },
    ]);
  });

  it('reads the headings without their numbers', () => {
    expect(read(text).headings).toEqual([
      { title: 'Kafka', depth: 1, line: 5 },
      { title: 'Топики и партиции', depth: 2, line: 9 },
      { title: 'Projects', depth: 2, line: 14 },
    ]);
  });

  it('says the same under every line end', () => {
    for (const eol of ['\r\n', '\r']) expect(read(text.replaceAll('\n', eol)).ticks).toEqual(read(text).ticks);
  });

  it.each([
    ['- [x] Сжатие', { id: null, title: 'Сжатие', written: 'Сжатие', status: 'done', completedOn: null }],
    ['* [X] 4.2 **Сжатие** ✅ 2026-05-01', { title: 'Сжатие', written: '4.2 Сжатие', completedOn: '2026-05-01' }],
    ['- [x] 3 брокера', { title: 'брокера', written: '3 брокера' }],
    ['- [x] Сжатие 🆔 4.10 ✅ 2026-05-01', { id: '4.10', completedOn: '2026-05-01' }],
    ['- [x] Сжатие 🆔 топик/сжатие.v2', { id: 'топик/сжатие.v2' }],
    ['- [x] Сжатие 🆔 c, дочитать', { id: 'c' }],
    ['- [ ] Сжатие ✅ 2026-05-01', { status: 'todo', completedOn: null }],
    ['- [x] Сжатие ✅ 2026-02-30', { status: 'done', completedOn: null }],
    ['  - [x] Сжатие [id:: c] [completion:: 2026-05-01]', { id: 'c', completedOn: '2026-05-01' }],
  ])('reads %j, typed by hand', (line, expected) => {
    expect(read(line).ticks).toMatchObject([expected]);
  });

  it('passes over prose, bullets, code and comments', () => {
    expect(
      read(note('- сжатие', 'Текст.', '```', '- [x] а', '```', '<!-- - [x] б -->', '- [ ] в')).ticks,
    ).toMatchObject([{ title: 'в', line: 7 }]);
  });

  it('reads an empty file as one without ticks', () => {
    expect(read('')).toMatchObject({ ticks: [], headings: [] });
  });
});
