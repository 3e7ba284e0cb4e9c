// The files of the build that a command line loads: what a roadmap does not need is not read.
import { describe, expect, it } from 'vitest';
import { type Home, newHome } from '../support/program.ts';
import { witnessed } from '../support/witness.ts';
import { garden, kafka } from './notes.ts';

/** The files of `dist/cold` that a command line loads. */
function loadedBy(home: Home, args: readonly string[], more: NodeJS.ProcessEnv = {}): readonly string[] {
  const { status, loaded } = witnessed(home, args, more);
  expect(status).toBe(0);
  return loaded;
}

const note = ['lines', 'markdown', 'quick'];

describe('status loads its own bundles, and besides', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['what reads Markdown for a note', kafka, 'kafka.md', note],
    ['what tells todo.txt for a note in a .txt', kafka, 'kafka.txt', [...note, 'other-formats']],
    [
      'what reads plain YAML for its front matter',
      `---\ntitle: Kafka\n---\n${kafka}`,
      'kafka.md',
      [...note, 'formats-plain-yaml'],
    ],
    [
      'what reads all YAML for front matter that is not plain',
      `---\ntitle: &name Kafka\naliases: [*name]\n---\n${kafka}`,
      'kafka.md',
      [...note, 'formats-frontmatter-yaml', 'formats-plain-yaml'],
    ],
    [
      'what reads TOML for its front matter',
      `+++\ntitle = "Kafka"\n+++\n${kafka}`,
      'kafka.md',
      [...note, 'formats-frontmatter-toml'],
    ],
    [
      'what reads plain YAML for a YAML roadmap',
      garden,
      'garden.yaml',
      ['formats-plain-yaml', 'other-formats', 'quick', 'yaml-roadmaps'],
    ],
    [
      'what reads all YAML for a YAML roadmap that is not plain',
      `${garden}notes: &note !!str 1\nmore: *note\n`,
      'garden.yaml',
      ['formats-plain-yaml', 'formats-yaml-read', 'mistaken-names', 'other-formats', 'quick', 'yaml-roadmaps'],
    ],
    ['what tells YAML for Markdown in a .yaml', kafka, 'kafka.yaml', [...note, 'other-formats']],
    [
      'the sources of topics that are rare for a table',
      '| Task | Done |\n|-|-|\n| Dig | yes |\n',
      'garden.md',
      [...note, 'rare-states', 'rare-topics', 'topic-objects'],
    ],
    [
      'widths of characters for Chinese titles',
      kafka.replaceAll('## ', '## 主题 '),
      'kafka.md',
      [...note, 'rare-characters', 'rare-roles'],
    ],
    [
      'the same for Hebrew titles',
      kafka.replaceAll('## ', '## נושא '),
      'kafka.md',
      [...note, 'rare-characters', 'rare-roles'],
    ],
    [
      'one file for Org',
      '* TODO Dig\n* DONE Rake\n',
      'garden.org',
      ['formats-org', 'lines', 'markdown', 'other-formats', 'quick'],
    ],
    ['one file for todo.txt', 'x Dig +garden\n', 'todo.txt', ['formats-todo-txt', 'other-formats', 'quick']],
    [
      'what knows of urgency where something is planned',
      '(A) Dig +garden\n',
      'todo.txt',
      ['formats-todo-txt', 'other-formats', 'planned-topics', 'quick'],
    ],
  ])('%s', (_, text, file, more) => {
    const home = newHome();
    home.write(file, text);
    expect(loadedBy(home, ['status', '-r', file])).toEqual([...more].sort());
  });

  it('nothing at all for a bundled roadmap', () => expect(loadedBy(newHome(), ['status'])).toEqual(['quick']));

  it('the lines of its progress file where there is one', () => {
    const home = newHome();
    home.run(['done', '1.1']);
    expect(loadedBy(home, ['status'])).toEqual(['lines', 'quick', 'topics']);
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
    [['help', 'addresses']],
    [['help', 'dates']],
    [['help', 'formats']],
    [['help', 'scripting']],
    [['--version']],
    [['-V']],
  ])('%j', (args) => expect(loadedBy(newHome(), args)).toEqual(['help']));

  it.each<[string, string[], NodeJS.ProcessEnv, string[]]>([
    ['a width that the build made no help for', ['--help'], { COLUMNS: '40' }, ['examples']],
    ['an option beside it', ['done', '--help', '--no-input'], {}, ['examples']],
    ['an empty word', ['help', ''], {}, ['examples']],
    ['a word behind it', ['--version', 'done'], {}, []],
    [
      'a topic in such a width',
      ['help', 'dates'],
      { COLUMNS: '40' },
      ['examples', 'help-topic', 'mistaken-words', 'rare-characters'],
    ],
  ])('and the grammar for %s', (_, args, env, more) =>
    expect(loadedBy(newHome(), args, env)).toEqual(['cli', 'help', 'quick', ...more].sort()),
  );
});
