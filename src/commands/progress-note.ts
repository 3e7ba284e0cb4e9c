// ProgressNote: a progress file as it was read, and whose ticks it keeps (FORMATS P3).
import { isUserError, UserError } from '../errors.ts';
import { readHead } from '../formats/progress/head.ts';
import { type ProgressText, readProgress } from '../formats/progress/read.ts';
import type { Origin } from '../model/origin.ts';
import type { Roadmap } from '../model/roadmap.ts';
import type { Disk } from '../store/disk.ts';
import { folderOf } from '../store/files.ts';
import { type Found, isSameFile, realOf, wayTo } from '../store/library.ts';
import { decode, isBinary } from '../text/encoding.ts';
import { toSource } from '../text/source.ts';
import type { Context } from './context.ts';

/** A progress file as it was read. */
export interface ProgressNote {
  readonly path: string;
  /** Null when there is no file yet. */
  readonly bytes: Uint8Array | null;
  readonly text: string;
  readonly bodyStart: number;
  /** As it reads. */
  readonly kept: ProgressText;
}

export const noFile: ProgressNote = {
  path: '',
  bytes: null,
  text: '',
  bodyStart: 0,
  kept: {
    source: toSource(''),
    ticks: [],
    labs: [],
    headings: [],
    running: new Set(),
    notesBelow: new Map(),
    conflicts: [],
  },
};

/** The file of this path. Throws `bad-progress` for what is no text. */
export function readProgressNote(path: string, bytes: Uint8Array | null): ProgressNote {
  if (bytes === null) return { ...noFile, path };
  if (isBinary(bytes) || isWide(bytes))
    throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-text' });
  return progressNote(path, bytes);
}

/** A progress file by its bytes, which are UTF-8 and never guessed at. */
export function progressNote(path: string, bytes: Uint8Array): ProgressNote {
  const { text } = decode(bytes, 'utf-8');
  const { bodyStart } = readHead(text);
  return { path, bytes, text, bodyStart, kept: readProgress(toSource(text), bodyStart) };
}

/** A progress file is UTF-8 and never guessed at; as UTF-16 it would be read as one that holds no tick. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The roadmap that a file may belong to. */
interface Owner {
  readonly found: Found;
  readonly own: Roadmap;
}

/** A name in a file counts from that file. */
export function besides(file: string, name: string): string {
  return name.startsWith('/') ? name : `${folderOf(file)}/${name}`;
}

/** Whether a file may hold the ticks: it is not the roadmap, and is new or names it (FORMATS P3, P6). */
export function isProgressOf(context: Context, file: Pick<ProgressNote, 'path' | 'text'>, known: Owner): boolean {
  const { found } = known;
  if (found.kind === 'file' && isSameFile(context.disk, file.path, found.path)) return false;
  return file.text.trim() === '' || isNamedIn(context, file, known);
}

/** Whether the head of a progress file names the roadmap: by its id, or by a way that leads to it. */
export function isNamedIn(
  context: Context,
  { path, text }: Pick<ProgressNote, 'path' | 'text'>,
  known: Owner,
): boolean {
  return readHead(text).roadmaps.some((named) => leadsHere(context, path, named, known));
}

/** Whether a name in the head of the progress file `file` is that of the roadmap: its id, or a way that leads to it. */
export function leadsHere({ disk }: Context, file: string, named: string, { found, own }: Owner): boolean {
  if (found.kind === 'bundled') return named === (own.id ?? found.id);
  if (named === found.path || named === found.real) return true;
  // By the way from the file as it was named, or from where a link to it leads.
  const ways = named.startsWith('/') ? [named] : [besides(file, named), besides(realOf(disk, file), named)];
  return ways.some((way) => leadsTo(disk, way, found.real));
}

/** False for what cannot be looked at as well: the roadmap could be. */
function leadsTo(disk: Disk, way: string, real: string): boolean {
  try {
    return realOf(disk, way) === real;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return false;
  }
}

/**
 * How a progress file names its roadmap: by id, in our folder by its real path, and in a file that the user chose by the way
 * there from its folder, which is the same on every machine that has both (FORMATS P3).
 */
export function sourceName(
  { disk, places }: Context,
  file: string,
  { origin, own }: { readonly origin: Origin; readonly own: Roadmap },
): string {
  if (origin.path === null) return own.id ?? origin.name;
  const real = realOf(disk, origin.path);
  const isOurs = places.data.path !== null && file.startsWith(`${places.data.path}/`);
  return isOurs ? real : wayTo(real, realOf(disk, folderOf(realOf(disk, file))));
}
