// PageFiles: the man page and the pages of the commands, as files of the package; pages.mjs writes them and the tests compare.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HelpTopicName, helpTopics } from '../help-topics.ts';
import { pageBlocks } from '../page-blocks.ts';
import { commandPage, listOfCommands } from './command-page.ts';
import { describeGrammar } from './grammar.ts';
import { type Edition, manual } from './manual.ts';

const root = join(import.meta.dirname, '..', '..');
const textOf = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');

/** Folders of which every file is one of these. */
export const pageFolders = ['man', 'docs/commands'] as const;

/** Text by path below the root of the package. */
export function pageFiles(): ReadonlyMap<string, string> {
  const grammar = describeGrammar();
  const topics = Object.keys(helpTopics).map((name) =>
    pageBlocks(textOf('docs', 'help', `${name as HelpTopicName}.md`)),
  );
  return new Map([
    ['man/istio-roadmap.1', manual(grammar, topics, edition())],
    ['docs/commands/README.md', listOfCommands(grammar)],
    ...grammar.commands.map((command) => [`docs/commands/${command.name}.md`, commandPage(command)] as const),
  ]);
}

/** The day is that of the last version that has one: the page must not change by being made again. */
function edition(): Edition {
  const { version } = JSON.parse(textOf('package.json')) as { version: string };
  return { version, date: /^## .*\((\d{4}-\d\d-\d\d)\)$/m.exec(textOf('CHANGELOG.md'))?.[1] ?? '' };
}
