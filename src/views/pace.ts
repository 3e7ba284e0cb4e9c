// PaceReport: how much was done each week, when it will be done, and what a day asks for, for people and for scripts.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { addDays } from '../dates/calendar-date.ts';
import type { Language } from '../lang/messages.ts';
import { drift, forecastSeed, priorWeeks, runCount, usualDispersion } from '../model/forecast.ts';
import type { ByDay, Pace, PaceTarget } from '../model/pace.ts';
import type { StudyPace } from '../model/pace-words.ts';
import type { Part } from '../model/part.ts';
import { leastActiveWeeks, weeksLookedAt } from '../model/progress.ts';
import { type Roadmap, wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { documentOf } from './json.ts';
import { type Field, fields, hanging, heading, page } from './layout.ts';
import { hundredths, type PaceTheme, rangesJson, roundPace } from './pace-line.ts';
import { partName } from './part.ts';
import { type RecordEnd, records } from './plain.ts';
import type { Theme } from './theme.ts';

export interface PaceView {
  readonly roadmap: Roadmap;
  /** What the selectors name; null for the whole. */
  readonly part: Part | null;
  /** What is to be skipped, as it was typed. */
  readonly skipped: string | null;
  /** The pace that was asked for. */
  readonly wanted: StudyPace | null;
  readonly today: CalendarDate;
  readonly pace: Pace;
}

/** What is needed is rounded up: less would not do. */
const roundUp = (perWeek: number): number => (perWeek >= 10 ? Math.ceil(perWeek) : Math.ceil(perWeek * 10 - 1e-9) / 10);

/** `pace`. */
export function drawPace(view: PaceView, theme: PaceTheme): string {
  const { roadmap, part, skipped, pace, today } = view;
  const say = theme.pace;
  const title = part === null ? theme.say(roadmap.title) : partName(part, theme);
  const notes = [
    ...(part === null ? [] : [say.partNote]),
    ...(skipped === null ? [] : [say.skipped(visible(skipped))]),
  ];
  const all = pace.targets.at(-1);
  const remarks = [
    ...(pace.missing > 0 && all?.left.topics !== 0 ? [say.missing(leastActiveWeeks, pace.weeks.active)] : []),
    ...(pace.change === null ? [] : [changeText(pace.change, today, theme)]),
    ...(pace.undated > 0 ? [say.undated(pace.undated)] : []),
    ...(all?.left.topics === 0 ? [say.nothingLeft] : []),
  ];
  return page([
    [...heading(' ', title, theme, theme.title), ...notes.flatMap((text) => hanging(' ', text, theme, theme.dim))],
    fields(1, historyFields(view, theme), theme),
    targetLines(view, theme),
    fields(1, byFields(pace, today, theme), theme),
    fields(1, bulkFields(view, theme), theme),
    remarks.flatMap((text) => hanging(' ', text, theme, pace.change === null ? theme.dim : undefined)),
  ]);
}

function changeText(change: NonNullable<Pace['change']>, today: string, { pace: say }: PaceTheme): string {
  const { direction, since, before, after } = change;
  return say.changing(direction, say.day(since, today), roundPace(before), roundPace(after));
}

const heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A week for each character; a dot for an idle one. As words: the numbers. */
function weekChart(counts: readonly number[], theme: Theme): string {
  if (theme.ascii) return counts.join(' ');
  const most = Math.max(...counts);
  return counts.map((count) => (count === 0 ? '·' : heights[Math.ceil((count / most) * heights.length) - 1])).join('');
}

function historyFields({ pace, today }: PaceView, theme: PaceTheme): Field[] {
  const { weeks, hoursPerWeek, spent } = pace;
  const say = theme.pace;
  const { counts, from, active, current } = weeks;
  const hours = hoursPerWeek === null ? [] : [say.hoursPerWeek(roundPace(hoursPerWeek))];
  return [
    {
      label: say.label.weeks,
      values: from === null ? [] : [weekChart(counts, theme), say.weeks(counts.length, active, say.day(from, today))],
    },
    { label: say.label.thisWeek, values: current > 0 ? [theme.messages.topics(current)] : [] },
    {
      label: say.label.pace,
      values: pace.pace === null ? [] : [[say.topicsPerWeek(roundPace(pace.pace)), ...hours].join(theme.dot)],
    },
    {
      label: theme.messages.label.spent,
      values: spent === null ? [] : [say.spent(spent.topics, spent.spent, spent.estimated)],
    },
  ];
}

function leftText({ left }: PaceTarget, theme: PaceTheme): string {
  const { pace: say } = theme;
  const hours = left.hours === null || left.hours === 0 ? [] : [theme.messages.hours(left.hours)];
  return [say.topicsLeft(left.topics), ...hours].join(theme.dot);
}

/** The last level is all, where no topic is without a level. */
function shownTargets({ targets }: Pace): readonly PaceTarget[] {
  const all = targets.at(-1);
  return targets.filter(
    (one) => one.left.topics > 0 && (one === all || one.left.topics < (all?.left.topics ?? 0) || one.level === null),
  );
}

function targetLines({ pace, wanted, today }: PaceView, theme: PaceTheme): string[] {
  const say = theme.pace;
  const shown = shownTargets(pace);
  const half = shown.at(-1)?.finish?.half ?? null;
  const lines = fields(
    1,
    shown.map((target): Field => {
      const { level, finish, planned } = target;
      const range = finish === null ? [] : [say.between(finish.most.from, finish.most.to, today)];
      const at = wanted === null ? null : say.atPace(wanted.unit, wanted.perWeek);
      return {
        label: level === null ? say.label.all : theme.say(level.title),
        values: [
          [...range, leftText(target, theme)].join(theme.dot),
          ...(planned === null || at === null ? [] : [say.planned(at, say.day(planned, today))]),
        ],
      };
    }),
    theme,
  );
  const isUnknown = wanted?.unit === 'hours' && shown.length > 0 && shown.every(({ planned }) => planned === null);
  return [
    ...lines,
    ...(half === null ? [] : hanging(' ', say.runs(say.between(half.from, half.to, today)), theme, theme.dim)),
    ...(isUnknown ? hanging(' ', say.noHours, theme, theme.warn) : []),
  ];
}

function byFields({ by, pace, targets }: Pace, today: string, theme: PaceTheme): Field[] {
  const left = targets.at(-1)?.left.topics ?? 0;
  if (by === null || left === 0) return [];
  const say = theme.pace;
  const { done, needed, neededHours } = by;
  const hours = neededHours === null || neededHours === 0 ? [] : [say.neededHours(roundUp(neededHours))];
  return [
    {
      label: say.by(say.day(by.day, today), by.isGoal),
      values: [
        ...(done === null ? [] : [say.done(done.most.from, done.most.to, left)]),
        needed === null
          ? say.dayIsHere
          : [say.needed(roundUp(needed), pace === null ? null : roundPace(pace)), ...hours].join(theme.dot),
      ],
    },
  ];
}

/** Of many the newest. */
const mostBulk = 3;

function bulkFields({ pace, today }: PaceView, theme: PaceTheme): Field[] {
  const { bulk } = pace.weeks;
  const say = theme.pace;
  if (bulk.length === 0) return [];
  const shown = bulk.slice(-mostBulk).map(({ day, topics }) => say.bulk(say.day(day, today), topics));
  const more = bulk.length > mostBulk ? [theme.messages.more(bulk.length - mostBulk)] : [];
  return [{ label: say.label.setAside, values: [...shown, ...more, say.bulkReason] }];
}

const dayOrDash = (day: string | null): string => day ?? '-';

/** `pace --plain`: `level:<id>` or `total`, topics left, the range of eight of ten runs, that of half of them, the day at the pace asked for. */
export function plainPace({ pace }: PaceView, end: RecordEnd): string {
  return records(
    pace.targets.map(({ level, left, finish, planned }) => [
      level === null ? 'total' : `level:${visible(level.id)}`,
      String(left.topics),
      ...[finish?.most.from, finish?.most.to, finish?.half.from, finish?.half.to, planned].map((day) =>
        dayOrDash(day ?? null),
      ),
    ]),
    end,
  );
}

function byJson(by: ByDay) {
  return {
    day: by.day,
    goal: by.isGoal,
    done: by.done === null ? null : rangesJson(by.done),
    neededPerWeek: hundredths(by.needed),
    neededHoursPerWeek: hundredths(by.neededHours),
  };
}

/** `pace --json`: kind "pace". */
export function paceJson({ roadmap, wanted, today, pace }: PaceView, language: Language): string {
  const { weeks, change, by, targets } = pace;
  return documentOf('pace', {
    asOf: today,
    weeks: weeks.counts.map((topics, index) => ({
      from: addDays(weeks.from as CalendarDate, 7 * index),
      topics,
      hours: hundredths(weeks.hours?.[index] ?? null),
    })),
    activeWeeks: weeks.active,
    currentWeek: weeks.current,
    missingWeeks: pace.missing,
    topicsPerWeek: hundredths(pace.pace),
    hoursPerWeek: hundredths(pace.hoursPerWeek),
    undated: pace.undated,
    spent: pace.spent === null ? null : { ...pace.spent },
    setAside: weeks.bulk.map(({ day, topics }) => ({ day, topics })),
    change:
      change === null
        ? null
        : {
            direction: change.direction,
            since: change.since,
            before: hundredths(change.before) as number,
            after: hundredths(change.after) as number,
          },
    targets: targets.map(({ level, left, finish, planned }) => ({
      level: level?.id ?? null,
      title: wording((level ?? roadmap).title, language),
      left: left.topics,
      hoursLeft: left.hours,
      finish: finish === null ? null : rangesJson(finish),
      planned,
    })),
    pace: wanted,
    by: by === null ? null : byJson(by),
    method: {
      name: 'week-bootstrap',
      runs: runCount,
      seed: forecastSeed,
      weeks: pace.basis,
      weeksLookedAt,
      leastActiveWeeks,
      priorWeeks,
      dispersion: usualDispersion,
      drift,
    },
  });
}
