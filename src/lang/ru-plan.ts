// Russian of plans: what to study in which week, for people who read Russian.
import { partsOf } from '../dates/parts.ts';
import type { PlanSentences } from './messages.ts';
import { russianForm } from './plural.ts';
import { months } from './ru-months.ts';

const counted = (count: number, one: string, few: string, many: string): string =>
  `${number(count)} ${russianForm(count, one, few, many)}`;
/** Numbers with a comma: 1,5. */
const number = (value: number): string => String(value).replace('.', ',');
/** `2026-11-20` as 20, ноября and 2026. */
const wordsOf = (day: string): readonly [date: number, month: string, year: number] => {
  const [year, month, date] = partsOf(day);
  return [date, months[month - 1] as string, year];
};

const amount = (unit: 'hours' | 'topics', value: number): string =>
  unit === 'hours' ? `${number(value)} ч` : counted(value, 'тема', 'темы', 'тем');

export const russianPlan: PlanSentences = {
  range: (from, until) => {
    const [date, month, year] = wordsOf(from);
    const [last, lastMonth, lastYear] = wordsOf(until);
    const end = `${last} ${lastMonth} ${lastYear}`;
    if (from === until) return end;
    if (year !== lastYear) return `${date} ${month} ${year} – ${end}`;
    return month === lastMonth ? `${date}–${end}` : `${date} ${month} – ${end}`;
  },
  day: (day) => wordsOf(day).join(' '),
  pace: (unit, perWeek, isNeeded) =>
    `${isNeeded ? `${unit === 'topics' ? russianForm(perWeek, 'нужна', 'нужно', 'нужно') : 'нужно'} ` : ''}${amount(unit, perWeek)} в неделю`,
  weeks: (count) => counted(count, 'неделя', 'недели', 'недель'),
  ends: (day) => `готово к ${day}`,
  by: (day) => `к ${day}`,
  buffer: (days) => `запас до срока: ${counted(days, 'день', 'дня', 'дней')}`,
  load: (unit, used, room) => (used === room ? amount(unit, used) : `${number(used)} из ${amount(unit, room)}`),
  part: (part, parts) => `часть ${part} из ${parts}`,
  unplaced: (day) => `не помещается${day === null ? '' : ` до ${day}`}`,
  label: { plan: 'план занятий', goal: 'цель', due: 'срок' },
  reason: { time: 'не хватает времени', needs: 'зависит от того, что не помещается' },
  needed: (unit, perWeek, command) => `всё поместится при темпе ${amount(unit, perWeek)} в неделю: \`${command}\``,
  hopeless:
    'до этого срока всё не поместится ни при каком темпе: выберите более поздний день или пропустите то, что может подождать',
  endless: 'план занятий составляется не больше чем на 20 лет: при более высоком темпе поместится больше',
  assumed: (kind, count, hours, isMedian) =>
    `у ${kind === 'topics' ? counted(count, 'темы', 'тем', 'тем') : counted(count, 'проекта', 'проектов', 'проектов')} не указаны часы: считаем ${count === 1 ? '' : 'по '}${number(hours)} ч (${isMedian ? 'медиана остальных' : 'часы не указаны нигде'})`,
  added: 'нужна',
  addedNote: (mark) => `(${mark}): этой темы нет в запросе, но без неё не обойтись`,
  more: (hidden, all) => `ещё ${counted(hidden, 'неделя', 'недели', 'недель')}; показать все: \`-n ${all}\``,
  anew: 'каждый раз составляется заново, с сегодняшнего дня, и нигде не хранится',
  nothing: 'планировать нечего: всё пройдено или пропущено',
  copy: (day, command) =>
    `Составлено ${day}. Это копия: отметки в ней не считаются. В исходном плане тему отмечает \`${command}\`.`,
  noDates: (commands) => ({
    message: 'у непройденных тем нет запланированных дней, и цель не задана, поэтому календарь пуст',
    hint: `недели плана занятий: \`${commands.to('plan', '--by', '+12w', '--format', 'ics')}\``,
  }),
};
