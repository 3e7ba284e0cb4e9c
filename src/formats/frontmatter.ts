// FrontMatter: where the block of properties at the head of a note begins and ends.
import type { Span } from '../text/source.ts';

export interface FrontMatter {
  /** The block with both fences, without the line end of the closing one. */
  readonly block: Span;
  /** All that follows the block and its line end. */
  readonly body: Span;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) return at;
  }
  return text.length;
}

function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

function isFence(text: string, start: number, end: number, mark: string): boolean {
  if (!text.startsWith(mark, start)) return false;
  for (let at = start + 3; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c !== 32 && c !== 9) return false;
  }
  return true;
}

/** Whether a line reads `key:` or `key: value` at the margin; `- text`, `# text` and indented lines are no keys. */
function isKeyLine(text: string, start: number, end: number): boolean {
  if (' \t-#>|*+&!%@`'.includes(text.charAt(start))) return false;
  for (let at = text.indexOf(':', start); at > start && at < end; at = text.indexOf(':', at + 1)) {
    const after = text.charCodeAt(at + 1);
    if (at + 1 === end || after === 32 || after === 9) return true;
  }
  return false;
}

/**
 * The front matter of a note, or null (FORMATS Y5). It opens at the very first character with a line `---` and closes
 * with the next line `---` or `...`; blanks may follow the marks and nothing else may, so `---js` opens none. Between
 * two thematic breaks stands prose: a block with no `key:` line is front matter only when it is blank or comments.
 * Lines end in LF, CRLF or CR; the text has no byte-order mark.
 */
export function frontMatterSpan(text: string): FrontMatter | null {
  if (!text.startsWith('---')) return null;
  let end = lineEnd(text, 3);
  if (!isFence(text, 0, end, '---')) return null;
  let keys = false;
  let prose = false;
  while (end < text.length) {
    const start = nextLine(text, end);
    end = lineEnd(text, start);
    if (isFence(text, start, end, '---') || isFence(text, start, end, '...')) {
      if (prose && !keys) return null;
      return {
        block: { start: 0, end },
        body: { start: Math.min(nextLine(text, end), text.length), end: text.length },
      };
    }
    if (keys) continue;
    keys = isKeyLine(text, start, end) || text.charAt(start) === '{';
    prose ||= !keys && !/^[ \t]*(?:#|$)/.test(text.slice(start, end));
  }
  return null;
}
