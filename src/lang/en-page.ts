// English of the page: what `export --format html` says to people who read English.
import type { PageSentences } from './page-sentences.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;
const topics = (count: number): string => counted(count, 'topic', 'topics');

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

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
    left: 'Left',
    week: 'Week from',
    topics: 'Topics',
    inAll: 'In all',
  },
  asOf: (day) => `As of ${day}`,
  date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,
  month: (month) => (months[month - 1] as string).slice(0, 3),
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
    summary: (count, days, from, to) => `${topics(count)} on ${counted(days, 'day', 'days')}, ${from} to ${to}`,
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
    forecast: (from, to, ofTen) => `At the pace so far all is done between ${from} and ${to}, in ${ofTen} of 10 runs.`,
    noForecast: 'There is too little history for a forecast.',
  },
  table: {
    open: 'As a table',
    caption: 'Topics done, by week and day',
    remark: 'Weeks in which nothing was done are left out.',
  },
  madeBy: 'Made by istio-roadmap.',
};
