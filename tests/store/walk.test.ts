// Walk: which files of a folder are looked at, each once, however links lead.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/store/node-disk.ts';
import { kindOf, walk } from '../../src/store/walk.ts';
import { newFolder } from '../support/program.ts';

function folderWith(...names: readonly string[]): string {
  const root = newFolder();
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), '');
  }
  return root;
}
const below = (root: string): string[] => walk(nodeDisk, root).files.map((file) => file.slice(root.length + 1));

describe('a walk', () => {
  it('takes texts by their extension, in any case, files before what is deeper', () => {
    const root = folderWith(
      'b.md',
      'A.MD',
      'c.markdown',
      'd.txt',
      'e.yaml',
      'f.YML',
      'g.json',
      'h.mdx',
      'a/z.md',
      'a/b/y.md',
    );
    expect(below(root)).toEqual(['A.MD', 'b.md', 'c.markdown', 'd.txt', 'e.yaml', 'f.YML', 'a/z.md', 'a/b/y.md']);
  });

  it('passes over hidden names and node_modules, but not over the folder it was given', () => {
    const root = folderWith('.git/a.md', '.b.md', 'node_modules/c.md', 'd/node_modules/e.md', 'd/f.md');
    expect(below(root)).toEqual(['d/f.md']);
    expect(below(join(root, '.git'))).toEqual(['a.md']);
  });

  it('ends where links lead in circles, and meets a file once', () => {
    const root = folderWith('a.md', 'd/b.md');
    symlinkSync('.', join(root, 'self'));
    symlinkSync('../..', join(root, 'd/out'));
    symlinkSync('b', join(root, 'c'));
    symlinkSync('c', join(root, 'b'));
    symlinkSync('../a.md', join(root, 'd/a.md'));
    symlinkSync('loop.md', join(root, 'loop.md'));
    expect(below(root)).toEqual(['a.md', 'loop.md', 'd/b.md']);
    expect(kindOf(nodeDisk, join(root, 'loop.md'))).toBeNull();
  });

  it('follows no link out of the folder, and names each that leads out', () => {
    const root = folderWith('in/a.md', 'out/b.md', 'out/c.txt', 'inside/d.md');
    for (const [to, link] of [
      ['../out', 'folder'],
      ['../out/b.md', 'file.md'],
      ['../out/b.md', 'file'],
      ['../inside', 'near'],
      ['folder', 'chain'],
      ['a.md', 'again.md'],
    ] as const)
      symlinkSync(to, join(root, 'in', link));
    const { files, outside } = walk(nodeDisk, join(root, 'in'));
    expect(files).toEqual([join(root, 'in/a.md')]);
    expect(outside.map(({ path, to }) => [path, to].map((one) => one.slice(root.length + 1)))).toEqual([
      ['in/chain', 'out'],
      ['in/file.md', 'out/b.md'],
      ['in/near', 'inside'],
    ]);
  });

  it('says which folder could not be listed', () => {
    const root = folderWith('a.md');
    const { files, closed } = walk(nodeDisk, join(root, 'a.md'));
    expect({ files, closed }).toEqual({ files: [], closed: [{ path: join(root, 'a.md'), cause: 'not-a-folder' }] });
  });
});
