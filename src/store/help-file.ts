// HelpFile: a file of ours that is a help and no record: replaced whole, without fsync, and never a reason to fail.
import type { Disk } from './disk.ts';
import { quietly } from './failure.ts';
import { folderOf, joined, readQuietly } from './files.ts';
import { makeFolder } from './folders.ts';
import { removeStrays, tempName, writeAll } from './temp.ts';

/** Makes its folder where there is none. What it holds already is not written again. */
export function writeHelp(disk: Disk, path: string, bytes: Uint8Array): void {
  quietly(() => {
    const old = readQuietly(disk, path);
    if (old !== null && Buffer.compare(old, bytes) === 0) return;
    makeFolder(disk, folderOf(path));
    removeStrays(disk, path, true);
    const temp = tempName(disk, path);
    try {
      const handle = disk.open(temp, 'create', 0o600);
      try {
        writeAll(disk, handle, bytes);
      } finally {
        disk.close(handle);
      }
      disk.rename(temp, path);
    } catch (error) {
      quietly(() => disk.unlink(temp));
      throw error;
    }
  });
}

/** Empties a folder of such files where it has too many: whatever is still of use is made again. */
export function sweepFolder(disk: Disk, folder: string, most: number): void {
  quietly(() => {
    const names = disk.readdir(folder);
    if (names.length < most) return;
    for (const name of names) quietly(() => disk.unlink(joined(folder, name)));
  });
}
