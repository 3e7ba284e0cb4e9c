// Tests of tidying a progress file after a union merge: one line a topic, one heading a section, and every word of people's kept.
import { describe, expect, it } from 'vitest';
import { frontMatterSpan } from '../../../src/formats/frontmatter.ts';
import { recordChanges } from '../../../src/formats/progress/edit.ts';
import { readProgress } from '../../../src/formats/progress/read.ts';
import { type Evidence, tidied } from '../../../src/formats/progress/tidy.ts';
import { type Overlaid, overlay } from '../../../src/model/overlay.ts';
import { topicsById } from '../../../src/model/tree.ts';
import { toSource } from '../../../src/text/source.ts';
import { note } from '../../support/notes.ts';
import { day, roadmap, section, topic } from '../../support/roadmaps.ts';

const kafka = roadmap('Kafka', [
  section('1', 'Basics', [topic('1.1', 'Log', { id: 'log' }), topic('1.2', 'Offset', { id: 'offset' })]),
  section('2', 'Topics', [topic('2.1', 'Key', { id: 'key' }), topic('2.2', 'Order', { id: 'order' })]),
]);

const start = (text: string): number => frontMatterSpan(text)?.body.start ?? 0;
const read = (text: string): Overlaid => overlay(kafka, readProgress(toSource(text), start(text)).ticks);
const tidy = (text: string, evidence: Evidence = 'id') => tidied(text, start(text), kafka, evidence);
const head = ['---', 'roadmap: kafka', '---', '', '# Kafka', ''];
const file = (...lines: readonly string[]): string => note(...head, ...lines, '');

const log1 = '- [x] 1.1 Log 🆔 log ✅ 2026-11-01';
const log2 = '- [x] 1.1 Log 🆔 log ✅ 2026-11-02';
const logOpen = '- [/] 1.1 Log 🆔 log';
const offset = '- [x] 1.2 Offset 🆔 offset ✅ 2026-11-03';
const key = '- [x] 2.1 Key 🆔 key ✅ 2026-11-04';
const order = '- [-] 2.2 Order 🆔 order ❌ 2026-11-05';

describe('tidied', () => {
  it('gives the very text back where nothing is there twice', () => {
    const text = file('## 1 Basics', '', log1, '  a remark', '', 'words', '', '## 2 Topics', '', key);
    expect(tidy(text)).toEqual({ text, joined: 0 });
  });

  it.each<[string, readonly string[], readonly string[], number]>([
    ['two days', [log2, log1], [log1], 1],
    ['three lines', [logOpen, log2, log1], [log1], 2],
    ['done and in progress', [logOpen, log2], [log2], 1],
    ['another address', ['- [x] 9.9 Log 🆔 log ✅ 2026-11-01', log2], ['- [x] 9.9 Log 🆔 log ✅ 2026-11-01'], 1],
    ['remarks of both', [log2, '  mine', log1, '  yours'], [log1, '  mine', '  yours'], 1],
    ['a remark that is elsewhere', [log2, '  mine', offset, log1, '  yours'], [log1, '  mine', '  yours', offset], 1],
    ['a tick beneath the second', [log2, log1, `  ${offset}`], [log1, `  ${offset}`], 1],
  ])('leaves one line of %s, by the same id', (_, lines, wanted, joined) => {
    for (const eol of ['\n', '\r\n']) {
      const text = file('## 1 Basics', '', ...lines).replaceAll('\n', eol);
      const after = file('## 1 Basics', '', ...wanted).replaceAll('\n', eol);
      expect(tidy(text)).toEqual({ text: after, joined });
      expect(tidy(text, 'likeness')).toEqual({ text: after, joined });
    }
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['a line typed by hand', [log1, '- [ ] Log'], [log1]],
    ['two lines typed by hand', ['- [x] Log ✅ 2026-11-02', '- [x] Log ✅ 2026-11-01'], ['- [x] Log ✅ 2026-11-01']],
    [
      'equal orphans',
      ['- [x] Old 🆔 old ✅ 2026-10-01', '- [x] Old 🆔 old ✅ 2026-10-01'],
      ['- [x] Old 🆔 old ✅ 2026-10-01'],
    ],
  ])('leaves %s alone unless the user asks for it', (_, lines, wanted) => {
    const text = file('## 1 Basics', '', ...lines);
    expect(tidy(text)).toEqual({ text, joined: 0 });
    expect(tidy(text, 'likeness')).toEqual({ text: file('## 1 Basics', '', ...wanted), joined: 1 });
  });

  it.each<[string, readonly string[]]>([
    ['a tag', [log1, '- [x] 1.1 Log #hard 🆔 log ✅ 2026-11-02']],
    ['other words', [log1, '- [x] 1.1 Log, the long story 🆔 log ✅ 2026-11-02']],
    ['an earlier day typed by hand', [log2, '- [x] Log ✅ 2026-11-01']],
    ['orphans that differ', ['- [x] Old 🆔 old ✅ 2026-10-01', '- [x] Old 🆔 old ✅ 2026-10-02']],
  ])('keeps a second line with %s', (_, lines) => {
    const text = file('## 1 Basics', '', ...lines);
    expect(tidy(text)).toEqual({ text, joined: 0 });
    expect(tidy(text, 'likeness')).toEqual({ text, joined: 0 });
  });

  it('joins equal headings when the user asks for it, with all that people wrote beneath them', () => {
    const text = file(
      ...['## 1 Basics', '', log2, '', '## 2 Topics', '', key, ''],
      ...['## 1 Basics', '', 'Words of mine.', '', offset, log1, '', '## 2 Topics', '', order],
    );
    expect(tidy(text, 'likeness')).toEqual({
      text: file('## 1 Basics', '', log1, '', 'Words of mine.', '', offset, '', '## 2 Topics', '', key, order),
      joined: 1,
    });
  });

  it('joins what two machines made on the same day, each for itself', () => {
    const text = note(
      ...['---', 'roadmap: /home/ada/kafka.md', 'roadmap: /home/eve/kafka.md', '---', '', '# Kafka', ''],
      ...['## 1 Basics', '', log1, '', '# Kafka', '', '## 1 Basics', '', log2, offset, ''],
    );
    const { text: after } = tidy(text, 'likeness');
    expect(after.match(/^# Kafka$/gm)).toHaveLength(1);
    expect(after.match(/^## 1 Basics$/gm)).toHaveLength(1);
    expect(topicsById(read(after).roadmap).get('log')).toMatchObject({ completedOn: '2026-11-01' });
    expect(read(after).lines.get('offset')).toHaveLength(1);
    expect(after).toContain('roadmap: /home/ada/kafka.md\nroadmap: /home/eve/kafka.md\n');
  });

  it('touches nothing in a file whose end is code', () => {
    const text = file('## 1 Basics', '', log1, log2, '', '```', 'code', '', '## 1 Basics');
    expect(read(tidy(text).text).lines.get('log')).toHaveLength(1);
    expect(tidy(text).text).toContain('```\ncode\n\n## 1 Basics\n');
  });
});

it('a topic that two lines say is done is opened by one reopen, and does not come back', () => {
  const text = file('## 1 Basics', '', log1, '', '## 2 Topics', '', key, '', '## 1 Basics', '', log2, '  a remark');
  const clean = tidy(text).text;
  const own = topicsById(kafka).get('log');
  if (own === undefined) throw new Error('no topic log');
  const change = { topic: own, to: 'todo', day: day('2026-11-20') } as const;
  const after = recordChanges(clean, start(clean), kafka, [change]);
  expect(topicsById(read(after).roadmap).get('log')).toMatchObject({ status: 'todo' });
  expect(after).not.toContain('🆔 log');
  expect(after).toContain('  a remark');
});
