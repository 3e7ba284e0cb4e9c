// CompletionSetup: prints the completion of a shell, or puts it where the shell finds it.
import { UserError } from '../errors.ts';
import { folderOf, readIfThere, realTarget } from '../store/files.ts';
import { withLock } from '../store/lock.ts';
import { createFile, replaceFile } from '../store/replace.ts';
import { decode } from '../text/encoding.ts';
import { homeShortened } from '../text/home.ts';
import { nearestWord } from '../text/nearest.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/width.ts';
import { isShell, type Shell, shells } from '../views/shell-script.ts';
import type { CommonOptions, Context } from './context.ts';
import { rehearse } from './rehearsal.ts';
import { scriptFor } from './shell-init.ts';

export interface CompletionOptions extends CommonOptions {
  readonly dryRun?: boolean;
  /** Without asking. */
  readonly force?: boolean;
}

/** A file, and what it is to hold. */
interface SetupFile {
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
}

/**
 * `completion <shell>` and `completion install [shell]`: 0, also where all is there already. Throws `unknown-shell`, `needs-answer` where nobody
 * can be asked, `unwritable`.
 */
export async function completion(
  context: Context,
  [action = '', shell]: readonly string[],
  options: CompletionOptions,
): Promise<number> {
  if (action === 'install') {
    const own = shell ?? context.shell;
    if (own === null || (shell === undefined && !isShell(own)))
      throw new UserError('missing-argument', { argument: 'shell', command: 'completion install' });
    return install(context, shellNamed(own), options);
  }
  if (shell !== undefined)
    throw new UserError('too-many-words', { command: `completion ${action}`, expected: 0, got: 1, words: null });
  context.document(scriptFor(context, shellNamed(action), 'completion'));
  return 0;
}

function shellNamed(word: string): Shell {
  if (isShell(word)) return word;
  const command = 'completion';
  if (nearestWord(word, ['install']) !== null)
    throw new UserError('unknown-action', { command, action: word, known: ['install'] });
  throw new UserError('unknown-shell', { shell: word, known: shells, command });
}

async function install(context: Context, shell: Shell, options: CompletionOptions): Promise<number> {
  const { theme, err } = context;
  const sentences = (await context.sentences()).completion;
  const files = unwrittenFiles(context, shell);
  const say = (sentence: string): void => err(`${wrap(sentence, theme.width).join('\n')}\n`);
  if (files.length === 0) {
    if (!options.quiet) say(sentences.nothing(shell));
    return 0;
  }
  if (options.dryRun) {
    rehearse(
      context,
      files.map(({ path, before, after }) => ({
        ...{ path, basis: before, before: decode(before ?? new Uint8Array()).text, after: decode(after).text },
      })),
      options,
    );
    return 0;
  }
  if (!options.force) {
    const names = files.map(({ path }) => visible(homeShortened(path, context.library.home)));
    if (!context.canAsk())
      throw new UserError('needs-answer', { question: sentences.question(names), flag: '--force' });
    for (const { path, before } of files) say(sentences.touches(visible(path), before === null));
    if (!(await context.ask(sentences.question(names)))) return 0;
  }
  for (const file of files) write(context, file);
  if (!options.quiet) say(sentences.installed(shell));
  return 0;
}

/** Those of the files that a shell needs for completion that are not as they should be yet, by their paths. Throws `unwritable`. */
export const completionPaths = (context: Context, shell: Shell): string[] =>
  unwrittenFiles(context, shell).map(({ path }) => path);

/** Writes them, after somebody has agreed. Throws what writing throws. */
export function installCompletion(context: Context, shell: Shell): void {
  for (const file of unwrittenFiles(context, shell)) write(context, file);
}

function unwrittenFiles(context: Context, shell: Shell): SetupFile[] {
  return filesFor(context, shell).filter(({ before, after }) => before === null || Buffer.compare(before, after) !== 0);
}

function write({ disk, places, lock }: Context, { path, before, after }: SetupFile): void {
  const variable = null;
  withLock(disk, places.state, realTarget(disk, path, variable), lock, ({ assertOwned }) => {
    if (before === null) createFile(disk, path, after, { assertOwned, variable });
    else replaceFile(disk, path, after, { expected: before, assertOwned, variable });
  });
}

/** Of bash and zsh the script and a line in the file that they read at their start; fish finds the script by its name. */
function filesFor(context: Context, shell: Shell): SetupFile[] {
  const { config } = context.places;
  const { home } = context.library;
  if (config.path === null || home === null)
    throw new UserError('unwritable', { file: `completion.${shell}`, cause: 'no-home', variable: config.variable });
  const script = Buffer.from(scriptFor(context, shell, 'completion'));
  const fileWith = (path: string, after: (before: Uint8Array | null) => Uint8Array): SetupFile => {
    const before = readIfThere(context.disk, path);
    return { path, before, after: after(before) };
  };
  if (shell === 'fish') return [fileWith(`${folderOf(config.path)}/fish/completions/istio-roadmap.fish`, () => script)];
  const rc = shell === 'zsh' ? `${context.zshFolder ?? home}/.zshrc` : `${home}/.bashrc`;
  return [
    fileWith(`${config.path}/completion.${shell}`, () => script),
    fileWith(rc, (before) => withLine(before ?? new Uint8Array(), shell)),
  ];
}

/** The bytes of a start file with what loads the script, at the end; as they are where it loads our completion already. */
function withLine(before: Uint8Array, shell: Shell): Uint8Array {
  const text = Buffer.from(before).toString('latin1');
  if (/^[^#\n]*istio-roadmap (?:shell-init|completion) |^[^#\n]*istio-roadmap\/completion\./m.test(text)) return before;
  const script = `"\${XDG_CONFIG_HOME:-$HOME/.config}/istio-roadmap/completion.${shell}"`;
  const gap = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  const lines = `${gap}# istio-roadmap: completion\nif [ -r ${script} ]; then . ${script}; fi\n`;
  return Buffer.concat([before, Buffer.from(lines)]);
}
