// Bytes: line ends, encodings, links and modes that a tick must leave alone.
// A Russian card of teas: Сорта, Зелёный, Улун (kinds, green, oolong), in many encodings; "Просто текст" is prose (just text).
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRefusal, type Home, newHome, wide } from '../support/program.ts';

const text = '# Чай\n\n## 1. Сорта\n\n- [ ] Зелёный\n- [ ] Улун\n\nПросто текст.\n';
const done = text.replace('- [ ] Улун', '- [x] Улун ✅ 2026-11-20');
const mixed = (plain: string) =>
  plain.split('\n').reduce((all, line, i) => `${all}${['\r\n', '\n', '\r'][i % 3]}${line}`);
const utf16 = (plain: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${plain}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

function tick(home: Home, name = 'note.md'): void {
  expect(home.run(['done', '1.2', '-r', name])).toMatchObject({ status: 0, err: '' });
}

describe('a tick keeps', () => {
  it.each<[string, (plain: string) => string | Buffer]>([
    ['LF', (plain) => plain],
    ['CRLF', (plain) => plain.replaceAll('\n', '\r\n')],
    ['CR', (plain) => plain.replaceAll('\n', '\r')],
    ['mixed line ends', mixed],
    ['a byte-order mark', (plain) => `\ufeff${plain}`],
    ['a byte-order mark with CRLF', (plain) => `\ufeff${plain.replaceAll('\n', '\r\n')}`],
    ['no final newline', (plain) => plain.trimEnd()],
    ['no newline behind the ticked line', (plain) => plain.slice(0, plain.indexOf('\n\nПросто'))],
    ['blank lines at the end', (plain) => `${plain}\n\n\n`],
    [
      'white space at line ends',
      (plain) => plain.replaceAll(/(Улун|2026-11-20|Зелёный)$/gm, '$1  ').replace(/(Улун) {2}( ✅.*)$/m, '$1$2'),
    ],
    ['UTF-16 LE', (plain) => utf16(plain, false)],
    ['UTF-16 BE', (plain) => utf16(plain, true)],
    ['UTF-16 LE with CRLF', (plain) => utf16(plain.replaceAll('\n', '\r\n'), false)],
  ])('%s, and undo gives the bytes back', (_, form) => {
    const home = newHome();
    const before = Buffer.from(form(text));
    home.write('note.md', before);
    tick(home);
    expect(home.bytes('note.md')).toEqual(Buffer.from(form(done)));
    expect(home.run(['undo', '-r', 'note.md']).status).toBe(0);
    expect(home.bytes('note.md')).toEqual(before);
    expect(readdirSync(home.work)).toEqual(['note.md']);
  });

  it.each([0o600, 0o640, 0o644, 0o755])('mode %o', (mode) => {
    const home = newHome();
    const path = home.write('note.md', text, mode);
    tick(home);
    expect(home.read('note.md')).toBe(done);
    expect(statSync(path).mode & 0o7777).toBe(mode);
  });

  it('a symbolic link', () => {
    const home = newHome();
    home.write('dotfiles/note.md', text);
    symlinkSync('dotfiles/note.md', home.path('note.md'));
    tick(home);
    expect(readlinkSync(home.path('note.md'))).toBe('dotfiles/note.md');
    expect(home.read('dotfiles/note.md')).toBe(done);
    expect(home.run(['undo', '-r', 'dotfiles/note.md']).status).toBe(0);
    expect(home.read('note.md')).toBe(text);
  });

  it('a chain of links through linked folders', () => {
    const home = newHome();
    home.write('real/note.md', text);
    symlinkSync('real', home.path('vault'));
    symlinkSync(home.path('vault/note.md'), home.path('second.md'));
    mkdirSync(home.path('desk'));
    symlinkSync('../second.md', home.path('desk/first.md'));
    tick(home, 'desk/first.md');
    expect(home.read('real/note.md')).toBe(done);
    for (const link of ['vault', 'second.md', 'desk/first.md'])
      expect(lstatSync(home.path(link)).isSymbolicLink(), link).toBe(true);
    expect(readdirSync(home.path('real'))).toEqual(['note.md']);
  });

  it('names with spaces, Cyrillic, quotes and a leading dash', () => {
    const home = newHome();
    for (const name of ['мой чай (зелёный).md', "it's tea.md", '-r.md', 'чай\nстрока.md']) {
      home.write(name, text);
      tick(home, `./${name}`);
      expect(home.read(name), name).toBe(done);
    }
  });
});

describe('the longest names a file can have', () => {
  const longest = `${'ы'.repeat(126)}.md`;

  it('a note is ticked in place', () => {
    const home = newHome();
    home.write(longest, text);
    tick(home, longest);
    expect(home.read(longest)).toBe(done);
  });

  it('an outline has a progress file of its own', () => {
    const home = newHome();
    home.write(longest, '# Чай\n\n## 1. Сорта\n\n- Зелёный\n- Улун\n');
    home.write(longest.replace('ыыы', 'эээ'), '# Чай\n\n## 1. Сорта\n\n- Зелёный\n- Улун\n');
    tick(home, longest);
    expect(home.readProgress()).toContain('Улун');
    tick(home, longest.replace('ыыы', 'эээ'));
    expect(readdirSync(home.data)).toHaveLength(2);
  });

  it('a longer one is refused as what it is', () => {
    const answer = newHome().run(['status', '-r', `${'ы'.repeat(300)}.md`], { env: wide });
    expect(answer).toMatchObject({ status: 5, out: '' });
    expect(answer.err).toContain('its name is longer than the file system allows');
  });
});

describe('an encoding without a tick', () => {
  // windows-1251: а–я are 0xe0–0xff, А–Я 0xc0–0xdf.
  const cyrillic = (plain: string) =>
    Buffer.from(
      [...plain].map((char) => (char.charCodeAt(0) < 128 ? char.charCodeAt(0) : char.charCodeAt(0) - 0x410 + 0xc0)),
    );
  const old =
    '# Чайная карта\n\n## 1. Сорта и происхождение\n\n- [ ] Зеленый чай с жасмином\n- [ ] Улун с молочным вкусом\n';

  it.each([[[]], [['--encoding', 'windows-1251']]])(
    'keeps the note as it is and the tick in a progress file %j',
    (args) => {
      const home = newHome();
      const bytes = cyrillic(old);
      home.write('note.md', bytes);
      expect(home.run(['done', '1.2', ...args, '-r', 'note.md']).status).toBe(0);
      expect(home.run(['status', ...args, '-r', 'note.md']).err).toContain('Windows-1251 has no ✅');
      expect(home.bytes('note.md')).toEqual(bytes);
      expect(home.readProgress()).toContain('- [x] 1.2 Улун с молочным вкусом');
      const status = home.json(['status', ...args, '-r', 'note.md']);
      expect(status).toMatchObject({
        roadmap: { encoding: 'windows-1251' },
        progress: { mode: 'file' },
        total: { done: 1 },
      });
    },
  );
});

describe('bytes that are no UTF-8 (FORMATS B6)', () => {
  const note = (...open: readonly string[]) =>
    Buffer.concat([
      ...[Buffer.from('# Kaffee\n\n- [x] Erste ✅ 2026-11-01\n'), Buffer.of(0xe9, 0x0a, 0x0a)],
      ...open.flatMap((title) => [Buffer.from(`- [ ] ${title} Caf`), Buffer.of(0xe9, 0x0a)]),
    ]);

  it('stay as they are with every tick, and undo gives the bytes back', () => {
    const home = newHome();
    const before = note('Zweite', 'Dritte');
    home.write('note.md', before);
    expect(home.run(['done', '2', '-r', 'note.md'])).toMatchObject({ status: 0, err: '' });
    const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    const ticked = latin(before).replace(
      '[ ] Zweite Caf\xe9',
      `[x] Zweite Caf\xe9 ${latin(Buffer.from('✅'))} 2026-11-20`,
    );
    expect(latin(home.bytes('note.md'))).toBe(ticked);
    expect(home.run(['undo', '-r', 'note.md']).status).toBe(0);
    expect(home.bytes('note.md')).toEqual(before);
    expect(home.run(['list', '-r', 'note.md', '--plain']).out).toContain('Zweite Caf\ufffd');
  });

  it('go back even where what made the note UTF-8 was taken out of it', () => {
    const home = newHome();
    const before = note('Zweite');
    home.write('note.md', before);
    expect(home.run(['reopen', '1', '-r', 'note.md']).status).toBe(0);
    expect(home.run(['undo', '-r', 'note.md']).status).toBe(0);
    expect(home.bytes('note.md')).toEqual(before);
  });

  it('are U+FFFD in a progress file, and its line is found again', () => {
    const home = newHome();
    const before = Buffer.concat([
      Buffer.from(`# ${'Чай и кофе '.repeat(9)}\n\n## Сорта`),
      Buffer.of(0xff),
      Buffer.from('\n\n- Зелёный'),
      Buffer.of(0xfe),
      Buffer.from('\n- Улун\n'),
    ]);
    home.write('note.md', before);
    for (const one of ['1.1', '1.2'])
      expect(home.run(['done', one, '-r', 'note.md', '--progress', 'ticks.md']).status).toBe(0);
    expect(home.bytes('note.md')).toEqual(before);
    expect(home.read('ticks.md').match(/^## .*$/gm)).toEqual(['## 1 Сорта\ufffd']);
    expect(home.json(['status', '-r', 'note.md', '--progress', 'ticks.md'])).toMatchObject({ total: { done: 2 } });
  });

  it('are not printed by `repair`, which would lose them', () => {
    const home = newHome();
    home.write('note.md', note('Zweite'));
    expectRefusal(home.run(['repair', 'note.md'], { env: wide }), 5, /note\.md/);
  });
});

describe('what is no file to write to', () => {
  const refused = (home: Home, name: string, sentence: RegExp): void => {
    const before = filesOf(home);
    expectRefusal(home.run(['done', '1.2', '-r', name], { env: wide, milliseconds: 5000 }), 5, sentence);
    expect(filesOf(home)).toEqual(before);
  };
  const filesOf = (home: Home) =>
    Object.fromEntries(Object.entries(home.snapshot()).filter(([, what]) => !what.startsWith('folder')));

  it('a note with several names is refused: writing would part them', () => {
    const home = newHome();
    linkSync(home.write('note.md', text), home.path('same.md'));
    refused(home, 'note.md', /hard links/);
    expect(home.run(['status', '-r', 'note.md']).status).toBe(0);
  });

  it('a link that leads nowhere', () => {
    const home = newHome();
    symlinkSync('gone.md', home.path('note.md'));
    refused(home, 'note.md', /link to a file that is gone/);
  });

  it('a link that leads to itself', () => {
    const home = newHome();
    symlinkSync('note.md', home.path('note.md'));
    refused(home, 'note.md', /note\.md cannot be read/);
  });

  it('a pipe without a writer is refused at once', ({ skip }) => {
    const home = newHome();
    if (home.shell('mkfifo note.md').status !== 0) return skip('mkfifo is needed for a named pipe, and it is not here');
    refused(home, 'note.md', /a device or a pipe/);
    expectRefusal(home.run(['status', '-r', 'note.md'], { env: wide, milliseconds: 5000 }), 5, /a device or a pipe/);
  });

  it('a device', () => {
    refused(newHome(), '/dev/null', /a device or a pipe/);
  });

  it('a folder', () => {
    const home = newHome();
    mkdirSync(home.path('notes.md'));
    refused(home, 'notes.md', /it is a folder/);
  });
});

describe('folders of ours', () => {
  it('are for this user alone, and hold no file that others may read', () => {
    const home = newHome();
    home.write('note.md', '# Чай\n\n## 1. Сорта\n\n- Зелёный\n- Улун\n');
    tick(home);
    for (const folder of [home.data, home.state]) expect(statSync(folder).mode & 0o777, folder).toBe(0o700);
    const visit = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? visit(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
      );
    expect(visit(home.home).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    expect(readFileSync(home.progressFile(), 'utf8')).toContain('Улун');
    expect(dirname(home.progressFile())).toBe(home.data);
  });

  it.each(['XDG_DATA_HOME', 'XDG_STATE_HOME'])('%s moves its folder, a relative value is ignored', (variable) => {
    const home = newHome();
    home.write('note.md', '# Чай\n\n## 1. Сорта\n\n- Зелёный\n- Улун\n');
    const env = { [variable]: `${home.root}/elsewhere` };
    expect(home.run(['done', '1.2', '-r', 'note.md'], { env }).status).toBe(0);
    expect(readdirSync(`${home.root}/elsewhere`)).toEqual(['istio-roadmap']);
    expect(home.run(['done', '1.1', '-r', 'note.md'], { env: { [variable]: 'relative' } }).status).toBe(0);
    expect(readdirSync(home.work)).toEqual(['note.md']);
  });
});
