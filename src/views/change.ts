// Change: what a command changed, the new count, and what is next.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Change, Changes } from '../model/change.ts';
import { missingOn } from '../model/missing.ts';
import type { NamedNext } from '../model/next.ts';
import type { Origin } from '../model/origin.ts';
import { type Count, type LevelProgress, type Progress, percentOf, type SectionProgress } from '../model/progress.ts';
import type { Roadmap, Topic } from '../model/roadmap.ts';
import { roundedHours } from '../model/spent.ts';
import type { TableSection } from '../model/topic-table.ts';
import { ancestorsOf } from '../model/tree.ts';
import { statusOf } from '../model/verb.ts';
import { visible } from '../text/visible.ts';
import { displayWidth } from '../text/width.ts';
import { commandLines, fields, hanging, heading, page, row, textColumns, widest } from './layout.ts';
import { celebration, nextLines, shareText } from './status.ts';
import type { Theme } from './theme.ts';
import { namedTopics, noteTexts } from './topic.ts';
import { topicRows } from './topics.ts';

export interface ChangeView {
  readonly verb: 'done' | 'start' | 'skip' | 'reopen' | 'pick' | 'note' | 'undo' | 'redo';
  readonly changes: Changes;
  /** As they read after the change, from the file. */
  readonly roadmap: Roadmap;
  readonly progress: Progress;
  readonly next: readonly NamedNext[];
  readonly origin: Origin;
  /** The section or parent topic that was selected as a whole; null when topics were named one by one. */
  readonly group: TableSection | Topic | null;
  /** The day that was asked for and is not written where something was so already, and the command that would; null without one. */
  readonly keptDay: { readonly day: CalendarDate; readonly command: string } | null;
  /** True for the first tick this file ever takes: then the answer names where the tick went. */
  readonly isFirst: boolean;
}

const mostTopics = 8;
const mostSections = 3;
const mostDates = 6;

/** What was done to which topics: in one line for one topic or a group, else a list. */
function changedLines({ verb, changes: { changed }, group }: ChangeView, theme: Theme): string[] {
  const { messages } = theme;
  const note = verb === 'undo' ? messages.reverted : verb === 'redo' ? messages.restored : null;
  const [first] = changed as readonly [Change, ...Change[]];
  const headed = (address: string, words: string, tail: string | null): string[] => {
    const { status } = first.topic;
    const text = tail === null ? words : `${words}${theme.dot}${tail}`;
    return heading(` ${theme.symbol(status)} ${address}  `, text, theme, theme.title, theme.paintStatus(status));
  };
  if (changed.length === 1 && (group === null || group.address === first.topic.address))
    return headed(first.topic.address, theme.say(first.topic.title), note ?? first.topic.completedOn);
  const shown = changed.slice(0, mostTopics).map(({ topic }) => topic);
  const rest = changed.length - shown.length;
  const rows = [
    ...topicRows(shown, { depth: () => 0, indent: group === null ? 1 : 3, levels: false }, theme).rows.flat(),
    ...(rest > 0 ? hanging(group === null ? ' ' : '   ', messages.more(rest), theme, theme.dim) : []),
  ];
  if (group === null) return [...(note === null ? [] : heading(' ', note, theme, theme.title)), ...rows];
  const below = changed.filter(({ topic }) => topic.address !== group.address).length;
  return [...headed(group.address, messages.andBelow(theme.say(group.title), below), note), ...rows];
}

function find(sections: readonly SectionProgress[], address: string): SectionProgress | null {
  for (const section of sections) {
    const found = section.address === address ? section : find(section.sections, address);
    if (found !== null) return found;
  }
  return null;
}

/** The sections that were touched; where there is no room for each, the outermost in which they differ. */
function touchedSections({ changes, roadmap, progress, group }: ChangeView): SectionProgress[] {
  const named = (addresses: readonly string[]): SectionProgress[] =>
    [...new Set(addresses)].map((address) => find(progress.sections, address)).filter((section) => section !== null);
  if (group?.kind === 'section') return named([group.address]);
  const ancestors = ancestorsOf(roadmap);
  const paths = changes.changed.map(({ topic }) => ancestors(topic).path.map(({ address }) => address));
  const nearest = named(paths.map((path) => path.at(-1) ?? ''));
  if (nearest.length <= mostSections) return nearest;
  const [first = []] = paths;
  const differs = first.findIndex((address, depth) => paths.some((path) => path[depth] !== address));
  return named(paths.map((path) => path[differs] ?? path.at(-1) ?? ''));
}

const isFull = ({ done, total }: Count): boolean => total > 0 && done === total;

/** The new counts of the sections that were touched, of the projects where one was, and of the whole. */
function countLines(view: ChangeView, theme: Theme): string[] {
  const { changes, roadmap, progress } = view;
  const { messages } = theme;
  const sections = touchedSections(view);
  const shown = sections.slice(0, mostSections);
  const isProject = changes.changed.some(({ topic }) => topic.project !== null);
  const { done, total } = progress.projects;
  const counted = [
    ...shown,
    ...(isProject ? [{ title: messages.label.projects, tally: { done, total, percent: percentOf(done, total) } }] : []),
    { title: roadmap.title, tally: progress.total },
  ];
  const titles = counted.map(({ title }) => theme.say(title));
  const shares = counted.map(({ tally }) => shareText(tally, theme));
  const shareWidth = widest(shares);
  const width = textColumns(titles.map(displayWidth), theme.width - 3 - 2 - shareWidth);
  const room = theme.width - 3 - width - 2 - shareWidth - 2;
  const hasRoom = room >= widest([messages.sectionDone]);
  const rows = counted.map(({ tally }, index) => {
    const full = isFull(tally);
    const cells = [
      { text: titles[index] ?? '', width, paint: theme.dim },
      { text: shares[index] ?? '', width: shareWidth, side: 'right' as const, ...(full && { paint: theme.good }) },
      {
        text: full && index < shown.length ? messages.sectionDone : '',
        width: hasRoom ? room : 0,
        paint: theme.good,
      },
    ];
    return row(3, cells, theme);
  });
  const rest = sections.length - shown.length;
  const complete = sections.filter(({ tally }) => isFull(tally)).length;
  return [
    ...rows.slice(0, shown.length),
    ...(rest > 0 ? hanging('   ', messages.more(rest), theme, theme.dim) : []),
    ...rows.slice(shown.length),
    ...(complete > 0 && (rest > 0 || !hasRoom)
      ? hanging('   ', messages.sectionsDone(complete, sections.length), theme, theme.good)
      : []),
  ];
}

/** Of projects that were ticked: what their levels still need, and the topics that they prove. */
function projectLines({ verb, changes, roadmap, progress }: ChangeView, theme: Theme): string[] {
  const projects = changes.changed.flatMap(({ topic, to }) => (topic.project !== null && to === 'done' ? [topic] : []));
  if ((verb !== 'done' && verb !== 'pick') || projects.length === 0) return [];
  const levels = progress.levels.filter(({ level }) => projects.some((project) => project.level === level.id));
  const proves = [...new Set(projects.flatMap(({ project }) => project?.proves ?? []))];
  return [
    ...levels.flatMap((level) => levelLines(level, roadmap, progress, theme)),
    ...fields(
      3,
      [{ label: theme.messages.label.proves, values: namedTopics(proves, roadmap, theme), signed: true }],
      theme,
    ),
  ];
}

function levelLines({ level, reached }: LevelProgress, roadmap: Roadmap, { levels }: Progress, theme: Theme): string[] {
  const say = theme.messages.level;
  const title = theme.say(level.title);
  if (reached) return hanging('   ', say.reached(title), theme, theme.good);
  const { topics } = missingOn(new Set([level.id]), roadmap);
  if (topics.length > 0) return hanging('   ', say.needs(title, topics.length), theme);
  const below = levels.find((one) => !one.reached);
  return below === undefined ? [] : hanging('   ', say.waits(title, theme.say(below.level.title)), theme);
}

/** The dates that a change takes away, each with its topic where there are several. */
export function datesText(dates: readonly { readonly address: string; readonly day: string }[], theme: Theme): string {
  const shown = dates.slice(0, mostDates).map(({ address, day }) => (dates.length === 1 ? day : `${address} ${day}`));
  return [...shown, ...(dates.length > mostDates ? [theme.messages.more(dates.length - mostDates)] : [])].join(', ');
}

/** Dates that are gone, and days that were asked for and not written. */
function dateLines({ changes, verb, keptDay }: ChangeView, theme: Theme): string[] {
  const { messages } = theme;
  const erased =
    verb === 'undo' || verb === 'redo'
      ? []
      : changes.changed.flatMap(({ topic, erased: days = [] }) => days.map((day) => ({ address: topic.address, day })));
  const kept =
    keptDay === null
      ? 0
      : changes.unchanged.filter(({ status, completedOn }) => status !== 'done' || completedOn !== keptDay.day).length;
  return [
    ...(erased.length > 0
      ? hanging(' ', messages.erased(erased.length, datesText(erased, theme)), theme, theme.warn)
      : []),
    ...(keptDay !== null && kept > 0
      ? [
          ...hanging(' ', messages.dayKept(kept, keptDay.day), theme, theme.dim),
          ...commandLines(1, keptDay.command, theme),
        ]
      : []),
  ];
}

/** What was written to a topic: its time, with what it had before, and the new notes. */
function notedLines({ changes: { changed, noted } }: ChangeView, theme: Theme): string[] {
  if (noted === undefined) return [];
  const { label, hours } = theme.messages;
  const { address, title, spent, status } = noted.topic;
  const isNamed = changed.length === 1 && changed[0]?.topic.address === address;
  const name = heading(` ${theme.symbol(status)} ${address}  `, theme.say(title), theme, theme.title, theme.accent);
  const time = noted.minutes === null || spent === null ? [] : [hours(roundedHours(spent))];
  const written = [
    { label: label.spent, values: time },
    { label: label.notes, values: noteTexts(noted.notes, theme) },
  ];
  return [...(isNamed ? [] : name), ...fields(3, written, theme)];
}

/** `done`, `start`, `skip`, `reopen`, `pick`, `note`, `undo`, `redo`. */
export function drawChange(view: ChangeView, theme: Theme): string {
  const { verb, changes, roadmap, progress, next, origin, isFirst } = view;
  const { messages } = theme;
  const where = isFirst
    ? hanging(
        ' ',
        messages.firstTick(visible(origin.progress.path), changes.changed.length, theme.commands.to('undo')),
        theme,
        theme.dim,
      )
    : [];
  if (changes.changed.length === 0 && changes.noted !== undefined) return page([notedLines(view, theme), where]);
  if (changes.changed.length === 0 && changes.unchanged.length === 0)
    return page([hanging(' ', messages.nothingSelected, theme)]);
  if (changes.changed.length === 0) {
    const wanted = verb === 'pick' || verb === 'note' || verb === 'undo' || verb === 'redo' ? null : statusOf[verb];
    const isSo = wanted === null || changes.unchanged.every(({ status }) => status === wanted);
    const sentence =
      verb === 'pick' || verb === 'note' || !isSo
        ? messages.noDifference
        : messages.unchanged(verb, changes.unchanged.length);
    const lines = hanging(' ', sentence, theme);
    const shown = changes.unchanged.slice(0, mostTopics);
    const rows = topicRows(shown, { depth: () => 0, indent: 3, levels: false }, theme).rows.flat();
    const rest = changes.unchanged.length - shown.length;
    const more = rest > 0 ? hanging('   ', messages.more(rest), theme, theme.dim) : [];
    return page([[...lines, ...rows, ...more], dateLines(view, theme)]);
  }
  const passed =
    changes.unchanged.length === 0 ? [] : hanging(' ', messages.passedOver(changes.unchanged.length), theme, theme.dim);
  const complete = progress.total.total > 0 && progress.total.done === progress.total.total;
  const after = [
    ...(complete && verb !== 'undo' ? celebration(roadmap, progress.total, theme) : []),
    ...nextLines(next.slice(0, 1), theme),
  ];
  return page([
    [...changedLines(view, theme), ...notedLines(view, theme), ...passed, ...dateLines(view, theme)],
    [...countLines(view, theme), ...projectLines(view, theme)],
    after,
    where,
  ]);
}
