// Help: the help of the program, of each command and of each topic, printed from files that the build made with the grammar.
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { helpColumns } from './terminal.ts';

/** Put in by the build. */
declare const ISTIO_ROADMAP_VERSION: string;

/**
 * Answers `--help`, `help`, `COMMAND --help`, `help COMMAND` and `--version`, each exactly as written here and `--lang` beside it, to the exit status. Null,
 * and nothing printed, where there is no file for these words in so many columns: the grammar takes that.
 */
export async function printHelp(argv: readonly string[]): Promise<number | null> {
  const text = isVersion(argv) ? Buffer.from(`${ISTIO_ROADMAP_VERSION}\n`) : builtHelp(argv);
  if (text === null) return null;
  let written = 0;
  try {
    written = writeSync(1, text);
  } catch {
    // It is tried again below, by what waits for a full pipe and reports every other failure.
  }
  if (written === text.length) return 0;
  const { guessedOptions, settle, writeOut } = await import('./environment.ts');
  return settle(argv, guessedOptions(argv), async () => {
    writeOut(text.subarray(written));
    return 0;
  });
}

const isVersion = ([word, ...more]: readonly string[]): boolean =>
  more.length === 0 && (word === '-V' || word === '--version');

const isHelp = (word: string | undefined): boolean => word === '-h' || word === '--help';

/** The words whose help is asked for: none for the program, one for a command or a topic; null where it is something else. */
function helpedWords(argv: readonly string[]): readonly string[] | null {
  if (argv[0] === 'help') return argv.length > 2 ? null : argv.slice(1);
  const words = withoutLanguage(argv);
  return words.length < 3 && isHelp(words.at(-1)) ? words.slice(0, -1) : null;
}

/** Help is there in one language. */
function withoutLanguage(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf('--lang');
  const language = argv[at + 1];
  return at >= 0 && (language === 'en' || language === 'ru') ? argv.toSpliced(at, 2) : argv;
}

/**
 * `dist/help/istio-roadmap-done.80.txt`; of the program itself `dist/help/istio-roadmap.80.txt`. `help dates` is no command, and in
 * `dist/help/topic-dates.80.txt`.
 */
function builtHelp(argv: readonly string[]): Buffer | null {
  const words = helpedWords(argv);
  if (words === null || !words.every((word) => /^[a-z-]+$/.test(word))) return null;
  const ofCommand = fileOf(['istio-roadmap', ...words].join('-'));
  return ofCommand === null && argv[0] === 'help' ? fileOf(['topic', ...words].join('-')) : ofCommand;
}

function fileOf(name: string): Buffer | null {
  try {
    return readFileSync(join(__dirname, '..', 'help', `${name}.${helpColumns()}.txt`));
  } catch {
    return null;
  }
}
