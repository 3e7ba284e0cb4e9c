// JournalWriter: appends to the journal, and takes out what is too old to be kept.
import type { Disk } from '../disk.ts';
import { errnoOf, quietly, telling } from '../failure.ts';
import { readBytes } from '../files.ts';
import { randomName } from '../fingerprint.ts';
import { usableFolder } from '../folders.ts';
import { type LockOptions, withLock } from '../lock.ts';
import type { OwnFolder } from '../places.ts';
import { replaceFile } from '../replace.ts';
import { writeAll } from '../temp.ts';
import {
  anySize,
  asBuffer,
  fileMark,
  type JournalEntry,
  lineEnd,
  linesOf,
  linesWith,
  parseEntry,
  stepMark,
} from './journal.ts';

/**
 * When the entries of one file would take more than this, older ones of that file go until half of it is left. Those of
 * other files stay: their history is not this file's to spend.
 */
export const MAX_JOURNAL_BYTES = 2 * 1024 * 1024;

/** So many of the newest entries of a file stay, however large they are. */
export const FEWEST_ENTRIES = 20;

export function newEntryId(): string {
  return randomName();
}

/**
 * Appends one entry, synced. It is written *before* the file is replaced: a change without an entry could never be taken
 * back, while an entry without its change is recognised by fingerprints (see `undoable`). Throws `unwritable`.
 */
export function appendEntry(disk: Disk, state: OwnFolder, entry: JournalEntry, options: LockOptions = {}): void {
  const path = `${usableFolder(disk, state, entry.file)}/journal.jsonl`;
  const line = Buffer.from(`${JSON.stringify(entry)}\n`);
  // Of its own, inside that of the file: processes that change other files append here as well.
  withLock(disk, state, path, options, ({ assertOwned }) => {
    telling(path, state.variable, () => {
      trim(disk, path, state, { file: entry.file, size: line.length }, assertOwned);
      const handle = disk.open(path, 'append', 0o600);
      try {
        writeAll(disk, handle, isTorn(disk, handle) ? Buffer.concat([Buffer.from('\n'), line]) : line);
        disk.fsync(handle);
      } finally {
        quietly(() => disk.close(handle));
      }
    });
  });
}

/** Whether a write of the last process was cut off: its line stays alone and unread. */
function isTorn(disk: Disk, handle: number): boolean {
  const { size } = disk.fstat(handle);
  const last = new Uint8Array(1);
  return size > 0 && (disk.read(handle, last, 0, size - 1) !== 1 || last[0] !== 10);
}

/** Takes out old entries of `file` where they and the one that is to come would be too many. */
function trim(
  disk: Disk,
  path: string,
  state: OwnFolder,
  { file, size: more }: { file: string; size: number },
  assertOwned: () => void,
): void {
  try {
    if (disk.stat(path).size + more <= MAX_JOURNAL_BYTES) return;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return;
    throw error;
  }
  const bytes = asBuffer(readBytes(disk, path, anySize));
  const own = linesWith(bytes, [fileMark(file)]);
  if (own.reduce((sum, line) => sum + line.length, more) <= MAX_JOURNAL_BYTES) return;
  const going = dispensable(own, bytes, file);
  if (going.size === 0) return;
  const kept = linesOf(bytes).filter((line) => !going.has(line.byteOffset));
  const trimmed = Buffer.concat(kept.flatMap((line) => [line, lineEnd]));
  replaceFile(disk, path, trimmed, { expected: bytes, assertOwned, variable: state.variable });
}

/**
 * Where the lines begin that may go. A change goes with all that is written of it, so that none is left whose undo is
 * forgotten; one that is a part of a step stays while another file has a part of it.
 */
function dispensable(own: readonly Buffer[], all: Buffer, file: string): Set<number> {
  const changeOf = new Map<string, string>();
  const lines = own.map((line) => {
    const entry = parseEntry(line.toString('utf8'));
    const change = entry === null ? null : entry.of === null ? entry.id : (changeOf.get(entry.of) ?? entry.of);
    if (entry !== null && change !== null) changeOf.set(entry.id, change);
    return { line, change, step: entry?.step ?? null };
  });
  const kept = new Set<string | null>();
  let size = 0;
  for (const [index, { line, change }] of [...lines.entries()].reverse()) {
    size += line.length;
    if (lines.length - index <= FEWEST_ENTRIES || size <= MAX_JOURNAL_BYTES / 2) kept.add(change);
  }
  kept.delete(null);
  const isShared = (step: string): boolean => {
    const parts = linesWith(all, [stepMark(step)]);
    return parts.some((line) => !line.includes(fileMark(file)));
  };
  for (const { change, step } of lines) if (step !== null && !kept.has(change) && isShared(step)) kept.add(change);
  return new Set(lines.flatMap(({ line, change }) => (kept.has(change) ? [] : [line.byteOffset])));
}
