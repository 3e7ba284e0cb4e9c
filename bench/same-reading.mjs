// Whether two versions of the Markdown reader make the same of the same texts: the files and folders that are named, the texts of all
// tests, random mutations of them, and generated notes. Not part of the tests: it needs a second checkout.
//   node bench/same-reading.mjs --before DIR [--mutations N] [--seed N] [--keep DIR] [FILE|FOLDER…]
// Prints what differs first in each kind of difference, keeps examples in --keep, and exits 1 where anything differs.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'acorn';
import esbuild from 'esbuild';

const here = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string' },
    mutations: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
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

let state = Number(values.seed) >>> 0;
/** mulberry32: the same texts in every run of one seed. */
function random(below) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
}
const one = (list) => list[random(list.length)];

const pieces = [
  ...[
    '- [ ] ',
    '- [x] ',
    '* [X] ',
    '1. ',
    '2) ',
    '• ',
    '- ',
    '+ ',
    '  ',
    '    ',
    '\t',
    '> ',
    '# ',
    '## ',
    '### ',
    '#### ',
  ],
  ...[
    '**Bold**',
    '**Label:**',
    '`code`',
    '[a](b)',
    '[[page]]',
    '<!-- x -->',
    '%% y %%',
    '```',
    '~~~',
    '---',
    '===',
    '***',
  ],
  ...[
    '| a | b |',
    '|---|---|',
    '| Status | Topic |',
    '✅',
    ' ✅ 2026-01-02',
    ' 🆔 abc',
    ' ^block',
    ' #junior',
    '[level:: middle]',
  ],
  ...[
    '4.2 ',
    '1.1. ',
    '1. X - Y',
    'Week 3: ',
    'Глава 2 ',
    'Resources',
    'Ресурсы',
    'Contents',
    '(20%)',
    'TODO ',
    'DONE ',
    '☐ ',
    '├── ',
  ],
  ...[
    '<summary>S</summary>',
    '</details>',
    '<h2>T</h2>',
    '<li>',
    '\u00a0',
    '\ufe0f',
    '⭐ 1. ',
    '[x]',
    '[ ]',
    '~~gone~~',
    'key:: value',
    '^',
  ],
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

/** The way to the first place where two plain values differ; null where they do not. */
function difference(a, b, way = '') {
  if (Object.is(a, b)) return null;
  if (
    typeof a !== 'object' ||
    typeof b !== 'object' ||
    a === null ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return `${way}: ${JSON.stringify(a)?.slice(0, 120)} -> ${JSON.stringify(b)?.slice(0, 120)}`;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[key], b[key], `${way}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

const plain = (read, text) => {
  try {
    return JSON.parse(JSON.stringify(read(text, 'note')));
  } catch (error) {
    return { threw: String(error?.stack ?? error) };
  }
};

const [before, after] = [readerOf(resolve(values.before), 'before'), readerOf(here, 'after')];
const files = positionals.flatMap((path) => textsIn(resolve(path)));
const tests = textsOfTests(join(here, 'tests'));
const bases = [...new Set([...files, ...tests])].filter((text) => text.trim() !== '' && text.length < 200_000);
const mutations = Number(values.mutations);
const found = new Map();
let count = 0;
function compare(text) {
  count++;
  const where = difference(plain(before, text), plain(after, text));
  if (where === null) return;
  const kind = where.replace(/:.*$/s, '').replace(/\.\d+/g, '.N');
  const known = found.get(kind) ?? { times: 0, where, text };
  known.times++;
  // The shortest example says the most.
  if (text.length < known.text.length) Object.assign(known, { where, text });
  found.set(kind, known);
}
for (const text of bases) compare(text);
for (let i = 0; i < mutations; i++) compare(i % 4 === 3 ? generated() : mutated(one(bases)));
console.log(
  `${count} texts: ${files.length} files, ${tests.length} texts of tests, ${mutations} mutations and generated notes`,
);
if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });
for (const [kind, { times, where, text }] of [...found].sort((a, b) => b[1].times - a[1].times)) {
  console.log(`${times} x ${where}`);
  if (values.keep === undefined) continue;
  const name = `${createHash('sha256').update(kind).digest('hex').slice(0, 8)}.md`;
  writeFileSync(join(values.keep, name), text);
  console.log(`   ${join(values.keep, basename(name))}`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${[...found.values()].reduce((sum, { times }) => sum + times, 0)} texts are read otherwise`);
process.exitCode = found.size === 0 ? 0 : 1;
