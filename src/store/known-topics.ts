// KnownTopics: which topics a roadmap had when ticks were last written, so that a new topic can be distinguished from a renamed one.
import type { KnownTopic } from '../model/known-topic.ts';
import type { Disk } from './disk.ts';
import { quietly } from './failure.ts';
import { readQuietly } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { writeHelp } from './help-file.ts';
import { realOf } from './library.ts';
import type { OwnFolder } from './places.ts';

/** By the real path of the progress file: a link to it has the same topics. */
function pathFor(disk: Disk, state: OwnFolder, file: string): string | null {
  return state.path === null ? null : `${state.path}/topics/${fingerprint(Buffer.from(realOf(disk, file)))}.json`;
}

/** Those of the progress file `file`; null where nothing is known. Never throws: it is a help, no record. */
export function readKnownTopics(disk: Disk, state: OwnFolder, file: string): readonly KnownTopic[] | null {
  let path: string | null = null;
  quietly(() => {
    path = pathFor(disk, state, file);
  });
  const bytes = path === null ? null : readQuietly(disk, path);
  return bytes === null ? null : parsed(Buffer.from(bytes).toString('utf8'));
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

/** Without a word when it fails: every tick is safe without it, and `reconcile` only knows less. */
export function writeKnownTopics(disk: Disk, state: OwnFolder, file: string, topics: readonly KnownTopic[]): void {
  quietly(() => {
    const path = pathFor(disk, state, file);
    if (path === null) return;
    writeHelp(disk, path, Buffer.from(JSON.stringify(topics.map(({ id, title }) => [id, title]))));
  });
}
