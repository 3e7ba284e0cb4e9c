// Undo and redo: take back the newest change of the chosen roadmap's file, or make it again.
import { UserError } from '../errors.ts';
import { topicsById } from '../formats/progress/edit.ts';
import type { Change } from '../model/change.ts';
import type { Status, Topic } from '../model/roadmap.ts';
import { placeOfLatest } from '../store/latest.ts';
import { redoChange, type Undone, undoChange } from '../store/save.ts';
import { answer } from './answer.ts';
import { lineIn } from './conflict.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Loaded, load } from './load.ts';

export interface UndoOptions extends CommonOptions {
  /** How many changes; 1 unless told. */
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
  if (word !== undefined)
    throw new UserError('usage', {
      detail: `${verb} takes back the last change, whatever it was, and no selector`,
      hint: verb === 'undo' ? `to open a topic again: istio-roadmap reopen ${word}` : 'istio-roadmap redo',
    });
  let now = await load(context, options);
  const changed: Change[] = [];
  for (let left = options.number ?? 1; left > 0; left--) {
    const undone = revert(context, verb, now);
    if (undone === null) {
      if (changed.length > 0 || options.json) break;
      throw new UserError('nothing-to-undo', { file: now.origin.progress.path, verb });
    }
    now = await load(context, options);
    const after = topicsById(now.roadmap);
    for (const { address, id, title, from, to } of undone.entry.changes) {
      const topic = after.get(id) ?? placeholder(now, address, title);
      if (topic !== null) changed.push({ topic, from: verb === 'undo' ? to : from, to: verb === 'undo' ? from : to });
    }
  }
  await answer(context, verb, { changed, unchanged: [] }, now, options, { group: null, isFirst: false });
  return 0;
}

/** The mode of a roadmap may have changed since: of its note and its progress file, the one that was changed last is asked. */
function revert(context: Context, verb: 'undo' | 'redo', { places, note, progress, own }: Loaded): Undone | null {
  const { disk, lock, today: day } = context;
  const { state } = context.places;
  const place = placeOfLatest(disk, state, places, verb);
  if (place === null) return null;
  const line = place.path === note?.path ? lineIn(own) : (progress?.conflict ?? null);
  if (line !== null) throw new UserError('conflict', { file: place.path, line });
  try {
    return (verb === 'undo' ? undoChange : redoChange)(disk, state, { ...place, command: [verb], day }, lock);
  } catch (error) {
    if (error instanceof UserError && error.code === 'nothing-to-undo') return null;
    throw error;
  }
}

/** A topic that left the roadmap since is still named by what the journal remembers of it. */
function placeholder(now: Loaded, address: string, title: string): Topic | null {
  const [any] = topicsById(now.roadmap).values();
  const state: Status = 'todo';
  return any === undefined ? null : { ...any, address, title, status: state, completedOn: null, topics: [] };
}
