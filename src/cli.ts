// Grammar: the commands, options and help of the command line; each action runs its command.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { CommandTable, TableOption } from './command-table.ts';
import type { ChangeOptions } from './commands/change.ts';
import type { CompletionOptions } from './commands/completion.ts';
import type { ConfigOptions } from './commands/config.ts';
import type { CommonOptions, Context } from './commands/context.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import { type ExportOptions, exportFormats } from './commands/export-formats.ts';
import type { InitOptions } from './commands/init.ts';
import type { LabOptions } from './commands/lab-options.ts';
import type { GateOptions, LevelsOptions, ProjectsOptions } from './commands/levels.ts';
import type { LintOptions } from './commands/lint.ts';
import type { LogOptions } from './commands/log.ts';
import type { LookOptions, NextOptions } from './commands/look.ts';
import type { OpenOptions } from './commands/open.ts';
import type { PaceOptions } from './commands/pace.ts';
import type { PathsOptions } from './commands/paths.ts';
import type { PlanOptions } from './commands/plan.ts';
import type { PromptOptions } from './commands/prompt.ts';
import type { ReconcileOptions } from './commands/reconcile.ts';
import type { RoadmapsOptions } from './commands/roadmaps.ts';
import type { SetupOptions } from './commands/setup.ts';
import type { ShellInitOptions } from './commands/shell-init.ts';
import { type StatusOptions, status } from './commands/status.ts';
import type { UndoOptions } from './commands/undo.ts';
import { configure, type GlobalOptions, guessedOptions, settle, writeOut } from './environment.ts';
import { type ExpectedValue, UserError } from './errors.ts';
import { helpOfExamples } from './examples.ts';
import { type HelpTopicName, helpTopics, isHelpTopic } from './help-topics.ts';
import type { Grammar } from './mistaken-words.ts';
import type { Verb } from './model/verb.ts';
import { type PageBlock, pageText, termLines } from './page-blocks.ts';
import { helpColumns } from './terminal.ts';
import { shells } from './views/shell-script.ts';

/** Behind the help of the program. */
const more: readonly PageBlock[] = [
  { kind: 'paragraph', text: 'Help topics, such as `istio-roadmap help dates`:' },
  { kind: 'terms', terms: Object.entries(helpTopics).map(([term, meaning]) => ({ term, meaning })) },
  {
    kind: 'paragraph',
    text: 'A selector is an address (4.2), a section, a range (4.1-4.3), 4.*, an id, or a part of a title that fits one topic only. A day is 2026-11-19, today, yesterday, -3d or monday. --status and --level take several words with commas between them. ISTIO_ROADMAP names the roadmap to use without -r; else it is istio.',
  },
  {
    kind: 'paragraph',
    text: 'Exit status: 0 done or nothing to change, 1 the answer is no, 2 wrong usage, 3 no topic or several fit, 4 the roadmap cannot be understood, 5 a file cannot be read or written.',
  },
];

const summary =
  'Study tracker for the terminal: reads the roadmaps you already have, keeps your ticks, shows your progress.';

/** Put in by the build. */
declare const ISTIO_ROADMAP_VERSION: string;

/** Runs one command line to its exit status. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let isMerge = false;
  const status = await settle(argv, guessedOptions(argv), (contextWith) =>
    parse(argv, contextWith, (command) => {
      isMerge = command === mergeDriver;
    }),
  );
  // To git every status up to 128 is a conflict, and what is in our file then is the merged text.
  return isMerge && status > 1 ? 129 : status;
}

const mergeDriver = 'merge-driver';

/** Runs a command as commander calls it, and keeps its exit status. */
type Run = <O>(
  act: (context: Context, words: string[], options: O) => Promise<number>,
  more?: Pick<GlobalOptions, 'anyConfiguration' | 'isSilent'>,
) => (...given: unknown[]) => Promise<void>;

async function parse(
  argv: readonly string[],
  contextFor: (options: GlobalOptions) => Context,
  onUsageError: (command: string | undefined) => void,
): Promise<number> {
  let result = 0;
  const run: Run =
    (act, more = {}) =>
    // commander hands over the arguments, if the command has any, then its options and the command itself.
    async (...given) => {
      const command = given[given.length - 1] as Command;
      const words = given.slice(0, -2).flat() as (string | undefined)[];
      const options = command.optsWithGlobals();
      result = await act(
        contextFor({ ...options, ...more }),
        words.filter((word) => word !== undefined),
        options as Parameters<typeof act>[2],
      );
    };
  const onExit = (status: number): void => {
    result = status;
  };
  const program = newProgram({ run, contextFor, onExit });
  // Not a default command: that would take every mistyped word for a selector.
  program.argument('[words...]').action(
    run<LookOptions>(async (context, words, options) => {
      if (words.length > 0) throw await unknownWord(words, argv, program, context, options);
      return status(context, options);
    }),
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    const topic = error.code === 'commander.help' ? await topicIn(argv, program) : null;
    if (topic !== null) {
      const { helpTopic } = await import('./help-topic.ts');
      writeOut(helpTopic(topic, helpColumns()));
      return 0;
    }
    const names = program.commands.map((command) => command.name());
    onUsageError(argv.find((word) => names.includes(word)));
    throw await usageError(error, argv, program, contextFor(guessedOptions(argv)));
  }
  return result;
}

/** What commands are run with. Two commands make their Context themselves, or do without one, and end with `onExit`. */
interface Running {
  readonly run: Run;
  readonly contextFor: (options: GlobalOptions) => Context;
  readonly onExit: (status: number) => void;
}

/** For those who only read the grammar: no command is run. */
const notRunning: Running = {
  run: () => async () => undefined,
  contextFor: () => {
    throw new Error('no command is run');
  },
  onExit: () => {},
};

/** Every command with its options and its help. */
export function newProgram(running: Running = notRunning): Command {
  const { run, onExit } = running;
  const program = new Command('istio-roadmap');
  addGlobalOptions(program);
  addViews(program, run);
  addAgenda(program, run);
  addCoach(program, run);
  addPractice(program, run);
  addLevels(program, run);
  addChanges(program, run);
  addPrograms(program, run);
  addFiles(program, run);
  addSettings(program, run);
  addRepairs(program, run);
  addShell(program, run);
  addServer(program, running);
  addMergeDriver(program, onExit);
  // Last, since commands take over the settings that the program has when they are added.
  program.configureHelp({
    ...program.configureHelp(),
    subcommandTerm: (command) => helpTerm(command),
    visibleArguments: (command) =>
      command === program ? [] : command.registeredArguments.filter((one) => one.description),
  });
  for (const command of [program, ...program.commands])
    command.addHelpText('after', () => helpOfExamples(command.name(), helpColumns()));
  program.addHelpText('after', () => `\n${pageText(more, helpColumns()).trimEnd()}`);
  return program;
}

function addGlobalOptions(program: Command): void {
  program
    .description(summary)
    .usage('[command] [options]')
    .version(ISTIO_ROADMAP_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command|topic]', 'show help for a command or a topic')
    .exitOverride()
    .showHelpAfterError(false)
    .configureOutput({ writeOut, writeErr: () => undefined, getOutHelpWidth: helpColumns })
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: 12,
      formatItem: (term, longest, what) => termLines([{ term, meaning: what }], helpColumns(), longest).join('\n'),
    })
    .addOption(new Option('-r, --roadmap <name|file>', 'the roadmap: a bundled name or a file'))
    .addOption(new Option('--json', 'print one JSON document'))
    .addOption(new Option('--plain', 'print tab-separated lines').conflicts('json'))
    .addOption(new Option('--lang <language>', 'language of titles and messages').choices(['en', 'ru']))
    .addOption(new Option('--color <when>', 'when to use colour').choices(['auto', 'always', 'never']))
    .addOption(new Option('--ascii', 'words and ASCII instead of symbols and bars'))
    .addOption(new Option('--width <columns>', 'columns to draw for').argParser(wholeNumber(20)))
    .addOption(new Option('--encoding <name>', 'encoding of the roadmap file, when the guess is wrong'))
    .addOption(new Option('--progress <inline|file>', 'keep the ticks in the note itself, or in this Markdown file'))
    .addOption(
      new Option('-q, --quiet', 'say nothing about what was changed; gate and lint leave it at the exit status'),
    )
    .addOption(new Option('--no-input', 'never ask; fail where an answer is needed'));
}

/** A command that shows the topics which its filters leave. */
function look(
  program: Command,
  name: string,
  description: string,
  { to, on } = { to: 'topics in', on: 'topics done on' },
): Command {
  return program
    .command(name)
    .description(description)
    .option('--level <level>', 'only topics of this level')
    .option('--status <status>', `only ${to} this state: todo, doing, done, skipped`)
    .option('--tag <tag>', 'only topics with this tag')
    .option('--search <text>', 'only topics whose title, outcome or notes contain the text')
    .option('--since <day>', `only ${on} this day or later`)
    .option('--until <day>', `only ${on} this day or earlier`)
    .option('-z, --zero', 'end the records of --plain with NUL');
}

const dueOption = (): Option =>
  new Option('--due <days>', 'only topics that are due then: overdue, week, a day (on it or before), DAY..DAY');

/** What shows topics or counts them. */
function addViews(program: Command, run: Run): void {
  look(program, 'status [selector...]', 'progress per section and skill level, and what is next')
    .addOption(dueOption())
    .option('--all', 'one line for each of your roadmaps')
    .option('--all-sections', 'on a terminal, show all sections and not only those that fit')
    .addOption(
      new Option('--watch', 'draw it again whenever a file that it reads changes; q ends it').conflicts('explain'),
    )
    .option('--exit-status', 'exit 1 when no topic fits')
    .option('--explain', 'why each line is a section, a topic, a note or nothing')
    .action(
      run<LookOptions & StatusOptions & { readonly watch?: boolean }>(async (context, words, options) => {
        if (options.explain) return explained(context, options);
        const overview = options.all ? (await ofAll(words, options, 'status')).overview : null;
        const { narrowed } = await import('./commands/look.ts');
        const draw = (now: Context): Promise<number> =>
          overview?.(now, options) ?? status(now, options, (roadmap) => narrowed(roadmap, words, options, now));
        return options.watch ? (await import('./commands/watch.ts')).watch(context, options, draw) : draw(context);
      }),
    );
  look(program, 'list [selector...]', 'topics, one a line')
    .addOption(dueOption())
    .option('--exit-status', 'exit 1 when no topic fits')
    .option('--explain', 'why each line is a section, a topic, a note or nothing')
    .action(
      run<LookOptions>(async (context, words, options) => {
        if (options.explain) return explained(context, options);
        return (await import('./commands/look.ts')).list(context, words, options);
      }),
    );
  program
    .command('show [selector]')
    .description('all that is known of one topic or section')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<LookOptions>(async (context, [selector], options) => {
        const { show } = await import('./commands/look.ts');
        return show(context, selector, options);
      }),
    );
}

/** What is to be studied, and what was. */
function addAgenda(program: Command, run: Run): void {
  look(program, 'next [selector...]', 'what to study now, and why')
    .addOption(dueOption())
    .option('-n, --number <count>', 'how many topics', wholeNumber(1))
    .option('--all', 'of each of your roadmaps')
    .option('--exit-status', 'exit 1 when nothing is open')
    .action(
      run<NextOptions>(async (context, words, options) => {
        if (options.all) return (await ofAll(words, options, 'next')).nextOfAll(context, options);
        const { next } = await import('./commands/look.ts');
        return next(context, words, options);
      }),
    );
  look(program, 'log [selector...]', 'what was changed when, newest first', { to: 'changes to', on: 'changes made on' })
    .option('-n, --number <count>', 'how many changes; by default a terminal gets 20, a pipe all', wholeNumber(1))
    .option('--exit-status', 'exit 1 when no change fits')
    .addOption(
      new Option('--calendar', 'a year of done topics, a day a cell, darker where more was done').conflicts([
        'number',
        'status',
      ]),
    )
    .action(
      run<LogOptions & { readonly calendar?: boolean }>(async (context, words, options) => {
        if (options.calendar) return (await import('./commands/calendar.ts')).calendar(context, words, options);
        const { log } = await import('./commands/log.ts');
        return log(context, words, options);
      }),
    );
}

/** What to study when. */
function addCoach(program: Command, run: Run): void {
  program
    .command('pace [selector...]')
    .summary('how fast you study, and between which days a level or all of it will be done')
    .description(
      'How much is done a week, and between which days each level and all of it will be done: ranges from the weeks there were, not promises. Days on which far more was ticked than usual are set aside and named. A selector asks about a part, at the pace of the whole.',
    )
    .option('--by <day>', 'what will be done by a day, and the pace that is needed: 2027-03-01, +12w')
    .option('--pace <pace>', 'when it is done at another pace: 6h/w or 6h for hours, 10/w for topics')
    .option('--skip <selector>', 'as if these topics were skipped; nothing is changed')
    .option('--level <level>', 'only this level, and those below it')
    .option('--goal <day>', 'keep the day in your configuration, for pace and plan; none takes it out')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<PaceOptions>(async (context, words, options) => {
        const { pace } = await import('./commands/pace.ts');
        return pace(context, words, options);
      }),
    );
  program
    .command('plan [selector...]')
    .summary('what to study in which week, by a day or at a pace')
    .description(
      'What to study in which week, made anew from today each time: nothing before what it needs, lower levels first, projects behind what they prove. With a day, a part of the time before it is kept free; what does not fit is named.',
    )
    .option('--by <day>', 'the day by which all is to be done: 2027-03-01, +12w')
    .option('--pace <pace>', 'how much a week: 6h/w or 6h for hours, 10/w for topics')
    .option('--level <level>', 'only topics of this level, and what they need')
    .option('-n, --number <weeks>', 'how many weeks; by default a terminal gets 4, a pipe all', wholeNumber(1))
    .addOption(new Option('--format <format>', 'a note, a calendar or data').choices(['md', 'ics', 'json']))
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<PlanOptions>(async (context, words, options) => {
        const { plan } = await import('./commands/plan.ts');
        return plan(context, words, options);
      }),
    );
}

/** What is practised, and judged here. */
function addPractice(program: Command, run: Run): void {
  program
    .command('lab [id] [file...]')
    .summary('practice that is judged here: the labs, one of them, or your answer to it')
    .description(
      'Without a word the labs of the roadmap. With the name of one, or a topic that has one: its task. With files of YAML, a folder or "-" behind it: judges your answer, with no cluster and no network; exit 1 where it does not hold. What is passed is kept in the progress file.',
    )
    .option('--level <level>', 'only labs of this level')
    .option('--status <status>', 'only labs in this state: todo, done')
    .option('--search <text>', 'only labs whose title, name or topic contains the text')
    .option('--into <folder>', 'write the task and the files to begin with into this folder')
    .option('--tick', 'tick the topic as well when the answer holds')
    .option('--hint', 'a hint, one more each time')
    .option('--solution', 'a solution; asks first')
    .option('--watch', 'judge again at each save; q ends it')
    .option('--mock <name|file>', 'a mock exam of this roadmap, in the folder that is named: begun, or looked at again')
    .option('--finish', 'with --mock: judge all answers; exit 1 where it is not passed')
    .option('--tasks <n>', 'with --mock: so many tasks (default: 16)', wholeNumber(1))
    .option('--minutes <n>', 'with --mock: so much time (default: 120)', wholeNumber(1))
    .option('--broken', 'only labs that begin with a fault to find; with --into a folder for each')
    .option('--force', 'with --solution and --finish: without asking')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<LabOptions>(async (context, words, options) => {
        const { lab } = await import('./commands/lab.ts');
        return lab(context, words, options);
      }),
    );
}

function addLevels(program: Command, run: Run): void {
  program
    .command('levels')
    .description('what each level asks for, how far you are, and what is missing')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<LevelsOptions>(async (context, _, options) => {
        const { levels } = await import('./commands/levels.ts');
        return levels(context, options);
      }),
    );
  program
    .command('projects')
    .description('what to build: goal, criterion, stack, the topics it proves, and whether it is done')
    .option('--level <level>', 'only projects of this level')
    .option('--status <status>', 'only projects in this state: todo, doing, done, skipped')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<ProjectsOptions>(async (context, _, options) => {
        const { projects } = await import('./commands/levels.ts');
        return projects(context, options);
      }),
    );
  program
    .command('gate <level>')
    .summary('whether a level is reached; exit 1 and what is missing where it is not')
    .description(
      'Exit 0 when the level is reached: all topics of it and of the levels below are done, and a project of each of them that has projects. Else exit 1 and what is missing. Skipped topics do not count.',
    )
    .option('--at <percent>', 'enough when this percent of those topics is done; no project is asked for', percent)
    .option('--full', 'show all that is missing, not only the first ten')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<GateOptions>(async (context, [level], options) => {
        const { gate } = await import('./commands/levels.ts');
        return gate(context, level as string, options);
      }),
    );
}

/** What changes the states of topics, or takes a change back. */
function addChanges(program: Command, run: Run): void {
  const verb = (name: Verb, description: string, force: string): Command =>
    program
      .command(`${name} [selector...]`)
      .description(`${description}; "-" reads selectors from standard input`)
      .option('--only', 'the parent topic itself, without those below it')
      .option('--force', force)
      .option('--dry-run', 'show the change as a diff and write nothing')
      .option('-z, --zero', 'with "-": selectors on standard input end with NUL')
      .action(
        run<ChangeOptions>(async (context, words, options) => {
          const { change } = await import('./commands/change.ts');
          return change(context, name, words, options);
        }),
      );
  const dated = (command: Command): Command =>
    command.option('--on <day>', 'the day to write: 2026-11-19, today, yesterday, -3d, monday');
  const erase = 'erase several dates without asking';
  dated(verb('done', 'tick topics, or all below a section', 'with --on: change the day of what is done already'))
    .option('--spent <time>', 'write down the time that one topic took: 2h, 30m, 1h30m')
    .option('--note <text>', 'write a note below one topic; "-" reads it from standard input');
  verb('start', 'mark topics as in progress', erase);
  dated(verb('skip', 'leave topics out of the count', `${erase}; with --on: change the day`));
  verb('reopen', 'open topics again', erase);
  dated(
    program
      .command('note <selector> <text...>')
      .description('write a note below a topic, with its day; "-" reads the text from standard input')
      .option('--dry-run', 'show the change as a diff and write nothing'),
  ).action(
    run<ChangeOptions>(async (context, words, options) => {
      const { note } = await import('./commands/note.ts');
      return note(context, words, options);
    }),
  );
  dated(
    program
      .command('pick [selector...]')
      .description('choose topics on the whole screen, see what will be written, and save it in one step')
      .option('--only', 'the keys are for the topic itself, without those below it')
      .option('--dry-run', 'show the change as a diff and write nothing'),
  ).action(
    run<ChangeOptions>(async (context, words, options) => {
      const { pick } = await import('./commands/pick.ts');
      return pick(context, words, options);
    }),
  );

  const back = (name: 'undo' | 'redo', description: string): Command =>
    program
      .command(`${name} [selector...]`, { hidden: false })
      .usage('[options]')
      .description(description)
      .option('-n, --number <count>', 'how many changes', wholeNumber(1))
      .action(
        run<UndoOptions>(async (context, words, options) => {
          const { undo } = await import('./commands/undo.ts');
          return undo(context, name, words, options);
        }),
      );
  back('undo', 'take back the last change of this roadmap');
  back('redo', 'make the change again that was undone');
}

/** What opens a file or a link in another program. */
function addPrograms(program: Command, run: Run): void {
  program
    .command('edit [selector]')
    .description(
      "the roadmap's own file in your editor, at the line of a topic; VISUAL or EDITOR name it, else it is vi",
    )
    .action(
      run<CommonOptions>(async (context, [selector], options) => {
        const { edit } = await import('./commands/edit.ts');
        return edit(context, selector, options);
      }),
    );
  program
    .command('open <selector>')
    .description('the first link of a topic in your browser: https and http only; in a pipe its address is printed')
    .option('--print', 'print the address and open nothing')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<OpenOptions>(async (context, [selector], options) => {
        const { open } = await import('./commands/open.ts');
        return open(context, selector as string, options);
      }),
    );
}

/** What is about whole files. */
function addFiles(program: Command, run: Run): void {
  program
    .command('reconcile')
    .description('what a changed, renamed or moved roadmap did to its ticks, and how to link them anew')
    .option('--apply', 'write it, in one step that undo takes back; with --progress: move the ticks there')
    .option('--from <file>', 'the file that holds the ticks, where it is not found by itself')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<ReconcileOptions>(async (context, _, options) => {
        const { reconcile } = await import('./commands/reconcile.ts');
        return reconcile(context, options);
      }),
    );

  program
    .command('export')
    .description(
      'the roadmap with its ticks as a clean checklist, as JSON, as a page for a browser, or as a card or badge',
    )
    .addOption(new Option('--format <format>', 'what to write').choices(exportFormats))
    .action(
      run<ExportOptions>(async (context, _, options) => {
        const { exportRoadmap } = await import('./commands/export.ts');
        return exportRoadmap(context, options);
      }),
    );

  program
    .command('init [file]')
    .summary('begin a roadmap of your own; without a file: set the program up')
    .description(
      'With a file: begins a roadmap of your own, a small one to fill in, or a copy of another with an id of its own. Without one: asks which roadmap you study, where its ticks are kept and in which language, and writes your settings after a yes; -r, --name, --progress, --lang and --shell answer without a question.',
    )
    .option('--from <name|file>', 'with a file: the roadmap to copy, a bundled name or a YAML file')
    .option('--name <name>', 'without a file: the name of the roadmap that -r names')
    .option('--shell <shell>', 'without a file: completion for bash, zsh or fish, or none')
    .option('--force', 'without a file: ask nothing; what no option answers stays as it is')
    .action(
      run<InitOptions & SetupOptions>(async (context, [file], options) => {
        if (file === undefined) return (await import('./commands/setup.ts')).setUp(context, options);
        return (await import('./commands/init.ts')).init(context, file, options);
      }),
    );
}

/** What is about names, settings and places. */
function addSettings(program: Command, run: Run): void {
  program
    .command('roadmaps [action] [name|file]')
    .summary('names for your own roadmaps: list, add FILE, use NAME, remove NAME')
    .description(
      'Names for your own roadmaps, as -r takes them: list shows them, add FILE gives a file a name, use NAME makes one the default, remove NAME forgets a name and leaves the file as it is.',
    )
    .option('--name <name>', 'with add: the name; by default that of the file')
    .option('--use', 'with add: make it the default as well')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<RoadmapsOptions>(async (context, words, options) => {
        const { roadmaps } = await import('./commands/roadmaps.ts');
        return roadmaps(context, words, options);
      }),
    );
  program
    .command('config [action] [key] [value...]')
    .summary('settings: list, get KEY, set KEY VALUE, unset KEY, edit')
    .description(
      'Settings of your own: list shows what is set and by which file, get KEY prints a value, set KEY VALUE writes it, unset KEY takes it out, edit opens the file in your editor. Comments in the file stay.',
    )
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<ConfigOptions>(
        async (context, words, options) => {
          const { config } = await import('./commands/config.ts');
          return config(context, words, options);
        },
        { anyConfiguration: true },
      ),
    );
  program
    .command('paths')
    .description('every place that the program reads or writes, and what it is for')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<PathsOptions>(async (context, _, options) => (await import('./commands/paths.ts')).paths(context, options), {
        anyConfiguration: true,
      }),
    );
  program
    .command('doctor')
    .description('what is odd about settings, folders, roadmaps and shell, and what to do; exit 1 with warnings')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<DoctorOptions>(
        async (context, _, options) => (await import('./commands/doctor.ts')).doctor(context, options),
        {
          anyConfiguration: true,
        },
      ),
    );
}

/** What mends files. */
function addRepairs(program: Command, run: Run): void {
  program
    .command('lint [file...]')
    .description('everything odd in a roadmap, in several files or in a folder; exit 1 with errors')
    .option('--fix', 'mend what can be mended without changing a meaning')
    .option('--dry-run', 'with --fix: show the change as a diff and write nothing')
    .option('-z, --zero', 'end the records of --plain with NUL')
    .action(
      run<LintOptions>(async (context, words, options) => {
        const { lint } = await import('./commands/lint.ts');
        return lint(context, words, options);
      }),
    );
  program
    .command('repair <file>')
    .description('print the text of a file that was saved in the wrong encoding, exact or refused')
    .action(
      run<CommonOptions>(async (context, [file], options) => {
        const { repair } = await import('./commands/repair.ts');
        return repair(context, file as string, options);
      }),
    );
}

/** What is for the shell around the program. */
function addShell(program: Command, run: Run): void {
  program
    .command('prompt')
    .summary('progress in a few characters, for the prompt of a shell')
    .description(
      'Progress in a few characters, for the prompt of a shell: nothing, and no message, where there is no roadmap. A format has {done} {total} {doing} {percent} {level} {next}.',
    )
    .option('--format <text>', "what to print: by default '{done}/{total} {percent}%'")
    .action(
      run<PromptOptions>(
        async (context, _, options) => {
          const { prompt } = await import('./commands/prompt.ts');
          return prompt(context, options);
        },
        { anyConfiguration: true, isSilent: true },
      ),
    );
  program
    .command('shell-init <shell>')
    .summary('what bash, zsh or fish reads at its start: completion, prompt, a short name')
    .description(
      'Prints what bash, zsh or fish reads at its start: completion, a prompt that starts no process, and a short name for the program. In ~/.bashrc: eval "$(istio-roadmap shell-init bash --cmd ir)".',
    )
    .option('--cmd <name>', 'a short name for istio-roadmap')
    .action(
      run<ShellInitOptions>(async (context, [shell], options) => {
        const { shellInit } = await import('./commands/shell-init.ts');
        return shellInit(context, shell as string, options);
      }),
    );
  program
    .command('completion <shell> [for]')
    .summary('completion for bash, zsh or fish; install puts it where the shell finds it')
    .description(
      'Prints the completion of bash, zsh or fish. "completion install" puts that of your shell, or of the one named behind it, where the shell finds it, after it has said which files that changes.',
    )
    .option('--force', 'with install: without asking')
    .option('--dry-run', 'with install: show the change as a diff and write nothing')
    .action(
      run<CompletionOptions>(async (context, words, options) => {
        const { completion } = await import('./commands/completion.ts');
        return completion(context, words, options);
      }),
    );
}

/** Each call of a tool gets a context of its own: it may be another day by then, and the settings may be others. */
function addServer(program: Command, { contextFor, onExit }: Pick<Running, 'contextFor' | 'onExit'>): void {
  program
    .command('mcp')
    .summary('answer a client of the Model Context Protocol')
    .description(
      'Answer a client of the Model Context Protocol on standard input and output: status, next, list, show, done and undo, with the documents of --json. Nothing is ticked that was not shown first. Ends with its input.',
    )
    .action(async (options: CommonOptions, command: Command) => {
      const all: CommonOptions & GlobalOptions = { ...command.optsWithGlobals(), ...options };
      const { mcp } = await import('./commands/mcp.ts');
      const contextWith = async (more: Pick<CommonOptions, 'roadmap'>): Promise<Context> => {
        await configure();
        return contextFor({ ...all, ...more });
      };
      onExit(await mcp(contextWith, all, ISTIO_ROADMAP_VERSION));
    });
}

/** Without a Context: git runs it for each file, and it has nothing of the user's to read. */
function addMergeDriver(program: Command, onExit: (status: number) => void): void {
  program
    .command(`${mergeDriver} <%O> <%A> <%B> [%P]`)
    .summary('for git: merge a note or progress file that two sides changed')
    .description(
      `Merges a note or a progress file for git: boxes and days line by line against the ancestor, everything else as git does. To install it: \`git config --global merge.istio-roadmap.driver 'istio-roadmap merge-driver %O %A %B %P'\`, and in .gitattributes a line like \`*.md merge=istio-roadmap\`. Exit 0 merged, 1 with conflicts, 129 not at all.`,
    )
    .action(async (...given: unknown[]) => {
      const { args } = given[given.length - 1] as Command;
      onExit(await (await import('./merge-driver.ts')).runMergeDriver(args));
    });
}

/** All roadmaps are looked at whole: nothing that chooses one, or a part of one, goes with it. */
async function ofAll(words: readonly string[], options: LookOptions, command: string) {
  const others = [
    'roadmap',
    'encoding',
    'progress',
    'level',
    'status',
    'tag',
    'search',
    'since',
    'until',
    'due',
  ] as const;
  const other = others.find((name) => options[name] !== undefined);
  if (other !== undefined) throw new UserError('options-exclude', { option: '--all', other: `--${other}`, command });
  const [word] = words;
  if (word !== undefined) throw new UserError('options-exclude', { option: '--all', other: word, command });
  return import('./commands/overview.ts');
}

/** The grammar as data, for the build: what completion knows without loading it. */
export async function commandTable(): Promise<Omit<CommandTable, 'roadmaps'>> {
  const program = newProgram();
  const words = await wordsOfArguments();
  const help: TableOption = { flags: ['-h', '--help'], summary: 'show help', value: null, words: [] };
  const version: TableOption = { flags: ['-V', '--version'], summary: 'print the version', value: null, words: [] };
  return {
    options: [...optionRows(program).filter(({ flags }) => !flags.includes('--version')), help, version],
    commands: [
      ...program.commands.map((command) => ({
        name: command.name(),
        summary: command.summary() || command.description(),
        arguments: argumentsOf(command).map((one) => ({
          ...{ name: one.name(), isVariadic: one.variadic },
          words: words[`${command.name()} ${one.name()}`] ?? [],
        })),
        options: optionRows(command),
      })),
      { name: 'help', summary: 'show help for a command or a topic', arguments: [], options: [] },
    ],
  };
}

/** Those that a command checks by itself. */
async function wordsOfArguments(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { roadmapsActions } = await import('./commands/roadmaps.ts');
  const { configActions, configKeys } = await import('./commands/config.ts');
  return {
    'roadmaps action': roadmapsActions,
    'config action': configActions,
    'config key': configKeys,
    'shell-init shell': shells,
    'completion shell': [...shells, 'install'],
    'completion for': shells,
  };
}

function optionRows({ options }: Command): TableOption[] {
  return options.map(({ short, long, description, flags, argChoices }) => ({
    flags: [short, long].filter((one) => one !== undefined),
    summary: description,
    value: /<([^<>]*)>/.exec(flags)?.[1] ?? null,
    words: argChoices ?? [],
  }));
}

async function explained(context: Context, options: LookOptions): Promise<number> {
  return (await import('./commands/explain.ts')).explain(context, options);
}

/** undo and redo take a selector only to name the command that was intended. */
const argumentsOf = (command: Command): Command['registeredArguments'] =>
  ['undo', 'redo'].includes(command.name()) ? [] : command.registeredArguments;

/** Every command has options: to say so of each only takes room. */
function helpTerm(command: Command): string {
  const words = argumentsOf(command).map((one) => {
    const name = `${one.name()}${one.variadic ? '...' : ''}`;
    return one.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(' ');
}

/** What was wrong is in what `usageError` reads again: commander only knows sentences. */
function wholeNumber(least: number): (word: string) => number {
  return (word) => {
    const value = Number(word);
    if (!/^\d+$/.test(word) || value < least || value > 1_000_000) throw new InvalidArgumentError(`number ${least}`);
    return value;
  };
}

function percent(word: string): number {
  const value = Number(word.replace(/%$/, ''));
  if (!/^\d+%?$/.test(word) || value < 1 || value > 100) throw new InvalidArgumentError('percent');
  return value;
}

/** `help dates`: to commander it is no command that it could show the help of. */
async function topicIn(argv: readonly string[], program: Command): Promise<HelpTopicName | null> {
  const { operandsOf } = await import('./mistaken-words.ts');
  const [, at = -1] = operandsOf(argv, grammarOf(program));
  const word = argv[at] ?? '';
  return isHelpTopic(word) ? word : null;
}

/** A file where a command belongs gets the command that would read it; a word gets the command that was meant. */
async function unknownWord(
  words: readonly string[],
  argv: readonly string[],
  program: Command,
  context: Context,
  options: CommonOptions,
): Promise<UserError> {
  const [word = ''] = words;
  const grammar = grammarOf(program);
  const { commandIn, commandMeant, lacksTopic } = await import('./mistaken-words.ts');
  const { isFile } = await import('./commands/selecting.ts');
  if (isFile(context, word)) {
    const isLater = commandIn(argv, grammar) !== null;
    return new UserError('file-as-selector', { file: word, by: isLater ? [] : ['status'] });
  }
  const meant = commandMeant(argv, grammar);
  if (meant === null || !lacksTopic(meant, grammar)) return new UserError('unknown-command', { word, words: meant });
  const { exampleAddress } = await import('./commands/example.ts');
  return new UserError('unknown-command', { word, words: [...meant, await exampleAddress(context, options)] });
}

function grammarOf(program: Command): Grammar {
  const flagsOf = ({ options }: Command): string[] =>
    options.flatMap(({ short, long }) => [short, long]).filter((flag) => flag !== undefined);
  const all = [program, ...program.commands].flatMap(({ options }) => options);
  return {
    commands: program.commands.map((command) => ({
      name: command.name(),
      flags: new Set([...flagsOf(command), ...flagsOf(program)]),
      needsWord: command.registeredArguments.some(({ required }) => required),
    })),
    valued: new Set(
      all
        .flatMap(({ short, long, required }) => (required ? [short ?? '', long ?? ''] : []))
        .filter((one) => one !== ''),
    ),
  };
}

/** What commander says in a sentence of its own, as a failure of ours. */
async function usageError(
  error: CommanderError,
  argv: readonly string[],
  program: Command,
  context: Context,
): Promise<UserError> {
  const grammar = grammarOf(program);
  const { commandIn, helpMeant, operandsOf, optionMeant } = await import('./mistaken-words.ts');
  const command = commandIn(argv, grammar)?.name ?? null;
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] as string);
  const [first = '', second = ''] = quoted;
  switch (error.code) {
    case 'commander.help': {
      // `help frobnicate`: commander has no sentence for it.
      const word = argv.slice(argv.indexOf('help') + 1).find((one) => !one.startsWith('-')) ?? '';
      return new UserError('unknown-command', { word, words: helpMeant(word, grammar, Object.keys(helpTopics)) });
    }
    case 'commander.unknownOption':
      return new UserError('unknown-option', { option: first, command, words: optionMeant(first, argv, grammar) });
    case 'commander.optionMissingArgument':
      return new UserError('option-without-value', { option: first, command });
    case 'commander.conflictingOption':
      return new UserError('options-exclude', { option: first, other: second, command });
    case 'commander.missingArgument':
      return new UserError('missing-argument', { argument: first, command: command ?? '' });
    case 'commander.excessArguments': {
      const words = operandsOf(argv, grammar).map((at) => argv[at] as string);
      const { isFile } = await import('./commands/selecting.ts');
      const file = words.find((word) => isFile(context, word));
      if (file !== undefined) return new UserError('file-as-selector', { file, by: [] });
      const most = program.commands.find((one) => one.name() === command)?.registeredArguments.length ?? 0;
      // Only `show` takes one topic where `list` takes many.
      const meant = command === 'show' ? argv.map((word) => (word === 'show' ? 'list' : word)) : null;
      return new UserError('too-many-words', {
        command: command ?? '',
        expected: most,
        got: words.length - 1,
        words: meant,
      });
    }
    case 'commander.invalidArgument':
      return new UserError('bad-option-value', { option: first, value: second, expected: expectedOf(error), command });
    default:
      throw error;
  }
}

function expectedOf({ message }: CommanderError): ExpectedValue {
  const [, reason = ''] = /is invalid\. (.*)$/s.exec(message) ?? [];
  const choices = /^Allowed choices are (.*)\.$/.exec(reason)?.[1];
  if (choices !== undefined) return { kind: 'choice', choices: choices.split(', ') };
  return reason === 'percent' ? { kind: 'percent' } : { kind: 'number', least: Number(reason.replace(/\D/g, '')) };
}
