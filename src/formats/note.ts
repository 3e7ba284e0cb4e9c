// MarkdownNote: a note as a file holds it, its front matter before its text (FORMATS Y5).
import { diagnostic } from '../errors.ts';
import type { ReadDraft } from './format.ts';
import { type FrontMatterData, frontMatterSpan } from './frontmatter.ts';
import { readMarkdown } from './markdown/read.ts';

const noProperties: FrontMatterData = { data: {}, problem: null };

/** A problem of the front matter is a warning of the note, never a failure. */
export const readNote: ReadDraft = ({ source, name, parsed }) => {
  const { data, problem } = (parsed as FrontMatterData | null) ?? noProperties;
  const bodyStart = frontMatterSpan(source.text)?.body.start ?? 0;
  const note = { source, bodyStart, frontMatter: data, name };
  const draft = readMarkdown(note);
  if (problem === null) return draft;
  const found = diagnostic('front-matter', 'warning', { line: problem.line, column: 1 }, { problem });
  return Object.assign(draft, { diagnostics: [found, ...draft.diagnostics] });
};
