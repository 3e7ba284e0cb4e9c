// Patch: the roadmap after task lines of its note were changed, known from those lines alone, so that the note is not read twice.
import { readWholeLine } from '../formats/markdown/syntax/continuation.ts';
import type { TaskLine } from '../formats/markdown/syntax/task-line.ts';
import { lineState } from '../formats/markdown/topics/line-state.ts';
import { type RowState, tableOf, withStates } from '../model/topic-table.ts';
import type { Edit } from '../text/edit.ts';
import { lineSpan, type Source } from '../text/source.ts';
import type { Loaded } from './load.ts';

/** What was written to the note of a roadmap. */
export interface WrittenNote {
  /** The lines whose topics were changed, from 1. */
  readonly lines: readonly number[];
  /** On the text that was read. */
  readonly edits: readonly Edit[];
  /** As the disk gave them back, and as they read. */
  readonly bytes: Uint8Array;
  readonly source: Source;
}

/**
 * Null where only reading the whole note can tell: the change is not within its lines, or one of them says more than a new state now,
 * or the states of a note depend on each other.
 */
export function patched(before: Loaded, { lines, edits, bytes, source }: WrittenNote): Loaded | null {
  const { note, own, roadmap, files } = before;
  if (note === null || before.progress !== null) return null;
  const table = tableOf(own);
  // The states of table rows were merged in from a progress file.
  if (tableOf(roadmap) !== table || !table.hasOwnStates) return null;
  if (edits.some((edit) => hasLineEnd(edit.text) || hasLineEnd(note.source.text.slice(edit.span.start, edit.span.end))))
    return null;
  const states = new Map<number, RowState>();
  for (const line of lines) {
    const row = rowOfLine(table.line, line);
    const [was, is] = [itemOn(note.source, line), itemOn(source, line)];
    if (row < 0 || was === null || is === null || !isSameTopic(was, is)) return null;
    states.set(row, lineState(is));
  }
  return {
    ...before,
    own: withStates(own, states),
    roadmap: withStates(roadmap, states),
    files: { ...files, held: new Map([...files.held, [note.path, bytes]]) },
    note: { ...note, bytes, decoded: { ...note.decoded, text: source.text }, source },
  };
}

const hasLineEnd = (text: string): boolean => text.includes('\n') || text.includes('\r');

/** The row of the topic on a line, among lines in ascending order; -1 without one. */
function rowOfLine(lines: Uint32Array, line: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = lines[middle] as number;
    if (at === line) return middle;
    if (at < line) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function itemOn(source: Source, line: number): TaskLine | null {
  const { start, end } = lineSpan(source, line);
  return readWholeLine(source.text, start, end);
}

/** Whether two readings of a line differ in the state alone. A bullet without a box gets one together with others (FORMATS D6). */
function isSameTopic(was: TaskLine, is: TaskLine): boolean {
  const rest = ({ head, title, tags, block, fields }: TaskLine): unknown[] => [
    ...[head.box === null, head.marker, title, tags, block?.name],
    ...fields.flatMap(({ name, value }) => (name === 'completion' || name === 'cancelled' ? [] : [name, value])),
  ];
  return was.head.box !== null && JSON.stringify(rest(was)) === JSON.stringify(rest(is));
}
