// Save: a decided change goes to its file under a lock, with a journal entry that can take it back.
import { type FileCause, isUserError, UserError } from '../../errors.ts';
import { applyEdits, type Edit, invertEdits } from '../../text/edit.ts';
import { type Decoded, decode, type EncodingName, encode } from '../../text/encoding.ts';
import { type Source, toSource } from '../../text/source.ts';
import { holdsLines, splice } from '../../text/splice.ts';
import type { Disk } from '../disk.ts';
import { telling } from '../failure.ts';
import { MAX_FILE_BYTES, readIfThere, realTarget } from '../files.ts';
import { fingerprint } from '../fingerprint.ts';
import { type Lock, type LockOptions, withLock } from '../lock.ts';
import type { OwnFolder } from '../places.ts';
import { createFile, removeFile, replaceFile } from '../replace.ts';
import { type Hunk, hunksOf, relocate } from './hunk.ts';
import { type JournalChange, type JournalEntry, readJournal, redoable, undoable } from './journal.ts';
import { appendEntry, newEntryId } from './journal-writer.ts';

export interface SaveRequest {
  readonly path: string;
  /** The bytes on which the change was decided; null when there was no file, and one is to be made. */
  readonly basis: Uint8Array | null;
  /**
   * The note that the change was decided on as well, where its ticks are in a progress file. Caught in the middle of a
   * save it reads as another roadmap, whose ticks would even have another place.
   */
  readonly source?: { readonly path: string; readonly bytes: Uint8Array };
  /** On the text of `basis` as `decode` gives it (without BOM), or on an empty text. */
  readonly edits: readonly Edit[];
  /** What `basis` was read as, where somebody knows. */
  readonly read?: { readonly decoded: Decoded; readonly source: Source };
  /** What `--encoding` asked for; absent: detected, and UTF-8 in files of ours, which are those with a `variable`. */
  readonly encoding?: EncodingName;
  readonly command: readonly string[];
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly changes: readonly JournalChange[];
  /** Names the step that this change is a part of, where it has parts in several files. */
  readonly step?: string;
  /** The edits leave nothing, and the file goes with its text. */
  readonly removes?: boolean;
  /** The variable that would choose another place for this file, named when it cannot be written. */
  readonly variable: string | null;
}

export type Saved =
  /** `bytes` is null where the file was removed. */
  | {
      readonly outcome: 'saved';
      /** As `bytes` read. */
      readonly source: Source;
      readonly bytes: Uint8Array | null;
      readonly entry: JournalEntry;
    }
  /** No edits: nothing was written, not even the journal. */
  | { readonly outcome: 'unchanged' }
  /** The file is no longer what the change was decided on: read it, decide anew, and try once more. */
  | { readonly outcome: 'stale' };

/**
 * Steps 6 and 7 of the journey: under the lock the file is read again and compared, edits are applied, the journal and
 * then the file are written; the text returned is what the disk gave back (FORMATS B4). `again` decides anew when the file
 * is no longer the basis: nobody of ours can change it while it does. Throws `unwritable`, `locked`.
 */
export function saveChange(
  disk: Disk,
  state: OwnFolder,
  request: SaveRequest,
  options: LockOptions = {},
  again?: () => SaveRequest,
): Saved {
  if (request.edits.length === 0) return { outcome: 'unchanged' };
  const { path, variable } = request;
  const file = realTarget(disk, path, variable);
  return withLock(disk, state, file, options, (lock) => {
    const now = readIfThere(disk, path);
    let decided = request;
    const { source } = request;
    const isSourceSame = source === undefined || isSame(readIfThere(disk, source.path), source.bytes);
    if (!isSame(now, decided.basis) || !isSourceSame) {
      if (again === undefined) return { outcome: 'stale' };
      decided = again();
      if (decided.path !== path || !isSame(now, decided.basis)) return { outcome: 'stale' };
      if (decided.edits.length === 0) return { outcome: 'unchanged' };
    }
    const { edits, removes = false } = decided;
    const { decoded: old, source: oldSource } = decided.read ?? readAs(now, request.encoding ?? ours(variable));
    const newSource = toSource(applyEdits(old.text, edits));
    const bytes = removes ? null : editedBytes(now, { path, old, edits, text: newSource.text, variable });
    const { command, day, changes, step } = decided;
    const entry: JournalEntry = {
      ...{ v: 1, id: newEntryId(), kind: 'change', of: null, at: day, command, file, created: now === null },
      ...(step === undefined ? null : { step }),
      ...(bytes === null && now !== null ? { mode: modeOf(disk, file, path, variable) } : null),
      ...{ before: now === null ? null : fingerprint(now), after: bytes === null ? null : fingerprint(bytes) },
      ...{ encoding: old.encoding, edits, inverse: invertEdits(old.text, edits), changes },
      // A file that is gone has no lines to be recognised by.
      hunks: bytes === null ? [] : recognisable(hunksOf(oldSource, edits, newSource), edits.length),
    };
    try {
      const readBack = write(disk, state, { path, bytes, replaced: now, entry, lock, options, variable });
      const source = readBack === null ? toSource('') : sourceIn(readBack, old, newSource, entry);
      return { outcome: 'saved', source, bytes: readBack, entry };
    } catch (error) {
      if (isUserError(error) && error.code === 'changed') return { outcome: 'stale' };
      throw error;
    }
  });
}

export interface UndoRequest {
  readonly path: string;
  readonly command: readonly string[];
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly variable: string | null;
}

export interface Undone {
  /** The change that was taken back, or made again. */
  readonly entry: JournalEntry;
  /** What the file holds now, as it reads; null when it is gone, as before the change. */
  readonly source: Source | null;
  readonly bytes: Uint8Array | null;
  /** What the journal says of it now. */
  readonly by: JournalEntry;
}

/**
 * Takes back the newest change of this file that is not undone: to the very bytes where nobody has edited the file since,
 * else by its lines. Throws `nothing-to-undo`, `undo-impossible`, `unwritable`, `changed`, `locked`.
 */
export function undoChange(disk: Disk, state: OwnFolder, request: UndoRequest, options: LockOptions = {}): Undone {
  return revert(disk, state, request, options, 'undo');
}

/** Makes the change again that was undone last. Throws as `undoChange` does. */
export function redoChange(disk: Disk, state: OwnFolder, request: UndoRequest, options: LockOptions = {}): Undone {
  return revert(disk, state, request, options, 'redo');
}

/** Throws what taking it back, or making it again, would throw; writes nothing. */
export function checkRevert(disk: Disk, state: OwnFolder, request: UndoRequest, kind: 'undo' | 'redo'): void {
  prepared(disk, state, request, kind);
}

function revert(
  disk: Disk,
  state: OwnFolder,
  request: UndoRequest,
  options: LockOptions,
  kind: 'undo' | 'redo',
): Undone {
  const { path, variable } = request;
  const file = realTarget(disk, path, variable);
  return withLock(disk, state, file, options, (lock) => {
    const { change, entry, now, old, text, bytes, mode } = prepared(disk, state, request, kind);
    const readBack = write(disk, state, { path, bytes, replaced: now, entry, lock, options, variable, mode });
    const source = readBack === null ? null : sourceIn(readBack, old, toSource(text), entry);
    return { entry: change, source, bytes: readBack, by: entry };
  });
}

interface Prepared {
  readonly change: JournalEntry;
  readonly entry: JournalEntry;
  readonly now: Uint8Array | null;
  /** As `now` reads, and as the result does. */
  readonly old: Decoded;
  readonly text: string;
  readonly bytes: Uint8Array | null;
  /** Of a file that was removed and is made again. */
  readonly mode: number | undefined;
}

function prepared(disk: Disk, state: OwnFolder, request: UndoRequest, kind: 'undo' | 'redo'): Prepared {
  const { path, command, day, variable } = request;
  const file = realTarget(disk, path, variable);
  const now = readIfThere(disk, path);
  const held = now === null ? null : fingerprint(now);
  const entries = readJournal(disk, state, { files: [file] });
  const change = (kind === 'undo' ? undoable : redoable)(entries, file, held);
  if (change === null) throw new UserError('nothing-to-undo', { file: path, verb: kind });
  const [from, to] = kind === 'undo' ? [change.after, change.before] : [change.before, change.after];
  const isExact = held === from;
  // Without its lines a change is only known by the whole file.
  if (!isExact && change.hunks.length === 0) throw new UserError('undo-impossible', { file: path, reason: 'edited' });
  // A file that a change made has no lines to go back to, and a missing one none to find.
  if (!isExact && now === null) throw new UserError('undo-impossible', { file: path, reason: 'gone' });
  if (!isExact && change.created) throw new UserError('undo-impossible', { file: path, reason: 'edited' });
  const old =
    now === null
      ? { ...emptyText, encoding: change.encoding }
      : isExact
        ? // Its result is known by its fingerprint, so it may have more stray bytes than a write would be trusted with.
          { ...decode(now, change.encoding), exact: true }
        : decode(now, ours(variable));
  const edits = isExact
    ? kind === 'undo'
      ? change.inverse
      : change.edits
    : relocate(old.text, change.hunks, kind === 'undo' ? 'before' : 'after');
  const text = edits === null ? null : appliedIfFitting(old.text, edits);
  if (edits === null || text === null) throw new UserError('undo-impossible', { file: path, reason: 'edited' });
  const bytes = to === null ? null : editedBytes(now, { path, old, edits, text, variable });
  const result = bytes === null ? null : fingerprint(bytes);
  if (isExact && result !== to) throw new UserError('undo-impossible', { file: path, reason: 'edited' });
  const entry: JournalEntry = {
    ...{ v: 1, id: newEntryId(), kind, of: change.id, at: day, command, file, created: now === null },
    ...(change.step === undefined ? null : { step: change.step }),
    ...(bytes === null && now !== null ? { mode: modeOf(disk, file, path, variable) } : null),
    ...{ before: held, after: result, encoding: old.encoding, changes: change.changes },
    ...{ edits, inverse: invertEdits(old.text, edits), hunks: [] },
  };
  const removed = now === null ? entries.findLast((one) => one.file === file && one.mode !== undefined) : undefined;
  return { change, entry, now, old, text, bytes, mode: removed?.mode };
}

/**
 * Lines of a note that is one endless line would fill the journal: they are left out, and undo then needs the file unedited.
 * Thousands of ticks have as many lines, which is no reason to forget them.
 */
function recognisable(hunks: readonly Hunk[], edits: number): readonly Hunk[] {
  const length = hunks.reduce((sum, { before, after }) => sum + before.length + after.length, 0);
  return length > Math.max(256, edits) * 1024 ? [] : hunks;
}

interface Writing {
  readonly path: string;
  /** Null removes the file. */
  readonly bytes: Uint8Array | null;
  /** What the file must hold until then; null: nothing, it is made. */
  readonly replaced: Uint8Array | null;
  readonly entry: JournalEntry;
  readonly lock: Lock;
  readonly options: LockOptions;
  readonly variable: string | null;
  /** Of a file that is made again. */
  readonly mode?: number | undefined;
}

function write(disk: Disk, state: OwnFolder, writing: Writing): Uint8Array | null {
  const { path, bytes, replaced, entry, lock, options, variable, mode } = writing;
  let isJournalled = false;
  const beforeRename = () => {
    // Before, because a failing append may yet have written its line.
    isJournalled = true;
    appendEntry(disk, state, entry, options);
  };
  const guard = { beforeRename, assertOwned: lock.assertOwned, variable };
  try {
    if (bytes === null) {
      removeFile(disk, path, { ...guard, expected: replaced as Uint8Array });
      return null;
    }
    if (replaced === null)
      return createFile(disk, path, bytes, { ...guard, ...(mode === undefined ? null : { mode }) });
    return replaceFile(disk, path, bytes, { ...guard, expected: replaced });
  } catch (error) {
    // Fingerprints would show as much, unless somebody edits the file next.
    if (isJournalled) voidQuietly(disk, state, entry, options);
    throw error;
  }
}

/** Says that an entry came to nothing; a failure to say so is no reason to fail. */
export function voidQuietly(disk: Disk, state: OwnFolder, entry: JournalEntry, options: LockOptions): void {
  const lists = { command: [], edits: [], inverse: [], hunks: [], changes: [] };
  try {
    appendEntry(disk, state, { ...entry, ...lists, id: newEntryId(), kind: 'void', of: entry.id }, options);
  } catch (error) {
    if (!isUserError(error)) throw error;
  }
}

/** A file that is removed is to come back with the permissions it had. */
function modeOf(disk: Disk, real: string, path: string, variable: string | null): number {
  return telling(path, variable, () => disk.stat(real).mode);
}

const ours = (variable: string | null): EncodingName | undefined => (variable === null ? undefined : 'utf-8');

function readAs(bytes: Uint8Array | null, encoding: EncodingName | undefined): NonNullable<SaveRequest['read']> {
  const decoded = bytes === null ? emptyText : decode(bytes, encoding);
  return { decoded, source: toSource(decoded.text) };
}

const emptyText: Decoded = { text: '', encoding: 'utf-8', bom: false, exact: true };

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

interface EditedText {
  readonly path: string;
  readonly old: Decoded;
  readonly edits: readonly Edit[];
  /** `old` with the edits. */
  readonly text: string;
  readonly variable: string | null;
}

/** The bytes of an edited file, of which those that no edit touches are the old ones wherever that can be. */
function editedBytes(now: Uint8Array | null, { path, old, edits, text, variable }: EditedText): Uint8Array {
  const bytes = now === null ? null : splice(now, old, edits);
  return bytes === null || bytes.length > MAX_FILE_BYTES ? encoded(path, text, old, variable) : bytes;
}

/** What the disk gave back, read: the text that was meant, unless other bytes are where it was edited. */
function sourceIn(readBack: Uint8Array, old: Decoded, meant: Source, { inverse }: JournalEntry): Source {
  const spans = inverse.map(({ span }) => span);
  return holdsLines(readBack, old, meant, spans) ? meant : toSource(decode(readBack, old.encoding).text);
}

/** The bytes of the new text, in the encoding that the file has; refuses what could not be written back as it was. */
function encoded(file: string, text: string, old: Decoded, variable: string | null): Uint8Array {
  const bytes = old.exact ? encode(text, old.encoding, old.bom) : null;
  const cause: FileCause = 'inexact-encoding';
  if (bytes === null) throw new UserError('unwritable', { file, cause, variable });
  // What is larger is not read any more, so it must not be written.
  if (bytes.length > MAX_FILE_BYTES) throw new UserError('unwritable', { file, cause: 'too-large', variable: null });
  return bytes;
}

/** Null for splices that do not fit the text: a journal that was tampered with. */
function appliedIfFitting(text: string, edits: readonly Edit[]): string | null {
  try {
    return applyEdits(text, edits);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
