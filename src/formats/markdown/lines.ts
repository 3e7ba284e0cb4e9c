// Line: one line of a Markdown text that counts, with what it is: heading, task, bullet, table row or plain text.
import type { Source } from '../../text/source.ts';
import { type ItemHead, type Margin, readItemHead, readMargin } from './item-head.ts';

export type LineKind = 'heading' | 'task' | 'bullet' | 'table' | 'summary' | 'details-end' | 'rule' | 'text';

/** Offsets count in the text that was scanned. Blank lines and lines that do not count (FORMATS L1) have no `Line`. */
export interface Line {
  kind: LineKind;
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Columns before the first character after any `>` marks; a tab reaches the next multiple of four (FORMATS L5). */
  readonly indent: number;
  /** Columns before the first `>`; the same as `indent` where there is none. */
  readonly outer: number;
  /** How many `>` stand before it. */
  readonly quote: number;
  /** Where its own text begins and ends: after marks, markers, boxes and `#`. */
  content: number;
  contentEnd: number;
  /** heading: 1–6, otherwise 0. */
  depth: number;
  /** task and bullet: the list marker; otherwise null. */
  readonly head: ItemHead | null;
  /** heading: it stands inside a list item (`- ### Title`). text: it continues a list item. */
  readonly inList: boolean;
  readonly afterBlank: boolean;
}

const BACKTICK = 96;
const TILDE = 126;
const delimiterCell = /^\s*:?-+:?\s*$/;
// What people draw between sections when they do not write Markdown: dashes, bars and box lines of any length.
const drawnBreak = /^[\s⸺⸻—―─━═┄┅┈┉_=~*•·-]+$/;
const drawnMark = /[⸺⸻—―─━═┄┅┈┉]/;
const rawBlock = /^<(pre|script|style|textarea)(?=[\s>]|$)/i;
const summaryLine = /<summary[^<>]*>(.*?)(?:<\/summary>|$)/im;

interface Fence {
  readonly char: number;
  readonly length: number;
  readonly quote: number;
  /** A line indented less than this has left the list item that holds the fence. */
  readonly indent: number;
}

interface OpenItem {
  readonly indent: number;
  readonly content: number;
  readonly quote: number;
}

/** Every line that counts, in order. `from` is the offset behind the front matter; lines in `skipped` are passed over as if they
 * were not there. Linear in the text; never throws. */
export function scanLines(source: Source, from = 0, skipped: ReadonlySet<number> | null = null): Line[] {
  const { text, lineStarts } = source;
  const lines: Line[] = [];
  const items: OpenItem[] = [];
  let fence: Fence | null = null;
  /** What ends the block that is being passed over; null when none is. */
  let until: string | null = null;
  let afterBlank = true;
  let inTable = false;

  for (let index = 0; index < lineStarts.length; index++) {
    const start = lineStarts[index] as number;
    if (start < from || skipped?.has(index + 1)) continue;
    let end = lineStarts[index + 1] ?? text.length;
    while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;

    if (until !== null) {
      if (contains(text, until, start, end)) until = null;
      continue;
    }
    const margin = readMargin(text, start, end);
    const { at, indent, quote } = margin;
    const blank = at >= end;

    if (fence !== null) {
      const left = quote < fence.quote || (!blank && indent < fence.indent);
      if (!left) {
        if (!blank && closesFence(text, at, end, fence)) fence = null;
        afterBlank = false;
        continue;
      }
      fence = null;
    }
    if (blank) {
      afterBlank = true;
      inTable = false;
      continue;
    }

    const head = readItemHead(text, at, end);
    const code = text.charCodeAt(at);
    // A break such as `* * *` looks like a bullet, so it is asked first.
    const isBreak = (code === 45 || code === 42 || code === 95) && isThematicBreak(text, at, end);

    if (head !== null && !isBreak) {
      while (items.length > 0 && !isUnder(items[items.length - 1] as OpenItem, margin)) items.pop();
      if (items.length === 0 && margin.outer >= 4 && !afterList(lines, afterBlank)) {
        afterBlank = false;
        continue; // L1: indented code, or a paragraph running on
      }
    } else {
      // A line that is no item stays in the list while it is indented into it, or runs on directly behind it.
      while (items.length > 0) {
        const item = items[items.length - 1] as OpenItem;
        if (quote === item.quote && indent >= item.content) break;
        if (!afterBlank && !isBreak && code !== 35 && quote === item.quote) break;
        items.pop();
      }
      if (items.length === 0 && margin.outer >= 4) {
        afterBlank = false;
        continue;
      }
    }

    const bodyAt = head !== null && !isBreak ? head.content : at;
    const opened = opensFence(text, bodyAt, end);
    if (head !== null && !isBreak) items.push({ indent, content: indent + Math.max(2, head.width), quote });
    if (opened !== null) {
      const holder = items[items.length - 1];
      fence = { ...opened, quote, indent: holder ? Math.min(holder.content, head ? holder.content : indent) : 0 };
      afterBlank = false;
      continue;
    }
    if (text.startsWith('<!--', bodyAt)) {
      if (!contains(text, '-->', bodyAt + 4, end)) until = '-->';
      if (head === null || isBreak) {
        const close = text.indexOf('-->', bodyAt + 4);
        if (until !== null || close < 0 || text.slice(close + 3, end).trim() === '') {
          afterBlank = false;
          continue;
        }
      }
    } else if (text.startsWith('%%', bodyAt)) {
      const close = text.indexOf('%%', bodyAt + 2);
      if (close >= 0) {
        if (close >= end) until = '%%';
        afterBlank = false;
        if (close >= end || text.slice(close + 2, end).trim() === '') continue;
      }
    } else if (code === 60) {
      const raw = rawBlock.exec(text.slice(at, Math.min(end, at + 12)));
      if (raw) {
        const close = `</${(raw[1] as string).toLowerCase()}`;
        if (!contains(text, close, at, end)) until = close;
        afterBlank = false;
        continue;
      }
    }

    const line: Line = {
      kind: 'text',
      line: index + 1,
      start,
      end,
      indent,
      outer: margin.outer,
      quote,
      content: at,
      contentEnd: trimEnd(text, at, end),
      depth: 0,
      head: null,
      inList: items.length > 0 && indent > 0,
      afterBlank,
    };
    afterBlank = false;

    if (isBreak || (code > 127 && isDrawnBreak(text.slice(at, end)))) {
      inTable = false;
      const above = lines[lines.length - 1];
      if (code === 45 && isSetext(text, line, above)) toHeading(above as Line, 2);
      else lines.push({ ...line, kind: 'rule' });
      continue;
    }
    if (code === 61 && /^=+\s*$/.test(text.slice(at, end))) {
      const above = lines[lines.length - 1];
      if (isSetext(text, line, above)) toHeading(above as Line, 1);
      continue;
    }
    if (head !== null) {
      inTable = false;
      const heading = readHeading(text, head.content, line.contentEnd);
      if (heading !== null && head.box === null) {
        lines.push({ ...line, kind: 'heading', ...heading, inList: true });
        continue;
      }
      lines.push({ ...line, kind: head.box === null ? 'bullet' : 'task', content: head.content, head });
      continue;
    }
    const heading = code === 35 && quote === 0 ? readHeading(text, at, line.contentEnd) : null;
    if (heading !== null) {
      inTable = false;
      items.length = 0;
      lines.push({ ...line, kind: 'heading', ...heading, inList: false });
      continue;
    }
    if (inTable) {
      if (contains(text, '|', at, end)) {
        lines.push({ ...line, kind: 'table' });
        continue;
      }
      inTable = false;
    }
    // A table begins at its delimiter row; the line above it is its head.
    const above = lines[lines.length - 1];
    if (
      above?.kind === 'text' &&
      above.line === index &&
      (code === 124 || code === 58 || code === 45) &&
      contains(text, '-', at, end) &&
      contains(text, '|', above.start, above.end) &&
      isDelimiterRow(text.slice(at, end))
    ) {
      above.kind = 'table';
      inTable = true;
      lines.push({ ...line, kind: 'table' });
      continue;
    }
    if (code === 60) {
      const rest = text.slice(at, end);
      const summary = summaryLine.exec(rest);
      if (summary) {
        const offset = at + summary.index + rest.slice(summary.index).indexOf('>') + 1;
        lines.push({ ...line, kind: 'summary', content: offset, contentEnd: offset + (summary[1] as string).length });
        continue;
      }
      if (/^<\/details>/i.test(rest)) {
        lines.push({ ...line, kind: 'details-end' });
        continue;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** `---`, `* * *`. By hand: an expression of repeated groups runs out of stack on a line of millions of them. */
function isThematicBreak(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  let marks = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) marks++;
    else if (code !== 32 && code !== 9 && code !== 0xa0) return false;
  }
  return marks >= 3;
}

/** `|---|:-:|`, with or without the outer pipes. */
function isDelimiterRow(text: string): boolean {
  const row = text.trim();
  const inner = row.slice(row.startsWith('|') ? 1 : 0, row.length > 1 && row.endsWith('|') ? -1 : undefined);
  return inner.split('|').every((cell) => delimiterCell.test(cell));
}

function isDrawnBreak(text: string): boolean {
  return drawnBreak.test(text) && drawnMark.test(text);
}

/** Over-indented items still belong to the list above them when nothing else stood in between (FORMATS L5). */
function afterList(lines: readonly Line[], afterBlank: boolean): boolean {
  const above = lines[lines.length - 1];
  return !afterBlank && above !== undefined && above.head !== null;
}

function isUnder(item: OpenItem, { indent, outer, quote }: Margin): boolean {
  if (quote < item.quote) return false;
  // A quote at the margin is no part of the list above it.
  if (quote > item.quote) return item.quote > 0 || outer >= item.content || outer >= item.indent + 2;
  return indent >= item.content || indent >= item.indent + 2;
}

function contains(text: string, what: string, start: number, end: number): boolean {
  const at = text.slice(start, end).toLowerCase().indexOf(what);
  return at >= 0;
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  return end;
}

function opensFence(text: string, at: number, end: number): { char: number; length: number } | null {
  const char = text.charCodeAt(at);
  if (char !== BACKTICK && char !== TILDE) return null;
  let stop = at;
  while (stop < end && text.charCodeAt(stop) === char) stop++;
  if (stop - at < 3) return null;
  // ```` ```x``` ```` on one line is inline code, not a fence.
  if (char === BACKTICK && text.slice(stop, end).includes('`')) return null;
  return { char, length: stop - at };
}

function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  let stop = at;
  while (stop < end && text.charCodeAt(stop) === fence.char) stop++;
  return stop - at >= fence.length && text.slice(stop, end).trim() === '';
}

/** `# Title #` → depth and the span of the title. */
function readHeading(
  text: string,
  at: number,
  end: number,
): { depth: number; content: number; contentEnd: number } | null {
  let depth = 0;
  while (depth < 7 && text.charCodeAt(at + depth) === 35) depth++;
  if (depth === 0 || depth > 6) return null;
  let content = at + depth;
  if (content < end && text.charCodeAt(content) !== 32 && text.charCodeAt(content) !== 9) return null;
  while (content < end && (text.charCodeAt(content) === 32 || text.charCodeAt(content) === 9)) content++;
  const closing = /(?:^|[ \t])#+$/.exec(text.slice(content, end));
  return { depth, content, contentEnd: closing ? trimEnd(text, content, content + closing.index) : end };
}

/** An underline makes a heading of the one plain line above it, of nothing else. */
function isSetext(text: string, line: Line, above: Line | undefined): boolean {
  if (above === undefined || above.kind !== 'text' || above.line !== line.line - 1 || above.inList) return false;
  if (above.quote !== line.quote || line.indent > 3) return false;
  return above.afterBlank && above.content < above.contentEnd && text.charCodeAt(above.content) !== 124;
}

function toHeading(line: Line, depth: number): void {
  line.kind = 'heading';
  line.depth = depth;
}
