// Labs: checks the bundled ones, or the files of labs that are named: `npm run labs -- retries ~/kafka/labs/topic.yaml --lang ru`.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'en' },
    quiet: { type: 'boolean', default: false },
    mutations: { type: 'boolean', default: false },
  },
});

/** The functions of bench/labs.ts, in JavaScript. */
function loaded() {
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [join(import.meta.dirname, 'labs.ts')],
    ...{ bundle: true, platform: 'node', format: 'cjs', write: false, logLevel: 'error' },
  });
  const folder = mkdtempSync(join(tmpdir(), 'labs-'));
  const file = join(folder, 'labs.cjs');
  writeFileSync(file, outputFiles[0].contents);
  try {
    return createRequire(file)(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { inspectLab, labIn, mutationReport } = loaded();
const folder = join(import.meta.dirname, '..', 'roadmaps', 'labs');
const bundled = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
const names = positionals.length > 0 ? positionals : bundled.sort();
const files = names.map((name) => (existsSync(name) ? name : join(folder, `${basename(name, '.yaml')}.yaml`)));
let count = 0;
for (const file of files) {
  const id = basename(file, '.yaml');
  const lines = inspectLab(readFileSync(file, 'utf8'), id, values.lang);
  const off = lines.filter(({ isOff }) => isOff);
  count += off.length;
  console.log(`${off.length === 0 ? '✓' : '✗'} ${id}`);
  for (const { isOff, text } of values.quiet ? off : lines) console.log(`  ${isOff ? '✗ ' : '  '}${text}`);
  if (values.mutations && off.length === 0) {
    const { total, accepted } = mutationReport(labIn(readFileSync(file, 'utf8'), id));
    console.log(`  ${accepted.length} of ${total} changes of one field are accepted`);
    for (const name of accepted) console.log(`    ${name}`);
  }
}
console.log(`${files.length} labs, ${count} remarks`);
process.exitCode = count === 0 ? 0 : 1;
