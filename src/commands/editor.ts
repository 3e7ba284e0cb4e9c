// Editing: a file in the editor of whoever is at the terminal, who gets the terminal for as long as it takes.
import { UserError } from '../errors.ts';
import { editorLine, programIn } from '../model/editor.ts';
import { visible } from '../text/visible.ts';
import { hanging } from '../views/layout.ts';
import type { Context } from './context.ts';

/** What is there on every system that has an editor at all. */
const usualEditor = 'vi';

/** What a shell answers for a program that is not there, or is none. */
const notFound: readonly (number | null)[] = [126, 127];

/** How an editor ended that did not end well. */
export interface EditorFailure {
  readonly program: string;
  readonly how: number | string;
}

/** Whether somebody is there to edit: results go to a terminal, and it answers. */
export const canEdit = (context: Context): boolean => context.canAsk() && context.isWatched();

/**
 * Opens a file in VISUAL, else EDITOR, else `vi`, at a line where there is one, and waits for its end; only where `canEdit`. Null when it
 * ended well, else how it ended. Throws `no-editor`.
 */
export async function openInEditor(context: Context, file: string, line: number | null): Promise<EditorFailure | null> {
  const programs = await context.programs();
  const from = ['VISUAL', 'EDITOR'].find((name) => programs.variable(name)?.trim()) ?? null;
  const setting = (from === null ? null : programs.variable(from)?.trim()) ?? usualEditor;
  const program = programIn(setting);
  const ending = await programs.atTerminal(editorLine(setting, file, line));
  if (ending === null || notFound.includes(ending.status)) throw new UserError('no-editor', { program, from });
  return ending.status === 0 ? null : { program, how: ending.status ?? ending.signal ?? 1 };
}

export async function sayFailure(context: Context, { program, how }: EditorFailure): Promise<void> {
  const { failed } = (await context.sentences()).scripting.edit;
  context.err(`${hanging('', `istio-roadmap: ${failed(visible(program), how)}`, context.theme).join('\n')}\n`);
}
