// HeadText: the front matter of a progress file as it is written (FORMATS P3, P5); head.ts reads it.
import { pattern } from '../../text/pattern.ts';
import { frontMatterSpan } from '../frontmatter.ts';
import { linesOf, ourKey } from './head.ts';
import { lineEndOf } from './tick-line.ts';

const bareScalar = pattern(String.raw`^[\p{L}\p{N}/._~-]+$`, 'u');

/** The same text whose head says so; `place` null takes that line away. Lines of other keys stay. */
export function withHead(
  text: string,
  { roadmap, place }: { readonly roadmap: string | null; readonly place: string | null },
): string {
  const eol = lineEndOf(text);
  const block = frontMatterSpan(text);
  const isToml = block?.fence === '+++';
  const wanted = Object.entries({ roadmap, progress: place }).flatMap(([key, value]) => {
    if (value === null) return [];
    return [isToml ? `${key} = ${JSON.stringify(value)}` : `${key}: ${quoted(value)}`];
  });
  if (block === null) return `${['---', ...wanted, '---', ''].join(eol)}${eol}${text}`;
  const lines = linesOf(text, block);
  const kept = lines.slice(1, -1).filter((line) => !ourKey.test(line));
  return [block.fence, ...wanted, ...kept, lines.at(-1)].join(eol) + text.slice(block.block.end);
}

/** A YAML scalar in double quotes where it must be: JSON's form is one. */
export function quoted(text: string): string {
  return bareScalar().test(text) ? text : JSON.stringify(text);
}

/** False where people wrote properties of their own into the head. */
export function hasOnlyOurKeys(text: string): boolean {
  const block = frontMatterSpan(text);
  const lines = block === null ? [] : linesOf(text, block).slice(1, -1);
  return lines.every((line) => line.trim() === '' || ourKey.test(line));
}
