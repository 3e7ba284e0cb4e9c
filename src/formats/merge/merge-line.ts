// MergeLine: one line of a text that is merged: as it is written, and for list items its words and state apart.
import { labIdIn } from '../../model/lab-line.ts';
import { pattern } from '../../text/pattern.ts';
import { toSource } from '../../text/source.ts';
import { frontMatterSpan } from '../frontmatter.ts';
import { scanLines } from '../markdown/syntax/lines.ts';
import { fieldValue, readItem } from '../markdown/syntax/task-line.ts';
import { idIn } from '../progress/read.ts';
import { type LineState, splitItem } from './line-state.ts';

export interface MergeLine {
  /** Without its line end. */
  readonly text: string;
  /** LF, CRLF or CR; empty on a last line without one. */
  readonly eol: string;
  /** The line as the comparison sees it: of list items the words without box and days, otherwise the text. */
  readonly words: string;
  /** Of list items, and of nothing in code, comments and front matter. */
  readonly item: MergeItem | null;
  readonly isHeading: boolean;
  /** A user's note below a topic: text, whatever marks are in it (FORMATS D8). */
  readonly isNote: boolean;
}

export interface MergeItem {
  readonly state: LineState;
  /** `🆔 x` or `^x`, as a key. */
  readonly id: string | null;
  /** The words for people, to find a line again that was edited. */
  readonly title: string;
}

// A title is compared by its beginning: what follows tells two lines apart no better.
const longestTitle = 300;

/** All lines of a text without byte-order mark. */
export function mergeLines(text: string): MergeLine[] {
  const source = toSource(text);
  const { lineStarts } = source;
  const body = frontMatterSpan(text)?.body.start ?? 0;
  const items = new Map<number, MergeItem & { readonly words: string }>();
  const headings = new Set<number>();
  const notes = new Set<number>();
  for (const line of scanLines(source, body)) {
    if (line.kind === 'heading') headings.add(line.line);
    if (line.kind === 'note') notes.add(line.line);
    if (line.head === null || line.kind === 'heading' || line.kind === 'note') continue;
    const item = readItem(text, line.head, line.end);
    const { state, words } = splitItem(text, item, line.start, line.end);
    const found = idIn(text.slice(line.head.content, line.end));
    const written = found?.bare ?? found?.id ?? fieldValue(item.fields, 'id');
    const lab = labIdIn(item.title.trim());
    const key = written ?? (lab === null ? null : item.title.trim());
    const id = key !== null ? `id ${key}` : item.block === null ? null : `block ${item.block.name}`;
    items.set(line.line, { state, words, id, title: item.title.slice(0, longestTitle) });
  }
  const lines: MergeLine[] = [];
  for (let index = 0; index < lineStarts.length; index++) {
    const start = lineStarts[index] as number;
    const next = lineStarts[index + 1] ?? text.length;
    if (start === next && index > 0) break;
    let end = next;
    if (index + 1 < lineStarts.length) {
      if (text.charCodeAt(end - 1) === 10) end--;
      if (end > start && text.charCodeAt(end - 1) === 13) end--;
    }
    const written = text.slice(start, end);
    const item = items.get(index + 1) ?? null;
    lines.push({
      text: written,
      eol: text.slice(end, next),
      // A list item in code is no list item: the two never compare as equal by their words.
      words: item === null ? `\n${written}` : item.words,
      item,
      isHeading: headings.has(index + 1),
      isNote: notes.has(index + 1),
    });
  }
  return text === '' ? [] : lines;
}

const wordCharacter = pattern(String.raw`[\p{L}\p{N}]`, 'u');

/** Whether the line says anything: blank lines and rules are alike everywhere in a text. */
export function saysSomething({ text }: MergeLine): boolean {
  return wordCharacter().test(text);
}
