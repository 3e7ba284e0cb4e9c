// FrontMatter: where the block of properties at the head of a note begins and ends.
import type { Problem } from '../errors.ts';
import type { Span } from '../text/source.ts';

export interface FrontMatter {
  /** What the block begins with: YAML is between `---`, TOML between `+++`. */
  readonly fence: '---' | '+++';
  /** The block with both fences, without the line end of the closing one. */
  readonly block: Span;
  /** All that follows the block and its line end. */
  readonly body: Span;
}

/** What a block says. */
export interface FrontMatterData {
  /** Scalars are strings as written, an empty value is null; lists and maps are nested, maps without a prototype. */
  readonly data: Record<string, unknown>;
  /** Set when the block cannot be read: `line` counts from 1 within it, its first line being the opening fence. */
  readonly problem: Problem | null;
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
function isYamlKey(text: string, start: number, end: number): boolean {
  if (text.charAt(start) === '{') return true;
  if (' \t-#>|*+&!%@`'.includes(text.charAt(start))) return false;
  for (let at = text.indexOf(':', start); at > start && at < end; at = text.indexOf(':', at + 1)) {
    const after = text.charCodeAt(at + 1);
    if (at + 1 === end || after === 32 || after === 9) return true;
  }
  return false;
}

/** Whether a line reads `key = value` or `[table]`. */
function isTomlKey(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + longestKey));
  return /^[ \t]*(?:(?:[\w.-]|"[^"]*"|'[^']*')+[ \t]*=|\[\[?[^\][]+\]\]?[ \t]*(?:#|$))/.test(line);
}

const longestKey = 200;

const forms = [
  { fence: '---', closing: ['---', '...'], isKey: isYamlKey },
  { fence: '+++', closing: ['+++'], isKey: isTomlKey },
] as const;

/**
 * The front matter of a note, or null (FORMATS Y5). It opens at the very first character with a line `---` or `+++` and
 * closes with the next line of the same marks, or `...` for YAML; blanks may follow the marks and nothing else may, so
 * `---js` opens none. What is between two thematic breaks is prose: a block without a line that names a key is front matter
 * only when it is blank or comments. Lines end in LF, CRLF or CR; the text has no byte-order mark.
 */
export function frontMatterSpan(text: string): FrontMatter | null {
  const form = forms.find(({ fence }) => text.startsWith(fence));
  if (form === undefined) return null;
  const { fence, closing, isKey } = form;
  let end = lineEnd(text, 3);
  if (!isFence(text, 0, end, fence)) return null;
  let keys = false;
  let prose = false;
  while (end < text.length) {
    const start = nextLine(text, end);
    end = lineEnd(text, start);
    const at = start;
    const last = end;
    if (closing.some((mark) => isFence(text, at, last, mark))) {
      if (prose && !keys) return null;
      const bodyStart = Math.min(nextLine(text, end), text.length);
      return { fence, block: { start: 0, end }, body: { start: bodyStart, end: text.length } };
    }
    if (keys) continue;
    keys = isKey(text, start, end);
    prose ||= !keys && !/^[ \t]*(?:#|$)/.test(text.slice(start, end));
  }
  return null;
}

/** Keys of the front matter over a list of what is studied. */
const studied = /^(?:topics|sections|phases|stages|modules|weeks|units|chapters|lessons|courses):[ \t]*\r?$/m;

/** Whether a note is nothing but front matter that lists what is studied: it is YAML (FORMATS B5). */
export function isOnlyFrontMatter(text: string): boolean {
  const found = frontMatterSpan(text);
  if (found?.fence !== '---' || /\S/.test(text.slice(found.body.start))) return false;
  return studied.test(text.slice(found.block.start, found.block.end));
}
