// Pick: what is marked on the screen is one change of the files, decided anew where somebody was quicker.
import { describe, expect, it } from 'vitest';
import type { ChangeOptions } from '../../src/commands/change.ts';
import { pick } from '../../src/commands/pick.ts';
import { dataFolder, home, journalPath, leftovers, type RunResult, ran, reverted, settled } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';
import { scripted } from '../support/scripted-screen.ts';

const note = `${home}/note.md`;
const inNote = { roadmap: 'note.md' };
const text = `# Garden

## 1. Soil

- [x] 1.1 Digging ✅ 2026-11-01
- [ ] 1.2 Sieving
- [-] 1.3 Mulch
- [ ] 1.4 Watering 🔁 every week

## Projects

| Level | Name | Description | Technologies | Success criterion | Links |
|---|---|---|---|---|---|
| Junior | Pond | fish | Spade | holds | - |
| Middle | Hut | shade | Saw | stands | - |
`;

function diskWith(content: string): MemoryDisk {
  const disk = new MemoryDisk();
  disk.put(note, content);
  return disk;
}

const read = (disk: MemoryDisk, path = note): string => disk.text(path) ?? '';

async function picked(
  disk: MemoryDisk,
  keys: readonly (string | (() => void))[],
  { words = [], ...options }: ChangeOptions & { readonly words?: readonly string[] } = {},
): Promise<RunResult & { readonly shown: readonly string[] }> {
  const script = scripted(keys);
  const result = await settled(disk, (context) => pick(script.on(context), words, { ...inNote, ...options }));
  return { ...result, shown: script.shown };
}

const entries = (disk: MemoryDisk): { command: string[]; step?: string; changes: { to: string }[] }[] =>
  read(disk, journalPath)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('what is marked', () => {
  it('is one change with several states, and one undo takes it back', async () => {
    const disk = diskWith(text);
    const result = await picked(disk, ['g', 'j', 'r', 'j', ' ', 'j', 's', 'enter', 'enter']);
    expect(result).toMatchObject({ status: 0, err: '' });
    expect(read(disk)).toBe(
      text
        .replace('[x] 1.1 Digging ✅ 2026-11-01', '[ ] 1.1 Digging')
        .replace('[ ] 1.2 Sieving', '[x] 1.2 Sieving ✅ 2026-11-20')
        .replace('[-] 1.3', '[/] 1.3'),
    );
    expect(entries(disk).map(({ command, changes }) => [command, changes.map(({ to }) => to)])).toEqual([
      [['pick'], ['todo', 'done', 'doing']],
    ]);
    expect(result.shown.at(-1)).toMatch(
      /3 changes[\s\S]*this takes away 1 date: 2026-11-01[\s\S]*\+ - \[x\] 1\.2 Sieving/,
    );
    expect(result.out).toMatch(/1\.1[\s\S]*1\.2[\s\S]*1\.3[\s\S]*date taken away: 2026-11-01/);
    await reverted(disk, 'undo', inNote);
    expect(read(disk)).toBe(text);
    expect(leftovers(disk)).toEqual([]);
  });

  it('in a note and in its table is one step of two files', async () => {
    const disk = diskWith(text);
    const result = await picked(disk, ['g', 'j', 'j', ' ', 'G', ' ', 'enter', 'enter']);
    expect(result).toMatchObject({ status: 0, err: '' });
    const all = entries(disk);
    expect(all).toHaveLength(2);
    expect(new Set(all.map(({ step }) => step)).size).toBe(1);
    expect(read(disk)).toContain('- [x] 1.2 Sieving ✅ 2026-11-20');
    const [progress = ''] = disk.paths().filter((path) => path.startsWith(`${dataFolder}/`));
    expect(read(disk, progress)).toMatch(/^- \[x\] P2 Hut .* ✅ 2026-11-20$/m);
    await reverted(disk, 'undo', inNote);
    expect(read(disk)).toBe(text);
    expect(disk.paths().filter((path) => path.startsWith(`${dataFolder}/`) && path.endsWith('.md'))).toEqual([]);
  });

  it.each<[string, ChangeOptions, string]>([
    ['--on', { on: '2026-11-03' }, '- [x] 1.2 Sieving ✅ 2026-11-03'],
    ['today', {}, '- [x] 1.2 Sieving ✅ 2026-11-20'],
  ])('has the day: %s', async (_, options, line) => {
    const disk = diskWith(text);
    await picked(disk, ['g', 'j', 'j', ' ', 'enter', 'enter'], options);
    expect(read(disk)).toContain(line);
  });

  it('of a section is what the command would tick: not what is skipped, nor what repeats', async () => {
    const disk = diskWith(text);
    await picked(disk, ['g', ' ', 'enter', 'enter']);
    const other = diskWith(text);
    await ran(other, 'done', ['1'], inNote);
    expect(read(disk)).toBe(read(other));
  });

  it('of a part of the roadmap is a change of the whole', async () => {
    const disk = diskWith(text);
    const { shown } = await picked(disk, [' ', 'enter', 'enter'], { words: ['1.2'] });
    expect(shown[0]).not.toMatch(/Pond|Digging/);
    expect(read(disk)).toContain('- [x] 1.2 Sieving ✅ 2026-11-20');
  });

  it('goes to another file with --progress, with the ticks that are there already', async () => {
    const disk = diskWith('# Garden\n\n- Digging\n- Sieving\n');
    await picked(disk, ['g', ' ', 'enter', 'enter']);
    const result = await picked(disk, ['G', ' ', 'enter', 'enter'], { progress: 'ticks.md' });
    expect(result.status).toBe(0);
    expect(result.shown.at(-1)).toContain('ticks.md');
    expect(read(disk, `${home}/ticks.md`)).toMatch(/Digging[\s\S]*Sieving/);
  });
});

describe('nothing is written', () => {
  it.each<[string, (string | (() => void))[], ChangeOptions]>([
    ['left without marks', ['q'], {}],
    ['left with marks', ['g', 'j', 'j', ' ', 'q', 'q'], {}],
    ['by a dry run', ['g', 'j', 'j', ' ', 'enter', 'enter'], { dryRun: true }],
    ['after the review was left', ['g', 'j', 'j', ' ', 'enter', 'escape', 'u', 'q'], {}],
    ['after the keys were shown', ['?', 'escape', 'q'], {}],
  ])('%s', async (_, keys, options) => {
    const disk = diskWith(text);
    expect((await picked(disk, keys, options)).status).toBe(0);
    expect(read(disk)).toBe(text);
    expect(disk.paths()).not.toContain(journalPath);
  });

  it.each<[string, string, number, RegExp]>([
    ['a conflict', '# Garden\n\n<<<<<<< a\n- [ ] One\n=======\n- [x] One\n>>>>>>> b\n', 5, /conflict/],
    ['no topics', '# Garden\n\nOnly words.\n', 0, /^$/],
  ])('where there is %s, and no screen is taken', async (_, content, status, sentence) => {
    const result = await picked(diskWith(content), []);
    expect(result.status).toBe(status);
    expect(result.err).toMatch(sentence);
    expect(result.shown).toEqual([]);
  });

  it('for a day to come', async () => {
    expect((await picked(diskWith(text), [], { on: '2026-11-21' })).status).toBe(2);
  });
});

describe('when somebody was quicker', () => {
  const edit = (disk: MemoryDisk, from: string, to: string) => () => disk.put(note, read(disk).replace(from, to));

  it('a line above makes no mark fall on its neighbour', async () => {
    const disk = diskWith(text);
    await picked(disk, ['g', 'j', 'j', ' ', 'enter', edit(disk, '- [x] 1.1', '- [ ] 1.0 Fencing\n- [x] 1.1'), 'enter']);
    expect(read(disk)).toMatch(/- \[ \] 1\.0 Fencing\n.*\n- \[x\] 1\.2 Sieving ✅ 2026-11-20/);
  });

  it('what is so by now is passed over', async () => {
    const disk = diskWith(text);
    const done = edit(disk, '[ ] 1.2 Sieving', '[x] 1.2 Sieving ✅ 2026-11-19');
    const result = await picked(disk, ['g', 'j', 'j', ' ', 'enter', done, 'enter']);
    expect(result).toMatchObject({ status: 0, out: expect.stringContaining('nothing would change') });
    expect(read(disk)).toContain('1.2 Sieving ✅ 2026-11-19');
  });

  it('what was skipped since stays skipped', async () => {
    const disk = diskWith(text);
    const skip = edit(disk, '[ ] 1.2 Sieving', '[-] 1.2 Sieving');
    await picked(disk, ['g', 'j', 'j', ' ', 'enter', skip, 'enter']);
    expect(read(disk)).toContain('[-] 1.2 Sieving\n');
  });

  it('a topic that is gone is a refusal, and nothing is lost', async () => {
    const disk = diskWith(text);
    const result = await picked(disk, ['g', 'j', 'j', ' ', 'enter', edit(disk, '- [ ] 1.2 Sieving\n', ''), 'enter']);
    expect(result.status).toBe(5);
    expect(read(disk)).toBe(text.replace('- [ ] 1.2 Sieving\n', ''));
  });
});
