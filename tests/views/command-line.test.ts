import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandsFor, optionValue, shellQuote } from '../../src/views/command-line.ts';

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
    'unseen \u2065 \u200b \ufff9',
  ])('gives bash back the word %j', (word) => {
    const printed = execFileSync('bash', ['--norc', '-c', `printf %s ${shellQuote(word)}`], {
      encoding: 'utf8',
      env: { LC_ALL: 'C.UTF-8' },
    });
    expect(printed).toBe(word);
  });
});

describe('commands that follow one that was given', () => {
  const given = commandsFor({
    argv: ['done', '1.1,1.2', '-r', "Ada's.md", '--progress', 't.md', '--', '-x'],
    roadmap: "Ada's.md",
    progress: 't.md',
  });

  it('reach the same roadmap by the same words', () => {
    expect(commandsFor({ argv: ['status'] }).to('done', '1.4')).toBe('istio-roadmap done 1.4');
    expect(given.to('done', '1.4')).toBe("istio-roadmap done 1.4 -r 'Ada'\\''s.md' --progress t.md");
    expect(given.to('reconcile', '--progress', 'inline')).toBe(
      "istio-roadmap reconcile --progress inline -r 'Ada'\\''s.md'",
    );
    expect(commandsFor({ argv: [], encoding: 'koi8-r' }).to('list')).toBe('istio-roadmap list --encoding koi8-r');
  });

  it('name no roadmap where the command takes a file or nothing', () => {
    expect(given.to('help', 'list')).toBe('istio-roadmap help list');
    expect(given.to('repair', 'a.md')).toBe('istio-roadmap repair a.md');
    expect(given.to('lint', 'notes')).toBe('istio-roadmap lint notes');
    expect(given.to('lint', '--fix')).toContain('-r');
  });

  it('are the line that was given, with more or other words', () => {
    expect(given.again('--force')).toBe("istio-roadmap done 1.1,1.2 -r 'Ada'\\''s.md' --progress t.md --force -- -x");
    expect(given.instead('1.1,1.2', '1.1', '1.2')).toBe(
      "istio-roadmap done 1.1 1.2 -r 'Ada'\\''s.md' --progress t.md -- -x",
    );
    expect(given.instead('9', '8')).toBeNull();
  });

  it.each([[['-r', 'a.md']], [['-ra.md']], [['--roadmap', 'a.md']], [['--roadmap=a.md']], [[]]])(
    'reach another roadmap, whatever was given: %j',
    (words) => {
      const on = commandsFor({ argv: ['list', ...words, '1'], roadmap: 'a.md' }).on('my b.md');
      expect(on.again()).toBe("istio-roadmap list 1 -r 'my b.md'");
      expect(on.to('status')).toBe("istio-roadmap status -r 'my b.md'");
    },
  );

  it('are typed as they were typed, though sentences show words in a harmless form', () => {
    const odd = commandsFor({ argv: ['list', 'a\u0007.md'] });
    expect(odd.on('a␇.md').to('list')).toBe("istio-roadmap list -r $'a\\x07.md'");
  });

  it.each([
    [['-r', 'a'], 'a'],
    [['-ra'], 'a'],
    [['--roadmap=a'], 'a'],
    [['--roadmap', 'a', '-r', 'b'], 'b'],
    [['list'], undefined],
  ])('what -r was given by %j is %j', (argv, value) => {
    expect(optionValue(argv, '-r', '--roadmap')).toBe(value);
  });
});
