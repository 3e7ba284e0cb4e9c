// Patch: what `patch` makes of it is, byte for byte, the file after the change.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchOf } from '../../src/views/patch.ts';

const bytes = (text: string | null): Uint8Array | null => (text === null ? null : Buffer.from(text, 'latin1'));

/** Applies the diff to the file in a folder of its own; null where the file is gone. */
function patched(command: readonly string[], path: string, before: string | null, after: string | null): Buffer | null {
  const folder = mkdtempSync(join(tmpdir(), 'patch-'));
  try {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (before !== null) writeFileSync(file, bytes(before) as Uint8Array);
    const input = patchOf([{ path: `./${path}`, before: bytes(before), after: bytes(after) }]);
    const [name = '', ...args] = command;
    const { status, stdout, stderr } = spawnSync(name, args, { cwd: folder, input, timeout: 10_000 });
    expect(status, `${stdout}${stderr}${Buffer.from(input).toString('latin1')}`).toBe(0);
    return existsSync(file) ? readFileSync(file) : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const long = Array.from({ length: 30 }, (_, index) => `line ${index}\n`);
const changed = (...lines: number[]): string =>
  long.map((line, index) => (lines.includes(index) ? `${line.trimEnd()} ticked\n` : line)).join('');

describe.each([['patch', '-p0'], ['patch', '-p1'], ['patch'], ['git', 'apply', '-']])('%s %s', (...command) => {
  it.each<[string, string, string | null, string | null]>([
    ['one line', 'note.md', 'a\nb\nc\n', 'a\nB\nc\n'],
    ['CRLF', 'note.md', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
    ['lines of one CR', 'note.md', 'a\rb\rc\r', 'a\rB\rc\r'],
    ['no final line end', 'note.md', 'a\nb\nc', 'a\nb\nC'],
    ['no final line end on an unchanged line', 'note.md', 'a\nb\nc', 'A\nb\nc'],
    ['a final line end that goes', 'note.md', 'a\nb\n', 'a\nb'],
    ['a name with blanks', 'my notes.md', 'a\nb\n', 'a\nB\n'],
    ['a name with quotes and a backslash', 'my "own" \\ notes.md', 'a\n', 'b\n'],
    ['a name with a tab', 'a\tb.md', 'a\n', 'b\n'],
    ['a Cyrillic name', 'заметка и планы.md', 'a\n', 'b\n'],
    ['bytes that are no UTF-8', 'note.md', '\xff\xfea\x00\n\x00b\xd0\n', '\xff\xfea\x00\n\x00B\xd0\n'],
    ['the first and the last of many lines', 'note.md', changed(), changed(0, 29)],
    ['changes that are near and far', 'note.md', changed(), changed(5, 9, 16, 17, 29)],
    ['a new file', 'ticks.md', null, 'a\nb\n'],
    ['a new file without final line end', 'ticks.md', null, 'a\nb'],
    ['a file that goes', 'ticks.md', 'a\nb\n', null],
    ['a file that was empty', 'ticks.md', '', 'a\n'],
  ])('takes %s', (_, path, before, after) => {
    // An empty file that is there is no new one to `git apply`, and is not known in a diff.
    if (before === '' && command[0] === 'git') return;
    expect(patched(command, path, before, after)?.toString('latin1') ?? null).toBe(after);
  });
});

describe('a patch', () => {
  it('of a file below the folder is found without -p', () => {
    expect(patched(['patch', '-p0'], 'sub folder/my note.md', 'a\n', 'b\n')?.toString()).toBe('b\n');
    expect(patched(['git', 'apply', '-'], 'sub folder/my note.md', 'a\n', 'b\n')?.toString()).toBe('b\n');
  });

  it('is empty where nothing differs', () => {
    expect(patchOf([{ path: './a', before: bytes('a\n'), after: bytes('a\n') }])).toHaveLength(0);
  });

  it('leads from any text to any other', () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { maxLength: 40 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before !== '' && after !== '');
        expect(patched(['patch', '-p0'], 'note.md', before, after)?.toString()).toBe(after);
      }),
      { numRuns: 60 },
    );
  });
});
