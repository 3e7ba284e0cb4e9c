// Backtest: how often the truth fell inside the ranges of `pace`, for made-up learners and for dated checklists (docs/pace.md).
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    learners: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});

/** The functions of bench/backtesting.ts, in JavaScript. */
function loaded() {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [join(import.meta.dirname, 'backtesting.ts')],
    ...{ bundle: true, platform: 'node', format: 'cjs', write: false, logLevel: 'error' },
  });
  const folder = mkdtempSync(join(tmpdir(), 'backtest-'));
  const file = join(folder, 'backtesting.cjs');
  writeFileSync(file, outputFiles[0].contents);
  try {
    return createRequire(file)(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { backtestKind, backtestText, kinds } = loaded();

const percent = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const share = (number) => (Number.isFinite(number) ? `${(100 * number).toFixed(0)} %` : '-');

const columns = [
  ['learner', ({ name }) => name],
  ['forecasts', ({ forecasts }) => String(forecasts)],
  ['in 80 %', ({ inMost, forecasts }) => percent(inMost, forecasts)],
  ['in 50 %', ({ inHalf, forecasts }) => percent(inHalf, forecasts)],
  ['earlier', ({ early, forecasts }) => percent(early, forecasts)],
  ['later', ({ late, forecasts }) => percent(late, forecasts)],
  ['first in 80 %', ({ firstInMost, first }) => percent(firstInMost, first)],
  ['days wide', ({ widthMost, forecasts }) => (widthMost / forecasts).toFixed(0)],
  [
    '× oracle',
    ({ widthWithOracle, widthOracle }) => (widthOracle === 0 ? '-' : (widthWithOracle / widthOracle).toFixed(2)),
  ],
  ['says changing', ({ changes, forecasts }) => percent(changes, forecasts)],
  ['in 80 % or says so', ({ insideOrChange, forecasts }) => percent(insideOrChange, forecasts)],
  ['in the last six weeks', ({ lastInsideOrChange, last }) => percent(lastInsideOrChange, last)],
  ['error: ours', ({ errors }) => share(middle(errors.ours))],
  ['four weeks', ({ errors }) => share(middle(errors.naive))],
  ['burndown', ({ errors }) => share(middle(errors.taskwarrior))],
];

function print(scores) {
  const rows = [
    columns.map(([head]) => head),
    columns.map(() => '---'),
    ...scores.map((score) => columns.map(([, text]) => text(score))),
  ];
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

const learners = Number(values.learners);
const asked = values.only === undefined ? kinds : values.only.split(',');
console.log(`${learners} learners of each kind, seed ${values.seed}, forecasts from the sixth active week on\n`);
print(asked.map((kind) => backtestKind(kind, learners, 1_000_000 * Number(values.seed))));

/** What was given, and the corpus beside the checkout where there is one: files, and in folders every note. */
function notes() {
  const corpus = join(import.meta.dirname, '..', '..', 'shared', 'corpus');
  const roots = files.length > 0 ? files : existsSync(corpus) ? [corpus] : [];
  return roots.flatMap((root) =>
    statSync(root).isDirectory()
      ? readdirSync(root, { recursive: true })
          .filter((name) => name.endsWith('.md'))
          .sort()
          .map((name) => join(root, name))
      : [root],
  );
}

const read = notes()
  .map((file) => [file, readFileSync(file, 'utf8')])
  .filter(([, text]) => /\d{4}-\d\d-\d\d/.test(text))
  .map(([file, text]) => backtestText(text, basename(file), Number(values.seed)))
  .filter((score) => score !== null);
console.log(read.length === 0 ? '\nno checklist with six dated weeks was found' : '\ndated checklists\n');
if (read.length > 0) print(read);
