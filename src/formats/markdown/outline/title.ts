// RoadmapTitle: what a Markdown note calls itself (FORMATS S5).
import { pattern } from '../../../text/pattern.ts';
import { readable } from '../inline.ts';
import type { Part } from './part.ts';

const letter = pattern(String.raw`\p{L}`, 'u');
const sign = pattern(String.raw`^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\s]|\uFE0F|\u200D)+`, 'u');

export interface RoadmapTitle {
  readonly title: string;
  /** The heading that is the title and therefore no section; null where the title came from elsewhere. */
  readonly heading: Part | null;
  readonly line: number;
}

/** A single H1 that comes first, a first heading that contains all others, the front matter's title, a first title-like line, or the name. */
export function titleOf(text: string, root: Part, frontMatterTitle: string | null, fileName: string): RoadmapTitle {
  const headings: Part[] = [];
  const collect = (holder: Part) => {
    for (const part of holder.parts) {
      if (part.opener === 'heading' && part.indent < 0) headings.push(part);
      collect(part);
    }
  };
  collect(root);
  const [first, ...others] = headings;
  const [topLevel] = root.parts;
  if (first !== undefined && first === topLevel && first.role !== 'contents') {
    const containsAll = others.every((other) => other.depth > first.depth);
    // `<h3>Name</h3>` over a page of Markdown headings is its masthead, whatever its depth.
    if (first.html && others.length > 0 && holdsOnlyProse(first))
      return { title: unnumbered(first), heading: first, line: first.line };
    if (containsAll && (first.depth === 1 || others.length > 0))
      return { title: first.title === '' ? fileName : unnumbered(first), heading: first, line: first.line };
  }
  if (frontMatterTitle !== null && frontMatterTitle.trim() !== '')
    return { title: readable(frontMatterTitle), heading: null, line: 0 };
  const [opening] = root.each();
  if (opening?.kind === 'prose') {
    const line = opening.line;
    const title = readable(text.slice(line.content, line.contentEnd));
    if (title !== '' && title.length <= 120 && !/[.!?:;,。]$/.test(title) && letter().test(title))
      return { title: withoutSign(title), heading: null, line: line.line };
  }
  return { title: fileName, heading: null, line: 0 };
}

function holdsOnlyProse(part: Part): boolean {
  for (const child of part.each()) if (child.kind !== 'prose') return false;
  return true;
}

function unnumbered(part: Part): string {
  return withoutSign(part.written);
}

/** Emoji in front of a title are decoration. */
function withoutSign(title: string): string {
  // No letter of these alphabets is one, and the expression takes long to compile.
  if (/^[\w\u00c0-\u1fff]/.test(title)) return title;
  const rest = title.replace(sign(), '');
  return rest === '' ? title : rest;
}
