// ShellInit: what a shell reads at its start: completion, the prompt, and a short name for the program.
import { UserError } from '../errors.ts';
import { readBytes } from '../store/files.ts';
import { decode } from '../text/encoding.ts';
import type { CommonOptions, Context } from './context.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export interface ShellInitOptions extends CommonOptions {
  /** A short name for the program. */
  readonly cmd?: string;
}

const isShell = (word: string): word is Shell => (shells as readonly string[]).includes(word);

/** `shell-init <shell> [--cmd NAME]`: 0. Throws `unknown-action` for another shell, `bad-option-value` for a name that no command can have. */
export async function shellInit(context: Context, shell: string, { cmd }: ShellInitOptions): Promise<number> {
  if (!isShell(shell)) throw new UserError('unknown-action', { command: 'shell-init', action: shell, known: shells });
  if (cmd !== undefined && !isCommandName(cmd))
    throw new UserError('bad-option-value', {
      ...{ option: '--cmd <name>', value: cmd, command: 'shell-init' },
      expected: { kind: 'command-name' },
    });
  const parts = [completionScript(context, shell), scriptOf(context, 'prompt', shell)];
  context.document([...parts, ...(cmd === undefined ? [] : [shortName[shell](cmd)])].join('\n'));
  return 0;
}

/** `completion <shell>`: 0. */
export function printCompletion(context: Context, shell: Shell): number {
  context.document(completionScript(context, shell));
  return 0;
}

export const completionScript = (context: Context, shell: Shell): string => scriptOf(context, 'completion', shell);

function scriptOf({ disk, library }: Context, part: 'completion' | 'prompt', shell: Shell): string {
  return decode(readBytes(disk, `${library.program}/dist/shell/${part}.${shell}`)).text;
}

/** Completion of the short name, too: zsh and fish know it from what it stands for, unless zsh was told to complete aliases by themselves. */
const shortName: { readonly [shell in Shell]: (name: string) => string } = {
  bash: (name) => `alias ${name}=istio-roadmap\ncomplete -F __istio_roadmap_complete ${name}\n`,
  zsh: (name) => `alias ${name}=istio-roadmap\n__istio_roadmap_names+=(${name})\n__istio_roadmap_compdef\n`,
  fish: (name) => `function ${name} --wraps istio-roadmap --description istio-roadmap\n    istio-roadmap $argv\nend\n`,
};

/** What a shell reads as something else, or what our own functions and those of a user's files are made of. */
const taken: ReadonlySet<string> = new Set(
  [
    'if then else elif fi for while until do done case esac in select function time coproc begin end switch and or not',
    'alias bg builtin cd command compgen complete continue declare disown echo emulate eval exec exit export fg hash history jobs kill let',
    'local math path print printf pwd read readonly return set setopt shift source string test trap type typeset ulimit umask unset wait',
    'break contains commandline nocorrect noglob repeat foreach autoload bindkey compdef zmodload',
  ].flatMap((line) => line.split(' ')),
);

const isCommandName = (name: string): boolean => /^[A-Za-z_][\w-]{0,63}$/.test(name) && !taken.has(name);
