// ProgressText: the Markdown of a progress file, read by the same code as any other note (FORMATS P2).
import { type LabLine, labIdIn } from '../../model/lab-line.ts';
import type { Tick } from '../../model/overlay.ts';
import type { TopicId, TopicNote } from '../../model/roadmap.ts';
import type { Source } from '../../text/source.ts';
import type { Conflict } from '../markdown/conflicts.ts';
import { countedLines } from '../markdown/counted-lines.ts';
import { isLookAlike } from '../markdown/syntax/box-mark.ts';
import { readWholeItem } from '../markdown/syntax/continuation.ts';
import { readable } from '../markdown/syntax/inline.ts';
import type { Line } from '../markdown/syntax/lines.ts';
import { noteIn } from '../markdown/syntax/note-line.ts';
import { splitNumber } from '../markdown/syntax/numbering.ts';
import { completionDay, fieldValue, minutesSpent, readTaskLine } from '../markdown/syntax/task-line.ts';

export interface ProgressText {
  readonly source: Source;
  readonly ticks: readonly Tick[];
  /** Lines of labs, `lab:ID`: they belong to no topic and are in no count (FORMATS P7). */
  readonly labs: readonly LabLine[];
  readonly headings: readonly ProgressHeading[];
  /** Lines of plain text without a blank line before them: they run on what is above. */
  readonly running: ReadonlySet<number>;
  /** The note lines below each tick, by the tick's line. */
  readonly notesBelow: ReadonlyMap<number, readonly number[]>;
  /** Both sides of each are read. */
  readonly conflicts: readonly Conflict[];
}

export interface ProgressHeading {
  /** Without its number. */
  readonly title: string;
  readonly depth: number;
  readonly line: number;
}

// Ids of a YAML roadmap may hold more than those of task lines: `4.10`, `traffic.split` and `what?`.
const writtenId = /🆔\uFE0F?[ \t]*(\S+)/u;

/** Where a line has its id: as it is written there, and without the punctuation behind it. */
export function idIn(line: string): { index: number; whole: string; id: TopicId; bare: TopicId | null } | null {
  const found = writtenId.exec(line);
  if (found === null) return null;
  const [whole, id] = found as unknown as [string, string];
  let end = id.length;
  while (end > 0 && ',.;:!?'.includes(id.charAt(end - 1))) end--;
  return { index: found.index, whole, id, bare: end === 0 ? null : id.slice(0, end) };
}
const addressBefore = /^[Pp]?\d+(?:\.\d+)*\s+(?=\S)/;

/** Every task line is a tick or that of a lab, wherever it is; `bodyStart` is the offset behind the front matter. Never throws. */
export function readProgress(source: Source, bodyStart: number): ProgressText {
  const ticks: MutableTick[] = [];
  const labs: LabLine[] = [];
  /** The ticks that a line below may be under, the innermost last. */
  const open: { readonly indent: number; readonly tick: MutableTick }[] = [];
  const headings: ProgressHeading[] = [];
  const running = new Set<number>();
  const notesBelow = new Map<number, number[]>();
  let section: string | null = null;
  const { lines, conflicts } = countedLines(source, bodyStart);
  for (const line of lines) {
    const raw = source.text.slice(line.content, line.contentEnd);
    if (line.kind === 'heading') {
      open.length = 0;
      const title = headingTitle(raw);
      headings.push({ title, depth: line.depth, line: line.line });
      // The first heading is the roadmap's: below it are the topics without a section.
      section = line.depth === 1 ? null : title;
    } else if (line.kind === 'task') {
      const tick = tickOf(source, line, section);
      // An address or an id is of a topic, whatever its title is.
      const lab = tick.id === null ? labIdIn(tick.written) : null;
      if (lab === null) ticks.push(tick);
      else labs.push({ ...tick, lab });
      while ((open.at(-1)?.indent ?? -1) >= line.indent) open.pop();
      open.push({ indent: line.indent, tick });
    } else if (line.kind === 'note') {
      // Below no line of a topic it belongs to none, and stays where it is.
      while ((open.at(-1)?.indent ?? -1) + 2 > line.indent && open.length > 0) open.pop();
      const note = noteIn(raw);
      const tick = open.at(-1)?.tick;
      if (note === null || tick === undefined) continue;
      tick.noteLines.push(note);
      const known = notesBelow.get(tick.line);
      if (known === undefined) notesBelow.set(tick.line, [line.line]);
      else known.push(line.line);
    } else if (line.kind === 'text' && !line.afterBlank) running.add(line.line);
  }
  return { source, ticks, labs, headings, running, notesBelow, conflicts };
}

function headingTitle(raw: string): string {
  const written = readable(raw);
  return splitNumber(written).title.replace(addressBefore, '') || written;
}

type MutableTick = Tick & { readonly noteLines: TopicNote[] };

function tickOf(source: Source, line: Line, section: string | null): MutableTick {
  const item = readWholeItem(source.text, line.head as NonNullable<Line['head']>, line.start, line.end);
  const { box } = item.head;
  // Typed by hand: beside the x that the program writes it is done all the same.
  const isTyped = box !== null && isLookAlike(source.text.charCodeAt(box.start));
  const status = isTyped ? 'done' : (item.status ?? 'todo');
  const raw = source.text.slice(line.content, line.contentEnd);
  const written = idIn(raw);
  const own = fieldValue(item.fields, 'id');
  // Of an id that holds more than those of task lines the rest would be taken for words of the title.
  const named =
    written === null || written.id === own
      ? item
      : (readTaskLine(raw.replace(written.whole, ''), 0, raw.length - written.whole.length) ?? item);
  const title = readable(named.title);
  const spent = minutesSpent(item.fields);
  return {
    id: written?.bare ?? own,
    ...(written !== null && written.id !== written.bare ? { idWithMarks: written.id } : null),
    title: title.replace(addressBefore, '') || title,
    written: title,
    section,
    status,
    completedOn: status === 'done' ? completionDay(item.fields) : null,
    spent: spent === null ? null : spent / 60,
    noteLines: [],
    line: line.line,
  };
}
