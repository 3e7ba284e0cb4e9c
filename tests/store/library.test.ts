import { describe, expect, it } from 'vitest';
import { isUserError } from '../../src/errors.ts';
import { locateRoadmap, readRoadmap } from '../../src/store/asked-roadmap.ts';
import { findRoadmap, realOf } from '../../src/store/library.ts';
import { roadmapMeant } from '../../src/store/similar-roadmap.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const library = {
  bundled: '/program/roadmaps',
  program: '/program',
  cwd: '/home/me',
  home: '/home/me',
  registered: [],
};

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
    expect(findRoadmap(newDisk(), library, 'note.md')).toMatchObject({ kind: 'file', path, real: '/vault/note.md' });
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
      ...{ code: 'no-roadmap', name: 'linkerd', known: ['istio'], meant: null },
    });
    const disk = newDisk();
    disk.fault = { kind: 'readdir', call: 1, errno: 'EIO' };
    const refused = { code: 'unreadable', file: '/program/roadmaps', cause: 'io' };
    expect(failure(() => findRoadmap(disk, library, 'linkerd'))).toEqual(refused);
  });
});

describe('a bundled name without regard to case', () => {
  it('is the bundled roadmap by its own id, so that its ticks are found', () => {
    for (const name of ['Istio', 'ISTIO'])
      expect(findRoadmap(newDisk(), library, name)).toEqual({
        ...{ kind: 'bundled', id: 'istio', path: '/program/roadmaps/istio.json', registered: null },
      });
  });

  it('is a file where there is one of that very name', () => {
    const disk = newDisk();
    disk.put('/home/me/Istio', '- [ ] a');
    expect(findRoadmap(disk, library, 'Istio')).toMatchObject({ kind: 'file', path: '/home/me/Istio' });
    expect(findRoadmap(disk, library, 'istio')).toMatchObject({ kind: 'bundled' });
  });
});

describe('what was meant by a name that leads nowhere', () => {
  const disk = newDisk();
  disk.put('/home/me/kafka.md', '- [ ] a');
  disk.put('/home/me/photo.png', '');
  disk.put('/home/me/one/only.yaml', '');
  disk.put('/home/me/one/.hidden.md', '');
  disk.put('/home/me/two/a.md', '');
  disk.put('/home/me/two/b.md', '');

  it.each([
    ['kafak', 'kafka.md'],
    ['kafka', 'kafka.md'],
    ['kafak.md', 'kafka.md'],
    ['./kafak.md', './kafka.md'],
    ['/home/me/kafak.md', '/home/me/kafka.md'],
    ['isto', 'istio'],
    ['two/aa.md', 'two/a.md'],
    ['~/kafka.md', '/home/me/kafka.md'],
    ['~', '/home/me'],
    ['one', 'one/only.yaml'],
    ['one/', 'one/only.yaml'],
    ['two', null],
    ['.', null],
    ['nowhere/kafka.md', null],
    ['something else', null],
    ['photo', null],
  ])('%s: %s', (name, meant) => expect(roadmapMeant(disk, library, name)).toBe(meant));

  it('is in the failure', () => {
    expect(failure(() => locateRoadmap(disk, library, 'isto'))).toMatchObject({ code: 'no-roadmap', meant: 'istio' });
    const path = '/home/me/kafak.md';
    expect(failure(() => readRoadmap(disk, library, 'kafak.md', path))).toEqual({
      ...{ code: 'unreadable', file: path, cause: 'missing', asked: 'kafak.md', meant: 'kafka.md' },
    });
  });
});
