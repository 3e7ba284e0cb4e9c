// StatelessLine: a task line without its box and its days of ✅ and ❌, which is the same before and after any change of state.
import type { Span } from '../../text/source.ts';
import { type Field, readTaskLine, type TaskLine } from './syntax/task-line.ts';

export interface StatelessLine {
  /** Margin, marker, title and all other fields. */
  readonly words: string;
  /** Box and days. */
  readonly state: string;
}

/** `item` as it was read from that line of `text`; it must have a box. */
export function statelessLine(text: string, { start, end }: Span, { head, fields }: TaskLine): StatelessLine {
  const box = head.box as NonNullable<typeof head.box>;
  let words = text.slice(start, box.start);
  let state = text.slice(box.start, box.end);
  let at = box.end;
  for (const field of fields) {
    if (!isDay(field) || field.span.start < at) continue;
    words += text.slice(at, field.span.start).trimEnd();
    state += ` ${field.name} ${field.value}`;
    at = field.span.end;
  }
  return { words: (words + text.slice(at, end)).trimEnd(), state };
}

/** The words of one line without its line end; null for what is no task line. */
export function statelessWords(line: string): string | null {
  const item = readTaskLine(line, 0, line.length);
  if (item === null || item.head.box === null) return null;
  return statelessLine(line, { start: 0, end: line.length }, item).words;
}

const isDay = ({ name }: Field): boolean => name === 'completion' || name === 'cancelled';
