// LabFiles: where labs of one's own are: YAML files in the folder `labs` beside the roadmap.
import { UserError } from '../errors.ts';
import type { Disk, Stat } from './disk.ts';
import { causeOf, isAbsence } from './failure.ts';
import { folderOf, joined } from './files.ts';

/** More of them are no labs. */
const mostLabs = 1000;

export const labFolder = (roadmap: string): string => joined(folderOf(roadmap), 'labs');

/** The id of each is the name of its file. Sorted; none where there is no folder. Throws `unreadable`. */
export function ownLabs(disk: Disk, folder: string): { readonly id: string; readonly file: string }[] {
  return namesIn(disk, folder)
    .flatMap((name) => {
      const id = /^([^.].*)\.ya?ml$/is.exec(name)?.[1];
      return id === undefined ? [] : [{ id, file: joined(folder, name) }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, mostLabs)
    .filter(({ file }) => !isFolder(disk, file));
}

/** The files of an answer in a folder: what `--into` wrote besides is none. Sorted; null for what is no folder. Throws `unreadable`. */
export function answersIn(disk: Disk, path: string): string[] | null {
  if (!isFolder(disk, path)) return null;
  return namesIn(disk, path)
    .filter(
      (name) => /^[^.].*\.(?:ya?ml|json)$/i.test(name) && name !== givenName && !isFolder(disk, joined(path, name)),
    )
    .sort();
}

/** When the newest of these files was saved, in milliseconds since 1970; 0 without any. Throws `unreadable`. */
export function lastSaved(disk: Disk, folder: string, names: readonly string[]): number {
  return Math.max(
    0,
    ...names.map((name) => {
      const file = joined(folder, name);
      try {
        return disk.stat(file).modified;
      } catch (error) {
        const cause = causeOf(error);
        if (cause === null) throw error;
        throw new UserError('unreadable', { file, cause });
      }
    }),
  );
}

/** A file or folder as it was typed, without slashes behind it. */
export const withoutSlash = (typed: string): string => typed.replace(/(?<!^|\/)\/+$/, '');

/** What `--into` writes. */
export const givenName = 'given.yaml';

/** False where nothing is there: reading it says so. Throws `unreadable`. */
const isFolder = (disk: Disk, path: string): boolean => kindAt(disk, path) === 'folder';

/** What a path leads to; null where that is nothing. Throws `unreadable`. */
export function kindAt(disk: Disk, path: string): Stat['kind'] | null {
  try {
    return disk.stat(path).kind;
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null) throw error;
    if (isAbsence(cause)) return null;
    throw new UserError('unreadable', { file: path, cause });
  }
}

export function namesIn(disk: Disk, folder: string): string[] {
  try {
    return disk.readdir(folder);
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null) throw error;
    // A file of that name is no folder of labs.
    if (isAbsence(cause) || cause === 'not-a-folder') return [];
    throw new UserError('unreadable', { file: folder, cause });
  }
}
