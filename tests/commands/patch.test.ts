// Tests of the patch: a roadmap whose task lines were changed is what reading the changed note gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/commands/context.ts';
import { type Loaded, load } from '../../src/commands/load.ts';
import { patched } from '../../src/commands/patch.ts';
import type { CalendarDate } from '../../src/dates/calendar-date.ts';
import { statusEdits } from '../../src/formats/markdown/edit.ts';
import { nextTopics } from '../../src/model/next.ts';
import { progressOf } from '../../src/model/progress.ts';
import { type Status, statuses, type Topic } from '../../src/model/roadmap.ts';
import { addressOf, tableOf } from '../../src/model/topic-table.ts';
import { topicsOf } from '../../src/model/tree.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { encode } from '../../src/text/encoding.ts';
import { toSource } from '../../src/text/source.ts';
import { home, settled } from '../support/desk.ts';
import { documents } from '../support/documents.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { note } from '../support/notes.ts';
import { oddNote } from '../support/odd-notes.ts';
import { today } from '../support/roadmaps.ts';
import { newRandom } from '../support/seed.ts';

const path = `${home}/note.md`;
const day = '2026-11-20' as CalendarDate;

async function loaded(bytes: string | Uint8Array, action: (loaded: Loaded, again: Again) => Promise<void>) {
  const disk = new MemoryDisk();
  disk.put(path, bytes);
  const read = async (context: Context): Promise<Loaded> => load(context, { roadmap: path });
  await settled(disk, async (context) => {
    await action(await read(context), async (changed) => {
      disk.put(path, changed);
      return read(context);
    });
    return 0;
  });
}
type Again = (changed: Uint8Array) => Promise<Loaded>;

/** What a patch gives, null where it declines, and what reading the changed note gives. */
async function both(
  before: Loaded,
  again: Again,
  lines: readonly number[],
  to: Status,
): Promise<{ patch: Loaded | null; read: Loaded }> {
  const { source, decoded } = before.note as NonNullable<Loaded['note']>;
  const edits = statusEdits(
    source,
    lines.map((line) => ({ line, to, day })),
    before.own.boxGroups,
  );
  const text = applyEdits(source.text, edits);
  const bytes = encode(text, decoded.encoding, decoded.bom) as Uint8Array;
  return { patch: patched(before, { lines, edits, bytes, source: toSource(text) }), read: await again(bytes) };
}

const topicsIn = ({ roadmap }: Loaded): Topic[] => [...topicsOf(roadmap.children), ...roadmap.projects];

function expectSame(patch: Loaded, read: Loaded): void {
  // Before any object is made, as the answer to a command asks.
  const [patchTable, readTable] = [tableOf(patch.roadmap), tableOf(read.roadmap)];
  expect(patchTable.status).toEqual(readTable.status);
  expect(patchTable.day).toEqual(readTable.day);
  expect(new Map(patchTable.fields)).toEqual(new Map(readTable.fields));
  for (let row = 0; row < readTable.count; row++) expect(addressOf(patchTable, row)).toBe(addressOf(readTable, row));
  expect(progressOf(patch.roadmap)).toEqual(progressOf(read.roadmap));
  expect(nextTopics(patch.roadmap, 3, today)).toEqual(nextTopics(read.roadmap, 3, today));
  expect(topicsIn(patch)).toEqual(topicsIn(read));
  expect(patch.note?.source).toEqual(read.note?.source);
  expect(patch.files.held).toEqual(read.files.held);
}

const inNote = ({ place, repeats }: Topic): boolean => place !== 'none' && !repeats;

describe('a patched roadmap', () => {
  it('is the one that is read from the changed note, or none', async () => {
    const random = newRandom();
    let [tried, same] = [0, 0];
    for (let run = 0; run < 250; run++) {
      await loaded(oddNote(random).bytes, async (before, again) => {
        const candidates = before.progress === null ? topicsIn(before).filter(inNote) : [];
        if (candidates.length === 0) return;
        tried++;
        const lines = candidates.filter(() => random() < 0.3).map(({ line }) => line);
        if (lines.length === 0) lines.push((candidates[0] as Topic).line);
        await loadedAgain(before, again, lines, statuses[Math.floor(random() * 4)] as Status, () => same++);
      });
    }
    // Most notes are such that a patch is enough; where it is none, nothing was compared.
    expect(same / tried).toBeGreaterThan(0.5);
  });

  it('is so for any document', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.nat(), fc.constantFrom(...statuses), async (text, seed, to) => {
        await loaded(text, async (before, again) => {
          const candidates = before.progress === null ? topicsIn(before).filter(inNote) : [];
          const topic = candidates[seed % candidates.length];
          if (topic !== undefined) await loadedAgain(before, again, [topic.line], to, () => {});
        });
      }),
    );
  });
});

async function loadedAgain(
  before: Loaded,
  again: Again,
  lines: readonly number[],
  to: Status,
  onSame: () => void,
): Promise<void> {
  // Objects were made to choose among them; a command that changes makes those of the chosen alone.
  const fresh = await again((before.note as NonNullable<Loaded['note']>).bytes);
  const { patch, read } = await both(fresh, again, lines, to);
  if (patch === null) return;
  expectSame(patch, read);
  onSame();
}

describe('a patch is declined', () => {
  it.each([
    [
      'a box that all bullets of a section get together',
      note('# T', '## 1. A', '- [ ] a', '## 2. B', '- b', '- c'),
      'b',
    ],
    ['a look-alike beside it, which an x makes open', note('- [v] a', '- [ ] b'), 'b'],
    ['a day on a line of its own, which goes', note('- [x] a', '  ✅ 2026-01-01', '- [ ] b'), 'a'],
  ])('for %s', async (_, text, title) => {
    await loaded(text, async (before, again) => {
      const line = topicsIn(before).find((topic) => topic.title === title)?.line as number;
      if (line === undefined) throw new Error(`no topic ${title}`);
      const fresh = await again((before.note as NonNullable<Loaded['note']>).bytes);
      const { patch } = await both(fresh, again, [line], title === 'a' ? 'todo' : 'done');
      expect(patch).toBeNull();
    });
  });

  it('for bytes that say something else on the line than was meant', async () => {
    await loaded(note('# A', '- [ ] a', '- [ ] b'), async (before) => {
      const text = note('# A', '- [x] an', '- [ ] b');
      const bytes = Buffer.from(text);
      expect(patched(before, { lines: [2], edits: [], bytes, source: toSource(text) })).toBeNull();
    });
  });
});
