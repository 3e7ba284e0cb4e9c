// Merging in memory: the merge driver with files that are variables, and the real `git merge-file` behind it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MergeWorld, mergeDriver, type Versions } from '../../src/commands/merge-driver.ts';
import type { UserError } from '../../src/errors.ts';

/** A folder of three texts: git merges them; null where there is no git in `path`. */
export function gitMergeFile({ base, ours, theirs }: Versions<string>): { text: string; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'istio-roadmap-merge-'));
  try {
    for (const [name, text] of Object.entries({ base, ours, theirs })) writeFileSync(join(folder, name), text);
    const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
    const { stdout, status } = spawnSync('git', ['merge-file', '-q', '-p', ...labels, 'ours', 'base', 'theirs'], {
      ...{ cwd: folder, encoding: 'utf8', timeout: 20_000, maxBuffer: 1 << 28 },
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
    return { text: stdout, status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Merged {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly status: number;
  readonly errors: readonly UserError[];
  /** How often git was asked. */
  readonly asked: number;
}

/** What the merge driver makes of three versions. */
export function mergeInMemory(versions: Versions<string | Uint8Array>, changes: Partial<MergeWorld> = {}): Merged {
  const files = new Map(Object.entries(versions).map(([name, content]) => [name, Buffer.from(content as string)]));
  const errors: UserError[] = [];
  let asked = 0;
  const status = mergeDriver(['base', 'ours', 'theirs'], {
    read: (path) => files.get(path) as Buffer,
    replace: (path, bytes) => files.set(path, Buffer.from(bytes)),
    mergeTexts: (texts) => {
      asked++;
      return gitMergeFile(texts);
    },
    mergeFiles: () => null,
    report: (error) => errors.push(error),
    ...changes,
  });
  const bytes = files.get('ours') as Buffer;
  return { bytes, text: bytes.toString('utf8'), status, errors, asked };
}
