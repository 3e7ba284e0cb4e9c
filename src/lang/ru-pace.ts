// Russian of the pace: how fast one studies and when it will be done, for people who read Russian.
import { partsOf } from '../dates/parts.ts';
import type { PaceSentences } from './messages.ts';
import { russianForm } from './plural.ts';
import { months } from './ru-months.ts';

const number = (value: number): string => String(value).replace('.', ',');
const topics = (count: number): string => `${number(count)} ${russianForm(count, 'тема', 'темы', 'тем')}`;
const hours = (count: number): string => `${number(count)} ч`;

/** The year only where it is another one. */
function dayText(day: string, today: string): string {
  const [year, month, date] = partsOf(day);
  const text = `${date} ${months[month - 1]}`;
  return partsOf(today)[0] === year ? text : `${text} ${year}`;
}

export const russianPace: PaceSentences = {
  label: {
    weeks: 'недели',
    thisWeek: 'эта неделя',
    all: 'всё',
    pace: 'темп',
    setAside: 'не в счёт',
  },
  weeks: (count, active, from) =>
    `${count} ${russianForm(count, 'неделя', 'недели', 'недель')} с ${from}, из них ${active} с пройденными темами`,
  topicsPerWeek: (perWeek) => `${topics(perWeek)} в неделю`,
  hoursPerWeek: (perWeek) => `${hours(perWeek)} в неделю`,
  spent: (count, took, estimated) =>
    `${hours(took)} на ${count} ${russianForm(count, 'тему', 'темы', 'тем')} при оценке ${hours(estimated)}`,
  topicsLeft: (count) => `${russianForm(count, 'осталась', 'осталось', 'осталось')} ${topics(count)}`,
  hoursLeft: (left) => `осталось ${hours(left)}`,
  day: dayText,
  between: (from, to, today) => {
    if (from === null) return 'больше чем через десять лет';
    if (to === null) return `не раньше ${dayText(from, today)}`;
    // The year of both is behind the second.
    const firstDay = dayText(from, from.slice(0, 4) === to.slice(0, 4) ? from : today);
    return from === to ? dayText(from, today) : `между ${firstDay} и ${dayText(to, today)}`;
  },
  finish: (level, range) => `${level === null ? 'всё' : `уровень ${level}`} — ${range}`,
  runs: (half) => `так в 8 прогонах из 10${half === null ? '' : `; в 5 из 10 — ${half}`}`,
  done: (from, to, of) =>
    `будет пройдено ${from === to ? from : `от ${from} до ${to}`} из ${of} ${russianForm(of, 'темы', 'тем', 'тем')}`,
  by: (day, isGoal) => `${isGoal ? 'цель:' : 'к'} ${day}`,
  needed: (perWeek, have) =>
    `${russianForm(perWeek, 'нужна', 'нужно', 'нужно')} ${topics(perWeek)} в неделю${have === null ? '' : `, сейчас у вас ${number(have)}`}`,
  neededHours: (perWeek) => `${hours(perWeek)} в неделю`,
  dayIsHere: 'это сегодня',
  planned: (pace, day) => `при темпе ${pace}: ${day}`,
  noHours: 'у непройденных тем не указаны часы, поэтому темп в часах ничего не даст: `--pace 10/w` считает темы',
  atPace: (unit, perWeek) => `${unit === 'hours' ? hours(perWeek) : topics(perWeek)} в неделю`,
  bulk: (day, count) => `${day}: ${topics(count)}`,
  bulkReason: 'за один день отмечено намного больше обычного: темы пройдены, но темп по ним не считается',
  changing: (direction, since, before, after) =>
    `темп меняется: с ${since} — ${topics(after)} в неделю, раньше было ${number(before)}; возможно, вы закончите ${direction === 'faster' ? 'раньше' : 'позже'}, чем здесь указано`,
  missing: (least, have) =>
    `прогноза пока нет: ${russianForm(least, 'нужна', 'нужны', 'нужно')} ${least} ${russianForm(least, 'полная неделя', 'полные недели', 'полных недель')} с темами, у которых есть дата; таких недель пока ${have}`,
  undated: (count) =>
    `${topics(count)} ${russianForm(count, 'пройдена', 'пройдены', 'пройдено')} без даты и в темпе не ${russianForm(count, 'учтена', 'учтены', 'учтено')}`,
  nothingLeft: 'всё пройдено',
  partNote: 'темп посчитан по всему плану',
  skipped: (selector) => `без ${selector}`,
  begun: (titles) => `начато и не закончено: ${titles.join('; ')}`,
};
