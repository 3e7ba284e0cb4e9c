// The files of the build that a command line loads: what a roadmap does not need is not read.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Home, newHome, project } from '../support/program.ts';
import { garden, kafka } from './notes.ts';

/** Leaves the paths of all loaded files behind when the program ends. */
const witness = `
const { writeFileSync } = require('node:fs');
process.on('exit', () => writeFileSync(process.env.WITNESS, JSON.stringify(Object.keys(require.cache))));
`;

/** The files of `dist/cold` that a command line loads. */
function loadedBy(home: Home, args: readonly string[], more: NodeJS.ProcessEnv = {}): string[] {
  home.write('witness.cjs', witness);
  const words = ['--require', home.path('witness.cjs'), join(project, 'bin', 'istio-roadmap.cjs'), ...args];
  const env = { PATH: process.env.PATH, HOME: home.home, LANG: 'C.UTF-8', WITNESS: home.path('loaded.json'), ...more };
  const { status } = spawnSync(process.execPath, words, { cwd: home.work, env, timeout: 20_000 });
  expect(status).toBe(0);
  const paths = JSON.parse(home.read('loaded.json')) as string[];
  return paths.flatMap((path) => /\/cold\/(.*)\.cjs$/.exec(path)?.[1] ?? []).sort();
}

const always = ['quick'];

describe('status loads its own bundles, and besides', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['nothing for a note', kafka, 'kafka.md', []],
    ['nothing for a note in a .txt', kafka, 'kafka.txt', []],
    [
      'what reads plain YAML for its front matter',
      `---\ntitle: Kafka\n---\n${kafka}`,
      'kafka.md',
      ['formats-plain-yaml'],
    ],
    [
      'what reads all of YAML for front matter that is not plain',
      `---\ntitle: &name Kafka\n---\n${kafka}`,
      'kafka.md',
      ['formats-plain-yaml', 'formats-frontmatter-yaml'],
    ],
    [
      'what reads TOML for its front matter',
      `+++\ntitle = "Kafka"\n+++\n${kafka}`,
      'kafka.md',
      ['formats-frontmatter-toml'],
    ],
    [
      'what reads plain YAML for a YAML roadmap',
      garden,
      'garden.yaml',
      ['formats-plain-yaml', 'rare-documents', 'yaml-roadmaps'],
    ],
    [
      'what reads all of YAML for one that is not plain',
      `${garden}\nauthor: &me Ana\n`,
      'garden.yaml',
      ['formats-plain-yaml', 'formats-yaml-read', 'rare-documents', 'yaml-roadmaps'],
    ],
    ['nothing for Markdown in a .yaml', kafka, 'kafka.yaml', []],
    [
      'the sources of topics that are rare for a table',
      '| Task | Done |\n|-|-|\n| Dig | yes |\n',
      'garden.md',
      ['rare-topics', 'topic-objects'],
    ],
    ['widths of characters for Chinese titles', kafka.replaceAll('## ', '## 主题 '), 'kafka.md', ['rare-characters']],
    ['one file for Org', '* TODO Dig\n* DONE Rake\n', 'garden.org', ['formats-org']],
    ['one file for todo.txt', '(A) Dig +garden\n', 'todo.txt', ['formats-todo-txt']],
  ])('%s', (_, text, file, more) => {
    const home = newHome();
    home.write(file, text);
    expect(loadedBy(home, ['status', '-r', file])).toEqual([...always, ...more].sort());
  });
});

describe('help and version load one small file', () => {
  it.each([
    [['--help']],
    [['-h']],
    [['help']],
    [['done', '--help']],
    [['status', '-h']],
    [['help', 'merge-driver']],
    [['--version']],
    [['-V']],
  ])('%j', (args) => expect(loadedBy(newHome(), args)).toEqual(['help']));

  it.each<[string, string[], NodeJS.ProcessEnv]>([
    ['a width that the build made no help for', ['--help'], { COLUMNS: '40' }],
    ['an option beside it', ['done', '--help', '--no-input'], {}],
    ['an empty word', ['help', ''], {}],
    ['a word behind it', ['--version', 'done'], {}],
  ])('and the grammar for %s', (_, args, env) =>
    expect(loadedBy(newHome(), args, env)).toEqual(['cli', 'help', 'quick']),
  );
});
