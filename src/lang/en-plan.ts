// English of plans: what to study in which week, for people who read English.
import { partsOf } from '../dates/parts.ts';
import { shortMonths } from './en-months.ts';
import type { PlanSentences } from './messages.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;

/** `2026-11-20` as 20, Nov and 2026. */
const wordsOf = (day: string): readonly [date: number, month: string, year: number] => {
  const [year, month, date] = partsOf(day);
  return [date, shortMonths[month - 1] as string, year];
};

const amount = (unit: 'hours' | 'topics', value: number): string =>
  unit === 'hours' ? `${value} h` : counted(value, 'topic', 'topics');

export const englishPlan: PlanSentences = {
  range: (from, until) => {
    const [date, month, year] = wordsOf(from);
    const [last, lastMonth, lastYear] = wordsOf(until);
    const end = `${last} ${lastMonth} ${lastYear}`;
    if (from === until) return end;
    if (year !== lastYear) return `${date} ${month} ${year} to ${end}`;
    return month === lastMonth ? `${date} to ${end}` : `${date} ${month} to ${end}`;
  },
  day: (day) => wordsOf(day).join(' '),
  pace: (unit, perWeek, isNeeded) => `${amount(unit, perWeek)} a week${isNeeded ? ' needed' : ''}`,
  weeks: (count) => counted(count, 'week', 'weeks'),
  ends: (day) => `done by ${day}`,
  by: (day) => `by ${day}`,
  buffer: (days) => `the ${days === 1 ? 'day' : `${days} days`} before it kept free`,
  load: (unit, used, room) => (used === room ? amount(unit, used) : `${used} of ${amount(unit, room)}`),
  part: (part, parts) => `part ${part} of ${parts}`,
  unplaced: (day) => `does not fit${day === null ? '' : ` by ${day}`}`,
  label: { plan: 'study plan', goal: 'goal', due: 'due' },
  reason: { time: 'no time for it', needs: 'needs one that does not fit' },
  needed: (unit, perWeek, command) => `all of it fits at ${amount(unit, perWeek)} a week: \`${command}\``,
  hopeless: 'at no pace does all of it fit by then: take a later day, or skip what can wait',
  endless: 'a plan ends after 20 years: a higher pace gets further',
  assumed: (kind, count, hours, isMedian) =>
    `${kind === 'topics' ? counted(count, 'topic has', 'topics have') : counted(count, 'project has', 'projects have')} no hours: ${hours} h each assumed, ${isMedian ? 'the median of the others' : 'since none has any'}`,
  added: 'needed',
  addedNote: (mark) => `(${mark}): not asked for, but what was asked for needs it`,
  more: (hidden, all) => `${counted(hidden, 'more week', 'more weeks')}; \`-n ${all}\` shows them all`,
  anew: 'made anew from today each time; nothing of it is stored',
  nothing: 'nothing to plan: everything is done or skipped',
  copy: (day, command) =>
    `Made on ${day}. This is a copy: ticks in it are not counted. \`${command}\` ticks a topic in the roadmap.`,
  noDates: (commands) => ({
    message: 'no open topic has a day and no goal is set, so the calendar is empty',
    hint: `for the weeks of a plan: \`${commands.to('plan', '--by', '+12w', '--format', 'ics')}\``,
  }),
};
