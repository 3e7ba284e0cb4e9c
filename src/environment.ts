// Environment: the process around a command: its streams, variables, clock and terminal, as a Context; and what becomes of failures.
import { existsSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Context, Setting } from './commands/context.ts';
import { type CalendarDate, parseCalendarDate } from './dates/calendar-date.ts';
import { instantIn } from './dates/instant.ts';
import { exitStatus, isUserError, UserError } from './errors.ts';
import { english } from './lang/en.ts';
import type { Language, Messages, Sentences } from './lang/messages.ts';
import type { Advance, ProgressBar } from './progress-bar.ts';
import { projectFileAbove } from './project-file.ts';
import { pause, readInput } from './standard-input.ts';
import { type Configuration, noConfiguration } from './store/configuration.ts';
import type { Disk } from './store/disk.ts';
import { causeOf } from './store/failure.ts';
import { nodeDisk } from './store/node-disk.ts';
import { placesFrom } from './store/places.ts';
import { summaryKeyFor } from './summary-key.ts';
import { columnsOf, isTerminal } from './terminal.ts';
import { printable, printableDocument, visible } from './text/visible.ts';
import { commandsFor, optionValue } from './views/command-line.ts';
import { type Painter, plainPainter, type Theme, themeFor } from './views/theme.ts';

/** Put in by the build: of what reads YAML. */
declare const ISTIO_ROADMAP_BUILD: string;

/** What the words of a command line ask for besides a command: needed before anything can be reported. */
export interface GlobalOptions {
  readonly lang?: 'en' | 'ru';
  readonly color?: 'auto' | 'always' | 'never';
  readonly ascii?: boolean;
  readonly width?: number;
  readonly input?: boolean;
  readonly quiet?: boolean;
  readonly roadmap?: string;
  readonly encoding?: string;
  readonly progress?: string;
  /** Not an option of the command line: the command works with a configuration that cannot be used, and may mend it. */
  readonly anyConfiguration?: boolean;
  /** Nor is this: whatever fails, nothing is said of it and the status is 0. */
  readonly isSilent?: boolean;
}

/** Words and colours that are loaded only for those who see them, and the command line itself. */
interface Tables {
  readonly messages: Messages;
  readonly painter: Painter;
  readonly argv: readonly string[];
}

/** Settings that may be made elsewhere than on the command line. */
type SettingName = 'roadmap' | 'today' | 'now' | 'lang';

const variables: { readonly [name in SettingName]: string } = {
  roadmap: 'ISTIO_ROADMAP',
  today: 'ISTIO_ROADMAP_TODAY',
  now: 'ISTIO_ROADMAP_NOW',
  lang: 'ISTIO_ROADMAP_LANG',
};

/** Where a value may come from that nobody typed, the first that has one decides; one more source is one entry here. */
const sources: readonly ((name: SettingName) => Setting | null)[] = [
  (name) => {
    const value = process.env[variables[name]];
    return value ? { value, place: variables[name] } : null;
  },
  (name) => (name === 'today' || name === 'now' ? null : configuration.settings[name]),
];

/** What the files of the user and of the project set; known before anything else of a run. */
let configuration: Configuration = noConfiguration;

/** Reads what files set, for a command line or once more for a server that waits; a failure is for `contextFor` to throw. */
export async function configure(): Promise<void> {
  try {
    await readConfigurationFiles();
  } catch (error) {
    if (!isUserError(error)) throw error;
    configuration = { ...configuration, failure: error };
  }
}

/** Most have no such file, and then nothing is loaded for them. */
async function readConfigurationFiles(): Promise<void> {
  const { config } = placesFrom(process.env);
  const user = config.path === null ? null : `${config.path}/config.yaml`;
  const project = projectFileAbove(workingFolder());
  const paths = { user, project, home: process.env.HOME || null, bundled: join(builtFolder(), 'roadmaps') };
  configuration = { ...noConfiguration, paths };
  if (project === null && (user === null || !existsSync(user))) return;
  const { readConfiguration } = await import('./store/configuration-files.ts');
  configuration = await readConfiguration(nodeDisk, paths);
  // Run by a hook: the change that this one makes is the hook's own.
  if (process.env.ISTIO_ROADMAP_HOOK) configuration = { ...configuration, hook: null };
}

function settingOf(name: SettingName): Setting | null {
  for (const source of sources) {
    const setting = source(name);
    if (setting !== null) return setting;
  }
  return null;
}

/** Runs a command to its exit status (CONTRACT.md); everything that can fail is reported on standard error. `options` may grow while
 * the command line is being understood: what was known when it failed decides how the failure is reported. */
export async function settle(
  argv: readonly string[],
  options: GlobalOptions,
  action: (contextWith: (known: GlobalOptions) => Context) => Promise<number>,
): Promise<number> {
  let known = options;
  const tables = await tablesFor(options, argv);
  try {
    return await action((now) => {
      known = now;
      return contextFor(now, tables);
    });
  } catch (error) {
    return await fail(error, known, tables);
  } finally {
    progressBar?.clear();
  }
}

/** The configuration as its files are now, and what is shown by it. */
async function tablesFor(options: GlobalOptions, argv: readonly string[]): Promise<Tables> {
  await configure();
  return {
    messages: languageOf(options) === 'ru' ? (await import('./lang/ru.ts')).russian : english,
    painter: await painterFor(options, 1),
    argv,
  };
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
  if (options.isSilent) return 0;
  // Only now: asking whether standard error is a terminal loads more than most commands need.
  const painter = await painterFor(options, 2);
  const theme = themeOf(options, 2, { ...tables, painter });
  const hasColor = painter !== plainPainter;
  if (isUserError(error)) {
    const { drawFailure } = await import('./failure-report.ts');
    const known = { ...theme, sentences: await sentencesIn(theme.language) };
    const setting = options.roadmap === undefined ? settingOf('roadmap') : null;
    writeErr(drawFailure(error, known, setting, workingFolder()), hasColor);
    return exitStatus[error.code];
  }
  const text = error instanceof Error ? error.message : String(error);
  writeErr(`istio-roadmap: ${theme.messages.defect(visible(text))}\n`, hasColor);
  if (process.env.DEBUG && error instanceof Error) writeErr(`${error.stack}\n`, hasColor);
  return 70;
}

/** Ctrl-C or a signal at a question, on the whole screen or while another program had the terminal, or a terminal that is gone. */
function isInterruption(error: unknown): boolean {
  return error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'Interruption'].includes(error.name);
}

/** What must be known even when the command line itself is wrong: in which language, and with which colours, to say so. */
export function guessedOptions(argv: readonly string[]): GlobalOptions {
  const [lang, color] = [optionValue(argv, null, '--lang'), optionValue(argv, null, '--color')];
  const roadmap = optionValue(argv, '-r', '--roadmap');
  const encoding = optionValue(argv, null, '--encoding');
  const progress = optionValue(argv, null, '--progress');
  return {
    ...(roadmap === undefined ? {} : { roadmap }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(progress === undefined ? {} : { progress }),
    ...(lang === 'en' || lang === 'ru' ? { lang } : {}),
    ...(color === 'always' || color === 'never' ? { color } : {}),
    ascii: argv.includes('--ascii'),
    // What is wrong with a command line is said before what is wrong with a file.
    anyConfiguration: true,
  };
}

function contextFor(options: GlobalOptions, tables: Tables): Context {
  const { env } = process;
  if (configuration.failure !== null && !options.anyConfiguration) throw configuration.failure;
  const theme = themeOf(options, 1, tables);
  return {
    disk: watchedDisk,
    places: placesFrom(env),
    build: ISTIO_ROADMAP_BUILD,
    library: {
      bundled: join(builtFolder(), 'roadmaps'),
      program: join(builtFolder(), '..'),
      cwd: workingFolder(),
      home: env.HOME || null,
      registered: configuration.registered,
    },
    configuration,
    lock: {},
    today: today(),
    now: now(),
    shell: basename(env.SHELL ?? '') || null,
    todayFrom: settingOf('today')?.place ?? null,
    roadmap: settingOf('roadmap'),
    summaries: {
      key: summaryKeyFor,
      watched: [configuration.paths.user, configuration.paths.project].filter((path) => path !== null),
    },
    zshFolder: env.ZDOTDIR || null,
    out: (text) => write(1, text, tables.painter !== plainPainter),
    document: (text) => write(1, isTerminal(1) ? printableDocument(textOf(text)) : text, null),
    isWatched: () => isTerminal(1),
    rows: terminalRows,
    err: (text) => writeErr(text, tables.painter !== plainPainter),
    showProgress: (advance) => showProgress(advance, options, tables),
    input: readInput,
    canAsk: () => options.input !== false && isTerminal(0) && isTerminal(2),
    programs: async () => (await import('./node-programs.ts')).nodePrograms,
    watchScreen: async () => (await import('./node-watch-screen.ts')).nodeWatchScreen(tables.painter !== plainPainter),
    anew: async () => contextFor(options, await tablesFor(options, tables.argv)),
    hasScreen: () => options.input !== false && process.env.TERM !== 'dumb' && isTerminal(0) && isTerminal(2),
    onScreen: async (use) => (await import('./screen.ts')).onScreen(use, tables.painter !== plainPainter),
    ask: async (question) => (await import('./terminal-questions.ts')).askOne(visible(question)),
    askSeveral: async (put) => (await import('./terminal-questions.ts')).ask(put),
    theme,
    language: theme.language,
    sentences: () => sentencesIn(theme.language),
  };
}

/** A file of the user's has been written: what fails afterwards must not sound as if it was not. */
let isMade = false;

/** Whatever is written takes its name by a rename; in the folders of ours nothing is the user's but what is in `data`. */
const watchedDisk: Disk = {
  ...nodeDisk,
  mkdir(path, mode) {
    // One that was removed beneath us is not made anew: whoever is in it would not see what is written there.
    if (`${workingFolder()}/`.startsWith(`${path}/`))
      throw Object.assign(new Error('no working directory'), { code: 'ENOENT', errno: -2 });
    nodeDisk.mkdir(path, mode);
  },
  rename(from, to) {
    nodeDisk.rename(from, to);
    const { state, cache } = placesFrom(process.env);
    isMade ||= ![state.path, cache.path].some((place) => place !== null && to.startsWith(`${place}/`));
  },
};

/** Seconds after which a person begins to wonder. */
const patience = 1;

/** Undefined until it is needed, null where none may be shown. */
let progressBar: ProgressBar | null | undefined;

async function showProgress(advance: Advance, options: GlobalOptions, tables: Tables): Promise<void> {
  if (process.uptime() < patience) return;
  if (progressBar === undefined) {
    const isShown = !options.quiet && process.env.TERM !== 'dumb' && isTerminal(2);
    const theme = isShown ? themeOf(options, 2, { ...tables, painter: await painterFor(options, 2) }) : null;
    progressBar = theme && (await import('./node-progress-bar.ts')).openProgressBar(theme);
  }
  await progressBar?.show(advance);
}

/** A folder that was removed while the shell stood in it still has the name the shell knows. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    // Where the shell does not say what it was called, relative names must lead nowhere, and not below the root.
    const { PWD } = process.env;
    return PWD?.startsWith('/') ? PWD : '/(removed)';
  }
}

/** By the clock, or as `ISTIO_ROADMAP_NOW` fixes it. */
function now(): number {
  const fixed = settingOf('now');
  if (fixed === null) return Date.now();
  const instant = instantIn(fixed.value);
  if (instant === null) throw new UserError('bad-date', { word: fixed.value, place: fixed.place });
  return instant;
}

function today(): CalendarDate {
  const fixed = settingOf('today');
  if (fixed !== null) {
    const day = parseCalendarDate(fixed.value);
    if (day === null) throw new UserError('bad-date', { word: fixed.value, place: fixed.place });
    return day;
  }
  const date = new Date(now());
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as CalendarDate;
}

function languageOf(options: GlobalOptions): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = options.lang ?? (settingOf('lang')?.value || LC_ALL || LC_MESSAGES || LANG || 'en');
  return wanted.slice(0, 2).toLowerCase() === 'ru' ? 'ru' : 'en';
}

function themeOf(options: GlobalOptions, stream: 1 | 2, tables: Tables): Theme {
  const language = languageOf(options);
  return themeFor({
    width: options.width ?? columnsOf(stream),
    painter: tables.painter,
    ascii: options.ascii || configuration.settings.ascii?.value === 'true' || !showsSigns(),
    language,
    messages: tables.messages,
    commands: commandsFor({ ...options, argv: tables.argv }),
  });
}

/**
 * Whether what shows our answers can show more than ASCII: not a dumb terminal, and not a locale that names another charset. A
 * locale that nobody chose, or that names none, says nothing of the terminal; one that was set to C or POSIX does.
 */
function showsSigns(): boolean {
  const { TERM, LC_ALL, LC_CTYPE, LANG } = process.env;
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  const charset = /\.([^@]*)/.exec(locale)?.[1];
  if (TERM === 'dumb' || /^(?:C|POSIX)$/.test(locale)) return false;
  return charset === undefined || /^utf-?8$/i.test(charset);
}

function terminalRows(): number | null {
  if (!isTerminal(1)) return null;
  const { LINES } = process.env;
  return LINES && /^[1-9]\d{0,4}$/.test(LINES) ? Number(LINES) : (process.stdout.rows ?? 24);
}

/** `--color`, then NO_COLOR (not empty), FORCE_COLOR, the configuration and TERM=dumb, then whether the stream is a terminal. */
function hasColor(options: GlobalOptions, stream: 1 | 2): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (options.color === 'always') return true;
  if (options.color === 'never' || NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  const color = configuration.settings.color?.value;
  if (color === 'always' || color === 'never') return color === 'always';
  return TERM !== 'dumb' && isTerminal(stream);
}

/** `dist`: the folder of the main file, and one up from the cold ones. */
function builtFolder(): string {
  return __dirname.endsWith('cold') ? join(__dirname, '..') : __dirname;
}

const textOf = (text: string | Uint8Array): string => (typeof text === 'string' ? text : Buffer.from(text).toString());

/** The help; bytes are what was made printable by an earlier run. */
export function writeOut(text: string | Uint8Array): void {
  write(1, text, false);
}

/** Where nobody listens to the sentence any more, the exit status still counts. */
function writeErr(text: string, hasColor: boolean): void {
  try {
    write(2, text, hasColor);
  } catch {
    // There is no place left to say so.
  }
}

/**
 * The one way out, through which nothing goes that a terminal would obey; `hasColor` null: a document, as it is. One write
 * where the system takes it whole; a full pipe is waited for, a closed one ends the program in silence.
 */
function write(handle: 1 | 2, text: string | Uint8Array, hasColor: boolean | null): void {
  const bytes = typeof text === 'string' ? Buffer.from(hasColor === null ? text : printable(text, hasColor)) : text;
  progressBar?.clear();
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(handle, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') pause();
      else if (code === 'EPIPE') throw new ClosedPipe();
      else throw new UserError('unheard', { cause: causeOf(error) ?? 'io', isMade });
    }
  }
}
