// ShellInit: `shell-init` and `completion`: what a shell reads at its start, printed.
import { UserError } from '../errors.ts';
import { readBytes } from '../store/files.ts';
import { decode } from '../text/encoding.ts';
import { isCommandName, isShell, type Shell, scriptFiles, shells, shortName } from '../views/shell-script.ts';
import type { CommonOptions, Context } from './context.ts';

export interface ShellInitOptions extends CommonOptions {
  /** A short name for the program. */
  readonly cmd?: string;
}

/** `shell-init <shell> [--cmd NAME]`: 0. Throws `unknown-shell` for another shell, `bad-option-value` for a name that no command can have. */
export async function shellInit(context: Context, shell: string, { cmd }: ShellInitOptions): Promise<number> {
  if (!isShell(shell)) throw new UserError('unknown-shell', { shell, known: shells, command: 'shell-init' });
  if (cmd !== undefined && !isCommandName(cmd))
    throw new UserError('bad-option-value', {
      ...{ option: '--cmd <name>', value: cmd, command: 'shell-init' },
      expected: { kind: 'command-name' },
    });
  const name = cmd === undefined ? '' : shortName[shell](cmd);
  context.document(scriptFor(context, shell, 'init') + name);
  return 0;
}

/** The text of the files that make up the script of a shell. */
export function scriptFor({ disk, library }: Context, shell: Shell, what: keyof typeof scriptFiles): string {
  const folder = `${library.program}/dist/shell`;
  return scriptFiles[what].map((part) => decode(readBytes(disk, `${folder}/${part}.${shell}`)).text).join('');
}
