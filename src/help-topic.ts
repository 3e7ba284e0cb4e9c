// HelpTopic: one help topic as text for a number of columns, made from its file beside the program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HelpTopicName } from './help-topics.ts';
import { pageBlocks, pageText } from './page-blocks.ts';

/** Ends with a line end. */
export function helpTopic(name: HelpTopicName, columns: number): string {
  return pageText(pageBlocks(readFileSync(join(__dirname, '..', 'help', `${name}.md`), 'utf8')), columns);
}
