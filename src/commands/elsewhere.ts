// Elsewhere: the remarks on where the ticks of a roadmap are, so that nobody looks for them in the wrong place (FORMATS P3, P5).

import type { Diagnostic, DiagnosticArgs } from '../errors.ts';
import { commandLines } from '../views/layout.ts';
import { drawDiagnostic } from '../views/problem.ts';
import type { Context } from './context.ts';
import type { Loaded } from './load.ts';
import { withSentences } from './theme-with-sentences.ts';

/** Says the `remarks` on stderr, with the command that settles them. Once in a run: call it with what was loaded last. */
export async function sayElsewhere(context: Context, { remarks, note }: Loaded): Promise<void> {
  const theme = await withSentences(context);
  for (const remark of remarks) {
    const words = settling(remark);
    context.err(drawDiagnostic(remark, null, note?.path ?? '', theme, words === null));
    if (words !== null) context.err(`${commandLines(2, theme.commands.to(...words), theme).join('\n')}\n`);
  }
}

/** The words of the command that settles a remark. */
function settling({ code, args }: Diagnostic): readonly string[] | null {
  if (code === 'ticks-abandoned' || code === 'progress-of-another')
    return (args as DiagnosticArgs['ticks-abandoned' | 'progress-of-another']).words;
  return code === 'ticks-elsewhere'
    ? ['reconcile', '--progress', (args as DiagnosticArgs['ticks-elsewhere']).to, '--apply']
    : null;
}
