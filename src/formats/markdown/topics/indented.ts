// IndentedLine: a line of an outline that is drawn by nothing but its indentation, as in a plain text file.
import { pattern } from '../../../text/pattern.ts';
import type { Source } from '../../../text/source.ts';
import type { Line } from '../syntax/lines.ts';
import { madeBullet } from '../syntax/made-lines.ts';
import { rawLines } from './drawn.ts';

const letter = pattern(String.raw`\p{L}`, 'u');

/**
 * The lines of a text as a nested outline, or none where it is no outline: at least half of them are indented, they are
 * short, and few end like sentences or like code. Asked only where a note holds nothing else.
 */
export function indentedLines(source: Source, from: number): Line[] {
  const found: Line[] = [];
  let indented = 0;
  let odd = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const { line, start, text: raw } of rawLines(source, from)) {
    const blank = /^[ \t]*/.exec(raw)?.[0] ?? '';
    if (blank.length === raw.length) continue;
    const own = raw.slice(blank.length);
    if (own.length > 160 || /[.;,{}<>=]$/.test(own) || /^[#<{}[\]|`~+=-]/.test(own) || !letter().test(own)) odd++;
    const indent = blank.replace(/\t/g, '    ').length;
    if (indent > 0) {
      indented++;
      least = Math.min(least, indent);
    }
    found.push(madeBullet(line, start + blank.length, start + raw.length, indent));
  }
  if (found.length < 4 || indented * 2 < found.length || odd * 10 > found.length) return [];
  // Where a single blank is how lines are nested it is no slip (FORMATS L5).
  return least > 1 ? found : found.map((line) => ({ ...line, indent: line.indent * 2, outer: line.outer * 2 }));
}
