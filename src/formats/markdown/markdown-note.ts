// MarkdownNote: what a note is read from, and what its front matter says of the roadmap.
import { type Draft, draftRoadmap } from '../../model/draft.ts';
import type { Source } from '../../text/source.ts';

export interface MarkdownNote {
  readonly source: Source;
  /** Offset behind the front matter; 0 where there is none. */
  readonly bodyStart: number;
  /** Plain data of the front matter; empty where there is none. */
  readonly frontMatter: { readonly [key: string]: unknown };
  /** Name of the file without its extension: the last resort for a title. */
  readonly name: string;
}

/** The roadmap of a note, still without what its lines say. */
export function draftOf({ frontMatter }: MarkdownNote, title: string): Draft {
  const roadmap = draftRoadmap(title, 'markdown');
  if (typeof frontMatter.id === 'string' && frontMatter.id !== '') roadmap.id = frontMatter.id;
  if (typeof frontMatter.description === 'string') roadmap.description = frontMatter.description;
  return roadmap;
}
