// Undo and redo: take back the newest change of the chosen roadmap's file, or make it again.
import { isUserError, UserError } from '../errors.ts';
import type { Change } from '../model/change.ts';
import { draftTopic } from '../model/draft.ts';
import { topicFinder } from '../model/tree.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { realOf } from '../store/library.ts';
import { changesOf, latestChange, placesInStep } from '../store/undo/latest-change.ts';
import { redoChange, undoChange } from '../store/undo/save.ts';
import { type Reverted, revertStep } from '../store/undo/step.ts';
import { positionOf } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/width.ts';
import { afterWriting, answer, answerRehearsal, type Rehearsed } from './answer.ts';
import { refuseConflictIn } from './conflict.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Loaded, load, loadWritten } from './load.ts';
import { patched } from './patch.ts';
import { refuseFile } from './selecting.ts';
import { leaveSummary } from './summary.ts';

export interface UndoOptions extends CommonOptions {
  /** How many changes; 1 by default. */
  readonly number?: number;
}

/** `undo [-n N]`, `redo [-n N]`: 0, also when there is nothing left to take back. Throws `undo-impossible` and what writing throws. */
export async function undo(
  context: Context,
  verb: 'undo' | 'redo',
  words: readonly string[],
  options: UndoOptions,
): Promise<number> {
  const [word] = words;
  if (word !== undefined) {
    refuseFile(context, word);
    throw new UserError('undo-selector', { command: verb, selector: word });
  }
  // What is to be undone may be the very move to a file that is gone.
  const lenient = { ...options, mayBeGone: true };
  let now = await load(context, lenient);
  const changed: Change[] = [];
  const files = new Set<string>();
  let refusal: UserError | null = null;
  for (let left = options.number ?? 1; left > 0; left--) {
    let reverted: Reverted[];
    try {
      reverted = revert(context, verb, now);
    } catch (error) {
      // Those before it are reverted, and that has to be seen.
      if (!isUserError(error) || files.size === 0) throw error;
      refusal = error;
      break;
    }
    if (reverted.length === 0) {
      if (changed.length > 0 || files.size > 0 || options.json) break;
      throw new UserError('nothing-to-undo', { file: now.origin.progress.path, verb });
    }
    // What was written is known: nothing that is asked of the disk now may sound as if it was not.
    const written = new Map(reverted.map(({ path, undone }) => [path, undone.bytes]));
    now = revertedNote(now, reverted) ?? (await loadWritten(context, lenient, now, written));
    for (const { undone } of reverted) files.add(undone.entry.file);
    const find = topicFinder(now.roadmap);
    for (const { address, id, title, from, to, was } of reverted.flatMap(({ undone }) => undone.entry.changes)) {
      // A topic that left the roadmap since is still named by what the journal remembers of it.
      const [old, status] = verb === 'undo' ? [to, from] : [from, to];
      const topic = find({ address, id }) ?? { ...draftTopic(title, 0, status), id, address };
      // A line that was linked anew has changed its name alone.
      if (was === undefined) changed.push({ topic, from: old, to: status });
    }
  }
  if (files.size > 0) leaveSummary(context, options, now);
  // With --json a failure leaves standard output empty.
  const isPrinted = refusal === null || !options.json;
  if (isPrinted) await printAnswer(context, verb, { changed, files }, now, options);
  if (files.size > 0 && (changed.length === 0 || !isPrinted))
    await afterWriting(context, { changed, unchanged: [] }, now, options);
  if (refusal !== null) throw refusal;
  return 0;
}

/** What `undo` would take back, as the document of that change; nothing is written. Throws what reading throws. */
export async function rehearseUndo(context: Context, options: CommonOptions): Promise<number> {
  const loaded = await load(context, { ...options, mayBeGone: true });
  const { disk } = context;
  const { state } = context.places;
  const latest = latestChange(disk, state, loaded.places, 'undo');
  const find = topicFinder(loaded.roadmap);
  const changes = latest === null ? [] : changesOf(disk, state, latest);
  const rehearsed = changes.flatMap(({ address, id, title, from, to, was }): Rehearsed[] => {
    const topic = find({ address, id }) ?? { ...draftTopic(title, 0, to), id, address };
    return was === undefined ? [{ topic, status: from, completedOn: null }] : [];
  });
  answerRehearsal(context, loaded, rehearsed, []);
  return 0;
}

/** Null where more than lines of the note that was read have changed. */
function revertedNote(before: Loaded, reverted: readonly Reverted[]): Loaded | null {
  const { note } = before;
  const [only, ...others] = reverted;
  if (note === null || only === undefined || others.length > 0 || only.path !== note.path) return null;
  const { by, bytes, source } = only.undone;
  if (bytes === null || source === null || by.before !== fingerprint(note.bytes)) return null;
  const lines = new Set(by.edits.map(({ span }) => positionOf(note.source, span.start).line));
  return patched(before, { lines: [...lines], edits: by.edits, bytes, source });
}

async function printAnswer(
  context: Context,
  verb: 'undo' | 'redo',
  { changed, files }: { changed: readonly Change[]; files: ReadonlySet<string> },
  now: Loaded,
  options: UndoOptions,
): Promise<void> {
  if (changed.length > 0 || files.size === 0 || options.json) {
    await answer(context, { changed, unchanged: [] }, now, options, {
      verb,
      group: null,
      keptDay: null,
      isFirst: false,
    });
    return;
  }
  // Ticks were moved or linked anew, and no topic changed by it.
  if (options.quiet) return;
  const { takenBack, madeAgain } = (await context.sentences()).reconcile;
  const sentence = (verb === 'undo' ? takenBack : madeAgain)([...files].map(visible));
  context.out(`${wrap(sentence, context.theme.width).join('\n')}\n`);
}

/**
 * The mode of a roadmap may have changed since: of its note and its progress file, the one that was changed last is
 * asked. A change that several files share is reverted in all of them. Empty: there is nothing to revert.
 */
function revert(context: Context, verb: 'undo' | 'redo', loaded: Loaded): Reverted[] {
  const { disk, lock, today: day } = context;
  const { state } = context.places;
  const latest = latestChange(disk, state, loaded.places, verb);
  if (latest === null) return [];
  const { path } = latest.place;
  const request = { command: [verb], day };
  try {
    if (latest.step !== null) {
      for (const part of placesInStep(disk, state, latest.step, verb)) refuseConflictIn(context, part.path);
      const named = new Map(loaded.places.map((place) => [realOf(disk, place.path), place.path]));
      const parts = revertStep(disk, state, { step: latest.step, kind: verb }, request, lock);
      return parts.map((part) => ({ ...part, path: named.get(part.path) ?? part.path }));
    }
    refuseConflictIn(context, path);
    const take = verb === 'undo' ? undoChange : redoChange;
    return [{ path, undone: take(disk, state, { ...latest.place, ...request }, lock) }];
  } catch (error) {
    if (error instanceof UserError && error.code === 'nothing-to-undo') return [];
    throw error;
  }
}
