// TickPlace: where the ticks of a roadmap are kept: in the note itself, in its progress file, or in a file the user chose (FORMATS P1–P5).
import { type Diagnostic, diagnostic, UserError } from '../errors.ts';
import { readHead } from '../formats/progress/head.ts';
import { readProgress } from '../formats/progress/read.ts';
import type { Origin } from '../model/origin.ts';
import type { Tick } from '../model/overlay.ts';
import type { Roadmap } from '../model/roadmap.ts';
import { folderOf } from '../store/files.ts';
import { absolutePath, type Found, realOf, wayTo } from '../store/library.ts';
import { abandonedProgress, progressPath } from '../store/progress-file.ts';
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
}

export interface TickPlace {
  /** True where ticks could stand in the note itself (FORMATS P1). */
  readonly couldBeInline: boolean;
  /** `--progress inline`, or the progress file says that the ticks have moved into the note. */
  readonly isInlineWanted: boolean;
  /** `--progress FILE`: for this run the ticks are there, and nowhere else is looked for any. */
  readonly isChosen: boolean;
  /** The progress file by the roadmap's name; null where no folder for data is known, or another file was chosen. */
  readonly home: ProgressNote | null;
  /** The progress file that holds its ticks, or would: `home`, or the file that was chosen. */
  readonly file: ProgressNote;
  readonly ticks: readonly Tick[];
  /** What is to be said about it. */
  readonly remarks: readonly Diagnostic[];
}

interface KnownNote {
  readonly path: string;
  readonly decoded: Decoded;
  readonly source: Source;
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
  /** It has just been written, and nothing about it is asked of the disk again. */
  readonly isWritten: boolean;
}

/**
 * Throws `bad-progress` for a file that is no text or another roadmap's, `unreadable` where the ticks were moved to a
 * file that is not there, `usage` for `--progress` with a name that cannot be meant.
 */
export function placeOfTicks(context: Context, options: CommonOptions, known: Place): TickPlace {
  const { disk, places, library } = context;
  const { found, own, note, repaired } = known;
  const isInlineAsked = options.progress === 'inline';
  const couldBeInline = note !== null && own.hasTaskLines && canHoldTicks(note, repaired);
  if (isInlineAsked && (note === null || own.format !== 'markdown' || !canHoldTicks(note, repaired)))
    throw new UserError('usage', {
      detail: '--progress inline is for Markdown notes, and this roadmap is never written to',
      hint: '--progress ticks.md',
    });
  const chosen = options.progress === undefined || isInlineAsked ? null : chosenFile(options.progress, library.cwd);
  if (chosen !== null) {
    const file = readOwn(context, chosen, known);
    const place = { couldBeInline: false, isInlineWanted: false, isChosen: true, home: null };
    return { ...place, file, ticks: ticksOf(file), remarks: [] };
  }
  const path = progressPath(places.data, found);
  const home = path === null ? noFile : readText(known, path);
  const kept = { isChosen: false, home: path === null ? null : home };
  const wish = note === null || own.format !== 'markdown' ? null : wishOf(context, note);
  if (wish !== null && wish.path !== null && !isInlineAsked) {
    const file = readOwn(context, wish.path, known);
    // P5: what holds ticks already is not passed over for a file that holds none.
    if (ticksOf(file).length > 0 || ticksOf(home).length === 0)
      return { ...kept, couldBeInline: false, isInlineWanted: false, file, ticks: ticksOf(file), remarks: [] };
  }
  const { place } = readHead(home.text);
  // Where the ticks went is written where they were, so that both can be told from one file.
  const file = place === null || place === 'inline' ? home : readOwn(context, place, known);
  if (file !== home && file.bytes === null) throw new UserError('unreadable', { file: file.path, cause: 'ticks-gone' });
  const ticks = ticksOf(file);
  const isWithout = file.bytes === null && !couldBeInline && found.kind === 'file';
  const abandoned = isWithout ? abandonedProgress(disk, places.data, found) : [];
  const better = wish?.path !== null && wish !== null ? wish.written : 'inline';
  const isElsewhere = (couldBeInline || better !== 'inline') && !isInlineAsked && ticks.length > 0 && file === home;
  return {
    ...kept,
    couldBeInline: couldBeInline || isInlineAsked,
    isInlineWanted: isInlineAsked || place === 'inline' || wish?.written === 'inline',
    file,
    ticks,
    remarks: [
      ...(isElsewhere ? [diagnostic('ticks-elsewhere', 'info', nowhere, { file: file.path, to: better })] : []),
      ...abandoned.map((one) => diagnostic('ticks-abandoned', 'warning', nowhere, { file: one })),
      ...(wish !== null && wish.path === null && wish.written !== 'inline'
        ? [diagnostic('progress-outside', 'warning', nowhere, { place: wish.written })]
        : []),
    ],
  };
}

const nowhere = { line: 0, column: 0 };

/**
 * What the front matter of a note says of its ticks: `inline`, or a Markdown file in the note's folder. `path` is null for
 * `inline`, and for what lies outside: a note that was cloned from somewhere must not choose where is written (P6).
 */
function wishOf({ disk }: Context, note: KnownNote): { written: string; path: string | null } | null {
  const { place: written } = readHead(note.source.text);
  if (written === null || !(written === 'inline' || /\.(?:md|markdown)$/i.test(written))) return null;
  const folder = folderOf(realOf(disk, note.path));
  const path = `${folder}/${written}`;
  const isInside =
    !written.startsWith('/') &&
    !written.split('/').includes('..') &&
    `${realOf(disk, folderOf(path))}/`.startsWith(`${folder}/`);
  return { written, path: written !== 'inline' && isInside ? path : null };
}

const noFile: ProgressNote = { path: '', bytes: null, text: '', bodyStart: 0 };

function ticksOf({ text, bodyStart }: ProgressNote): readonly Tick[] {
  return readProgress(toSource(text), bodyStart).ticks;
}

function readText({ read }: Place, path: string): ProgressNote {
  const bytes = read(path);
  if (bytes === null) return { ...noFile, path };
  if (isBinary(bytes) || isWide(bytes))
    throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-text' });
  const { text } = decode(bytes, 'utf-8');
  return { path, bytes, text, bodyStart: readHead(text).bodyStart };
}

/** A file that the user named for the ticks: it must be new or name this roadmap. */
function readOwn(context: Context, path: string, known: Place): ProgressNote {
  const { found, own, note } = known;
  const file = readText(known, path);
  const source = note?.path ?? own.id ?? (found.kind === 'bundled' ? found.id : found.path);
  if (!known.isWritten && !isProgressOf(context, file, source, found))
    throw new UserError('bad-progress', { file: path, line: 1, reason: 'not-ours' });
  return file;
}

/** `--progress FILE`. Throws `usage` for what is no Markdown file by its name. */
function chosenFile(file: string, cwd: string): string {
  if (!/\.(?:md|markdown)$/i.test(file))
    throw new UserError('usage', {
      detail: `--progress names a Markdown file or is "inline", and "${file}" is neither`,
      hint: '--progress ticks.md',
    });
  return absolutePath(cwd, file);
}

/** A progress file is UTF-8 and never guessed at; as UTF-16 it would be read as one that holds no tick. */
function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Whether a file may hold the ticks: it is not the roadmap, and is new or names it (FORMATS P3, P6). */
export function isProgressOf({ disk, library }: Context, file: ProgressNote, source: string, found: Found): boolean {
  const real = (path: string): string => realOf(disk, absolutePath(library.cwd, path));
  if (found.kind === 'file' && real(file.path) === real(found.path)) return false;
  if (file.text.trim() === '') return true;
  const { roadmap: named } = readHead(file.text);
  if (named === null) return false;
  if (named === source || found.kind === 'bundled') return named === source;
  // By the way from the file as it was named, or from where a link to it leads.
  const ways = [named, `${folderOf(file.path)}/${named}`, `${folderOf(real(file.path))}/${named}`];
  return ways.some((way) => real(way) === real(found.path));
}

/** P1: a Markdown note, read as it stands, in an encoding that has a ✅. */
function canHoldTicks({ decoded }: { readonly decoded: Decoded }, repaired: string | null): boolean {
  return repaired === null && decoded.exact && canEncode('✅', decoded.encoding);
}

/**
 * How a progress file names its roadmap: by id, by its path, and in a file that the user chose by the way there from its
 * folder, which is the same on every machine that has both (FORMATS P3).
 */
export function sourceName(
  { disk, places }: Context,
  file: string,
  { origin, own }: { readonly origin: Origin; readonly own: Roadmap },
): string {
  if (origin.path === null) return own.id ?? origin.name;
  const isOurs = places.data.path !== null && file.startsWith(`${places.data.path}/`);
  return isOurs ? origin.path : wayTo(realOf(disk, origin.path), realOf(disk, folderOf(realOf(disk, file))));
}
