import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ErrorCode, isUserError } from '../../src/errors.ts';
import { MAX_FILE_BYTES, readBytes, realTarget } from '../../src/store/files.ts';
import { usableFolder } from '../../src/store/folders.ts';
import { nodeDisk } from '../../src/store/node-disk.ts';
import { createFile, removeFile, replaceFile } from '../../src/store/replace.ts';
import { errnoError, MemoryDisk } from '../support/memory-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const note = '/home/me/note.md';
const guard = (old: string, more: object = {}) => ({ expected: bytes(old), variable: null, ...more });

function failure(action: () => unknown): { code: ErrorCode; [key: string]: unknown } {
  try {
    action();
  } catch (error) {
    if (isUserError(error)) return { code: error.code, ...error.args };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('reading', () => {
  it.each<[string, (disk: MemoryDisk) => void, string]>([
    ['a missing file', () => {}, 'missing'],
    ['a folder', (disk) => disk.putFolder(note), 'folder'],
    ['a FIFO or device', (disk) => disk.putOther(note), 'not-a-file'],
    ['a link that leads nowhere', (disk) => disk.putLink(note, '/home/me/gone.md'), 'dangling-link'],
    ['links in a circle', (disk) => disk.putLink(note, 'note.md'), 'link-circle'],
    ['a file we may not read', (disk) => disk.put(note, 'x', { mode: 0o200 }), 'denied'],
    ['a path through a file', (disk) => disk.put('/home/me', 'x'), 'not-a-folder'],
  ])('%s is refused by name', (_title, arrange, cause) => {
    const disk = new MemoryDisk();
    arrange(disk);
    expect(failure(() => readBytes(disk, note))).toEqual({ code: 'unreadable', file: note, cause });
    expect(disk.openHandles).toBe(0);
  });

  it('never opens what is no file', () => {
    const disk = new MemoryDisk();
    disk.putOther(note);
    failure(() => readBytes(disk, note));
    expect(disk.calls.filter((call) => call.startsWith('open'))).toEqual([]);
  });

  it('asks again for what a signal interrupted', () => {
    const disk = new MemoryDisk();
    disk.put(note, 'text');
    disk.fault = { kind: 'read', call: 1, errno: 'EINTR' };
    expect(readBytes(disk, note)).toEqual(bytes('text'));
  });

  it('but not for ever', () => {
    const disk = new MemoryDisk();
    disk.put(note, 'text');
    disk.before = (call) => {
      if (call.startsWith('read ')) throw errnoError('EINTR', 'read', note);
    };
    expect(failure(() => readBytes(disk, note))).toEqual({ code: 'unreadable', file: note, cause: 'refused' });
    expect(disk.openHandles).toBe(0);
  });

  it('reads on when the file is longer than its reported size', () => {
    const disk = new MemoryDisk();
    disk.put(note, 'x'.repeat(10_000));
    const lying = Object.assign(Object.create(disk) as MemoryDisk, {
      stat: (path: string) => disk.stat(path),
      open: disk.open.bind(disk),
      read: disk.read.bind(disk),
      close: disk.close.bind(disk),
      fstat: (handle: number) => ({ ...disk.fstat(handle), size: 0 }),
    });
    expect(readBytes(lying, note).length).toBe(10_000);
  });
});

describe('replacing', () => {
  it.each<[string, (disk: MemoryDisk) => void, string]>([
    ['a hard link', (disk) => disk.putHardLink(note, '/home/me/other.md'), 'hard-link'],
    ['a read-only file', (disk) => disk.put(note, 'old', { mode: 0o444 }), 'write-protected'],
    ['a file only its group may write', (disk) => disk.put(note, 'old', { mode: 0o464 }), 'write-protected'],
    ['a file of another owner', (disk) => disk.put(note, 'old', { uid: 7, mode: 0o666 }), 'owner'],
    ['a group that cannot be kept', (disk) => disk.put(note, 'old', { gid: 7 }), 'owner'],
    ['a link that leads nowhere', (disk) => disk.putLink(note, 'gone.md'), 'dangling-link'],
    ['a folder', (disk) => disk.putFolder(note), 'folder'],
    ['a FIFO or device', (disk) => disk.putOther(note), 'not-a-file'],
  ])('%s is refused and nothing is left behind', (_title, arrange, cause) => {
    const disk = new MemoryDisk();
    disk.put(note, 'old');
    arrange(disk);
    const before = disk.paths();
    const refusal = failure(() => replaceFile(disk, note, bytes('new'), guard('old', { variable: 'SOME_DIR' })));
    expect(refusal).toEqual({ code: 'unwritable', file: note, cause, variable: 'SOME_DIR' });
    expect(disk.paths()).toEqual(before);
    expect(disk.text(note)).not.toBe('new');
    expect(disk.openHandles).toBe(0);
  });

  it('refuses a read-only folder', () => {
    const disk = new MemoryDisk();
    disk.putFolder('/home/me', { mode: 0o555 });
    disk.put(note, 'old');
    expect(failure(() => replaceFile(disk, note, bytes('new'), guard('old')))).toMatchObject({ cause: 'denied' });
    expect(disk.text(note)).toBe('old');
  });

  it('refuses a read-only file even to root', () => {
    const disk = new MemoryDisk();
    disk.uid = 0;
    disk.put(note, 'old', { mode: 0o444 });
    expect(failure(() => replaceFile(disk, note, bytes('new'), guard('old')))).toMatchObject({
      cause: 'write-protected',
    });
  });

  it('keeps the mode, also an unusual one', () => {
    const disk = new MemoryDisk();
    disk.put(note, 'old', { mode: 0o640 });
    replaceFile(disk, note, bytes('new'), guard('old'));
    expect(disk.statOf(note).mode).toBe(0o640);
    expect(disk.text(note)).toBe('new');
  });

  it('lets root keep the group of the file', () => {
    const disk = new MemoryDisk();
    disk.uid = 0;
    disk.put(note, 'old', { gid: 7 });
    replaceFile(disk, note, bytes('new'), guard('old'));
    expect(disk.statOf(note).gid).toBe(7);
  });

  it('follows a chain of links, through folders too, and leaves every link', () => {
    const disk = new MemoryDisk();
    disk.put('/vault/deep/note.md', 'old');
    disk.putLink('/dotfiles', '/vault');
    disk.putLink('/home/me/middle.md', '/dotfiles/deep/note.md');
    disk.putLink(note, 'middle.md');
    replaceFile(disk, note, bytes('new'), guard('old'));
    expect(disk.text('/vault/deep/note.md')).toBe('new');
    expect([note, '/home/me/middle.md', '/dotfiles'].map((path) => disk.statOf(path).kind)).toEqual([
      'link',
      'link',
      'link',
    ]);
  });

  it.each<[string, (disk: MemoryDisk) => void]>([
    ['edited', (disk) => disk.put(note, 'edited')],
    ['removed', (disk) => disk.remove(note)],
    [
      'made a link to another file',
      (disk) => {
        disk.put('/home/me/twin.md', 'old');
        disk.putLink(note, 'twin.md');
      },
    ],
  ])('refuses a file that was %s at the last moment', (_title, meanwhile) => {
    const disk = new MemoryDisk();
    disk.put(note, 'old');
    const beforeRename = () => meanwhile(disk);
    expect(failure(() => replaceFile(disk, note, bytes('new'), guard('old', { beforeRename })))).toEqual({
      code: 'changed',
      file: note,
    });
    expect(disk.paths().filter((path) => path.endsWith('.tmp'))).toEqual([]);
    expect(disk.text(note)).not.toBe('new');
  });

  it('clears what dead processes left for this file and nothing else', () => {
    const disk = new MemoryDisk();
    disk.dead.add(41);
    disk.put(note, 'old');
    disk.put('/home/me/.note.md.istio-roadmap-41-ab12.tmp', 'half');
    disk.put('/home/me/.note.md.istio-roadmap-42-ab12.tmp', 'living');
    disk.put('/home/me/.other.md.istio-roadmap-41-ab12.tmp', 'another file');
    disk.put('/home/me/.note.md.istio-roadmap-41-mine.txt', 'not ours');
    replaceFile(disk, note, bytes('new'), guard('old'));
    expect(disk.paths()).toEqual([
      '/home/me/.note.md.istio-roadmap-41-mine.txt',
      '/home/me/.note.md.istio-roadmap-42-ab12.tmp',
      '/home/me/.other.md.istio-roadmap-41-ab12.tmp',
      note,
    ]);
  });

  it.each(['EINVAL', 'EISDIR', 'EPERM'])('does not mind a folder that cannot be synced (%s)', (errno) => {
    const disk = new MemoryDisk();
    disk.put(note, 'old');
    disk.fault = { kind: 'fsync', call: 2, errno };
    replaceFile(disk, note, bytes('new'), guard('old'));
    expect(disk.text(note)).toBe('new');
  });

  it('puts the old content back when the folder cannot be synced for a real reason', () => {
    const disk = new MemoryDisk();
    disk.put(note, 'old', { mode: 0o600 });
    disk.fault = { kind: 'fsync', call: 2, errno: 'EIO' };
    expect(failure(() => replaceFile(disk, note, bytes('new'), guard('old')))).toMatchObject({ cause: 'io' });
    expect(disk.text(note)).toBe('old');
    expect(disk.paths()).toEqual([note]);
  });
});

describe('creating and removing', () => {
  it('makes the folders for this user alone', () => {
    const disk = new MemoryDisk();
    disk.putFolder('/home/me');
    createFile(disk, '/home/me/a/b/ticks.md', bytes('new'), { variable: null });
    expect(disk.text('/home/me/a/b/ticks.md')).toBe('new');
    expect(disk.statOf('/home/me/a').mode).toBe(0o700);
    expect(disk.statOf('/home/me/a/b').mode).toBe(0o700);
  });

  it('refuses a file that has appeared meanwhile', () => {
    const disk = new MemoryDisk();
    disk.putFolder('/home/me');
    const beforeRename = () => disk.put(note, 'theirs');
    expect(failure(() => createFile(disk, note, bytes('ours'), { variable: null, beforeRename })).code).toBe('changed');
    expect(disk.text(note)).toBe('theirs');
    expect(disk.paths()).toEqual([note]);
  });

  it('does not write through a link that leads nowhere', () => {
    const disk = new MemoryDisk();
    disk.putLink(note, '/home/me/elsewhere.md');
    const refusal = failure(() => createFile(disk, note, bytes('x'), { variable: 'XDG_DATA_HOME' }));
    expect(refusal).toEqual({ code: 'unwritable', file: note, cause: 'dangling-link', variable: 'XDG_DATA_HOME' });
  });

  it('removes only the content that was meant', () => {
    const disk = new MemoryDisk();
    disk.put(note, 'edited');
    expect(failure(() => removeFile(disk, note, guard('old'))).code).toBe('changed');
    removeFile(disk, note, guard('edited'));
    expect(disk.paths()).toEqual([]);
  });

  it('names the real place of a file that does not exist yet', () => {
    const disk = new MemoryDisk();
    disk.putFolder('/real');
    disk.putLink('/alias', '/real');
    expect(realTarget(disk, '/alias/a/b.md', null)).toBe('/real/a/b.md');
  });

  it.each<[string, (disk: MemoryDisk) => void, string | null]>([
    ['missing', () => {}, '/home/me'],
    ['a file', (disk) => disk.put('/home/me', 'x'), '/home/me'],
    ['unknown', () => {}, null],
  ])('asks for the variable when HOME is %s', (_title, arrange, home) => {
    const disk = new MemoryDisk();
    arrange(disk);
    const path = home === null ? null : `${home}/.local/state/istio-roadmap`;
    expect(failure(() => usableFolder(disk, { path, home, variable: 'XDG_STATE_HOME' }, note))).toEqual({
      code: 'unwritable',
      file: note,
      cause: 'no-home',
      variable: 'XDG_STATE_HOME',
    });
  });
});

describe('on the real disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'files-')));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('replaces the file behind links, byte for byte, with its mode', () => {
    const real = join(folder, 'настоящий файл.md');
    fs.writeFileSync(real, '- [ ] раз\r\n- [ ] два', { mode: 0o640 });
    fs.symlinkSync(real, join(folder, 'one'));
    fs.symlinkSync('one', join(folder, 'two'));
    const content = bytes('\ufeff- [x] раз\r\n- [ ] два\r');
    const back = replaceFile(nodeDisk, join(folder, 'two'), content, guard('- [ ] раз\r\n- [ ] два'));
    expect(Buffer.from(back).equals(content)).toBe(true);
    expect(fs.readFileSync(real).equals(content)).toBe(true);
    expect(fs.statSync(real).mode & 0o777).toBe(0o640);
    expect(fs.lstatSync(join(folder, 'two')).isSymbolicLink()).toBe(true);
    expect(fs.readdirSync(folder).length).toBe(3);
  });

  it('copes with a name as long as names can be', () => {
    const path = join(folder, `${'ю'.repeat(125)}.md`);
    createFile(nodeDisk, path, bytes('a'), { variable: null });
    replaceFile(nodeDisk, path, bytes('b'), guard('a'));
    expect(fs.readFileSync(path, 'utf8')).toBe('b');
  });

  it('refuses a FIFO at once', () => {
    const fifo = join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    expect(failure(() => readBytes(nodeDisk, fifo))).toMatchObject({ cause: 'not-a-file' });
    expect(failure(() => replaceFile(nodeDisk, fifo, bytes('x'), guard('')))).toMatchObject({ cause: 'not-a-file' });
  });

  it('refuses a hard link and a read-only file', () => {
    const path = join(folder, 'a.md');
    fs.writeFileSync(path, 'old');
    fs.linkSync(path, join(folder, 'b.md'));
    expect(failure(() => replaceFile(nodeDisk, path, bytes('new'), guard('old')))).toMatchObject({
      cause: 'hard-link',
    });
    fs.unlinkSync(join(folder, 'b.md'));
    fs.chmodSync(path, 0o444);
    expect(failure(() => replaceFile(nodeDisk, path, bytes('new'), guard('old')))).toMatchObject({
      cause: 'write-protected',
    });
    expect(fs.readFileSync(path, 'utf8')).toBe('old');
  });

  it('refuses a file larger than the limit without reading it, and reads all below it', () => {
    const path = join(folder, 'large');
    fs.writeFileSync(path, '');
    fs.truncateSync(path, MAX_FILE_BYTES + 1);
    expect(failure(() => readBytes(nodeDisk, path))).toMatchObject({ cause: 'too-large' });
    fs.truncateSync(path, MAX_FILE_BYTES);
    expect(readBytes(nodeDisk, path).length).toBe(MAX_FILE_BYTES);
  });
});
