// PlainLabel: a short line above a list, in a note whose lists nothing else gives a title (FORMATS S1).
import { leadingMark } from '../../words/marks.ts';
import { readable } from '../syntax/inline.ts';
import { kind, type Lines, lineFlag } from '../syntax/lines.ts';
import { isCountedForm, splitNumber } from '../syntax/numbering.ts';

const none: ReadonlySet<number> = new Set();
const longest = 60;
/** Bold lines, links, pictures and HTML have rules of their own. */
const otherStart = /^[*_[!<|>]/;

/** The rows of all such lines: those that come first behind rules, where these divide the note, else those above lists. */
export function plainLabels(lines: Lines): ReadonlySet<number> {
  const ruled = ruledTitles(lines);
  return ruled.size > 0 ? ruled : listLabels(lines);
}

/** The short lines that come first behind a rule, where all parts between rules have one, or all but one of four or more. */
function ruledTitles(lines: Lines): ReadonlySet<number> {
  const { kind: kinds, length } = lines;
  const titles = new Set<number>();
  let parts = 0;
  for (let row = lines.next(kind.rule, 0); row >= 0; row = lines.next(kind.rule, row + 1)) {
    const next = row + 1;
    if (next >= length || kinds[next] === kind.rule) continue;
    parts++;
    const isAlone = next + 1 === length || lines.isIn(next + 1, lineFlag.afterBlank) || lines.marker[next + 1] !== 0;
    if (kinds[next] === kind.text && isAlone && isTitleLike(lines, next)) titles.add(next);
  }
  const [first = length] = titles;
  return titles.size < 3 || parts - titles.size > 1 || lines.next(kind.heading, first) >= 0 ? none : titles;
}

/**
 * The rows of those above lists. None where a heading is behind the first of them, and where lines with a number or lists without a
 * line are among them: what only introduces a list is no title. Beside three of them one list may have none.
 */
function listLabels(lines: Lines): ReadonlySet<number> {
  const labels = new Set<number>();
  for (let row = lines.next(kind.text, 0); row >= 0; row = lines.next(kind.text, row + 1)) {
    if (!isAboveList(lines, row)) continue;
    const isFirst = labels.size === 0;
    if ((isFirst && lines.next(kind.heading, row) >= 0) || isCounted(lines.textOf(row))) return none;
    labels.add(row);
  }
  const bare = labels.size < 2 ? 0 : countLists(lines) - labels.size;
  return labels.size < 2 || bare > (labels.size > 2 ? 1 : 0) ? none : labels;
}

/** Numbered lines and units such as `Phase 2: Mast` open sections by themselves; what is between them is text. */
const isCounted = (raw: string): boolean => isCountedForm(splitNumber(readable(raw)).form);

function isAboveList(lines: Lines, row: number): boolean {
  const { marker, quote } = lines;
  const next = row + 1;
  const isAlone = row === 0 || lines.isIn(row, lineFlag.afterBlank) || lines.kind[row - 1] === kind.heading;
  const opensList = next < lines.length && marker[next] !== 0 && quote[next] === 0;
  return isAlone && opensList && isTitleLike(lines, row);
}

/** Short, at the margin, and no sentence. */
function isTitleLike(lines: Lines, row: number): boolean {
  if (lines.quote[row] !== 0 || lines.indent[row] !== 0 || lines.isIn(row, lineFlag.inList)) return false;
  const raw = lines.textOf(row);
  return raw.length <= longest && !otherStart.test(raw) && !/[.!?,。]$/.test(raw) && leadingMark(raw)?.kind !== 'empty';
}

/** How many lists begin. */
function countLists(lines: Lines): number {
  const { marker, length } = lines;
  let count = 0;
  for (let row = 0; row < length; row++) {
    const isOpen = row > 0 && (marker[row - 1] !== 0 || lines.isIn(row - 1, lineFlag.inList));
    if (marker[row] !== 0 && !isOpen) count++;
  }
  return count;
}
