// PlannedMove: the ticks of a roadmap on their way to another place: the files that are written, as one step (FORMATS P5).

import type { CalendarDate } from '../../dates/calendar-date.ts';
import { UserError } from '../../errors.ts';
import { type Added, nothingAdded } from '../../formats/markdown/addition.ts';
import { fieldsAt } from '../../formats/markdown/syntax/continuation.ts';
import { isBare, progressIn, withOrphans } from '../../formats/progress/clear.ts';
import { emptyProgress, recordChanges } from '../../formats/progress/edit.ts';
import { readHead } from '../../formats/progress/head.ts';
import { withHead } from '../../formats/progress/head-text.ts';
import { labsToMove, withLabs } from '../../formats/progress/labs.ts';
import type { TopicChange } from '../../formats/progress/tick-line.ts';
import type { LabLine } from '../../model/lab-line.ts';
import { addedWith, keyOfNote, type Overlaid, overlay, type Tick, winningTick } from '../../model/overlay.ts';
import type { Roadmap, Topic } from '../../model/roadmap.ts';
import { topicsById } from '../../model/tree.ts';
import { isLink, isSameFile } from '../../store/library.ts';
import type { SaveRequest } from '../../store/undo/save.ts';
import { applyEdits, differenceEdit, type Edit } from '../../text/edit.ts';
import { decode } from '../../text/encoding.ts';
import { type Source, toSource } from '../../text/source.ts';
import { refuseConflictOf } from '../conflict.ts';
import type { Context } from '../context.ts';
import type { Loaded } from '../load.ts';
import { type ProgressNote, sourceName } from '../progress-note.ts';
import type { Note } from '../roadmap-file.ts';

export interface PlannedMove {
  /** The file that holds the ticks now, and the one that will. */
  readonly from: string;
  readonly to: string;
  /** How many topics have their ticks moved. */
  readonly count: number;
  /** In the order in which they are written: no tick is ever in neither place. */
  readonly writes: readonly Rewriting[];
  readonly step: string;
}

/** One file, from one text to another. */
export interface Rewriting extends Pick<SaveRequest, 'path' | 'basis' | 'edits' | 'encoding'> {
  readonly before: string;
  /** Null: the file goes. */
  readonly after: string | null;
  readonly isNote: boolean;
}

/** What a move begins with. */
export interface Present {
  readonly context: Context;
  readonly loaded: Loaded;
}

export function isSame({ context: { disk } }: Present, a: { path: string }, b: { path: string } | null): boolean {
  return b !== null && isSameFile(disk, a.path, b.path);
}

/** The topics that have lines in a progress file of this text. */
export function ticksIn({ loaded }: Present, text: string, lines: Overlaid['lines']): TopicChange[] {
  const byId = topicsById(loaded.own);
  const source = toSource(text);
  return [...lines].map(([id, ticks]) => {
    const winner = winningTick(ticks);
    const cancelled = winner.status === 'skipped' ? cancelledDay(source, winner.line) : null;
    return {
      topic: byId.get(id) as Topic,
      to: winner.status,
      day: winner.completedOn ?? cancelled,
      added: addedBy(ticks),
    };
  });
}

/** Time and notes of the lines of one topic. */
export function addedBy(ticks: readonly Tick[]): Added {
  const { spent, noteLines } = addedWith(ticks);
  return { minutes: spent === null ? null : Math.round(spent * 60), notes: noteLines };
}

/** What a line has to be given so that it says what others say as well. */
function lacking(added: Added, own: readonly Tick[]): Added {
  const there = addedBy(own);
  const known = new Set(there.notes.map(keyOfNote));
  const minutes = (added.minutes ?? 0) - (there.minutes ?? 0);
  return { minutes: minutes > 0 ? minutes : null, notes: added.notes.filter((note) => !known.has(keyOfNote(note))) };
}

/** The day of a skipped topic is only in its line. */
export function cancelledDay(source: Source, line: number): CalendarDate | null {
  const value = fieldsAt(source, line).find(({ name }) => name === 'cancelled')?.value;
  return value === undefined ? null : (value as CalendarDate);
}

/** The text of a progress file with these ticks besides its own; of two states of a topic the one that wins (P4). */
export function recorded(
  { context, loaded }: Present,
  own: Roadmap,
  to: Pick<ProgressNote, 'path' | 'text'>,
  moved: readonly TopicChange[],
): string {
  const roadmap = sourceName(context, to.path, loaded);
  const basis = to.text.trim() === '' ? emptyProgress(own, roadmap) : withHead(to.text, { roadmap, place: null });
  const { lines } = overlay(own, progressIn(basis).ticks);
  const changes = moved.map(({ topic, to: status, day, added = nothingAdded }): TopicChange => {
    const own = lines.get(topic.id) ?? [];
    const winner = winningTick([{ status, completedOn: day }, ...own]);
    return { topic, to: winner.status, day: winner.completedOn, added: lacking(added, own) };
  });
  return recordChanges(basis, readHead(basis).bodyStart, own, changes, to.path);
}

/** A progress file with the lines of another one besides its own. */
export function withLinesOf(
  present: Present,
  to: Pick<ProgressNote, 'path' | 'text'>,
  text: string,
  { lines, orphans }: Overlaid,
): string {
  const { own } = present.loaded;
  const { passed, others } = labsToMove(progressIn(text).labs);
  const ticked = recorded(present, own, to, ticksIn(present, text, lines));
  const after = withOrphans(ticked, text, [...orphans, ...others]);
  return withLabs(after, readHead(after).bodyStart, own, passed, to.path);
}

/** The same topics in the same states, with the same time and notes, whatever their numbers. */
export function isSameStates(a: Roadmap, b: Roadmap): boolean {
  const statesOf = (roadmap: Roadmap): string[] =>
    [...topicsById(roadmap).values()]
      .map(({ id, status, completedOn, spent, noteLines }) =>
        [id, status, completedOn, Math.round((spent ?? 0) * 60), ...new Set(noteLines.map(keyOfNote))].join('\n'),
      )
      .sort();
  return statesOf(a).join('\n') === statesOf(b).join('\n');
}

/** Throws `bad-progress` where a text would not read as all these ticks. */
export function refuseLoss({ loaded: { own } }: Present, file: string, text: string, ticks: readonly Tick[]): void {
  if (!isSameStates(overlay(own, progressIn(text).ticks).roadmap, overlay(own, ticks).roadmap))
    throw new UserError('bad-progress', { file, line: 1, reason: 'unsafe' });
}

/** What the roadmap's progress file is to say when the ticks are in `to`: nothing where that is looked for anyway. */
export function placeFor(present: Present, to: ProgressNote): string | null {
  const { home, named } = present.loaded;
  return isSame(present, to, home) || (named !== null && isSame(present, to, { path: named })) ? null : to.path;
}

interface Leaving {
  /** The file that ticks leave; null where none loses any. */
  readonly from: ProgressNote | null;
  /** Its text without them. */
  readonly rest: string;
  /** The progress file that they go to; null for the note. */
  readonly to: ProgressNote | null;
  /** What the head of the roadmap's own progress file says from then on. */
  readonly place: string | null;
  /** It was kept for another name of the roadmap. */
  readonly isRenamed?: boolean;
  /** Lines of labs that go to the roadmap's own progress file: they have no place in a note (FORMATS P7). */
  readonly labs?: { readonly text: string; readonly lines: readonly LabLine[] };
}

/** The file that ticks leave, and the head of the roadmap's own, which goes first: it says only where to look. */
export function leave(present: Present, { from, rest, to, place, isRenamed = false, labs }: Leaving): Rewriting[] {
  const { home, own } = present.loaded;
  const isFromHome = from !== null && isSame(present, from, home);
  const isToHome = to !== null && isSame(present, to, home);
  const left = isFromHome || home === null ? rest : home.text;
  const kept = home === null || labs === undefined ? left : withLabsOf(present, home, left, labs);
  const head = home === null || isToHome ? [] : headed(present, home, kept, place);
  if (from === null || isFromHome || from.bytes === null) return head;
  const isNothing = rest.trim() === '' || isBare(rest, own, isRenamed);
  return [...head, ...(isNothing ? removal(present, from) : rewriting(from, rest))];
}

/** The text of the roadmap's own progress file, which may not be there yet, with the labs of another. */
function withLabsOf(
  { context, loaded }: Present,
  home: ProgressNote,
  text: string,
  { text: from, lines }: NonNullable<Leaving['labs']>,
): string {
  if (lines.length === 0) return text;
  const basis = text.trim() === '' ? emptyProgress(loaded.own, sourceName(context, home.path, loaded)) : text;
  const { passed, others } = labsToMove(lines);
  const after = withOrphans(basis, from, others);
  return withLabs(after, readHead(after).bodyStart, loaded.own, passed, home.path);
}

/** The roadmap's own progress file with what is left in it; it goes where that is nothing. */
function headed(present: Present, home: ProgressNote, rest: string, place: string | null): Rewriting[] {
  if (home.bytes === null && place === null && rest.trim() === '') return [];
  const { own } = present.loaded;
  const roadmap = sourceName(present.context, home.path, present.loaded);
  const isNothing = rest.trim() === '' || isBare(rest, own);
  if (isNothing && place === null) return removal(present, home);
  return rewriting(home, withHead(isNothing ? emptyProgress(own, roadmap) : rest, { roadmap, place }));
}

/** A link would lead nowhere, and a byte-order mark could not come back: such a file stays, with its title alone. */
export function removal({ context, loaded }: Present, file: ProgressNote, roadmap?: string): Rewriting[] {
  if (file.bytes === null) return [];
  const isKept = isLink(context.disk, file.path) || decode(file.bytes, 'utf-8').bom;
  if (!isKept) return rewriting(file, null);
  return rewriting(file, emptyProgress(loaded.own, roadmap ?? sourceName(context, file.path, loaded)));
}

/** Null for `after`: the file goes. Throws `conflict` for one with a conflict in it. */
export function rewriting(file: ProgressNote, after: string | null): Rewriting[] {
  const { path, bytes: basis, text: before } = file;
  refuseConflictOf(file);
  const edit = differenceEdit(before, after ?? '');
  if (edit === null && after !== null) return [];
  // An empty file has no text to take away, and yet it goes.
  const edits = [edit ?? { span: { start: 0, end: 0 }, text: '' }];
  return [{ path, basis, before, after, edits, isNote: false }];
}

export function noteRewriting({ path, bytes, source, encoding }: Note, edits: readonly Edit[]): Rewriting[] {
  if (edits.length === 0) return [];
  const texts = { before: source.text, after: applyEdits(source.text, edits) };
  return [{ path, basis: bytes, ...texts, edits, ...(encoding && { encoding }), isNote: true }];
}
