// Abandoned ticks: whatever kind a roadmap is of, and however it was renamed or moved, its ticks are found, named, and taken when that is asked for.

import { describe, expect, it } from 'vitest';
import { lint } from '../../src/commands/lint.ts';
import { next } from '../../src/commands/look.ts';
import { reconcile } from '../../src/commands/reconcile.ts';
import { status } from '../../src/commands/status.ts';
import { outline, plan, rows } from '../support/cafe.ts';
import { callsOf } from '../support/calls.ts';
import { dataFolder, home, type RunResult, ran, reverted, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';

interface Reconciled {
  readonly abandoned: { file: string; fitting: number; total: number } | null;
  readonly applied: boolean;
}
interface Status {
  readonly total: { done: number };
  readonly projects: { done: number };
  readonly abandoned: { file: string; fitting: number; total: number }[];
  readonly diagnostics: { warnings: number };
}

/** Topics whose ticks go to a progress file, each with the words that tick two of them. */
const kinds = {
  'a note without boxes': { name: 'café.md', text: outline, first: '1.1', second: '1.2' },
  'a note without boxes or a title': {
    ...{ name: 'café.md', text: outline.replace(/^# .*\n\n/, ''), first: '1.1', second: '1.2' },
  },
  'a roadmap in YAML': { name: 'café.yaml', text: plan, first: '1.1', second: '1.2' },
  'rows of a table': { name: 'café.md', text: rows, first: 'P1', second: 'P2' },
} as const;

interface Change {
  readonly was?: (name: string) => string;
  readonly now: (name: string) => string;
  readonly textWas?: (text: string) => string;
  readonly textNow?: (text: string) => string;
}
const toNotes = (name: string): string => name.replace('café', 'notes');
const changes: { readonly [change: string]: Change } = {
  renamed: { now: toNotes },
  moved: { now: (name) => `deep/er/${name}` },
  'renamed and moved': { now: (name) => `deep/${toNotes(name)}` },
  'renamed from NFD to NFC': { was: (name) => name.normalize('NFD'), now: (name) => name.normalize('NFC') },
  'given its title in NFC, and moved': {
    ...{
      now: (name) => `deep/${name}`,
      textWas: (text) => text.normalize('NFD'),
      textNow: (text) => text.normalize('NFC'),
    },
  },
  'given another title, and renamed': { now: toNotes, textNow: (text) => text.replace('Zürich café', 'A quiet place') },
};
const pairs = Object.keys(kinds).flatMap((kind) => Object.keys(changes).map((change) => [kind, change] as const));

/** A roadmap with one tick, and then renamed: on the disk, with its new path and the file that holds the tick. */
async function arranged(kind: string, change: string) {
  const { name, text, first, second } = kinds[kind as keyof typeof kinds];
  const same = (one: string): string => one;
  const { was = same, now = same, textWas = same, textNow = same } = changes[change] as Change;
  const disk = new MemoryDisk();
  const [before, after] = [`${home}/${was(name)}`, `${home}/${now(name)}`];
  disk.put(before, textWas(text));
  expect(await ran(disk, 'done', [first], { roadmap: before, on: 'yesterday' })).toMatchObject({ status: 0, err: '' });
  const [old = ''] = files(disk);
  disk.remove(before);
  disk.put(after, textNow(text));
  return { disk, before, roadmap: after, old, second };
}

const files = (disk: MemoryDisk): string[] => disk.paths().filter((path) => path.startsWith(`${dataFolder}/`));
const look = {
  status: (disk: MemoryDisk, roadmap: string) => settled(disk, (context) => status(context, { roadmap })),
  next: (disk: MemoryDisk, roadmap: string) => settled(disk, (context) => next(context, [], { roadmap })),
};
const linted = (disk: MemoryDisk, roadmap: string) => settled(disk, (context) => lint(context, [], { roadmap }));
const counted = async (disk: MemoryDisk, roadmap: string): Promise<Status & { done: number }> => {
  const { out } = await settled(disk, (context) => status(context, { roadmap, json: true }));
  const document = JSON.parse(out) as Status;
  return { ...document, done: document.total.done + document.projects.done };
};
const reconciled = async (disk: MemoryDisk, roadmap: string, apply: boolean): Promise<Reconciled> => {
  const { out } = await settled(disk, (context) => reconcile(context, { roadmap, apply, json: true }));
  return JSON.parse(out) as Reconciled;
};
/** Sentences are broken into lines. */
const flat = ({ out, err }: RunResult): string => (out + err).replace(/ \\\n/g, ' ').replace(/\s+/g, ' ');
const contents = (disk: MemoryDisk): Record<string, string | null> =>
  Object.fromEntries(disk.paths().map((path) => [path, disk.text(path)]));

describe('a roadmap whose ticks lie under its old name', () => {
  it.each(pairs)('%s, %s: without ticks at the new place', async (kind, change) => {
    const { disk, before, roadmap, old, second } = await arranged(kind, change);
    // The desk has no command line, whose `-r` would be repeated here; tests/cli/abandoned.test.ts has one.
    const command = 'istio-roadmap reconcile';
    const kept = contents(disk);
    const sentence = `1 of 1 tick in ${old} belongs to a topic of this roadmap; the file was made for ${before}, which is gone`;
    for (const see of Object.values(look)) {
      const answer = await see(disk, roadmap);
      expect(answer.status).toBe(0);
      expect(flat(answer)).toContain(`: warning: ${sentence} [ticks-abandoned] ${command} `);
    }
    expect(flat(await linted(disk, roadmap))).toContain(
      `: warning: ${sentence} [ticks-abandoned] \`${command} -r ${roadmap}\` shows`,
    );
    const found = { file: old, roadmap: before, fitting: 1, total: 1 };
    expect(await counted(disk, roadmap)).toMatchObject({ done: 0, abandoned: [found] });
    for (const silent of [{ quiet: true }, { plain: true }])
      expect((await settled(disk, (context) => status(context, { roadmap, ...silent }))).err).toBe('');

    const refused = await ran(disk, 'done', [second], { roadmap });
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err).toMatch(
      /^istio-roadmap: this needs an answer: 1 tick of this roadmap is in .*\n {2}to see them: /,
    );
    expect(refused.err).toContain(old);
    expect(refused.err).toContain(`\`${command}\``);
    expect(await ran(disk, 'done', [second], { roadmap, dryRun: true })).toMatchObject({ status: 0 });
    expect((await reconciled(disk, roadmap, false)).abandoned).toEqual(found);
    expect(contents(disk)).toEqual(kept);

    expect(await reconciled(disk, roadmap, true)).toMatchObject({ applied: true });
    expect(files(disk)).not.toContain(old);
    expect(await counted(disk, roadmap)).toMatchObject({ done: 1, abandoned: [] });
    expect((await look.status(disk, roadmap)).err).toBe('');
    expect(await ran(disk, 'done', [second], { roadmap })).toMatchObject({ status: 0, err: '' });
    expect(await reverted(disk, 'undo', { roadmap })).toMatchObject({ status: 0 });
    expect(await reverted(disk, 'undo', { roadmap })).toMatchObject({ status: 0 });
    expect(files(disk).map((path) => [path, disk.text(path)])).toEqual([[old, kept[old]]]);
  });

  it.each(pairs)('%s, %s: with ticks at the new place', async (kind, change) => {
    const { disk, roadmap, old, second } = await arranged(kind, change);
    const forced = await ran(disk, 'done', [second], { roadmap, force: true });
    expect(forced.status).toBe(0);
    expect(flat(forced)).toContain(old);
    // Another one is no first tick any more.
    expect(await ran(disk, 'start', [second], { roadmap })).toMatchObject({ status: 0, err: '' });
    expect(await ran(disk, 'done', [second], { roadmap })).toMatchObject({ status: 0, err: '' });
    for (const see of [...Object.values(look), linted])
      expect(flat(await see(disk, roadmap))).toContain(`${old} belongs to a topic of this roadmap`);
    expect(await counted(disk, roadmap)).toMatchObject({ done: 1, abandoned: [{ file: old }] });
    expect((await reconciled(disk, roadmap, false)).abandoned).toMatchObject({ file: old });
    expect(await reconciled(disk, roadmap, true)).toMatchObject({ applied: true });
    expect(await counted(disk, roadmap)).toMatchObject({ done: 2, abandoned: [] });
    expect(files(disk)).not.toContain(old);
    expect(await reverted(disk, 'undo', { roadmap })).toMatchObject({ status: 0 });
    expect(files(disk)).toContain(old);
    expect(await counted(disk, roadmap)).toMatchObject({ done: 1, abandoned: [{ file: old }] });
  });
});

describe('files of roadmaps that are gone', () => {
  /** Twenty of them, whose ticks are of other topics, and one that was kept for this note. */
  const arrangedAmongOthers = async (): Promise<{ disk: MemoryDisk; roadmap: string }> => {
    const { disk, roadmap } = await arranged('a note without boxes', 'renamed');
    for (let i = 0; i < 20; i++) {
      const ticks = Array.from({ length: 50 }, (_, at) => `- [x] Lesson ${at} of them 🆔 l-${i}-${at} ✅ 2026-01-15\n`);
      disk.put(`${dataFolder}/gone-${i}.md`, `---\nroadmap: /gone/${i}.yaml\n---\n# Gone\n\n${ticks.join('')}`);
    }
    return { disk, roadmap };
  };
  const see = async (disk: MemoryDisk, roadmap: string): Promise<void> => {
    expect(await look.status?.(disk, roadmap)).toMatchObject({ status: 0 });
  };

  it('are not read as Markdown where they share no word with the roadmap', async () => {
    const { disk, roadmap } = await arrangedAmongOthers();
    const { disk: alone, roadmap: same } = await arranged('a note without boxes', 'renamed');
    // Once, so that modules which are loaded on use are there.
    await see(disk, roadmap);
    const read = (of: MemoryDisk, name: string): Promise<number> =>
      callsOf('formats/progress/read.ts', 'readProgress', () => see(of, name));
    expect(await read(disk, roadmap)).toBe(await read(alone, same));
  });

  it('are opened twice by a lint, for the head and for a search, however many notes it looks at', async () => {
    const { disk, roadmap } = await arrangedAmongOthers();
    for (let i = 0; i < 10; i++) disk.put(`${home}/more/${i}.md`, outline.replace('#', `# ${i}`));
    const opened = async (words: readonly string[]): Promise<number> => {
      disk.calls.length = 0;
      await settled(disk, (context) => lint(context, words, {}));
      return disk.calls.filter((call) => call.startsWith('open ') && call.includes('/gone-')).length;
    };
    expect(await opened([roadmap])).toBe(40);
    expect(await opened([roadmap, `${home}/more`])).toBe(40);
  });
});
