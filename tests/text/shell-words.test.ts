// Shell words: parted as a shell parts them, by comparison with one.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWords } from '../../src/text/shell-words.ts';

describe('words of a line', () => {
  it.each<[string, string[] | null]>([
    ['vim', ['vim']],
    ['  code   --wait ', ['code', '--wait']],
    [`'/opt/my editor/ed' -x`, ['/opt/my editor/ed', '-x']],
    [String.raw`"a \"b\" c" d\ e`, ['a "b" c', 'd e']],
    [`emacsclient -a ""`, ['emacsclient', '-a', '']],
    [`a'b'"c"d`, ['abcd']],
    [String.raw`"back\slash" '\'`, [String.raw`back\slash`, '\\']],
    [`it's`, null],
    [`say "hi`, null],
    ['', []],
  ])('%j', (line, words) => {
    expect(shellWords(line)).toEqual(words);
    if (words === null) return;
    const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${line} end`], { encoding: 'utf8' });
    expect(stdout.split('\0').slice(0, -2), 'as sh has them').toEqual(words);
  });

  it('keeps what a shell would fill in', () =>
    expect(shellWords('$HOME/bin/ed ~/x *')).toEqual(['$HOME/bin/ed', '~/x', '*']));
});
