// ProgressFile: the checklist of ours that keeps the ticks of a roadmap which is not written to (FORMATS P2, P3).
import { readHead } from '../formats/progress/head.ts';
import { hashOf } from '../model/identity.ts';
import { decode } from '../text/encoding.ts';
import type { Disk } from './disk.ts';
import { errnoOf, quietly } from './failure.ts';
import { joined, nameExists, readBytes } from './files.ts';
import { type Found, stemOf } from './library.ts';
import type { Place } from './places.ts';

/** Where the ticks of a roadmap go: the bundled id, else the file's name and six hex digits of its real path.
 * Null where no folder for data is known. */
export function progressPath(data: Place, found: Found): string | null {
  if (data.path === null) return null;
  const name = found.kind === 'bundled' ? found.id : `${shortened(stemOf(found.real))}-${sixHex(found.real)}`;
  return `${data.path}/${name}.md`;
}

/**
 * Progress files of roadmaps that are no longer where they were: those named after the same file, or with the title `title`;
 * with null all of them. Never throws: what cannot be read is passed over.
 */
export function abandonedProgress(disk: Disk, data: Place, found: Found, title: string | null): string[] {
  const stem = found.kind === 'bundled' ? found.id : shortened(stemOf(found.real));
  const abandoned: string[] = [];
  quietly(() => {
    if (data.path === null) return;
    for (const name of disk.readdir(data.path).sort()) {
      const [, written] = /^([^.].*)-[0-9a-f]{6}\.md$/.exec(name) ?? [];
      if (written === undefined) continue;
      const path = joined(data.path, name);
      quietly(() => {
        const { text } = decode(readBytes(disk, path), 'utf-8');
        if (title !== null && written !== stem && titleIn(text) !== title) return;
        const { roadmaps } = readHead(text);
        const isGone = roadmaps.every((roadmap) => roadmap.startsWith('/') && !isThere(disk, roadmap));
        if (roadmaps.length > 0 && isGone) abandoned.push(path);
      });
    }
  });
  return abandoned;
}

/** The heading that a progress file opens with. */
function titleIn(text: string): string | null {
  return /^# (.*)$/m.exec(text)?.[1]?.trim() ?? null;
}

/** A disk that is not mounted hides a file just so; `reconcile` asks before anything is moved. */
function isThere(disk: Disk, path: string): boolean {
  try {
    return nameExists(disk, path);
  } catch (error) {
    return errnoOf(error) !== 'ENOTDIR';
  }
}

/** A name has room for 255 bytes, of which the hash and the extension need ten. */
function shortened(stem: string): string {
  return Buffer.byteLength(stem) <= 245 ? stem : [...stem].slice(0, 60).join('');
}

function sixHex(path: string): string {
  // The hash is in base 36; its letters and digits as a number again, of which the last 24 bits are enough to tell files apart.
  let number = 0;
  for (const char of hashOf(path)) number = (Math.imul(number, 36) + Number.parseInt(char, 36)) >>> 0;
  return (number & 0xffffff).toString(16).padStart(6, '0');
}
