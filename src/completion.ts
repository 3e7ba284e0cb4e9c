// Completion: answers a shell that asks what may stand at the cursor; the shell's own function (shell/completion.*) shows it.

import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandTable, TableWord } from './command-table.ts';
import type { Completion } from './commands/complete.ts';
import type { CommonOptions, Context } from './commands/context.ts';
import { homeExpanded } from './text/home.ts';
import { shellLine } from './text/shell-line.ts';
import { visible } from './text/visible.ts';
import { displayWidth, pad, truncate } from './text/width.ts';
import { optionValue } from './views/command-line.ts';
import { type Wanted, wantedWords } from './wanted-words.ts';

/** What the shell does besides: completes names of files, those that may be roadmaps or any; or puts words in place of what is typed. */
type Kind = 'words' | 'roadmaps' | 'files' | 'instead';

interface Answer {
  readonly kind: Kind;
  readonly found: readonly Completion[];
}

/**
 * `__complete zsh|fish -- WORD… LAST`: a line with the kind, then `value<TAB>what it is` for each. `__complete bash LINE BREAKS TYPE COLUMNS`:
 * the same, each as bash puts it onto the line or shows it. 0 whatever happens, and nothing on standard error.
 */
export async function complete([shell, ...rest]: readonly string[]): Promise<number> {
  try {
    const lines = shell === 'bash' ? await forBash(rest) : await forOthers(rest.slice(1));
    writeSync(1, lines.map((line) => `${line}\n`).join(''));
  } catch {
    // Nobody can be told in the middle of a line that is being typed.
  }
  return 0;
}

/** `--roadmap=` is kept by the shell's own function. */
async function forOthers(all: readonly string[]): Promise<string[]> {
  const words = all.slice(0, -1);
  const wanted = wantedWords(readTable(), words, all.at(-1) ?? '');
  const { kind, found } = await answerTo(wanted, words);
  const before = wanted.before.replace(/^--[^=]+=/, '');
  return [kind, ...found.map((one) => `${before}${one.value}\t${label(one, widestSaid)}`)];
}

/** Columns: in a list, beside what is to be typed. */
const widestSaid = 60;

/** COMP_TYPE of what puts one after another onto the line, or all at once: there is no place to say what they are. */
const inserting = ['37', '42'];

async function forBash([line = '', breaks = '', type = '', columns = '']: readonly string[]): Promise<string[]> {
  const { words: all, current, before, quote } = shellLine(line, breaks);
  const words = all.slice(1);
  const wanted = wantedWords(readTable(), words, current);
  const { kind, found } = await answerTo(wanted, words);
  const files = await filesFor(wanted, kind);
  // bash puts back only what it takes for the word.
  const rest = (value: string): string => (wanted.before + value).slice(before.length);
  const values = found.map(({ value }) => rest(value));
  if (files.length > 0) return ['files', ...values, ...files.map(rest)];
  const typed = values.map((value) => quoted(value, quote));
  if (typed.length < 2 || inserting.includes(type)) return ['words', ...typed];
  const widest = Math.max(...typed.map(displayWidth));
  const room = Math.max(8, (Number(columns) || 80) - widest - 4);
  return [
    'words',
    ...typed.map((value, at) => `${pad(value, widest)}  ${label(found[at] as Completion, room)}`.trimEnd()),
  ];
}

/** The description of a word, at most so wide. */
function label({ description, mark }: Completion, width: number): string {
  return mark === undefined
    ? truncate(description, width)
    : `${truncate(description, width - displayWidth(mark) - 1)} ${mark}`;
}

/** What bash would take for more than text gets a backslash, unless a quote is open. */
function quoted(value: string, quote: string): string {
  return quote === '' ? value.replace(/[^\p{L}\p{N}_@%+=:,./-]/gu, '\\$&') : value;
}

const readTable = (): CommandTable =>
  JSON.parse(readFileSync(join(__dirname, '..', 'completion.json'), 'utf8')) as CommandTable;

async function answerTo(wanted: Wanted, words: readonly string[]): Promise<Answer> {
  const { typed, sources } = wanted;
  const begins = ({ name }: TableWord): boolean => name.toLowerCase().startsWith(typed.toLowerCase());
  const known = wanted.words.filter(begins).map(asCompletion);
  const found = [...known, ...(await inContext(wanted, words))];
  const kind = sources.includes('files') ? 'files' : sources.includes('roadmap-files') ? 'roadmaps' : 'words';
  return { kind: found.every(({ value }) => value.startsWith(typed)) ? kind : 'instead', found };
}

const asCompletion = ({ name, summary }: TableWord): Completion => ({ value: name, description: visible(summary) });

/** Words that only the configuration or the roadmap of the line has. */
async function inContext(wanted: Wanted, words: readonly string[]): Promise<readonly Completion[]> {
  const { typed, command, operands, sources } = wanted;
  const [source] = sources;
  if (source === undefined || source === 'files' || source === 'roadmap-files') return [];
  const { wordsOfRoadmap, roadmapNames } = await import('./commands/complete.ts');
  const ask = (context: Context): Promise<readonly Completion[]> | readonly Completion[] =>
    source === 'roadmaps'
      ? roadmapNames(context, readTable().roadmaps.map(asCompletion), typed)
      : wordsOfRoadmap(context, optionsIn(words, context), { source, typed, command, operands });
  let found: readonly Completion[] = [];
  await withContext(words, async (context) => {
    found = await ask(context);
  });
  return found;
}

async function filesFor({ typed }: Wanted, kind: Kind): Promise<readonly string[]> {
  let found: readonly string[] = [];
  if (kind !== 'files' && kind !== 'roadmaps') return found;
  const { filesBeginning } = await import('./commands/complete.ts');
  await withContext([], async (context) => {
    found = filesBeginning(context, typed, kind === 'roadmaps');
  });
  return found;
}

async function withContext(words: readonly string[], act: (context: Context) => Promise<void>): Promise<void> {
  const { guessedOptions, settle } = await import('./environment.ts');
  const silent = { ...guessedOptions(words), isSilent: true, anyConfiguration: true };
  await settle(words, silent, async (contextWith) => {
    await act(contextWith(silent));
    return 0;
  });
}

/** The roadmap that the line is about; a shell has not written out `~` yet. */
function optionsIn(words: readonly string[], { library }: Context): CommonOptions {
  const [roadmap, progress, encoding] = [
    optionValue(words, '-r', '--roadmap'),
    optionValue(words, null, '--progress'),
    optionValue(words, null, '--encoding'),
  ];
  const written = roadmap === undefined ? undefined : (homeExpanded(roadmap, library.home) ?? roadmap);
  return {
    ...(written === undefined ? null : { roadmap: written }),
    ...(progress === undefined ? null : { progress }),
    ...(encoding === undefined ? null : { encoding }),
  };
}
