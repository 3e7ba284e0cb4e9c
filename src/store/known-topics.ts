// KnownTopics: which topics a roadmap had when ticks were last written, so that a new topic can be told from a renamed one.
import type { KnownTopic } from '../model/known-topic.ts';
import type { Disk } from './disk.ts';
import { quietly } from './failure.ts';
import { folderOf, readBytes } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { makeFolder } from './folders.ts';
import { realOf } from './library.ts';
import type { Place } from './places.ts';
import { removeStrays, tempName, writeAll } from './temp.ts';

/** By the real path of the progress file: a link to it has the same topics. */
function pathFor(disk: Disk, state: Place, file: string): string | null {
  return state.path === null ? null : `${state.path}/topics/${fingerprint(Buffer.from(realOf(disk, file)))}.json`;
}

/** Those of the progress file `file`; null where nothing is known. Never throws: it is a help, no record. */
export function readKnownTopics(disk: Disk, state: Place, file: string): readonly KnownTopic[] | null {
  let known: readonly KnownTopic[] | null = null;
  quietly(() => {
    const path = pathFor(disk, state, file);
    const text = path === null ? '' : Buffer.from(readBytes(disk, path)).toString('utf8');
    known = parsed(text);
  });
  return known;
}

function parsed(text: string): readonly KnownTopic[] | null {
  try {
    const rows: unknown = JSON.parse(text);
    if (!Array.isArray(rows)) return null;
    return rows.flatMap((row) => {
      const [id, title] = Array.isArray(row) ? row : [];
      return typeof id === 'string' && typeof title === 'string' ? [{ id, title }] : [];
    });
  } catch {
    return null;
  }
}

/** Without fsync, and without a word when it fails: every tick is safe without it, and `reconcile` only knows less. */
export function writeKnownTopics(disk: Disk, state: Place, file: string, topics: readonly KnownTopic[]): void {
  const bytes = Buffer.from(JSON.stringify(topics.map(({ id, title }) => [id, title])));
  quietly(() => {
    const path = pathFor(disk, state, file);
    if (path === null) return;
    let old: Uint8Array | null = null;
    quietly(() => {
      old = readBytes(disk, path);
    });
    if (old !== null && Buffer.compare(old, bytes) === 0) return;
    makeFolder(disk, folderOf(path));
    removeStrays(disk, path, true);
    const temp = tempName(disk, path);
    try {
      const handle = disk.open(temp, 'create', 0o600);
      try {
        writeAll(disk, handle, bytes);
      } finally {
        disk.close(handle);
      }
      disk.rename(temp, path);
    } catch (error) {
      quietly(() => disk.unlink(temp));
      throw error;
    }
  });
}
