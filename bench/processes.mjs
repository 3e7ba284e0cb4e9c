// Processes: a program is run once, in a home of its own and without what would flatter one side, and its cost measured.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = join(dirname(fileURLToPath(import.meta.url)), '..');
export const program = join(project, 'bin', 'istio-roadmap.cjs');
/** What every command is compared with. */
export const emptyStart = ['-e', '0'];

// Node reads both before it runs anything: certificates alone triple the time of an empty start.
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...inherited } = process.env;

/** A folder for a whole run, to be removed by who asked for it. */
export function newRoot() {
  return mkdtempSync(join(tmpdir(), 'istio-roadmap-bench-'));
}

/** An empty home with files in it: the environment of a user who lives there, and the working directory. */
export function newHome(root, name, files = {}) {
  const cwd = join(root, name.replace(/[^\p{L}\p{N}]+/gu, '-'));
  mkdirSync(cwd);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
  const env = { ...inherited, HOME: cwd, LANG: 'en_US.UTF-8', ISTIO_ROADMAP_TODAY: '2026-02-01' };
  const folders = { DATA: 'd', STATE: 's', CACHE: 'c', CONFIG: 'g' };
  for (const [kind, folder] of Object.entries(folders)) env[`XDG_${kind}_HOME`] = join(cwd, folder);
  return { cwd, env };
}

/** Milliseconds from start to end, with the output read from a pipe. Throws where it fails: what is refused is quick. */
export function timed(home, file, args) {
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(file, args, {
    ...{ cwd: home.cwd, env: home.env, stdio: ['ignore', 'pipe', 'pipe'] },
    ...{ timeout: 120_000, maxBuffer: 2 ** 30 },
  });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  // 1 is an answer: of `gate` that a level is not reached.
  if (error || (status !== 0 && status !== 1))
    throw new Error(`${file} ${args.join(' ')}: exit ${status} ${error ?? ''} ${stderr}`);
  return elapsed;
}

const meter = `process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));\n`;

/** CPU time in milliseconds, peak memory in MiB, exit status and standard error of a run of Node. */
export function metered({ cwd, env }, args, input = '/dev/null') {
  const hook = join(cwd, '.meter.cjs');
  writeFileSync(hook, meter);
  // From a file: whoever does not read a pipe breaks it.
  const stdin = openSync(input, 'r');
  const result = spawnSync(process.execPath, ['--require', hook, ...args], {
    ...{ cwd, env, stdio: [stdin, 'pipe', 'pipe', 'pipe'], timeout: 300_000, maxBuffer: 2 ** 30 },
  });
  closeSync(stdin);
  if (result.error) throw result.error;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(result.output[3].toString());
  const ms = (userCPUTime + systemCPUTime) / 1000;
  return { ms, mib: maxRSS / 1024, status: result.status, err: result.stderr.toString() };
}
