// Journal: what was changed and how to take it back, one JSON line per change, only ever appended.

import { parseCalendarDate } from '../../dates/calendar-date.ts';
import { statelessWords } from '../../formats/markdown/stateless-line.ts';
import { readTaskLine } from '../../formats/markdown/syntax/task-line.ts';
import { type Status, statuses } from '../../model/roadmap.ts';
import { type Edit, invertEdits } from '../../text/edit.ts';
import type { EncodingName } from '../../text/encoding.ts';
import { lineText, positionOf, type Source, toSource } from '../../text/source.ts';
import type { Disk } from '../disk.ts';
import { errnoOf, quietly, telling } from '../failure.ts';
import { readBytes, readIfThere } from '../files.ts';
import { randomName } from '../fingerprint.ts';
import { usableFolder } from '../folders.ts';
import { type LockOptions, withLock } from '../lock.ts';
import type { OwnFolder } from '../places.ts';
import { replaceFile } from '../replace.ts';
import { writeAll } from '../temp.ts';

/** What happened to one topic, for saying what an undo reverted. */
export interface JournalChange {
  readonly address: string;
  readonly id: string;
  readonly title: string;
  readonly from: Status;
  readonly to: Status;
  readonly completedOn: string | null;
  /** The id that its line had before, where the change gave it another. */
  readonly was?: string;
}

type Rank = readonly [nth: number, of: number];

/** Whole lines as a change found and left them, without the last line end: how it is recognised after other edits. */
export interface Hunk {
  /** First line in the new text, from 1. */
  readonly line: number;
  /** First line in the old text. */
  readonly oldLine: number;
  readonly before: string;
  readonly after: string;
  /**
   * Of a task line: which one it is in the new text of those with the same words, from 1, and how many there are; absent: the only
   * one (FORMATS A4). `oldRank` is that in the old text where it was another.
   */
  readonly rank?: Rank;
  readonly oldRank?: Rank;
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

const anySize = Number.POSITIVE_INFINITY;
const lineEnd = Buffer.from('\n');

// Quotes inside a text are escaped, so these are found as keys of an entry alone.
const fileMark = (file: string): Buffer => Buffer.from(`"file":${JSON.stringify(file)}`);
const stepMark = (step: string): Buffer => Buffer.from(`"step":${JSON.stringify(step)}`);

/** Without their ends; an empty last one is none. */
function linesOf(bytes: Buffer): Buffer[] {
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
function linesWith(bytes: Buffer, marks: readonly Buffer[]): Buffer[] {
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
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function parseEntry(line: string): JournalEntry | null {
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

/** The lines that the edits touch, as they are and as they become: `newSource` is the text after the edits. */
export function hunksOf(oldSource: Source, edits: readonly Edit[], newSource: Source): Hunk[] {
  const { text } = oldSource;
  const { text: changed } = newSource;
  let shift = 0;
  const pieces = invertEdits(text, edits).map(({ span, text: old }) => {
    const start = span.start - shift;
    shift = span.end - start - old.length;
    return { start, end: start + old.length, newStart: span.start, newEnd: span.end };
  });
  const hunks: typeof pieces = [];
  for (const [index, piece] of pieces.entries()) {
    const last = hunks.at(-1);
    // Up to the neighbours only: between two edits both texts read the same, and are walked side by side.
    const floor = last?.end ?? 0;
    while (piece.start > floor && !(startsLine(text, piece.start) && startsLine(changed, piece.newStart))) {
      piece.start--;
      piece.newStart--;
    }
    const ceiling = pieces[index + 1]?.start ?? text.length;
    while (piece.end < ceiling && !(endsLine(text, piece.end) && endsLine(changed, piece.newEnd))) {
      piece.end++;
      piece.newEnd++;
    }
    if (last !== undefined && piece.start <= last.end) Object.assign(last, { end: piece.end, newEnd: piece.newEnd });
    else hunks.push(piece);
  }
  const plain = hunks.map(({ start, end, newStart, newEnd }) => ({
    line: positionOf(newSource, newStart).line,
    oldLine: positionOf(oldSource, start).line,
    before: text.slice(start, end),
    after: changed.slice(newStart, newEnd),
  }));
  return ranked(oldSource, newSource, plain);
}

/** The same hunks, with their rank where other task lines have the same words. */
function ranked(oldSource: Source, newSource: Source, hunks: readonly Hunk[]): Hunk[] {
  const words = hunks.map(({ before, after }) => {
    const found = taskWords(after);
    return found === taskWords(before) ? found : null;
  });
  const ranks = ranksIn(
    newSource,
    words,
    hunks.map(({ line }) => line),
    hunks.map(({ after }) => after),
  );
  // States alone change no rank.
  const oldRanks = words.includes(null)
    ? ranksIn(
        oldSource,
        words,
        hunks.map(({ oldLine }) => oldLine),
        hunks.map(({ before }) => before),
      )
    : ranks;
  return hunks.map((hunk, index) => {
    const [rank, oldRank] = [ranks[index] as Rank, oldRanks[index] as Rank];
    const isSame = rank[0] === oldRank[0] && rank[1] === oldRank[1];
    return { ...hunk, ...(rank[1] > 1 || !isSame ? { rank } : null), ...(isSame ? null : { oldRank }) };
  });
}

// Up to so many hunks the words of each are searched in the text; beyond, all lines are read once.
const fewHunks = 8;
const onlyOne: Rank = [1, 1];

/** `words` null: no task line, whose rank nobody asks for. */
function ranksIn(
  source: Source,
  words: readonly (string | null)[],
  lines: readonly number[],
  texts: readonly string[],
): Rank[] {
  const all = words.length > fewHunks ? taskLinesByWords(source) : null;
  return words.map((own, index) => {
    if (own === null) return onlyOne;
    const equal = all === null ? linesWithWords(source, own, texts[index] as string) : (all.get(own) ?? []);
    return [equal.indexOf(lines[index] as number) + 1, equal.length];
  });
}

const taskWords = (line: string): string | null => (/[\r\n]/.test(line) ? null : statelessWords(line));

/** Lines from 1, in order. Only lines that hold the title of `line` are read. */
function linesWithWords(source: Source, words: string, line: string): number[] {
  const item = readTaskLine(line, 0, line.length);
  const title = item === null ? '' : line.slice(item.head.content, item.fields[0]?.span.start ?? line.length).trimEnd();
  if (title === '') return [...(taskLinesByWords(source).get(words) ?? [])];
  const found: number[] = [];
  for (let at = source.text.indexOf(title); at >= 0; at = source.text.indexOf(title, at + title.length)) {
    const { line: here } = positionOf(source, at);
    if (found.at(-1) !== here && taskWords(lineText(source, here)) === words) found.push(here);
  }
  return found;
}

function taskLinesByWords(source: Source): Map<string, number[]> {
  return linesBy(source, taskWords);
}

const startsLine = (text: string, at: number) =>
  at === 0 || text[at - 1] === '\n' || (text[at - 1] === '\r' && text[at] !== '\n');
const endsLine = (text: string, at: number) =>
  at === text.length || text[at] === '\r' || (text[at] === '\n' && text[at - 1] !== '\r');

/**
 * The edits that bring a text which was edited since to one side of a change: each of its lines must be where it was, or in exactly
 * one place, and read exactly as expected; a task line must be the one of its rank among as many equal ones as there were
 * (FORMATS A4). Null where one is not.
 */
export function relocate(text: string, hunks: readonly Hunk[], towards: 'before' | 'after'): Edit[] | null {
  const source = toSource(text);
  let placesOf: Map<string, number[]> | null = null;
  let tasksOf: Map<string, number[]> | null = null;
  const edits: Edit[] = [];
  for (const hunk of hunks) {
    const [want, put, line] =
      towards === 'before' ? [hunk.after, hunk.before, hunk.line] : [hunk.before, hunk.after, hunk.oldLine];
    const words = taskWords(want);
    let start: number | null;
    if (words !== null && words === taskWords(put)) {
      tasksOf ??= taskLinesByWords(source);
      const equal = tasksOf.get(words) ?? [];
      const [nth, of] = (towards === 'after' ? hunk.oldRank : undefined) ?? hunk.rank ?? onlyOne;
      start = equal.length === of ? startIfThere(source, equal[nth - 1] as number, want) : null;
      if (start === null) return null;
    } else start = startIfThere(source, line, want);
    if (start === null) {
      placesOf ??= linesBy(source, (text) => text);
      const starts = placesOf.get(firstLine(want))?.flatMap((at) => startIfThere(source, at, want) ?? []) ?? [];
      if (starts.length !== 1) return null;
      start = starts[0] as number;
    }
    edits.push({ span: { start, end: start + want.length }, text: put });
  }
  edits.sort((a, b) => a.span.start - b.span.start);
  const isApart = edits.every(({ span }, i) => i === 0 || span.start > (edits[i - 1] as Edit).span.end);
  return isApart ? edits : null;
}

function startIfThere(source: Source, line: number, want: string): number | null {
  const start = source.lineStarts[line - 1];
  if (start === undefined || !source.text.startsWith(want, start)) return null;
  return endsLine(source.text, start + want.length) ? start : null;
}

const firstLine = (text: string) => /^[^\r\n]*/.exec(text)?.[0] ?? '';

/** Line numbers from 1, in order, by a key of the line; lines whose key is null are left out. */
function linesBy(source: Source, keyOf: (line: string) => string | null): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (let line = 1; line <= source.lineStarts.length; line++) {
    const key = keyOf(lineText(source, line));
    if (key === null) continue;
    const same = lines.get(key);
    if (same === undefined) lines.set(key, [line]);
    else same.push(line);
  }
  return lines;
}
