// Vault: a folder of notes as people keep them, made from a seed, and what it costs to lint it: seconds of CPU and peak memory.
//   node bench/vault.mjs [--notes N] [--into FOLDER] [--keep]
// Without N it measures 1,000, 5,000 and 10,000 notes of about 20 KB each, the last of them 200 MB.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: { notes: { type: 'string' }, into: { type: 'string' }, keep: { type: 'boolean', default: false } },
});
const program = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'istio-roadmap.cjs');

/** What a vault of 200 MB may take (MiB). */
const mostMemory = 250;

/** mulberry32: the same notes on every machine. */
function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = {
  en: 'the a network of service mesh route traffic policy retry timeout and or not gateway when proxy reads writes'.split(
    ' ',
  ),
  ru: 'сеть и или сервис маршрут трафик политика повтор шлюз когда прокси читает пишет не на для после'.split(' '),
};

/** One note of about `size` bytes: prose, links, code and, in one of three, a checklist with a few slips in it. */
function note(random, number, size) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const language = pick(['en', 'ru']);
  const sentence = () =>
    `${Array.from({ length: 8 + Math.floor(random() * 12) }, () => pick(words[language])).join(' ')}.`;
  const lines = random() < 0.3 ? ['---', `title: Note ${number}`, `tags: [${pick(words.en)}]`, '---'] : [];
  lines.push(`# Note ${number}`, '');
  const isChecklist = random() < 1 / 3;
  let bytes = 0;
  const add = (line) => {
    lines.push(line);
    bytes += Buffer.byteLength(line) + 1;
  };
  while (bytes < size) {
    add(`## ${pick(words[language])} ${Math.floor(random() * 100)}`);
    add('');
    if (isChecklist)
      for (let left = 12; left > 0; left--) {
        const slip = random();
        if (slip < 0.002) add(`- [x] ${sentence()} ✅ 2026-02-31`);
        else if (slip < 0.005) add(`- [] ${sentence()}`);
        else if (slip < 0.01) add(`- [ ] ${sentence()} ⛔ note-${Math.floor(random() * 1000)}`);
        else if (slip < 0.08) add(`- [ ] ${sentence()} 🆔 note-${number}-${lines.length}`);
        else if (random() < 0.3) add(`- [x] ${sentence()}${slip < 0.98 ? ' ✅ 2026-01-15' : ''}`);
        else add(`- [ ] ${sentence()}`);
      }
    else if (random() < 0.15) for (const line of ['```js', `const a = ${number};`, '```']) add(line);
    else if (random() < 0.3)
      for (let left = 5; left > 0; left--) add(`- ${sentence()} [[Note ${Math.floor(random() * 1000)}]]`);
    else for (let left = 4; left > 0; left--) add(sentence());
    add('');
  }
  return `${lines.join('\n')}\n`;
}

/** Writes `count` notes below `folder`, a hundred to a folder. */
function writeVault(folder, count) {
  const random = numbersFrom(2026);
  for (let number = 0; number < count; number++) {
    const below = join(folder, `Part ${Math.floor(number / 100)}`);
    if (number % 100 === 0) mkdirSync(below, { recursive: true });
    // Most are short, a few are long: 20 KB on average.
    writeFileSync(join(below, `Note ${number}.md`), note(random, number, 2_000 + 18_000 * 2 * random()));
  }
}

/** Seconds of CPU, MiB at the peak, and the exit status. */
function lint(home, folder, options) {
  const { NODE_EXTRA_CA_CERTS, NODE_OPTIONS, ...env } = process.env;
  const [hook, found] = [join(home, 'usage.cjs'), join(home, 'usage.json')];
  const usage = `require('node:fs').writeFileSync(${JSON.stringify(found)}, JSON.stringify(process.resourceUsage()))`;
  writeFileSync(hook, `process.on('exit', () => ${usage});`);
  const { status, stdout } = spawnSync(process.execPath, ['--require', hook, program, 'lint', folder, ...options], {
    ...{ cwd: home, env: { ...env, HOME: home }, maxBuffer: 2 ** 30 },
  });
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(found, 'utf8'));
  return { status, seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024, bytes: stdout.length };
}

const home = asked.into ?? mkdtempSync(join(tmpdir(), 'istio-roadmap-vault-'));
mkdirSync(home, { recursive: true });
let isTooLarge = false;
for (const count of asked.notes === undefined ? [1_000, 5_000, 10_000] : [Number(asked.notes)]) {
  const folder = join(home, `vault-${count}`);
  writeVault(folder, count);
  for (const options of [[], ['--plain'], ['--json']]) {
    const { status, seconds, memory, bytes } = lint(home, folder, options);
    const [shown, used] = [options.join(' ').padEnd(8), `${memory.toFixed(0).padStart(5)} MiB`];
    console.log(
      `${String(count).padStart(6)} notes  lint ${shown}  ${seconds.toFixed(1).padStart(6)} s${used}  exit ${status}, ${bytes} bytes`,
    );
    isTooLarge ||= memory > mostMemory;
  }
}
if (!asked.keep) rmSync(home, { recursive: true, force: true });
if (isTooLarge) {
  console.error(`more than ${mostMemory} MiB`);
  process.exitCode = 1;
}
