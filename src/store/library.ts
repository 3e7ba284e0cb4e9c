// Library: where a roadmap that was asked for by name or file is to be found.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { UserError } from '../errors.ts';
import type { Disk } from './disk.ts';
import { causeIn, causeOf, isAbsence } from './failure.ts';
import { folderOf } from './files.ts';

/** What the configuration says of a roadmap. */
export interface RegisteredRoadmap {
  /** As `-r` takes it, whatever its case; null for the roadmap that a project's file chooses. */
  readonly name: string | null;
  /** Absolute; null for a bundled roadmap. */
  readonly path: string | null;
  /** Where its ticks are kept: `inline`, or the absolute path of a Markdown file; null where that is not set. */
  readonly progress: string | null;
  /** The day by which its owner wants to be done; absent where none is set. */
  readonly goal?: CalendarDate;
}

export type Found = (
  | /** A file of the user's; `real` is its path without links, by which its progress file is named. */
  { readonly kind: 'file'; readonly path: string; readonly real: string }
  /** Shipped with the program, compiled to JSON. */
  | { readonly kind: 'bundled'; readonly id: string; readonly path: string }
) & { readonly registered: RegisteredRoadmap | null };

export interface Library {
  /** Folder with `<id>.json` for each bundled roadmap, and the same without long texts in `outlines`. */
  readonly bundled: string;
  /** Folder of the program itself: the bundled roadmaps as they were written are in `roadmaps`, their format in `schema`. */
  readonly program: string;
  /** Working directory: relative files count from here. */
  readonly cwd: string;
  /** HOME; null where there is none. */
  readonly home: string | null;
  readonly registered: readonly RegisteredRoadmap[];
}

/** What the program looks at when nobody says otherwise. */
export const defaultRoadmap = 'istio';

/**
 * A name is that of a bundled or registered roadmap; anything else, and whatever has a slash or an extension, is a file. The same
 * letters beat a file, a file beats a name in other letters, `Istio`, and that beats the beginning of a name which only one roadmap
 * has. Throws `no-roadmap` where it is none of them, without what was meant; a file that cannot be read fails when it is read.
 */
export function findRoadmap(disk: Disk, library: Library, name: string): Found {
  const { bundled, cwd, registered } = library;
  const mayBeName = /^[^./\\]+$/.test(name);
  const same = mayBeName ? named(registered, (known) => known === name) : null;
  if (same !== null) return foundFile(disk, library, same.path as string);
  const isName = /^[\w-]+$/.test(name);
  const id = name.toLowerCase();
  const isBundled = isName && exists(disk, `${bundled}/${id}.json`);
  if (isBundled && id === name) return foundBundled(library, id);
  const path = absolutePath(cwd, name.replace(/^\.\/+/, ''));
  if (mayBeName && !exists(disk, path)) {
    if (isBundled) return foundBundled(library, id);
    const alike = named(registered, (known) => known.toLowerCase() === id) ?? onlyBeginning(disk, library, id);
    if (typeof alike === 'string') return foundBundled(library, alike);
    if (alike !== null) return foundFile(disk, library, alike.path as string);
    if (isName) throw new UserError('no-roadmap', { name, known: roadmapNames(disk, library), meant: null });
  }
  return foundFile(disk, library, path);
}

function named(registered: readonly RegisteredRoadmap[], isMeant: (name: string) => boolean): RegisteredRoadmap | null {
  return registered.find(({ name, path }) => name !== null && path !== null && isMeant(name)) ?? null;
}

/** The id of a bundled roadmap, or a registered one, that alone begins so; null where none or several do. */
function onlyBeginning(disk: Disk, { bundled, registered }: Library, start: string): string | RegisteredRoadmap | null {
  const all = [
    ...registered.filter(({ name, path }) => path !== null && name?.toLowerCase().startsWith(start)),
    ...bundledRoadmaps(disk, bundled).filter((id) => id.startsWith(start)),
  ];
  return all.length === 1 ? (all[0] as string | RegisteredRoadmap) : null;
}

function foundBundled({ bundled, registered }: Library, id: string): Found {
  const known = registered.find(({ name, path }) => path === null && name?.toLowerCase() === id) ?? null;
  return { kind: 'bundled', id, path: `${bundled}/${id}.json`, registered: known };
}

function foundFile(disk: Disk, { registered }: Library, path: string): Found {
  const real = realOf(disk, path);
  const isThis = (one: RegisteredRoadmap): boolean =>
    one.path !== null && (one.path === path || one.path === real || realQuietly(disk, one.path) === real);
  return { kind: 'file', path, real, registered: registered.find(isThis) ?? null };
}

/** Of another file than the one that is read: why it cannot be followed is of no interest here. */
function realQuietly(disk: Disk, path: string): string {
  try {
    return disk.realpath(path);
  } catch (error) {
    if (causeOf(error) === null) throw error;
    return path;
  }
}

/** A file of the user's that has a name. */
export type NamedFile = RegisteredRoadmap & { readonly name: string; readonly path: string };

const isNamedFile = (one: RegisteredRoadmap): one is NamedFile => one.name !== null && one.path !== null;

/** In the order of the settings. */
export const namedFiles = ({ registered }: Library): readonly NamedFile[] => registered.filter(isNamedFile);

/** All names that `-r` takes: registered ones, then those of bundled roadmaps. */
export function roadmapNames(disk: Disk, library: Library): string[] {
  return [...namedFiles(library).map(({ name }) => name), ...bundledRoadmaps(disk, library.bundled)];
}

function listed(disk: Disk, folder: string): string[] {
  try {
    return disk.readdir(folder);
  } catch (error) {
    throw unreadable(error, folder) ?? error;
  }
}

/** Null for what is no failure of the operating system. */
function unreadable(error: unknown, file: string): UserError | null {
  const cause = causeOf(error);
  return cause === null ? null : new UserError('unreadable', { file, cause });
}

/** A file as the user named it, by its absolute path: what is relative counts from the working directory. */
export function absolutePath(cwd: string, file: string): string {
  return file.startsWith('/') ? file : `${cwd}/${file}`;
}

/** A bundled roadmap without outcomes and reasons, which are a third of it and in no count. */
export const outlinePath = ({ bundled }: Library, id: string): string => `${bundled}/outlines/${id}.json`;

export function bundledRoadmaps(disk: Disk, bundled: string): string[] {
  return listed(disk, bundled)
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

/**
 * Whether something is at the path, dangling links included: they are refused with their own sentence later. So is
 * what cannot be looked at: reading it says more than "no such roadmap".
 */
export function exists(disk: Disk, path: string): boolean {
  try {
    disk.lstat(path);
    return true;
  } catch (error) {
    return !isAbsence(causeOf(error));
  }
}

/**
 * The path without links, or the path itself where nothing is there. Throws `unreadable` where it is not known: ticks
 * are kept by the real path, and a link taken for a file of its own would look for them in another place.
 */
export function realOf(disk: Disk, path: string): string {
  try {
    return disk.realpath(path);
  } catch (error) {
    const refusal = unreadable(error, path);
    if (refusal !== null && !isAbsence(causeIn(refusal))) throw refusal;
    return path;
  }
}

/** Whether two names lead to one file. Throws as `realOf` does. */
export function isSameFile(disk: Disk, a: string, b: string): boolean {
  return realOf(disk, a) === realOf(disk, b);
}

/** Whether the name itself is a symbolic link; false where that is not known. */
export function isLink(disk: Disk, path: string): boolean {
  try {
    return disk.lstat(path).kind === 'link';
  } catch (error) {
    if (causeOf(error) === null) throw error;
    return false;
  }
}

/** `notes/Istio.md` → `Istio`. */
export function stemOf(path: string): string {
  const name = path.slice(folderOf(path).length).replace(/^\/+/, '');
  return name.replace(/(?<=.)\.[A-Za-z0-9]+$/, '') || name;
}

/** The other way round, for what lies below the working directory; with `./` in front it is right for `patch -p0` and `-p1`. */
export function relativePath(cwd: string, path: string): string {
  const below = path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : null;
  return below === null || below.split('/').includes('..') ? path : `./${below}`;
}
