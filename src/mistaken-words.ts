// MistakenWords: what a command line that the grammar refuses was meant to be, as the words to type.
import { nearestWord } from './text/nearest.ts';

export interface KnownCommand {
  readonly name: string;
  /** Long and short options that it understands, those of the program included. */
  readonly flags: ReadonlySet<string>;
  /** It cannot do without an argument. */
  readonly needsWord: boolean;
}

export interface Grammar {
  readonly commands: readonly KnownCommand[];
  /** Options that take a value. */
  readonly valued: ReadonlySet<string>;
}

/** Commands that change something of the user's. What was typed to look must never be answered with one of them. */
const writing: ReadonlySet<string> = new Set([
  'done',
  'start',
  'skip',
  'reopen',
  'edit',
  'pick',
  'note',
  'undo',
  'redo',
  'init',
]);

/** Words of other programs, and of plain speech, for what is a command here. An option at the end takes the words behind. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    list: 'ls ll dir topics all',
    'list --search': 'search find grep',
    'list --status todo': 'todo todos',
    'list --status doing': 'doing wip',
    'list --status done': 'completed finished',
    show: 'view cat info details describe display print see read get',
    open: 'browse link url',
    edit: 'editor modify',
    status: 'st stat stats state summary progress overview report',
    log: 'history changes journal',
    next: 'now upcoming continue',
    levels: 'level',
    pace: 'speed velocity forecast eta burndown',
    projects: 'project',
    lab: 'labs practice practise exercise exercises judge kata mock exam quiz',
    lint: 'validate verify fix',
    export: 'convert',
    '--version': 'version ver',
    help: 'man usage',
    done: 'tick finish complete mark do',
    start: 'begin',
    skip: 'ignore',
    reopen: 'untick uncheck unmark undone unskip',
    pick: 'choose select interactive',
    undo: 'revert rollback',
    init: 'new create',
  }).flatMap(([words, others]) => others.split(' ').map((other) => [other, words.split(' ')] as const)),
);

/** Names of options elsewhere; of several, the first that the command understands. */
const optionSynonyms: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  Object.entries({
    '--date': '--on,--since',
    '--day': '--on,--since',
    '--when': '--on',
    '--at': '--on',
    '--from': '--since',
    '--after': '--since',
    '--to': '--until',
    '--before': '--until',
    '--state': '--status',
    '--deadline': '--due',
    '--overdue': '--due',
    '--find': '--search',
    '--grep': '--search',
    '--query': '--search',
    '--text': '--search',
    '--label': '--tag',
    '--file': '--roadmap',
    '--path': '--roadmap',
    '--limit': '--number',
    '--count': '--number',
    '--max': '--number',
    '--yes': '--force',
    '-y': '--force',
    '--silent': '--quiet',
    '--language': '--lang',
    '--locale': '--lang',
    '--no-color': '--color never',
    '--no-colour': '--color never',
    '--check': '--dry-run',
    '--preview': '--dry-run',
    '-v': '--version',
  }).map(([option, meant]) => [option, meant.split(',').map((words) => words.split(' '))] as const),
);

/** The indexes of the words that are neither options nor their values. */
export function operandsOf(argv: readonly string[], { valued }: Grammar): number[] {
  const found: number[] = [];
  let isOver = false;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] as string;
    if (isOver || word === '-' || !word.startsWith('-')) found.push(at);
    else if (word === '--') isOver = true;
    else if (valued.has(word)) at++;
  }
  return found;
}

/** The first operand that is a command; null without one. */
export function commandIn(argv: readonly string[], grammar: Grammar): KnownCommand | null {
  for (const at of operandsOf(argv, grammar)) {
    const command = grammar.commands.find(({ name }) => name === argv[at]);
    if (command !== undefined) return command;
  }
  return null;
}

/** The command line that was meant by one whose first word is no command; null where it is unclear. */
export function commandMeant(argv: readonly string[], grammar: Grammar): readonly string[] | null {
  const [at, ...behind] = operandsOf(argv, grammar);
  if (at === undefined) return null;
  const word = argv[at] as string;
  const meant = knownWord(word, grammar);
  if (meant !== null) return withCommand(argv, at, behind, meant, grammar);
  // `4.2 done`.
  const later = behind.find((index) => grammar.commands.some(({ name }) => name === argv[index]));
  if (later !== undefined)
    return [...argv.slice(0, at), argv[later] as string, ...argv.filter((_, index) => index >= at && index !== later)];
  if (!/^[Pp]?\d[\d.,;*Pp–-]*$/.test(word)) return null;
  const words = word.split(/[,;]/).filter((one) => one !== '');
  const command = words.length + behind.length > 1 || /[-–*]/.test(word) ? 'list' : 'show';
  return [...argv.slice(0, at), command, ...words, ...argv.slice(at + 1)];
}

/** `help tick` → `help done`, `help date` → `help dates`. */
export function helpMeant(word: string, grammar: Grammar, topics: readonly string[]): readonly string[] | null {
  const topic = nearestWord(word.toLowerCase(), topics);
  if (topic !== null) return ['help', topic];
  const [command] = knownWord(word, grammar) ?? [];
  return command === undefined || command.startsWith('-') ? null : ['help', command];
}

/** What a word means; looking comes before writing, so that a slip of the finger never ticks. */
function knownWord(typed: string, { commands }: Grammar): readonly string[] | null {
  const word = typed.toLowerCase();
  const known = new Map([...commands.map(({ name }) => [name, [name]] as const), ...synonyms]);
  const exact = known.get(word);
  if (exact !== undefined) return exact;
  const writes = ([, [command]]: readonly [string, readonly string[]]): boolean => writing.has(command as string);
  const [looking, changing] = [[...known].filter((one) => !writes(one)), [...known].filter(writes)];
  for (const some of [looking, changing]) {
    const begun =
      word.length < 3 ? undefined : some.find(([name, [command]]) => name === command && name.startsWith(word));
    if (begun !== undefined) return begun[1];
  }
  for (const some of [looking, changing]) {
    const near = nearestWord(
      word,
      some.map(([name]) => name),
    );
    if (near !== null) return known.get(near) as readonly string[];
  }
  return null;
}

function withCommand(
  argv: readonly string[],
  at: number,
  behind: readonly number[],
  meant: readonly string[],
  { commands, valued }: Grammar,
): readonly string[] {
  const [name = ''] = meant;
  if (name.startsWith('--')) return meant;
  if (valued.has(meant.at(-1) as string)) {
    const value = behind.map((index) => argv[index]).join(' ');
    const others = argv.filter((_, index) => index > at && !behind.includes(index));
    return [...argv.slice(0, at), ...(value === '' ? meant.slice(0, -1) : [...meant, value]), ...others];
  }
  const needsWord = commands.find((one) => one.name === name)?.needsWord ?? false;
  if (needsWord && behind.length === 0) return ['help', name];
  return [...argv.slice(0, at), ...meant, ...argv.slice(at + 1)];
}

/** Whether a command line lacks the topic that its command is for. */
export function lacksTopic(argv: readonly string[], grammar: Grammar): boolean {
  const operands = operandsOf(argv, grammar).map((at) => argv[at] as string);
  return operands.length === 1 && ['done', 'start', 'skip', 'reopen'].includes(operands[0] as string);
}

/** The command line with the option that was meant by an unknown one; null where it is unclear. */
export function optionMeant(option: string, argv: readonly string[], grammar: Grammar): readonly string[] | null {
  const [name = ''] = option.split('=');
  const command = commandIn(argv, grammar);
  const flags = command?.flags ?? new Set(grammar.commands.flatMap((one) => [...one.flags]));
  const at = argv.findIndex((word) => word === option || word.startsWith(`${name}=`));
  const meant =
    optionSynonyms.get(name)?.find(([flag]) => flags.has(flag as string) || flag === '--version') ??
    (name.length < 4 ? null : nearestFlag(name, flags));
  if (at < 0 || meant === null) return null;
  if (meant[0] === '--version') return meant;
  const glued = (argv[at] as string).slice(name.length + 1);
  const value = glued === '' ? [] : [glued];
  const isOpen = meant.length === 1 && valuedWithout(meant[0] as string, value, argv[at + 1], grammar);
  return isOpen ? null : [...argv.slice(0, at), ...meant, ...value, ...argv.slice(at + 1)];
}

/** An option that takes a value, and there is none. */
function valuedWithout(flag: string, value: readonly string[], next: string | undefined, { valued }: Grammar): boolean {
  return valued.has(flag) && value.length === 0 && next === undefined;
}

function nearestFlag(name: string, flags: ReadonlySet<string>): readonly string[] | null {
  const near = nearestWord(name, flags);
  return near === null ? null : [near];
}
