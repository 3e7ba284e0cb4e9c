// Replacement: a file is replaced, made or removed so that nobody ever sees half of one.
import { type FileCause, isUserError, UserError } from '../errors.ts';
import type { Disk, Stat } from './disk.ts';
import { causeIn, errnoOf, isAbsence, quietly, telling } from './failure.ts';
import { folderOf, nameExists, readBytes, readToEnd, realTarget } from './files.ts';
import { makeFolder } from './folders.ts';
import { removeStrays, tempName, writeAll } from './temp.ts';

/** What must hold at the moment a file is replaced, and what a refusal says. */
export interface Guard {
  /** The content that may be replaced. */
  readonly expected: Uint8Array;
  /** Called when everything that can fail early has succeeded: the place for the journal. */
  readonly beforeRename?: () => void;
  /** Throws when the lock was lost; asked last of all. */
  readonly assertOwned?: () => void;
  /** Environment variable that would choose another place. */
  readonly variable: string | null;
  /** Of a file that is made again; by default what the system gives a new one. */
  readonly mode?: number;
}

/**
 * Replaces the content of an existing file: temp file beside the *real* file (links stay), same mode and owner, fsync,
 * read back, compared with `guard.expected`, rename. Returns the bytes as the disk gave them back. Throws `unwritable`,
 * or `changed`; the file then is what it was and the temp file is gone.
 */
export function replaceFile(disk: Disk, path: string, bytes: Uint8Array, guard: Guard): Uint8Array {
  return telling(path, guard.variable, () => {
    const { real, stat } = writableTarget(disk, path, guard.variable);
    removeStrays(disk, real);
    const temp = tempName(disk, real);
    return withFolder(disk, real, (syncFolder) => {
      let old: Uint8Array;
      let written: Uint8Array;
      try {
        written = writeTemp(disk, temp, bytes, stat);
        guard.beforeRename?.();
        guard.assertOwned?.();
        old = unchangedBytes(disk, path, real, guard);
        disk.rename(temp, real);
      } catch (error) {
        quietly(() => disk.unlink(temp));
        throw error;
      }
      try {
        syncFolder();
      } catch (error) {
        // A failure must mean that nothing changed, so the old content goes back.
        quietly(() => putBack(disk, real, old, stat));
        throw error;
      }
      return written;
    });
  });
}

/** Makes a file that must not exist yet, with its folders (0700). Throws `unwritable`, or `changed` when it has appeared. */
export function createFile(disk: Disk, path: string, bytes: Uint8Array, guard: Omit<Guard, 'expected'>): Uint8Array {
  return telling(path, guard.variable, () => {
    const real = realTarget(disk, path, guard.variable);
    // Its bytes were lost on the way here: it would get another name than was typed.
    if (real.includes('\ufffd'))
      throw new UserError('unwritable', { file: path, cause: 'odd-name', variable: guard.variable });
    makeFolder(disk, folderOf(real));
    removeStrays(disk, real);
    const temp = tempName(disk, real);
    return withFolder(disk, real, (syncFolder) => {
      let written: Uint8Array;
      try {
        written = writeTemp(disk, temp, bytes, null, guard.mode);
        guard.beforeRename?.();
        guard.assertOwned?.();
        if (nameExists(disk, real)) throw new UserError('changed', { file: path });
        disk.rename(temp, real);
      } catch (error) {
        quietly(() => disk.unlink(temp));
        throw error;
      }
      try {
        syncFolder();
      } catch (error) {
        quietly(() => disk.unlink(real));
        throw error;
      }
      return written;
    });
  });
}

/** Removes a file that still is `guard.expected`. Throws `unwritable` or `changed`; the file then is still there. */
export function removeFile(disk: Disk, path: string, guard: Guard): void {
  telling(path, guard.variable, () => {
    const { real } = writableTarget(disk, path, guard.variable);
    removeStrays(disk, real);
    const temp = tempName(disk, real);
    withFolder(disk, real, (syncFolder) => {
      guard.beforeRename?.();
      guard.assertOwned?.();
      unchangedBytes(disk, path, real, guard);
      // Moved aside first: until the folder is synced there is a way back.
      disk.rename(real, temp);
      try {
        syncFolder();
      } catch (error) {
        quietly(() => disk.rename(temp, real));
        throw error;
      }
      quietly(() => disk.unlink(temp));
    });
  });
}

/** Refuses what would be refused when the file is written; its folder may not be there yet. Throws `unwritable`. */
export function checkWritable(disk: Disk, path: string, variable: string | null): void {
  telling(path, variable, () => {
    const real = realTarget(disk, path, variable);
    if (nameExists(disk, real)) writableTarget(disk, path, variable);
    let folder = folderOf(real);
    while (!nameExists(disk, folder) && folderOf(folder) !== folder) folder = folderOf(folder);
    disk.mayWrite(folder);
  });
}

/** Refuses what a rename would destroy or could not keep: see the words of each cause in lang/. */
function writableTarget(disk: Disk, path: string, variable: string | null): { real: string; stat: Stat } {
  const refuse = (cause: FileCause) => new UserError('unwritable', { file: path, cause, variable });
  const real = realTarget(disk, path, variable);
  const stat = disk.stat(real);
  if (stat.kind !== 'file') throw refuse(stat.kind === 'folder' ? 'folder' : 'not-a-file');
  if (stat.links > 1) throw refuse('hard-link');
  if (stat.uid !== disk.machine.uid) throw refuse('owner');
  // Rename needs no right on the file itself, and root has them all: the author's decision is honoured, not the kernel's.
  if ((stat.mode & 0o222) === 0) throw refuse('write-protected');
  try {
    disk.mayWrite(real);
  } catch (error) {
    throw errnoOf(error) === 'EACCES' ? refuse('write-protected') : error;
  }
  return { real, stat };
}

function unchangedBytes(disk: Disk, path: string, real: string, guard: Guard): Uint8Array {
  let now: Uint8Array;
  try {
    // The journal may be larger than a roadmap.
    now = readBytes(disk, path, Number.POSITIVE_INFINITY);
  } catch (error) {
    if (isUserError(error) && error.code === 'unreadable' && isAbsence(causeIn(error)))
      throw new UserError('changed', { file: path });
    throw error;
  }
  if (disk.realpath(path) !== real || Buffer.compare(now, guard.expected) !== 0)
    throw new UserError('changed', { file: path });
  return now;
}

/** Writes a new file beside its target, synced, with the mode and owner of `like`; returns what the disk gives back. */
export function writeTemp(disk: Disk, temp: string, bytes: Uint8Array, like: Stat | null, mode?: number): Uint8Array {
  const handle = disk.open(temp, 'create', like === null && mode === undefined ? 0o666 : 0o600);
  let readBack: Uint8Array;
  try {
    writeAll(disk, handle, bytes);
    if (like !== null) keepOwner(disk, handle, temp, like);
    else if (mode !== undefined) disk.fchmod(handle, mode);
    disk.fsync(handle);
    readBack = readToEnd(disk, handle, temp, bytes.length, Number.POSITIVE_INFINITY);
    if (Buffer.compare(readBack, bytes) !== 0)
      throw new UserError('unwritable', { file: temp, cause: 'io', variable: null });
  } catch (error) {
    quietly(() => disk.close(handle));
    throw error;
  }
  disk.close(handle);
  return readBack;
}

function keepOwner(disk: Disk, handle: number, file: string, like: Stat): void {
  const lost = () => new UserError('unwritable', { file, cause: 'owner', variable: null });
  const mine = disk.fstat(handle);
  try {
    if (mine.uid !== like.uid || mine.gid !== like.gid) disk.fchown(handle, like.uid, like.gid);
    disk.fchmod(handle, like.mode);
  } catch (error) {
    throw errnoOf(error) === 'EPERM' ? lost() : error;
  }
  const kept = disk.fstat(handle);
  if (kept.uid !== like.uid || kept.gid !== like.gid || kept.mode !== like.mode) throw lost();
}

function putBack(disk: Disk, real: string, old: Uint8Array, stat: Stat): void {
  const temp = tempName(disk, real);
  try {
    writeTemp(disk, temp, old, stat);
    disk.rename(temp, real);
  } catch (error) {
    quietly(() => disk.unlink(temp));
    throw error;
  }
}

/** Opens the folder of `path` before anything is changed; odd file systems that cannot sync folders are let be. */
export function withFolder<Result>(disk: Disk, path: string, action: (sync: () => void) => Result): Result {
  let handle: number | null = null;
  try {
    handle = disk.open(folderOf(path), 'folder', 0);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EINVAL', 'EISDIR'].includes(errnoOf(error) ?? '')) throw error;
  }
  try {
    return action(() => {
      try {
        if (handle !== null) disk.fsync(handle);
      } catch (error) {
        if (!['EINVAL', 'EISDIR', 'EPERM'].includes(errnoOf(error) ?? '')) throw error;
      }
    });
  } finally {
    const open = handle;
    if (open !== null) quietly(() => disk.close(open));
  }
}
