// Walk: the files of a folder that may be roadmaps, at any depth.
import type { FileCause } from '../errors.ts';
import { mayBeRoadmap } from '../formats/registry.ts';
import type { Disk } from './disk.ts';
import { causeOf } from './failure.ts';
import { joined } from './files.ts';

const passedOver = /^\.|^node_modules$/;

export interface Walked {
  /** Paths below the folder, each file once: those of a folder by name, then what is in the folders below it. */
  readonly files: readonly string[];
  /** Links that lead out of the folder. */
  readonly outside: readonly { readonly path: string; readonly to: string }[];
  /** Folders that could not be listed, and names that cannot be followed. */
  readonly closed: readonly { readonly path: string; readonly cause: FileCause }[];
}

/**
 * What is below `folder`; hidden names and `node_modules` are left out. Links are followed within the folder, and
 * never out of it: what lies elsewhere was not named. No folder and no file is met twice. Never throws.
 */
export function walk(disk: Disk, folder: string): Walked {
  const files: string[] = [];
  const closed: { path: string; cause: FileCause }[] = [];
  const outside: { path: string; to: string }[] = [];
  const top = attempt(() => disk.realpath(folder));
  // Where it is not known what lies within, nothing is followed.
  if (typeof top !== 'string') return { files, closed: [{ path: folder, cause: top.cause }], outside };
  const met = new Set([top]);
  const isNew = (path: string): boolean => {
    const real = attempt(() => disk.realpath(path));
    if (typeof real !== 'string') closed.push({ path, cause: real.cause });
    if (typeof real !== 'string' || met.has(real)) return false;
    met.add(real);
    if (real.startsWith(joined(top, ''))) return true;
    outside.push({ path, to: real });
    return false;
  };
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const here = at;
    const names = attempt(() => disk.readdir(here));
    if (!Array.isArray(names)) {
      closed.push({ path: here, cause: names.cause });
      continue;
    }
    const below: string[] = [];
    for (const name of [...names].sort()) {
      if (passedOver.test(name)) continue;
      const path = joined(here, name);
      const kind = kindOf(disk, path);
      if (kind === null && name.includes('\ufffd')) closed.push({ path, cause: 'odd-name' });
      else if (kind === 'folder') {
        if (isNew(path)) below.push(path);
        // What is there and leads nowhere is reported when it is read.
      } else if (mayBeRoadmap(name) && (kind === null || isNew(path))) files.push(path);
    }
    waiting.push(...below.reverse());
  }
  return { files, closed, outside };
}

/** Of what a link leads to; null for one that leads nowhere, or into a circle. */
export function kindOf(disk: Disk, path: string): 'file' | 'folder' | 'other' | null {
  const stat = attempt(() => disk.stat(path));
  if (!('kind' in stat)) return null;
  return stat.kind === 'file' || stat.kind === 'folder' ? stat.kind : 'other';
}

function attempt<Result>(action: () => Result): Result | { readonly cause: FileCause } {
  try {
    return action();
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null) throw error;
    return { cause };
  }
}
