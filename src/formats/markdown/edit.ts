// StatusEdit: the splices that give task lines another status; nothing else on the line is touched (FORMATS D2, D3, D6).
import type { CalendarDate } from '../../dates/calendar-date.ts';
import type { Status } from '../../model/roadmap.ts';
import type { Edit } from '../../text/edit.ts';
import { lineSpan, lineText, positionOf, type Source } from '../../text/source.ts';
import { doneMarkIn, isLookAlike, plainMarks } from './syntax/box-mark.ts';
import { readWholeLine } from './syntax/continuation.ts';
import { trimBlanks } from './syntax/list-item.ts';
import { emojiField, type Field, inOrder, isOwnField, type TaskLine, textEnd } from './syntax/task-line.ts';

export interface StatusChange {
  /** From 1. */
  readonly line: number;
  readonly to: Status;
  /** The day that is written for done and skipped; null: none is known, and none is written or taken away. */
  readonly day: CalendarDate | null;
}

const markOf = (text: string, status: Status): string => (status === 'done' ? doneMarkIn(text) : plainMarks[status]);
const dayField = { done: 'completion', skipped: 'cancelled' } as const;

/** Edits for task lines and box-less bullets. A bullet brings the boxes of its whole group (D6), so that totals never change.
 * Throws what `itemAt` throws. */
export function statusEdits(
  source: Source,
  changes: readonly StatusChange[],
  boxGroups: readonly (readonly number[])[],
): Edit[] {
  const edits: Edit[] = [];
  const byLine = new Map(changes.map((change) => [change.line, change]));
  const boxed = new Set<number>();
  for (const group of boxGroups) {
    if (!group.some((line) => byLine.has(line) && itemAt(source, line).head.box === null)) continue;
    for (const line of group) {
      const item = itemAt(source, line);
      if (item.head.box !== null || boxed.has(line)) continue;
      boxed.add(line);
      edits.push(...boxEdits(source, line, item, byLine.get(line)));
    }
  }
  for (const change of changes) if (!boxed.has(change.line)) edits.push(...lineEdits(source, change));
  return edits;
}

/**
 * The list item, or the heading with a box, on a line; lines count from 1. Throws a `RangeError` for any other line, which only a bug of
 * this program asks for.
 */
export function itemAt(source: Source, line: number): TaskLine {
  const { start, end } = lineSpan(source, line);
  const item = readWholeLine(source.text, start, end);
  if (item === null) throw new RangeError(`line ${line} is no list item`);
  return item;
}

/** `• text` → `- [ ] text`; other markers stay and only get a box. */
function boxEdits(source: Source, line: number, item: TaskLine, change: StatusChange | undefined): Edit[] {
  const { head } = item;
  const to = change?.to ?? 'todo';
  const box = `[${markOf(source.text, to)}] `;
  const edits: Edit[] = [];
  if (head.marker === 'typographic')
    edits.push({ span: { start: head.markerSpan.start, end: head.content }, text: `- ${box}` });
  else
    edits.push({
      span: { start: head.content, end: head.content },
      text: head.content === head.markerSpan.end ? ` ${box}` : box,
    });
  if (change !== undefined) edits.push(...dayEdits(source, line, item, change));
  return edits;
}

function lineEdits(source: Source, change: StatusChange): Edit[] {
  const item = itemAt(source, change.line);
  if (item.head.box === null) return boxEdits(source, change.line, item, change);
  const edits: Edit[] = [];
  // Whether a look-alike is done depends on the other boxes; an open box has none.
  const isOpen = item.status === 'todo' && !isLookAlike(source.text.charCodeAt(item.head.box.start));
  if (change.to === 'todo' ? !isOpen : item.status !== change.to)
    edits.push({ span: item.head.box, text: markOf(source.text, change.to) });
  edits.push(...dayEdits(source, change.line, item, change));
  return edits;
}

/** Writes the day of the new status, takes away the day of the old one. */
function dayEdits(source: Source, line: number, item: TaskLine, change: StatusChange): Edit[] {
  const edits: Edit[] = [];
  const own = change.to === 'done' || change.to === 'skipped' ? dayField[change.to] : null;
  const gone: Field[] = [];
  let written = false;
  for (const field of item.fields) {
    if (field.name !== 'completion' && field.name !== 'cancelled') continue;
    if (field.name === own && !written) {
      written = true;
      if (change.day === null) continue;
      const text = fieldText(field.form, own, change.day);
      if (source.text.slice(field.span.start, field.span.end) !== text) edits.push({ span: field.span, text });
    } else if (field.name === own) {
      // A second day of the same kind is the author's; the first is the one that counts (D1).
    } else if (field.form === 'dataview' || isAtEnd(source, item, field)) gone.push(field);
  }
  edits.push(...removals(source, line, gone));
  if (own !== null && !written && change.day !== null) {
    const at = insertionPoint(source, line, item);
    const form = usesDataview(item.fields) ? 'dataview' : 'emoji';
    edits.push({
      span: { start: at, end: at },
      text: `${form === 'dataview' ? '  ' : ' '}${fieldText(form, own, change.day)}`,
    });
  }
  return edits;
}

/** Whether only fields, tags and a block id follow: a ✅ inside the sentence is the author's words to the plugin, which leaves it. */
function isAtEnd(source: Source, item: TaskLine, field: Field): boolean {
  const { text } = source;
  let at = field.span.end;
  const end = textEnd(text, item.head, lineSpan(source, positionOf(source, at).line).end);
  let rest = '';
  for (const { span } of inOrder(item.fields, item.block)) {
    if (span.start < at || span.start >= end) continue;
    rest += text.slice(at, span.start);
    at = span.end;
  }
  rest += text.slice(at, end);
  return rest.replace(/(?:^|\s)#\S+/g, '').trim() === '';
}

function fieldText(form: Field['form'], name: Field['name'], day: CalendarDate): string {
  return form === 'emoji' ? emojiField(name, day) : `[${name}:: ${day}]`;
}

/** A line whose fields are all in the Dataview form goes on in it; fields of our own have no other. */
function usesDataview(fields: readonly Field[]): boolean {
  const plugins = fields.filter((field) => !isOwnField(field));
  return plugins.length > 0 && plugins.every((field) => field.form === 'dataview');
}

/** Behind the last visible character, or before ` ^block-id`; trailing white space stays where it is (D2). */
export function insertionPoint(source: Source, line: number, item: TaskLine): number {
  const { start, end: lineEnd } = lineSpan(source, line);
  const end = textEnd(source.text, item.head, lineEnd);
  if (item.block !== null && item.block.span.start < end) return item.block.span.start;
  // Behind an empty bullet there is nothing to trim: its box and its day must not cross.
  const least = item.head.box === null ? item.head.content : start;
  let at = end;
  while (at > least && /\s/.test(source.text.charAt(at - 1))) at--;
  return at;
}

/**
 * Takes fields of the item on a line away. A line on which it goes on and that has nothing else goes with them: as a blank line it
 * would part the item from what is behind it.
 */
function removals(source: Source, item: number, fields: readonly Field[]): Edit[] {
  /** What is left of each line on which the item goes on. */
  const lines = new Map<number, string>();
  const lineOf = ({ span }: Field): number => positionOf(source, span.start).line;
  for (const field of fields) {
    const line = lineOf(field);
    const words = lines.get(line) ?? lineText(source, line);
    if (line > item) lines.set(line, words.replace(source.text.slice(field.span.start, field.span.end), ''));
  }
  const isEmpty = (line: number): boolean => /^[\s>]*$/.test(lines.get(line) ?? 'x');
  return [
    ...fields.filter((field) => !isEmpty(lineOf(field))).map((field) => removal(source.text, field)),
    ...[...lines.keys()].filter(isEmpty).map((line): Edit => {
      return { span: { start: lineSpan(source, line - 1).end, end: lineSpan(source, line).end }, text: '' };
    }),
  ];
}

/**
 * Takes the field away with the white space that D2 wrote before it: one blank, or two before the Dataview form. Words
 * right behind it must not grow together with those before it: `🆔 a [completion:: 2026-11-20]b`.
 */
function removal(text: string, field: Field): Edit {
  const { end } = field.span;
  const { start } = field.span;
  if (end < text.length && !/\s/.test(text.charAt(end)))
    return { span: field.span, text: /\s/.test(text.charAt(start - 1)) ? '' : ' ' };
  const most = field.form === 'dataview' ? 2 : 1;
  return { span: { start: trimBlanks(text, start - most, start), end }, text: '' };
}
