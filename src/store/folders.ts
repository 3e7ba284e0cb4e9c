// Folders: places of ours that are made when something is to be written there.
import { UserError } from '../errors.ts';
import type { Disk } from './disk.ts';
import { errnoOf, quietly, telling } from './failure.ts';
import { folderOf, nameExists } from './files.ts';
import type { OwnFolder } from './places.ts';

/**
 * The folder of a place that is about to be written for the sake of `file`. Throws `unwritable` with the variable to set
 * when HOME is not known or not there.
 */
export function usableFolder(disk: Disk, place: OwnFolder, file: string): string {
  const refusal = new UserError('unwritable', { file, cause: 'no-home', variable: place.variable });
  if (place.path === null) throw refusal;
  const { home } = place;
  if (home === null) return place.path;
  return telling(home, place.variable, () => {
    if (!nameExists(disk, home) || disk.stat(home).kind !== 'folder') throw refusal;
    return place.path as string;
  });
}

/** Makes the folder and those above it, for this user alone; another process may be making them at the same time. */
export function makeFolder(disk: Disk, path: string): void {
  const make = () => {
    try {
      disk.mkdir(path, 0o700);
    } catch (error) {
      let there = false;
      quietly(() => {
        there = disk.stat(path).kind === 'folder';
      });
      if (!there) throw error;
    }
  };
  try {
    make();
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT' || folderOf(path) === path) throw error;
    makeFolder(disk, folderOf(path));
    make();
  }
}
