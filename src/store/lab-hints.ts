// LabHints: how many hints of each lab were shown, so that the next one is one more.
import type { Disk } from './disk.ts';
import { readQuietly } from './files.ts';
import { writeHelp } from './help-file.ts';
import type { OwnFolder } from './places.ts';

const pathFor = ({ path }: OwnFolder): string | null => (path === null ? null : `${path}/lab-hints.json`);

/** By the file of the lab: two roadmaps may have labs of one name. None where nothing is known. Never throws. */
export function hintsShown(disk: Disk, state: OwnFolder, lab: string): number {
  const count = all(disk, state)[lab];
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : 0;
}

/** Never throws: where it cannot be kept, the first hint is shown again. */
export function keepHints(disk: Disk, state: OwnFolder, lab: string, count: number): void {
  const path = pathFor(state);
  if (path === null) return;
  writeHelp(disk, path, Buffer.from(`${JSON.stringify({ ...all(disk, state), [lab]: count })}\n`));
}

function all(disk: Disk, state: OwnFolder): Readonly<Record<string, unknown>> {
  const path = pathFor(state);
  const bytes = path === null ? null : readQuietly(disk, path);
  if (bytes === null) return {};
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {};
  } catch {
    return {};
  }
}
