// completion and shell-init: what is printed, what is installed, and the words that a shell is told.
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/commands/export-formats.ts';
import { atTerminal, expectRefusal, type Home, newHome, noTerminal, wide } from '../support/program.ts';
import { hasShell, pathWithProgram, shells } from '../support/shells.ts';
import { witnessed } from '../support/witness.ts';
import { kafka } from './notes.ts';

const breaks = ' \t\n"\'><=;|&(:';

/** What a shell is told: the kind, and the values. */
function told(home: Home, ...words: string[]): string[] {
  const { status, out, err } = home.run(['__complete', 'zsh', '--', ...words]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0] as string);
}

function toldBash(home: Home, line: string, type = '9', columns = '80'): string[] {
  const { status, out, err } = home.run(['__complete', 'bash', line, breaks, type, columns]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out.split('\n').slice(0, -1);
}

function homeWithNote(): Home {
  const home = newHome();
  home.write('kafka.md', kafka);
  return home;
}

describe('the words that may stand there', () => {
  it('are every command and option of the help, and no other', () => {
    const home = newHome();
    const listed = (text: string, head: string): string[] =>
      [
        ...((text.split(`\n${head}:\n`)[1] ?? '')
          .split('\n\n')[0]
          ?.matchAll(/^ {2}(?:-\w, )?(--[\w-]+|[a-z][\w-]*)/gm) ?? []),
      ].map(([, name]) => name as string);
    const help = home.run(['--help', '--no-input']).out;
    const commands = listed(help, 'Commands');
    expect(commands.length).toBeGreaterThan(15);
    expect(told(home, '').slice(1).sort()).toEqual(commands.sort());
    const shared = listed(help, 'Options').filter((name) => name !== '--version');
    for (const command of commands.filter((name) => name !== 'help')) {
      const own = listed(home.run([command, '--help', '--no-input']).out, 'Options');
      const expected = [...new Set([...own, ...shared, '--version'])].sort();
      expect(told(home, command, '--').slice(1).sort(), command).toEqual(expected);
    }
  });

  it.each<[string[], string[]]>([
    [
      ['help', 'un'],
      ['words', 'undo'],
    ],
    [
      ['help', 'da'],
      ['words', 'dates'],
    ],
    [['help', 'undo', ''], ['words']],
    [['nonsense', ''], ['words']],
    [['undo', ''], ['words']],
    [
      ['--color', ''],
      ['words', 'auto', 'always', 'never'],
    ],
    [
      ['export', '--format', ''],
      ['words', ...exportFormats],
    ],
    [
      ['export', '--format=j'],
      ['words', 'json'],
    ],
    [['prompt', '--format', ''], ['words']],
    [
      ['list', '--since', 'yes'],
      ['words', 'yesterday'],
    ],
    [
      ['list', '--status', 'done,s'],
      ['words', 'done,skipped'],
    ],
    [['list', '--json='], ['words']],
    [
      ['roadmaps', ''],
      ['words', 'list', 'add', 'use', 'remove'],
    ],
    [
      ['roadmaps', 'use', 'am'],
      ['roadmaps', 'ambient'],
    ],
    [
      ['config', 'get', 'la'],
      ['words', 'lang'],
    ],
    [
      ['completion', 'i'],
      ['words', 'install'],
    ],
    [
      ['shell-init', ''],
      ['words', 'bash', 'zsh', 'fish'],
    ],
    [['lint', ''], ['files']],
    [['gate', 'J'], ['words']],
    [
      ['gate', 'j'],
      ['words', 'junior'],
    ],
    [
      ['-r', ''],
      ['roadmaps', 'ambient', 'ica', 'istio'],
    ],
    [
      ['--progress', ''],
      ['roadmaps', 'inline'],
    ],
    [
      ['-r', 'kafka.md', 'done', ''],
      ['words', '1', '2', '3'],
    ],
    [
      ['done', '-r', 'kafka.md', '2.'],
      ['words', '2.1', '2.2'],
    ],
    [
      ['done', '-r', 'kafka.md', '2.2', '2.'],
      ['words', '2.1'],
    ],
    [['done', '-r', 'missing.md', '2.'], ['words']],
    [['done', '--', '-'], ['words']],
    [
      ['done', '2.2', '--on', 'mon'],
      ['words', 'monday'],
    ],
  ])('%j: %j', (words, expected) => expect(told(homeWithNote(), ...words)).toEqual(expected));

  it('are said in the language of the line', () => {
    const home = newHome();
    const { out } = home.run(['__complete', 'fish', '--', '--lang', 'ru', 'show', '1.1']);
    expect(out).toMatch(/^words\n1\.1\t.*[а-я].* ○\n$/);
  });

  it.each<[string, string[]]>([
    ['ir undo --dr', ['words']],
    ['ir done --dr', ['words', '--dry-run']],
    ['ir -r am', ['words', 'ambient']],
    ['ir -r ka', ['files', 'kafka.md']],
    ['ir --roadmap=ka', ['files', 'kafka.md']],
    ['ir done -r kafka.md 2.2-2.', ['words', '2.2-2.1', '2.2-2.2']],
  ])('bash %j: %j', (line, expected) => {
    const [kind, ...words] = toldBash(homeWithNote(), line);
    expect([kind, ...words.map((word) => word.replace(/ {2}.*$/, ''))]).toEqual(expected);
  });

  it('in bash have no descriptions where one after the other is put onto the line', () => {
    const home = homeWithNote();
    expect(toldBash(home, 'ir done -r kafka.md 2.', '37')).toEqual(['words', '2.1', '2.2']);
    const [, ...lines] = toldBash(home, 'ir done -r kafka.md 2.', '63', '24');
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(24);
  });

  it('are found without loading the core where the grammar alone knows them', () => {
    const home = homeWithNote();
    expect(witnessed(home, ['__complete', 'zsh', '--', 'l']).loaded).toEqual(['completion']);
    expect(witnessed(home, ['__complete', 'zsh', '--', 'done', '2.']).loaded).not.toContain('cli');
  });

  it('are none for whatever goes wrong', () => {
    const home = newHome();
    home.write('.istio-roadmap.yaml', 'lang: [\n');
    home.write('bad.yaml', 'title: [\n');
    for (const words of [['done', '-r', 'bad.yaml', ''], ['-r', 'bad.yaml', 'gate', ''], []])
      expect(home.run(['__complete', 'zsh', '--', ...words])).toMatchObject({ status: 0, err: '' });
    expect(home.run(['__complete'])).toMatchObject({ status: 0, err: '' });
  });
});

describe('shell-init and completion', () => {
  it.each(shells)('print what %s reads, the same through the grammar', (shell) => {
    const home = newHome();
    for (const words of [
      ['completion', shell],
      ['shell-init', shell],
      ['shell-init', shell, '--cmd', 'ir'],
    ]) {
      const answer = home.run(words);
      expect(answer).toMatchObject({ status: 0, err: '' });
      expect(home.run([...words, '--no-input'])).toEqual(answer);
      expect(answer.out.includes('istio_roadmap_prompt')).toBe(words[0] === 'shell-init');
      expect(/\bir\b/.test(answer.out)).toBe(words.includes('--cmd'));
    }
    expect(witnessed(home, ['shell-init', shell]).loaded).toEqual(['shell']);
  });

  it.each([...shells])('are read by %s twice without a word, and by one that is strict', (shell) => {
    if (!hasShell(shell)) return;
    const home = newHome();
    const { out } = home.run(['shell-init', shell, '--cmd', 'ir']);
    home.write('init', out);
    const twice = {
      bash: 'set -eu; . ./init; . ./init',
      zsh: 'setopt nounset errexit; . ./init; . ./init',
      fish: 'source init; source init',
    };
    const answer = home.shell(
      `env PATH='${pathWithProgram(home)}' ${shell} -c '${twice[shell]}; istio_roadmap_prompt; echo end'`,
    );
    expect(answer).toMatchObject({ status: 0, out: 'end\n', err: '' });
  });

  it.each<[string[], RegExp]>([
    [['shell-init', 'ksh'], /nothing for a shell called "ksh"/],
    [['shell-init', 'bash', '--cmd', 'done'], /cannot be "done"/],
    [['shell-init', 'bash', '--cmd', 'a b'], /cannot be "a b"/],
    [['shell-init', 'bash', '--cmd', '$(x)'], /cannot be/],
    [['shell-init'], /missing required argument 'shell'/],
    [['completion', 'tcsh'], /nothing for a shell called "tcsh"/],
    [['completion', 'instal'], /no action "instal"/],
    [['completion', 'bash', 'zsh'], /too many arguments/],
    [['completion', 'install', 'ksh'], /nothing for a shell called "ksh"/],
    [['completion', 'install'], /missing required argument 'shell'/],
  ])('%j is refused', (words, sentence) => {
    const home = newHome();
    const before = home.snapshot();
    expectRefusal(home.run(words, { env: { ...wide, SHELL: '/bin/ksh' } }), 2, sentence);
    expect(home.snapshot()).toEqual(before);
  });
});

const script = (home: Home, shell: string): string => join(home.home, `.config/istio-roadmap/completion.${shell}`);

describe('completion install', () => {
  it.each<['bash' | 'zsh', string]>([
    ['bash', '.bashrc'],
    ['zsh', '.zshrc'],
  ])('puts a script and a line where %s finds them, once', (shell, start) => {
    const home = newHome();
    home.write(`../home/${start}`, 'alias x=y');
    const answer = home.run(['completion', 'install', shell, '--force']);
    expect(answer).toMatchObject({ status: 0, out: '' });
    expect(answer.err).toContain(`completion for ${shell} is installed`);
    expect(readFileSync(script(home, shell), 'utf8')).toBe(home.run(['completion', shell]).out);
    const text = readFileSync(join(home.home, start), 'utf8');
    expect(text).toMatch(
      /^alias x=y\n\n# istio-roadmap: completion\nif \[ -r "\$\{XDG_CONFIG_HOME:-\$HOME\/\.config\}\/.*; fi\n$/,
    );
    const before = home.snapshot();
    const again = home.run(['completion', 'install'], { env: { SHELL: `/usr/bin/${shell}` } });
    expect(again).toMatchObject({ status: 0, out: '' });
    expect(again.err).toContain('installed already');
    expect(home.snapshot()).toEqual(before);
    if (!hasShell(shell)) return;
    const loads = {
      bash: `bash --rcfile ~/.bashrc -ic 'complete -p istio-roadmap'`,
      zsh: `zsh -ic 'print $+functions[_istio-roadmap]'`,
    };
    expect(home.shell(loads[shell]).out).toMatch(/istio-roadmap|^1$/m);
  });

  it('gives fish a file by the name of the program', () => {
    const home = newHome();
    expect(home.run(['completion', 'install', 'fish', '--force'])).toMatchObject({ status: 0 });
    const file = join(home.home, '.config/fish/completions/istio-roadmap.fish');
    expect(readFileSync(file, 'utf8')).toBe(home.run(['completion', 'fish']).out);
    expect(home.run(['completion', 'install', 'fish']).err).toContain('installed already');
  });

  it('keeps a start file that is a link a link, and one that loads the program already as it is', () => {
    const home = newHome();
    const real = home.write('dotfiles/bashrc', '# mine\n', 0o600);
    symlinkSync(real, join(home.home, '.bashrc'));
    home.run(['completion', 'install', 'bash', '--force']);
    expect(lstatSync(join(home.home, '.bashrc')).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8')).toContain('completion.bash');
    home.write('dotfiles/bashrc', 'eval "$(istio-roadmap shell-init bash)"\n');
    home.run(['completion', 'install', 'bash', '--force']);
    expect(readFileSync(real, 'utf8')).toBe('eval "$(istio-roadmap shell-init bash)"\n');
  });

  it('shows what it would do, and needs an answer where nobody can be asked', () => {
    const home = newHome();
    const before = home.snapshot();
    const { status, out, err } = home.run(['completion', 'install', 'bash', '--dry-run']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^\+\+\+ .*completion\.bash\n[\s\S]*^\+\+\+ .*\.bashrc\n/m);
    const answer = home.run(['completion', 'install', 'bash'], { env: wide });
    expectRefusal(answer, 2, /needs an answer: write ~\/\.config\/istio-roadmap\/completion\.bash and ~\/\.bashrc\?/);
    expect(answer.err).toContain('istio-roadmap completion install bash --force');
    expect(home.snapshot()).toEqual(before);
  });

  it.for([
    ['y\r', 0, true],
    ['n\r', 0, false],
    ['\u0003', 130, false],
  ] as const)('asks at a terminal: %j', ([type, status, isMade], { skip }) => {
    const home = newHome();
    const terminal = atTerminal(home, ['completion', 'install', 'bash'], {
      steps: [{ until: '.bashrc?', still: 0.3, type }],
      columns: 200,
    });
    if (terminal === null) return skip(noTerminal);
    expect(terminal).toMatchObject({ status, isRestored: true });
    expect(terminal.screen).toMatch(/\.bashrc is made/);
    expect(existsSync(join(home.home, '.bashrc'))).toBe(isMade);
  });
});
