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

const checklist = '# Garden\n\n## Soil\n\n- [x] Dig ✅ 2026-05-01\n- [ ] Rake\n';
const outline = ['lines', 'markdown', 'note', 'quick'];

describe('status loads its own bundles, and besides', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['nothing for a checklist', checklist, 'garden.md', ['note', 'quick']],
    ['the outline for any other note', kafka, 'kafka.md', outline],
    ['what tells todo.txt for a note in a .txt', kafka, 'kafka.txt', [...outline, 'other-formats']],
    [
      'what reads YAML for its front matter',
      `---\ntitle: Kafka\n---\n${kafka}`,
      'kafka.md',
      [...outline, 'formats-frontmatter-yaml'],
    ],
    [
      'what reads TOML for its front matter',
      `+++\ntitle = "Kafka"\n+++\n${kafka}`,
      'kafka.md',
      [...outline, 'formats-frontmatter-toml'],
    ],
    ['what reads YAML for a YAML roadmap', garden, 'garden.yaml', ['formats-yaml-read', 'other-formats', 'quick']],
    ['what tells YAML for Markdown in a .yaml', kafka, 'kafka.yaml', [...outline, 'other-formats']],
    [
      'the sources of topics that are rare for a table',
      '| Task | Done |\n|-|-|\n| Dig | yes |\n',
      'garden.md',
      [...outline, 'rare-states', 'rare-topics', 'topic-objects'],
    ],
    [
      'widths of characters for Chinese titles',
      checklist.replace('Soil', '土'),
      'garden.md',
      ['note', 'quick', 'rare-characters'],
    ],
    ['one file for Org', '* TODO Dig\n* DONE Rake\n', 'garden.org', ['formats-org', 'note', 'other-formats', 'quick']],
    ['one file for todo.txt', '(A) Dig +garden\n', 'todo.txt', ['formats-todo-txt', 'other-formats', 'quick']],
  ])('%s', (_, text, file, more) => {
    const home = newHome();
    home.write(file, text);
    expect(loadedBy(home, ['status', '-r', file])).toEqual([...more].sort());
  });

  it('nothing at all for a bundled roadmap', () => expect(loadedBy(newHome(), ['status'])).toEqual(['quick']));

  it('the lines of its progress file where there is one', () => {
    const home = newHome();
    home.run(['done', '1.1']);
    expect(loadedBy(home, ['status'])).toEqual(['lines', 'note', 'quick', 'topics']);
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
