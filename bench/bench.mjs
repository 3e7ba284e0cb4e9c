// Bench: time, memory and growth of whole commands, against an empty start of Node, grep and other programs.
//   npm run bench -- [--only TEXT] [--pairs N] [--seed N] [--check] [--json] [--markdown FILE] [--every-shape] [--runs N]
// `--only` takes the rows whose name contains the text; `--check` exits 1 where a goal is missed; `--markdown` puts the tables between
// the two marks in a file; `--every-shape` measures the growth of every command on every shape, which takes a quarter of an hour.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';
import { parseArgs } from 'node:util';
import { comparisons, derived, growthCommands, growthShapes, mostGrowth, rows } from './goals.mjs';
import { everyCommand, everyShape, growthRows } from './growth.mjs';
import { comparedRows, derivedRow, measuredRow } from './measured.mjs';
import { missingPeers } from './peers.mjs';
import { newRoot, project } from './processes.mjs';
import { comparedLine, derivedLine, growthLine, markdown, rowLine, warning } from './report.mjs';

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    pairs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '2' },
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    markdown: { type: 'string' },
    'every-shape': { type: 'boolean', default: false },
  },
});
const atLeastOne = (option) => Math.max(1, Number(option) || 1);
const [pairs, seed, runs] = [asked.pairs, asked.seed, asked.runs].map(atLeastOne);
const [begin, end] = [
  '<!-- measured: npm run bench -- --markdown docs/performance.md -->',
  '<!-- end of what was measured -->',
];

/** What is measured: `1a2b3c4`; with a `+` where it is not as committed. */
const commit = spawnSync('git', ['describe', '--always', '--dirty=+'], {
  cwd: project,
  encoding: 'utf8',
}).stdout?.trim();
const load = () => loadavg()[0].toFixed(1);
const machine = {
  ...{
    commit: commit || 'unknown',
    day: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    system: `${type()} ${release()}`,
  },
  ...{ cpus: cpus().length, cpu: cpus()[0]?.model.trim() ?? 'unknown', load: [load()], seed, pairs },
};
const result = { machine, rows: [], derived: [], compared: [], growth: [], missing: [] };
const isWanted = ({ name }) => name.includes(asked.only);

function add(kind, found, lineOf) {
  for (const row of found) {
    result[kind].push(row);
    if (!asked.json) console.log(lineOf(row));
  }
}

function measureGrowth(root) {
  const [shapes, commands] = asked['every-shape'] ? [everyShape, everyCommand] : [growthShapes, growthCommands];
  for (const shape of shapes) {
    const wanted = commands.filter((command) => isWanted({ name: `growth, ${shape}, ${command}` }));
    if (wanted.length > 0) add('growth', growthRows(shape, wanted, { root, runs, most: mostGrowth }), growthLine);
  }
}

function measureAll(root) {
  for (const row of rows.filter(isWanted)) add('rows', [measuredRow(row, { root, seed, pairs })], rowLine);
  const follows = derived.map((row) => derivedRow(row, result.rows)).filter((row) => row !== null);
  add('derived', follows, derivedLine);
  const compared = comparisons.filter(isWanted);
  for (const row of compared) add('compared', comparedRows(row, { root, seed, pairs }), comparedLine);
  if (compared.length > 0) add('missing', missingPeers(), (sentence) => sentence);
  measureGrowth(root);
}

/** Puts the tables into a file, between its marks. */
function writeTables(path) {
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the tables: ${begin} and ${end}`);
  writeFileSync(path, `${text.slice(0, from + begin.length)}\n\n${markdown(result)}\n\n${text.slice(to)}`);
}

if (warning(machine) !== null) console.error(warning(machine));
const root = newRoot();
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
measureAll(root);
if (['rows', 'compared', 'growth'].every((kind) => result[kind].length === 0))
  throw new Error(`no row has ${asked.only} in its name`);
machine.load.push(load());
const misses = ['rows', 'derived', 'compared', 'growth'].flatMap((kind) => result[kind].filter(({ isMet }) => !isMet));
if (asked.json) console.log(JSON.stringify(result, null, 2));
else if (misses.length > 0) console.log(`\n${misses.length} missed: ${misses.map(({ name }) => name).join('; ')}`);
if (asked.markdown !== undefined) writeTables(asked.markdown);
if (asked.check && misses.length > 0) process.exitCode = 1;
