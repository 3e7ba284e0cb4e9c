import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandLine, shellQuote } from '../../src/views/command-line.ts';
import { origin } from '../support/roadmaps.ts';

describe('a command to type', () => {
  it.each([
    ['4.2', '4.2'],
    ['notes/Сетка.md', 'notes/Сетка.md'],
    ['two words.md', "'two words.md'"],
    ["Ada's.md", "'Ada'\\''s.md'"],
    ['~/notes.md', "'~/notes.md'"],
    ['$(rm -r)', "'$(rm -r)'"],
    ['', "''"],
    ['a\nb', "$'a\\x0ab'"],
  ])('quotes %j as %s', (word, quoted) => expect(shellQuote(word)).toBe(quoted));

  it.each([
    'plain',
    'two  words',
    "it's",
    'a"b',
    '$HOME `id` \\ !x',
    'tab\tnew\nline \u001b[31m',
    'я 网 🚀',
    '*?[]{}()<>|&;#~',
  ])('gives bash back the word %j', (word) => {
    const said = execFileSync('bash', ['--norc', '-c', `printf %s ${shellQuote(word)}`], {
      encoding: 'utf8',
      env: { LC_ALL: 'C.UTF-8' },
    });
    expect(said).toBe(word);
  });

  it('names the roadmap only where it has to', () => {
    expect(commandLine(['done', '1.4'], origin, true)).toBe('istio-roadmap done 1.4');
    expect(commandLine(['done', '1.4'], origin, false)).toBe('istio-roadmap done 1.4 -r mesh');
  });
});
