// LabList: the labs of a roadmap under the headings of its sections: which are passed, and how long the others take.
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { LabCommandSentences } from '../lang/lab-command-words.ts';
import type { Language } from '../lang/messages.ts';
import type { LabRow } from '../model/lab.ts';
import { type Roadmap, type Topic, wording } from '../model/roadmap.ts';
import { ancestorsOf } from '../model/tree.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/width.ts';
import { documentOf } from './json.ts';
import type { Content } from './kinds.ts';
import { type Cell, commandLines, flow, hanging, heading, labelColumns, page, row, widest } from './layout.ts';
import { type RecordEnd, records } from './plain.ts';
import type { Theme } from './theme.ts';

export interface LabTheme extends Theme {
  readonly lab: LabCommandSentences;
}

/** A lab as views show it. */
export interface ListedLab extends LabRow {
  readonly topicOf: Topic;
  readonly passed: boolean;
  readonly passedOn: CalendarDate | null;
}

export interface LabListView {
  readonly roadmap: Roadmap;
  readonly labs: readonly ListedLab[];
  /** Whether these are all that the roadmap has. */
  readonly isWhole: boolean;
  /** The one to go on with, and what it is; null or absent: the first that is not passed. */
  readonly next?: { readonly what: string; readonly lab: string } | null;
}

/** The columns of a row; a title has a line of its own where there is no room beside the others. */
interface Columns {
  readonly address: number;
  readonly id: number;
  readonly title: number;
  readonly time: number;
  readonly level: number;
}

const leastTitle = 24;
const mostTitle = 72;

/** `lab`. */
export function drawLabs({ roadmap, labs, isWhole, next = null }: LabListView, theme: LabTheme): string {
  const { lab: say } = theme;
  if (labs.length === 0 && !isWhole) return page([hanging(' ', say.noneFits, theme)]);
  if (labs.length === 0) {
    const { message, hint } = say.none(theme.commands);
    return page([[...hanging(' ', message, theme), ...hanging(' ', hint, theme, theme.dim)]]);
  }
  const passed = labs.filter((lab) => lab.passed).length;
  const left = labs.reduce((sum, lab) => sum + (lab.passed ? 0 : lab.minutes), 0);
  const facts = [
    { text: say.passed(passed, labs.length), paint: passed === labs.length ? theme.good : theme.dim },
    ...(left > 0 ? [{ text: say.minutesLeft(left), paint: theme.dim }] : []),
  ];
  const first = labs.find((lab) => !lab.passed);
  const command =
    next !== null
      ? [...hanging(' ', next.what, theme, theme.dim), ...commandLines(3, theme.commands.to('lab', next.lab), theme)]
      : first === undefined
        ? []
        : commandLines(1, theme.commands.to('lab', first.id), theme);
  const head = heading(' ', theme.say(roadmap.title), theme, theme.title);
  return page([[...head, ...flow(1, facts, theme)], ...sectionBlocks(labs, roadmap, theme), command]);
}

/** Labs follow the order of the topics, so a section comes once. */
function sectionBlocks(labs: readonly ListedLab[], roadmap: Roadmap, theme: LabTheme): string[][] {
  const ancestors = ancestorsOf(roadmap);
  const columns = columnsFor(labs, theme);
  const blocks: string[][] = [];
  let current: string | null = null;
  for (const lab of labs) {
    const [outermost = null] = ancestors(lab.topicOf).path;
    const name = lab.topicOf.project === null ? (outermost?.address ?? '') : 'P';
    if (name !== current || blocks.length === 0) {
      const head = outermost === null ? ' ' : ` ${outermost.address}  `;
      const title =
        lab.topicOf.project !== null ? theme.messages.label.projects : theme.say((outermost ?? roadmap).title);
      blocks.push(heading(head, title, theme, theme.title, theme.accent));
      current = name;
    }
    blocks.at(-1)?.push(...labLines(lab, columns, theme));
  }
  return blocks;
}

const timeOf = ({ passed, passedOn, minutes }: ListedLab, { lab: say }: LabTheme): string =>
  passed ? (passedOn ?? say.passedOn(null)) : say.minutes(minutes);

function columnsFor(labs: readonly ListedLab[], theme: LabTheme): Columns {
  const id = Math.min(28, widest(labs.map((lab) => visible(lab.id))));
  const time = widest(labs.map((lab) => timeOf(lab, theme)));
  const addresses = labs.map(({ topicOf }) => topicOf.address.length);
  const all = { address: labelColumns(addresses, 8, theme), level: widest(labs.map(levelOf)) };
  const room = (address: number, level: number): number =>
    theme.width - 3 - (address && address + 2) - theme.markWidth - 2 - id - 2 - 2 - time - (level && level + 2);
  const { address, level } = all;
  const titles = Math.min(mostTitle, widest(labs.map((lab) => titleOf(lab, theme))));
  const ways = [
    { address, level },
    { address, level: 0 },
    { address: 0, level: 0 },
  ];
  // Level and address are in the head of each lab as well, so they make room for titles.
  const fits =
    ways.find((one) => room(one.address, one.level) >= titles) ?? (room(0, 0) >= leastTitle ? ways.at(-1) : undefined);
  if (fits === undefined) {
    const most = theme.width - 3 - theme.markWidth - 2 - 2 - time;
    return { address: 0, id: Math.max(8, Math.min(id, most)), title: 0, time, level: 0 };
  }
  return { ...fits, id, title: Math.min(titles, room(fits.address, fits.level)), time };
}

const levelOf = ({ level }: ListedLab): string => (level === null ? '' : visible(level));

const titleOf = ({ title, mend }: ListedLab, theme: LabTheme): string =>
  theme.say(title) + (mend ? ` (${theme.lab.mend})` : '');

function labLines(lab: ListedLab, columns: Columns, theme: LabTheme): string[] {
  const { address, id, title, time, level } = columns;
  const status = lab.passed ? 'done' : 'todo';
  const left = 3 + (address && address + 2) + theme.markWidth + 2;
  const isBeneath = title === 0;
  // What is beneath the id takes the rest of the line.
  const room = isBeneath ? Math.max(1, theme.width - left) : title;
  const [first = '', ...others] = wrap(titleOf(lab, theme), room);
  const beneath = isBeneath ? [first, ...others] : others;
  const between = isBeneath ? Math.max(0, theme.width - left - id - time - 4) : title;
  const cells: Cell[] = [
    { text: lab.topicOf.address, width: address, paint: theme.dim },
    { text: theme.mark(status), width: theme.markWidth, painted: true },
    { text: visible(lab.id), width: id, paint: theme.accent },
    { text: isBeneath ? ' '.repeat(between) : first, width: between },
    { text: timeOf(lab, theme), width: time, side: 'right', paint: theme.dim },
    { text: levelOf(lab), width: level, paint: theme.dim },
  ];
  const indent = isBeneath ? left : left + id + 2;
  return [row(3, cells, theme), ...beneath.map((line) => ' '.repeat(indent) + line)];
}

/** `lab --plain`: id, `done` or `todo`, the day or `-`, level or `-`, minutes, the address of its topic, title. */
export function plainLabs(labs: readonly ListedLab[], language: Language, end: RecordEnd): string {
  return records(
    labs.map(({ id, passed, passedOn, level, minutes, topicOf, title }) => [
      visible(id),
      passed ? 'done' : 'todo',
      passedOn ?? '-',
      level === null ? '-' : visible(level),
      String(minutes),
      visible(topicOf.address),
      visible(wording(title, language)),
    ]),
    end,
  );
}

/** What documents say of each lab. */
export function labHeadJson(lab: ListedLab, language: Language) {
  const { id, level, minutes, title, mend, passed, passedOn, topicOf } = lab;
  return {
    id,
    title: wording(title, language),
    topic: { address: topicOf.address, id: topicOf.id, title: wording(topicOf.title, language) },
    level,
    minutes,
    mend,
    passed,
    passedOn,
  };
}

/** `lab --json`: kind "labs". */
export function labsJson(labs: readonly ListedLab[], language: Language): string {
  const content: Content<'labs'> = { labs: labs.map((lab) => labHeadJson(lab, language)) };
  return documentOf('labs', content);
}
