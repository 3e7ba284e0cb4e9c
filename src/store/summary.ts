// SummaryFile: the summary of a roadmap in one line that a shell reads by itself, and whose age it can see.
import { type Summary, summaryFields } from '../model/summary.ts';
import type { Disk, Stat } from './disk.ts';
import { causeOf, quietly } from './failure.ts';
import { folderOf, readIfThere, readQuietly } from './files.ts';
import { makeFolder } from './folders.ts';
import { sweepFolder } from './help-file.ts';
import type { OwnFolder } from './places.ts';
import { removeStrays, tempName, writeAll } from './temp.ts';

/**
 * No white space, so that `read` in a shell keeps empty fields apart. The line is: the form of it, the key, the second in which it was
 * made, the fields of the summary, and of each tracked file its path, size and time in milliseconds, `-` for one that is not there.
 */
const separator = '\x1f';
const form = '1';
/** Longer names are cut at their beginning: 60 characters fit the 255 bytes of a name in every script but emoji. */
const longestName = 60;
/** The file's time is that of the newest tracked file, in whole milliseconds above it, which a `double` of seconds can hold. */
const roundUp = 1.5;
/** Milliseconds; the clocks of file systems are at least as fine. */
const clockTick = 20;
/** Roadmaps that are gone leave their summaries: with more than these all go, and come again when they are asked for. */
const mostFiles = 64;

/** Where the summary of a key is; null where no folder for states is known. The shell functions compute the same. */
export function summaryPath({ path }: OwnFolder, key: string): string | null {
  if (path === null) return null;
  const name = key === '' ? 'default' : key.startsWith('/') ? key.replaceAll('/', '%') : `=${key}`;
  return `${path}/prompt/${[...name].slice(-longestName).join('')}`;
}

interface Tracked {
  readonly path: string;
  readonly size: string;
  readonly modified: string;
}

const absent = '-';

/** The file as it is now. Throws what the system throws for anything but absence. */
function trackedAs(disk: Disk, path: string): Tracked {
  const stat = statIfThere(disk, path);
  if (stat === null) return { path, size: absent, modified: absent };
  return { path, size: String(stat.size), modified: String(stat.modified) };
}

function statIfThere(disk: Disk, path: string): Stat | null {
  try {
    return disk.stat(path);
  } catch (error) {
    if (causeOf(error) === 'missing' || causeOf(error) === 'not-a-folder') return null;
    throw error;
  }
}

/** The fields of a summary whose files are all as they were when it was made; null otherwise. Never throws. */
export function readFreshSummary(disk: Disk, path: string, key: string): Summary | null {
  const bytes = readQuietly(disk, path);
  const [line = '', ...others] = bytes === null ? [] : Buffer.from(bytes).toString('utf8').split('\n');
  const [version, ofKey, , ...cells] = line.split(separator);
  if (others.length !== 1 || version !== form || ofKey !== key) return null;
  const files = cells.slice(summaryFields.length);
  let isFresh = true;
  quietly(() => {
    for (let at = 0; at < files.length && isFresh; at += 3) {
      const { size, modified } = trackedAs(disk, files[at] as string);
      isFresh = size === files[at + 1] && modified === files[at + 2];
    }
  });
  if (!isFresh) return null;
  return Object.fromEntries(summaryFields.map((name, at) => [name, cells[at] ?? ''])) as Summary;
}

export interface NewSummary {
  readonly key: string;
  readonly summary: Summary;
  /** What it is made of, by path: the bytes that were read; null for a file that was not there. */
  readonly files: ReadonlyMap<string, Uint8Array | null>;
  /** Other files that decide what is asked for: whether they are the same is not looked at, only whether they change later. */
  readonly watched: readonly string[];
  /** Wait for the clock of the file system, so that no later change looks as old as what was read. */
  readonly isPatient: boolean;
}

/**
 * Writes the summary of a roadmap. Where a file holds something else by now, nothing is written: the next prompt asks again. The
 * file gets the time of the newest file it was made from, so that a shell sees every later change by `-nt`. Never throws: it is a
 * help, no record.
 */
export function writeSummary(disk: Disk, path: string, file: NewSummary): void {
  // The line could not be taken apart again.
  const words = [file.key, ...file.files.keys(), ...file.watched];
  if (words.some((word) => word.includes(separator) || word.includes('\n'))) return;
  quietly(() => {
    makeFolder(disk, folderOf(path));
    sweepFolder(disk, folderOf(path), mostFiles);
    removeStrays(disk, path, true);
    const temp = tempName(disk, path);
    try {
      if (writeLine(disk, temp, file)) disk.rename(temp, path);
    } finally {
      quietly(() => disk.unlink(temp));
    }
  });
}

/** False where what was read is no longer what is there. */
function writeLine(disk: Disk, temp: string, { key, summary, files, watched, isPatient }: NewSummary): boolean {
  const paths = [...new Set([...files.keys(), ...watched])];
  const handle = disk.open(temp, 'create', 0o600);
  try {
    const { modified: now } = disk.fstat(handle);
    let newest = newestOf(paths.map((path) => trackedAs(disk, path)));
    if (isPatient && newest + roundUp >= now) disk.machine.sleep(clockTick);
    const tracked = paths.map((path) => trackedAs(disk, path));
    newest = newestOf(tracked);
    for (const [path, bytes] of files) if (!isSame(readIfThere(disk, path), bytes)) return false;
    const cells = tracked.flatMap(({ path, size, modified }) => [path, size, modified]);
    const line = [form, key, Math.floor(now / 1000), ...summaryFields.map((name) => summary[name]), ...cells];
    writeAll(disk, handle, Buffer.from(`${line.join(separator)}\n`));
    // A file from the future would hide every change of the present.
    if (newest > 0) disk.futimes(handle, Math.min(Math.floor(newest) + roundUp, now + clockTick));
    return true;
  } finally {
    disk.close(handle);
  }
}

const newestOf = (files: readonly Tracked[]): number =>
  Math.max(0, ...files.map(({ modified }) => (modified === absent ? 0 : Number(modified))));

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}
