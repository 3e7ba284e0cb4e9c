// WantedWords: what may stand at the place of the cursor on a command line that is not finished.

import type { CommandTable, TableArgument, TableCommand, TableOption, TableWord } from './command-table.ts';
import { helpTopics } from './help-topics.ts';

/** What the words are made of that only a roadmap, the configuration or the disk knows. */
export type WordSource = 'selectors' | 'levels' | 'tags' | 'labs' | 'roadmaps' | 'files' | 'roadmap-files';

export interface Wanted {
  /** The part of the last word that is kept as it is: `--status=`, `todo,`. */
  readonly before: string;
  /** What is typed behind that. */
  readonly typed: string;
  /** Known words, and what each is. */
  readonly words: readonly TableWord[];
  readonly sources: readonly WordSource[];
  /** The command, where one is typed already; and its arguments without options. */
  readonly command: string | null;
  readonly operands: readonly string[];
}

const wordsOf = (names: readonly string[]): TableWord[] => names.map((name) => ({ name, summary: '' }));

const days = ['today', 'yesterday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** By what the help calls a value. Others are free text. */
const values: Readonly<Record<string, { words?: readonly string[]; sources?: readonly WordSource[]; isList?: true }>> =
  {
    level: { sources: ['levels'], isList: true },
    status: { words: ['todo', 'doing', 'done', 'skipped'], isList: true },
    tag: { sources: ['tags'] },
    day: { words: days },
    days: { words: ['overdue', 'week', 'today', 'tomorrow', ...days.slice(2)] },
    'name|file': { sources: ['roadmaps', 'roadmap-files'] },
    name: { sources: ['roadmaps'] },
    'inline|file': { words: ['inline'], sources: ['roadmap-files'] },
    file: { sources: ['files'] },
    selector: { sources: ['selectors'] },
    id: { sources: ['labs'] },
    folder: { sources: ['files'] },
  };

/** `words`: those before the last one, without the name of the program. */
export function wantedWords(table: CommandTable, words: readonly string[], last: string): Wanted {
  const read = readWords(table, words);
  const { command, operands, open } = read;
  const options = [...(command?.options ?? []), ...table.options];
  const asked = { command: command?.name ?? null, operands };
  const wanted = (before: string, typed: string, found: Pick<Wanted, 'words' | 'sources'>): Wanted => ({
    ...{ before, typed, ...found, ...asked },
  });
  if (open !== null) return { ...valueWanted(open.value ?? '', open.words, '', last), ...asked };
  const [, name, typed = ''] = /^(--[^=]+)=(.*)$/s.exec(last) ?? [];
  if (!read.isOver && name !== undefined) {
    const option = options.find(({ flags }) => flags.includes(name));
    return option === undefined || option.value === null
      ? wanted('', last, nothing)
      : { ...valueWanted(option.value, option.words, `${name}=`, typed), ...asked };
  }
  if (!read.isOver && last.startsWith('-')) return wanted('', last, flagsAmong(options));
  if (command === null) return wanted('', last, { words: table.commands, sources: [] });
  if (command.name === 'help')
    return wanted('', last, { words: operands.length > 0 ? [] : [...table.commands, ...topics], sources: [] });
  // An exam has a folder where everything else has a lab.
  if (command.name === 'lab' && words.some((word) => /^--mock(?:=|$)/.test(word)))
    return wanted('', last, { words: [], sources: ['files'] });
  const argument = argumentAt(command, operands.length);
  if (argument === undefined) return wanted('', last, nothing);
  return { ...valueWanted(argument.name, argument.words, '', last), ...asked };
}

/** What `help` explains besides commands. */
const topics = Object.entries(helpTopics).map(([name, summary]) => ({ name, summary }));

const nothing: Pick<Wanted, 'words' | 'sources'> = { words: [], sources: [] };

interface Read {
  readonly command: TableCommand | null;
  readonly operands: readonly string[];
  /** The option that waits for its value. */
  readonly open: TableOption | null;
  /** Behind `--` nothing is an option. */
  readonly isOver: boolean;
}

function readWords(table: CommandTable, words: readonly string[]): Read {
  let command: TableCommand | null = null;
  let open: TableOption | null = null;
  let isOver = false;
  const operands: string[] = [];
  for (const word of words) {
    if (open !== null) open = null;
    else if (!isOver && word === '--') isOver = true;
    else if (!isOver && word.startsWith('-') && word !== '-') {
      const option = [...(command?.options ?? []), ...table.options].find(({ flags }) => flags.includes(word));
      open = option !== undefined && option.value !== null ? option : null;
    } else if (command === null) command = table.commands.find(({ name }) => name === word) ?? unknownCommand;
    else operands.push(word);
  }
  return { command, operands, open, isOver };
}

/** Behind a word that is none there is nothing to say. */
const unknownCommand: TableCommand = { name: '', summary: '', arguments: [], options: [] };

function argumentAt({ arguments: all }: TableCommand, at: number): TableArgument | undefined {
  const last = all.at(-1);
  return all[at] ?? (last?.isVariadic ? last : undefined);
}

function flagsAmong(options: readonly TableOption[]): Pick<Wanted, 'words' | 'sources'> {
  return { words: options.map(({ flags, summary }) => ({ name: flags.at(-1) as string, summary })), sources: [] };
}

/** A list of values is completed at its last one. */
function valueWanted(
  name: string,
  words: readonly string[],
  before: string,
  typed: string,
): Omit<Wanted, 'command' | 'operands'> {
  const kind = words.length > 0 ? { words } : (values[name] ?? {});
  const comma = kind.isList ? typed.lastIndexOf(',') + 1 : 0;
  return {
    before: before + typed.slice(0, comma),
    typed: typed.slice(comma),
    words: wordsOf(kind.words ?? []),
    sources: kind.sources ?? [],
  };
}
