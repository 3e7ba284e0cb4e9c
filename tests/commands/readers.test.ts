// Readers of a run: a format is chosen once, its reader loaded once, and a text is read again without waiting.
import { describe, expect, it } from 'vitest';
import type { CommonOptions, Context } from '../../src/commands/context.ts';
import { decideAnew, type Loaded, load, readAgain } from '../../src/commands/load.ts';
import { Readers } from '../../src/commands/readers.ts';
import type { Format, Parser, Parsing } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/registry.ts';
import { Readings } from '../../src/store/readings.ts';
import { toSource } from '../../src/text/source.ts';
import { home, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { shapeOf } from '../support/notes.ts';
import { isShoppingList, readShoppingList } from '../support/shopping-list.ts';

const path = `${home}/week.txt`;
const options: CommonOptions = { roadmap: path };

/** Loads the file with one more dialect among the formats, and counts what its reader is asked. */
async function loading(
  text: string,
  action: (loaded: Loaded, context: Context, disk: MemoryDisk) => void,
): Promise<{ loads: number; reads: number }> {
  const counts = { loads: 0, reads: 0 };
  const shopping: Format = {
    ...{ name: 'shopping', extensions: ['txt'], matches: isShoppingList, canHoldTicks: false },
    load: async () => {
      counts.loads++;
      return (input) => {
        counts.reads++;
        return readShoppingList(input);
      };
    },
  };
  const disk = new MemoryDisk();
  disk.put(path, text);
  await settled(disk, async (context) => {
    const readings = new Readings(context.disk, context.places.cache, context.build);
    const readers = new Readers(readings, [shopping, ...formats]);
    action(await load(context, options, { withIds: true }, null, readers), context, disk);
    return 0;
  });
  return counts;
}

describe('a dialect that was added', () => {
  it('is loaded once, read once, and keeps its ticks in a progress file', async () => {
    const counts = await loading('BREAD\n+ rye\n= wheat\n', ({ roadmap, progress, own }) => {
      expect(own.format).toBe('shopping');
      expect(shapeOf(roadmap)).toEqual(['1 bread', '  1.1 [ ] rye', '  1.2 [x] wheat']);
      expect(progress).not.toBeNull();
    });
    expect(counts).toEqual({ loads: 1, reads: 1 });
  });

  it('is read again without waiting: another text, and the file under a lock', async () => {
    const counts = await loading('BREAD\n+ rye\n', (loaded, context, disk) => {
      expect(shapeOf(readAgain(loaded, 'MILK\n+ oat\n'))).toEqual(['1 milk', '  1.1 [ ] oat']);
      disk.overwrite(path, 'BREAD\n+ rye\n+ wheat\n');
      expect(shapeOf(decideAnew(context, options, loaded, ({ roadmap }) => roadmap))).toHaveLength(3);
    });
    expect(counts).toEqual({ loads: 1, reads: 3 });
  });

  it('that became another format meanwhile is a change of the file', async () => {
    await loading('BREAD\n+ rye\n', (loaded, context, disk) => {
      disk.overwrite(path, 'x 2026-03-01 Bread +week\n');
      expect(() => decideAnew(context, options, loaded, ({ roadmap }) => roadmap)).toThrow(
        expect.objectContaining({ code: 'changed' }),
      );
      expect(() => readAgain(loaded, '# Week\n')).toThrow(expect.objectContaining({ code: 'changed' }));
    });
  });
});

describe('a parser of several steps', () => {
  const plan = `${home}/plan.yaml`;
  const yaml = formats.find(({ name }) => name === 'yaml') as Format;
  const text = (title: string): string => `title: ${title}\ntopics: [Dig, Rake]\n`;

  /** Counts the steps that are loaded for one text after another, and whether each can then be read without waiting. */
  async function stepsFor(...texts: readonly string[]): Promise<number[]> {
    const counts: number[] = [];
    await settled(new MemoryDisk(), async (context) => {
      let loads = 0;
      const counted: Format = {
        ...yaml,
        parsing: (of) => {
          const parsing = yaml.parsing?.(of) as Parsing;
          const { name, steps } = parsing.parser;
          const counting = steps.map((step) => () => {
            loads++;
            return step();
          });
          parser ??= { name, steps: counting };
          return { ...parsing, parser };
        },
      };
      let parser: Parser | undefined;
      const readers = new Readers(new Readings(context.disk, context.places.cache, context.build), [counted]);
      for (const one of texts) {
        await readers.prepare(readers.choose(toSource(one), plan));
        expect(readers.read(readers.choose(toSource(one), plan))).not.toBeNull();
        counts.push(loads);
      }
      return 0;
    });
    return counts;
  }

  it('loads the next one only for what the first leaves to it, and each once', async () => {
    expect(await stepsFor(text('Garden'), text('Yard'))).toEqual([1, 1]);
    expect(await stepsFor(text('Garden'), text('&a Garden'), text('&a Yard'), text('Beds'))).toEqual([1, 2, 2, 2]);
  });

  it('and a file that has become one for the next step under a lock is a change of it', async () => {
    const disk = new MemoryDisk();
    disk.put(plan, text('Garden'));
    await settled(disk, async (context) => {
      const chosen = { roadmap: plan };
      const loaded = await load(context, chosen);
      const title = (): unknown => decideAnew(context, chosen, loaded, ({ roadmap }) => roadmap.title);
      disk.overwrite(plan, text('Yard'));
      expect(title()).toBe('Yard');
      disk.overwrite(plan, text('&a Beds'));
      expect(title).toThrow(expect.objectContaining({ code: 'changed' }));
      return 0;
    });
  });

  it('leaves what is wrong to the last step', async () => {
    const disk = new MemoryDisk();
    disk.put(plan, 'title: a: b\ntopics: [c\n');
    await settled(disk, async (context) => {
      await expect(load(context, { roadmap: plan })).rejects.toMatchObject({ code: 'bad-roadmap' });
      return 0;
    });
  });
});
