// Quick: `status` and changes without the grammar, for the habit and the prompt: half of what a start costs is spared.
import { status } from './commands/status.ts';
import { settle } from './environment.ts';
import type { QuickChange, StatusOptions } from './quick-words.ts';

export async function runStatus(argv: readonly string[], options: StatusOptions): Promise<number> {
  return settle(argv, options, (contextWith) => status(contextWith(options), options));
}

export async function runChange(argv: readonly string[], { verb, words, options }: QuickChange): Promise<number> {
  return settle(argv, options, async (contextWith) => {
    const { change } = await import('./commands/change.ts');
    return change(contextWith(options), verb, words, options);
  });
}
