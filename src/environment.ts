// Environment: the process around a command: its streams, variables, clock and terminal, as a Context; and what becomes of failures.
import { fstatSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from './commands/context.ts';
import { type CalendarDate, parseCalendarDate } from './dates/calendar-date.ts';
import { exitStatus, isUserError, UserError } from './errors.ts';
import { english } from './lang/en.ts';
import type { Language, Messages, Sentences } from './lang/messages.ts';
import { causeOf } from './store/failure.ts';
import { nodeDisk } from './store/node-disk.ts';
import { placesFrom } from './store/places.ts';
import { type Painter, plainPainter, type Theme, themeFor } from './views/theme.ts';

/** Put in by the build: of what reads YAML. */
declare const ISTIO_ROADMAP_BUILD: string;

/** What the words of a command line ask for besides a command: needed before anything can be said. */
export interface GlobalOptions {
  readonly lang?: 'en' | 'ru';
  readonly color?: 'auto' | 'always' | 'never';
  readonly ascii?: boolean;
  readonly width?: number;
  readonly input?: boolean;
  readonly roadmap?: string;
}

/** Words and colours that are loaded only for those who see them. */
interface Tables {
  readonly messages: Messages;
  readonly painter: Painter;
}

/** Runs a command to its exit status (CONTRACT.md); everything that can fail is told on standard error. `options` may grow while
 * the command line is being understood: what was known when it failed decides how the failure is told. */
export async function settle(
  options: GlobalOptions,
  action: (contextWith: (known: GlobalOptions) => Context) => Promise<number>,
): Promise<number> {
  let known = options;
  const tables: Tables = {
    messages: languageOf(options) === 'ru' ? (await import('./lang/ru.ts')).russian : english,
    painter: await painterFor(options, 1),
  };
  try {
    return await action((now) => {
      known = now;
      return contextFor(now, tables);
    });
  } catch (error) {
    return await fail(error, known, tables);
  }
}

async function sentencesIn(language: Language): Promise<Sentences> {
  if (language === 'ru') return (await import('./lang/ru-sentences.ts')).russianSentences;
  return (await import('./lang/en-sentences.ts')).englishSentences;
}

async function painterFor(options: GlobalOptions, stream: 1 | 2): Promise<Painter> {
  return hasColor(options, stream) ? (await import('./views/colors.ts')).colors(1) : plainPainter;
}

class ClosedPipe extends Error {}

async function fail(error: unknown, options: GlobalOptions, tables: Tables): Promise<number> {
  if (error instanceof ClosedPipe) return 0;
  if (isInterruption(error)) return 130;
  // Only now: asking whether standard error is a terminal loads more than most commands need.
  const theme = themeOf(options, 2, { ...tables, painter: await painterFor(options, 2) });
  if (isUserError(error)) {
    const { drawError } = await import('./views/problem.ts');
    writeErr(drawError(error, { ...theme, sentences: await sentencesIn(theme.language) }, options.roadmap ?? null));
    return exitStatus[error.code];
  }
  const said = error instanceof Error ? error.message : String(error);
  writeErr(`istio-roadmap: ${theme.messages.defect(said)}\n`);
  if (process.env.DEBUG && error instanceof Error) writeErr(`${error.stack}\n`);
  return 70;
}

/** Ctrl-C or a signal at a question. */
function isInterruption(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}

/** What must be known even when the command line itself is wrong: in which language, and with which colours, to say so. */
export function guessedOptions(argv: readonly string[]): GlobalOptions {
  // The last one counts, as it does for the grammar: an alias may have set the first.
  const after = (name: string): string | undefined => {
    const at = argv.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
    return argv[at] === name ? argv[at + 1] : argv[at]?.slice(name.length + 1);
  };
  const lang = after('--lang');
  const color = after('--color');
  return {
    ...(lang === 'en' || lang === 'ru' ? { lang } : {}),
    ...(color === 'always' || color === 'never' ? { color } : {}),
    ascii: argv.includes('--ascii'),
  };
}

function contextFor(options: GlobalOptions, tables: Tables): Context {
  const { env } = process;
  const theme = themeOf(options, 1, tables);
  return {
    disk: nodeDisk,
    places: placesFrom(env),
    build: ISTIO_ROADMAP_BUILD,
    library: { bundled: join(builtFolder(), 'roadmaps'), program: join(builtFolder(), '..'), cwd: workingFolder() },
    lock: {},
    today: today(),
    roadmapFromEnvironment: env.ISTIO_ROADMAP ? env.ISTIO_ROADMAP : null,
    out: writeOut,
    isWatched: () => isTerminal(1),
    err: writeErr,
    input: readInput,
    canAsk: () => options.input !== false && isTerminal(0) && isTerminal(2),
    ask,
    theme,
    language: theme.language,
    sentences: () => sentencesIn(theme.language),
  };
}

/**
 * While a question reads key by key, a signal must not end the process before the terminal has its settings back. `once` would
 * not do: inquirer ends the process itself where it finds no other listener.
 */
async function ask(question: string): Promise<boolean> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await (await import('./commands/confirm.ts')).confirm(question, process.stderr, interruption.signal);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

/** A folder that was removed while the shell stood in it still has the name the shell knows. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD || '/';
  }
}

/** All of standard input; a pipe that was left non-blocking by whoever made it is waited for. */
function readInput(): string {
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = Buffer.alloc(65_536);
    try {
      const length = readSync(0, piece);
      if (length === 0) return Buffer.concat(pieces).toString('utf8');
      pieces.push(piece.subarray(0, length));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') pause();
      else throw new UserError('unreadable', { file: '/dev/stdin', cause: causeOf(error) ?? 'io' });
    }
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
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

function themeOf(options: GlobalOptions, stream: 1 | 2, tables: Tables): Theme {
  const language = languageOf(options);
  return themeFor({
    width: options.width ?? columnsOf(stream),
    painter: tables.painter,
    ascii: options.ascii ?? false,
    language,
    messages: tables.messages,
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

/** Columns for the help, which is drawn before any option is known. */
export function helpWidth(): number {
  return columnsOf(1);
}

function columnsOf(stream: 1 | 2): number {
  const { COLUMNS } = process.env;
  if (COLUMNS && /^[1-9]\d{0,4}$/.test(COLUMNS)) return Number(COLUMNS);
  if (!isTerminal(stream)) return 80;
  return (stream === 1 ? process.stdout : process.stderr).columns ?? 80;
}

/** `--color`, then NO_COLOR (not empty), FORCE_COLOR and TERM=dumb, then whether the stream is a terminal. */
function hasColor(options: GlobalOptions, stream: 1 | 2): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (options.color === 'always') return true;
  if (options.color === 'never' || NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return TERM !== 'dumb' && isTerminal(stream);
}

/** `dist`: the folder of the main file, and one up from the cold ones. */
function builtFolder(): string {
  return __dirname.endsWith('cold') ? join(__dirname, '..') : __dirname;
}

export function writeOut(text: string): void {
  write(1, text);
}

/** Where nobody listens to the sentence any more, the exit status still counts. */
function writeErr(text: string): void {
  try {
    write(2, text);
  } catch {
    // There is no place left to say so.
  }
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
      if (code === 'EAGAIN') pause();
      else if (code === 'EPIPE') throw new ClosedPipe();
      else throw new UserError('unwritable', { file: '/dev/stdout', cause: causeOf(error) ?? 'io', variable: null });
    }
  }
}
