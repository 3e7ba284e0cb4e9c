// ProgressFile: the checklist of ours that keeps the ticks of a roadmap which is not written to (FORMATS P2, P3).
import { frontMatterSpan } from '../formats/frontmatter.ts';
import { readHead } from '../formats/progress/head.ts';
import { hashOf } from '../model/identity.ts';
import { decode } from '../text/encoding.ts';
import type { Disk } from './disk.ts';
import { errnoOf, quietly } from './failure.ts';
import { folderOf, joined, nameExists, readBytes, readStart } from './files.ts';
import { type Found, realOf, stemOf } from './library.ts';
import type { OwnFolder } from './places.ts';

/**
 * The names that the progress file of a roadmap may have, the first of them for a new one: the registered name, else the bundled id,
 * else the file's name and a hash of its real path. Versions before this one used six digits of the hash, which two roadmaps may share.
 * The last one is for a roadmap whose name another one took. Empty where no folder for data is known.
 */
export function progressPaths(data: OwnFolder, found: Found): readonly string[] {
  if (data.path === null) return [];
  const name = found.registered?.name ?? null;
  const names =
    found.kind === 'bundled'
      ? [found.id, `${found.id}-2`]
      : [...(name === null ? [] : [name.toLowerCase()]), ...namesByPath(found.real)];
  return names.map((one) => `${data.path}/${one}.md`);
}

function namesByPath(real: string): string[] {
  const stem = stemOf(real);
  return [
    `${shortened(stem, 230)}-${hexOf(real)}`,
    `${shortened(stem, 245)}-${sixHex(real)}`,
    `${shortened(stem, 230)}-${hexOf(real)}-2`,
  ];
}

/** A progress file in our folder, by its head. */
export interface FiledProgress {
  readonly path: string;
  /** The roadmaps that it names. */
  readonly roadmaps: readonly string[];
  /** Those of them that are where they were. */
  readonly there: readonly string[];
}

/** All progress files in our folder, by name. Never throws: what cannot be read is passed over. */
export function filedProgress(disk: Disk, data: OwnFolder): FiledProgress[] {
  const filed: FiledProgress[] = [];
  quietly(() => {
    if (data.path === null) return;
    for (const name of disk.readdir(data.path).sort()) {
      if (name.startsWith('.') || !name.endsWith('.md')) continue;
      const path = joined(data.path, name);
      quietly(() => {
        const { roadmaps } = readHead(headIn(disk, path));
        filed.push({ path, roadmaps, there: roadmaps.filter((roadmap) => !isAbsent(disk, path, roadmap)) });
      });
    }
  });
  return filed;
}

/** Those that may hold ticks of this roadmap under an old name: what they name is gone, or is this very file. */
export function abandonedFor(filed: readonly FiledProgress[], found: Found): FiledProgress[] {
  if (found.kind === 'bundled') return [];
  const isOther = (name: string): boolean => name !== found.real && name !== found.path;
  return filed.filter(({ roadmaps, there }) => roadmaps.length > 0 && !there.some(isOther));
}

/** Enough for a head of ours, and for most to which people have added properties. */
const usualHead = 1024;

function headIn(disk: Disk, path: string): string {
  const start = readStart(disk, path, usualHead);
  const { text } = decode(start, 'utf-8');
  const isCut = start.length === usualHead && /^(?:---|\+\+\+)/.test(text) && frontMatterSpan(text) === null;
  return isCut ? decode(readBytes(disk, path), 'utf-8').text : text;
}

/**
 * Whether nothing is at the place that the head of `file` names. An id is that of a bundled roadmap, which goes nowhere; a disk
 * that is not mounted hides a file just so, and `reconcile` asks before anything is moved.
 */
export function isAbsent(disk: Disk, file: string, roadmap: string): boolean {
  if (/^[\w-]+$/.test(roadmap) || roadmap.includes('\0')) return false;
  try {
    return !nameExists(disk, roadmap.startsWith('/') ? roadmap : joined(folderOf(realOf(disk, file)), roadmap));
  } catch (error) {
    return errnoOf(error) === 'ENOTDIR';
  }
}

/** A name has room for 255 bytes, of which the hash and the extension need some. */
function shortened(stem: string, room: number): string {
  return Buffer.byteLength(stem) <= room ? stem : [...stem].slice(0, room === 245 ? 60 : 50).join('');
}

/** All 53 bits of the hash, as hexadecimal digits. */
function hexOf(path: string): string {
  return Number.parseInt(hashOf(path), 36).toString(16).padStart(14, '0');
}

/** The six digits that earlier versions used. */
function sixHex(path: string): string {
  let number = 0;
  for (const char of hashOf(path)) number = (Math.imul(number, 36) + Number.parseInt(char, 36)) >>> 0;
  return (number & 0xffffff).toString(16).padStart(6, '0');
}
