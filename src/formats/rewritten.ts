// RewrittenMarkup: a light markup whose lines are read as the lines of Markdown that mean the same, each in its place.

import type { Draft } from '../model/draft.ts';
import { lineText, type Source, toSource } from '../text/source.ts';
import type { FormatInput } from './format.ts';
import { readMarkdown } from './markdown/read.ts';

/** Line by line as Markdown; what does not count is empty. */
export type Rewrite = (lines: readonly string[]) => readonly string[];

export const linesOf = (source: Source): string[] =>
  Array.from(source.lineStarts, (_, index) => lineText(source, index + 1).trimEnd());

/** Nothing in such a text can be edited: its ticks go to a progress file. Offsets would be those of the other text. */
export function readRewritten({ source, name }: FormatInput, format: string, rewrite: Rewrite): Draft {
  const text = toSource(rewrite(linesOf(source)).join('\n'));
  const draft = readMarkdown({ source: text, bodyStart: 0, frontMatter: {}, name });
  const diagnostics = draft.diagnostics.map((one) => ({ ...one, column: 1, span: null }));
  return Object.assign(draft, { format, diagnostics, hasTaskLines: false, boxGroups: [] });
}
