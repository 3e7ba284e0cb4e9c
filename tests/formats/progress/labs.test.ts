// Labs in a progress file: where a line goes that says that one is passed, and what such lines are to everything else.
import { describe, expect, it } from 'vitest';
import { progressIn, withoutTicks } from '../../../src/formats/progress/clear.ts';
import { recordChanges } from '../../../src/formats/progress/edit.ts';
import { readHead } from '../../../src/formats/progress/head.ts';
import { withLabs } from '../../../src/formats/progress/labs.ts';
import { tickKeys } from '../../../src/formats/progress/tick-keys.ts';
import { tidied } from '../../../src/formats/progress/tidy.ts';
import { overlay } from '../../../src/model/overlay.ts';
import { passedLabs } from '../../../src/model/passed-labs.ts';
import type { Topic } from '../../../src/model/roadmap.ts';
import { allTopics } from '../../../src/model/tree.ts';
import { note } from '../../support/notes.ts';
import { day, roadmap, section, topic } from '../../support/roadmaps.ts';

const kafka = roadmap('Kafka', [
  section('1', 'Basics', [topic('1.1', 'Log', { id: 'log' })]),
  section('2', 'Labs', [topic('2.1', 'Key', { id: 'key' })]),
]);
const head = ['---', 'roadmap: kafka', '---', '', '# Kafka', ''];
const file = (...lines: readonly string[]): string => note(...head, ...lines, '');
const bodyOf = (text: string): number => readHead(text).bodyStart;
const passing = (text: string, id: string, on = '2026-11-20', own = kafka): string =>
  withLabs(text, bodyOf(text), own, [{ id, day: day(on) }], 'kafka.md');
const log = '- [x] 1.1 Log 🆔 log ✅ 2026-11-01';
const tea = '- [x] lab:tea ✅ 2026-11-20';
const cup = '- [x] lab:cup ✅ 2026-11-19';

describe('a lab that is passed', () => {
  it.each<[string, string, string]>([
    ['the first', file('## 1 Basics', '', log), file('## 1 Basics', '', log, '', '## Labs', '', tea)],
    ['a later one', file('## Labs', '', cup, '  a remark'), file('## Labs', '', cup, '  a remark', tea)],
    ['below a heading without lines', file('## Labs', '', 'Twice a week!'), file('## Labs', '', tea, 'Twice a week!')],
    ['below one without a blank line', file('## Labs'), file('## Labs', '', tea)],
    ['where others are elsewhere', file('## Mine', '', cup, '', log), file('## Mine', '', cup, tea, '', log)],
    ['one that was opened by hand', file('- [ ] lab:tea', log), file(tea, log)],
    ['one that is passed already', file('- [x] lab:tea ✅ 2026-01-01'), file('- [x] lab:tea ✅ 2026-01-01')],
    ['in a file without a last line end', file(cup).trimEnd(), `${file(cup).trimEnd()}\n${tea}`],
    [
      'in a file of CRLF',
      file('## Labs', '', cup).replaceAll('\n', '\r\n'),
      file('## Labs', '', cup, tea).replaceAll('\n', '\r\n'),
    ],
    ['beside a section of that title', file('## 2 Labs', '', log), file('## 2 Labs', '', log, '', '## Labs', '', tea)],
  ])('%s', (_, before, after) => {
    expect(passing(before, 'tea')).toBe(after);
    expect(passing(after, 'tea', '2026-12-01')).toBe(after);
  });

  it('is below a heading in the language of the roadmap', () => {
    const own = roadmap({ ru: 'Кафка', en: 'Kafka' }, []);
    expect(passing(file(), 'tea', '2026-11-20', own)).toMatch(/## Лабораторные\n\n- \[x\] lab:tea/);
    expect(passing(file('## Лабораторные', '', cup), 'tea')).toBe(file('## Лабораторные', '', cup, tea));
  });

  it('is refused where its line would not count', () => {
    expect(() => passing(file('```', 'open'), 'tea')).toThrow(expect.objectContaining({ code: 'bad-progress' }));
  });
});

describe('a line of a lab', () => {
  const text = file('## 1 Basics', '', log, '', '## Labs', '', tea, '- [x] lab:old');

  it('is no tick, no orphan and changes no topic', () => {
    const { ticks, labs } = progressIn(text);
    expect(ticks.map(({ id }) => id)).toEqual(['log']);
    expect(overlay(kafka, ticks).orphans).toEqual([]);
    expect([...passedLabs(labs)]).toEqual([
      ['tea', '2026-11-20'],
      ['old', null],
    ]);
    for (const odd of ['- [x] lab: tea', '- [x] lab:', '- [x] lab:a b', '- [x] a lab:tea'])
      expect(progressIn(file(odd)).labs, odd).toEqual([]);
    for (const open of ['- [ ] lab:tea', '- [-] lab:tea ❌ 2026-11-20'])
      expect(passedLabs(progressIn(file(open)).labs).size, open).toBe(0);
  });

  it('is not that of a topic whose title looks like one: an address or an id says that it is a topic', () => {
    for (const topic of ['- [x] 1.1 lab:tea', '- [x] lab:tea 🆔 log', '- [x] 1.1 lab:tea 🆔 log ✅ 2026-11-20']) {
      const { ticks, labs } = progressIn(file(topic));
      expect([ticks.length, labs.length], topic).toEqual([1, 0]);
      if (topic.includes('🆔')) expect(tickKeys(file(topic)).has('id log'), topic).toBe(true);
    }
  });

  it('stays behind all topics, of which one has a section of that title', () => {
    const key = allTopics(kafka)[1] as Topic;
    const changed = recordChanges(text, bodyOf(text), kafka, [{ topic: key, to: 'done', day: day('2026-11-21') }]);
    expect(changed.match(/^#.*|lab:\w+|🆔 \w+/gm)).toEqual([
      ...['# Kafka', '## 1 Basics', '🆔 log', '## 2 Labs', '🆔 key', '## Labs', 'lab:tea', 'lab:old'],
    ]);
  });

  it('of two, as a union merge leaves them, the next write makes one, with the first day', () => {
    const twice = file('## Labs', '', tea, '- [x] lab:tea ✅ 2026-11-18', cup);
    expect(tidied(twice, bodyOf(twice), kafka)).toEqual({
      ...{ text: file('## Labs', '', '- [x] lab:tea ✅ 2026-11-18', cup), joined: 1 },
    });
    const mine = file('## Labs', '', tea, `${tea} my words #tag`);
    expect(tidied(mine, bodyOf(mine), kafka).joined).toBe(0);
  });

  it('goes out of a file with the ticks that go', () => {
    const { ticks, labs } = progressIn(text);
    expect(withoutTicks(text, ticks)).toBe(file('## Labs', '', tea, '- [x] lab:old'));
    expect(withoutTicks(text, [...ticks, ...labs])).toBe(note(...head.slice(0, 5), ''));
  });
});
