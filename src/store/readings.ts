// Readings: what was made of texts that take long to read, so that a run reads each once, and the next runs not at all.
import { hashOf } from '../model/identity.ts';
import type { Disk } from './disk.ts';
import { quietly } from './failure.ts';
import { joined, readQuietly } from './files.ts';
import { usableFolder } from './folders.ts';
import { sweepFolder, writeHelp } from './help-file.ts';
import type { OwnFolder } from './places.ts';

interface Made {
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** The disk has it. */
  readonly isKept: boolean;
}

/** Of more files than these nobody studies at a time; what roadmaps that are gone have left goes with the rest. */
const mostFiles = 64;

/**
 * A reading is identified by the very text, not by the time or a hash of it, and by the build of the readers: what cannot be exactly what
 * the reader would say now is not there. Values are plain data. Nothing throws: without it a start takes longer, no more.
 * Only commands that write anyway keep it on the disk; looking writes nothing.
 */
export class Readings {
  readonly #disk: Disk;
  readonly #place: OwnFolder;
  readonly #folder: string | null;
  readonly #build: string;
  readonly #made = new Map<string, Made>();

  /** `build` distinguishes the readers of one release from those of another; null: nothing is kept on the disk. */
  constructor(disk: Disk, cache: OwnFolder, build: string | null) {
    this.#disk = disk;
    this.#place = cache;
    this.#folder = cache.path === null || build === null ? null : joined(cache.path, 'readings');
    this.#build = build ?? '';
  }

  /** What the reader of this name made of the text of this file; undefined where nobody knows. */
  recall(reader: string, path: string, text: string): unknown {
    const made = this.#made.get(reader);
    if (made !== undefined && made.text === text) return made.value;
    const value = this.#read(reader, path, text);
    if (value !== undefined) this.#made.set(reader, { path, text, value, isKept: true });
    return value;
  }

  add(reader: string, path: string, text: string, value: unknown): void {
    this.#made.set(reader, { path, text, value, isKept: false });
  }

  /** Keeps on the disk what was added. Called by commands that have written something. */
  keep(): void {
    for (const [reader, made] of this.#made) {
      if (made.isKept) continue;
      this.#made.set(reader, { ...made, isKept: true });
      quietly(() => this.#write(reader, made));
    }
  }

  #write(reader: string, { path, text, value }: Made): void {
    const folder = this.#folder;
    if (folder === null) return;
    // HOME is never made.
    usableFolder(this.#disk, this.#place, folder);
    sweepFolder(this.#disk, folder, mostFiles);
    const bytes = Buffer.from(text);
    // A text that does not come back as it was is never found again.
    const head = Buffer.from(`${this.#build} ${bytes.length}\n`);
    // Twice: a damaged byte is seen by comparing, which costs nothing beside a checksum of our own.
    const json = Buffer.from(JSON.stringify(value));
    const all = Buffer.concat([head, bytes, json, json]);
    writeHelp(this.#disk, this.#pathFor(folder, reader, path), all);
  }

  #read(reader: string, path: string, text: string): unknown {
    if (this.#folder === null) return undefined;
    const bytes = readQuietly(this.#disk, this.#pathFor(this.#folder, reader, path));
    if (bytes === null) return undefined;
    const kept = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const start = kept.indexOf(10) + 1;
    const [build, length] = kept.toString('utf8', 0, Math.max(0, start - 1)).split(' ');
    const end = start + Number(length);
    if (build !== this.#build || kept.toString('utf8', start, end) !== text) return undefined;
    const half = (kept.length - end) / 2;
    if (!Number.isInteger(half) || kept.compare(kept, end + half, kept.length, end, end + half) !== 0) return undefined;
    try {
      return JSON.parse(kept.toString('utf8', end, end + half));
    } catch {
      return undefined;
    }
  }

  #pathFor(folder: string, reader: string, path: string): string {
    return joined(folder, `${reader}-${hashOf(path)}`);
  }
}
