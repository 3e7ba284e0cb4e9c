// CodeLint: boxes inside fenced or indented code, where nothing is counted though it may have been meant to be.
import { lineSpan, type Source, type Span } from '../../text/source.ts';
import type { Line } from '../markdown/syntax/lines.ts';
import { readMargin } from '../markdown/syntax/list-item.ts';
import { type Finding, findingAt } from './finding.ts';

const box = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\](?:[ \t]|$)/;
const fence = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})[ \t]*(\S*)/;

interface Block {
  readonly where: 'fence' | 'indent';
  /** The first box: its line, where that begins, and the characters that show it. */
  first: { readonly line: number; readonly start: number; readonly span: Span } | null;
  boxes: number;
  lines: number;
}

/**
 * A fence without a language that holds two boxes or more, and hardly anything else, is reported; so is every run of
 * indented boxes. A named language (and be it `markdown`) and a comment are there on purpose.
 */
export function lintCode(source: Source, lines: readonly Line[], bodyStart: number): Finding[] {
  const { text, lineStarts } = source;
  const counted = new Set(lines.map((line) => line.line));
  const found: Finding[] = [];
  let block: Block | null = null;
  /** What ends the fence or comment that is open; a fence also ends where lines count again. */
  let until: RegExp | null = null;
  const close = (): void => {
    if (block?.first && (block.where === 'indent' || (block.boxes >= 2 && 2 * block.boxes >= block.lines))) {
      const { first, boxes, where } = block;
      const severity = where === 'indent' ? 'warning' : 'info';
      found.push(findingAt('boxes-in-code', severity, first, first.span, { count: boxes, where }));
    }
    block = null;
  };
  const note = (current: Block, line: number, start: number, end: number, at: number): void => {
    current.lines++;
    if (!box.test(text.slice(at, end))) return;
    current.boxes++;
    current.first ??= { line, start, span: { start: at, end } };
  };
  for (let line = 1; line <= lineStarts.length; line++) {
    const { start, end } = lineSpan(source, line);
    if (start < bodyStart) continue;
    if (counted.has(line)) {
      close();
      until = null;
      continue;
    }
    const { at, outer } = readMargin(text, start, end);
    if (at >= end) continue;
    const rest = text.slice(at, end);
    if (until !== null) {
      if (until.test(rest)) {
        close();
        until = null;
      } else if (block !== null) note(block, line, start, end, at);
      continue;
    }
    const opened = fence.exec(rest);
    if (opened) {
      close();
      const marks = opened[1] as string;
      until = new RegExp(`^${marks[0]}{${marks.length},}[ \\t]*$`);
      if (opened[2] === '') block = { where: 'fence', first: null, boxes: 0, lines: 0 };
    } else if (/^(?:<!--|%%|<(?:pre|script|style|textarea)\b)/i.test(rest)) {
      close();
      const end = rest.startsWith('<!--') ? /-->/ : rest.startsWith('%%') ? /%%/ : /<\/(?:pre|script|style|textarea)/i;
      until = end.test(rest.slice(2)) ? null : end;
    } else if (outer >= 4) {
      block ??= { where: 'indent', first: null, boxes: 0, lines: 0 };
      note(block, line, start, end, at);
    }
  }
  close();
  return found;
}
