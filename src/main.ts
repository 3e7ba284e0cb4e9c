// Main: builds the real context, runs the command line, and turns failures into sentences and exit statuses.
import { fstatSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type GlobalOptions, runCommandLine } from './cli.ts';
import type { Context } from './commands/context.ts';
import { type CalendarDate, parseCalendarDate } from './dates/calendar-date.ts';
import { exitStatus, isUserError, UserError } from './errors.ts';
import { english } from './lang/en.ts';
import type { Language, Messages } from './lang/messages.ts';
import { nodeDisk } from './store/node-disk.ts';
import { placesFrom } from './store/places.ts';
import { drawError } from './views/problem.ts';
import { type Theme, themeFor } from './views/theme.ts';

/** Replaced by the build; the sources read it from package.json when they run unbuilt, in tests. */
declare const ISTIO_ROADMAP_VERSION: string | undefined;

/** Runs one command line and resolves to the exit status of CONTRACT.md; everything that can fail is told on standard error. */
export async function run(argv: readonly string[]): Promise<number> {
  let options: GlobalOptions = guessedOptions(argv);
  try {
    if (languageOf(options) === 'ru') words.ru = (await import('./lang/ru.ts')).russian;
    const contextWith = (known: GlobalOptions): Context => {
      options = known;
      return contextFor(known);
    };
    return await runCommandLine(argv, version(), contextWith, writeOut);
  } catch (error) {
    return fail(error, options);
  }
}

/** English is always at hand; other words are loaded for those who read them. */
const words: { en: Messages; ru?: Messages } = { en: english };

class ClosedPipe extends Error {}

function fail(error: unknown, options: GlobalOptions): number {
  if (error instanceof ClosedPipe) return 0;
  if (isInterruption(error)) return 130;
  const theme = themeOf(options, 2);
  if (isUserError(error)) {
    write(2, drawError(error, theme));
    return exitStatus[error.code];
  }
  const said = error instanceof Error ? error.message : String(error);
  write(2, `istio-roadmap: ${theme.messages.defect(said)}\n`);
  if (process.env.DEBUG && error instanceof Error) write(2, `${error.stack}\n`);
  return 70;
}

/** Ctrl-C at a question. */
function isInterruption(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}

/** What must be known even when the command line itself is wrong: in which language, and with which colours, to say so. */
function guessedOptions(argv: readonly string[]): GlobalOptions {
  const after = (name: string): string | undefined => {
    const joined = argv.find((word) => word.startsWith(`${name}=`));
    return joined === undefined ? argv[argv.indexOf(name) + 1 || argv.length] : joined.slice(name.length + 1);
  };
  const lang = after('--lang');
  const color = after('--color');
  return {
    ...(lang === 'en' || lang === 'ru' ? { lang } : {}),
    ...(color === 'always' || color === 'never' ? { color } : {}),
    ascii: argv.includes('--ascii'),
  };
}

function contextFor(options: GlobalOptions): Context {
  const { env } = process;
  const theme = themeOf(options, 1);
  return {
    disk: nodeDisk,
    places: placesFrom(env),
    library: { bundled: join(__dirname, 'roadmaps'), cwd: process.cwd() },
    lock: {},
    today: today(),
    roadmapFromEnvironment: env.ISTIO_ROADMAP ? env.ISTIO_ROADMAP : null,
    out: writeOut,
    err: (text) => write(2, text),
    input: () => readFileSync(0, 'utf8'),
    canAsk: () => options.input !== false && isTerminal(0) && isTerminal(2),
    ask: async (question) => (await import('./commands/confirm.ts')).confirm(question, process.stderr),
    theme,
    language: theme.language,
  };
}

function today(): CalendarDate {
  const fixed = process.env.ISTIO_ROADMAP_TODAY;
  if (fixed) {
    const day = parseCalendarDate(fixed);
    if (day === null) throw new UserError('bad-date', { word: fixed });
    return day;
  }
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as CalendarDate;
}

function languageOf(options: GlobalOptions): Language {
  const { ISTIO_ROADMAP_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = options.lang ?? (ISTIO_ROADMAP_LANG || LC_ALL || LC_MESSAGES || LANG || 'en');
  return /^ru/i.test(wanted) ? 'ru' : 'en';
}

function themeOf(options: GlobalOptions, stream: 1 | 2): Theme {
  const language = languageOf(options);
  return themeFor({
    width: options.width ?? columnsOf(stream),
    color: colorOf(options, stream),
    ascii: options.ascii ?? false,
    language,
    messages: words[language] ?? words.en,
  });
}

/** Asking the stream itself loads Node's network code, so a pipe or a file is told apart first. */
function isTerminal(stream: 0 | 1 | 2): boolean {
  try {
    if (!fstatSync(stream).isCharacterDevice()) return false;
  } catch {
    return false; // closed
  }
  return (stream === 0 ? process.stdin : stream === 1 ? process.stdout : process.stderr).isTTY === true;
}

function columnsOf(stream: 1 | 2): number {
  const { COLUMNS } = process.env;
  if (COLUMNS && /^[1-9]\d{0,4}$/.test(COLUMNS)) return Number(COLUMNS);
  if (!isTerminal(stream)) return 80;
  return (stream === 1 ? process.stdout : process.stderr).columns ?? 80;
}

/** `--color`, then NO_COLOR (not empty), FORCE_COLOR and TERM=dumb, then whether the stream is a terminal. */
function colorOf(options: GlobalOptions, stream: 1 | 2): 0 | 1 {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (options.color === 'always') return 1;
  if (options.color === 'never' || NO_COLOR) return 0;
  if (FORCE_COLOR) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? 0 : 1;
  return TERM !== 'dumb' && isTerminal(stream) ? 1 : 0;
}

function version(): string {
  if (typeof ISTIO_ROADMAP_VERSION === 'string') return ISTIO_ROADMAP_VERSION;
  return (JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }).version;
}

function writeOut(text: string): void {
  write(1, text);
}

/** One write where the system takes it whole; a full pipe is waited for, a closed one ends the program in silence. */
function write(handle: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(handle, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === 'EPIPE') throw new ClosedPipe();
      else throw error;
    }
  }
}
