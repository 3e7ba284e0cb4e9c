// Move: the ticks of a roadmap go to another place, into its note or to a file of the user's choice, in one undoable step (FORMATS P5).
import type { CalendarDate } from '../dates/calendar-date.ts';
import { UserError } from '../errors.ts';
import { statusEdits } from '../formats/markdown/edit.ts';
import { readTaskLine } from '../formats/markdown/task-line.ts';
import {
  differenceEdit,
  emptyProgress,
  recordChanges,
  removal,
  topicsById,
  withoutEmptySections,
} from '../formats/progress/edit.ts';
import { readHead, withHead } from '../formats/progress/head.ts';
import { readProgress } from '../formats/progress/read.ts';
import { lineEndOf, type TopicChange } from '../formats/progress/tick-line.ts';
import { type Overlaid, overlay, settledTick, type Tick } from '../model/overlay.ts';
import { firstWording, type Roadmap, type Topic, type TopicId, topicsOf } from '../model/roadmap.ts';
import { newEntryId } from '../store/journal.ts';
import { realOf } from '../store/library.ts';
import { type SaveRequest, saveChange } from '../store/save.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import { lineSpan, lineText, toSource } from '../text/source.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Loaded, load, readAgain } from './load.ts';
import { type ProgressNote, sourceName } from './place.ts';

export interface Move {
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
export interface Rewriting {
  readonly path: string;
  readonly basis: Uint8Array | null;
  readonly before: string;
  /** Null: the file goes. */
  readonly after: string | null;
  readonly edits: readonly Edit[];
  readonly encoding?: SaveRequest['encoding'];
  readonly isNote: boolean;
}

/**
 * How the ticks of `loaded`, which was read without `--progress`, get to the place that the options name; null where
 * they are there. Throws `unmovable`, `usage`, `bad-progress` and what reading throws; nothing is written.
 */
export async function planMove(context: Context, options: CommonOptions, loaded: Loaded): Promise<Move | null> {
  const target = await load(context, options);
  if (options.progress === 'inline') return loaded.progress === null ? null : intoNote(context, loaded);
  const file = target.progress as ProgressNote;
  if (loaded.progress !== null && isSameFile(context, loaded.progress.path, file.path))
    return leftInNote(loaded, loaded.progress);
  if (loaded.home === null)
    throw new UserError('unwritable', { file: file.path, cause: 'no-home', variable: context.places.data.variable });
  return loaded.progress === null
    ? outOfNote(context, loaded, file, loaded.home)
    : intoFile(context, loaded, file, loaded.home, loaded.progress);
}

/** Writes the parts of a move one after the other; where one fails, those before it stand, and every tick with them. */
export function makeMove(context: Context, move: Move, command: readonly string[]): void {
  const { disk, places, lock, today: day } = context;
  for (const { path, basis, edits, after, encoding, isNote } of move.writes) {
    const saved = saveChange(
      disk,
      places.state,
      {
        ...{ path, basis, edits, command, day, changes: [], step: move.step, removes: after === null },
        ...(encoding === undefined ? null : { encoding }),
        variable: isNote ? null : places.data.variable,
      },
      lock,
    );
    if (saved.outcome === 'stale') throw new UserError('changed', { file: path });
  }
}

function isSameFile({ disk }: Context, a: string, b: string): boolean {
  return realOf(disk, a) === realOf(disk, b);
}

function rewriting(file: ProgressNote, after: string | null): Rewriting[] {
  const edit = differenceEdit(file.text, after ?? '');
  if (edit === null && !(after === null && file.bytes !== null)) return [];
  const { path, bytes: basis, text: before } = file;
  // An empty file has no text to take away, and yet it goes.
  const edits = edit === null ? [{ span: { start: 0, end: 0 }, text: '' }] : [edit];
  return [{ path, basis, before, after, edits, isNote: false }];
}

function noteRewriting({ note }: Loaded, edits: readonly Edit[]): Rewriting[] {
  const { path, bytes, source, encoding } = note as NonNullable<Loaded['note']>;
  if (edits.length === 0) return [];
  const texts = { before: source.text, after: applyEdits(source.text, edits) };
  return [{ path, basis: bytes, ...texts, edits, ...(encoding && { encoding }), isNote: true }];
}

/** From the progress file into the note. */
function intoNote(context: Context, loaded: Loaded): Move | null {
  const { own, overlaid, progress, home } = loaded;
  const note = loaded.note as NonNullable<Loaded['note']>;
  const from = progress as ProgressNote;
  if (overlaid.lines.size === 0) return null;
  const byId = topicsById(own);
  const isItem = ({ line, place }: Topic): boolean => {
    const { start, end } = lineSpan(note.source, line);
    return place !== 'none' || (line > 0 && readTaskLine(note.source.text, start, end) !== null);
  };
  const changes: { line: number; to: Topic['status']; day: CalendarDate | null }[] = [];
  const odd: string[] = [];
  for (const [id, ticks] of overlaid.lines) {
    const topic = byId.get(id) as Topic;
    const { status, completedOn } = settledTick(ticks);
    if (topic.status === status && (completedOn === null || topic.completedOn === completedOn)) continue;
    if (!isItem(topic) || topic.repeats) odd.push(firstWording(topic.title));
    else changes.push({ line: topic.line, to: status, day: completedOn ?? dayOf(status, ticks, from) });
  }
  if (odd.length > 0) throw new UserError('unmovable', { file: note.path, titles: odd });
  // Without a single box every bullet is a topic, and stays one only with a box of its own (FORMATS T2, D6).
  const bullets = [...topicsOf(own.children)].filter(isItem).map(({ line }) => line);
  const edits = statusEdits(note.source, changes, own.hasTaskLines ? own.boxGroups : [bullets]);
  const after = readAgain(loaded, applyEdits(note.source.text, edits));
  if (!isSameStates(after, loaded.roadmap)) throw new UserError('unmovable', { file: note.path, titles: [] });
  const rest = withoutTicks(from, [...overlaid.lines.values()].flat());
  const isHome = home !== null && isSameFile(context, from.path, home.path);
  const left = isBare(rest) ? null : isHome ? withHead(rest, headFor(loaded, 'inline')) : rest;
  const writes = [
    ...noteRewriting(loaded, edits),
    // What only says that the ticks are in the other file goes before that does.
    ...(isHome || home === null ? [] : pointerRewriting(loaded, home, null)),
    ...rewriting(from, left),
  ];
  return { from: from.path, to: note.path, count: overlaid.lines.size, writes, step: newEntryId() };
}

/** From the note to a file: its boxes are opened, because a tick has one place. */
function outOfNote(context: Context, loaded: Loaded, to: ProgressNote, home: ProgressNote): Move {
  const { own } = loaded;
  const note = loaded.note as NonNullable<Loaded['note']>;
  const ticked = [...topicsById(own).values()].filter(
    ({ status, place, repeats }) => status !== 'todo' && place !== 'none' && !repeats,
  );
  const edits = statusEdits(
    note.source,
    ticked.map(({ line }) => ({ line, to: 'todo', day: null })),
    own.boxGroups,
  );
  const open = readAgain(loaded, applyEdits(note.source.text, edits));
  const openById = topicsById(open);
  const changes = ticked.map(({ id, status, completedOn, line }): TopicChange => {
    const topic = openById.get(id);
    if (topic === undefined) throw new UserError('unmovable', { file: note.path, titles: [] });
    return { topic, to: status, day: completedOn ?? cancelledDay(lineText(note.source, line)) };
  });
  const text = recorded(context, open, to, changes, [], loaded);
  if (!isSameStates(overlaidBy(open, text).roadmap, loaded.roadmap))
    throw new UserError('unmovable', { file: note.path, titles: [] });
  const isHome = isSameFile(context, to.path, home.path);
  const writes = [
    ...rewriting(to, text),
    ...(isHome ? [] : pointerRewriting(loaded, home, to.path)),
    ...noteRewriting(loaded, edits),
  ];
  return { from: note.path, to: to.path, count: changes.length, writes, step: newEntryId() };
}

/** Boxes of the note whose very ticks the file holds: what an interrupted move left to do. */
function leftInNote(loaded: Loaded, file: ProgressNote): Move | null {
  const { note, own, overlaid } = loaded;
  if (note === null || !own.hasTaskLines) return null;
  const twice = [...topicsById(own).values()].filter(({ id, status, completedOn, place, repeats }) => {
    const ticks = overlaid.lines.get(id);
    if (ticks === undefined || status === 'todo' || place === 'none' || repeats) return false;
    const kept = settledTick(ticks);
    return kept.status === status && kept.completedOn === completedOn;
  });
  if (twice.length === 0) return null;
  const open = twice.map(({ line }) => ({ line, to: 'todo', day: null }) as const);
  const edits = statusEdits(note.source, open, own.boxGroups);
  const after = readAgain(loaded, applyEdits(note.source.text, edits));
  if (!isSameStates(overlaidBy(after, file.text).roadmap, loaded.roadmap)) return null;
  const writes = noteRewriting(loaded, edits);
  return { from: note.path, to: file.path, count: twice.length, writes, step: newEntryId() };
}

/** From one file to another: the whole text where there is none yet, else line by line. */
function intoFile(context: Context, loaded: Loaded, to: ProgressNote, home: ProgressNote, from: ProgressNote): Move {
  const { own, overlaid } = loaded;
  const isNew = to.text.trim() === '' || (isBare(to.text) && isSameFile(context, to.path, home.path));
  const name = sourceName(context, to.path, loaded);
  const byId = topicsById(own);
  let text: string;
  if (isNew)
    text = withHead(from.text.trim() === '' ? emptyProgress(own, name) : from.text, { roadmap: name, place: null });
  else {
    const there = overlaidBy(own, to.text).lines;
    const changes = [...overlaid.lines].map(([id, ticks]): TopicChange => {
      const { status, completedOn } = settledTick([...ticks, ...(there.get(id) ?? [])]);
      return { topic: byId.get(id) as Topic, to: status, day: completedOn ?? dayOf(status, ticks, from) };
    });
    text = recorded(context, own, to, changes, overlaid.orphans, loaded);
  }
  if (!isSameStates(overlaidBy(own, text).roadmap, isNew ? loaded.roadmap : mergedStates(own, from.text, to.text)))
    throw new UserError('bad-progress', { file: to.path, line: 1, reason: 'unsafe' });
  const rest = isNew
    ? emptyProgress(own, sourceName(context, from.path, loaded))
    : withoutTicks(from, ticksIn(from.text));
  const isFromHome = isSameFile(context, from.path, home.path);
  const isToHome = isSameFile(context, to.path, home.path);
  const writes = [
    ...rewriting(to, text),
    ...(isFromHome
      ? rewriting(from, withHead(rest, headFor(loaded, to.path)))
      : [...(isToHome ? [] : pointerRewriting(loaded, home, to.path)), ...rewriting(from, isBare(rest) ? null : rest)]),
  ];
  return { from: from.path, to: to.path, count: overlaid.lines.size, writes, step: newEntryId() };
}

const headFor = ({ origin, own }: Loaded, place: string | null) => ({
  roadmap: origin.path ?? own.id ?? origin.name,
  place,
});

/** The progress file by the roadmap's name says where the ticks are; with null it goes, unless there is more in it. */
function pointerRewriting(loaded: Loaded, file: ProgressNote, place: string | null): Rewriting[] {
  if (place === null) return rewriting(file, isBare(file.text) ? null : withHead(file.text, headFor(loaded, null)));
  const basis = file.text.trim() === '' ? emptyProgress(loaded.own, headFor(loaded, null).roadmap) : file.text;
  return rewriting(file, withHead(basis, headFor(loaded, place)));
}

function overlaidBy(own: Roadmap, text: string): Overlaid {
  return overlay(own, ticksIn(text));
}

/** What two progress files say together (FORMATS P4). */
function mergedStates(own: Roadmap, ...texts: readonly string[]): Roadmap {
  return overlay(own, texts.flatMap(ticksIn)).roadmap;
}

/** The text of `to` with these ticks besides its own, and with lines that fit no topic under their old headings at its end. */
function recorded(
  context: Context,
  own: Roadmap,
  to: ProgressNote,
  changes: readonly TopicChange[],
  orphans: readonly Tick[],
  loaded: Loaded,
): string {
  const basis =
    to.text.trim() === '' ? emptyProgress(own, sourceName(context, to.path, loaded)) : withHeadOf(context, to, loaded);
  const text = recordChanges(basis, readHead(basis).bodyStart, own, overlaidBy(own, basis).lines, changes, to.path);
  const eol = lineEndOf(text);
  const from = loaded.progress;
  if (from === null || orphans.length === 0) return text;
  const source = toSource(from.text);
  const lines = orphans.map((tick) => ({ tick, text: lineText(source, tick.line).trim() }));
  const known = new Set(text.split(/\r\n|\r|\n/).map((line) => line.trim()));
  let out = /[\r\n]$/.test(text) ? text : text + eol;
  let section: string | null | undefined;
  for (const { tick, text: line } of lines) {
    if (known.has(line)) continue;
    if (tick.section !== section) out += `${eol}${tick.section === null ? '' : `## ${tick.section}${eol}${eol}`}`;
    section = tick.section;
    out += line + eol;
  }
  return out;
}

const withHeadOf = (context: Context, to: ProgressNote, loaded: Loaded): string =>
  withHead(to.text, { roadmap: sourceName(context, to.path, loaded), place: null });

const ticksIn = (text: string): readonly Tick[] => readProgress(toSource(text), readHead(text).bodyStart).ticks;

/** The text without these lines, and without the headings that hold nothing after that. */
function withoutTicks(file: ProgressNote, ticks: readonly Tick[]): string {
  const progress = readProgress(toSource(file.text), file.bodyStart);
  const edits = ticks.map(({ line }) => removal(progress, line));
  return withoutEmptySections(applyEdits(file.text, edits), file.bodyStart, true);
}

/** Nothing but the head and the title that the program writes. */
function isBare(text: string): boolean {
  const { bodyStart } = readHead(text);
  const { headings, ticks, source } = readProgress(toSource(text), bodyStart);
  if (ticks.length > 0 || headings.some(({ depth }) => depth > 1)) return false;
  const own = new Set(headings.map(({ line }) => line));
  return source.lineStarts.every(
    (start, index) => start < bodyStart || own.has(index + 1) || lineText(source, index + 1).trim() === '',
  );
}

/** The day of a skipped topic stands in its line alone. */
function dayOf(status: Topic['status'], ticks: readonly Tick[], { text }: ProgressNote): CalendarDate | null {
  if (status !== 'skipped') return null;
  const source = toSource(text);
  for (const { line } of ticks) {
    const day = cancelledDay(lineText(source, line));
    if (day !== null) return day;
  }
  return null;
}

function cancelledDay(line: string): CalendarDate | null {
  const fields = readTaskLine(line, 0, line.length)?.fields ?? [];
  const value = fields.find(({ name }) => name === 'cancelled')?.value;
  return value === undefined ? null : (value as CalendarDate);
}

/** The same topics in the same states, whatever their numbers. */
function isSameStates(a: Roadmap, b: Roadmap): boolean {
  const [left, right] = [statesOf(a), statesOf(b)];
  return left.size === right.size && [...left].every(([id, state]) => right.get(id) === state);
}

function statesOf(roadmap: Roadmap): Map<TopicId, string> {
  return new Map(
    [...topicsById(roadmap).values()].map(({ id, status, completedOn }) => [id, `${status} ${completedOn ?? ''}`]),
  );
}
