// ShellSide: what a shell runs at its start and before each prompt, answered without the grammar and, where that can be, without the core.
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from './commands/context.ts';
import { nodeDisk } from './store/node-disk.ts';
import { placesFrom } from './store/places.ts';
import { readFreshSummary, summaryPath } from './store/summary.ts';
import { summaryKeyFor } from './summary-key.ts';
import { defaultFormat, promptText } from './views/prompt.ts';
import { isCommandName, isShell, scriptFiles, shortName } from './views/shell-script.ts';

/** `prompt` with a format and a roadmap as the only options. */
interface PromptLine {
  readonly format?: string;
  readonly roadmap?: string;
}

/**
 * `prompt [--format TEXT] [-r NAME|FILE]`, `shell-init SHELL [--cmd NAME]`, `completion SHELL`, and `__refresh`, which a shell's function
 * runs in the background, to the exit status. Null for everything else, right or wrong: the grammar takes that.
 */
export async function runForShell(argv: readonly string[]): Promise<number | null> {
  if (argv[0] === '__refresh')
    return settled(argv, {}, async (context) => (await import('./commands/prompt.ts')).refreshSummary(context));
  if (argv[0] !== 'prompt') return printScript(argv) ? 0 : null;
  const line = promptLine(argv.slice(1));
  if (line === null) return null;
  if (printSummary(line)) return 0;
  return settled(argv, line, async (context) => (await import('./commands/prompt.ts')).prompt(context, line));
}

/** False where nothing was printed. */
function printScript([command, shell = '', option, cmd, ...more]: readonly string[]): boolean {
  const isNamed = command === 'shell-init' && option === '--cmd' && cmd !== undefined && isCommandName(cmd);
  if (!isShell(shell) || !(option === undefined || isNamed) || more.length > 0) return false;
  try {
    const read = (part: string): string => readFileSync(join(__dirname, '..', 'shell', `${part}.${shell}`), 'utf8');
    const parts = scriptFiles[command === 'completion' ? 'completion' : 'init'].map(read);
    const text = Buffer.from([...parts, isNamed ? shortName[shell](cmd as string) : ''].join(''));
    // A pipe may take less; what is read at the start of a shell must be whole.
    for (let at = 0; at < text.length; ) at += writeSync(1, text, at);
    return true;
  } catch {
    return false;
  }
}

function promptLine(words: readonly string[]): PromptLine | null {
  const line: { format?: string; roadmap?: string } = {};
  for (let at = 0; at < words.length; at += 2) {
    const value = words[at + 1];
    if (value === undefined || value.startsWith('-')) return null;
    if (words[at] === '--format') line.format = value;
    else if (words[at] === '-r' || words[at] === '--roadmap') line.roadmap = value;
    else return null;
  }
  return line;
}

/** From the summary that a change left; false where there is none, or something has changed since. */
function printSummary({ format = defaultFormat, roadmap }: PromptLine): boolean {
  const key = summaryKeyFor(roadmap ?? null);
  const path = summaryPath(placesFrom(process.env).state, key);
  const summary = path === null ? null : readFreshSummary(nodeDisk, path, key);
  if (summary === null) return false;
  const text = promptText(format, summary);
  // What a terminal would obey is made harmless on the long way.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
  if (/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(text)) return false;
  try {
    if (text !== '') writeSync(1, `${text}\n`);
    return true;
  } catch {
    return false;
  }
}

/** Never loud: of whatever fails nothing is said. */
async function settled(
  argv: readonly string[],
  options: PromptLine,
  act: (context: Context) => Promise<number>,
): Promise<number> {
  const { settle } = await import('./environment.ts');
  const silent = { ...options, isSilent: true, anyConfiguration: true };
  return settle(argv, silent, (contextWith) => act(contextWith(silent)));
}
