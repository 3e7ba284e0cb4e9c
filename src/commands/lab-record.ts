// LabRecord: a lab that was passed, written into the progress file of its roadmap; also of a note that is ticked in place (FORMATS P7).
import { UserError } from '../errors.ts';
import { emptyProgress } from '../formats/progress/edit.ts';
import { readHead } from '../formats/progress/head.ts';
import { withLabs } from '../formats/progress/labs.ts';
import { tidied } from '../formats/progress/tidy.ts';
import { labName } from '../model/lab-line.ts';
import { passedLabs } from '../model/passed-labs.ts';
import { firstWording } from '../model/roadmap.ts';
import { usableFolder } from '../store/folders.ts';
import { type SaveRequest, saveChange } from '../store/undo/save.ts';
import { differenceEdit } from '../text/edit.ts';
import { refuseConflictOf } from './conflict.ts';
import type { Context } from './context.ts';
import { type LabEntry, passedIn } from './lab-finder.ts';
import type { LabOptions } from './lab-options.ts';
import { decideAnew, type Loaded, loadWritten } from './load.ts';
import { type ProgressNote, sourceName } from './progress-note.ts';
import { remember } from './remember.ts';
import { leaveSummary } from './summary.ts';

export interface Recorded {
  /** The file that has a line of each lab now; null where it had them already. */
  readonly file: string | null;
  /** The file was made for it. */
  readonly isFirst: boolean;
  readonly now: Loaded;
}

/**
 * Writes that labs are passed, today, as one change: under the lock, journalled, decided anew where somebody was quicker. What is recorded stays as it
 * is. Throws `unwritable`, `locked`, `changed`, `conflict`, `bad-progress`.
 */
export async function recordPassed(
  context: Context,
  loaded: Loaded,
  entries: readonly LabEntry[],
  options: LabOptions,
): Promise<Recorded> {
  const known = passedIn(loaded);
  if (entries.every(({ id }) => known.has(id))) return { file: null, isFirst: false, now: loaded };
  const { disk, places, lock } = context;
  const first = requestFor(context, loaded, entries);
  if (first.basis === null && places.data.path !== null && first.path.startsWith(`${places.data.path}/`))
    usableFolder(disk, places.data, first.path);
  let decided = loaded;
  const saved = saveChange(disk, places.state, first, lock, () =>
    decideAnew(context, options, loaded, (anew) => {
      decided = anew;
      return requestFor(context, anew, entries);
    }),
  );
  if (saved.outcome === 'stale') throw new UserError('changed', { file: first.path });
  if (saved.outcome === 'unchanged') return { file: null, isFirst: false, now: decided };
  const now = await loadWritten(context, options, decided, new Map([[first.path, saved.bytes]]));
  remember(context, { ...now, progress: now.progress ?? now.rows });
  leaveSummary(context, options, now);
  now.readers.readings.keep();
  return { file: first.path, isFirst: saved.entry.created, now };
}

/** No edits where all are recorded. */
function requestFor(context: Context, loaded: Loaded, entries: readonly LabEntry[]): SaveRequest {
  const { places, today: day } = context;
  const file = (loaded.progress ?? loaded.rows) as ProgressNote;
  if (file.path === '') {
    const { variable } = places.data;
    throw new UserError('unwritable', { file: `${variable}/istio-roadmap`, cause: 'no-home', variable });
  }
  refuseConflictOf(file);
  const { path, bytes: basis, text } = file;
  const { own } = loaded;
  const start = text.trim() === '' ? emptyProgress(own, sourceName(context, path, loaded)) : text;
  const { bodyStart } = readHead(start);
  const known = passedLabs(file.kept.labs);
  const fresh = entries.filter(({ id }) => !known.has(id));
  const lines = fresh.map(({ id }) => ({ id, day }));
  const after = fresh.length === 0 ? text : withLabs(tidied(start, bodyStart, own).text, bodyStart, own, lines, path);
  const edit = differenceEdit(text, after);
  const command = ['lab', ...fresh.map(({ id }) => id)];
  return {
    ...{ path, basis, edits: edit === null ? [] : [edit], command, day, variable: places.data.variable },
    changes: fresh.map(({ id, title }) => ({
      ...{ address: labName(id), id: labName(id), title: firstWording(title), from: 'todo', to: 'done' },
      ...{ completedOn: day, lab: true },
    })),
  };
}
