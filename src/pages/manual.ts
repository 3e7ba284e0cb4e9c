// Manual: the man page of the program, made of its grammar, its examples and its help topics.
import type { PageBlock } from '../page-blocks.ts';
import type { CommandDescription, GrammarDescription, OptionDescription } from './grammar.ts';
import { bold, roffBlock, roffParagraph, roffSection, roffSubsection, roffSyntax, roffTerm } from './roff.ts';

export interface Edition {
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** `topics` as they follow each other in the page. */
export function manual(
  { program, commands }: GrammarDescription,
  topics: readonly (readonly PageBlock[])[],
  { version, date }: Edition,
): string {
  const lines = [
    String.raw`.\" Made by npm run pages: change the grammar, the examples or docs/help, and run it again.`,
    `.TH ISTIO\\-ROADMAP 1 "${date}" "istio\\-roadmap ${version}" "User Commands"`,
    // Neither spaces stretched to the right margin nor words broken: options and paths stay whole.
    '.ad l',
    '.nh',
    roffSection('Name'),
    'istio\\-roadmap \\- study tracker for the terminal',
    roffSection('Synopsis'),
    '.B istio\\-roadmap',
    '[\\fIcommand\\fR] [\\fIselector\\fR ...] [\\fIoptions\\fR]',
    roffSection('Description'),
    roffParagraph(program.description),
    roffParagraph(
      'Without a command it is `status`. `istio-roadmap help` lists the commands, `istio-roadmap help done` shows one.',
    ),
    ...program.examples.map(({ line, what }) => roffTerm(bold(line), what)),
    roffSection('Options'),
    roffParagraph('Every command takes these; its own are named below.'),
    ...optionTerms(program.options),
    roffSection('Commands'),
    ...commands.flatMap(commandLines),
    roffSubsection('help [command|topic]'),
    roffParagraph('Show the help of a command, or one of the sections below.'),
    ...topics.flat().map(roffBlock),
    roffSection('See also'),
    roffParagraph(
      'The folder docs of the package: contract.md, formats.md, lint.md, safety.md, write-a-roadmap.md, commands/.',
    ),
  ];
  // The first paragraph of a section is none that begins behind another.
  return `${lines.join('\n')}\n`.replace(/(?<=^\.S[HS] .*\n)\.PP\n/gm, '');
}

function commandLines({ usage, description, options, examples }: CommandDescription): string[] {
  return [
    roffSubsection(usage),
    roffParagraph(description),
    ...optionTerms(options),
    roffParagraph('Examples:'),
    ...examples.map(({ line, what }) => roffTerm(bold(line), what)),
  ];
}

function optionTerms(options: readonly OptionDescription[]): string[] {
  return options.map(({ term, what }) => roffTerm(roffSyntax(term), what));
}
