// Journal: what was changed and how to take it back, one JSON line per change, only ever appended.
import { parseCalendarDate } from '../../dates/calendar-date.ts';
import { type Status, statuses } from '../../model/roadmap.ts';
import type { Edit } from '../../text/edit.ts';
import type { EncodingName } from '../../text/encoding.ts';
import type { Disk } from '../disk.ts';
import { readIfThere } from '../files.ts';
import type { OwnFolder } from '../places.ts';
import type { Hunk } from './hunk.ts';

/** What happened to one topic, for saying what an undo reverted. */
export interface JournalChange {
  readonly address: string;
  readonly id: string;
  readonly title: string;
  readonly from: Status;
  readonly to: Status;
  readonly completedOn: string | null;
  /** Its state stayed what it is: time or a note was written. */
  readonly noted?: true;
  /** It is a lab that was passed, and no topic (FORMATS P7). */
  readonly lab?: true;
  /** The id that its line had before, where the change gave it another. */
  readonly was?: string;
}

/**
 * Undo and redo are appended too and name the `change` they are about; `void` says that the change `of` did not reach
 * the file. Nothing written is ever altered.
 */
export interface JournalEntry {
  readonly v: 1;
  readonly id: string;
  readonly kind: 'change' | 'undo' | 'redo' | 'void';
  readonly of: string | null;
  /** The day, `YYYY-MM-DD`. */
  readonly at: string;
  readonly command: readonly string[];
  /** What the changes of several files have in common that were made, and are taken back, as one. */
  readonly step?: string;
  /** Real path. */
  readonly file: string;
  /** The change made the file. */
  readonly created: boolean;
  /** Permission bits of the file, where the change removed it. */
  readonly mode?: number;
  /** Fingerprints of the file before and after; null where there was or is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly encoding: EncodingName;
  /** Splices on the old text, and those on the new text that take them back; offsets in UTF-16 units, no BOM. */
  readonly edits: readonly Edit[];
  readonly inverse: readonly Edit[];
  readonly hunks: readonly Hunk[];
  /** As the change made them; an undo repeats those of the change it reverts. */
  readonly changes: readonly JournalChange[];
}

export const anySize = Number.POSITIVE_INFINITY;
export const lineEnd = Buffer.from('\n');

// Quotes inside a text are escaped, so these are found as keys of an entry alone.
export const fileMark = (file: string): Buffer => Buffer.from(`"file":${JSON.stringify(file)}`);
export const stepMark = (step: string): Buffer => Buffer.from(`"step":${JSON.stringify(step)}`);

/** Without their ends; an empty last one is none. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const at = bytes.indexOf(10, start);
    const end = at < 0 ? bytes.length : at;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

/** The lines in which one of the marks is, in order: without reading the others, which may be many. */
export function linesWith(bytes: Buffer, marks: readonly Buffer[]): Buffer[] {
  const found = new Map<number, Buffer>();
  for (const mark of marks) {
    for (let at = bytes.indexOf(mark); at >= 0; ) {
      const start = bytes.lastIndexOf(10, at) + 1;
      const next = bytes.indexOf(10, at);
      const end = next < 0 ? bytes.length : next;
      found.set(start, bytes.subarray(start, end));
      at = bytes.indexOf(mark, end);
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, line]) => line);
}

/** What an entry has to do with: one of these files, or one of these steps. */
interface Concern {
  readonly files?: readonly string[];
  readonly steps?: readonly string[];
}

/**
 * The entries that can be read, oldest first: all of them, or those about some files and steps. Damaged lines are passed
 * over. Throws `unreadable`, but not for `missing`.
 */
export function readJournal(disk: Disk, state: OwnFolder, about: Concern | null = null): JournalEntry[] {
  const bytes = journalBytes(disk, state);
  if (bytes === null) return [];
  const { files = [], steps = [] } = about ?? {};
  if (last !== null && about !== null && steps.length === 0 && files.every((file) => last?.files.includes(file)))
    if (last.bytes.equals(bytes)) return last.entries.filter(({ file }) => files.includes(file));
  const lines = about === null ? linesOf(bytes) : linesWith(bytes, [...files.map(fileMark), ...steps.map(stepMark)]);
  const entries = lines.flatMap((line) => parseEntry(line.toString('utf8')) ?? []);
  last = { bytes, files, entries };
  return entries;
}

/** Read last: before a change is taken back it is looked for once, and once more under the lock, in the same bytes as a rule. */
let last: { readonly bytes: Buffer; readonly files: readonly string[]; readonly entries: JournalEntry[] } | null = null;

/** Whether anything of ours was ever written to this file, as far back as the journal goes. Throws `unreadable`. */
export function isInJournal(disk: Disk, state: OwnFolder, file: string): boolean {
  return journalBytes(disk, state)?.includes(fileMark(file)) ?? false;
}

function journalBytes(disk: Disk, state: OwnFolder): Buffer | null {
  if (state.path === null) return null;
  const bytes = readIfThere(disk, `${state.path}/journal.jsonl`, anySize);
  return bytes === null ? null : asBuffer(bytes);
}

/** The same bytes, not copied. */
export const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function parseEntry(line: string): JournalEntry | null {
  if (line === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  return isEntry(value) ? value : null;
}

function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as { readonly [key in keyof JournalEntry]?: unknown };
  const isMark = (mark: unknown) => mark === null || typeof mark === 'string';
  return (
    entry.v === 1 &&
    ['change', 'undo', 'redo', 'void'].includes(entry.kind as string) &&
    [entry.id, entry.file, entry.encoding].every(isText) &&
    isText(entry.at) &&
    parseCalendarDate(entry.at) !== null &&
    typeof entry.created === 'boolean' &&
    (entry.step === undefined || typeof entry.step === 'string') &&
    (entry.mode === undefined || Number.isInteger(entry.mode)) &&
    [entry.of, entry.before, entry.after].every(isMark) &&
    Array.isArray(entry.command) &&
    Array.isArray(entry.changes) &&
    entry.changes.every(isChange) &&
    [entry.edits, entry.inverse].every((list) => Array.isArray(list) && list.every(isEdit)) &&
    Array.isArray(entry.hunks) &&
    entry.hunks.every(isHunk)
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isChange(value: unknown): boolean {
  const change = value as { readonly [key in keyof JournalChange]?: unknown };
  const states: readonly unknown[] = statuses;
  return (
    [change?.address, change?.id, change?.title].every(isText) &&
    states.includes(change.from) &&
    states.includes(change.to)
  );
}

function isEdit(value: unknown): boolean {
  const edit = value as {
    readonly span?: { readonly start?: unknown; readonly end?: unknown };
    readonly text?: unknown;
  };
  return typeof edit?.text === 'string' && Number.isInteger(edit.span?.start) && Number.isInteger(edit.span?.end);
}

function isHunk(value: unknown): boolean {
  const hunk = value as { readonly [key in keyof Hunk]?: unknown };
  const texts = typeof hunk?.before === 'string' && typeof hunk.after === 'string';
  const isRank = (rank: unknown): boolean =>
    rank === undefined || (Array.isArray(rank) && rank.length === 2 && rank.every(Number.isInteger));
  return (
    texts && isRank(hunk.rank) && isRank(hunk.oldRank) && Number.isInteger(hunk.line) && Number.isInteger(hunk.oldLine)
  );
}

/**
 * The newest change of this file that is not undone; null when there is none. `now` is the file's fingerprint (null: no
 * file): by it a change that was journalled and then never reached the file is recognised.
 */
export function undoable(entries: readonly JournalEntry[], file: string, now: string | null): JournalEntry | null {
  return replay(entries, file, now).done.at(-1) ?? null;
}

/** The changes of this file that reached it and are not undone, oldest first. */
export function standing(entries: readonly JournalEntry[], file: string, now: string | null): readonly JournalEntry[] {
  return replay(entries, file, now).done;
}

/** The change that was undone last and that no newer change has made impossible to repeat. */
export function redoable(entries: readonly JournalEntry[], file: string, now: string | null): JournalEntry | null {
  return replay(entries, file, now).undone.at(-1) ?? null;
}

function replay(entries: readonly JournalEntry[], file: string, now: string | null) {
  const voided = new Set(entries.flatMap((entry) => (entry.kind === 'void' && entry.of !== null ? [entry.of] : [])));
  const own = entries.filter((entry) => entry.file === file && entry.kind !== 'void' && !voided.has(entry.id));
  const done: JournalEntry[] = [];
  let undone: JournalEntry[] = [];
  own.forEach((entry, index) => {
    // What the file held next: the state before the following change, or now.
    const next = own[index + 1];
    const held = next === undefined ? now : next.before;
    if (held !== entry.after && held === entry.before) return;
    if (entry.kind === 'change') {
      done.push(entry);
      undone = [];
    } else if (entry.kind === 'undo') move(entry.of, done, undone);
    else move(entry.of, undone, done);
  });
  return { done, undone };
}

/** It is the last one nearly always. */
function move(id: string | null, from: JournalEntry[], to: JournalEntry[]): void {
  const at = from.findLastIndex((entry) => entry.id === id);
  if (at >= 0) to.push(...from.splice(at, 1));
}
