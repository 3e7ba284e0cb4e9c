// Elsewhere: the remarks on where the ticks of a roadmap are, so that nobody looks for them in the wrong place (FORMATS P3, P5).

import type { Diagnostic } from '../errors.ts';
import { commandLine } from '../views/command-line.ts';
import { commandLines } from '../views/layout.ts';
import { drawDiagnostic } from '../views/problem.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';
import { speaking } from './speaking.ts';

/** Says the `remarks` on stderr, with the command that settles them. Once in a run: call it with what was loaded last. */
export async function sayElsewhere(context: Context, { remarks, note, origin, isDefault }: Loaded): Promise<void> {
  const theme = await speaking(context);
  for (const remark of remarks) {
    const command = settling(remark) ?? moving(remark, { origin, isDefault });
    context.err(drawDiagnostic(remark, null, note?.path ?? '', theme, command === null));
    if (command !== null) context.err(`${commandLines(2, command, theme).join('\n')}\n`);
  }
}

function settling(remark: Diagnostic): string | null {
  return 'command' in remark.args ? remark.args.command : null;
}

function moving(remark: Diagnostic, { origin, isDefault }: Pick<Loaded, 'origin' | 'isDefault'>): string | null {
  if (remark.code !== 'ticks-elsewhere') return null;
  const { to } = (remark as Diagnostic<'ticks-elsewhere'>).args;
  return commandLine(['reconcile', '--progress', to, '--apply'], origin, isDefault);
}
