// ProgressFile: the checklist of ours that keeps the ticks of a roadmap which is not written to (FORMATS P2, P3).
import { hashOf } from '../model/identity.ts';
import type { Disk } from './disk.ts';
import { folderOf } from './files.ts';
import { exists, type Found, realOf, stemOf } from './library.ts';
import type { Place } from './places.ts';

/** Where the ticks of a roadmap go: the bundled id, else the file's name and six hex digits of its real path.
 * Null where no folder for data is known. */
export function progressPath(data: Place, found: Found): string | null {
  if (data.path === null) return null;
  const name = found.kind === 'bundled' ? found.id : `${shortened(stemOf(found.real))}-${sixHex(found.real)}`;
  return `${data.path}/${name}.md`;
}

/** How a chosen progress file names its roadmap: by a path from its own folder where both lie below the same home or repository, so
 * that it says the same on every machine that has both; else by the absolute path. */
export function sourceFrom(disk: Disk, file: string, roadmap: string, home: string | null): string {
  const folder = realOf(disk, folderOf(file));
  const real = realOf(disk, roadmap);
  const [from, to] = [folder.split('/'), real.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  const shared = from.slice(0, same);
  if (!isInHome(disk, shared, home) && !isInRepository(disk, shared)) return roadmap;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

function isInHome(disk: Disk, shared: readonly string[], home: string | null): boolean {
  return home !== null && `${shared.join('/')}/`.startsWith(`${realOf(disk, home).replace(/\/+$/, '')}/`);
}

function isInRepository(disk: Disk, shared: readonly string[]): boolean {
  return shared.some((_, index) => index > 0 && exists(disk, `${shared.slice(0, index + 1).join('/')}/.git`));
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
