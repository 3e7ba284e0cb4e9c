// FailureReport: what is wrong with what the user asked for, in one sentence and a hint.
import { existsSync } from 'node:fs';
import type { Setting } from './commands/context.ts';
import { placeNaming } from './commands/place-naming.ts';
import { type FileCause, UserError } from './errors.ts';
import { drawError, type ThemeWithSentences } from './views/problem.ts';

/** `setting`: where the name of the roadmap comes from, when it was not typed. Relative names count from `cwd`. */
export function drawFailure(error: UserError, theme: ThemeWithSentences, setting: Setting | null, cwd: string): string {
  return drawError(placed(error, cwd), theme, placeNaming(error, setting, cwd));
}

/** Of a file that was not found from a working directory which is gone, that is the reason. */
function placed(error: UserError, cwd: string): UserError {
  const { file, cause } = error.args as { file?: string; cause?: FileCause };
  const isRelative = file !== undefined && (!file.startsWith('/') || file.startsWith(`${cwd}/`));
  if (!isRelative || (cause !== 'missing' && cause !== 'no-folder') || !isWorkingFolderGone()) return error;
  return new UserError(error.code, { ...error.args, cause: 'no-cwd' } as typeof error.args);
}

function isWorkingFolderGone(): boolean {
  try {
    return !existsSync(process.cwd());
  } catch {
    return true;
  }
}
