// Killing: the built program ends at a certain call to the file system, as if the machine had.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './program.ts';

/**
 * Loaded into the program before its own code: the process kills itself just before its nth call to the file system, or
 * writes down how many it made.
 */
const preload = `
const fs = require('node:fs');
const { KILL_AT, COUNT_FILE } = process.env;
let calls = 0;
const counted = (real) => (...args) => {
  calls += 1;
  if (calls === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
  return real(...args);
};
for (const name of ['access', 'close', 'fchmod', 'fchown', 'fstat', 'fsync', 'link', 'lstat', 'mkdir', 'open', 'readdir',
  'read', 'rename', 'stat', 'unlink', 'write']) fs[name + 'Sync'] = counted(fs[name + 'Sync']);
fs.realpathSync.native = counted(fs.realpathSync.native);
if (COUNT_FILE) process.on('exit', () => fs.writeFileSync(COUNT_FILE, String(calls)));
`;

/** `KILL_AT` and `COUNT_FILE` go beside it. */
export function withPreload(home: Home): { NODE_OPTIONS: string } {
  const path = join(home.root, 'preload.cjs');
  writeFileSync(path, preload);
  return { NODE_OPTIONS: `--require ${path}` };
}
