// AskedRoadmap: the place and the bytes of the roadmap that was asked for, and what may have been meant where there is none.
import { type ErrorArgs, isUserError, UserError } from '../errors.ts';
import type { Disk } from './disk.ts';
import { readBytes } from './files.ts';
import { type Found, findRoadmap, type Library } from './library.ts';
import { roadmapMeant } from './similar-roadmap.ts';

/** Where a roadmap is. Throws `no-roadmap` with what was meant. */
export function locateRoadmap(disk: Disk, library: Library, name: string): Found {
  try {
    return findRoadmap(disk, library, name);
  } catch (error) {
    if (!isUserError(error) || error.code !== 'no-roadmap') throw error;
    const args = error.args as ErrorArgs['no-roadmap'];
    throw new UserError('no-roadmap', { ...args, meant: roadmapMeant(disk, library, name) });
  }
}

/** The bytes of the roadmap that was asked for by `name`. Throws `unreadable`, with what was meant where that is known. */
export function readRoadmap(disk: Disk, library: Library, name: string, path: string): Uint8Array {
  try {
    return readBytes(disk, path);
  } catch (error) {
    if (!isUserError(error) || error.code !== 'unreadable') throw error;
    const { cause, file } = error.args as ErrorArgs['unreadable'];
    if (file !== path || !mayBeMistyped.has(cause)) throw error;
    throw new UserError('unreadable', { file, cause, asked: name, meant: roadmapMeant(disk, library, name) });
  }
}

const mayBeMistyped: ReadonlySet<string> = new Set(['missing', 'folder']);
