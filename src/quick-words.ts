// QuickWords: the few command lines that are run again and again, understood without the grammar.
import type { Verb } from './commands/change.ts';

/** Options that need no checking beyond what is here; the names are commander's. */
interface QuickOptions {
  roadmap?: string;
  lang?: 'en' | 'ru';
  color?: 'auto' | 'always' | 'never';
  ascii?: boolean;
  json?: boolean;
  plain?: boolean;
}

export interface StatusOptions extends QuickOptions {
  allSections?: boolean;
}

export interface QuickChange {
  readonly verb: Verb;
  readonly words: readonly string[];
  readonly options: QuickOptions;
}

/** `istio-roadmap`, `istio-roadmap status` and the same with the options above, each exactly as written here; null for every other
 * command line, right or wrong: the grammar takes that. A test holds both against each other. */
export function quickStatus(argv: readonly string[]): StatusOptions | null {
  const options: StatusOptions = {};
  let named = false;
  for (let i = 0; i < argv.length; i++) {
    const taken = takeOption(argv, i, options);
    if (taken > 0) i += taken - 1;
    else if (argv[i] === 'status' && !named) named = true;
    else if (argv[i] === '--all-sections' && named) options.allSections = true;
    else return null;
  }
  return isClear(options) ? options : null;
}

/** `istio-roadmap done 4.2 4.3` and its like, with the options above behind the verb; null for every other command line. */
export function quickChange(argv: readonly string[]): QuickChange | null {
  const [verb] = argv;
  if (verb !== 'done' && verb !== 'start' && verb !== 'skip' && verb !== 'reopen') return null;
  const words: string[] = [];
  const options: QuickOptions = {};
  for (let i = 1; i < argv.length; i++) {
    const word = argv[i] as string;
    const taken = takeOption(argv, i, options);
    if (taken > 0) i += taken - 1;
    else if (word.startsWith('-')) return null;
    else words.push(word);
  }
  return words.length > 0 && isClear(options) ? { verb, words, options } : null;
}

const isClear = ({ json, plain }: QuickOptions): boolean => !(json && plain);

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
