// The shells themselves: Tab and the prompt in bash, zsh and fish, typed at a terminal.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Home, newHome, noTerminal, type Step } from '../support/program.ts';
import { atShell, hasShell, initLine, noShell, type Shell, shells } from '../support/shells.ts';

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
});
