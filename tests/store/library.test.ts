import { describe, expect, it } from 'vitest';
import { isUserError } from '../../src/errors.ts';
import { findRoadmap, realOf } from '../../src/store/library.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const library = { bundled: '/program/roadmaps', program: '/program', cwd: '/home/me' };

function newDisk(): MemoryDisk {
  const disk = new MemoryDisk();
  disk.put('/program/roadmaps/istio.json', '{}');
  disk.put('/vault/note.md', '- [ ] Шлюз');
  disk.putLink('/home/me/note.md', '/vault/note.md');
  return disk;
}

function failure(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    if (isUserError(error)) return { code: error.code, ...error.args };
    throw error;
  }
}

describe('a roadmap is found', () => {
  it('by its bundled name, or as a file with its real path', () => {
    expect(findRoadmap(newDisk(), library, 'istio')).toMatchObject({ kind: 'bundled', id: 'istio' });
    const path = '/home/me/note.md';
    expect(findRoadmap(newDisk(), library, 'note.md')).toEqual({ kind: 'file', path, real: '/vault/note.md' });
  });

  it('by its bundled name although the disk fails when it is looked for: reading will say so', () => {
    const disk = newDisk();
    disk.fault = { kind: 'lstat', call: 1, errno: 'EIO' };
    expect(findRoadmap(disk, library, 'istio')).toMatchObject({ kind: 'bundled', id: 'istio' });
  });

  it('never under another real path, where a link cannot be followed', () => {
    const disk = newDisk();
    disk.fault = { kind: 'realpath', call: 1, errno: 'EIO' };
    const refused = { code: 'unreadable', file: '/home/me/note.md', cause: 'io' };
    expect(failure(() => findRoadmap(disk, library, 'note.md'))).toEqual(refused);
    expect(realOf(disk, '/home/me/gone.md')).toBe('/home/me/gone.md');
  });

  it('or the bundled ones that there are are named, unless they cannot be listed', () => {
    expect(failure(() => findRoadmap(newDisk(), library, 'linkerd'))).toEqual({
      ...{ code: 'no-roadmap', name: 'linkerd', known: ['istio'] },
    });
    const disk = newDisk();
    disk.fault = { kind: 'readdir', call: 1, errno: 'EIO' };
    const refused = { code: 'unreadable', file: '/program/roadmaps', cause: 'io' };
    expect(failure(() => findRoadmap(disk, library, 'linkerd'))).toEqual(refused);
  });
});
