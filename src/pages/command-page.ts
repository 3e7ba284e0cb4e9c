// CommandPage: the page of one command in the documentation, and the page that lists them, as Markdown.
import type { Example } from '../examples.ts';
import { helpTopics } from '../help-topics.ts';
import { displayWidth, pad } from '../text/width.ts';
import type { CommandDescription, GrammarDescription, OptionDescription } from './grammar.ts';

const madeBy = '<!-- Made by `npm run pages`: change src/cli.ts or src/examples.ts, and run it again. -->';

/** Of commands whose words name topics. */
const takesSelectors = ({ usage }: CommandDescription): boolean => usage.includes('[selector');

export function commandPage(command: CommandDescription): string {
  const { name, usage, description, options, examples } = command;
  const more = takesSelectors(command) ? ' [Addresses](../help/addresses.md) says how topics are named.' : '';
  return page([
    `# istio-roadmap ${name}`,
    madeBy,
    inText(description),
    fenced('', [`istio-roadmap ${usage}`]),
    ...(options.length > 0 ? [optionTable(options)] : []),
    `[Every command](README.md#options-of-every-command) takes more options.${more}`,
    '## Examples',
    exampleBlock(examples),
  ]);
}

export function listOfCommands({ program, commands }: GrammarDescription): string {
  const rows = commands.map(({ name, summary }) => `| [${name}](${name}.md) | ${inTable(summary)} |`);
  const topics = Object.entries(helpTopics).map(([name, what]) => `- [${name}](../help/${name}.md): ${inText(what)}`);
  return page([
    '# Commands',
    madeBy,
    inText(program.description),
    fenced('', ['istio-roadmap [command] [selector...] [options]']),
    exampleBlock(program.examples),
    table(['command', 'what it does'], rows),
    '## Options of every command',
    optionTable(program.options),
    '## Topics',
    'What `istio-roadmap help` explains besides commands:',
    topics.join('\n'),
  ]);
}

const page = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

const fenced = (language: string, lines: readonly string[]): string =>
  [`\`\`\`${language}`, ...lines, '```'].join('\n');

const table = (head: readonly string[], rows: readonly string[]): string =>
  [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows].join('\n');

const optionTable = (options: readonly OptionDescription[]): string =>
  table(
    ['option', 'what it does'],
    options.map(({ term, what }) => `| \`${inCell(term)}\` | ${inTable(what)} |`),
  );

function exampleBlock(examples: readonly Example[]): string {
  const longest = Math.max(...examples.map(({ line }) => displayWidth(line)));
  return fenced(
    'sh',
    examples.map(({ line, what }) => `${pad(line, longest)}  # ${what}`),
  );
}

const inCell = (text: string): string => text.replaceAll('|', '\\|');

/** Options and what looks like Markdown without being meant so are code; what is code already stays as it is. */
function inText(text: string): string {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 1 ? `\`${part}\`` : part.replace(/(?<![\w-])--?[a-z][\w-]*|\*\.md/g, '`$&`')))
    .join('');
}

const inTable = (text: string): string => inCell(inText(text));
