// Speed: wall time and peak memory of whole commands as multiples of `node -e 0`, in interleaved pairs of one run, medians.
//   node bench/speed.mjs [--pairs N] [--only TEXT] [--json] [--check]
// `--check` compares with the goals and exits 1 where one is missed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    pairs: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
const program = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'istio-roadmap.cjs');
const home = mkdtempSync(join(tmpdir(), 'istio-roadmap-bench-'));

/** A note in Russian, nested, a third of it done, in sections of `size` topics. */
function note(topics, size, frontMatter = false) {
  const lines = frontMatter ? ['---', 'title: Сети', 'tags: [сети, учёба]', '---'] : [];
  lines.push('# Сети');
  for (let i = 0; i < topics; i++) {
    if (i % size === 0) lines.push('', `## ${i / size + 1}. Раздел о сетях`, '');
    const isDone = i % 3 === 0;
    const indent = i % size === 0 ? '' : ['', '', '  ', '    ', ''][i % 5];
    lines.push(
      `${indent}- [${isDone ? 'x' : ' '}] Тема номер ${i} с **жирным** словом${isDone ? ' ✅ 2026-01-15' : ''}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** 150 topics in our own YAML. */
function plan() {
  const lines = ['id: networks', 'title: Сети', 'sections:'];
  for (let section = 1; section <= 10; section++) {
    lines.push(`  - id: s${section}`, '    title: Раздел о сетях', '    topics:');
    for (let i = 0; i < 15; i++)
      lines.push(`      - {id: t${section}-${i}, title: Тема номер ${i}, level: junior, hours: 1}`);
  }
  return `${lines.join('\n')}\n`;
}

const inputs = {
  '150.md': () => note(150, 15),
  'front.md': () => note(150, 15, true),
  'front-ticked.md': () => note(150, 15, true),
  'plan.yaml': plan,
  'plan-ticked.yaml': plan,
  '10k.md': () => note(10_000, 67),
  '100k.md': () => note(100_000, 667),
  '100k-sections.md': () => note(100_000, 15),
  // The same would pass the size that is read at most.
  '1m.md': () => note(1_000_000, 6667).replace(/Тема номер | с \*\*жирным\*\* словом/g, ''),
};

/** `most`: the goal, as a multiple of the wall time of `node -e 0`; `memory`: of its peak memory. `after` undoes what was written. */
const commands = [
  { name: 'status, 150 topics', args: ['status', '-r', '150.md'], most: 1.85, memory: 1.2 },
  { name: 'status, bundled', args: ['status'], most: 1.75 },
  { name: 'status, front matter', args: ['status', '-r', 'front.md'], most: 2.2 },
  { name: 'the same after a tick', args: ['status', '-r', 'front-ticked.md'], most: 2.2 },
  { name: 'status, YAML', args: ['status', '-r', 'plan.yaml'], most: 2.6 },
  { name: 'the same after a tick, YAML', args: ['status', '-r', 'plan-ticked.yaml'], most: 2.6 },
  { name: 'list --plain, 150 topics', args: ['list', '--plain', '-r', '150.md'], most: null },
  { name: '--help', args: ['--help'], most: 1.3 },
  { name: 'status, 10k', args: ['status', '-r', '10k.md'], most: 3 },
  { name: 'status, 100k in 150 sections', args: ['status', '-r', '100k.md'], most: 4, memory: 2.5 },
  { name: 'status, 100k in 6,667 sections', args: ['status', '-r', '100k-sections.md'], most: 8.5, memory: 2.5 },
  { name: 'status, 1M', args: ['status', '-r', '1m.md'], most: 60, memory: 9, pairs: 3 },
  ...[
    ['150', 2.4],
    ['10k', 3.2],
    ['100k', 7],
  ].map(([size, most]) => ({
    name: `done, ${size}`,
    args: ['done', '1.3', '-r', `${size}.md`],
    after: ['reopen', '1.3', '-r', `${size}.md`],
    most,
    ...(size === '100k' ? { pairs: 5 } : {}),
  })),
];

// Both would flatter or burden one side: see which variables Node reads before it runs anything.
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...env } = process.env;
Object.assign(env, {
  HOME: home,
  XDG_DATA_HOME: join(home, 'd'),
  XDG_STATE_HOME: join(home, 's'),
  XDG_CACHE_HOME: join(home, 'c'),
  LANG: 'en_US.UTF-8',
});

/** Milliseconds. */
function once(args) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(process.execPath, args, { cwd: home, env, timeout: 60_000, maxBuffer: 2 ** 30 });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || status !== 0) throw new Error(`${args.join(' ')}: exit ${status} ${error ?? ''}`);
  return elapsed;
}

/** MiB. */
function peak(args) {
  const [hook, found] = [join(home, 'peak.cjs'), join(home, 'peak.txt')];
  const write = `require('node:fs').writeFileSync(${JSON.stringify(found)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(hook, `process.on('exit', () => ${write});`);
  execFileSync(process.execPath, ['--require', hook, ...args], { cwd: home, env, maxBuffer: 2 ** 30 });
  return Number(readFileSync(found, 'utf8')) / 1024;
}

const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
const quantile = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];
const median = (numbers) => quantile(numbers, 0.5);
const round = (number, digits) => Number(number.toFixed(digits));

function measure({ name, args, after, most, memory = null, pairs: ownPairs }) {
  const pairs = Math.min(ownPairs ?? 100, Math.max(1, Number(asked.pairs)));
  const [base, ours, ratios] = [[], [], []];
  for (let i = 0; i <= pairs; i++) {
    const a = once([program, ...args]);
    const b = once(['-e', '0']);
    if (after !== undefined) once([program, ...after]);
    if (i === 0) continue; // warm-up
    ours.push(a);
    base.push(b);
    ratios.push(a / b);
  }
  const peaks = memory === null ? null : round(peak([program, ...args]) / peak(['-e', '0']), 2);
  return {
    ...{ name, pairs, most, memoryGoal: memory, memory: peaks },
    ...{
      ratio: round(median(ratios), 2),
      low: round(quantile(ratios, 0.25), 2),
      high: round(quantile(ratios, 0.75), 2),
    },
    ...{ ms: round(median(ours), 1), baseMs: round(median(base), 1) },
    isMet: (most === null || median(ratios) <= most) && (memory === null || peaks <= memory),
  };
}

function line(row) {
  const goal = row.most === null ? '' : `goal ${row.most}`;
  const memory = row.memory === null ? '' : `memory ${row.memory} x, goal ${row.memoryGoal}`;
  const cells = [
    `${row.ratio.toFixed(2)} x (${row.low.toFixed(2)}–${row.high.toFixed(2)})`,
    `${row.ms} ms`,
    goal,
    memory,
  ];
  return `${row.name.padEnd(32)}${cells[0].padEnd(24)}${cells[1].padEnd(12)}${cells[2].padEnd(11)}${cells[3]}`.trimEnd();
}

try {
  const wanted = commands.filter(({ name }) => name.includes(asked.only));
  for (const [name, text] of Object.entries(inputs))
    if (wanted.some(({ args }) => args.includes(name))) writeFileSync(join(home, name), text());
  // What was read of these is kept by the first tick.
  for (const file of ['front-ticked.md', 'plan-ticked.yaml'])
    if (wanted.some(({ args }) => args.includes(file))) once([program, 'done', '1.3', '-r', file]);
  const rows = [];
  for (const command of wanted) {
    rows.push(measure(command));
    if (!asked.json) console.log(line(rows.at(-1)));
  }
  if (asked.json) console.log(JSON.stringify(rows, null, 2));
  if (asked.check && rows.some(({ isMet }) => !isMet)) process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
