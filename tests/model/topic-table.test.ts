// Tests of topics in columns: what the columns hold of objects, and that looking at a note of task lines makes no objects of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/commands/load.ts';
import { searchTicks } from '../../src/commands/tick-search.ts';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { readMarkdown } from '../../src/formats/markdown/read.ts';
import { finish } from '../../src/model/finish.ts';
import { namedNext, nextTopics } from '../../src/model/next.ts';
import { doneOn, period, progressOf } from '../../src/model/progress.ts';
import { type Roadmap, statuses } from '../../src/model/roadmap.ts';
import { addressOf, dayNumber, dayOfNumber, flag, tableOf, withDiagnostics } from '../../src/model/topic-table.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { toSource } from '../../src/text/source.ts';
import { plainStatus } from '../../src/views/plain.ts';
import { drawStatus } from '../../src/views/status.ts';
import { home, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { note } from '../support/notes.ts';
import { mesh, origin, today } from '../support/roadmaps.ts';
import { look } from '../views/variants.ts';

const tasks = note(
  '# Tea',
  '',
  '## 1. Leaves',
  '',
  '- [x] Green ✅ 2026-11-01',
  '  - [ ] 1.2 Sencha 🆔 sencha',
  '- [/] Black ⛔ sencha',
  '',
  '## Water',
  '',
  '- [-] Hard',
  '- [ ] Soft #junior 🔁 every week',
);

/** Read, and without ids. */
const readTasks = (): Roadmap =>
  finish(readMarkdown({ source: toSource(tasks), bodyStart: 0, frontMatter: {}, name: 'tea' }));

describe('a table that was made from objects', () => {
  it('has their states, days, levels, places and addresses, row by row', () => {
    const table = tableOf(mesh);
    const topics = [...topicsOf(mesh.children)];
    expect(table.count).toBe(topics.length);
    topics.forEach((topic, row) => {
      expect(statuses[table.status[row] as number]).toBe(topic.status);
      expect(dayOfNumber(table.day[row] as number)).toBe(topic.completedOn);
      expect(table.levelIds[table.level[row] as number] ?? null).toBe(topic.level);
      expect(addressOf(table, row)).toBe(topic.address);
      expect(table.topicAt(row)).toBe(topic);
    });
    expect(table.sections.map(({ address }) => address)).toEqual(['1', '2', '2.1', '3']);
  });

  it('is made once', () => {
    expect(tableOf(mesh)).toBe(tableOf(mesh));
    expect(tableOf({ ...mesh })).not.toBe(tableOf(mesh));
  });

  it('has the days of the calendar as numbers that compare as they do', () => {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10) as CalendarDate;
        expect(dayOfNumber(dayNumber(day))).toBe(day);
      }),
    );
    expect(dayNumber(null)).toBe(0);
  });
});

describe('a table that was filled from a note of task lines', () => {
  it('is what its objects would give', () => {
    const table = tableOf(readTasks());
    const fromObjects = tableOf({ ...readTasks() });
    for (const column of ['status', 'day', 'section', 'parent', 'line', 'sectionParent', 'sectionRow'] as const)
      expect([...table[column]], column).toEqual([...fromObjects[column]]);
    const rows = Array.from({ length: table.count }, (_, row) => row);
    const seen = (one: typeof table): unknown[] =>
      rows.map((row) => [
        ...[one.titleOf(row), one.numberOf(row), one.needsOf(row), one.hoursOf(row), addressOf(one, row)],
        ...[one.levelIds[one.level[row] as number], (one.flags[row] as number) & flag.repeats],
      ]);
    expect(seen(table)).toEqual(seen(fromObjects));
  });

  it('is counted, named and drawn without its objects', () => {
    const read = readTasks();
    const roadmap = withDiagnostics(read, [...read.diagnostics]);
    const progress = progressOf(roadmap);
    const next = namedNext(roadmap, 3, today);
    drawStatus({ roadmap, part: null, origin, progress, next, today, rows: null }, look({ width: 80 }));
    plainStatus(roadmap, progress, 'en');
    doneOn(roadmap, today);
    period(roadmap);
    expect(tableOf(roadmap)).toBe(tableOf(read));
    expect(tableOf(roadmap).objects).toBeNull();
    expect(next.map(({ topic }) => topic.address)).toEqual(
      nextTopics(roadmap, 3, today).map(({ topic }) => topic.address),
    );
    expect(tableOf(roadmap).objects).toBeNull();
  });

  it('is loaded from its file without its objects', async () => {
    const disk = new MemoryDisk();
    disk.put(`${home}/tea.md`, tasks);
    const { status } = await settled(disk, async (context) => {
      const loaded = await searchTicks(context, await load(context, { roadmap: 'tea.md' }, { withIds: false }));
      expect(tableOf(loaded.roadmap).count).toBe(5);
      expect(tableOf(loaded.roadmap).objects).toBeNull();
      return 0;
    });
    expect(status).toBe(0);
  });
});
