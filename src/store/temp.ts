// TempFile: what is written beside its target before it takes the target's name.
import type { Disk } from './disk.ts';
import { quietly } from './failure.ts';
import { folderOf, joined } from './files.ts';
import { randomName } from './fingerprint.ts';

/** Forty characters of the name are enough to recognise it, and leave room within the 255 bytes of a name. */
const tempPrefix = (name: string) => `.${[...name].slice(0, 40).join('')}.istio-roadmap-`;

export function tempName(disk: Disk, real: string): string {
  const name = real.slice(real.lastIndexOf('/') + 1);
  return joined(folderOf(real), `${tempPrefix(name)}${disk.machine.pid}-${randomName()}.tmp`);
}

/**
 * Removes what processes that were killed left beside this file, or in a folder of ours beside any. Failing to is no
 * reason not to write.
 */
export function removeStrays(
  disk: Disk,
  real: string,
  isOurFolder = false,
  remove = (path: string): void => disk.unlink(path),
): void {
  const prefix = isOurFolder ? '.' : tempPrefix(real.slice(real.lastIndexOf('/') + 1));
  quietly(() => {
    for (const name of disk.readdir(folderOf(real))) {
      if (!name.startsWith(prefix)) continue;
      const pid = Number(/\.istio-roadmap-(\d+)-[0-9a-f]+\.tmp$/.exec(name)?.[1]);
      if (pid > 0 && !disk.machine.isAlive(pid)) quietly(() => remove(joined(folderOf(real), name)));
    }
  });
}

export function writeAll(disk: Disk, handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += disk.write(handle, bytes, at);
}
