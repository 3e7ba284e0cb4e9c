// TaskLine: one task line with every part of it and the part's span, as the Obsidian Tasks plugin writes them.
import { type CalendarDate, parseCalendarDate } from '../../../dates/calendar-date.ts';
import { minutesOf } from '../../../dates/duration.ts';
import { planFields, type Status } from '../../../model/roadmap.ts';
import type { Span } from '../../../text/source.ts';
import { isNamedMark, statusOfMark } from './box-mark.ts';
import { type ItemHead, isBlank, readHeadingHead, readItemHead, trimBlanks } from './list-item.ts';
import { isNoteText } from './note-line.ts';

const ownFields = ['level', 'hours', 'spent'] as const;
/** The fields of FORMATS, Dates. */
const fieldNames = [...planFields, 'id', 'dependsOn', ...ownFields] as const;
export type FieldName = (typeof fieldNames)[number];

/** Whether the Obsidian Tasks plugin does not know a field: it tells nothing of the form in which others are written. */
export const isOwnField = ({ name }: Pick<Field, 'name'>): boolean => ownFields.some((own) => own === name);

export interface Field {
  readonly name: FieldName;
  /** Emoji form or the bracketed Dataview form. */
  readonly form: 'emoji' | 'dataview';
  /** The whole field without the white space around it. */
  readonly span: Span;
  readonly value: string;
}

export interface TaskLine {
  readonly head: ItemHead;
  /** Null on a list item without a box. */
  readonly status: Status | null;
  /** Fields in the order of the line. */
  readonly fields: readonly Field[];
  /** `#tag` without the `#`, in the order of the line. */
  readonly tags: readonly string[];
  /** ` ^block-id` at the end, or with nothing but fields behind it: its name and its span with the white space before it. */
  readonly block: { readonly name: string; readonly span: Span } | null;
  /** What remains for people to read, as pieces of the line. */
  readonly title: string;
}

/** What a sign of the emoji form begins: the value behind it, or the value that it means. */
interface FieldSign {
  readonly name: FieldName;
  readonly value: RegExp;
  readonly fixed?: string;
}

// A date need not exist to be a date field: `✅ 2025-02-30` is reported, not read as text (FORMATS D1).
const date = /\uFE0F?[ \t]*(\d{4}-\d{2}-\d{2})(?!\d)/y;
const bare = /\uFE0F?/y;
const signs: { readonly [sign: string]: FieldSign } = {
  '✅': { name: 'completion', value: date },
  '❌': { name: 'cancelled', value: date },
  '🛫': { name: 'start', value: date },
  '➕': { name: 'created', value: date },
  '⏳': { name: 'scheduled', value: date },
  '⌛': { name: 'scheduled', value: date },
  '📅': { name: 'due', value: date },
  '📆': { name: 'due', value: date },
  '🗓': { name: 'due', value: date },
  '🔺': { name: 'priority', value: bare, fixed: 'highest' },
  '⏫': { name: 'priority', value: bare, fixed: 'high' },
  '🔼': { name: 'priority', value: bare, fixed: 'medium' },
  '🔽': { name: 'priority', value: bare, fixed: 'low' },
  '⏬': { name: 'priority', value: bare, fixed: 'lowest' },
  '🆔': { name: 'id', value: /\uFE0F?[ \t]*([A-Za-z0-9_-]+)/y },
  '⛔': { name: 'dependsOn', value: /\uFE0F?[ \t]*([A-Za-z0-9_-]+(?:[ \t]*,[ \t]*[A-Za-z0-9_-]+)*)/y },
  '🔁': { name: 'repeat', value: /\uFE0F?[ \t]*([A-Za-z0-9, !]+)/y },
  '🏁': { name: 'onCompletion', value: /\uFE0F?[ \t]*([A-Za-z]+)/y },
};
export const anySign = new RegExp(Object.keys(signs).join('|'), 'g');
const dataviewNames: ReadonlyMap<string, FieldName> = new Map(fieldNames.map((name) => [name.toLowerCase(), name]));

/** A field by the first sign that means it; empty where none does. */
export function emojiField(name: FieldName, value: string): string {
  for (const [sign, { name: meant, fixed }] of Object.entries(signs))
    if (meant === name && (fixed ?? value) === value) return fixed === undefined ? `${sign} ${value}` : sign;
  return '';
}

// Names and values are short and hold no bracket of their own: otherwise a line of nothing but openings would be searched
// from each of them to its end.
const dataviewStart = /[[(]([A-Za-z]{1,20})[ \t]{0,9}::[ \t]{0,9}/g;
const inBrackets = /([^[\]]{0,200})\]/y;
const inParentheses = /([^()]{0,200})\)/y;
const hashTag = /(^|\s)#([^\s!@#$%^&*(),.?":{}|<>[\]`]+)/g;
const lastTag = /^#([^\s!@#$%^&*(),.?":{}|<>[\]`]+)$/;
const blockName = /^\^([A-Za-z0-9-]+)$/;
/** What a field, a tag or a block id can begin with, and a wiki link. */
const firstUnits = Object.keys(signs).map((sign) => sign.charAt(0));
const opening = new RegExp(String.raw`[#^${[...new Set(firstUnits)].join('')}]|:(?=:)|\[(?=\[)`, 'g');

/** Whether the text of an item is a title and nothing else: no field, tag or block id, and no wiki link. */
export const isPlainTitle = (text: string): boolean => new TitleOpenings(text).isPlain(0, text.length);

/** The same of one piece of a text after another, in one pass over the text. */
export class TitleOpenings {
  private readonly text: string;
  /** There is no opening between these two. */
  private from = 0;
  private to = -1;

  constructor(text: string) {
    this.text = text;
  }

  isPlain(start: number, end: number): boolean {
    if (start < this.from || start > this.to) {
      this.from = opening.lastIndex = start;
      this.to = opening.test(this.text) ? opening.lastIndex - 1 : this.text.length;
    }
    return this.to >= end;
  }
}

const noFields: readonly Field[] = Object.freeze([]);
const noTags: readonly string[] = Object.freeze([]);

/** The item on the line `[start, end)`, a heading with a box too; null for any other line. `end` is without the line end. */
export function readTaskLine(text: string, start: number, end: number): TaskLine | null {
  const head = readItemHead(text, start, end) ?? boxedHeading(text, start, end);
  return head === null ? null : readItem(text, head, textEnd(text, head, end));
}

/** The head of a heading whose box has a mark that is known (FORMATS T12); null for any other line. */
export function boxedHeading(text: string, start: number, end: number): ItemHead | null {
  const head = readHeadingHead(text, start, end);
  return head?.box && isNamedMark(text.charCodeAt(head.box.start)) ? head : null;
}

/** Where the text of an item may end: before the closing `#` of a heading. */
export function textEnd(text: string, head: ItemHead, end: number): number {
  if (head.marker !== 'heading') return end;
  const closing = /(?:^|[ \t])#+[ \t]*$/.exec(text.slice(head.content, end));
  return closing === null ? end : head.content + closing.index;
}

// A line longer than this is read at its two ends: what is there is what people see and what D2 writes.
const longest = 100_000;

/** The parts of an item whose head is known. */
export function readItem(text: string, head: ItemHead, end: number): TaskLine {
  if (end - head.content > longest) return readEnds(text, head, end);
  const status = head.box === null ? null : statusOfMark(text.charCodeAt(head.box.start), text);
  const body = text.slice(head.content, end);
  const isNote = head.box === null && isNoteText(text, head.content);
  if (isNote || isPlainTitle(body))
    return { head, status, fields: noFields, tags: noTags, block: null, title: body.trim() };
  const dated = readDated(body, head);
  if (dated !== null) return { head, status, fields: [dated.field], tags: noTags, block: null, title: dated.title };

  const fields = readFields(body, head.content);
  const block = readBlock(body, head.content, fields);
  const { title, tags } = withoutFields(body, head.content, fields, block);
  return { head, status, fields, tags, block, title };
}

/** A title and ` ✅ 2026-01-02` at its end, which most done lines are: read without asking for every other field. */
function readDated(body: string, { content }: ItemHead): { field: Field; title: string } | null {
  const start = body.length - 12;
  if (start < 1 || body.charCodeAt(start) !== 0x2705 || body.charCodeAt(start + 1) !== 32) return null;
  const value = body.slice(start + 2);
  const before = body.slice(0, start);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isPlainTitle(before)) return null;
  const span = { start: content + start, end: content + body.length };
  return { field: { name: 'completion', form: 'emoji', span, value }, title: before.trim() };
}

function readEnds(text: string, head: ItemHead, end: number): TaskLine {
  const half = head.content + longest / 2;
  const first = readItem(text, head, half);
  const stop = text.slice(0, end).trimEnd().length;
  if (stop <= half) return first;
  const from = Math.max(half, stop - longest / 2);
  const tail = text.slice(from, stop);
  const fields = readFields(tail, from);
  return { ...first, fields: [...first.fields, ...fields], block: readBlock(tail, from, fields) };
}

/**
 * ` ^block-id` as the last word of the line, but for fields: other programs write theirs behind it, and when one is taken
 * away again the line must not get another identity.
 */
export function readBlock(body: string, offset: number, fields: readonly Field[]): TaskLine['block'] {
  let text = body.trimEnd();
  for (let last = fields.length - 1; last >= 0; last--) {
    const { start, end } = (fields[last] as Field).span;
    if (end - offset !== text.length) break;
    text = text.slice(0, start - offset).trimEnd();
  }
  const start = text.lastIndexOf('^');
  const name = start < 0 ? undefined : blockName.exec(text.slice(start))?.[1];
  if (name === undefined || start === 0 || !isBlank(text.charCodeAt(start - 1))) return null;
  return { name, span: { start: offset + trimBlanks(text, 0, start), end: offset + text.length } };
}

/** The fields of a text; `offset` is where the text begins in the file. Inline code hides nothing: the plugin reads it too. */
export function readFields(body: string, offset: number): Field[] {
  const fields = emojiFields(body, offset);
  if (body.includes('::')) for (const field of dataviewFields(body, offset)) fields.push(field);
  return fields.sort((a, b) => a.span.start - b.span.start);
}

function emojiFields(body: string, offset: number): Field[] {
  const fields: Field[] = [];
  anySign.lastIndex = 0;
  for (let sign = anySign.exec(body); sign !== null; sign = anySign.exec(body)) {
    const { name, value, fixed } = signs[sign[0]] as FieldSign;
    value.lastIndex = anySign.lastIndex;
    const match = value.exec(body);
    if (match === null) continue;
    const end = sign.index + (sign[0] + match[0]).trimEnd().length;
    const span = { start: offset + sign.index, end: offset + end };
    fields.push({ name, form: 'emoji', span, value: fixed ?? (match[1] as string).trim() });
    anySign.lastIndex = value.lastIndex;
  }
  return fields;
}

function dataviewFields(body: string, offset: number): Field[] {
  const fields: Field[] = [];
  dataviewStart.lastIndex = 0;
  for (let start = dataviewStart.exec(body); start !== null; start = dataviewStart.exec(body)) {
    const rest = start[0].startsWith('[') ? inBrackets : inParentheses;
    rest.lastIndex = dataviewStart.lastIndex;
    const match = rest.exec(body);
    if (match === null) continue;
    dataviewStart.lastIndex = rest.lastIndex;
    const name = dataviewNames.get((start[1] as string).toLowerCase());
    const value = (match[1] as string).trim();
    // What is no number of hours, or no time, is the author's text.
    if (name === undefined || (name === 'hours' && hoursOf(value) === null)) continue;
    if (name === 'spent' && minutesOf(value) === null) continue;
    const span = { start: offset + start.index, end: offset + rest.lastIndex };
    fields.push({ name, form: 'dataview', span, value });
  }
  return fields;
}

/** Fields and the block id in the order of the line. */
export function inOrder(fields: readonly Field[], block: TaskLine['block']): readonly { readonly span: Span }[] {
  return block === null ? fields : [...fields, block].sort((a, b) => a.span.start - b.span.start);
}

/** What is left of a text without its fields and block id; null where it has none. */
export function plainWords(body: string): string | null {
  if (isPlainTitle(body)) return null;
  const fields = readFields(body, 0);
  const block = readBlock(body, 0, fields) ?? soleBlock(body);
  return fields.length === 0 && block === null ? null : withoutFields(body, 0, fields, block).title;
}

/** Whether the text of an item is more than blanks and days on which it was done: no change of its state changes the answer. */
export function hasWords(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  // Most open with a letter, and no field does.
  const isWord = (code > 32 && code < 0xa0 && code !== 40 && code !== 91) || (code > 0xa0 && code < 0x2000);
  if (start < end && isWord) return true;
  const body = text.slice(start, end);
  if (isPlainTitle(body)) return body.trim() !== '';
  let words = '';
  let at = 0;
  for (const { name, span } of readFields(body, 0)) {
    if (name !== 'completion' && name !== 'cancelled') continue;
    words += body.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  return (words + body.slice(at)).trim() !== '';
}

/** `^block-id` as all of a line on which an item goes on. */
function soleBlock(body: string): TaskLine['block'] {
  const name = blockName.exec(body.trim())?.[1];
  return name === undefined ? null : { name, span: { start: 0, end: body.length } };
}

/** The title is the body without fields, block id and the tags at its end; a tag inside a sentence stays readable. */
function withoutFields(
  body: string,
  offset: number,
  fields: readonly Field[],
  block: TaskLine['block'],
): { title: string; tags: readonly string[] } {
  let rest = '';
  let at = 0;
  for (const { span } of inOrder(fields, block)) {
    if (span.start - offset < at) continue;
    rest += `${body.slice(at, span.start - offset).trimEnd()} `;
    at = span.end - offset;
  }
  rest = (rest + body.slice(at)).trim();
  if (!rest.includes('#')) return { title: rest, tags: noTags };
  const tags = Array.from(rest.matchAll(hashTag), (match) => match[2] as string).filter((tag) => !/^\d+$/.test(tag));
  let title = rest;
  // Word by word from the end: a line of tags alone may be long.
  for (;;) {
    const word = lastTag.exec(title.slice(lastWord(title)));
    if (word === null || /^\d+$/.test(word[1] as string)) break;
    title = title.slice(0, title.length - word[0].length).trimEnd();
  }
  return { title, tags };
}

/** Where the last word of a text begins. */
function lastWord(text: string): number {
  let at = text.length;
  while (at > 0 && /\S/.test(text.charAt(at - 1))) at--;
  return at;
}

/** `1.5`, also `1,5`; null for anything else. */
export function hoursOf(value: string): number | null {
  return /^\d{1,6}(?:[.,]\d{1,6})?$/.test(value) ? Number(value.replace(',', '.')) : null;
}

type FieldText = Pick<Field, 'name' | 'value'>;

/** The value of the first field of that name. */
export function fieldValue(fields: readonly FieldText[], name: FieldName): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

/** Minutes of all `[spent:: ]` together; null where there is none. */
export function minutesSpent(fields: readonly FieldText[]): number | null {
  const all = fields.flatMap(({ name, value }) => (name === 'spent' ? (minutesOf(value) ?? []) : []));
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0);
}

/** The first ✅ or `completion` day that exists (FORMATS D1); whether it counts depends on the status. */
export function completionDay(fields: readonly FieldText[]): CalendarDate | null {
  const value = fieldValue(fields, 'completion');
  return value === null ? null : parseCalendarDate(value);
}
