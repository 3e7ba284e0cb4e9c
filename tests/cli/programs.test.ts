// Other programs: the editor, the browser, and the terminal that they must leave as it was.
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atTerminal, expectRefusal, type Home, newHome, noTerminal, wide } from '../support/program.ts';
import { garden, kafka } from './notes.ts';

/** An executable in a folder that comes first in PATH. */
function program(home: Home, name: string, script: string): void {
  chmodSync(home.write(`../bin/${name}`, `#!/bin/sh\n${script}\n`), 0o755);
}

const path = (home: Home): string => `${join(home.root, 'bin')}:${process.env.PATH}`;
/** What a fake program was started with, a word in each line. */
const given = (home: Home): string[] => home.read('given.txt').trimEnd().split('\n');
const record = 'for word in "$@"; do printf "%s\\n" "$word"; done > given.txt';

/** Russian from the environment, colours, and the working directory are those of the test. */
function edited(home: Home, args: readonly string[], env: Record<string, string>, steps = {}) {
  return atTerminal(home, args, { env: { PATH: path(home), NO_COLOR: '1', ...env }, columns: 200, ...steps });
}

function newHomeWithNote(): Home {
  const home = newHome();
  home.write('kafka.md', kafka);
  return home;
}

describe('edit', () => {
  it('opens the roadmap at the line of a topic, and says what became of the counts', ({ skip }) => {
    const home = newHomeWithNote();
    program(home, 'vim', `${record}; sed -i 's/^- \\[ \\] 1.3/- [x] 1.3/' kafka.md`);
    const line = kafka.split('\n').findIndex((text) => text.includes('1.3')) + 1;
    const terminal = edited(home, ['edit', '1.3', '-r', 'kafka.md'], { EDITOR: 'vim' });
    if (terminal === null) return skip(noTerminal);
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(given(home)).toEqual([`+${line}`, home.path('kafka.md')]);
    expect(terminal.screen).toMatch(/ Kafka .* {2}2\/8 → 3\/8 · 37%\r\n$/);
  });

  it('VISUAL comes before EDITOR, and with words of its own it is a piece of shell', () => {
    const home = newHomeWithNote();
    program(home, 'code', record);
    const env = { VISUAL: `code --profile 'two words' "$HOME"`, EDITOR: 'false' };
    const terminal = edited(home, ['edit', '-r', 'kafka.md'], env);
    if (terminal === null) return;
    expect(terminal.status).toBe(0);
    expect(given(home)).toEqual(['--profile', 'two words', home.home, '--wait', home.path('kafka.md')]);
    expect(terminal.screen).toContain('nothing was changed');
  });

  it('a file with a space, a quote and a dollar reaches the editor as it is', () => {
    const home = newHome();
    const name = `it's $HOME "x".md`;
    home.write(name, kafka);
    program(home, 'nano', record);
    const terminal = edited(home, ['edit', '1.3', '-r', name], { EDITOR: 'nano -w' });
    if (terminal === null) return;
    expect(given(home).at(-1)).toBe(home.path(name));
  });

  it('with --json and --plain it prints what status does afterwards', () => {
    const home = newHomeWithNote();
    program(home, 'vim', `sed -i 's/^- \\[ \\] 1.3/- [x] 1.3/' kafka.md`);
    for (const option of ['--json', '--plain']) {
      const terminal = edited(home, ['edit', option, '-r', 'kafka.md'], { EDITOR: 'vim' });
      if (terminal === null) return;
      expect(terminal.screen.replaceAll('\r', '')).toBe(home.run(['status', option, '-r', 'kafka.md']).out);
    }
    const settings = edited(home, ['config', 'edit', '--json'], { EDITOR: 'vim' });
    expect(settings?.screen).toMatch(/^\{"schemaVersion":1,"kind":"config".*\}\r\n$/);
  });

  it('findings that are new are shown, old ones are not', () => {
    const home = newHome();
    home.write('a.md', '# A\n\n- [x] 1.1 One ✅ 2026-02-30\n- [ ] 1.2 Two\n');
    program(home, 'vim', `printf -- '- [x] 1.3 Three ✅ 2026-04-31\\n' >> a.md`);
    const terminal = edited(home, ['edit', '-r', 'a.md'], { EDITOR: 'vim' });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0 });
    expect(terminal.screen).toContain('2026-04-31');
    expect(terminal.screen).not.toContain('2026-02-30');
    expect(terminal.screen).toMatch(/1\/2 → 2\/3/);
  });

  it('a file that cannot be read any more is reported as everywhere, and opened at that line the next time', () => {
    const home = newHome();
    home.write('garden.yaml', garden);
    program(home, 'vim', `${record}; printf 'title: x\\n' >> garden.yaml`);
    const broken = edited(home, ['edit', '-r', 'garden.yaml'], { EDITOR: 'vim' });
    if (broken === null) return;
    expect(broken).toMatchObject({ status: 4, isRestored: true });
    const line = garden.split('\n').length;
    program(home, 'vim', `${record}; sed -i '$d' garden.yaml`);
    const mended = edited(home, ['edit', '-r', 'garden.yaml'], { EDITOR: 'vim' });
    expect(mended?.status, mended?.screen).toBe(0);
    expect(given(home)).toEqual([`+${line}`, home.path('garden.yaml')]);
  });

  it.each([
    ['ends with a failure', 'exit 3', /vim ended with status 3/, 1],
    ['is killed', 'kill -KILL $$', /vim ended by SIGKILL/, 1],
  ])('an editor that %s is named, and the terminal is as it was', (_, script, sentence, status) => {
    const home = newHomeWithNote();
    program(home, 'vim', `stty raw -echo; printf '\\033[?1049h'; ${script}`);
    const terminal = edited(home, ['edit', '-r', 'kafka.md'], { EDITOR: 'vim' });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status, isRestored: true, screen: expect.stringMatching(sentence) });
  });

  it('Ctrl-C at the keyboard is the editor’s', () => {
    const home = newHomeWithNote();
    program(home, 'vim', `trap 'echo caught; exit 0' INT; echo ready; sleep 10 & wait`);
    const steps = [{ until: 'ready', still: 0.1, type: '\u0003' }];
    const terminal = edited(home, ['edit', '-r', 'kafka.md'], { EDITOR: 'vim' }, { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, isRestored: true });
    expect(terminal.screen).toContain('caught');
    expect(terminal.screen).toContain('nothing was changed');
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('%s is handed on, and the program ends when the editor has', (signal) => {
    const home = newHomeWithNote();
    program(home, 'vim', `trap 'stty sane; exit 1' ${signal.slice(3)}; stty raw -echo; echo ready; sleep 10 & wait`);
    const steps = [{ until: 'ready', still: 0.1, signal }];
    const terminal = edited(home, ['edit', '-r', 'kafka.md'], { EDITOR: 'vim' }, { steps });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 130, isRestored: true });
  });

  it('without an editor it says which one is missing, and who named it', () => {
    const home = newHomeWithNote();
    symlinkSync(process.execPath, home.write('../bin/empty', '').replace('empty', 'node'));
    const only = { PATH: join(home.root, 'bin') };
    const none = atTerminal(home, ['edit', '-r', 'kafka.md'], { env: only, columns: 200 });
    if (none === null) return;
    expect(none).toMatchObject({ status: 2, screen: expect.stringContaining('neither VISUAL nor EDITOR') });
    expect(none.screen).toContain('"vi"');
    for (const EDITOR of ['nosuch', 'nosuch --wait']) {
      const terminal = edited(home, ['edit', '-r', 'kafka.md'], { EDITOR });
      expect(terminal, EDITOR).toMatchObject({ status: 2, isRestored: true });
      expect(terminal?.screen).toContain('no editor "nosuch" (set by EDITOR)');
    }
  });

  it('of a bundled roadmap it names the line that makes a copy, and that line works', () => {
    const home = newHome();
    const answer = home.run(['edit', '1.1'], { env: wide });
    expectRefusal(answer, 2, /no file of yours/);
    const [, line = ''] = /`(istio-roadmap init [^`]*)`/.exec(answer.err) ?? [];
    expect(home.shell(line)).toMatchObject({ status: 0, err: '' });
    expect(home.run(['edit', '1.1'], { env: wide }).err).toContain('init my-istio.yaml');
  });

  it('without a terminal it names the place', () => {
    const home = newHomeWithNote();
    const answer = home.run(['edit', '1.3', '-r', 'kafka.md'], { env: { ...wide, EDITOR: 'touch never.txt' } });
    expectRefusal(answer, 2, /needs a terminal/);
    expect(answer.err).toMatch(/kafka\.md:\d+\n/);
    expect(existsSync(home.path('never.txt'))).toBe(false);
    expectRefusal(home.run(['edit', '9.9', '-r', 'kafka.md'], { env: wide }), 3, /no topic matches/);
  });
});

describe('config edit', () => {
  const file = (home: Home): string => join(home.home, '.config/istio-roadmap/config.yaml');

  it('a file in which nothing was saved is not there afterwards', () => {
    const home = newHome();
    program(home, 'vim', 'cp "$1" seen.txt');
    const terminal = edited(home, ['config', 'edit'], { EDITOR: 'vim' });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, screen: expect.stringContaining('nothing was saved') });
    expect(existsSync(file(home))).toBe(false);
    // Each line of the example is right when it is set.
    const all = home.read('seen.txt').replace(/^# (?=(?: *- | *[a-z]+:))/gm, '');
    home.write('../home/.config/istio-roadmap/config.yaml', all);
    for (const key of ['roadmap', 'lang', 'color', 'ascii', 'roadmaps.mesh.progress', 'hooks.change', 'ignore'])
      expect(home.run(['config', 'get', key]), key).toMatchObject({ status: 0, err: '' });
  });

  it('what was saved is read, and what is wrong is named with its place', () => {
    const home = newHome();
    program(home, 'vim', `sed -i 's/^# lang: en/lang: xx/' "$1"`);
    const wrong = edited(home, ['config', 'edit'], { EDITOR: 'vim' });
    if (wrong === null) return;
    expect(wrong).toMatchObject({ status: 4, isRestored: true });
    const line = readFileSync(file(home), 'utf8').split('\n').indexOf('lang: xx') + 1;
    expect(wrong.screen).toContain(`${line}:7  lang must be one of en, ru`);
    program(home, 'vim', `${record}; sed -i 's/^lang: xx/lang: ru/' "$2"`);
    const right = edited(home, ['config', 'edit'], { EDITOR: 'vim', LANG: 'C.UTF-8' });
    expect(right).toMatchObject({ status: 0 });
    expect(given(home)).toEqual([`+${line}`, file(home)]);
    expect(home.run(['config', 'get', 'lang']).out).toBe('ru\n');
  });

  it('without a terminal nothing is made', () => {
    const home = newHome();
    expectRefusal(home.run(['config', 'edit'], { env: wide }), 2, /`config edit` needs a terminal/);
    expect(existsSync(file(home))).toBe(false);
  });
});

describe('open', () => {
  const note = `# Links

- [ ] 1.1 One [site](https://example.org/a?b=$(touch%20x)&c='d')
- [ ] 1.2 Two [mail](mailto:me@example.org)
- [ ] 1.3 Three [file](file:///etc/passwd) [web](http://example.org/three)
- [ ] 1.4 Four
- [ ] 1.5 Five [page](javascript:alert(1))
`;
  const link = "https://example.org/a?b=$(touch%20x)&c='d'";

  function newHomeWithLinks(): Home {
    const home = newHome();
    home.write('links.md', note);
    return home;
  }

  const opened = (home: Home, args: readonly string[], env: Record<string, string> = {}) =>
    edited(home, ['open', ...args, '-r', 'links.md'], { BROWSER: '', ...env });

  /** The browser is not waited for. */
  function waitFor(home: Home, name: string): void {
    for (let left = 100; left > 0 && !existsSync(home.path(name)); left--) home.shell('sleep 0.05');
  }

  it('hands the address to xdg-open as one word, which prints nothing here', ({ skip }) => {
    if (process.platform === 'darwin') return skip('open is what macOS has');
    const home = newHomeWithLinks();
    program(home, 'xdg-open', `echo noise; echo noise >&2; ${record}.new; mv given.txt.new given.txt; sleep 2`);
    const terminal = opened(home, ['1.1']);
    if (terminal === null) return skip(noTerminal);
    expect(terminal).toMatchObject({ status: 0, isRestored: true, screen: ` opened ${link}\r\n` });
    waitFor(home, 'given.txt');
    expect(given(home)).toEqual([link]);
  });

  it('BROWSER is a program, or several of which the first that is there is taken', () => {
    const home = newHomeWithLinks();
    program(home, 'my browser', `${record}.new; mv given.txt.new given.txt`);
    const terminal = opened(home, ['1.3'], { BROWSER: 'nosuch:my browser' });
    if (terminal === null) return;
    expect(terminal.screen).toBe(' opened http://example.org/three\r\n');
    waitFor(home, 'given.txt');
    expect(given(home)).toEqual(['http://example.org/three']);
    const none = opened(home, ['1.3'], { BROWSER: 'touch never.txt' });
    expect(none?.status).toBe(0);
    expect(none?.screen).toMatch(/BROWSER names touch never\.txt.*\r\nhttp:\/\/example\.org\/three\r\n$/);
    expect(existsSync(home.path('never.txt'))).toBe(false);
  });

  it('BROWSER may have a place for the address', () => {
    const home = newHomeWithLinks();
    program(home, 'my browser', `${record}.new; mv given.txt.new given.txt`);
    const terminal = opened(home, ['1.1'], { BROWSER: 'nosuch %s:"my browser" --new "<%s>" $& behind' });
    if (terminal === null) return;
    expect(terminal.screen).toBe(` opened ${link}\r\n`);
    waitFor(home, 'given.txt');
    expect(given(home)).toEqual(['--new', `<${link}>`, '$&', 'behind']);
  });

  it('without a browser the address is printed', () => {
    const home = newHomeWithLinks();
    symlinkSync(process.execPath, home.write('../bin/empty', '').replace('empty', 'node'));
    const terminal = opened(home, ['1.1'], { PATH: join(home.root, 'bin') });
    if (terminal === null) return;
    expect(terminal).toMatchObject({ status: 0, screen: `${link}\r\n` });
  });

  it('in a pipe, with --print, --plain and --json nothing is opened', () => {
    const home = newHomeWithLinks();
    const env = { BROWSER: join(home.root, 'bin', 'browser') };
    program(home, 'browser', record);
    const run = (...more: string[]) => home.run(['open', '1.1', '-r', 'links.md', ...more], { env });
    for (const more of [[], ['--print'], ['--plain']])
      expect(run(...more)).toMatchObject({ status: 0, out: `${link}\n`, err: '' });
    expect(run('--plain', '-z').out).toBe(`${link}\0`);
    expect(JSON.parse(run('--json').out)).toMatchObject({ kind: 'open', address: '1.1', link });
    expect(opened(home, ['1.1', '--print'], env)?.screen ?? `${link}\r\n`).toBe(`${link}\r\n`);
    expect(existsSync(home.path('given.txt'))).toBe(false);
  });

  it.each([
    ['1.2', 2, /neither https nor http/, /to copy: mailto:me@example\.org/],
    ['1.4', 1, /1\.4 has no link/, /show 1\.4 -r links\.md/],
    ['1.9', 3, /no topic matches/, /nearest/],
  ])('%s is refused', (selector, status, sentence, hint) => {
    const answer = newHomeWithLinks().run(['open', selector, '-r', 'links.md'], { env: wide });
    expectRefusal(answer, status, sentence);
    expect(answer.err).toMatch(hint);
  });
});
