// Quick: everyday commands without the grammar, which is half of what a start costs.
import type { Context } from './commands/context.ts';
import { status } from './commands/status.ts';
import { settle } from './environment.ts';
import type { QuickCommand } from './quick-words.ts';

export async function runQuick(argv: readonly string[], quick: QuickCommand): Promise<number> {
  return settle(argv, quick.options, (contextWith) => act(contextWith(quick.options), quick));
}

async function act(context: Context, { command, words, options }: QuickCommand): Promise<number> {
  switch (command) {
    case 'status':
      return status(context, options);
    case 'next':
    case 'list':
      return (await import('./commands/look.ts'))[command](context, words, options);
    case 'show':
      return (await import('./commands/look.ts')).show(context, words[0], options);
    case 'log':
      return (await import('./commands/log.ts')).log(context, words, options);
    case 'levels':
    case 'projects':
      return (await import('./commands/levels.ts'))[command](context, options);
    case 'pace':
      return (await import('./commands/pace.ts')).pace(context, words, options);
    case 'lab':
      return (await import('./commands/lab.ts')).lab(context, words, options);
    case 'undo':
    case 'redo':
      return (await import('./commands/undo.ts')).undo(context, command, words, options);
    default:
      return (await import('./commands/change.ts')).change(context, command, words, options);
  }
}
