// Build: src/ → dist/main.cjs, one file per dynamic import in dist/cold/, bundled roadmaps as JSON, help as text, licences of what is inside.

import { execFileSync } from 'node:child_process';
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
const readers = [join(sources, 'formats', 'plain-yaml.ts'), yamlReader, ...frontMatterReaders];
/** Where every file has the name of this build, once all are made. */
const buildPlaceholder = '@build@';

/** What `status` needs of every roadmap is the core: one file that every other file takes its modules from. */
const core = join(sources, 'quick.ts');
/**
 * Files that others take their modules from, and from which module on each was made: what these import belongs to them, where it is not in
 * a file before. A file loads those before it when it is loaded itself; those behind it, synchronously, by the first call of one of
 * their functions. So a bundled roadmap is shown without what reads Markdown.
 */
const shared = {
  // Whether a text has conflicts is asked of every file that may be merged.
  [coldName(core)]: ['quick.ts', 'formats/markdown/conflicts.ts', 'store/fingerprint.ts'],
  'writing.cjs': ['store/help-file.ts', 'store/folders.ts', 'summary-key.ts'],
  'topics.cjs': ['model/overlay.ts', 'model/tree.ts'],
  'lines.cjs': [
    'formats/progress/read.ts',
    'formats/markdown/edit.ts',
    'formats/markdown/stateless-line.ts',
    'formats/markdown/topics/line-state.ts',
  ],
  'markdown.cjs': ['formats/note.ts'],
};
const sharedFiles = Object.keys(shared);

/** Run before the core is loaded, or without it: these bring their own copy of what they need. */
const standalone = new Set([
  entry,
  ...['help', 'merge-driver', 'shell', 'completion'].map((name) => join(sources, `${name}.ts`)),
]);

/**
 * Modules below the core that most roadmaps never call. Reading them is a tenth of a start, so a group is a file of its own
 * that is loaded, synchronously, by the first call of one of its functions. They may export functions only.
 */
const rare = {
  'rare-topics': [
    'formats/markdown/syntax/tables.ts',
    'formats/markdown/topics/row-topics.ts',
    'formats/markdown/topics/drawn.ts',
    'formats/markdown/topics/contents.ts',
    'formats/markdown/topics/status-cell.ts',
    'formats/markdown/topics/theme-marks.ts',
    'formats/markdown/topics/explained-marks.ts',
    'formats/markdown/topics/projects.ts',
    'formats/markdown/topics/link-paragraphs.ts',
    'formats/markdown/topics/indented.ts',
    'formats/markdown/topics/fenced.ts',
    'formats/markdown/topics/plain-line.ts',
    'formats/markdown/topics/plain-outline.ts',
    'formats/markdown/topics/status-lines.ts',
    'formats/markdown/topics/row-groups.ts',
    'formats/markdown/outline/legend.ts',
    'formats/markdown/outline/role-links.ts',
    'formats/markdown/outline/domains.ts',
    'formats/markdown/topics/level-codes.ts',
  ],
  // Topics as objects: what changes them, or prints more than counts, makes all of them.
  'topic-objects': ['formats/markdown/topics/build-topics.ts'],
  'rare-characters': [
    'text/grapheme.ts',
    'text/open-isolates.ts',
    'text/plausibility.ts',
    'text/single-byte.ts',
    'text/utf16.ts',
    'text/mojibake-repair.ts',
    'text/stray-bytes.ts',
    'text/encoding-words.ts',
  ],
  'rare-states': ['formats/words/states.ts'],
  // Escaped, these words are six bytes a letter.
  'rare-roles': ['formats/words/other-roles.ts'],
  'progress-lines': ['formats/progress/edit.ts', 'formats/progress/clear.ts'].concat(
    ['insert', 'tidy', 'tick-line'].map((name) => `formats/progress/${name}.ts`),
  ),
  'mistaken-names': ['store/similar-roadmap.ts', 'store/walk.ts', 'text/nearest.ts'],
  'other-formats': ['formats/org.ts', 'formats/todo-txt.ts', 'formats/yaml/detect.ts'].concat(
    ['restructured-text', 'asciidoc', 'escaped-markdown'].map((name) => `formats/${name}.ts`),
  ),
  // What a tree of YAML or JSON means, whichever of three readers made it.
  'yaml-roadmaps': ['formats/yaml/roadmap.ts'],
  // Keys of other languages, asked about in files of other makes alone; escaped, many of them are six bytes a letter.
  'foreign-keys': ['formats/words/keys.ts'],
  'standard-input': ['standard-input.ts'],
  'planned-topics': ['model/urgency.ts'],
  // Few answers hold a regular expression, and RE2 is a quarter of what judges them.
  'answer-expressions': ['judging/re2.ts'],
  // Of an answer that fits the schemas there is nothing to say.
  'answer-sentences': ['judging/sentences.ts'],
  // Only help that the build has not made needs them.
  examples: ['examples.ts', 'page-blocks.ts'],
};
const groupOf = new Map(
  Object.entries(rare).flatMap(([group, modules]) => modules.map((module) => [join(sources, module), group])),
);

/** The most that help is wide (src/terminal.ts); in a narrower terminal the grammar answers. */
const helpColumns = 80;

/** src/formats/yaml/read.ts → formats-yaml-read.cjs: two modules called read.ts stay apart. */
function coldName(path) {
  return `${relative(sources, path).split(sep).join('-').replace(/\.ts$/, '')}.cjs`;
}

/** The file of ours that an import names, or null. */
async function ours(build, { kind, path, resolveDir, importer, pluginData }) {
  if (pluginData === 'resolving' || !path.startsWith('.')) return null;
  const resolved = await build.resolve(path, { kind, resolveDir, importer, pluginData: 'resolving' });
  return resolved.errors.length === 0 && resolved.path.startsWith(sources) ? resolved.path : null;
}

/** Leaves every `import('./x.ts')` out of the file being built, as a lazy require of a file of its own. */
function splitAtDynamicImports(found, folder) {
  return {
    name: 'split',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async (args) => {
        if (args.kind !== 'dynamic-import') return null;
        // A package would be bundled into the very file that wants to do without it.
        if (!args.path.startsWith('.') && args.importer.startsWith(sources))
          return { errors: [{ text: `import('${args.path}') needs a module of ours around it` }] };
        const path = await ours(build, args);
        if (path === null) return null;
        found.add(path);
        return { path: `${folder}${coldName(path)}`, external: true };
      });
    },
  };
}

/** For the first look at what a file consists of. */
function leaveOut(isLeftOut) {
  return {
    name: 'leave-out',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async (args) => {
        if (args.kind === 'entry-point') return null;
        const path = await ours(build, args);
        return path !== null && isLeftOut(path) ? { path, external: true } : null;
      });
    },
  };
}

/** Takes the modules that are in another file than `file` from there: at once, or each function at its first call. */
function takeFrom(modules, file) {
  return {
    name: 'shared',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async (args) => {
        if (args.kind !== 'import-statement') return null;
        const path = await ours(build, args);
        const from = modules.fileOf(path);
        if (from === null || from === file) return null;
        // What is not used of it is not taken.
        return { path, namespace: isTakenLater(from, file) ? 'later' : 'at-once', sideEffects: false };
      });
      build.onResolve({ filter: /\.cjs$/ }, ({ path, kind, namespace }) => {
        if (namespace === 'at-once') return { path, namespace: 'file-at-once', sideEffects: false };
        return kind === 'require-call' ? { path, external: true } : null;
      });
      // Loaded once, whichever of its modules are taken.
      build.onLoad({ filter: /.*/, namespace: 'file-at-once' }, ({ path }) => ({
        contents: `export const file = require(${JSON.stringify(path)}).shared;`,
      }));
      build.onLoad({ filter: /.*/, namespace: 'at-once' }, ({ path }) => {
        const names = [...(modules.names.get(path) ?? [])].map(([name, short]) => `${short}: ${name}`);
        return {
          contents: `import { file } from './${modules.fileOf(path)}'; export const { ${names.join(', ')} } = file;`,
        };
      });
      build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => {
        const load = `require('./${modules.fileOf(path)}').shared`;
        const calls = [...(modules.names.get(path) ?? [])].map(
          ([name, short]) => `export const ${name} = (...given) => ${load}.${short}(...given);`,
        );
        return { contents: calls.join('\n') };
      });
    },
  };
}

/** Whether what a file takes `from` another one must not be loaded with it. */
function isTakenLater(from, file) {
  const at = sharedFiles.indexOf(from);
  return at < 0 || (sharedFiles.includes(file) && at > sharedFiles.indexOf(file));
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
 * Modules that a package loads for what we never ask of it; those of Node are each a tenth of a start: commander's commands that are
 * programs of their own, and chalk's guess whether there is a terminal (main.ts tells it the level).
 */
const unused = [
  { module: /^node:child_process$/, by: /[\\/]commander[\\/]/, instead: 'module.exports = {};' },
  {
    module: /^node:tty$/,
    by: /[\\/]chalk[\\/]/,
    instead: 'export const isatty = () => false; export default { isatty };',
  },
  // A validator of JSON Schema of 290 KB: what we take is described in valibot, and we ask a client nothing.
  {
    module: /^@modelcontextprotocol\/server\/_shims$/,
    by: /[\\/]@modelcontextprotocol[\\/]/,
    instead: "export { default as process } from 'node:process'; export class DefaultJsonSchemaValidator {}",
  },
];
/**
 * Prompts of inquirer that nothing asks with: what its editor needs is two thirds of the package. One that is asked with all the
 * same says where it was left out.
 */
const unusedPrompts = /^@inquirer\/(?:checkbox|editor|expand|number|password|rawlist|search)$/;
const noPrompt =
  "export default () => { throw new Error('build.mjs leaves this prompt out'); }; export class Separator {}";
const withoutPrompts = {
  name: 'without-prompts',
  setup(build) {
    build.onResolve({ filter: unusedPrompts }, ({ path }) => ({ path, namespace: 'without-prompts' }));
    build.onLoad({ filter: /.*/, namespace: 'without-prompts' }, () => ({ contents: noPrompt }));
  },
};
/**
 * Packages that have ECMAScript modules, and give others to Node. Of modules only those that are used are taken, which is a fourteenth of
 * rxjs, and yaml is loaded in half the time; its modules for browsers are the same code.
 */
const moduleFolders = { rxjs: ['rxjs', 'dist', 'esm'], yaml: ['yaml', 'browser', 'dist'] };
const asModules = {
  name: 'as-modules',
  setup(build) {
    build.onResolve({ filter: /^(?:rxjs|yaml)$/ }, ({ path }) => ({
      path: join(root, 'node_modules', ...moduleFolders[path], 'index.js'),
      sideEffects: false,
    }));
  },
};
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

/**
 * As a text that is parsed when it is needed, data are read four times as fast as objects that are written out; and of the schemas of two
 * hundred kinds and parts an answer needs a few.
 */
const dataAsText = {
  name: 'data-as-text',
  setup(build) {
    build.onLoad({ filter: /[\\/]resources\.json$/ }, ({ path }) => {
      const parts = Object.entries(JSON.parse(readFileSync(path, 'utf8'))).map(([name, part]) => {
        const texts = Object.entries(part).map(([key, value]) => [key, JSON.stringify(value)]);
        return `${JSON.stringify(name)}: parsedWhenRead(${JSON.stringify(Object.fromEntries(texts))})`;
      });
      return { contents: `${parsedWhenRead}\nexport default { ${parts.join(', ')} };` };
    });
  },
};

/** An object whose values are parsed, each once, by whoever reads them. */
function parsedWhenRead(texts) {
  const whole = {};
  for (const [key, text] of Object.entries(texts)) {
    const get = () => {
      const value = JSON.parse(text);
      Object.defineProperty(whole, key, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(whole, key, { get, enumerable: true, configurable: true });
  }
  return whole;
}

function options(plugins) {
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
    define: {
      'import.meta.dirname': '__dirname',
      ISTIO_ROADMAP_VERSION: JSON.stringify(version),
      ISTIO_ROADMAP_BUILD: JSON.stringify(buildPlaceholder),
    },
    plugins: [...plugins, asModules, dataAsText, withoutEngines, withoutPrompts, withoutUnused],
  };
}

/** esbuild escapes strings but leaves regular expressions as they are; the escape means the same in both. */
function asciiOnly(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What each module of ours imports: `[module, name]` pairs without types, and the modules that it loads later. */
async function importsOf(esbuild, module) {
  const { code } = await esbuild.transform(readFileSync(module, 'utf8'), {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const from = (path) => join(dirname(module), path);
  return {
    names: [...code.matchAll(/^(?:import|export) \{([^}]*)\} from "(\.[^"]+)";$/gm)].flatMap(([, names, path]) =>
      names.split(',').map((name) => [from(path), name.trim().split(' as ')[0]]),
    ),
    later: [...code.matchAll(/\bimport\("(\.[^"]+)"\)/g)].map(([, path]) => from(path)),
  };
}

/** Which file each shared module is in, and under which short name that file exports what others import of it. */
async function sharedModules(esbuild) {
  const files = new Map([...groupOf].map(([path, group]) => [path, `${group}.cjs`]));
  const roots = new Map(sharedFiles.flatMap((file) => shared[file].map((path) => [join(sources, path), file])));
  for (const file of sharedFiles) {
    const isLeftOut = (path) => files.has(path) || (roots.has(path) && roots.get(path) !== file);
    const contents = shared[file].map((path) => `import ${JSON.stringify(join(sources, path))};`).join('\n');
    const { metafile } = await esbuild.build({
      ...options([splitAtDynamicImports(new Set(), './'), leaveOut(isLeftOut)]),
      stdin: { contents, resolveDir: root },
      outfile: 'out.cjs',
    });
    for (const input of Object.keys(metafile.inputs))
      if (input.startsWith('src/') && !files.has(join(root, input))) files.set(join(root, input), file);
  }
  const fileOf = (path) => files.get(path) ?? null;
  const imports = new Map();
  for (const name of readdirSync(sources, { recursive: true }).sort())
    if (name.endsWith('.ts')) imports.set(join(sources, name), await importsOf(esbuild, join(sources, name)));
  // A shared module may be a file of its own as well, such as a format that others only recognise.
  const entries = new Set([...imports.values()].flatMap(({ later }) => later));
  const names = new Map();
  const later = new Set();
  let count = 0;
  for (const [module, { names: imported }] of imports) {
    for (const [from, name] of imported) {
      const [file, ownFile] = [fileOf(from), fileOf(module)];
      if (file === null || (file === ownFile && !entries.has(module))) continue;
      if (!names.has(from)) names.set(from, new Map());
      if (!names.get(from).has(name)) names.get(from).set(name, `x${count++}`);
      if (isTakenLater(file, ownFile)) later.add(names.get(from).get(name));
    }
  }
  return { fileOf, modulesOf: (file) => [...imports.keys()].filter((path) => fileOf(path) === file), names, later };
}

/**
 * A file that exports what others import of its modules, as plain properties of one object: whatever else it exports is copied by each
 * dynamic import of it, and two hundred getters cost a millisecond. `own`: names of the module `entry` that it exports by themselves.
 */
function sharing(modules, file, entry = '', own = []) {
  const imports = own.map((name) => `import { ${name} } from ${JSON.stringify(entry)};`);
  const exported = [];
  for (const module of modules.modulesOf(file)) {
    for (const [name, short] of modules.names.get(module) ?? []) {
      imports.push(`import { ${name} as ${short} } from ${JSON.stringify(module)};`);
      exported.push(short);
    }
  }
  const all = [...own, `shared: { ${exported.join(', ')} }`].join(', ');
  return { stdin: { contents: `${imports.join('\n')}\nmodule.exports = { ${all} };`, resolveDir: root, loader: 'ts' } };
}

async function bundleAll(esbuild) {
  const modules = await sharedModules(esbuild);
  const files = new Map();
  const inputs = new Set();
  const waiting = new Set([core, entry, ...readers]);
  const bundle = async (name, entryPoint, plugins) => {
    const result = await esbuild.build({
      ...options([splitAtDynamicImports(waiting, name === 'main.cjs' ? './cold/' : './'), ...plugins]),
      ...entryPoint,
      outfile: 'out.cjs',
    });
    const path = name === 'main.cjs' ? name : join('cold', name);
    if (files.has(path)) throw new Error(`two modules would both be dist/${path}`);
    files.set(path, asciiOnly(result.outputFiles[0].text));
    for (const input of Object.keys(result.metafile.inputs)) inputs.add(input);
  };
  const bundleShared = (name, ...own) => bundle(name, sharing(modules, name, ...own), [takeFrom(modules, name)]);
  for (const group of Object.keys(rare)) await bundleShared(`${group}.cjs`);
  for (const file of sharedFiles.slice(1)) await bundleShared(file);
  for (const path of waiting) {
    if (path === core) await bundleShared(coldName(core), core, ['runQuick']);
    else if (path === entry) await bundle('main.cjs', { entryPoints: [path] }, []);
    else await bundle(coldName(path), { entryPoints: [path] }, standalone.has(path) ? [] : [takeFrom(modules, null)]);
  }
  nameBuild(files);
  return { files, inputs, later: modules.later };
}

/** What the readers make of a text is kept for later runs, under a name that changes with them. */
function nameBuild(files) {
  const hash = createHash('sha256');
  const names = [...[core, ...readers].map(coldName), ...Object.keys(rare).map((group) => `${group}.cjs`)];
  for (const name of names) hash.update(files.get(join('cold', name)));
  const build = hash.digest('hex').slice(0, 16);
  for (const [path, text] of files) files.set(path, text.replaceAll(buildPlaceholder, build));
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
    const isCounted = (key, value) => (key === 'outcome' || key === 'why' ? undefined : value);
    files.set(join('roadmaps', 'outlines', `${id}.json`), JSON.stringify(read.document, isCounted));
  }
  return files;
}

/**
 * The bundled labs as `dist/roadmaps/labs/<id>.json`, without what only their tests read, and what a list needs of all of them in one file.
 */
async function labs(esbuild, into) {
  const folder = join(root, 'roadmaps', 'labs');
  const contents = `export { readLab } from './src/formats/lab/read.ts'; export { toSource } from './src/text/source.ts';`;
  const reader = await esbuild.build({ ...options([]), stdin: { contents, resolveDir: root, loader: 'ts' } });
  const file = join(into, 'lab-reader.cjs');
  writeFileSync(file, reader.outputFiles[0].contents);
  const { readLab, toSource } = createRequire(file)(file);
  rmSync(file);
  const files = new Map();
  const rows = [];
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const name of names) {
    if (!name.endsWith('.yaml')) continue;
    const id = basename(name, '.yaml');
    let lab;
    try {
      lab = readLab(toSource(readFileSync(join(folder, name), 'utf8')), name, id);
    } catch (error) {
      throw new Error(`roadmaps/labs/${name}: ${JSON.stringify(error.args?.problems ?? String(error))}`);
    }
    if (lab.roadmap === null) throw new Error(`roadmaps/labs/${name}: its topic must be ROADMAP#TOPIC`);
    if (id === 'index') throw new Error('roadmaps/labs/index.yaml: the list of labs has that name');
    const { accepted, wrong, free, ...read } = lab;
    const { roadmap, topic, also, level, minutes, title, mend } = read;
    files.set(join('roadmaps', 'labs', `${id}.json`), JSON.stringify(read));
    rows.push({ id, roadmap, topic, also, level, minutes, title, mend });
  }
  files.set(join('roadmaps', 'labs', 'index.json'), JSON.stringify(rows));
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
  // Data that were made of packages which are not installed here.
  if ([...inputs].some((input) => input.endsWith(join('resources', 'resources.json'))))
    texts.push(`${readFileSync(join(root, 'schema', 'resources', 'NOTICE.txt'), 'utf8').trim()}\n`);
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

function write(files, folder) {
  for (const [name, contents] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
  }
}

/** Runs command lines in the program that lies in `building`; returns what each of them prints. */
function printed(building, commandLines) {
  const script = `
    const { run } = require(${JSON.stringify(join(building, 'main.cjs'))});
    (async () => {
      for (const words of ${JSON.stringify(commandLines)}) {
        if ((await run(words)) !== 0) throw new Error(words.join(' ') + ' failed');
        require('node:fs').writeSync(1, '\\0');
      }
    })();`;
  const env = { ...process.env, COLUMNS: String(helpColumns) };
  return execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' }).split('\0').slice(0, -1);
}

/** What `help` explains besides commands, in the form that src/help-topic.ts makes text of. */
function helpTopics() {
  const folder = join(root, 'docs', 'help');
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [join('help', name), readFileSync(join(folder, name), 'utf8')]));
}

/**
 * The help of the program, of each command that it lists and of each topic, as the grammar prints it: src/help.ts reads it and has
 * no file yet, so here the grammar is what answers.
 */
function helpTexts(building) {
  const [ofProgram] = printed(building, [['--help']]);
  const [, commandList = ''] = /\nCommands:\n((?: .*\n)*)/.exec(ofProgram) ?? [];
  const listed = [...commandList.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name);
  const commands = listed.filter((name) => name !== 'help');
  if (commands.length === 0) throw new Error('the help lists no command');
  const topics = [...helpTopics().keys()].map((path) => basename(path, '.md'));
  const names = [...commands.map((name) => `istio-roadmap-${name}`), ...topics.map((name) => `topic-${name}`)];
  const lines = [...commands.map((name) => [name, '--help']), ...topics.map((name) => ['help', name])];
  const texts = printed(building, lines).map((text, i) => [names[i], text]);
  return new Map(
    [['istio-roadmap', ofProgram], ...texts].map(([name, text]) => [join('help', `${name}.${helpColumns}.txt`), text]),
  );
}

/** The grammar and the bundled roadmaps as completion needs them: it must not load either to know their names. */
async function writeCommandTable(files, building) {
  const file = join(building, 'cold', coldName(join(sources, 'cli.ts')));
  const table = await createRequire(file)(file).commandTable();
  const folder = join(building, 'roadmaps');
  const roadmaps = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const { title } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return {
        name: basename(name, '.json'),
        summary: typeof title === 'string' ? title : (title.en ?? Object.values(title)[0]),
      };
    });
  files.set('completion.json', JSON.stringify({ ...table, roadmaps }));
  writeFileSync(join(building, 'completion.json'), files.get('completion.json'));
}

/** What is loaded by the first call of a function cannot give anything else. */
function checkLater(building, later) {
  for (const name of [...Object.keys(rare).map((group) => `${group}.cjs`), ...sharedFiles]) {
    const file = join(building, 'cold', name);
    for (const [short, value] of Object.entries(createRequire(file)(file).shared))
      if (later.has(short) && typeof value !== 'function')
        throw new Error(`${name}: ${short} is no function, so nobody could take it from another file`);
  }
}

/** Moves the finished files over the old ones one by one, so that a program that starts meanwhile always finds a whole one. */
function install(files, building) {
  // main.cjs last: what it loads is there before it is.
  const names = [...files.keys()].sort((a, b) => Number(a === 'main.cjs') - Number(b === 'main.cjs'));
  for (const name of names) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    renameSync(join(building, name), join(dist, name));
  }
  for (const folder of [
    '.',
    'cold',
    'help',
    'shell',
    'roadmaps',
    join('roadmaps', 'outlines'),
    join('roadmaps', 'labs'),
  ]) {
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
    const [{ files, inputs, later }, ...documents] = await Promise.all([
      bundleAll(esbuild),
      roadmaps(esbuild, building),
      labs(esbuild, building),
    ]);
    for (const [name, contents] of [...documents.flatMap((some) => [...some]), ...helpTopics()])
      files.set(name, contents);
    files.set('THIRD-PARTY-LICENSES.txt', licences(inputs));
    for (const name of readdirSync(join(root, 'shell')))
      files.set(join('shell', name), readFileSync(join(root, 'shell', name), 'utf8'));
    write(files, building);
    await writeCommandTable(files, building);
    checkLater(building, later);
    const texts = helpTexts(building);
    write(texts, building);
    install(new Map([...files, ...texts]), building);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

build().catch((error) => {
  // esbuild has told its own errors by then.
  if (!error.errors) console.error(`build: ${error.message}`);
  process.exitCode = 1;
});
