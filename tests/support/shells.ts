// Shells: bash, zsh and fish as a person has them, with the program on PATH and nothing of this machine's own settings.
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type AtTerminal, anyAtTerminal, type Home, type Step, type Terminal } from './program.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const interactive: { readonly [shell in Shell]: readonly string[] } = {
  bash: ['bash', '--noprofile', '--norc', '-i'],
  zsh: ['zsh', '-f', '-i'],
  fish: ['fish', '--no-config', '-i'],
};
const scripted: { readonly [shell in Shell]: readonly string[] } = {
  bash: ['bash', '--noprofile', '--norc', '-c'],
  zsh: ['zsh', '-f', '-c'],
  fish: ['fish', '--no-config', '-c'],
};

export const hasShell = (shell: Shell): boolean => spawnSync(shell, ['--version'], { timeout: 10_000 }).status === 0;
export const noShell = (shell: Shell): string => `${shell} is needed for this test, and it is not here`;

/** PATH with the program in front, by the name that a user types. */
export function pathWithProgram(home: Home): string {
  const folder = join(home.root, 'bin');
  mkdirSync(folder, { recursive: true });
  const link = join(folder, 'istio-roadmap');
  try {
    symlinkSync(home.program, link);
  } catch {
    // It was made before.
  }
  return `${folder}:${process.env.PATH}`;
}

export const initLine: { readonly [shell in Shell]: string } = {
  bash: 'eval "$(istio-roadmap shell-init bash --cmd ir)"',
  zsh: 'eval "$(istio-roadmap shell-init zsh --cmd ir)"',
  fish: 'istio-roadmap shell-init fish --cmd ir | source',
};

/** Runs lines in a shell that has read our init; its terminal is none. */
export function inShell(home: Home, shell: Shell, lines: string, env: Record<string, string> = {}): Answer {
  const [program, ...args] = scripted[shell] as [string, ...string[]];
  const { status, signal, stdout, stderr } = spawnSync(program, [...args, `${initLine[shell]}\n${lines}`], {
    ...{ cwd: home.work, env: home.environment({ PATH: pathWithProgram(home), ...env }) },
    ...{ encoding: 'utf8', timeout: 60_000, killSignal: 'SIGKILL' },
  });
  return { status, signal, out: stdout, err: stderr };
}

/** The same in bash, beside others. */
export function inBashAside(home: Home, lines: string, env: Record<string, string> = {}): Promise<Answer> {
  const [program, ...args] = scripted.bash as [string, ...string[]];
  return home.startAny([program, ...args, `${initLine.bash}\n${lines}`], { PATH: pathWithProgram(home), ...env });
}

/** Types at a shell in a terminal. Null where python3 with its pty module is missing. */
export function atShell(
  home: Home,
  shell: Shell,
  steps: readonly Step[],
  { env = {}, ...more }: Omit<AtTerminal, 'steps'> = {},
): Promise<Terminal | null> {
  const known = { PATH: pathWithProgram(home), ...env };
  return anyAtTerminal(home, interactive[shell], { ...more, env: known, steps, seconds: more.seconds ?? 60 });
}
