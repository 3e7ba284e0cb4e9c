// GrammarDescription: the commands and options of the grammar as plain text, for the man page and the pages of the documentation.
import { newProgram } from '../cli.ts';
import { type Example, examplesOf } from '../examples.ts';

export interface OptionDescription {
  /** `-r, --roadmap <name|file>`. */
  readonly term: string;
  /** `-r` and `--roadmap`. */
  readonly flags: readonly string[];
  readonly what: string;
}

export interface CommandDescription {
  readonly name: string;
  /** `done [options] [selector...]`. */
  readonly usage: string;
  /** What it does in a few words, as the list of commands has it. */
  readonly summary: string;
  /** What it does, in sentences. */
  readonly description: string;
  /** Its own, without those that every command takes. */
  readonly options: readonly OptionDescription[];
  readonly examples: readonly Example[];
}

export interface GrammarDescription {
  readonly program: CommandDescription;
  readonly commands: readonly CommandDescription[];
}

type Program = ReturnType<typeof newProgram>;

export function describeGrammar(): GrammarDescription {
  const program = newProgram();
  return { program: describe(program), commands: program.commands.map(describe) };
}

function describe(command: Program): CommandDescription {
  // What it gives is what `--help` prints.
  const help = command.createHelp();
  const name = command.name();
  return {
    name,
    usage: help.commandUsage(command).replace(/^istio-roadmap (?=\S)/, ''),
    summary: help.subcommandDescription(command),
    description: asSentence(help.commandDescription(command)),
    options: help
      .visibleOptions(command)
      .filter(({ long }) => long !== '--help' || command.parent === null)
      .map((option) => ({
        term: help.optionTerm(option),
        flags: [option.short, option.long].filter((flag) => flag !== undefined),
        what: help.optionDescription(option),
      })),
    examples: examplesOf(name),
  };
}

function asSentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
