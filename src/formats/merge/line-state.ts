// LineState: the box of a list item and its days, apart from its words, and what becomes of three of them (FORMATS M2).
import type { CalendarDate } from '../../dates/calendar-date.ts';
import { parseCalendarDate } from '../../dates/calendar-date.ts';
import type { Status } from '../../model/roadmap.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { statusOfMark } from '../markdown/syntax/box-mark.ts';
import { completionDay, type Field, fieldValue, readTaskLine, type TaskLine } from '../markdown/syntax/task-line.ts';

export interface LineState {
  /** The character in the box; null where there is no box. */
  readonly mark: string | null;
  readonly status: Status | null;
  /** Of what is done or skipped, where the line has one that exists. */
  readonly day: CalendarDate | null;
  /** The fields of ✅ and ❌ as they are written, with the blanks before them, in the order of the line. */
  readonly fields: readonly { readonly name: Field['name']; readonly blanks: string; readonly text: string }[];
}

const rank: { readonly [status in Status]: number } = { done: 4, skipped: 3, doing: 2, todo: 1 };
const isState = ({ name }: Field): boolean => name === 'completion' || name === 'cancelled';
const isBlank = (code: number): boolean => code === 32 || code === 9;

/** The state of an item, and its words: the line in a form in which box and days make no difference. */
export function splitItem(
  text: string,
  item: TaskLine,
  start: number,
  end: number,
): { state: LineState; words: string } {
  const { head } = item;
  const fields: { name: Field['name']; blanks: string; text: string }[] = [];
  let rest = '';
  let at = head.content;
  for (const field of item.fields) {
    if (!isState(field) || field.span.start < at) continue;
    const from = Math.max(at, blanksBefore(text, field, head.content));
    fields.push({
      name: field.name,
      blanks: text.slice(from, field.span.start),
      text: text.slice(field.span.start, field.span.end),
    });
    rest += text.slice(at, from);
    at = field.span.end;
    // Before the first word the blanks behind the field go with it.
    if (rest === '') while (at < end && isBlank(text.charCodeAt(at))) at++;
  }
  rest += text.slice(at, end);
  // The first tick of a section turns typographic bullets into dashes (FORMATS D6).
  const marker = head.marker === 'typographic' ? '-' : text.slice(head.markerSpan.start, head.markerSpan.end);
  const mark = head.box === null ? null : text.slice(head.box.start, head.box.end);
  const status = mark === null ? null : statusOfMark(mark.charCodeAt(0), '');
  return {
    state: { mark, status, day: dayOf(item, status), fields },
    words: `${text.slice(start, head.markerSpan.start)}${marker} ${rest}`,
  };
}

function dayOf({ fields }: TaskLine, status: Status | null): CalendarDate | null {
  if (status === 'done') return completionDay(fields);
  const value = status === 'skipped' ? fieldValue(fields, 'cancelled') : null;
  return value === null ? null : parseCalendarDate(value);
}

/** Where the white space begins that `done` writes before a field: one blank, or two before the Dataview form. */
function blanksBefore(text: string, field: Field, least: number): number {
  let { start } = field.span;
  for (let left = field.form === 'dataview' ? 2 : 1; left > 0 && start > least; left--) {
    if (!isBlank(text.charCodeAt(start - 1))) break;
    start--;
  }
  return start;
}

const textOf = ({ mark, fields }: LineState): string => `${mark}\n${fields.map(({ text }) => text).join('\n')}`;

export function isSameText(a: LineState, b: LineState): boolean {
  return a === b || textOf(a) === textOf(b);
}

/** Whether both mean the same: status and day, and of open items the character, which may mean something to its author. */
export function isSameState(a: LineState, b: LineState): boolean {
  return a.status === b.status && a.day === b.day && (a.status !== 'todo' || a.mark === b.mark);
}

/** Of two states that are both new: done beats skipped beats doing beats todo, then the earliest day wins. What is left is
 * decided by the letters, so that the order of the two makes no difference. */
export function strongest(a: LineState, b: LineState): LineState {
  const byRank = (b.status === null ? 0 : rank[b.status]) - (a.status === null ? 0 : rank[a.status]);
  if (byRank !== 0) return byRank > 0 ? b : a;
  if (a.day !== b.day) {
    if (a.day === null || b.day === null) return a.day === null ? b : a;
    return a.day < b.day ? a : b;
  }
  const [first, second] = [textOf(a), textOf(b)];
  if (first.length !== second.length) return first.length > second.length ? a : b;
  return first >= second ? a : b;
}

/** What only one side changed is taken from it, a reopened topic as well; of what both changed the stronger. Always one of the three. */
export function mergedState(base: LineState, ours: LineState, theirs: LineState): LineState {
  const isOurs = !isSameState(base, ours);
  const isTheirs = !isSameState(base, theirs);
  if (isOurs !== isTheirs) return isOurs ? ours : theirs;
  if (isOurs) return strongest(ours, theirs);
  if (isSameText(base, ours)) return theirs;
  return isSameText(base, theirs) ? ours : strongest(ours, theirs);
}

/** The same line in another state: words, marker and all other fields stay as they are. */
export function withState(line: string, state: LineState): string {
  const item = readTaskLine(line, 0, line.length);
  if (item === null) return line;
  const { head } = item;
  const edits: Edit[] = [];
  const content = { start: head.content, end: head.content };
  if (state.mark === null) {
    if (head.box !== null) edits.push({ span: { start: head.box.start - 1, end: head.content }, text: '' });
  } else if (head.box !== null) edits.push({ span: head.box, text: state.mark });
  else if (head.marker === 'typographic')
    edits.push({ span: { start: head.markerSpan.start, end: head.content }, text: `- [${state.mark}] ` });
  else edits.push({ span: content, text: `${head.content === head.markerSpan.end ? ' ' : ''}[${state.mark}] ` });

  const own = item.fields.filter(isState);
  if (own.length === state.fields.length && own.every(({ name }, index) => name === state.fields[index]?.name))
    own.forEach(({ span }, index) => {
      edits.push({ span, text: state.fields[index]?.text ?? '' });
    });
  else {
    let least = head.content;
    for (const field of own) {
      const start = Math.max(least, blanksBefore(line, field, head.content));
      let { end } = field.span;
      if (start === head.content) while (isBlank(line.charCodeAt(end))) end++;
      edits.push({ span: { start, end }, text: '' });
      least = end;
    }
    const at = item.block?.span.start ?? Math.max(line.trimEnd().length, head.box === null ? head.content : 0);
    edits.push({
      span: { start: at, end: at },
      text: state.fields.map(({ blanks, text }) => (blanks || ' ') + text).join(''),
    });
  }
  return applyEdits(line, edits);
}
