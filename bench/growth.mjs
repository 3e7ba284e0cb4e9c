// Growth: how the time of whole commands grows with the size of a roadmap, for every command and every kind of size.
//   node bench/growth.mjs [--case NAME,…] [--command NAME,…] [--sizes 1000,4000,16000] [--runs 3] [--limit 1.2]
// Exit 1 when a growth exponent is over the limit. The exponent is the slope of log(time) over log(size), where time is the
// CPU time of the process (user and system) without that of an empty `node -e 0` of the same run: on a busy machine wall
// time measures the neighbours. A command that stays under 20 ms beyond the empty start at its largest size has none.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cases, commands } from './growth-cases.mjs';

const { values } = parseArgs({
  options: {
    case: { type: 'string' },
    command: { type: 'string' },
    sizes: { type: 'string', default: '1000,4000,16000' },
    runs: { type: 'string', default: '3' },
    limit: { type: 'string', default: '1.2' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Math.min(20, Math.max(1, Number(values.runs)));
const limit = Number(values.limit);
const tooShort = 20;
const program = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'istio-roadmap.cjs');
const root = mkdtempSync(join(tmpdir(), 'istio-roadmap-growth-'));

// Both would flatter or burden one side: see which variables Node reads before it runs anything.
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...inherited } = process.env;
const meter = join(root, 'meter.cjs');
writeFileSync(
  meter,
  `process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));\n`,
);

let base = 0;

/** CPU time in milliseconds and peak memory in MiB. */
function once(args, { cwd = root, env = inherited, input = '/dev/null' } = {}) {
  // From a file: whoever does not read a pipe breaks it.
  const stdin = openSync(input, 'r');
  const result = spawnSync(process.execPath, ['--require', meter, ...args], {
    cwd,
    env,
    stdio: [stdin, 'pipe', 'pipe', 'pipe'],
    timeout: 300_000,
    maxBuffer: 1 << 30,
  });
  closeSync(stdin);
  if (result.error) throw result.error;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(result.output[3].toString());
  return {
    ms: (userCPUTime + systemCPUTime) / 1000,
    mib: maxRSS / 1024,
    status: result.status,
    err: result.stderr.toString(),
  };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The medians of all commands, run one after the other in a new home. */
function measured(name, kind, n, wanted) {
  const all = new Map();
  for (let run = 0; run < runs; run++) {
    const home = join(root, `${name.replaceAll(' ', '-')}-${n}-${run}`);
    mkdirSync(home);
    writeFileSync(join(home, kind.file), kind.text(n));
    const env = {
      ...inherited,
      ...{
        HOME: home,
        XDG_DATA_HOME: join(home, 'd'),
        XDG_STATE_HOME: join(home, 's'),
        XDG_CACHE_HOME: join(home, 'c'),
      },
      ...{ XDG_CONFIG_HOME: join(home, 'g'), LANG: 'en_US.UTF-8', ISTIO_ROADMAP_TODAY: '2026-02-01' },
    };
    const input = join(home, 'input');
    writeFileSync(input, kind.input?.(n) ?? '');
    const start = (words) =>
      once([program, ...words, ...(words[0] === 'lint' ? [kind.file] : ['-r', kind.file])], { cwd: home, env, input });
    for (const words of kind.before ?? []) start(words);
    for (const [command, wordsFor] of Object.entries(commands)) {
      if (wanted !== null && !wanted.includes(command)) continue;
      const { ms, status, err } = start(wordsFor(kind));
      // A gate has nothing to answer where there are no levels.
      const isFine = status === 0 || status === 1 || (command === 'gate' && status === 2);
      if (!isFine && kind.refuses !== true && !all.has(command))
        console.error(`${name}, ${n}: ${command} gave exit ${status}: ${err.slice(0, 200)}`);
      all.set(command, [...(all.get(command) ?? []), ms - base]);
    }
    rmSync(home, { recursive: true, force: true });
  }
  return new Map([...all].map(([command, times]) => [command, median(times)]));
}

function exponentOf(times) {
  if (times[times.length - 1] < tooShort) return null;
  const points = times.map((time, i) => [Math.log(sizes[i]), Math.log(Math.max(1, time))]);
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) /
    points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  );
}

const listed = (option) => (option === undefined ? null : option.split(',').map((word) => word.trim()));
let over = 0;
try {
  once(['-e', '0']);
  base = median(Array.from({ length: 9 }, () => once(['-e', '0']).ms));
  console.log(`CPU ms beyond an empty start (${base.toFixed(0)} ms), sizes ${sizes.join(', ')}, medians of ${runs}`);
  for (const [name, kind] of Object.entries(cases)) {
    if (listed(values.case)?.includes(name) === false) continue;
    console.log(`\n${name}`);
    const bySize = sizes.map((n) => measured(name, kind, n, listed(values.command)));
    for (const command of bySize[0].keys()) {
      const times = bySize.map((all) => all.get(command));
      const exponent = exponentOf(times);
      const isOver = exponent !== null && exponent > limit;
      if (isOver) over++;
      const figures = times.map((time) => time.toFixed(0).padStart(7)).join('');
      console.log(
        `  ${command.padEnd(12)}${figures}   ${exponent === null ? '   –' : exponent.toFixed(2)}${isOver ? '  over the limit' : ''}`,
      );
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
if (over > 0) {
  console.log(`\n${over} over ${limit}`);
  process.exitCode = 1;
}
