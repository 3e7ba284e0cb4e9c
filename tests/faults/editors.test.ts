// Editors: a note that is saved by another program while a command runs, between any two calls to the file system.
import { describe, expect, it } from 'vitest';
import { longNote, longOutline } from '../cli/notes.ts';
import { dataFolder, home, leftovers, type RunResult, ran, reverted } from '../support/desk.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const note = `${home}/note.md`;
const inNote = { roadmap: note };
const done = (disk: MemoryDisk): Promise<RunResult> => ran(disk, 'done', ['1.1'], inNote);
const line = 'Написано в редакторе.\n';

/** Each puts one line at the end of what the file holds at that moment. */
const editors: { readonly [title: string]: (disk: MemoryDisk, path: string) => void } = {
  'truncates the file and writes it': (disk, path) => disk.overwrite(path, disk.text(path) + line),
  'writes a new file and renames it over the old one': (disk, path) => disk.put(path, disk.text(path) + line),
};

interface Scene {
  readonly file: string;
  readonly arrange: (disk: MemoryDisk) => Promise<unknown>;
  readonly act: (disk: MemoryDisk) => Promise<RunResult>;
}

async function progressPath(): Promise<string> {
  const disk = new MemoryDisk();
  disk.put(note, longOutline(4));
  await done(disk);
  return disk.paths().find((path) => path.startsWith(dataFolder)) as string;
}

const scenes: { readonly [title: string]: Scene } = {
  'done in a note': { file: note, arrange: async (disk) => disk.put(note, longNote(4)), act: done },
  'done in a progress file': {
    file: await progressPath(),
    arrange: async (disk) => {
      disk.put(note, longOutline(4));
      await ran(disk, 'done', ['1.3'], inNote);
    },
    act: done,
  },
  'undo in a note': {
    file: note,
    arrange: async (disk) => {
      disk.put(note, longNote(4));
      await done(disk);
    },
    act: (disk) => reverted(disk, 'undo', inNote),
  },
};

describe.each(Object.entries(editors))('an editor that %s', (_title, save) => {
  it.each(Object.entries(scenes))('at any moment of %s', async (title, { file, arrange, act }) => {
    const arranged = new MemoryDisk();
    await arrange(arranged);
    const before = arranged.text(file) as string;
    const clean = arranged.clone();
    expect(await act(clean)).toMatchObject({ status: 0 });
    const after = clean.text(file) as string;
    // The file is opened for the last time, read, its real path is asked for once more, and it is replaced.
    const rename = clean.calls.lastIndexOf(`rename ${file}`) + 1;
    const lastLook = clean.calls.lastIndexOf(`open ${file}`, rename - 1) + 1;
    expect(rename - lastLook).toBe(6);

    const found = { both: 0, refused: 0, gap: 0 };
    for (let call = 1; call <= clean.calls.length; call++) {
      const disk = arranged.clone();
      disk.before = () => {
        if (disk.calls.length === call) save(disk, file);
      };
      const { status, err } = await act(disk);
      disk.before = () => {};
      const now = disk.text(file);
      const where = `saved before ${clean.calls[call - 1]}: ${status} ${err}`;
      expect(leftovers(disk), where).toEqual([]);
      if (now === after) {
        // The one gap that is documented: after the last look, before the rename.
        expect(lastLook < call && call <= rename, where).toBe(true);
        found.gap++;
      } else if (status === 0) {
        expect(now, where).toBe(after + line);
        found.both++;
      } else {
        expect([status, err], where).toEqual([5, expect.stringContaining('changed by another program')]);
        expect(now, where).toBe(before + line);
        found.refused++;
        // Nothing was lost: the same once more goes through.
        expect(await act(disk), where).toMatchObject({ status: 0 });
        expect(disk.text(file), where).toBe(after + line);
      }
    }
    console.log(
      `${title}: an editor saved at ${clean.calls.length} moments; ${found.both} times both changes are there, ` +
        `${found.refused} times exit 5, ${found.gap} in the gap between the last look and the rename`,
    );
    expect(found.gap).toBeLessThanOrEqual(6);
  });
});

describe('an editor caught between truncating and writing', () => {
  it.each(['', longNote(4).slice(0, 12)])('%j: nothing is written over what it is about to write', async (torn) => {
    const clean = new MemoryDisk();
    clean.put(note, longNote(4));
    await done(clean);
    const firstRead = clean.calls.indexOf(`read ${note}`) + 1;
    const rename = clean.calls.lastIndexOf(`rename ${note}`) + 1;
    const lastRead = clean.calls.indexOf(`read ${note}`, clean.calls.lastIndexOf(`open ${note}`, rename - 1)) + 1;
    for (let call = 1; call <= lastRead; call++) {
      const disk = new MemoryDisk();
      disk.put(note, longNote(4));
      disk.before = () => {
        if (disk.calls.length === call) disk.overwrite(note, torn);
      };
      const { status, err } = await done(disk);
      const where = `torn before ${clean.calls[call - 1]}: ${status} ${err}`;
      // What is torn from the start is judged as it is; what was whole has been changed meanwhile.
      if (call <= firstRead) expect([3, 4], where).toContain(status);
      else expect([status, err], where).toEqual([5, expect.stringContaining('changed by another program')]);
      expect(disk.text(note), where).toBe(torn);
      expect(leftovers(disk), where).toEqual([]);
    }
  });

  it('in the middle of a character: the ticks of a note do not move to a progress file for it', async () => {
    const whole = Buffer.from(longNote(40));
    // Cut within a letter, it is no UTF-8 any more; a few such bytes do not make it another encoding, one without ✅ (FORMATS B6).
    const torn = whole.subarray(0, whole.length - 20);
    expect(torn.toString('utf8')).toContain('\ufffd');
    const disk = new MemoryDisk();
    disk.put(note, torn);
    disk.before = (call) => {
      if (call.startsWith('link ')) disk.overwrite(note, whole);
    };
    const { status, err } = await done(disk);
    disk.before = () => {};
    // Decided anew on what the editor wrote.
    expect([status, err]).toEqual([0, '']);
    expect(disk.text(note)?.replace(/\[x\](.*) ✅ \d{4}-\d\d-\d\d/, '[ ]$1')).toBe(whole.toString('utf8'));
    expect(disk.paths().filter((path) => path.startsWith(dataFolder))).toEqual([]);
  });
});

describe('what was chosen first is what is ticked, or nothing (FORMATS A4)', () => {
  const above: { readonly [title: string]: (text: string) => string } = {
    'a line above': (text) => text.replace('- [ ] Alpha', '- [ ] New\n- [ ] Alpha'),
    'a section above': (text) => `# T\n\n## Zero\n\n- [ ] Nil\n\n${text.replace(/^# T\n+/, '')}`,
    'a tick elsewhere': (text) => text.replace('- [ ] Gamma', '- [x] Gamma'),
  };
  const text = '# T\n\n## One\n\n- [ ] Alpha\n- [ ] Beta\n- [ ] Gamma\n\n## Two\n\n- [ ] Delta\n';

  /** Saves once, just before the file is read under the lock. */
  async function during(before: string, words: readonly string[], save: (text: string) => string) {
    const clean = new MemoryDisk();
    clean.put(note, before);
    await ran(clean, 'done', words, inNote);
    const locked = clean.calls.findIndex((call) => call.includes('/locks/'));
    const disk = new MemoryDisk();
    disk.put(note, before);
    disk.before = () => {
      if (disk.calls.length === locked + 1) disk.overwrite(note, save(disk.text(note) as string));
    };
    const answer = await ran(disk, 'done', words, inNote);
    disk.before = () => {};
    return { ...answer, text: disk.text(note) as string };
  }

  it.each(Object.entries(above))('%s', async (_, save) => {
    const { status, text: now, out } = await during(text, ['1.2'], save);
    expect({ status, now, out }).toMatchObject({
      status: 0,
      now: save(text).replace('[ ] Beta', '[x] Beta ✅ 2026-11-20'),
    });
    expect(out).toContain('Beta');
  });

  it('of a section, the topics that were there when it was named', async () => {
    const { text: now } = await during(text, ['1'], above['a line above'] as (text: string) => string);
    expect(now.match(/^- \[.\] \S+/gm)).toEqual([
      '- [ ] New',
      '- [x] Alpha',
      '- [x] Beta',
      '- [x] Gamma',
      '- [ ] Delta',
    ]);
  });

  it.each<[string, string, readonly string[], (text: string) => string]>([
    ['its title was edited', text, ['1.2'], (now) => now.replace('Beta', 'Better')],
    ['it is gone', text, ['1.2'], (now) => now.replace('- [ ] Beta\n', '')],
    [
      'an equal line was added',
      '# T\n\n- [ ] A\n- [ ] A\n',
      ['2'],
      (now) => now.replace('# T\n\n', '# T\n\n- [ ] A\n'),
    ],
    ['an equal line is gone', '# T\n\n- [ ] A\n- [ ] A\n- [ ] A\n', ['2'], (now) => now.replace('- [ ] A\n', '')],
    [
      'equal lines changed their order',
      '# T\n\n- [x] A ✅ 2026-11-01\n- [ ] A\n',
      ['2'],
      () => '# T\n\n- [ ] A\n- [x] A ✅ 2026-11-01\n',
    ],
    [
      'an equal section was added',
      '# T\n\n## S\n\n- [ ] A\n\n## S\n\n- [ ] A\n',
      ['2.1'],
      (now) => now.replace('# T\n', '# T\n\n## S\n\n- [ ] Z\n'),
    ],
  ])('is not guessed when %s: nothing is written, exit 5', async (_, before, words, save) => {
    const { status, text: now, err } = await during(before, words, save);
    expect({ status, now }).toEqual({ status: 5, now: save(before) });
    expect(err).toContain('changed');
  });

  it('equal lines are no reason to refuse while they stay as they were', async () => {
    const equal = '# T\n\n- [ ] A\n- [ ] A\n- [ ] B\n';
    const { status, text: now } = await during(equal, ['2'], (one) => one.replace('# T\n', '# T\n\nWords.\n'));
    expect({ status, now }).toEqual({
      status: 0,
      now: '# T\n\nWords.\n\n- [ ] A\n- [x] A ✅ 2026-11-20\n- [ ] B\n',
    });
  });
});
