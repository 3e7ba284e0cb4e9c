// Main: hands a command line to the short way, where there is one for it, or to the whole grammar.
import { quickStatus } from './quick-words.ts';

/** Runs one command line and resolves to the exit status of CONTRACT.md; nothing is thrown. */
export async function run(argv: readonly string[]): Promise<number> {
  const options = quickStatus(argv);
  if (options !== null) return (await import('./quick.ts')).runStatus(argv, options);
  return (await import('./cli.ts')).runCommandLine(argv);
}
