// Calendar: a year of days in five shades, and what is good to know of its weeks.
import { addDays, type CalendarDate } from '../dates/calendar-date.ts';
import { partsOf } from '../dates/parts.ts';
import { mondayOf, weeksBetween } from '../dates/week.ts';
import type { Language } from '../lang/messages.ts';
import type { ActiveDay } from '../model/activity.ts';
import { type HeatMap, type HeatWeek, heatMapOf, type Period, type Shade } from '../model/heat-map.ts';
import type { Part } from '../model/part.ts';
import type { LevelId, Roadmap } from '../model/roadmap.ts';
import { bestWeekOf, namedBestWeek, namedStreak, streaksOf, weekCountsOf } from '../model/streak.ts';
import { displayWidth, pad } from '../text/width.ts';
import { documentOf, inLanguage } from './json.ts';
import type { One } from './kinds.ts';
import {
  barColumns,
  type Cell,
  type Field,
  fields,
  flow,
  hanging,
  heading,
  page,
  row,
  textColumns,
  widest,
} from './layout.ts';
import { partName } from './part.ts';
import { type RecordEnd, records } from './plain.ts';
import type { ThemeWithSentences } from './problem.ts';
import { same } from './theme.ts';

export interface CalendarView {
  /** Of a part only that part. */
  readonly roadmap: Roadmap;
  /** Null for the whole. */
  readonly part: Part | null;
  readonly period: Period;
  readonly today: CalendarDate;
  /** All that are known, oldest first, also before the period and after it. */
  readonly days: readonly ActiveDay[];
  /** Topics that are done and have no day. */
  readonly undated: number;
}

/** How dark a day is, by its ink, so that no colour is needed. */
const signs: readonly [string, string, string, string, string] = ['·', '░', '▒', '▓', '█'];
/** Columns of a day: three where a year fits so, of which the last is a gap. */
const widestDay = 3;

/** `log --calendar`. */
export function drawCalendar(view: CalendarView, theme: ThemeWithSentences): string {
  const { roadmap, part, period, undated } = view;
  const { calendar, log } = theme.sentences;
  const days = within(view);
  const last = undated === 0 ? [] : hanging(' ', log.undated(undated, days.length > 0), theme, theme.dim);
  const title = part === null ? theme.say(roadmap.title) : `${theme.say(roadmap.title)}: ${partName(part, theme)}`;
  const head = heading(' ', title, theme, theme.title);
  if (days.length === 0) {
    const { message, hint } = calendar.none(period.from, period.to, theme.commands);
    return page([head, [...hanging(' ', message, theme), ...hanging(' ', hint, theme, theme.dim)], last]);
  }
  const dates = { text: `${period.from} ${theme.ascii ? '-' : '–'} ${period.to}`, paint: theme.dim };
  const total = { text: calendar.total(topicsOf(days), days.length), paint: theme.dim };
  const { blocks, map } = theme.ascii ? inWords(view, theme) : inShades(view, theme);
  return page([
    [...head, ...flow(1, [dates, total], theme)],
    ...blocks,
    facts(view, map, theme),
    levelLines(view, theme),
    last,
  ]);
}

function within({ days, period: { from, to } }: Pick<CalendarView, 'days' | 'period'>): readonly ActiveDay[] {
  return days.filter(({ day }) => day >= from && day <= to);
}

const topicsOf = (days: readonly ActiveDay[]): number => days.reduce((sum, { topics }) => sum + topics, 0);

interface Drawn {
  readonly blocks: readonly (readonly string[])[];
  /** Of the weeks that are shown. */
  readonly map: HeatMap;
}

/** A column a week, the newest on the right: as many weeks as there is room for. */
function inShades({ days, period }: CalendarView, theme: ThemeWithSentences): Drawn {
  const { calendar } = theme.sentences;
  const label = widest(calendar.weekdays);
  const room = Math.max(1, theme.width - 2 - label);
  const all = weeksIn(period);
  const columns = Math.max(1, Math.min(widestDay, Math.floor(room / all)));
  const most = Math.min(all, Math.floor(room / columns) || 1);
  const map = heatMapOf(days, { from: later(period.from, weeksBefore(period.to, most - 1)), to: period.to });
  const { weeks } = map;
  const head = ' '.repeat(label + 2) + monthLine(weeks, columns, calendar.months);
  const rows = calendar.weekdays.map((name, weekday) => {
    const shades = weeks.map((week) => week.days[weekday]?.shade ?? null);
    return ` ${theme.dim(pad(name, label))} ${cells(shades, columns, theme)}`;
  });
  const note = weeks.length < all ? hanging(' ', calendar.shown(weeks.length, all), theme, theme.dim) : [];
  return { blocks: [[head.trimEnd(), ...rows], note], map };
}

const weeksIn = ({ from, to }: Period): number => weeksBetween(from, to) + 1;
const weeksBefore = (day: CalendarDate, weeks: number): CalendarDate => addDays(mondayOf(day), -7 * weeks);
const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);

/** Neighbours of one shade are painted in one go; nothing is behind the last day. */
function cells(days: readonly (Shade | null)[], columns: number, theme: ThemeWithSentences): string {
  const shades = days.slice(0, days.findLastIndex((shade) => shade !== null) + 1);
  let out = '';
  for (let from = 0; from < shades.length; ) {
    const shade = shades[from] as Shade | null;
    let to = from + 1;
    while (to < shades.length && shades[to] === shade) to++;
    const cell = pad((shade === null ? ' ' : signs[shade]).repeat(Math.max(1, columns - 1)), columns);
    const run = cell.repeat(to - from);
    const paint = shade === null ? same : shade === 0 ? theme.dim : theme.good;
    out += paint(to === shades.length ? run.trimEnd() : run);
    from = to;
  }
  return out;
}

/** The name of each month above the week that its first day is in; that of the first week where the next one leaves room. */
function monthLine(weeks: readonly HeatWeek[], columns: number, months: readonly string[]): string {
  const nameOf = (day: CalendarDate): string => months[Number(day.slice(5, 7)) - 1] as string;
  let line = '';
  weeks.forEach(({ days }, index) => {
    const first = days.find((one) => one?.day.endsWith('-01')) ?? null;
    if (first === null) return;
    const name = nameOf(first.day);
    const opening = weeks[0]?.days.find((one) => one !== null) ?? null;
    if (line === '' && opening !== null && index * columns > name.length) line = nameOf(opening.day);
    const isWhole = index * columns + displayWidth(name) <= weeks.length * columns;
    if (isWhole) line = pad(line, index * columns) + name;
  });
  return line;
}

/** The weeks in which something was done, newest first: what a screen reader can read out. */
function inWords({ days, period }: CalendarView, theme: ThemeWithSentences): Drawn {
  const { calendar } = theme.sentences;
  const known = days.find(({ day }) => day >= period.from) ?? null;
  // What is before the first tick would be nothing but weeks without one.
  const map = heatMapOf(days, { from: later(period.from, known?.day ?? period.to), to: period.to });
  const lines = map.weeks.filter(({ topics }) => topics > 0).map((week) => weekLines(week, theme));
  return {
    blocks: [
      lines.reverse().flat(),
      spaced(hanging(' ', `${calendar.label.aDay}: ${legend(map, theme)}`, theme, theme.dim)),
    ],
    map,
  };
}

function weekLines({ monday, days, topics }: HeatWeek, theme: ThemeWithSentences): string[] {
  const { calendar } = theme.sentences;
  const busy = days.flatMap((one, weekday) =>
    one === null || one.shade === 0
      ? []
      : [`${calendar.weekdays[weekday]}\u00a0${one.topics}\u00a0${calendar.shades[one.shade - 1]}`],
  );
  return spaced(
    hanging(` ${monday}  `, `${calendar.topics(topics)}: ${busy.join(', ')}`, theme, undefined, theme.accent),
  );
}

/** `░ 1, ▒ 2, ▓ 3–5`: which counts a shade is for; no line breaks between the two. */
function legend({ steps }: HeatMap, theme: ThemeWithSentences): string {
  const { shades } = theme.sentences.calendar;
  return steps
    .map(({ shade, least, most }) => {
      const range = least === most ? String(least) : `${least}${theme.ascii ? '-' : '–'}${most}`;
      return `${theme.ascii ? shades[shade - 1] : signs[shade]}\u00a0${range}`;
    })
    .join(', ');
}

const spaced = (lines: readonly string[]): string[] => lines.map((line) => line.replaceAll('\u00a0', ' '));

function facts(view: CalendarView, map: HeatMap, theme: ThemeWithSentences): string[] {
  const { calendar } = theme.sentences;
  const { label } = calendar;
  const streak = view.period.to === view.today ? namedStreak(streaksOf(view.days, view.today)) : null;
  const best = namedBestWeek(within(view));
  const all: Field[] = [
    { label: label.aDay, values: theme.ascii || map.topics === 0 ? [] : [legend(map, theme)] },
    { label: label.streak, values: streak === null ? [] : [calendar.streak(streak.weeks, streak.rests)] },
    { label: label.bestWeek, values: best === null ? [] : [weekText(best, theme)] },
  ];
  return spaced(fields(1, all, theme));
}

function weekText({ monday, topics }: { monday: CalendarDate; topics: number }, theme: ThemeWithSentences): string {
  const [year, month, day] = partsOf(monday);
  return theme.sentences.calendar.week(day, month, year, topics);
}

/** Topics of the period by level, for each level that has some. */
function levelCounts(view: CalendarView) {
  const counts = new Map<LevelId, number>();
  for (const { levels } of within(view))
    for (const [id, topics] of levels) counts.set(id, (counts.get(id) ?? 0) + topics);
  return view.roadmap.levels.flatMap(({ id, title }) => {
    const topics = counts.get(id);
    return topics === undefined ? [] : [{ id, title, topics }];
  });
}

function levelLines(view: CalendarView, theme: ThemeWithSentences): string[] {
  const counts = levelCounts(view);
  const all = topicsOf(within(view));
  // Of one level alone nothing is to be compared.
  if (counts.length === 0 || counts[0]?.topics === all) return [];
  const count = widest(counts.map(({ topics }) => theme.sentences.calendar.topics(topics)));
  const bar = theme.ascii ? 0 : barColumns(theme.width);
  const titles = counts.map(({ title }) => displayWidth(theme.say(title)));
  const room = theme.width - 1 - (bar && bar + 2) - 2 - count;
  const title = textColumns(titles, Math.max(1, room));
  return counts.map((level) => {
    const line: Cell[] = [
      { text: theme.say(level.title), width: title },
      { text: theme.bar(level.topics, all, bar), width: bar, painted: true },
      { text: theme.sentences.calendar.topics(level.topics), width: count },
    ];
    return row(1, line, theme);
  });
}

/** `log --calendar --plain`: day, topics, for each day of the period on which something was done, oldest first. */
export function plainCalendar(view: CalendarView, end: RecordEnd): string {
  return records(
    within(view).map(({ day, topics }) => [day, String(topics)]),
    end,
  );
}

/** `log --calendar --json`: kind "calendar". */
export function calendarJson(view: CalendarView, language: Language): string {
  const { period, today, undated } = view;
  const say = inLanguage(language);
  const days = within(view);
  const { current, longest } = streaksOf(view.days, period.to);
  return documentOf('calendar', {
    asOf: today,
    from: period.from,
    to: period.to,
    total: topicsOf(days),
    days: days.map(
      ({ day, topics, hours, levels }): One<'calendar', 'days'> => ({
        day,
        topics,
        hours,
        levels: [...levels].map(([id, count]) => ({ id, topics: count })),
      }),
    ),
    weeks: weekCountsOf(days),
    bestWeek: bestWeekOf(days),
    streak: current,
    longestStreak: longest,
    levels: levelCounts(view).map(({ id, title, topics }) => ({ id, title: say(title), topics })),
    undated,
  });
}
