// git for tests: the real one, with a time limit and nothing of the user's configuration; tests say so where it is missing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasGit = spawnSync('git', ['--version'], { timeout: 10_000 }).status === 0;
export const noGit = 'git is needed for this test, and it is not here';

/** What both sides began with, and what each made of it. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Each three versions as git's union merges them, by `git merge-file --union -p`. One shell for all: a process each would be slow. */
export function unions(all: readonly Versions[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'istio-roadmap-union-'));
  try {
    mkdirSync(join(folder, 'out'));
    all.forEach(({ base, ours, theirs }, index) => {
      writeFileSync(join(folder, `${index}.base`), base);
      writeFileSync(join(folder, `${index}.ours`), ours);
      writeFileSync(join(folder, `${index}.theirs`), theirs);
    });
    const line =
      'i=0; while [ $i -lt $1 ]; do git merge-file --union -p $i.ours $i.base $i.theirs >out/$i || exit 9; i=$((i+1)); done';
    const { status, stderr } = spawnSync('sh', ['-c', line, 'sh', String(all.length)], {
      ...{ cwd: folder, encoding: 'utf8', timeout: 120_000, killSignal: 'SIGKILL' },
    });
    if (status !== 0) throw new Error(`git merge-file: ${status} ${stderr}`);
    return all.map((_, index) => readFileSync(join(folder, 'out', String(index)), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
