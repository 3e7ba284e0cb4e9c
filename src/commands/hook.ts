// Hook: the command of the user's own that gets each change as JSON (`hooks.change`).
import type { Changes } from '../model/change.ts';
import { progressOf } from '../model/progress.ts';
import { changeJson } from '../views/json.ts';
import { hanging } from '../views/layout.ts';
import type { CommonOptions, Context } from './context.ts';
import type { Loaded } from './load.ts';

/** What a hook may take of the time of whoever ticked. */
const seconds = 10;

/**
 * Runs the hook on a change that has been written, `now` being the roadmap as it is then. Whatever becomes of it changes neither the
 * tick nor the exit status; a failure is one sentence on standard error, and none with `--quiet`.
 */
export async function runHook(
  context: Context,
  changes: Changes,
  { roadmap, origin }: Loaded,
  options: CommonOptions,
): Promise<void> {
  const { hook } = context.configuration;
  if (hook === null) return;
  const document = changeJson({ changes, origin, progress: progressOf(roadmap) }, context.language);
  const task = {
    ...{ input: document, variables: { ISTIO_ROADMAP_HOOK: 'change' } },
    ...{ milliseconds: seconds * 1000, say: context.err },
  };
  let ending: { readonly status: number | null; readonly signal: string | null } | null;
  try {
    ending = await (await context.programs()).runLine(hook, task);
  } catch {
    ending = { status: 127, signal: null };
  }
  if (ending?.status === 0 || options.quiet) return;
  const say = (await context.sentences()).scripting.hook;
  const sentence = ending === null ? say.late(seconds) : say.failed(ending.status ?? ending.signal ?? 1);
  context.err(`${hanging('', `istio-roadmap: ${sentence}`, context.theme).join('\n')}\n`);
}
