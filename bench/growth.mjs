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

const range = (n, line) => Array.from({ length: n }, (_, i) => line(i));
const filler = [
  '## Practice',
  '',
  '- [ ] A first topic 🆔 first',
  '- [ ] A second topic',
  '- [x] A third topic ✅ 2026-01-15',
  '',
];
const text = (...parts) => `${parts.flat().join('\n')}\n`;
const topic = (i) => `- [${i % 3 === 0 ? 'x' : ' '}] Topic number ${i}${i % 3 === 0 ? ' ✅ 2026-01-15' : ''}`;

/** Each kind of size: a roadmap of `n`, which topics a tick names, and what is given on standard input instead. */
const cases = {
  flat: { file: 'note.md', text: (n) => text('# Notes', '', range(n, topic)), topic: '2' },
  sections: {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => (i % 8 === 0 ? `\n## Part of everything ${i}\n` : topic(i))),
      ),
    topic: '1.1',
  },
  // As deep as outlines get before the indentation alone makes the text grow with the square.
  deep: {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => '  '.repeat(i % 60) + topic(i)),
      ),
    topic: '1',
  },
  projects: {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        filler,
        '## Projects',
        '',
        '| Level | Name | Description | Technologies | Success criterion | Links |',
        '|---|---|---|---|---|---|',
        range(
          n,
          (i) =>
            `| ${['Junior', 'Middle', 'Senior'][i % 3]} | Project ${i} | Build it | Istio, Envoy | It works | [a](https://example.org/${i}) |`,
        ),
      ),
    topic: 'P2',
  },
  links: {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        '- [ ] One topic',
        range(n, (i) => `  - [Link ${i}](https://example.org/${i})`),
        '',
        filler,
      ),
    topic: '1',
  },
  'links on a line': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        `- [ ] One topic ${range(n, (i) => `[${i}](https://example.org/${i})`).join(' ')}`,
        '',
        filler,
      ),
    topic: '1',
  },
  'equal lines': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, () => '- [ ] Read a page'),
      ),
    topic: '2',
  },
  'equal ticked lines': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => `- [x] Read a page ✅ 2026-01-${10 + (i % 20)}`),
        '- [ ] Another',
      ),
    topic: '2',
  },
  'titles from standard input': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => `- [ ] Topic number ${i} of all`),
      ),
    topic: '-',
    input: (n) => text(range(n, (i) => `Topic number ${i} of all`)),
  },
  'addresses from standard input': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(n, (i) => `- [ ] Topic number ${i} of all`),
      ),
    topic: '-',
    input: (n) => text(range(n, (i) => `${i + 1}`)),
  },
  'front-matter keys': {
    file: 'note.md',
    text: (n) =>
      text(
        '---',
        'title: Notes',
        range(n, (i) => `key${i}: value ${i}`),
        '---',
        '',
        filler,
      ),
    topic: '1.1',
  },
  levels: {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'levels:',
        range(n, (i) => `  - {id: level-${i}, title: Level ${i}}`),
        'sections:',
        '  - title: All',
        '    topics:',
        range(n, (i) => `      - {id: t${i}, title: Topic ${i}, level: level-${i}}`),
      ),
    topic: '1.2',
    level: 'level-7',
  },
  'levels of a note': {
    file: 'note.md',
    text: (n) =>
      text(
        '---',
        'levels:',
        range(n, (i) => `  - {id: level-${i}, title: Level ${i}}`),
        '---',
        '# Notes',
        '',
        range(n, (i) => `- [ ] Topic ${i} [level:: level-${i}]`),
      ),
    topic: '2',
    level: 'level-7',
  },
  // In characters, five for each of `n`: the longest is an image inside the line.
  'long line': {
    file: 'note.md',
    text: (n) => text('# Notes', '', `- [ ] A picture ![x](data:image/png;base64,${'iVBOR'.repeat(n)})`, filler),
    topic: '1',
  },
  'long line of words': {
    file: 'note.md',
    text: (n) => text('# Notes', '', `- [ ] Слова ${'слово '.repeat(n)}`, filler),
    topic: '1',
  },
  'long line of emoji': {
    file: 'note.md',
    text: (n) => text('# Notes', '', `- [ ] 👍🏽${'👍🏽é'.repeat(n)}`, filler),
    topic: '1',
  },
  'long line of blanks': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        `- [ ] Wide${' '.repeat(5 * n)}gap`,
        `Text${' '.repeat(5 * n)}`,
        '',
        `## Wide${'\t'.repeat(5 * n)}gap`,
        filler,
      ),
    topic: '1',
  },
  'progress file': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        '## All',
        '',
        range(n, (i) => `- Topic number ${i}`),
      ),
    topic: '1.2',
  },
  'full progress file': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        '  - title: All',
        '    topics:',
        range(n, (i) => `      - {id: t${i}, title: Topic ${i}}`),
      ),
    topic: '1.2',
    before: [['done', '1', '--force']],
  },
  'sections of a progress file': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        range(n, (i) =>
          i % 8 === 0 ? `  - title: Part of everything ${i}\n    topics:` : `      - {id: t${i}, title: Topic ${i}}`,
        ),
      ),
    topic: '1',
    before: [['done', '*']],
  },
  needs: {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        '  - title: All',
        '    topics:',
        range(
          n,
          (i) => `      - {id: t${i}, title: Topic ${i}, needs: [t${Math.floor(i / 2)}, t${Math.max(0, i - 1)}]}`,
        ),
      ),
    topic: '1.2',
  },
  'broken YAML': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'sections:',
        '  - title: All',
        '    topics:',
        range(n, (i) => `      - Topic ${i}: "a`),
      ),
    topic: '1.2',
    refuses: true,
  },
  'unknown keys': {
    file: 'plan.yaml',
    text: (n) =>
      text(
        'title: Plan',
        'topics:',
        '  - title: One',
        range(n, (i) => `    kez${i}: x`),
        '  - Two',
      ),
    topic: '1',
  },
  'conflict blocks': {
    file: 'note.md',
    text: (n) =>
      text(
        '# Notes',
        '',
        range(
          Math.ceil(n / 5),
          (i) => `<<<<<<< HEAD\n- [x] Topic ${i} ✅ 2026-01-15\n=======\n- [ ] Topic ${i}\n>>>>>>> theirs`,
        ),
      ),
    topic: '2',
    refuses: true,
  },
};

/** In the order in which they can follow each other on one roadmap. */
const commands = {
  status: () => ['status'],
  list: () => ['list', '--plain'],
  show: ({ topic }) => ['show', topic === '-' ? '2' : topic],
  next: () => ['next'],
  levels: () => ['levels'],
  projects: () => ['projects'],
  gate: ({ level = 'senior' }) => ['gate', level],
  export: () => ['export'],
  reconcile: () => ['reconcile'],
  lint: () => ['lint'],
  start: ({ topic }) => ['start', topic],
  skip: ({ topic }) => ['skip', topic],
  reopen: ({ topic }) => ['reopen', topic, '--force'],
  done: ({ topic }) => ['done', topic, '--force'],
  log: () => ['log'],
  undo: () => ['undo'],
  redo: () => ['redo'],
  'lint --fix': () => ['lint', '--fix'],
};

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
  base = median(range(9, () => once(['-e', '0']).ms));
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
