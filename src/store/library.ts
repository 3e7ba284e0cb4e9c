// Library: where a roadmap that was asked for by name or file is to be found.
import { UserError } from '../errors.ts';
import type { Disk } from './disk.ts';
import { errnoOf } from './failure.ts';
import { folderOf } from './files.ts';

export type Found =
  /** A file of the user's; `real` is its path without links, by which its progress file is named. */
  | { readonly kind: 'file'; readonly path: string; readonly real: string }
  /** Shipped with the program, compiled to JSON. */
  | { readonly kind: 'bundled'; readonly id: string; readonly path: string };

export interface Library {
  /** Folder with `<id>.json` for each bundled roadmap. */
  readonly bundled: string;
  /** Working directory: relative files count from here. */
  readonly cwd: string;
}

/** What the program looks at when nobody says otherwise. */
export const defaultRoadmap = 'istio';

/** A name is a bundled roadmap; anything else, and whatever has a slash or an extension, is a file.
 * Throws `no-roadmap` where it is neither; a file that cannot be read fails when it is read. */
export function findRoadmap(disk: Disk, { bundled, cwd }: Library, name: string): Found {
  if (/^[\w-]+$/.test(name)) {
    const path = `${bundled}/${name}.json`;
    if (exists(disk, path)) return { kind: 'bundled', id: name, path };
  }
  const path = absolutePath(cwd, name.replace(/^\.\/+/, ''));
  if (!exists(disk, path) && /^[\w-]+$/.test(name)) {
    throw new UserError('no-roadmap', { name, known: bundledRoadmaps(disk, bundled) });
  }
  return { kind: 'file', path, real: realOf(disk, path) };
}

/** A file as the user named it, by its absolute path: what is relative counts from the working directory. */
export function absolutePath(cwd: string, file: string): string {
  return file.startsWith('/') ? file : `${cwd}/${file}`;
}

function bundledRoadmaps(disk: Disk, bundled: string): string[] {
  return disk
    .readdir(bundled)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The path from a folder to a file, both absolute; the absolute one where they have nothing but the root in common. */
export function wayTo(file: string, folder: string): string {
  const [to, from] = [file, folder].map((path) => path.split('/').filter((name) => name !== '')) as [
    string[],
    string[],
  ];
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  if (common === 0) return file;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** Whether something stands at the path, dangling links included: they are refused with their own sentence later. */
export function exists(disk: Disk, path: string): boolean {
  try {
    disk.lstat(path);
    return true;
  } catch (error) {
    // A folder that cannot be searched hides the file: reading it says so better than "no such roadmap".
    return errnoOf(error) === 'EACCES';
  }
}

/** The path without links, or the path itself where that cannot be told. */
export function realOf(disk: Disk, path: string): string {
  try {
    return disk.realpath(path);
  } catch {
    // Absent, or in a folder that cannot be searched: reading it will say which.
    return path;
  }
}

/** `notes/Istio.md` → `Istio`. */
export function stemOf(path: string): string {
  const name = path.slice(folderOf(path).length).replace(/^\/+/, '');
  return name.replace(/(?<=.)\.[A-Za-z0-9]+$/, '') || name;
}
