// TopicDraft: what a list item, a numbered entry, a heading or a line of contents becomes when it is a topic.
import { type Diagnostic, diagnostic } from '../../../errors.ts';
import { type DraftSection, type DraftTopic, draftTopic, giveLevel } from '../../../model/draft.ts';
import type { LevelNames } from '../../../model/level-names.ts';
import type { Status } from '../../../model/roadmap.ts';
import { columnOf } from '../../../text/source.ts';
import { type Explained, leadingMark } from '../../words/marks.ts';
import type { Entry, Part } from '../outline/part.ts';
import { readWholeItem } from '../syntax/continuation.ts';
import { brokenLink, linksIn, readable } from '../syntax/inline.ts';
import type { Line } from '../syntax/lines.ts';
import type { ItemHead } from '../syntax/list-item.ts';
import {
  boxedHeading,
  completionDay,
  type Field,
  fieldValue,
  hoursOf,
  minutesSpent,
  readFields,
  type TaskLine,
} from '../syntax/task-line.ts';
import { type BareBox, bareBox, isSloppyBox } from './bare-boxes.ts';
import { keywordTask } from './keyword-tasks.ts';
import { plannedIn } from './line-state.ts';
import type { AuthorMarks } from './theme-marks.ts';
import { topicTitle } from './topic-title.ts';

const emphasis = /^(?:<(?:ins|u|b|i|em|strong)>|[*_]){1,4}|(?:<\/(?:ins|u|b|i|em|strong)>|[*_]){1,4}$/g;
const struck = /^(?:~~[^~]+~~|<(del|s|strike)>[^<]+<\/\1>)[.;,]?$/;
/** Whether all of a text is struck through, also within emphasis: `<ins>~~Knots~~</ins>`. */
const isStruck = (raw: string): boolean => /~~|<(?:del|s)/.test(raw) && struck.test(raw.replace(emphasis, ''));

/** What reading a line needs besides the line: the text, the words for levels, and where findings go. */
export interface Reading {
  readonly text: string;
  readonly names: LevelNames;
  /** What the note says that its own signs mean. */
  readonly explained?: Explained;
  readonly found: Diagnostic[];
}

/** A topic from a list item, with its fields where it is a task line (FORMATS T1, D1). `isTitle`: the number before its title is a part of it. */
export function itemTopic(reading: Reading, line: Line, isTitle = false): DraftTopic {
  const { text, found } = reading;
  const item = readWholeItem(text, line.head as ItemHead, line.start, line.end);
  const { number, title } = topicTitle(item.title, isTitle);
  const topic = draftTopic(title, line.line, item.status ?? 'todo', item.status === null ? 'none' : 'task');
  topic.number = number;
  const raw = item.title;
  if (raw.includes('](') || raw.includes('://') || raw.includes('[[')) {
    topic.links = linksIn(raw);
    const broken = brokenLink(text.slice(line.start, line.end));
    if (broken !== null) found.push(brokenLinkAt(text, line, line.start, broken));
  }
  if (item.fields.length > 0 || item.tags.length > 0 || item.block !== null) takeFields(topic, item, reading, line);
  return topic;
}

/**
 * A topic from a bullet without a box of Markdown's: a box of another kind makes it done, and so does a done date alone. `marks`
 * gets what else its author put beside it.
 */
export function bulletTopic(reading: Reading, line: Line, isTitle: boolean, marks: AuthorMarks): DraftTopic {
  const topic = itemTopic(reading, line, isTitle);
  const raw = reading.text.slice(line.content, line.end);
  const own = bareBox(topic.title as string, reading.text);
  const boxed = own?.isBox ? own : null;
  const input = /<input\b[^<>]*\btype\s*=\s*["']?checkbox[^<>]*>/i.exec(raw);
  if (boxed !== null) {
    topic.title = boxed.title;
    topic.status = boxed.status;
  } else if (input !== null && /\schecked\b/i.test(input[0])) topic.status = 'done';
  // Not of the lines on which it goes on: without a box a date in running text says too little.
  const day = raw.includes('✅') || raw.includes('::') ? completionDay(readFields(raw, line.content)) : null;
  if (day !== null && (topic.status === 'done' || (boxed === null && input === null))) {
    topic.status = 'done';
    topic.completedOn = day;
  }
  // What is behind the stroke replaces it: then nothing was crossed off.
  if (isStruck(reading.text.slice(line.content, line.contentEnd))) marks.struck.add(topic);
  keepMark(topic, raw, marks);
  return topic;
}

/** Keeps the mark before the number of a title. */
function keepMark(topic: DraftTopic, raw: string, { beside }: AuthorMarks): void {
  const mark = topic.number === null ? null : leadingMark(raw.trim());
  if (mark !== null) beside.set(topic, { kind: mark.kind, rest: topic.title as string });
}

/** A topic from a line that is a box and text. */
export function boxTopic(reading: Reading, line: Line, isTitle: boolean): DraftTopic {
  const topic = itemTopic(reading, line, isTitle);
  const box = bareBox(reading.text.slice(line.content, line.contentEnd), reading.text) as BareBox;
  // In `✅ 2026-01-01 Title` the mark is also the sign of the day.
  const own = bareBox(topic.title as string, reading.text);
  if (own !== null) retitle(topic, own.title, isTitle);
  topic.status = box.status;
  if (box.status === 'done') topic.completedOn = completionDay(topic.fields);
  return topic;
}

function retitle(topic: DraftTopic, raw: string, isTitle: boolean): void {
  const { title, number } = topicTitle(raw, isTitle);
  Object.assign(topic, { title, number: number ?? topic.number });
}

/** A topic of a task list: a task line, a bullet that gets a box with its tick (FORMATS D6), or one whose own box is sloppy and is never written. */
export function taskTopic(reading: Reading, line: Line, isTitle: boolean): DraftTopic {
  if (line.kind !== 'task' && isSloppyBox(reading.text.slice(line.content, line.contentEnd)))
    return boxTopic(reading, line, isTitle);
  const topic = itemTopic(reading, line, isTitle);
  if (line.kind !== 'task') topic.place = 'bullet';
  return topic;
}

/** A topic from a bullet that opens with TODO or DONE. */
export function keywordTopic(reading: Reading, line: Line, isTitle: boolean): DraftTopic {
  const task = keywordTask(reading.text.slice(line.content, line.contentEnd));
  const topic = itemTopic(reading, line);
  retitle(topic, keywordTask(topic.title as string)?.title ?? (topic.title as string), isTitle);
  if (task !== null) topic.status = task.status;
  return topic;
}

function takeFields(topic: DraftTopic, item: TaskLine, { text, names, found }: Reading, line: Line): void {
  const [first, ...others] = item.fields.filter((field) => field.name === 'completion');
  if (first !== undefined) {
    const day = completionDay(item.fields);
    if (topic.status === 'done') topic.completedOn = day;
    const place = placeOf(text, line, first);
    if (day === null) found.push(diagnostic('invalid-date', 'warning', place, { date: first.value }));
    if (others.length > 0)
      found.push(diagnostic('two-done-dates', 'warning', place, { dates: [first, ...others].map((one) => one.value) }));
  }
  const id = fieldValue(item.fields, 'id') ?? item.block?.name ?? null;
  if (id !== null) {
    topic.id = id;
    topic.idWritten = true;
  }
  topic.repeats = fieldValue(item.fields, 'repeat') !== null;
  const planned = plannedIn(item.fields, topic.completedOn);
  if (planned.length > 0) topic.fields = planned;
  const hours = fieldValue(item.fields, 'hours');
  if (hours !== null) topic.hours = hoursOf(hours);
  const spent = minutesSpent(item.fields);
  if (spent !== null) topic.spent = spent / 60;
  const needs = fieldValue(item.fields, 'dependsOn');
  if (needs !== null) topic.needs = [...new Set(needs.split(',').map((id) => id.trim()))].filter(Boolean);
  topic.tags = item.tags.filter((tag) => names.tag(tag) === null);
  const field = item.fields.find((one) => one.name === 'level');
  const level =
    field === undefined ? (item.tags.map(names.tag).find((one) => one !== null) ?? null) : names.named(field.value);
  giveLevel(topic, level);
  if (level === null && field !== undefined)
    found.push(
      diagnostic('unknown-level', 'warning', placeOf(text, line, field), {
        level: field.value,
        ...(names.declared.length > 0 && { levels: names.declared }),
      }),
    );
}

/** A field may be on a line on which the item goes on. */
function placeOf(text: string, line: Line, { span }: Field) {
  let number = line.line;
  for (let at = line.end; at < span.start; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && (code !== 13 || text.charCodeAt(at + 1) === 10)) continue;
    number++;
  }
  return { line: number, column: columnOf(text, span.start), span };
}

/** A link that cannot be followed, as a finding; `from` is the offset of the text it was found in. */
export function brokenLinkAt(
  text: string,
  { line }: Line,
  from: number,
  broken: { index: number; text: string },
): Diagnostic {
  const start = from + broken.index;
  // What was made a line begins within one.
  const place = { line, column: columnOf(text, start), span: { start, end: start + broken.text.length } };
  return diagnostic('broken-link', 'warning', place, { text: broken.text });
}

/** A numbered entry without bullets (FORMATS T3). */
export function entryTopic({ title, number, line }: Entry): DraftTopic {
  const topic = draftTopic(title, line);
  topic.number = number;
  return topic;
}

/** A heading of an outliner that opens with TODO or DONE: what is below it are its parts. */
export function partTopic(part: Part, { status, title }: { status: Status; title: string }): DraftTopic {
  return draftTopic(readable(title), part.line, status);
}

/** A leaf heading; `section` is what it would have been with topics below it. A box before its text is its own (FORMATS T12). */
export function headingTopic(
  reading: Reading,
  line: Line,
  part: Part,
  section: DraftSection,
  marks: AuthorMarks,
): DraftTopic {
  const head = boxedHeading(reading.text, line.start, line.end);
  const topic = head === null ? draftTopic(section.title, part.line) : itemTopic(reading, { ...line, head });
  if (topic.place === 'none') {
    topic.number = part.number;
    keepMark(topic, part.raw, marks);
  }
  topic.level ??= section.level;
  topic.levelSource ??= section.levelSource;
  topic.notes = section.notes;
  topic.links = linksIn(part.raw);
  return topic;
}
