// Move: the ticks of a roadmap go to another place, into its note or to a file of the user's choice, in one undoable step (FORMATS P5).
import type { CalendarDate } from '../dates/calendar-date.ts';
import { UserError } from '../errors.ts';
import { readWholeLine } from '../formats/markdown/continuation.ts';
import { type StatusChange, statusEdits } from '../formats/markdown/edit.ts';
import { readTaskLine } from '../formats/markdown/task-line.ts';
import { isBare, progressIn, withOrphans, withoutTicks } from '../formats/progress/clear.ts';
import { emptyProgress, recordChanges } from '../formats/progress/edit.ts';
import { readHead, withHead } from '../formats/progress/head.ts';
import type { TopicChange } from '../formats/progress/tick-line.ts';
import { type Overlaid, overlay, tickOf, winningTick } from '../model/overlay.ts';
import { firstWording, type Roadmap, type Status, type Topic } from '../model/roadmap.ts';
import { topicsById, topicsOf } from '../model/tree.ts';
import { isLink, isSameFile } from '../store/library.ts';
import type { SaveRequest } from '../store/save.ts';
import { newStep, saveStep } from '../store/step.ts';
import { applyEdits, differenceEdit, type Edit } from '../text/edit.ts';
import { decode } from '../text/encoding.ts';
import { lineSpan, lineText, type Source, toSource } from '../text/source.ts';
import { refuseConflictOf } from './conflict.ts';
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
  const plan = new Planning(context, loaded);
  if (options.progress === 'inline') return plan.intoNote();
  const to = target.progress as ProgressNote;
  if (loaded.home === null)
    throw new UserError('unwritable', { file: to.path, cause: 'no-home', variable: context.places.data.variable });
  if (loaded.progress === null) return plan.outOfNote(to);
  return plan.isSame(loaded.progress, to) ? plan.leftInNote(to) : plan.intoFile(loaded.progress, loaded.overlaid, to);
}

/** Writes the parts of a move as one step; gives what the files hold now, by path. Throws what `saveStep` throws. */
export function makeMove(
  { disk, places, lock, today: day }: Context,
  { step, writes }: Move,
  command: readonly string[],
): Map<string, Uint8Array | null> {
  const parts = writes.map(
    ({ path, basis, edits, after, encoding, isNote }): SaveRequest => ({
      ...{ path, basis, edits, command, day, changes: [], removes: after === null },
      ...(encoding === undefined ? null : { encoding }),
      variable: isNote ? null : places.data.variable,
    }),
  );
  return saveStep(disk, places.state, step, parts, lock);
}

interface Ticked {
  readonly topic: Topic;
  readonly to: Status;
  readonly day: CalendarDate | null;
}

/** What a move from the present place of a roadmap's ticks consists of. */
export class Planning {
  readonly #context: Context;
  readonly #loaded: Loaded;

  constructor(context: Context, loaded: Loaded) {
    this.#context = context;
    this.#loaded = loaded;
  }

  isSame(a: Pick<ProgressNote, 'path'>, b: Pick<ProgressNote, 'path'>): boolean {
    const { disk } = this.#context;
    return isSameFile(disk, a.path, b.path);
  }

  /** From the progress file into the note; rows of tables stay where they are (D7). Null where the ticks are there. */
  intoNote(): Move | null {
    const { own, overlaid, progress, home, wish } = this.#loaded;
    const note = this.#loaded.note as NonNullable<Loaded['note']>;
    if (progress === null) return null;
    const isItem = ({ line, place }: Topic): boolean => {
      const { start, end } = lineSpan(note.source, line);
      return place !== 'none' || (line > 0 && readTaskLine(note.source.text, start, end) !== null);
    };
    const all = this.#ticksIn(progress.text, overlaid);
    const moved = all.filter(({ topic }) => isItem(topic));
    const left = all.filter(({ topic }) => !isItem(topic) || topic.repeats);
    const isHome = home !== null && this.isSame(progress, home);
    // A row needs the file that is looked for, and a repeating task is the plugin's to complete (D4).
    if (left.some(({ topic }) => topic.repeats) || (left.length > 0 && (moved.length === 0 || !isHome)))
      this.#refuse(left.map(({ topic }) => firstWording(topic.title)));
    const changes = moved
      .filter(
        ({ topic, to, day }) => topic.status !== to || (to === 'done' && day !== topic.completedOn && day !== null),
      )
      .map(({ topic: { line }, to, day }): StatusChange => ({ line, to, day }));
    // Without a single box every bullet is a topic, and stays one only with a box of its own (FORMATS T2, D6).
    const bullets = [...topicsOf(own.children)].filter(isItem).map(({ line }) => line);
    const edits = this.#noteEdits(changes, own.hasTaskLines ? own.boxGroups : [bullets]);
    if (moved.length > 0) {
      const after = readAgain(this.#loaded, applyEdits(note.source.text, edits));
      const rows = left.flatMap(({ topic }) => overlaid.lines.get(topic.id) ?? []);
      if (!isSameStates(overlay(after, rows).roadmap, this.#loaded.roadmap)) this.#refuse([]);
    }
    const gone = new Set(moved.map(({ topic }) => topic.id));
    const lines = [...overlaid.lines].flatMap(([id, ticks]) => (gone.has(id) ? ticks : []));
    const rest = withoutTicks(progress.text, lines);
    // The note is to be found again as the place, though something else speaks for another.
    const place = overlaid.orphans.length > 0 || wish !== null ? 'inline' : null;
    const writes = [
      ...this.#noteRewriting(edits),
      // What only says that the ticks are in the other file goes before that does.
      ...(isHome || home === null ? [] : this.#pointer(home, place)),
      ...(isHome ? this.#headed(progress, rest, place) : this.#rest(progress, rest)),
    ];
    if (writes.length === 0) return null;
    return { from: progress.path, to: note.path, count: moved.length, writes, step: newStep() };
  }

  /** From the note to a file: its boxes are opened, because a tick has one place. */
  outOfNote(to: ProgressNote): Move {
    const note = this.#loaded.note as NonNullable<Loaded['note']>;
    const { rows, overlaid, home } = this.#loaded;
    // Ticks of table rows, which a note has in its progress file, come along.
    const inRows = rows === null ? [] : this.#ticksIn(rows.text, overlaid);
    const { text, ticked, edits } = this.#opened(to, () => true, inRows);
    const rest =
      home === null || inRows.length === 0 ? null : withoutTicks(home.text, [...overlaid.lines.values()].flat());
    const writes = [
      ...this.#rewriting(to, text),
      ...(home !== null && rest !== null && !this.isSame(to, home)
        ? this.#headed(home, rest, this.#placeFor(to))
        : this.#pointTo(to)),
      ...this.#noteRewriting(edits),
    ];
    return { from: note.path, to: to.path, count: ticked.length + inRows.length, writes, step: newStep() };
  }

  /** Boxes of the note whose very ticks the file holds: what an interrupted move left to do. Null where there are none. */
  leftInNote(to: ProgressNote): Move | null {
    const { note, own, overlaid } = this.#loaded;
    if (note === null || !own.hasTaskLines) return null;
    const { ticked, edits } = this.#opened(to, ({ id, status, completedOn }) => {
      const lines = overlaid.lines.get(id);
      if (lines === undefined) return false;
      const winner = winningTick(lines);
      return winner.status === status && winner.completedOn === completedOn;
    });
    if (ticked.length === 0) return null;
    const writes = this.#noteRewriting(edits);
    return { from: note.path, to: to.path, count: ticked.length, writes, step: newStep() };
  }

  /**
   * From one file to another: the whole text where there is none yet, else line by line. `now` is the text of `from` as it
   * is to arrive, and `overlaid` is made of it. With `copy` that file stays as it is; with `abandoned` it was kept for another
   * name of the roadmap.
   */
  intoFile(
    from: ProgressNote,
    overlaid: Overlaid,
    to: ProgressNote,
    now = from.text,
    taking: 'copy' | 'abandoned' | null = null,
  ): Move {
    const { own, home } = this.#loaded;
    const isNew = to.text.trim() === '' || isBare(to.text, own);
    // What is no UTF-8 would become another text on the way.
    if (from.bytes !== null && !decode(from.bytes, 'utf-8').exact)
      throw new UserError('unwritable', { file: from.path, cause: 'inexact-encoding', variable: null });
    const head = { roadmap: sourceName(this.#context, to.path, this.#loaded), place: null };
    const text = isNew
      ? withHead(now.trim() === '' ? emptyProgress(own, head.roadmap) : now, head)
      : withOrphans(this.#recorded(own, to, this.#ticksIn(now, overlaid)), now, overlaid.orphans);
    const expected = overlay(own, [...progressIn(now).ticks, ...progressIn(to.text).ticks]).roadmap;
    if (!isSameStates(overlaidBy(own, text).roadmap, expected))
      throw new UserError('bad-progress', { file: to.path, line: 1, reason: 'unsafe' });
    const rest = isNew ? '' : withoutTicks(from.text, progressIn(from.text).ticks);
    const isFromHome = home !== null && this.isSame(from, home);
    const writes = [
      ...this.#rewriting(to, text),
      ...(isFromHome ? this.#headed(from, rest, this.#placeFor(to)) : this.#pointTo(to)),
      ...(isFromHome || taking === 'copy' ? [] : this.#rest(from, rest, taking === 'abandoned')),
    ];
    return { from: from.path, to: to.path, count: overlaid.lines.size, writes, step: newStep() };
  }

  /**
   * The file stays where it is and names this roadmap; ticks that this has elsewhere go there, and what pointed to the file
   * under the old name goes.
   */
  takeOver(from: ProgressNote, now: string, pointer: ProgressNote | null): Move {
    const { own, home, overlaid, progress, rows } = this.#loaded;
    const roadmap = sourceName(this.#context, from.path, this.#loaded);
    const headed = withHead(now, { roadmap, place: null });
    const present = progress ?? rows;
    const ticks = present === null || this.isSame(present, from) ? [] : progressIn(present.text).ticks;
    const text =
      present === null || ticks.length === 0
        ? headed
        : withOrphans(
            this.#recorded(own, { ...from, text: headed }, this.#ticksIn(present.text, overlaid)),
            present.text,
            overlaid.orphans,
          );
    const expected = overlay(own, [...progressIn(headed).ticks, ...ticks]).roadmap;
    if (!isSameStates(overlaidBy(own, text).roadmap, expected))
      throw new UserError('bad-progress', { file: from.path, line: 1, reason: 'unsafe' });
    const isFromHome = present !== null && home !== null && this.isSame(present, home);
    const rest = present === null || ticks.length === 0 ? null : withoutTicks(present.text, ticks);
    const writes = [
      ...this.#rewriting(from, text),
      ...(rest !== null && isFromHome ? this.#headed(home, rest, this.#placeFor(from)) : this.#pointTo(from)),
      ...(rest === null || isFromHome ? [] : this.#rest(present as ProgressNote, rest)),
      ...(pointer === null ? [] : this.#removal(pointer, roadmap)),
    ];
    const count = overlay(own, progressIn(now).ticks).lines.size;
    return { from: from.path, to: from.path, count, writes, step: newStep() };
  }

  #refuse(titles: readonly string[]): never {
    const { note } = this.#loaded;
    throw new UserError('unmovable', { file: note?.path ?? '', titles });
  }

  #ticksIn(text: string, { lines }: Overlaid): Ticked[] {
    const byId = topicsById(this.#loaded.own);
    const source = toSource(text);
    return [...lines].map(([id, ticks]) => {
      const winner = winningTick(ticks);
      const day = winner.completedOn ?? (winner.status === 'skipped' ? cancelledDay(source, winner.line) : null);
      return { topic: byId.get(id) as Topic, to: winner.status, day };
    });
  }

  #noteEdits(changes: readonly StatusChange[], groups: Roadmap['boxGroups']): readonly Edit[] {
    const { source } = this.#loaded.note as NonNullable<Loaded['note']>;
    return changes.length === 0 ? [] : statusEdits(source, changes, groups);
  }

  /** The boxes of a note opened and recorded in a file: those that can be closed again as they were. */
  #opened(
    to: ProgressNote,
    isMeant: (topic: Topic) => boolean,
    besides: readonly Ticked[] = [],
  ): { text: string; ticked: Topic[]; edits: readonly Edit[] } {
    const { own, note, overlaid } = this.#loaded;
    const { source } = note as NonNullable<Loaded['note']>;
    const ticked = [...topicsById(own).values()].filter(
      (topic) =>
        topic.status !== 'todo' &&
        topic.place !== 'none' &&
        !topic.repeats &&
        isMeant(topic) &&
        isRestored(source, topic),
    );
    const open = ticked.map(({ line }): StatusChange => ({ line, to: 'todo', day: null }));
    const edits = this.#noteEdits(open, own.boxGroups);
    const after = readAgain(this.#loaded, applyEdits(source.text, edits));
    const byId = topicsById(after);
    const there = overlay(after, progressIn(to.text).ticks).lines;
    const changes = ticked.map(({ id, status, completedOn, line }): Ticked => {
      const topic = byId.get(id);
      if (topic === undefined) return this.#refuse([]);
      const day = completedOn ?? cancelledDay(source, line);
      const winner = winningTick([{ status, completedOn: day }, ...(there.get(id) ?? [])]);
      return { topic, to: winner.status, day: winner.completedOn };
    });
    const rows = besides.map((one) => ({ ...one, topic: byId.get(one.topic.id) ?? one.topic }));
    const text = this.#recorded(after, to, [...changes, ...rows]);
    const both = [...ticked.map(tickOf), ...progressIn(to.text).ticks, ...[...overlaid.lines.values()].flat()];
    if (!isSameStates(overlaidBy(after, text).roadmap, overlay(after, both).roadmap)) this.#refuse([]);
    return { text, ticked, edits };
  }

  /** The text of a file with these ticks besides its own. */
  #recorded(own: Roadmap, to: ProgressNote, ticked: readonly Ticked[]): string {
    const roadmap = sourceName(this.#context, to.path, this.#loaded);
    const basis = to.text.trim() === '' ? emptyProgress(own, roadmap) : withHead(to.text, { roadmap, place: null });
    const { lines } = overlaidBy(own, basis);
    const changes = ticked.map(({ topic, to: status, day }): TopicChange => {
      const winner = winningTick([{ status, completedOn: day }, ...(lines.get(topic.id) ?? [])]);
      return { topic, to: winner.status, day: winner.completedOn };
    });
    return recordChanges(basis, readHead(basis).bodyStart, own, lines, changes, to.path);
  }

  /** What the home file is to say when the ticks are in `to`: nothing where that is found without a word. */
  #placeFor(to: ProgressNote): string | null {
    const { home, wish } = this.#loaded;
    const isFound = (home !== null && this.isSame(to, home)) || (wish !== null && this.isSame(to, { path: wish }));
    return isFound ? null : to.path;
  }

  #pointTo(to: ProgressNote): Rewriting[] {
    const { home } = this.#loaded;
    return home === null || this.isSame(to, home) ? [] : this.#pointer(home, this.#placeFor(to));
  }

  #pointer(home: ProgressNote, place: string | null): Rewriting[] {
    return home.bytes === null && place === null ? [] : this.#headed(home, home.text, place);
  }

  /** The home file with what is left in it; it goes where that is nothing. */
  #headed(home: ProgressNote, rest: string, place: string | null): Rewriting[] {
    const { own } = this.#loaded;
    const roadmap = sourceName(this.#context, home.path, this.#loaded);
    const isNothing = rest.trim() === '' || isBare(rest, own);
    if (isNothing && place === null) return this.#removal(home, roadmap);
    return this.#rewriting(home, withHead(isNothing ? emptyProgress(own, roadmap) : rest, { roadmap, place }));
  }

  #rest(from: ProgressNote, rest: string, isRenamed = false): Rewriting[] {
    const { own } = this.#loaded;
    if (from.bytes === null) return [];
    const isNothing = rest.trim() === '' || isBare(rest, own, isRenamed);
    return isNothing
      ? this.#removal(from, sourceName(this.#context, from.path, this.#loaded))
      : this.#rewriting(from, rest);
  }

  /** A link would lead nowhere, and a byte-order mark could not come back: such a file stays, with its title alone. */
  #removal(file: ProgressNote, roadmap: string): Rewriting[] {
    if (file.bytes === null) return [];
    const isKept = isLink(this.#context.disk, file.path) || decode(file.bytes, 'utf-8').bom;
    return this.#rewriting(file, isKept ? emptyProgress(this.#loaded.own, roadmap) : null);
  }

  #rewriting(file: ProgressNote, after: string | null): Rewriting[] {
    const { path, bytes: basis, text: before } = file;
    refuseConflictOf(file);
    const edit = differenceEdit(before, after ?? '');
    if (edit === null && after !== null) return [];
    // An empty file has no text to take away, and yet it goes.
    const edits = [edit ?? { span: { start: 0, end: 0 }, text: '' }];
    return [{ path, basis, before, after, edits, isNote: false }];
  }

  #noteRewriting(edits: readonly Edit[]): Rewriting[] {
    const { path, bytes, source, encoding } = this.#loaded.note as NonNullable<Loaded['note']>;
    if (edits.length === 0) return [];
    const texts = { before: source.text, after: applyEdits(source.text, edits) };
    return [{ path, basis: bytes, ...texts, edits, ...(encoding && { encoding }), isNote: true }];
  }
}

function overlaidBy(own: Roadmap, text: string): Overlaid {
  return overlay(own, progressIn(text).ticks);
}

/** Whether the line, opened and ticked again, is the same: another day, another form or another mark would be lost. */
function isRestored(source: Source, topic: Topic): boolean {
  const line = lineText(source, topic.line);
  const set = (from: string, to: Status, day: CalendarDate | null): string =>
    applyEdits(from, statusEdits(toSource(from), [{ line: 1, to, day }], []));
  const day = topic.completedOn ?? cancelledDay(source, topic.line);
  return set(set(line, 'todo', null), topic.status, day) === line;
}

/** The day of a skipped topic stands in its line alone. */
function cancelledDay(source: Source, line: number): CalendarDate | null {
  const { start, end } = lineSpan(source, line);
  const fields = readWholeLine(source.text, start, end)?.fields ?? [];
  const value = fields.find(({ name }) => name === 'cancelled')?.value;
  return value === undefined ? null : (value as CalendarDate);
}

/** The same topics in the same states, whatever their numbers. */
function isSameStates(a: Roadmap, b: Roadmap): boolean {
  const [left, right] = [a, b].map(
    (roadmap) =>
      new Map(
        [...topicsById(roadmap).values()].map(({ id, status, completedOn }) => [id, `${status} ${completedOn ?? ''}`]),
      ),
  ) as [Map<string, string>, Map<string, string>];
  return left.size === right.size && [...left].every(([id, state]) => right.get(id) === state);
}
