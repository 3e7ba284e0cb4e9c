// Build: src/ → dist/main.cjs, one file per dynamic import in dist/cold/, bundled roadmaps as JSON, licences of what is inside.

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const sources = join(root, 'src');
const dist = join(root, 'dist');
const entry = join(sources, 'main.ts');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const yamlReader = join(sources, 'formats', 'yaml', 'read.ts');
const frontMatterReaders = ['yaml', 'toml'].map((name) => join(sources, 'formats', `frontmatter-${name}.ts`));

/** src/formats/yaml/read.ts → formats-yaml-read.cjs: two modules called read.ts stay apart. */
function coldName(path) {
  return `${relative(sources, path).split(sep).join('-').replace(/\.ts$/, '')}.cjs`;
}

/** Leaves every `import('./x.ts')` out of the file being built, as a lazy require of a file of its own. */
function splitAtDynamicImports(found, cold) {
  return {
    name: 'split',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ kind, path, resolveDir, importer, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === 'resolving') return null;
        if (!path.startsWith('.')) {
          // A package would be bundled into the very file that wants to do without it.
          if (importer.startsWith(sources))
            return { errors: [{ text: `import('${path}') needs a module of ours around it` }] };
          return null;
        }
        const resolved = await build.resolve(path, { kind, resolveDir, importer, pluginData: 'resolving' });
        if (resolved.errors.length > 0 || !resolved.path.startsWith(sources)) return resolved;
        found.add(resolved.path);
        return { path: `${cold ? './' : './cold/'}${coldName(resolved.path)}`, external: true };
      });
    },
  };
}

/**
 * gray-matter brings engines that evaluate JavaScript and a second YAML parser; we replace all of them by our own at
 * every call (src/formats/frontmatter-yaml.ts), so none of that code needs to be in the package.
 */
const withoutEngines = {
  name: 'without-engines',
  setup(build) {
    build.onResolve({ filter: /engines$/ }, ({ importer }) =>
      /[\\/]gray-matter[\\/]/.test(importer) ? { path: 'engines', namespace: 'without-engines' } : null,
    );
    build.onLoad({ filter: /.*/, namespace: 'without-engines' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Modules of Node that a package loads for what we never ask of it, each a tenth of a start: commander's commands that are
 * programs of their own, and chalk's guess whether there is a terminal (main.ts tells it the level).
 */
const unused = [
  { module: /^node:child_process$/, by: /[\\/]commander[\\/]/, instead: 'module.exports = {};' },
  {
    module: /^node:tty$/,
    by: /[\\/]chalk[\\/]/,
    instead: 'export const isatty = () => false; export default { isatty };',
  },
];
const withoutUnused = {
  name: 'without-unused',
  setup(build) {
    for (const [index, { module, by, instead }] of unused.entries()) {
      build.onResolve({ filter: module }, ({ importer }) =>
        by.test(importer) ? { path: String(index), namespace: 'without-unused' } : null,
      );
      build.onLoad({ filter: new RegExp(`^${index}$`), namespace: 'without-unused' }, () => ({ contents: instead }));
    }
  },
};

function options(plugins, define = {}) {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Compiling the file is the larger part of a start: short names and one byte per character halve it.
    charset: 'ascii',
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': '__dirname', ISTIO_ROADMAP_VERSION: JSON.stringify(version), ...define },
    plugins: [...plugins, withoutEngines, withoutUnused],
  };
}

/** esbuild escapes strings but leaves regular expressions as they are; the escape means the same in both. */
function asciiOnly(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function bundleAll(esbuild) {
  const files = new Map();
  const inputs = new Set();
  // What these readers make of a text is kept for later runs, under a name that changes with them: so they come first.
  const readers = [yamlReader, ...frontMatterReaders];
  const waiting = new Set([...readers, entry]);
  const hash = createHash('sha256');
  let define = {};
  for (const path of waiting) {
    if (path === entry) define = { ISTIO_ROADMAP_BUILD: JSON.stringify(hash.digest('hex').slice(0, 16)) };
    const result = await esbuild.build({
      ...options([splitAtDynamicImports(waiting, path !== entry)], define),
      entryPoints: [path],
      outfile: 'out.cjs',
    });
    const name = path === entry ? 'main.cjs' : join('cold', coldName(path));
    if (files.has(name)) throw new Error(`two modules would both be dist/${name}`);
    files.set(name, asciiOnly(result.outputFiles[0].text));
    if (readers.includes(path)) hash.update(files.get(name));
    for (const input of Object.keys(result.metafile.inputs)) inputs.add(input);
  }
  return { files, inputs };
}

/** The bundled roadmaps as `dist/roadmaps/<id>.json`, read by the very reader that reads a user's file. */
async function roadmaps(esbuild, into) {
  const contents = `export { readYaml } from './src/formats/yaml/read.ts'; export { toSource } from './src/text/source.ts';`;
  const reader = await esbuild.build({
    ...options([]),
    stdin: { contents, resolveDir: root, loader: 'ts' },
  });
  const file = join(into, 'reader.cjs');
  writeFileSync(file, reader.outputFiles[0].contents);
  const { readYaml, toSource } = createRequire(file)(file);
  rmSync(file);
  const files = new Map();
  const folder = join(root, 'roadmaps');
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const id = basename(name, '.yaml');
    let read;
    try {
      read = readYaml(toSource(readFileSync(join(folder, name), 'utf8')), name);
    } catch (error) {
      throw new Error(`roadmaps/${name}: ${JSON.stringify(error.args ?? String(error))}`);
    }
    const [first] = read.diagnostics;
    if (first)
      throw new Error(`roadmaps/${name}:${first.line}:${first.column}: ${first.code} ${JSON.stringify(first.args)}`);
    if (read.document.id !== id) throw new Error(`roadmaps/${name}: its id must be ${id}`);
    files.set(join('roadmaps', `${id}.json`), JSON.stringify(read.document));
  }
  return files;
}

/** Name, version and licence of every package of which something is inside. */
function licences(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder) folders.add(folder);
  }
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder))
      .sort()
      .find((candidate) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(candidate));
    const text = file
      ? readFileSync(join(root, folder, file), 'utf8')
          .replace(/\r\n/g, '\n')
          .trim()
      : `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

/** Moves the finished files over the old ones one by one, so that a program that starts meanwhile always finds a whole one. */
function install(files, building) {
  for (const [name, contents] of files) {
    mkdirSync(dirname(join(building, name)), { recursive: true });
    writeFileSync(join(building, name), contents);
  }
  // main.cjs last: what it loads is there before it is.
  const names = [...files.keys()].sort((a, b) => Number(a === 'main.cjs') - Number(b === 'main.cjs'));
  for (const name of names) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    renameSync(join(building, name), join(dist, name));
  }
  for (const folder of ['.', 'cold', 'roadmaps']) {
    if (!existsSync(join(dist, folder))) continue;
    for (const found of readdirSync(join(dist, folder), { withFileTypes: true })) {
      // `force`: another build at work may have removed it first.
      if (found.isFile() && !files.has(join(folder, found.name)))
        rmSync(join(dist, folder, found.name), { force: true });
    }
  }
}

/** What builds left behind that were killed. */
function sweep() {
  for (const name of readdirSync(dist)) {
    const pid = Number(/^\.building-(\d+)-/.exec(name)?.[1]);
    if (!pid) continue;
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code === 'ESRCH') rmSync(join(dist, name), { recursive: true, force: true });
    }
  }
}

async function build() {
  let esbuild;
  try {
    esbuild = await import('esbuild');
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    if (existsSync(join(dist, 'main.cjs'))) return;
    throw new Error('nothing is built yet and esbuild is not installed: run npm install with development dependencies');
  }
  mkdirSync(dist, { recursive: true });
  sweep();
  // Inside dist/, which git ignores and which is on the file system the files are renamed on.
  const building = mkdtempSync(join(dist, `.building-${process.pid}-`));
  try {
    const [{ files, inputs }, documents] = await Promise.all([bundleAll(esbuild), roadmaps(esbuild, building)]);
    for (const [name, contents] of documents) files.set(name, contents);
    files.set('THIRD-PARTY-LICENSES.txt', licences(inputs));
    install(files, building);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

build().catch((error) => {
  // esbuild has told its own errors by then.
  if (!error.errors) console.error(`build: ${error.message}`);
  process.exitCode = 1;
});
