// Recording: what is written, and where, so that topics of a loaded roadmap get other states: in the note, in the progress file, or in both.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { UserError } from '../errors.ts';
import { type Added, additionEdits, nothingAdded } from '../formats/markdown/addition.ts';
import { statusEdits } from '../formats/markdown/edit.ts';
import { emptyProgress, recordChanges } from '../formats/progress/edit.ts';
import type { TopicChange } from '../formats/progress/tick-line.ts';
import { tidied } from '../formats/progress/tidy.ts';
import { firstWording, type Status, type Topic } from '../model/roadmap.ts';
import { topicsById } from '../model/tree.ts';
import type { SaveRequest } from '../store/undo/save.ts';
import { applyEdits, differenceEdit, type Edit } from '../text/edit.ts';
import type { Context } from './context.ts';
import { type Loaded, readAgain } from './load.ts';
import { type ProgressNote, sourceName } from './progress-note.ts';

export interface Move {
  readonly topic: Topic;
  readonly from: Status;
  readonly to: Status;
  /** Time and notes to write with it. */
  readonly added?: Added;
  /** The topic stays in its state, and its lines say of it what they say. */
  readonly keeps?: true;
}

/** The part of a change that one file takes. */
export interface Recording {
  readonly edits: readonly Edit[];
  /** How many lines of a progress file are gone, because another has the same id. */
  readonly joined: number;
  readonly place: 'note' | 'progress';
  readonly path: string;
  readonly basis: Uint8Array | null;
  /** As `basis` reads. */
  readonly text: string;
  readonly moves: readonly Move[];
}

/** One recording, or two where rows of tables change beside lines of a note (FORMATS D7); none where nothing does. */
export function recordingsOf(context: Context, loaded: Loaded, moves: readonly Move[], day: CalendarDate): Recording[] {
  const { progress, rows } = loaded;
  const isRow = ({ topic }: Move): boolean => topic.place === 'none';
  const inNote = progress === null ? moves.filter((move) => !isRow(move)) : [];
  const inFile = progress === null ? moves.filter(isRow) : moves;
  const file = progress ?? rows;
  return [
    ...(inNote.length > 0 ? [noteRecording(loaded, inNote, day)] : []),
    ...(inFile.length > 0 && file !== null ? [fileRecording(context, loaded, file, inFile, day)] : []),
  ];
}

function noteRecording(loaded: Loaded, moves: readonly Move[], day: CalendarDate): Recording {
  const { own } = loaded;
  const { path, bytes, source } = loaded.note as NonNullable<Loaded['note']>;
  const lines = moves.flatMap(({ topic, to, keeps }) => (keeps ? [] : [{ line: topic.line, to, day }]));
  const additions = moves.flatMap(({ topic, added }) =>
    added === undefined ? [] : [additionEdits(source, topic.line, added)],
  );
  const edits = [
    ...additions.flatMap(({ time }) => time),
    ...statusEdits(source, lines, own.boxGroups),
    ...additions.flatMap(({ notes }) => notes),
  ];
  if (additions.length > 0) refuseUnsafe(loaded, applyEdits(source.text, edits), moves);
  return { place: 'note', path, basis: bytes, text: source.text, moves, edits, joined: 0 };
}

/** Whether the note, read again, has what was added and nothing else is read otherwise: a comment may be open around its lines. */
function refuseUnsafe(loaded: Loaded, text: string, moves: readonly Move[]): void {
  const after = topicsById(readAgain(loaded, text));
  const moved = new Map(moves.map((move) => [move.topic.id, move]));
  const isAsMeant = (was: Topic): boolean => {
    const { to = was.status, added = nothingAdded } = moved.get(was.id) ?? {};
    const is = after.get(was.id);
    return is?.status === to && is.noteLines.length === was.noteLines.length + added.notes.length;
  };
  const before = [...topicsById(loaded.own).values()];
  if (before.length === after.size && before.every(isAsMeant)) return;
  const { address, line } = (moves.find(({ added }) => added !== undefined) as Move).topic;
  throw new UserError('unsafe-note', { file: loaded.note?.path ?? '', line, address });
}

function fileRecording(
  context: Context,
  loaded: Loaded,
  file: ProgressNote,
  moves: readonly Move[],
  day: CalendarDate,
): Recording {
  const { own, overlaid } = loaded;
  const { data } = context.places;
  if (file.path === '') {
    const place = { file: `${data.variable}/istio-roadmap`, variable: data.variable };
    throw new UserError('unwritable', { ...place, cause: 'no-home' });
  }
  const { path, bytes: basis, text, bodyStart } = file;
  const byId = topicsById(own);
  // Done as a topic of another roadmap it is open here (FORMATS Y7).
  const now = moves.some(({ keeps }) => keeps) ? topicsById(overlaid.roadmap) : byId;
  const wanted = moves.map(({ topic: { id }, to, added, keeps = false }): TopicChange => {
    const { status, completedOn } = now.get(id) as Topic;
    const state = keeps ? { to: status, day: completedOn, keeps } : { to, day };
    return { topic: byId.get(id) as Topic, ...state, ...(added && { added }) };
  });
  const isNew = text.trim() === '';
  const start = isNew ? emptyProgress(own, sourceName(context, path, loaded)) : text;
  const body = isNew ? start.indexOf('\n---\n') + 5 : bodyStart;
  const tidy = tidied(start, body, own);
  const edit = differenceEdit(text, recordChanges(tidy.text, body, own, wanted, path));
  const place = { place: 'progress', path, basis, text, moves } as const;
  return { ...place, edits: edit === null ? [] : [edit], joined: tidy.joined };
}

/** How a recording is saved. `command` begins with the name of the command. */
export function requestFor(
  { place, path, basis, edits, moves }: Recording,
  { note }: Loaded,
  { places }: Context,
  { day, command, step }: { day: CalendarDate; command: readonly string[]; step: string | null },
): SaveRequest {
  return {
    ...{ path, basis, edits, command, day },
    ...(note !== null && place === 'note' ? { read: note } : null),
    ...(note?.encoding && place === 'note' ? { encoding: note.encoding } : null),
    ...(note !== null && place === 'progress' ? { source: note } : null),
    ...(step === null ? null : { step }),
    variable: place === 'note' ? null : places.data.variable,
    changes: moves.map(({ topic, from, to, keeps }) => ({
      ...{ address: topic.address, id: topic.id, title: firstWording(topic.title), from, to },
      completedOn: keeps ? topic.completedOn : to === 'done' ? day : null,
      ...(keeps && { noted: keeps }),
    })),
  };
}
