// Targets: what a tick may be written to, row by row; the rows that are not here are in bytes.test.ts and refusals.test.ts.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, linkSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withLock } from '../../src/store/lock.ts';
import { nodeDisk } from '../../src/store/node-disk.ts';
import { expectRefusal, type Home, isRoot, newFolder, newHome, newHomeOfNobody, wide } from '../support/program.ts';
import { kafka, longNote, postgres } from './notes.ts';

const inNote = ['-r', 'note.md'];

describe('a hard link', () => {
  it('is refused with the other way, and that way works', () => {
    const home = newHome();
    linkSync(home.write('note.md', kafka), home.path('same.md'));
    const refused = home.run(['done', 'key', ...inNote], { env: wide });
    expectRefusal(refused, 5, /note\.md cannot be written: it has several names \(hard links\)/);
    expect(refused.err).toContain('--progress ticks.md`');
    expect(home.run(['done', 'key', ...inNote, '--progress', 'ticks.md'])).toMatchObject({ status: 0 });
    expect(home.read('ticks.md')).toContain('🆔 key ✅ 2026-11-20');
    expect(home.read('note.md')).toBe(kafka);
    expect(lstatSync(home.path('same.md')).nlink).toBe(2);
  });
});

describe('a progress file', () => {
  const place = (home: Home): string => {
    home.write('note.md', postgres);
    expect(home.run(['done', '1.1', ...inNote])).toMatchObject({ status: 0, err: '' });
    return home.progressFile();
  };

  it.each<[string, (path: string) => void, RegExp, RegExp]>([
    ['with several names', (path) => linkSync(path, `${path}.bak`), /several names/, /--progress ticks\.md`/],
    ['that is write-protected', (path) => chmodSync(path, 0o444), /write-protected/, /chmod u\+w/],
  ])('%s is refused, and the hint is about that file', (_, make, sentence, hint) => {
    const home = newHome();
    const path = place(home);
    make(path);
    const before = home.snapshot();
    const answer = home.run(['done', '1.2', ...inNote], { env: wide });
    expectRefusal(answer, 5, sentence);
    expect(answer.err).toMatch(hint);
    expect(answer.err).not.toContain('XDG_DATA_HOME');
    expect(home.snapshot()).toEqual(before);
  });

  it('behind a link stays behind it; a link that leads nowhere is refused', () => {
    const home = newHome();
    const path = place(home);
    const real = home.path('synchronised.md');
    spawnSync('mv', [path, real]);
    symlinkSync(real, path);
    expect(home.run(['done', '1.2', ...inNote])).toMatchObject({ status: 0, err: '' });
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(home.read('synchronised.md').split('- [x] ')).toHaveLength(3);
    spawnSync('rm', [real]);
    expectRefusal(home.run(['done', '2.1', ...inNote], { env: wide }), 5, /a link to a file that is gone/);
  });
});

describe('a note whose owner cannot be kept', () => {
  it('because of its group is refused and stays as it is', ({ skip }) => {
    if (!isRoot) return skip('only root can give a file to another group');
    const home = newHomeOfNobody();
    const folder = newFolder();
    chmodSync(folder, 0o777);
    const path = join(folder, 'note.md');
    writeFileSync(path, kafka);
    chownSync(path, 65534, 0);
    const answer = home.run(['done', 'key', '-r', path], { env: wide });
    expectRefusal(answer, 5, /belongs to another user, and writing would change that/);
    expect(answer.err).toMatch(/--progress[\s\\]+ticks\.md`/);
    expect(readdirSync(folder)).toEqual(['note.md']);
    expect([lstatSync(path).uid, lstatSync(path).gid]).toEqual([65534, 0]);
  });
});

describe('a read-only file system', () => {
  it('is reported as what it is, and the note is read', ({ skip }) => {
    const home = newHome();
    const disk = home.path('disk');
    mkdirSync(disk);
    if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0)
      return skip('a tmpfs cannot be mounted here, which only root may do');
    onTestFinished(() => {
      spawnSync('umount', [disk]);
    });
    home.write('disk/note.md', kafka);
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
    expect(home.run(['status', '-r', 'disk/note.md'])).toMatchObject({ status: 0, err: '' });
    expectRefusal(
      home.run(['done', 'key', '-r', 'disk/note.md'], { env: wide }),
      5,
      /note\.md cannot be written: the file system is read-only/,
    );
    expect(home.read('disk/note.md')).toBe(kafka);
    expect(readdirSync(disk)).toEqual(['note.md']);
  });
});

describe('HOME', () => {
  it('that is a link to a folder works as any other', () => {
    const home = newHome();
    home.write('note.md', postgres);
    symlinkSync(home.home, home.path('link'));
    const env = { HOME: home.path('link') };
    expect(home.run(['done', '1.1', ...inNote], { env })).toMatchObject({ status: 0, err: '' });
    expect(home.run(['done', '1.2', ...inNote])).toMatchObject({ status: 0, err: '' });
    expect(home.readProgress().split('- [x] ')).toHaveLength(3);
    expect(home.run(['undo', '-n', '2', ...inNote], { env })).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(home.data)).toEqual([]);
    expect(lstatSync(home.path('link')).isSymbolicLink()).toBe(true);
  });

  it.each(['note.md', 'outline.md'])('that is a link to nowhere: %s is read, and a tick is refused', (name) => {
    const home = newHome();
    home.write('note.md', kafka);
    home.write('outline.md', postgres);
    symlinkSync('gone', home.path('link'));
    const env = { ...wide, HOME: home.path('link') };
    expect(home.run(['status', '-r', name], { env })).toMatchObject({ status: 0, err: '' });
    const before = home.snapshot();
    const answer = home.run(['done', '1', '-r', name, '--force'], { env });
    expectRefusal(answer, 5, /cannot be written/);
    expect(answer.err).toMatch(/set HOME|XDG_(?:STATE|DATA)_HOME/);
    expect(home.snapshot()).toEqual(before);
  });
});

describe('a lock that is held', () => {
  it('is waited for until a deadline; then the holder is named, and nothing is written', () => {
    const home = newHome();
    const path = home.write('note.md', longNote(3));
    const state = { path: home.state, home: null, variable: 'XDG_STATE_HOME' };
    const began = performance.now();
    const answer = withLock(nodeDisk, state, path, {}, () => home.run(['done', '1.1', ...inNote], { env: wide }));
    const seconds = (performance.now() - began) / 1000;
    expectRefusal(answer, 5, new RegExp(`note\\.md is being changed by process ${process.pid} on ${hostname()}$`));
    expect(seconds).toBeGreaterThan(4.5);
    expect(seconds).toBeLessThan(15);
    expect(home.read('note.md')).toBe(longNote(3));
    expect(home.run(['done', '1.1', ...inNote])).toMatchObject({ status: 0, err: '' });
    console.log(`a held lock: refused after ${seconds.toFixed(1)} s, by name`);
  }, 30_000);
});
