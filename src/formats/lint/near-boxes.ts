// NearBoxLint: what looks like a box to its author and is none, so that nothing on its line is counted (FORMATS L2).
import { pattern } from '../../text/pattern.ts';
import type { Line } from '../markdown/syntax/lines.ts';
import { type Finding, findingAt } from './finding.ts';

const box = String.raw`\[[ xX✓✔✅]?\](?![(\[:])`;
const behindBox = String.raw`[ \t]*\S`;
/** Behind the margin of a line that is no list item: without a bullet, without a blank, behind a letter, behind an odd blank. */
const bare = /^\[[ xX✓✔✅]\][ \t]+(?=[^\s(])/u;
const onText = [
  pattern(`^[-*+]${box}(?=${behindBox})`, 'u'),
  pattern(String.raw`^\p{L}[.)][ \t]+${box}(?=${behindBox})`, 'u'),
  pattern(String.raw`^(?:[-*+]|\d{1,9}[.)])[\u00a0\u2000-\u200b\u3000][\s\u200b]*${box}`, 'u'),
];
/** The text of a list item without a box: empty, padded, behind a typographic bullet. */
const onItem = [/^\[\](?![([:])/, /^\[(?:[ \t]+[xX✓✔][ \t]*|[xX✓✔][ \t]+|[ \t]{2,})\](?![([:])/u];
const behindDot = /^\[[ xX]\](?=\s|$)/;
/** A box with nothing behind it, or nothing but the day of its tick, is no topic. */
const emptyBox = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(\[[ xX✓✔✅/-]\])(?=[ \t]*(?:[✅❌][\ufe0f \t\d-]*)?$)/u;
const inCell = /(?:^|\|)[ \t]*(\[[ xX]\])(?=[ \t|]|$)/;

/**
 * Lines of that kind that give no topic; of a table the first. A box without a bullet is one only beside real boxes.
 * `tables` are the lines of heads of tables that are named otherwise. Linear in the text.
 */
export function lintNearBoxes(
  text: string,
  lines: readonly Line[],
  { hasTasks, isTopic, tables }: NoteOfBoxes,
): Finding[] {
  if (!text.includes('[')) return [];
  const found: Finding[] = [];
  let isNamed = false;
  for (const [index, line] of lines.entries()) {
    const isTable = line.kind === 'table';
    if (!isTable || lines[index - 1]?.kind !== 'table') isNamed = tables.has(line.line);
    if (isTopic(line.line) || (isTable && isNamed)) continue;
    const empty = emptyBox.exec(text.slice(line.start, line.end));
    if (empty !== null) {
      const [whole, mark = ''] = empty;
      const start = line.start + whole.length - mark.length;
      found.push(findingAt('empty-topic', 'warning', line, { start, end: start + mark.length }, {}));
      continue;
    }
    const near = nearBox(text.slice(line.content, line.contentEnd), line, hasTasks);
    if (near === null) continue;
    isNamed = isTable;
    const start = line.content + near.index;
    const span = { start, end: start + near.text.length };
    found.push(findingAt('box-not-counted', 'warning', line, span, { text: near.text }));
  }
  return found;
}

interface NoteOfBoxes {
  readonly hasTasks: boolean;
  readonly isTopic: (line: number) => boolean;
  readonly tables: ReadonlySet<number>;
}

function nearBox(raw: string, { kind, head }: Line, hasTasks: boolean): { index: number; text: string } | null {
  const firstOf = (expressions: readonly RegExp[]) => {
    const text = expressions.map((one) => one.exec(raw)?.[0]).find((one) => one !== undefined);
    return text === undefined ? null : { index: 0, text: text.trimEnd() };
  };
  if (kind === 'text') return firstOf([...(hasTasks ? [bare] : []), ...onText.map((one) => one())]);
  if (kind === 'bullet') return firstOf(head?.marker === 'typographic' ? [...onItem, behindDot] : onItem);
  const cell = kind === 'table' ? inCell.exec(raw) : null;
  return cell === null ? null : { index: cell.index + cell[0].indexOf('['), text: cell[1] as string };
}
