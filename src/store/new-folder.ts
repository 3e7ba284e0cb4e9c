// NewFolder: a folder with its files that is there whole or not at all.
import { UserError } from '../errors.ts';
import type { Disk } from './disk.ts';
import { quietly, telling } from './failure.ts';
import { folderOf, joined, nameExists, realTarget } from './files.ts';
import { makeFolder } from './folders.ts';
import { withFolder, writeTemp } from './replace.ts';
import { removeStrays, tempName } from './temp.ts';

export interface NewFile {
  /** Below the folder: `answer.yaml`, or `01-retries/answer.yaml`. */
  readonly name: string;
  readonly text: string;
}

/**
 * Makes a folder that must not exist yet, or be empty: beside its place first, where nobody looks for it, then by one rename. Throws
 * `unwritable`; then nothing is there that was not there before.
 */
export function createFolder(disk: Disk, path: string, files: readonly NewFile[]): void {
  telling(path, null, () => {
    const real = realTarget(disk, path, null);
    if (nameExists(disk, real) && !(disk.stat(real).kind === 'folder' && disk.readdir(real).length === 0))
      throw new UserError('unwritable', { file: path, cause: 'exists', variable: null });
    makeFolder(disk, folderOf(real));
    removeStrays(disk, real, false, (left) => removeWhole(disk, left));
    const temp = tempName(disk, real);
    withFolder(disk, real, (syncFolder) => {
      try {
        disk.mkdir(temp, 0o700);
        for (const { name, text } of files) writeInto(disk, temp, name, text);
        disk.rename(temp, real);
      } catch (error) {
        quietly(() => removeWhole(disk, temp));
        throw error;
      }
      try {
        syncFolder();
      } catch (error) {
        quietly(() => disk.rename(real, temp));
        quietly(() => removeWhole(disk, temp));
        throw error;
      }
    });
  });
}

function writeInto(disk: Disk, folder: string, name: string, text: string): void {
  const file = joined(folder, name);
  makeFolder(disk, folderOf(file));
  writeTemp(disk, file, new TextEncoder().encode(text), null);
}

/** A folder of ours that never had its name, with what was written into it. */
function removeWhole(disk: Disk, folder: string): void {
  for (const name of disk.readdir(folder)) {
    const path = joined(folder, name);
    if (disk.lstat(path).kind === 'folder') removeWhole(disk, path);
    else disk.unlink(path);
  }
  disk.rmdir(folder);
}
