// The shells themselves: Tab and the prompt in bash, zsh and fish, typed at a terminal.
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Home, newHome, noTerminal, type Step, shellAtTerminal } from '../support/program.ts';
import { atShell, hasShell, inBashAside, initLine, inShell, noShell, type Shell, shells } from '../support/shells.ts';

const mesh = `# Mesh

## Basics (junior)
- [x] Sidecars
- [ ] Gateways
- [ ] Traffic
  - [x] Mirroring
  - [ ] Shifting

## Security (middle)
- [x] Certificates
`;

const oddNames = ['my note.md', 'it\'s "q".md', 'a:b c.md', 'Заметки по mesh.md', 'deep dir/x: y.md', 'do$ll`ar.md'];

function homeWithNotes(): Home {
  const home = newHome();
  for (const name of ['mesh.md', ...oddNames]) home.write(name, mesh);
  expect(home.run(['roadmaps', 'add', 'mesh.md', '--name', 'kafka']).status).toBe(0);
  return home;
}

/** Gets ready to show which words the shell makes of a line: Ctrl-A, `words `, Enter. */
const ready: { readonly [shell in Shell]: readonly string[] } = {
  bash: ['PS1="ready> "', initLine.bash, 'words() { printf "<%s>" "$@"; echo; }'],
  zsh: [
    'PS1="ready> "; unset zle_bracketed_paste',
    'autoload -Uz compinit && compinit -D -u',
    initLine.zsh,
    'words() { printf "<%s>" "$@"; echo; }',
  ],
  fish: [
    'function fish_prompt; printf "ready> "; end; set -g fish_autosuggestion_enabled 0',
    initLine.fish,
    'function words; printf "<%s>" $argv; echo; end',
  ],
};

/** What is typed before Tab, and the last word of the line in the end. */
const cases: readonly (readonly [typed: string, word: string])[] = [
  ['istio-roadmap und', 'undo'],
  ['ir red', 'redo'],
  ['ir list --expl', '--explain'],
  ['ir list --status sk', 'skipped'],
  ['ir list --status=todo,sk', '--status=todo,skipped'],
  ['ir --lang r', 'ru'],
  ['ir -r mesh.md gate jun', 'junior'],
  ['ir -r amb', 'ambient'],
  ['ir list -r kaf', 'kafka'],
  ['ir done -r kafka 1.3.', '1.3.2'],
  ['ir reopen -r mesh.md 1.3.', '1.3.1'],
  ['ir show -r "my note.md" 2.', '2.1'],
  ['ir show -r mesh.md Gatew', '1.2'],
  ['ir list -r my', 'my note.md'],
  ['ir list -r "my n', 'my note.md'],
  ['ir list -r it', 'it\'s "q".md'],
  ['ir list -r a:', 'a:b c.md'],
  ['ir list -r Зам', 'Заметки по mesh.md'],
  ['ir list -r deep\\ dir/x', 'deep dir/x: y.md'],
  ['ir list -r do', 'do$ll`ar.md'],
  ['ir list --roadmap=my', '--roadmap=my note.md'],
];

const atStart: Step = { until: '', still: 1, type: '' };

describe.each(shells)('Tab in %s', (shell) => {
  it('completes what may stand there', { timeout: 180_000 }, async ({ skip }) => {
    if (!hasShell(shell)) return skip(noShell(shell));
    const home = homeWithNotes();
    const steps: Step[] = [atStart, { until: '', still: 0.5, type: `${ready[shell].join('\n')}\n`, forget: true }];
    for (const [at, [typed]] of cases.entries())
      steps.push({
        ...{ until: at === 0 ? 'ready> ' : '>\r\n', still: at === 0 ? 1 : 0.3, forget: true },
        type: `${typed}\t\x01words \n`,
      });
    steps.push({ until: '>\r\n', still: 0.3, type: 'exit\n' });
    const terminal = await atShell(home, shell, steps, { columns: 200, seconds: 150 });
    if (terminal === null) return skip(noTerminal);
    const lines = [...terminal.screen.matchAll(/^<.*>\r$/gm)].map(([line]) => /.*<(.*)>/.exec(line)?.[1]);
    expect(lines, terminal.screen.slice(-3000)).toEqual(cases.map(([, word]) => word));
    expect(terminal.status).toBe(0);
  });

  it('shows titles and states, of a verb only what it moves', { timeout: 60_000 }, async ({ skip }) => {
    if (!hasShell(shell)) return skip(noShell(shell));
    const home = homeWithNotes();
    const terminal = await atShell(home, shell, [
      atStart,
      { until: '', still: 0.5, type: `${ready[shell].join('\n')}\n`, forget: true },
      { until: 'ready> ', still: 1, type: 'ir done -r mesh.md 1.\t\t' },
      { until: 'Traffic', still: 0.5, type: '\x03' },
      { until: '', still: 0.5, type: '\x03\nexit\n' },
    ]);
    if (terminal === null) return skip(noTerminal);
    const plain = stripVTControlCharacters(terminal.screen);
    expect(plain).toMatch(/1\.2 .*Gateways ○/);
    expect(plain).toMatch(/1\.3 .*Traffic 1\/3/);
    expect(plain).not.toContain('Sidecars');
  });
});

/** Lines of shell that wait a moment, and count what was started on this machine since it began: the program's own is not all. */
const forks =
  'started() { while read -r name count _; do [[ $name == processes ]] && REPLY=$count; done < /proc/stat; }';

describe('the prompt in bash', () => {
  it('starts no process while nothing changes, and takes less than a millisecond', { timeout: 120_000 }, () => {
    const home = homeWithNotes();
    home.run(['done', '1.2', '-r', 'mesh.md'], { env: { ISTIO_ROADMAP: 'mesh.md' } });
    // Of 20 rounds one in which nobody else started anything is enough: 50 prompts that started one would never have it.
    const lines = `${forks}
      fewest=1000 quickest=1000000 PATH=/nowhere
      for ((round = 0; round < 20; round++)); do
        started; before=$REPLY; time=\${EPOCHREALTIME//[!0-9]/}
        for ((n = 0; n < 50; n++)); do __istio_roadmap_update; done
        took=$((\${EPOCHREALTIME//[!0-9]/} - time)); started
        if ((REPLY - before < fewest)); then fewest=$((REPLY - before)); fi
        if ((took < quickest)); then quickest=$took; fi
      done
      echo "$ISTIO_ROADMAP_PROMPT, started $fewest, $((quickest / 50)) microseconds"`;
    const { out, err } = inShell(home, 'bash', lines, { ISTIO_ROADMAP: 'mesh.md' });
    expect(err).toBe('');
    expect(out).toMatch(/^4\/6 66%, started 0, \d{1,3} microseconds\n$/);
  });
});

/** Waits in a shell without `sleep` being counted for anything. */
const wait = 'sleep 1.2';

describe.each(shells)('the prompt in %s', (shell) => {
  it('shows a tick at once, and an edit within two seconds and two prompts', { timeout: 60_000 }, ({ skip }) => {
    if (!hasShell(shell)) return skip(noShell(shell));
    const home = homeWithNotes();
    const ask = 'istio_roadmap_prompt';
    const lines = [
      ...[ask, wait, ask, 'istio-roadmap done 1.2 -q', ask, 'istio-roadmap undo -q', ask],
      // In the same second, with as many bytes.
      ...["sed -i 's/\\[ \\] Gateways/[x] Gateways/' mesh.md", wait, ask, 'sleep 0.8', ask],
      ...['rm mesh.md', wait, ask, 'sleep 0.8', ask, 'echo end'],
    ];
    const { out, err } = inShell(home, shell, lines.join('\n'), { ISTIO_ROADMAP: 'mesh.md' });
    expect(err).toBe('');
    const shown = out.split('\n');
    // What comes first depends on how long the program takes.
    expect(shown.filter((line, at) => line !== shown[at - 1] && line !== '')).toEqual([
      '3/6 50%',
      '4/6 66%',
      '3/6 50%',
      '4/6 66%',
      'end',
    ]);
  });

  it('prints no message of a job, and leaves the status of the last command', { timeout: 90_000 }, async ({ skip }) => {
    if (!hasShell(shell)) return skip(noShell(shell));
    const home = homeWithNotes();
    const prompt = {
      bash: "PS1='ready $?> '",
      zsh: "PS1='ready %?> '",
      fish: 'function fish_prompt; set -l last $status; istio_roadmap_prompt; printf "ready $last> "; end',
    };
    const lines = [...Array.from({ length: 4 }, () => ["echo '- [x] more' >> mesh.md", 'sleep 1.1']).flat(), 'false'];
    const terminal = await atShell(
      home,
      shell,
      [
        atStart,
        { until: '', still: 0.5, type: `${initLine[shell]}\n${prompt[shell]}\n`, forget: true },
        ...lines.map((line): Step => ({ until: 'ready', still: 0.3, type: `${line}\n`, forget: true })),
        { until: 'ready 1> ', still: 1.5, type: '\nexit\n' },
      ],
      { env: { ISTIO_ROADMAP: 'mesh.md' } },
    );
    if (terminal === null) return skip(noTerminal);
    expect(terminal.screen).toContain('ready 1> ');
    expect(terminal.screen).not.toMatch(/\[\d+\]|Done|done\b|Job|ended|not found/);
  });

  it('takes what a roadmap says for nothing but text', { timeout: 60_000 }, ({ skip }) => {
    if (!hasShell(shell)) return skip(noShell(shell));
    const home = newHome();
    home.write('bad.md', '- [ ] $(touch one) `touch two` %F{red} \\$(touch three) $PATH & * {done}\n');
    const env = { ISTIO_ROADMAP: 'bad.md', ISTIO_ROADMAP_FORMAT: '{next}' };
    home.run(['start', '1'], { env });
    const lines: { readonly [shell in Shell]: string } = {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what bash reads
      bash: 'istio_roadmap_prompt; PS1="$ISTIO_ROADMAP_PROMPT"; echo "${PS1@P}"',
      zsh: 'istio_roadmap_prompt; setopt prompt_subst; PS1="$ISTIO_ROADMAP_PROMPT"; print -rP -- "$PS1"',
      fish: 'istio_roadmap_prompt; eval "echo \\"$ISTIO_ROADMAP_PROMPT\\""',
    };
    const { out, err } = inShell(home, shell, lines[shell], env);
    expect(err).toBe('');
    const [first, second] = out.split('\n');
    expect(first).toMatch(/^1 ＄\(touch one\)/);
    expect(second).toBe(first);
    expect(home.shell('ls').out).toBe('bad.md\n');
  });
});

describe('all at once', () => {
  it('200 prompts, 5 refreshes, 5 watchers and 20 ticks lose no tick and print no message', {
    timeout: 120_000,
  }, async () => {
    const home = newHome();
    const topics = Array.from({ length: 20 }, (_, at) => `- [ ] Topic ${at + 1}\n`);
    home.write('many.md', topics.join(''));
    const env = { ISTIO_ROADMAP: 'many.md' };
    const steps = [{ until: '20/20', still: 0.3, type: 'q' }];
    const watchers = Array.from({ length: 5 }, () =>
      shellAtTerminal(home, 'istio-roadmap status --watch', { steps, env: { ...env, NO_COLOR: '1' }, seconds: 60 }),
    );
    const refreshes = Array.from({ length: 5 }, () => home.start(['__refresh'], undefined, env));
    const ticks = topics.map((_, at) => home.start(['done', String(at + 1), '-q'], undefined, env));
    const prompts = inBashAside(home, 'for ((n = 0; n < 200; n++)); do __istio_roadmap_update; sleep 0.01; done', env);
    const answers = await Promise.all([...refreshes, ...ticks, prompts]);
    expect(answers).toEqual(answers.map(() => ({ status: 0, signal: null, out: '', err: '' })));
    expect(home.read('many.md').split('- [x]').length - 1).toBe(20);
    // Where there is no terminal for them, tests/cli/watch.test.ts says so.
    for (const watcher of await Promise.all(watchers))
      if (watcher !== null) expect(watcher).toMatchObject({ status: 0, isRestored: true });
    const { out } = inShell(home, 'bash', 'istio_roadmap_prompt >/dev/null; sleep 1.2; istio_roadmap_prompt', env);
    expect(out).toBe('20/20 100%\n');
  });
});
