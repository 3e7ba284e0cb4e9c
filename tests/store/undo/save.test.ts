// Шлюз, Маршруты: "gateway, routes", tasks; Новая строка: "a new line" that an editor adds.

import { describe, expect, it } from 'vitest';
import { isUserError } from '../../../src/errors.ts';
import { readJournal } from '../../../src/store/undo/journal.ts';
import { redoChange, type SaveRequest, saveChange, undoChange } from '../../../src/store/undo/save.ts';
import { type EncodingName, encode } from '../../../src/text/encoding.ts';
import { type Fault, MemoryDisk } from '../../support/memory-files.ts';

const note = '/home/me/note.md';
const state = { path: '/home/me/.local/state/istio-roadmap', home: '/home/me', variable: 'XDG_STATE_HOME' };
const journal = `${state.path}/journal.jsonl`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const old = '# Istio\r\n\r\n- [ ] Шлюз\r\n- [ ] Маршруты';
const done = '# Istio\r\n\r\n- [x] Шлюз ✅ 2026-11-20\r\n- [ ] Маршруты';

const by = { command: ['done', '1'], day: '2026-11-20', variable: null };
const change = {
  address: '1',
  id: 'gate',
  title: 'Шлюз',
  from: 'todo',
  to: 'done',
  completedOn: '2026-11-20',
} as const;
const tick = (text: string, title: string) => [
  { span: { start: text.indexOf(`[ ] ${title}`) + 1, end: text.indexOf(`[ ] ${title}`) + 2 }, text: 'x' },
  {
    span: { start: text.indexOf(title) + title.length, end: text.indexOf(title) + title.length },
    text: ' ✅ 2026-11-20',
  },
];
const request = (more: Partial<SaveRequest> = {}): SaveRequest => ({
  ...by,
  ...{ path: note, basis: utf8(old), edits: tick(old, 'Шлюз'), changes: [change], ...more },
});

function newDisk(text: string | Uint8Array = old): MemoryDisk {
  const disk = new MemoryDisk();
  disk.put(note, text);
  return disk;
}

function refusal(action: () => unknown): { code?: string; [key: string]: unknown } {
  try {
    action();
  } catch (error) {
    if (isUserError(error)) return { code: error.code, ...error.args };
    throw error;
  }
  return {};
}

/** Another program changes the file between the rename and what comes before it. */
function editAtLastMoment(disk: MemoryDisk, text: string): void {
  disk.before = (call) => {
    if (!call.startsWith('fsync') || !call.endsWith('journal.jsonl')) return;
    disk.before = () => {};
    disk.put(note, text);
  };
}

describe('saving', () => {
  it('changes only what the edits say, and returns what the disk holds', () => {
    const disk = newDisk();
    const saved = saveChange(disk, state, request());
    expect(saved).toMatchObject({ outcome: 'saved', source: { text: done } });
    expect(disk.text(note)).toBe(done);
    expect(disk.paths()).toEqual([journal, note]);
    expect(disk.openHandles).toBe(0);
  });

  it('writes nothing at all for no edits, not even the journal', () => {
    const disk = newDisk();
    expect(saveChange(disk, state, request({ edits: [] }))).toEqual({ outcome: 'unchanged' });
    expect(disk.calls).toEqual([]);
  });

  it('journals what undo needs, under the real path', () => {
    const disk = new MemoryDisk();
    disk.put('/vault/note.md', old);
    disk.putLink(note, '/vault/note.md');
    saveChange(disk, state, request());
    expect(readJournal(disk, state)).toMatchObject([
      {
        kind: 'change',
        file: '/vault/note.md',
        created: false,
        at: '2026-11-20',
        command: ['done', '1'],
        changes: [change],
      },
    ]);
  });

  it.each<[string, (disk: MemoryDisk) => void, Partial<SaveRequest>]>([
    ['was edited', (disk) => disk.put(note, `${old}!`), {}],
    ['was removed', (disk) => disk.remove(note), {}],
    ['has appeared', () => {}, { basis: null, edits: [{ span: { start: 0, end: 0 }, text: 'new' }] }],
    ['is edited at the last moment', (disk) => editAtLastMoment(disk, 'theirs'), {}],
  ])('is stale when the file %s, and leaves it alone', (_title, meanwhile, more) => {
    const disk = newDisk();
    meanwhile(disk);
    expect(saveChange(disk, state, request(more))).toEqual({ outcome: 'stale' });
    expect(disk.text(note) ?? '').not.toContain('✅');
    expect(disk.paths().filter((path) => path !== note && path !== journal)).toEqual([]);
  });

  it('decides anew under the lock when the file has changed, and may find nothing to do', () => {
    const disk = newDisk(`${old}!`);
    const again = () => {
      const text = disk.text(note) as string;
      return request({ basis: utf8(text), edits: text.includes('[x]') ? [] : tick(text, 'Шлюз') });
    };
    expect(saveChange(disk, state, request(), {}, again)).toMatchObject({
      outcome: 'saved',
      source: { text: `${done}!` },
    });
    expect(saveChange(disk, state, request(), {}, again)).toEqual({ outcome: 'unchanged' });
    expect(saveChange(disk, state, request(), {}, () => request())).toEqual({ outcome: 'stale' });
    expect(readJournal(disk, state)).toHaveLength(1);
  });

  it('voids the journal entry of a change that came too late', () => {
    const disk = newDisk();
    editAtLastMoment(disk, 'theirs');
    saveChange(disk, state, request());
    expect(readJournal(disk, state).map(({ kind }) => kind)).toEqual(['change', 'void']);
    expect(refusal(() => undoChange(disk, state, { path: note, ...by })).code).toBe('nothing-to-undo');
  });

  it.each<[EncodingName, boolean]>([
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', false],
  ])('keeps %s (byte order mark: %s)', (encoding, bom) => {
    const disk = newDisk(encode(old, encoding, bom) as Uint8Array);
    const basis = encode(old, encoding, bom);
    expect(saveChange(disk, state, request({ basis }))).toMatchObject({
      source: { text: done },
      bytes: encode(done, encoding, bom),
    });
  });

  it('refuses what the encoding of the file cannot express', () => {
    const basis = encode(old, 'windows-1251', false) as Uint8Array;
    const disk = newDisk(basis);
    expect(refusal(() => saveChange(disk, state, request({ basis, encoding: 'windows-1251' })))).toEqual({
      code: 'unwritable',
      file: note,
      cause: 'inexact-encoding',
      variable: null,
    });
    expect(disk.paths()).toEqual([note]);
  });

  it('refuses a damaged file, which could not be written back as it was', () => {
    const basis = Uint8Array.from([...utf8(old), 0xff]);
    const disk = newDisk(basis);
    expect(refusal(() => saveChange(disk, state, request({ basis })))).toMatchObject({ cause: 'inexact-encoding' });
  });

  it('makes a progress file with its folders', () => {
    const disk = new MemoryDisk();
    disk.putFolder('/home/me');
    const path = '/home/me/.local/share/istio-roadmap/istio.md';
    const edits = [{ span: { start: 0, end: 0 }, text: '- [x] 1 Шлюз\n' }];
    expect(saveChange(disk, state, request({ path, basis: null, edits }))).toMatchObject({
      source: { text: '- [x] 1 Шлюз\n' },
    });
    expect(readJournal(disk, state)).toMatchObject([{ created: true, before: null }]);
  });

  it('refuses without HOME, with the variable to set, and leaves the file', () => {
    const disk = newDisk();
    const nowhere = { path: null, home: null, variable: 'XDG_STATE_HOME' };
    expect(refusal(() => saveChange(disk, nowhere, request()))).toMatchObject({
      cause: 'no-home',
      variable: 'XDG_STATE_HOME',
    });
    expect(disk.text(note)).toBe(old);
  });
});

describe('undo and redo', () => {
  const second = tick(done, 'Маршруты');

  function twice(): MemoryDisk {
    const disk = newDisk();
    saveChange(disk, state, request());
    saveChange(disk, state, request({ basis: utf8(done), edits: second }));
    return disk;
  }

  it('walk back and forth to the very bytes', () => {
    const disk = twice();
    const both = disk.text(note);
    expect(undoChange(disk, state, { path: note, ...by })).toMatchObject({
      source: { text: done },
      entry: { changes: [change] },
    });
    expect(undoChange(disk, state, { path: note, ...by }).source?.text).toBe(old);
    expect(disk.text(note)).toBe(old);
    expect(refusal(() => undoChange(disk, state, { path: note, ...by })).code).toBe('nothing-to-undo');
    expect(redoChange(disk, state, { path: note, ...by }).source?.text).toBe(done);
    expect(redoChange(disk, state, { path: note, ...by }).source?.text).toBe(both);
    expect(refusal(() => redoChange(disk, state, { path: note, ...by })).code).toBe('nothing-to-undo');
    expect(readJournal(disk, state).map(({ kind }) => kind)).toEqual([
      'change',
      'change',
      'undo',
      'undo',
      'redo',
      'redo',
    ]);
  });

  it('find the lines again after other edits, and go on from there', () => {
    const disk = newDisk();
    saveChange(disk, state, request());
    disk.put(note, `Новая строка\r\n${done}!\r\n`);
    expect(undoChange(disk, state, { path: note, ...by }).source?.text).toBe(`Новая строка\r\n${old}!\r\n`);
    expect(redoChange(disk, state, { path: note, ...by }).source?.text).toBe(`Новая строка\r\n${done}!\r\n`);
    expect(undoChange(disk, state, { path: note, ...by }).source?.text).toBe(`Новая строка\r\n${old}!\r\n`);
  });

  it('refuse when the line itself was edited', () => {
    const disk = newDisk();
    saveChange(disk, state, request());
    const edited = done.replace('2026-11-20', '2026-11-19');
    disk.put(note, edited);
    expect(refusal(() => undoChange(disk, state, { path: note, ...by }))).toEqual({
      code: 'undo-impossible',
      file: note,
      reason: 'edited',
    });
    expect(disk.text(note)).toBe(edited);
  });

  it('refuse when the file is gone', () => {
    const disk = newDisk();
    saveChange(disk, state, request());
    disk.remove(note);
    expect(refusal(() => undoChange(disk, state, { path: note, ...by })).reason).toBe('gone');
  });

  it('refuse a journal that does not lead to the recorded bytes', () => {
    const disk = newDisk();
    saveChange(disk, state, request());
    disk.put(journal, (disk.text(journal) as string).replaceAll('"text":" "', '"text":"?"'));
    expect(refusal(() => undoChange(disk, state, { path: note, ...by })).reason).toBe('edited');
    expect(disk.text(note)).toBe(done);
  });

  it('remove a file that the change made, make it again, and keep it once it was edited', () => {
    const disk = new MemoryDisk();
    disk.putFolder('/home/me');
    const edits = [{ span: { start: 0, end: 0 }, text: '- [x] Шлюз\n' }];
    saveChange(disk, state, request({ basis: null, edits }));
    expect(undoChange(disk, state, { path: note, ...by })).toMatchObject({ source: null, bytes: null });
    expect(disk.paths()).toEqual([journal]);
    expect(redoChange(disk, state, { path: note, ...by }).source?.text).toBe('- [x] Шлюз\n');
    disk.put(note, '- [x] Шлюз\nmine\n');
    expect(refusal(() => undoChange(disk, state, { path: note, ...by })).reason).toBe('edited');
    expect(disk.text(note)).toBe('- [x] Шлюз\nmine\n');
  });
});

describe('a failure of any single call', () => {
  const created = [{ span: { start: 0, end: 0 }, text: '- [x] Шлюз\n' }];
  const makeNote = request({ basis: null, edits: created });

  interface Scene {
    readonly before: string | null;
    readonly after: string | null;
    readonly arrange: () => MemoryDisk;
    readonly act: (disk: MemoryDisk) => unknown;
  }
  const withoutNote = () => {
    const disk = new MemoryDisk();
    disk.putFolder('/home/me');
    return disk;
  };
  const arranged = (disk: MemoryDisk, ...requests: SaveRequest[]) => {
    for (const one of requests) saveChange(disk, state, one);
    return disk;
  };
  const act = (disk: MemoryDisk) => saveChange(disk, state, request());
  const undo = (disk: MemoryDisk) => undoChange(disk, state, { path: note, ...by });
  const scenes: { readonly [title: string]: Scene } = {
    'saving for the first time': { before: old, after: done, arrange: newDisk, act },
    'saving again': { before: old, after: done, arrange: () => arranged(newDisk(), makeOther), act },
    'making a file': {
      before: null,
      after: '- [x] Шлюз\n',
      arrange: withoutNote,
      act: (disk) => saveChange(disk, state, makeNote),
    },
    'undoing a change': { before: done, after: old, arrange: () => arranged(newDisk(), request()), act: undo },
    'undoing the making of a file': {
      ...{ before: '- [x] Шлюз\n', after: null, arrange: () => arranged(withoutNote(), makeNote), act: undo },
    },
  };
  const makeOther = { ...makeNote, path: '/home/me/other.md' };
  const errnos = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EXDEV', 'EINTR'];

  it.each(Object.entries(scenes).flatMap(([title, scene]) => errnos.map((errno) => [title, errno, scene] as const)))(
    'while %s (%s) leaves the file whole and the next run working',
    (_title, errno, { before, after, arrange, act }) => {
      const clean = arrange();
      const first = clean.calls.length + 1;
      act(clean);
      const last = clean.calls.length;
      expect(clean.text(note)).toBe(after);
      expect(last - first).toBeGreaterThan(25);
      let refused = 0;
      for (let call = first; call <= last; call++) {
        const disk = arrange();
        const fault: Fault = { call, errno };
        disk.fault = fault;
        const error = refusal(() => act(disk));
        const where = `${errno} at ${disk.calls[call - 1]}: ${JSON.stringify(error)}`;
        disk.fault = null;
        expect(disk.openHandles, where).toBe(0);
        if (error.code === undefined) {
          expect(disk.text(note), where).toBe(after);
        } else {
          refused++;
          expect(['unwritable', 'unreadable'], where).toContain(error.code);
          expect(error, where).toMatchObject({
            file: expect.stringMatching(/^\/home\/me/),
            cause: expect.any(String),
          });
          expect(disk.text(note), where).toBe(before);
          expect(
            disk.paths().filter((path) => path.includes('/locks/')),
            where,
          ).toEqual([]);
          expect(
            disk.paths().filter((path) => path.startsWith('/home/me/.note')),
            where,
          ).toEqual([]);
          // The same again, as another process.
          disk.pid = 101;
          disk.dead.add(100);
          act(disk);
          expect(disk.text(note), where).toBe(after);
          expect(disk.slept, where).toBe(0);
        }
      }
      expect(refused).toBeGreaterThan((last - first) / 3);
    },
  );
});
