// Tests of the history: what the record says and what the dates say, joined so that each tick is listed once.
// Titles are Russian and any: чай, кофе, Ключ, Обзор (tea, coffee, key, review); "прежняя" is the former title, "лавка" (shop) a
// project.
import { describe, expect, it } from 'vitest';
import { historyOf, type Recorded } from '../../src/model/history.ts';
import type { Status, Topic } from '../../src/model/roadmap.ts';
import { day, done, project, roadmap, section, topic } from '../support/roadmaps.ts';

const short = { t: 'todo', d: 'doing', x: 'done', s: 'skipped' } as const;
type Short = keyof typeof short;

/** `['2026-11-01', '1', 'а', 'tx']`: day, address, title, from and to. The id is that of the address, by default. */
function record(date: string, address: string, title: string, fromTo: string, id = `t-${address}`): Recorded {
  const [from, to] = [...fromTo].map((letter) => short[letter as Short]) as [Status, Status];
  return { day: day(date), topics: [{ address, id, title, from, to }] };
}

function stepsOf(topics: readonly Topic[], records: readonly Recorded[]): string[] {
  return historyOf(roadmap('К', topics), records).steps.map(
    ({ day: date, address, title, from, to, source, topic: now }) =>
      `${date.slice(5)} ${address} ${title} ${from ?? '-'} ${to} ${source}${now === null ? ' gone' : ''}`,
  );
}

describe('topics that were merged', () => {
  const one = (date: string) => [done('1', 'чай', date, { formerly: ['t-7', 't-8'] })];

  it('have their records under the topic that they were merged into', () => {
    expect(stepsOf(one('2026-11-02'), [record('2026-11-02', '7', 'заварка', 'tx')])).toEqual([
      '11-02 1 чай todo done journal',
    ]);
  });

  it('are listed once, on the day of the first', () => {
    const records = [record('2026-11-02', '7', 'заварка', 'tx'), record('2026-11-05', '1', 'чай', 'tx')];
    expect(stepsOf(one('2026-11-02'), records)).toEqual(['11-02 1 чай todo done journal']);
  });

  it('are what they were where another topic has the id now', () => {
    const topics = [topic('1', 'чай', { formerly: ['t-2'] }), done('2', 'кофе', '2026-11-02')];
    expect(stepsOf(topics, [record('2026-11-02', '2', 'кофе', 'tx')])).toEqual(['11-02 2 кофе todo done journal']);
  });
});

describe('without a record', () => {
  it('every date is listed, newest first, and those of one day in the order of the roadmap', () => {
    const topics = [
      done('1', 'а', '2026-11-01'),
      done('2', 'б', '2026-11-03'),
      topic('3', 'в'),
      done('4', 'г', '2026-11-03', { topics: [done('4.1', 'д', '2026-11-01')] }),
    ];
    expect(stepsOf(topics, [])).toEqual([
      '11-03 2 б - done file',
      '11-03 4 г - done file',
      '11-01 1 а - done file',
      '11-01 4.1 д - done file',
    ]);
  });

  it('what has no date is counted apart, projects too', () => {
    const P = project('P1', 'лавка', { status: 'done' });
    const { steps, undated } = historyOf(
      roadmap('К', [section('1', 'Р', [done('1.1', 'а', null), topic('1.2', 'б', { status: 'skipped' })])], {
        projects: [P],
      }),
      [],
    );
    expect(steps).toEqual([]);
    expect(undated.map(({ address }) => address)).toEqual(['1.1', 'P1']);
  });
});

describe('with a record', () => {
  it('a recorded tick that still holds is listed once, with the state before', () => {
    expect(stepsOf([done('1', 'а', '2026-11-02')], [record('2026-11-02', '1', 'а', 'tx')])).toEqual([
      '11-02 1 а todo done journal',
    ]);
  });

  it('the newest record comes first within a day, the topics of one change in their order, the file last', () => {
    const topics = ['1', '2', '3', '4'].map((address) => done(address, 'а', '2026-11-02'));
    const [one, two] = [record('2026-11-02', '3', 'а', 'tx'), record('2026-11-02', '1', 'а', 'tx')];
    const group = { day: two.day, topics: [...two.topics, ...record('2026-11-02', '2', 'а', 'tx').topics] };
    expect(stepsOf(topics, [one, group]).map((line) => line.split(' ')[1])).toEqual(['1', '2', '3', '4']);
  });

  it('every state a topic went through is listed, also when it came back', () => {
    expect(
      stepsOf(
        [topic('1', 'а', { status: 'skipped' })],
        [
          record('2026-11-01', '1', 'а', 'td'),
          record('2026-11-02', '1', 'а', 'dx'),
          record('2026-11-03', '1', 'а', 'xt'),
          record('2026-11-03', '1', 'а', 'ts'),
        ],
      ),
    ).toEqual([
      '11-03 1 а todo skipped journal',
      '11-03 1 а done todo journal',
      '11-02 1 а doing done journal',
      '11-01 1 а todo doing journal',
    ]);
  });

  it('a tick made by hand after the last record is listed beside it', () => {
    const records = [record('2026-11-01', '1', 'а', 'tx'), record('2026-11-02', '1', 'а', 'xt')];
    expect(stepsOf([done('1', 'а', '2026-11-05')], records)).toEqual([
      '11-05 1 а - done file',
      '11-02 1 а done todo journal',
      '11-01 1 а todo done journal',
    ]);
  });

  it('a day that was corrected in the file is the day', () => {
    expect(stepsOf([done('1', 'а', '2026-10-30')], [record('2026-11-02', '1', 'а', 'tx')])).toEqual([
      '10-30 1 а todo done file',
    ]);
  });

  it('a day that was corrected by a change is the day, whoever made the tick', () => {
    const again = record('2026-10-30', '1', 'а', 'xx');
    expect(stepsOf([done('1', 'а', '2026-10-30')], [record('2026-11-02', '1', 'а', 'dx'), again])).toEqual([
      '10-30 1 а doing done journal',
    ]);
    expect(stepsOf([done('1', 'а', '2026-10-30')], [again])).toEqual(['10-30 1 а - done journal']);
  });

  it('a date that was taken out of the file is still known', () => {
    const { steps, undated } = historyOf(roadmap('К', [done('1', 'а', null)]), [record('2026-11-02', '1', 'а', 'tx')]);
    expect(steps.map(({ day: date }) => date)).toEqual(['2026-11-02']);
    expect(undated).toEqual([]);
  });

  it('a tick that was taken away by hand did happen', () => {
    expect(stepsOf([topic('1', 'а')], [record('2026-11-02', '1', 'а', 'tx')])).toEqual(['11-02 1 а todo done journal']);
  });
});

describe('a recorded topic whose id is gone', () => {
  const old = 'another-id';

  it('is named by the record', () => {
    expect(stepsOf([topic('1', 'а')], [record('2026-11-02', '7', 'прежняя', 'tx', old)])).toEqual([
      '11-02 7 прежняя todo done journal gone',
    ]);
  });

  it('was moved where the title is done on that day elsewhere, and has its new address in all its steps', () => {
    const records = [record('2026-11-01', '7', 'Ключ', 'td', old), record('2026-11-02', '7', 'Ключ', 'dx', old)];
    expect(stepsOf([done('1', 'ключ!', '2026-11-02')], records)).toEqual([
      '11-02 1 ключ! doing done journal',
      '11-01 1 ключ! todo doing journal',
    ]);
  });

  it('was moved where only one topic has the title, in that state and without a date', () => {
    const begun = topic('1', 'Ключ', { status: 'doing' });
    const records = [record('2026-11-01', '7', 'Ключ', 'td', old)];
    expect(stepsOf([begun], records)).toEqual(['11-01 1 Ключ todo doing journal']);
    expect(stepsOf([begun, topic('2', 'Ключ')], records)).toEqual(['11-01 7 Ключ todo doing journal gone']);
    expect(stepsOf([topic('1', 'Ключ')], records)).toEqual(['11-01 7 Ключ todo doing journal gone']);
  });

  it('was renamed where its address is done on that day', () => {
    expect(stepsOf([done('7', 'Ключи', '2026-11-02')], [record('2026-11-02', '7', 'Ключ', 'tx', old)])).toEqual([
      '11-02 7 Ключи todo done journal',
    ]);
  });

  it('is not taken for a topic of another day', () => {
    const topics = [done('7', 'Ключ', '2026-11-05')];
    expect(stepsOf(topics, [record('2026-11-02', '7', 'Ключ', 'tx', old)])).toEqual([
      '11-05 7 Ключ - done file',
      '11-02 7 Ключ todo done journal gone',
    ]);
  });

  it('is not taken for a topic that the record knows by its own id', () => {
    const records = [record('2026-11-02', '7', 'Ключ', 'tx', old), record('2026-11-02', '1', 'Ключ', 'tx')];
    expect(stepsOf([done('1', 'Ключ', '2026-11-02')], records)).toEqual([
      '11-02 1 Ключ todo done journal',
      '11-02 7 Ключ todo done journal gone',
    ]);
  });

  it('gives way at its address to one that has the title', () => {
    const records = [record('2026-11-02', '1', 'Снятая', 'tx', 'x'), record('2026-11-02', '2', 'Ключ', 'tx', old)];
    expect(stepsOf([done('1', 'Ключ', '2026-11-02')], records)).toEqual([
      '11-02 1 Ключ todo done journal',
      '11-02 1 Снятая todo done journal gone',
    ]);
  });

  it('two of one title and one day are two topics', () => {
    const records = [record('2026-11-02', '7', 'Обзор', 'tx', 'x'), record('2026-11-02', '8', 'Обзор', 'tx', 'y')];
    const topics = [done('1', 'Обзор', '2026-11-02'), done('2', 'Обзор', '2026-11-02')];
    expect(stepsOf(topics, records)).toHaveLength(2);
  });

  it('is found by a title in any language of the roadmap', () => {
    const mulch = done('1', { en: 'Mulch', ru: 'Мульча' }, '2026-11-02');
    const { steps } = historyOf(roadmap('К', [mulch]), [record('2026-11-02', '9', 'Мульча', 'tx', old)]);
    expect(steps).toMatchObject([{ topic: { address: '1' }, source: 'journal' }]);
  });
});

it('a hundred thousand ticks of many years are joined in one pass', () => {
  const count = 100_000;
  const date = (index: number) => `20${String(10 + (index % 17)).padStart(2, '0')}-11-02`;
  const topics = Array.from({ length: count }, (_, index) => done(`${index}`, `тема ${index}`, date(index)));
  const records = Array.from({ length: 5_000 }, (_, index) =>
    record(date(index), `${index}`, `тема ${index}`, 'tx', `x-${index}`),
  );
  const start = process.hrtime.bigint();
  expect(historyOf(roadmap('К', topics), records).steps).toHaveLength(count);
  // Some 0.3 s; what compared every record with every topic would take minutes.
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(5_000);
});
