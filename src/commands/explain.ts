// Explain: why each line of a note is a section, a topic, a note or nothing.

import { UserError } from '../errors.ts';
import { frontMatterSpan } from '../formats/frontmatter.ts';
import { explainMarkdown } from '../formats/markdown/explain.ts';
import { stemOf } from '../store/library.ts';
import { drawExplanation, explanationJson, plainExplanation } from '../views/explain.ts';
import type { CommonOptions, Context } from './context.ts';
import { load } from './load.ts';
import { withSentences } from './theme-with-sentences.ts';

/** `status --explain` and `list --explain`: 0. Throws `usage` for a roadmap that is no Markdown: its keys say what they are. */
export async function explain(context: Context, options: CommonOptions & { readonly zero?: boolean }): Promise<number> {
  const { note, own, origin } = await load(context, options);
  if (note === null || !note.format.canHoldTicks)
    throw new UserError('not-markdown', {
      name: origin.name,
      format: own.format.toUpperCase(),
      isBundled: note === null,
    });
  const { source } = note;
  const rows = explainMarkdown({
    source,
    bodyStart: frontMatterSpan(source.text)?.body.start ?? 0,
    frontMatter: {},
    name: stemOf(note.path),
  });
  if (options.json) context.out(explanationJson(note.path, rows));
  else if (options.plain) context.out(plainExplanation(rows, options.zero ? '\0' : '\n'));
  else context.out(drawExplanation(rows, await withSentences(context)));
  return 0;
}
