// HtmlHeading: a heading of a page written in HTML, where indentation is no code (FORMATS S1).
import { positionOf } from '../../../text/source.ts';
import { kind, type Lines } from './lines.ts';
import { madeBullet, withMade } from './made-lines.ts';

const page = /\s*<(?:!doctype|html|head|body)\b/iy;
const heading = /<h([1-6])\b[^<>]*>([\s\S]{0,500}?)<\/h\1>/gi;

/** The lines of a note, with the headings that were passed over as code among them where the note is an HTML page. */
export function withHtmlHeadings(lines: Lines, from: number): Lines {
  const { source } = lines;
  page.lastIndex = from;
  if (lines.has(kind.task) || !page.test(source.text)) return lines;
  const counted = new Set(lines.line.subarray(0, lines.length));
  const found = [...source.text.matchAll(heading)].flatMap((match) => {
    const start = match.index + match[0].indexOf('>') + 1;
    const { line } = positionOf(source, match.index);
    if (match.index < from || counted.has(line)) return [];
    const made = madeBullet(line, start, start + (match[2] as string).length, 0);
    return [{ ...made, kind: 'heading' as const, depth: Number(match[1]), head: null }];
  });
  return found.length === 0 ? lines : withMade(lines, found);
}
