// Package: what npm packs, installed offline into an empty place, runs there without development dependencies.
// Russian names of folders with blanks: "Мои программы", "пустой дом", "рабочая папка" (my programs, empty home, working folder).
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shipped } from '../schemas/validating.ts';
import { project, today } from '../support/program.ts';
import { garden, kafka } from './notes.ts';

const root = mkdtempSync(join(tmpdir(), 'istio-roadmap-package-'));
const prefix = join(root, 'Мои программы', 'узел 20');
const home = join(root, 'пустой дом');
const work = join(root, 'рабочая папка');
const command = join(prefix, 'bin', 'istio-roadmap');
let packed: { filename: string; size: number; files: { path: string; mode: number }[] };

const env = { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8', ISTIO_ROADMAP_TODAY: today };

function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    [...args, '--cache', join(root, 'cache'), '--no-update-notifier'],
    {
      ...{ cwd, env, encoding: 'utf8', timeout: 110_000 },
    },
  );
  expect(status, `npm ${args.join(' ')}: ${stderr}`).toBe(0);
  return stdout;
}

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: work, env, encoding: 'utf8', timeout: 20_000 });
  return { status, out: stdout, err: stderr };
}

beforeAll(() => {
  for (const folder of [prefix, home, work]) mkdirSync(folder, { recursive: true });
  // What runs before packing was run by the setup of these tests.
  const printed = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', root], project);
  packed = (JSON.parse(printed) as [typeof packed])[0];
  npm(['install', '--global', '--offline', '--ignore-scripts', '--prefix', prefix, join(root, packed.filename)], root);
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the tarball', () => {
  const paths = () => packed.files.map(({ path }) => path);

  it.each([
    'package.json',
    'bin/istio-roadmap.cjs',
    'dist/main.cjs',
    'dist/help/istio-roadmap.80.txt',
    'dist/help/istio-roadmap-done.80.txt',
    'dist/help/topic-dates.80.txt',
    'dist/help/dates.md',
    'docs/commands/done.md',
    'man/istio-roadmap.1',
    'dist/roadmaps/istio.json',
    'dist/roadmaps/ica.json',
    'dist/roadmaps/ambient.json',
    'dist/THIRD-PARTY-LICENSES.txt',
    'roadmaps/istio.yaml',
    'roadmaps/ica.yaml',
    'roadmaps/ambient.yaml',
    ...shipped.map((name) => `schema/${name}`),
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
  ])('holds %s', (path) => {
    expect(paths()).toContain(path);
  });

  it('holds no sources, tests, benchmarks or unfinished builds', () => {
    expect(
      paths().filter(
        (path) => !/^(bin|dist|docs|man|roadmaps|schema)\/|^[A-Z]+\.md$|^LICENSE$|^package\.json$/.test(path),
      ),
    ).toEqual([]);
    expect(paths().filter((path) => /test|\.ts$|\.map$|\.building|fixture|golden/.test(path))).toEqual([]);
  });

  it('holds every cold file that the main file loads', () => {
    const main = readFileSync(join(project, 'dist/main.cjs'), 'utf8');
    const cold = [...main.matchAll(/require\("\.\/(cold\/[^"]+)"\)/g)].map(([, name]) => `dist/${name}`);
    expect(cold.length).toBeGreaterThan(0);
    expect(paths()).toEqual(expect.arrayContaining(cold));
  });

  it('is small enough to install without a second thought', () => {
    expect(packed.size).toBeLessThan(2_000_000);
  });

  it('makes the program executable', () => {
    expect(packed.files.find(({ path }) => path === 'bin/istio-roadmap.cjs')?.mode).toBe(0o755);
    expect(statSync(command).mode & 0o111).toBe(0o111);
  });
});

describe('the installed program', () => {
  it('brings no package with it', () => {
    const installed = join(prefix, 'lib', 'node_modules');
    expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['istio-roadmap']);
    expect(existsSync(join(installed, 'istio-roadmap', 'node_modules'))).toBe(false);
  });

  it('lies beside the schema that its roadmaps and labs name', () => {
    const installed = join(prefix, 'lib', 'node_modules', 'istio-roadmap', 'roadmaps');
    const names = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    );
    for (const name of names) {
      const file = join(installed, name);
      const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8'))?.[1];
      expect(existsSync(join(dirname(file), named ?? 'none')), `${name}: ${named}`).toBe(true);
    }
  });

  it('prints its version and help', () => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
    expect(run('--version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
    expect(run('--help')).toMatchObject({ status: 0, err: '' });
  });

  it('has a man page that man finds beside it', () => {
    const page = join(prefix, 'share', 'man', 'man1', 'istio-roadmap.1');
    expect(readFileSync(page, 'utf8')).toMatch(/^\.TH ISTIO\\-ROADMAP 1 /m);
  });

  it('shows and ticks the bundled roadmap from an empty home', () => {
    expect(run('status')).toMatchObject({ status: 0, err: '' });
    expect(run('done', '1.1')).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(run('status', '--json').out)).toMatchObject({ roadmap: { id: 'istio' }, total: { done: 1 } });
    expect(run('undo')).toMatchObject({ status: 0, err: '' });
  });

  it('reads and ticks notes and YAML in a folder with spaces and Cyrillic', () => {
    writeFileSync(join(work, 'мои заметки.md'), `---\ntags: [kafka]\n---\n${kafka}`);
    writeFileSync(join(work, 'сад.yaml'), garden);
    for (const name of ['мои заметки.md', 'сад.yaml']) {
      expect(run('done', '1', '-r', name), name).toMatchObject({ status: 0, err: '' });
      expect(run('status', '-r', name, '--lang', 'ru'), name).toMatchObject({ status: 0, err: '' });
    }
    expect(readFileSync(join(work, 'мои заметки.md'), 'utf8')).toContain('- [x] 1.3 Ключ сообщения');
    expect(readdirSync(work).sort()).toEqual(['мои заметки.md', 'сад.yaml']);
  });
});
