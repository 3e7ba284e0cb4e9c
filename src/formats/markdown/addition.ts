// Addition: the splices that write time and notes of a user's to a topic; nothing else is touched (FORMATS D8).
import { durationText, minutesOf } from '../../dates/duration.ts';
import type { TopicNote } from '../../model/roadmap.ts';
import type { Edit } from '../../text/edit.ts';
import { lineSpan, type Source, type Span } from '../../text/source.ts';
import { insertionPoint, itemAt } from './edit.ts';
import { continuationOf, lineBehind } from './syntax/continuation.ts';
import { readMargin, trimBlanks } from './syntax/list-item.ts';
import { isNoteText, noteText } from './syntax/note-line.ts';
import { type Field, inOrder, isOwnField, type TaskLine, textEnd } from './syntax/task-line.ts';

export interface Added {
  /** Beside those that are written already; null for none. */
  readonly minutes: number | null;
  /** Each one line of text. */
  readonly notes: readonly TopicNote[];
}

export const nothingAdded: Added = { minutes: null, notes: [] };

export const isNothing = ({ minutes, notes }: Added): boolean => minutes === null && notes.length === 0;

/**
 * Edits for the topic on a line, from 1. Those of the time come before the edits of a new state, where both insert at one place, and
 * those of notes behind them. Throws what `itemAt` throws.
 */
export function additionEdits(
  source: Source,
  line: number,
  { minutes, notes }: Added,
): { readonly time: Edit[]; readonly notes: Edit[] } {
  const item = itemAt(source, line);
  return {
    time: minutes === null ? [] : [timeEdit(source, line, item, minutes)],
    notes: notes.length === 0 ? [] : [noteEdit(source.text, lineSpan(source, line), item, notes)],
  };
}

/** What is there already is added up in its place; else the field goes before those of the plugin, which reads them from the end. */
function timeEdit(source: Source, line: number, item: TaskLine, minutes: number): Edit {
  const known = item.fields.find(({ name }) => name === 'spent');
  if (known !== undefined) {
    const { start, end } = known.span;
    const sum = durationText((minutesOf(known.value) ?? 0) + minutes);
    return { span: known.span, text: `${source.text.charAt(start)}spent:: ${sum}${source.text.charAt(end - 1)}` };
  }
  // Before the blanks: they go with a day that is taken away by the same change.
  const first = firstOfPlugin(source.text, item, lineSpan(source, line).end);
  const at = first === null ? insertionPoint(source, line, item) : trimBlanks(source.text, 0, first);
  return { span: { start: at, end: at }, text: ` [spent:: ${durationText(minutes)}]` };
}

/** Where the fields of the plugin begin behind which nothing but fields and tags is; null without any. */
function firstOfPlugin(text: string, item: TaskLine, lineEnd: number): number | null {
  let at = textEnd(text, item.head, lineEnd);
  let first: number | null = null;
  for (const part of [...inOrder(item.fields, item.block)].reverse()) {
    if (part.span.start >= at) continue;
    if (
      text
        .slice(part.span.end, at)
        .replace(/(?:^|\s)#\S+/g, '')
        .trim() !== ''
    )
      break;
    at = part.span.start;
    if (part !== item.block && !isOwnField(part as Field)) first = at;
  }
  return first;
}

/** Behind the lines on which the topic goes on and the notes that it has, before what is below it. */
function noteEdit(text: string, line: Span, item: TaskLine, notes: readonly TopicNote[]): Edit {
  const isHeading = item.head.marker === 'heading';
  const { end, margin: known } = endOfNotes(text, line, isHeading);
  const next = lineBehind(text, end);
  const margin = known ?? (isHeading ? '' : marginBelow(text, line, item, next));
  const eol = lineEndAt(text, end);
  const written = notes.map(({ day, text: words }) => `${eol}${margin}- ${noteText(day, words)}`).join('');
  // Prose directly below a heading would run on in the note.
  const isProse = isHeading && next !== null && /^\s*[^\s#*+-]/.test(text.slice(next.start, next.end));
  return { span: { start: end, end }, text: isProse ? written + eol : written };
}

/** Where the last of these lines ends, and the margin of the last note. */
function endOfNotes(text: string, line: Span, isHeading: boolean): { end: number; margin: string | null } {
  const item = readMargin(text, line.start, line.end);
  let end = isHeading ? line.end : (continuationOf(text, line.start, line.end).at(-1)?.end ?? line.end);
  let margin: string | null = null;
  for (let next = lineBehind(text, end); next !== null; next = lineBehind(text, end)) {
    const below = readMargin(text, next.start, next.end);
    const isBelow = isHeading || (below.quote === item.quote && below.indent >= item.indent + 2);
    if (!isBelow || !below.readHead(text, next.end) || below.box >= 0 || !isNoteText(text, below.content)) break;
    margin = text.slice(next.start, below.at);
    end = continuationOf(text, next.start, next.end).at(-1)?.end ?? next.end;
  }
  return { end, margin };
}

/** The margin of what is below the topic, else that of the topic and what the note indents by. */
function marginBelow(text: string, line: Span, { head }: TaskLine, next: Span | null): string {
  const item = readMargin(text, line.start, line.end);
  if (next !== null) {
    const child = readMargin(text, next.start, next.end);
    const isChild = child.quote === item.quote && child.indent >= item.indent + 2 && child.indent < item.indent + 6;
    if (isChild && child.readHead(text, next.end)) return text.slice(next.start, child.at);
  }
  const own = text.slice(line.start, head.markerSpan.start);
  const width = head.markerSpan.end - head.markerSpan.start + 1;
  let margin = own + (nested.exec(text)?.[1] ?? ' '.repeat(width));
  const isDeeper = (): boolean => readMargin(`${margin}-`, 0, margin.length + 1).indent >= item.indent + 2;
  while (!isDeeper()) margin += ' ';
  return margin;
}

// The first item of a text that is directly below another one and indented under it.
const nested = /^(?:[-*+]|\d{1,9}[.)])[ \t][^\r\n]*(?:\r\n|\n|\r)(\t| {2,4})(?:[-*+]|\d{1,9}[.)])[ \t]/m;

/** The line end at an offset; at the end of the text that of the line before, LF where there is none. */
function lineEndAt(text: string, end: number): string {
  const here = /\r\n|\n|\r/y;
  here.lastIndex = end;
  const found = here.exec(text)?.[0];
  if (found !== undefined) return found;
  return /(\r\n|\n|\r)[^\r\n]*$/.exec(text.slice(0, end))?.[1] ?? '\n';
}
