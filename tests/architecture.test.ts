// The house: imports point down only, packages stay behind their fences, the core knows neither clock nor process.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const sources = join(root, 'src');

interface Source {
  /** From src/, such as `model/next.ts`. */
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly imports: readonly { readonly from: string; readonly isDynamic: boolean }[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** Comments and strings blanked out, so that words in them are no code. */
function withoutWords(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{))*`/g, "''");
}

function importsOf(text: string): { from: string; isDynamic: boolean }[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const still = [...bare.matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s*'([^']+)'/gms)];
  const effect = [...bare.matchAll(/^import\s*'([^']+)'/gm)];
  const dynamic = [...bare.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)];
  return [
    ...[...still, ...effect].map((match) => ({ from: match[1] as string, isDynamic: false })),
    ...dynamic.map((match) => ({ from: match[1] as string, isDynamic: true })),
  ];
}

const all: Source[] = filesBelow(sources)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    return { path: relative(sources, path), text, code: withoutWords(text), imports: importsOf(text) };
  });

const floors: readonly (readonly [RegExp, number, string])[] = [
  [/^(?:text|dates|lang)\/|^errors\.ts$/, 0, 'words'],
  // Facts, as the words are.
  [/^\.\.\/schema\/resources\/resources\.json$/, 0, 'words'],
  [/^model\//, 1, 'model'],
  [/^formats\//, 2, 'formats'],
  [/^store\//, 3, 'store'],
  [/^views\//, 3, 'views'],
  [/^judging\//, 3, 'judging'],
  [/^commands\//, 4, 'commands'],
  [/^schemas\//, 5, 'schemas'],
  [/^pages\//, 6, 'pages'],
  [/^[\w-]+\.ts$/, 5, 'root'],
];

function floorOf(path: string): { level: number; name: string } {
  const found = floors.find(([pattern]) => pattern.test(path));
  if (!found) throw new Error(`${path} is on no floor`);
  return { level: found[1], name: found[2] };
}

const target = (source: Source, from: string): string =>
  relative(sources, resolve(sources, dirname(source.path), from));

const fences: readonly (readonly [string, RegExp])[] = [
  ['commander', /^cli\.ts$/],
  ['chalk', /^views\/colors\.ts$/],
  ['inquirer', /^commands\/questions\.ts$/],
  ['gray-matter', /^formats\/frontmatter-yaml\.ts$/],
  ['smol-toml', /^formats\/frontmatter-toml\.ts$/],
  ['yaml', /^formats\/yaml\//],
  ['@marcbachmann/cel-js', /^judging\/expressions\.ts$/],
  ['valibot', /^formats\/(?:yaml|lab)\/|^views\/kinds\.ts$|^commands\/mcp-tools\.ts$|^schemas\//],
  ['@valibot/to-json-schema', /^commands\/mcp\.ts$|^schemas\//],
  ['re2js', /^judging\/re2\.ts$/],
  ['@modelcontextprotocol/server', /^commands\/mcp\.ts$/],
  ['date-fns', /^dates\//],
  ['d3-scale', /^views\/page\//],
  ['d3-shape', /^views\/page\//],
  ['ical-generator', /^formats\/calendar-file\.ts$/],
  ['get-east-asian-width', /^text\/grapheme\.ts$/],
];

/** Where the world outside may be touched: the port's adapter, its hash, the composition root, and what reads our own source. */
const worldly =
  /^(?:main|cli|alternate-screen|help|help-topic|project-file|quick|shell|summary-key|completion|environment|failure-report|merge-driver|file-watcher|node-programs|node-progress-bar|node-watch-screen|screen|signals|standard-input|terminal|terminal-questions)\.ts$|^store\/(?:node-disk|fingerprint|sha256)\.ts$|^schemas\/field-words\.ts$|^pages\/files\.ts$/;

describe('the house', () => {
  it('has sources to look at', () => expect(all.length).toBeGreaterThan(50));

  it.each(all)('$path imports only from its own floor and those below', (source) => {
    const own = floorOf(source.path);
    for (const { from } of source.imports) {
      if (!from.startsWith('.')) continue;
      const other = floorOf(target(source, from));
      const fits = other.level < own.level || (other.level === own.level && other.name === own.name);
      expect(fits, `${source.path} (${own.name}) imports ${target(source, from)} (${other.name})`).toBe(true);
    }
  });

  it.each(all)('$path imports packages only inside their fences', (source) => {
    for (const { from } of source.imports) {
      if (from.startsWith('.') || from.startsWith('node:')) continue;
      const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] as string);
      const fence = fences.find(([one]) => one === name);
      expect(fence, `${name} has no fence: ${source.path}`).toBeDefined();
      expect(fence?.[1].test(source.path), `${name} is imported by ${source.path}`).toBe(true);
    }
  });

  it.each(all.filter(({ path }) => !path.startsWith('schemas/')))(
    '$path takes nothing but types from the kinds, and nothing from the schemas',
    (source) => {
      for (const { from } of source.imports) expect(target(source, from), source.path).not.toMatch(/^schemas\//);
      expect(source.text).not.toMatch(/^(?:import|export) (?!type )[^;]*?from '[^']*\/kinds\.ts'/m);
    },
  );

  it.each(all)('$path has no default export and is no barrel', (source) => {
    expect(source.code).not.toMatch(/\bexport\s+default\b|\bexport\s*\*/);
    expect(source.path).not.toMatch(/(?:^|\/)(?:index|types|utils?|helpers?)\.ts$/);
  });

  it.each(all)('$path opens with one sentence that names its noun', (source) => {
    expect(source.text).toMatch(/^\/\/ \S[^\n]*:[^\n]*\.\n|^\/\/ \S[^\n]*\.\n/);
  });

  it.each(all.filter(({ path }) => !worldly.test(path)))(
    '$path knows neither clock nor process nor console',
    (source) => {
      expect(source.code).not.toMatch(/\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b/);
      expect(source.code).not.toMatch(/\bprocess\.|\bconsole\./);
    },
  );

  it.each(all.filter(({ path }) => !worldly.test(path)))(
    '$path reaches the file system through the port alone',
    (source) => {
      // Buffers are a way to look at bytes, and reach nothing.
      const reaching = source.imports.filter(({ from }) => from !== 'node:buffer');
      for (const { from } of reaching) expect(from, source.path).not.toMatch(/^node:|^fs$/);
    },
  );

  // The registry names the readers that are loaded on use, and waits for none.
  const isRegistry = (path: string): boolean => path === 'formats/registry.ts';

  it.each(all.filter(({ path }) => floorOf(path).level <= 3 && !path.startsWith('store/') && !isRegistry(path)))(
    '$path is synchronous',
    (source) => {
      expect(source.code).not.toMatch(/\basync\b|\bawait\b|\bimport\(/);
    },
  );

  it('has no circle of imports', () => {
    const edges = new Map(
      all.map((source) => [
        source.path,
        source.imports
          .filter(({ from, isDynamic }) => from.startsWith('.') && !isDynamic)
          .map(({ from }) => target(source, from)),
      ]),
    );
    const done = new Set<string>();
    const visit = (path: string, above: readonly string[]): void => {
      expect(above, `circle: ${[...above, path].join(' → ')}`).not.toContain(path);
      if (done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...above, path]);
      done.add(path);
    };
    for (const path of edges.keys()) visit(path, []);
  });

  it('would notice an upward import, a foreign package, a clock and a default export', () => {
    expect(
      importsOf("import { x } from '../views/theme.ts';\nimport 'chalk';\nconst y = await import('yaml');"),
    ).toEqual([
      { from: '../views/theme.ts', isDynamic: false },
      { from: 'chalk', isDynamic: false },
      { from: 'yaml', isDynamic: true },
    ]);
    expect(floorOf('views/theme.ts').level).toBeGreaterThan(floorOf('model/next.ts').level);
    expect(withoutWords('const now = new Date(); // new Date()')).toMatch(/new Date\(\s*\)/);
    expect(withoutWords("const text = 'process.exit'; /* Date.now */")).not.toMatch(/process|Date/);
  });
});

/** What git says of this checkout, in its index: npm and editors may have written into the files meanwhile. */
function git(...args: readonly string[]): { readonly status: number | null; readonly out: string } {
  // Whose the folder is does not matter to a command that only reads.
  const { status, stdout } = spawnSync('git', ['-c', 'safe.directory=*', ...args], {
    ...{ cwd: root, encoding: 'utf8', timeout: 20_000, maxBuffer: 1 << 26 },
  });
  return { status, out: stdout };
}

const isCheckout = git('ls-files', '--error-unmatch', 'package.json').status === 0;
if (!isCheckout) console.warn('skipped: what is committed is asked of git, and this is no checkout that git knows');

describe.runIf(isCheckout)('what is committed', () => {
  const committed = (name: string): string => {
    const { status, out } = git('show', `:./${name}`);
    expect(status, name).toBe(0);
    return out;
  };

  it.each([
    ['registry', ['registry\\.npmjs|registry=|"resolved"', '--', '.', ':!tests/architecture.test.ts']],
    ['folder of one machine', ['/root/|/work/|/home/[a-z]', '--', '.', ':!tests']],
  ])('names no %s', (_, words) => {
    const { status, out } = git('grep', '--cached', '-InE', ...words);
    expect(out.slice(0, 1000)).toBe('');
    expect(status, 'nothing found').toBe(1);
  });

  it('asks npm to keep addresses out of the lock file', () => {
    expect(committed('.npmrc')).toContain('omit-lockfile-registry-resolved=true\n');
  });

  it('locks each package with its checksum, for every platform', () => {
    interface Locked {
      readonly integrity?: string;
      readonly optionalDependencies?: Readonly<Record<string, string>>;
    }
    const { packages } = JSON.parse(committed('package-lock.json')) as { packages: Record<string, Locked> };
    const names = Object.keys(packages).filter((name) => name !== '');
    expect(names.filter((name) => !packages[name]?.integrity)).toEqual([]);
    // What this machine has no use for is locked as well: `npm ci` refuses a lock file without it.
    const optional = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(optional.length).toBeGreaterThan(100);
    expect(optional.filter((name) => !names.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });
});

describe('the rules that comments name', () => {
  const documents = ['formats.md', 'contract.md']
    .map((name) => readFileSync(join(root, 'docs', name), 'utf8'))
    .join('\n');
  /** `**T9, L6**` and `**D2–D6**` are several rules, each under its own number. */
  const rules = new Set(
    [...documents.matchAll(/\*\*((?:[A-Z]\d+(?:, |–)?)+)\*\*/g)].flatMap(([, label = '']) => {
      const [, letter, first, last] = /^([A-Z])(\d+)–[A-Z](\d+)$/.exec(label) ?? [];
      if (letter === undefined) return label.split(', ');
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${letter}${Number(first) + at}`);
    }),
  );

  it('are in docs/formats.md or docs/contract.md under that number', () => {
    const unknown = ['src', 'tests', 'bench']
      .flatMap((folder) => filesBelow(join(root, folder)))
      .filter((path) => /\.(?:ts|mjs)$/.test(path))
      .flatMap((path) => {
        const named = readFileSync(path, 'utf8').matchAll(/FORMATS (§|[A-Z]\d+(?:,? (?:and )?[A-Z]\d+)*)/g);
        return [...named]
          .flatMap(([, found = '']) => found.match(/§|[A-Z]\d+/g) ?? [])
          .filter((rule) => !rules.has(rule))
          .map((rule) => `${relative(root, path)}: ${rule}`);
      });
    expect(unknown).toEqual([]);
  });
});

describe('what the checkout says of itself', () => {
  it('pins every version', () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('needs the folder beside it only in tests/conformance', () => {
    const outside = filesBelow(join(root, 'tests'))
      .filter((path) => path.endsWith('.ts') && !path.startsWith(join(root, 'tests', 'conformance')))
      .filter((path) => path !== join(root, 'tests', 'architecture.test.ts'))
      .filter((path) =>
        /conformance\/shared\.ts|ISTIO_ROADMAP_SHARED|['"`/]shared['"`/]/.test(readFileSync(path, 'utf8')),
      );
    expect(outside.map((path) => relative(root, path))).toEqual([]);
  });
});
