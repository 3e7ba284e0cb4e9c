// Tests of days in another form: which day is meant, and where that is unclear.
import { expect, it } from 'vitest';
import { otherForm } from '../../src/dates/other-form.ts';

it.each<[string, string | null]>([
  ['2026/03/10', '2026-03-10'],
  ['2026.3.1', '2026-03-01'],
  ['2026-3-1', '2026-03-01'],
  ['10.03.2026', '2026-03-10'],
  ['2026年3月10日', '2026-03-10'],
  ['2026年 3月 10日', '2026-03-10'],
  ['2026년 3월 10일', '2026-03-10'],
  ['2026. 3. 10.', '2026-03-10'],
  ['13/03/2026', '2026-03-13'],
  ['03/13/2026', '2026-03-13'],
  ['03/03/2026', '2026-03-03'],
  ['03/10/2026', null],
])('%s is a day in another form: %s', (text, day) => expect(otherForm(text)).toEqual({ day }));

it.each([
  '2026/02/30',
  '2026年2月30日',
  '3月10日',
  '31.02.2026',
  '2026-02-30',
  '2026/03-10',
  '10.03.26',
  '1.31',
  'yesterday',
  '',
])('%j is none', (text) => expect(otherForm(text)).toBeNull());
