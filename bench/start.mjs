// Start-up: wall time of whole commands as a multiple of `node -e 0`, in interleaved pairs, medians.
//   node bench/start.mjs [pairs]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pairs = Math.min(100, Math.max(1, Number(process.argv[2]) || 20));
const program = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'istio-roadmap.cjs');
const home = mkdtempSync(join(tmpdir(), 'istio-roadmap-bench-'));

/** A note of 150 topics in ten sections, a third of them done. */
function note(frontMatter) {
  const lines = frontMatter ? ['---', 'title: Сети', 'tags: [сети, учёба]', '---'] : [];
  lines.push('# Сети', '');
  for (let section = 1; section <= 10; section++) {
    lines.push(`## ${section}. Раздел о сетях`, '');
    for (let i = 0; i < 15; i++) {
      const done = i % 3 === 0;
      lines.push(
        `${i % 5 === 4 ? '  ' : ''}- [${done ? 'x' : ' '}] Тема номер ${i} с **жирным** словом${done ? ' ✅ 2026-01-15' : ''}`,
      );
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

/** The same in our own YAML. */
function plan() {
  const lines = ['id: networks', 'title: Сети', 'sections:'];
  for (let section = 1; section <= 10; section++) {
    lines.push(`  - id: s${section}`, '    title: Раздел о сетях', '    topics:');
    for (let i = 0; i < 15; i++)
      lines.push(`      - {id: t${section}-${i}, title: Тема номер ${i}, level: junior, hours: 1}`);
  }
  return `${lines.join('\n')}\n`;
}
for (const name of ['note', 'front', 'front-ticked']) writeFileSync(join(home, `${name}.md`), note(name !== 'note'));
for (const name of ['plan', 'plan-ticked']) writeFileSync(join(home, `${name}.yaml`), plan());

// Both would flatter or burden one side: see which variables Node reads before it runs anything.
const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...env } = process.env;
Object.assign(env, {
  HOME: home,
  XDG_DATA_HOME: join(home, 'd'),
  XDG_STATE_HOME: join(home, 's'),
  LANG: 'en_US.UTF-8',
});

function once(args) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync(process.execPath, args, { cwd: home, env, timeout: 20_000 });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || status !== 0) throw new Error(`${args.join(' ')}: exit ${status} ${error ?? ''}`);
  return elapsed;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const commands = {
  'status, 150 topics': ['status', '-r', 'note.md'],
  'status, with front matter': ['status', '-r', 'front.md'],
  'the same after a tick': ['status', '-r', 'front-ticked.md'],
  'status, YAML': ['status', '-r', 'plan.yaml'],
  'the same after a tick, YAML': ['status', '-r', 'plan-ticked.yaml'],
  'status, bundled roadmap': ['status'],
  'list --plain': ['list', '--plain', '-r', 'note.md'],
  '--help': ['--help'],
};

try {
  // What was read of these is kept by the first tick.
  for (const file of ['front-ticked.md', 'plan-ticked.yaml']) once([program, 'done', '1.2', '-r', file]);
  for (const [name, args] of Object.entries(commands)) {
    const [base, ours, ratios] = [[], [], []];
    for (let i = 0; i <= pairs; i++) {
      const a = once([program, ...args]);
      const b = once(['-e', '0']);
      if (i === 0) continue; // warm-up
      ours.push(a);
      base.push(b);
      ratios.push(a / b);
    }
    const line = [
      `${median(ratios).toFixed(2)} x`,
      `${median(ours).toFixed(0)} ms`,
      `node -e 0 ${median(base).toFixed(0)} ms`,
    ];
    console.log(`${name.padEnd(28)}${line.join('   ')}`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
