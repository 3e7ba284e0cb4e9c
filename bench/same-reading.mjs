// Whether two versions of the Markdown reader make the same of the same texts: the files and folders that are named, the texts of all
// tests, random mutations of them, and generated notes. Not part of the tests: it needs a second checkout.
//   node bench/same-reading.mjs --before DIR [--mutations N] [--seed N] [--rules FILE] [--keep DIR] [FILE|FOLDER…]
// Each text that is read otherwise is cut down to the fewest lines that still are, these lines are named by the first rule of --rules
// that holds for them and taken out, and what is left is compared again. Prints how many texts differ by each rule, keeps the lines in
// --keep, and exits 1 where no rule holds for some. --rules is a module: export const rules = [{name, holds({text, before, after})}].
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'acorn';
import esbuild from 'esbuild';
import { randomFrom } from './random.mjs';

const here = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string' },
    mutations: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    rules: { type: 'string' },
    keep: { type: 'string' },
  },
});
if (values.before === undefined) throw new Error('--before DIR: the checkout to compare with');
const folder = mkdtempSync(join(tmpdir(), 'same-reading-'));

/** `readingOf` of a checkout. One that has no bench/reading.ts yet is given that of this checkout. */
function readerOf(root, name) {
  const own = join(root, 'bench', 'reading.ts');
  let contents;
  try {
    contents = readFileSync(own, 'utf8');
  } catch {
    contents = readFileSync(join(here, 'bench', 'reading.ts'), 'utf8');
  }
  const { outputFiles } = esbuild.buildSync({
    stdin: { contents, resolveDir: join(root, 'bench'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  });
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, outputFiles[0].contents);
  return createRequire(file)(file).readingOf;
}

/** All files of a folder that people could have written a roadmap in. */
function textsIn(path) {
  if (!statSync(path).isDirectory()) return /\.(?:md|markdown|txt)$/i.test(path) ? [readFileSync(path, 'utf8')] : [];
  return readdirSync(path).flatMap((name) =>
    name === 'node_modules' || name === '.git' ? [] : textsIn(join(path, name)),
  );
}

/** String literals of the tests that are notes: one literal of several lines, or several strings side by side. */
function textsOfTests(path) {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => textsOfTests(join(path, name)));
  if (!path.endsWith('.ts')) return [];
  const { code } = esbuild.transformSync(readFileSync(path, 'utf8'), { loader: 'ts' });
  const found = [];
  const stringOf = (node) =>
    node?.type === 'Literal' && typeof node.value === 'string'
      ? node.value
      : node?.type === 'TemplateLiteral'
        ? node.quasis.map((part) => part.value.cooked ?? '').join('')
        : null;
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const one of node) visit(one);
      return;
    }
    const list = node.arguments ?? node.elements;
    if (Array.isArray(list)) {
      const lines = list.map(stringOf).filter((text) => text !== null);
      if (lines.length > 1) found.push(lines.join('\n'));
    }
    const text = stringOf(node);
    if (text?.includes('\n')) found.push(text);
    for (const [key, below] of Object.entries(node)) if (key !== 'start' && key !== 'end') visit(below);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

const random = randomFrom(Number(values.seed));
const one = (list) => list[random(list.length)];

const pieces = [
  ...'- [ ] |- [x] |* [X] |1. |2) |• |- |+ |  |    |\t|> |# |## |### |#### |- [✓] |[✓] |⬜ '.split('|'),
  ...'**Bold**|**Label:**|`code`|[a](b)|[[page]]|<!-- x -->|%% y %%|```|~~~|---|===|***|~~gone~~|key:: value|^'.split(
    '|',
  ),
  ...['| a | b |', '|---|---|', '| Status | Topic |', '| Week | Focus |'],
  ...'✅| ✅ 2026-01-02| 🆔 abc| ^block| #junior|[level:: middle]|[x]|[ ]|\u00a0|\ufe0f|(20%)|⭐ 1. '.split('|'),
  ...'4.2 |1.1. |1. X - Y|Week 3: |Глава 2 |Resources|Ресурсы|Contents|TODO |DONE |☐ |├── '.split('|'),
  ...'<summary>S</summary>|</details>|<h2>T</h2>|<li>|<ul><li>a</li></ul>'.split('|'),
];
const title = () =>
  Array.from({ length: 1 + random(4) }, () =>
    one(['mesh', 'Сеть', 'route', 'про', 'x', '12', 'a_b', 'Ünïcode', '日本']),
  ).join(' ');
const line = () =>
  '  '.repeat(random(4)) +
  (random(3) === 0 ? one(pieces) : '') +
  one(pieces) +
  title() +
  (random(4) === 0 ? one(pieces) : '');
const generated = () =>
  Array.from({ length: 1 + random(30) }, () => (random(6) === 0 ? '' : line())).join(one(['\n', '\n', '\r\n']));

function mutated(text) {
  const lines = text.split('\n');
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(lines.length);
    const old = lines[at] ?? '';
    const cut = random(old.length + 1);
    switch (random(9)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 0, old);
        break;
      case 2:
        lines.splice(at, 0, one(lines) ?? '');
        break;
      case 3:
        lines[at] = old.slice(0, cut) + one(pieces) + old.slice(cut);
        break;
      case 4:
        lines[at] = one(pieces) + old;
        break;
      case 5:
        lines[at] = old + one(pieces);
        break;
      case 6:
        lines[at] = old.slice(0, cut) + old.slice(cut + 1 + random(3));
        break;
      case 7:
        lines.splice(at, 0, one(['', '', line()]));
        break;
      default:
        lines[at] = old.trimStart();
    }
  }
  return lines.join('\n');
}

/** Title, topics, sections and projects with what identifies and counts them, as one text. */
function modelOf(read, text) {
  const row = ({ kind, address, title, id, idWritten, status, completedOn, level, levelSource, line, ...rest }) => [
    [kind, address, title, id, idWritten, status, completedOn, level, levelSource, line],
    ...[...(rest.children ?? []), ...(rest.topics ?? [])].map(row),
  ];
  try {
    const { roadmap } = read(text, 'note');
    return JSON.stringify([roadmap.title, roadmap.children.map(row), roadmap.projects.map(row)], null, 1);
  } catch (error) {
    return String(error?.stack ?? error);
  }
}

const [readBefore, readAfter] = [readerOf(resolve(values.before), 'before'), readerOf(here, 'after')];
const differs = (text) => modelOf(readBefore, text) !== modelOf(readAfter, text);

/** The places of the fewest lines that are still read otherwise, by taking away ever smaller runs of lines. */
function fewestLines(lines) {
  let kept = lines.map((_, at) => at);
  const stillDiffers = (places) => differs(places.map((at) => lines[at]).join('\n'));
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    let again = true;
    while (again) {
      again = false;
      for (let from = 0; from < kept.length; ) {
        const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
        if (fewer.length < kept.length && stillDiffers(fewer)) {
          kept = fewer;
          again = size === 1;
        } else from += size;
      }
    }
  }
  return kept;
}

const { rules } = values.rules === undefined ? { rules: [] } : await import(resolve(values.rules));
const counts = new Map();
/** The fewest lines of each difference, by rule. */
const examples = new Map();

/** Counts the text for each rule that it is read otherwise by, and returns what is left of it when their lines are taken out. */
function explain(text) {
  let lines = text.split('\n');
  const named = new Set();
  while (differs(lines.join('\n'))) {
    const places = fewestLines(lines);
    const fewest = places.map((at) => lines[at]).join('\n');
    const facts = { text: fewest, before: modelOf(readBefore, fewest), after: modelOf(readAfter, fewest) };
    const name = rules.find(({ holds }) => holds(facts))?.name ?? 'unexplained';
    named.add(name);
    if (!examples.has(name)) examples.set(name, new Set());
    examples.get(name).add(fewest);
    lines = lines.filter((_, at) => !places.includes(at));
  }
  for (const name of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { same: named.size === 0, left: lines.join('\n') };
}

function report(title, texts, different) {
  console.log(`${title}: ${texts} texts, ${different} are read otherwise`);
  for (const [name, times] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(times).padStart(7)} ${name}`);
  counts.clear();
}

const files = positionals.flatMap((path) => textsIn(resolve(path)));
const tests = textsOfTests(join(here, 'tests'));
const originals = [...new Set([...files, ...tests])].filter((text) => text.trim() !== '' && text.length < 200_000);
const explained = originals.map(explain);
report(
  `${files.length} files and ${tests.length} texts of tests`,
  originals.length,
  explained.filter(({ same }) => !same).length,
);
// What is left of a text once more: there a difference comes from the mutation alone.
const bases = [...originals, ...explained.filter(({ same, left }) => !same && left !== '').map(({ left }) => left)];
let different = 0;
const started = process.cpuUsage().user;
for (let i = 0; i < Number(values.mutations); i++)
  if (!explain(i % 4 === 3 ? generated() : mutated(one(bases))).same) different++;
report('Mutations and generated notes', Number(values.mutations), different);
console.log(`${((process.cpuUsage().user - started) / 1e6).toFixed(0)} s of CPU time`);
for (const [name, texts] of values.keep === undefined ? [] : examples) {
  const to = join(values.keep, name.replace(/[^\p{L}\p{N}]+/gu, '-'));
  mkdirSync(to, { recursive: true });
  for (const text of texts)
    writeFileSync(join(to, `${createHash('sha256').update(text).digest('hex').slice(0, 8)}.md`), text);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = examples.has('unexplained') ? 1 : 0;
