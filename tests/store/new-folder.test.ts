// NewFolder: a folder is there with all of its files or not at all, and nothing of the user's is touched.
import { describe, expect, it } from 'vitest';
import { createFolder } from '../../src/store/new-folder.ts';
import { MemoryDisk } from '../support/memory-files.ts';

const files = [
  { name: '01-tea/answer.yaml', text: '# tea\n' },
  { name: '01-tea/task.md', text: '# Tea\n' },
  { name: 'mock.json', text: '{}\n' },
];
const paths = files.map(({ name }) => `/home/me/exam/${name}`);

function newDisk(): MemoryDisk {
  const disk = new MemoryDisk();
  disk.put('/home/me/note.md', 'mine');
  return disk;
}

describe('a folder that is made', () => {
  it.each(['missing', 'empty'])('where its place is %s', (place) => {
    const disk = newDisk();
    if (place === 'empty') disk.putFolder('/home/me/exam');
    createFolder(disk, '/home/me/exam', files);
    expect(disk.paths()).toEqual([...paths, '/home/me/note.md']);
    expect(disk.text('/home/me/exam/01-tea/answer.yaml')).toBe('# tea\n');
    expect(disk.openHandles).toBe(0);
  });

  it.each([
    ['a file', (disk: MemoryDisk) => disk.put('/home/me/exam', 'mine')],
    ['a folder with something in it', (disk: MemoryDisk) => disk.put('/home/me/exam/own.txt', 'mine')],
  ])('is refused where there is %s', (_, arrange) => {
    const disk = newDisk();
    arrange(disk);
    const before = disk.paths();
    expect(() => createFolder(disk, '/home/me/exam', files)).toThrow(
      expect.objectContaining({ code: 'unwritable', args: expect.objectContaining({ cause: 'exists' }) }),
    );
    expect(disk.paths()).toEqual(before);
  });

  it('takes away what a process that was killed left beside it, and nothing of one that lives', () => {
    const disk = newDisk();
    disk.dead.add(4711);
    disk.put('/home/me/.exam.istio-roadmap-4711-0a1b2c3d.tmp/01-tea/task.md', 'half');
    disk.put(`/home/me/.exam.istio-roadmap-${disk.pid}-0a1b2c3d.tmp/01-tea/task.md`, 'half');
    disk.put('/home/me/.exam.istio-roadmap-notes/own.md', 'mine');
    createFolder(disk, '/home/me/exam', files);
    expect(disk.paths()).toEqual(
      [
        `/home/me/.exam.istio-roadmap-${disk.pid}-0a1b2c3d.tmp/01-tea/task.md`,
        '/home/me/.exam.istio-roadmap-notes/own.md',
        ...paths,
        '/home/me/note.md',
      ].sort(),
    );
  });

  it('leaves nothing, whichever call fails', () => {
    for (const kind of ['mkdir', 'open', 'write', 'fsync', 'read', 'rename', 'stat'] as const)
      for (let call = 1; call < 12; call++) {
        const disk = newDisk();
        disk.fault = { kind, call, errno: 'ENOSPC' };
        try {
          createFolder(disk, '/home/me/exam', files);
        } catch (error) {
          expect(error, `${kind} ${call}`).toMatchObject({ code: 'unwritable', args: { file: '/home/me/exam' } });
          expect(disk.paths(), `${kind} ${call}`).toEqual(['/home/me/note.md']);
          continue;
        }
        expect(disk.paths(), `${kind} ${call}`).toEqual([...paths, '/home/me/note.md']);
      }
  });
});
