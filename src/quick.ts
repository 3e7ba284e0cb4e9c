// Quick: `status` without the grammar, for the habit and the prompt: half of what a start costs is spared.
import { status } from './commands/status.ts';
import { settle } from './environment.ts';
import type { StatusOptions } from './quick-words.ts';

export async function runStatus(argv: readonly string[], options: StatusOptions): Promise<number> {
  return settle(argv, options, (contextWith) => status(contextWith(options), options));
}
