// Costs: what the built program loads, reads and writes for the command lines of every day, as counts. Time is measured elsewhere.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { type Home, newHome, project } from '../support/program.ts';
import { type Witnessed, witnessed } from '../support/witness.ts';
import { garden, kafka } from './notes.ts';

const roadmaps = {
  note: { file: 'kafka.md', text: kafka, topic: '1.3' },
  'front matter': { file: 'kafka.md', text: `---\ntitle: Kafka\ntags: [kafka]\n---\n${kafka}`, topic: '1.3' },
  YAML: { file: 'garden.yaml', text: garden, topic: '1.2' },
  bundled: { file: null, text: '', topic: '1.2' },
};
type Kind = keyof typeof roadmaps;

const looks = [
  'status',
  'list',
  'next',
  'show 1.1',
  'log',
  'levels',
  'projects',
  'export',
  'reconcile',
  'lint',
  'prompt',
];
const [help, changes] = [
  ['--help', 'done --help', '--version'],
  ['done', 'start 2.1', 'undo', 'redo'],
];
const again = ['status', 'log', 'prompt'].map((command) => `${command}, ticked`);

function newHomeWith(kind: Kind): { home: Home; run: (command: string) => Witnessed } {
  const home = newHome();
  const { file, text, topic } = roadmaps[kind];
  if (file !== null) home.write(file, text);
  const run = (command: string): Witnessed => {
    const words = (command.split(', ')[0] as string).split(' ');
    const named = file === null || help.includes(command) ? [] : command === 'lint' ? [file] : ['-r', file];
    return witnessed(home, [...words, ...(command === 'done' ? [topic] : []), ...named]);
  };
  return { home, run };
}

const times = (counts: Witnessed['reads']): string =>
  Object.entries(counts)
    .map(([name, count]) => (count === 1 ? name : `${count} × ${name}`))
    .join(', ');
/**
 * What is loaded of `dist/cold`, which files are opened and read, and which are written. `2 ×` is a file that is opened a second time,
 * `(new)` what was written and is read back.
 */
function described(command: string, { loaded, reads, bytes }: Witnessed): string {
  const rows = Object.entries({ loads: loaded.join(', '), reads: times(reads), writes: Object.keys(bytes).join(', ') });
  return [command, ...rows.map(([what, files]) => `  ${what.padEnd(6)} ${files === '' ? '-' : files}`)].join('\n');
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** No byte is written twice: a file is written whole, once, and the journal, of so many bytes before, grows by what is added. */
function expectNoMoreThanNeeded(journal: number, command: string, { written }: Witnessed): void {
  for (const [path, bytes] of Object.entries(written)) {
    if (path.includes('/locks/')) expect(bytes, `${command}: ${path}`).toBeLessThan(2000);
    else if (path.endsWith('/journal.jsonl')) expect(bytes, `${command}: ${path}`).toBe(sizeOf(path) - journal);
    else if (existsSync(path)) expect(bytes, `${command}: ${path}`).toBe(sizeOf(path));
  }
}

// One home for each kind of roadmap, in which the commands follow each other.
describe('a command loads, reads and writes no more than is approved', () => {
  it.each(Object.keys(roadmaps) as Kind[])('%s', { timeout: 120_000 }, (kind) => {
    const { home, run } = newHomeWith(kind);
    const found: string[] = [];
    const dear: { readonly [kind in 'looks' | 'changes']: string[] } = { looks: [], changes: [] };
    for (const command of [...help, ...looks, ...changes, ...again]) {
      const before = home.snapshot();
      const journal = sizeOf(join(home.state, 'journal.jsonl'));
      const seen = run(command);
      expect(seen.status, command).toBe(0);
      found.push(described(command, seen));
      const known = changes.includes(command) ? dear.changes : dear.looks;
      known.push(...seen.ofNode.filter((name) => !known.includes(name)));
      if (changes.includes(command)) expectNoMoreThanNeeded(journal, command, seen);
      else expect(home.snapshot(), `${command} changes nothing`).toEqual(before);
    }
    expect(dear, 'of Node').toEqual({ looks: ['crypto'], changes: ['crypto', 'os'] });
    expectGolden(`costs-${kind.replace(' ', '-').toLowerCase()}.txt`, `${found.join('\n')}\n`);
  });
});

/** What only writing and asking need, by words that stay in the built file. */
const marks = {
  locks: 'assertOwned',
  replacement: 'beforeRename',
  journal: 'journal.jsonl',
  questions: 'User force closed the prompt',
};

function marksIn(name: string): string[] {
  const code = readFileSync(join(project, 'dist', 'cold', `${name}.cjs`), 'utf8');
  return Object.entries(marks).flatMap(([what, word]) => (code.includes(word) ? [what] : []));
}

/** Files of the build that a look loads although something in them writes; `log` and what shows a topic read the journal. */
const writing: { readonly [name: string]: readonly string[] } = {
  'commands-lint': ['locks', 'replacement', 'journal'],
  'commands-reconcile': ['locks', 'replacement', 'journal'],
  'commands-log': ['journal'],
  'commands-history': ['journal'],
};

describe('a look loads nothing that writes or asks', () => {
  it('but for these', { timeout: 120_000 }, () => {
    const { run } = newHomeWith('note');
    const loaded = [...help, ...looks].flatMap((command) => run(command).loaded);
    const found = [...new Set(loaded)].flatMap((name) =>
      marksIn(name).length > 0 ? [[name, marksIn(name)] as const] : [],
    );
    expect(Object.fromEntries(found)).toEqual(writing);
  });

  it('and what writes and asks has these words', () => {
    expect(marksIn('commands-change')).toEqual(['locks', 'replacement', 'journal']);
    expect(marksIn('terminal-questions')).toEqual(['questions']);
  });
});
