// Read-back: what a disk gives back of a new file is compared with what was meant, before anything is replaced.
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/commands/lint.ts';
import { reconcile } from '../../src/commands/reconcile.ts';
import { encode } from '../../src/text/encoding.ts';
import { longNote, longOutline } from '../cli/notes.ts';
import { dataFolder, home, journalPath, leftovers, type RunResult, ran, reverted, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const note = `${home}/note.md`;
const options = { roadmap: note };

const done =
  (...words: string[]) =>
  (disk: MemoryDisk) =>
    ran(disk, 'done', words, options);
const undo = (disk: MemoryDisk) => reverted(disk, 'undo', options);
const intoNote = (disk: MemoryDisk) =>
  settled(disk, (context) => reconcile(context, { ...options, progress: 'inline', apply: true }));
const fixed = (disk: MemoryDisk) => settled(disk, (context) => lint(context, [note], { fix: true }));

interface Scene {
  readonly text: string | Uint8Array;
  readonly before?: readonly ((disk: MemoryDisk) => Promise<RunResult>)[];
  readonly act: (disk: MemoryDisk) => Promise<RunResult>;
}

const wide = encode(longNote(3).replaceAll('\n', '\r\n'), 'utf-16le', true) as Uint8Array;
const scenes: { readonly [title: string]: Scene } = {
  'done in a note': { text: longNote(3), act: done('1.2') },
  'done of a whole section': { text: longNote(3), act: done('1') },
  'start in a note': { text: longNote(3), act: (disk) => ran(disk, 'start', ['1.3'], options) },
  'reopen in a note': {
    ...{ text: longNote(3), before: [done('1.2')], act: (disk) => ran(disk, 'reopen', ['1.2'], options) },
  },
  'done in UTF-16 with CRLF': { text: wide, act: done('1.2') },
  'the first tick of a progress file': { text: longOutline(3), act: done('1.2') },
  'a later tick of a progress file': { text: longOutline(3), before: [done('1.1')], act: done('1.2') },
  'undo in a note': { text: longNote(3), before: [done('1.2')], act: undo },
  'undo in a progress file': { text: longOutline(3), before: [done('1.1'), done('1.2')], act: undo },
  'redo in a note': {
    ...{ text: longNote(3), before: [done('1.2'), undo], act: (disk) => reverted(disk, 'redo', options) },
  },
  'a move of the ticks into the note': { text: longOutline(3), before: [done('1.1')], act: intoNote },
  'a repair by lint': { text: '# Notes\n\n- [X] One\n- [ ] Two\n', act: fixed },
};

/** What is wrong with the new file: as it is written, or as it is given back. */
type Spoiling = { readonly on: 'write' | 'read'; readonly spoil: (bytes: Uint8Array) => Uint8Array };

const flipped = (at: (length: number) => number) => (bytes: Uint8Array) =>
  bytes.map((byte, index) => (index === at(bytes.length) ? byte ^ 1 : byte));
const spoilings: { readonly [title: string]: Spoiling } = {
  'a bit of its first byte': { on: 'write', spoil: flipped(() => 0) },
  'a bit in its middle': { on: 'write', spoil: flipped((length) => length >> 1) },
  'a bit of its last byte': { on: 'write', spoil: flipped((length) => length - 1) },
  'a hole of zeros': { on: 'write', spoil: (bytes) => bytes.map((byte, index) => (index % 64 < 8 ? 0 : byte)) },
  'a bit of what is given back': { on: 'read', spoil: flipped((length) => length >> 1) },
  'nothing but zeros given back': { on: 'read', spoil: (bytes) => bytes.map(() => 0) },
};

/** Spoils the new files beside notes and progress files; what is remembered elsewhere has other guards. */
function spoil(disk: MemoryDisk, { on, spoil: wrong }: Spoiling): () => number {
  const handles = new Set<number>();
  const [open, read, write] = [disk.open.bind(disk), disk.read.bind(disk), disk.write.bind(disk)];
  let count = 0;
  disk.open = (path, intent, mode) => {
    const handle = open(path, intent, mode);
    const isNew = intent === 'create' && [home, dataFolder].includes(path.slice(0, path.lastIndexOf('/')));
    handles[isNew ? 'add' : 'delete'](handle);
    return handle;
  };
  disk.write = (handle, bytes, offset) => {
    if (on !== 'write' || !handles.has(handle)) return write(handle, bytes, offset);
    count++;
    const piece = wrong(bytes.slice(offset));
    return write(handle, piece, 0);
  };
  disk.read = (handle, into, offset, position) => {
    const got = read(handle, into, offset, position);
    if (on !== 'read' || !handles.has(handle) || got === 0) return got;
    count++;
    into.set(wrong(into.slice(offset, offset + got)), offset);
    return got;
  };
  return () => count;
}

async function arranged({ text, before = [] }: Scene): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  disk.put(note, text);
  for (const step of before) expect(await step(disk)).toMatchObject({ status: 0 });
  return disk;
}

const contents = (disk: MemoryDisk) => disk.paths().map((path) => [path, disk.text(path)]);

describe('a new file that the disk gives back otherwise than it was meant is refused', () => {
  it.each(
    Object.entries(scenes).flatMap(([title, scene]) =>
      Object.entries(spoilings).map(([name, spoiling]) => [title, name, scene, spoiling] as const),
    ),
  )('%s: %s', async (_title, _name, scene, spoiling) => {
    const disk = await arranged(scene);
    const journal = disk.text(journalPath);
    const before = contents(disk.clone());
    const untouched = disk.clone();
    const count = spoil(disk, spoiling);
    const answer = await scene.act(disk);
    expect(count(), 'the scene writes a file').toBeGreaterThan(0);
    expect(answer).toMatchObject({ status: 5, out: '', err: expect.stringContaining(' cannot be written: ') });
    expect(contents(disk)).toEqual(before);
    expect(disk.text(journalPath), 'nothing is journalled that did not happen').toBe(journal);
    expect([leftovers(disk), disk.openHandles]).toEqual([[], 0]);
    // On a disk that keeps what it is given the same goes through.
    expect(await scene.act(untouched)).toMatchObject({ status: 0 });
    expect(contents(untouched)).not.toEqual(before);
  });

  it('whichever byte it is', async () => {
    const { length } = new TextEncoder().encode(longNote(3));
    for (let at = 0; at < length; at++) {
      const disk = await arranged(scenes['done in a note'] as Scene);
      spoil(disk, { on: 'write', spoil: flipped(() => at) });
      expect(await done('1.2')(disk), `byte ${at}`).toMatchObject({ status: 5, out: '' });
      expect(disk.text(note), `byte ${at}`).toBe(longNote(3));
    }
  });
});
