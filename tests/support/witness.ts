// Witness: what the built program loads, opens, reads and writes during one command line, as counts that no busy machine changes.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Home, project } from './program.ts';

/**
 * Loaded before the program: wraps what it calls of `node:fs` and leaves a record behind when it ends. A call that Node makes inside
 * of another is not counted: how `readFileSync` reads is another matter in each version.
 */
const hook = `
const fs = require('node:fs');
const { writeFileSync } = fs;
const [open, opened, read, written] = [new Map(), [], [], []];
const synced = { count: 0 };
const atStart = new Set(process.moduleLoadList);
let depth = 0;
const real = (path) => String(path);
// What is moved aside to be removed keeps the name it had.
const renamed = (from, to) => {
  if (!from.endsWith('.tmp')) return;
  for (const one of read) if (one.path === from) Object.assign(one, { path: to, isNew: true });
  for (const one of written) if (one.path === from) one.path = to;
};
const after = {
  openSync: ([path], handle) => open.set(handle, { path: real(path), isRead: false }),
  closeSync: ([handle]) => open.delete(handle),
  readSync: ([handle]) => {
    const file = open.get(handle);
    if (file === undefined || file.isRead) return;
    file.isRead = true;
    read.push({ path: file.path });
  },
  readFileSync: ([path]) => typeof path === 'string' && read.push({ path: real(path) }),
  writeSync: ([handle], bytes) => written.push({ path: open.get(handle)?.path ?? String(handle), bytes }),
  renameSync: ([from, to]) => renamed(real(from), real(to)),
  linkSync: ([from, to]) => renamed(real(from), real(to)),
  fsyncSync: () => synced.count++,
};
for (const [name, note] of Object.entries(after)) {
  const call = fs[name];
  fs[name] = (...given) => {
    depth++;
    try {
      const result = call(...given);
      if (depth === 1) note(given, result);
      return result;
    } finally {
      depth--;
    }
  };
}
process.on('exit', () => {
  const ofNode = process.moduleLoadList.filter((name) => !atStart.has(name));
  const record = { read, written, synced: synced.count, loaded: Object.keys(require.cache), ofNode };
  writeFileSync(process.env.WITNESS, JSON.stringify(record));
});
`;

interface Recorded {
  /** Each time that a file was opened and something of it was read; `isNew`: what was written, before it got its name. */
  readonly read: readonly { readonly path: string; readonly isNew?: true }[];
  readonly written: readonly { readonly path: string; readonly bytes: number }[];
  readonly synced: number;
  readonly loaded: readonly string[];
  readonly ofNode: readonly string[];
}

/** Modules of Node that take a tenth of a start each, or more, and are in no empty process. */
const dear = ['child_process', 'crypto', 'http', 'https', 'net', 'os', 'readline', 'tty', 'url', 'worker_threads'];

export interface Witnessed {
  readonly status: number | null;
  /** Of `dist/`, without `.cjs`: `quick`, `commands-change`; what every command loads is left out. */
  readonly loaded: readonly string[];
  /** How often each file was opened and read; `… (new)` is reading back what was written. */
  readonly reads: Readonly<Record<string, number>>;
  /** How many bytes were written to each file, by name and by path. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly written: Readonly<Record<string, number>>;
  readonly synced: number;
  /** The dear modules of Node that were loaded. */
  readonly ofNode: readonly string[];
}

/** Runs the program in a home; files are named from its working directory, or as `state/…`, `data/…`, `cache/…` and `dist/…`. */
export function witnessed(home: Home, args: readonly string[], more: NodeJS.ProcessEnv = {}): Witnessed {
  const [script, record] = [join(home.root, 'witness.cjs'), join(home.root, 'witness.json')];
  writeFileSync(script, hook);
  const words = ['--require', script, join(project, 'bin', 'istio-roadmap.cjs'), ...args];
  const env = { ...home.environment(), WITNESS: record, ...more };
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: home.work, env, timeout: 20_000 });
  if (status === null) throw new Error(`${args.join(' ')}: ${stderr}`);
  const { read, written, synced, loaded, ofNode } = JSON.parse(readFileSync(record, 'utf8')) as Recorded;
  const files = written.filter(isCounted);
  const named = ({ path, isNew }: { path: string; isNew?: true }) => `${nameIn(home, path)}${isNew ? ' (new)' : ''}`;
  return {
    ...{ status, synced, ofNode: dear.filter((name) => ofNode.includes(`NativeModule ${name}`)) },
    loaded: loaded.flatMap((path) => /\/cold\/(.*)\.cjs$/.exec(path)?.[1] ?? []).sort(),
    reads: summed(read.filter(isCounted).map((one) => [named(one), 1])),
    bytes: summed(files.map(({ path, bytes }) => [nameIn(home, path), bytes])),
    written: summed(files.map(({ path, bytes }) => [path, bytes])),
  };
}

/** Modules are counted as such; the kernel's own files are none; standard streams have numbers. */
const isCounted = ({ path }: { readonly path: string }): boolean =>
  /^\/(?!proc\/)/.test(path) && !path.endsWith('.cjs');

function nameIn(home: Home, path: string): string {
  const places = {
    '': home.work,
    'state/': home.state,
    'data/': home.data,
    'cache/': join(home.home, '.cache/istio-roadmap'),
    'dist/': join(project, 'dist'),
  };
  const [prefix, folder] = Object.entries(places).find(([, place]) => path.startsWith(`${place}/`)) ?? ['', ''];
  // What is in a name because of where the home is.
  return `${prefix}${path.slice(folder.length + 1)}`
    .replace(/^state\/locks\/.*/, 'lock')
    .replace(/^state\/prompt\/.*/, 'state/prompt')
    .replace(/-[0-9a-f]{6}(?:[0-9a-f]{8})?(?=\.)/, '-HASH')
    .replace(/[0-9a-f]{16,}/, 'HASH')
    .replace(/^(cache\/readings\/[a-z-]+-)[0-9a-z]+$/, '$1HASH');
}

function summed(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, count] of pairs) sums[name] = (sums[name] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}
