// Planned: days and priorities of the fields of a topic.
import { expect, it } from 'vitest';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { type Planned, plannedOf } from '../../src/model/planned.ts';
import type { PlanField } from '../../src/model/roadmap.ts';
import { readNote, topicCalled } from '../support/notes.ts';

const none = { due: null, scheduled: null, start: null, created: null, priority: null };
const day = (text: string): CalendarDate => text as CalendarDate;
const field = (name: PlanField['name'], value: string): PlanField => ({ name, value });

it.each<[string, PlanField[], Partial<Planned>]>([
  ['nothing', [], {}],
  [
    'each of them',
    [
      field('due', '2026-12-24'),
      field('scheduled', '2026-12-20'),
      field('start', '2026-12-01'),
      field('created', '2026-11-01'),
      field('priority', 'high'),
    ],
    {
      due: day('2026-12-24'),
      scheduled: day('2026-12-20'),
      start: day('2026-12-01'),
      created: day('2026-11-01'),
      priority: 'high',
    },
  ],
  ['a day that does not exist', [field('due', '2026-02-30')], {}],
  ['a day with a time', [field('due', '2026-12-24T10:00')], { due: day('2026-12-24') }],
  ['no day at all', [field('due', 'soon')], {}],
  ['the first of two', [field('due', '2026-12-24'), field('due', '2026-12-25')], { due: day('2026-12-24') }],
  ['a priority in capitals', [field('priority', 'Highest')], { priority: 'highest' }],
  ['a priority that is none', [field('priority', 'normal')], {}],
  ['other fields', [field('repeat', 'every week'), field('cancelled', '2026-01-01')], {}],
])('%s', (_, fields, planned) => {
  expect(plannedOf({ fields })).toEqual({ ...none, ...planned });
});

it.each([
  ['⏫ ➕ 2026-11-01 🛫 2026-12-01 ⏳ 2026-12-20 📅 2026-12-24'],
  ['📆2026-12-24 ⌛ 2026-12-20 🛫 2026-12-01 ➕ 2026-11-01 ⏫'],
  ['[priority:: high] [due:: 2026-12-24] (scheduled:: 2026-12-20) [start:: 2026-12-01] [created:: 2026-11-01]'],
])('reads %s of a task line', (fields) => {
  const roadmap = readNote(`- [ ] Gateways ${fields}\n`);
  expect(plannedOf(topicCalled(roadmap, 'Gateways'))).toEqual({
    due: '2026-12-24',
    scheduled: '2026-12-20',
    start: '2026-12-01',
    created: '2026-11-01',
    priority: 'high',
  });
});
