// Tests of recording in a progress file: which lines come, change and go, where they are put, and what is never touched.
// A Russian roadmap of a message broker: "Основы" (basics) with "Журнал", "Смещение" (log, offset) and "Топики" (topics) with
// "Партиции", "Ключ" (partitions, key). "Мои заметки", "Задумки", "Потом" (my notes, ideas, later) are headings of the user's
// own.
import { describe, expect, it } from 'vitest';
import { frontMatterSpan } from '../../../src/formats/frontmatter.ts';
import { emptyProgress, recordChanges } from '../../../src/formats/progress/edit.ts';
import { readProgress } from '../../../src/formats/progress/read.ts';
import { type TopicChange, tickLine } from '../../../src/formats/progress/tick-line.ts';
import { type Overlaid, overlay } from '../../../src/model/overlay.ts';
import type { Roadmap, Status, Topic } from '../../../src/model/roadmap.ts';
import { topicsById } from '../../../src/model/tree.ts';
import { toSource } from '../../../src/text/source.ts';
import { note } from '../../support/notes.ts';
import { day, done, project, roadmap, section, topic } from '../../support/roadmaps.ts';

const named = (address: string, title: Topic['title'], id: string, more: Partial<Topic> = {}): Topic =>
  topic(address, title, { id, idWritten: true, ...more });

const kafka = roadmap(
  { ru: 'Kafka с нуля', en: 'Kafka from scratch' },
  [
    named('0.1', 'Зачем брокер', 'why'),
    section('1', 'Основы', [named('1.1', 'Журнал', 'log'), named('1.2', 'Смещение', 'offset')]),
    section('2', { ru: 'Топики', en: 'Topics' }, [
      section('2.1', 'Партиции', [
        named('2.1.1', 'Ключ', 'key'),
        named('2.1.2', 'Порядок', 'order', { topics: [named('2.1.2.1', 'Повтор', 'retry')] }),
      ]),
      done('2.2', 'Сжатие', '2026-11-20', { id: 'compact' }),
    ]),
    section('3', 'Группы', [named('3.1', 'Ребаланс', 'rebalance')]),
  ],
  { projects: [project('P1', 'Журнал заказов', { id: 'orders' })] },
);

function read(text: string, whole: Roadmap = kafka): Overlaid {
  return overlay(whole, readProgress(toSource(text), frontMatterSpan(text)?.body.start ?? 0).ticks);
}

/** The text after `id` was given a state; the day counts for done and skipped. */
function record(text: string, ...wanted: readonly (readonly [string, Status, string?])[]): string {
  const byId = topicsById(kafka);
  const changes = wanted.map(([id, to, on = '2026-11-20']): TopicChange => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`no topic ${id}`);
    return { topic: found, to, day: day(on) };
  });
  return recordChanges(text, frontMatterSpan(text)?.body.start ?? 0, kafka, changes);
}

const empty = emptyProgress(kafka, 'kafka');

describe('an empty progress file (FORMATS P3)', () => {
  it('names its source and the roadmap, in the roadmap’s first language', () => {
    expect(empty).toBe(note('---', 'roadmap: kafka', '---', '', '# Kafka с нуля', ''));
  });

  it.each([
    ['/home/ada/Мои заметки: «Kafka».md', '"/home/ada/Мои заметки: «Kafka».md"'],
    ['a"b\nc', '"a\\"b\\nc"'],
    ['заметки/Kafka.md', 'заметки/Kafka.md'],
  ])('writes %j so that YAML can be read', (source, written) => {
    expect(emptyProgress(kafka, source)).toContain(`\nroadmap: ${written}\n`);
  });

  it('keeps a title with line ends on one line', () => {
    expect(emptyProgress(roadmap('a\nb\tc', []), 'x')).toContain('\n# a b c\n');
  });
});

describe('a line (FORMATS P2)', () => {
  it.each<[Status, string]>([
    ['done', '- [x] 2.1.1 Ключ 🆔 key ✅ 2026-11-20'],
    ['skipped', '- [-] 2.1.1 Ключ 🆔 key ❌ 2026-11-20'],
    ['doing', '- [/] 2.1.1 Ключ 🆔 key'],
    ['todo', '- [ ] 2.1.1 Ключ 🆔 key'],
  ])('says %s', (to, line) => {
    expect(tickLine({ topic: named('2.1.1', 'Ключ', 'key'), to, day: day('2026-11-20') })).toBe(line);
  });

  it('is one line in the first language whatever the title holds', () => {
    const change = { topic: named('1', { ru: 'а\r\nб', en: 'c' }, 'x'), to: 'doing', day: day('2026-11-20') } as const;
    expect(tickLine(change)).toBe('- [/] 1 а б 🆔 x');
  });

  it('has no field but its own, whatever the title holds', () => {
    const change = { topic: named('1', 'а 🆔 y ✅ 2020-01-01 б', 'x'), to: 'done', day: day('2026-11-20') } as const;
    expect(tickLine(change)).toBe('- [x] 1 а б 🆔 x ✅ 2026-11-20');
  });
});

describe('recordChanges', () => {
  it('writes topics under their section, in the order of the roadmap, whatever the order of the words', () => {
    const text = record(
      empty,
      ['orders', 'done'],
      ['rebalance', 'doing'],
      ['retry', 'skipped'],
      ['compact', 'todo'],
      ['key', 'done', '2026-11-19'],
      ['offset', 'done'],
      ['why', 'done'],
    );
    expect(text).toBe(
      note(
        '---',
        'roadmap: kafka',
        '---',
        '',
        '# Kafka с нуля',
        '',
        '- [x] 0.1 Зачем брокер 🆔 why ✅ 2026-11-20',
        '',
        '## 1 Основы',
        '',
        '- [x] 1.2 Смещение 🆔 offset ✅ 2026-11-20',
        '',
        '## 2 Топики',
        '',
        '- [ ] 2.2 Сжатие 🆔 compact',
        '',
        '## 2.1 Партиции',
        '',
        '- [x] 2.1.1 Ключ 🆔 key ✅ 2026-11-19',
        '- [-] 2.1.2.1 Повтор 🆔 retry ❌ 2026-11-20',
        '',
        '## 3 Группы',
        '',
        '- [/] 3.1 Ребаланс 🆔 rebalance',
        '',
        '## Projects',
        '',
        '- [x] P1 Журнал заказов 🆔 orders ✅ 2026-11-20',
        '',
      ),
    );
  });

  it('comes to the same file whether topics are recorded at once or one after another in any order', () => {
    const ids = ['log', 'offset', 'key', 'order', 'retry', 'rebalance', 'orders'] as const;
    const once = record(empty, ...ids.map((id) => [id, 'done'] as const));
    for (const order of [
      [...ids],
      [...ids].reverse(),
      ['order', 'orders', 'log', 'retry', 'rebalance', 'key', 'offset'],
    ]) {
      let text = empty;
      for (const id of order) text = record(text, [id, 'done']);
      expect(text).toBe(once);
    }
  });

  it('puts a line between those that the roadmap has before and behind it', () => {
    const text = record(record(empty, ['key', 'done'], ['retry', 'done']), ['order', 'done']);
    expect(text.split('\n').slice(-4)).toEqual([
      '- [x] 2.1.1 Ключ 🆔 key ✅ 2026-11-20',
      '- [x] 2.1.2 Порядок 🆔 order ✅ 2026-11-20',
      '- [x] 2.1.2.1 Повтор 🆔 retry ✅ 2026-11-20',
      '',
    ]);
  });

  it('changes a line in place and leaves what was added to it', () => {
    const text = note('# Kafka', '', '## 1 Основы', '', '* [ ] 1.1 Журнал, дочитать 🆔 log #дом  ', '');
    expect(record(text, ['log', 'done'])).toBe(
      note('# Kafka', '', '## 1 Основы', '', '* [x] 1.1 Журнал, дочитать 🆔 log #дом ✅ 2026-11-20  ', ''),
    );
  });

  it('changes a line typed by hand, and writes no second one', () => {
    const text = note('# Kafka', '', '## Основы', '- [ ] журнал', '');
    expect(record(text, ['log', 'done'])).toBe(note('# Kafka', '', '## Основы', '- [x] журнал ✅ 2026-11-20', ''));
  });

  it('adds to a section typed by hand', () => {
    const text = note('# Kafka', '', '## Основы', '', '- [x] Журнал 🆔 log ✅ 2026-11-01', '');
    expect(record(text, ['offset', 'done'])).toBe(
      note(
        '# Kafka',
        '',
        '## Основы',
        '',
        '- [x] Журнал 🆔 log ✅ 2026-11-01',
        '- [x] 1.2 Смещение 🆔 offset ✅ 2026-11-20',
        '',
      ),
    );
  });

  it('takes out the line of a topic that is back in the roadmap’s own state', () => {
    const two = record(empty, ['log', 'done'], ['offset', 'done']);
    expect(record(two, ['log', 'todo'])).toBe(record(empty, ['offset', 'done']));
    const reopened = record(empty, ['compact', 'todo']);
    expect(record(reopened, ['compact', 'done'])).toBe(empty);
  });

  it('takes out the heading of a section that has no lines left', () => {
    const both = record(empty, ['log', 'done'], ['rebalance', 'done']);
    expect(record(both, ['log', 'todo'])).toBe(record(empty, ['rebalance', 'done']));
    expect(record(both, ['rebalance', 'todo'])).toBe(record(empty, ['log', 'done']));
    expect(record(both, ['rebalance', 'todo'], ['log', 'todo'])).toBe(empty);
  });

  it('leaves headings of the user’s own, though nothing is under them, and blank lines at the end', () => {
    const own = `${empty}\n## Задумки\n\n## Основы\n\n## Потом\n\n\n`;
    const ticked = record(own, ['log', 'done'], ['rebalance', 'done']);
    const left = record(ticked, ['log', 'todo'], ['rebalance', 'todo']);
    expect(left).toBe(`${empty}\n## Задумки\n\n## Потом\n\n\n`);
    expect(record(record(`${empty}\n## Потом\n\n\n`, ['log', 'done']), ['log', 'todo'])).toBe(
      `${empty}\n## Потом\n\n\n`,
    );
  });

  it('leaves a heading that others are under', () => {
    const text = `${empty}\n## 1 Основы\n\n- [x] 1.1 Журнал 🆔 log ✅ 2026-11-20\n\n### Разбор\n\nСлова.\n`;
    expect(record(text, ['log', 'todo'])).toBe(`${empty}\n## 1 Основы\n\n### Разбор\n\nСлова.\n`);
  });

  it('leaves the file as it was when the only topic outside any section is taken back', () => {
    expect(record(record(empty, ['why', 'done']), ['why', 'todo'])).toBe(empty);
    const both = record(empty, ['why', 'done'], ['log', 'done']);
    expect(record(both, ['why', 'todo'])).toBe(record(empty, ['log', 'done']));
  });

  it('writes nothing for a topic that already is in the roadmap’s own state', () => {
    expect(record(empty, ['log', 'todo'])).toBe(empty);
    expect(record(empty, ['compact', 'done'])).toBe(empty);
  });

  it('keeps orphans, prose, foreign headings and comments', () => {
    const text = note(
      '---',
      'roadmap: kafka',
      'заметка: моя',
      '---',
      '',
      '# Моя Kafka',
      '',
      'Начал в мае.',
      '',
      '## 1 Основы',
      '',
      '- [x] 1.7 Зоопарк 🆔 zoo ✅ 2026-05-01',
      '- [x] 1.1 Журнал 🆔 log ✅ 2026-05-02',
      '  перечитать',
      '',
      '## Разное',
      '',
      '<!-- не трогать -->',
      '- [ ] купить книгу',
      '',
    );
    const after = record(text, ['offset', 'done'], ['rebalance', 'done']);
    for (const line of text.split('\n')) expect(after.split('\n')).toContain(line);
    expect(read(after).orphans.map((tick) => tick.title)).toEqual(['Зоопарк', 'купить книгу']);
    expect([...read(after).lines.keys()].sort()).toEqual(['log', 'offset', 'rebalance']);
    expect(record(after, ['offset', 'todo'], ['rebalance', 'todo'])).toBe(text);
  });

  it('settles several lines for one topic: the first stays, done', () => {
    const text = note(
      '# Kafka',
      '',
      '## 1 Основы',
      '',
      '- [/] 1.1 Журнал 🆔 log',
      '- [x] 1.1 Журнал 🆔 log ✅ 2026-11-01',
      '- [x] 1.2 Смещение 🆔 offset ✅ 2026-11-02',
      '',
    );
    expect(record(text, ['log', 'done'])).toBe(
      note(
        '# Kafka',
        '',
        '## 1 Основы',
        '',
        '- [x] 1.1 Журнал 🆔 log ✅ 2026-11-20',
        '- [x] 1.2 Смещение 🆔 offset ✅ 2026-11-02',
        '',
      ),
    );
    expect(record(text, ['log', 'todo'])).toBe(
      note('# Kafka', '', '## 1 Основы', '', '- [x] 1.2 Смещение 🆔 offset ✅ 2026-11-02', ''),
    );
  });

  it('keeps CRLF and goes on in it', () => {
    const text = record(empty, ['log', 'done']).replaceAll('\n', '\r\n');
    expect(record(text, ['offset', 'done'], ['rebalance', 'done'])).toBe(
      record(record(empty, ['log', 'done']), ['offset', 'done'], ['rebalance', 'done']).replaceAll('\n', '\r\n'),
    );
    expect(record(text, ['log', 'todo'])).toBe(empty.replaceAll('\n', '\r\n'));
  });

  it('ends the last line before it adds one', () => {
    const text = record(empty, ['log', 'done']).trimEnd();
    expect(record(text, ['offset', 'done'])).toBe(record(empty, ['log', 'done'], ['offset', 'done']));
    expect(record(text, ['rebalance', 'done'])).toBe(record(empty, ['log', 'done'], ['rebalance', 'done']));
  });

  it.each(['traffic.split', '4.10', 'трафик', 'a/b:c'])(
    'tells a topic with the id %j from one with a part of it',
    (id) => {
      const whole = roadmap('К', [
        named('1', 'а', 'traffic'),
        named('2', 'б', id),
        named('3', 'в', '4'),
        named('4', 'г', 'a'),
      ]);
      const change = { topic: named('2', 'б', id), to: 'done', day: day('2026-11-20') } as const;
      const text = recordChanges(emptyProgress(whole, 'k'), 0, whole, [change]);
      expect([...read(text, whole).lines.keys()]).toEqual([id]);
    },
  );

  it('tells sections of one title apart by their numbers', () => {
    const twins = roadmap('К', [
      section('1', 'Введение', [named('1.1', 'а', 'a')]),
      section('2', 'Введение', [named('2.1', 'б', 'b')]),
    ]);
    const byId = topicsById(twins);
    let text = emptyProgress(twins, 'k');
    for (const id of ['b', 'a']) {
      const change = { topic: byId.get(id) as Topic, to: 'done', day: day('2026-11-20') } as const;
      text = recordChanges(text, 0, twins, [change]);
    }
    expect(text.split('\n').slice(6)).toEqual([
      '## 1 Введение',
      '',
      '- [x] 1.1 а 🆔 a ✅ 2026-11-20',
      '',
      '## 2 Введение',
      '',
      '- [x] 2.1 б 🆔 b ✅ 2026-11-20',
      '',
    ]);
  });
});

describe('what people typed between the lines', () => {
  const basics = (...lines: string[]) => note('# Kafka', '', '## 1 Основы', '', ...lines, '');

  it.each([
    ['a fence', ['- [x] 1.1 Журнал 🆔 log ✅ 2026-11-01', '', '```', 'код'], 7],
    ['a comment', ['- [x] 1.1 Журнал 🆔 log ✅ 2026-11-01', '<!-- потом', 'ещё'], 6],
    ['a script', ['```', 'a', '```', '<script>'], 8],
    ['a fence of tildes behind a closed one', ['~~~', 'a', '~~~', '', '~~~~', '```', 'b'], 9],
  ])('%s that nobody closed is named, and nothing is written (FORMATS L1)', (_, lines, line) => {
    const text = basics(...lines);
    for (const wanted of [
      ['rebalance', 'done'],
      ['orders', 'doing'],
    ] as const)
      expect(() => record(text, wanted)).toThrow(
        expect.objectContaining({ code: 'bad-progress', args: { file: '', line, reason: 'open-block' } }),
      );
  });

  it('above a block that is open the file is written as ever', () => {
    const text = basics('- [x] 1.1 Журнал 🆔 log ✅ 2026-11-01', '', '```', 'код');
    expect(read(record(text, ['offset', 'done'])).lines.has('offset')).toBe(true);
  });

  it.each([
    ['four columns', '    - [x] 1.2 Смещение 🆔 offset ✅ 2026-11-02'],
    ['a tab', '\t- [x] 1.2 Смещение 🆔 offset ✅ 2026-11-02'],
    ['typed without id', '      - [x] Смещение ✅ 2026-11-02'],
  ])('a tick below the one that goes away is never lost: %s', (_, below) => {
    const text = basics('- [x] 1.1 Журнал 🆔 log ✅ 2026-11-01', below);
    const after = record(text, ['log', 'todo']);
    const states = topicsById(read(after).roadmap);
    expect(states.get('log')).toMatchObject({ status: 'todo' });
    expect(states.get('offset')).toMatchObject({ status: 'done', completedOn: '2026-11-02' });
    expect(after).toContain(below);
  });

  it('a remark under a tick stays under it', () => {
    const text = basics('- [x] 1.1 Журнал 🆔 log ✅ 2026-11-01', '  перечитать', '', '    и опыт', 'и ещё раз');
    expect(record(text, ['offset', 'done'])).toBe(
      basics(
        '- [x] 1.1 Журнал 🆔 log ✅ 2026-11-01',
        '  перечитать',
        '',
        '    и опыт',
        'и ещё раз',
        '- [x] 1.2 Смещение 🆔 offset ✅ 2026-11-20',
      ),
    );
  });

  it('a remark under a tick that goes away stays in the file', () => {
    const text = basics('- [x] 1.1 Журнал 🆔 log ✅ 2026-11-01', '  перечитать', '- [x] 1.2 Смещение 🆔 offset');
    expect(record(text, ['log', 'todo'])).toBe(basics('  перечитать', '- [x] 1.2 Смещение 🆔 offset'));
  });

  it('a file whose lines end in CR goes on in it', () => {
    const text = record(empty, ['log', 'done']).replaceAll('\n', '\r');
    expect(record(text, ['offset', 'done'], ['rebalance', 'done'])).toBe(
      record(empty, ['log', 'done'], ['offset', 'done'], ['rebalance', 'done']).replaceAll('\n', '\r'),
    );
    expect(record(text, ['log', 'todo'])).toBe(empty.replaceAll('\n', '\r'));
  });
});

describe('a line with the id of a topic that is gone (FORMATS P4)', () => {
  const old = '- [x] 7.1 Ребаланс 🆔 former ✅ 2026-05-01';
  const text = note('# Kafka', '', '## 7 Прежнее', '', old, '');

  it('counts by its title, and is neither taken out nor changed', () => {
    expect(topicsById(read(text).roadmap).get('rebalance')).toMatchObject({ completedOn: '2026-05-01' });
    for (const to of ['todo', 'doing', 'skipped', 'done'] as const) {
      const after = record(text, ['rebalance', to]);
      expect(after).toContain(old);
      expect(topicsById(read(after).roadmap).get('rebalance')).toMatchObject({ status: to });
      expect(read(after).orphans).toMatchObject([{ id: 'former' }]);
    }
  });

  it('does not come back when the topic is opened once more', () => {
    const again = record(record(record(text, ['rebalance', 'todo']), ['rebalance', 'done']), ['rebalance', 'todo']);
    expect(topicsById(read(again).roadmap).get('rebalance')).toMatchObject({ status: 'todo' });
    expect(again).toContain(old);
  });
});

describe('a day that is not the roadmap’s own', () => {
  it('is recorded, and goes when the own day comes back', () => {
    const other = record(empty, ['compact', 'done', '2026-11-03']);
    expect(other).toContain('- [x] 2.2 Сжатие 🆔 compact ✅ 2026-11-03\n');
    expect(record(other, ['compact', 'done'])).toBe(empty);
    const reopened = record(empty, ['compact', 'todo']);
    expect(record(reopened, ['compact', 'done', '2026-11-03'])).toBe(other);
  });
});

it('control characters and halves of characters in a title are written as stand-ins', () => {
  const odd = { topic: named('1.1', 'a\0b\u001bc\ud800d', 'odd'), to: 'doing', day: day('2026-11-20') } as const;
  expect(tickLine(odd)).toBe('- [/] 1.1 a␀b␛c\ufffdd 🆔 odd');
});

describe('a topic that another was merged into', () => {
  const merged = roadmap('Чай', [section('1', 'Лист', [named('1.1', 'Заварка', 'brew', { formerly: ['steep'] })])]);
  const changed = (lines: readonly string[], to: Status, roadmapNow: Roadmap = merged): string[] => {
    const text = note(...lines, '');
    const found = topicsById(roadmapNow).get('brew') as Topic;
    return recordChanges(text, 0, roadmapNow, [{ topic: found, to, day: day('2026-11-20') }])
      .split('\n')
      .slice(0, -1);
  };
  const old = '- [x] Настой 🆔 steep ✅ 2026-10-01';
  const own = '- [x] 1.1 Заварка 🆔 brew ✅ 2026-10-02';

  it('changes the line of the other, which stays under its own id and title', () => {
    expect(changed(['# Чай', '', '## 1 Лист', '', old], 'doing').at(-1)).toBe('- [/] Настой 🆔 steep');
  });

  it('changes both lines where both are there, and gives up neither', () => {
    expect(changed(['# Чай', '', '## 1 Лист', '', own, old], 'doing').slice(-2)).toEqual([
      '- [/] 1.1 Заварка 🆔 brew',
      '- [/] Настой 🆔 steep',
    ]);
  });

  it('loses its own line where it is back in the state of the roadmap, and keeps the other with that state', () => {
    expect(changed(['# Чай', '', '## 1 Лист', '', own, old], 'todo').at(-1)).toBe('- [ ] Настой 🆔 steep');
  });
});

describe('a tick typed with what looks like an x (FORMATS L3)', () => {
  it('is done beside the x of the program, and opened like any other', () => {
    const text = note('# Kafka с нуля', '', '- [v] 0.1 Зачем брокер 🆔 why', '');
    const both = record(text, ['log', 'done']);
    expect(read(both).roadmap.children[0]).toMatchObject({ id: 'why', status: 'done' });
    expect(both).toContain('- [v] 0.1 Зачем брокер 🆔 why\n');
    expect(read(record(both, ['why', 'todo'])).roadmap.children[0]).toMatchObject({ id: 'why', status: 'todo' });
  });

  it('keeps the day that an editor has wrapped (L6)', () => {
    const text = note('# Kafka с нуля', '', '- [x] 0.1 Зачем брокер 🆔 why', '  ✅ 2026-05-01', '');
    expect(read(text).roadmap.children[0]).toMatchObject({ status: 'done', completedOn: '2026-05-01' });
    expect(record(text, ['why', 'done', '2026-06-01'])).toContain('🆔 why\n  ✅ 2026-06-01\n');
  });
});
