// QuickWords: the command lines that are run again and again, understood without the grammar.

/** Options that need no checking beyond what is here; the names are commander's. */
interface QuickOptions {
  roadmap?: string;
  lang?: 'en' | 'ru';
  color?: 'auto' | 'always' | 'never';
  ascii?: boolean;
  json?: boolean;
  plain?: boolean;
}

/** The commands that are understood here, and how many words each may have, at least and at most. */
const commands = {
  status: [0, 0],
  next: [0, Number.POSITIVE_INFINITY],
  list: [0, Number.POSITIVE_INFINITY],
  show: [0, 1],
  log: [0, Number.POSITIVE_INFINITY],
  levels: [0, 0],
  projects: [0, 0],
  pace: [0, Number.POSITIVE_INFINITY],
  lab: [0, Number.POSITIVE_INFINITY],
  done: [1, Number.POSITIVE_INFINITY],
  start: [1, Number.POSITIVE_INFINITY],
  skip: [1, Number.POSITIVE_INFINITY],
  reopen: [1, Number.POSITIVE_INFINITY],
  undo: [0, 0],
  redo: [0, 0],
} as const;

export interface QuickCommand {
  readonly command: keyof typeof commands;
  readonly words: readonly string[];
  readonly options: QuickOptions & { readonly allSections?: boolean };
}

/**
 * `istio-roadmap`, `istio-roadmap status`, `istio-roadmap done 4.2 4.3` and their like: a command, its words, and the options above behind it,
 * each exactly as written here; those of `status` may be before it. Null for every other command line, right or wrong: the grammar
 * takes that. A test holds both against each other.
 */
export function quickCommand(argv: readonly string[]): QuickCommand | null {
  const options: QuickOptions & { allSections?: boolean } = {};
  const words: string[] = [];
  let command: keyof typeof commands | null = null;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    const taken = takeOption(argv, i, options);
    if (taken > 0) i += taken - 1;
    else if (word === '--all-sections' && command === 'status') options.allSections = true;
    else if (word.startsWith('-')) return null;
    else if (command !== null) words.push(word);
    else if (Object.hasOwn(commands, word) && (i === 0 || word === 'status')) command = word as keyof typeof commands;
    else return null;
  }
  command ??= 'status';
  const [least, most] = commands[command];
  const isRight = words.length >= least && words.length <= most && !(options.json && options.plain);
  return isRight ? { command, words, options } : null;
}

/** Takes the option that begins at a place; returns how many words it took, 0 where none is there that is known and right. */
function takeOption(argv: readonly string[], at: number, options: QuickOptions): number {
  const next = argv[at + 1];
  switch (argv[at]) {
    case '-r':
    case '--roadmap':
      if (next === undefined || next.startsWith('-')) return 0;
      options.roadmap = next;
      return 2;
    case '--lang':
      if (next !== 'en' && next !== 'ru') return 0;
      options.lang = next;
      return 2;
    case '--color':
      if (next !== 'auto' && next !== 'always' && next !== 'never') return 0;
      options.color = next;
      return 2;
    case '--ascii':
      options.ascii = true;
      return 1;
    case '--json':
      options.json = true;
      return 1;
    case '--plain':
      options.plain = true;
      return 1;
    default:
      return 0;
  }
}
