// Continuation: the lines on which an item goes on because an editor has wrapped it, and the fields on them (FORMATS L6).
import { pattern } from '../../../text/pattern.ts';
import { lineSpan, type Source, type Span } from '../../../text/source.ts';
import { signsOf } from '../../words/marks.ts';
import { knownMarks } from './box-mark.ts';
import { type ItemHead, readMargin } from './list-item.ts';
import { plainWords, readBlock, readFields, readItem, readTaskLine, type TaskLine, textEnd } from './task-line.ts';

// What begins something else: a heading, a table, code, HTML, a comment, an underline, a break or a numbered entry.
const otherBlock = /^(?:#|\||```|~~~|<|%%|=+\s*$|(?:[-*_][ \t]*){3}|\d{1,3}(?:\.\d{1,3})+[.)]?[ \t])|[ \t]\|[ \t]/;

// So does a box without a bullet: what is behind it is another topic's.
const otherBox = pattern(String.raw`^(?:\[[${knownMarks}]\uFE0F?\]|[${signsOf('empty', 'ticked')}]\uFE0F?)[ \t]`, 'u');

/**
 * The texts of those lines without their margin, for the item on the line `[start, end)`: each directly below the one before, in
 * the same quote, and indented under the item's marker, or of nothing but fields. Known from the text alone, so that what
 * reads a note and what writes it agree.
 */
export function continuationOf(text: string, start: number, end: number): Span[] {
  const found: Span[] = [];
  const item = readMargin(text, start, end);
  for (let line = lineBehind(text, end); line !== null && found.length < mostLines; line = lineBehind(text, line.end)) {
    const next = readMargin(text, line.start, line.end);
    const { at, indent, quote } = next;
    if (at >= line.end || quote !== item.quote || next.readHead(text, line.end)) break;
    const body = text.slice(at, Math.min(line.end, at + longest));
    if (otherBlock.test(body) || otherBox().test(body)) break;
    if (indent < item.indent + 2 && (plainWords(body) ?? body) !== '') break;
    found.push({ start: at, end: line.end });
  }
  return found;
}

// Nobody wraps to lines that are longer, nor one item to more of them: each of many items would be read to the end of the text.
const longest = 2000;
const mostLines = 50;

/** The item on the line `[start, end)` with the fields of the lines on which it goes on; its own come first. */
export function readWholeItem(text: string, head: ItemHead, start: number, end: number): TaskLine {
  return continued(text, readItem(text, head, textEnd(text, head, end)), start, end);
}

/** The same for a line that may be no list item; null then. */
export function readWholeLine(text: string, start: number, end: number): TaskLine | null {
  const item = readTaskLine(text, start, end);
  return item === null ? null : continued(text, item, start, end);
}

/** The fields of an item by its line; none where that is no item. */
export function fieldsAt(source: Source, line: number): TaskLine['fields'] {
  const { start, end } = lineSpan(source, line);
  return readWholeLine(source.text, start, end)?.fields ?? [];
}

function continued(text: string, item: TaskLine, start: number, end: number): TaskLine {
  const { marker, markerSpan } = item.head;
  // What is an item without a marker of Markdown's is one of lines that are all items.
  const isMade = markerSpan.start === markerSpan.end;
  const lines = marker === 'heading' || isMade ? [] : continuationOf(text, start, end);
  if (lines.length === 0) return item;
  const fields = [...item.fields];
  let { block } = item;
  for (const line of lines) {
    const body = text.slice(line.start, Math.min(line.end, line.start + longest));
    const own = readFields(body, line.start);
    // Of two ids the first counts, in whatever form it is written.
    fields.push(...(block === null ? own : own.filter(({ name }) => name !== 'id')));
    block ??= readBlock(body, line.start, own);
  }
  return fields.length === item.fields.length && block === item.block ? item : { ...item, fields, block };
}

/** The line behind one that ends at an offset; null at the end of the text, and where no line ends there. */
export function lineBehind(text: string, end: number): Span | null {
  let start = end;
  if (text.charCodeAt(start) === 13) start++;
  if (text.charCodeAt(start) === 10) start++;
  if (start === end || start >= text.length) return null;
  let stop = start;
  while (stop < text.length && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop++;
  return { start, end: stop };
}
