// Reading: all that a text is read as, in one plain value, for comparing two versions of the reader (bench/same-reading.mjs).
import { frontMatterSpan } from '../src/formats/frontmatter.ts';
import { parseFrontMatter } from '../src/formats/frontmatter-yaml.ts';
import { explainMarkdown } from '../src/formats/markdown/explain.ts';
import { readMarkdown } from '../src/formats/markdown/read.ts';
import { finish, identify } from '../src/model/finish.ts';
import { toSource } from '../src/text/source.ts';

/** The roadmap of a Markdown text with every address, id, state, day, level, line and finding, and why each line is what it is. */
export function readingOf(text: string, name: string): unknown {
  const source = toSource(text);
  const block = frontMatterSpan(text);
  const frontMatter = block === null ? {} : parseFrontMatter(text.slice(block.block.start, block.block.end)).data;
  const note = { source, bodyStart: block?.body.start ?? 0, frontMatter, name };
  return { roadmap: identify(finish(readMarkdown(note))), explained: explainMarkdown(note) };
}
