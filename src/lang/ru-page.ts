// Russian of the page: what `export --format html` says to people who read Russian.
import type { PageSentences } from './page-sentences.ts';
import { russianForm } from './plural.ts';
import { months, shortMonths } from './ru-months.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${russianForm(count, one, few, many)}`;
const topics = (count: number): string => counted(count, 'тема', 'темы', 'тем');

export const russianPage: PageSentences = {
  skip: 'Перейти к содержимому',
  contents: 'На этой странице',
  progress: 'Прогресс',
  activity: 'Активность',
  openTopics: 'Непройденные темы',
  projects: 'Проекты',
  next: 'Дальше',
  bySection: 'По разделам',
  byLevel: 'По уровням',
  column: {
    section: 'Раздел',
    level: 'Уровень',
    done: 'Пройдено',
    share: 'Доля',
    week: 'Неделя с',
    topics: 'Темы',
    inAll: 'Всего',
  },
  asOf: (day) => `На ${day}`,
  date: (day, month, year) => `${day} ${months[month - 1]} ${year}`,
  month: (month) => shortMonths[month - 1] as string,
  dayOfMonth: (day, month) => `${day} ${month === 5 ? 'мая' : shortMonths[month - 1]}`,
  weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  percent: (percent) => `${percent}\u00a0%`,
  ofTopics: (done, total) => `пройдено ${done} из ${counted(total, 'темы', 'тем', 'тем')}`,
  openCount: (count) => `${russianForm(count, 'осталась', 'осталось', 'осталось')} ${count}`,
  hoursLeft: (hours, isAtLeast) => `осталось ${isAtLeast ? 'не меньше ' : ''}${String(hours).replace('.', ',')} ч`,
  due: (day) => `срок ${day}`,
  noDays: 'Ни у одной темы пока нет даты прохождения, поэтому нет ни календаря, ни графика.',
  noTopics: 'Тем нет.',
  allDone: 'Непройденных тем нет.',
  heatMap: {
    title: 'Календарь',
    summary: (count, days, from, to) =>
      from === to
        ? `${topics(count)}, ${from}`
        : `${topics(count)} за ${counted(days, 'день', 'дня', 'дней')} занятий, с ${from} по ${to}`,
    less: 'меньше',
    more: 'больше',
    day: (day, count) => `${day}: ${topics(count)}`,
    streak: (weeks) => `${counted(weeks, 'неделя', 'недели', 'недель')} подряд`,
    best: (count, week) => `лучшая неделя: с ${week}, ${topics(count)}`,
  },
  burnUp: {
    title: 'График прохождения',
    summary: (done, total, from, to) =>
      `пройдено ${done} из ${counted(total, 'темы', 'тем', 'тем')}, с ${from} по ${to}`,
    all: (count) => `всего ${topics(count)}`,
    today: 'сегодня',
    undated: (count) =>
      `${topics(count)} без даты прохождения ${russianForm(count, 'учтена', 'учтены', 'учтено')} с самого начала.`,
    forecast: (from, to) => {
      if (from === null) return 'При нынешнем темпе на всё уйдёт больше десяти лет.';
      const when = to === null ? `после ${from}, возможно, больше чем через десять лет` : `между ${from} и ${to}`;
      return `При нынешнем темпе всё будет пройдено ${when}: так вышло в 8 прогонах из 10.`;
    },
    noForecast: (missing) =>
      `Для прогноза пока мало данных: ${russianForm(missing, 'нужна', 'нужны', 'нужно')} ещё ${counted(missing, 'неделя', 'недели', 'недель')} с пройденными темами.`,
    change: {
      faster: 'Темп растёт, поэтому учтены только последние недели.',
      slower: 'Темп падает, поэтому учтены только последние недели.',
    },
    bulk: (days, count) =>
      `${count === 1 ? 'День, когда' : 'Дни, когда'} сразу отмечено много тем, в темпе не ${count === 1 ? 'учтён' : 'учтены'}: ${days.join(', ')}${count > days.length ? ` и ещё ${count - days.length}` : ''}.`,
  },
  table: {
    open: 'В виде таблицы',
    caption: 'Пройденные темы по неделям и дням',
    remark: 'Недели, в которые ничего не пройдено, пропущены.',
  },
  madeBy: 'Создано программой istio-roadmap.',
};
