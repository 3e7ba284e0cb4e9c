// Tests of the words of a line as bash takes them apart.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellLine } from '../../src/text/shell-line.ts';

const breaks = ' \t\n"\'@><=;|&(:';

describe('a line', () => {
  it.each<[string, string[], string, string, string]>([
    ['ir done 4.', ['ir', 'done'], '4.', '', ''],
    ['ir done 4.2 ', ['ir', 'done', '4.2'], '', '', ''],
    ['ir -r my\\ no', ['ir', '-r'], 'my no', '', ''],
    ['ir -r "my no', ['ir', '-r'], 'my no', '', '"'],
    ["ir -r 'my no", ['ir', '-r'], 'my no', '', "'"],
    ['ir -r a:b', ['ir', '-r'], 'a:b', 'a:', ''],
    ['ir -r a\\:b', ['ir', '-r'], 'a:b', '', ''],
    ['ir -r "a:b', ['ir', '-r'], 'a:b', '', '"'],
    ['ir --roadmap=ka', ['ir'], '--roadmap=ka', '--roadmap=', ''],
    ['ir --roadmap="my k', ['ir'], '--roadmap=my k', '--roadmap=', '"'],
    ['ir -r "a\\"b', ['ir', '-r'], 'a"b', '', '"'],
    ['ir -r "a\\b', ['ir', '-r'], 'a\\b', '', '"'],
    ['ir "" x', ['ir', ''], 'x', '', ''],
    ['ir план', ['ir'], 'план', '', ''],
    ['ir \\', ['ir'], '', '', ''],
  ])('%j', (line, words, current, before, quote) =>
    expect(shellLine(line, breaks)).toEqual({ words, current, before, quote }),
  );

  it('has the words that bash has', () => {
    const word = fc.array(fc.constantFrom('a', 'ж', "'b c'", '"d e"', '\\ ', '\\"', '"\\"f"', '""', ':', '='), {
      ...{ minLength: 1, maxLength: 4 },
    });
    const lines = fc.sample(fc.array(word, { maxLength: 5 }), { numRuns: 200, seed: 15 });
    const written = lines.map((words) => words.map((parts) => parts.join('')).join(' '));
    const script = written.map((line) => `printf '%s\\0' . ${line}; echo`).join('\n');
    const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8', timeout: 20_000 });
    const expected = stdout.split('\n').slice(0, -1);
    expect(
      written.map(
        (line) =>
          `.\0${shellLine(`${line} `, breaks)
            .words.map((word) => `${word}\0`)
            .join('')}`,
      ),
    ).toEqual(expected);
  });
});
