// Setup: `init` without a file: which roadmap, where its ticks are kept, language and shell, asked one after the other or given as options.

import { isUserError, UserError } from '../errors.ts';
import { isRoadmapName } from '../formats/settings.ts';
import type { Language } from '../lang/messages.ts';
import { absoluteIn } from '../store/configuration-files.ts';
import { absolutePath, bundledRoadmaps, defaultRoadmap, namedFiles, stemOf } from '../store/library.ts';
import { homeShortened } from '../text/home.ts';
import { visible } from '../text/visible.ts';
import { configJson } from '../views/config.ts';
import { hanging } from '../views/layout.ts';
import { sentenceOf, type ThemeWithSentences } from '../views/problem.ts';
import { isShell, type Shell, shells } from '../views/shell-script.ts';
import { completionPaths, installCompletion } from './completion.ts';
import type { CommonOptions, Context } from './context.ts';
import { type Loaded, load } from './load.ts';
import type { Choice, Questions } from './questions.ts';
import { nameFor, takenBy } from './roadmaps.ts';
import { withSentences } from './theme-with-sentences.ts';
import { changeSettings, type SettingChange, settingsIn, userSettingsPath, writtenPath } from './user-settings.ts';

export interface SetupOptions extends CommonOptions {
  readonly name?: string;
  readonly lang?: Language;
  readonly shell?: string;
  /** Nothing is asked: what no option answers stays as it is. */
  readonly force?: boolean;
}

/** What was answered; null: it stays as it is. */
interface Answers {
  /** Where the roadmap was found. */
  readonly found: Loaded['files']['found'];
  /** Of a file. */
  readonly name: string | null;
  /** `inline`, or the absolute path of a Markdown file. */
  readonly progress: string | null;
  readonly lang: Language | null;
  /** Gets completion; null: none does. */
  readonly shell: Shell | null;
}

/**
 * Asks what no option answers, shows what will be written, and writes it after a yes: 0, also after a no. Throws `missing-argument` where nobody can
 * be asked, and what reading the roadmap and writing settings throw.
 */
export async function setUp(context: Context, options: SetupOptions): Promise<number> {
  if (!options.force && !context.canAsk())
    throw new UserError('missing-argument', { argument: 'file', command: 'init' });
  const theme = await withSentences(context);
  const decide = async (questions: Questions | null): Promise<Decided> => {
    const answers = await answersOf(context, options, questions, theme);
    return { changes: await changesFor(context, answers), shell: answers.shell };
  };
  if (options.force) return write(context, options, await decide(null), theme);
  return context.askSeveral(async (questions) => {
    const decided = await decide(questions);
    const lines = linesOf(context, decided, theme);
    if (lines.length === 0) return write(context, options, decided, theme);
    context.err(`\n${lines.join('\n')}\n`);
    return (await questions.confirm(theme.sentences.setup.confirm)) ? write(context, options, decided, theme) : 0;
  });
}

interface Decided {
  readonly changes: readonly SettingChange[];
  readonly shell: Shell | null;
}

/** What will be written, each file with what it gets; none where all is so already. */
function linesOf(context: Context, { changes, shell }: Decided, theme: ThemeWithSentences): string[] {
  const say = theme.sentences.setup;
  const { home } = context.library;
  const settings = changes.map((one) => say.change(one.path.join('.'), [one.value ?? []].flat().join(', ')));
  const files = shell === null ? [] : completionPaths(context, shell);
  return [
    ...(changes.length === 0
      ? []
      : hanging(' ', say.willWrite(visible(homeShortened(userSettingsPath(context), home))), theme)),
    ...settings.flatMap((line) => hanging('   ', visible(line), theme)),
    ...files.flatMap((file) => hanging(' ', say.willSetUp(visible(homeShortened(file, home)), shell as Shell), theme)),
  ];
}

async function answersOf(
  context: Context,
  options: SetupOptions,
  questions: Questions | null,
  theme: ThemeWithSentences,
): Promise<Answers> {
  const loaded = await roadmapOf(context, options, questions, theme);
  const name = await nameOf(context, options, questions, loaded, theme);
  const progress = await progressOf(context, options, questions, loaded, theme);
  const lang = options.lang ?? (questions === null ? null : await languageOf(context, questions, theme));
  const shell = await shellOf(context, options, questions, theme);
  return { found: loaded.files.found, name, progress, lang, shell };
}

async function roadmapOf(
  context: Context,
  options: SetupOptions,
  questions: Questions | null,
  theme: ThemeWithSentences,
): Promise<Loaded> {
  /** `roadmap` as `-r` takes it; a file by its absolute path. */
  const read = (roadmap: string): Promise<Loaded> =>
    load(context, { ...options, roadmap }, { withIds: false, withTexts: false });
  if (options.roadmap !== undefined || questions === null)
    return read(options.roadmap ?? context.roadmap?.value ?? defaultRoadmap);
  const say = theme.sentences.setup;
  const { disk, library } = context;
  const known = [
    ...namedFiles(library),
    ...bundledRoadmaps(disk, library.bundled).map((name) => ({ name, path: null })),
  ];
  const choices: Choice<string | null>[] = [
    ...known.map(({ name, path }) => ({
      value: name,
      name: visible(name),
      description: path === null ? theme.sentences.roadmaps.bundled : visible(homeShortened(path, library.home)),
    })),
    { value: null, name: say.ownFile },
  ];
  const meant = context.configuration.settings.roadmap?.value ?? defaultRoadmap;
  const answer = await questions.choose(say.which, choices, known.some(({ name }) => name === meant) ? meant : null);
  if (answer !== null) return read(answer);
  for (;;) {
    const file = await questions.write(say.whichFile, '', (text) => (text === '' ? say.missing : null));
    try {
      return await read(pathOf(context, file));
    } catch (error) {
      if (!isUserError(error)) throw error;
      context.err(`${hanging('  ', sentenceOf(error, theme), theme).join('\n')}\n`);
    }
  }
}

/** What was typed at a question, where no shell has written `~` out. */
const pathOf = ({ library }: Context, file: string): string => absoluteIn(library.cwd, library.home, file);

/** Null where it has a name already, or needs none. Throws `odd-name` and `name-taken` for one that was given as an option. */
async function nameOf(
  context: Context,
  options: SetupOptions,
  questions: Questions | null,
  { files: { found } }: Loaded,
  theme: ThemeWithSentences,
): Promise<string | null> {
  if (found.kind === 'bundled' || found.registered?.name) return null;
  const usual = nameFor(stemOf(found.path));
  const say = theme.sentences.setup;
  const wrong = (name: string): string | null =>
    !isRoadmapName(name) ? say.oddName : takenBy(context, name) === null ? null : say.taken;
  if (options.name === undefined && questions !== null) return questions.write(say.name, usual ?? '', wrong);
  const name = options.name ?? usual;
  if (name === null || !isRoadmapName(name))
    throw new UserError('odd-name', { name: name ?? stemOf(found.path), better: usual });
  const by = takenBy(context, name);
  if (by !== null) throw new UserError('name-taken', { name, ...by });
  return name;
}

/** Null where they stay where they are or would be. */
async function progressOf(
  context: Context,
  options: SetupOptions,
  questions: Questions | null,
  { origin, own, note }: Loaded,
  theme: ThemeWithSentences,
): Promise<string | null> {
  const { progress } = options;
  if (progress !== undefined) return progress === 'inline' ? progress : absolutePath(context.library.cwd, progress);
  if (questions === null) return null;
  const say = theme.sentences.setup;
  const { mode, path } = origin.progress;
  const canHold = note !== null && own.hasTaskLines && note.format.canHoldTicks;
  const choices: Choice<'as-is' | 'inline' | 'file'>[] = [
    {
      value: 'as-is',
      name: mode === 'inline' ? say.inNote : say.inFile(visible(homeShortened(path, context.library.home))),
    },
    ...(canHold && mode !== 'inline' ? [{ value: 'inline' as const, name: say.inNote }] : []),
    { value: 'file', name: say.inOwnFile },
  ];
  const answer = await questions.choose(say.ticks, choices, 'as-is');
  if (answer !== 'file') return answer === 'inline' ? 'inline' : null;
  const wrong = (file: string): string | null => (/\.(?:md|markdown)$/i.test(file) ? null : say.notMarkdown);
  return pathOf(context, await questions.write(say.ticksFile, '', wrong));
}

/** Null where the answer is the language that one has anyway. */
async function languageOf(context: Context, questions: Questions, theme: ThemeWithSentences): Promise<Language | null> {
  const choices: Choice<Language>[] = [
    { value: 'en', name: 'English' },
    { value: 'ru', name: 'Русский' },
  ];
  const answer = await questions.choose(theme.sentences.setup.language, choices, context.language);
  return answer === context.language ? null : answer;
}

/** A shell that has nothing of the program yet; null where none is wanted. Throws `unknown-shell`. */
async function shellOf(
  context: Context,
  options: SetupOptions,
  questions: Questions | null,
  theme: ThemeWithSentences,
): Promise<Shell | null> {
  const { shell } = options;
  if (shell === 'none') return null;
  if (shell !== undefined) {
    if (!isShell(shell)) throw new UserError('unknown-shell', { shell, known: shells, command: 'init' });
    return shell;
  }
  const own = context.shell !== null && isShell(context.shell) ? context.shell : null;
  if (questions === null || (own !== null && completionPaths(context, own).length === 0)) return null;
  const say = theme.sentences.setup;
  const choices: Choice<Shell | null>[] = [
    ...shells.map((value): Choice<Shell | null> => ({ value, name: value })),
    { value: null, name: say.noShell },
  ];
  return questions.choose(say.shell, choices, own);
}

/** Only what is not so already. */
async function changesFor(context: Context, { found, name, progress, lang }: Answers): Promise<SettingChange[]> {
  const { library } = context;
  const set = await settingsIn(context, userSettingsPath(context), 'user');
  const current = (...path: readonly string[]): string | null =>
    set.find((one) => one.path.join('.') === path.join('.'))?.values[0] ?? null;
  const known = name ?? found.registered?.name ?? (found.kind === 'bundled' ? found.id : null);
  const changes: SettingChange[] = [];
  const put = (path: readonly string[], value: string): void => {
    if (current(...path) !== value) changes.push({ path: writtenPath(set, path), value });
  };
  if (name !== null && found.kind === 'file') put(['roadmaps', name, 'file'], homeShortened(found.path, library.home));
  if (known !== null && (current('roadmap') ?? defaultRoadmap) !== known) put(['roadmap'], known);
  if (known !== null && progress !== null)
    put(['roadmaps', known, 'progress'], progress === 'inline' ? progress : homeShortened(progress, library.home));
  if (lang !== null) put(['lang'], lang);
  return changes;
}

async function write(
  context: Context,
  options: SetupOptions,
  { changes, shell }: Decided,
  theme: ThemeWithSentences,
): Promise<number> {
  if (changes.length > 0) await changeSettings(context, changes);
  const isSetUp = shell !== null && completionPaths(context, shell).length > 0;
  if (isSetUp) installCompletion(context, shell);
  if (options.json) {
    const from = userSettingsPath(context);
    const now = await settingsIn(context, from, 'user');
    context.out(configJson(now.map(({ path, values }) => ({ key: path.join('.'), values, from }))));
  } else if (!options.quiet) {
    const say = theme.sentences.setup;
    const sentences = [
      ...(changes.length === 0
        ? []
        : [say.written(visible(homeShortened(userSettingsPath(context), context.library.home)))]),
      ...(isSetUp ? [theme.sentences.completion.installed(shell)] : []),
      ...(changes.length === 0 && !isSetUp ? [say.nothing] : []),
    ];
    const lines = sentences.flatMap((sentence) => hanging(' ', sentence, theme));
    context.out(`${[...lines, `   ${theme.accent(theme.commands.line(['status']))}`].join('\n')}\n`);
  }
  return 0;
}
