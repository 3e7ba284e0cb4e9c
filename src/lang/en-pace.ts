// English of the pace: how fast one studies and when it will be done, for people who read English.
import { partsOf } from '../dates/parts.ts';
import { months } from './en-months.ts';
import type { PaceSentences } from './messages.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;
/** The year only where it is another one. */
function dayText(day: string, today: string): string {
  const [year, month, date] = partsOf(day);
  const text = `${date} ${months[month - 1]}`;
  return partsOf(today)[0] === year ? text : `${text} ${year}`;
}

export const englishPace: PaceSentences = {
  label: {
    weeks: 'weeks',
    thisWeek: 'this week',
    all: 'all of it',
    pace: 'pace',
    setAside: 'set aside',
  },
  weeks: (count, active, from) => `${counted(count, 'week', 'weeks')} from ${from}, ${active} with a topic`,
  topicsPerWeek: (perWeek) => `${counted(perWeek, 'topic', 'topics')} a week`,
  hoursPerWeek: (perWeek) => `${perWeek} h a week`,
  spent: (count, hours, estimated) => `${hours} h for ${counted(count, 'topic', 'topics')} estimated at ${estimated} h`,
  topicsLeft: (count) => `${counted(count, 'topic', 'topics')} left`,
  hoursLeft: (hours) => `${hours} h left`,
  day: dayText,
  between: (from, to, today) => {
    if (from === null) return 'more than ten years away';
    if (to === null) return `not before ${dayText(from, today)}`;
    // The year of both is behind the second.
    const firstDay = dayText(from, from.slice(0, 4) === to.slice(0, 4) ? from : today);
    return from === to ? dayText(from, today) : `between ${firstDay} and ${dayText(to, today)}`;
  },
  finish: (level, range) => `${level === null ? 'all of it' : `level ${level}`} ${range}`,
  runs: (half) => `in 8 of 10 runs${half === null ? '' : `; in 5 of 10 ${half}`}`,
  done: (from, to, of) => `${from === to ? from : `${from} to ${to}`} of ${counted(of, 'topic', 'topics')} done`,
  by: (day, isGoal) => `${isGoal ? 'goal' : 'by'} ${day}`,
  needed: (perWeek, have) =>
    `${counted(perWeek, 'topic', 'topics')} a week needed${have === null ? '' : `, you do ${have}`}`,
  neededHours: (perWeek) => `${perWeek} h a week`,
  dayIsHere: 'that is today',
  planned: (pace, day) => `at ${pace}: ${day}`,
  noHours: 'no open topic has hours, so hours a week say nothing: `--pace 10/w` counts topics',
  atPace: (unit, perWeek) =>
    unit === 'hours' ? `${perWeek} h a week` : `${counted(perWeek, 'topic', 'topics')} a week`,
  bulk: (day, count) => `${day}: ${counted(count, 'topic', 'topics')}`,
  bulkReason: 'ticked on one day, far more than on others: done, and no measure of your pace',
  changing: (direction, since, before, after) =>
    `the pace is changing: ${after} a week since ${since}, ${direction === 'faster' ? 'up' : 'down'} from ${before}; the range may be too ${direction === 'faster' ? 'late' : 'early'}`,
  missing: (least, have) =>
    `no forecast yet: it takes ${least} whole weeks with a topic on a known day, and there ${have === 1 ? 'is' : 'are'} ${have}`,
  undated: (count) => `${counted(count, 'topic is', 'topics are')} done without a date and no part of the pace`,
  nothingLeft: 'nothing is left to do',
  partNote: 'the pace is that of the whole roadmap',
  skipped: (selector) => `without ${selector}`,
  begun: (titles) => `begun and open: ${titles.join('; ')}`,
};
