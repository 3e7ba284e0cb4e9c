// FencedOutline: an outline that its author put into one fence of code, the only one and nearly all of the note (FORMATS L1, T3).
import type { Line, Lines } from '../syntax/lines.ts';
import { readItemHead } from '../syntax/list-item.ts';
import { rawLines } from './drawn.ts';
import { plainOutline } from './plain-outline.ts';

/** A fence without a language, or one that says that it holds a text. */
const fence = /^ {0,3}(?:`{3,}|~{3,})\s*(?:te?xt|plain(?: ?text)?|md|markdown)?$/i;
const anyFence = /^ {0,3}(?:`{3,}|~{3,})/;

/** The lines of such a fence as an outline; none where it has fewer than three sections, or items of Markdown. */
export function fencedLines({ source, length }: Lines, from: number): Line[] {
  const raw = [...rawLines(source, from)];
  const written = raw.filter(({ text }) => text.trim() !== '');
  const [open, close = null, other] = raw.filter(({ text }) => anyFence.test(text));
  if (open === undefined || other !== undefined || !fence.test(open.text)) return [];
  const isInside = ({ line }: { readonly line: number }): boolean =>
    line > open.line && (close === null || line < close.line);
  const isItem = (text: string): boolean => readItemHead(text, 0, text.length)?.marker === 'dash';
  const inside = written.filter(isInside);
  if (inside.length < 4 * length || inside.some(({ text }) => isItem(text))) return [];
  const found = plainOutline(raw.filter(isInside));
  return found.filter(({ kind }) => kind === 'heading').length > 2 ? found : [];
}
