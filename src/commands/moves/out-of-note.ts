// OutOfNote: the move of ticks from the note to a file: its boxes are opened, because a tick has one place.

import type { CalendarDate } from '../../dates/calendar-date.ts';
import { UserError } from '../../errors.ts';
import { type StatusChange, statusEdits } from '../../formats/markdown/edit.ts';
import { progressIn, withOrphans, withoutTicks } from '../../formats/progress/clear.ts';
import { readHead } from '../../formats/progress/head.ts';
import { labsToMove, withLabs } from '../../formats/progress/labs.ts';
import type { TopicChange } from '../../formats/progress/tick-line.ts';
import { overlay, tickOf, winningTick } from '../../model/overlay.ts';
import type { Status, Topic } from '../../model/roadmap.ts';
import { topicsById } from '../../model/tree.ts';
import { newStep } from '../../store/undo/step.ts';
import { applyEdits, type Edit } from '../../text/edit.ts';
import { lineText, type Source, toSource } from '../../text/source.ts';
import { readAgain } from '../load.ts';
import type { ProgressNote } from '../progress-note.ts';
import type { Note } from '../roadmap-file.ts';
import {
  cancelledDay,
  isSame,
  isSameStates,
  leave,
  noteRewriting,
  type PlannedMove,
  type Present,
  placeFor,
  recorded,
  rewriting,
  ticksIn,
} from './planned-move.ts';

/** Ticks of table rows, which a note has in its progress file, come along. Throws `unmovable`. */
export function outOfNote(present: Present, to: ProgressNote): PlannedMove {
  const { rows, overlaid, home } = present.loaded;
  const note = present.loaded.note as Note;
  const inRows = rows === null ? [] : ticksIn(present, rows.text, overlaid.lines);
  const { text: ticks, ticked, edits } = opened(present, to, { isMoved: () => true, inRows });
  const labs = rows === null || isSame(present, to, rows) ? [] : progressIn(rows.text).labs;
  const { passed, others } = labsToMove(labs);
  const withOthers = others.length === 0 ? ticks : withOrphans(ticks, rows?.text ?? '', others);
  const text = withLabs(withOthers, readHead(withOthers).bodyStart, present.loaded.own, passed, to.path);
  const from = inRows.length + labs.length === 0 ? null : home;
  const rest = from === null ? '' : withoutTicks(from.text, [...[...overlaid.lines.values()].flat(), ...labs]);
  const writes = [
    ...rewriting(to, text),
    ...leave(present, { from, rest, to, place: placeFor(present, to) }),
    ...noteRewriting(note, edits),
  ];
  return { from: note.path, to: to.path, count: ticked.length + inRows.length, writes, step: newStep() };
}

/** Boxes of the note whose very ticks the file holds: what an interrupted move left to do. Null where there are none. */
export function leftInNote(present: Present, to: ProgressNote): PlannedMove | null {
  const { note, own, overlaid } = present.loaded;
  if (note === null || !own.hasTaskLines) return null;
  const isMoved = ({ id, status, completedOn }: Topic): boolean => {
    const lines = overlaid.lines.get(id);
    if (lines === undefined) return false;
    const winner = winningTick(lines);
    return winner.status === status && winner.completedOn === completedOn;
  };
  const { ticked, edits } = opened(present, to, { isMoved, inRows: [] });
  if (ticked.length === 0) return null;
  const writes = noteRewriting(note, edits);
  return { from: note.path, to: to.path, count: ticked.length, writes, step: newStep() };
}

/** The boxes of a note opened and recorded in a file: those that can be closed again as they were. */
function opened(
  present: Present,
  to: ProgressNote,
  { isMoved, inRows }: { readonly isMoved: (topic: Topic) => boolean; readonly inRows: readonly TopicChange[] },
): { text: string; ticked: Topic[]; edits: readonly Edit[] } {
  const { own, overlaid } = present.loaded;
  const note = present.loaded.note as Note;
  const refuse = (): never => {
    throw new UserError('unmovable', { file: note.path, titles: [] });
  };
  const ticked = [...topicsById(own).values()].filter(
    (topic) => topic.status !== 'todo' && isMoved(topic) && isRestored(note.source, topic),
  );
  const open = ticked.map(({ line }): StatusChange => ({ line, to: 'todo', day: null }));
  const edits = open.length === 0 ? [] : statusEdits(note.source, open, own.boxGroups);
  const after = readAgain(present.loaded, applyEdits(note.source.text, edits));
  const byId = topicsById(after);
  const kept = progressIn(to.text).ticks;
  const there = overlay(after, kept).lines;
  const moved = ticked.map(({ id, status, completedOn, line }): TopicChange => {
    const day = completedOn ?? cancelledDay(note.source, line);
    const winner = winningTick([{ status, completedOn: day }, ...(there.get(id) ?? [])]);
    return { topic: byId.get(id) ?? refuse(), to: winner.status, day: winner.completedOn };
  });
  const rows = inRows.map((one) => ({ ...one, topic: byId.get(one.topic.id) ?? one.topic }));
  const text = recorded(present, after, to, [...moved, ...rows]);
  const all = [...ticked.map(tickOf), ...kept, ...[...overlaid.lines.values()].flat()];
  if (!isSameStates(overlay(after, progressIn(text).ticks).roadmap, overlay(after, all).roadmap)) refuse();
  return { text, ticked, edits };
}

/** Whether the line, opened and ticked again, is the same: another day, another form or another mark would be lost. */
function isRestored(source: Source, { line: number, place, repeats, status, completedOn }: Topic): boolean {
  if (place === 'none' || repeats) return false;
  const line = lineText(source, number);
  const set = (from: string, to: Status, day: CalendarDate | null): string =>
    applyEdits(from, statusEdits(toSource(from), [{ line: 1, to, day }], []));
  return set(set(line, 'todo', null), status, completedOn ?? cancelledDay(source, number)) === line;
}
