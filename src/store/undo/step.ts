// Step: changes of several files that are made, and taken back, as one.
import { isUserError, UserError } from '../../errors.ts';
import type { Disk } from '../disk.ts';
import type { LockOptions } from '../lock.ts';
import type { OwnFolder } from '../places.ts';
import { checkWritable } from '../replace.ts';
import { newEntryId } from './journal-writer.ts';
import { placeInStep, placesInStep } from './latest-change.ts';
import {
  checkRevert,
  redoChange,
  type SaveRequest,
  saveChange,
  type Undone,
  type UndoRequest,
  undoChange,
  voidQuietly,
} from './save.ts';

export const newStep = newEntryId;

/**
 * Saves the parts one after the other, once every file was found fit to be written; gives their bytes by path. Where one
 * fails all the same, those before it are taken back; and where even that fails they stay, which is why the file that
 * gets something must come before the one that loses it. Throws what saving throws, `changed` for a stale part.
 */
export function saveStep(
  disk: Disk,
  state: OwnFolder,
  step: string,
  parts: readonly SaveRequest[],
  options: LockOptions = {},
): Map<string, Uint8Array | null> {
  for (const { path, variable } of parts) checkWritable(disk, path, variable);
  const written = new Map<string, Uint8Array | null>();
  try {
    for (const part of parts) {
      const saved = saveChange(disk, state, { ...part, step }, options);
      if (saved.outcome === 'stale') throw new UserError('changed', { file: part.path });
      if (saved.outcome === 'saved') written.set(part.path, saved.bytes);
    }
  } catch (error) {
    const [part] = parts;
    if (written.size > 0 && part !== undefined) takeBack(disk, state, step, part, options);
    throw error;
  }
  return written;
}

/** A second failure must not hide the first. */
export function takeBack(
  disk: Disk,
  state: OwnFolder,
  step: string,
  { command, day }: Pick<SaveRequest, 'command' | 'day'>,
  options: LockOptions = {},
): void {
  withoutRefusal(() => {
    for (const { undone } of revertStep(disk, state, { step, kind: 'undo' }, { command, day }, options)) {
      // As if it had never been tried: what could be made again before can be so still.
      voidQuietly(disk, state, undone.entry, options);
      voidQuietly(disk, state, undone.by, options);
    }
  });
}

function withoutRefusal(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!isUserError(error)) throw error;
  }
}

export interface Reverted {
  readonly path: string;
  readonly undone: Undone;
}

/**
 * Takes back all parts of a step, the last one first, or makes them again, the first one first; none of them where one
 * cannot be. Throws as `undoChange` does.
 */
export function revertStep(
  disk: Disk,
  state: OwnFolder,
  { step, kind }: { readonly step: string; readonly kind: 'undo' | 'redo' },
  request: Pick<UndoRequest, 'command' | 'day'>,
  options: LockOptions = {},
): Reverted[] {
  const reverted: Reverted[] = [];
  const places = placesInStep(disk, state, step, kind);
  for (const place of places) {
    checkWritable(disk, place.path, place.variable);
    checkRevert(disk, state, { ...place, ...request }, kind);
  }
  const [revert, restore] = kind === 'undo' ? [undoChange, redoChange] : [redoChange, undoChange];
  try {
    // Looked for anew each time: of two parts in one file the second comes into sight when the first is gone.
    for (;;) {
      const place = placeInStep(disk, state, step, kind);
      if (place === null) return reverted;
      reverted.push({ path: place.path, undone: revert(disk, state, { ...place, ...request }, options) });
    }
  } catch (error) {
    withoutRefusal(() => {
      for (const { path } of reverted.reverse()) restore(disk, state, { path, variable: null, ...request }, options);
    });
    throw error;
  }
}
