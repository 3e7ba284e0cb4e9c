// English of the page: what `export --format html` says to people who read English.
import { months, shortMonths } from './en-months.ts';
import type { PageSentences } from './page-sentences.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;
const topics = (count: number): string => counted(count, 'topic', 'topics');

export const englishPage: PageSentences = {
  skip: 'Skip to the content',
  contents: 'On this page',
  progress: 'Progress',
  activity: 'Activity',
  openTopics: 'Open topics',
  projects: 'Projects',
  next: 'Next',
  bySection: 'By section',
  byLevel: 'By level',
  column: {
    section: 'Section',
    level: 'Level',
    done: 'Done',
    share: 'Share',
    week: 'Week from',
    topics: 'Topics',
    inAll: 'In all',
  },
  asOf: (day) => `As of ${day}`,
  date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,
  month: (month) => shortMonths[month - 1] as string,
  dayOfMonth: (day, month) => `${day} ${shortMonths[month - 1]}`,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  percent: (percent) => `${percent}%`,
  ofTopics: (done, total) => `${done} of ${topics(total)} done`,
  openCount: (count) => `${count} open`,
  hoursLeft: (hours, isAtLeast) => `${isAtLeast ? 'at least ' : ''}${hours} h left`,
  due: (day) => `due ${day}`,
  noDays: 'No topic has a day on which it was done yet, so there is no calendar and no chart.',
  noTopics: 'There are no topics.',
  allDone: 'Nothing is open.',
  heatMap: {
    title: 'Calendar',
    summary: (count, days, from, to) =>
      from === to
        ? `${topics(count)} on ${from}`
        : `${topics(count)} on ${counted(days, 'day', 'days')}, ${from} to ${to}`,
    less: 'less',
    more: 'more',
    day: (day, count) => `${day}: ${topics(count)}`,
    streak: (weeks) => `${counted(weeks, 'week', 'weeks')} in a row`,
    best: (count, week) => `best week: ${topics(count)}, from ${week}`,
  },
  burnUp: {
    title: 'Burn-up',
    summary: (done, total, from, to) => `${done} of ${topics(total)} done, ${from} to ${to}`,
    all: (count) => `all ${topics(count)}`,
    today: 'today',
    undated: (count) => `${topics(count)} done without a day ${count === 1 ? 'is' : 'are'} counted from the beginning.`,
    forecast: (from, to) => {
      if (from === null) return 'At the pace so far it takes more than ten years until all is done.';
      const when = to === null ? `after ${from}, perhaps in more than ten years` : `between ${from} and ${to}`;
      return `At the pace so far all is done ${when}, in 8 of 10 runs.`;
    },
    noForecast: (missing) =>
      `Too little history for a forecast: ${counted(missing, 'more week', 'more weeks')} with something done ${englishForm(missing, 'is', 'are')} needed.`,
    change: {
      faster: 'The pace is rising, so only the newest weeks count.',
      slower: 'The pace is falling, so only the newest weeks count.',
    },
    bulk: (days, count) =>
      `${count === 1 ? 'A day' : 'Days'} with many ticks at once ${englishForm(count, 'is', 'are')} no part of the pace: ${days.join(', ')}${count > days.length ? ` and ${count - days.length} more` : ''}.`,
  },
  table: {
    open: 'As a table',
    caption: 'Topics done, by week and day',
    remark: 'Weeks in which nothing was done are left out.',
  },
  madeBy: 'Made by istio-roadmap.',
};
