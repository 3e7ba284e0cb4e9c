// GitMerge: the files that git names to its merge driver, and `git merge-file`, for commands/merge-driver.ts.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failed, type MergeWorld, mergeDriver, type Versions } from './commands/merge-driver.ts';
import type { UserError } from './errors.ts';

/** Runs `merge-driver` with the words behind it, to the status that git asks for; nothing is thrown. */
export async function runMergeDriver(words: readonly string[]): Promise<number> {
  const errors: UserError[] = [];
  let status = failed;
  try {
    status = mergeDriver(words, {
      read: readFileSync,
      replace,
      mergeTexts,
      mergeFiles,
      report: (one) => errors.push(one),
    });
    // Only now: most runs have nothing to say, and the words for it are the larger part of the program.
    if (errors.length > 0) {
      const { settle } = await import('./environment.ts');
      for (const error of errors) await settle(['merge-driver'], {}, () => Promise.reject(error));
    }
  } catch {
    // A message that cannot be written does not change the status that git gets.
  }
  return status;
}

const replace: MergeWorld['replace'] = (path, bytes) => {
  const real = realpathSync(path);
  const temp = `${real}.${process.pid}.tmp`;
  try {
    writeFileSync(temp, bytes, { flag: 'wx' });
    chmodSync(temp, statSync(real).mode & 0o7777);
    renameSync(temp, real);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
};

const mergeTexts: MergeWorld['mergeTexts'] = ({ base, ours, theirs }, name) => {
  const folder = mkdtempSync(join(tmpdir(), 'istio-roadmap-merge-'));
  try {
    const paths = { base: join(folder, 'base'), ours: join(folder, 'ours'), theirs: join(folder, 'theirs') };
    writeFileSync(paths.base, base);
    writeFileSync(paths.ours, ours);
    writeFileSync(paths.theirs, theirs);
    return mergeFile(['-p'], paths, name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const mergeFiles: MergeWorld['mergeFiles'] = (paths, name) => mergeFile([], paths, name).status;

function mergeFile(
  options: readonly string[],
  { base, ours, theirs }: Versions<string>,
  name: string | null,
): { text: string; status: number | null } {
  const labels = ['ours', 'base', 'theirs'].flatMap((side) => ['-L', name === null ? side : `${side}:${name}`]);
  const { stdout, status } = spawnSync('git', ['merge-file', '-q', ...options, ...labels, '--', ours, base, theirs], {
    ...{ encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  return { text: stdout ?? '', status };
}
