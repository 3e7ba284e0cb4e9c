// git for tests: whether it is there; tests say so where it is missing.
import { spawnSync } from 'node:child_process';

/** Who commits in the tests; nothing is asked, and no configuration of the machine is read. */
export const gitIdentity = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_MERGE_AUTOEDIT: 'no',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

export const hasGit = spawnSync('git', ['--version'], { timeout: 10_000 }).status === 0;
export const noGit = 'git is needed for this test, and it is not here';
