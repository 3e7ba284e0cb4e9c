// SimilarRoadmap: the roadmap that a name which leads nowhere may have meant, as it would be given to `-r`.

import { mayBeRoadmap } from '../formats/registry.ts';
import { homeExpanded } from '../text/home.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Disk } from './disk.ts';
import { causeOf } from './failure.ts';
import { joined } from './files.ts';
import { absolutePath, type Library, roadmapNames } from './library.ts';
import { kindOf } from './walk.ts';

/**
 * The only roadmap in a folder, the file that a quoted `~` means, or a roadmap of nearly that name; null where there
 * is none. Only names are looked at.
 */
export function roadmapMeant(disk: Disk, library: Library, name: string): string | null {
  const { cwd, home } = library;
  // A shell writes `~` out, but not between quotes, behind an `=` or in a variable.
  const expanded = homeExpanded(name, home);
  if (expanded !== null) return expanded;
  const path = absolutePath(cwd, name);
  if (kindOf(disk, path) === 'folder') {
    const [only, ...others] = roadmapsIn(disk, path);
    if (only === undefined || others.length > 0) return null;
    return /^\.\/*$/.test(name) ? only : joined(name.replace(/(?<=[^/])\/+$|(?<=^\/)\/+$/, ''), only);
  }
  const slash = name.lastIndexOf('/');
  const folder = name.slice(0, slash + 1);
  const files = roadmapsIn(disk, absolutePath(cwd, folder));
  // With or without its extension, whichever was typed.
  const meant = new Map<string, string>();
  for (const file of files) {
    meant.set(file, folder + file);
    const stem = file.slice(0, file.lastIndexOf('.'));
    if (!meant.has(stem)) meant.set(stem, folder + file);
  }
  if (slash < 0) for (const id of roadmapNames(disk, library)) meant.set(id, id);
  const near = nearestWord(name.slice(slash + 1), meant.keys());
  return near === null ? null : (meant.get(near) as string);
}

function roadmapsIn(disk: Disk, folder: string): string[] {
  try {
    return disk
      .readdir(folder)
      .filter((name) => mayBeRoadmap(name) && !name.startsWith('.'))
      .sort();
  } catch (error) {
    if (causeOf(error) === null) throw error;
    return [];
  }
}
