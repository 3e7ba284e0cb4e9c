// TickPlace: where the ticks of a roadmap are kept: in the note itself, in its progress file, or in a file the user chose (FORMATS P1–P5).
import { type Diagnostic, diagnostic, isUserError, nowhere, UserError } from '../errors.ts';
import type { Format } from '../formats/format.ts';
import { readHead } from '../formats/progress/head.ts';
import { type ProgressText, readProgress } from '../formats/progress/read.ts';
import type { Origin } from '../model/origin.ts';
import type { Roadmap } from '../model/roadmap.ts';
import type { Disk } from '../store/disk.ts';
import { folderOf, joined, realTarget } from '../store/files.ts';
import { absolutePath, exists, type Found, isSameFile, realOf, wayTo } from '../store/library.ts';
import { progressPaths } from '../store/progress-file.ts';
import { canEncode, type Decoded, decode, isBinary } from '../text/encoding.ts';
import { type Source, toSource } from '../text/source.ts';
import type { CommonOptions, Context } from './context.ts';

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

export interface TickPlace {
  /** True where ticks could stand in the note itself (FORMATS P1). */
  readonly couldBeInline: boolean;
  /** `--progress inline`, or the progress file says that the ticks have moved into the note. */
  readonly isInlineWanted: boolean;
  /** The ticks were given this file, whether it holds any or not. */
  readonly isFileWanted: boolean;
  /** `--progress FILE`: for this run the ticks are there, and nowhere else is looked for any. */
  readonly isChosen: boolean;
  /** The progress file by the roadmap's name; null where no folder for data is known, or another file was chosen. */
  readonly home: ProgressNote | null;
  /** The progress file that holds its ticks, or would: `home`, or the file that was chosen. */
  readonly file: ProgressNote;
  /** The file that the note names for its ticks (FORMATS P6). */
  readonly wish: string | null;
  /** A file that has the name for it and names another roadmap, where there is none of our own. */
  readonly another: { readonly file: string; readonly roadmap: string } | null;
  /** What is to be said about it. */
  readonly remarks: readonly Diagnostic[];
}

interface KnownNote {
  readonly path: string;
  readonly decoded: Decoded;
  readonly source: Source;
  readonly format: Format;
}

/** What is known of the roadmap before its ticks are. */
export interface Place {
  readonly found: Found;
  readonly own: Roadmap;
  /** Null for a bundled roadmap. */
  readonly note: KnownNote | null;
  readonly repaired: string | null;
  /** Null for a file that is not there. */
  readonly read: (path: string) => Uint8Array | null;
  /** It has just been written, and nothing about it is asked of the disk again: the progress file by its name, as it was before. */
  readonly written: { readonly home: string } | null;
}

/**
 * Where the ticks are. In this order: what this run is told; what the roadmap's own progress file says of a move; the file
 * that the note names; the note itself or its progress file. A place that holds ticks is never passed over for one that
 * holds none. Throws `bad-progress` for a file that is no text or another roadmap's, `unreadable` where the ticks were
 * moved to a file that is not there, `no-inline-progress` and `progress-name` for a `--progress` that cannot be meant.
 */
export function placeOfTicks(context: Context, options: CommonOptions, known: Place): TickPlace {
  const { disk, library } = context;
  const { own, note, repaired } = known;
  const isInlineAsked = options.progress === 'inline';
  const couldBeInline = own.hasTaskLines && canHoldTicks(note, repaired);
  if (isInlineAsked && !canHoldTicks(note, repaired)) throw new UserError('no-inline-progress', {});
  if (options.progress !== undefined && !isInlineAsked) {
    const file = readOwn(context, chosenFile(options.progress, library.cwd), known);
    const place = { couldBeInline: false, isInlineWanted: false, isFileWanted: true, isChosen: true, home: null };
    return { ...place, file, wish: null, another: null, remarks: [] };
  }
  const { home, another } = homeOf(context, known);
  const { place: moved } = readHead(home.text);
  const wish = note === null || !note.format.canHoldTicks ? null : wishOf(context, note);
  const pointed = moved === null || moved === 'inline' ? null : besides(home.path, moved);
  const keeper = pointed === null ? home : readOwn(context, pointed, known);
  const isGone = pointed !== null && keeper.bytes === null;
  const wished = wish?.path ? readWished(context, wish.path, known) : null;
  // P5: what holds ticks already is not passed over for a file that holds none.
  const isWished =
    wished !== null && keeper.kept.ticks.length === 0 && (moved === null || wished.kept.ticks.length > 0);
  if (isGone && !isWished && !isInlineAsked && !options.mayBeGone)
    throw new UserError('unreadable', { file: keeper.path, cause: 'ticks-gone' });
  const file = isWished ? wished : keeper;
  const isInlineWished = wish?.written === 'inline';
  const isElsewhere =
    !isInlineAsked &&
    !isWished &&
    (wished === null ? couldBeInline && moved === null : !isSameFile(disk, keeper.path, wished.path)) &&
    keeper.kept.ticks.length > 0;
  return {
    couldBeInline: couldBeInline || isInlineAsked,
    isInlineWanted: isInlineAsked || (!isWished && (moved === 'inline' || (moved === null && isInlineWished))),
    isFileWanted: !isInlineAsked && (isWished || pointed !== null),
    isChosen: false,
    home: home.path === '' ? null : home,
    file,
    wish: wish?.path ?? null,
    another,
    remarks: [
      ...(isElsewhere
        ? [
            diagnostic('ticks-elsewhere', 'info', nowhere, {
              file: file.path,
              to: wish?.path ? wish.written : 'inline',
            }),
          ]
        : []),
      ...(wish !== null && wish.path === null && !isInlineWished
        ? [diagnostic('progress-outside', 'warning', nowhere, { place: wish.written })]
        : []),
    ],
  };
}

/**
 * The progress file by the roadmap's name, or the one that it would have; without a path where no folder for data is known. One
 * that names another roadmap is never used, and is `another` where there is none of our own. Throws `bad-progress` where every
 * name is taken.
 */
function homeOf(context: Context, known: Place): { home: ProgressNote; another: TickPlace['another'] } {
  if (known.written !== null) {
    const { home } = known.written;
    return { home: home === '' ? noFile : readText(known, home), another: null };
  }
  const paths = progressPaths(context.places.data, known.found);
  let free: string | null = null;
  let another: TickPlace['another'] = null;
  for (const [index, path] of paths.entries()) {
    const file = readText(known, path);
    const { roadmaps } = readHead(file.text);
    // A name of six digits is for what is there already: others may have it as well.
    const isEarlier = known.found.kind === 'file' && index === 1;
    if (file.bytes === null) free ??= isEarlier ? null : path;
    else if (roadmaps.length === 0 || isNamedIn(context, file, known)) return { home: file, another: null };
    else if (!isEarlier) another ??= { file: path, roadmap: roadmaps[0] as string };
  }
  const [first] = paths;
  if (first === undefined) return { home: noFile, another: null };
  if (free === null) throw new UserError('bad-progress', { file: first, line: 1, reason: 'not-ours' });
  return { home: { ...noFile, path: free }, another };
}

/** A name in a file counts from that file. */
export function besides(file: string, name: string): string {
  return name.startsWith('/') ? name : `${folderOf(file)}/${name}`;
}

/**
 * What the front matter of a note says of its ticks: `inline`, or a Markdown file in the note's folder. `path` is null for
 * `inline`, and for what lies outside: a note that was cloned from somewhere must not choose where is written (P6).
 */
function wishOf({ disk }: Context, note: KnownNote): { written: string; path: string | null } | null {
  const { place: written } = readHead(note.source.text);
  if (written === null || !(written === 'inline' || /\.(?:md|markdown)$/i.test(written))) return null;
  const folder = folderOf(realOf(disk, note.path));
  const path = joined(folder, written);
  const isBelow = !written.startsWith('/') && !written.split('/').includes('..') && leadsInto(disk, path, folder);
  return { written, path: written !== 'inline' && isBelow ? path : null };
}

/**
 * Whether a write to `path` would stay below `folder`, a real path. Folders on the way may not be there yet; what is there
 * decides, and a link that leads nowhere leads out.
 */
function leadsInto(disk: Disk, path: string, folder: string): boolean {
  try {
    // A name with a NUL is none that a file could have.
    return !path.includes('\0') && realTarget(disk, path, null).startsWith(joined(folder, ''));
  } catch (error) {
    if (isUserError(error)) return false;
    throw error;
  }
}

const noFile: ProgressNote = { path: '', bytes: null, text: '', bodyStart: 0, kept: readProgress(toSource(''), 0) };

function readText({ read }: Place, path: string): ProgressNote {
  const bytes = read(path);
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

/** A file that the user named for the ticks: it must be new or name this roadmap. */
function readOwn(context: Context, path: string, known: Place): ProgressNote {
  const file = readText(known, path);
  if (known.written === null && !isProgressOf(context, file, known))
    throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-ours' });
  return file;
}

/** The file that the note names; null where it belongs to a roadmap that is gone: the note under its old name, perhaps. */
function readWished(context: Context, path: string, known: Place): ProgressNote | null {
  const file = readText(known, path);
  if (known.written !== null || isProgressOf(context, file, known)) return file;
  const { disk } = context;
  const { roadmaps } = readHead(file.text);
  if (roadmaps.length > 0 && roadmaps.every((name) => !exists(disk, besides(path, name)))) return null;
  throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-ours' });
}

/** `--progress FILE`. Throws `progress-name` for what is no Markdown file by its name. */
function chosenFile(file: string, cwd: string): string {
  if (!/\.(?:md|markdown)$/i.test(file)) throw new UserError('progress-name', { file });
  return absolutePath(cwd, file);
}

/** A progress file is UTF-8 and never guessed at; as UTF-16 it would be read as one that holds no tick. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Whether a file may hold the ticks: it is not the roadmap, and is new or names it (FORMATS P3, P6). */
function isProgressOf(context: Context, file: Pick<ProgressNote, 'path' | 'text'>, known: Place): boolean {
  const { found } = known;
  if (found.kind === 'file' && isSameFile(context.disk, file.path, found.path)) return false;
  return file.text.trim() === '' || isNamedIn(context, file, known);
}

/** Whether the head of a progress file names the roadmap: by its id, or by a way that leads to it. */
function isNamedIn(context: Context, { path, text }: Pick<ProgressNote, 'path' | 'text'>, known: Place): boolean {
  return readHead(text).roadmaps.some((named) => leadsHere(context, path, named, known));
}

/** Whether a name in the head of the progress file `file` is that of the roadmap: its id, or a way that leads to it. */
export function leadsHere(
  { disk }: Context,
  file: string,
  named: string,
  { found, own }: Pick<Place, 'found' | 'own'>,
): boolean {
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

/** P1: a Markdown note, read as it stands, in an encoding that has a ✅. */
function canHoldTicks(note: KnownNote | null, repaired: string | null): boolean {
  if (note === null || !note.format.canHoldTicks) return false;
  const { decoded } = note;
  return repaired === null && decoded.exact && canEncode('✅', decoded.encoding);
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
