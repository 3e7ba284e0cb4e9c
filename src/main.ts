// Main: hands a command line to a short way, where there is one for it, or to the whole grammar.
import { quickCommand } from './quick-words.ts';

/** What git takes for an error and not for a conflict: the same as in commands/merge-driver.ts. */
const mergeFailed = 129;

const forShells = new Set(['prompt', 'shell-init', 'completion', '__refresh']);

/** Runs one command line and resolves to the exit status of CONTRACT.md; nothing is thrown. */
export async function run(argv: readonly string[]): Promise<number> {
  const quick = quickCommand(argv);
  if (quick !== null) return (await import('./quick.ts')).runQuick(argv, quick);
  // What is to be completed may ask for help itself.
  if (argv[0] === '__complete') return (await import('./completion.ts')).complete(argv.slice(1));
  const isHelp = argv[0] === 'help' || argv.some((word) => word === '-h' || word === '--help');
  if (isHelp || argv[0] === '-V' || argv[0] === '--version') {
    const status = await (await import('./help.ts')).printHelp(argv);
    if (status !== null) return status;
  }
  if (forShells.has(argv[0] ?? '') && !isHelp) {
    const status = await (await import('./shell.ts')).runForShell(argv);
    if (status !== null) return status;
  }
  if (argv[0] === 'merge-driver' && !isHelp) {
    try {
      return await (await import('./merge-driver.ts')).runMergeDriver(argv.slice(1));
    } catch {
      return mergeFailed;
    }
  }
  return (await import('./cli.ts')).runCommandLine(argv);
}
