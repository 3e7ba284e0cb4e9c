// EscapedMarkdown: a note whose marks are all escaped, `\- \[ \] Bowline`, as editors leave one that was pasted into them as text (FORMATS T15).
import type { ReadDraft } from './format.ts';
import { readRewritten } from './rewritten.ts';

/** `\## Title`, `\- item` or `1\. item`. */
const escapedStart = /^[ \t]*(?:(?:\\#){1,6}|\\#{1,6}|\\[-*+]|\d{1,3}\\[.)])[ \t]/gm;
/** The same where it counts. */
const start = /^[ \t]*(?:#{1,6}|[-*+]|\d{1,3}[.)])[ \t]/m;
/** What Markdown lets anybody escape. */
const escaped = /\\([!-/:-@[-`{-~])/g;

/** Three lines at least, and none that begins with such a mark of its own. */
export const isEscapedMarkdown = (text: string): boolean =>
  (text.match(escapedStart)?.length ?? 0) > 2 && !start.test(text);

export const readEscapedMarkdown: ReadDraft = (input) =>
  readRewritten(input, 'escaped-markdown', (lines) => lines.map((line) => line.replace(escaped, '$1')));
