// Faults while ticks are moved: whatever call fails, every tick is in one of the files, and the next run ends what was begun.
import { describe, expect, it } from 'vitest';
import { list } from '../../src/commands/look.ts';
import { type ReconcileOptions, reconcile } from '../../src/commands/reconcile.ts';
import { longNote, longOutline } from '../cli/notes.ts';
import { dataFolder, home, leftovers, type RunResult, ran, reverted, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const note = `${home}/note.md`;
const moved = `${home}/moved/plan.md`;

interface Scene {
  readonly arrange: (disk: MemoryDisk) => Promise<unknown>;
  readonly options: ReconcileOptions;
  /** May be left, and is asked for nothing any more. */
  readonly mayStay?: string;
}

const ticked = async (disk: MemoryDisk, text: string): Promise<void> => {
  disk.put(note, text);
  for (const word of ['1.1', '1.3']) await ran(disk, 'done', [word], { roadmap: note });
  await ran(disk, 'skip', ['1.4'], { roadmap: note });
};
const apply = (disk: MemoryDisk, options: ReconcileOptions): Promise<RunResult> =>
  settled(disk, (context) => reconcile(context, { ...options, apply: true }));
const inNote = { roadmap: note };

const scenes: { readonly [title: string]: Scene } = {
  'from the progress file into the note': {
    arrange: (disk) => ticked(disk, longOutline(5)),
    options: { ...inNote, progress: 'inline' },
  },
  'from the progress file to another': {
    arrange: (disk) => ticked(disk, longOutline(5)),
    options: { ...inNote, progress: `${home}/sync/ticks.md` },
  },
  'out of the note': {
    arrange: (disk) => ticked(disk, longNote(5)),
    options: { ...inNote, progress: `${home}/ticks.md` },
  },
  'from a chosen file into the note': {
    arrange: async (disk) => {
      await ticked(disk, longOutline(5));
      await apply(disk, { ...inNote, progress: `${home}/ticks.md` });
    },
    options: { ...inNote, progress: 'inline' },
    mayStay: `${home}/ticks.md`,
  },
};

/** State, day and title of every topic, as `list` prints them. */
async function states(disk: MemoryDisk, roadmap: string): Promise<string> {
  const { status, out, err } = await settled(disk, (context) => list(context, [], { roadmap, plain: true }));
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

const textsOf = (disk: MemoryDisk): { [path: string]: string | null } =>
  Object.fromEntries(
    disk
      .paths()
      // The summary for a prompt has the name of its roadmap, and is made anew by every change.
      .filter((path) => path.endsWith('.md') && !path.includes('/prompt/'))
      .map((path) => [path, disk.text(path)]),
  );

describe('a call that fails while ticks move', () => {
  it.each(Object.entries(scenes))(
    '%s',
    async (title, { arrange, options, mayStay }) => {
      const arranged = new MemoryDisk();
      arranged.putFolder(`${home}/sync`);
      await arrange(arranged);
      const was = await states(arranged, note);
      const texts = textsOf(arranged);
      const clean = arranged.clone();
      expect(await apply(clean, options)).toMatchObject({ status: 0 });
      expect(await states(clean, note)).toBe(was);
      const after = textsOf(clean);
      const calls = clean.calls.length;

      let [refused, between] = [0, 0];
      for (const errno of ['EIO', 'ENOSPC'])
        for (let call = 1; call <= calls; call++) {
          const disk = arranged.clone();
          disk.fault = { call, errno };
          const answer = await apply(disk, options);
          disk.fault = null;
          disk.dead.add(disk.pid);
          disk.pid++;
          const where = `${errno} at ${disk.calls[call - 1]}: ${answer.err}`;
          expect([0, 5], where).toContain(answer.status);
          expect(await states(disk, note), where).toBe(was);
          const now = JSON.stringify(textsOf(disk));
          if (answer.status === 5) {
            refused++;
            expect(answer.err, where).toMatch(/^istio-roadmap: \/\S+ cannot be (?:read|written): /);
            if (now !== JSON.stringify(texts)) between++;
          }
          // The same once more, and back.
          expect(await apply(disk, options), where).toMatchObject({ status: 0 });
          expect(await states(disk, note), where).toBe(was);
          const stays = mayStay !== undefined && disk.text(mayStay) !== null ? { [mayStay]: disk.text(mayStay) } : {};
          expect(textsOf(disk), where).toEqual({ ...after, ...stays });
          const isDoneBefore = JSON.stringify(textsOf(disk)) === now;
          await reverted(disk, 'undo', inNote);
          // What the second run found half done is found so again.
          const found = isDoneBefore ? texts : JSON.parse(now);
          expect(textsOf(disk), where).toEqual(found);
          expect(
            leftovers(disk).filter((path) => !path.includes('/locks/')),
            where,
          ).toEqual([]);
          expect(await states(disk, note), where).toBe(was);
        }
      expect(refused).toBeGreaterThan(calls / 3);
      console.log(
        `${title}: ${2 * calls} faults, ${refused} refused, ${between} of them between two files; no tick lost`,
      );
    },
    60_000,
  );
});

it('a file that moved takes its ticks along, whatever call fails', async () => {
  const arranged = new MemoryDisk();
  await ticked(arranged, longOutline(5));
  const was = await states(arranged, note);
  arranged.remove(note);
  arranged.put(moved, longOutline(5));
  const texts = textsOf(arranged);
  const clean = arranged.clone();
  await apply(clean, { roadmap: moved });
  for (let call = 1; call <= clean.calls.length; call++) {
    const disk = arranged.clone();
    disk.fault = { call, errno: 'EIO' };
    await apply(disk, { roadmap: moved });
    disk.fault = null;
    disk.dead.add(disk.pid);
    disk.pid++;
    const kept = disk.paths().filter((path) => path.startsWith(dataFolder));
    expect(kept.length, `${disk.calls[call - 1]}`).toBeGreaterThan(0);
    await apply(disk, { roadmap: moved });
    expect(await states(disk, moved), `${disk.calls[call - 1]}`).toBe(was);
    for (let left = 4; left > 0 && JSON.stringify(textsOf(disk)) !== JSON.stringify(texts); left--)
      expect(await reverted(disk, 'undo', { roadmap: moved })).toMatchObject({ status: 0 });
    expect(textsOf(disk)).toEqual(texts);
  }
}, 60_000);
