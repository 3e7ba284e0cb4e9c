// How long each key of the picker takes on a note of 10,000 topics, on a screen of 200 × 50, in CPU time of all threads: in the first
// round, compiling included, and the median of all rounds. What takes longer than a screen shows a picture, 16 ms, is felt; exits 1
// where the median of a key does.
//   node bench/pick.mjs
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { inputs } from './inputs.mjs';

const goal = 16;
const keys = [
  ...Array(30).fill('down'),
  ...['page-down', 'G', 'g', '+', 'G', 'g', 'page-down', '-', '+', 'J', ' ', ' ', 's', 'x', 'u', '/'],
  ...'тема 77',
  ...['backspace', 'backspace', 'enter', 'left', 'left', ' ', 'u', 'escape', 'g', ' ', 'down', 'x', '/'],
  ...'маршрут 5',
  'escape',
];

const { outputFiles } = esbuild.buildSync({
  entryPoints: [join(import.meta.dirname, 'picking.ts')],
  ...{ bundle: true, platform: 'node', format: 'cjs', write: false, logLevel: 'error' },
});
const folder = mkdtempSync(join(tmpdir(), 'bench-pick-'));
const file = join(folder, 'picking.cjs');
writeFileSync(file, outputFiles[0].contents);
const { timesOf } = createRequire(file)(file);
rmSync(folder, { recursive: true });

const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const rounds = Array.from({ length: 7 }, (_, seed) => timesOf(inputs['10k.md'](seed), keys, now));
const medians = keys.map((key, at) => {
  const all = rounds.map((round) => round[at].ms).sort((a, b) => a - b);
  return { key, ms: all[all.length >> 1] };
});
const report = (title, times) => {
  const sorted = [...times].sort((a, b) => b.ms - a.ms);
  const slowest = sorted.slice(0, 5).map(({ key, ms }) => `${JSON.stringify(key)} ${ms.toFixed(1)}`);
  console.log(
    `${title}: ${keys.length} keys, median ${sorted[keys.length >> 1].ms.toFixed(2)} ms, slowest ${slowest.join(', ')}`,
  );
};
report('first round', rounds[0]);
report('all rounds', medians);
process.exitCode = medians.some(({ ms }) => ms > goal) ? 1 : 0;
