// Parses: how often a command decodes, reads and identifies what it works on. Each of these is a walk over the whole roadmap.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/commands/context.ts';
import { exportRoadmap } from '../../src/commands/export.ts';
import { levels } from '../../src/commands/levels.ts';
import { lint } from '../../src/commands/lint.ts';
import { log } from '../../src/commands/log.ts';
import { list, next, show } from '../../src/commands/look.ts';
import { reconcile } from '../../src/commands/reconcile.ts';
import { status } from '../../src/commands/status.ts';
import { startCounting, stopCounting, takeCounts } from '../support/coverage.ts';
import { home, ran, reverted, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';

/** What is counted: calls of a function of ours, by its module. `ids` are hashes, a few of them of the file's own path. */
const counted = {
  decoded: ['text/encoding.ts', 'decode'],
  notes: ['formats/markdown/read.ts', 'readMarkdown'],
  heads: ['formats/plain-yaml.ts', 'readPlainFrontMatter'],
  plain: ['formats/plain-yaml.ts', 'readPlainYaml'],
  yaml: ['formats/yaml/read.ts', 'readYaml'],
  documents: ['formats/roadmap-document.ts', 'fromDocument'],
  progress: ['formats/progress/read.ts', 'readProgress'],
  ids: ['model/identity.ts', 'hashOf'],
  entries: ['store/undo/journal.ts', 'parseEntry'],
} as const;

/** What was called since it was asked last, as `decoded 1, notes 1, ids 3`. */
function countsOf(): string {
  const scripts = takeCounts();
  const found = Object.entries(counted).flatMap(([name, [module, called]]) => {
    const functions = scripts.find(({ url }) => url.endsWith(`/src/${module}`))?.functions ?? [];
    const times = functions.find(({ functionName }) => functionName === called)?.ranges[0]?.count ?? 0;
    return times === 0 ? [] : [`${name} ${times}`];
  });
  return found.join(', ');
}

/** Four sections of five topics, none with an id: 24 ids are derived where all are. */
const sections = [1, 2, 3, 4];
const topics = [1, 2, 3, 4, 5];
const note = `# Garden\n\n${sections.map((s) => `## Bed ${s}\n\n${topics.map((t) => `- [ ] Row ${t} of bed ${s}\n`).join('')}\n`).join('')}`;
const noteWithHead = `---\ntitle: Garden\n---\n\n${note}`;
const plan = `title: Garden\nsections:\n${sections.map((s) => `  - title: Bed ${s}\n    topics:\n${topics.map((t) => `      - Row ${t} of bed ${s}\n`).join('')}`).join('')}`;
const texts = { 'note.md': note, 'head.md': noteWithHead, 'plan.yaml': plan };

type Act = (disk: MemoryDisk, roadmap: string) => Promise<{ readonly status: number; readonly err: string }>;

const looking =
  (look: (context: Context, roadmap: string) => Promise<number>): Act =>
  (disk, roadmap) =>
    settled(disk, (context) => look(context, roadmap));
const acts: { readonly [name: string]: Act } = {
  status: looking((context, roadmap) => status(context, { roadmap })),
  list: looking((context, roadmap) => list(context, [], { roadmap })),
  next: looking((context, roadmap) => next(context, [], { roadmap })),
  show: looking((context, roadmap) => show(context, '2.3', { roadmap })),
  log: looking((context, roadmap) => log(context, [], { roadmap })),
  levels: looking((context, roadmap) => levels(context, { roadmap })),
  export: looking((context, roadmap) => exportRoadmap(context, { roadmap })),
  reconcile: looking((context, roadmap) => reconcile(context, { roadmap })),
  lint: looking((context, roadmap) => lint(context, [roadmap], {})),
  done: (disk, roadmap) => ran(disk, 'done', ['2.3'], { roadmap }),
  'done, a section': (disk, roadmap) => ran(disk, 'done', ['3'], { roadmap }),
  start: (disk, roadmap) => ran(disk, 'start', ['2.4'], { roadmap }),
  undo: (disk, roadmap) => reverted(disk, 'undo', { roadmap }),
  redo: (disk, roadmap) => reverted(disk, 'redo', { roadmap }),
};

/** In the order in which they follow each other on one disk, from the first look to the last. */
const expected: { readonly [file in keyof typeof texts]: { readonly [command: string]: string } } = {
  'note.md': {
    status: 'decoded 1, notes 1, ids 3',
    list: 'decoded 1, notes 1, ids 27',
    next: 'decoded 1, notes 1, ids 27',
    show: 'decoded 1, notes 1, ids 27',
    log: 'decoded 1, notes 1, ids 27',
    levels: 'decoded 1, notes 1, ids 27',
    export: 'decoded 1, notes 1, ids 27',
    reconcile: 'decoded 1, notes 1, ids 6',
    lint: 'decoded 1, notes 1, ids 27',
    done: 'decoded 1, notes 1, ids 12',
    'done, a section': 'decoded 1, notes 1, ids 12',
    start: 'decoded 1, notes 1, ids 12',
    undo: 'decoded 3, notes 1, ids 12, entries 3',
    redo: 'decoded 3, notes 1, ids 12, entries 4',
  },
  'head.md': {
    status: 'decoded 1, notes 1, heads 1, ids 4',
    list: 'decoded 1, notes 1, heads 1, ids 28',
    next: 'decoded 1, notes 1, heads 1, ids 28',
    show: 'decoded 1, notes 1, heads 1, ids 28',
    log: 'decoded 1, notes 1, heads 1, ids 28',
    levels: 'decoded 1, notes 1, heads 1, ids 28',
    export: 'decoded 1, notes 1, heads 1, ids 28',
    reconcile: 'decoded 1, notes 1, heads 1, ids 7',
    lint: 'decoded 1, notes 1, heads 1, ids 28',
    done: 'decoded 1, notes 1, heads 1, ids 14',
    'done, a section': 'decoded 1, notes 1, ids 13',
    start: 'decoded 1, notes 1, ids 13',
    undo: 'decoded 3, notes 1, ids 13, entries 3',
    redo: 'decoded 3, notes 1, ids 13, entries 4',
  },
  'plan.yaml': {
    status: 'decoded 1, plain 1, documents 1, ids 28',
    list: 'decoded 1, plain 1, documents 1, ids 28',
    next: 'decoded 1, plain 1, documents 1, ids 28',
    show: 'decoded 1, plain 1, documents 1, ids 28',
    log: 'decoded 1, plain 1, documents 1, ids 28',
    levels: 'decoded 1, plain 1, documents 1, ids 28',
    export: 'decoded 1, plain 1, documents 1, ids 28',
    reconcile: 'decoded 1, plain 1, documents 1, progress 5, ids 31',
    lint: 'decoded 1, plain 1, yaml 1, documents 1, ids 28',
    done: 'decoded 3, plain 1, documents 2, progress 5, ids 53',
    'done, a section': 'decoded 5, documents 2, progress 6, ids 52',
    start: 'decoded 5, documents 2, progress 6, ids 52',
    undo: 'decoded 6, documents 2, progress 2, ids 52, entries 3',
    redo: 'decoded 6, documents 2, progress 2, ids 52, entries 4',
  },
};

describe('a command reads its roadmap as often as here', () => {
  beforeAll(startCounting);
  afterAll(stopCounting);

  // One that has another name by now would be counted as never called.
  it.each(Object.keys(counted))('and %s are among what is counted', (name) => {
    expect(JSON.stringify(expected)).toContain(`${name} `);
  });

  it.each(Object.keys(texts) as (keyof typeof texts)[])('%s', async (file) => {
    const disk = new MemoryDisk();
    disk.putFolder(home);
    disk.put(`${home}/${file}`, texts[file]);
    const found: { [command: string]: string } = {};
    for (const [name, act] of Object.entries(acts)) {
      countsOf();
      const answer = await act(disk, file);
      expect(answer, name).toMatchObject({ status: 0 });
      found[name] = countsOf();
    }
    expect(found).toEqual(expected[file]);
  });
});
