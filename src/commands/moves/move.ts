// Move: the ticks of a roadmap go to the place that `--progress` names, in one undoable step (FORMATS P5).
import { UserError } from '../../errors.ts';
import type { SaveRequest } from '../../store/undo/save.ts';
import { saveStep } from '../../store/undo/step.ts';
import type { CommonOptions, Context } from '../context.ts';
import { type Loaded, load } from '../load.ts';
import type { ProgressNote } from '../progress-note.ts';
import { betweenFiles } from './between-files.ts';
import { intoNote } from './into-note.ts';
import { leftInNote, outOfNote } from './out-of-note.ts';
import { isSame, type PlannedMove } from './planned-move.ts';

/**
 * How the ticks of `loaded`, which was read without `--progress`, get to the place that the options name; null where
 * they are there. Throws `unmovable`, `usage`, `bad-progress` and what reading throws; nothing is written.
 */
export async function planMove(context: Context, options: CommonOptions, loaded: Loaded): Promise<PlannedMove | null> {
  const target = await load(context, options);
  const present = { context, loaded };
  if (options.progress === 'inline') return intoNote(present);
  const to = target.progress as ProgressNote;
  const { home, progress, overlaid } = loaded;
  if (home === null)
    throw new UserError('unwritable', { file: to.path, cause: 'no-home', variable: context.places.data.variable });
  if (progress === null) return outOfNote(present, to);
  if (isSame(present, progress, to)) return leftInNote(present, to);
  return betweenFiles(present, { file: progress, text: progress.text, overlaid, taking: 'move' }, to);
}

/** Writes the parts of a move as one step; gives what the files hold now, by path. Throws what `saveStep` throws. */
export function makeMove(
  { disk, places, lock, today: day }: Context,
  { step, writes }: PlannedMove,
  command: readonly string[],
): Map<string, Uint8Array | null> {
  const parts = writes.map(
    ({ before: _, after, isNote, ...file }): SaveRequest => ({
      ...{ ...file, command, day, changes: [], removes: after === null },
      variable: isNote ? null : places.data.variable,
    }),
  );
  return saveStep(disk, places.state, step, parts, lock);
}
