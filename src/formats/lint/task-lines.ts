// TaskLineLint: dates, ids and marks on task lines that this program, Obsidian Tasks or GitHub read differently.
import { type CalendarDate, parseCalendarDate } from '../../dates/calendar-date.ts';
import { otherForm } from '../../dates/other-form.ts';
import { priorities, type Status } from '../../model/roadmap.ts';
import { isLookAlike } from '../markdown/syntax/box-mark.ts';
import type { Line } from '../markdown/syntax/lines.ts';
import { type Field, readItem, type TaskLine } from '../markdown/syntax/task-line.ts';
import { type Finding, findingAt } from './finding.ts';

export interface TaskLinesToLint {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The state of the topic on that line, null where there is none. */
  readonly statusAt: (line: number) => Status | null;
  /** True for a progress file: no reader has looked at its dates yet. */
  readonly alone: boolean;
  readonly today: CalendarDate;
}

/** Findings on every line that is a topic (FORMATS L3, D1). Linear in the text; never throws. */
export function lintTaskLines(note: TaskLinesToLint): Finding[] {
  return note.lines.flatMap((line) => {
    const status = line.kind === 'task' || line.kind === 'bullet' ? note.statusAt(line.line) : null;
    if (status === null || line.head === null) return [];
    const item = readItem(note.text, line.head, line.end);
    return [
      ...mark(note.text, line, item, status),
      ...doneDates(note.text, line, item, status),
      ...otherDates(note, line, item),
      ...priority(line, item),
      ...ids(note.text, line, item),
    ];
  });
}

function mark(text: string, line: Line, { head }: TaskLine, status: Status): Finding[] {
  const { box } = head;
  if (box === null) return [];
  const sign = text.slice(box.start, box.end);
  if (isLookAlike(sign.charCodeAt(0)))
    return [findingAt('look-alike-mark', 'warning', line, box, { mark: sign, isDone: status === 'done' })];
  if (sign !== 'X') return [];
  return [{ ...findingAt('uppercase-x', 'warning', line, box, {}), fix: { span: box, text: 'x' } }];
}

/** So many dates of one line are looked at: the search for each reads the rest of the line. */
const mostDates = 20;
// Whatever white space is before the date: which of it the plugin minds is distinguished below.
const doneDate = /✅\uFE0F?([\s\u200b]*)(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?!\d)/g;
const words = /[A-Za-z\u00c0-\u1fff\u3040-\ud7ff]{2}/;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

function doneDates(text: string, line: Line, item: TaskLine, status: Status): Finding[] {
  const found: Finding[] = [];
  const body = text.slice(item.head.content, line.end);
  const fields = item.fields.filter((field) => field.name === 'completion');
  const matches = [...body.matchAll(doneDate)].slice(0, mostDates);
  for (const [index, match] of matches.entries()) {
    const [whole, gap, date] = match as unknown as [string, string, string];
    const start = item.head.content + match.index;
    const span = { start, end: start + whole.length };
    if (!isoDate.test(date)) found.push(findingAt('invalid-date', 'warning', line, span, { date }));
    else if (status !== 'done') {
      if (index === 0) found.push(findingAt('open-with-done-date', 'warning', line, span, { date }));
    } else if (item.head.box === null) {
      // A bullet is nothing to the plugin.
    } else if (/[^ ]/.test(gap)) {
      const gapStart = span.end - date.length - gap.length;
      // Beside another done date the blank may decide which of them is the first, and counts (D1). Before more text, or behind
      // a mere number, the sign and the day are part of what the title and its number are read from.
      const isAlone = matches.length === 1 && fields.every((field) => field.span.start === start);
      const isBehindWords = words.test(body.slice(0, match.index)) && !hasTextBehind(text, span.end, line, item);
      const blank = { start: gapStart, end: gapStart + gap.length };
      const fix = isAlone && isBehindWords ? { span: blank, text: ' ' } : null;
      found.push({ ...findingAt('unseen-done-date', 'warning', line, span, { date, reason: 'blank' }), fix });
    } else if (hasTextBehind(text, span.end, line, item))
      found.push(findingAt('unseen-done-date', 'warning', line, span, { date, reason: 'text' }));
  }
  const written = fields.find((field) => field.form === 'dataview');
  if (written !== undefined && status !== 'done' && matches.length === 0)
    found.push(findingAt('open-with-done-date', 'warning', line, written.span, { date: written.value }));
  return found;
}

/**
 * The plugin takes emoji fields, tags and the block id off the end of the line, one by one; what it cannot take off
 * hides the rest.
 */
function hasTextBehind(text: string, from: number, line: Line, { fields, block }: TaskLine): boolean {
  const end = block === null ? line.end : block.span.start;
  let rest = '';
  let at = from;
  for (const { form, span } of fields) {
    if (form !== 'emoji' || span.start < at || span.end > end || /[^\S ]/.test(text.slice(span.start, span.end)))
      continue;
    rest += text.slice(at, span.start);
    at = span.end;
  }
  rest += text.slice(at, Math.max(at, end));
  return rest.replace(/(^|\s)#[^\s!@#$%^&*(),.?":{}|<>[\]`]+/g, '$1').trim() !== '';
}

/**
 * Days that do not exist, or are still to come though something is done; the reader has reported bad done dates itself.
 */
function otherDates({ text, alone, today }: TaskLinesToLint, line: Line, { head, fields }: TaskLine): Finding[] {
  const found = inOtherForm(text, line, head);
  for (const field of fields) {
    const { name, value, span } = field;
    if (!dateNames.has(name)) continue;
    if (!isoDate.test(value)) {
      // The reader has reported done dates.
      if (name !== 'completion' && otherForm(value) !== null)
        found.push(findingAt('invalid-date', 'warning', line, span, { date: value, field: nameOf(text, field) }));
      continue;
    }
    const day = parseCalendarDate(value);
    if (day === null) {
      if (name !== 'completion')
        found.push(findingAt('invalid-date', 'warning', line, span, { date: value, field: nameOf(text, field) }));
      else if (alone) found.push(findingAt('invalid-date', 'warning', line, span, { date: value }));
    } else if (day > today && (name === 'cancelled' || (alone && name === 'completion')))
      found.push(findingAt('future-date', 'warning', line, span, { date: value, today }));
  }
  return found;
}

/** Words that are no priority; a sign always is one. */
function priority(line: Line, { fields }: TaskLine): Finding[] {
  return fields.flatMap(({ name, value, span }) =>
    name !== 'priority' || priorities.some((one) => one === value.toLowerCase())
      ? []
      : [findingAt('unknown-priority', 'warning', line, span, { priority: value })],
  );
}

// Behind ✅ the done dates are reported above.
const otherDate = /([❌📅📆🗓⏳⌛🛫➕])\uFE0F?[ \t]*(\d{1,4}[./-]\d{1,2}[./-]\d{1,4})(?!\d)/gu;

/** Days behind the signs of other fields in a form that is no field: nothing reads them. */
function inOtherForm(text: string, line: Line, { content }: TaskLine['head']): Finding[] {
  const body = text.slice(content, line.end);
  return [...body.matchAll(otherDate)].slice(0, mostDates).flatMap((match) => {
    const [whole, field, date] = match as unknown as [string, string, string];
    if (isoDate.test(date) || otherForm(date) === null) return [];
    const start = content + match.index;
    return [findingAt('invalid-date', 'warning', line, { start, end: start + whole.length }, { date, field })];
  });
}

const dateNames: ReadonlySet<string> = new Set(['completion', 'cancelled', 'start', 'created', 'scheduled', 'due']);

function nameOf(text: string, { form, name, span }: Field): string {
  return form === 'emoji' ? (/^\S*?(?=[\uFE0F\s\d])/.exec(text.slice(span.start, span.end))?.[0] ?? name) : name;
}

const idField = /🆔\uFE0F?[ \t]*(\S*)/gu;
const usableId = /^[A-Za-z0-9_-]+$/;

/** What is where an id belongs and cannot be one: ticks would follow the title instead, or nothing. */
function ids(text: string, line: Line, item: TaskLine): Finding[] {
  const found: Finding[] = [];
  const body = text.slice(item.head.content, line.end);
  for (const match of body.includes('🆔') ? body.matchAll(idField) : []) {
    const [whole, id] = match as unknown as [string, string];
    // In code somebody explains the sign.
    if (usableId.test(id) || isInCode(body, match.index)) continue;
    const start = item.head.content + match.index;
    const span = { start, end: start + whole.trimEnd().length };
    found.push(findingAt('bad-id', 'error', line, span, { text: id }));
  }
  for (const { name, form, value, span } of item.fields)
    if (name === 'id' && form === 'dataview' && !usableId.test(value))
      found.push(findingAt('bad-id', 'error', line, span, { text: value }));
  return found;
}

/** Behind an odd number of backticks; exact enough to leave explanations alone. */
function isInCode(body: string, at: number): boolean {
  let ticks = 0;
  for (let i = body.indexOf('`'); i >= 0 && i < at; i = body.indexOf('`', i + 1)) ticks++;
  return ticks % 2 === 1;
}
