// PlanReport: what to study in which week, for people and for scripts.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Language, PlanSentences } from '../lang/messages.ts';
import { paceWord, type StudyPace } from '../model/pace-words.ts';
import type { Part } from '../model/part.ts';
import type { PlanPart, PlanWeek, StudyPlan, Unplaced } from '../model/plan.ts';
import { type Roadmap, type Topic, wording } from '../model/roadmap.ts';
import { visible } from '../text/visible.ts';
import { displayWidth, wrap } from '../text/width.ts';
import { documentOf } from './json.ts';
import type { One } from './kinds.ts';
import { type Cell, flow, hanging, heading, labelColumns, page, row, textColumns, widest } from './layout.ts';
import { partName } from './part.ts';
import { type RecordEnd, records } from './plain.ts';
import type { Theme } from './theme.ts';

export interface PlanView {
  readonly roadmap: Roadmap;
  /** Null where all was asked for. */
  readonly part: Part | null;
  /** The words of the command line that ask for that part. */
  readonly words: readonly string[];
  readonly plan: StudyPlan;
  /** So many weeks are shown. */
  readonly most: number;
  readonly today: CalendarDate;
}

/** A theme that can speak of plans. */
export interface PlanTheme extends Theme {
  readonly plan: PlanSentences;
}

/** `plan`: each week with what is studied in it, then what does not fit, and what the plan rests on. */
export function drawPlan(view: PlanView, theme: PlanTheme): string {
  const { plan, most } = view;
  const shown = plan.weeks.slice(0, most);
  const hidden = plan.weeks.length - shown.length;
  const head = heading(' ', planTitle(view, theme), theme, theme.title);
  if (plan.pace === null || plan.weeks.length + plan.unplaced.length === 0)
    return page([head, hanging(' ', theme.plan.nothing, theme, theme.dim)]);
  const columns = columnsFor([...shown.flatMap(({ parts }) => parts), ...plan.unplaced], plan, theme);
  const facts = planFacts(plan, theme).map((text) => ({ text }));
  return page([
    [...head, ...flow(1, facts, theme)],
    ...shown.map((week) => weekLines(week, plan.pace as StudyPace, columns, theme)),
    hidden > 0 ? hanging(' ', theme.plan.more(hidden, plan.weeks.length), theme, theme.dim) : [],
    unplacedLines(view, columns, theme),
    planNotes(plan, theme).flatMap((text) => hanging(' ', text, theme, theme.dim)),
  ]);
}

/** Of the roadmap, or of the part that was asked for. */
function planTitle({ roadmap, part }: Pick<PlanView, 'roadmap' | 'part'>, theme: Theme): string {
  return part === null ? theme.say(roadmap.title) : partName(part, theme);
}

/** The same where nothing around it says which roadmap it is. */
export function wholeTitle({ roadmap, part }: Pick<PlanView, 'roadmap' | 'part'>, theme: Theme): string {
  return theme.say(roadmap.title) + (part === null ? '' : `, ${partName(part, theme)}`);
}

/** The pace, how many weeks, and when it ends. */
export function planFacts(
  { pace, isPaceGiven, weeks, by, buffer, unplaced }: StudyPlan,
  { plan: say }: PlanTheme,
): string[] {
  if (pace === null) return [];
  const last = weeks.at(-1);
  return [
    say.pace(pace.unit, pace.perWeek, !isPaceGiven && unplaced.length === 0),
    ...(last === undefined ? [] : [say.weeks(weeks.length)]),
    ...(by !== null ? [say.by(say.day(by))] : last === undefined ? [] : [say.ends(say.day(last.until))]),
    ...(buffer > 0 ? [say.buffer(buffer)] : []),
  ];
}

/** What it rests on: hours that are assumed, topics that were not asked for. */
export function planNotes({ assumed, weeks }: StudyPlan, { plan: say }: PlanTheme): string[] {
  const hasAdded = weeks.some(({ parts }) => parts.some(({ isAdded }) => isAdded));
  return [
    ...assumed.map(({ kind, count, hours, isMedian }) => say.assumed(kind, count, hours, isMedian)),
    ...(hasAdded ? [say.addedNote(say.added)] : []),
    say.anew,
  ];
}

/** A title with what is to be known of its place: which part it is, and that nobody asked for it. */
export function partTitle({ topic, part, parts, isAdded }: PlanPart, theme: PlanTheme): string {
  const notes = [...(parts > 1 ? [theme.plan.part(part, parts)] : []), ...(isAdded ? [theme.plan.added] : [])];
  return theme.say(topic.title) + (notes.length === 0 ? '' : ` (${notes.join(', ')})`);
}

interface Columns {
  readonly address: number;
  readonly title: number;
  readonly hours: number;
}

const leastAddress = 12;
const indent = 3;

/** Behind a title in a text without columns. */
export function hoursNote(hours: number | null, theme: Theme): string {
  const text = hoursText(hours, theme);
  return text === '' ? '' : ` (${text})`;
}

function hoursText(hours: number | null, { messages }: Theme): string {
  return hours === null || hours === 0 ? '' : messages.hours(hours);
}

function columnsFor(all: readonly (PlanPart | Unplaced)[], { pace }: StudyPlan, theme: PlanTheme): Columns {
  const hours = widest(all.map((one) => hoursText(one.hours, theme)));
  const addresses = all.map(({ topic }) => displayWidth(visible(topic.address)));
  const address = labelColumns(addresses, leastAddress, theme);
  const room = theme.width - indent - address - 2 - (hours && hours + 2);
  const titles = all.map((one) => displayWidth('part' in one ? partTitle(one, theme) : theme.say(one.topic.title)));
  // Wide enough for the head of a week, which ends where the hours end.
  const head = pace === null ? 0 : 50 - indent - address - 2 - (hours && hours + 2);
  return { address, title: Math.min(room, Math.max(head, textColumns(titles, room))), hours };
}

function weekLines(
  { from, until, used, room, parts }: PlanWeek,
  pace: StudyPace,
  columns: Columns,
  theme: PlanTheme,
): string[] {
  const load = theme.plan.load(pace.unit, used, room);
  const end = indent + columns.address + 2 + columns.title + (columns.hours && columns.hours + 2);
  const width = Math.max(1, end - 1 - 2 - displayWidth(load));
  const head: Cell[] = [
    { text: theme.plan.range(from, until), width, paint: theme.title },
    { text: load, width: displayWidth(load), paint: theme.dim },
  ];
  return [
    row(1, head, theme),
    ...parts.flatMap((part) =>
      topicLines(part.topic, partTitle(part, theme), hoursText(part.hours, theme), columns, theme),
    ),
  ];
}

/** A title that is too long goes on beneath itself. */
function topicLines({ address }: Topic, title: string, hours: string, columns: Columns, theme: Theme): string[] {
  const [first = '', ...others] = wrap(title, columns.title);
  const left = indent + columns.address + 2;
  return [
    row(
      indent,
      [
        { text: visible(address), width: columns.address, paint: theme.accent },
        { text: first, width: columns.title },
        { text: hours, width: columns.hours, side: 'right', paint: theme.dim },
      ],
      theme,
    ),
    ...others.map((text) => row(left, [{ text, width: columns.title }], theme)),
  ];
}

/** So many are named; all of them are in the other formats. */
const mostUnplaced = 10;

function unplacedLines(view: PlanView, columns: Columns, theme: PlanTheme): string[] {
  const { unplaced, by } = view.plan;
  if (unplaced.length === 0) return [];
  const { plan: say } = theme;
  const shown = unplaced.slice(0, mostUnplaced);
  const head = `${say.unplaced(by === null ? null : say.day(by))}: ${unplaced.length}`;
  return [
    ...hanging(' ', head, theme, theme.warn),
    ...shown.flatMap(({ topic, hours, reason }) =>
      topicLines(topic, `${theme.say(topic.title)} (${say.reason[reason]})`, hoursText(hours, theme), columns, theme),
    ),
    ...(unplaced.length > shown.length
      ? hanging(' '.repeat(indent), theme.messages.more(unplaced.length - shown.length), theme, theme.dim)
      : []),
    ...hanging(' ', neededText(view, theme), theme, theme.dim),
  ];
}

/** What makes room for all of it. */
export function neededText({ plan: { needed, by }, words }: PlanView, { plan: say, commands }: PlanTheme): string {
  if (by === null) return say.endless;
  if (needed === null) return say.hopeless;
  const command = commands.to('plan', ...words, '--by', by, '--pace', paceWord(needed));
  return say.needed(needed.unit, needed.perWeek, command);
}

/** `plan --plain`: the first day of the week or `-` for what does not fit, address, hours or `-`, title. */
export function plainPlan({ plan, most }: PlanView, language: Language, end: RecordEnd): string {
  const line = (week: string, { address, title }: Topic, hours: number | null): string[] => [
    week,
    visible(address),
    hours === null ? '-' : String(hours),
    visible(wording(title, language)),
  ];
  return records(
    [
      ...plan.weeks
        .slice(0, most)
        .flatMap(({ from, parts }) => parts.map(({ topic, hours }) => line(from, topic, hours))),
      ...plan.unplaced.map(({ topic, hours }) => line('-', topic, hours)),
    ],
    end,
  );
}

/** `plan --json`: kind "plan". */
export function planJson({ plan, most, today }: PlanView, language: Language): string {
  const { by, pace, isPaceGiven, buffer, weeks, unplaced, needed, assumed } = plan;
  const named = ({ address, id, title, level, project }: Topic) => ({
    address,
    id,
    title: wording(title, language),
    level,
    project: project !== null,
  });
  return documentOf('plan', {
    asOf: today,
    by,
    buffer,
    pace: pace && { ...pace, given: isPaceGiven },
    weeks: weeks.slice(0, most).map(
      ({ from, until, room, used, parts }): One<'plan', 'weeks'> => ({
        from,
        until,
        room,
        used,
        topics: parts.map(({ topic, hours, part, parts: all, isAdded }) => ({
          ...named(topic),
          hours,
          part,
          parts: all,
          added: isAdded,
        })),
      }),
    ),
    totalWeeks: weeks.length,
    unplaced: unplaced.map(({ topic, hours, reason }): One<'plan', 'unplaced'> => ({ ...named(topic), hours, reason })),
    needed,
    assumed: assumed.map(
      ({ kind, count, hours, isMedian }): One<'plan', 'assumed'> => ({
        kind,
        count,
        hours,
        from: isMedian ? 'median' : 'unit',
      }),
    ),
  });
}
