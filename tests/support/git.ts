// git for tests: whether it is there; tests say so where it is missing.
import { spawnSync } from 'node:child_process';

export const hasGit = spawnSync('git', ['--version'], { timeout: 10_000 }).status === 0;
export const noGit = 'git is needed for this test, and it is not here';
