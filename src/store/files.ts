// Files: read whole within limits; where a path really leads.
import { type FileCause, isUserError, UserError } from '../errors.ts';
import type { Disk, Stat } from './disk.ts';
import { causeIn, causeOf, errnoOf, isAbsence, quietly, telling } from './failure.ts';

/** Larger files are refused before they are read: an object for each line would take the machine's memory with it. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

const MOST_INTERRUPTIONS = 100;

/**
 * The whole file, at most `MAX_FILE_BYTES`; what we wrote ourselves may have another limit. Throws `unreadable`. Folders, FIFOs and devices are refused without ever
 * waiting for them.
 */
export function readBytes(disk: Disk, path: string, most = MAX_FILE_BYTES): Uint8Array {
  try {
    refuseOddKind(disk.stat(path), path);
    const handle = disk.open(path, 'read', 0);
    try {
      const stat = disk.fstat(handle);
      refuseOddKind(stat, path);
      if (stat.size > most) throw new UserError('unreadable', { file: path, cause: 'too-large' });
      return readToEnd(disk, handle, path, stat.size, most);
    } finally {
      quietly(() => disk.close(handle));
    }
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null) throw error;
    throw new UserError('unreadable', {
      file: path,
      cause: cause === 'missing' ? missingOrDangling(disk, path) : cause,
    });
  }
}

/** The whole file as `readBytes` reads it, or null where nothing is at the path. Throws `unreadable` otherwise. */
export function readIfThere(disk: Disk, path: string, most = MAX_FILE_BYTES): Uint8Array | null {
  try {
    return readBytes(disk, path, most);
  } catch (error) {
    if (isUserError(error) && isAbsence(causeIn(error))) return null;
    throw error;
  }
}

/** The whole file; null where it cannot be read, for whatever reason. */
export function readQuietly(disk: Disk, path: string): Uint8Array | null {
  let bytes: Uint8Array | null = null;
  quietly(() => {
    bytes = readBytes(disk, path);
  });
  return bytes;
}

/** The first bytes of a file, at most `most`. Throws what the system throws; a FIFO is not waited for. */
export function readStart(disk: Disk, path: string, most: number): Uint8Array {
  const handle = disk.open(path, 'read', 0);
  try {
    const buffer = new Uint8Array(most);
    return buffer.subarray(0, readOn(disk, handle, buffer, 0));
  } finally {
    quietly(() => disk.close(handle));
  }
}

function refuseOddKind(stat: Stat, file: string): void {
  if (stat.kind === 'file') return;
  throw new UserError('unreadable', { file, cause: stat.kind === 'folder' ? 'folder' : 'not-a-file' });
}

export function readToEnd(disk: Disk, handle: number, file: string, size: number, most: number): Uint8Array {
  // One byte more than promised: a file that grows meanwhile is noticed, and so are those of size 0 that have content.
  let buffer = new Uint8Array(size + 1);
  let length = 0;
  for (;;) {
    const got = readOn(disk, handle, buffer, length);
    length += got;
    if (length > most) throw new UserError('unreadable', { file, cause: 'too-large' });
    if (got === 0) return buffer.subarray(0, length);
    if (length === buffer.length) {
      const larger = new Uint8Array(Math.min(Math.max(length * 2, 4096), most + 1));
      larger.set(buffer);
      buffer = larger;
    }
  }
}

/** A read that a signal interrupted has read nothing and is asked again; other calls Node repeats by itself. */
function readOn(disk: Disk, handle: number, into: Uint8Array, at: number): number {
  for (let left = MOST_INTERRUPTIONS; ; left--) {
    try {
      return disk.read(handle, into, at, at);
    } catch (error) {
      if (errnoOf(error) !== 'EINTR' || left === 0) throw error;
    }
  }
}

function missingOrDangling(disk: Disk, path: string): FileCause {
  let cause: FileCause = path.includes('\ufffd') ? 'odd-name' : 'missing';
  quietly(() => {
    if (disk.lstat(path).kind === 'link') cause = 'dangling-link';
  });
  return cause;
}

/**
 * The real path a write to `path` would go to: links are followed, and names that do not exist yet are kept.
 * Throws `unwritable` for a link that leads nowhere.
 */
export function realTarget(disk: Disk, path: string, variable: string | null): string {
  return telling(path, variable, () => {
    const resolve = (at: string): string => {
      try {
        return disk.realpath(at);
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error;
      }
      if (nameExists(disk, at)) {
        // No link, so another process has made it since.
        if (disk.lstat(at).kind !== 'link') return resolve(at);
        throw new UserError('unwritable', { file: path, cause: 'dangling-link', variable });
      }
      const parent = folderOf(at);
      return parent === at ? at : joined(resolve(parent), at.slice(at.lastIndexOf('/') + 1));
    };
    return resolve(path);
  });
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}

export function joined(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/**
 * Whether a write to `path` would stay below `folder`, a real path. Folders on the way may not be there yet; what is there
 * decides, and a link that leads nowhere leads out.
 */
export function leadsInto(disk: Disk, path: string, folder: string): boolean {
  try {
    // A name with a NUL is none that a file could have.
    return !path.includes('\0') && realTarget(disk, path, null).startsWith(joined(folder, ''));
  } catch (error) {
    if (isUserError(error)) return false;
    throw error;
  }
}

/** Whether a name exists, dangling links included. Throws what the system throws for anything but absence. */
export function nameExists(disk: Disk, path: string): boolean {
  try {
    disk.lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
