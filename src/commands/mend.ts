// Mend: the splices of `lint --fix` go to the note under a lock, with a journal entry, like every other change.
import { UserError } from '../errors.ts';
import { firstWording, type Topic } from '../model/roadmap.ts';
import { type SaveRequest, saveChange } from '../store/undo/save.ts';
import type { Edit } from '../text/edit.ts';
import type { CommonOptions, Context } from './context.ts';
import { decideAnew, type Loaded, loadWritten } from './load.ts';

export interface Mending {
  readonly edits: readonly Edit[];
  /** The topics on the lines that are mended: `undo` names them. Their states stay what they are. */
  readonly topics: readonly Topic[];
}

/**
 * Writes what `decide` finds to the note, which must be tracked in place: what this program does not tick, it does not
 * mend either. Says how many places it mended. Throws `unwritable`, `locked`, `changed`.
 */
export async function mend(
  context: Context,
  loaded: Loaded,
  options: CommonOptions,
  decide: (loaded: Loaded) => Mending,
): Promise<{ readonly count: number; readonly now: Loaded }> {
  let basis = loaded;
  let decided = decide(loaded);
  const request = (now: Loaded): SaveRequest => {
    const note = now.note as NonNullable<Loaded['note']>;
    return {
      path: note.path,
      basis: note.bytes,
      edits: decided.edits,
      ...(note.encoding === undefined ? {} : { encoding: note.encoding }),
      command: ['lint', '--fix'],
      day: context.today,
      variable: null,
      changes: decided.topics.map(({ address, id, title, status, completedOn }) => ({
        ...{ address, id, title: firstWording(title), from: status, to: status, completedOn },
      })),
    };
  };
  const saved = saveChange(context.disk, context.places.state, request(loaded), context.lock, () => {
    // Somebody was quicker: under the lock nobody can be again.
    basis = decideAnew(context, options, loaded, (now) => now);
    if (basis.progress !== null) throw new UserError('changed', { file: loaded.origin.progress.path });
    decided = decide(basis);
    return request(basis);
  });
  if (saved.outcome === 'stale') throw new UserError('changed', { file: loaded.origin.progress.path });
  if (saved.outcome === 'unchanged') return { count: 0, now: basis };
  const path = loaded.origin.progress.path;
  return {
    count: decided.edits.length,
    now: await loadWritten(context, options, basis, new Map([[path, saved.bytes]])),
  };
}
